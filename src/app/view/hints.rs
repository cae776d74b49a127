//! The last line of the screen: a notice, what may follow a prefix, or the keys that matter here.

use ratatui::layout::Rect;

use crate::app::command::Command;
use crate::app::context::Context;
use crate::app::layout::Focus;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::Kind;
use crate::app::paint::Canvas;
use crate::app::panes::board::Listed;
use crate::app::state::State;
use crate::app::theme::Face;
use crate::app::topic::Topic;
use crate::text::{Safe, width};

/// The last line: a notice, what may follow a prefix, or the few keys that matter here.
pub(super) fn render(state: &State, canvas: &mut Canvas<'_>, context: &Context<'_>) {
    let area = state.areas.hints;
    if let Some((text, face)) = said(state, context) {
        canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), &text, face);
        return;
    }
    if state.typed.hints && !state.typed.chords.is_empty() {
        let is_offered = |command: &Option<Command>| command.is_none_or(|it| state.offers(it));
        let following = state.keymap.continuations(state.mode(), &state.typed.chords).into_iter();
        let following = following.filter(|(_, command)| is_offered(command));
        let following = following.map(|(chord, command)| {
            let what = match command {
                Some(command) => context.words.text(&command.message()),
                None => context.glyphs.ellipsis.to_owned(),
            };
            (chord.to_string(), what)
        });
        may_follow(canvas, area, &following.collect::<Vec<_>>());
        return;
    }
    let hint = |&command: &Command| {
        if !state.offers(command) {
            return None;
        }
        let chords = state.keymap.chords_of(state.mode(), command).into_iter().next()?;
        Some((key_name(&chords, context), context.words.text(&format!("hint-{command}"))))
    };
    let mut room = area;
    let typed = typed(state);
    if !typed.is_empty() {
        let from = canvas.put_right(area.right(), area.y, &Safe::new(&typed), Face::Key);
        room.width = from.saturating_sub(area.x);
        keys(canvas, room, commands(state).iter().filter_map(hint));
        return;
    }
    // The way to all other keys never falls off the end of the line.
    if let Some((key, what)) = hint(&Command::Help).filter(|_| state.overlay.is_none()) {
        let help = Safe::new(&format!("{key} {what} "));
        let from = canvas.put_right(area.right(), area.y, &help, Face::Dim);
        room.width = from.saturating_sub(area.x);
    }
    if let Some(Overlay::Picker(_)) = state.overlay {
        let how = context.say("hint-narrow");
        let shown = commands(state).iter().filter_map(hint);
        let taken: usize =
            shown.map(|(key, what)| columns(&Safe::new(&key), &Safe::new(&what))).sum();
        // Letters are typed there, and whoever presses j is told so; the way out matters more.
        if taken + width::width(how.as_str()) + 1 <= usize::from(area.width) {
            canvas.put_right(area.right(), area.y, &how, Face::Dim);
        }
    }
    if state.overlay.is_none() && state.board.is_none() {
        // What waits for the reader stays in sight.
        let waiting = [
            ("hint-basket", context.basket.len(), Face::Strong),
            ("hint-amended", context.amended.len(), Face::Warning),
        ];
        for (key, count, face) in waiting.into_iter().filter(|(_, count, _)| *count > 0) {
            let (right, said) = (room.right().saturating_sub(2), context.count(key, count));
            let from = canvas.put_right(right, area.y, &said, face);
            room.width = from.saturating_sub(area.x);
        }
    }
    keys(canvas, room, commands(state).iter().filter_map(hint));
}

/// The keys that may follow a prefix: on the last line, and on as many above it as they take, half of the screen at most.
fn may_follow(canvas: &mut Canvas<'_>, area: Rect, following: &[(String, String)]) {
    let room = usize::from(area.width).saturating_sub(1);
    let mut lines: Vec<Vec<(String, String)>> = Vec::new();
    let mut left = 0;
    for (key, what) in following {
        let taken = columns(&Safe::new(key), &Safe::new(what));
        if taken > left || lines.is_empty() {
            lines.push(Vec::new());
            left = room;
        }
        left = left.saturating_sub(taken);
        if let Some(line) = lines.last_mut() {
            line.push((key.clone(), what.clone()));
        }
    }
    lines.truncate(usize::from(area.y / 2).max(1));
    for (line, y) in lines.into_iter().rev().zip((0..=area.y).rev()) {
        let row = Rect { y, ..area };
        canvas.clear(row);
        keys(canvas, row, line.into_iter());
    }
}

