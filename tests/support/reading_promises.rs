//! What the screen promises of any brief whatever: nothing of it acts on the terminal, which shows at each step just what
//! was drawn.

use chancery::config::{Layout, Settings};
use chancery::model::Language;
use chancery::terminal::{Capability, Charset};

use crate::interface::{Interface, Start};
use crate::wire::{USUAL, Wire};

/// What a reader does with a brief; each step is drawn.
const STEPS: [&str; 16] = [
    "enter",
    "enter",
    "j",
    "J",
    "space",
    "G",
    "z",
    "k",
    "/ \"e\" enter",
    "n",
    "z",
    "g g",
    "i",
    "j j j",
    "esc",
    "q",
];

/// A brief on a terminal of a size; `kind` says how the file is named and what the terminal is like.
pub(crate) fn shown(text: &str, size: (u16, u16), kind: u8) {
    let is = |bit: u8| kind & (1 << bit) != 0;
    let path = if is(0) { "a.md" } else { "a.txt" };
    // The same words as a title, which lists and the title line show.
    let titled = format!("+++\ntitle = '''{}'''\n+++\nText.\n", text.replace('\'', ""));
    let files = [(path, text), ("b.md", titled.as_str())];
    let mut at = Interface::start(Start {
        files: &files,
        language: if is(1) { Language::French } else { Language::English },
        settings: Settings {
            layout: if is(2) { Layout::Columns } else { Layout::Stacked },
            ..Settings::default()
        },
        ascii: is(3),
        size,
        ..Start::default()
    });
    let charset = if is(3) { Charset::Ascii } else { Charset::Unicode };
    let mut wire = Wire::new(Capability { charset, scrolling: !is(4), ..USUAL }, size);
    wire.show(&at.state, size);
    for keys in STEPS {
        at.press(keys);
        if at.has_left {
            return;
        }
        wire.show(&at.state, size);
    }
}
