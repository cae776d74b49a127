//! The reader's own inbox as a test believes in it: a part of the files.

use chancery::app::Notice;
use chancery::app::effect::Effect;
use chancery::app::message::Message;
use chancery::store::inbox::Inbox;

use super::Interface;
use super::folder::{FILING, source};

/// Whether an effect concerns the inbox.
pub(super) fn concerns(effect: &Effect) -> bool {
    matches!(effect, Effect::Appraise { .. } | Effect::Receive(_) | Effect::Discard(_))
}

impl Interface {
    /// Looks at what was pasted, or keeps it.
    pub(super) fn take_in(&mut self, pasted: Effect) -> Option<Message> {
        match pasted {
            Effect::Appraise { generation, text } => {
                let path = Inbox::path_of(&text);
                let stories = FILING.entry(source(&path, &text)).briefs;
                Some(Message::Appraised { generation, stories })
            }
            Effect::Receive(_) if self.disk_fails => {
                let trouble = Notice::warning("import-not-kept").text("detail", "the disk is full");
                Some(Message::Received { trouble: Some(trouble) })
            }
            Effect::Receive(text) => {
                self.files.insert(Inbox::path_of(&text).to_string(), text);
                Some(Message::Received { trouble: None })
            }
            Effect::Discard(_) if self.disk_fails => {
                let trouble = Notice::warning("discard-failed").text("detail", "the disk is full");
                Some(Message::Discarded(Err(trouble)))
            }
            Effect::Discard(file) => {
                self.files.remove(file.as_str());
                Some(Message::Discarded(Ok("aside".to_owned())))
            }
            _ => None,
        }
    }
}
