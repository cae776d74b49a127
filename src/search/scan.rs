//! A text searched word by word, without an index: what it scores, where the words stand, and its best sentence.

use std::ops::Range;

use super::query::{Query, Term};
use crate::text::{Folded, sentences};

/// A hit in the title against one in the body.
const TITLE_POINTS: u32 = 12;
/// A word as it was typed, against one that only begins with it.
const WHOLE_POINTS: u32 = 2;
/// Hits in the body of one term that count; more of them tell nothing.
const MOST_COUNTED: usize = 5;
/// A snippet is at most this long, in bytes.
const SNIPPET_BYTES: usize = 320;

/// Where and how well a text answers a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// More is better; comparable between texts for one query.
    pub score: u32,
    /// Hits in the title, as byte ranges of it.
    pub title: Vec<Range<usize>>,
    /// Hits in the body, as byte ranges of it.
    pub body: Vec<Range<usize>>,
    /// The sentence of the body that answers best, as a byte range of it.
    pub snippet: Range<usize>,
}

impl Hits {
    /// The hits within the snippet, as byte ranges of the snippet.
    pub fn in_snippet(&self) -> impl Iterator<Item = Range<usize>> {
        let Range { start, end } = self.snippet;
        let inside = self.body.iter().filter(move |hit| start <= hit.start && hit.end <= end);
        inside.map(move |hit| hit.start - start..hit.end - start)
    }
}

impl Query {
    /// Whether title and body together answer it, and where. `body` is clean text, paragraphs on lines of their own.
    pub fn matches(&self, title: &str, body: &str) -> Option<Hits> {
        if self.is_empty() {
            return None;
        }
        let (title, in_body) = (Words::of(title), Words::of(body));
        let mut hits = Hits::default();
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for (number, term) in self.terms.iter().enumerate() {
            let (of_title, of_body) = (title.find(term), in_body.find(term));
            if of_title.is_empty() && of_body.is_empty() {
                if term.negated {
                    continue;
                }
                return None;
            }
            if term.negated {
                return None;
            }
            hits.score += points(&of_title, &of_body);
            hits.title.extend(of_title.into_iter().map(|hit| hit.range));
            found.extend(of_body.into_iter().map(|hit| (hit.range, number)));
        }
        hits.title.sort_by_key(|range| (range.start, range.end));
        found.sort_by_key(|(range, number)| (range.start, range.end, *number));
        hits.snippet = snippet(body, &found);
        hits.body = found.into_iter().map(|(range, _)| range).collect();
        Some(hits)
    }
}

fn points(title: &[Hit], body: &[Hit]) -> u32 {
    let whole = |hits: &[Hit]| if hits.iter().any(|hit| hit.whole) { WHOLE_POINTS } else { 0 };
    let counted = u32::try_from(body.len().min(MOST_COUNTED)).unwrap_or_default();
    let of_title = if title.is_empty() { 0 } else { TITLE_POINTS + whole(title) };
    of_title + counted + whole(body)
}

/// A text folded and cut into words.
struct Words {
    folded: Folded,
    words: Vec<Range<usize>>,
}

/// A place where a term stands, in bytes of the original.
struct Hit {
    range: Range<usize>,
    /// Whether its last word is no longer than what was typed.
    whole: bool,
}

