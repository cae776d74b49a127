//! From the bytes a terminal sends to presses and pastes.
//!
//! Pure. The sequences are those of xterm's control sequences document (PC-style function keys,
//! modifyOtherKeys, bracketed paste, mouse reports in SGR form) and of the Linux console. Whatever a terminal answers, asked
//! by another program or late, is recognised by its form and dropped.

use std::time::Duration;

use super::Input;
use super::sequence;
use crate::app::chord::{Chord, Key};

/// A lone Esc is a press if nothing follows within this time.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(50);
/// An unfinished sequence, on a link that splits it, is given up after this time.
const SEQUENCE_PATIENCE: Duration = Duration::from_millis(500);
/// Esc, alone in an unfinished paste, ends it after this time: the end mark was lost.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);
/// Parameters of a sequence; the rest is swallowed.
const LONGEST_SEQUENCE: usize = 64;
/// Bytes of a paste; the rest is dropped.
const LARGEST_PASTE: usize = 1 << 20;
/// Ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Ground,
    /// After Esc.
    Escape,
    /// After `Esc [`.
    Control,
    /// After `Esc O`.
    Single,
    /// In an answer that starts with `Esc ]`, `Esc P` and the like: this is the second byte.
    Answer(u8),
    /// After Esc in an answer.
    AnswerEscape,
    /// In a mouse report: after `Esc [ <`.
    Report,
    /// So many bytes of an old mouse report to come.
    Mouse(u8),
    /// In a paste, with so many bytes of its end mark seen.
    Paste(usize),
}

/// Reads bytes in pieces of any size.
#[derive(Debug, Default)]
pub(super) struct Parser {
    state: State,
    /// The parameters of a sequence, the bytes of an unfinished letter, or a paste.
    held: Vec<u8>,
    /// The next key had Esc before it.
    alt: bool,
}

impl Parser {
    /// Takes bytes and sends what they mean.
    pub(super) fn feed(&mut self, bytes: &[u8], send: &mut impl FnMut(Input)) {
        for byte in bytes {
            self.take(*byte, send);
        }
    }

