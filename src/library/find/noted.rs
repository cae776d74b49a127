//! What the reader's notes hold of a query. They are few, and change as they are written: no index keeps them, and each query
//! goes through all of them.
//!
//! The words of a note on a brief, or on a sentence of it, count as words of the brief. A note on a country is found for
//! itself. Knows neither the index nor the folder of notes.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::library::notebook::{KeptNote, Notes};
use crate::model::{CountryCode, Subject};
use crate::search::index::id_hash;
use crate::search::query::{Filter, Node, Query, Reach};
use crate::search::scan::Scanned;
use crate::search::{Snippet, Wanted, snippet};

/// Notes on briefs and their sentences, by the hash of the brief's id.
pub(super) type Noted<'a> = HashMap<u64, Vec<&'a KeptNote>>;

/// A note on a country that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteHit {
    /// The country.
    pub country: CountryCode,
    /// How far the query had to reach for it.
    pub reach: Reach,
    /// The part of the note that shows why, on one line.
    pub snippet: String,
    /// Where the words of the query stand in the snippet, in bytes, in order, apart.
    pub highlights: Vec<Range<usize>>,
}

/// The part of a note that shows why its brief was found.
pub(super) struct InNote {
    pub(super) subject: Subject,
    pub(super) snippet: String,
    pub(super) highlights: Vec<Range<usize>>,
}

/// The notes on briefs in which any word that a condition asks for stands.
pub(super) fn on_briefs<'a>(notes: &'a Notes, node: &Node) -> Noted<'a> {
    let wanted = wanted(node);
    let mut noted = Noted::new();
    for kept in notes.all() {
        let holds = || !snippet::highlights(&kept.note.text, None, &wanted).is_empty();
        if let Some(id) = kept.note.subject.brief()
            && holds()
        {
            noted.entry(id_hash(id)).or_default().push(kept);
        }
    }
    noted
}

/// Where the words stand in the first of some notes that holds any.
pub(super) fn place(notes: &[&KeptNote], wanted: &[Wanted]) -> Option<InNote> {
    notes.iter().find_map(|kept| {
        let (snippet, highlights) = shown(&kept.note.text, wanted)?;
        Some(InNote { subject: kept.note.subject.clone(), snippet, highlights })
    })
}

impl NoteHit {
    /// The notes on countries that a query finds, at the least reach that finds each: those that hold a word of it, and of
    /// which all of it holds. Of what is known of briefs a country has nothing but itself.
    pub fn among(notes: &Notes, sought: &[(Reach, Arc<Query>)]) -> Vec<Self> {
        let sought: Vec<(Reach, &Node, Vec<Wanted>)> = sought
            .iter()
            .map(|(reach, query)| (*reach, &query.root, wanted(&query.root)))
            .collect();
        let found = |kept: &KeptNote| {
            let Subject::Country(country) = kept.note.subject else { return None };
            let text = kept.note.text.as_str();
            let words = Scanned::default().with_notes([text]);
            let filters = &mut |filter: &Filter| *filter == Filter::Country(country);
            sought.iter().find_map(|(reach, node, wanted)| {
                let (snippet, highlights) = shown(text, wanted)?;
                let hit = Self { country, reach: *reach, snippet, highlights };
                words.holds(node, filters).then_some(hit)
            })
        };
        notes.all().iter().filter_map(found).collect()
    }
}

/// The words that may stand in a note: those of a title or a person are the brief's own.
fn wanted(node: &Node) -> Vec<Wanted> {
    let terms = node.wanted().into_iter();
    terms.filter(|term| term.field.is_none()).map(Wanted::new).collect()
}

/// The sentence of a note that holds most of the words, on one line; nothing where none of them stands there.
fn shown(text: &str, wanted: &[Wanted]) -> Option<(String, Vec<Range<usize>>)> {
    let Snippet { range, highlights } = Snippet::best(text, None, wanted);
    let part = text.get(range).unwrap_or_default().replace(['\n', '\t', '\r'], " ");
    (!highlights.is_empty()).then_some((part, highlights))
}
