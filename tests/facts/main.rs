//! What the program finds in the texts of the fact set, against what a desk officer noted in them. `README.md` says how it is
//! judged; `cargo test --test facts -- --nocapture` prints the figures.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop, and prints its figures"
)]

mod figures;
mod judge;
mod judging;
mod set;

use std::fs;

use chancery::country::Gazetteer;
use chancery::filing::{Filing, Source};
use chancery::model::{BriefPath, Document, Fact, FactKind, PersonMention};

use figures::Figures;
use judge::Judged;
use set::{Half, Text};

/// A text of the set with what the program makes of its file.
struct Read {
    name: String,
    text: Text,
    documents: Vec<Document>,
}

impl Read {
    fn judged(&self) -> Judged<'_> {
        let decoded = self.documents.first().map_or("", |document| &document.decoded);
        let found = self.documents.iter().flat_map(|document| &document.facts);
        Judged::new(&self.text.facts, decoded, found.collect())
    }
}

/// The texts of a half, filed and read.
fn texts(half: Half) -> Vec<Read> {
    let filing = Filing::new(Gazetteer::builtin());
    let read = |(name, text): (String, Text)| {
        let bytes = fs::read(set::root().join(&text.file)).unwrap();
        let path = text.file.trim_start_matches("briefs/").trim_start_matches("tests/facts/texts/");
        let path = BriefPath::from_bytes(path.as_bytes());
        let size = bytes.len() as u64;
        let documents = filing.open(Source { path: &path, bytes: &bytes, size }).documents;
        Read { name, text, documents }
    };
    set::texts().into_iter().filter(|(_, text)| text.half == half).map(read).collect()
}

fn figures(half: Half) -> Figures {
    let mut figures = Figures::default();
    for read in texts(half) {
        figures.add(&read.judged());
    }
    println!("half {half:?}: {figures}");
    figures
}

#[test]
fn half_a_is_found() {
    figures(Half::A);
}

#[test]
fn half_b_is_found() {
    figures(Half::B);
}

#[test]
fn every_listed_fact_stands_once_in_its_text() {
    for (name, text) in set::texts() {
        let decoded = fs::read_to_string(set::root().join(&text.file)).unwrap();
        for fact in &text.facts {
            let about = format!("{name}: {}", fact.sentence);
            assert!(!set::place(&fact.sentence, &decoded).is_empty(), "{about}");
            assert!(!fact.status.is_empty() || fact.kind == FactKind::Office, "{about}");
        }
    }
}

/// For those who mend: `cargo test --test facts -- --ignored --nocapture`. Half b is not to be listed.
#[test]
#[ignore = "asserts nothing"]
fn lists_what_is_wrong_and_missed_in_half_a() {
    for read in texts(if std::env::var_os("HB").is_some() { Half::B } else { Half::A }) {
        let judged = read.judged();
        for (at, fact) in
            judged.found.iter().enumerate().filter(|(at, _)| judged.taken[*at].is_none())
        {
            println!("{} WRONG {}: {}", read.name, told(fact), judged.sentence(at));
        }
        for (at, (_, listed)) in judged.listed.iter().enumerate() {
            if !judged.is_found(at) {
                let must = if listed.must { "must" } else { "may" };
                println!("{} MISSED ({must}) {listed}", read.name);
            }
        }
    }
}

fn told(fact: &Fact) -> String {
    let countries: Vec<String> = fact.countries.iter().map(ToString::to_string).collect();
    let value = fact.value.map(|value| {
        format!(" {} {}", value.decimal(), serde_json::to_string(&value.unit).unwrap())
    });
    let day = fact.date.map(|stamp| format!(" on {}", stamp.value));
    let until = fact.until.map(|date| format!(" until {date}"));
    let person = |person: &PersonMention| {
        let title = person.title.as_ref().map_or("", |title| title.text.as_str());
        format!(" {title} {}", person.name)
    };
    let persons: String = fact.persons.iter().map(person).collect();
    let rest: String = [value, day, until].into_iter().flatten().collect();
    let (kind, status) = (fact.kind, fact.status);
    format!("{kind:?} [{}] {status:?}{rest}{persons}", countries.join(" "))
}
