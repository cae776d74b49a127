//! What reviewers of random texts found wrong, each as a trap in words of our own.

use super::{english, french, offices};

const NONE: [&str; 0] = [];

#[test]
fn the_day_a_target_was_set_is_no_horizon() {
    for (text, expected) in [
        (
            "En mars 2019, à Budapest, l'objectif fixé pour le commerce entre la Hongrie et la Serbie était de 6 \
             milliards d'euros.",
            "trade target HU-RS 6000000000 EUR on 2019-03",
        ),
        (
            "La Hongrie et la Serbie veulent porter leur commerce à 6 milliards d'euros d'ici 2030.",
            "trade target HU-RS 6000000000 EUR until 2030",
        ),
        (
            "La Hongrie et la Serbie veulent porter leur commerce à 6 milliards d'euros en 2030.",
            "trade target HU-RS 6000000000 EUR until 2030",
        ),
        (
            "À l'horizon 2030, le commerce entre la Hongrie et la Serbie doit atteindre 6 milliards d'euros.",
            "trade target HU-RS 6000000000 EUR until 2030",
        ),
    ] {
        assert_eq!(french(text), [expected], "{text}");
    }
    let text = "In March 2019 Kenya and Uganda set a trade target of 3 billion dollars.";
    assert_eq!(english(text), ["trade target KE-UG 3000000000 USD on 2019-03"]);
    let text = "Kenya and Uganda aim at trade of 3 billion dollars by 2030.";
    assert_eq!(english(text), ["trade target KE-UG 3000000000 USD until 2030"]);
}

#[test]
fn prices_fines_and_results_of_firms_are_no_states_money() {
    for text in [
        "Le Kenya paie son pétrole 62 000 dollars le baril.",
        "The oil of Kenya costs 62,000 dollars a barrel.",
        "A court of Kenya fined the editor 40 million shillings, or 310,000 dollars.",
        "Le billet coûte 40 euros en France.",
        "The Kenyan brewer's net profit rose to 90 million dollars.",
        "Nairobi Motors Ltd sold trucks for 90 million dollars in Kenya.",
        "Le constructeur français annonce un bénéfice net de 3 milliards d'euros.",
    ] {
        let found = if text.contains(" de ") || text.starts_with("Le ") {
            french(text)
        } else {
            english(text)
        };
        assert_eq!(found, NONE, "{text}");
    }
}

#[test]
fn how_much_more_is_not_how_much() {
    for text in [
        "Exports of Kenya rose by 2 billion dollars.",
        "Les exportations du Kenya ont augmenté de 2 milliards de dollars.",
        "Kenya had expected aid of 2 billion dollars.",
        "Le Kenya aurait reçu une aide de 2 milliards de dollars.",
        "Le Kenya n'a pas reçu les 2 milliards de dollars.",
    ] {
        let found = if text.starts_with("Le") { french(text) } else { english(text) };
        assert_eq!(found, NONE, "{text}");
    }
    let text = "Exports of Kenya rose to 2 billion dollars.";
    assert_eq!(english(text), ["trade stated KE 2000000000 USD"]);
}

#[test]
fn a_deficit_is_no_trade_and_a_debt_is_not_asked_for() {
    let text = "Kenya's trade deficit reached 2 billion dollars in 2024.";
    assert_eq!(english(text), ["money stated KE 2000000000 USD on 2024"]);
    let text =
        "The envoy said he would ask Uganda, to which Kenya owes 2 billion dollars, for patience.";
    let found = english(text);
    assert!(found.iter().all(|line| !line.contains("requested")), "{found:?}");
}

#[test]
fn an_entry_of_a_list_keeps_what_stands_before_its_dash() {
    let list = "Les entretiens ont repris.\nKazakhstan (2024) – les échanges avec la Chine ont atteint 2,4 milliards de dollars.";
    assert_eq!(french(list), ["trade stated CN-KZ 2400000000 USD on 2024"]);
    let chronology = "3 avril 2017 – le président français se rend en Inde.";
    assert_eq!(french(chronology), ["visit done FR-IN in IN on 2017-04-03"]);
}

#[test]
fn a_dateline_owns_nothing() {
    let text = "PARIS, March 3 - The fund lends 2 billion dollars to new projects.";
    assert_eq!(english(text), ["money stated  2000000000 USD"]);
    let text = "Nairobi (AFP) – Le fonds prête 2 milliards de dollars à l'Ouganda.";
    assert_eq!(french(text), ["money stated UG 2000000000 USD"]);
}

