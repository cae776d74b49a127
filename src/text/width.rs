//! How many columns text takes on a terminal.
//!
//! Columns are counted cluster by cluster, as ratatui's buffer places them: the width of a string by `unicode-width` is
//! not the sum of its clusters (لا counts as one there, and takes two cells).

use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Safe, pieces};

const ELLIPSIS: &str = "…";

/// Columns that `text` takes once it is sanitised.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    pieces(text).map(|piece| drawn_width(&piece.shown)).sum()
}

/// Columns of text that is safe already.
pub(super) fn drawn_width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
}

/// `text` in at most `columns` columns, its end replaced by `…` where it does not fit.
#[must_use]
pub fn truncate(text: &Safe, columns: usize) -> Safe {
    if drawn_width(text.as_str()) <= columns {
        return text.clone();
    }
    let Some(room) = columns.checked_sub(1) else { return Safe::default() };
    let mut used = 0;
    let fitting = text.as_str().grapheme_indices(true).find(|(_, cluster)| {
        used += cluster.width();
        used > room
    });
    let end = fitting.map_or(text.len(), |(at, _)| at);
    let mut short = text.slice(0..end);
    short.push(&Safe::new(ELLIPSIS));
    short
}

/// `text` in exactly `columns` columns: cut with `…`, or spaces after it.
#[must_use]
pub fn pad_end(text: &Safe, columns: usize) -> Safe {
    let short = truncate(text, columns);
    let gap = spaces(columns.saturating_sub(drawn_width(short.as_str())));
    Safe::join([&short, &gap], &Safe::default())
}

/// `text` in exactly `columns` columns: cut with `…`, or spaces before it.
#[must_use]
pub fn pad_start(text: &Safe, columns: usize) -> Safe {
    let short = truncate(text, columns);
    let gap = spaces(columns.saturating_sub(drawn_width(short.as_str())));
    Safe::join([&gap, &short], &Safe::default())
}

fn spaces(columns: usize) -> Safe {
    Safe::new(&iter::repeat_n(' ', columns).collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn columns_in_ratatui(text: &Safe) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2000, 1));
        let (x, _) = buffer.set_stringn(0, 0, text.as_str(), 2000, Style::new());
        x.into()
    }

    #[test]
    fn columns_of_clusters() {
        assert_eq!(width("été"), 3);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("東京"), 4);
        assert_eq!(width("لا"), 2);
        assert_eq!(width("\u{ff76}\u{ff9e}"), 3);
        assert_eq!(width("a\u{1b}b\tc"), 5);
        assert_eq!(width("\u{202e}"), 8);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let title = Safe::new("Déclaration");
        assert_eq!(truncate(&title, 11), title);
        assert_eq!(truncate(&title, 10).as_str(), "Déclarati…");
        assert_eq!(truncate(&title, 1).as_str(), "…");
        assert_eq!(truncate(&title, 0).as_str(), "");
        assert_eq!(truncate(&Safe::new("東京都"), 4).as_str(), "東…");
    }

    #[test]
    fn padding_fills_the_columns() {
        let title = Safe::new("東京都");
        assert_eq!(pad_end(&title, 8).as_str(), "東京都  ");
        assert_eq!(pad_start(&title, 8).as_str(), "  東京都");
        assert_eq!(pad_end(&title, 4).as_str(), "東… ");
    }

    proptest! {
        #[test]
        fn as_many_as_ratatui_fills(text in any::<String>()) {
            let safe = Safe::new(&text);
            prop_assert_eq!(width(&text), columns_in_ratatui(&safe));
        }

        #[test]
        fn truncated_text_fits(text in any::<String>(), columns in 0_usize..40) {
            let safe = Safe::new(&text);
            prop_assert!(drawn_width(truncate(&safe, columns).as_str()) <= columns);
            prop_assert_eq!(drawn_width(pad_end(&safe, columns).as_str()), columns);
        }
    }
}
