//! One request answered: as far as it must reach, with what the reader corrected judged singly.

use std::collections::HashMap;
use std::sync::Arc;

use super::Request;
use super::noted::{self, Noted};
use crate::country::{Spellings, Supplement};
use crate::model::{Brief, Corrections};
use crate::search::Wanted;
use crate::search::index::{
    self, Answer, Found, Index, IndexError, Question, Seen, Selection, Stored,
};
use crate::search::query::{Filter, Node, Query, Reach};
use crate::search::scan::Scanned;

/// Hits that fill a screen: nobody who has so many looks for a slip.
const ENOUGH: usize = 20;

/// A request, with what does not change from one reach to the next.
pub(super) struct Answering<'a> {
    index: &'a Index,
    request: &'a Request<'a>,
    /// The briefs that each filter of the query lets through.
    filters: Vec<(&'a Filter, Selection)>,
    /// The hashes of the ids of all briefs that the reader corrected, with the corrections.
    known: HashMap<u64, &'a Corrections>,
    /// The notes in which a word of the query stands.
    noted: Noted<'a>,
    apart: Vec<Apart>,
    /// The names of countries.
    spellings: Spellings<'a>,
}

/// A brief that the reader corrected, as it is since, or wrote on.
struct Apart {
    found: Found,
    brief: Brief,
    words: Scanned,
}

/// What was found at one reach that was not found before.
pub(super) struct Tier {
    node: Node,
    reach: Reach,
    count: usize,
}

/// All that was found.
pub(super) struct Answered {
    tiers: Vec<Tier>,
    /// The first of all, in order.
    pub(super) found: Vec<Found>,
}

impl<'a> Answering<'a> {
    pub(super) fn new(
        index: &'a Index,
        request: &'a Request<'a>,
        supplement: &'a Supplement,
    ) -> Result<Self, IndexError> {
        let marks = request.marks.iter();
        let known: HashMap<u64, &Corrections> = marks
            .filter_map(|(id, mark)| Some((index::id_hash(id), mark.corrections.as_deref()?)))
            .collect();
        let filters = request.query.root.filters();
        let filters = filters.into_iter().map(|filter| (filter, selection(filter, request)));
        let filters = filters.collect();
        let (noted, apart) = Default::default();
        let spellings = Spellings::new(supplement);
        let mut answering = Self { index, request, filters, known, noted, apart, spellings };
        // Who writes no notes waits for none.
        if !request.notes.all().is_empty() {
            let furthest = answering.reaching(Reach::Slip);
            answering.noted = noted::on_briefs(request.notes, &furthest);
        }
        answering.apart = answering.read_apart()?;
        Ok(answering)
    }

