//! Searching the texts: what is narrowed by words is asked of the index, by a worker, and what it finds is a view like any
//! other. Nothing here waits: the rows of before stay until the answer comes.

use std::sync::Arc;

use super::{finding, keys, lists, motions, narrowing, reading};
use crate::app::command::Command;
use crate::app::effect::{Effect, ToFind};
use crate::app::layout::Focus;
use crate::app::message::Answer;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::Purpose;
use crate::app::panes::articles::Asked;
use crate::app::panes::reader::Passage;
use crate::app::saved::search;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::model::BriefId;
use crate::search::Query;
use crate::search::index::Order;
use crate::search::query::Node;

/// Hits that are asked for at first: what a tall screen shows, and some.
const FIRST: usize = 60;

/// So many times more are asked for where the cursor comes to their end.
const MORE: usize = 4;

/// Searches all texts, from wherever the reader is; `q` leads back there.
pub(super) fn everywhere(state: &mut State, typed: &str) -> Vec<Effect> {
    let kept = reading::keep_position(state);
    let here = whereabouts(state);
    state.page = None;
    state.zoom = false;
    state.focus = Focus::Articles;
    lists::show_scope(state, Scope::All);
    let generation = state.next_generation();
    state.articles.filter.set_out_from(here);
    state.articles.filter.ask(typed, generation);
    let remembered = narrowing::remember(state, typed);
    let (typed, cursor, today) = (typed.to_owned(), typed.len(), state.shared.today);
    let read = Effect::ReadQuery { generation, typed, cursor, today };
    kept.into_iter().chain(remembered).chain([read]).collect()
}

/// The list and the brief that a search sets out from.
pub(super) fn whereabouts(state: &State) -> (Scope, Option<BriefId>) {
    let brief = state.articles.brief(&state.shared.library);
    (state.articles.scope(), brief.map(|brief| brief.id.clone()))
}

/// Asks the texts for what was typed, within what the list shows.
pub(super) fn ask(state: &mut State, query: Arc<Query>, generation: u64) -> Vec<Effect> {
    let typed = state.articles.filter.typed();
    // What was saved is meant as it stands.
    let is_saved = saved_query(state) == Some(typed);
    let open = if is_saved { query.root.clone() } else { query.root.open_at(typed.len()) };
    let within = state.articles.scope().filter().map_or(Node::Everything, Node::Is);
    let of_texts = Arc::new(Query { root: open.and(within), problems: Vec::new() });
    send(state, Asked { query, of_texts, limit: FIRST, goes_on: false }, generation)
}

fn send(state: &mut State, asked: Asked, generation: u64) -> Vec<Effect> {
    let (query, limit) = (Arc::clone(&asked.of_texts), asked.limit);
    let order = state.articles.filter.order;
    state.articles.filter.ask_texts(asked, generation);
    vec![Effect::Search { generation, query, order, limit }]
}

/// The texts answered; an answer to an older line is dropped.
pub(super) fn searched(
    state: &mut State,
    generation: u64,
    result: Result<Answer, Notice>,
) -> Vec<Effect> {
    if !state.articles.filter.awaits(generation) {
        return Vec::new();
    }
    let goes_on = state.articles.filter.asked().is_some_and(|asked| asked.goes_on);
    state.articles.filter.answered(result);
    state.articles.rebuild(&state.shared.context());
    if goes_on {
        let waits = state.articles.filter.then.take().filter(|_| state.overlay.is_none());
        return waits.map_or_else(Vec::new, |command| keys::run(state, command, None));
    }
    state.articles.place_at_first();
    let is_typing = matches!(&state.overlay, Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::FilterArticles);
    if is_typing { Vec::new() } else { arrived(state) }
}

/// A search stands: what is lacking is said, and the first hit is shown where that is cheap.
pub(super) fn arrived(state: &mut State) -> Vec<Effect> {
    if !state.articles.is_empty() && std::mem::take(&mut state.articles.filter.opens_when_ready) {
        return lists::open_article(state);
    }
    if !state.articles.filter.is_awaiting()
        && let Some(trouble) = state.articles.filter.trouble()
    {
        state.notice = Some(trouble.clone());
    }
    state.settle();
    motions::rest(state)
}

/// Asks for more hits where the cursor comes to the end of those at hand.
pub(super) fn more(state: &mut State) -> Vec<Effect> {
    if state.articles.filter.is_awaiting() || !state.articles.wants_more() {
        return Vec::new();
    }
    let Some(asked) = state.articles.filter.asked().cloned() else { return Vec::new() };
    let generation = state.next_generation();
    let limit = asked.limit.saturating_mul(MORE);
    send(state, Asked { limit, goes_on: true, ..asked }, generation)
}

/// What is done with a whole list is done with all that was found: hits that are not at hand come first, then the command.
pub(super) fn with_all(state: &mut State, command: Command) -> Option<Vec<Effect>> {
    let asked = state.articles.filter.asked().filter(|_| state.articles.filter.lacks_hits());
    let asked = Asked { limit: usize::MAX, goes_on: true, ..asked?.clone() };
    let generation = state.next_generation();
    let effects = send(state, asked, generation);
    state.articles.filter.then = Some(command);
    Some(effects)
}

