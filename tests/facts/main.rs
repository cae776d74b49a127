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
mod pages;
mod set;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use chancery::country::Gazetteer;
use chancery::filing::{Filing, Source};
use chancery::model::{BriefPath, CountryCode, Document, Fact, FactKind, PersonMention, Summary};

use figures::{Figures, Floors};
use judge::Judged;
use pages::{Depth, Place};
use set::{Half, Listed, Text};

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

    /// The facts with `must` that are somebody's, with their places.
    fn must(&self) -> impl Iterator<Item = (Place<'_>, &Listed)> {
        let documents = self.documents.first().into_iter();
        let places = documents.flat_map(|document| {
            self.text.facts.iter().map(|listed| {
                let span = set::place(&listed.sentence, &document.decoded);
                (Place { file: &document.brief.file, span }, listed)
            })
        });
        places.filter(|(_, listed)| listed.must && !listed.countries.is_empty())
    }

    /// How far down the pages of their countries the facts with `must` are: for each fact those of its countries that the text
    /// is filed under, or one page without it where there is none.
    fn depths(&self) -> Vec<Depth> {
        let documents: Vec<&Document> = self.documents.iter().collect();
        let pages = pages_of(&documents);
        let depths = self.must().flat_map(|(place, listed)| {
            let pages = listed.countries.iter().filter_map(|code| pages.get(code));
            let depths: Vec<_> = pages.map(|page| pages::depth(page, place, listed)).collect();
            if depths.is_empty() { vec![[None, None]] } else { depths }
        });
        depths.collect()
    }
}

/// The page of every country that some stories are filed under.
fn pages_of(documents: &[&Document]) -> BTreeMap<CountryCode, Summary> {
    let filed = documents.iter().flat_map(|document| &document.brief.countries);
    let codes: BTreeSet<CountryCode> = filed.copied().collect();
    codes.into_iter().map(|code| (code, pages::page(code, documents))).collect()
}

/// For each country how far down its page, compiled from all these texts, its facts with `must` are.
fn depths_together(texts: &[Read]) -> Vec<Vec<Depth>> {
    let documents: Vec<&Document> = texts.iter().flat_map(|read| &read.documents).collect();
    let depths = pages_of(&documents).into_iter().map(|(code, page)| {
        let must = texts.iter().flat_map(Read::must);
        must.filter(|(_, listed)| listed.countries.contains(&code))
            .map(|(place, listed)| pages::depth(&page, place, listed))
            .collect()
    });
    depths.collect()
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
    let texts = texts(half);
    for read in &texts {
        figures.add(&read.judged());
        figures.add_pages(&read.depths());
    }
    figures.add_pages_together(&depths_together(&texts));
    println!("half {half:?}: {figures}");
    figures
}

const HALF_A: Floors = Floors {
    precision: &[
        (FactKind::Money, 0.80),
        (FactKind::Trade, 0.95),
        (FactKind::Agreement, 0.80),
        (FactKind::Visit, 0.90),
        (FactKind::Meeting, 0.80),
        (FactKind::Office, 0.90),
        (FactKind::Date, 0.90),
    ],
    all: 0.88,
    days: 0.95,
    must: 0.37,
    stated: [0.76, 0.82],
    together: [0.75, 0.70],
};

const HALF_B: Floors = Floors {
    precision: &[
        (FactKind::Money, 0.75),
        (FactKind::Trade, 0.95),
        (FactKind::Agreement, 0.85),
        (FactKind::Visit, 0.90),
        (FactKind::Meeting, 0.80),
        (FactKind::Office, 0.95),
        (FactKind::Date, 0.90),
    ],
    all: 0.92,
    days: 0.93,
    must: 0.44,
    stated: [0.77, 0.82],
    together: [0.69, 0.71],
};

#[test]
fn half_a_is_found() {
    figures(Half::A).assert_reach(&HALF_A);
}

