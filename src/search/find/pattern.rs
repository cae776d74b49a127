//! Regular expressions in bounded time and memory, and what is wrong with one in terms a reader can be told.
//!
//! As with plain words, a pattern without capitals and accents finds both: it is matched on the folded text. One that
//! holds any is matched on the letters as they stand.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;
use regex_syntax::hir;

use super::MOST_CHARS;
use crate::text::{Folded, fold};

/// Memory that a compiled pattern may take, in bytes; as much again may be used while it runs.
const MOST_MEMORY: usize = 1 << 20;

/// Brackets within brackets.
const MOST_NESTED: u32 = 40;

/// The longest hit, in bytes. A longer text is looked through in overlapping stretches of twice that: a pattern that
/// would try from each place to the end (`.*x`) would take time without bound.
const REACH: usize = 8 * 1024;

/// A regular expression.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    regex: Regex,
    folds: bool,
}

/// Why a pattern is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("letter {place} of the pattern: {mistake:?}")]
pub struct PatternError {
    /// What is wrong.
    pub mistake: Mistake,
    /// The letter of the pattern where, from 1, the slash before it not counted.
    pub place: usize,
}

/// What can be wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mistake {
    /// `(` without `)`.
    GroupOpen,
    /// `)` without `(`.
    GroupClosed,
    /// `[` without `]`.
    ClassOpen,
    /// `[z-a]`.
    Range,
    /// `*`, `+`, `?` or `{2}` after nothing.
    NothingRepeated,
    /// `{` without a number and `}`.
    Count,
    /// A backslash before a letter that means nothing, or before nothing.
    Escape,
    /// A look around or a reference back: they cannot be matched in linear time.
    Unsupported,
    /// Too large or too deeply nested.
    TooLarge,
    /// Anything else.
    Other,
}

impl Mistake {
    /// All mistakes, for those who give them words.
    pub const ALL: [Self; 10] = [
        Self::GroupOpen,
        Self::GroupClosed,
        Self::ClassOpen,
        Self::Range,
        Self::NothingRepeated,
        Self::Count,
        Self::Escape,
        Self::Unsupported,
        Self::TooLarge,
        Self::Other,
    ];

    fn of(kind: &ErrorKind) -> Self {
        match kind {
            ErrorKind::GroupUnclosed => Self::GroupOpen,
            ErrorKind::GroupUnopened => Self::GroupClosed,
            ErrorKind::ClassUnclosed => Self::ClassOpen,
            ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral => Self::Range,
            ErrorKind::RepetitionMissing => Self::NothingRepeated,
            ErrorKind::RepetitionCountInvalid
            | ErrorKind::RepetitionCountDecimalEmpty
            | ErrorKind::RepetitionCountUnclosed
            | ErrorKind::DecimalEmpty
            | ErrorKind::DecimalInvalid => Self::Count,
            ErrorKind::EscapeUnexpectedEof
            | ErrorKind::EscapeUnrecognized
            | ErrorKind::EscapeHexEmpty
            | ErrorKind::EscapeHexInvalid
            | ErrorKind::EscapeHexInvalidDigit
            | ErrorKind::UnicodeClassInvalid
            | ErrorKind::ClassEscapeInvalid => Self::Escape,
            ErrorKind::UnsupportedBackreference | ErrorKind::UnsupportedLookAround => {
                Self::Unsupported
            }
            ErrorKind::NestLimitExceeded(_) => Self::TooLarge,
            _ => Self::Other,
        }
    }
}

impl Pattern {
    /// Reads a pattern; nothing where it is empty.
    pub(super) fn read(typed: &str) -> Result<Option<Self>, PatternError> {
        if typed.is_empty() {
            return Ok(None);
        }
        let place = typed.chars().count();
        if place > MOST_CHARS {
            return Err(PatternError { mistake: Mistake::TooLarge, place });
        }
        check(typed)?;
        let folds = fold(&literal(typed)) == literal(typed);
        let regex = RegexBuilder::new(typed)
            .multi_line(true)
            .size_limit(MOST_MEMORY)
            .dfa_size_limit(MOST_MEMORY)
            .nest_limit(MOST_NESTED)
            .build()
            .map_err(|_| PatternError { mistake: Mistake::TooLarge, place })?;
        Ok(Some(Self { regex, folds }))
    }

    /// At most `most` places where it stands, in order and apart; empty ones are none.
    pub(super) fn hits(
        &self,
        text: &str,
        most: usize,
        goes_on: &dyn Fn() -> bool,
    ) -> Vec<Range<usize>> {
        if !self.folds {
            return self.stretches(text, most, goes_on);
        }
        let folded = Folded::new(text);
        let hits = self.stretches(folded.as_str(), most, goes_on);
        let mut found: Vec<Range<usize>> = Vec::with_capacity(hits.len());
        for hit in hits.into_iter().map(|hit| folded.original(hit)) {
            // Two halves of one ligature are one letter of the original.
            match found.last_mut() {
                Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
                _ => found.push(hit),
            }
        }
        found
    }

    /// Looks through a text in stretches of two reaches, each half covered by the next.
    fn stretches(&self, text: &str, most: usize, goes_on: &dyn Fn() -> bool) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        let mut at = 0;
        while hits.len() < most && at < text.len() && goes_on() {
            let end = boundary(text, at.saturating_add(2 * REACH));
            let Some(stretch) = text.get(..end) else { break };
            let half = boundary(text, at.saturating_add(REACH));
            match self.regex.find_at(stretch, at) {
                // It may go on behind the stretch: looked at again from where it starts.
                Some(hit) if hit.end() == end && end < text.len() && hit.start() > at => {
                    at = hit.start();
                }
                Some(hit) if hit.is_empty() => at = boundary(text, hit.end() + 1),
                Some(hit) => {
                    at = hit.end();
                    hits.push(hit.range());
                }
                None if end == text.len() => break,
                None => at = half,
            }
        }
        hits
    }
}

/// The first character boundary from `at` on, or the end.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// Says what is wrong with a pattern, and where.
fn check(typed: &str) -> Result<(), PatternError> {
    let parsed = regex_syntax::ParserBuilder::new()
        .multi_line(true)
        .nest_limit(MOST_NESTED)
        .build()
        .parse(typed);
    let (mistake, at) = match parsed {
        Ok(_) => return Ok(()),
        Err(regex_syntax::Error::Parse(error)) => {
            (Mistake::of(error.kind()), error.span().start.offset)
        }
        Err(regex_syntax::Error::Translate(error)) => {
            let mistake = match error.kind() {
                hir::ErrorKind::UnicodePropertyNotFound
                | hir::ErrorKind::UnicodePropertyValueNotFound
                | hir::ErrorKind::UnicodePerlClassNotFound => Mistake::Escape,
                _ => Mistake::Other,
            };
            (mistake, error.span().start.offset)
        }
        Err(_) => (Mistake::Other, 0),
    };
    let place = typed.get(..at).map_or(0, |before| before.chars().count()) + 1;
    Err(PatternError { mistake, place })
}

/// The letters of a pattern that stand for themselves: without those behind a backslash.
fn literal(typed: &str) -> String {
    let mut letters = typed.chars();
    let mut literal = String::new();
    while let Some(letter) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else {
            literal.push(letter);
        }
    }
    literal
}
