//! The few moments the loop waits for: at most one of a kind, none while idle.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::app::message::Timer;

/// Timers that run.
#[derive(Debug, Default)]
pub(super) struct Timers(HashMap<Timer, Instant>);

impl Timers {
    /// Starts a timer; one of the same kind starts anew.
    pub(super) fn start(&mut self, timer: Timer, after: Duration) {
        self.0.insert(timer, Instant::now() + after);
    }

    /// How long until the next one runs out; nothing where none runs.
    pub(super) fn wait(&self) -> Option<Duration> {
        let next = self.0.values().min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    /// Takes out those that ran out.
    pub(super) fn elapsed(&mut self) -> Vec<Timer> {
        let now = Instant::now();
        let over: Vec<Timer> =
            self.0.iter().filter(|(_, at)| **at <= now).map(|(timer, _)| *timer).collect();
        for timer in &over {
            self.0.remove(timer);
        }
        over
    }
}
