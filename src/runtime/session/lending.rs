//! The terminal lent to another program, and taken back: the shell behind ctrl-z, an editor, a browser that draws there.

use std::path::Path;
use std::time::Duration;

use super::{Inbox, Session, desk};
use crate::app::Notice;
use crate::app::message::Message;
use crate::runtime::browser::Browser;
use crate::runtime::{editor, notices};
use crate::terminal::Keyboard;
use crate::text::Address;

/// So long a signal may be on its way to the thread of signals.
const AFTER_ANOTHER: Duration = Duration::from_millis(50);

impl Session {
    /// Hands the terminal to the shell, where one is waiting.
    pub(super) fn suspend(&mut self) {
        if self.guard.suspend().is_err() {
            self.tell(Message::Notice(Notice::info("suspend-unavailable")));
        }
    }

    /// Lends the terminal to the reader's own editor until it ends.
    pub(super) fn edit(&mut self, file: &Path) {
        let Some(note) = self.lent.take() else { return };
        match self.lend(|| editor::edit(file)) {
            Ok(()) => self.ask_desk(desk::Task::TakeNote(note)),
            Err(error) => self.tell(Message::Edited(Err(notices::editor_error(&error)))),
        }
    }

    /// Has an address opened: beside the reader, or on its terminal where the browser draws there.
    pub(super) fn browse(&mut self, address: &Address) {
        let browser = Browser::of(|name| std::env::var(name).ok());
        let host = address.host().to_owned();
        if browser.is_textual {
            let done = self.lend(|| browser.run(address));
            let notice = done.map_or_else(notices::browser_error, |()| {
                Notice::info("link-opened").text("host", host)
            });
            return self.tell(Message::Notice(notice));
        }
        let inbox = Inbox::new(self.sender.clone());
        self.tell(Message::Notice(Notice::info("link-opened").text("host", host)));
        browser.start(address, move |done| {
            if let Err(detail) = done {
                inbox.tell(Message::Notice(notices::browser_error(detail)));
            }
        });
    }

    /// Lends the terminal to another program until it ends. What that leaves on the screen
    /// and of the terminal's modes is put right afterwards.
    #[expect(
        clippy::disallowed_methods,
        reason = "the reader stands still anyway: the terminal is lent"
    )]
    fn lend<T>(&mut self, run: impl FnOnce() -> T) -> T {
        // Its keys are not ours.
        let keyboard = self.keyboard.take();
        let paused = keyboard.as_ref().map(Keyboard::pause);
        self.guard.lend();
        let done = run();
        // A ctrl-c that ended it is on its way to the thread of signals, and is not meant for us.
        std::thread::sleep(AFTER_ANOTHER);
        self.resume();
        drop(paused);
        self.keyboard = keyboard;
        done
    }

    /// Takes the terminal again.
    pub(super) fn resume(&mut self) {
        if self.guard.resume().is_err() {
            self.end(1, true);
            return;
        }
        self.screen.forget();
        self.resize();
    }
}
