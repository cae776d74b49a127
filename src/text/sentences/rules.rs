//! Whether a stop ends its sentence, by the word before it and the word after it.

use super::abbreviations::Abbreviations;
use super::stops::{Stop, is_closing, is_foreign_stop};
use crate::text::boundaries::{ceil, floor};

/// Bytes looked at on either side of a stop; no abbreviation or opening word is longer.
const REACH: usize = 64;

/// Bytes within which a sentence may be nothing but a number, or nothing but an hour.
const SHORT: usize = 32;

/// Where the sentence that began at `start` ends, if `stop` ends it.
pub(super) fn sentence_end(text: &str, start: usize, stop: &Stop) -> Option<usize> {
    let run = text.get(stop.run.clone())?;
    if run.contains(is_foreign_stop) {
        return Some(stop.end);
    }
    let sentence = text.get(start..stop.run.start)?;
    // `[...]` and `(?)` are remarks on the text.
    if sentence.is_empty() || sentence.ends_with(['[', '(']) {
        return None;
    }
    let before = Before::read(sentence);
    let after = After::read(text.get(stop.end..)?);
    let ends = if after.is_nothing() {
        true
    } else if after.gap {
        let quoted = stop.end > stop.run.end;
        ends_before_gap(run, &before, &after) && !(quoted && after.is_saying(run))
    } else {
        is_glued(text, run, stop, &before, &after)
    };
    // A full stop and then an ellipsis: the ellipsis belongs to what follows.
    let full_stop_first = run == ". . . ." && after.gap && !sentence.ends_with(char::is_whitespace);
    ends.then_some(if full_stop_first { stop.run.start + 1 } else { stop.end })
}

/// What stands before a stop.
struct Before<'a> {
    /// The sentence up to the stop, where it is short.
    short: Option<&'a str>,
    /// The last word, without what opens before it.
    word: &'a str,
    /// The whole of it, up to white space.
    token: &'a str,
    /// The word before it.
    previous: &'a str,
}

impl<'a> Before<'a> {
    fn read(sentence: &'a str) -> Self {
        let near = sentence
            .get(ceil(sentence, sentence.len().saturating_sub(REACH))..)
            .unwrap_or_default();
        let (rest, token) = near.rsplit_once(char::is_whitespace).unwrap_or(("", near));
        let opened = token.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '§');
        let word = opened.rsplit_once(['’', '\'']).map_or(opened, |(_, word)| word);
        let previous = rest.split_whitespace().next_back().unwrap_or_default();
        let short = Some(sentence.trim_start()).filter(|sentence| sentence.len() <= SHORT);
        Self { short, word, token, previous }
    }

    /// Whether the sentence so far is the number or letter of a list item.
    fn is_item_number(&self) -> bool {
        self.short.is_some_and(|sentence| {
            let letters = sentence.chars().filter(|c| c.is_alphabetic()).count();
            letters == 0
                || (letters == 1
                    && sentence.chars().all(|c| !c.is_whitespace() && !c.is_uppercase()))
        })
    }

    /// `K.`, `J.-M.`, `Ph.`: the first names of a name.
    fn is_initial(&self) -> bool {
        self.word.split('-').all(|part| {
            let mut letters = part.trim_end_matches('.').chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        })
    }

    /// Whether a year, or a word that leads to an era, stands before the word.
    fn follows_a_year(&self) -> bool {
        let previous = self.previous.trim_end_matches('.');
        previous.ends_with(|c: char| c.is_ascii_digit())
            || Abbreviations::built_in().era_leads.contains(previous)
    }

    /// `U.S`, `O.N.U`, `LL.AA.II`: letters with full stops between them.
    fn is_dotted(&self) -> bool {
        self.word.contains('.')
            && self.word.split('.').all(|part| {
                part.chars().all(char::is_alphabetic) && matches!(part.chars().count(), 1 | 2)
            })
    }
}

/// What stands after a stop.
struct After<'a> {
    /// Whether white space separates it.
    gap: bool,
    /// From the first sign that opens nothing.
    rest: &'a str,
    first: Option<char>,
    /// The first word.
    word: &'a str,
}

