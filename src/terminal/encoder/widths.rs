//! A terminal that holds another opinion on how wide a cluster is shows no worse than that cluster.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::Encoder;
use super::tests::FULL;
use crate::terminal::capability::Capability;

/// Text that terminals draw in different widths.
const DOUBTFUL: [&str; 8] =
    ["❤\u{fe0f}", "👩\u{200d}👩\u{200d}👧", "🇻🇳", "1\u{fe0f}\u{20e3}", "👍🏽", "क्षि", "ﾞ", "\u{e0b0}"];

/// A terminal that gives every cluster which is not plain text `columns` columns, at most two a code
/// point, and clips at the edge as autowrap off does. It knows only the moves that the encoder makes.
struct Odd {
    columns: usize,
    rows: Vec<Vec<String>>,
    at: (usize, usize),
}

impl Odd {
    fn new(columns: usize, width: u16, height: u16) -> Self {
        let rows = vec![vec![" ".to_owned(); usize::from(width)]; usize::from(height)];
        Self { columns, rows, at: (0, 0) }
    }

    fn process(&mut self, output: &str) {
        let mut rest = output;
        while let Some(letter) = rest.chars().next() {
            if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap();
                let number =
                    |place: usize| sequence[..end].split(';').nth(place)?.parse::<usize>().ok();
                self.obey(&sequence[end..=end], number(0), number(1));
                rest = &sequence[end + 1..];
                continue;
            }
            // A carriage return and a line feed are one cluster to Unicode.
            let cluster = match letter {
                '\r' | '\n' => &rest[..1],
                _ => rest.graphemes(true).next().unwrap(),
            };
            match cluster {
                "\r" => self.at.0 = 0,
                "\n" => self.at.1 += 1,
                _ => self.print(cluster),
            }
            rest = &rest[cluster.len()..];
        }
    }

    fn obey(&mut self, order: &str, first: Option<usize>, second: Option<usize>) {
        let (count, (x, y)) = (first.unwrap_or(1), self.at);
        let row_width = self.rows[0].len();
        match order {
            "H" => self.at = (second.unwrap_or(1) - 1, count - 1),
            "G" => self.at.0 = count - 1,
            "d" => self.at.1 = count - 1,
            "A" => self.at.1 = y - count,
            "B" => self.at.1 = y + count,
            "C" => self.at.0 = (x + count).min(row_width - 1),
            "D" => self.at.0 = x - count,
            "K" => self.rows[y][x..].fill(" ".to_owned()),
            "X" => self.rows[y][x..(x + count).min(row_width)].fill(" ".to_owned()),
            "J" => self.rows.iter_mut().for_each(|row| row.fill(" ".to_owned())),
            "m" | "r" | "h" | "l" => {}
            other => panic!("unexpected {other}"),
        }
    }

    fn print(&mut self, cluster: &str) {
        let plain = cluster.is_ascii() || cluster == "│";
        let widest = 2 * cluster.chars().count();
        let columns = if plain { 1 } else { self.columns.min(widest) };
        let row = &mut self.rows[self.at.1];
        for column in self.at.0..(self.at.0 + columns).min(row.len()) {
            row[column] = if plain { cluster.to_owned() } else { "?".to_owned() };
        }
        self.at.0 = (self.at.0 + columns).min(row.len() - 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn no_opinion_on_widths_moves_the_border_or_leaves_old_cells(
        opinion in 1usize..5,
        frames in prop::collection::vec(prop::collection::vec(
            prop::collection::vec(prop_oneof![
                3 => prop::sample::select(&["a", "b", " ", "  "][..]),
                1 => prop::sample::select(&DOUBTFUL[..]),
            ], 0..12), 4), 1..6),
    ) {
        let (width, height) = (24u16, 4u16);
        let mut encoder = Encoder::new(Capability { scrolling: false, ..FULL });
        let mut terminal = Odd::new(opinion, width, height);
        for lines in &frames {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            for (row, line) in (0..height).zip(lines) {
                buffer.set_stringn(0, row, line.concat(), 16, Style::default());
                buffer.set_string(20, row, "│", Style::default());
            }
            encoder.show(&buffer);
            terminal.process(&String::from_utf8(encoder.finish(None)).unwrap());
            for (row, shown) in (0..height).zip(&terminal.rows) {
                prop_assert_eq!(&shown[20], "│", "row {} of {:?}", row, shown);
                for column in 0..width {
                    let wanted = buffer[(column, row)].symbol();
                    let covered = (0..8).any(|back| {
                        column.checked_sub(back).is_some_and(|x| !buffer[(x, row)].symbol().is_ascii())
                    });
                    if !covered {
                        prop_assert_eq!(&shown[usize::from(column)], wanted, "{} of {:?}", column, shown);
                    }
                    prop_assert!(covered || shown[usize::from(column)] != "?");
                }
            }
        }
    }
}
