//! Where things stand: size, focus and the reader's choice to rectangles.

use ratatui::layout::Rect;

use crate::config::Layout;

/// The pane that the keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    /// Countries and views.
    #[default]
    Countries,
    /// The articles of one of them.
    Articles,
    /// The text.
    Reader,
}

/// What the layout depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Situation {
    /// Columns of the terminal.
    pub(super) columns: u16,
    /// Rows of the terminal.
    pub(super) rows: u16,
    /// The reader's choice.
    pub(super) choice: Layout,
    /// Whether the terminal is at the other end of an SSH connection.
    pub(super) remote: bool,
    /// The pane with the focus.
    pub(super) focus: Focus,
    /// Whether the text has the whole screen.
    pub(super) zoom: bool,
}

/// How the panes stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// The terminal is too small for any of it.
    TooSmall,
    /// One pane at a time.
    #[default]
    Single,
    /// Lists side by side above, the text below them.
    Stacked,
    /// Three columns.
    Columns,
    /// The text alone.
    Zoomed,
}

/// Rectangles of the screen; an empty one is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    /// How the panes stand to each other.
    pub(super) arrangement: Arrangement,
    /// The line on top.
    pub(super) title: Rect,
    /// The countries.
    pub(super) countries: Rect,
    /// The articles.
    pub(super) articles: Rect,
    /// The rule that carries the article's title, over the text.
    pub(super) divider: Rect,
    /// The text.
    pub(super) reader: Rect,
    /// Everything between the top line and the hints: for pages and panels.
    pub(super) body: Rect,
    /// The rule over the hints.
    pub(super) rule: Rect,
    /// The line of hints, prompts and notices.
    pub(super) hints: Rect,
}

/// The smallest terminal that anything is shown on.
pub(super) const SMALLEST: (u16, u16) = (40, 12);

/// Below this width one pane is shown at a time.
const SINGLE_BELOW: u16 = 72;

/// From this width on three columns fit.
const COLUMNS_FROM: u16 = 110;

/// At this height or less the text takes the whole screen when it has the focus.
const ZOOM_UP_TO: u16 = 24;

/// Lays the screen out.
pub(super) fn arrange(at: Situation) -> Areas {
    let Situation { columns, rows, .. } = at;
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        return Areas { arrangement: Arrangement::TooSmall, ..Areas::default() };
    }
    let title = Rect::new(0, 0, columns, 1);
    let hints = Rect::new(0, rows - 1, columns, 1);
    let rule = Rect::new(0, rows - 2, columns, 1);
    let body = Rect::new(0, 1, columns, rows - 3);
    let frame = Areas { title, body, rule, hints, ..Areas::default() };
    match arrangement(at) {
        arrangement @ (Arrangement::Zoomed | Arrangement::TooSmall) => {
            Areas { arrangement, reader: body, ..frame }
        }
        Arrangement::Single => match at.focus {
            Focus::Countries => Areas { countries: body, ..frame },
            Focus::Articles => Areas { articles: body, ..frame },
            Focus::Reader => Areas { reader: body, ..frame },
        },
        Arrangement::Stacked => stacked(frame),
        Arrangement::Columns => side_by_side(frame),
    }
}

/// Which arrangement a situation calls for.
fn arrangement(at: Situation) -> Arrangement {
    let reading = at.focus == Focus::Reader;
    let chosen = match at.choice {
        Layout::Single => Arrangement::Single,
        Layout::Columns => Arrangement::Columns,
        Layout::Stacked => Arrangement::Stacked,
        Layout::Auto if at.columns < SINGLE_BELOW => Arrangement::Single,
        Layout::Auto if at.remote || at.columns < COLUMNS_FROM => Arrangement::Stacked,
        Layout::Auto => Arrangement::Columns,
    };
    // Three columns need room for a text; two lists above each other need their width.
    let fitting = match chosen {
        Arrangement::Columns if at.columns < 90 => Arrangement::Stacked,
        other => other,
    };
    let fitting = match fitting {
        Arrangement::Stacked if at.columns < 60 => Arrangement::Single,
        other => other,
    };
    let small = fitting == Arrangement::Stacked && at.rows <= ZOOM_UP_TO;
    if reading && (at.zoom || small) { Arrangement::Zoomed } else { fitting }
}

/// Lists above, text below.
fn stacked(frame: Areas) -> Areas {
    let body = frame.body;
    let lists = (body.height / 3).clamp(4, 10);
    let left = (body.width / 5).clamp(22, 26);
    Areas {
        arrangement: Arrangement::Stacked,
        countries: Rect { width: left, height: lists, ..body },
        articles: Rect { x: left + 1, width: body.width - left - 1, height: lists, ..body },
        divider: Rect { y: body.y + lists, height: 1, ..body },
        reader: Rect { y: body.y + lists + 1, height: body.height - lists - 1, ..body },
        ..frame
    }
}

/// Three columns; the text has the right edge, so that a line's end costs one erase.
fn side_by_side(frame: Areas) -> Areas {
    let body = frame.body;
    let left = (body.width / 5).clamp(20, 26);
    let middle = (body.width * 3 / 10).clamp(30, 46);
    let reader = left + middle + 2;
    Areas {
        arrangement: Arrangement::Columns,
        countries: Rect { width: left, ..body },
        articles: Rect { x: left + 1, width: middle, ..body },
        reader: Rect { x: reader, width: body.width - reader, ..body },
        ..frame
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn situation(columns: u16, rows: u16) -> Situation {
        Situation {
            columns,
            rows,
            choice: Layout::Auto,
            remote: false,
            focus: Focus::Articles,
            zoom: false,
        }
    }

    #[test]
    fn auto_follows_width_and_line() {
        let of = |at| arrange(at).arrangement;
        assert_eq!(of(situation(39, 40)), Arrangement::TooSmall);
        assert_eq!(of(situation(60, 15)), Arrangement::Single);
        assert_eq!(of(situation(80, 24)), Arrangement::Stacked);
        assert_eq!(of(situation(120, 40)), Arrangement::Columns);
        assert_eq!(of(Situation { remote: true, ..situation(120, 40) }), Arrangement::Stacked);
    }

    #[test]
    fn a_small_screen_gives_the_text_all_of_it() {
        let reading = |rows| Situation { focus: Focus::Reader, ..situation(80, rows) };
        assert_eq!(arrange(reading(24)).arrangement, Arrangement::Zoomed);
        assert_eq!(arrange(reading(25)).arrangement, Arrangement::Stacked);
    }

    #[test]
    fn nothing_leaves_the_screen_or_overlaps() {
        for columns in 40..200 {
            for rows in 12..60 {
                for choice in [Layout::Auto, Layout::Stacked, Layout::Columns, Layout::Single] {
                    let areas = arrange(Situation { choice, ..situation(columns, rows) });
                    let screen = Rect::new(0, 0, columns, rows);
                    let shown = [
                        areas.title,
                        areas.countries,
                        areas.articles,
                        areas.divider,
                        areas.reader,
                        areas.rule,
                        areas.hints,
                    ];
                    for (i, a) in shown.iter().enumerate() {
                        assert_eq!(a.intersection(screen), *a, "{areas:?}");
                        let others = shown.iter().skip(i + 1);
                        assert!(others.into_iter().all(|b| a.intersection(*b).is_empty()));
                    }
                }
            }
        }
    }
}
