//! What Linux says of a running process; nothing elsewhere.

use std::fs;
use std::time::Duration;

/// What a process has used so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    /// Time on a processor, all threads together.
    pub(crate) cpu: Duration,
    /// Calls that write.
    pub(crate) writes: u64,
    /// How often its threads were put on a processor.
    pub(crate) wake_ups: u64,
}

impl Usage {
    /// The usage of a process up to now.
    pub(crate) fn of(pid: u32) -> Option<Self> {
        let mut usage = Self { writes: value(pid, "io", "syscw:")?, ..Self::default() };
        for task in fs::read_dir(format!("/proc/{pid}/task")).ok()? {
            // Nanoseconds run, nanoseconds waited, times put on a processor.
            let schedule = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            let mut numbers = schedule.split_whitespace().map(str::parse::<u64>);
            usage.cpu += Duration::from_nanos(numbers.next()?.ok()?);
            usage.wake_ups += numbers.nth(1)?.ok()?;
        }
        Some(usage)
    }

    /// What was used since an earlier moment.
    pub(crate) fn since(self, before: Self) -> Self {
        Self {
            cpu: self.cpu.saturating_sub(before.cpu),
            writes: self.writes.saturating_sub(before.writes),
            wake_ups: self.wake_ups.saturating_sub(before.wake_ups),
        }
    }
}

/// The most memory a process has held so far, in kB.
pub(crate) fn peak_memory(pid: u32) -> Option<u64> {
    value(pid, "status", "VmHWM:")
}

/// The number behind a name in a file of the process.
fn value(pid: u32, file: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/{file}")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
