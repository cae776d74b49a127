//! The thread that reads the keyboard, and ends with the link.
//!
//! Reads the bytes itself. crossterm's event source cannot be used here: it emits `Esc` for the
//! first byte of a sequence that arrives in two pieces, reads again after an unfinished one (on
//! a terminal that read blocks), turns late answers into keys, and spins after a hang-up.

mod parser;
mod sequence;
#[cfg(test)]
mod tests;

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;

use crate::app::chord::Chord;
use crate::app::mouse::Mouse;
use parser::Parser;

/// What came from the keyboard's end of the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A press.
    Key(Chord),
    /// A press of the first button, or a notch of the wheel.
    Mouse(Mouse),
    /// Text pasted between the terminal's marks; never commands. Not sanitised yet.
    Paste(String),
    /// The link is gone; nothing follows.
    HangUp,
}

/// The thread that reads the keyboard, as its owner sees it; dropped, it ends the thread.
#[must_use]
#[derive(Debug)]
pub struct Keyboard {
    bell: PipeWriter,
    heard: Receiver<()>,
}

/// Nothing is read from the keyboard while this lives.
#[derive(Debug)]
pub struct Paused<'a>(&'a Keyboard);

impl Keyboard {
    /// Leaves the keyboard to another program. When this returns, no key is read any more.
    pub fn pause(&self) -> Paused<'_> {
        // Where the thread has ended with the link there is nothing to pause.
        if (&self.bell).write_all(&[1]).is_ok() {
            let _ended = self.heard.recv();
        }
        Paused(self)
    }
}

impl Drop for Paused<'_> {
    fn drop(&mut self) {
        let _ended = (&self.0.bell).write_all(&[0]);
    }
}

/// The thread's end of a [`Keyboard`].
struct Ear {
    bell: PipeReader,
    heard: Sender<()>,
}

impl Ear {
    /// The bell rang: waits until it rings again. Whether the owner is still there.
    fn wait(&mut self) -> bool {
        let mut ring = [0];
        self.bell.read_exact(&mut ring).is_ok()
            && self.heard.send(()).is_ok()
            && self.bell.read_exact(&mut ring).is_ok()
    }
}

/// Starts the thread. It sleeps until something comes, and ends after [`Input::HangUp`].
///
/// # Errors
/// Where no thread can be started.
pub fn spawn(mut send: impl FnMut(Input) + Send + 'static) -> io::Result<Keyboard> {
    let (listener, bell) = io::pipe()?;
    let (sender, heard) = channel();
    let mut ear = Ear { bell: listener, heard: sender };
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        let mut parser = Parser::default();
        loop {
            match next_bytes(parser.patience(), &ear.bell) {
                Arrival::Bell if ear.wait() => {}
                Arrival::Bell => return,
                Arrival::Bytes(bytes) => parser.feed(&bytes, &mut send),
                Arrival::Silence => parser.give_up(&mut send),
                Arrival::HangUp => return send(Input::HangUp),
            }
        }
    })?;
    Ok(Keyboard { bell, heard })
}

enum Arrival {
    Bytes(Vec<u8>),
    Bell,
    Silence,
    HangUp,
}

/// Waits for bytes or the bell, at most for `patience` where it is given.
fn next_bytes(patience: Option<Duration>, bell: &PipeReader) -> Arrival {
    let input = stdin();
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut watched = [PollFd::new(&input, PollFlags::IN), PollFd::new(bell, PollFlags::IN)];
    loop {
        match poll(&mut watched, timeout.as_ref()) {
            Ok(0) => return Arrival::Silence,
            Ok(_) => break,
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return Arrival::HangUp,
        }
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    let [keys, bell] = watched.map(|fd| fd.revents());
    if keys.intersects(gone) {
        return Arrival::HangUp;
    }
    if !bell.is_empty() {
        return Arrival::Bell;
    }
    let mut bytes = vec![0; 4096];
    match rustix::io::read(input, &mut bytes) {
        Ok(0) => Arrival::HangUp,
        Ok(count) => {
            bytes.truncate(count);
            Arrival::Bytes(bytes)
        }
        Err(Errno::INTR | Errno::AGAIN) => Arrival::Bytes(Vec::new()),
        Err(_) => Arrival::HangUp,
    }
}
