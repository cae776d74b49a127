//! Going in and out: panes, pages, the way back; and how the lists are shown.

use super::{editions, keys, looking, motions, narrowing, pages, reading, searching, writing};
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::notice::Notice;
use crate::app::panes::articles::Opened;
use crate::app::panes::page::{Leads, PagePane};
use crate::app::panes::reader::Passage;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::config::{ArticleSort, CountrySort, Layout};
use crate::model::{BriefId, CountryCode};

/// Enter: the articles of a country, the text of an article, the sentence of a citation.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if state.page.is_some() {
        return open_from_page(state);
    }
    match state.focus {
        Focus::Countries => {
            let effects = motions::enter_selected(state);
            state.focus = Focus::Articles;
            effects
        }
        Focus::Articles => open_article(state),
        Focus::Reader => {
            let found = state.reader.id().map(|id| state.shared.library.related(id).to_vec());
            if found.is_some_and(|related| !related.is_empty()) {
                state.notice = Some(Notice::info("related-in-list"));
            }
            Vec::new()
        }
    }
}

/// Opens the article under the list's cursor, or its related stories.
pub(super) fn open_article(state: &mut State) -> Vec<Effect> {
    match state.articles.open(&state.shared.context()) {
        Opened::Brief(id) => {
            searching::point_at_note(state);
            reading::open(state, &id)
        }
        Opened::Country(country) => pages::open_country(state, country),
        Opened::Fold => Vec::new(),
        Opened::Nothing if state.articles.filter.is_awaiting() => {
            state.articles.filter.opens_when_ready = true;
            Vec::new()
        }
        Opened::Nothing => {
            state.notice = Some(Notice::info("nothing-to-open"));
            Vec::new()
        }
    }
}

/// Follows the row under the page's cursor.
fn open_from_page(state: &mut State) -> Vec<Effect> {
    let context = state.shared.context();
    let leads = state.page.as_mut().map_or(Leads::Nowhere, |page| page.open(&context));
    match leads {
        Leads::Citation(citation) => {
            let id = citation.id.clone();
            state.citation = Some(Passage::cited(citation));
            jump(state, &id)
        }
        Leads::Brief(id) => jump(state, &id),
        Leads::Note(subject) => writing::open(state, subject),
        Leads::Fold(_) | Leads::Nowhere => Vec::new(),
    }
}

/// Opens a brief from a page, which `q` leads back to.
fn jump(state: &mut State, id: &BriefId) -> Vec<Effect> {
    let page = state.page.take();
    if let Some(page) = &page {
        let country = page.country().map_or(Scope::All, Scope::Country);
        show_scope(state, country);
        if !select(state, id) {
            looking::reveal(state, id);
        }
    }
    let effects = reading::open(state, id);
    state.way_back = page;
    effects
}

/// Puts the list's cursor on a brief, dropping a filter that would hide it; returns whether it is
/// in the list.
pub(super) fn select(state: &mut State, id: &BriefId) -> bool {
    let context = state.shared.context();
    if !state.articles.select(id, context.library) && !state.articles.filter.is_empty() {
        state.articles.filter.clear();
        state.articles.rebuild(&context);
    }
    state.articles.select(id, context.library)
}

/// Puts both lists on a scope.
pub(super) fn show_scope(state: &mut State, scope: Scope) {
    let context = state.shared.context();
    state.countries.select(scope, &context);
    if state.articles.scope() != scope {
        state.articles.enter(scope, &context);
    }
}

/// Right: one pane further in.
pub(super) fn into(state: &mut State) -> Vec<Effect> {
    if state.focus == Focus::Reader && state.page.is_none() { Vec::new() } else { open(state) }
}

/// Left: one pane further out, but never out of the program.
pub(super) fn out(state: &mut State) -> Vec<Effect> {
    if state.page.is_some() || state.focus != Focus::Countries { back(state) } else { Vec::new() }
}

/// `q`: the way back; from the countries it leaves.
pub(super) fn back(state: &mut State) -> Vec<Effect> {
    if let Some(effects) = pages::leave(state) {
        return effects;
    }
    match state.focus {
        Focus::Reader => {
            let mut effects: Vec<Effect> = reading::keep_position(state).into_iter().collect();
            state.zoom = false;
            state.focus = Focus::Articles;
            state.reader.forget();
            editions::forget(state);
            let page = state.way_back.take();
            effects.extend(pages::come_back(state, page));
            effects
        }
        Focus::Articles if searching::is_away(state) => {
            let effects = searching::leave(state);
            effects.into_iter().chain(motions::rest(state)).collect()
        }
        Focus::Articles => {
            state.focus = Focus::Countries;
            Vec::new()
        }
        Focus::Countries => keys::leave(state),
    }
}

