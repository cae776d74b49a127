//! Taking text along: files, the printer; and questions before it.

use super::{basket, copying, marks};
use crate::app::command::Command;
use crate::app::effect::{Briefs, Effect, Parcel};
use crate::app::labels::with_labels;
use crate::app::layout::Focus;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::overlays::question::{Answer, Question};
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::export::{self, Annotations, Format};
use crate::model::Document;

/// `p`: asks where to.
pub(super) fn ask_export(state: &mut State) -> Vec<Effect> {
    let stem = match (&state.page, text_meant(state)) {
        _ if state.board.is_some() && basket::contents(state, Format::Text).is_none() => {
            state.notice = Some(Notice::info("basket-empty"));
            return Vec::new();
        }
        _ if state.board.is_some() => state.shared.words.text("basket-file"),
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
    let Some(parcel) = written(state, format) else {
        state.notice = Some(Notice::info("page-compiling"));
        return Vec::new();
    };
    if path == "lp" {
        return vec![Effect::Print(parcel)];
    }
    vec![Effect::Write { path: path.to_owned(), parcel, replace }]
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
    if is_agenda && state.board.is_none() && ending.as_deref() == Some("ics") {
        return Some(Form::Calendar);
    }
    Format::of_path(path).map(Form::Page)
}

/// What is to be written, in its form.
fn written(state: &State, form: Form) -> Option<Parcel> {
    match form {
        Form::Page(format) => contents(state, format),
        Form::Calendar => {
            let page = state.page.as_ref()?;
            let library = &state.shared.library;
            let text = with_labels(&state.shared.words, |labels| page.calendar(library, labels))?;
            let ids = copying::distinct(page.citations().map(|cited| &cited.id));
            Some(Parcel { text, briefs: Briefs { ids, shown: None } })
        }
    }
}

/// The page or the text in a format.
pub(super) fn contents(state: &State, format: Format) -> Option<Parcel> {
    if state.board.is_some() {
        return basket::contents(state, format);
    }
    let library = &state.shared.library;
    with_labels(&state.shared.words, |labels| match &state.page {
        Some(page) => {
            let text = page.written(library, labels, format)?;
            let ids = copying::distinct(page.citations().map(|citation| &citation.id));
            Some(Parcel { text, briefs: Briefs { ids, shown: None } })
        }
        None => {
            let document = text_meant(state)?;
            let id = &document.brief.id;
            let annotations = Annotations {
                tags: state.shared.marking.shown().tags(id).collect(),
                notes: state.shared.notes.of_brief(id).map(|kept| &kept.note).collect(),
            };
            let text = export::document(document, &annotations, labels, format);
            let briefs = Briefs { ids: vec![id.clone()], shown: copying::shown(state) };
            Some(Parcel { text, briefs })
        }
    })
}

/// A file of that name is there already: ask before it is replaced.
pub(super) fn exists(state: &mut State, path: String, parcel: Parcel) -> Vec<Effect> {
    state.overlay = Some(Overlay::Question(Question {
        notice: Notice::info("ask-replace").text("path", path.as_str()),
        detail: None,
        answer: Answer::Carry(Effect::Write { path, parcel, replace: true }),
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
