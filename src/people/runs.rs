//! Words written like a name: capitals with particles and initials between them.
//!
//! Knows how names are written, not whether a run is one.

use std::ops::Range;

use super::directory::Directory;
use super::titles;
use super::tokens::{Gap, Shape, Token};
use super::words::words;

/// Words of a name at most, particles included.
const LONGEST: usize = 7;

/// Particles in a row at most: de la, von und zu.
const PARTICLES: usize = 3;

/// The run that begins at word `at`, as far as it goes.
pub(super) fn run(directory: &Directory, tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let first = tokens.get(at)?;
    if !first.is_capital() && !starts_with_particle(tokens, at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + LONGEST + 1 {
        let Some(next) = next_word(directory, tokens, at, end) else { break };
        end = next;
    }
    let ends_badly = |last: &Token<'_>| {
        words().is_calendar(last.folded)
            || (last.shape == Shape::Initials && !last.text.contains('.'))
    };
    // Theresa May keeps her name.
    let least = if words().is_given(first.folded) { at + 2 } else { at + 1 };
    while end > least && tokens.get(end - 1).is_some_and(ends_badly) {
        end -= 1;
    }
    Some(at..end)
}

/// A name may open with a particle where a title stands before: "M. de Gaulle".
fn starts_with_particle(tokens: &[Token<'_>], at: usize) -> bool {
    let particle = tokens.get(at).is_some_and(|token| words().is_particle(token.folded));
    particle && after_particles(tokens, at).is_some_and(|next| next > at)
}

/// The end of the run with the word (and its particles) at `at`, if it goes on there.
fn next_word(
    directory: &Directory,
    tokens: &[Token<'_>],
    first: usize,
    at: usize,
) -> Option<usize> {
    let token = tokens.get(at)?;
    if !token.is_joined() {
        return None;
    }
    if token.shape == Shape::Initials {
        return Some(at + 1);
    }
    if token.is_capital() {
        let begins_title = titles::begins(tokens, at).is_some_and(|length| {
            let before = tokens.get(at.wrapping_sub(1)).map(|token| token.folded);
            let surname =
                at > first + 1 && before.is_some_and(|word| matches!(word, "le" | "la" | "de"));
            let follows = tokens.get(at + length);
            let named = follows.is_some_and(|next| {
                next.is_joined() && next.is_capital() && !words().is_suffix(next.folded)
            });
            !surname && (named || length > 1)
        });
        return (!begins_title).then_some(at + 1);
    }
    let next = after_particles(tokens, at)?;
    let place = directory.place(tokens, next).is_some();
    let body = tokens.get(next).is_some_and(|token| words().is_body(token.folded));
    let genitive =
        matches!(token.folded, "de" | "du" | "d" | "des" | "la" | "le" | "y" | "e" | "st" | "a");
    let one = next == at + 1 && at == first;
    (!one && !(genitive && (place || body)) && token.folded != "des").then_some(next + 1)
}

/// The capital after one particle or more.
fn after_particles(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    while next < at + PARTICLES {
        let token = tokens.get(next)?;
        if next > at && token.is_capital() && token.is_joined() {
            return Some(next);
        }
        if token.is_capital()
            || !words().is_particle(token.folded)
            || (next > at && !token.is_joined())
        {
            return None;
        }
        next += 1;
    }
    tokens.get(next).filter(|token| token.is_capital() && token.is_joined()).map(|_| next)
}

/// The words of a run that are no particles.
pub(super) fn count(tokens: &[Token<'_>]) -> usize {
    let lower = |token: &&Token<'_>| token.shape == Shape::Lower;
    tokens.len() - tokens.iter().filter(lower).count()
}

/// Whether a run stands whole within one pair of quotation marks, as the title of a work does.
pub(super) fn is_quoted(tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    let at = |at: usize| tokens.get(at).is_some_and(|token| token.gap == Gap::Quote);
    at(run.start) && at(run.end)
}