/// Esc only closes: a filter, what was found, a page; never a text or the program.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    state.notice = None;
    if state.page.as_mut().is_some_and(PagePane::forget) {
        return Vec::new();
    }
    let is_on_hits = state.focus == Focus::Articles && state.articles.hits().is_some();
    if let Some(effects) = pages::leave(state) {
        return effects;
    }
    if !is_on_hits && state.reader.forget() {
        return Vec::new();
    }
    narrowing::clear(state)
}

/// Tab: the next pane, or the previous one.
pub(super) fn turn(state: &mut State, onward: bool) -> Vec<Effect> {
    if state.page.is_some() {
        return Vec::new();
    }
    state.focus = match (state.focus, onward) {
        (Focus::Countries, true) | (Focus::Reader, false) => Focus::Articles,
        (Focus::Articles, true) | (Focus::Countries, false) => Focus::Reader,
        (Focus::Reader, true) | (Focus::Articles, false) => Focus::Countries,
    };
    // A reader without a text would be a dead end on a small screen.
    if state.focus == Focus::Reader && state.reader.id().is_none() {
        state.focus = Focus::Articles;
        return open_article(state);
    }
    reading::attend(state)
}

/// The country that is meant: where a page is open the one of the page or of its row, else that of the list, else the first
/// one of the text or of the article under the cursor.
pub(super) fn country_meant(state: &State) -> Option<CountryCode> {
    if let Some(page) = &state.page {
        return page.country_here();
    }
    if let Scope::Country(code) = state.articles.scope() {
        return Some(code);
    }
    let reading = state.reader.document().filter(|_| state.focus == Focus::Reader);
    match reading {
        Some(document) => document.brief.countries.first().copied(),
        None => state.articles.brief(&state.shared.library)?.countries.first().copied(),
    }
}

/// `o`: the next order of the list.
pub(super) fn sort(state: &mut State) -> Vec<Effect> {
    if state.focus != Focus::Countries && state.articles.hits().is_some() {
        return searching::sort(state);
    }
    let context = state.shared.context();
    let key = if state.focus == Focus::Countries {
        state.countries.sort = match state.countries.sort {
            CountrySort::Name => CountrySort::Count,
            CountrySort::Count => CountrySort::Newest,
            CountrySort::Newest => CountrySort::Name,
        };
        state.countries.rebuild(&context);
        match state.countries.sort {
            CountrySort::Name => "sorted-name",
            CountrySort::Count => "sorted-count",
            CountrySort::Newest => "sorted-newest",
        }
    } else {
        state.articles.sort = match state.articles.sort {
            ArticleSort::Newest => ArticleSort::Oldest,
            ArticleSort::Oldest => ArticleSort::Title,
            ArticleSort::Title => ArticleSort::Source,
            ArticleSort::Source => ArticleSort::Newest,
        };
        state.articles.rebuild(&context);
        match state.articles.sort {
            ArticleSort::Newest => "sorted-newest",
            ArticleSort::Oldest => "sorted-oldest",
            ArticleSort::Title => "sorted-title",
            ArticleSort::Source => "sorted-source",
        }
    };
    state.notice = Some(Notice::info(key));
    Vec::new()
}

/// The next way to lay the panes out.
pub(super) fn layout(state: &mut State) -> Vec<Effect> {
    let (next, key) = match state.layout {
        Layout::Auto => (Layout::Stacked, "layout-stacked"),
        Layout::Stacked => (Layout::Columns, "layout-columns"),
        Layout::Columns => (Layout::Single, "layout-single"),
        Layout::Single => (Layout::Auto, "layout-auto"),
    };
    state.layout = next;
    state.notice = Some(Notice::info(key));
    Vec::new()
}

/// `z`: the whole screen for the text, and back.
pub(super) fn zoom(state: &mut State) -> Vec<Effect> {
    state.page = None;
    if state.focus == Focus::Reader {
        state.zoom = !state.zoom;
        return Vec::new();
    }
    if state.focus == Focus::Countries && state.reader.id().is_some() {
        state.focus = Focus::Reader;
        state.zoom = true;
        return reading::attend(state);
    }
    let effects = open_article(state);
    state.zoom = state.focus == Focus::Reader;
    effects
}

/// `r`: what is on disk now, for the lists and the text.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    let mut effects = vec![Effect::Refresh, Effect::ReadNotes];
    if let Some(id) = state.reader.id().cloned() {
        effects.extend(reading::keep_position(state));
        state.reader.awaited = Some(id.clone());
        effects.push(Effect::Open(id));
    }
    effects.extend(pages::refresh(state));
    effects.extend(searching::again(state));
    state.notice = Some(Notice::info("reloading"));
    effects
}
