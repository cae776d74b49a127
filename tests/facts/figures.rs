//! What is measured over the texts of one half, and how it is printed.

use std::collections::BTreeMap;
use std::fmt;

use chancery::model::FactKind;

use crate::judge::Judged;
use crate::pages::{DEPTHS, Depth};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    /// Those that are right, or found.
    good: usize,
    /// All of them.
    all: usize,
}

/// The figures of one half.
#[derive(Default)]
pub(crate) struct Figures {
    /// Texts.
    texts: usize,
    /// Right facts among the found ones, by type.
    precision: BTreeMap<FactKind, Share>,
    /// Right days among the found facts that have one and are right otherwise, offices aside.
    days: Share,
    /// Facts of the set that are found, must or not.
    listed: Share,
    /// Those with `must`.
    must: Share,
    /// Those with `must` whose sentence a page of theirs cites, within each of [`DEPTHS`]: a share for each country.
    cited: [Share; 2],
    /// Those that such a line states.
    stated: [Share; 2],
    /// Those that such a line of the page of all texts states, as far as so many lines can.
    together: [Share; 2],
    /// Facts of the set that were added after the extractors had been seen.
    added: usize,
}

/// What the program has to reach in one half: a little less than it does, to be raised with it.
pub(crate) struct Floors {
    /// Right facts among the found ones, by type.
    pub(crate) precision: &'static [(FactKind, f64)],
    /// The same, of all types.
    pub(crate) all: f64,
    /// Right days.
    pub(crate) days: f64,
    /// Facts with `must` that are found.
    pub(crate) must: f64,
    /// Those that pages of one text state, within each of [`DEPTHS`].
    pub(crate) stated: [f64; 2],
    /// Those that pages of all texts state.
    pub(crate) together: [f64; 2],
}

impl Share {
    /// Counts one.
    fn count(&mut self, good: bool) {
        self.good += usize::from(good);
        self.all += 1;
    }

    /// From 0 to 1; 1 of nothing.
    fn value(self) -> f64 {
        let [good, all] = [self.good, self.all].map(|n| f64::from(u32::try_from(n).unwrap()));
        if self.all == 0 { 1.0 } else { good / all }
    }
}

impl Figures {
    /// Right facts among the found ones.
    fn all(&self) -> Share {
        let add = |sum: Share, share: &Share| Share {
            good: sum.good + share.good,
            all: sum.all + share.all,
        };
        self.precision.values().fold(Share::default(), add)
    }

    /// Stops where a figure is below its floor.
    pub(crate) fn assert_reach(&self, floors: &Floors) {
        let reach = |what: &str, share: Share, floor: f64| {
            assert!(share.value() >= floor, "{what}: {share}, {floor} at least");
        };
        for (kind, floor) in floors.precision {
            let share = self.precision.get(kind).copied().unwrap_or_default();
            reach(&format!("precision of {kind:?}"), share, *floor);
        }
        reach("precision", self.all(), floors.all);
        reach("days", self.days, floors.days);
        reach("must facts", self.must, floors.must);
        for (at, limit) in DEPTHS.into_iter().enumerate() {
            reach(&format!("in {limit} lines"), self.stated[at], floors.stated[at]);
            reach(&format!("in {limit} lines together"), self.together[at], floors.together[at]);
        }
    }

    /// Adds a text.
    pub(crate) fn add(&mut self, judged: &Judged<'_>) {
        self.texts += 1;
        for (at, fact) in judged.found.iter().enumerate() {
            let right = judged.taken[at].is_some();
            self.precision.entry(fact.kind).or_default().count(right);
            let errs = judged.errs_in_its_day(at);
            if fact.kind != FactKind::Office && fact.date.is_some() && (right || errs) {
                self.days.count(right);
            }
        }
        for (at, (_, listed)) in judged.listed.iter().enumerate() {
            let found = judged.is_found(at);
            self.listed.count(found);
            if listed.must {
                self.must.count(found);
            }
            self.added += usize::from(listed.added);
        }
    }

    /// Adds how far down the pages of one text its facts with `must` are.
    pub(crate) fn add_pages(&mut self, depths: &[Depth]) {
        for [cited, stated] in depths {
            for (at, limit) in DEPTHS.into_iter().enumerate() {
                self.cited[at].count(cited.is_some_and(|depth| depth < limit));
                self.stated[at].count(stated.is_some_and(|depth| depth < limit));
            }
        }
    }

    /// Adds how far down the pages of all texts their facts with `must` are. So many lines state so many facts, no more are
    /// expected.
    pub(crate) fn add_pages_together(&mut self, pages: &[Vec<Depth>]) {
        for page in pages {
            for (at, limit) in DEPTHS.into_iter().enumerate() {
                let most = page.len().min(limit);
                let is_near = |depth: &&Depth| depth[1].is_some_and(|depth| depth < limit);
                self.together[at].good += page.iter().filter(is_near).count().min(most);
                self.together[at].all += most;
            }
        }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}  {:4} of {:4}", self.value(), self.good, self.all)
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let added = self.added;
        writeln!(
            f,
            "{} texts, {} facts listed, {added} of them later",
            self.texts, self.listed.all
        )?;
        for (kind, share) in &self.precision {
            writeln!(f, "  precision {:12} {share}", format!("{kind:?}").to_lowercase())?;
        }
        writeln!(f, "  precision {:12} {}", "all", self.all())?;
        writeln!(f, "  days that are right    {}", self.days)?;
        writeln!(f, "  listed facts found     {}", self.listed)?;
        writeln!(f, "  must facts found       {}", self.must)?;
        for (at, limit) in DEPTHS.into_iter().enumerate() {
            writeln!(f, "  in {limit} lines, cited     {}", self.cited[at])?;
            writeln!(f, "  in {limit} lines, stated    {}", self.stated[at])?;
            writeln!(f, "  in {limit} lines, together  {}", self.together[at])?;
        }
        Ok(())
    }
}
