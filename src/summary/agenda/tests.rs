//! Agendas of small briefs of public facts.

use super::*;
use crate::model::{Document, Role};
use crate::summary::Exhibit;
use crate::summary::fixtures::{Paper, code, date, person, quantity, stated, usd};

const KZ: &str = "KZ=Kazakhstan|Astana";
const UZ: &str = "UZ=Ouzbékistan|Tachkent";

fn survey(as_of: &str) -> Survey {
    Survey { as_of: date(as_of), since: None, desk: Vec::new(), home: None, only: Vec::new() }
}

fn of(survey: &Survey, documents: &[Document]) -> Agenda {
    let exhibits: Vec<Exhibit<'_>> =
        documents.iter().map(|document| Exhibit { document, received: None }).collect();
    crate::summary::agenda(survey, &exhibits)
}

fn visit(file: &str, written: &str, from: &str, until: Option<&str>) -> Document {
    let text = "Une visite\n\nLe président Chavkat Mirzioïev se rend à Astana.";
    let set = |fact: &mut Fact| {
        fact.date = Some(stated(from));
        fact.until = until.map(date);
        fact.place = Some(code("KZ"));
        fact.persons = vec![person("Chavkat Mirzioïev", "président", Role::President)];
    };
    let paper = Paper::new(file, &[KZ, UZ], text).dated(written);
    let words = "se rend à Astana";
    paper.states(FactKind::Visit, words, FactStatus::Planned, &["KZ", "UZ"], set).document()
}

#[test]
fn a_visit_is_coming_until_its_last_day_is_over() {
    let documents = [visit("a.md", "2025-05-01", "2025-05-10", Some("2025-05-12"))];
    let sides = |as_of: &str| {
        let agenda = of(&survey(as_of), &documents);
        (agenda.coming.len(), agenda.past.len())
    };
    assert_eq!(sides("2025-05-09"), (1, 0));
    assert_eq!(sides("2025-05-12"), (1, 0));
    // Nobody said that it took place.
    assert_eq!(sides("2025-05-13"), (0, 0));
    let event = &of(&survey("2025-05-09"), &documents).coming[0];
    assert_eq!((event.occasion, event.place), (Occasion::Visit, Some(code("KZ"))));
    assert_eq!(event.until, Some(date("2025-05-12")));
}

#[test]
fn what_has_been_is_told_as_long_as_it_is_recent() {
    let mut done = visit("a.md", "2025-05-01", "2025-04-28", None);
    done.facts[0].status = FactStatus::Done;
    let past = |as_of: &str, since: Option<&str>| {
        let survey = Survey { since: since.map(date), ..survey(as_of) };
        of(&survey, std::slice::from_ref(&done)).past.len()
    };
    assert_eq!(past("2025-05-13", None), 1);
    // The briefs end long before the day: their last months count.
    assert_eq!(past("2027-05-13", None), 1);
    assert_eq!(past("2025-05-13", Some("2025-05-01")), 0);
}

#[test]
fn an_event_keeps_its_key_when_more_is_told_of_it() {
    let first = visit("a.md", "2025-05-01", "2025-05-10", None);
    let alone = of(&survey("2025-05-05"), std::slice::from_ref(&first));
    let second = visit("b.md", "2025-05-03", "2025-05-10", None);
    let both = of(&survey("2025-05-05"), &[second, first.clone()]);
    assert_eq!(both.coming.len(), 1);
    assert_eq!(both.coming[0].line.citations.len(), 2);
    assert_eq!(both.coming[0].key, alone.coming[0].key);
    let other = of(&survey("2025-05-05"), &[visit("a.md", "2025-05-01", "2025-06-10", None)]);
    assert_ne!(other.coming[0].key, alone.coming[0].key);
}

#[test]
fn an_event_keeps_its_key_when_a_report_tells_more_countries() {
    let meeting = |file: &str, day: &str, countries: &[&str]| {
        let text = "Une rencontre\n\nChavkat Mirzioïev rencontre Noursoultan Nazarbaïev à Astana.";
        let set = |fact: &mut Fact| {
            fact.date = Some(stated("2025-05-10"));
            fact.place = (countries.len() > 2).then(|| code("KZ"));
            fact.persons = vec![person("Chavkat Mirzioïev", "président", Role::President)];
        };
        let paper = Paper::new(file, &[KZ, UZ, "KG=Bichkek"], text).dated(day);
        let words = "rencontre Noursoultan Nazarbaïev";
        paper.states(FactKind::Meeting, words, FactStatus::Planned, countries, set).document()
    };
    let keys = |documents: &[Document]| -> Vec<u64> {
        of(&survey("2025-05-05"), documents).coming.iter().map(|event| event.key).collect()
    };
    let one = meeting("a.md", "2025-05-01", &["KZ", "UZ"]);
    let other = meeting("b.md", "2025-05-03", &["KG", "KZ", "UZ"]);
    assert_eq!(keys(std::slice::from_ref(&one)), keys(std::slice::from_ref(&other)));
    assert_eq!(keys(&[one.clone(), other]), keys(&[one]));
}

