//! What the loop waits for: keys, signals, results.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use crate::app::message::Message;
use crate::terminal::{Input, Signal};

/// Something that arrived.
#[derive(Debug)]
pub(super) enum Event {
    /// From the keyboard.
    Input(Input),
    /// From the system.
    Signal(Signal),
    /// From a worker.
    Message(Message),
    /// From the desk: the file of a note stands ready for the reader's own editor.
    Editor(PathBuf),
}

/// The way into the inbox for one producer.
#[derive(Clone, Debug)]
pub(super) struct Inbox(Sender<Event>);

impl Inbox {
    /// A way into the inbox.
    pub(super) fn new(sender: Sender<Event>) -> Self {
        Self(sender)
    }

    /// Puts an event in. Once the loop has ended nobody reads it, and nobody needs to.
    pub(super) fn put(&self, event: Event) {
        let _nobody_left = self.0.send(event);
    }

    /// Puts a result in.
    pub(super) fn tell(&self, message: Message) {
        self.put(Event::Message(message));
    }
}
