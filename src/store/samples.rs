//! The sample briefs, compiled in: the `briefs/` of the source tree.

use crate::model::BriefPath;

/// Paths and contents, by path.
const SAMPLES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// Lists them.
pub(super) fn all() -> impl Iterator<Item = (BriefPath, &'static [u8])> {
    SAMPLES.iter().map(|(path, bytes)| (BriefPath::from_bytes(path.as_bytes()), *bytes))
}

/// Reads one, where there is one of that name.
pub(super) fn read(file: &BriefPath) -> Option<&'static [u8]> {
    let wanted = file.to_bytes();
    SAMPLES.iter().find(|(path, _)| path.as_bytes() == wanted).map(|(_, bytes)| *bytes)
}
