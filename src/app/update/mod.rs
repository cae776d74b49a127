//! One message in, the state changed, effects out: the only way anything happens.

mod amended;
mod basket;
mod board;
mod copying;
mod correcting;
mod editions;
mod finding;
mod finding_on_page;
mod importing;
mod keys;
mod links;
mod listing;
mod lists;
mod looking;
mod marks;
mod motions;
mod mouse;
mod narrowing;
mod overview;
mod pages;
mod reading;
mod results;
mod saving;
mod searching;
mod sentences;
mod tagging;
mod taking;
mod visits;
mod writing;

use super::effect::Effect;
use super::message::{Message, Timer};
use super::notice::Notice;
use super::panes::page::Contents;
use super::state::State;

/// Carries out a message. Nothing here touches a file, a clock or the terminal.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(chord) => keys::pressed(state, chord),
        Message::Mouse(mouse) => mouse::acted(state, mouse),
        Message::Paste(text) => keys::pasted(state, &text),
        Message::Resized(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Message::LibraryChanged(library) => results::library_changed(state, library),
        Message::Filing { done, total } => {
            state.filing = (done < total).then_some((done, total));
            Vec::new()
        }
        Message::Opened { id, result } => reading::opened(state, &id, result),
        Message::LookedUp { generation, hits } => looking::looked_up(state, generation, hits),
        Message::QueryRead { generation, query, completions } => {
            narrowing::query_read(state, generation, query, completions)
        }
        Message::PastQueries(queries) => narrowing::past_queries(state, queries),
        Message::SearchesCounted(searches) => saving::counted(state, searches),
        Message::TextsChanged => searching::texts_changed(state),
        Message::Searched { generation, result } => searching::searched(state, generation, result),
        Message::FoundInText { generation, document, result } => {
            finding::found(state, generation, &document, result)
        }
        Message::CountriesNamed { generation, result } => {
            correcting::named(state, generation, result)
        }
        Message::Summarised { generation, summary } => {
            pages::compiled(state, generation, Contents::Summary(summary))
        }
        Message::Digested { generation, digest } => {
            pages::compiled(state, generation, Contents::Digest(digest))
        }
        Message::Scheduled { generation, agenda } => {
            pages::compiled(state, generation, Contents::Agenda(agenda))
        }
        Message::BasketChanged(basket) => basket::changed(state, basket),
        Message::Placed { ticket, trouble } => basket::placed(state, ticket, trouble),
        Message::Amended(amended) => amended::told(state, amended),
        Message::Recorded { ticket } => results::recorded(state, ticket),
        Message::NotRecorded { ticket, notice } => results::not_recorded(state, ticket, notice),
        m @ (Message::Appraised { .. } | Message::Received { .. }) => importing::answered(state, m),
        Message::NotesChanged(notes) => writing::notes_changed(state, notes),
        Message::NoteKept { ticket, outcome } => writing::kept(state, ticket, outcome),
        Message::Edited(result) => writing::edited(state, result),
        Message::Notice(notice) => {
            state.notice = Some(notice);
            Vec::new()
        }
        Message::NoClipboard(text) => copying::show(state, text),
        Message::ExportExists { path, parcel } => taking::exists(state, path, parcel),
        Message::Elapsed(timer) => elapsed(state, timer),
    };
    state.settle();
    editions::tell(state);
    effects.extend(searching::more(state));
    allowed(state, effects)
}

/// What of it the session may do. Commands that are not allowed are refused before; this is for all ways around them.
fn allowed(state: &mut State, effects: Vec<Effect>) -> Vec<Effect> {
    let rights = state.rights();
    let missing = |effect: &Effect| effect.needs().filter(|&right| !rights.allow(right));
    if let Some(right) = effects.iter().find_map(missing) {
        state.notice = Some(Notice::info(right.refusal()));
    }
    effects.into_iter().filter(|effect| missing(effect).is_none()).collect()
}

/// A timer ran out.
fn elapsed(state: &mut State, timer: Timer) -> Vec<Effect> {
    match timer {
        Timer::Beside => motions::catch_up(state),
        Timer::Follow => reading::follow(state),
        Timer::Hints => {
            state.typed.hints = !state.typed.chords.is_empty();
            Vec::new()
        }
        Timer::Saving => {
            results::still_saving(state);
            Vec::new()
        }
        Timer::Draft => writing::keep_draft(state).into_iter().collect(),
    }
}

impl State {
    /// What to do once the workers are there: show the first article, where that is cheap.
    pub fn start(&mut self) -> Vec<Effect> {
        motions::rest(self)
    }

    /// What to keep when the session is ended from outside: the place in the text, a note being
    /// written.
    pub fn last_words(&mut self) -> Vec<Effect> {
        let draft = writing::keep_draft(self);
        reading::keep_position(self).into_iter().chain(draft).collect()
    }
}
