//! The thread that reads the keyboard, and ends with the link.
//!
//! Reads the bytes itself. crossterm's event source cannot be used here: it emits `Esc` for the
//! first byte of a sequence that arrives in two pieces, reads again after an unfinished one (on
//! a terminal that read blocks), turns late answers into keys, and spins after a hang-up.

mod parser;
mod sequence;
#[cfg(test)]
mod tests;

use std::io;
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

/// Starts the thread. It sleeps until something comes, and ends after [`Input::HangUp`].
///
/// # Errors
/// Where no thread can be started.
pub fn spawn(mut send: impl FnMut(Input) + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        let mut parser = Parser::default();
        loop {
            match next_bytes(parser.patience()) {
                Arrival::Bytes(bytes) => parser.feed(&bytes, &mut send),
                Arrival::Silence => parser.give_up(&mut send),
                Arrival::HangUp => return send(Input::HangUp),
            }
        }
    })?;
    Ok(())
}

enum Arrival {
    Bytes(Vec<u8>),
    Silence,
    HangUp,
}

/// Waits for bytes, at most for `patience` where it is given.
fn next_bytes(patience: Option<Duration>) -> Arrival {
    let input = stdin();
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut watched = [PollFd::new(&input, PollFlags::IN)];
    loop {
        match poll(&mut watched, timeout.as_ref()) {
            Ok(0) => return Arrival::Silence,
            Ok(_) => break,
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return Arrival::HangUp,
        }
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if watched.iter().any(|fd| fd.revents().intersects(gone)) {
        return Arrival::HangUp;
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
