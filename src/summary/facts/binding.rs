//! Which countries a quantity or an event belongs to, by how the sentence is built. In doubt: none.

use std::ops::Range;

use super::clause::{Clause, is_state, union};
use super::groups::Group;
use super::lexicon::Role;
pub(super) use super::tokens::distance;
use crate::country::Naming;
use crate::model::{CountryCode, Measure, Unit};

/// Whose something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// Sorted, each once.
    pub(super) countries: Vec<CountryCode>,
    /// For a total: over how many countries.
    pub(super) shared_by: Option<u16>,
}

/// Words right before a group, articles aside, that tie it to what stands before them.
const TIES: [&str; 20] = [
    "entre", "between", "avec", "with", "a", "au", "aux", "to", "pour", "for", "vers", "de", "du",
    "des", "d", "of", "from", "in", "en", "par",
];

/// Between a quantity and the parties behind "entre" at most.
const REACH: usize = 16;

impl Owners {
    fn of(countries: Vec<CountryCode>) -> Self {
        Self { countries, shared_by: None }
    }

    fn of_group(group: &Group) -> Self {
        let countries = union(std::iter::once(group));
        let others = countries.len() - usize::from(group.hub && countries.len() > 2);
        let total = countries.len() > 2;
        Self { shared_by: total.then(|| u16::try_from(others).unwrap_or(u16::MAX)), countries }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.countries.is_empty() && self.shared_by.is_none()
    }
}

/// The owners of every amount of a clause, in their order.
pub(super) fn of_amounts(clause: &Clause<'_>) -> Vec<Owners> {
    let mut owners = vec![Owners::default(); clause.amounts.len()];
    let mut first = 0;
    while let Some(amount) = clause.amounts.get(first) {
        let statement = clause.statement(amount.tokens.start);
        let rest = clause.amounts.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|a| statement.contains(&a.tokens.start)).count().max(1);
        let row = Row { clause, statement, first, count };
        for (place, bound) in owners.iter_mut().skip(first).zip(row.owners()) {
            *place = bound;
        }
        first += count;
    }
    owners
}

/// The amounts of one statement.
struct Row<'c, 'a> {
    clause: &'c Clause<'a>,
    statement: Range<usize>,
    first: usize,
    count: usize,
}

impl Row<'_, '_> {
    fn owners(&self) -> Vec<Owners> {
        if let Some(in_order) = self.respectively() {
            return in_order;
        }
        let heads: Vec<usize> = (0..self.count).filter(|&n| self.is_head(n)).collect();
        let mut bound: Vec<Owners> = if let [head] = heads.as_slice() {
            vec![self.alone(*head)]
        } else {
            self.side_by_side(&heads)
        };
        for owners in &mut bound {
            self.count_parties(owners);
        }
        // What has no country of its own goes on about those of the amount before it.
        let head_of = |n: usize| heads.iter().rposition(|&head| head <= n);
        (0..self.count)
            .map(|n| head_of(n).and_then(|head| bound.get(head)).cloned().unwrap_or_default())
            .collect()
    }

    fn tokens(&self, n: usize) -> Range<usize> {
        self.clause.amounts.get(self.first + n).map_or(0..0, |amount| amount.tokens.clone())
    }

    /// The words before an amount, up to the one before it; percentages are passed.
    fn left(&self, n: usize) -> Range<usize> {
        let before = (0..n).rev().find(|n| !self.is_mere_share(*n));
        let before = before.map_or(self.statement.start, |n| self.tokens(n).end);
        before..self.tokens(n).start.max(before)
    }

    fn right(&self, n: usize) -> Range<usize> {
        let end = if n + 1 < self.count { self.tokens(n + 1).start } else { self.statement.end };
        let start = self.tokens(n).end;
        start..end.max(start)
    }

    fn last_left(&self, n: usize) -> Option<&Group> {
        self.clause.groups_in(self.left(n)).next_back()
    }