/// The same search again from its first hit: in another order, or as it is asked for.
pub(super) fn again(state: &mut State) -> Vec<Effect> {
    let Some(asked) = state.articles.filter.asked().cloned() else { return Vec::new() };
    let generation = state.next_generation();
    send(state, Asked { limit: FIRST, goes_on: false, ..asked }, generation)
}

/// The texts changed, and what was found in them is looked for anew. Hits that a mark takes away stay while they are looked at,
/// and an answer that is on its way comes first.
pub(super) fn texts_changed(state: &mut State) -> Vec<Effect> {
    let filter = &state.articles.filter;
    let stays = |asked: &&Asked| !filter.is_awaiting() && !asked.asks_for_marks();
    let Some(asked) = filter.asked().filter(stays).cloned() else { return Vec::new() };
    let generation = state.next_generation();
    send(state, Asked { goes_on: true, ..asked }, generation)
}

/// `o`: by relevance or by date.
pub(super) fn sort(state: &mut State) -> Vec<Effect> {
    let (order, key) = match state.articles.filter.order {
        Order::Relevance => (Order::Date, "sorted-newest"),
        Order::Date => (Order::Relevance, "sorted-relevance"),
    };
    state.articles.filter.order = order;
    state.notice = Some(Notice::info(key));
    again(state)
}

/// Shows another scope; of a saved search what it finds.
pub(super) fn enter(state: &mut State, scope: Scope) -> Vec<Effect> {
    state.articles.enter(scope, &state.shared.context());
    let Some(query) = saved_query(state).map(str::to_owned) else { return Vec::new() };
    let generation = state.next_generation();
    state.articles.filter.ask(&query, generation);
    let (cursor, today) = (0, state.shared.today);
    vec![Effect::ReadQuery { generation, typed: query, cursor, today }]
}

/// What the saved search that is shown looks for, where one is.
fn saved_query(state: &State) -> Option<&str> {
    match state.articles.scope() {
        Scope::Search(id) => Some(&search(&state.shared.searches, id)?.query),
        _ => None,
    }
}

/// Whether the list shows what was searched for there, rather than its scope or the saved search.
pub(super) fn is_away(state: &State) -> bool {
    let filter = &state.articles.filter;
    filter.asked().is_some() && saved_query(state) != Some(filter.typed())
}

/// Leaves what narrows the list for the view that the search set out from; a saved search as it was saved stays.
pub(super) fn leave(state: &mut State) -> Vec<Effect> {
    if matches!(state.finding.sought, Some(ToFind::Terms(_))) {
        state.finding.sought = None;
        state.reader.forget();
    }
    if saved_query(state) == Some(state.articles.filter.typed()) {
        return Vec::new();
    }
    let origin = state.articles.filter.origin().cloned();
    state.articles.filter.clear();
    state.articles.rebuild(&state.shared.context());
    if let Some((scope, brief)) = origin {
        lists::show_scope(state, scope);
        if let Some(brief) = brief {
            state.articles.select(&brief, &state.shared.library);
        }
    }
    match state.articles.scope() {
        scope @ Scope::Search(_) => enter(state, scope),
        _ => Vec::new(),
    }
}

/// A text came into the reader: where it is what was found, its matches are looked for.
pub(super) fn opened(state: &mut State) -> Vec<Effect> {
    let onward = !std::mem::take(&mut state.finding.comes_from_below);
    let under_cursor = state.articles.brief(&state.shared.library).map(|brief| &brief.id);
    let is_hit = state.articles.hits().is_some() && under_cursor == state.reader.id();
    match state.articles.filter.asked().filter(|_| is_hit) {
        Some(asked) => {
            // What was found by another spelling stands out in that spelling.
            let sought = state.articles.sought().unwrap_or(&asked.of_texts);
            let sought = ToFind::Terms(Arc::clone(sought));
            finding::look(state, sought, onward)
        }
        None => Vec::new(),
    }
}

/// What was found in a note on a sentence opens at that sentence.
pub(super) fn point_at_note(state: &mut State) {
    let Some(passage) = state.articles.noted().and_then(Passage::noted) else { return };
    state.citation = Some(passage);
    state.finding.sought = state.articles.sought().cloned().map(ToFind::Terms);
}

/// Behind the last match of a text the next hit comes, before the first one the hit before.
pub(super) fn next_hit(state: &mut State, onward: bool) -> Option<Vec<Effect>> {
    let of_search = matches!(state.finding.sought, Some(ToFind::Terms(_)));
    if !of_search || state.articles.hits().is_none() || !state.reader.is_at_last_match(onward) {
        return None;
    }
    state.finding.comes_from_below = !onward;
    let effects = reading::step_article(state, onward, 1);
    if effects.is_empty() {
        state.finding.comes_from_below = false;
    }
    Some(effects)
}
