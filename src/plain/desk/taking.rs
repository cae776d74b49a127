//! What is taken along: the basket, texts that leave, what became of them since; and what is pasted into the inbox or leaves it.

use std::path::{Path, PathBuf};

use super::Desk;
use super::keeping::Step;
use crate::filing::Source;
use crate::library::{Amendment, key, version, version_unread};
use crate::model::{
    Brief, BriefId, BriefPath, Citation, Collected, Entry, Placing, Provenance, Taking, Version,
    Way,
};
use crate::plain::place::Target;
use crate::store::StateError;
use crate::store::inbox::{Inbox, InboxError};
use crate::store::output::{self, Existing};

/// A text to be taken along, and the briefs that it is of.
#[derive(Clone, Debug)]
pub(in crate::plain) struct Exported {
    pub(in crate::plain) text: String,
    pub(in crate::plain) briefs: Vec<BriefId>,
}

impl Desk {
    /// What a target stands for, with all that it takes to cite it later.
    pub(in crate::plain) fn collected(&self, target: &Target) -> Option<Collected> {
        let of = |words: Option<String>, sentences: Vec<Citation>, ids: Vec<&BriefId>| {
            let brief = |id: &&BriefId| self.library.brief(id);
            let mut sources: Vec<Provenance> = Vec::new();
            for source in ids.iter().filter_map(brief).map(|brief| Provenance::of(brief)) {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            (!sources.is_empty()).then_some(Collected { words, sentences, sources })
        };
        match target {
            Target::Brief(id) | Target::Amended(id, _) => of(None, Vec::new(), vec![id]),
            Target::Sentence(citation) => of(None, vec![citation.clone()], vec![&citation.id]),
            Target::Line(words, citations) => {
                let ids = citations.iter().map(|citation| &citation.id).collect();
                of(Some(words.clone()), citations.clone(), ids)
            }
            _ => None,
        }
    }

    /// Puts something into the basket; whether it was not there yet.
    pub(in crate::plain) fn collect(&mut self, what: Collected) -> Result<bool, String> {
        let key = key(&what);
        let basket = self.ledger.basket();
        if basket.get(&key).is_some() {
            return Ok(false);
        }
        let ids: Vec<BriefId> = what.sources.iter().map(|source| source.id.clone()).collect();
        let entry = Some(Entry { rank: basket.next_rank(), what });
        self.did(&Step::Places(vec![Placing { key, entry }]))?;
        self.taken_along(&ids, Way::Collected)?;
        Ok(true)
    }

    /// How many things are in the basket.
    pub(in crate::plain) fn in_basket(&self) -> usize {
        self.ledger.basket().len()
    }

    /// Takes something out of the basket; whether it was there.
    pub(in crate::plain) fn take_out(&mut self, key: &str) -> Result<bool, String> {
        if self.ledger.basket().get(key).is_none() {
            return Ok(false);
        }
        self.did(&Step::Places(vec![Placing { key: key.to_owned(), entry: None }]))?;
        Ok(true)
    }

    /// Takes everything out.
    pub(in crate::plain) fn empty_basket(&mut self) -> Result<(), String> {
        let entries = self.ledger.basket().entries().into_iter();
        let out = entries.map(|(key, _)| Placing { key: key.to_owned(), entry: None }).collect();
        self.did(&Step::Places(out))
    }

    /// Lets something trade places with the one above or below it.
    pub(in crate::plain) fn trade(&mut self, key: &str, onward: bool) -> Result<(), String> {
        let placings = self.ledger.basket().trade(key, onward);
        if placings.is_empty() { Ok(()) } else { self.did(&Step::Places(placings)) }
    }

    /// Writes a text to a new file.
    pub(in crate::plain) fn write(&mut self, path: &str, what: &Exported) -> Result<(), String> {
        let written = output::write(Path::new(path), what.text.as_bytes(), Existing::Keep);
        written.map_err(|error| error.to_string())?;
        self.taken_along(&what.briefs, Way::Exported)
    }

    /// Briefs were taken along: the version in the folder is the one that the reader knows.
    pub(in crate::plain) fn taken_along(
        &mut self,
        ids: &[BriefId],
        way: Way,
    ) -> Result<(), String> {
        let mut takings: Vec<Taking> = Vec::new();
        for id in ids {
            let is_new = takings.iter().all(|taking| taking.id != *id);
            if let Some(version) = self.version(id).filter(|_| is_new) {
                takings.push(Taking { id: id.clone(), way, version });
            }
        }
        self.keep_takings(takings)
    }

    fn keep_takings(&mut self, takings: Vec<Taking>) -> Result<(), String> {
        let kept = self.ledger.take(takings);
        kept.map_err(|error| self.said("not-saved", &[("detail", self.why(&error))]))
    }

    /// What is starred is watched over; what cannot be kept now is kept with the next change.
    pub(super) fn watch_over(&mut self, id: &BriefId, starred: bool) {
        if starred {
            let _kept = self.taken_along(std::slice::from_ref(id), Way::Starred);
        }
    }

    /// The version of a brief that its file holds now.
    fn version(&self, id: &BriefId) -> Option<Version> {
        let brief = self.library.brief(id)?;
        match self.shelf().edition(brief) {
            Ok(edition) => Some(version(&edition.document, edition.contents, &self.library)),
            Err(_) => version_unread(brief, &self.library),
        }
    }

    /// What became of what was taken along.
    pub(super) fn amended(&mut self) -> Vec<Amendment> {
        let (library, shelf) = (&self.library, self.keeper.shelf());
        let open = |brief: &Brief| {
            let edition = shelf.edition(brief).ok()?;
            Some(version(&edition.document, edition.contents, library))
        };
        self.vigil.amendments(self.ledger.takings(), self.ledger.basket(), library, &open)
    }

    /// The reader knows what became of briefs.
    pub(in crate::plain) fn acknowledge(
        &mut self,
        known: Vec<(BriefId, Version)>,
    ) -> Result<(), String> {
        let way = Way::Acknowledged;
        let known = known.into_iter().map(|(id, version)| Taking { id, way, version });
        self.keep_takings(known.collect())
    }

    /// The titles of the stories of a text that was pasted; none where it is no dispatch.
    pub(in crate::plain) fn appraise(&self, text: &str) -> Vec<Brief> {
        let path = Inbox::path_of(text);
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        let entry =
            self.shelf().filing().entry(Source { path: &path, bytes: text.as_bytes(), size });
        let has_words = entry.briefs.iter().any(|story| story.words > 0);
        entry.briefs.into_iter().filter(|story| story.parent.is_none() && has_words).collect()
    }

    /// Keeps a text in the inbox.
    pub(in crate::plain) fn receive(&mut self, text: &str) -> Result<(), String> {
        let inbox = self.inbox().map_err(|error| self.not_received(&error.into()))?;
        inbox.keep(text).map_err(|error| self.not_received(&error))?;
        self.refresh()
    }

    /// Takes a dispatch out of the inbox; returns where its text is now.
    pub(in crate::plain) fn discard(&mut self, file: &BriefPath) -> Result<PathBuf, String> {
        let removed = self.inbox().and_then(|inbox| inbox.remove(file));
        let removed = removed.map_err(|error| self.not_received(&error.into()))?;
        self.refresh().map(|()| removed)
    }

    fn inbox(&self) -> Result<Inbox, StateError> {
        self.folders.state.as_deref().map(Inbox::new).ok_or(StateError::NoHome)
    }

    fn not_received(&self, error: &InboxError) -> String {
        match error {
            InboxError::State(error) => self.said("not-saved", &[("detail", self.why(error))]),
            other => other.to_string(),
        }
    }
}