impl<'a> After<'a> {
    fn read(text: &'a str) -> Self {
        let gap = text.starts_with(char::is_whitespace);
        let opens = |c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '«' | '‹' | '“' | '‘' | '„' | '"' | '\'' | '(' | '[' | '¿' | '¡' | '*' | '_'
                )
        };
        let dash = |c: char| matches!(c, '-' | '–' | '—' | '―' | '−');
        let rest = if gap { text.trim_start_matches(|c| opens(c) || dash(c)) } else { text };
        let near = rest.get(..floor(rest, REACH)).unwrap_or_default();
        let end = near.find(|c: char| !c.is_alphanumeric()).unwrap_or(near.len());
        Self { gap, rest, first: rest.chars().next(), word: near.get(..end).unwrap_or_default() }
    }

    fn is_nothing(&self) -> bool {
        self.first.is_none()
    }

    fn is_capital(&self) -> bool {
        self.first.is_some_and(char::is_uppercase)
    }

    fn is_number(&self) -> bool {
        self.first.is_some_and(char::is_numeric)
            || (self.is_capital() && self.word.chars().all(|c| "IVXLC".contains(c)))
    }

    /// Whether a name and a verb of speech go on behind a quotation that ended in `run`: `"Stop!" Prime Minister Smith said`.
    fn is_saying(&self, run: &str) -> bool {
        const LONGEST_NAME: usize = 3;
        let near = self.rest.get(..floor(self.rest, REACH)).unwrap_or_default();
        let mut words = near.split_whitespace();
        let mut names = words.by_ref().take(LONGEST_NAME + 1).enumerate();
        let verb = names.find(|(_, word)| !word.starts_with(char::is_uppercase));
        !run.starts_with('.')
            && verb.is_some_and(|(place, word)| {
                let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
                place > 0 && Abbreviations::built_in().sayings.contains(word)
            })
    }

    /// Whether the word opens sentences; with `strict`, only if it opens no family names.
    fn opens_sentences(&self, strict: bool) -> bool {
        let lists = Abbreviations::built_in();
        lists.openers.contains(self.word) || (!strict && lists.particles.contains(self.word))
    }
}

/// The rules for a stop with white space after it.
fn ends_before_gap(run: &str, before: &Before<'_>, after: &After<'_>) -> bool {
    match after.first {
        None => return true,
        Some(c)
            if c.is_lowercase()
                || matches!(c, ',' | ';' | ':' | '.' | '?' | '!' | '…' | '/' | '=')
                || is_closing(c) =>
        {
            return false;
        }
        Some(_) => {}
    }
    if run.starts_with(['!', '?']) {
        return !Abbreviations::built_in().exclamations.contains(before.word)
            || run.starts_with('?');
    }
    // The pronoun is always a capital: behind an ellipsis it tells nothing.
    if after.word == "I" && is_ellipsis(run) {
        return false;
    }
    if run == "." { !before.is_item_number() && full_stop_ends(before, after) } else { true }
}

/// Three dots, spaced or not, and no fourth for the full stop.
fn is_ellipsis(run: &str) -> bool {
    let dots = run.chars().filter(|&c| c == '.').count();
    run == "…" || (dots == 3 && run.chars().all(|c| c == '.' || c.is_whitespace()))
}

/// The rules for one full stop before a gap and a word in capitals, a figure or a sign.
fn full_stop_ends(before: &Before<'_>, after: &After<'_>) -> bool {
    let lists = Abbreviations::built_in();
    let word = before.word;
    if lists.titles.contains(word) {
        return false;
    }
    if lists.numbers.contains(word) && after.is_number() {
        return false;
    }
    if lists.hours.contains(word) {
        // `At 5 a.m.` is no sentence.
        return before.short.is_none_or(|sentence| sentence.split_whitespace().count() > 3);
    }
    if lists.eras.contains(word) && before.follows_a_year() {
        return !after.is_number();
    }
    if before.is_initial() {
        let is_name = before.previous.starts_with(char::is_uppercase) || before.previous.is_empty();
        return !is_name && after.opens_sentences(true);
    }
    if lists.either.contains(word) || before.is_dotted() {
        return after.opens_sentences(false);
    }
    true
}

/// Whether two sentences were run together without a space (`dinars.La`), as scraping leaves them.
fn is_glued(text: &str, run: &str, stop: &Stop, before: &Before<'_>, after: &After<'_>) -> bool {
    let closed = stop.end > stop.run.end;
    let quoted_straight =
        text.get(stop.run.end..stop.end).is_some_and(|closing| closing.contains(['"', '\'', '’']));
    let near = after.rest.get(..floor(after.rest, REACH)).unwrap_or_default();
    let token = near.split(char::is_whitespace).next().unwrap_or_default();
    let is_address =
        |token: &str| token.contains(['@', '/', '\\', '_']) || token.starts_with("www.");
    if quoted_straight || is_address(before.token) || is_address(token) {
        return false;
    }
    let ended = before.token.chars().next_back().is_some_and(|c| {
        c.is_lowercase()
            || is_closing(c)
            || matches!(c, '%' | '€' | '$' | '£')
            || (c.is_numeric() && before.short.is_none())
    });
    let mut letters = after.word.chars();
    let begun = letters.next().is_some_and(char::is_uppercase)
        && match letters.next() {
            Some(second) => second.is_lowercase(),
            None => after.rest.chars().nth(1).is_some_and(|c| matches!(c, '\'' | '’' | ' ')),
        };
    let is_word = before.word.chars().count() != 1 || closed;
    is_word && ended && begun && !is_domain(token) && (closed || run.chars().count() == 1)
}

/// Whether `Com` in `Booking.Com` is the end of a host name.
fn is_domain(token: &str) -> bool {
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    matches!(
        word.as_str(),
        "com" | "org" | "net" | "info" | "fr" | "vn" | "uk" | "eu" | "gov" | "edu" | "io" | "tv"
    )
}
