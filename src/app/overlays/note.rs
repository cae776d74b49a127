//! A note being written: the text it is about stays in sight above it.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::text_editor::TextEditor;
use crate::app::theme::Face;
use crate::library::{ContentHash, KeptNote, NoteToKeep};
use crate::model::{Argument, Note, Subject};
use crate::text::{Safe, width};

/// Rows that it has at least, its head included.
const LEAST_ROWS: u16 = 5;

/// A note being written.
#[derive(Clone, Debug)]
pub(in crate::app) struct NoteEditor {
    /// The note as it is kept, without words where it is new.
    pub(in crate::app) note: Note,
    /// The file it was read from, and what that held.
    kept: Option<(String, ContentHash)>,
    /// Its words as they are written now.
    pub(in crate::app) editor: TextEditor,
    /// The words on their way to the disk, by their ticket.
    pub(in crate::app) awaited: Option<(u64, String)>,
    /// Whether the reader is asked if the words may go.
    pub(in crate::app) asks: bool,
    /// Whether the reader knows that the file was changed by somebody else.
    pub(in crate::app) replaces: bool,
    /// Whether words are not kept as a draft yet.
    pub(in crate::app) is_drafting: bool,
    area: Rect,
}

impl NoteEditor {
    /// The editor of a note; `words` are those of a draft.
    pub(in crate::app) fn new(note: Note, kept: Option<&KeptNote>, words: Option<&str>) -> Self {
        let editor = TextEditor::new(words.unwrap_or(&note.text));
        let kept = kept.map(|kept| (kept.name.clone(), kept.contents));
        let area = Rect::default();
        let (awaited, asks, replaces, is_drafting) = (None, false, false, false);
        Self { note, kept, editor, awaited, asks, replaces, is_drafting, area }
    }

    /// Whether the words differ from those that are kept.
    pub(in crate::app) fn is_changed(&self) -> bool {
        self.editor.text().trim_end() != self.note.text.trim_end()
    }

    /// The note with the words as they are written now.
    pub(in crate::app) fn as_written(&self) -> Note {
        Note { text: self.editor.text().trim_end().to_owned(), ..self.note.clone() }
    }

    /// What is to be kept.
    pub(in crate::app) fn to_keep(&self) -> NoteToKeep {
        NoteToKeep { note: self.as_written(), kept: self.kept.clone(), replaces: self.replaces }
    }

    /// Takes over what the file holds now.
    pub(in crate::app) fn is_kept_as(&mut self, kept: Option<&KeptNote>) {
        self.kept = kept.map(|kept| (kept.name.clone(), kept.contents));
    }

    /// Fits it to the lower half of the body.
    pub(in crate::app) fn fit(&mut self, body: Rect) {
        let rows = (body.height / 2).max(LEAST_ROWS).min(body.height);
        self.area = Rect { y: body.bottom() - rows, height: rows, ..body };
        let text = self.text_area();
        self.editor.fit(usize::from(text.width), usize::from(text.height));
    }

    /// The rows for the words, below the rule and the sentence.
    fn text_area(&self) -> Rect {
        let head = 1 + u16::from(matches!(self.note.subject, Subject::Sentence { .. }));
        let head = head.min(self.area.height);
        let width = self.area.width.saturating_sub(4);
        Rect::new(self.area.x + 2, self.area.y + head, width, self.area.height - head)
    }

    /// Paints it; returns where the terminal's cursor belongs.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        context: &Context<'_>,
    ) -> (u16, u16) {
        canvas.clear(self.area);
        self.head(canvas, context);
        let text = self.text_area();
        if self.editor.text().is_empty() {
            canvas.put(text.x, text.y, text.width, &context.say("note-empty"), Face::Dim);
        }
        for (row, y) in self.editor.in_sight().zip(text.top()..text.bottom()) {
            canvas.put(text.x, y, text.width, &Safe::new(row), Face::Text);
        }
        let (x, y) = self.editor.place();
        let within = |place: usize, room: u16| u16::try_from(place).unwrap_or(room).min(room);
        let x = text.x + within(x, text.width.saturating_sub(1));
        (x, text.y + within(y, text.height.saturating_sub(1)))
    }

    /// The rule with what the note is about, and the sentence where it is one.
    fn head(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        canvas.rule(area.x, area.y, area.width);
        let state = match (&self.awaited, self.is_changed()) {
            (Some(_), _) => Some("note-saving"),
            (None, true) => Some("note-changed"),
            (None, false) => None,
        };
        let mut end = area.right().saturating_sub(2);
        if let Some(key) = state {
            let words = Safe::new(&format!(" {} ", context.words.text(key)));
            end = canvas.put_right(end, area.y, &words, Face::Dim);
        }
        let title = Argument::Text(self.note.title.clone().unwrap_or_default());
        let key = match self.note.subject {
            Subject::Sentence { .. } => "note-on-sentence",
            Subject::Brief(_) | Subject::Country(_) => "note-on",
        };
        let title = format!(" {} ", context.words.with(key, &[("title", title)]));
        let room = end.saturating_sub(area.x + 3);
        canvas.put(area.x + 2, area.y, room, &Safe::new(&title), Face::Heading);
        if let Subject::Sentence { text, .. } = &self.note.subject {
            let words: Vec<&str> = text.split_whitespace().collect();
            let text = Safe::new(&words.join(" "));
            canvas.sign(area.x + 2, area.y + 1, canvas.glyphs.quote, Face::Dim);
            let room = usize::from(area.width.saturating_sub(6));
            let text = width::truncate(&text, room);
            canvas.put(area.x + 4, area.y + 1, area.width, &text, Face::Emphasis);
        }
    }
}
