//! The open text and its file: what is read stays, whatever becomes of the file, and the reader is
//! told.

use crate::app::notice::Notice;
use crate::app::state::State;
use crate::library::Snapshot;
use crate::model::BriefId;

/// The file of the open text has other contents.
const CHANGED: &str = "text-changed";

/// The file of the open text is there no longer.
const GONE: &str = "text-gone";

/// Says, once for each change, that the text in sight is not what its file holds now.
pub(super) fn tell(state: &mut State) {
    let is_in_sight = !state.areas.reader.is_empty() && state.shows_panes();
    let (library, reader) = (&state.shared.library, &state.reader);
    let (Some(id), Some(shown)) = (reader.id(), reader.contents()) else { return };
    // Its new text may be on its way already.
    if !is_in_sight || reader.awaited.as_ref() == Some(id) {
        return;
    }
    let now = library.contents(id);
    if now == reader.told {
        return;
    }
    let key = match now {
        Some(now) if now == shown => None,
        Some(_) => Some(CHANGED),
        // Under another name it is still there.
        None if library.holds(shown) => None,
        None => Some(GONE),
    };
    state.reader.told = now;
    match key {
        Some(key) => state.notice = Some(Notice::warning(key)),
        None => forget(state),
    }
}

/// The library changed from `before`. That another folder does not hold the text is no news.
pub(super) fn library_changed(state: &mut State, before: &Snapshot) {
    let after = &state.shared.library;
    if before.folder != after.folder {
        state.reader.told = state.reader.id().and_then(|id| after.contents(id));
    }
}

/// Whether the reader shows a brief as its file is, as far as the library knows.
pub(super) fn is_current(state: &State, id: &BriefId) -> bool {
    let now = state.shared.library.contents(id);
    now.is_none() || now == state.reader.contents()
}

/// The text is left, or read anew: what was said of it is over.
pub(super) fn forget(state: &mut State) {
    if state.notice.as_ref().is_some_and(|notice| matches!(notice.key, CHANGED | GONE)) {
        state.notice = None;
    }
}
