//! The part of a text that shows why it was found, and the letters to highlight in it.

use std::ops::Range;

use super::analyser::{self, Token};
use super::wanted::Wanted;
use crate::model::Language;
use crate::text::sentences;

/// A snippet is at most this long, in bytes.
const MOST_BYTES: usize = 320;
/// Places of one text that count; more of them tell nothing.
const MOST_PLACES: usize = 400;

/// A part of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What to highlight, in bytes of the snippet, in order and apart.
    pub highlights: Vec<Range<usize>>,
}

/// A place where a term stands, and the number of the term.
type Place = (Range<usize>, usize);

impl Snippet {
    /// The first sentence of `body` with most different terms; the first sentence of all where no term stands in one.
    /// `body` is clean text, paragraphs on lines of their own. What stands behind a sentence with all terms is not read.
    pub fn best(body: &str, language: Option<Language>, wanted: &[Wanted]) -> Self {
        let mut best = Self::default();
        let mut most = 0;
        for paragraph in paragraphs(body) {
            let text = body.get(paragraph.clone()).unwrap_or_default();
            let places = places(text, language, wanted);
            if places.is_empty() && !best.range.is_empty() {
                continue;
            }
            let mut ahead = places.as_slice();
            for sentence in sentences::split(text) {
                let (inside, after) =
                    ahead.split_at(ahead.partition_point(|(p, _)| p.start < sentence.end));
                ahead = after;
                let terms = different_terms(inside);
                if terms > most || best.range.is_empty() {
                    most = terms;
                    best = Self::of(text, sentence, inside).behind(paragraph.start);
                }
            }
            if most == wanted.len() {
                break;
            }
        }
        best
    }

    /// A sentence of a text with the places in it.
    fn of(text: &str, sentence: Range<usize>, places: &[Place]) -> Self {
        let first = places.first().map_or(sentence.start, |(place, _)| place.start);
        let range = shortened(text, sentence, first);
        let inside = |(place, _): &&Place| range.start <= place.start && place.end <= range.end;
        let shift = |(place, _): &Place| place.start - range.start..place.end - range.start;
        let highlights = apart(places.iter().filter(inside).map(shift));
        Self { range, highlights }
    }

    /// The same part of a longer text.
    fn behind(self, start: usize) -> Self {
        Self { range: start + self.range.start..start + self.range.end, ..self }
    }
}

/// What to highlight in a short text such as a title, in bytes, in order and apart.
pub fn highlights(text: &str, language: Option<Language>, wanted: &[Wanted]) -> Vec<Range<usize>> {
    apart(places(text, language, wanted).into_iter().map(|(place, _)| place))
}

/// Where the terms stand, in order. Only words that can be part of a term are stemmed.
fn places(text: &str, language: Option<Language>, wanted: &[Wanted]) -> Vec<Place> {
    let may_hold = |surface: &str| wanted.iter().any(|wanted| wanted.may_hold(surface));
    let reaches = wanted.iter().any(Wanted::reaches);
    let tokens: Vec<Token> = analyser::tokens_where(text, language, reaches, may_hold);
    let of_term = |(number, wanted): (usize, &'_ Wanted)| -> Vec<Place> {
        wanted.places(&tokens).take(MOST_PLACES).map(|place| (place, number)).collect()
    };
    let mut places: Vec<Place> = wanted.iter().enumerate().flat_map(of_term).collect();
    places.sort_unstable_by_key(|(place, number)| (place.start, place.end, *number));
    places
}

/// Ranges that come in order, those that touch or overlap joined.
fn apart(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

fn different_terms(places: &[Place]) -> usize {
    let mut terms: Vec<usize> = places.iter().map(|(_, term)| *term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms.len()
}

/// At most [`MOST_BYTES`] of a sentence, around the place `hit` in it, cut between words where it can be.
fn shortened(body: &str, sentence: Range<usize>, hit: usize) -> Range<usize> {
    if sentence.len() <= MOST_BYTES {
        return sentence;
    }
    let early = hit.saturating_sub(MOST_BYTES / 4).max(sentence.start);
    let start = boundary_before(body, early);
    let end = boundary_before(body, (start + MOST_BYTES).min(sentence.end));
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
    use super::super::query::Term;
    use super::*;

    const BODY: &str = "L’accord sur les visas est entré en vigueur.\n\nAstana est la capitale depuis 1997. \
                        Les passeports ordinaires sont concernés par l’accord de visa.";

    fn wanted(query: &str) -> Vec<Wanted> {
        let term =
            |word: &str| Wanted::new(&Term { words: vec![word.to_owned()], ..Term::default() });
        query.split_whitespace().map(term).collect()
    }

    fn shown(body: &str, query: &str) -> (String, Vec<String>) {
        let snippet = Snippet::best(body, Some(Language::French), &wanted(query));
        let text = &body[snippet.range];
        let highlights = snippet.highlights.into_iter().map(|range| text[range].to_owned());
        (text.to_owned(), highlights.collect())
    }

    #[test]
    fn the_snippet_is_the_sentence_with_most_of_the_terms() {
        let (text, highlights) = shown(BODY, "accord visa passeport");
        assert!(text.starts_with("Les passeports"), "{text}");
        assert_eq!(highlights, ["passeports", "accord", "visa"]);
        assert!(shown(BODY, "minsk").0.starts_with("L’accord"));
        assert_eq!(shown("", "minsk"), Default::default());
    }

    #[test]
    fn highlights_are_exactly_the_original_letters() {
        let title = "Négociations à Minsk";
        let found = highlights(title, Some(Language::French), &wanted("negocier minsk"));
        assert_eq!(
            found.into_iter().map(|range| &title[range]).collect::<Vec<_>>(),
            ["Négociations", "Minsk"]
        );
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_hit() {
        let body = format!("{}but {}", "é ".repeat(400), "à ".repeat(400));
        let (text, highlights) = shown(&body, "but");
        assert!(text.len() <= MOST_BYTES && highlights == ["but"], "{text}");
    }
}
