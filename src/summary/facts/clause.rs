//! A sentence prepared once for all extractors: its words and what they can do, numbers, countries,
//! persons and dates, each by its tokens. Knows no kind of fact.

use std::collections::HashMap;
use std::ops::Range;

use super::amounts::{self, Amount};
use super::breaks;
use super::groups::{self, Group};
use super::lexicon::{Form, Lexicon, Role, Sense};
use super::numbers::{self, Number};
use super::places::{self, Place};
use super::tense;
use super::tokens::Tokens;
use crate::country::{Named, Naming};
use crate::model::{
    self, CountryCode, DateMention, Language, Level, PartialDate, PersonMention, Quantity, Span,
};

/// Longer sentences are lists or noise: nothing is read in them, which keeps a text's time linear.
const MOST_TOKENS: usize = 400;

/// A sentence, ready for the extractors.
#[derive(Debug)]
pub(super) struct Clause<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) senses: Vec<Sense>,
    pub(super) numbers: Vec<Number>,
    pub(super) amounts: Vec<Amount>,
    pub(super) places: Vec<Place>,
    pub(super) groups: Vec<Group>,
    pub(super) persons: Vec<Person<'a>>,
    pub(super) dates: Vec<Date<'a>>,
    pub(super) levels: Vec<(Range<usize>, Level)>,
    /// The countries that the text named before.
    pub(super) carried: Carried,
    /// The day of the brief.
    pub(super) day: Option<PartialDate>,
    /// Whether the story is about a firm.
    pub(super) of_a_firm: bool,
    /// Tokens that a statement begins with, in order.
    breaks: Vec<usize>,
}

/// The countries that a sentence may mean without naming them.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    /// Those of "les deux pays".
    pub(super) pair: Option<[CountryCode; 2]>,
    /// Those of "ils": two that the sentence before named together.
    pub(super) they: Option<[CountryCode; 2]>,
    /// Those of "les trois pays": three or more that stood together.
    pub(super) several: Vec<CountryCode>,
    /// The only one that the text is about, where the sentence before named no other.
    pub(super) one: Option<CountryCode>,
    /// The only one that the text is about, whatever was named since.
    pub(super) topic: Option<CountryCode>,
    /// The parties of the agreement that the sentence before tells of.
    pub(super) accord: Vec<CountryCode>,
    /// The country of the one person in office whom the sentence before names: "il", "she".
    pub(super) subject: Option<CountryCode>,
}

/// A person, with what the story tells of them elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Person<'a> {
    /// The name.
    pub(super) tokens: Range<usize>,
    /// The name with its title.
    pub(super) whole: Range<usize>,
    pub(super) mention: &'a PersonMention,
    pub(super) profile: Profile,
}

/// What a story tells of a person, anywhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Profile {
    pub(super) country: Option<CountryCode>,
    pub(super) role: Option<model::Role>,
    /// Whether the gazetteer knows them as one who leads the country.
    pub(super) leads: bool,
}

/// A date of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Date<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) mention: &'a DateMention,
}

/// What a clause is made of.
#[derive(Clone, Debug)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// Whether it is the first of its story: only there a dateline stands.
    pub(super) opens: bool,
    /// The sentence in the decoded text.
    pub(super) span: Span,
    pub(super) language: Option<Language>,
    pub(super) day: Option<PartialDate>,
    pub(super) carried: Carried,
    /// Whether the story is about a firm.
    pub(super) of_a_firm: bool,
    /// Those in the sentence, in its order.
    pub(super) places: &'a [Named],
    pub(super) people: &'a [PersonMention],
    pub(super) dates: &'a [DateMention],
    pub(super) profiles: &'a HashMap<&'a str, Profile>,
}

/// The way from the decoded text to tokens.
struct Ruler {
    /// For each token where it starts and ends in the decoded text.
    spans: Vec<Span>,
}

impl Ruler {
    fn new(tokens: &Tokens<'_>, locate: &dyn Fn(Range<usize>) -> Span) -> Self {
        Self { spans: tokens.iter().map(|token| locate(token.range.clone())).collect() }
    }

    /// The tokens that a span covers.
    fn tokens(&self, span: Span) -> Option<Range<usize>> {
        let start = self.spans.partition_point(|token| token.end <= span.start);
        let end = self.spans.partition_point(|token| token.start < span.end);
        (start < end).then_some(start..end)
    }
}

