//! Tables by brief: as large as the library, and looked into for every row.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::BriefId;

/// A table by brief. Hashed several times faster than by the standard library, and still with a
/// seed of its own in each process: whoever chooses ids cannot choose where they collide.
pub type ById<T> = HashMap<BriefId, T, RandomState>;

/// The same by borrowed ids, for a table that does not outlive what it was made from.
pub type ByIdRef<'a, T> = HashMap<&'a BriefId, T, RandomState>;

/// A set of briefs.
pub type IdSet = HashSet<BriefId, RandomState>;
