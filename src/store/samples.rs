//! The sample briefs, compiled in: the `briefs/` of the source tree.

use super::root::{FileBytes, FileStamp, ReadError};
use super::scan::{Found, Scan};
use crate::model::BriefPath;

/// Paths and contents, by path.
const SAMPLES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// Lists them.
pub(super) fn scan() -> Scan {
    let found = |&(path, bytes): &(&str, &[u8])| Found {
        path: BriefPath::from_bytes(path.as_bytes()),
        stamp: stamp(bytes),
    };
    Scan { files: SAMPLES.iter().map(found).collect(), problems: Vec::new() }
}

/// Reads one.
pub(super) fn read(file: &BriefPath) -> Result<FileBytes, ReadError> {
    let wanted = file.to_bytes();
    let sample = SAMPLES.iter().find(|(path, _)| path.as_bytes() == wanted);
    let (_, bytes) = sample.ok_or_else(|| ReadError::Gone(file.clone()))?;
    Ok(FileBytes { bytes: (*bytes).into(), stamp: stamp(bytes) })
}

fn stamp(bytes: &[u8]) -> FileStamp {
    FileStamp { mtime_ns: 0, size: bytes.len() as u64 }
}
