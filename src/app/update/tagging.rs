//! `t`: tags of the reader's own, on one brief or on all of a list; the same tag again takes it off.

use super::{marks, searching};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Before, Choice, Prompt, Purpose, Tagged};
use crate::app::state::State;
use crate::library::{BadTag, TagName};
use crate::model::{BriefId, Change, Field};

/// Asks for a tag for the brief that is meant.
pub(super) fn ask_one(state: &mut State) -> Vec<Effect> {
    let Some(id) = marks::markable(state) else { return Vec::new() };
    ask(state, Tagged::Brief(id))
}

/// Asks for a tag for all main stories of the list.
pub(super) fn ask_all(state: &mut State) -> Vec<Effect> {
    if let Some(effects) = searching::with_all(state, Command::TagAll) {
        return effects;
    }
    let listed = listed(state).len();
    if state.page.is_some() || listed == 0 {
        state.notice = Some(Notice::info("nothing-to-mark"));
        return Vec::new();
    }
    ask(state, Tagged::List(listed))
}

fn ask(state: &mut State, what: Tagged) -> Vec<Effect> {
    let ids = ids(state, &what);
    let marking = &state.shared.marking;
    let known = marking.shown().known_tags().into_iter();
    let choices = known.map(|(key, (name, _))| Choice {
        name: name.to_owned(),
        key: key.to_owned(),
        is_on: ids.iter().all(|id| marking.tag(id, key).is_some()),
    });
    let choices = choices.collect();
    let prompt = Prompt::new(Purpose::Tag(what), "", Before::default());
    state.overlay = Some(Overlay::Prompt(prompt.with_choices(choices)));
    Vec::new()
}

/// The main stories of the list.
fn listed(state: &State) -> Vec<BriefId> {
    let briefs = state.articles.briefs(&state.shared.library);
    briefs.map(|(_, brief)| brief.id.clone()).collect()
}

fn ids(state: &State, what: &Tagged) -> Vec<BriefId> {
    match what {
        Tagged::Brief(id) => vec![id.clone()],
        Tagged::List(_) => listed(state),
    }
}

/// Gives the tag that was typed; where all have it, takes it off. What cannot be a tag is said, and
/// the line stays.
pub(super) fn accept(state: &mut State, what: &Tagged, text: &str) -> Vec<Effect> {
    let TagName { key, name } = match TagName::new(text) {
        Ok(tag) => tag,
        Err(bad) => {
            state.notice = Some(Notice::info(match bad {
                BadTag::Empty => "tag-empty",
                BadTag::TooLong => "tag-too-long",
                BadTag::Unseen => "tag-unseen",
            }));
            return Vec::new();
        }
    };
    state.overlay = None;
    let marking = &state.shared.marking;
    // A known tag stays written as it is.
    let name = marking
        .shown()
        .known_tags()
        .get(key.as_str())
        .map_or(name, |(known, _)| (*known).to_owned());
    let mut ids = ids(state, what);
    let takes_off = ids.iter().all(|id| marking.tag(id, &key).is_some());
    if !takes_off {
        ids.retain(|id| marking.tag(id, &key).is_none());
    }
    let name = (!takes_off).then_some(name);
    let field = Field::Tag { key, name };
    let changes = ids.into_iter().map(|id| Change { id, field: field.clone() }).collect();
    marks::act(state, if takes_off { "did-untag" } else { "did-tag" }, changes)
}
