//! A frame as the terminal will hold it: each cell safe to send and in the form it can show.
//!
//! The sanitiser has made all text safe long before; what stands here is the last defence, so that
//! no cell, however it was made, sends a control character or moves the cells after it.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::pen::Pen;
use crate::terminal::capability::{Capability, Charset};

/// What is drawn in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// One code point.
    Char(char),
    /// Several that make one letter.
    Cluster(Box<str>),
    /// Covered by the wide glyph to the left.
    Covered,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) shape: Shape,
    pub(super) pen: Pen,
    /// Columns that it takes, 0 for a covered cell.
    pub(super) columns: u16,
    /// Terminals disagree on how wide it is: the cursor's column is not known after it.
    pub(super) doubtful: bool,
}

impl Glyph {
    /// An empty cell under `pen`.
    pub(super) fn blank(pen: Pen) -> Self {
        Self { shape: Shape::Char(' '), pen: pen.on_blank(), columns: 1, doubtful: false }
    }

    /// An empty cell as an erased one.
    pub(super) fn is_erased(&self) -> bool {
        self.shape == Shape::Char(' ') && self.pen == Pen::default()
    }

    /// Columns that a terminal of another opinion may cover in drawing it; 0 where none differs.
    pub(super) fn reach(&self) -> usize {
        match (&self.shape, self.doubtful) {
            (_, false) => 0,
            (Shape::Cluster(letters), true) => 2 * letters.chars().count(),
            (_, true) => 2,
        }
    }

    fn of(cell: &Cell, capability: Capability) -> Self {
        let pen = Pen::of(cell, capability);
        let symbol = cell.symbol();
        let ascii = capability.charset == Charset::Ascii;
        if symbol.is_empty() || symbol == " " {
            return Self::blank(pen);
        }
        let single =
            |letter: char| Self { shape: Shape::Char(letter), pen, columns: 1, doubtful: false };
        if symbol.chars().any(is_forbidden) || symbol.cell_width() == 0 {
            return single(if ascii { '?' } else { char::REPLACEMENT_CHARACTER });
        }
        if ascii && !symbol.is_ascii() {
            return single(ascii_for(symbol));
        }
        let mut letters = symbol.chars();
        let shape = match (letters.next(), letters.next()) {
            (Some(letter), None) => Shape::Char(letter),
            _ => Shape::Cluster(symbol.into()),
        };
        let doubtful = is_doubtful(symbol, capability.charset == Charset::EastAsian);
        Self { shape, pen, columns: symbol.cell_width(), doubtful }
    }
}

/// A frame's cells, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) width: u16,
    rows: Vec<Vec<Glyph>>,
}

impl Grid {
    /// An erased screen.
    pub(super) fn erased(width: u16, height: u16) -> Self {
        Self { width, rows: vec![erased_row(width); usize::from(height)] }
    }

    /// The frame that ratatui has drawn.
    pub(super) fn of(buffer: &Buffer, capability: Capability) -> Self {
        let width = buffer.area.width;
        let rows = buffer
            .content
            .chunks(usize::from(width.max(1)))
            .map(|cells| row_of(cells, capability))
            .collect();
        Self { width, rows }
    }

    /// Rows of the frame.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// The rows with their numbers from 0.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Glyph]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// A row, empty where there is none.
    pub(super) fn row(&self, number: usize) -> &[Glyph] {
        self.rows.get(number).map_or(&[], Vec::as_slice)
    }

    /// Moves the rows of `region` by `lines` (up where positive); what comes in is erased.
    pub(super) fn scroll(&mut self, region: std::ops::Range<usize>, lines: isize) {
        let width = self.width;
        let Some(rows) = self.rows.get_mut(region) else { return };
        let count = lines.unsigned_abs().min(rows.len());
        if lines > 0 {
            rows.rotate_left(count);
            rows.iter_mut().rev().take(count).for_each(|row| *row = erased_row(width));
        } else {
            rows.rotate_right(count);
            rows.iter_mut().take(count).for_each(|row| *row = erased_row(width));
        }
    }
}

fn erased_row(width: u16) -> Vec<Glyph> {
    vec![Glyph::blank(Pen::default()); usize::from(width)]
}

/// A wide glyph that is cut, by the edge or by a cell drawn over its second half, is not drawn.
fn row_of(cells: &[Cell], capability: Capability) -> Vec<Glyph> {
    let mut row: Vec<Glyph> = Vec::with_capacity(cells.len());
    while let Some((cell, after)) = cells.get(row.len()..).and_then(<[Cell]>::split_first) {
        let glyph = Glyph::of(cell, capability);
        let covered = usize::from(glyph.columns.saturating_sub(1));
        let whole = after.get(..covered).is_some_and(|under| under.iter().all(is_blank));
        if whole {
            let pen = glyph.pen;
            row.push(glyph);
            let cover = Glyph { shape: Shape::Covered, pen, columns: 0, doubtful: false };
            row.extend(std::iter::repeat_n(cover, covered));
        } else {
            row.push(Glyph::blank(glyph.pen));
        }
    }
    row
}

fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol(), " " | "")
}

/// Controls, marks of direction, and characters that show nothing.
fn is_forbidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
            | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// True where terminals are known to disagree on the width: joined emoji, flags, keycaps, jamo,
/// Indic and South-East Asian clusters, halfwidth sound marks, private characters.
fn is_doubtful(symbol: &str, ambiguous_wide: bool) -> bool {
    let mut letters = symbol.chars();
    let Some(first) = letters.next() else { return false };
    if letters.clone().next().is_some() {
        return !letters.all(|mark| matches!(mark, '\u{300}'..='\u{36f}'));
    }
    match first {
        '\u{1100}'..='\u{11ff}'
        | '\u{d7b0}'..='\u{d7ff}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{ff9e}'
        | '\u{ff9f}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{f0000}'.. => true,
        // Symbols that only newer tables hold to be wide.
        '\u{2300}'..='\u{2bff}' => first.width() == Some(2),
        _ => ambiguous_wide && first.width() != first.width_cjk(),
    }
}

/// One ASCII character in place of `symbol`.
fn ascii_for(symbol: &str) -> char {
    let first = symbol.chars().next().unwrap_or('?');
    match first {
        '─' | '━' | '═' | '╌' | '┄' | '┈' | '–' | '—' | '―' | '−' | '‐' | '‑' => {
            '-'
        }
        '│' | '┃' | '║' | '╎' | '┆' | '┊' | '▌' | '▐' | '▏' => '|',
        '\u{2500}'..='\u{257f}' => '+',
        '‘' | '’' | '‹' | '›' | '′' => '\'',
        '“' | '”' | '«' | '»' | '„' | '″' => '"',
        '•' | '·' | '★' | '☆' | '●' | '○' | '⋯' => '*',
        '▸' | '▶' | '→' | '⏎' | '⇒' => '>',
        '←' | '◀' | '⇐' => '<',
        '▲' | '△' | '↑' => '^',
        '▼' | '▽' | '↓' => 'v',
        '…' => '.',
        'œ' | 'Œ' => 'o',
        'æ' | 'Æ' => 'a',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '█' | '░' | '▒' | '▓' => '#',
        _ => symbol.nfd().find(char::is_ascii).unwrap_or('?'),
    }
}
