//! The first screen at once: the poster that the last session left, and one for the next.

use std::io::Write;

use crate::app::{Poster, Setup, State};
use crate::library::Origin;
use crate::store::Folders;
use crate::store::poster::PosterFile;
use crate::terminal::Screen;

/// Shows the poster, where there is one for exactly these circumstances.
///
/// # Errors
/// Where the terminal cannot be written.
pub(super) fn show<W: Write>(
    folders: &Folders,
    setup: &Setup,
    screen: &mut Screen<W>,
) -> std::io::Result<()> {
    // What is to be said at the start is on no poster.
    if setup.notice.is_some() {
        return Ok(());
    }
    let kept = PosterFile::new(folders, &setup.circumstances()).and_then(|file| file.load());
    let poster = kept.and_then(|bytes| postcard::from_bytes::<Poster>(&bytes).ok());
    if let Some(poster) = poster.filter(|poster| poster.fits(setup.size)) {
        screen.draw(|frame| poster.paint(frame))?;
    }
    Ok(())
}

/// Keeps what the next start will show, where the library is as on disk. A poster that cannot be
/// kept is done without.
pub(super) fn keep(folders: &Folders, state: &State) {
    if state.library().origin != Origin::Checked {
        return;
    }
    let Some(file) = PosterFile::new(folders, &state.circumstances()) else { return };
    if file.load().is_some() {
        return;
    }
    if let Ok(bytes) = postcard::to_stdvec(&Poster::of_start(state)) {
        let _done_without = file.save(&bytes);
    }
}
