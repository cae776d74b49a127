//! From the bytes a terminal sends to presses and pastes.
//!
//! Pure. The sequences are those of xterm's control sequences document (PC-style function keys,
//! modifyOtherKeys, bracketed paste) and of the Linux console. Whatever a terminal answers, asked
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
        bytes.iter().for_each(|byte| self.take(*byte, send));
    }

    /// How long to wait for more before [`Parser::give_up`]; for ever where nothing is unfinished.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground if self.held.is_empty() => None,
            State::Escape => Some(ESCAPE_PATIENCE),
            State::Paste(1) => Some(PASTE_PATIENCE),
            State::Paste(_) => None,
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
            b'M' if self.held.is_empty() => self.enter(State::Mouse(3)),
            b' '..=b'?' => self.hold(byte, LONGEST_SEQUENCE),
            b'~' if self.held == b"200" => self.enter(State::Paste(0)),
            b'@'..=b'~' => {
                sequence::control(&self.held, byte)
                    .map(Input::Key)
                    .into_iter()
                    .for_each(&mut *send);
                self.rest();
            }
            _ => self.restart(byte, send),
        }
    }

    fn single(&mut self, byte: u8, send: &mut impl FnMut(Input)) {
        match byte {
            b'0'..=b'9' | b';' => self.hold(byte, LONGEST_SEQUENCE),
            b' '..=b'~' => {
                sequence::single(&self.held, byte).map(Input::Key).into_iter().for_each(&mut *send);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the bytes mean, when nothing follows them.
    fn read(pieces: &[&[u8]]) -> Vec<Input> {
        let mut inputs = Vec::new();
        let mut parser = Parser::default();
        pieces.iter().for_each(|piece| parser.feed(piece, &mut |input| inputs.push(input)));
        if parser.patience().is_some() {
            parser.give_up(&mut |input| inputs.push(input));
        }
        inputs
    }

    /// The names of the presses.
    fn keys(bytes: &str) -> String {
        let name = |input: &Input| match input {
            Input::Key(chord) => chord.to_string(),
            other => format!("{other:?}"),
        };
        read(&[bytes.as_bytes()]).iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn typed_characters() {
        assert_eq!(keys("aGé語 )"), "a G é 語 space )");
        assert_eq!(keys("\r\n\t\x7f\x08\0"), "enter ctrl-j tab backspace backspace ctrl-space");
        assert_eq!(keys("\x01\x1a\x1c\x1f"), "ctrl-a ctrl-z ctrl-\\ ctrl-_");
        assert_eq!(keys("\x1bx\x1bé\x1b\r"), "alt-x alt-é alt-enter");
    }

    #[test]
    fn named_keys_in_each_dialect() {
        assert_eq!(
            keys("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z"),
            "up down right left home end backtab"
        );
        assert_eq!(keys("\x1bOA\x1bOP\x1bOM"), "up f1 enter");
        assert_eq!(
            keys("\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~"),
            "home insert delete end pageup pagedown"
        );
        assert_eq!(keys("\x1b[11~\x1b[15~\x1b[17~\x1b[24~\x1b[[C"), "f1 f5 f6 f12 f3");
        assert_eq!(
            keys("\x1b[1;5C\x1b[1;3A\x1b[5;7~\x1b[1;2P"),
            "ctrl-right alt-up ctrl-alt-pageup f1"
        );
        assert_eq!(keys("\x1b[27;5;105~\x1b[97;5u"), "ctrl-i ctrl-a");
    }

    #[test]
    fn a_lone_escape_is_a_press_and_a_split_sequence_is_not() {
        assert_eq!(keys("\x1b"), "esc");
        assert_eq!(keys("\x1b\x1b"), "esc esc");
        assert_eq!(keys("\x1b[\x1b[A"), "up");
        let up = vec![Input::Key(Chord::plain(Key::Up))];
        assert_eq!(read(&[b"\x1b", b"[A"]), up);
        assert_eq!(read(&[b"\x1b[", b"A"]), up);
        assert_eq!(read(&[b"\x1b[1;", b"2", b"A"]), up);
        assert_eq!(
            read(&["語".as_bytes().get(..1).unwrap(), "語".as_bytes().get(1..).unwrap()]).len(),
            1
        );
    }

    #[test]
    fn answers_are_no_keys() {
        for answer in [
            "\x1b[?64;1;2c",
            "\x1b[24;80R",
            "\x1b[0n",
            "\x1b[?1u",
            "\x1b[?2026;2$y",
            "\x1b[8;24;80t",
            "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            "\x1b]10;rgb:0/0/0\x07",
            "\x1bP>|XTerm(379)\x1b\\",
            "\x1bP1+r544e=78\x1b\\",
            "\x1b[I",
            "\x1b[O",
            "\x1b[<0;10;10M",
            "\x1b[M !!",
            "\x1b_Gi=1;OK\x1b\\",
        ] {
            assert_eq!(keys(&format!("{answer}j")), "j", "{answer:?}");
        }
    }

    #[test]
    fn an_unfinished_answer_does_not_keep_the_keyboard() {
        assert_eq!(keys("\x1b]11;rgb:\x03"), "ctrl-c");
        assert_eq!(keys("\x1b]11;rgb:\x1b[A"), "up");
        assert_eq!(keys("\x1b]11;rgb:"), "");
        assert_eq!(keys("\x1b]"), "alt-]");
    }

    #[test]
    fn a_paste_is_text_whatever_it_holds() {
        let paste = |text: &str| vec![Input::Paste(text.to_owned())];
        assert_eq!(
            read(&[b"\x1b[200~q\r:q!\r\n\x03\x1b[Ad\x1b[201~"]),
            paste("q\n:q!\n\u{3}\u{1b}[Ad")
        );
        assert_eq!(read(&[b"\x1b[200~a\x1b[20", b"1~"]), paste("a"));
        assert_eq!(read(&[b"\x1b[200~a\x1b\x1b[201~"]), paste("a\u{1b}"));
        assert_eq!(read(&[b"\x1b[201~"]), vec![]);
    }

    #[test]
    fn a_paste_without_end_is_ended_by_escape_and_bounded() {
        let mut parser = Parser::default();
        let mut inputs = Vec::new();
        parser.feed(b"\x1b[200~", &mut |input| inputs.push(input));
        parser.feed(&vec![b'x'; 3 << 20], &mut |input| inputs.push(input));
        assert_eq!(parser.patience(), None);
        parser.feed(b"\x1b", &mut |input| inputs.push(input));
        parser.give_up(&mut |input| inputs.push(input));
        assert_eq!(inputs, vec![Input::Paste("x".repeat(1 << 20))]);
        assert_eq!(parser.patience(), None);
    }

    proptest! {
        #[test]
        fn any_bytes_in_any_pieces_mean_the_same(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(&b"\x1b[]O;~20013mA\\"[..])], 0..64),
            cut in 0usize..64,
        ) {
            let (head, tail) = bytes.split_at(cut.min(bytes.len()));
            prop_assert_eq!(read(&[head, tail]), read(&[&bytes]));
        }
    }
}
