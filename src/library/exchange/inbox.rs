//! The inboxes of two machines: a dispatch is there, or was taken away, as of the later of what either knows of it.

use std::collections::HashMap;

use crate::store::StateError;
use crate::store::inbox::{Dispatch, Inbox};

/// Takes in what another machine knows; returns how many dispatches came or went by it.
///
/// # Errors
/// [`StateError`] where one cannot be written; doing it all again does the rest.
pub(super) fn merge(inbox: &Inbox, theirs: Vec<Dispatch>) -> Result<usize, StateError> {
    if theirs.is_empty() {
        return Ok(0);
    }
    let own = inbox.dispatches()?.0.into_iter();
    let mut known: HashMap<String, Dispatch> =
        own.map(|dispatch| (dispatch.name.clone(), dispatch)).collect();
    let mut changed = 0;
    for dispatch in theirs {
        let before = known.get(&dispatch.name);
        if before.is_some_and(|before| rank(before) >= rank(&dispatch)) {
            continue;
        }
        inbox.accept(&dispatch)?;
        // One that was taken away unseen is no news to anybody.
        changed += usize::from(before.map_or(!dispatch.removed, |b| b.removed != dispatch.removed));
        known.insert(dispatch.name.clone(), dispatch);
    }
    Ok(changed)
}

/// The greater counts.
fn rank(dispatch: &Dispatch) -> (i64, bool) {
    (dispatch.at.0, dispatch.removed)
}
