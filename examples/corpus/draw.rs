//! Lots, drawn from a seed: the same seed always gives the same ones.
//!
//! The generator is `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number
//! generators", OOPSLA 2014). It knows nothing of briefs.

/// A sequence of lots.
pub(crate) struct Draw {
    state: u64,
}

impl Draw {
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

    /// The sequence of one brief: it depends on no other brief.
    pub(crate) fn new(seed: u64, number: u32) -> Self {
        let mut of_seed = Self { state: seed };
        Self { state: of_seed.next() ^ u64::from(number).wrapping_mul(Self::STEP) }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(Self::STEP);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included. The bias of the remainder is of no account
    /// here.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high.saturating_sub(low) + 1)
    }

    /// True in so many cases out of a hundred.
    pub(crate) fn percent(&mut self, share: u64) -> bool {
        self.between(1, 100) <= share
    }

    /// One of them, each as likely; `None` of none.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let last = choices.len().checked_sub(1)?;
        choices.get(self.place(last))
    }

    /// One of them, the first ones far more often than the last; `None` of none.
    pub(crate) fn pick_early<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let last = choices.len().checked_sub(1)?;
        let bound = self.place(last);
        choices.get(self.place(bound))
    }

    /// All of them, in any order.
    pub(crate) fn shuffled<'a, T>(&mut self, choices: &'a [T]) -> Vec<&'a T> {
        let mut deck: Vec<&T> = choices.iter().collect();
        for last in (1..deck.len()).rev() {
            deck.swap(last, self.place(last));
        }
        deck
    }

    /// One of the lines; empty where there is none.
    pub(crate) fn line<'a>(&mut self, lines: &'a [String]) -> &'a str {
        self.pick(lines).map_or("", String::as_str)
    }

    fn place(&mut self, last: usize) -> usize {
        usize::try_from(self.between(0, last as u64)).unwrap_or(last)
    }
}
