//! What narrows the list of articles: a query as typed, as it was understood, and what the texts answered.

use std::sync::Arc;
use std::time::Duration;

use crate::app::command::Command;
use crate::app::context::Context;
use crate::app::message::Answer;
use crate::app::notice::Notice;
use crate::app::scope::Scope;
use crate::library::Findings;
use crate::model::{Brief, BriefId, IdSet};
use crate::search::Query;
use crate::search::index::Order;
use crate::search::query::{Facet, Filter, Line, Node, State};

/// What narrows the list.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Narrowing {
    typed: String,
    query: Arc<Query>,
    /// The request whose answer says what was typed; until it comes the query before counts.
    awaited: Option<u64>,
    /// What was asked of the texts last, and whether its answer is here.
    asked: Option<Asked>,
    /// What the texts answered; without an answer titles stand for them.
    answer: Option<Answer>,
    /// Why they did not answer.
    trouble: Option<Notice>,
    /// The list, and the brief, that the search set out from.
    origin: Option<Origin>,
    /// What is to be done with all hits, once they are at hand.
    pub(in crate::app) then: Option<Command>,
    /// Enter came before there was anything to open.
    pub(in crate::app) opens_when_ready: bool,
    /// What hits are sorted by.
    pub(in crate::app) order: Order,
    /// What fitted a query about marks since it was typed: it stays when a mark changes.
    kept: IdSet,
}

/// A list and the brief under its cursor.
type Origin = (Scope, Option<BriefId>);

/// A question to the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Asked {
    /// The line as it was understood.
    pub(in crate::app) query: Arc<Query>,
    /// The same, within what the list shows and with its last word open.
    pub(in crate::app) of_texts: Arc<Query>,
    /// Hits that were asked for.
    pub(in crate::app) limit: usize,
    /// Whether the answer takes the place of hits that are being looked at: the cursor stays on its own.
    pub(in crate::app) goes_on: bool,
}

impl Asked {
    /// Whether a mark can change what is found.
    pub(in crate::app) fn asks_for_marks(&self) -> bool {
        asks_for_marks(&self.of_texts.root)
    }
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

    /// Whether what was typed is still being read or searched for.
    pub(in crate::app) fn is_awaiting(&self) -> bool {
        self.awaited.is_some()
    }

    /// Whether anything that was typed was understood yet.
    pub(in crate::app) fn is_understood(&self) -> bool {
        self.query.root != Node::Everything
    }

    /// Whether this is the answer that is waited for.
    pub(in crate::app) fn awaits(&self, generation: u64) -> bool {
        self.awaited == Some(generation)
    }

    /// Nothing narrows the list any more.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self { order: self.order, ..Self::default() };
    }

    /// Something was typed, and somebody was asked what it means.
    pub(in crate::app) fn ask(&mut self, typed: &str, generation: u64) {
        typed.clone_into(&mut self.typed);
        self.awaited = Some(generation);
        self.then = None;
    }

    /// A search sets out from a list; where one goes on, it set out already.
    pub(in crate::app) fn set_out_from(&mut self, origin: Origin) {
        self.origin.get_or_insert(origin);
    }

    /// Where the search set out from.
    pub(in crate::app) fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// What was typed asks for no words: the library answers.
    pub(in crate::app) fn understand(&mut self, query: Arc<Query>) {
        self.awaited = None;
        self.asked = None;
        self.settle(query, None, None);
    }

    /// The texts are asked.
    pub(in crate::app) fn ask_texts(&mut self, asked: Asked, generation: u64) {
        self.awaited = Some(generation);
        self.asked = Some(asked);
        self.then = None;
    }

    /// What the texts were asked last.
    pub(in crate::app) fn asked(&self) -> Option<&Asked> {
        self.asked.as_ref()
    }

    /// Whether what is found has to lie in some days.
    pub(in crate::app) fn asks_for_days(&self) -> bool {
        let is_dated = |filter: &&Filter| matches!(filter, Filter::Dated(_));
        self.query.root.filters().iter().any(is_dated)
    }

    /// The texts answered, or did not; where nothing is found in them titles stand for them.
    pub(in crate::app) fn answered(&mut self, result: Result<Answer, Notice>) {
        self.awaited = None;
        let Some(asked) = &self.asked else { return };
        let query = Arc::clone(&asked.query);
        match result {
            Ok(answer) if !answer.findings.is_empty() => self.settle(query, Some(answer), None),
            Ok(_) => self.settle(query, None, Some(Notice::info("not-in-texts"))),
            Err(trouble) => self.settle(query, None, Some(trouble)),
        }
    }

    fn settle(&mut self, query: Arc<Query>, answer: Option<Answer>, trouble: Option<Notice>) {
        self.query = query;
        self.answer = answer;
        self.trouble = trouble;
        self.kept.clear();
    }

    /// What was found in the texts, where that is what the list shows.
    pub(in crate::app) fn found(&self) -> Option<&Arc<Findings>> {
        self.answer.as_ref().map(|answer| &answer.findings)
    }

    /// Whether the texts hold more than was asked for.
    pub(in crate::app) fn lacks_hits(&self) -> bool {
        let wanted = self.asked.as_ref().map_or(0, |asked| asked.limit);
        // Fewer than were asked for are all there are, whatever was counted.
        self.found()
            .is_some_and(|found| found.hits.len() < found.count && found.hits.len() >= wanted)
    }

    /// How long the texts took to answer.
    pub(in crate::app) fn took(&self) -> Option<Duration> {
        self.answer.as_ref().map(|answer| answer.took)
    }

    /// Why titles stand for the texts, or what the texts lack.
    pub(in crate::app) fn trouble(&self) -> Option<&Notice> {
        self.trouble.as_ref().or_else(|| self.answer.as_ref()?.lacking.as_ref())
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
