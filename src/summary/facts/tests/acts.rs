//! What states and those in office do: sign, meet, ask, promise, open their borders.

use super::{english, french};

/// The facts of one kind.
fn of<'a>(kind: &str, found: &'a [String]) -> Vec<&'a str> {
    found.iter().filter(|line| line.starts_with(kind)).map(String::as_str).collect()
}

#[test]
fn any_text_that_two_states_sign_is_an_agreement() {
    for text in [
        "La France et l'Inde ont signé une déclaration sur la pêche.",
        "La France et l'Inde ont signé une feuille de route.",
    ] {
        assert_eq!(of("agreement", &french(text)), ["agreement signed FR-IN"], "{text}");
    }
    let found = english("France and India made a statement on fishing.");
    assert_eq!(of("agreement", &found), [""; 0], "nobody signs it");
    let found = french("La France et l'Inde n'ont pas signé la déclaration.");
    assert_eq!(of("agreement", &found), [""; 0]);
}

#[test]
fn two_sides_sign_with_a_third() {
    let found = english("Kenya and Uganda have each signed a treaty with Rwanda.");
    assert_eq!(of("agreement", &found), ["agreement signed KE-RW-UG"]);
    let found = french("Le Kenya a signé un traité avec l'Ouganda et le Rwanda.");
    assert_eq!(of("agreement", &found), ["agreement signed KE-RW-UG"]);
    let text = "Le Kenya et l'Ouganda vivent de l'accord que Kigali a signé avec la Tanzanie.";
    assert!(!of("agreement", &french(text)).iter().any(|line| line.contains("UG")));
}

#[test]
fn it_was_signed_means_the_agreement_of_the_sentence_before() {
    let text = "Le traité entre la France et l'Inde compte douze articles. Il avait été signé à Delhi le 3 mai 2024.";
    assert_eq!(of("agreement", &french(text)), ["agreement signed FR-IN on 2024-05-03"]);
    let text =
        "The treaty between France and India has twelve articles. It was not signed on 3 May 2024.";
    assert_eq!(of("agreement", &english(text)), [""; 0]);
    let text = "The bridge between France and India is long. It was signed on 3 May 2024.";
    assert_eq!(of("agreement", &english(text)), [""; 0], "no agreement is named");
}