    /// The first group behind an amount that a word ties to it.
    fn tied_right(&self, n: usize) -> Option<&Group> {
        let group = self.clause.groups_in(self.right(n)).next()?;
        let gap = self.tokens(n).end..group.tokens.start;
        let tied = is_tied(self.clause, group) || self.clause.has(gap.clone(), Role::Between);
        (gap.len() <= REACH && tied).then_some(group)
    }

    /// The group behind "entre", "avec" behind an amount.
    fn linked_right(&self, n: usize) -> Option<&Group> {
        let group = self.tied_right(n)?;
        self.clause.has(self.tokens(n).end..group.tokens.start, Role::Between).then_some(group)
    }

    /// Whether an amount has countries of its own; a percentage or a comparison has not.
    fn is_head(&self, n: usize) -> bool {
        let first = (0..self.count).find(|n| !self.is_mere_share(*n));
        Some(n) == first
            || !self.is_mere_share(n)
                && (self.last_left(n).is_some() || self.linked_right(n).is_some())
    }

    /// Whether an amount is a percentage beside amounts of something.
    fn is_mere_share(&self, n: usize) -> bool {
        let is_share = |n: usize| {
            let amount = self.clause.amounts.get(self.first + n);
            amount.is_some_and(|amount| amount.unit == Unit::Of(Measure::Percent))
        };
        is_share(n) && !(0..self.count).all(is_share)
    }

    /// "à la Russie et au Bélarus, respectivement 10 milliards et 500 millions": each its own.
    fn respectively(&self) -> Option<Vec<Owners>> {
        if self.count < 2 || !self.clause.has(self.statement.clone(), Role::Respectively) {
            return None;
        }
        let mut groups = self.clause.groups_in(self.statement.clone());
        let group = groups.find(|group| group.countries.len() == self.count)?;
        Some(group.countries.iter().map(|country| Owners::of(vec![*country])).collect())
    }

    /// The only amount of a statement.
    fn alone(&self, n: usize) -> Owners {
        let all = self.clause.countries_in(self.statement.clone());
        if all.is_empty() {
            return self.pair();
        }
        if let Some(right) = self.linked_right(n) {
            return self.with_subject(n, right);
        }
        if all.len() <= 2 {
            return Owners::of(all);
        }
        let right = self.clause.groups_in(self.right(n)).next();
        let several = |group: &&Group| group.countries.len() > 1;
        let group = self.last_left(n).filter(several).or(right.filter(several));
        group.map(Owners::of_group).unwrap_or_default()
    }

    /// "avec la Russie": the other side is the subject.
    fn with_subject(&self, n: usize, right: &Group) -> Owners {
        if right.countries.len() > 1 {
            return Owners::of_group(right);
        }
        match self.last_left(n).filter(|left| left.countries.len() == 1) {
            Some(left) => Owners::of(union([left, right].into_iter())),
            None => Owners::of(union(std::iter::once(right))),
        }
    }

    /// Several amounts, each with its countries before it or behind it.
    fn side_by_side(&self, heads: &[usize]) -> Vec<Owners> {
        let nothing = vec![Owners::default(); heads.len()];
        let all = self.clause.countries_in(self.statement.clone());
        if all.is_empty() {
            return vec![self.pair(); heads.len()];
        }
        let all_linked = heads.iter().all(|&n| self.linked_right(n).is_some());
        let all_left = heads.iter().all(|&n| self.last_left(n).is_some());
        let all_right = heads.iter().all(|&n| self.tied_right(n).is_some());
        let left = |n: &usize| self.by_the_left(*n);
        let right = |n: &usize| self.tied_right(*n).map(Owners::of_group).unwrap_or_default();
        if all_linked {
            let linked = |n: &usize| {
                self.linked_right(*n).map(|right| self.with_hub(right)).unwrap_or_default()
            };
            return heads.iter().map(linked).collect();
        }
        if all_left && all_right {
            let hub = |n: &usize| {
                self.tied_right(*n).map(|right| self.with_hub(right)).unwrap_or_default()
            };
            return heads.iter().map(hub).collect();
        }
        if all_left {
            return heads.iter().map(left).collect();
        }
        if all_right {
            return heads.iter().map(right).collect();
        }
        if all.len() == 1 { vec![Owners::of(all); heads.len()] } else { nothing }
    }

