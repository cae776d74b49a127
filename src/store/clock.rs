//! A hybrid clock: orders events of several machines whose clocks differ or step back.
//!
//! Kulkarni et al., "Logical Physical Clocks" (2014): the wall clock where it moves on, a counter
//! where it does not, never behind what was seen of others.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::model::Moment;

/// A point in the order of all events; written as `[milliseconds, counter, host]`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "(i64, u32, u32)", into = "(i64, u32, u32)")]
pub struct Tick {
    /// Milliseconds since 1970.
    pub ms: i64,
    /// Counts events of the same millisecond.
    pub counter: u32,
    /// Drawn at random when a clock is made, so that no two events are equal.
    pub host: u32,
}

impl From<(i64, u32, u32)> for Tick {
    fn from((ms, counter, host): (i64, u32, u32)) -> Self {
        Self { ms, counter, host }
    }
}

impl From<Tick> for (i64, u32, u32) {
    fn from(tick: Tick) -> Self {
        (tick.ms, tick.counter, tick.host)
    }
}

/// Makes ticks, each later than all before and all it has seen.
#[derive(Clone, Debug)]
pub struct Clock {
    last: Tick,
    host: u32,
}

impl Default for Clock {
    fn default() -> Self {
        // The standard library seeds each hasher at random: enough to tell two processes apart.
        let random = RandomState::new().build_hasher().finish();
        Self { last: Tick::default(), host: u32::try_from(random >> 32).unwrap_or_default() }
    }
}

impl Clock {
    /// The next tick.
    pub fn tick(&mut self) -> Tick {
        self.tick_at(now())
    }

    /// The next tick, with the wall clock at `now`.
    fn tick_at(&mut self, now: Moment) -> Tick {
        let (ms, counter) = if now.0 > self.last.ms {
            (now.0, 0)
        } else {
            match self.last.counter.checked_add(1) {
                Some(counter) => (self.last.ms, counter),
                None => (self.last.ms.saturating_add(1), 0),
            }
        };
        self.last = Tick { ms, counter, host: self.host };
        self.last
    }

    /// Never falls behind `seen`.
    pub fn observe(&mut self, seen: Tick) {
        self.last = self.last.max(seen);
    }
}

/// The wall clock.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_rise_though_the_wall_clock_steps_back() {
        let mut clock = Clock::default();
        let ticks: Vec<Tick> =
            [10, 10, 3, 11, -5].into_iter().map(|ms| clock.tick_at(Moment(ms))).collect();
        assert!(ticks.is_sorted_by(|a, b| a < b), "{ticks:?}");
        clock.observe(Tick { ms: 50, counter: u32::MAX, host: 7 });
        assert_eq!(clock.tick_at(Moment(12)).ms, 51);
    }
}
