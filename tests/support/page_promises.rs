//! What facts and pages promise of any briefs whatever: every line is backed by a sentence that stands in its file, and the
//! same briefs give the same page whatever their order.

#![allow(dead_code, clippy::expect_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chancery::country::Gazetteer;
use chancery::filing::{Filing, Source};
use chancery::model::{
    BriefPath, Citation, CountryCode, Document, Fact, Moment, PartialDate, Phrase, SummaryLine,
};
use chancery::summary::{self, Exhibit, Request, Survey};

/// One for all inputs.
static FILING: LazyLock<Filing> = LazyLock::new(|| Filing::new(Gazetteer::builtin()));

/// What is between two dispatches.
const BETWEEN: char = '\u{c}';
/// More countries than this tell nothing that fewer do not.
const MOST_COUNTRIES: usize = 6;
/// More dispatches at once are as many tests one after the other.
const MOST_TEXTS: usize = 6;

/// Dispatches parted by form feeds: the facts of each, and the pages compiled of all.
pub(crate) fn compiled(text: &str) {
    let texts = text.split(BETWEEN).take(MOST_TEXTS).enumerate();
    let documents: Vec<Document> = texts.flat_map(|(number, text)| filed(number, text)).collect();
    documents.iter().for_each(stated);
    let mut countries: Vec<CountryCode> = Vec::new();
    for code in documents.iter().flat_map(|document| &document.brief.countries) {
        if !countries.contains(code) && countries.len() < MOST_COUNTRIES {
            countries.push(*code);
        }
    }
    let as_of = PartialDate::day_of(2025, 6, 2).expect("a day");
    for &country in &countries {
        for with in [None, countries.iter().copied().find(|other| *other != country)] {
            let by_partner = with.is_some();
            paged(&Request { country, with, as_of, since: None, by_partner }, &documents);
        }
    }
    surveyed(
        &Survey { as_of, since: None, desk: countries, home: None, only: Vec::new() },
        &documents,
    );
}

/// A dispatch as filing makes it of the text of a file.
fn filed(number: usize, text: &str) -> Vec<Document> {
    let kind = if text.starts_with('+') || text.starts_with('-') { "md" } else { "txt" };
    let path = BriefPath::from_bytes(format!("{number}.{kind}").as_bytes());
    FILING.open(Source { path: &path, bytes: text.as_bytes(), size: text.len() as u64 }).documents
}

/// Facts stand in the order of the text, each in a sentence of it with all that it holds.
fn stated(document: &Document) {
    let text = &*document.decoded;
    let sentences: BTreeSet<_> = document.sentences.iter().map(|sentence| sentence.span).collect();
    assert!(document.facts.is_sorted_by_key(|fact| fact.span));
    for fact in &document.facts {
        assert!(sentences.contains(&fact.span), "of a sentence: {fact:?}");
        let inside = |span: chancery::model::Span| {
            fact.span.start <= span.start && span.end <= fact.span.end && span.slice(text).is_some()
        };
        assert!(inside(fact.phrase) && !fact.phrase.is_empty(), "{fact:?}");
        assert!(fact.countries.is_sorted(), "{fact:?}");
        assert!(fact.persons.iter().all(|person| inside(person.span)), "{fact:?}");
        valued(fact, inside, text);
    }
}

/// A number is one that the sentence says.
fn valued(fact: &Fact, inside: impl Fn(chancery::model::Span) -> bool, text: &str) {
    let Some(value) = fact.value else { return };
    assert!(inside(value.span), "{fact:?}");
    let words = value.span.slice(text).unwrap_or_default();
    assert!(words.chars().any(char::is_alphanumeric), "{fact:?}");
}

/// The page of a country or a pair.
fn paged(request: &Request, documents: &[Document]) {
    let page = summary::compile(request, &exhibits(documents.iter()));
    let lines = page.sections.iter().flat_map(|section| &section.lines);
    let mut ranks: Vec<usize> = lines.clone().map(|line| line.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.windows(2).all(|two| two.first() != two.last()), "one rank a line");
    assert!(page.sections.iter().all(|section| !section.lines.is_empty()));
    lines.for_each(|line| backed(line, documents));
    let turned = summary::compile(request, &exhibits(documents.iter().rev()));
    assert_eq!(page, turned, "whatever the order of the files");
}

/// What is new over all countries, and what happens when.
fn surveyed(survey: &Survey, documents: &[Document]) {
    let (forth, back) = (exhibits(documents.iter()), exhibits(documents.iter().rev()));
    let digest = summary::digest(survey, &forth);
    digest.lines().for_each(|line| backed(&line.line, documents));
    assert_eq!(digest, summary::digest(survey, &back), "whatever the order of the files");
    let agenda = summary::agenda(survey, &forth);
    agenda.events().for_each(|event| backed(&event.line, documents));
    assert_eq!(agenda, summary::agenda(survey, &back), "whatever the order of the files");
}

fn exhibits<'a>(documents: impl Iterator<Item = &'a Document>) -> Vec<Exhibit<'a>> {
    documents
        .map(|document| Exhibit { document, received: Some(Moment(1_747_051_200_000)) })
        .collect()
}

/// A line has a sentence that stands where it says.
fn backed(line: &SummaryLine, documents: &[Document]) {
    assert!(!line.citations.is_empty(), "{line:?}");
    line.citations.iter().for_each(|citation| cited(citation, documents));
    if let Phrase::Verbatim(words) = &line.text {
        assert!(!words.trim().is_empty(), "{line:?}");
    }
}

fn cited(citation: &Citation, documents: &[Document]) {
    let of = documents.iter().find(|document| document.brief.id == citation.id);
    let text = of.map(|document| &document.decoded).expect("a brief that there is");
    assert_eq!(citation.span.slice(text), Some(citation.sentence.as_str()));
}