impl Words {
    fn of(text: &str) -> Self {
        let folded = Folded::new(text);
        let mut words = Vec::new();
        let mut start = None;
        for (at, c) in folded.as_str().char_indices() {
            match (start, c.is_alphanumeric()) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    words.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        words.extend(start.map(|from| from..folded.as_str().len()));
        Self { folded, words }
    }

    /// The places where a term stands, in order.
    fn find(&self, term: &Term) -> Vec<Hit> {
        let rare = term.words.iter().max_by_key(|word| word.len());
        if rare.is_none_or(|word| !self.folded.as_str().contains(word.as_str())) {
            return Vec::new();
        }
        self.words.windows(term.words.len()).filter_map(|window| self.hit(term, window)).collect()
    }

    fn hit(&self, term: &Term, window: &[Range<usize>]) -> Option<Hit> {
        let (last_typed, typed) = term.words.split_last()?;
        let (last, before) = window.split_last()?;
        let word = |range: &Range<usize>| self.folded.as_str().get(range.clone());
        if !before.iter().zip(typed).all(|(range, typed)| word(range) == Some(typed)) {
            return None;
        }
        let whole = word(last)? == last_typed;
        if !whole && (term.whole || !word(last)?.starts_with(last_typed.as_str())) {
            return None;
        }
        let start = window.first()?.start;
        let range = self.folded.original(start..last.start + last_typed.len());
        Some(Hit { range, whole })
    }
}

/// The sentence with most different terms, then most hits, then the first; the first sentence where nothing stands in
/// the body. `found` is sorted.
fn snippet(body: &str, found: &[(Range<usize>, usize)]) -> Range<usize> {
    let mut best: Option<((usize, usize), Range<usize>)> = None;
    let mut rest = found;
    for paragraph in paragraphs(body) {
        let (within, after) =
            rest.split_at(rest.partition_point(|(hit, _)| hit.start < paragraph.end));
        rest = after;
        if within.is_empty() && (best.is_some() || !found.is_empty()) {
            continue;
        }
        let mut ahead = within;
        for sentence in sentences::split(body.get(paragraph.clone()).unwrap_or_default()) {
            let sentence = paragraph.start + sentence.start..paragraph.start + sentence.end;
            let (hits, after) =
                ahead.split_at(ahead.partition_point(|(hit, _)| hit.start < sentence.end));
            ahead = after;
            let mut terms: Vec<usize> = hits.iter().map(|(_, term)| *term).collect();
            terms.sort_unstable();
            terms.dedup();
            let worth = (terms.len(), hits.len());
            if best.as_ref().is_none_or(|(known, _)| worth > *known) {
                let first = hits.first().map_or(sentence.start, |(hit, _)| hit.start);
                best = Some((worth, shortened(body, sentence, first)));
            }
        }
    }
    best.map_or(0..0, |(_, range)| range)
}

/// At most [`SNIPPET_BYTES`] of a sentence, around the place `hit` in it, cut between words where it can be.
fn shortened(body: &str, sentence: Range<usize>, hit: usize) -> Range<usize> {
    if sentence.len() <= SNIPPET_BYTES {
        return sentence;
    }
    let early = hit.saturating_sub(SNIPPET_BYTES / 4).max(sentence.start);
    let start = boundary_before(body, early);
    let end = boundary_before(body, (start + SNIPPET_BYTES).min(sentence.end));
    let inside = body.get(start..end).unwrap_or_default();
    let from = match inside.find(' ') {
        Some(space) if start > sentence.start && start + space < hit => start + space + 1,
        _ => start,
    };
    let to = match inside.rfind(' ') {
        Some(space) if end < sentence.end && start + space > hit => start + space,
        _ => end,
    };
    from..to
}

/// The last character boundary up to a place.
fn boundary_before(text: &str, place: usize) -> usize {
    (0..=place).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// Lines of a text that are not blank, as byte ranges.
fn paragraphs(body: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = body.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some(start..start + line.trim_end().len())
    });
    lines.filter(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "Exemption de visa entre le Kazakhstan et le Viêt Nam";
    const BODY: &str = "L’accord sur les visas est entré en vigueur.\n\nAstana est la capitale depuis 1997. \
                        Les passeports ordinaires sont concernés par l’accord de visa.";

    fn search(query: &str) -> Option<Hits> {
        Query::parse(query).matches(TITLE, BODY)
    }

    #[test]
    fn all_words_must_stand_in_title_or_body() {
        for found in ["visa", "VISA passeport", "viet nam", "entree", "\"de visa\"", "-minsk visa"]
        {
            let wanted = found != "entree";
            assert_eq!(search(found).is_some(), wanted, "{found}");
        }
        for missing in ["minsk", "visa minsk", "-visa", "visa -astana", "\"visa de\"", "as", ""] {
            assert_eq!(search(missing), None, "{missing}");
        }
    }

    #[test]
    fn highlights_are_the_letters_that_were_typed() {
        let hits = search("accord viet").expect("found");
        let of = |text: &'static str, ranges: &[Range<usize>]| -> Vec<&str> {
            ranges.iter().map(|range| &text[range.clone()]).collect()
        };
        assert_eq!(of(BODY, &hits.body), ["accord", "accord"]);
        assert_eq!(of(TITLE, &hits.title), ["Viêt"]);
    }

    #[test]
    fn the_snippet_is_the_sentence_with_most_of_the_words() {
        let hits = search("accord visa passeport").expect("found");
        let snippet = &BODY[hits.snippet.clone()];
        assert!(snippet.contains("passeports ordinaires"), "{snippet}");
        for hit in hits.in_snippet() {
            assert!(["accord", "visa", "passeport"].contains(&&snippet[hit]));
        }
    }

    #[test]
    fn a_title_counts_for_more_than_the_body() {
        let query = Query::parse("astana");
        let named = query.matches("Astana", "Une ville.").expect("found").score;
        let told = query.matches("Une ville", "Astana. Astana. Astana.").expect("found").score;
        assert!(named > told);
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_hit() {
        let body = format!("{}but {}", "é ".repeat(400), "à ".repeat(400));
        let hits = Query::parse("but").matches("", &body).expect("found");
        assert!(hits.snippet.len() <= SNIPPET_BYTES);
        assert!(body[hits.snippet.clone()].contains("but"));
    }
}
