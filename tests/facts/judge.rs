//! Whether a found fact is one of the set: the rules of `README.md`, one function each.

use std::collections::HashMap;

use chancery::model::{CountryCode, Fact, FactKind, FactStatus, Quantity, Span};
use chancery::text::fold;

use crate::set::{Listed, place};

/// Which found fact has taken a listed one, as which type, and as which stage of a tour.
type Held<'a> = HashMap<(usize, FactKind, &'a [CountryCode]), usize>;

/// The facts of one text, listed and found, and which agree.
pub(crate) struct Judged<'a> {
    /// The facts of the set with the place of their words.
    pub(crate) listed: Vec<(Span, &'a Listed)>,
    /// What the program found.
    pub(crate) found: Vec<&'a Fact>,
    /// For each found fact the listed one that it takes; none where it is wrong.
    pub(crate) taken: Vec<Option<usize>>,
    decoded: &'a str,
}

impl<'a> Judged<'a> {
    /// Judges what the program found in a text.
    pub(crate) fn new(listed: &'a [Listed], decoded: &'a str, found: Vec<&'a Fact>) -> Self {
        let listed = listed.iter().map(|fact| (place(&fact.sentence, decoded), fact)).collect();
        let mut judged = Self { listed, taken: vec![None; found.len()], found, decoded };
        judged.match_up();
        judged
    }

    /// Gives each found fact a listed one of its own, as many as can have one: augmenting paths. Found facts of two types may
    /// share a listed one that can be called both, and the stages of a tour.
    fn match_up(&mut self) {
        let mut held = Held::new();
        for found in 0..self.found.len() {
            let mut tried = vec![false; self.listed.len()];
            self.settle(found, &mut held, &mut tried);
        }
        for ((listed, ..), found) in held {
            self.taken[found] = Some(listed);
        }
    }

    fn settle(&self, found: usize, held: &mut Held<'a>, tried: &mut [bool]) -> bool {
        let fact = self.found[found];
        for at in 0..self.listed.len() {
            if tried[at] || !self.agrees(at, fact) {
                continue;
            }
            tried[at] = true;
            let is_tour = fact.kind == FactKind::Visit && self.listed[at].1.countries.len() > 2;
            let stage: &[CountryCode] = if is_tour { &fact.countries } else { &[] };
            let place = (at, fact.kind, stage);
            let holder = held.get(&place).copied();
            if holder.is_none_or(|other| self.settle(other, held, tried)) {
                held.insert(place, found);
                return true;
            }
        }
        false
    }

    /// Whether a found fact states the listed one, with or without its countries.
    fn agrees(&self, at: usize, fact: &Fact) -> bool {
        self.agrees_but_for_days(at, fact) && dates_agree(self.listed[at].1, fact)
    }

    fn agrees_but_for_days(&self, at: usize, fact: &Fact) -> bool {
        let (span, listed) = &self.listed[at];
        span.overlaps(fact.span)
            && kind_agrees(listed, fact)
            && countries_agree(listed, fact)
            && value_agrees(listed, fact)
            && (fact.kind == FactKind::Date || status_agrees(listed, fact.status))
            && persons_agree(listed, self.decoded, fact)
    }