    /// The notes on briefs in which a word of the query stands.
    pub(super) fn noted(&self) -> &Noted<'a> {
        &self.noted
    }

    /// What the reader corrected, by the hash of the brief's id.
    pub(super) fn corrections(&self) -> &HashMap<u64, &'a Corrections> {
        &self.known
    }

    /// Reaches for what was typed, then for other spellings, and, while a screen is not full, for slips of the finger.
    pub(super) fn answer(&self) -> Result<Answered, IndexError> {
        let Request { order, limit, .. } = *self.request;
        let mut answered = Answered { tiers: Vec::new(), found: Vec::new() };
        let mut seen = Seen::default();
        for reach in [Reach::Typed, Reach::Spelling, Reach::Slip] {
            if reach == Reach::Slip && answered.count() >= ENOUGH {
                break;
            }
            let node = self.reaching(reach);
            let before = answered.tiers.last().map(|tier| &tier.node);
            if before == Some(&node) {
                continue;
            }
            let mut answer = self.ask(&node, &seen, reach)?;
            answer.count += self.add_apart(&mut answer.found, &node, before, reach);
            answered.found.extend(answer.found);
            answered.tiers.push(Tier { node, reach, count: answer.count });
            seen = answer.seen;
        }
        answered.found = index::best(answered.found, order, limit);
        Ok(answered)
    }

    /// The query, reaching so far.
    fn reaching(&self, reach: Reach) -> Node {
        let root = &self.request.query.root;
        match reach {
            Reach::Typed => root.clone(),
            reach => root.loosened(reach, &|name| self.spellings.others(name)),
        }
    }

    /// What the index finds that was not seen before.
    fn ask(&self, node: &Node, but: &Seen, reach: Reach) -> Result<Answer, IndexError> {
        let selected = |filter: &Filter| {
            let known = self.filters.iter().find(|(known, _)| *known == filter);
            known.map(|(_, selection)| Arc::clone(selection)).unwrap_or_default()
        };
        self.index.search(&Question {
            node,
            but,
            reach,
            filters: &selected,
            without: self.set_apart(),
            order: self.request.order,
            limit: self.request.limit,
        })
    }

    /// The hashes of the ids of the briefs that are judged singly.
    fn set_apart(&self) -> Selection {
        Arc::new(self.known.keys().chain(self.noted.keys()).copied().collect())
    }

    /// Adds the briefs set apart on which a condition holds and the one before it does not; how many they are.
    fn add_apart(
        &self,
        found: &mut Vec<Found>,
        node: &Node,
        before: Option<&Node>,
        reach: Reach,
    ) -> usize {
        let is_new = |one: &&Apart| {
            self.holds(node, one) && !before.is_some_and(|before| self.holds(before, one))
        };
        let new: Vec<&Apart> = self.apart.iter().filter(is_new).collect();
        // The index has no score for what it does not know: what the reader wrote counts as the best of it.
        let score = found.iter().map(|found| found.score).fold(1.0, f32::max);
        found.extend(new.iter().map(|one| one.found.judged(score, reach)));
        new.len()
    }

    fn holds(&self, node: &Node, one: &Apart) -> bool {
        let Request { library, marks, .. } = *self.request;
        one.words.holds(node, &mut |filter| library().meets(filter, &one.brief, marks))
    }

    /// Reads the briefs that the reader corrected, as they are since, or wrote on.
    fn read_apart(&self) -> Result<Vec<Apart>, IndexError> {
        let selection = self.set_apart();
        if selection.is_empty() {
            return Ok(Vec::new());
        }
        let read = |mut found: Found| {
            let Stored { brief, body, people } = self.index.stored(&found)?;
            let corrections = self.known.get(&found.id);
            let brief = corrections.map_or_else(|| brief.clone(), |c| c.laid_over(&brief));
            found.day = brief.date.map_or(found.day, |date| index::day_number(date.value));
            let notes =
                self.noted.get(&found.id).into_iter().flatten().map(|kept| kept.note.text.as_str());
            let words = Scanned::new(&brief.title, &body, &people, brief.language);
            Ok(Apart { found, brief, words: words.with_notes(notes) })
        };
        self.index.of(&selection)?.into_iter().map(read).collect()
    }
}

impl Answered {
    /// How many there are in all.
    pub(super) fn count(&self) -> usize {
        self.tiers.iter().map(|tier| tier.count).sum()
    }

    /// How many of them do not hold what was typed.
    pub(super) fn near(&self) -> usize {
        let near = self.tiers.iter().filter(|tier| tier.reach > Reach::Typed);
        near.map(|tier| tier.count).sum()
    }

    /// What was looked for, by how far the query had to reach for it.
    pub(super) fn sought(&self) -> Vec<(Reach, Arc<Query>)> {
        let query = |root: &Node| Query { root: root.clone(), problems: Vec::new() };
        self.tiers.iter().map(|tier| (tier.reach, Arc::new(query(&tier.node)))).collect()
    }

    /// What to show of each, by how far the query had to reach for it.
    pub(super) fn wanted(&self) -> Vec<(Reach, Vec<Wanted>)> {
        let terms = |tier: &Tier| tier.node.wanted().into_iter().map(Wanted::new).collect();
        self.tiers.iter().map(|tier| (tier.reach, terms(tier))).collect()
    }
}

/// The briefs that a filter lets through.
fn selection(filter: &Filter, request: &Request<'_>) -> Selection {
    let library = (request.library)();
    let meets = |brief: &&Arc<Brief>| library.meets(filter, brief, request.marks);
    Arc::new(library.all().filter(meets).map(|brief| index::id_hash(&brief.id)).collect())
}
