//! `a`: notes on a brief, a country or a sentence; written, kept, left, and never lost on the way.

use std::sync::Arc;
use std::time::Duration;

use super::{lists, looking, marks, pages, reading};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::message::{Kept, Timer};
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::note::NoteEditor;
use crate::app::panes::reader::Passage;
use crate::app::state::State;
use crate::library::{NoteToKeep, Notes};
use crate::model::{CountryCode, Note, Subject};

/// How long words wait until they are kept as a draft.
const DRAFT_AFTER: Duration = Duration::from_millis(1500);

/// A note on what is meant: the country of a page or of the list of countries, else the brief.
pub(super) fn on_what_is_meant(state: &mut State) -> Vec<Effect> {
    if state.page.is_some() || state.focus == Focus::Countries {
        return on_country(state);
    }
    match marks::meant(state) {
        Some(id) => open(state, Subject::Brief(id)),
        None => nothing(state),
    }
}

/// A note on the country that is meant.
pub(super) fn on_country(state: &mut State) -> Vec<Effect> {
    let is_in_list = state.page.is_none() && state.focus == Focus::Countries;
    let of_list = state.countries.selected().country().filter(|_| is_in_list);
    match of_list.or_else(|| lists::country_meant(state)) {
        Some(code) => open(state, Subject::Country(code)),
        None => {
            state.notice = Some(Notice::info("no-country-here"));
            Vec::new()
        }
    }
}

/// A note on a sentence: the one that the page cites, else one to be chosen in the text.
pub(super) fn on_sentence(state: &mut State) -> Vec<Effect> {
    if let Some(page) = &state.page {
        let Some(citation) = page.citation().cloned() else { return nothing(state) };
        let (id, text, span) = (citation.id, citation.sentence, citation.span);
        return open(state, Subject::Sentence { id, text, span });
    }
    if state.focus != Focus::Reader || !state.reader.choose_sentence(0) {
        state.notice = Some(Notice::info("no-sentence-here"));
        return Vec::new();
    }
    state.overlay = Some(Overlay::Sentence);
    Vec::new()
}

/// A note on the sentence under the cursor of the text.
pub(super) fn on_chosen(state: &mut State) -> Vec<Effect> {
    match state.reader.chosen_sentence() {
        Some(subject) => open(state, subject),
        None => nothing(state),
    }
}

/// Carries out a command while a sentence is chosen.
pub(super) fn choosing(state: &mut State, command: Command, count: usize) -> Vec<Effect> {
    let by = isize::try_from(count).unwrap_or(isize::MAX);
    match command {
        Command::Down | Command::NextArticle | Command::Advance | Command::FindNext => {
            state.reader.choose_sentence(by);
        }
        Command::Up | Command::PreviousArticle | Command::FindPrevious => {
            state.reader.choose_sentence(by.saturating_neg());
        }
        Command::Open | Command::NoteSentence | Command::Into => {
            state.overlay = None;
            return on_chosen(state);
        }
        Command::Close | Command::Back | Command::Out => {
            state.overlay = None;
            state.reader.forget();
        }
        _ => {}
    }
    Vec::new()
}

/// Opens the editor on a subject, with the draft that was not kept where there is one.
pub(super) fn open(state: &mut State, subject: Subject) -> Vec<Effect> {
    let notes = Arc::clone(&state.shared.notes);
    let kept = notes.on(&subject);
    let draft = notes.draft_on(&subject);
    let (file, title) = described(state, &subject);
    let note = match kept {
        Some(kept) => Note { file, title, ..kept.note.clone() },
        None => Note { subject, file, title, written: None, text: String::new() },
    };
    let words = draft.map(|draft| draft.note.text.as_str());
    let editor = NoteEditor::new(note, kept, words);
    if draft.is_some() && editor.is_changed() {
        state.notice = Some(Notice::info("note-draft-taken-up"));
    }
    state.overlay = Some(Overlay::Note(Box::new(editor)));
    Vec::new()
}

