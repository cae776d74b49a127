//! Lines of the journal: each form is a contract.

use super::*;
use crate::model::{CorrectedDate, Field, ReadingPosition, Revision, SavedSearch, Visit};

fn at(ms: i64) -> Tick {
    Tick { ms, counter: 0, host: 9 }
}

#[test]
fn lines_read_as_they_were_written() {
    let position = ReadingPosition { block: 3, fingerprint: u64::MAX, offset: 12 };
    let change = |field| Change { id: "p:1".into(), field };
    let actions = [
        Action::Set(vec![change(Field::Read(true)), change(Field::Position(None))]),
        Action::Set(vec![change(Field::Position(Some(position)))]),
        Action::Seen { moment: Moment(4), ids: vec!["p:1".into(), "f:\"\n".into()] },
        Action::Moved(vec![("p:1".into(), "p:2".into())]),
    ];
    for action in actions {
        let event = Event { at: at(5), action };
        let line = event.to_line().expect("a line");
        assert_eq!(line.iter().position(|&byte| byte == b'\n'), Some(line.len() - 1));
        assert_eq!(read(&line), Read { events: vec![event], ..Read::default() });
    }
}

#[test]
fn the_form_of_the_lines_is_a_contract() {
    let changes = vec![Change { id: "p:1".into(), field: Field::Starred(true) }];
    let line = Event { at: at(5), action: Action::Set(changes) }.to_line().expect("a line");
    let expected = r#"{"v":1,"at":[5,0,9],"set":[{"id":"p:1","field":{"starred":true}}]}"#;
    assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
}

#[test]
fn corrections_are_a_contract_too() {
    let change = |field| Change { id: "p".into(), field };
    let changes = vec![
        change(Field::Title(Some("A visit".to_owned()))),
        change(Field::Date(Some(CorrectedDate::Undated))),
        change(Field::Countries(Some(vec!["BY".parse().expect("a code")]))),
        change(Field::Countries(None)),
        change(Field::NotRelated(true)),
        change(Field::NotCopy(true)),
    ];
    let event = Event { at: at(5), action: Action::Set(changes) };
    let line = event.to_line().expect("a line");
    let expected = concat!(
        r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"title":"A visit"}},"#,
        r#"{"id":"p","field":{"date":"none"}},{"id":"p","field":{"countries":["BY"]}},"#,
        r#"{"id":"p","field":{"countries":null}},{"id":"p","field":{"not_related":true}},"#,
        r#"{"id":"p","field":{"not_copy":true}}]}"#,
    );
    assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
    assert_eq!(read(&line).events, [event]);
}

#[test]
fn tags_are_a_contract_too() {
    let tag = |name: Option<&str>| {
        let field = Field::Tag { key: "energie".into(), name: name.map(str::to_owned) };
        Change { id: "p".into(), field }
    };
    let changes = vec![tag(Some("Énergie")), tag(None)];
    let event = Event { at: at(5), action: Action::Set(changes) };
    let line = event.to_line().expect("a line");
    let expected = concat!(
        r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"tag":{"key":"energie","name":"Énergie"}}},"#,
        r#"{"id":"p","field":{"tag":{"key":"energie","name":null}}}]}"#,
    );
    assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
    assert_eq!(read(&line).events, [event]);
}

#[test]
fn visits_and_revisions_are_a_contract_too() {
    let visit = Visit { until: Moment(7), on: "2025-05-02".parse().expect("a day") };
    let id = BriefId::of_country("BY".parse().expect("a code"));
    let visited = Change { id, field: Field::Visited(Some(visit)) };
    let (came, went) = (vec!["Oui.".to_owned()], Vec::new());
    let revision = Revision { at: Moment(9), came, went };
    let field = Field::Revised { contents: "0a".into(), revision };
    let changes = vec![visited, Change { id: "p".into(), field }];
    let event = Event { at: at(5), action: Action::Set(changes) };
    let line = event.to_line().expect("a line");
    let expected = concat!(
        r#"{"v":1,"at":[5,0,9],"set":[{"id":"c:BY","field":{"visited":{"until":7,"on":"2025-05-02"}}},"#,
        r#"{"id":"p","field":{"revised":{"contents":"0a","revision":{"at":9,"came":["Oui."],"went":[]}}}}]}"#,
    );
    assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
    assert_eq!(read(&line).events, [event]);
}

#[test]
fn saved_searches_are_a_contract_too() {
    let search = SavedSearch { name: "Visas".into(), query: "visa pays:by".into() };
    let namings = vec![
        Naming { key: "visas".into(), search: Some(search) },
        Naming { key: "blé".into(), search: None },
    ];
    let event = Event { at: at(5), action: Action::Named(namings) };
    let line = event.to_line().expect("a line");
    let expected = concat!(
        r#"{"v":1,"at":[5,0,9],"named":[{"key":"visas","search":{"name":"Visas","query":"visa pays:by"}},"#,
        r#"{"key":"blé","search":null}]}"#,
    );
    assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
    assert_eq!(read(&line).events, [event]);
}

#[test]
fn a_field_of_a_later_version_does_not_break_the_known_ones_beside_it() {
    let line = concat!(
        r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"note":[1,{"x":2}]}},"#,
        r#"{"id":"p","field":{"read":true}},{"id":"p","field":{"starred":true},"by":"x"}]}"#,
        "\n",
    );
    let changes = vec![Change { id: "p".into(), field: Field::Read(true) }];
    let event = Event { at: at(5), action: Action::Set(changes) };
    assert_eq!(read(line.as_bytes()), Read { events: vec![event], unknown: 1, damaged: 0 });
    // So that compaction leaves it as it is.
    assert_eq!(event_of(line.trim_end().as_bytes()), None);
}

#[test]
fn later_versions_and_damage_are_told_apart() {
    let lines = concat!(
        "{\"v\":2,\"at\":[1,0,0],\"set\":[]}\n",
        "{\"v\":1,\"at\":[1,0,0],\"note\":\"x\"}\n",
        "{\"v\":1,\"at\":[1,0,0],\"set\":[{\"id\":\"p\",\"field\":{\"note\":1}}]}\n",
        "{\"v\":1,\"at\":[1,0\n",
        "\n",
        "\u{0}\u{0}\u{0}\n",
    );
    let expected = Read { events: vec![], unknown: 3, damaged: 2 };
    assert_eq!(read(lines.as_bytes()), expected);
}