    /// The sentence of a found fact, on one line.
    pub(crate) fn sentence(&self, found: usize) -> String {
        let words = self.found[found].span.slice(self.decoded).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a found fact would be right on another day.
    pub(crate) fn errs_in_its_day(&self, found: usize) -> bool {
        let fact = self.found[found];
        let agrees =
            |at| self.agrees_but_for_days(at, fact) && !dates_agree(self.listed[at].1, fact);
        self.taken[found].is_none() && (0..self.listed.len()).any(agrees)
    }

    /// Whether some found fact states the listed one and says whose it is.
    pub(crate) fn is_found(&self, at: usize) -> bool {
        let is_bound =
            |fact: &Fact| self.listed[at].1.countries.is_empty() || !fact.countries.is_empty();
        self.found.iter().any(|fact| is_bound(fact) && self.agrees(at, fact))
    }
}

/// A dated event may be found for any fact of its day.
fn kind_agrees(listed: &Listed, fact: &Fact) -> bool {
    let kinds = &listed.other_kinds;
    let same_day = || fact.kind == FactKind::Date && listed.date.is_some() && fact.date.is_some();
    fact.kind == listed.kind || kinds.contains(&fact.kind) || same_day()
}

/// No country is wrong, and none of two parties is missing where it takes two; a fact that nobody owns is no error.
fn countries_agree(listed: &Listed, fact: &Fact) -> bool {
    let is_right =
        |code: &CountryCode| listed.countries.contains(code) || listed.also.contains(code);
    let named = listed.countries.iter().filter(|code| fact.countries.contains(code)).count();
    let parties = if takes_two(fact.kind) { 2 } else { 1 };
    let enough = named >= listed.countries.len().min(parties);
    fact.countries.iter().all(is_right) && (enough || fact.countries.is_empty())
}

fn takes_two(kind: FactKind) -> bool {
    use FactKind::{Agreement, Anniversary, Level, Meeting, Trade, Visa, Visit};
    matches!(kind, Agreement | Anniversary | Level | Meeting | Trade | Visa | Visit)
}

fn value_agrees(listed: &Listed, fact: &Fact) -> bool {
    if let (Some(level), Some(found)) = (listed.level, fact.level)
        && level != found
    {
        return false;
    }
    let counts = matches!(fact.kind, FactKind::Money | FactKind::Trade | FactKind::Count);
    match (&listed.value, &fact.value) {
        (Some(value), Some(found)) => {
            let unit = serde_json::to_value(found.unit).unwrap();
            is_number(value, found) && unit.as_str() == listed.unit.as_deref()
        }
        (_, found) => !counts && (found.is_none() || listed.value.is_none()),
    }
}

pub(crate) fn is_number(value: &str, found: &Quantity) -> bool {
    let ends = [Some(found.thousandths), found.most];
    let mut ends = ends.into_iter().flatten();
    ends.any(|thousandths| Quantity { thousandths, ..*found }.decimal() == value)
}

/// What is done is done whatever it is called, and what is open is open; but only what is signed is signed.
fn status_agrees(listed: &Listed, found: FactStatus) -> bool {
    use FactStatus::{Cancelled, Done, Lapsed, Planned, Requested, Signed, Stated, Target};
    let any = |right: &[FactStatus]| listed.status.iter().any(|status| right.contains(status));
    listed.status.is_empty()
        || match found {
            Stated | Done => any(&[Stated, Done, Signed]),
            Signed => any(&[Signed]),
            Target | Planned | Requested | Lapsed => any(&[Target, Planned, Requested, Lapsed]),
            Cancelled => any(&[Cancelled]),
        }
}

/// Each found day is the listed one, its end, or between them. The day of an office is that of its brief.
fn dates_agree(listed: &Listed, fact: &Fact) -> bool {
    if fact.kind == FactKind::Office || listed.kind == FactKind::Office {
        return true;
    }
    let date = fact.date.map(|stamp| stamp.value.to_string());
    let until = fact.until.map(|date| date.to_string());
    [date, until].into_iter().flatten().all(|day| day_agrees(listed, &day))
}

fn day_agrees(listed: &Listed, day: &str) -> bool {
    let ends: Vec<&String> = [&listed.date, &listed.until].into_iter().flatten().collect();
    let between = match (&listed.date, &listed.until) {
        (Some(date), Some(until)) => date.as_str() <= day && day <= until.as_str(),
        _ => false,
    };
    between || ends.iter().any(|end| end.chars().zip(day.chars()).all(|(a, b)| a == '?' || a == b))
}

/// Each found person is a listed one; an office is somebody's, with the words of the title.
fn persons_agree(listed: &Listed, decoded: &str, fact: &Fact) -> bool {
    let is_listed = |name: &str| {
        let name = fold(name);
        listed.persons.iter().map(|person| fold(person)).any(|person| {
            let mut words = person.split([' ', '-']).filter(|word| word.len() > 1);
            words.any(|word| name.split([' ', '-']).any(|other| other == word))
        })
    };
    let right = listed.persons.is_empty() || fact.persons.iter().all(|p| is_listed(&p.name));
    if fact.kind != FactKind::Office {
        return right;
    }
    let phrase = fact.phrase.slice(decoded).unwrap_or_default();
    let titles = fact.persons.iter().filter_map(|person| person.title.as_ref());
    let words: Vec<String> =
        titles.map(|title| on_one_line(&title.text)).chain([on_one_line(phrase)]).collect();
    let holds = |title: &String| words.iter().any(|words| words.contains(&on_one_line(title)));
    right && !fact.persons.is_empty() && listed.title.as_ref().is_none_or(holds)
}

fn on_one_line(text: &str) -> String {
    fold(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
