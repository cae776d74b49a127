//! Whether a run of capitals is a person: what speaks for it and against it.

use std::collections::HashSet;
use std::ops::Range;

use super::directory::Directory;
use super::fold::{self, PersonKey};
use super::tokens::{Gap, Shape, Token, tokens};
use super::words::words;
use super::{runs, titles};
use crate::model::Role;
use crate::text::Folded;

/// Points that make a person of a run.
const ENOUGH: u32 = 2;

/// A passage cut into words.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    /// Folded words that stand in lower case somewhere: their capital opens a sentence.
    lower: HashSet<&'a str>,
}

/// A run that may be a person.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    /// Words of the passage.
    pub(super) run: Range<usize>,
    pub(super) title: Option<titles::Title>,
    pub(super) key: PersonKey,
    /// Whether it is a person by itself; else only where the text names that person more fully.
    pub(super) accepted: bool,
}

impl<'a> Passage<'a> {
    pub(super) fn new(text: &'a str, folded: &'a Folded) -> Self {
        let tokens = tokens(text, folded);
        let lower = tokens.iter().filter(|token| token.shape == Shape::Lower);
        let lower = lower.map(|token| token.folded).collect();
        Self { text, tokens, lower }
    }

    /// The words of a run as they are written, line breaks and double spaces as one space.
    pub(super) fn name(&self, run: &Range<usize>) -> String {
        let bytes = self.bytes(run);
        let written = self.text.get(bytes).unwrap_or_default();
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a folded word stands in lower case somewhere in the passage.
    pub(super) fn is_lower(&self, word: &str) -> bool {
        self.lower.contains(word)
    }

    /// The bytes of some words.
    pub(super) fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens.get(run.clone()).unwrap_or_default();
        let start = tokens.first().map_or(0, |token| token.range.start);
        start..tokens.last().map_or(start, |token| token.range.end)
    }
}

/// Everything in a passage that may be a person, in the order of the text, apart.
pub(super) fn weigh(directory: &Directory, passage: &Passage<'_>) -> Vec<Weighed> {
    let judge = Judge { directory, passage };
    let mut found = Vec::new();
    let mut carried: Option<titles::Title> = None;
    let mut at = 0;
    while at < passage.tokens.len() {
        let candidate = judge.titled(at).or_else(|| judge.carried(at, carried.as_ref()));
        if let Some(candidate) = candidate.or_else(|| judge.bare(at)) {
            let plural = candidate.title.clone().filter(|title| title.plural);
            carried = plural;
            at = candidate.run.end.max(at + 1);
            found.push(candidate);
        } else {
            let token = passage.tokens.get(at).map(|token| token.folded);
            carried = carried.filter(|_| matches!(token, Some("et" | "and")));
            at += 1;
        }
    }
    found
}

/// What weighs a run.
struct Judge<'a, 't> {
    directory: &'a Directory,
    passage: &'a Passage<'t>,
}

impl Judge<'_, '_> {
    /// A person with the title whose head stands at `at`.
    fn titled(&self, at: usize) -> Option<Weighed> {
        let tokens = &self.passage.tokens;
        let found = titles::find(self.directory, tokens, at).filter(|_| !self.is_initial(at))?;
        let start = found.name?;
        let run = runs::run(self.directory, tokens, start)?;
        let run = self.without_tail(run);
        let lone = runs::count(tokens.get(run.clone())?) == 1;
        if found.comma && (lone && !self.knows(&run) || titles::begins(tokens, start).is_some()) {
            return None;
        }
        let whole = self.weigh(run.clone(), Some(found.title.clone()));
        if whole.accepted || lone {
            return Some(whole);
        }
        // "le président de la région Nouvelle-Aquitaine X": the name begins at the given name.
        let given =
            |at: &usize| tokens.get(*at).is_some_and(|token| words().is_given(token.folded));
        let inner = (run.start + 1..run.end.saturating_sub(1)).find(given)?;
        let candidate = self.weigh(inner..run.end, Some(found.title));
        candidate.accepted.then_some(candidate)
    }

