//! One press on the keyboard, and its name in the bindings (`ctrl-d`, `alt-x`, `space`, `f5`, `G`).
//!
//! Knows neither the terminal's byte sequences nor what a press does.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A key by itself. Shift is part of the character (`G`), or of `BackTab`; elsewhere it is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character as typed, never a control character; under ctrl a letter is lower case.
    Char(char),
    /// Return.
    Enter,
    /// Escape by itself.
    Esc,
    /// Tabulator.
    Tab,
    /// Shift and tabulator.
    BackTab,
    /// Delete to the left.
    Backspace,
    /// Delete to the right.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, counted from 1.
    Function(u8),
}

/// The keys that have a name of their own. `Char` and `Function` are spelled by [`Chord`].
const NAMES: [(Key, &str); 16] = [
    (Key::Char(' '), "space"),
    (Key::Enter, "enter"),
    (Key::Esc, "esc"),
    (Key::Tab, "tab"),
    (Key::BackTab, "backtab"),
    (Key::Backspace, "backspace"),
    (Key::Delete, "delete"),
    (Key::Insert, "insert"),
    (Key::Up, "up"),
    (Key::Down, "down"),
    (Key::Left, "left"),
    (Key::Right, "right"),
    (Key::Home, "home"),
    (Key::End, "end"),
    (Key::PageUp, "pageup"),
    (Key::PageDown, "pagedown"),
];

/// The highest function key that a name may ask for; terminals send no higher one.
const LAST_FUNCTION_KEY: u8 = 24;

/// A key with the modifiers that were held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Control was held.
    pub ctrl: bool,
    /// Alt (or Meta) was held.
    pub alt: bool,
}

impl Chord {
    /// `key` without modifiers.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false }
    }

    /// `key` with control; a letter becomes lower case, as terminals send no other.
    pub const fn ctrl(key: Key) -> Self {
        let key = match key {
            Key::Char(letter) => Key::Char(letter.to_ascii_lowercase()),
            other => other,
        };
        Self { key, ctrl: true, alt: false }
    }

    /// `key` with alt.
    pub const fn alt(key: Key) -> Self {
        Self { key, ctrl: false, alt: true }
    }
}

/// A name in the bindings that is no key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChordError {
    /// Nothing where a key's name was expected.
    #[error("a key is missing: write a name such as `G`, `space`, `ctrl-d` or `f5`")]
    Empty,
    /// Something that names no key.
    #[error("`{0}` is no key: write one character, or a name such as `space`, `ctrl-d` or `f5`")]
    Unknown(String),
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMES.iter().find(|(key, _)| *key == self.key), self.key) {
            (Some((_, name)), _) => f.write_str(name),
            (None, Key::Char(letter)) => write!(f, "{letter}"),
            (None, Key::Function(number)) => write!(f, "f{number}"),
            (None, key) => write!(f, "{key:?}"),
        }
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(name: &str) -> Result<Self, ChordError> {
        let mut rest = name;
        let (mut ctrl, mut alt) = (false, false);
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|_| !ctrl) {
                (ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|_| !alt) {
                (alt, rest) = (true, after);
            } else {
                break;
            }
        }
        if rest.is_empty() {
            return Err(ChordError::Empty);
        }
        let key = key_named(rest).ok_or_else(|| ChordError::Unknown(name.to_owned()))?;
        let chord = if ctrl { Self::ctrl(key) } else { Self::plain(key) };
        Ok(Self { alt, ..chord })
    }
}

fn key_named(name: &str) -> Option<Key> {
    if let Some((key, _)) = NAMES.iter().find(|(_, known)| *known == name) {
        return Some(*key);
    }
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if !letter.is_control() => Some(Key::Char(letter)),
        (Some('f'), Some(_)) => {
            let number = name.get(1..)?.parse::<u8>().ok()?;
            (1..=LAST_FUNCTION_KEY).contains(&number).then_some(Key::Function(number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chord(name: &str) -> Chord {
        name.parse().unwrap()
    }

    #[test]
    fn names_of_the_bindings() {
        assert_eq!(chord("ctrl-d"), Chord::ctrl(Key::Char('d')));
        assert_eq!(chord("alt-x"), Chord::alt(Key::Char('x')));
        assert_eq!(chord("space"), Chord::plain(Key::Char(' ')));
        assert_eq!(chord("enter"), Chord::plain(Key::Enter));
        assert_eq!(chord("pagedown"), Chord::plain(Key::PageDown));
        assert_eq!(chord("f5"), Chord::plain(Key::Function(5)));
        assert_eq!(chord("f"), Chord::plain(Key::Char('f')));
        assert_eq!(chord("G"), Chord::plain(Key::Char('G')));
        assert_eq!(chord(")"), Chord::plain(Key::Char(')')));
        assert_eq!(chord("-"), Chord::plain(Key::Char('-')));
        assert_eq!(chord("ctrl--"), Chord::ctrl(Key::Char('-')));
        assert_eq!(chord("é"), Chord::plain(Key::Char('é')));
    }

    #[test]
    fn a_letter_under_ctrl_is_lower_case_and_the_order_of_modifiers_is_free() {
        assert_eq!(chord("ctrl-D"), chord("ctrl-d"));
        assert_eq!(chord("alt-ctrl-d"), chord("ctrl-alt-d"));
        assert_eq!(chord("alt-ctrl-d").to_string(), "ctrl-alt-d");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert_eq!("".parse::<Chord>(), Err(ChordError::Empty));
        assert_eq!("ctrl-".parse::<Chord>(), Err(ChordError::Empty));
        for name in ["f0", "f25", "f999", "ab", "ctrl-ctrl-x", "\u{1b}", "shift-x"] {
            assert_eq!(name.parse::<Chord>(), Err(ChordError::Unknown(name.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn a_printed_chord_is_read_back(letter: char, named in 0..NAMES.len(), number in 1u8..=24,
                                        which in 0..3, ctrl: bool, alt: bool) {
            prop_assume!(!letter.is_control());
            let key = match which { 0 => Key::Char(letter), 1 => NAMES[named].0, _ => Key::Function(number) };
            let base = if ctrl { Chord::ctrl(key) } else { Chord::plain(key) };
            let pressed = Chord { alt, ..base };
            prop_assert_eq!(pressed.to_string().parse::<Chord>(), Ok(pressed));
        }
    }
}
