//! Lists to pick from: commands, keys and ways to ask, files with problems, notes.

use std::collections::HashMap;

use crate::app::command::{Command, Group};
use crate::app::effect::Effect;
use crate::app::keymap::Mode;
use crate::app::message::Target;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::state::State;
use crate::library::KeptNote;
use crate::model::{BriefId, BriefPath, Diagnostic, Subject};
use crate::search::query::guide;

/// `:`: a command by its name.
pub(super) fn palette(state: &mut State) -> Vec<Effect> {
    let row = |&command: &Command| Row {
        label: format!("{command}  {}", state.shared.words.text(&command.message())),
        aside: state.keymap.chords_of(Mode::of(command.group()), command).join(", "),
        target: Some(Target::Command(command)),
        ..Row::default()
    };
    let is_run =
        |command: &&Command| matches!(Mode::of(command.group()), Mode::Global | Mode::Page);
    let offered = Command::ALL.iter().filter(|&&command| state.offers(command));
    let rows = offered.filter(is_run).map(row);
    let picker = Picker::over(Kind::Palette, rows.collect());
    state.overlay = Some(Overlay::Picker(picker));
    Vec::new()
}

/// `?`: every key with what it does, and every way to ask.
pub(super) fn help(state: &mut State) -> Vec<Effect> {
    let words = &state.shared.words;
    let mut rows = Vec::new();
    for group in Group::ALL {
        rows.push(Row { label: words.text(group.message()), ..Row::default() });
        let mode = Mode::of(group);
        let of_group = Command::ALL.iter().filter(|command| command.group() == group);
        for &command in of_group.filter(|&&command| state.offers(command)) {
            rows.push(Row {
                label: words.text(&command.message()),
                aside: state.keymap.chords_of(mode, command).join("  "),
                target: Some(Target::Command(command)),
                ..Row::default()
            });
        }
    }
    rows.push(Row { label: words.text("query-heading"), ..Row::default() });
    rows.extend(guide(words.language()).map(|entry| Row {
        label: words.with(&entry.message(), &entry.arguments),
        aside: entry.example.to_owned(),
        target: Some(Target::Query(entry.example.to_owned())),
        ..Row::default()
    }));
    state.overlay = Some(Overlay::Picker(Picker::over(Kind::Help, rows)));
    Vec::new()
}

/// `g p`: what is wrong with files.
pub(super) fn problems(state: &mut State) -> Vec<Effect> {
    let library = &state.shared.library;
    if library.diagnostics.is_empty() {
        state.notice = Some(Notice::info("no-problems"));
        return Vec::new();
    }
    let main = library.main_stories().map(|brief| (&brief.file, &brief.id));
    let ids: HashMap<&BriefPath, &BriefId> = main.collect();
    let row = |diagnostic: &Diagnostic| {
        let file = &diagnostic.file;
        let name = BriefPath::from(file.file_name());
        let folder = file.as_str().strip_suffix(file.file_name()).unwrap_or_default();
        Row {
            label: state.shared.words.diagnostic(&Diagnostic { file: name, ..diagnostic.clone() }),
            aside: folder.to_owned(),
            target: ids.get(file).map(|&id| Target::Brief(id.clone())),
            ..Row::default()
        }
    };
    let rows = library.diagnostics.iter().map(row).collect();
    state.overlay = Some(Overlay::Picker(Picker::over(Kind::Problems, rows)));
    Vec::new()
}

/// `a l`: all notes, what was not kept first; below them the files that are none.
pub(super) fn notes(state: &mut State) -> Vec<Effect> {
    let notes = &state.shared.notes;
    let drafts = notes.drafts().iter().map(|draft| note_row(state, draft, true));
    let kept = notes.all().iter().filter(|kept| notes.draft_on(&kept.note.subject).is_none());
    let kept = kept.map(|kept| note_row(state, kept, false));
    let strange = notes
        .strange()
        .iter()
        .map(|file| Row { label: format!("{}: {}", file.name, file.reason), ..Row::default() });
    let rows: Vec<Row> = drafts.chain(kept).chain(strange).collect();
    if rows.is_empty() {
        state.notice = Some(Notice::info("no-notes"));
    } else {
        state.overlay = Some(Overlay::Picker(Picker::over(Kind::Notes, rows)));
    }
    Vec::new()
}

/// A note's first line, and what it is about.
fn note_row(state: &State, kept: &KeptNote, is_draft: bool) -> Row {
    let words = &state.shared.words;
    let note = &kept.note;
    let label = if is_draft {
        format!("[{}] {}", words.text("note-draft"), note.first_line())
    } else {
        note.first_line().to_owned()
    };
    let aside = match &note.subject {
        Subject::Country(code) => words.country(*code),
        Subject::Brief(id) | Subject::Sentence { id, .. } => {
            let known = state.shared.library.brief(id).map(|brief| brief.title.clone());
            known.or_else(|| note.title.clone()).unwrap_or_else(|| kept.name.clone())
        }
    };
    Row { label, aside, target: Some(Target::Note(note.subject.clone())), ..Row::default() }
}
