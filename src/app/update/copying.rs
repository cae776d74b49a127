//! `y` and `Y`: what is meant, with its source, for the clipboard of whoever sits at the terminal, or alone on the screen.

use std::collections::HashSet;

use super::taking;
use crate::app::command::Command;
use crate::app::effect::{Briefs, Effect, Parcel};
use crate::app::labels::with_labels;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::sheet::Sheet;
use crate::app::state::State;
use crate::config::Clipboard;
use crate::export::{self, Format, Quoted};
use crate::library::version;
use crate::model::{BriefId, Citation, Version, Way};

/// Bytes that are sent at most: what the terminals with the least room take, once encoded.
const LONGEST: usize = 74_994;

/// `y`: sends what is meant to the terminal.
pub(super) fn copy(state: &mut State) -> Vec<Effect> {
    let Some(parcel) = meant(state) else { return nothing(state) };
    if state.shared.settings.clipboard == Clipboard::Off {
        return show_alone(state, parcel);
    }
    if parcel.text.len() > LONGEST {
        state.notice =
            Some(Notice::info("too-long-to-copy").number("count", parcel.text.len() / 1000));
        return Vec::new();
    }
    vec![Effect::Copy(parcel)]
}

/// `Y`: shows what is meant alone on the screen, for the mouse.
pub(super) fn alone(state: &mut State) -> Vec<Effect> {
    match meant(state) {
        Some(parcel) => show_alone(state, parcel),
        None => nothing(state),
    }
}

/// Shows a text alone, from where it is taken along by hand.
fn show_alone(state: &mut State, parcel: Parcel) -> Vec<Effect> {
    show(state, parcel.text);
    vec![Effect::TakenAlong { briefs: parcel.briefs, way: Way::Copied }]
}

/// Shows a text alone on the screen.
pub(super) fn show(state: &mut State, text: String) -> Vec<Effect> {
    state.overlay = Some(Overlay::Sheet(Sheet::new(text)));
    Vec::new()
}

fn nothing(state: &mut State) -> Vec<Effect> {
    state.notice = Some(Notice::info("nothing-to-copy"));
    Vec::new()
}

/// What is meant: the line under the page's cursor, the sentence under the text's, else the whole of either.
fn meant(state: &State) -> Option<Parcel> {
    if state.board.is_some() {
        return taking::contents(state, Format::Text);
    }
    let sentence = sentence(state).map(|citation| quoted(state, None, &[citation]));
    let told = with_labels(&state.shared.words, |labels| state.page.as_ref()?.told(labels));
    let line = told.map(|(words, citations)| quoted(state, Some(&words), citations));
    line.or(sentence).or_else(|| taking::contents(state, Format::Text))
}

/// The sentence under the cursor of the text, where there is one and the text has the focus.
pub(super) fn sentence(state: &State) -> Option<Citation> {
    let is_meant = state.page.is_none() && state.focus == Focus::Reader && state.reader.walks();
    state.reader.chosen_citation().filter(|_| is_meant)
}

/// Sentences with their sources, below the words of a line where they back one.
fn quoted(state: &State, words: Option<&str>, citations: &[Citation]) -> Parcel {
    let library = &state.shared.library;
    let brief = |citation: &Citation| library.brief(&citation.id).map(AsRef::as_ref);
    let quoted: Vec<Quoted<'_>> =
        citations.iter().map(|citation| Quoted { citation, brief: brief(citation) }).collect();
    let text = with_labels(&state.shared.words, |labels| match (words, quoted.as_slice()) {
        (Some(words), quoted) => export::line(words, quoted, labels),
        (None, quoted) => export::quote(quoted, labels),
    });
    let ids = distinct(citations.iter().map(|citation| &citation.id));
    let shown = words.is_none().then(|| shown(state)).flatten();
    Parcel { text, briefs: Briefs { ids, shown } }
}

/// The version of the text that is shown.
pub(super) fn shown(state: &State) -> Option<(BriefId, Version)> {
    let (document, contents) = (state.reader.document()?, state.reader.contents()?);
    let version = version(document, contents, &state.shared.library);
    Some((document.brief.id.clone(), version))
}

/// Ids, each once, in their order.
pub(super) fn distinct<'a>(ids: impl Iterator<Item = &'a BriefId>) -> Vec<BriefId> {
    let mut known = HashSet::new();
    ids.filter(|id| known.insert(*id)).cloned().collect()
}

/// Carries out a command on the sheet: it scrolls, everything else puts it away.
pub(super) fn sheet(state: &mut State, command: Command, count: usize) -> Vec<Effect> {
    if let (Some(motion), Some(Overlay::Sheet(sheet))) =
        (Motion::of(command, count), &mut state.overlay)
    {
        sheet.scroll(motion);
    } else {
        state.overlay = None;
    }
    Vec::new()
}
