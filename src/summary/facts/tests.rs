//! Facts as their users see them: texts in, one line a fact out.

mod acts;
mod any_text;
mod dated;
mod judged;

use super::reading::{Text, shown};
use super::*;

fn facts(text: &str, language: Language) -> Vec<String> {
    let found = Text::new(text, language, "2025-05-14").facts();
    let others = |fact: &&Fact| !matches!(fact.kind, FactKind::Office | FactKind::Date);
    found.iter().filter(others).map(shown).collect()
}

fn french(text: &str) -> Vec<String> {
    facts(text, Language::French)
}

fn english(text: &str) -> Vec<String> {
    facts(text, Language::English)
}

fn offices(text: &str, day: &str) -> Vec<String> {
    let found = Text::new(text, Language::French, day).facts();
    let offices = found.iter().filter(|fact| fact.kind == FactKind::Office);
    let shown = |fact: &Fact| {
        let title = fact.persons[0].title.as_ref().expect("a title");
        let former = if title.former { "former " } else { "" };
        let date = fact.date.map(|date| date.value.to_string()).unwrap_or_default();
        format!("{former}{} {} {date}", title.text, fact.persons[0].name)
    };
    offices.map(shown).collect()
}

#[test]
fn two_amounts_for_two_pairs_bind_to_the_left() {
    let text = "Elles veulent porter le commerce Hongrie-Serbie à 8 milliards d'euros en 2030 et celui \
                entre la Hongrie et la Croatie à 700 millions d'euros.";
    assert_eq!(
        french(text),
        ["trade target HU-RS 8000000000 EUR until 2030", "trade target HR-HU 700000000 EUR",]
    );
    let text = "Trade between France and Italy reached 90 billion euros in 2023, while trade between \
                France and Spain came to 85 billion euros.";
    assert_eq!(
        english(text),
        ["trade stated FR-IT 90000000000 EUR on 2023", "trade stated ES-FR 85000000000 EUR"]
    );
}

#[test]
fn two_counts_for_two_pairs_bind_to_the_right() {
    let text = "Ont été signés 12 accords entre la Hongrie et la Serbie et sept entre la Hongrie et \
                la Croatie.";
    assert_eq!(
        french(text),
        ["agreement signed HU-RS 12 agreements", "agreement signed HR-HU 7 agreements"]
    );
    let text = "Officials signed six agreements between Kenya and Uganda and three between Kenya and \
                Rwanda.";
    assert_eq!(
        english(text),
        ["agreement signed KE-UG 6 agreements", "agreement signed KE-RW 3 agreements"]
    );
}

#[test]
fn what_is_told_respectively_binds_in_order() {
    let text = "La Russie et le Bélarus importent respectivement pour 3 milliards et 200 millions de \
                dollars.";
    let found = french(text);
    assert_eq!(found, ["trade stated RU 3000000000 USD", "trade stated BY 200000000 USD"]);
    let text = "Les exportations vers le Laos et le Cambodge ont atteint 2 milliards d'euros et 300 \
                millions d'euros respectivement.";
    assert_eq!(french(text), ["trade stated LA 2000000000 EUR", "trade stated KH 300000000 EUR"]);
}

#[test]
fn a_total_over_several_countries_is_nobodys_own() {
    let text = "Une soixantaine d'accords ont été signés entre le Vietnam et le Kazakhstan, \
                l'Azerbaïdjan, la Russie et le Bélarus.";
    assert_eq!(french(text), ["agreement signed AZ-BY-KZ-RU-VN over 4 ~60 agreements"]);
    let text = "The bank lends 3 billion dollars to Kenya, Uganda and Rwanda.";
    assert_eq!(english(text), ["money stated KE-RW-UG over 3 3000000000 USD"]);
    let text = "Le fonds prévoit 40 millions d'euros pour les quatre pays.";
    assert_eq!(french(text), ["money planned  over 4 40000000 EUR"]);
}

#[test]
fn both_countries_are_those_of_the_paragraph_before() {
    let text = "Les liens entre la Hongrie et la Serbie ont progressé.\n\
                Les deux pays ont signé un accord sur les transports.\n\
                Ils veulent porter leurs échanges à 1,5 milliard de dollars.";
    assert_eq!(french(text), ["agreement signed HU-RS", "trade target HU-RS 1500000000 USD"]);
    let text = "Relations between Kenya and Uganda have grown.\nThe two sides signed a treaty.";
    assert_eq!(english(text), ["agreement signed KE-UG"]);
    let text = "Les relations entre le Vietnam, le Laos et le Cambodge ont progressé.\n\
                Les deux pays ont signé un accord.";
    assert_eq!(french(text), [""; 0], "which two, the text does not say");
}

