//! Filters: a list narrows as a line is typed. What the line of the articles means is read by a worker, which knows all
//! names of all countries.

use std::sync::Arc;

use super::{reading, searching};
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::line_editor::LineEditor;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::state::State;
use crate::search::Query;
use crate::search::query::Completion;

/// Narrows the list that the line is for.
pub(super) fn narrow(state: &mut State, text: &str) -> Vec<Effect> {
    let generation = state.next_generation();
    let today = state.shared.today;
    let Some(Overlay::Prompt(prompt)) = &mut state.overlay else { return Vec::new() };
    let context = state.shared.context();
    match &prompt.purpose {
        Purpose::FilterArticles if text.trim().is_empty() => {
            prompt.aid = None;
            state.articles.filter.clear();
            state.articles.rebuild(&context);
        }
        Purpose::FilterArticles => {
            state.articles.filter.ask(text, generation);
            let cursor = prompt.line.before_cursor().len();
            let typed = text.to_owned();
            return vec![Effect::ReadQuery { generation, typed, cursor, today }];
        }
        Purpose::FilterCountries => {
            text.clone_into(&mut state.countries.filter);
            state.countries.rebuild(&context);
        }
        Purpose::Find
        | Purpose::Export
        | Purpose::Correct(..)
        | Purpose::Tag(_)
        | Purpose::Period
        | Purpose::NameSearch { .. } => {}
    }
    Vec::new()
}

/// What was typed was read; an answer to an older line is dropped.
pub(super) fn query_read(
    state: &mut State,
    generation: u64,
    query: Arc<Query>,
    completions: Vec<Completion>,
) -> Vec<Effect> {
    if !state.articles.filter.awaits(generation) {
        return Vec::new();
    }
    let is_typing = match &mut state.overlay {
        Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::FilterArticles => {
            prompt.understand(Arc::clone(&query), completions);
            true
        }
        _ => false,
    };
    if query.root.has_words() {
        return searching::ask(state, query, generation);
    }
    state.articles.filter.understand(query);
    state.articles.rebuild(&state.shared.context());
    // Enter may have been faster.
    if is_typing { Vec::new() } else { searching::arrived(state) }
}

/// Tab: takes what is offered for the word at the cursor; nothing where nothing is.
pub(super) fn complete(state: &mut State) -> Option<Vec<Effect>> {
    let Some(Overlay::Prompt(prompt)) = &mut state.overlay else { return None };
    let completion = prompt.completion()?.clone();
    prompt.line.replace(completion.range, &completion.text);
    let text = prompt.line.text().to_owned();
    Some(narrow(state, &text))
}

/// Up and down: a query asked before, in the place of the one being typed.
pub(super) fn recall(state: &mut State, older: bool) -> Vec<Effect> {
    let Some(Overlay::Prompt(prompt)) = &mut state.overlay else { return Vec::new() };
    let Some(query) = state.past.step(prompt.line.text(), older) else { return Vec::new() };
    prompt.line = LineEditor::new(&query);
    narrow(state, &query)
}

/// A query was taken: it is remembered.
pub(super) fn remember(state: &mut State, query: &str) -> Option<Effect> {
    state.past.add(query).then(|| Effect::KeepQueries(state.past.queries().to_vec()))
}

/// What was asked for in earlier sessions is known.
pub(super) fn past_queries(state: &mut State, queries: Vec<String>) -> Vec<Effect> {
    state.past.learn(queries);
    Vec::new()
}

/// Takes a filter away: that of the focused list, else the other one.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    let context = state.shared.context();
    let at_countries = state.focus == Focus::Countries || state.articles.filter.is_empty();
    if at_countries && !state.countries.filter.is_empty() {
        state.countries.filter.clear();
        state.countries.rebuild(&context);
    } else if !state.articles.filter.is_empty() {
        return searching::leave(state);
    }
    Vec::new()
}

/// Takes back what typing a filter did: it goes, and the cursor stands where it stood.
pub(super) fn take_back(state: &mut State, purpose: &Purpose, before: &Before) -> Vec<Effect> {
    let context = state.shared.context();
    match purpose {
        Purpose::FilterArticles => {
            let effects = searching::leave(state);
            if let Some(id) = &before.brief {
                state.articles.select(id, &state.shared.library);
            }
            return effects;
        }
        Purpose::FilterCountries => {
            state.countries.filter.clear();
            state.countries.select(before.scope, &context);
        }
        Purpose::Find => match &mut state.page {
            Some(page) => {
                page.forget();
                page.return_to(before.page_row);
            }
            None => state.reader.return_to(&before.place),
        },
        Purpose::Export
        | Purpose::Correct(..)
        | Purpose::Tag(_)
        | Purpose::Period
        | Purpose::NameSearch { .. } => {}
    }
    Vec::new()
}

/// A query is typed into the filter of the articles, to be changed or taken.
pub(super) fn try_out(state: &mut State, query: &str) -> Vec<Effect> {
    let kept = reading::keep_position(state);
    state.page = None;
    state.zoom = false;
    state.focus = Focus::Articles;
    let brief = state.articles.brief(&state.shared.library).map(|brief| brief.id.clone());
    let before = Before { scope: state.countries.selected(), brief, ..Before::default() };
    let prompt = Prompt::new(Purpose::FilterArticles, query, before);
    state.overlay = Some(Overlay::Prompt(prompt));
    kept.into_iter().chain(reopened(state)).collect()
}

/// A filter that is typed anew is read anew: what may follow its last word is offered again.
pub(super) fn reopened(state: &mut State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::Prompt(Prompt { line, .. })) if !line.text().is_empty() => {
            let text = line.text().to_owned();
            narrow(state, &text)
        }
        _ => Vec::new(),
    }
}
