//! The journal written anew in one step: made small, or with the lines of another one.
//!
//! Others append meanwhile: they wait for the lock, and notice that the file was replaced. Whoever is killed leaves the old
//! file or the new one.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, Mode, OFlags, openat, renameat, unlinkat};

use super::compaction::compacted;
use super::event::{Parsed, parse};
use super::{Journal, Locked, NAME, make_private};
use crate::store::StateError;

/// The file beside the journal that damaged lines are moved to.
const ASIDE: &str = "journal.damaged";

/// What a compaction did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Bytes of the journal before.
    pub before: usize,
    /// And after.
    pub after: usize,
    /// Damaged lines that were moved into a file of their own.
    pub set_aside: usize,
}

impl Journal {
    /// Leaves out what later lines made void, and moves damaged lines into a file beside it, in one step.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be done; then the journal is as it was.
    pub fn compact(&mut self) -> Result<Compacted, StateError> {
        if self.opened()?.is_none() {
            return Ok(Compacted::default());
        }
        let folder = make_private(&self.folder)?;
        let (file, bytes) = self.hold(&folder)?;
        let (whole, damaged) = parted(&bytes);
        let compact = compacted(&whole);
        if compact != bytes {
            set_aside(&folder, &damaged).map_err(|error| self.error(error))?;
            self.put(&folder, &compact)?;
        }
        drop(file);
        let set_aside = damaged.split_inclusive(|&byte| byte == b'\n').count();
        Ok(Compacted { before: bytes.len(), after: compact.len(), set_aside })
    }

    /// Adds those of some lines that it does not have, all of them or none; returns how many there were.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be done; then the journal is as it was.
    pub fn merge(&mut self, lines: &[&[u8]]) -> Result<usize, StateError> {
        if lines.is_empty() {
            return Ok(0);
        }
        let folder = make_private(&self.folder)?;
        let (file, bytes) = self.hold(&folder)?;
        let (all, added) = joined(&bytes, lines);
        if added > 0 {
            self.put(&folder, &all)?;
        }
        drop(file);
        Ok(added)
    }

    /// Locks the file, made where missing, and reads it whole. Without a lock what others append meanwhile would be lost.
    fn hold(&self, folder: &OwnedFd) -> Result<(File, Vec<u8>), StateError> {
        let Locked { mut file, is_held, .. } = self.lock(folder)?;
        if !is_held {
            return Err(StateError::NoLocks(self.path()));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| self.error(error))?;
        Ok((file, bytes))
    }

    /// Puts other contents in the place of the file, which is locked.
    fn put(&self, folder: &OwnedFd, bytes: &[u8]) -> Result<(), StateError> {
        let temporary = format!("{NAME}.{}", std::process::id());
        replace(folder, &temporary, bytes).map_err(|error| {
            let _ = unlinkat(folder, &temporary, AtFlags::empty());
            self.error(error)
        })
    }
}

/// The lines that are events or may be a later version's, and those that are damaged.
pub(super) fn parted(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut whole, mut damaged) = (Vec::with_capacity(bytes.len()), Vec::new());
    for line in bytes.split(|&byte| byte == b'\n') {
        let to = match parse(line) {
            Parsed::Damaged => &mut damaged,
            Parsed::Blank => continue,
            Parsed::Event(_) | Parsed::Partly(_) | Parsed::Unknown => &mut whole,
        };
        to.extend_from_slice(line);
        to.push(b'\n');
    }
    (whole, damaged)
}

/// A journal with those of some lines that it does not have, and their number.
fn joined(bytes: &[u8], lines: &[&[u8]]) -> (Vec<u8>, usize) {
    let mut known: HashSet<&[u8]> =
        bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).collect();
    let mut all = bytes.to_vec();
    if !all.is_empty() && !all.ends_with(b"\n") {
        all.push(b'\n');
    }
    let mut added = 0;
    for line in lines.iter().map(|line| line.trim_ascii()) {
        if known.insert(line) {
            all.extend_from_slice(line);
            all.push(b'\n');
            added += 1;
        }
    }
    (all, added)
}

/// Keeps damaged lines where a person can look at them. On the disk before they leave the journal.
fn set_aside(folder: &OwnedFd, lines: &[u8]) -> std::io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::APPEND | OFlags::NOFOLLOW;
    let flags = flags | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let mut file = File::from(openat(folder, ASIDE, flags, Mode::RUSR | Mode::WUSR)?);
    file.write_all(lines)?;
    file.sync_data()
}

/// Puts a file in the journal's place once it is on the disk.
fn replace(folder: &OwnedFd, temporary: &str, bytes: &[u8]) -> std::io::Result<()> {
    // One that a killed process left.
    let _ = unlinkat(folder, temporary, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(openat(folder, temporary, flags, Mode::RUSR | Mode::WUSR)?);
    file.write_all(bytes)?;
    file.sync_data()?;
    renameat(folder, temporary, folder, NAME)?;
    Ok(rustix::fs::fsync(folder)?)
}