#[test]
fn half_b_is_found() {
    figures(Half::B).assert_reach(&HALF_B);
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
    for read in texts(Half::A) {
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

/// Temporary listing.
#[test]
#[ignore = "asserts nothing"]
fn lists_depths_of_half_a() {
    let texts = texts(Half::A);
    let documents: Vec<&Document> = texts.iter().flat_map(|read| &read.documents).collect();
    for (code, page) in pages_of(&documents) {
        let total: usize = page.sections.iter().map(|s| s.lines.len()).sum();
        println!("==== {code} ({total} lines)");
        let mut lines: Vec<_> =
            page.sections.iter().flat_map(|s| s.lines.iter().map(move |l| (s.kind, l))).collect();
        lines.sort_by_key(|(_, l)| l.rank);
        let must: Vec<_> = texts
            .iter()
            .flat_map(|read| read.must().map(move |m| (read, m)))
            .filter(|(_, (_, l))| l.countries.contains(&code))
            .collect();
        for (kind, line) in &lines {
            let hits = must
                .iter()
                .filter(|(_, (place, listed))| {
                    pages::depth(&page, *place, listed)[1] == Some(line.rank)
                })
                .count();
            let text = match &line.text {
                chancery::model::Phrase::Verbatim(w) => format!("V {w}"),
                chancery::model::Phrase::Claim(c) => format!(
                    "C {:?} {:?} {:?} {:?}",
                    c.partners,
                    c.amount.as_ref().map(|a| &a.words),
                    c.persons.iter().map(|p| &p.name).collect::<Vec<_>>(),
                    c.words
                ),
                other => format!("{other:?}"),
            };
            println!(
                "  {:2} {} {:?} {:?} {:?} {}",
                line.rank,
                if hits > 0 { format!("+{hits}") } else { "  ".into() },
                kind,
                line.kind,
                line.date.map(|d| d.value.to_string()),
                text.chars().take(150).collect::<String>()
            );
        }
        for (read, (place, listed)) in &must {
            let [cited, stated] = pages::depth(&page, *place, listed);
            if stated.is_none_or(|d| d >= 40) || (stated.is_none_or(|d| d >= 10)) {
                let judged = read.judged();
                let at = judged
                    .listed
                    .iter()
                    .position(|(_, l)| {
                        l.sentence == listed.sentence
                            && l.kind == listed.kind
                            && l.value == listed.value
                    })
                    .unwrap();
                let found = judged.is_found(at);
                let filed = read.documents.iter().any(|d| d.brief.countries.contains(&code));
                println!(
                    "  {} cited {cited:?} stated {stated:?} found {found} filed {filed} [{}] {listed}",
                    if stated.is_none_or(|d| d >= 40) { "MISS" } else { "deep" },
                    read.name
                );
            }
        }
    }
}

/// Temporary.
#[test]
#[ignore = "asserts nothing"]
fn totals_of_half_a() {
    let texts = texts(Half::A);
    let mut figures = Figures::default();
    for read in &texts {
        figures.add_pages(&read.depths());
    }
    figures.add_pages_together(&depths_together(&texts));
    println!("{figures}");
}

/// Temporary.
#[test]
#[ignore = "asserts nothing"]
fn lists_single_depths_of_half_a() {
    for read in texts(Half::A) {
        let documents: Vec<&Document> = read.documents.iter().collect();
        let pages = pages_of(&documents);
        for (code, page) in &pages {
            let must: Vec<_> = read.must().filter(|(_, l)| l.countries.contains(code)).collect();
            let deep: Vec<_> = must
                .iter()
                .map(|(p, l)| (pages::depth(page, *p, l), l))
                .filter(|(d, _)| d[1].is_none_or(|d| d >= 10))
                .collect();
            if deep.is_empty() {
                continue;
            }
            println!("==== {} {code}", read.name);
            let mut lines: Vec<_> = page
                .sections
                .iter()
                .flat_map(|s| s.lines.iter().map(move |l| (s.kind, l)))
                .collect();
            lines.sort_by_key(|(_, l)| l.rank);
            for (kind, line) in &lines {
                let text = match &line.text {
                    chancery::model::Phrase::Verbatim(w) => format!("V {w}"),
                    chancery::model::Phrase::Claim(c) => format!(
                        "C {:?} {:?} {:?} {:?}",
                        c.partners.len(),
                        c.amount.as_ref().map(|a| &a.words),
                        c.persons.iter().map(|p| &p.name).collect::<Vec<_>>(),
                        c.words
                    ),
                    other => format!("{other:?}"),
                };
                println!(
                    "  {:2} {:?} {:?} {:?} {}",
                    line.rank,
                    kind,
                    line.kind,
                    line.date.map(|d| d.value.to_string()),
                    text.chars().take(160).collect::<String>()
                );
            }
            for (d, l) in deep {
                println!("   {d:?} {l}");
            }
        }
    }
}
