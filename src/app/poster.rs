//! A screen as plain data: what one session shows first, for the next one to show at once.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Serialize};

use super::paint::Canvas;
use super::state::State;
use super::{ColourScheme, view};
use crate::text::{Safe, width};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poster {
    columns: u16,
    rows: u16,
    patches: Vec<Patch>,
}

/// Text of one style on one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Patch {
    x: u16,
    y: u16,
    text: String,
    /// Index of the colour, from 1; 0 is the terminal's own.
    ink: u8,
    modifiers: u16,
}

/// The colours that themes use, by the number they are kept under.
const COLOURS: [Color; 17] = [
    Color::Reset,
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

impl Poster {
    /// What the interface would show if it started now.
    pub fn of_start(state: &State) -> Self {
        let fresh = state.afresh();
        let (columns, rows) = fresh.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        view::paint(&fresh, &mut buffer);
        Self::of(&buffer)
    }

    /// A buffer as data.
    fn of(buffer: &Buffer) -> Self {
        let Rect { width: columns, height: rows, .. } = buffer.area;
        let mut patches: Vec<Patch> = Vec::new();
        for y in 0..rows {
            let mut x = 0;
            while let Some(cell) = buffer.cell((x, y)) {
                let symbol = cell.symbol();
                let ink = COLOURS.iter().position(|colour| *colour == cell.fg).unwrap_or(0);
                let ink = u8::try_from(ink).unwrap_or(0);
                let modifiers = cell.modifier.bits();
                match patches.last_mut() {
                    Some(last) if x > 0 && last.goes_on(y, ink, modifiers) => {
                        last.text.push_str(symbol);
                    }
                    _ => patches.push(Patch { x, y, text: symbol.to_owned(), ink, modifiers }),
                }
                x += u16::try_from(width::width(symbol).max(1)).unwrap_or(1);
            }
        }
        // Blanks in the terminal's own style are there already.
        patches.retain(|patch| {
            patch.ink != 0 || patch.modifiers != 0 || !patch.text.trim().is_empty()
        });
        Self { columns, rows, patches }
    }

    /// Whether it fits a terminal.
    pub fn fits(&self, size: (u16, u16)) -> bool {
        (self.columns, self.rows) == size
    }

    /// Paints it. What it says passes the sanitiser like all that comes from a file.
    pub fn paint(&self, frame: &mut Frame<'_>) {
        let mut canvas = Canvas::new(frame.buffer_mut(), ColourScheme::Mono, false);
        for patch in &self.patches {
            let ink = COLOURS.get(usize::from(patch.ink)).copied().unwrap_or_default();
            let modifiers = Modifier::from_bits_truncate(patch.modifiers);
            let style = Style::new().fg(ink).add_modifier(modifiers);
            canvas.patch(patch.x, patch.y, &Safe::new(&patch.text), style);
        }
    }
}

impl Patch {
    /// Whether the next cell of a row belongs to it.
    fn goes_on(&self, y: u16, ink: u8, modifiers: u16) -> bool {
        (self.y, self.ink, self.modifiers) == (y, ink, modifiers)
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test draws a screen of its own")]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;

    #[test]
    fn a_poster_painted_is_the_screen_it_was_made_from() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 3));
        let dim = Style::new().fg(Color::DarkGray);
        let bold = Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED);
        buffer.set_string(0, 0, "Biélorussie", bold);
        buffer.set_string(14, 0, "日本 2", dim);
        buffer.set_string(2, 2, "▌ • ‹Tournée›", Style::new());
        buffer.set_style(Rect::new(0, 1, 24, 1), bold);
        let poster = Poster::of(&buffer);
        let bytes = postcard::to_stdvec(&poster).expect("bytes");
        let poster: Poster = postcard::from_bytes(&bytes).expect("a poster");
        assert!(poster.fits((24, 3)) && !poster.fits((80, 24)));
        let mut terminal = Terminal::new(TestBackend::new(24, 3)).expect("a terminal");
        let drawn = terminal.draw(|frame| poster.paint(frame)).expect("a frame");
        assert_eq!(drawn.buffer, &buffer);
    }

    #[test]
    fn a_poster_of_hostile_text_is_harmless() {
        let patch =
            Patch { x: 0, y: 0, text: "\u{1b}[2J\u{202e}".into(), ink: 99, modifiers: 0xffff };
        let poster = Poster {
            columns: 20,
            rows: 1,
            patches: vec![patch.clone(), Patch { x: 900, ..patch }],
        };
        let mut terminal = Terminal::new(TestBackend::new(20, 1)).expect("a terminal");
        let drawn = terminal.draw(|frame| poster.paint(frame)).expect("a frame");
        let text: String = drawn.buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(text.starts_with("␛[2J<U+202E>"), "{text}");
    }
}
