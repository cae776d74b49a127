//! What is measured over the texts of one half, and how it is printed.

use std::collections::BTreeMap;
use std::fmt;

use chancery::model::FactKind;

use crate::judge::Judged;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    /// Those that are right, or found.
    pub(crate) good: usize,
    /// All of them.
    pub(crate) all: usize,
}

/// The figures of one half.
#[derive(Default)]
pub(crate) struct Figures {
    /// Texts.
    texts: usize,
    /// Right facts among the found ones, by type.
    pub(crate) precision: BTreeMap<FactKind, Share>,
    /// Right days among the found facts that have one and are right otherwise, offices aside.
    pub(crate) days: Share,
    /// Facts of the set that are found, must or not.
    listed: Share,
    /// Those with `must`.
    pub(crate) must: Share,
    /// Facts of the set that were added after the extractors had been seen.
    added: usize,
}

impl Share {
    /// Counts one.
    pub(crate) fn count(&mut self, good: bool) {
        self.good += usize::from(good);
        self.all += 1;
    }

    /// From 0 to 1; 1 of nothing.
    pub(crate) fn value(self) -> f64 {
        let [good, all] = [self.good, self.all].map(|n| f64::from(u32::try_from(n).unwrap()));
        if self.all == 0 { 1.0 } else { good / all }
    }
}

impl Figures {
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
        let mut all = Share::default();
        for (kind, share) in &self.precision {
            all.good += share.good;
            all.all += share.all;
            writeln!(f, "  precision {:12} {share}", format!("{kind:?}").to_lowercase())?;
        }
        writeln!(f, "  precision {:12} {all}", "all")?;
        writeln!(f, "  days that are right    {}", self.days)?;
        writeln!(f, "  listed facts found     {}", self.listed)?;
        writeln!(f, "  must facts found       {}", self.must)
    }
}
