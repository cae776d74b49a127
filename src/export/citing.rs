//! The notes of a page: cited sentences, numbered, with their sources.

use std::collections::{BTreeMap, HashMap};

use super::Labels;
use super::{page, quote};
use crate::model::{Brief, BriefId, Citation};
use crate::text::Safe;

/// Citations in the order in which they are first met, each once, and the briefs that they are from.
pub(super) struct Notes<'a> {
    cited: Vec<&'a Citation>,
    numbers: BTreeMap<&'a Citation, usize>,
    briefs: HashMap<&'a BriefId, &'a Brief>,
}

impl<'a> Notes<'a> {
    /// None yet, of some briefs.
    pub(super) fn of(briefs: &[&'a Brief]) -> Self {
        let briefs = briefs.iter().map(|&brief| (&brief.id, brief)).collect();
        Self { cited: Vec::new(), numbers: BTreeMap::new(), briefs }
    }

    /// The number of a citation.
    pub(super) fn number(&mut self, citation: &'a Citation) -> usize {
        if let Some(&number) = self.numbers.get(citation) {
            return number;
        }
        self.cited.push(citation);
        self.numbers.insert(citation, self.cited.len());
        self.cited.len()
    }

    /// The markings of all briefs that are cited, each once, in the order of the notes.
    pub(super) fn banner(&self, labels: &Labels<'_>) -> Vec<Safe> {
        let mut banner: Vec<Safe> = Vec::new();
        for brief in self.cited.iter().filter_map(|citation| self.briefs.get(&citation.id)) {
            for line in page::banner(brief, labels) {
                if !banner.contains(&line) {
                    banner.push(line);
                }
            }
        }
        banner
    }

    /// The notes in words, in their order.
    pub(super) fn written(&self, labels: &Labels<'_>) -> Vec<Safe> {
        let brief = |citation: &Citation| self.briefs.get(&citation.id).copied();
        self.cited.iter().map(|citation| note(citation, brief(citation), labels)).collect()
    }
}

/// The quoted sentence with its source, date and file.
pub(super) fn note(citation: &Citation, brief: Option<&Brief>, labels: &Labels<'_>) -> Safe {
    let quoted = quote::quoted(citation.shown(), labels);
    Safe::new(&format!("{quoted} — {} ({})", quote::origin(brief, labels), citation.file))
}
