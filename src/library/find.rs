//! Finding words in briefs: a scan of every file, folded; no index.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::shelf::{Shelf, take};
use super::snapshot::Snapshot;
use crate::filing;
use crate::model::{Brief, BriefPath, Document};
use crate::store::{ReadError, Root};
use crate::text::{self, Folded};

/// About how long a snippet is, in bytes.
const SNIPPET: usize = 160;

/// What one occurrence in the title is worth, in occurrences in the text.
const TITLE_WEIGHT: usize = 10;

/// Occurrences of a term beyond this many say no more.
const MOST_COUNTED: usize = 20;

/// A brief that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The brief.
    pub brief: Arc<Brief>,
    /// How well it fits; only the order counts.
    pub score: usize,
    /// The part of the text that shows why, on one line.
    pub snippet: String,
    /// Where the words of the query stand in the snippet, in bytes, in order, apart.
    pub highlights: Vec<Range<usize>>,
}

impl Shelf {
    /// Finds briefs, best first: those that hold every word and every "phrase in quotes" of the
    /// query in their title or text, case and accents aside.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn find(&self, snapshot: &Snapshot, query: &str) -> Result<Vec<Hit>, ReadError> {
        Ok(find(self, &Root::open(self.briefs())?, snapshot, query))
    }
}

fn find(shelf: &Shelf, root: &Root, snapshot: &Snapshot, query: &str) -> Vec<Hit> {
    let terms = terms(query);
    if terms.is_empty() {
        return Vec::new();
    }
    let mut files: HashMap<&BriefPath, Vec<&Arc<Brief>>> = HashMap::new();
    for brief in snapshot.all() {
        files.entry(&brief.file).or_default().push(brief);
    }
    let search = Search { shelf, root, terms: &terms };
    let mut hits: Vec<Hit> =
        files.into_par_iter().flat_map_iter(|(path, briefs)| search.file(path, &briefs)).collect();
    hits.par_sort_unstable_by(|a, b| {
        let newest = snapshot.sort_day(&b.brief).cmp(&snapshot.sort_day(&a.brief));
        b.score.cmp(&a.score).then(newest).then_with(|| a.brief.id.cmp(&b.brief.id))
    });
    hits
}

/// The folded words and "phrases in quotes" of a query.
fn terms(query: &str) -> Vec<String> {
    let quotes = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»');
    let parts = query.split(quotes).enumerate();
    let mut terms: Vec<String> = parts
        .flat_map(|(place, part)| {
            let folded = text::fold(part);
            let words = folded.split_whitespace();
            if place % 2 == 1 {
                vec![words.collect::<Vec<_>>().join(" ")]
            } else {
                words.map(str::to_owned).collect()
            }
        })
        .filter(|term| !term.is_empty())
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

struct Search<'a> {
    shelf: &'a Shelf,
    root: &'a Root,
    terms: &'a [String],
}

impl Search<'_> {
    /// The hits in one file. Most files are done with once their raw text was folded.
    fn file(&self, path: &BriefPath, briefs: &[&Arc<Brief>]) -> Vec<Hit> {
        let Ok(file) = self.root.read(path) else { return Vec::new() };
        let Ok(decoded) = text::decode(&file.bytes) else { return Vec::new() };
        let mut words = spaced(&text::fold(&decoded.text));
        for brief in briefs {
            words.push(' ');
            words.push_str(&text::fold(&brief.title));
        }
        // Phrases may run over markup: only their words are looked for here.
        let may_hold = |term: &String| term.split(' ').all(|word| words.contains(word));
        // A page may spell its letters as entities.
        let is_page = filing::is_page(path, &decoded.text);
        if !is_page && !self.terms.iter().all(may_hold) {
            return Vec::new();
        }
        let mut documents = self.shelf.open(path, &file).documents;
        let hit = |brief: &&Arc<Brief>| self.hit(brief, &take(&mut documents, brief)?);
        briefs.iter().filter_map(hit).collect()
    }

    fn hit(&self, brief: &Arc<Brief>, document: &Document) -> Option<Hit> {
        let plain = spaced(&document.body.plain_text());
        let body = Folded::new(&plain);
        let title = text::fold(&brief.title);
        let mut score = 0;
        for term in self.terms {
            let count = |text: &str| text.matches(term.as_str()).take(MOST_COUNTED).count();
            let worth = count(&title) * TITLE_WEIGHT + count(body.as_str());
            if worth == 0 {
                return None;
            }
            score += worth;
        }
        let (snippet, highlights) = snippet(&plain, &body, self.terms);
        Some(Hit { brief: Arc::clone(brief), score, snippet, highlights })
    }
}

/// The text with all white space as single-byte spaces of the same number of characters.
fn spaced(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// The part of a text around the first term that stands in it, and where terms stand in the part.
fn snippet(text: &str, folded: &Folded, terms: &[String]) -> (String, Vec<Range<usize>>) {
    let first = terms.iter().filter_map(|term| folded.as_str().find(term.as_str())).min();
    let at = first.map_or(0, |at| folded.original(at..at + 1).start);
    let start = word_start(text, at.saturating_sub(SNIPPET / 4));
    let end = word_end(text, start + SNIPPET);
    let part = text.get(start..end).unwrap_or_default().trim_end().to_owned();
    let folded = Folded::new(&part);
    let occurrences = terms.iter().flat_map(|term| {
        folded.as_str().match_indices(term.as_str()).map(|(at, found)| at..at + found.len())
    });
    let highlights = apart(occurrences.map(|range| folded.original(range)).collect());
    (part, highlights)
}

/// Ranges in order, those that touch or overlap joined.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// The last boundary between characters at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// The start of the first word that starts at or behind `at`, but not far behind.
fn word_start(text: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let at = boundary(text, at);
    let rest = text.get(at..).unwrap_or_default();
    match rest.char_indices().take(SNIPPET / 8).find(|(_, c)| *c == ' ') {
        Some((space, _)) => at + space + 1,
        None => at,
    }
}

/// The end of the last word that ends at or before `at`, but not far before.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = boundary(text, at);
    let before = text.get(..at).unwrap_or_default();
    match before.char_indices().rev().take(SNIPPET / 8).find(|(_, c)| *c == ' ') {
        Some((space, _)) => space,
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_of_a_query() {
        assert_eq!(terms("  Minsk  \"Gas   Transit\" minsk"), ["gas transit", "minsk"]);
        assert_eq!(terms("« Abkommen über » x"), [text::fold("abkommen über"), "x".into()]);
        assert_eq!(terms(" \" \" "), [""; 0]);
    }

    #[test]
    fn a_snippet_shows_the_word_in_its_own_letters() {
        let plain = format!("{}Le Président élu à Minsk. {}", "mot ".repeat(90), "fin ".repeat(90));
        let terms = terms("president élu");
        let (part, highlights) = snippet(&plain, &Folded::new(&plain), &terms);
        let shown: Vec<&str> = highlights.into_iter().map(|range| &part[range]).collect();
        assert_eq!(shown, ["Président", "élu"]);
        assert!(part.len() <= SNIPPET && part.starts_with("mot ") && part.ends_with("fin"));
    }

    #[test]
    fn a_snippet_of_a_text_without_words_is_cut_between_characters() {
        let plain = "é".repeat(500);
        let (part, highlights) = snippet(&plain, &Folded::new(&plain), &["x".into()]);
        assert!(part.len() <= SNIPPET && highlights.is_empty());
    }
}
