//! The basket: `+` puts what is meant into it, `-` takes it out; `g +` shows it, to be put in order, copied, exported.

use std::sync::Arc;

use super::{board, copying, marks};
use crate::app::effect::Effect;
use crate::app::labels::with_labels;
use crate::app::notice::Notice;
use crate::app::panes::board::{Board, Listed, StandsFor};
use crate::app::parcel::{Briefs, Parcel};
use crate::app::state::State;
use crate::export::{self, Format};
use crate::library::{key, sources};
use crate::model::{Basket, BriefId, Citation, Collected, Entry, Placing, Provenance, Way};

/// `+`: puts what is meant into the basket.
pub(super) fn collect(state: &mut State) -> Vec<Effect> {
    let Some(what) = meant(state) else { return say(state, "nothing-to-collect") };
    let basket = state.shared.collecting.expected();
    let key = key(&what);
    if basket.find(&key, &what).is_some() {
        return say(state, "collected-before");
    }
    let notice = Notice::info("collected").number("count", basket.len() + 1);
    let ids = what.sources.iter().map(|source| source.id.clone()).collect();
    // Of a line of a page the text that was open before it says nothing.
    let shown = if state.page.is_none() { copying::shown(state) } else { None };
    let entry = Some(Entry { rank: basket.next_rank(), what });
    let placed = act(state, "did-collect", vec![Placing { key, entry }], Some(notice));
    let taken = Effect::TakenAlong { briefs: Briefs { ids, shown }, way: Way::Collected };
    std::iter::once(taken).chain(placed).collect()
}

/// `-`: takes what is meant out of the basket.
pub(super) fn take_out(state: &mut State) -> Vec<Effect> {
    let known = match board_key(state) {
        Some(key) => Some(key),
        None if state.board.is_some() => return say(state, "nothing-to-take-out"),
        None => match meant(state) {
            Some(what) => {
                let basket = state.shared.collecting.expected();
                basket.find(&key(&what), &what).map(str::to_owned)
            }
            None => return say(state, "nothing-to-collect"),
        },
    };
    let basket = state.shared.collecting.expected();
    let Some(key) = known.filter(|key| basket.get(key).is_some()) else {
        return say(state, "not-collected");
    };
    let notice = Notice::info("taken-out").number("count", basket.len().saturating_sub(1));
    act(state, "did-take-out", vec![Placing { key, entry: None }], Some(notice))
}

/// `g -`: empties the basket, as one step that can be undone.
pub(super) fn empty(state: &mut State) -> Vec<Effect> {
    let basket = state.shared.collecting.expected();
    let out = |(key, _): (&str, &Entry)| Placing { key: key.to_owned(), entry: None };
    let placings: Vec<Placing> = basket.entries().into_iter().map(out).collect();
    if placings.is_empty() {
        return say(state, "basket-empty");
    }
    let notice = Notice::info("basket-emptied");
    act(state, "did-empty-basket", placings, Some(notice))
}

/// `<` and `>`: puts an entry of the basket before the one above it, or behind the one below.
pub(super) fn trade(state: &mut State, onward: bool) -> Vec<Effect> {
    let Some(key) = board_key(state) else { return say(state, "only-in-basket") };
    let placings = state.shared.collecting.expected().trade(&key, onward);
    if placings.is_empty() {
        return Vec::new();
    }
    act(state, "did-trade", placings, None)
}

/// `g +`: shows the basket, or puts it away.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    state.board = match state.board.take() {
        Some(board) if board.listed == Listed::Basket => None,
        _ => Some(Board::new(Listed::Basket, &state.shared.context())),
    };
    Vec::new()
}

/// The basket changed, here or in another session.
pub(super) fn changed(state: &mut State, basket: Arc<Basket>) -> Vec<Effect> {
    state.shared.collecting.replace(basket);
    board::refresh(state);
    Vec::new()
}

/// Whether placings are kept.
pub(super) fn placed(state: &mut State, ticket: u64, trouble: Option<Notice>) -> Vec<Effect> {
    let says = state.shared.collecting.answered(ticket);
    if let Some(notice) = trouble.or(says) {
        state.notice = Some(notice);
    }
    Vec::new()
}

/// The whole basket in a format, where it is shown and holds anything.
pub(super) fn contents(state: &State, format: Format) -> Option<Parcel> {
    let is_shown = state.board.as_ref().is_some_and(|board| board.listed == Listed::Basket);
    let basket = state.shared.collecting.kept();
    if basket.is_empty() || !is_shown {
        return None;
    }
    let briefs = sources(basket, &state.shared.library);
    let entries: Vec<&Collected> =
        basket.entries().into_iter().map(|(_, entry)| &entry.what).collect();
    let text = with_labels(&state.shared.words, |labels| {
        export::basket(&entries, &briefs, state.shared.today, labels, format)
    });
    let ids = briefs.into_iter().map(|brief| brief.id).collect();
    Some(Parcel { text, briefs: Briefs { ids, shown: None } })
}

/// The key of the entry under the cursor of the basket.
fn board_key(state: &State) -> Option<String> {
    match state.board.as_ref()?.here() {
        StandsFor::Collected { key, .. } => Some(key),
        StandsFor::Brief(_) | StandsFor::Amended { .. } | StandsFor::Nothing => None,
    }
}

/// What is meant: the line under the page's cursor, the sentence under the text's, else the brief.
fn meant(state: &State) -> Option<Collected> {
    if let Some(page) = &state.page {
        let told = with_labels(&state.shared.words, |labels| page.told(labels));
        let (words, citations) = told?;
        return Some(collected(state, Some(words), citations.to_vec()));
    }
    if let Some(sentence) = copying::sentence(state) {
        return Some(collected(state, None, vec![sentence]));
    }
    let brief = state.shared.library.brief(&marks::meant(state)?)?;
    Some(Collected { words: None, sentences: Vec::new(), sources: vec![Provenance::of(brief)] })
}

/// Sentences with all that it takes to cite them later.
fn collected(state: &State, words: Option<String>, sentences: Vec<Citation>) -> Collected {
    let ids: Vec<BriefId> = copying::distinct(sentences.iter().map(|sentence| &sentence.id));
    let brief = |id: &BriefId| state.shared.library.brief(id);
    let sources = ids.iter().filter_map(brief).map(|brief| Provenance::of(brief)).collect();
    Collected { words, sentences, sources }
}

/// Has placings kept, with the way back.
fn act(
    state: &mut State,
    what: &'static str,
    placings: Vec<Placing>,
    says: Option<Notice>,
) -> Vec<Effect> {
    let back = state.shared.collecting.way_back(&placings);
    state.shared.marking.placed(what, back, placings.clone());
    vec![state.shared.collecting.place(placings, says)]
}

fn say(state: &mut State, key: &'static str) -> Vec<Effect> {
    state.notice = Some(Notice::info(key));
    Vec::new()
}
