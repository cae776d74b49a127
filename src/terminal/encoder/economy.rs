//! What the usual steps cost in bytes, on the screens they happen on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::tests::{FULL, Screen};

const WIDTH: u16 = 120;
const HEIGHT: u16 = 40;

/// Text of a plausible shape: words of French lengths, no two lines alike.
fn line(number: usize, columns: usize) -> String {
    const WORDS: [&str; 16] = [
        "le",
        "partenariat",
        "de",
        "visite",
        "et",
        "accords",
        "la",
        "coopération",
        "du",
        "pays",
        "signés",
        "en",
        "président",
        "une",
        "économique",
        "à",
    ];
    let mut text = String::new();
    let mut seed = number * 7 + 3;
    while text.chars().count() < columns {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text.push_str(WORDS[seed / 65_536 % WORDS.len()]);
        text.push(' ');
    }
    let cut = text.chars().take(columns - seed % 9).collect::<String>();
    if number % 6 == 5 { String::new() } else { cut.trim_end().to_owned() }
}

fn countries(buffer: &mut Buffer, rows: std::ops::Range<u16>) {
    for (number, row) in rows.clone().enumerate() {
        if number < 14 {
            buffer.set_string(
                1,
                row,
                format!("Pays numéro {number:<5} {number:>2}  2"),
                Style::new(),
            );
        }
        buffer.set_string(24, row, "│", Style::new());
    }
}

/// The list as SCREENS sketches it: the chosen line has a bar before it.
fn list(buffer: &mut Buffer, rows: std::ops::Range<u16>, columns: u16, chosen: u16) {
    for row in rows.clone().take(14) {
        let text = line(usize::from(row) + 100, usize::from(columns) - 14);
        if row == rows.start + chosen {
            buffer.set_string(26, row, "▌", Style::new());
        }
        buffer.set_string(28, row, format!("05/2025 {text}"), Style::new());
    }
}

fn bars(buffer: &mut Buffer) {
    buffer.set_string(1, 0, "Biélorussie                     2 non lus · 13/05/2025", Style::new());
    buffer.set_string(0, 38, "─".repeat(120), Style::new());
    buffer.set_string(1, 39, "espace page  J K article  / chercher  ? aide", Style::new());
}

fn stacked(scroll: usize, chosen: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    bars(&mut buffer);
    countries(&mut buffer, 1..11);
    list(&mut buffer, 1..11, 94, chosen);
    buffer.set_string(0, 11, "─".repeat(120), Style::new());
    for row in 12..38 {
        buffer.set_string(16, row, line(scroll + usize::from(row), 88), Style::new());
    }
    buffer
}

fn columns(scroll: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    bars(&mut buffer);
    countries(&mut buffer, 1..38);
    list(&mut buffer, 1..38, 38, 2);
    for row in 1..38 {
        buffer.set_string(64, row, "│", Style::new());
        buffer.set_string(66, row, line(scroll + usize::from(row), 53), Style::new());
    }
    buffer
}

fn zoomed(scroll: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    bars(&mut buffer);
    for row in 1..38 {
        buffer.set_string(1, row, line(scroll + usize::from(row), 118), Style::new());
    }
    buffer
}

/// The bytes of the first frame, and what one of the following took on average.
fn cost(frames: impl IntoIterator<Item = Buffer>) -> (usize, usize) {
    let mut screen = Screen::new(WIDTH, HEIGHT, FULL);
    let mut frames = frames.into_iter().map(|frame| screen.draw(&frame, None).len());
    let first = frames.next().unwrap();
    let steps: Vec<usize> = frames.collect();
    (first, steps.iter().sum::<usize>() / steps.len())
}

/// The limits are a little above what the steps take today, and below what was promised: 5,000
/// bytes for a first screen, 2,500 for a page, 150 for a list step, 114 for a line down.
#[test]
fn steps_stay_within_their_bytes() {
    let (first, stacked_step) = cost((0..20).map(|scrolled| stacked(scrolled, 2)));
    let (_, back) = cost((0..20).rev().map(|scrolled| stacked(scrolled, 2)));
    let (_, zoomed_step) = cost((0..20).map(zoomed));
    let (_, columns_step) = cost((0..20).map(columns));
    let (_, list_step) = cost((0..9).map(|chosen| stacked(0, chosen)));
    let (_, page) = cost((0..9).map(|page| stacked(page * 25, 2)));
    let taken = [first, stacked_step, back, zoomed_step, columns_step, list_step, page];
    let limits = [4_000, 100, 100, 130, 700, 20, 2_100];
    assert!(
        taken.iter().zip(limits).all(|(taken, limit)| *taken <= limit),
        "{taken:?} > {limits:?}"
    );
}