    /// How long to wait for more before [`Parser::give_up`]; for ever where nothing is unfinished.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground if self.held.is_empty() => None,
            State::Escape => Some(ESCAPE_PATIENCE),
            State::Paste(1) => Some(PASTE_PATIENCE),
            // The rest of a report is no keys, however late it comes; what is none of it ends it.
            State::Paste(_) | State::Report => None,
            _ => Some(SEQUENCE_PATIENCE),
        }
    }

    /// Nothing more came: what is unfinished is a press, or nothing.
    pub(super) fn give_up(&mut self, send: &mut impl FnMut(Input)) {
        let alone = self.held.is_empty();
        match self.state {
            State::Escape => send(Input::Key(Chord::plain(Key::Esc))),
            State::Control if alone => send(Input::Key(Chord::alt(Key::Char('[')))),
            State::Single if alone => send(Input::Key(Chord::alt(Key::Char('O')))),
            State::Answer(second) if alone => {
                send(Input::Key(Chord::alt(Key::Char(char::from(second)))));
            }
            State::Paste(1) => send(self.paste()),
            State::Paste(_) => return,
            _ => {}
        }
        self.rest();
    }

    fn rest(&mut self) {
        self.state = State::Ground;
        self.held.clear();
        self.alt = false;
    }

    fn enter(&mut self, state: State) {
        self.rest();
        self.state = state;
    }

    fn hold(&mut self, byte: u8, limit: usize) {
        if self.held.len() < limit {
            self.held.push(byte);
        }
    }

    fn take(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match self.state {
            State::Ground => self.ground(byte, send),
            State::Escape => self.escape(byte, send),
            State::Control => self.control(byte, send),
            State::Single => self.single(byte, send),
            State::Answer(_) => self.answer(byte, send),
            State::AnswerEscape if byte == b'\\' => self.rest(),
            State::AnswerEscape => {
                self.enter(State::Escape);
                self.escape(byte, send);
            }
            State::Report => self.report(byte, send),
            State::Mouse(1) => self.rest(),
            State::Mouse(left) => self.state = State::Mouse(left - 1),
            State::Paste(seen) => self.pasted(byte, seen, send),
        }
    }

    fn ground(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        if byte == 0x1b {
            return self.enter(State::Escape);
        }
        if !self.held.is_empty() && !is_continuation(byte) {
            // A letter that never ended: whatever it was, this is the next one.
            self.rest();
        }
        self.hold(byte, 4);
        let key = match std::str::from_utf8(&self.held) {
            Ok(text) => text.chars().next().and_then(sequence::typed),
            Err(error) if error.error_len().is_none() => return,
            Err(_) => None,
        };
        if let Some(chord) = key {
            send(Input::Key(Chord { alt: self.alt, ..chord }));
        }
        self.rest();
    }

    fn escape(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            0x1b => send(Input::Key(Chord::plain(Key::Esc))),
            b'[' => self.enter(State::Control),
            b'O' => self.enter(State::Single),
            b']' | b'P' | b'_' | b'^' | b'X' => self.enter(State::Answer(byte)),
            _ => {
                self.rest();
                self.alt = true;
                self.ground(byte, send);
            }
        }
    }

    fn control(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            // The Linux console's F1 to F5 are `Esc [ [ A` to `E`.
            b'[' if self.held.is_empty() => self.hold(byte, LONGEST_SEQUENCE),
            b'<' if self.held.is_empty() => self.enter(State::Report),
            b'M' if self.held.is_empty() => self.enter(State::Mouse(3)),
            b' '..=b'?' => self.hold(byte, LONGEST_SEQUENCE),
            b'~' if self.held == b"200" => self.enter(State::Paste(0)),
            b'@'..=b'~' => {
                if let Some(chord) = sequence::control(&self.held, byte) {
                    send(Input::Key(chord));
                }
                self.rest();
            }
            _ => self.restart(byte, send),
        }
    }

    fn report(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            b'0'..=b'9' | b';' => self.hold(byte, LONGEST_SEQUENCE),
            b'M' | b'm' => {
                if let Some(mouse) = sequence::mouse(&self.held, byte) {
                    send(Input::Mouse(mouse));
                }
                self.rest();
            }
            _ => self.restart(byte, send),
        }
    }

    fn single(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            b'0'..=b'9' | b';' => self.hold(byte, LONGEST_SEQUENCE),
            b' '..=b'~' => {
                if let Some(chord) = sequence::single(&self.held, byte) {
                    send(Input::Key(chord));
                }
                self.rest();
            }
            _ => self.restart(byte, send),
        }
    }

    fn answer(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            0x07 => self.rest(),
            0x1b => self.state = State::AnswerEscape,
            // No answer holds a control character: somebody is typing.
            0x00..=0x1f => self.restart(byte, send),
            _ => self.hold(byte, LONGEST_SEQUENCE),
        }
    }

    /// What was unfinished is dropped; `byte` begins something else.
    fn restart(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        self.rest();
        self.ground(byte, send);
    }

    fn pasted(&mut self, byte: u8, seen: usize, send: &mut impl FnMut(Input)) {
        if PASTE_END.get(seen) == Some(&byte) {
            self.state = State::Paste(seen + 1);
            if seen + 1 == PASTE_END.len() {
                send(self.paste());
                self.rest();
            }
            return;
        }
        PASTE_END.iter().take(seen).for_each(|byte| self.hold(*byte, LARGEST_PASTE));
        if byte == 0x1b {
            self.state = State::Paste(1);
        } else {
            self.hold(byte, LARGEST_PASTE);
            self.state = State::Paste(0);
        }
    }

    /// The paste so far. Terminals send each line's end as a carriage return.
    fn paste(&mut self) -> Input {
        let text = String::from_utf8_lossy(&self.held).replace("\r\n", "\n").replace('\r', "\n");
        Input::Paste(text)
    }
}

fn is_continuation(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf)
}
