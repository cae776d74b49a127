//! What the finder finds: countries by all their names, titles, commands.

use std::sync::Arc;

use crate::app::command::{Command, Group};
use crate::app::message::{Hit, Target};
use crate::country::Gazetteer;
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{Argument, Brief};
use crate::search::fuzzy::{Candidate, Finder, Fit, Match};
use crate::text::fold;

/// Answers shown at most.
const MOST: usize = 60;

/// Points for a country that has briefs: before titles that fit as well.
const COUNTRY: i64 = 48;

/// Points for a country without briefs, which opens an empty list.
const EMPTY_COUNTRY: i64 = -64;

/// Briefs of a country that count for its rank, a point each.
const MANY_BRIEFS: usize = 32;

/// Points for a command: behind what is read.
const COMMAND: i64 = -8;

/// The finder with what it leads to, made anew when the library changes.
#[derive(Debug)]
pub struct Lookup {
    words: Arc<Messages>,
    library: Option<Arc<Snapshot>>,
    targets: Vec<Target>,
    finder: Finder,
}

impl Lookup {
    /// Nothing to find yet.
    pub fn new(words: Arc<Messages>) -> Self {
        Self { words, library: None, targets: Vec::new(), finder: Finder::new(Vec::new()) }
    }

    /// The best answers to a query, best first.
    pub fn hits(
        &mut self,
        library: &Arc<Snapshot>,
        gazetteer: &Gazetteer,
        query: &str,
    ) -> Vec<Hit> {
        if !self.library.as_ref().is_some_and(|known| Arc::ptr_eq(known, library)) {
            self.gather(library, gazetteer);
        }
        let found = self.finder.query(query, MOST);
        // Letters scattered over a name are worth a line only where nothing fits better.
        let fits_well = found.first().is_some_and(|best| best.fit <= Fit::WordPrefix);
        let is_noise = |found: &Match| fits_well && found.fit == Fit::Scattered;
        let fitting = found.into_iter().filter(|found| !is_noise(found));
        let mut hits: Vec<Hit> = fitting.filter_map(|found| self.hit(found)).collect();
        if !query.trim().is_empty() {
            hits.insert(hits.len().min(1), self.in_the_texts(query.trim()));
        }
        hits
    }

    /// What leads on from names to the texts: below the name that fits best, always in the same place.
    fn in_the_texts(&self, query: &str) -> Hit {
        let quoted = Argument::Text(query.to_owned());
        let shown = self.words.with("search-the-texts", &[("query", quoted)]);
        Hit { target: Target::Texts(query.to_owned()), shown, highlights: Vec::new() }
    }

    /// Collects everything that has a name.
    fn gather(&mut self, library: &Arc<Snapshot>, gazetteer: &Gazetteer) {
        let mut named: Vec<(Target, Candidate)> = self.countries(library, gazetteer);
        let related = |brief: &Arc<Brief>| library.related(&brief.id).to_vec();
        let stories = library.main_stories().cloned();
        for brief in stories.chain(library.main_stories().flat_map(related)) {
            let candidate = Candidate { aliases: vec![brief.title.clone()], bias: 0 };
            named.push((Target::Brief(brief.id.clone()), candidate));
        }
        for &command in Command::ALL.iter().filter(|command| command.group() != Group::Line) {
            let aliases = vec![self.words.text(&command.message()), command.name().to_owned()];
            named.push((Target::Command(command), Candidate { aliases, bias: COMMAND }));
        }
        let (targets, candidates) = named.into_iter().unzip();
        self.targets = targets;
        self.finder = Finder::new(candidates);
        self.library = Some(Arc::clone(library));
    }

    /// The countries by all their names, those with briefs first, by name.
    fn countries(&self, library: &Snapshot, gazetteer: &Gazetteer) -> Vec<(Target, Candidate)> {
        let entries = gazetteer.entries();
        let mut named: Vec<(bool, String, Target, Candidate)> = entries
            .iter()
            .map(|entry| {
                let briefs = library.countries().get(&entry.code).map_or(0, Vec::len);
                let is_empty = briefs == 0;
                let name = self.words.country(entry.code);
                let mut aliases = vec![name.clone(), entry.code.to_string()];
                aliases.extend(entry.names.iter().cloned());
                // Of two that fit alike the one that is written about more is meant.
                let many = i64::try_from(briefs.min(MANY_BRIEFS)).unwrap_or(0);
                let bias = if is_empty { EMPTY_COUNTRY } else { COUNTRY + many };
                let candidate = Candidate { aliases, bias };
                (is_empty, fold(&name), Target::Country(entry.code), candidate)
            })
            .collect();
        named.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        named.into_iter().map(|(_, _, target, candidate)| (target, candidate)).collect()
    }

    /// An answer as the interface shows it: by the shown name, and by the one that matched where
    /// that is another.
    fn hit(&self, found: Match) -> Option<Hit> {
        let target = self.targets.get(found.index)?.clone();
        let candidate = self.finder.candidates().nth(found.index)?;
        let shown = candidate.aliases.first()?.clone();
        if found.alias == 0 {
            return Some(Hit { target, shown, highlights: found.highlights });
        }
        let alias = candidate.aliases.get(found.alias)?;
        let before = format!("{shown} (");
        let highlights = found.highlights.iter();
        let highlights =
            highlights.map(|range| range.start + before.len()..range.end + before.len()).collect();
        Some(Hit { target, shown: format!("{before}{alias})"), highlights })
    }
}