/// The file and the title of a subject, for who reads the note without the program.
fn described(state: &State, subject: &Subject) -> (Option<String>, Option<String>) {
    let name = |code: CountryCode| state.shared.words.country(code);
    match subject {
        Subject::Country(code) => (None, Some(name(*code))),
        Subject::Brief(id) | Subject::Sentence { id, .. } => {
            let brief = state.shared.library.brief(id);
            let known = state.shared.notes.on(subject).map(|kept| &kept.note);
            let file = brief.map(|brief| brief.file.to_string());
            let title = brief.map(|brief| brief.title.clone());
            (
                file.or_else(|| known.and_then(|note| note.file.clone())),
                title.or_else(|| known.and_then(|note| note.title.clone())),
            )
        }
    }
}

/// The note being written.
fn editor(state: &mut State) -> Option<&mut NoteEditor> {
    match &mut state.overlay {
        Some(Overlay::Note(editor)) => Some(editor),
        _ => None,
    }
}

/// Carries out a command on the note being written.
pub(super) fn command(state: &mut State, command: Command) -> Vec<Effect> {
    let Some(editor) = editor(state) else { return Vec::new() };
    if editor.asks {
        return answer(state, command);
    }
    match command {
        Command::Close => close(state),
        Command::KeepNote => keep(state),
        Command::Editor => outside(state),
        Command::NewLine => insert(state, "\n"),
        other => {
            if editor.editor.handle(other) {
                return changed(state);
            }
            Vec::new()
        }
    }
}

/// Types or pastes text.
pub(super) fn insert(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(editor) = editor(state).filter(|editor| !editor.asks) else { return Vec::new() };
    if editor.editor.insert(text) {
        return changed(state);
    }
    state.notice = Some(Notice::info("note-too-long"));
    Vec::new()
}

/// The words changed: they are kept as a draft before long, though the typing goes on.
fn changed(state: &mut State) -> Vec<Effect> {
    let Some(editor) = editor(state) else { return Vec::new() };
    if std::mem::replace(&mut editor.is_drafting, true) {
        return Vec::new();
    }
    vec![Effect::After(DRAFT_AFTER, Timer::Draft)]
}

/// The effect that keeps what is not kept as a draft yet: after a pause, and on every way out.
pub(super) fn keep_draft(state: &mut State) -> Option<Effect> {
    let editor = editor(state)?;
    let is_due = std::mem::take(&mut editor.is_drafting) && editor.is_changed();
    is_due.then(|| Effect::KeepDraft(editor.as_written()))
}

/// ctrl-o: keeps the note.
fn keep(state: &mut State) -> Vec<Effect> {
    let ticket = state.next_generation();
    let Some(editor) = editor(state) else { return Vec::new() };
    if !editor.is_changed() {
        state.overlay = None;
        return Vec::new();
    }
    let wanted = editor.to_keep();
    editor.awaited = Some((ticket, wanted.note.text.clone()));
    vec![Effect::KeepNote { ticket, wanted: Box::new(wanted) }]
}

/// Whether a note is kept. What was written meanwhile stays to be kept.
pub(super) fn kept(state: &mut State, ticket: u64, outcome: Kept) -> Vec<Effect> {
    let notes = Arc::clone(&state.shared.notes);
    let Some(editor) = editor(state) else {
        // A note that was put back has no editor.
        match outcome {
            Kept::Kept => {}
            Kept::ChangedMeanwhile => state.notice = Some(Notice::warning("note-not-put-back")),
            Kept::Failed(notice) => state.notice = Some(notice),
        }
        return Vec::new();
    };
    let Some((_, words)) = editor.awaited.take_if(|(awaited, _)| *awaited == ticket) else {
        return Vec::new();
    };
    match outcome {
        Kept::Kept => {
            let before = std::mem::replace(&mut editor.note.text, words);
            let before = Note { text: before, ..editor.note.clone() };
            let after = editor.note.clone();
            editor.replaces = false;
            editor.is_kept_as(notes.on(&editor.note.subject));
            let is_gone = after.text.is_empty();
            let goes_on = editor.is_changed();
            state.shared.marking.noted(before, after);
            if goes_on {
                return changed(state);
            }
            state.overlay = None;
            state.reader.forget_choice();
            state.notice = Some(Notice::info(if is_gone { "note-removed" } else { "note-kept" }));
        }
        Kept::ChangedMeanwhile => {
            editor.replaces = true;
            state.notice = Some(Notice::info("note-changed-meanwhile"));
        }
        Kept::Failed(notice) => state.notice = Some(notice),
    }
    Vec::new()
}

