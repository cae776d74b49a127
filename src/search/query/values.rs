//! What the values of operators mean.

use std::ops::Range;

use super::Countries;
use super::ast::{Facet, Filter, Label, Node, State, Term, TextField};
use super::comparing::comparable;
use super::days;
use super::fault::Fault;
use super::lexer::{Value, is_apostrophe, words};
use super::operators::{self, Kind, Operator, StateName};
use crate::model::{Language, PartialDate, Status};
use crate::text::fold;

/// A value longer than this, in bytes, is not quoted back whole.
const MOST_QUOTED: usize = 60;

/// What an apostrophe cuts off before a French word: articles, pronouns and conjunctions.
const ELIDED: [&str; 15] = [
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "presqu", "puisqu", "qu", "quelqu", "quoiqu",
    "s", "t",
];

/// What values are read with.
pub(super) struct Reader<'a> {
    pub(super) query: &'a str,
    pub(super) countries: &'a dyn Countries,
    pub(super) today: PartialDate,
}

impl Reader<'_> {
    /// What a value of an operator asks for, with a notice where it was understood with some doubt. `helps` tells whether a
    /// mistake is worth looking for what was meant: that takes longer.
    pub(super) fn read(
        &self,
        operator: &Operator,
        name: &Range<usize>,
        value: &Value,
        helps: bool,
    ) -> Result<(Node, Option<Fault>), Fault> {
        let typed = self.query.get(value.inside.clone()).unwrap_or_default();
        let typed = typed.trim().trim_end_matches('*').trim_end();
        if !value.quoted && operators::is_none(typed) {
            let facet = facet(operator.kind).ok_or_else(|| {
                Fault::NoneHere(self.query.get(name.clone()).unwrap_or_default().to_owned())
            })?;
            return Ok((Node::Is(Filter::Lacks(facet)), None));
        }
        let place = name.start..value.place.end;
        let in_text = |field| {
            let term = term(typed, value, place.clone(), Some(field));
            term.map(Node::Words).ok_or_else(|| Fault::NoWords(short(typed)))
        };
        let label = || label(typed, value).ok_or_else(|| Fault::NoWords(short(typed)));
        let filter = match operator.kind {
            Kind::Title => return in_text(TextField::Title).map(|node| (node, None)),
            Kind::Person => return in_text(TextField::Person).map(|node| (node, None)),
            Kind::Country | Kind::With => self.country(typed, helps)?,
            Kind::Source => Filter::Source(label()?),
            Kind::Author => Filter::Author(label()?),
            Kind::Tag => Filter::Tag(label()?),
            Kind::State => {
                let name = self.query.get(name.clone()).unwrap_or_default();
                state(typed, operator, name)?
            }
            Kind::Language => operators::language(typed)
                .map(Filter::Language)
                .ok_or_else(|| Fault::UnknownLanguage(short(typed)))?,
            Kind::Date | Kind::Since | Kind::Before | Kind::After => {
                let read = days::read(operator.kind, typed, self.today);
                let (days, is_reversed) = read.ok_or_else(|| Fault::BadDate(short(typed)))?;
                let notice = is_reversed.then_some(Fault::ReversedDates);
                return Ok((Node::Is(Filter::Dated(days)), notice));
            }
        };
        Ok((Node::Is(filter), None))
    }

    fn country(&self, typed: &str, helps: bool) -> Result<Filter, Fault> {
        self.countries.code(typed).map(Filter::Country).ok_or_else(|| {
            let near = if helps { self.countries.near(typed) } else { Vec::new() };
            Fault::UnknownCountry { name: short(typed), near }
        })
    }
}

/// What an operator can ask for the lack of.
fn facet(kind: Kind) -> Option<Facet> {
    match kind {
        Kind::Country => Some(Facet::Country),
        Kind::Source => Some(Facet::Source),
        Kind::Author => Some(Facet::Author),
        Kind::Tag => Some(Facet::Tag),
        Kind::Language => Some(Facet::Language),
        Kind::Date => Some(Facet::Date),
        Kind::With
        | Kind::Title
        | Kind::Person
        | Kind::State
        | Kind::Since
        | Kind::Before
        | Kind::After => None,
    }
}

fn state(typed: &str, operator: &Operator, name: &str) -> Result<Filter, Fault> {
    let state = match operators::state(typed) {
        Some(StateName::Unread) => State::Unread,
        Some(StateName::Read) => State::Read,
        Some(StateName::Starred) => State::Starred,
        Some(StateName::Corrected) => State::Standing(Status::Corrected),
        Some(StateName::Withdrawn) => State::Standing(Status::Withdrawn),
        Some(StateName::Current) => State::Standing(Status::Current),
        Some(StateName::Amended) => State::Amended,
        Some(StateName::Related) => State::Related,
        None => {
            let is_french = operator.name(Language::English) != name.to_lowercase();
            let language = if is_french { Language::French } else { Language::English };
            let known = operators::states().iter();
            let known = known.filter_map(|state| state.names.all(language).next());
            let known = known.collect::<Vec<&str>>().join(", ");
            return Err(Fault::UnknownState { name: short(typed), known });
        }
    };
    Ok(Filter::State(state))
}

/// Words to look for in a part of the text, or in all of it; none where there are no words.
pub(super) fn term(
    typed: &str,
    value: &Value,
    place: Range<usize>,
    field: Option<TextField>,
) -> Option<Term> {
    // A star within a word cannot be looked for: what stands before it can.
    let inside = typed.trim_end().trim_end_matches('*');
    let cut = if value.quoted { None } else { inside.split_once('*') };
    let prefix = value.star || cut.is_some();
    let inside = cut.map_or(inside, |(before, _)| before);
    let inside = if value.quoted { inside } else { without_elisions(inside) };
    let words: Vec<String> = words(inside).map(str::to_owned).collect();
    let term = Term { words, quoted: value.quoted, prefix, field, place, ..Term::default() };
    (!term.words.is_empty()).then_some(term)
}

/// A word without what apostrophes cut off, as long as a word is left: whoever types `l'accord` looks for the word alone.
fn without_elisions(typed: &str) -> &str {
    let mut word = typed;
    while let Some((before, after)) = word.split_once(is_apostrophe) {
        if !ELIDED.contains(&fold(before).as_str()) || !after.starts_with(char::is_alphabetic) {
            break;
        }
        word = after;
    }
    match word.rsplit_once(is_apostrophe) {
        Some((owner, "s" | "S")) if owner.ends_with(char::is_alphanumeric) => owner,
        _ => word,
    }
}

fn label(typed: &str, value: &Value) -> Option<Label> {
    let words: Vec<String> = comparable(typed).split_whitespace().map(str::to_owned).collect();
    (!words.is_empty()).then(|| Label { typed: typed.to_owned(), words, prefix: value.star })
}

/// A value as it is quoted back: not a page of it.
fn short(typed: &str) -> String {
    let mut end = typed.len().min(MOST_QUOTED);
    while !typed.is_char_boundary(end) {
        end -= 1;
    }
    let cut = if end < typed.len() { "…" } else { "" };
    format!("{}{cut}", typed.get(..end).unwrap_or_default())
}
