//! What is in a journal, line by line, for those who look after it. Changes nothing.

use std::io::Read as _;

use super::Journal;
use super::compaction::compacted;
use super::event::{Parsed, parse};
use super::rewriting::parted;
use crate::store::StateError;
use crate::store::clock::Tick;

/// The latest time that is taken from another machine, in milliseconds since 1970: the end of the year 9999. A later one
/// would leave the clock no room.
pub const LATEST: i64 = 253_402_300_799_999;

/// What is in a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Lines that are understood.
    pub events: usize,
    /// The others, by their numbers from 1.
    pub faults: Vec<(usize, LineFault)>,
    /// Its size.
    pub bytes: usize,
    /// What its size would be without damaged lines and what later ones made void.
    pub compact_bytes: usize,
}

/// Why a line does not count, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is no JSON: torn by a crash, or damaged.
    Damaged,
    /// A later version of the program wrote it; it is kept for that.
    Later,
}

impl Journal {
    /// Looks at every line.
    ///
    /// # Errors
    /// [`StateError`] where the folder or file is not safe or cannot be read; a missing one is an empty one.
    pub fn survey(&self) -> Result<Survey, StateError> {
        let bytes = self.bytes()?;
        let mut survey = Survey {
            bytes: bytes.len(),
            compact_bytes: compacted(&parted(&bytes).0).len(),
            ..Survey::default()
        };
        for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
            match parse(line) {
                Parsed::Event(_) => survey.events += 1,
                Parsed::Partly(_) => {
                    survey.events += 1;
                    survey.faults.push((number, LineFault::Later));
                }
                Parsed::Unknown => survey.faults.push((number, LineFault::Later)),
                Parsed::Damaged => survey.faults.push((number, LineFault::Damaged)),
                Parsed::Blank => {}
            }
        }
        Ok(survey)
    }

    /// All of it, as it stands in the file; nothing where there is none.
    ///
    /// # Errors
    /// As [`Journal::survey`].
    pub fn bytes(&self) -> Result<Vec<u8>, StateError> {
        let mut bytes = Vec::new();
        if let Some(mut file) = self.opened()? {
            file.read_to_end(&mut bytes).map_err(|error| self.error(error))?;
        }
        Ok(bytes)
    }
}

/// Whether a line that comes from elsewhere may stand in a journal: this version's or a later one's, at a time that clocks
/// can show.
pub fn is_line(line: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Any {
        v: u32,
        at: Tick,
    }
    let any: Result<Any, _> = serde_json::from_slice(line);
    any.is_ok_and(|any| any.v >= 1 && (0..=LATEST).contains(&any.at.ms))
}
