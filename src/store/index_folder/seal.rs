//! Which files of the index are known to be whole.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;

use serde::{Deserialize, Serialize};

/// What tells a file from one that was written to since. No program can set the time of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub(super) size: u64,
    /// Nanoseconds since 1970.
    pub(super) changed_ns: i64,
}

/// Whole files, by name.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seal(BTreeMap<String, Stamp>);

impl Stamp {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        let changed_ns = metadata.ctime().saturating_mul(1_000_000_000) + metadata.ctime_nsec();
        Ok(Self { size: metadata.len(), changed_ns })
    }
}

impl Seal {
    pub(super) fn knows(&self, name: &str, stamp: Stamp) -> bool {
        self.0.get(name) == Some(&stamp)
    }

    pub(super) fn read(bytes: &[u8]) -> Self {
        postcard::from_bytes(bytes).unwrap_or_default()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }
}

impl FromIterator<(String, Stamp)> for Seal {
    fn from_iter<T: IntoIterator<Item = (String, Stamp)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}
