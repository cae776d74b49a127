//! What narrows the list of articles: a query as typed, and as it was understood.

use std::sync::Arc;

use crate::app::context::Context;
use crate::model::{Brief, IdSet};
use crate::search::Query;
use crate::search::query::{Facet, Filter, Line, Node, State};

/// What narrows the list.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Narrowing {
    typed: String,
    query: Arc<Query>,
    /// The request whose answer says what was typed; until it comes the query before counts.
    awaited: Option<u64>,
    /// What fitted a query about marks since it was typed: it stays when a mark changes.
    kept: IdSet,
}

impl Narrowing {
    /// What was typed.
    pub(in crate::app) fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether nothing narrows the list.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Whether what was typed is still being read.
    pub(in crate::app) fn is_awaiting(&self) -> bool {
        self.awaited.is_some()
    }

    /// Nothing narrows the list any more.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Something was typed, and somebody was asked what it means.
    pub(in crate::app) fn ask(&mut self, typed: &str, generation: u64) {
        typed.clone_into(&mut self.typed);
        self.awaited = Some(generation);
    }

    /// What was typed was read; returns whether that is the latest.
    pub(in crate::app) fn understand(&mut self, query: Arc<Query>, generation: u64) -> bool {
        let is_latest = self.awaited == Some(generation);
        if is_latest {
            self.awaited = None;
            self.query = query;
            self.kept.clear();
        }
        is_latest
    }

    /// Keeps the places of main stories that answer the query. Words are looked for in title, source and name of the
    /// file: the texts are not at hand.
    pub(super) fn narrow(&mut self, places: &mut Vec<u32>, context: &Context<'_>) {
        if self.query.root == Node::Everything {
            return;
        }
        let stays = asks_for_marks(&self.query.root);
        places.retain(|&place| {
            let Some(brief) = context.library.briefs().get(place as usize) else { return false };
            let fits = self.kept.contains(&brief.id) || fits(&self.query, brief, context);
            if fits && stays {
                self.kept.insert(brief.id.clone());
            }
            fits
        });
    }
}

fn fits(query: &Query, brief: &Brief, context: &Context<'_>) -> bool {
    let mut line: Option<Line> = None;
    let mut title: Option<Line> = None;
    let source = brief.source.as_deref().unwrap_or_default();
    query.root.holds(
        &mut |term| match term.field {
            Some(_) => title.get_or_insert_with(|| Line::new(&brief.title)).holds(term),
            None => {
                let known = || format!("{} {source} {}", brief.title, brief.file.file_name());
                line.get_or_insert_with(|| Line::new(&known())).holds(term)
            }
        },
        &mut |filter| context.library.meets(filter, brief, context.marks),
    )
}

/// Whether a mark can change what the query is answered with.
fn asks_for_marks(node: &Node) -> bool {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(asks_for_marks),
        Node::Not(node) => asks_for_marks(node),
        Node::Is(filter) => {
            let state =
                matches!(filter, Filter::State(State::Read | State::Unread | State::Starred));
            state || matches!(filter, Filter::Tag(_) | Filter::Lacks(Facet::Tag))
        }
        Node::Everything | Node::Words(_) => false,
    }
}
