//! What terminals send, whole, split, late and hostile, and what it must mean.

use proptest::prelude::*;

use super::Input;
use super::parser::Parser;
use crate::app::chord::{Chord, Key};
use crate::app::mouse::{Mouse, MouseAction};

/// What the bytes mean, when nothing follows them.
fn read(pieces: &[&[u8]]) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut parser = Parser::default();
    for piece in pieces {
        parser.feed(piece, &mut |input| inputs.push(input));
    }
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
        "\x1b[<0;10;10m",
        "\x1b[M !!",
        "\x1b_Gi=1;OK\x1b\\",
    ] {
        assert_eq!(keys(&format!("{answer}j")), "j", "{answer:?}");
    }
}

#[test]
fn the_first_button_and_the_wheel() {
    let press = Mouse { action: MouseAction::Press, column: 9, row: 4 };
    let up = Mouse { action: MouseAction::Wheel { down: false }, column: 0, row: 0 };
    let down = Mouse { action: MouseAction::Wheel { down: true }, column: 299, row: 99 };
    let reports = b"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<64;1;1M\x1b[<65;300;100M";
    let wanted = [press, up, down].map(Input::Mouse);
    assert_eq!(read(&[reports]), wanted);
    for cut in 2..reports.len() {
        let (head, tail) = reports.split_at(cut);
        assert_eq!(read(&[head, tail]), wanted, "cut at {cut}");
    }
}

#[test]
fn what_else_a_mouse_does_is_no_key() {
    for report in [
        "1;2;3M",
        "2;2;3M",
        "3;2;3m",
        "4;2;3M",
        "16;2;3M",
        "32;2;3M",
        "35;2;3M",
        "66;2;3M",
        "68;2;3M",
        "128;2;3M",
        "0;0;3M",
        "0;3;0M",
        "0;70000;3M",
        "0;99999999999;3M",
        "0;2M",
        "0;2;3;4M",
        "M",
        ";;M;",
    ] {
        let typed = keys(&format!("\x1b[<{report}j"));
        assert!(typed == "j" || typed == "; j", "{report:?} gives {typed:?}");
    }
    assert_eq!(keys("\x1b[<\x1b[A\x1b[<0;\x1b[<0;1q\x1b[<\x03"), "up q ctrl-c");
}

#[test]
fn a_report_that_is_late_is_still_no_key() {
    let mut parser = Parser::default();
    let mut inputs = Vec::new();
    parser.feed(b"\x1b[<65;1", &mut |input| inputs.push(input));
    assert_eq!(parser.patience(), None);
    parser.feed(b"0;7Mj", &mut |input| inputs.push(input));
    let wheel = Mouse { action: MouseAction::Wheel { down: true }, column: 9, row: 6 };
    assert_eq!(inputs, [Input::Mouse(wheel), Input::Key(Chord::plain(Key::Char('j')))]);
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
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(&b"\x1b[]O;~20013mA\\<M"[..])], 0..64),
        cut in 0usize..64,
    ) {
        let (head, tail) = bytes.split_at(cut.min(bytes.len()));
        prop_assert_eq!(read(&[head, tail]), read(&[&bytes]));
    }
}
