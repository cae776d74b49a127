//! Sentences of our own about public facts, with the persons in each as they are written.

/// A sentence, and its persons; the office where a title says it.
pub(super) const SENTENCES: [(&str, &[&str]); 64] = [
    // French, with titles
    (
        "Le président russe Vladimir Poutine s'est rendu à Hanoï en juin 2024.",
        &["Vladimir Poutine: HeadOfState"],
    ),
    (
        "Le président du Kazakhstan Kassym-Jomart Tokaïev a été réélu en 2022.",
        &["Kassym-Jomart Tokaïev: HeadOfState"],
    ),
    (
        "Le président de la Fédération de Russie Vladimir Poutine y était.",
        &["Vladimir Poutine: HeadOfState"],
    ),
    (
        "Le Premier ministre Pham Minh Chinh est en fonction depuis 2021.",
        &["Pham Minh Chinh: HeadOfGovernment"],
    ),
    ("Le secrétaire général du Parti Tô Lâm a été élu en août 2024.", &["Tô Lâm: PartySecretary"]),
    (
        "Le secrétaire général du Parti communiste du Vietnam (PCV), Tô LÂM, est arrivé.",
        &["Tô LÂM: PartySecretary"],
    ),
    (
        "L'ambassadeur de Russie au Vietnam Gennady Bezdetko était présent.",
        &["Gennady Bezdetko: Ambassador"],
    ),
    (
        "Le ministre des Affaires étrangères Sergueï Lavrov négocie.",
        &["Sergueï Lavrov: ForeignMinister"],
    ),
    (
        "Sergueï Lavrov, ministre des Affaires étrangères de la Russie depuis 2004, négocie.",
        &["Sergueï Lavrov: ForeignMinister"],
    ),
    (
        "La ministre de la Défense, Florence Parly, a démissionné en 2022.",
        &["Florence Parly: DefenceMinister"],
    ),
    ("L'ancien président Jacques Chirac est mort en 2019.", &["Jacques Chirac: HeadOfState"]),
    (
        "L'ex-Premier ministre Édouard Philippe dirige Le Havre.",
        &["Édouard Philippe: HeadOfGovernment"],
    ),
    ("Le porte-parole du Kremlin Dmitri Peskov l'a confirmé.", &["Dmitri Peskov: Spokesperson"]),
    (
        "Le porte-parole du président Vladimir Poutine l'a confirmé.",
        &["Vladimir Poutine: HeadOfState"],
    ),
    (
        "Le général Khalifa Haftar et le maréchal Mobutu ont commandé des armées.",
        &["Khalifa Haftar: Officer", "Mobutu: Officer"],
    ),
    (
        "Les présidents François Mitterrand et Ronald Reagan se sont vus en 1981.",
        &["François Mitterrand: HeadOfState", "Ronald Reagan: HeadOfState"],
    ),
    (
        "Le président de l'Assemblée nationale Tran Thanh Man préside la séance.",
        &["Tran Thanh Man: Speaker"],
    ),
    (
        "Le pape François a reçu la chancelière allemande Angela Merkel.",
        &["François: Clergy", "Angela Merkel: HeadOfGovernment"],
    ),
    ("Mme Merkel a quitté ses fonctions en 2021.", &["Merkel"]),
    ("M. Poutine et M. Loukachenko se sont parlé.", &["Poutine", "Loukachenko"]),
    (
        "Le chef de la diplomatie française Jean-Yves Le Drian était à Bamako.",
        &["Jean-Yves Le Drian: ForeignMinister"],
    ),
    (
        "Charles de Gaulle a signé le traité de l'Élysée avec Konrad Adenauer.",
        &["Charles de Gaulle", "Konrad Adenauer"],
    ),
    ("Valéry Giscard d'Estaing a été élu en 1974.", &["Valéry Giscard d'Estaing"]),
    (
        "Ursula von der Leyen, présidente de la Commission européenne, est à Kiev.",
        &["Ursula von der Leyen: Executive"],
    ),
    (
        "Mohammed ben Salmane a reçu Bachar al-Assad en 2023.",
        &["Mohammed ben Salmane", "Bachar al-Assad"],
    ),
    ("Emmanuel Macron, 47 ans, a été réélu en 2022.", &["Emmanuel Macron"]),
    ("Selon Emmanuel Macron, l'accord tient.", &["Emmanuel Macron"]),
    ("Hier Emmanuel Macron était à Berlin.", &["Emmanuel Macron"]),
    (
        "Le roi Mohammed VI a reçu le roi Felipe VI en 2019.",
        &["Mohammed VI: Monarch", "Felipe VI: Monarch"],
    ),
    (
        "Phan Van Giang, ministre vietnamien de la Défense, a reçu une délégation.",
        &["Phan Van Giang: DefenceMinister"],
    ),
    // English, with titles
    ("President Vladimir Putin visited Hanoi in June 2024.", &["Vladimir Putin: HeadOfState"]),
    (
        "Foreign Minister Sergei Lavrov met Secretary of State John Kerry.",
        &["Sergei Lavrov: ForeignMinister", "John Kerry: ForeignMinister"],
    ),
    (
        "Sergei Lavrov, the foreign minister of Russia, met him.",
        &["Sergei Lavrov: ForeignMinister"],
    ),
    (
        "Treasury Secretary James Baker said the Louvre accord held. Baker spoke in 1987.",
        &["James Baker: FinanceMinister", "Baker"],
    ),
    (
        "Former U.S. President George W. Bush's library opened in 2013.",
        &["George W. Bush: HeadOfState"],
    ),
    (
        "West German Chancellor Helmut Kohl met Mikhail Gorbachev in 1990.",
        &["Helmut Kohl: HeadOfGovernment", "Mikhail Gorbachev"],
    ),
    ("Lukashenko said the union treaty was signed in 1999.", &["Lukashenko"]),
    (
        "The treaty was signed by Ronald Reagan and Mikhail Gorbachev.",
        &["Ronald Reagan", "Mikhail Gorbachev"],
    ),
    ("Mrs. Thatcher met Deng Xiaoping in 1984.", &["Thatcher", "Deng Xiaoping"]),
    ("Kim Jong-un met Moon Jae-in at Panmunjom in 2018.", &["Kim Jong-un", "Moon Jae-in"]),
    ("Federal Reserve Board Chairman Paul Volcker resigned in 1987.", &["Paul Volcker: Executive"]),
    ("Prime Minister Theresa May resigned in 2019.", &["Theresa May: HeadOfGovernment"]),
    (
        "Secretary-General Javier Perez de Cuellar left office in 1991.",
        &["Javier Perez de Cuellar: SecretaryGeneral"],
    ),
    ("The spokesman for President Reagan resigned.", &["Reagan: HeadOfState"]),
    ("Lech Walesa, leader of Solidarity, won the prize in 1983.", &["Lech Walesa: Leader"]),
    // Traps
    ("La Place Rouge et la place Charles-de-Gaulle sont fermées.", &[]),
    ("L'aéroport Charles-de-Gaulle accueille le vol de Hô Chi Minh-Ville.", &[]),
    ("La rue Victor Hugo et l'avenue Jean Jaurès sont fermées.", &[]),
    ("Le prix Nobel de la paix et la fondation Jean Monnet.", &[]),
    ("General Motors said its sales rose. General Electric said the same.", &[]),
    ("Morgan Stanley said the dollar fell; Merrill Lynch agreed.", &[]),
    ("Le Kazakhstan et la Nouvelle-Zélande ont signé un accord en Mai.", &[]),
    ("Mardi, Paris et Berlin ont signé. Lundi, Rome suivra.", &[]),
    ("L'Union européenne et la Banque mondiale ont financé le pont.", &[]),
    ("New Jersey and South Korea signed a memorandum with Hong Kong.", &[]),
    ("Les États-Unis, la Corée du Sud et le Costa Rica l'ont ratifié.", &[]),
    ("Smith Barney, Harris Upham and Co said on Friday it would merge.", &[]),
    ("Le président de la République a signé le décret.", &[]),
    ("The Prime Minister of Viet Nam signed the agreement on Monday.", &[]),
    ("Le ministre des Affaires étrangères de la République de Corée a signé.", &[]),
    ("Le Monde, Radio France et la Maison Blanche en parlent.", &[]),
    ("Le film « Michel Strogoff » est sorti en 1956.", &[]),
    ("Apple Computer Inc said its chairman would retire.", &[]),
    (
        "Dave Smith, president of the U.S. beet sugar association, said so.",
        &["Dave Smith: Executive"],
    ),
];