/// Keeps a note as it was, or as it was to be, unless somebody changed it since.
pub(super) fn put_back(state: &mut State, note: Note) -> Effect {
    let ticket = state.next_generation();
    let kept = state.shared.notes.on(&note.subject);
    let kept = kept.map(|kept| (kept.name.clone(), kept.contents));
    Effect::KeepNote { ticket, wanted: Box::new(NoteToKeep { note, kept, replaces: false }) }
}

/// Esc: leaves; asks only where words would go.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    let Some(editor) = editor(state) else { return Vec::new() };
    if editor.is_changed() {
        editor.asks = true;
        return keep_draft(state).into_iter().collect();
    }
    leave(state)
}

/// Enter lets the words go, Esc goes on writing.
fn answer(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => leave(state),
        Command::Close | Command::Back => {
            if let Some(editor) = editor(state) {
                editor.asks = false;
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Leaves without keeping; a draft goes too.
fn leave(state: &mut State) -> Vec<Effect> {
    state.reader.forget_choice();
    match state.overlay.take() {
        Some(Overlay::Note(editor)) => vec![Effect::DropDraft(editor.note)],
        _ => Vec::new(),
    }
}

/// ctrl-x: goes on in the reader's own editor.
fn outside(state: &mut State) -> Vec<Effect> {
    if !state.shared.settings.external_editor {
        state.notice = Some(Notice::info("note-no-editor"));
        return Vec::new();
    }
    let Some(editor) = editor(state) else { return Vec::new() };
    editor.is_drafting = false;
    vec![Effect::EditOutside(editor.as_written())]
}

/// The reader's own editor was left; where it failed, the words are as they were.
pub(super) fn edited(state: &mut State, result: Result<String, Notice>) -> Vec<Effect> {
    let Some(editor) = editor(state) else { return Vec::new() };
    match result {
        Ok(words) if words == editor.editor.text().trim_end() => Vec::new(),
        Ok(words) => {
            editor.editor.replace(&words);
            changed(state)
        }
        Err(notice) => {
            state.notice = Some(notice);
            Vec::new()
        }
    }
}

/// Notes came from the disk.
pub(super) fn notes_changed(state: &mut State, notes: Arc<Notes>) -> Vec<Effect> {
    let was_read = std::mem::replace(&mut state.shared.has_read_notes, true);
    state.shared.notes = notes;
    let context = state.shared.context();
    state.reader.annotate(&context);
    if let Some(page) = &mut state.page {
        page.refresh(&context);
    }
    let found = state.shared.notes.drafts().len();
    if !was_read && found > 0 && state.overlay.is_none() {
        state.notice = Some(Notice::warning("note-drafts-found").number("count", found));
    }
    Vec::new()
}

/// Goes to what a note is about and opens it.
pub(super) fn go(state: &mut State, subject: Subject) -> Vec<Effect> {
    let mut effects = match &subject {
        Subject::Country(code) => pages::open_country(state, *code),
        Subject::Brief(id) | Subject::Sentence { id, .. } => {
            state.citation = Passage::noted(&subject);
            state.page = None;
            if state.shared.library.brief(id).is_some() {
                looking::reveal(state, id);
                reading::open(state, id)
            } else {
                state.citation = None;
                Vec::new()
            }
        }
    };
    effects.extend(open(state, subject));
    effects
}

/// There is nothing to write a note on.
fn nothing(state: &mut State) -> Vec<Effect> {
    state.notice = Some(Notice::info("nothing-to-note"));
    Vec::new()
}
