//! The reader's corrections laid over briefs and texts, with the way back to what is filed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::filing;
use crate::model::{
    Aspect, Brief, BriefId, ById, Corrections, DateBasis, Document, Evidence, Marks, Place,
};

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

/// Gives a text the corrections that the library shows on its brief.
pub(super) fn correct(document: &mut Document, shown: &Brief) {
    for aspect in &shown.corrected {
        match aspect {
            Aspect::Title => {
                document.brief.title.clone_from(&shown.title);
                document.brief.title_basis = shown.title_basis;
            }
            Aspect::Date => {
                document.brief.date = shown.date;
                // "Next Tuesday" is another day now.
                let anchor = shown.date.filter(|date| date.basis != DateBasis::Inferred);
                document.dates = filing::dates(document, anchor.map(|date| date.value));
            }
            Aspect::Countries => {
                document.brief.countries.clone_from(&shown.countries);
                document.evidence.retain(|evidence| shown.countries.contains(&evidence.country));
                document.evidence.splice(0..0, by_the_reader(shown));
            }
            Aspect::Related | Aspect::Copy => {}
        }
    }
    document.brief.parent.clone_from(&shown.parent);
    document.brief.corrected.clone_from(&shown.corrected);
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
