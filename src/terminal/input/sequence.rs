//! What a complete sequence or character says about a press.
//!
//! Sources: xterm's `ctlseqs` (PC-style function keys, modifyOtherKeys, mouse tracking), the VT220's numbered keys,
//! `console_codes(4)`.

use crate::app::chord::{Chord, Key};
use crate::app::mouse::{Mouse, MouseAction};

/// A character that was typed; `None` for one that no keyboard sends.
pub(super) fn typed(letter: char) -> Option<Chord> {
    let control = |offset: u8| Chord::ctrl(Key::Char(char::from(offset)));
    match letter {
        '\r' => Some(Chord::plain(Key::Enter)),
        '\t' => Some(Chord::plain(Key::Tab)),
        '\u{8}' | '\u{7f}' => Some(Chord::plain(Key::Backspace)),
        '\0' => Some(Chord::ctrl(Key::Char(' '))),
        '\u{1}'..='\u{1f}' => Some(control(letter as u8 | 0x40)),
        _ if letter.is_control() => None,
        _ => Some(Chord::plain(Key::Char(letter))),
    }
}

/// `Esc [ parameters last`. `None` for answers and what means nothing to us.
pub(super) fn control(parameters: &[u8], last: u8) -> Option<Chord> {
    if let [b'['] = parameters {
        let number = last.checked_sub(b'A').filter(|number| *number < 5)?;
        return Some(Chord::plain(Key::Function(number + 1)));
    }
    let numbers = numbers(parameters)?;
    let first = numbers.first().copied().unwrap_or(1);
    let held = numbers.get(1).copied();
    let key = match last {
        b'~' if first == 27 => return Some(with(code(*numbers.get(2)?)?, held)),
        b'~' => numbered(first)?,
        b'u' => return Some(with(code(first)?, held)),
        b'Z' => Key::BackTab,
        // `Esc [ row ; column R` is a position, not F3.
        b'R' if numbers.len() > 1 => return None,
        _ if first == 1 => lettered(last)?,
        _ => return None,
    };
    Some(with(Chord::plain(key), held))
}

/// `Esc O parameters last`: the keypad's and the application's form of the same keys.
pub(super) fn single(parameters: &[u8], last: u8) -> Option<Chord> {
    let held = numbers(parameters)?.last().copied();
    let key = match last {
        b'M' => Key::Enter,
        b'I' => Key::Tab,
        b' ' => Key::Char(' '),
        // The keypad's digits and signs, each 0x40 above its character.
        b'j'..=b'y' | b'X' => Key::Char(char::from(last - 0x40)),
        _ => lettered(last)?,
    };
    Some(with(Chord::plain(key), held))
}

/// `Esc [ < button ; column ; row M`, counted from 1; `m` where a button is let go. `None` for
/// other buttons, movements, and whatever is held down with a modifier: those are the terminal's.
pub(super) fn mouse(parameters: &[u8], last: u8) -> Option<Mouse> {
    let numbers = numbers(parameters)?;
    let [button, column, row] = numbers.as_slice() else { return None };
    let action = match (button, last) {
        (0, b'M') => MouseAction::Press,
        (64, b'M') => MouseAction::Wheel { down: false },
        (65, b'M') => MouseAction::Wheel { down: true },
        _ => return None,
    };
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    Some(Mouse { action, column: cell(*column)?, row: cell(*row)? })
}

fn lettered(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'P'..=b'S' => Key::Function(last - b'P' + 1),
        _ => return None,
    })
}

/// The numbered keys; the gaps in the function keys are the VT220's.
fn numbered(number: u32) -> Option<Key> {
    let function = |gap: u32| u8::try_from(number - gap).ok().map(Key::Function);
    match number {
        1 | 7 => Some(Key::Home),
        2 => Some(Key::Insert),
        3 => Some(Key::Delete),
        4 | 8 => Some(Key::End),
        5 => Some(Key::PageUp),
        6 => Some(Key::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28..=29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

/// A key told by its code point.
fn code(number: u32) -> Option<Chord> {
    match number {
        27 => Some(Chord::plain(Key::Esc)),
        _ => typed(char::from_u32(number)?),
    }
}

/// Adds the modifiers of xterm's parameter: 1 + shift 1 + alt 2 + control 4 + meta 8.
fn with(chord: Chord, held: Option<u32>) -> Chord {
    let bits = held.unwrap_or(1).saturating_sub(1);
    let (alt, ctrl) = (bits & 0b1010 != 0, bits & 0b100 != 0);
    let key = match chord.key {
        Key::Tab if bits & 1 != 0 => Key::BackTab,
        key => key,
    };
    let base = if ctrl || chord.ctrl { Chord::ctrl(key) } else { Chord::plain(key) };
    Chord { alt, ..base }
}

/// The numbers between semicolons; `None` where there is anything else (`?`, `>`, `<`, `$`).
fn numbers(parameters: &[u8]) -> Option<Vec<u32>> {
    if parameters.is_empty() {
        return Some(Vec::new());
    }
    let text = std::str::from_utf8(parameters).ok()?;
    text.split(';')
        .map(|number| if number.is_empty() { Some(1) } else { number.parse().ok() })
        .collect()
}