#[test]
fn both_who_meet_may_stand_before_the_verb() {
    let text = "The presidents of Kenya and Uganda met in Kampala on 3 May 2025.";
    assert_eq!(english(text), ["meeting done KE-UG in UG on 2025-05-03"]);
    let text = "Les présidents kényan et ougandais se sont entretenus le 3 mai 2025.";
    assert_eq!(french(text), ["meeting done KE-UG on 2025-05-03"]);
    let text =
        "Le Kenya et l'Ouganda ont tenu le 3 mai 2025 leur troisième dialogue sur la défense.";
    assert_eq!(french(text), ["meeting done KE-UG on 2025-05-03"]);
    for text in [
        "The presidents of Kenya and Uganda did not meet.",
        "The presidents of Kenya and Uganda met the press.",
    ] {
        let found = english(text);
        let done: Vec<&str> = of("meeting done", &found);
        assert!(text.ends_with("press.") || done.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_counterpart_is_of_the_other_country() {
    let text = "Le Kenya et l'Ouganda sont voisins.\nLe président kényan a reçu son homologue.";
    assert_eq!(of("meeting", &french(text)), ["meeting done KE-UG"]);
    let text = "Le président kényan a reçu son homologue rwandais.";
    assert_eq!(of("meeting", &french(text)), ["meeting done KE-RW"]);
    let text = "Le président kényan a reçu son homologue, le président rwandais Paul Kagame.";
    assert_eq!(of("meeting", &french(text)), ["meeting done KE-RW by Paul Kagame"]);
    let text = "Le président kényan a reçu son homologue.";
    assert_eq!(of("meeting", &french(text)), [""; 0], "whose, nobody says");
}

#[test]
fn governments_and_sides_ask() {
    for (text, expected) in [
        ("La partie kényane a demandé l'ouverture de la ligne.", "request requested KE"),
        ("Le gouvernement kényan a demandé l'ouverture de la ligne.", "request requested KE"),
        ("Nairobi veut confier le port à une entreprise.", "request requested KE"),
    ] {
        assert_eq!(of("request", &french(text)), [expected], "{text}");
    }
    for text in [
        "C'est la loi que le Kenya veut voter.",
        "La partie kényane n'a pas demandé l'ouverture de la ligne.",
        "La partie la plus longue demande du temps.",
    ] {
        assert_eq!(of("request", &french(text)), [""; 0], "{text}");
    }
    let found = english("India wanted to keep its market.");
    assert_eq!(of("request", &found), [""; 0], "a wish of the past asks for nothing");
}

#[test]
fn they_are_two_states_only_where_the_sentence_before_names_two() {
    let text = "Kenya and Uganda met. They undertook to open the border.";
    assert_eq!(of("commitment", &english(text)), ["commitment stated KE-UG"]);
    let text = "Farmers from Kenya came to Uganda. They undertook to open the border.";
    assert_eq!(of("commitment", &english(text)), [""; 0]);
}

#[test]
fn visas_are_granted_lifted_or_fewer() {
    for (text, expected) in [
        ("La France délivrera aux citoyens kényans un visa de sept jours.", "visa planned FR-KE"),
        ("La France a réduit le nombre de visas accordés aux Kényans.", "visa stated FR-KE"),
    ] {
        assert_eq!(of("visa", &french(text)), [expected], "{text}");
    }
    let found = english("Kenya announced that visitors from India need no visa.");
    assert_eq!(of("visa", &found), ["visa stated IN-KE"]);
    let found = english("A visa for India has a nice stamp in France.");
    assert_eq!(of("visa", &found), [""; 0]);
}

#[test]
fn who_attacks_is_a_party_to_the_attack() {
    let text = "Le 3 mai 2025, frappes du Kenya, puis de l'Ouganda, sur des dépôts rwandais.";
    assert_eq!(french(text), ["incident done KE-RW-UG on 2025-05-03"]);
    let text = "L'attentat a tué douze personnes et blessé trente autres au Kenya.";
    assert_eq!(french(text), ["incident done KE 12 dead in KE"]);
}

#[test]
fn a_tour_goes_on_and_somebody_is_expected() {
    let text = "Le président kényan s'est ensuite rendu en Ouganda.";
    assert_eq!(french(text), ["visit done KE-UG in UG"]);
    let text = "Le président kényan est attendu au Rwanda le 3 juin 2026.";
    assert_eq!(french(text), ["visit planned KE-RW in RW on 2026-06-03"]);
}

#[test]
fn relations_that_are_years_old_are_those_of_two() {
    let text = "Le Kenya et l'Ouganda sont voisins.\nL'année est celle des 25 ans de relations avec l'Ouganda.";
    assert_eq!(french(text), ["anniversary stated KE-UG 25 years"]);
    let text = "L'année est celle des 25 ans de relations avec l'Ouganda.";
    assert_eq!(french(text), ["anniversary stated  25 years"], "with whom, the text does not say");
}

#[test]
fn a_corrected_sum_is_none() {
    for text in [
        "La première version donnait 10 milliards d'euros pour le Kenya.",
        "Le Kenya reçoit une aide, et non 10 milliards d'euros.",
    ] {
        assert_eq!(of("money", &french(text)), [""; 0], "{text}");
    }
    let found = english("An earlier version gave 10 billion dollars for Kenya.");
    assert_eq!(of("money", &found), [""; 0]);
    let found = english("Kenya pledged 8 million dollars, the first member of the UN to do so.");
    assert_eq!(of("money", &found), ["money stated KE 8000000 USD"], "the UN pledges nothing");
    let found = english("Kenya gave grain, Uganda 8 million dollars and Rwanda 9 million dollars.");
    assert_eq!(of("money", &found), ["money stated UG 8000000 USD", "money stated RW 9000000 USD"]);
}
