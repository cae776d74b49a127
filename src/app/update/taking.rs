//! Taking text along: the sheet for the mouse, files, the printer; and questions before it.

use super::marks;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::labels::with_labels;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::overlays::question::{Answer, Question};
use crate::app::overlays::sheet::Sheet;
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::export::{self, Annotations, Format};
use crate::model::Document;

/// `y`: the text, or the sentence under the page's cursor, with its source, alone on the screen.
pub(super) fn copy(state: &mut State) -> Vec<Effect> {
    let cited = state.page.as_ref().and_then(|page| page.citation());
    let text = match cited {
        Some(citation) => Some(with_labels(&state.shared.words, |labels| {
            let brief = state.shared.library.brief(&citation.id);
            export::quote(citation, brief.map(AsRef::as_ref), labels)
        })),
        None => contents(state, Form::Page(Format::Text)),
    };
    match text {
        Some(text) => state.overlay = Some(Overlay::Sheet(Sheet::new(text))),
        None => state.notice = Some(Notice::info("nothing-to-copy")),
    }
    Vec::new()
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

/// `p`: asks where to.
pub(super) fn ask_export(state: &mut State) -> Vec<Effect> {
    let stem = match (&state.page, text_meant(state)) {
        (Some(page), _) => page.topic().stem(),
        (None, Some(document)) => document.brief.file.stem().to_owned(),
        (None, None) => {
            state.notice = Some(Notice::info("nothing-to-export"));
            return Vec::new();
        }
    };
    let prompt = Prompt::new(Purpose::Export, &format!("{stem}.html"), Before::default());
    state.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// Exports to the file that was typed, in the format its name asks for; `lp` prints.
pub(super) fn export(state: &mut State, path: &str, replace: bool) -> Vec<Effect> {
    let path = path.trim();
    let format = if path == "lp" { Some(Form::Page(Format::Text)) } else { form(state, path) };
    let Some(format) = format else {
        // The line stays: it only wants another ending.
        state.notice = Some(Notice::info("export-which-format"));
        return Vec::new();
    };
    state.overlay = None;
    let Some(contents) = contents(state, format) else {
        state.notice = Some(Notice::info("page-compiling"));
        return Vec::new();
    };
    if path == "lp" {
        return vec![Effect::Print { contents }];
    }
    vec![Effect::Write { path: path.to_owned(), contents, replace }]
}

/// The text that is meant: the open one, unless the cursor of the list stands on another.
fn text_meant(state: &State) -> Option<&Document> {
    let document = state.reader.document()?;
    let on = state.articles.brief(&state.shared.library);
    let elsewhere = on.is_some_and(|brief| brief.id != document.brief.id);
    (state.focus != Focus::Articles || !elsewhere).then_some(document.as_ref())
}

/// How something is written to a file.
#[derive(Clone, Copy)]
enum Form {
    /// As a page.
    Page(Format),
    /// As a calendar.
    Calendar,
}

/// What the ending of a file's name asks for. Only an agenda is a calendar.
fn form(state: &State, path: &str) -> Option<Form> {
    let is_agenda = state.page.as_ref().is_some_and(|page| page.topic() == Topic::Agenda);
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if is_agenda && ending.as_deref() == Some("ics") {
        return Some(Form::Calendar);
    }
    Format::of_path(path).map(Form::Page)
}

/// The page or the text in a format.
fn contents(state: &State, form: Form) -> Option<String> {
    let library = &state.shared.library;
    with_labels(&state.shared.words, |labels| match (&state.page, form) {
        (page, Form::Calendar) => page.as_ref()?.calendar(library, labels),
        (Some(page), Form::Page(format)) => page.written(library, labels, format),
        (None, Form::Page(format)) => {
            let document = text_meant(state)?;
            let id = &document.brief.id;
            let annotations = Annotations {
                tags: state.shared.marking.shown().tags(id).collect(),
                notes: state.shared.notes.of_brief(id).map(|kept| &kept.note).collect(),
            };
            Some(export::document(document, &annotations, labels, format))
        }
    })
}

/// A file of that name is there already: ask before it is replaced.
pub(super) fn exists(state: &mut State, path: &str) -> Vec<Effect> {
    let Some(format) = form(state, path) else { return Vec::new() };
    let Some(contents) = contents(state, format) else { return Vec::new() };
    state.overlay = Some(Overlay::Question(Question {
        notice: Notice::info("ask-replace").text("path", path),
        answer: Answer::Carry(Effect::Write { path: path.to_owned(), contents, replace: true }),
    }));
    Vec::new()
}

/// Enter says yes to a question, Esc and `q` say no; other keys leave it standing.
pub(super) fn answer(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => match state.overlay.take() {
            Some(Overlay::Question(Question { answer: Answer::Mark(changes), .. })) => {
                marks::act(state, "did-read-all", changes)
            }
            Some(Overlay::Question(Question { answer: Answer::Carry(effect), .. })) => vec![effect],
            _ => Vec::new(),
        },
        Command::Close | Command::Back => {
            state.overlay = None;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
