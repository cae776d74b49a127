//! `f`: searches saved under a name, renamed and taken away. They are kept in the journal and can be undone as marks can.

use std::sync::Arc;

use super::{lists, motions};
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::saved::{Counted, search};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::library::TagName;
use crate::model::{Naming, SavedSearch};

/// `f s`: asks for a name for what the list is narrowed by.
pub(super) fn ask_name(state: &mut State) -> Vec<Effect> {
    let query = state.articles.filter.typed().trim().to_owned();
    if query.is_empty() {
        state.notice = Some(Notice::info("nothing-to-save"));
        return Vec::new();
    }
    ask(state, Purpose::NameSearch { query, instead_of: None }, "")
}

/// `f r`: asks for another name for a saved search.
pub(super) fn ask_other_name(state: &mut State) -> Vec<Effect> {
    let Some(Counted { key, name, query, .. }) = meant(state) else { return Vec::new() };
    ask(state, Purpose::NameSearch { query, instead_of: Some(key) }, &name)
}

fn ask(state: &mut State, purpose: Purpose, text: &str) -> Vec<Effect> {
    let prompt = Prompt::new(purpose, text, Before::default());
    state.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// The saved search that is meant: the one under the cursor of the countries, else the one in the list. Says so where there
/// is none.
fn meant(state: &mut State) -> Option<Counted> {
    let scope = match state.focus {
        Focus::Countries => state.countries.selected(),
        Focus::Articles | Focus::Reader => state.articles.scope(),
    };
    let found = match scope {
        Scope::Search(id) => search(&state.shared.searches, id).cloned(),
        _ => None,
    };
    if found.is_none() {
        state.notice = Some(Notice::info("no-search-here"));
    }
    found
}

/// Saves a search under the name that was typed; what cannot be a name is said, and the line stays.
pub(super) fn accept(
    state: &mut State,
    query: &str,
    instead_of: Option<String>,
    text: &str,
) -> Vec<Effect> {
    let Ok(TagName { key, name }) = TagName::new(text) else {
        state.notice = Some(Notice::info("search-needs-name"));
        return Vec::new();
    };
    state.overlay = None;
    let what = if instead_of.is_some() { "did-rename-search" } else { "did-save-search" };
    let old = instead_of.filter(|old| *old != key).map(|old| Naming { key: old, search: None });
    let saved = SavedSearch { name: name.clone(), query: query.to_owned() };
    let new = Naming { key, search: Some(saved) };
    state.notice = Some(Notice::info("search-saved").text("name", name));
    act(state, what, old.into_iter().chain([new]).collect())
}

/// `f d`: takes a saved search away.
pub(super) fn remove(state: &mut State) -> Vec<Effect> {
    let Some(Counted { key, name, .. }) = meant(state) else { return Vec::new() };
    state.notice = Some(Notice::info("search-removed").text("name", name));
    act(state, "did-remove-search", vec![Naming { key, search: None }])
}

/// Keeps namings, with the way back.
fn act(state: &mut State, what: &'static str, namings: Vec<Naming>) -> Vec<Effect> {
    let before = |naming: &Naming| {
        let known = state.shared.searches.iter().find(|search| search.key == naming.key);
        let search =
            known.map(|known| SavedSearch { name: known.name.clone(), query: known.query.clone() });
        Naming { key: naming.key.clone(), search }
    };
    let back = namings.iter().map(before).collect();
    state.shared.marking.named(what, back, namings.clone());
    vec![Effect::NameSearches(namings)]
}

/// The searches, or what they hold, changed. Where the one in the list is gone, everything is listed.
pub(super) fn counted(state: &mut State, searches: Arc<Vec<Counted>>) -> Vec<Effect> {
    state.shared.searches = searches;
    let context = state.shared.context();
    state.countries.rebuild(&context);
    match state.articles.scope() {
        Scope::Search(id) if search(context.searches, id).is_none() => {
            lists::show_scope(state, Scope::All);
            motions::rest(state)
        }
        _ => Vec::new(),
    }
}
