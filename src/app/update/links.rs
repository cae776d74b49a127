//! `g x`: the links of a text, opened in the reader's own browser after its real host was shown.

use std::sync::Arc;

use super::marks;
use crate::app::effect::Effect;
use crate::app::message::Target;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::overlays::question::{Answer, Question};
use crate::app::state::State;
use crate::model::{Block, Document};
use crate::text::{Address, Unfit, addresses, belies};

/// Links of one text that are offered.
const MOST: usize = 500;

/// A link as a text has it.
struct Link<'a> {
    target: &'a str,
    words: String,
}

/// Asks whether the only link of the text is to be opened, or which of them.
pub(super) fn choose(state: &mut State) -> Vec<Effect> {
    let meant = marks::meant(state);
    let is_meant = |document: &&Arc<Document>| meant.is_none_or(|id| id == document.brief.id);
    let open = state.reader.document().filter(|_| state.shows_panes()).filter(is_meant);
    let Some(document) = open.cloned() else {
        state.notice = Some(Notice::info("link-no-text"));
        return Vec::new();
    };
    let links = links(&document);
    match links.as_slice() {
        [] => {
            state.notice = Some(Notice::info("link-none"));
            Vec::new()
        }
        [only] => ask(state, only.target),
        links => {
            let rows = links.iter().map(|link| row(state, link)).collect();
            state.overlay = Some(Overlay::Picker(Picker::over(Kind::Links, rows)));
            Vec::new()
        }
    }
}

/// Asks before an address is opened, with its real host.
pub(super) fn ask(state: &mut State, target: &str) -> Vec<Effect> {
    let address = match Address::read(target) {
        Ok(address) => address,
        Err(unfit) => {
            state.notice = Some(Notice::warning(refusal(unfit)).text("address", target));
            return Vec::new();
        }
    };
    let notice = match address.spelled() {
        Some(spelled) => Notice::info("ask-open-spelled").text("spelled", spelled),
        None => Notice::info("ask-open"),
    };
    let host = address.host().to_owned();
    let notice = notice.text("host", host).text("address", address.url());
    state.overlay = Some(Overlay::Question(Question {
        notice: Notice::info("ask-open-link"),
        detail: Some(notice),
        answer: Answer::Carry(Effect::Browse(address)),
    }));
    Vec::new()
}

fn refusal(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Scheme => "link-scheme",
        Unfit::Long => "link-long",
        Unfit::Host => "link-host",
    }
}

/// All links of a text, each target once: where it was found, then those in it.
fn links(document: &Document) -> Vec<Link<'_>> {
    let brief = &document.brief;
    let source = brief.source_url.iter().map(|target| (target.as_str(), brief.title.clone()));
    let body = &document.body;
    let targets = body.links.iter().map(|link| link.target.as_str());
    let named = targets.zip(body.words_of_links());
    let bare = body.blocks.iter().flat_map(Block::runs).flat_map(|run| addresses(&run.text));
    let bare = bare.map(|target| (target, String::new()));
    let mut links: Vec<Link<'_>> = Vec::new();
    for (target, words) in source.chain(named).chain(bare).take(MOST) {
        if links.iter().all(|link| link.target != target) {
            links.push(Link { target, words });
        }
    }
    links
}

/// A link's words and where it really leads.
fn row(state: &State, link: &Link<'_>) -> Row {
    let words = &state.shared.words;
    let host = match Address::read(link.target) {
        Ok(address) => address.host().to_owned(),
        Err(_) => words.text("link-unfit"),
    };
    let host = if belies(&link.words, link.target) {
        format!("{} {host}", state.shared.context().glyphs.belied)
    } else {
        host
    };
    let label = if link.words.trim().is_empty() { link.target } else { link.words.trim() };
    let target = Some(Target::Link(link.target.to_owned()));
    Row { label: label.to_owned(), aside: host, target, ..Row::default() }
}
