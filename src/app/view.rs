//! The state drawn: title line, panes or page, hints. Pure; the same state gives the same cells.

mod hints;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::context::Context;
use super::layout::{Arrangement, Focus, SMALLEST};
use super::notice::{Level, Notice};
use super::overlays::Overlay;
use super::overlays::prompt::Prompt;
use super::paint::Canvas;
use super::panes::board::Listed;
use super::scope::Scope;
use super::state::State;
use super::theme::Face;
use crate::library::Origin;
use crate::model::Argument;
use crate::text::Safe;
use crate::text::wrap::wrap;

/// Draws the whole screen.
pub fn view(state: &State, frame: &mut Frame<'_>) {
    if let Some(place) = paint(state, frame.buffer_mut()) {
        frame.set_cursor_position(place);
    }
}

/// Paints the whole screen and returns where the terminal's cursor belongs.
pub(super) fn paint(state: &State, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let mut canvas = Canvas::new(buffer, state.scheme, state.shared.ascii);
    screen(state, &mut canvas, &state.shared.context())
}

/// Draws everything and returns where the terminal's cursor belongs, while a line is typed.
fn screen(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) -> Option<(u16, u16)> {
    if state.areas.arrangement == Arrangement::TooSmall {
        too_small(state, canvas, context);
        return None;
    }
    if let Some(Overlay::Sheet(sheet)) = &state.overlay {
        sheet.render(canvas);
        return None;
    }
    title_line(state, canvas, context);
    let rule = state.areas.rule;
    canvas.rule(rule.x, rule.y, rule.width);
    let cursor = match &state.overlay {
        Some(Overlay::Picker(picker)) => Some(picker.render(canvas, context)),
        Some(Overlay::Note(editor)) => {
            body(state, canvas, context);
            Some(editor.render(canvas, context))
        }
        Some(Overlay::Import(import)) => {
            body(state, canvas, context);
            import.render(canvas, context);
            None
        }
        _ => {
            body(state, canvas, context);
            None
        }
    };
    match &state.overlay {
        // How to write it, or what is wrong with it, stands below the line and leaves it in sight.
        Some(Overlay::Prompt(prompt)) if prompt.is_advised(context) => {
            Some(advised(state, prompt, canvas, context))
        }
        // A line being typed gives way to what it just did, not to a warning of before.
        Some(Overlay::Prompt(prompt)) if !is_passing(state.notice.as_ref()) => {
            Some(prompt.render(canvas, state.areas.hints, context))
        }
        Some(Overlay::Question(question)) => {
            question.render(canvas, state.areas.hints, context);
            None
        }
        _ => {
            hints::render(state, canvas, context);
            cursor
        }
    }
}

/// A line being typed with its advice, or what is wrong with it, below.
fn advised(
    state: &State,
    prompt: &Prompt,
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
) -> (u16, u16) {
    let below = state.areas.hints;
    let line = Rect { y: below.y.saturating_sub(1), ..below };
    canvas.clear(line);
    if is_passing(state.notice.as_ref()) {
        hints::render(state, canvas, context);
    } else {
        let (text, face) = prompt.below(context);
        canvas.put(below.x + 1, below.y, below.width.saturating_sub(2), &text, face);
    }
    prompt.render(canvas, line, context)
}

/// Whether there is a notice that the next key takes away.
fn is_passing(notice: Option<&Notice>) -> bool {
    notice.is_some_and(|notice| notice.level == Level::Info)
}

/// A terminal on which nothing fits.
fn too_small(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let number = |n: u16| Argument::Number(i64::from(n));
    let text = context
        .say_with("too-small", &[("columns", number(SMALLEST.0)), ("rows", number(SMALLEST.1))]);
    let columns = usize::from(state.size.0.max(1));
    let lines = wrap(text.as_str(), columns);
    for (line, y) in lines.into_iter().zip(0..state.size.1) {
        canvas.put(0, y, state.size.0, &text.slice(line), Face::Text);
    }
}

/// Panes, or the page, or the first screen of all.
fn body(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let areas = state.areas;
    if let Some(board) = &state.board {
        board.render(canvas);
        return;
    }
    if let Some(page) = &state.page {
        page.render(canvas, context);
        return;
    }
    if context.library.briefs().is_empty() && state.reader.document().is_none() {
        empty(state, canvas, context);
        return;
    }
    let has = |focus| state.focus == focus;
    if !areas.countries.is_empty() {
        state.countries.render(canvas, context, has(Focus::Countries));
    }
    if !areas.articles.is_empty() {
        state.articles.render(canvas, context, has(Focus::Articles));
        if state.articles.is_empty() {
            empty_list(state, canvas, context);
        }
        if areas.articles.x > 0 {
            canvas.bar(areas.articles.x - 1, areas.articles.y, areas.articles.height);
        }
    }
    if !areas.divider.is_empty() {
        divider(state, canvas, context);
    }
    if !areas.reader.is_empty() {
        state.reader.render(canvas, context);
        if areas.arrangement == Arrangement::Columns {
            canvas.bar(areas.reader.x - 1, areas.reader.y, areas.reader.height);
        }
    }
}

/// The line on top: where the reader is on the left, what is left to read and the day on the right.
fn title_line(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let area = state.areas.title;
    let right = right_of_title(state, context);
    let from = canvas.put_right(area.right().saturating_sub(1), area.y, &right, Face::Dim);
    let room = from.saturating_sub(area.x + 2);
    canvas.put(area.x + 1, area.y, room, &left_of_title(state, context), Face::Heading);
}

