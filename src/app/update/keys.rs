//! Keys to commands: counts, prefixes, what an unbound key could have been.

use std::time::Duration;

use super::{
    amended, basket, board, copying, correcting, finding, importing, links, listing, lists,
    looking, marks, motions, overview, pages, reading, saving, sentences, tagging, taking, visits,
    writing,
};
use crate::app::chord::{Chord, Key};
use crate::app::command::{Command, Group};
use crate::app::effect::Effect;
use crate::app::keymap::{Meaning, Mode};
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::message::Timer;
use crate::app::notice::{Level, Notice};
use crate::app::overlays::Overlay;
use crate::app::state::{State, Typed};

/// How long a prefix stands before the keys that may follow are shown.
const HINTS_AFTER: Duration = Duration::from_millis(400);

/// The largest count that can be typed.
const MOST: usize = 99_999;

/// A key was pressed.
pub(super) fn pressed(state: &mut State, chord: Chord) -> Vec<Effect> {
    let_passing_notice_go(state);
    // No configuration takes this way out.
    if chord.ctrl && chord.key == Key::Char('c') {
        return interrupt(state);
    }
    state.interrupted = false;
    let mode = state.mode();
    if matches!(mode, Mode::Global | Mode::Page)
        && state.typed.chords.is_empty()
        && counted(state, chord)
    {
        return Vec::new();
    }
    if chord == Chord::plain(Key::Esc) && !state.typed.chords.is_empty() {
        state.typed = Typed::default();
        return Vec::new();
    }
    let mut chords = std::mem::take(&mut state.typed.chords);
    chords.push(chord);
    match state.keymap.meaning(mode, &chords) {
        Meaning::Command(command) => {
            let count = state.typed.count.take();
            state.typed.hints = false;
            if command != Command::Advance {
                state.announced_end = false;
            }
            run(state, command, count)
        }
        Meaning::Prefix(_) => {
            state.typed.chords = chords;
            vec![Effect::After(HINTS_AFTER, Timer::Hints)]
        }
        Meaning::Unbound => {
            state.typed = Typed::default();
            unbound(state, mode, &chords)
        }
    }
}

/// The reader goes on: what was said in passing is not said any longer.
pub(super) fn let_passing_notice_go(state: &mut State) {
    if state.notice.as_ref().is_some_and(|notice| notice.level == Level::Info) {
        state.notice = None;
    }
}

/// Takes a digit of a count; a leading zero is none.
fn counted(state: &mut State, chord: Chord) -> bool {
    let Key::Char(c) = chord.key else { return false };
    let (Some(digit), false, false) = (c.to_digit(10), chord.ctrl, chord.alt) else { return false };
    let unbound = state.keymap.meaning(state.mode(), &[chord]) == Meaning::Unbound;
    let before = state.typed.count;
    if !unbound || (digit == 0 && before.is_none()) {
        return false;
    }
    let digit = usize::try_from(digit).unwrap_or(0);
    state.typed.count = Some((before.unwrap_or(0) * 10 + digit).min(MOST));
    true
}

/// A key that is bound to nothing: a letter for the line, else a hint.
fn unbound(state: &mut State, mode: Mode, chords: &[Chord]) -> Vec<Effect> {
    if mode == Mode::Text {
        return match chords {
            [Chord { key: Key::Char(c), ctrl: false, alt: false }] => {
                writing::insert(state, c.encode_utf8(&mut [0; 4]))
            }
            _ => Vec::new(),
        };
    }
    if mode == Mode::Line {
        if let [Chord { key: Key::Char(c), ctrl: false, alt: false }] = chords {
            let letter = c.to_string();
            if let Some(line) = state.line() {
                line.insert(&letter);
            }
            return looking::typed(state);
        }
        return Vec::new();
    }
    let typed: Vec<String> = chords.iter().map(Chord::to_string).collect();
    let typed = typed.join(" ");
    let near = kin(state, chords);
    let notice = if near.is_empty() { "key-unbound" } else { "key-unbound-near" };
    state.notice = Some(Notice::info(notice).text("key", typed).text("near", near));
    Vec::new()
}

/// The bindings that an unbound key may have been meant for: the same letter, however pressed.
fn kin(state: &State, typed: &[Chord]) -> String {
    let letter = |chord: &Chord| match chord.key {
        Key::Char(c) => Some(c.to_lowercase().to_string()),
        _ => None,
    };
    let wanted = typed.last().and_then(letter);
    let is_near = |chords: &str| {
        let last = chords.split(' ').next_back().and_then(|chord| chord.parse().ok());
        wanted.is_some() && last.as_ref().and_then(letter) == wanted
    };
    let mut near = state.keymap.bindings(Mode::Global);
    near.retain(|(chords, command)| is_near(chords) && state.offers(*command));
    // One key is likelier meant than one behind a prefix.
    near.sort_by_key(|(chords, _)| chords.len());
    let words: Vec<String> = near
        .into_iter()
        .take(3)
        .map(|(chords, command)| {
            format!("{chords} {}", state.shared.words.text(&command.message()))
        })
        .collect();
    words.join(" · ")
}

/// Text was pasted: it goes into the line being typed and is never a command.
pub(super) fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    state.typed = Typed::default();
    if state.mode() == Mode::Text {
        return writing::insert(state, text);
    }
    if let Some(Overlay::Import(_)) = &state.overlay {
        return importing::pasted(state, text);
    }
    match state.line() {
        Some(line) => {
            line.insert(text);
            looking::typed(state)
        }
        None => {
            state.notice = Some(Notice::info("paste-ignored"));
            Vec::new()
        }
    }
}

