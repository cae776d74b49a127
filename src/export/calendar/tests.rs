//! That a calendar is one by RFC 5545.

use super::*;
use crate::export::fixtures::{code, date, with_labels};
use crate::model::{Citation, DateBasis, DateStamp, Phrase, Span, SummaryLine};

fn event(day: &str, words: &str, sentence: &str) -> AgendaEvent {
    let from = DateStamp { value: date(day), basis: DateBasis::Stated };
    let citation = Citation {
        id: BriefId::from("p:a.md"),
        file: "a.md".into(),
        span: Span::new(0, sentence.len()),
        sentence: sentence.to_owned(),
        words: None,
    };
    let line = SummaryLine {
        countries: vec![code("KZ")],
        ..SummaryLine::new(Phrase::Verbatim(words.to_owned()), Some(from), vec![citation])
    };
    AgendaEvent {
        occasion: Occasion::Visit,
        from,
        until: None,
        place: Some(code("KZ")),
        key: 0xbeef,
        seen_from: None,
        line,
    }
}

fn written(coming: Vec<AgendaEvent>) -> String {
    let agenda = Agenda { as_of: date("2025-05-13"), coming, past: Vec::new() };
    with_labels(|labels| calendar(&agenda, &[], labels))
}

/// The properties after unfolding; every line ends in CR LF and has 75 octets at most.
fn unfolded(calendar: &str) -> Vec<(String, String)> {
    assert!(calendar.ends_with("\r\n"));
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= MOST_OCTETS, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']) && !line.chars().any(char::is_control), "{line:?}");
    }
    let lines = calendar.replace("\r\n ", "");
    let property = |line: &str| {
        let (name, value) = line.split_once(':').expect("a name and a value");
        (name.to_owned(), value.to_owned())
    };
    lines.split_terminator("\r\n").map(property).collect()
}

fn value(properties: &[(String, String)], name: &str) -> Option<String> {
    properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
}

#[test]
fn long_lines_fold_between_letters_and_unfold_to_what_they_were() {
    let words = "Le président se rend à Astana, la capitale ; il y restera trois jours. ".repeat(6);
    let properties = unfolded(&written(vec![event("2025-06-02", &words, "Une phrase.")]));
    let summary = value(&properties, "SUMMARY").expect("a title");
    let clear = summary.replace("\\,", ",").replace("\\;", ";");
    assert_eq!(clear.trim_end(), words.trim_end());
    assert!(summary.contains("Astana\\, la capitale \\; il"));
}

#[test]
fn outside_text_cannot_end_a_line_or_an_event() {
    let hostile = "Un titre\r\nEND:VEVENT\nBEGIN:VALARM\u{1b}[2J\\, fin";
    let calendar = written(vec![event("2025-06-02", hostile, hostile)]);
    let properties = unfolded(&calendar);
    let events = properties.iter().filter(|(name, _)| name == "BEGIN" || name == "END");
    assert_eq!(events.count(), 4);
    assert!(value(&properties, "SUMMARY").is_some_and(|title| title.contains("\\nEND:VEVENT")));
}

#[test]
fn a_day_is_a_day_and_stamps_do_not_follow_the_clock() {
    let properties = unfolded(&written(vec![event("2025-12-31", "Fin", "La fin.")]));
    let of = |name: &str| value(&properties, name).unwrap_or_default();
    assert_eq!(of("DTSTART;VALUE=DATE"), "20251231");
    assert_eq!(of("DTEND;VALUE=DATE"), "20260101");
    assert_eq!(of("DTSTAMP"), "20250513T000000Z");
    assert_eq!(of("UID"), "000000000000beef-20251231@chancery");
    assert_eq!(of("LOCATION"), "Kazakhstan");
    assert!(of("DESCRIPTION").contains("La fin.") && of("DESCRIPTION").contains("(a.md)"));
    assert_eq!(of("TRANSP"), "OPAQUE");
}

#[test]
fn a_month_is_no_day() {
    let properties = unfolded(&written(vec![event("2025-02", "Visite", "En février.")]));
    let of = |name: &str| value(&properties, name).unwrap_or_default();
    assert_eq!(of("DTSTART;VALUE=DATE"), "20250201");
    assert_eq!(of("DTEND;VALUE=DATE"), "20250301");
    assert_eq!(of("TRANSP"), "TRANSPARENT");
    assert!(of("SUMMARY").contains("2025-02"), "{}", of("SUMMARY"));
}

#[test]
fn a_year_has_no_place_and_a_calendar_may_be_empty() {
    let empty = written(vec![event("2030", "Objectif", "En 2030.")]);
    assert!(!empty.contains("VEVENT"));
    assert_eq!(unfolded(&empty).len(), 6);
}

#[test]
fn what_lasts_covers_all_its_days_but_no_year_that_nobody_named() {
    let mut lasting = event("2025-05-05", "Tournée", "Du 5 au 12 mai.");
    lasting.until = Some(date("2025-05-12"));
    let end = |event: &AgendaEvent| {
        let properties = unfolded(&written(vec![event.clone()]));
        value(&properties, "DTEND;VALUE=DATE").unwrap_or_default()
    };
    assert_eq!(end(&lasting), "20250513");
    lasting.until = Some(date("2026"));
    assert_eq!(end(&lasting), "20250506");
}

#[test]
fn an_event_of_an_embargoed_brief_is_not_public() {
    let coming = vec![event("2025-06-02", "Visite", "Une phrase.")];
    let agenda = Agenda { as_of: date("2025-05-13"), coming, past: Vec::new() };
    let mut brief = crate::export::fixtures::brief();
    brief.id = BriefId::from("p:a.md");
    (brief.classification, brief.embargo) = (None, Some("2025-06-01".into()));
    let calendar = with_labels(|labels| calendar(&agenda, &[&brief], labels));
    assert_eq!(value(&unfolded(&calendar), "CLASS").as_deref(), Some("CONFIDENTIAL"));
}

#[test]
fn a_classified_brief_marks_its_event() {
    let agenda = Agenda {
        as_of: date("2025-05-13"),
        coming: vec![event("2025-06-02", "Visite", "Une phrase.")],
        past: Vec::new(),
    };
    let mut brief = crate::export::fixtures::brief();
    brief.id = BriefId::from("p:a.md");
    brief.classification = Some("SECRET".into());
    let calendar = with_labels(|labels| calendar(&agenda, &[&brief], labels));
    let properties = unfolded(&calendar);
    assert_eq!(value(&properties, "CLASS").as_deref(), Some("CONFIDENTIAL"));
    assert!(value(&properties, "DESCRIPTION").is_some_and(|text| text.contains("SECRET")));
}