/// Where the reader is: the list, and the text where nothing else names it.
fn left_of_title(state: &State, context: &Context<'_>) -> Safe {
    if let Some(board) = &state.board {
        return context.say(board.title());
    }
    if let Some(page) = &state.page {
        return page.title(context);
    }
    let scope = state.articles.scope();
    let mut title = context.scope(scope);
    let filter = match state.focus {
        Focus::Countries => state.countries.filter.as_str(),
        // The name of a saved search stands for it.
        Focus::Articles | Focus::Reader
            if context.is_saved(scope, state.articles.filter.typed()) =>
        {
            ""
        }
        Focus::Articles | Focus::Reader => state.articles.filter.typed(),
    };
    if !filter.is_empty() {
        title.push(&Safe::new(&format!(" / {filter}")));
    }
    let alone = matches!(state.areas.arrangement, Arrangement::Zoomed | Arrangement::Single);
    if let (true, Focus::Reader, Some(document)) = (alone, state.focus, state.reader.document()) {
        title.push(&Safe::new(&format!(" {} ", context.glyphs.derived.1)));
        title.push(&context.title(&document.brief));
    }
    title
}

/// What is left to read and the day; over a text alone, how far it is read.
fn right_of_title(state: &State, context: &Context<'_>) -> Safe {
    if let Some(board) = &state.board {
        return match board.listed {
            Listed::Basket => context.count("basket-count", context.basket.len()),
            Listed::Amended => context.count("amended-count", context.amended.len()),
        };
    }
    if state.page.is_some() {
        // Its title tells the day, and the list's numbers are not its own.
        return Safe::default();
    }
    let alone = matches!(state.areas.arrangement, Arrangement::Zoomed | Arrangement::Single);
    if alone && state.focus == Focus::Reader {
        let (place, all) = state.articles.place();
        let per_cent = state.reader.per_cent();
        return Safe::new(&format!("{place}/{all} {} {per_cent} %", context.glyphs.dot));
    }
    if let Some((done, total)) = state.filing {
        let [done, total] = [done, total].map(|n| Argument::Text(context.words.number(n)));
        return context.say_with("filing", &[("done", done), ("total", total)]);
    }
    let mut parts = Vec::new();
    let unsaved = state.shared.marking.unsaved();
    if unsaved > 0 {
        parts.push(context.count("unsaved", unsaved));
    }
    if let Some(found) = found(state, context) {
        parts.push(found);
    }
    // Of nothing all is read only where that is what the list is of.
    if !state.articles.is_empty() || state.articles.scope() == Scope::Unread {
        parts.push(context.count("words-unread", state.articles.unread()));
    }
    if state.articles.filter.asked().is_none() {
        parts.push(Safe::new(&context.words.date(context.today)));
    }
    Safe::join(&parts, &Safe::new(&format!(" {} ", context.glyphs.dot)))
}

/// What a search of the texts came to: how many hits in how long, or that titles stand for them.
fn found(state: &State, context: &Context<'_>) -> Option<Safe> {
    let Some(hits) = state.articles.hits() else {
        return state.articles.filter.trouble().map(|_| context.say("titles-only"));
    };
    let took = state.articles.filter.took().unwrap_or_default().as_millis();
    let number = |number: usize| Argument::from(number);
    let took = number(usize::try_from(took).unwrap_or(usize::MAX));
    let near = number(state.articles.near_hits());
    let arguments = [("count", number(hits)), ("near", near), ("milliseconds", took)];
    Some(context.say_with("texts-found", &arguments))
}

/// The rule over the text, carrying its title and how far it is read.
fn divider(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let area = state.areas.divider;
    canvas.rule(area.x, area.y, area.width);
    let Some(document) = state.reader.document() else { return };
    let per_cent = Safe::new(&format!(" {} % ", state.reader.per_cent()));
    let from = canvas.put_right(area.right().saturating_sub(1), area.y, &per_cent, Face::Dim);
    let mut title = Safe::new(" ");
    title.push(&context.title(&document.brief));
    title.push(&Safe::new(" "));
    let face = if state.focus == Focus::Reader { Face::Heading } else { Face::Strong };
    canvas.put(area.x + 2, area.y, from.saturating_sub(area.x + 4), &title, face);
}

/// Nothing is in the list: say why and what to do.
fn empty_list(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let area = state.areas.articles;
    let key = match state.articles.scope() {
        _ if state.articles.filter.is_awaiting() => return,
        _ if !state.articles.filter.is_empty() => "empty-filter",
        Scope::Unread => "empty-unread",
        Scope::Starred => "empty-starred",
        _ => "empty-list",
    };
    let room = area.width.saturating_sub(3);
    let text = context.say(key);
    let lines = wrap(text.as_str(), usize::from(room));
    for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
        canvas.put(area.x + 2, y, room, &text.slice(line), Face::Dim);
    }
}

/// Nothing is in the library: what this is, where it looked, and what to do.
fn empty(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let area = state.areas.body;
    let folder = Argument::Text(context.library.folder.to_string());
    let key = match (context.library.origin, state.filing) {
        (Origin::Unknown, _) | (_, Some(_)) => "first-scan",
        (Origin::Cache | Origin::Checked, None) => "no-briefs",
    };
    let text = context.words.with(key, &[("folder", folder)]);
    let room = usize::from(area.width.saturating_sub(6)).clamp(10, 72);
    let mut y = area.y + 1;
    for paragraph in text.lines() {
        let safe = Safe::new(paragraph);
        for line in wrap(safe.as_str(), room) {
            if y < area.bottom() {
                canvas.put(area.x + 3, y, area.width, &safe.slice(line), Face::Text);
            }
            y += 1;
        }
    }
}
