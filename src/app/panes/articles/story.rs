//! How one story of the list is painted: on one line where there is room, else on three.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::{Argument, Brief};
use crate::text::{Safe, width, wrap};

/// From this width on a story takes one line, below it three.
pub(super) const ONE_LINE_FROM: u16 = 50;

/// Columns of the marks before a date or a title: note, cursor, star, unread, corrected.
const MARKS: u16 = 5;

/// The column where titles start: behind the date on one line, behind the marks on three.
pub(super) fn title_column(context: &Context<'_>, place: Rect) -> u16 {
    let date = u16::try_from(context.words.list_date_width()).unwrap_or(11) + 2;
    place.x + MARKS + if place.width >= ONE_LINE_FROM { date } else { 0 }
}

/// Columns behind the sign of the cursor that show it: the marks and the date, or the first letters of a title below which
/// the date stands.
pub(super) fn cursor_columns(context: &Context<'_>, place: Rect) -> u16 {
    const LETTERS: u16 = 12;
    let title = title_column(context, place) - place.x;
    let behind_title = if place.width >= ONE_LINE_FROM { 0 } else { LETTERS + 1 };
    (title + behind_title).saturating_sub(3)
}

/// The marks at the start of a row; returns the face of the title.
fn marks(canvas: &mut Canvas<'_>, context: &Context<'_>, brief: &Brief, place: Rect) -> Face {
    let unread = brief.parent.is_none() && !context.marks.is_read(&brief.id);
    if context.marks.is_starred(&brief.id) {
        canvas.sign(place.x + 2, place.y, canvas.glyphs.star, Face::Warning);
    }
    if !brief.corrected.is_empty() {
        canvas.sign(place.x + 4, place.y, canvas.glyphs.corrected, Face::Key);
    }
    if context.notes.has(&brief.id) {
        canvas.sign(place.x, place.y, canvas.glyphs.note, Face::Key);
    }
    if unread {
        canvas.sign(place.x + 3, place.y, canvas.glyphs.unread, Face::Key);
    }
    if unread { Face::Unread } else { Face::Text }
}

/// A story on one line: marks, date, title, source, countries. Whether there was room for all that is told beside the title.
pub(super) fn line(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    place: Rect,
    folded: bool,
) -> bool {
    let face = marks(canvas, context, brief, place);
    if brief.parent.is_none() {
        let date = context.list_date(brief);
        let x = place.x + MARKS + u16::from(!date.starts_with('~'));
        let room = title_column(context, place).saturating_sub(x + 1);
        canvas.put(x, place.y, room, &Safe::new(&date), Face::Dim);
    }
    let x = title_column(context, place) + if folded { 2 } else { 0 };
    let room = place.right().saturating_sub(x + 1);
    let wide = place.width >= 90;
    let columns = |text: &Safe| u16::try_from(width::width(text.as_str())).unwrap_or(u16::MAX);
    let title = context.title(brief);
    let mut aside = aside(context, brief, wide);
    // On a narrow list the title goes first: a source is no use beside half a title.
    let mut least = if wide { 20 } else { columns(&title) };
    let own = tags(context, brief);
    let is_all = columns(&aside).saturating_add(2).saturating_add(least) < room;
    if !own.is_empty() && columns(&aside).saturating_add(2).saturating_add(least) > room {
        // But the reader's own words are, and there are few of them.
        aside = width::truncate(&Safe::new(&own), usize::from(room / 3));
        least = 20;
    }
    let taken = columns(&aside);
    let aside_fits = taken > 0 && room > taken.saturating_add(2).saturating_add(least);
    let title_room = if aside_fits { room - taken - 2 } else { room };
    canvas.put(x, place.y, title_room, &title, face);
    if aside_fits {
        canvas.put_right(place.right() - 1, place.y, &aside, Face::Dim);
    }
    is_all
}

/// Rows that a story takes: one where there is room, else its title on one or two and a line for
/// the rest.
pub(super) fn rows(context: &Context<'_>, brief: &Brief, columns: u16, folded: bool) -> u16 {
    if columns >= ONE_LINE_FROM {
        return 1;
    }
    let title = context.title(brief);
    let room = title_room(context, Rect::new(0, 0, columns, 1), folded);
    if wrap::wrap(title.as_str(), usize::from(room)).len() > 1 { 3 } else { 2 }
}

/// Columns for a title.
fn title_room(context: &Context<'_>, place: Rect, folded: bool) -> u16 {
    let x = title_column(context, place) + if folded { 2 } else { 0 };
    place.right().saturating_sub(x + 1)
}

/// A story on two or three lines: the title, then date, source and countries.
pub(super) fn block(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    place: Rect,
    folded: bool,
) {
    let face = marks(canvas, context, brief, place);
    let room = title_room(context, place, folded);
    let x = place.right().saturating_sub(room + 1);
    let title = context.title(brief);
    let lines = wrap::wrap(title.as_str(), usize::from(room));
    let first = lines.first().cloned().unwrap_or_default();
    canvas.put(x, place.y, room, &title.slice(first), face);
    let mut y = place.y + 1;
    if let Some(second) = lines.get(1) {
        if y < place.bottom() {
            canvas.put(x, y, room, &title.slice(second.start..title.len()), face);
        }
        y += 1;
    }
    if y < place.bottom() {
        let mut line = if brief.parent.is_some() {
            Safe::default()
        } else {
            Safe::new(&context.list_date(brief))
        };
        let aside = aside(context, brief, true);
        if !line.is_empty() && !aside.is_empty() {
            line.push(&Safe::new(&format!(" {} ", context.glyphs.dot)));
        }
        line.push(&aside);
        canvas.put(x, y, room, &line, Face::Dim);
    }
}

/// The reader's own tags.
fn tags(context: &Context<'_>, brief: &Brief) -> String {
    let own: Vec<String> = context.marks.tags(&brief.id).map(|tag| format!("#{tag}")).collect();
    own.join(" ")
}

/// How many copies are folded under it, the reader's tags, the source, and where there is room the countries, or how
/// many there are.
fn aside(context: &Context<'_>, brief: &Brief, wide: bool) -> Safe {
    let mut parts = Vec::new();
    let copies = context.library.copies(&brief.id).len();
    if copies > 0 {
        parts.push(format!("+{copies}"));
    }
    if wide && !brief.corrected.is_empty() {
        parts.push(context.words.text("corrected-by-you-short"));
    }
    let tags = tags(context, brief);
    if !tags.is_empty() {
        let short = width::truncate(&Safe::new(&tags), if wide { 32 } else { 20 });
        parts.push(short.as_str().to_owned());
    }
    if let Some(source) = &brief.source {
        let short = width::truncate(&Safe::new(source), if wide { 24 } else { 10 });
        parts.push(short.as_str().to_owned());
    }
    if brief.date.is_none()
        && let Some(day) = context.library.sort_day(brief)
    {
        let day = Argument::Text(context.words.list_date(day, context.today));
        parts.push(context.words.with("received", &[("day", day)]));
    }
    if wide && !brief.countries.is_empty() {
        let few = brief.countries.len() <= 4;
        parts.push(if few {
            context.codes(brief)
        } else {
            context.count("countries-many", brief.countries.len()).as_str().to_owned()
        });
    }
    Safe::new(&parts.join(&format!(" {} ", context.glyphs.dot)))
}
