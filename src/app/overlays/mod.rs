//! What stands over the panes for a moment: pickers, a line to type, a question, a sheet of text.

pub(super) mod import;
pub(super) mod note;
pub(super) mod picker;
pub(super) mod prompt;
pub(super) mod question;
pub(super) mod sheet;

use import::Import;
use note::NoteEditor;
use picker::Picker;
use prompt::Prompt;
use question::Question;
use sheet::Sheet;

/// What stands over the panes.
#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// A line to type with a list that it narrows: finder, palette, help, problems.
    Picker(Picker),
    /// A line to type at the foot of the screen: filter, find, export.
    Prompt(Prompt),
    /// A question that Enter answers with yes and Esc with no.
    Question(Question),
    /// Text alone on the screen, for the mouse to select.
    Sheet(Sheet),
    /// A note being written.
    Note(Box<NoteEditor>),
    /// A dispatch being pasted.
    Import(Box<Import>),
    /// A sentence is being chosen in the text.
    Sentence,
}