impl<'a> Clause<'a> {
    /// Prepares a sentence; nothing where it is too long to be one. `locate` leads from its bytes to the
    /// decoded text.
    pub(super) fn new(source: &Source<'a>, locate: &dyn Fn(Range<usize>) -> Span) -> Option<Self> {
        let tokens = Tokens::new(source.text);
        if tokens.len() > MOST_TOKENS {
            return None;
        }
        let ruler = Ruler::new(&tokens, locate);
        let lexicon = Lexicon::get();
        let senses = lexicon.senses(&tokens);
        let dateline = if source.opens { places::dateline(&tokens) } else { 0 };
        let places = places::find(&tokens, source.places, dateline, |span| ruler.tokens(span));
        let dates = source
            .dates
            .iter()
            .filter(|mention| tense::may_be_ahead(&tokens, &senses, mention, source.day))
            .filter_map(|mention| Some(Date { tokens: ruler.tokens(mention.span)?, mention }))
            .filter(|date| !tense::is_of_a_year_before(&tokens, &date.tokens));
        let dates: Vec<Date<'a>> = dates.collect();
        let is_date = |at: usize| dates.iter().any(|date| date.tokens.contains(&at));
        let mut numbers = numbers::find(&tokens, source.language, is_date);
        numbers.retain(|number| !dates.iter().any(|date| overlap(&date.tokens, &number.tokens)));
        let is_country = |at: usize| places.iter().any(|place| place.tokens == (at..at + 1));
        let mut amounts = amounts::find(&tokens, &numbers, is_country);
        if senses.iter().any(|sense| sense.role == Role::Respectively) {
            amounts = amounts::share_units(&tokens, &numbers, amounts);
        }
        let persons =
            source.people.iter().filter_map(|mention| person(source, &tokens, &ruler, mention));
        // "a major U.S. broker" is nobody's name.
        let is_name = |name: &Range<usize>| {
            let country = |place: &Place| place.by == Naming::Name && overlap(&place.tokens, name);
            tokens.is_capital(name.start) && !places.iter().any(country)
        };
        let persons: Vec<Person<'a>> = persons.filter(|person| is_name(&person.tokens)).collect();
        let levels = levels(&tokens);
        let groups = groups::find(&tokens, &places, &senses);
        let breaks = breaks::find(&tokens, &senses, &dates, &places);
        Some(Self {
            persons,
            levels,
            groups,
            senses,
            numbers,
            amounts,
            places,
            dates: dates.into_iter().filter(|date| date.tokens.start >= dateline).collect(),
            carried: source.carried.clone(),
            day: source.day,
            of_a_firm: source.of_a_firm,
            breaks,
            tokens,
        })
    }

    /// The statement that a token belongs to.
    pub(super) fn statement(&self, at: usize) -> Range<usize> {
        let next = self.breaks.partition_point(|&start| start <= at);
        let start = next.checked_sub(1).and_then(|n| self.breaks.get(n)).copied().unwrap_or(0);
        start..self.breaks.get(next).copied().unwrap_or(self.tokens.len())
    }

