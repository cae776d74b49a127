//! A virtual terminal fed with the encoder's output shows ratatui's buffer, whatever the frames.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::Encoder;
use crate::terminal::capability::{Capability, Colours};

const FULL: Capability = Capability {
    colours: Colours::True,
    unicode: true,
    italics: true,
    scrolling: true,
    ambiguous_wide: false,
    remote: false,
};

/// A frame of `lines`, each cut at `width` columns.
fn frame(width: u16, height: u16, lines: &[&str]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    for (row, line) in (0..height).zip(lines) {
        buffer.set_string(0, row, line, Style::default());
    }
    buffer
}

fn size(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

struct Screen {
    encoder: Encoder,
    terminal: vt100::Parser,
}

impl Screen {
    fn new(width: u16, height: u16, capability: Capability) -> Self {
        Self {
            encoder: Encoder::new(capability),
            terminal: vt100::Parser::new(size(height), size(width), 0),
        }
    }

    /// Draws, checks that the terminal shows it, and gives the bytes it took.
    fn draw(&mut self, buffer: &Buffer, cursor: Option<Position>) -> String {
        let bytes = self.encoder.encode(buffer, cursor);
        let text = String::from_utf8(bytes).unwrap();
        self.terminal.process(text.as_bytes());
        self.check(buffer);
        let screen = self.terminal.screen();
        assert_eq!(screen.hide_cursor(), cursor.is_none());
        if let Some(at) = cursor {
            assert_eq!(screen.cursor_position(), (at.y, at.x));
        }
        text
    }

    fn check(&self, buffer: &Buffer) {
        let screen = self.terminal.screen();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let wanted = &buffer[(x, y)];
                let width = wanted.cell_width();
                let shown = screen.cell(y, x).unwrap();
                let blank = wanted.symbol().trim().is_empty();
                let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
                assert_eq!(contents, wanted.symbol(), "cell {x},{y}");
                assert_eq!(shown.bgcolor(), colour(wanted.bg), "background of {x},{y}");
                let has = |attribute| wanted.modifier.contains(attribute);
                assert_eq!(shown.inverse(), has(Modifier::REVERSED), "reverse of {x},{y}");
                assert_eq!(shown.underline(), has(Modifier::UNDERLINED), "underline of {x},{y}");
                if !blank || has(Modifier::REVERSED) {
                    assert_eq!(shown.fgcolor(), colour(wanted.fg), "foreground of {x},{y}");
                    assert_eq!(shown.bold(), has(Modifier::BOLD), "bold of {x},{y}");
                    assert_eq!(shown.dim(), has(Modifier::DIM), "dim of {x},{y}");
                    assert_eq!(shown.italic(), has(Modifier::ITALIC), "italic of {x},{y}");
                }
                x += width.max(1);
            }
        }
    }
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(number) => vt100::Color::Idx(number),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

fn symbols() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ", " ", " ", "a", "b", "e", "é", "│", "─", "語", "あ", "e\u{301}", "…", "ك",
    ])
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = prop::sample::select(vec![
        Color::Reset,
        Color::Reset,
        Color::Red,
        Color::LightBlue,
        Color::Indexed(200),
        Color::Rgb(1, 2, 3),
    ]);
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED | Modifier::ITALIC,
        Modifier::DIM,
    ]);
    (colours.clone(), colours, modifiers)
        .prop_map(|(fg, bg, modifier)| Style::default().fg(fg).bg(bg).add_modifier(modifier))
}

/// A change to a frame: a stretch of one row, or a scroll of some rows.
#[derive(Debug, Clone)]
enum Edit {
    Write { x: u16, y: u16, text: Vec<&'static str>, style: Style },
    Clear { y: u16, height: u16 },
    Scroll { top: u16, height: u16, lines: u16, up: bool },
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (0u16..40, 0u16..12, prop::collection::vec(symbols(), 0..40), styles())
            .prop_map(|(x, y, text, style)| Edit::Write { x, y, text, style }),
        1 => (0u16..12, 0u16..12).prop_map(|(y, height)| Edit::Clear { y, height }),
        1 => (0u16..12, 0u16..12, 1u16..4, any::<bool>())
            .prop_map(|(top, height, lines, up)| Edit::Scroll { top, height, lines, up }),
    ]
}

fn apply(buffer: &mut Buffer, edit: &Edit) {
    let Rect { width, height, .. } = buffer.area;
    match edit {
        Edit::Write { x, y, text, style } if *x < width && *y < height => {
            // As a pane does: it draws whole rows, so no wide glyph is ever cut in two.
            let row = Rect::new(0, *y, width, 1);
            let head: String = (0..*x).map(|_| "a").collect();
            (row.left()..row.right()).for_each(|column| buffer[(column, *y)].reset());
            buffer.set_string(0, *y, head, Style::default());
            buffer.set_string(*x, *y, text.concat(), *style);
        }
        Edit::Clear { y, height: rows } => {
            for row in *y..(y + rows).min(height) {
                (0..width).for_each(|column| buffer[(column, row)].reset());
            }
        }
        Edit::Scroll { top, height: rows, lines, up } => {
            let before = buffer.clone();
            for row in *top..(top + rows).min(height) {
                let from = if *up { row + lines } else { row.wrapping_sub(*lines) };
                for column in 0..width {
                    let kept = from >= *top && from < (top + rows).min(height);
                    if kept {
                        buffer[(column, row)] = before[(column, from)].clone();
                    } else {
                        buffer[(column, row)].reset();
                    }
                }
            }
        }
        Edit::Write { .. } => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_terminal_shows_the_buffer(
        width in 1u16..40, height in 1u16..12,
        frames in prop::collection::vec((prop::collection::vec(edits(), 0..8), any::<Option<(u16, u16)>>()), 1..8),
    ) {
        let mut screen = Screen::new(width, height, FULL);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for (edits, cursor) in &frames {
            edits.iter().for_each(|edit| apply(&mut buffer, edit));
            let cursor = cursor.map(|(x, y)| Position::new(x % width, y % height));
            screen.draw(&buffer, cursor);
            prop_assert_eq!(screen.draw(&buffer, cursor), "", "an unchanged frame is silent");
        }
        screen.encoder.forget();
        screen.draw(&buffer, None);
    }
}
