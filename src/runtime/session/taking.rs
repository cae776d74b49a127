//! What a session does with text that is taken along.

use super::{Session, desk};
use crate::app::Notice;
use crate::app::effect::{Effect, Parcel};
use crate::app::message::Message;
use crate::model::Way;
use crate::runtime::clipboard::Route;
use crate::terminal::clipboard;

impl Session {
    /// Carries out an effect that takes text along; there are no others here.
    pub(super) fn take_along(&mut self, effect: Effect) {
        let task = match effect {
            Effect::Copy(parcel) => return self.copy(parcel),
            Effect::Write { path, parcel, replace } => desk::Task::Write { path, parcel, replace },
            Effect::Print(parcel) => desk::Task::Print(parcel),
            Effect::TakenAlong { briefs, way } => desk::Task::TakenAlong(briefs, way),
            Effect::Place { ticket, placings } => desk::Task::Place { ticket, placings },
            Effect::Acknowledge(known) => desk::Task::Acknowledge(known),
            _ => return,
        };
        self.ask_desk(task);
    }

    /// Sends a text towards the clipboard of whoever sits at the terminal.
    fn copy(&mut self, parcel: Parcel) {
        let variable = |name: &str| std::env::var(name).ok();
        let sent = match Route::of(self.state.clipboard(), variable) {
            Route::Tmux => return self.ask_desk(desk::Task::CopyByTmux(parcel)),
            Route::None => {
                self.tell(Message::NoClipboard(parcel.text));
                return self.ask_desk(desk::Task::TakenAlong(parcel.briefs, Way::Copied));
            }
            Route::Terminal => "sent-to-terminal",
            Route::Multiplexed => "sent-behind-tmux",
        };
        // Where the terminal is gone, the next frame finds out.
        let _gone = self.screen.send(&clipboard::sequence(&parcel.text));
        self.tell(Message::Notice(Notice::info(sent)));
        self.ask_desk(desk::Task::TakenAlong(parcel.briefs, Way::Copied));
    }
}