#[test]
fn an_agreement_is_signed_or_to_be_signed_or_asked_for() {
    for (text, expected) in [
        ("La France et l'Inde ont signé un accord.", "agreement signed FR-IN"),
        (
            "La France et l'Inde signeront un accord en juin 2026.",
            "agreement planned FR-IN on 2026-06",
        ),
        ("La France a proposé à l'Inde de signer un accord.", "agreement requested FR-IN"),
        ("La France et l'Inde ont convenu de signer un traité.", "agreement planned FR-IN"),
        (
            "Un accord a été signé par la France avec l'Inde le 3 mai 2025.",
            "agreement signed FR-IN on 2025-05-03",
        ),
        ("La France et l'Inde ont annulé la signature d'un accord.", "agreement cancelled FR-IN"),
    ] {
        let found = french(text);
        let found: Vec<&String> =
            found.iter().filter(|line| line.starts_with("agreement")).collect();
        assert_eq!(found, [expected], "{text}");
    }
    for (text, expected) in [
        ("France and India signed a treaty on 3 May 2025.", "agreement signed FR-IN on 2025-05-03"),
        ("France and India will sign a treaty.", "agreement planned FR-IN"),
        ("France urged India to sign the treaty.", "agreement requested FR-IN"),
    ] {
        let found = english(text);
        let found: Vec<&String> =
            found.iter().filter(|line| line.starts_with("agreement")).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn a_pronoun_beside_one_country_means_the_pair() {
    let text = "Le président vietnamien a effectué une visite en Azerbaïdjan.\n\
                À Bakou, il a signé une déclaration commune sur un partenariat stratégique.";
    assert_eq!(
        french(text),
        ["visit done AZ-VN in AZ", "agreement signed AZ-VN", "level done AZ-VN strategic"]
    );
}

#[test]
fn those_who_sign_stand_for_their_states() {
    let text = "Le président Emmanuel Macron et le Premier ministre polonais Donald Tusk ont signé un traité.";
    assert_eq!(french(text), ["agreement signed FR-PL"]);
}

#[test]
fn what_is_denied_or_one_sided_is_no_agreement() {
    for text in [
        "La France et l'Inde n'ont pas signé l'accord.",
        "Aucun accord n'a été signé entre la France et l'Inde.",
        "La France et l'Inde ont refusé de signer l'accord.",
        "La France et l'Inde pourraient signer un accord.",
        "La France a signé un accord.",
        "Le syndicat et la direction ont signé un accord.",
    ] {
        let found = french(text);
        assert!(!found.iter().any(|line| line.starts_with("agreement")), "{text}: {found:?}");
    }
    let found = english("France and India did not sign the agreement.");
    assert!(!found.iter().any(|line| line.starts_with("agreement")), "{found:?}");
}

#[test]
fn partners_of_one_country_are_pairs() {
    let text = "La Hongrie a rehaussé ses relations avec le Kenya, la Croatie et la Serbie au \
                rang de partenariat stratégique.";
    assert_eq!(
        french(text),
        ["level done HU-KE strategic", "level done HR-HU strategic", "level done HU-RS strategic",]
    );
    let text = "Japan and Laos upgraded ties to a comprehensive strategic partnership.";
    assert_eq!(english(text), ["level done JP-LA comprehensive-strategic"]);
}

#[test]
fn visas_are_facts_of_their_own() {
    let text = "La Serbie et le Kenya ont signé un accord sur l'exemption réciproque de visas.";
    assert_eq!(french(text), ["visa signed KE-RS"]);
}

#[test]
fn a_visit_wants_somebody_in_office_and_another_country() {
    for (text, expected) in [
        (
            "Le président kazakh Kassym-Jomart Tokaïev a effectué une visite au Vietnam en août 2023.",
            "visit done KZ-VN in VN on 2023-08 by Kassym-Jomart Tokaïev",
        ),
        (
            "Le ministre russe des Affaires étrangères se rendra en Inde le 3 juin 2026.",
            "visit planned IN-RU in IN on 2026-06-03",
        ),
        ("Le président brésilien a annulé sa visite au Chili.", "visit cancelled BR-CL in CL"),
    ] {
        assert_eq!(french(text), [expected], "{text}");
    }
    for text in [
        "Le président français Emmanuel Macron est en visite en France.",
        "Les touristes chinois visitent la France.",
        "Le président français n'effectuera pas de visite au Mali.",
        "Le festival est en tournée en Italie.",
    ] {
        let found = french(text);
        assert!(!found.iter().any(|line| line.starts_with("visit")), "{text}: {found:?}");
    }
    assert_eq!(
        english("The Chinese foreign minister will visit Nepal on 3 June 2026."),
        ["visit planned CN-NP in NP on 2026-06-03"]
    );
}

#[test]
fn a_meeting_has_two_sides() {
    let text = "Le ministre vietnamien de la Défense a reçu le 12 mai 2025 à Hanoï son collègue, le ministre \
                russe de la Défense.";
    assert_eq!(french(text), ["meeting done RU-VN in VN on 2025-05-12"]);
    let text = "The Chinese foreign minister met the Nepalese prime minister in Kathmandu.";
    assert_eq!(english(text), ["meeting done CN-NP in NP"]);
    let found = french("Le ministre français a rencontré des syndicats.");
    assert_eq!(found, [""; 0]);
}

#[test]
fn money_says_whether_it_is_reached_or_aimed_at() {
    for (text, expected) in [
        (
            "Le commerce entre la France et l'Inde a atteint 13,4 milliards d'euros en 2022.",
            "trade stated FR-IN 13400000000 EUR on 2022",
        ),
        (
            "L'objectif est de porter le commerce entre la France et l'Inde à 20 milliards d'euros d'ici 2030.",
            "trade target FR-IN 20000000000 EUR until 2030",
        ),
        ("Le Japon prêtera 300 000 dollars au Laos.", "money planned JP-LA 300000 USD"),
    ] {
        assert_eq!(french(text), [expected], "{text}");
    }
    assert_eq!(
        english("France and India aim to raise trade to US$20 billion by 2030."),
        ["trade target FR-IN 20000000000 USD until 2030"]
    );
}

#[test]
fn a_date_or_a_comparison_beside_an_amount_is_no_part_of_it() {
    let text = "Ottawa's spending will rise in the year beginning April 1 to 110 billion dollars.";
    assert!(english(text).iter().all(|line| line.contains("110000000000 USD")), "no range");
    let text = "Exports of France rose to 60 billion euros from 50 billion in 1985.";
    assert_eq!(english(text), ["trade stated FR 60000000000 EUR"], "1985 is of the other number");
    let text = "La France pourrait perdre 3 milliards d'euros.";
    assert_eq!(french(text), [""; 0], "a mere possibility");
}

#[test]
fn soldiers_and_victims_are_counted() {
    assert_eq!(
        french("Le Tchad a envoyé mille soldats au Mali."),
        ["count stated ML-TD 1000 soldiers"]
    );
    let text = "Au moins 22 personnes ont été tuées dans un attentat à Kaboul.";
    assert_eq!(french(text), ["incident done AF ~22 dead in AF"]);
    let text = "A bomb attack killed 40 people in Baghdad.";
    assert_eq!(english(text), ["incident done IQ 40 dead in IQ"]);
}

#[test]
fn anniversaries_count_years() {
    let text = "En 2025, le Vietnam et la Russie célèbrent le 75e anniversaire de leurs relations.";
    assert_eq!(french(text), ["anniversary stated RU-VN 75 years on 2025"]);
    let text = "France and India celebrate 75 years of diplomatic relations.";
    assert_eq!(english(text), ["anniversary stated FR-IN 75 years"]);
}

#[test]
fn promises_requests_appointments_and_sanctions() {
    for (text, expected) in [
        ("Le Japon s'est engagé à financer le port.", "commitment stated JP"),
        ("La Russie a invité le Laos à participer au défilé.", "request requested LA-RU"),
        ("L'Union européenne a imposé des sanctions contre le Bélarus.", "sanction done BY-EU"),
    ] {
        assert_eq!(french(text), [expected], "{text}");
    }
    assert_eq!(english("Japan pledged to fund the port."), ["commitment stated JP"]);
    assert_eq!(english("Growth depends on U.S. demand for imports."), [""; 0]);
}

#[test]
fn words_have_their_speaker() {
    let text = "« Nous pouvons être très fiers de ce résultat », a déclaré le ministre français Bruno Le \
                Maire.";
    assert_eq!(french(text), ["quote stated FR by Bruno Le Maire"]);
    assert_eq!(french("« Nous pouvons être très fiers de ce résultat », a-t-il dit."), [""; 0]);
}

#[test]
fn a_title_is_of_its_day_and_a_former_one_says_so() {
    let text = "Le ministre vietnamien des Affaires étrangères Bui Thanh Son a parlé.";
    assert_eq!(
        offices(text, "2022-03-01"),
        ["ministre vietnamien des Affaires étrangères Bui Thanh Son 2022-03-01"]
    );
    let text = "L'ancien président français François Hollande a parlé.";
    assert_eq!(
        offices(text, "2022-03-01"),
        ["former ancien président français François Hollande 2022-03-01"]
    );
    assert_eq!(offices("François Hollande a parlé à Paris.", "2022-03-01"), [""; 0]);
}

#[test]
fn a_plan_and_its_completion_differ_in_status() {
    let planned = french("Le président russe se rendra au Laos.");
    let done = french("Le président russe s'est rendu au Laos.");
    assert_eq!(planned, ["visit planned LA-RU in LA"]);
    assert_eq!(done, ["visit done LA-RU in LA"]);
}

#[test]
fn one_sentence_of_a_megabyte_is_passed_over_in_time() {
    let text =
        "Le Vietnam et la Russie ont signé 14 accords de 3 milliards de dollars, ".repeat(14_000);
    let started = std::time::Instant::now();
    let tokens = tokens::Tokens::new(&text);
    assert!(tokens.len() > 100_000);
    let named = Text::new(&text, Language::French, "2025-05-14");
    let before = started.elapsed();
    named.facts();
    assert!(started.elapsed() < before * 3, "as fast as reading the text");
}
