//! A virtual terminal fed with the encoder's output shows ratatui's buffer, whatever the frames.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::Encoder;
use crate::terminal::capability::{Capability, Charset, Colours};

pub(super) const FULL: Capability = Capability {
    colours: Colours::True,
    charset: Charset::Unicode,
    italics: true,
    scrolling: true,
    remote: false,
};

fn size(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

pub(super) struct Screen {
    encoder: Encoder,
    terminal: vt100::Parser,
}

impl Screen {
    pub(super) fn new(width: u16, height: u16, capability: Capability) -> Self {
        Self {
            encoder: Encoder::new(capability),
            terminal: vt100::Parser::new(size(height), size(width), 0),
        }
    }

    /// Draws, checks that the terminal shows it, and gives the bytes it took.
    pub(super) fn draw(&mut self, buffer: &Buffer, cursor: Option<Position>) -> String {
        self.encoder.show(buffer);
        let bytes = self.encoder.finish(cursor);
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
    #![proptest_config(ProptestConfig {
        cases: 400, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn the_terminal_shows_the_buffer(
        width in 1u16..40, height in 1u16..12,
        frames in prop::collection::vec(
            (prop::collection::vec(edits(), 0..8), any::<Option<(u16, u16)>>()), 1..8),
    ) {
        let mut screen = Screen::new(width, height, FULL);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for (edits, cursor) in &frames {
            for edit in edits {
                apply(&mut buffer, edit);
            }
            let cursor = cursor.map(|(x, y)| Position::new(x % width, y % height));
            screen.draw(&buffer, cursor);
            prop_assert_eq!(screen.draw(&buffer, cursor), "", "an unchanged frame is silent");
        }
        screen.encoder.forget();
        screen.draw(&buffer, None);
    }
}

/// What is sent for one line of text on a terminal of `capability`.
fn sent(capability: Capability, cells: &[&str]) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
    for (column, symbol) in (0..).zip(cells) {
        buffer[(column, 0)]
            .set_symbol(symbol)
            .set_style(Style::new().fg(Color::Red).bold().italic());
    }
    let mut encoder = Encoder::new(capability);
    encoder.show(&buffer);
    let bytes = encoder.finish(None);
    String::from_utf8(bytes).unwrap().split_once("\x1b[J").unwrap().1.to_owned()
}

#[test]
fn a_cell_can_send_nothing_that_acts() {
    let hostile =
        ["\x1b", "\u{9b}2J", "\x07", "\u{202e}", "\u{200b}", "\u{301}", "\r", "\u{e0041}"];
    assert_eq!(sent(FULL, &hostile), format!("\x1b[1;3;31m{}", "\u{fffd}".repeat(hostile.len())));
}

#[test]
fn a_locale_without_utf_8_gets_ascii() {
    let plain = Capability { charset: Charset::Ascii, ..FULL };
    assert_eq!(sent(plain, &["é", "│", "─", "┌", "…", "’", "ك", "語"]), "\x1b[1;3;31me|-+.'??");
}

#[test]
fn colours_and_italics_are_left_out_where_they_would_harm() {
    assert_eq!(sent(Capability { colours: Colours::None, ..FULL }, &["a"]), "\x1b[1;3ma");
    assert_eq!(sent(Capability { italics: false, ..FULL }, &["a"]), "\x1b[1;31ma");
}

#[test]
fn a_wide_glyph_cut_by_a_border_is_not_drawn() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer.set_string(0, 0, "語語", Style::new());
    buffer[(1, 0)].set_symbol("│");
    let mut encoder = Encoder::new(FULL);
    encoder.show(&buffer);
    let bytes = String::from_utf8(encoder.finish(None)).unwrap();
    assert!(bytes.ends_with(" │語"), "{bytes:?}");
}