    /// The group before an amount; single countries that stand apart there are one pair at most.
    fn by_the_left(&self, n: usize) -> Owners {
        let Some(last) = self.last_left(n) else { return Owners::default() };
        if last.countries.len() > 1 {
            return Owners::of_group(last);
        }
        // "Japan 24 billion, and the EC 57 billion": what stands before another number is not meant.
        let left = self.left(n);
        let numbers = self.clause.numbers.iter().map(|number| number.tokens.end);
        let from = numbers.filter(|end| left.contains(end)).max().unwrap_or(left.start);
        // "the U.S. gave grain, Britain 8 million": each after its comma.
        let comma = (from..last.tokens.start).rfind(|at| self.clause.tokens.is_mark(*at, ','));
        let from = comma.filter(|comma| last.tokens.start - comma <= 2).unwrap_or(from);
        let close = self.clause.countries_in(from..left.end);
        let all = if close.is_empty() { self.clause.countries_in(left) } else { close };
        if all.len() <= 2 { Owners::of(all) } else { Owners::default() }
    }

    /// One country behind each amount, and one subject before them all.
    fn with_hub(&self, right: &Group) -> Owners {
        let hub = self.clause.groups_in(self.left(0)).next_back();
        match hub.filter(|hub| hub.countries.len() == 1 && right.countries.len() == 1) {
            Some(hub) => Owners::of(union([hub, right].into_iter())),
            None => Owners::of_group(right),
        }
    }

    /// Those that the text named before.
    fn pair(&self) -> Owners {
        let several = self.clause.several(&self.statement).map(<[_]>::to_vec);
        Owners::of(several.or(self.clause.pair(self.statement.clone())).unwrap_or_default())
    }

    /// "les quatre pays": a total over so many, whoever they are.
    fn count_parties(&self, owners: &mut Owners) {
        if let Some(many) = many_countries(self.clause, &self.statement) {
            owners.shared_by = owners.shared_by.or(Some(many));
        }
    }
}

/// "à Minsk, l'objectif pour les échanges": where only a town is named, trade is that of the pair that the text is about.
pub(super) fn complete_pair(clause: &Clause<'_>, at: &Range<usize>, owners: &mut Owners) {
    let (Some(pair), [one]) = (clause.carried.pair, owners.countries.as_slice()) else { return };
    let statement = clause.statement(at.start);
    let mut named = clause.places.iter().filter(|place| statement.contains(&place.tokens.start));
    let by_town =
        named.all(|place| matches!(place.by, Naming::Capital | Naming::Place | Naming::Leader));
    if by_town && pair.contains(one) && owners.shared_by.is_none() {
        owners.countries = sorted(pair[0], pair[1]);
    }
}

/// Whether a word right before a group ties it to what stands before.
fn is_tied(clause: &Clause<'_>, group: &Group) -> bool {
    let mut at = group.tokens.start;
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else { return false };
        at = before;
        let word = clause.tokens.folded(at);
        if TIES.contains(&word) {
            return true;
        }
        if !matches!(word, "l" | "la" | "le" | "les" | "the" | "'") {
            break;
        }
    }
    false
}

/// How many countries "les quatre pays" says that a statement is about: three or more.
fn many_countries(clause: &Clause<'_>, statement: &Range<usize>) -> Option<u16> {
    let counted = |at: usize| is_state(clause.tokens.folded(at));
    let numbers = clause.numbers.iter().filter(|number| statement.contains(&number.tokens.start));
    numbers.filter(|number| counted(number.tokens.end)).find_map(|number| {
        u16::try_from(number.value / 1000).ok().filter(|many| (3..200).contains(many))
    })
}