    /// What words do among some tokens, in their order.
    pub(super) fn senses_in(
        &self,
        tokens: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Sense> {
        let from = self.senses.partition_point(|sense| sense.tokens.start < tokens.start);
        let senses = self.senses.get(from..).unwrap_or_default();
        let to = senses.partition_point(|sense| sense.tokens.start < tokens.end);
        senses.get(..to).unwrap_or_default().iter()
    }

    /// All words of one role.
    pub(super) fn all(&self, role: Role) -> impl Iterator<Item = &Sense> {
        self.senses.iter().filter(move |sense| sense.role == role)
    }

    /// Whether a word among some tokens can do this.
    pub(super) fn has(&self, tokens: Range<usize>, role: Role) -> bool {
        self.senses_in(tokens).any(|sense| sense.role == role)
    }

    /// The groups of countries that begin among some tokens.
    pub(super) fn groups_in(
        &self,
        tokens: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Group> {
        self.groups.iter().filter(move |group| tokens.contains(&group.tokens.start))
    }

    /// The countries of some groups, sorted, each once.
    pub(super) fn countries_in(&self, tokens: Range<usize>) -> Vec<CountryCode> {
        union(self.groups_in(tokens))
    }

    /// The pair that is meant by "les deux pays", "ils" or "bilatéral" at the head of a sentence or among
    /// some tokens that name no other country.
    pub(super) fn pair(&self, tokens: Range<usize>) -> Option<Vec<CountryCode>> {
        let pair = self.carried.pair?;
        let opens = matches!(self.tokens.folded(0), "ils" | "elles" | "they" | "both");
        let named = self.countries_in(0..self.tokens.len());
        // "À Bakou, il a signé": he is of the other country.
        let pronoun = |at: usize| matches!(self.tokens.folded(at), "il" | "elle" | "he" | "she");
        let refers = opens
            || self.has(tokens.clone(), Role::Pair)
            || self.has(tokens.clone(), Role::Bilateral)
            || (named.len() == 1 && tokens.clone().any(pronoun));
        let fits = named.iter().all(|code| pair.contains(code));
        (refers && fits).then(|| pair.to_vec())
    }

    /// The countries that "les trois pays" means among some tokens.
    pub(super) fn several(&self, tokens: &Range<usize>) -> Option<&[CountryCode]> {
        let several = self.carried.several.as_slice();
        let counted = |number: &&Number| {
            tokens.contains(&number.tokens.start)
                && !number.ordinal
                && usize::try_from(number.value / Quantity::ONE) == Ok(several.len())
                && is_state(self.tokens.folded(number.tokens.end))
        };
        (several.len() > 2 && self.numbers.iter().any(|number| counted(&number))).then_some(several)
    }

    /// The one country that a sentence is about without naming another: "le scrutin", "the turnout" of a text on that country.
    pub(super) fn topic(&self) -> Option<CountryCode> {
        self.carried.one.filter(|topic| self.names_only(*topic))
    }

    /// The same in an entry of a chronology and of the results of a vote, whatever the sentence before was about.
    pub(super) fn topic_of_text(&self) -> Option<CountryCode> {
        self.carried.topic.filter(|topic| self.names_only(*topic))
    }

    fn names_only(&self, country: CountryCode) -> bool {
        self.places.iter().all(|place| place.country == country)
    }

    /// The other country of the two that the text is about.
    pub(super) fn pair_but(&self, country: CountryCode) -> Option<CountryCode> {
        match self.carried.pair? {
            [one, other] if one == country => Some(other),
            [one, other] if other == country => Some(one),
            _ => None,
        }
    }

    /// A pronoun that stands for somebody or something of the sentence before: the first word of a statement, or behind "à
    /// Bakou,".
    pub(super) fn pronoun(&self, statement: &Range<usize>) -> Option<usize> {
        const OPENING: usize = 6;
        let opening = statement.start..statement.end.min(statement.start + OPENING);
        let pronoun =
            |at: &usize| matches!(self.tokens.folded(*at), "il" | "elle" | "he" | "she" | "it");
        opening.clone().find(pronoun).filter(|at| {
            *at == statement.start
                || at.checked_sub(1).is_some_and(|at| self.tokens.is_mark(at, ','))
        })
    }

    /// Whether a word is denied: "n'ont pas signé", "no agreement", "refused to sign".
    pub(super) fn is_denied(&self, at: &Range<usize>) -> bool {
        const NEAR: usize = 8;
        let from = at.start.saturating_sub(NEAR).max(self.statement(at.start).start);
        // "avant que les deux pays n'établissent": this "ne" denies nothing.
        let expletive = |sense: &Sense| {
            let back = sense.tokens.start.saturating_sub(NEAR)..sense.tokens.start;
            let word = self.tokens.folded(sense.tokens.start);
            matches!(word, "n" | "ne")
                && back.into_iter().any(|at| self.tokens.folded(at) == "avant")
        };
        self.senses_in(from..at.start).any(|sense| sense.role == Role::Deny && !expletive(sense))
    }

    /// Whether the sense is a verb and not a noun.
    pub(super) fn is_verb(sense: &Sense) -> bool {
        sense.form != Form::Noun
    }
}

/// What "les trois pays" and "the four states" count.
pub(super) fn is_state(word: &str) -> bool {
    matches!(word, "pays" | "countries" | "nations" | "etats" | "states")
}

/// The countries of groups, sorted, each once.
pub(super) fn union<'g>(groups: impl Iterator<Item = &'g Group>) -> Vec<CountryCode> {
    let mut countries: Vec<CountryCode> =
        groups.flat_map(|group| group.countries.iter().copied()).collect();
    countries.sort_unstable();
    countries.dedup();
    countries
}

pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn person<'a>(
    source: &Source<'a>,
    words: &Tokens<'_>,
    ruler: &Ruler,
    mention: &'a PersonMention,
) -> Option<Person<'a>> {
    let tokens = ruler.tokens(mention.span)?;
    let profile = source.profiles.get(mention.key.as_str()).copied().unwrap_or_default();
    if mention.title.is_none() && is_town(words, &tokens, profile.role.is_some()) {
        return None;
    }
    let title = mention.title.as_ref().and_then(|title| {
        let within = source.span.start <= title.span.start && title.span.end <= source.span.end;
        ruler.tokens(title.span).filter(|_| within)
    });
    let whole = title
        .map_or(tokens.clone(), |title| title.start.min(tokens.start)..title.end.max(tokens.end));
    Some(Person { tokens, whole, mention, profile })
}

/// Whether a name is that of a town: "à Hô Chi Minh" of nobody in office, "Hô Chi Minh-Ville", "Ho Chi Minh City".
fn is_town(words: &Tokens<'_>, name: &Range<usize>, in_office: bool) -> bool {
    let before = name.start.checked_sub(1);
    let behind = words.folded(words.next_word(name.end.saturating_sub(1)));
    let within = before.is_some_and(|at| matches!(words.folded(at), "in" | "near"));
    let at = before.is_some_and(|at| words.written(at) == "à") && !in_office;
    within || at || matches!(behind, "ville" | "city" | "airport" | "university")
}

/// The levels of relations that a sentence names, apart.
fn levels(tokens: &Tokens<'_>) -> Vec<(Range<usize>, Level)> {
    let mut levels = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = Lexicon::get().levels.first_at(tokens, at);
        levels.extend(found.map(|(end, level)| (at..end, level)));
        at = found.map_or(at + 1, |(end, _)| end);
    }
    levels
}