#[test]
fn the_agenda_of_a_country_has_no_event_that_the_whole_one_lacks() {
    let text = "Un forum\n\nUn forum se tient à Tachkent le 4 juin 2025 et le président va à Astana le 6 juin 2025.";
    let paper = Paper::new("a.md", &[KZ, UZ], text).dated("2025-05-01");
    let set = |fact: &mut Fact| {
        fact.date = Some(stated("2025-06-06"));
        fact.place = Some(code("KZ"));
    };
    let paper = paper.says("4 juin 2025", "2025-06-04").says("6 juin 2025", "2025-06-06");
    let words = "le président va à Astana";
    let paper = paper.states(FactKind::Visit, words, FactStatus::Planned, &["KZ"], set);
    let documents = [paper.document()];
    let events = |only: &[&str]| -> Vec<(u64, String)> {
        let only = only.iter().map(|country| code(country)).collect();
        let agenda = of(&Survey { only, ..survey("2025-05-05") }, &documents);
        agenda.events().map(|event| (event.key, event.from.value.to_string())).collect()
    };
    let all = events(&[]);
    assert_eq!(all.len(), 1);
    for only in ["KZ", "UZ"] {
        assert!(events(&[only]).iter().all(|event| all.contains(event)), "{only}");
    }
}

#[test]
fn a_target_is_a_deadline_at_its_horizon() {
    let text = "Commerce\n\nLes deux pays visent 10 milliards de dollars en 2030.";
    let set = |fact: &mut Fact| {
        fact.value = Some(quantity(10_000_000_000, usd()));
        fact.until = Some(date("2030"));
    };
    let words = "10 milliards de dollars";
    let paper = Paper::new("a.md", &[KZ, UZ], text).dated("2025-05-01");
    let paper = paper.states(FactKind::Trade, words, FactStatus::Target, &["KZ", "UZ"], set);
    let agenda = of(&survey("2025-05-05"), &[paper.document()]);
    let event = &agenda.coming[0];
    assert_eq!((event.occasion, event.from.value), (Occasion::Deadline, date("2030")));
    // A year is no place in a calendar.
    assert!(!event.has_place());
}

#[test]
fn a_day_to_come_that_no_fact_tells_of_is_an_event_and_no_brief_lends_its_date() {
    let text = "Un sommet\n\nLe sommet se tient à Astana le 3 juin 2025. Il réunit dix pays.";
    let paper = Paper::new("a.md", &[KZ, UZ], text).says("3 juin 2025", "2025-06-03");
    let agenda = of(&survey("2025-05-05"), &[paper.dated("2025-05-04").document()]);
    assert_eq!(agenda.coming.len(), 1);
    assert_eq!(agenda.coming[0].from.value, date("2025-06-03"));
    assert_eq!(agenda.coming[0].line.countries, [code("KZ")]);
    assert_eq!(agenda.past, []);
}

#[test]
fn only_what_concerns_some_countries_and_in_order() {
    let text = "Dates\n\nUn congrès à Tachkent le 4 juin 2025. Un forum à Astana en juin 2025.";
    let paper = Paper::new("a.md", &[KZ, UZ], text);
    let paper = paper.says("4 juin 2025", "2025-06-04").says("en juin 2025", "2025-06");
    let documents = [paper.document(), visit("b.md", "2025-05-01", "2025-05-10", None)];
    let days = |only: &[&str]| -> Vec<String> {
        let only = only.iter().map(|country| code(country)).collect();
        let agenda = of(&Survey { only, ..survey("2025-05-05") }, &documents);
        agenda.coming.iter().map(|event| event.from.value.to_string()).collect()
    };
    assert_eq!(days(&[]), ["2025-05-10", "2025-06", "2025-06-04"]);
    assert_eq!(days(&["UZ"]), ["2025-05-10", "2025-06-04"]);
}