/// The parties of what two states do: each set is one fact. `what` is the verb with its object.
pub(super) fn parties(clause: &Clause<'_>, what: &Range<usize>) -> Vec<Vec<CountryCode>> {
    let statement = clause.statement(what.start);
    let all = clause.countries_in(statement.clone());
    if all.is_empty() {
        return clause.pair(statement).into_iter().collect();
    }
    let groups: Vec<&Group> = clause.groups_in(statement.clone()).collect();
    // "les deux présidents et celui du Laos": who the two are, these countries do not tell.
    let several = groups.iter().any(|group| group.countries.len() > 1);
    if clause.has(statement.clone(), Role::Pair) && !several {
        return clause.pair(statement).into_iter().collect();
    }
    let linked = |group: &&&Group| {
        let from = group.tokens.start.saturating_sub(REACH).max(statement.start);
        let gap = clause.senses_in(from..group.tokens.start);
        let link = gap.rev().find(|sense| sense.role == Role::Between);
        let first = link.is_some_and(|link| {
            clause.groups_in(link.tokens.end..group.tokens.start).next().is_none()
        });
        first && distance(&group.tokens, what) <= REACH
    };
    let subject = groups
        .iter()
        .rev()
        .find(|group| group.tokens.end <= what.start && group.countries.len() == 1);
    if let Some(group) = groups.iter().find(linked) {
        // "la Hongrie et la Serbie ont signé avec le Kenya"
        let together = groups.iter().rfind(|group| group.tokens.end <= what.start);
        let acts = |side: &&&Group| !is_relative(clause, side.tokens.end..what.end);
        let together = together.filter(acts);
        let together = together.filter(|side| side.countries.len() > 1 && is_with(clause, group));
        return match together {
            Some(side) => vec![union([*side, *group].into_iter())],
            None => of_linked(group, subject.copied(), &all),
        };
    }
    // "le partenariat stratégique Vietnam-Russie"
    let behind = groups.iter().find(|group| group.tokens.start >= what.end);
    let close =
        behind.filter(|group| group.countries.len() == 2 && group.tokens.start - what.end <= 3);
    if let Some(group) = close {
        return vec![union(std::iter::once(*group))];
    }
    let before = groups.iter().rev().find(|group| group.tokens.end <= what.start);
    if let Some(group) = before.filter(|group| group.countries.len() > 1) {
        return vec![union(std::iter::once(*group))];
    }
    // An organisation beside a country is as often where it happens, or who says it.
    if all.len() == 2 && !all.iter().any(CountryCode::is_organisation) {
        return vec![all];
    }
    if all.len() == 1 { clause.pair(statement).into_iter().collect() } else { Vec::new() }
}

/// Whether a relative clause begins among some tokens: its subject stands in it.
fn is_relative(clause: &Clause<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| matches!(clause.tokens.folded(at), "que" | "qu" | "that" | "which" | "dont"))
}

/// Whether "avec" or "with" stands right before a group.
fn is_with(clause: &Clause<'_>, group: &Group) -> bool {
    const NEAR: usize = 4;
    let before = group.tokens.start.saturating_sub(NEAR)..group.tokens.start;
    before.into_iter().any(|at| matches!(clause.tokens.folded(at), "avec" | "with"))
}

/// The parties that "entre" or "avec" leads to.
fn of_linked(group: &Group, subject: Option<&Group>, all: &[CountryCode]) -> Vec<Vec<CountryCode>> {
    let hub = if group.hub {
        group.countries.first()
    } else {
        subject
            .filter(|subject| subject.tokens.end <= group.tokens.start)
            .and_then(|subject| subject.countries.first())
    };
    match (group.countries.as_slice(), hub) {
        ([_, _], None) => vec![union(std::iter::once(group))],
        ([one, two], Some(hub)) if hub == one || hub == two => vec![union(std::iter::once(group))],
        ([_], None) if all.len() == 2 => vec![all.to_vec()],
        ([_], None) => Vec::new(),
        (others, Some(hub)) => {
            let others = others.iter().filter(|other| *other != hub);
            others.map(|other| sorted(*hub, *other)).collect()
        }
        _ => vec![union(std::iter::once(group))],
    }
}

/// Two countries in their order.
pub(super) fn sorted(one: CountryCode, other: CountryCode) -> Vec<CountryCode> {
    if one <= other { vec![one, other] } else { vec![other, one] }
}