/// ctrl-c closes what is open; twice in a row it leaves.
fn interrupt(state: &mut State) -> Vec<Effect> {
    state.typed = Typed::default();
    if state.interrupted {
        return leave(state);
    }
    state.interrupted = true;
    let effects = if state.overlay.is_some() { looking::close(state) } else { Vec::new() };
    state.notice = Some(Notice::info("interrupt-again"));
    effects
}

/// Leaves, keeping the place in the text.
pub(super) fn leave(state: &mut State) -> Vec<Effect> {
    let mut effects = state.last_words();
    effects.push(Effect::Quit);
    effects
}

/// Carries out a command.
pub(super) fn run(state: &mut State, command: Command, count: Option<usize>) -> Vec<Effect> {
    let moves = state.focus == Focus::Countries && Motion::of(command, 1).is_some();
    let late = if moves { Vec::new() } else { motions::catch_up(state) };
    late.into_iter().chain(carry_out(state, command, count)).collect()
}

fn carry_out(state: &mut State, command: Command, count: Option<usize>) -> Vec<Effect> {
    if let Some(right) = command.needs().filter(|&right| !state.shared.rights.allow(right)) {
        state.notice = Some(Notice::info(right.refusal()));
        return Vec::new();
    }
    match command {
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => {
            return writing::keep_draft(state).into_iter().chain([Effect::Suspend]).collect();
        }
        Command::Quit => return leave(state),
        _ => {}
    }
    match &state.overlay {
        Some(Overlay::Picker(_) | Overlay::Prompt(_)) => looking::line(state, command),
        Some(Overlay::Question(_)) => taking::answer(state, command),
        Some(Overlay::Sheet(_)) => copying::sheet(state, command, count.unwrap_or(1)),
        Some(Overlay::Note(_)) => writing::command(state, command),
        Some(Overlay::Import(_)) => importing::command(state, command),
        Some(Overlay::Sentence) => writing::choosing(state, command, count.unwrap_or(1)),
        None => on_panes(state, command, count),
    }
}

/// Carries out a command on the panes or the page.
fn on_panes(state: &mut State, command: Command, count: Option<usize>) -> Vec<Effect> {
    let many = count.unwrap_or(1);
    if let Some(effects) = board::command(state, command, many) {
        return effects;
    }
    if let Some(effects) = sentences::command(state, command, many) {
        return effects;
    }
    match command {
        Command::Advance => reading::advance(state),
        Command::Open => lists::open(state),
        Command::Into => lists::into(state),
        Command::Out => lists::out(state),
        Command::Back => lists::back(state),
        Command::Close => lists::close(state),
        Command::NextPane => lists::turn(state, true),
        Command::PreviousPane => lists::turn(state, false),
        Command::NextArticle => reading::step_article(state, true, many),
        Command::PreviousArticle => reading::step_article(state, false, many),
        Command::NextUnread => reading::step_unread(state, true),
        Command::PreviousUnread => reading::step_unread(state, false),
        Command::CountryPage => pages::country_page(state),
        Command::Pair => overview::ask_partner(state),
        Command::Digest => overview::digest(state),
        Command::Agenda => overview::agenda(state),
        Command::OpenLink => links::choose(state),
        Command::Period => visits::ask(state),
        Command::Seen => visits::seen(state),
        Command::Find => looking::prompt(state),
        Command::FindNext => finding::again(state, true),
        Command::FindPrevious => finding::again(state, false),
        Command::Finder => looking::finder(state),
        Command::Palette => listing::palette(state),
        Command::Help => listing::help(state),
        Command::Problems => listing::problems(state),
        Command::ToggleRead => marks::toggle_read(state),
        Command::MarkAllRead => marks::ask_all_read(state),
        Command::ToggleStar => marks::toggle_star(state),
        Command::Correct => correcting::begin(state),
        Command::Tag => tagging::ask_one(state),
        Command::TagAll => tagging::ask_all(state),
        Command::SaveSearch => saving::ask_name(state),
        Command::RenameSearch => saving::ask_other_name(state),
        Command::RemoveSearch => saving::remove(state),
        Command::Note => writing::on_what_is_meant(state),
        Command::NoteCountry => writing::on_country(state),
        Command::NoteSentence => writing::on_sentence(state),
        Command::Notes => listing::notes(state),
        Command::Undo => marks::undo(state),
        Command::Redo => marks::redo(state),
        other if other.group() == Group::Take => take_along(state, other),
        Command::Dropped => reading::dropped(state),
        Command::Sort => lists::sort(state),
        Command::Layout => lists::layout(state),
        Command::Zoom => lists::zoom(state),
        Command::Samples => vec![Effect::OpenSamples],
        Command::Reload => lists::reload(state),
        other => motions::step(state, other, many),
    }
}

/// Carries out a command that takes text along.
fn take_along(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Sentences => sentences::toggle(state),
        Command::Copy => copying::copy(state),
        Command::Sheet => copying::alone(state),
        Command::Export => taking::ask_export(state),
        Command::Import => importing::begin(state),
        Command::Collect => basket::collect(state),
        Command::TakeOut => basket::take_out(state),
        Command::Basket => basket::show(state),
        Command::MoveUp => basket::trade(state, false),
        Command::MoveDown => basket::trade(state, true),
        Command::EmptyBasket => basket::empty(state),
        Command::Amended => amended::show(state),
        _ => Vec::new(),
    }
}
