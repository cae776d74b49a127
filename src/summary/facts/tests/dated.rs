//! Votes and dated acts, and whose they are where the text goes on without naming anybody.

use super::super::*;
use super::{english, french, shown};
use crate::summary::facts::reading::Text;

fn dates(text: &str, language: Language) -> Vec<String> {
    let found = Text::new(text, language, "2025-05-14").facts();
    found.iter().filter(|fact| fact.kind == FactKind::Date).map(shown).collect()
}

fn english_dates(text: &str) -> Vec<String> {
    dates(text, Language::English)
}

fn french_dates(text: &str) -> Vec<String> {
    dates(text, Language::French)
}

#[test]
fn the_results_of_a_vote_are_those_of_the_country_that_the_text_is_about() {
    let text = "Kenya voted on 9 August 2022.\nTurnout was 65.4 pct.";
    assert_eq!(english(text), ["count stated KE 65.4 percent"]);
    let text = "La Croatie a voté dimanche.\nLe président sortant l'emporte avec 74,7 % des voix.";
    assert_eq!(french(text), ["count stated HR 74.7 percent"]);
    for text in [
        "Kenya voted on 9 August 2022.\nIn Uganda and Rwanda, turnout was 65.4 pct.",
        "Kenya and Uganda trade much.\nTurnout was 65.4 pct.",
        "A survey in Kenya gave the party 40 pct of the votes.",
        "Kenya wants more light.\nThe lamp saves 40 pct.",
    ] {
        assert!(!english(text).iter().any(|line| line.contains("KE")), "{text}");
    }
}

#[test]
fn a_day_is_that_of_the_states_that_act() {
    for (text, expected) in [
        ("La Croatie est membre de l'Union depuis le 1er juillet 2013.", "HR on 2013-07-01"),
        ("Croatia joined the euro on 1 January 2023.", "HR on 2023-01-01"),
        ("Le Kenya a quitté la table le 3 mars 2025.", "KE on 2025-03-03"),
        ("3 March 2025: Kenya, Uganda and Rwanda open the line.", "KE-RW-UG on 2025-03-03"),
    ] {
        let language = if text.starts_with('L') { Language::French } else { Language::English };
        assert_eq!(dates(text, language), [format!("date stated {expected}")], "{text}");
    }
    assert_eq!(
        french_dates("Le Kenya y est entré le 2 janvier 2015, l'Ouganda le 12 août 2016."),
        ["date stated KE on 2015-01-02", "date stated UG on 2016-08-12"]
    );
    assert_eq!(
        french_dates(
            "Le Kenya y est entré le 2 janvier 2015, l'Ouganda le 12 août de la même année."
        ),
        ["date stated KE on 2015-01-02"],
        "no other year is guessed"
    );
}

#[test]
fn a_day_of_words_a_firm_or_a_speaker_is_no_act() {
    for text in [
        "The minister of Kenya said on 3 March 2025 that the road was long.",
        "Kenya Nairobi Motors Ltd said results were due. The meeting in Kenya is on 3 March 2026.",
        "Rain fell in the week to 3 March 2025, the weather service of Kenya said.",
        "NATO opened its seat on 3 March 2025.",
        "After the attack of March 2025, Kenya looked for its authors.",
        "The ship sank off Kenya, announced the police on 3 March 2025.",
    ] {
        assert_eq!(english_dates(text), [""; 0], "{text}");
    }
    let text = "À Nairobi, l'alliance devient une union le 3 mars 2025, présidée par le colonel X, du Mali.";
    assert!(!french_dates(text).iter().any(|line| line.contains("ML")));
    let text = "Kenya announced the closing of the port on 3 March 2025.";
    assert_eq!(
        english_dates(text),
        ["date stated KE on 2025-03-03"],
        "what is announced is an act"
    );
    let text = "Kenya announced on 3 March 2025 that the port was closed.";
    assert_eq!(english_dates(text), [""; 0]);
}

#[test]
fn a_far_day_without_a_year_is_not_one_to_come() {
    let text = "Au Kenya, il a été arrêté après avoir photographié le 7 décembre un défilé.";
    assert!(!french_dates(text).iter().any(|line| line.contains("planned")), "a day of the past");
}

#[test]
fn three_countries_named_together_are_the_three_countries() {
    let text = "Le Kenya, l'Ouganda et le Rwanda ont une monnaie.\n\
                Les trois pays comptent 120 millions d'habitants.";
    assert_eq!(french(text), ["count stated KE-RW-UG over 3 120000000 people"]);
    let text = "Le Kenya, l'Ouganda et le Rwanda ont une monnaie.\n\
                Les quatre pays comptent 120 millions d'habitants.";
    assert!(!french(text).iter().any(|line| line.contains("KE")), "who the fourth is, nobody says");
}

#[test]
fn a_list_item_names_its_countries_before_the_colon() {
    assert_eq!(french("Hongrie et Serbie : sept accords."), ["count stated HU-RS 7 agreements"]);
    assert_eq!(french("Nairobi : sept accords pour la visite."), [""; 0], "where it was written");
}
