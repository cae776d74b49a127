//! `:import`: a dispatch is pasted, looked at, and taken into the reader's own inbox or dropped; `:discard` takes one out of it.

use super::marks;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::import::{Import, Stage};
use crate::app::overlays::question::{Answer, Question};
use crate::app::state::State;
use crate::library::LARGEST_DISPATCH;
use crate::model::Brief;

/// Waits for a dispatch to be pasted.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    // What was said before gives way: the last line tells what is to be done.
    state.notice = None;
    state.overlay = Some(Overlay::Import(Box::default()));
    Vec::new()
}

/// Asks before the dispatch that is meant leaves the inbox.
pub(super) fn ask_discard(state: &mut State) -> Vec<Effect> {
    let meant = marks::meant(state).and_then(|id| state.shared.library.brief(&id).cloned());
    let Some(brief) = meant.filter(|brief| brief.file.below_inbox().is_some()) else {
        state.notice = Some(Notice::info("discard-what"));
        return Vec::new();
    };
    state.overlay = Some(Overlay::Question(Question {
        notice: Notice::info("ask-discard").text("title", brief.title.clone()),
        detail: None,
        answer: Answer::Carry(Effect::Discard(brief.file.clone())),
    }));
    Vec::new()
}

fn import(state: &mut State) -> Option<&mut Import> {
    match &mut state.overlay {
        Some(Overlay::Import(import)) => Some(import),
        _ => None,
    }
}

/// Text was pasted: it is looked at, in the place of what was pasted before.
pub(super) fn pasted(state: &mut State, pasted: &str) -> Vec<Effect> {
    let is_keeping = import(state).is_none_or(|it| matches!(it.stage, Stage::Keeping { .. }));
    if is_keeping {
        return Vec::new();
    }
    // A terminal sends the ends of lines as it sends the key for them.
    let text = pasted.replace("\r\n", "\n").replace('\r', "\n");
    if text.len() > LARGEST_DISPATCH {
        let notice = Notice::info("import-too-long").number("most", LARGEST_DISPATCH / 1024);
        state.notice = Some(notice);
        return Vec::new();
    }
    let generation = state.next_generation();
    let Some(import) = import(state) else { return Vec::new() };
    import.stage = Stage::Awaited { generation, text: text.clone() };
    vec![Effect::Appraise { generation, text }]
}

/// What was pasted was looked at, or is kept; no other message comes here.
pub(super) fn answered(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Appraised { generation, stories } => appraised(state, generation, stories),
        Message::Received { trouble } => received(state, trouble),
        Message::Discarded(Ok(path)) => {
            state.notice = Some(Notice::info("discarded").text("path", path));
            vec![Effect::Refresh]
        }
        Message::Discarded(Err(trouble)) => {
            state.notice = Some(trouble);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What was pasted is known for what it is; an answer to an earlier paste is dropped.
fn appraised(state: &mut State, generation: u64, stories: Vec<Brief>) -> Vec<Effect> {
    let has_words = stories.iter().any(|story| story.words > 0);
    let main = stories.into_iter().filter(|story| story.parent.is_none() && has_words);
    let stories: Vec<Brief> = main.collect();
    let is_known = stories.iter().any(|story| state.shared.library.brief(&story.id).is_some());
    let Some(import) = import(state) else { return Vec::new() };
    match std::mem::take(&mut import.stage) {
        Stage::Awaited { generation: awaited, text } if awaited == generation => {
            import.stage = Stage::Appraised { text, stories, is_known };
        }
        other => import.stage = other,
    }
    Vec::new()
}

/// Carries out a command: Enter takes the dispatch, Esc drops it, no other key does anything. A terminal that does not mark
/// what is pasted sends it as keys.
pub(super) fn command(state: &mut State, command: Command) -> Vec<Effect> {
    let Some(import) = import(state) else { return Vec::new() };
    match (command, std::mem::take(&mut import.stage)) {
        // What is on its way to the disk is dropped no longer.
        (_, stage @ Stage::Keeping { .. }) => {
            import.stage = stage;
            Vec::new()
        }
        (Command::Close, _) => {
            state.overlay = None;
            Vec::new()
        }
        (Command::Open, Stage::Appraised { text, stories, .. }) if !stories.is_empty() => {
            import.stage = Stage::Keeping { text: text.clone(), stories };
            vec![Effect::Receive(text)]
        }
        (_, stage) => {
            import.stage = stage;
            Vec::new()
        }
    }
}

/// The dispatch is on the disk, or why it is not; then it stays to be tried again, unless ctrl-c closed it.
fn received(state: &mut State, trouble: Option<Notice>) -> Vec<Effect> {
    let kept = import(state).and_then(|import| match std::mem::take(&mut import.stage) {
        Stage::Keeping { text, stories } => Some((text, stories)),
        other => {
            import.stage = other;
            None
        }
    });
    if let Some(trouble) = trouble {
        if let (Some((text, stories)), Some(import)) = (kept, import(state)) {
            import.stage = Stage::Appraised { text, stories, is_known: false };
        }
        state.notice = Some(trouble);
        return Vec::new();
    }
    state.notice = Some(match kept {
        Some((_, stories)) => {
            state.overlay = None;
            let title = stories.into_iter().next().map(|story| story.title);
            Notice::info("import-kept").text("title", title.unwrap_or_default())
        }
        None => Notice::info("import-kept-unseen"),
    });
    vec![Effect::Refresh]
}