    /// Whether the word is an initial between two words of a name, and not Monsieur.
    fn is_initial(&self, at: usize) -> bool {
        let tokens = &self.passage.tokens;
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let named = before.is_some_and(|token| {
            token.shape == Shape::Capital
                && !words().is_opener(token.folded)
                && !words().is_calendar(token.folded)
        });
        named
            && tokens
                .get(at)
                .is_some_and(|token| token.shape == Shape::Initials && token.is_joined())
    }

    /// The second of several persons with one title: les présidents X et Y.
    fn carried(&self, at: usize, title: Option<&titles::Title>) -> Option<Weighed> {
        let run = runs::run(self.directory, &self.passage.tokens, at)?;
        let candidate = self.weigh(run, Some(title?.clone()));
        candidate.accepted.then_some(candidate)
    }

    /// A run without a title before it; tried without the capitals that only open the sentence or
    /// say where from.
    fn bare(&self, at: usize) -> Option<Weighed> {
        let tokens = &self.passage.tokens;
        let capital = tokens.get(at).is_some_and(Token::is_capital);
        let run = runs::run(self.directory, tokens, at).filter(|_| capital)?;
        let whole = self.weigh(run.clone(), None);
        if whole.accepted || run.len() == 1 {
            return Some(whole);
        }
        let first = tokens.get(at)?;
        let opens = first.opens() && !words().is_given(first.folded);
        let aside = words().is_opener(first.folded)
            || words().is_calendar(first.folded)
            || self.directory.adjective(tokens, at).is_some()
            || self.directory.place(tokens, at).is_some();
        if opens || aside {
            let rest = self.weigh(at + 1..run.end, None);
            let may = tokens.get(at + 1).is_some_and(Token::is_capital);
            return Some(if rest.accepted && may { rest } else { whole });
        }
        Some(whole)
    }

    /// A run without a place or body that a title's name runs into.
    fn without_tail(&self, run: Range<usize>) -> Range<usize> {
        let tokens = &self.passage.tokens;
        let last = run.end - 1;
        let tail = tokens.get(last).is_some_and(|token| {
            token.shape == Shape::Capitals && self.directory.place(tokens, last).is_some()
        });
        if tail && run.len() > 1 { run.start..last } else { run }
    }

    fn weigh(&self, run: Range<usize>, title: Option<titles::Title>) -> Weighed {
        let name = self.passage.name(&run);
        let key = fold::key(&name);
        let known = self.knows_as(&run, &key);
        let behind = titles::after(self.directory, &self.passage.tokens, run.end);
        let points = self.points(&run, title.as_ref(), behind.as_ref(), known);
        let accepted = !self.is_barred(&run, title.as_ref(), known) && points >= ENOUGH;
        let title = title.map(|title| Self::office(title, known));
        let behind = behind.map(|title| Self::office(title, known));
        let title = match title {
            Some(title) if title.role.is_office() || behind.is_none() => Some(title),
            _ => behind,
        };
        Weighed { run, title, key, accepted }
    }

    /// A president is a head of state where the title names the country, or the person is known.
    fn office(title: titles::Title, known: bool) -> titles::Title {
        let vague = title.role == Role::HeadOfState && title.country.is_none() && !known;
        if vague { titles::Title { role: Role::President, ..title } } else { title }
    }

    fn knows(&self, run: &Range<usize>) -> bool {
        self.knows_as(run, &fold::key(&self.passage.name(run)))
    }

    /// Whether the run is the name of somebody known; a name of one word is written with small
    /// letters after the first, and is not the name of a place.
    fn knows_as(&self, run: &Range<usize>, key: &PersonKey) -> bool {
        let tokens = &self.passage.tokens;
        let Some(first) = tokens.get(run.start) else { return false };
        let lone = run.len() == 1;
        let plain = !lone
            || (matches!(first.shape, Shape::Capital | Shape::Joined)
                && self.directory.place(tokens, run.start).is_none()
                && !(first.opens() && self.passage.lower.contains(first.folded)));
        let alone = fold::key_alone(&self.passage.name(run));
        plain && if lone { self.directory.knows(&alone) } else { self.directory.knows(key) }
    }