/// What is said in place of the keys: a question, a notice, what a paste waits for.
fn said(state: &State, context: &Context<'_>) -> Option<(Safe, Face)> {
    match (&state.overlay, &state.notice) {
        (Some(Overlay::Note(editor)), _) if editor.asks => {
            Some((context.say("ask-drop-note"), Face::Warning))
        }
        (_, Some(notice)) => Some((context.say_with(notice.key, &notice.arguments), Face::Strong)),
        (Some(Overlay::Import(import)), None) => Some((context.say(import.hint()), Face::Key)),
        _ => None,
    }
}

/// What was typed of a count or a longer command.
fn typed(state: &State) -> String {
    let count = state.typed.count.map(|count| count.to_string());
    let chords = state.typed.chords.iter().map(ToString::to_string);
    let parts: Vec<String> = count.into_iter().chain(chords).collect();
    if parts.is_empty() { String::new() } else { format!("{} ", parts.join(" ")) }
}

/// Columns that a key takes with what it does and the blanks behind both.
fn columns(key: &Safe, what: &Safe) -> usize {
    width::width(key.as_str()) + width::width(what.as_str()) + 3
}

/// Keys with what they do, as many as fit.
fn keys(canvas: &mut Canvas<'_>, area: Rect, pairs: impl Iterator<Item = (String, String)>) {
    let mut x = area.x + 1;
    for (key, what) in pairs {
        let (key, what) = (Safe::new(&key), Safe::new(&what));
        if usize::from(x) + columns(&key, &what) > usize::from(area.right()) {
            break;
        }
        x += canvas.put(x, area.y, area.width, &key, Face::Key) + 1;
        x += canvas.put(x, area.y, area.width, &what, Face::Dim) + 2;
    }
}

/// A key as the hints call it: named keys in the reader's language.
fn key_name(chords: &str, context: &Context<'_>) -> String {
    match chords {
        "space" | "enter" | "tab" | "esc" => context.words.text(&format!("key-{chords}")),
        other => other.to_owned(),
    }
}

/// The commands that matter most where the focus is.
fn commands(state: &State) -> &'static [Command] {
    use Command::{
        Accept, Advance, Back, Close, Collect, Copy, CountryPage, Down, Editor, EmptyBasket,
        Export, Find, FindNext, Finder, KeepNote, MarkAllRead, MoveDown, MoveUp, NextArticle,
        NextUnread, NoteSentence, Open, Pair, Samples, Seen, Sentences, Sort, TakeOut, ToggleRead,
        ToggleStar, Undo, Up, Widen,
    };
    let is_empty = state.shared.library.briefs().is_empty() && state.reader.document().is_none();
    match (&state.overlay, &state.page) {
        (Some(Overlay::Picker(picker)), _) if picker.kind == Kind::Palette => {
            &[Accept, Widen, Close]
        }
        (Some(Overlay::Picker(_)), _) => &[Accept, Close],
        (Some(Overlay::Note(_)), _) if state.shared.settings.external_editor => {
            &[KeepNote, Close, Editor]
        }
        (Some(Overlay::Note(_)), _) => &[KeepNote, Close],
        (Some(Overlay::Sentence), _) => &[Down, Up, Open, Close],
        _ if state.board.as_ref().is_some_and(|board| board.listed == Listed::Amended) => {
            &[Open, ToggleRead, MarkAllRead, Back]
        }
        _ if state.board.is_some() => {
            &[Open, TakeOut, MoveUp, MoveDown, Copy, Export, EmptyBasket, Undo, Back]
        }
        (_, None) if is_empty => &[Samples, Back],
        (_, None) if state.focus == Focus::Reader && state.reader.walks() => {
            &[Down, Up, Copy, Collect, NoteSentence, Close]
        }
        // The first line of the page tells the key of its period.
        (_, Some(page)) => match page.topic() {
            Topic::Country(_) => &[Open, Copy, Collect, Pair, Seen, Back, Find, Export],
            Topic::Pair(..) => &[Open, Copy, Collect, Pair, CountryPage, Back, Find, Export],
            Topic::Digest | Topic::Agenda => {
                &[Open, Copy, Collect, CountryPage, Back, Find, Export]
            }
        },
        (_, None) => match state.focus {
            Focus::Countries => &[Open, CountryPage, Finder, Find, NextUnread, Back],
            Focus::Articles if state.articles.hits().is_some() => {
                &[Open, FindNext, Sort, Find, NextUnread, ToggleStar, Back]
            }
            Focus::Articles => {
                &[Open, NextUnread, Finder, Find, ToggleStar, CountryPage, Undo, Back]
            }
            Focus::Reader if state.articles.hits().is_some() => {
                &[Advance, FindNext, NextArticle, Find, Copy, Export, Back]
            }
            Focus::Reader => {
                &[Advance, NextArticle, Find, Sentences, Copy, Back, Finder, CountryPage, Export]
            }
        },
    }
}
