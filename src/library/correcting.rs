//! The reader's corrections laid over briefs and texts, with the way back to what is filed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::filing::Filing;
use crate::model::{Aspect, Brief, BriefId, ById, Corrections, Document, Evidence, Marks, Place};

/// The corrections that were laid over some briefs.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    corrections: BTreeMap<BriefId, Corrections>,
    /// Corrected briefs as they are filed.
    filed: ById<Arc<Brief>>,
}

impl Overlay {
    /// Lays the corrections among the marks over the briefs that they are for.
    pub(super) fn lay(briefs: &mut [Arc<Brief>], marks: &Marks) -> Self {
        let corrections: BTreeMap<_, _> =
            corrections(marks).map(|(id, corrections)| (id.clone(), corrections.clone())).collect();
        let mut filed = ById::default();
        if !corrections.is_empty() {
            for brief in briefs {
                if let Some(corrections) = corrections.get(&brief.id) {
                    let corrected = Arc::new(corrections.laid_over(brief));
                    filed.insert(brief.id.clone(), std::mem::replace(brief, corrected));
                }
            }
        }
        Self { corrections, filed }
    }

    /// Whether the marks correct the same.
    pub(super) fn is_of(&self, marks: &Marks) -> bool {
        let is_laid = |(id, new): (&BriefId, &Corrections)| self.corrections.get(id) == Some(new);
        corrections(marks).count() == self.corrections.len() && corrections(marks).all(is_laid)
    }

    /// A corrected brief as it is filed.
    pub(super) fn filed(&self, id: &BriefId) -> Option<&Arc<Brief>> {
        self.filed.get(id)
    }
}

fn corrections(marks: &Marks) -> impl Iterator<Item = (&BriefId, &Corrections)> {
    marks.iter().filter_map(|(id, mark)| Some((id, mark.corrections.as_deref()?)))
}

/// Gives a text the corrections that the library shows on its brief. What its words mean is read again where that follows
/// from them: "next Tuesday" is another day now, and so is the meeting.
pub(super) fn correct(document: &mut Document, shown: &Brief, filing: &Filing) {
    let is_read = !document.sentences.is_empty();
    for aspect in &shown.corrected {
        match aspect {
            Aspect::Title => {
                document.brief.title.clone_from(&shown.title);
                document.brief.title_basis = shown.title_basis;
            }
            Aspect::Date => document.brief.date = shown.date,
            Aspect::Countries => document.brief.countries.clone_from(&shown.countries),
            Aspect::Related | Aspect::Copy => {}
        }
    }
    document.brief.parent.clone_from(&shown.parent);
    document.brief.corrected.clone_from(&shown.corrected);
    if is_read && reads_otherwise(shown) {
        filing.read_again(document);
    }
    if shown.corrected.contains(&Aspect::Countries) {
        document.evidence.retain(|evidence| shown.countries.contains(&evidence.country));
        document.evidence.splice(0..0, by_the_reader(shown));
    }
}

/// Whether a text means something else by what the reader corrected in its brief.
pub(super) fn reads_otherwise(shown: &Brief) -> bool {
    shown.corrected.iter().any(|aspect| matches!(aspect, Aspect::Date | Aspect::Countries))
}

/// Why a brief is filed under its countries, where the reader says so.
fn by_the_reader(brief: &Brief) -> impl Iterator<Item = Evidence> {
    brief.countries.iter().map(|&country| Evidence {
        country,
        form: country.to_string(),
        span: None,
        place: Place::Reader,
    })
}
