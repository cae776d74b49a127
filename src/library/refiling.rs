//! Files that changed, read and filed anew, in parallel.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::shelf::Shelf;
use crate::filing::Source;
use crate::model::{BriefPath, Moment, Problem};
use crate::store::catalogue::{ContentHash, Record};
use crate::store::scan::Found;
use crate::store::{FileStamp, Root, clock};

/// How often to show how far it is.
const SHOW_EVERY: Duration = Duration::from_secs(1);

/// How many files are filed between two looks at the clock.
const BATCH: usize = 256;

/// Larger files, in bytes, are filed one at a time: a hostile one can take 300 MB of memory.
const VAST: u64 = 1 << 20;

/// A file written so shortly before it was read may be written again without a new time: the
/// coarsest clocks of file systems tick every two seconds.
const RESTLESS_NS: i64 = 2_000_000_000;

/// What a scan means for what was known.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Known files that did not change.
    pub(super) kept: Vec<Record>,
    /// Files to read, with what was known of them.
    pub(super) changed: Vec<(Found, Option<Record>)>,
    /// Known files that are no longer there.
    pub(super) gone: Vec<Record>,
}

impl Survey {
    /// Compares what was known with what is there; both by path.
    pub(super) fn new(known: Vec<Record>, there: Vec<Found>) -> Self {
        let mut survey = Self::default();
        let mut known = known.into_iter().peekable();
        for found in there {
            while let Some(gone) = known.next_if(|record| record.path < found.path) {
                survey.gone.push(gone);
            }
            match known.next_if(|record| record.path == found.path) {
                // A file that could not be read is tried again: its permissions may have changed.
                Some(record) if record.hash.is_some() && record.stamp == found.stamp => {
                    survey.kept.push(record);
                }
                record => survey.changed.push((found, record)),
            }
        }
        survey.gone.extend(known);
        survey
    }
}

/// Files sorted by what became of them.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// As they were.
    pub(super) kept: Vec<Record>,
    /// As they were, with another time.
    pub(super) touched: Vec<Record>,
    /// With other contents.
    pub(super) rewritten: Vec<Record>,
    /// Not known before.
    pub(super) new: Vec<Record>,
    /// Known, but no longer there.
    pub(super) gone: Vec<Record>,
}

/// What became of one file.
enum Outcome {
    Kept(Record),
    Touched(Record),
    Rewritten(Record),
    New(Record),
    Gone(Option<Record>),
}

impl Reading {
    /// Whether anything changed that a reader can see.
    pub(super) fn is_news(&self) -> bool {
        !(self.rewritten.is_empty() && self.new.is_empty() && self.gone.is_empty())
    }

    /// Whether the cache is behind.
    pub(super) fn is_stale(&self) -> bool {
        self.is_news() || !self.touched.is_empty()
    }

    /// All files that are there, in no order.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> + Clone {
        [&self.kept, &self.touched, &self.rewritten, &self.new].into_iter().flatten()
    }

    /// All files that are there, by path.
    pub(super) fn into_records(self) -> Vec<Record> {
        let parts = [self.kept, self.touched, self.rewritten, self.new];
        let mut records: Vec<Record> = parts.into_iter().flatten().collect();
        records.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        records
    }

    fn sort_in(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Kept(record) => self.kept.push(record),
            Outcome::Touched(record) => self.touched.push(record),
            Outcome::Rewritten(record) => self.rewritten.push(record),
            Outcome::New(record) => self.new.push(record),
            Outcome::Gone(record) => self.gone.extend(record),
        }
    }
}

/// Reads and files what changed.
pub(super) struct Refiling<'a> {
    pub(super) root: &'a Root,
    pub(super) shelf: &'a Shelf,
}