#[test]
fn the_person_who_leads_a_delegation_is_the_visitor() {
    let text = "Le secrétaire général du Parti communiste du Vietnam, Tô Lâm, accompagné d'une délégation \
                vietnamienne de haut rang, effectuera une visite d'État au Laos, une visite officielle au Cambodge \
                et une visite de travail en Thaïlande du 2 au 6 juin.";
    assert_eq!(
        french(text),
        [
            "visit planned LA-VN in LA on 2025-06-02 until 2025-06-06 by Tô Lâm",
            "visit planned KH-VN in KH on 2025-06-02 until 2025-06-06 by Tô Lâm",
            "visit planned TH-VN in TH on 2025-06-02 until 2025-06-06 by Tô Lâm",
        ]
    );
    let text = "President William Ruto will make a state visit to Uganda, Rwanda and Burundi from 2 to 6 June.";
    let found = english(text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(
        found
            .iter()
            .all(|line| line.contains("on 2025-06-02") && line.ends_with("by William Ruto"))
    );
}

#[test]
fn a_town_named_after_a_president_visits_nobody() {
    let text = "Deux navires sont arrivés à Hô Chi Minh, puis en Thaïlande.";
    assert_eq!(french(text), NONE);
    let text = "Une délégation du Laos est arrivée à Hô Chi Minh-Ville.";
    assert!(french(text).iter().all(|line| !line.contains("by")));
}

#[test]
fn an_entry_keeps_its_day_before_the_colon() {
    let text = "3 avril 2017 : le président français Emmanuel Macron se rend en Inde.";
    let found = french(text);
    assert_eq!(found, ["visit done FR-IN in IN on 2017-04-03 by Emmanuel Macron"]);
}

#[test]
fn a_title_of_long_ago_holds_on_its_own_day() {
    let text = "La chute du président français Charles de Gaulle en 1969 a surpris.";
    assert_eq!(offices(text, "2025-05-14"), ["président français Charles de Gaulle 1969"]);
}

#[test]
fn whoever_names_somebody_is_not_named() {
    let text = "Le président français Emmanuel Macron la nommera ministre de la Défense.";
    assert!(french(text).iter().all(|line| !line.starts_with("appointment")));
}

#[test]
fn the_same_day_is_that_of_the_sentence_before() {
    let text = "The ministers of Kenya and Uganda met on 3 May 2025. The presidents of Kenya and Uganda signed a treaty the \
                same day.";
    let found = english(text);
    assert!(found.contains(&"agreement signed KE-UG on 2025-05-03".to_owned()), "{found:?}");
}

#[test]
fn sanctions_that_hold_again_are_not_lifted() {
    let text = "Les sanctions de l'ONU contre l'Iran, levées en janvier 2016, sont de nouveau en vigueur depuis la nuit \
                du 27 au 28 avril 2025.";
    let found = french(text);
    assert!(found.iter().any(|line| line.starts_with("sanction done")), "{found:?}");
}

#[test]
fn avant_que_with_its_ne_denies_nothing() {
    let text = "Ils se parlaient avant que la France et le Laos n'établissent des relations diplomatiques en 1950.";
    assert_eq!(french(text), ["level done FR-LA diplomatic on 1950"]);
}

#[test]
fn each_country_of_a_list_with_percentages_has_its_own_sum() {
    let text = "Exports to Kenya went up by 3 pct to 1.5 billion dollars and those to Uganda by 42 pct to 1.1 billion \
                dollars.";
    let found = english(text);
    let sums: Vec<&String> = found.iter().filter(|line| line.starts_with("trade")).collect();
    assert_eq!(sums, ["trade stated KE 1500000000 USD", "trade stated UG 1100000000 USD"]);
}

#[test]
fn a_year_is_no_number_of_agreements() {
    let text = "Kenya said that the 1979 agreement had worked.";
    assert_eq!(english(text), NONE);
}

#[test]
fn whose_visit_it_is_the_possessive_tells() {
    let text = "President William Ruto left Paris after talks with President Emmanuel Macron ahead of his visit to Uganda.";
    let found = english(text);
    assert!(
        found.iter().all(|line| !line.starts_with("visit") || line.contains("William Ruto")),
        "{found:?}"
    );
}

#[test]
fn an_attack_happened_where_its_name_says() {
    let text = "Les attaques de Barcelone ont fait 14 morts, dont deux Français.";
    assert!(french(text)[0].starts_with("incident done ES"), "{:?}", french(text));
}
