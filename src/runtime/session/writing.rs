//! What a session does with what the reader writes or pastes.

use super::{Session, desk};
use crate::app::effect::Effect;

impl Session {
    /// Carries out an effect that brings words of the reader's own; there are no others here.
    pub(super) fn write_down(&mut self, effect: Effect) {
        let task = match effect {
            Effect::ReadNotes => desk::Task::ReadNotes,
            Effect::KeepNote { ticket, wanted } => desk::Task::KeepNote { ticket, wanted },
            Effect::KeepDraft(note) => desk::Task::KeepDraft(note),
            Effect::DropDraft(note) => desk::Task::DropDraft(note),
            Effect::EditOutside(note) => {
                self.lent = Some(note.clone());
                desk::Task::LendNote(note)
            }
            Effect::Appraise { generation, text } => desk::Task::Appraise { generation, text },
            Effect::Receive(text) => desk::Task::Receive(text),
            Effect::Discard(file) => desk::Task::Discard(file),
            _ => return,
        };
        self.ask_desk(task);
    }
}