    /// What no evidence makes a person.
    fn is_barred(&self, run: &Range<usize>, title: Option<&titles::Title>, known: bool) -> bool {
        let tokens = &self.passage.tokens;
        let Some(run_tokens) = tokens.get(run.clone()) else { return true };
        let (Some(first), Some(last)) = (run_tokens.first(), run_tokens.last()) else {
            return true;
        };
        let before = run.start.checked_sub(1).and_then(|at| tokens.get(at));
        let joined = first.is_joined();
        let named_after = before.is_some_and(|token| {
            joined && (words().is_named_after(token.folded) || token.folded == "l")
        });
        let thing = self.directory.not_person(tokens, run.start).is_some();
        let hyphened = words().is_given(first.folded) || words().is_family_first(first.folded);
        let body = run_tokens
            .iter()
            .enumerate()
            .any(|(n, token)| is_of_body(token.folded) && !(n == 0 && hyphened))
            || self.is_firm(run.end)
            || run_tokens.iter().any(|token| self.has_place(token.folded));
        let place = self.directory.place(tokens, run.start);
        let covers = place.is_some_and(|(length, _)| length >= run.len() || length > 1);
        let leads = place.is_some() && !words().is_given(first.folded) && title.is_none();
        let adjective = self.directory.adjective(tokens, run.start).is_some()
            && !words().is_given(first.folded);
        let capitals = run_tokens
            .iter()
            .all(|token| matches!(token.shape, Shape::Capitals | Shape::Initials | Shape::Lower));
        let addressed =
            title.is_some_and(|title| title.role == Role::Honorific) && last.text.len() > 3;
        let opener = words().is_opener(first.folded) && runs::count(run_tokens) < 2;
        let opener = opener
            || (words().is_opener(first.folded)
                && title.is_none()
                && !starts_vietnamese(run_tokens));
        let calendar = words().is_calendar(first.folded) && title.is_none();
        let several = runs::count(run_tokens) > 1;
        let numbered = words().is_suffix(last.folded) && run_tokens.len() == 2 && title.is_none();
        let cut_off = words().is_opener(last.folded) && !words().is_calendar(last.folded);
        let cut_off =
            cut_off && several && last.folded.len() < 4 && !words().is_vietnamese(first.folded);
        if known {
            return named_after || thing;
        }
        named_after
            || thing
            || body
            || covers
            || leads
            || adjective
            || (capitals && !addressed)
            || opener
            || calendar
            || numbered
            || cut_off
            || words().is_calendar(last.folded) && run_tokens.len() == 1
            || runs::is_quoted(tokens, run)
    }

    /// Whether "and Co" or the like follows: a firm called after its founders.
    fn is_firm(&self, end: usize) -> bool {
        let tokens = &self.passage.tokens;
        let word = |at: usize| tokens.get(at).map(|token| token.folded);
        matches!(word(end), Some("and" | "et"))
            && matches!(
                word(end + 1),
                Some("co" | "cie" | "sons" | "fils" | "partners" | "associates" | "company")
            )
    }

    /// Whether a part of a word with hyphens is a country: Sri Lanka-Vietnam.
    fn has_place(&self, word: &str) -> bool {
        word.contains('-') && word.split('-').any(|part| self.directory.is_place(part))
    }

