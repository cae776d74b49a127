//! What is taken along: plain data on its way to a file, the printer, a clipboard.

use crate::model::{BriefId, Version};

/// What is taken along: text, and the briefs that it is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// The text, in whatever format it is taken along.
    pub text: String,
    /// The briefs.
    pub briefs: Briefs,
}

/// Briefs that are taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefs {
    /// Each once.
    pub ids: Vec<BriefId>,
    /// The version that was shown of the one that is being read, which its file may no longer hold.
    pub shown: Option<(BriefId, Version)>,
}
