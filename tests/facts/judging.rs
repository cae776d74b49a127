//! The judge itself: what passes for a listed fact, and what does not.

use chancery::model::{
    CountryCode, DateBasis, DateStamp, Fact, FactKind, FactStatus, Measure, PersonMention,
    PersonTitle, Quantity, Role, Span, Unit,
};

use crate::judge::Judged;
use crate::set::{Listed, Text};

const TEXT: &str = "Belarus and Viet Nam signed **nine\nagreements** in Minsk on 2 July 2017, under \
    Deputy Prime Minister Anatoly Kalinin.";

const SET: &str = r#"
file = ""
language = "en"
half = "a"

[[fact]]
type = "count"
or = ["agreement"]
countries = ["BY", "VN"]
also = ["RU"]
value = "9"
unit = "agreements"
status = ["signed", "done"]
date = "2017-07-02"
sentence = "signed nine agreements"

[[fact]]
type = "office"
countries = ["BY"]
persons = ["Anatol Kalinin"]
title = "deputy prime minister"
sentence = "signed nine agreements"
"#;

fn countries(codes: &str) -> Vec<CountryCode> {
    codes.split_whitespace().map(|code| code.parse().unwrap()).collect()
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// The count as it should be found.
fn count() -> Fact {
    let unit = Unit::Of(Measure::Agreements);
    let value =
        Quantity { thousandths: 9000, most: None, unit, approximate: false, span: span("nine") };
    let date = DateStamp { value: "2017-07-02".parse().unwrap(), basis: DateBasis::Stated };
    Fact {
        kind: FactKind::Count,
        span: span(TEXT),
        phrase: span("nine\nagreements"),
        value: Some(value),
        status: FactStatus::Signed,
        countries: countries("BY VN"),
        shared_by: None,
        place: None,
        level: None,
        date: Some(date),
        until: None,
        persons: Vec::new(),
    }
}

/// The office as it should be found, with these words for the title.
fn office(title: &str) -> Fact {
    let title = PersonTitle {
        span: span(title),
        text: title.to_owned(),
        role: Role::DeputyHeadOfGovernment,
        former: false,
        country: None,
    };
    let person = PersonMention {
        span: span("Anatoly Kalinin"),
        name: "Anatoly Kalinin".to_owned(),
        key: String::new(),
        title: Some(title),
    };
    Fact {
        kind: FactKind::Office,
        phrase: span("Anatoly Kalinin"),
        value: None,
        status: FactStatus::Stated,
        countries: countries("BY"),
        persons: vec![person],
        ..count()
    }
}

/// Whether each found fact is right, and whether each listed one is found.
fn judged(found: &[Fact]) -> (Vec<bool>, Vec<bool>) {
    let text: Text = toml::from_str(SET).unwrap();
    let listed: &[Listed] = &text.facts;
    let judged = Judged::new(listed, TEXT, found.iter().collect());
    let right = judged.taken.iter().map(Option::is_some).collect();
    (right, (0..listed.len()).map(|at| judged.is_found(at)).collect())
}

fn is_right(fact: Fact) -> bool {
    judged(&[fact]).0 == [true]
}

#[test]
fn what_agrees_in_everything_is_right_once() {
    let (right, found) = judged(&[count(), office("Deputy Prime Minister"), count()]);
    assert_eq!(right.iter().filter(|right| **right).count(), 2);
    assert_eq!(found, [true, true]);
    let (right, _) = judged(&[Fact { kind: FactKind::Agreement, ..count() }, count()]);
    assert_eq!(right, [true, true], "two names of one fact");
}

#[test]
fn another_type_sentence_number_or_status_is_wrong() {
    assert!(!is_right(Fact { kind: FactKind::Visa, ..count() }));
    assert!(!is_right(Fact { span: span("in Minsk"), ..count() }));
    assert!(!is_right(Fact { status: FactStatus::Planned, ..count() }));
    assert!(!is_right(Fact { value: None, ..count() }));
    let fourteen = count().value.map(|nine| Quantity { thousandths: 14_000, ..nine });
    assert!(!is_right(Fact { value: fourteen, ..count() }));
    assert!(is_right(Fact { kind: FactKind::Date, status: FactStatus::Planned, ..count() }));
}

#[test]
fn no_country_is_in_doubt_and_a_wrong_one_wrong() {
    assert_eq!(
        judged(&[Fact { countries: Vec::new(), ..count() }]),
        (vec![true], vec![false, false])
    );
    assert!(is_right(Fact { countries: countries("BY RU VN"), ..count() }));
    assert!(is_right(Fact { countries: countries("BY"), ..count() }));
    for wrong in ["RU", "BY PL VN"] {
        assert!(!is_right(Fact { countries: countries(wrong), ..count() }), "{wrong}");
    }
    for half in ["BY", "BY RU"] {
        let agreement = Fact { kind: FactKind::Agreement, countries: countries(half), ..count() };
        assert!(!is_right(agreement), "an agreement takes two: {half}");
    }
}

#[test]
fn a_day_may_be_missing_but_not_another() {
    let on = |day: &str| {
        let date = DateStamp { value: day.parse().unwrap(), basis: DateBasis::Stated };
        is_right(Fact { date: Some(date), ..count() })
    };
    assert!(on("2017") && on("2017-07") && is_right(Fact { date: None, ..count() }));
    assert!(!on("2017-07-03") && !on("2016"));
}

#[test]
fn an_office_is_somebodys_with_the_whole_title() {
    assert!(is_right(office("Deputy Prime Minister")));
    assert!(!is_right(office("Prime Minister")));
    assert!(!is_right(Fact { persons: Vec::new(), ..office("Deputy Prime Minister") }));
    let mut other = office("Deputy Prime Minister");
    other.persons[0].name = "Andrei Kobyakov".to_owned();
    assert!(!is_right(other));
}