    /// What speaks for a run.
    fn points(
        &self,
        run: &Range<usize>,
        title: Option<&titles::Title>,
        behind: Option<&titles::Title>,
        known: bool,
    ) -> u32 {
        let Some(run_tokens) = self.passage.tokens.get(run.clone()) else { return 0 };
        let Some(first) = run_tokens.first() else { return 0 };
        let several = runs::count(run_tokens) > 1;
        let mut points = if known { ENOUGH } else { 0 };
        if let Some(title) = title {
            let strong = !title.weak && (several || names_alone(title.role));
            let given = words().is_given(first.folded) && is_by_given(title.role);
            points += if strong || given { 2 } else { 1 };
        }
        if !several {
            return points;
        }
        points += behind.map_or(0, |title| if title.weak { 1 } else { 2 });
        points += if words().is_given(first.folded) { 2 } else { 0 };
        let initial = |token: &Token<'_>| token.shape == Shape::Initials;
        let inner = run_tokens.get(1..run_tokens.len() - 1).unwrap_or_default();
        points += if inner.iter().any(initial) && first.shape == Shape::Capital { 2 } else { 0 };
        points += u32::from(initial(first));
        points += if starts_vietnamese(run_tokens) { 2 } else { 0 };
        let family_first =
            words().is_family_first(first.folded) || words().is_vietnamese(first.folded);
        points += u32::from(family_first && run_tokens.len() <= 3);
        let ending = |token: &Token<'_>| words().has_ending(token.folded);
        points += u32::from(run_tokens.last().is_some_and(ending));
        points + u32::from(self.speaks(run)) + if self.has_age(run) { 2 } else { 0 }
    }

    /// Whether a word of speech stands beside the run.
    fn speaks(&self, run: &Range<usize>) -> bool {
        let tokens = &self.passage.tokens;
        let speech = |at: usize| {
            tokens.get(at).is_some_and(|token| {
                token.shape == Shape::Lower && token.is_joined() && words().is_speech(token.folded)
            })
        };
        let before = run.start.checked_sub(1).and_then(|at| tokens.get(at));
        let joined = tokens.get(run.start).is_some_and(|token| matches!(token.gap, Gap::Space));
        let said = before.is_some_and(|token| words().is_speech(token.folded));
        let auxiliary = tokens.get(run.end).is_some_and(|token| {
            token.is_joined() && matches!(token.folded, "a" | "avait" | "has" | "had")
        });
        (joined && said) || speech(run.end) || (auxiliary && speech(run.end + 1))
    }

    /// Whether an age stands behind a comma: "X, 52 ans".
    fn has_age(&self, run: &Range<usize>) -> bool {
        let tokens = &self.passage.tokens;
        let number = tokens
            .get(run.end)
            .filter(|token| token.gap == Gap::Comma || token.gap == Gap::Bracket);
        let age =
            number.and_then(|token| token.folded.parse::<u8>().ok()).is_some_and(|age| age < 120);
        age && tokens
            .get(run.end + 1)
            .is_some_and(|token| token.folded == "ans" || token.gap == Gap::Comma)
    }
}

/// Whether a word, or the first part of one with a hyphen, is of the name of a body or a place.
fn is_of_body(word: &str) -> bool {
    let part = word.split_once('-').map_or(word, |(part, _)| part);
    words().is_body(word) || words().is_body(part)
}

/// Whether a run is written as a Vietnamese name in full: three or four words, the family name first.
fn starts_vietnamese(run: &[Token<'_>]) -> bool {
    let short = |token: &Token<'_>| token.text.chars().count() <= 7 && token.is_capital();
    let first = run.first().is_some_and(|token| words().is_vietnamese(token.folded));
    first && (3..=4).contains(&run.len()) && run.iter().all(short)
}

/// Titles after which a family name alone is a person.
fn names_alone(role: Role) -> bool {
    !matches!(
        role,
        Role::Executive
            | Role::Scholar
            | Role::Press
            | Role::Artist
            | Role::Athlete
            | Role::Activist
            | Role::Leader
            | Role::Family
            | Role::Adviser
            | Role::Candidate
            | Role::Royal
            | Role::Monarch
    )
}

/// Titles after which a given name alone is a person: Pope Francis.
fn is_by_given(role: Role) -> bool {
    matches!(role, Role::Royal | Role::Monarch | Role::Clergy | Role::Family)
}
