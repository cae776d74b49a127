//! The line between the program and a terminal: what goes over it, and what a virtual terminal at its end shows.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use chancery::app::{State, view};
use chancery::terminal::{Capability, Charset, Colours, Screen};
use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

#[path = "bytes.rs"]
mod bytes;

/// What a session on a usual terminal draws with.
pub(crate) const USUAL: Capability = Capability {
    colours: Colours::Palette,
    charset: Charset::Unicode,
    italics: true,
    scrolling: true,
    remote: false,
};

/// What the virtual terminal is given for a replacement character.
const STAND_IN: &str = "¿";

/// Bytes on their way.
#[derive(Clone, Default)]
struct Sent(Rc<RefCell<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A screen of the program's, and the terminal that it writes to.
pub(crate) struct Wire {
    screen: Screen<Sent>,
    sent: Sent,
    terminal: vt100::Parser,
    is_ascii: bool,
}

impl Wire {
    pub(crate) fn new(capability: Capability, (columns, rows): (u16, u16)) -> Self {
        let sent = Sent::default();
        Self {
            screen: Screen::new(sent.clone(), capability, (columns, rows)),
            sent,
            terminal: fresh(columns, rows),
            is_ascii: capability.charset == Charset::Ascii,
        }
    }

    /// Draws the interface at a size; see [`Wire::draw`].
    pub(crate) fn show(&mut self, state: &State, size: (u16, u16)) -> usize {
        if size != self.screen.size() {
            self.screen.resize(size);
            self.terminal = fresh(size.0, size.1);
        }
        self.draw(|frame| view(state, frame))
    }

    /// Draws a frame and checks all that is promised: only sequences of the list are sent, the terminal shows the cells
    /// of the frame, the same frame again sends nothing, and drawing it whole changes nothing. Returns the bytes it took.
    pub(crate) fn draw(&mut self, render: impl Fn(&mut Frame<'_>)) -> usize {
        let (columns, rows) = self.screen.size();
        if columns == 0 || rows == 0 {
            return 0;
        }
        let mut cells = Buffer::default();
        let taken = self.send(|frame| {
            render(frame);
            cells = frame.buffer_mut().clone();
        });
        self.compare(&cells);
        assert_eq!(self.send(&render), 0, "an unchanged frame is silent");
        let before = self.shown();
        self.screen.forget();
        self.send(&render);
        self.compare(&cells);
        assert!(is_doubtful_anywhere(&cells) || before == self.shown(), "a redraw changes it");
        taken
    }

    /// What the eye sees of all cells of the terminal.
    fn shown(&self) -> Vec<Option<vt100::Cell>> {
        let screen = self.terminal.screen();
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let places = (0..rows).flat_map(|y| (0..columns).map(move |x| (y, x)));
        places.filter_map(|(y, x)| screen.cell(y, x)).map(seen).collect()
    }

    fn send(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> usize {
        self.sent.0.borrow_mut().clear();
        let taken = self.screen.draw(render).unwrap();
        let sent = self.sent.0.borrow();
        assert_eq!(bytes::faults(&sent), [""; 0], "what no program may send");
        // The virtual terminal takes this for a fault in the stream and drops it; others draw it.
        let drawn = String::from_utf8_lossy(&sent).replace(char::REPLACEMENT_CHARACTER, STAND_IN);
        self.terminal.process(drawn.as_bytes());
        taken
    }

    /// The terminal shows what the cells say, but for those on whose width terminals disagree.
    fn compare(&self, cells: &Buffer) {
        let screen = self.terminal.screen();
        for y in 0..cells.area.height {
            let mut spared_to = 0;
            let mut x = 0;
            while x < cells.area.width {
                let wanted = &cells[(x, y)];
                let next = x + wanted.cell_width().max(1);
                if is_doubtful(wanted) {
                    spared_to = next + 1;
                }
                let beside = next < cells.area.width && is_doubtful(&cells[(next, y)]);
                // The last column may be cut, or taken by a glyph that is.
                if x >= spared_to && !beside && next <= cells.area.width {
                    self.compare_cell(wanted, screen.cell(y, x).unwrap(), (x, y));
                }
                x = next;
            }
        }
    }

    fn compare_cell(&self, wanted: &Cell, shown: &vt100::Cell, place: (u16, u16)) {
        let symbol = wanted.symbol().replace(char::REPLACEMENT_CHARACTER, STAND_IN);
        let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
        if !self.is_ascii || symbol.is_ascii() {
            assert_eq!(contents, symbol, "the cell at {place:?}");
        }
        let has = |attribute| wanted.modifier.contains(attribute);
        assert_eq!(shown.inverse(), has(Modifier::REVERSED), "reverse at {place:?}");
        assert_eq!(shown.underline(), has(Modifier::UNDERLINED), "underline at {place:?}");
        if !symbol.trim().is_empty() {
            assert_eq!(shown.bold(), has(Modifier::BOLD), "bold at {place:?}");
            assert_eq!(shown.italic(), has(Modifier::ITALIC), "italics at {place:?}");
        }
    }
}

/// The cell, or nothing where nothing is seen of it: a blank has no letters to have a colour or weight.
fn seen(cell: &vt100::Cell) -> Option<vt100::Cell> {
    let shows_on_blank =
        cell.inverse() || cell.underline() || cell.bgcolor() != vt100::Color::Default;
    let is_seen = !cell.contents().trim().is_empty() || shows_on_blank;
    (is_seen || cell.is_wide_continuation()).then(|| cell.clone())
}

fn fresh(columns: u16, rows: u16) -> vt100::Parser {
    let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
    vt100::Parser::new(cells(rows), cells(columns), 0)
}

fn is_doubtful_anywhere(cells: &Buffer) -> bool {
    cells.content().iter().any(is_doubtful)
}

/// True where the virtual terminal may hold another opinion on the width: clusters that are more than a letter with
/// accents, jamo, halfwidth marks, emoji, private characters.
fn is_doubtful(cell: &Cell) -> bool {
    let mut letters = cell.symbol().chars();
    let Some(first) = letters.next() else { return false };
    letters.any(|mark| !matches!(mark, '\u{300}'..='\u{36f}'))
        || matches!(first, '\u{1100}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{e000}'..='\u{f8ff}'
            | '\u{ff9e}' | '\u{ff9f}' | '\u{1f000}'..='\u{1faff}' | '\u{f0000}'..)
        || matches!(first, '\u{2300}'..='\u{2bff}') && cell.cell_width() == 2
}