impl Refiling<'_> {
    /// Reads `changed` into `reading`; about every second tells how many are done and what is
    /// there.
    pub(super) fn run(
        &self,
        changed: Vec<(Found, Option<Record>)>,
        reading: &mut Reading,
        show: &mut dyn FnMut(usize, &Reading),
    ) {
        let mut shown = Instant::now();
        let mut done = 0;
        let mut changed = changed.into_iter();
        loop {
            let batch: Vec<_> = changed.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return;
            }
            let (vast, usual): (Vec<_>, Vec<_>) =
                batch.into_iter().partition(|(found, _)| found.stamp.size > VAST);
            let outcomes: Vec<Outcome> =
                usual.into_par_iter().map(|(found, known)| self.file(&found, known)).collect();
            let one_by_one = vast.into_iter().map(|(found, known)| self.file(&found, known));
            for outcome in outcomes.into_iter().chain(one_by_one) {
                reading.sort_in(outcome);
                done += 1;
                if shown.elapsed() >= SHOW_EVERY {
                    show(done, reading);
                    shown = Instant::now();
                }
            }
        }
    }

    /// Reads one file and files it, unless its contents are known.
    fn file(&self, found: &Found, known: Option<Record>) -> Outcome {
        let path = found.path.clone();
        let file = match self.root.read(&path) {
            Ok(file) => file,
            Err(error) => {
                return match error.problem() {
                    Some(problem) => sorted(unreadable(path, problem), known),
                    None => Outcome::Gone(known),
                };
            }
        };
        let stamp = settled(file.stamp, clock::now());
        let hash = Some(ContentHash::of(&file.bytes, file.stamp.size));
        let known = match known {
            Some(record) if record.hash == hash => {
                return Outcome::Touched(Record { stamp, ..record });
            }
            known => known,
        };
        let source = Source { path: &path, bytes: &file.bytes, size: file.stamp.size };
        // One file must not cost the reader all others, whatever is in it.
        let filed = catch_unwind(AssertUnwindSafe(|| self.shelf.filing().entry(source)));
        let record = match filed {
            Ok(entry) => Record {
                briefs: entry.briefs.into_iter().map(Arc::new).collect(),
                diagnostics: entry.diagnostics,
                sketches: entry.sketches.into(),
                raw: entry.raw,
                ..unread(path)
            },
            Err(_) => unreadable(path, Problem::Unreadable("the program failed on it".into())),
        };
        sorted(Record { stamp, hash, ..record }, known)
    }
}

fn sorted(record: Record, known: Option<Record>) -> Outcome {
    match known {
        Some(known) if known == record => Outcome::Kept(record),
        Some(_) => Outcome::Rewritten(record),
        None => Outcome::New(record),
    }
}

fn unread(path: BriefPath) -> Record {
    let stamp = FileStamp::default();
    Record {
        path,
        stamp,
        hash: None,
        briefs: Vec::new(),
        diagnostics: Vec::new(),
        sketches: Arc::default(),
        raw: None,
    }
}

fn unreadable(path: BriefPath, problem: Problem) -> Record {
    let diagnostic = crate::model::Diagnostic { file: path.clone(), line: None, problem };
    Record { diagnostics: vec![diagnostic], ..unread(path) }
}

/// A stamp that no file has, where the file is too fresh for its stamp to tell the next change.
fn settled(stamp: FileStamp, now: Moment) -> FileStamp {
    let age = now.0.saturating_mul(1_000_000).saturating_sub(stamp.mtime_ns);
    if age.saturating_abs() < RESTLESS_NS {
        FileStamp { mtime_ns: i64::MIN, ..stamp }
    } else {
        stamp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(mtime_ns: i64) -> FileStamp {
        FileStamp { mtime_ns, size: 5 }
    }

    fn record(path: &str, mtime_ns: i64) -> Record {
        let hash = Some(ContentHash::of(b"", 0));
        Record { stamp: stamp(mtime_ns), hash, ..unread(path.into()) }
    }

    fn found(path: &str, mtime_ns: i64) -> Found {
        Found { path: path.into(), stamp: stamp(mtime_ns) }
    }

    #[test]
    fn a_survey_tells_what_to_read() {
        let mut locked = record("locked", 1);
        locked.hash = None;
        let known = vec![record("a", 1), record("b", 1), locked, record("z", 1)];
        let there = vec![found("a", 1), found("b", 2), found("c", 1), found("locked", 1)];
        let survey = Survey::new(known, there);
        let paths = |records: &[Record]| -> Vec<String> {
            records.iter().map(|record| record.path.to_string()).collect()
        };
        assert_eq!(paths(&survey.kept), ["a"]);
        assert_eq!(paths(&survey.gone), ["z"]);
        let changed =
            survey.changed.iter().map(|(found, known)| (found.path.as_str(), known.is_some()));
        assert_eq!(changed.collect::<Vec<_>>(), [("b", true), ("c", false), ("locked", true)]);
    }

    #[test]
    fn a_fresh_file_is_looked_at_again() {
        let now = Moment(10_000);
        for fresh in [9_999_000_000, 10_000_000_000, 10_500_000_000] {
            assert_ne!(settled(stamp(fresh), now), stamp(fresh));
        }
        for old in [0, 7_999_000_000, 90_000_000_000] {
            assert_eq!(settled(stamp(old), now), stamp(old));
        }
    }
}
