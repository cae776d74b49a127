//! Whether two stories are versions of one text. The thresholds were set by reading the pairs on
//! either side of them in a month and a half of one agency's wire, 14,668 stories.

use super::sketch::Likeness;
use super::{DAYS_OF_A_COPY, DAYS_OF_A_CORRECTION, Story};

/// Copies share so many of all their shingles.
const RESEMBLANCE: f32 = 0.5;

/// Or the shorter, cut from the longer, has so many of its own in the longer.
const CONTAINMENT: f32 = 0.75;

/// Of a longer text that holds a shorter one at least so much is the shorter one; below it the
/// estimate of a containment means nothing.
const LEAST_RESEMBLANCE: f32 = 0.2;

/// And they share so many of the fewer names and numbers.
const TELLING: f32 = 0.8;

/// A text of fewer shingles is a formula with a name and a number in it: nearly all must be shared.
const FEW_SHINGLES: u16 = 20;

/// What short texts share, of their shingles and of their names and numbers.
const RESEMBLANCE_OF_SHORT: f32 = 0.9;

/// A correction shares so many shingles with what it corrects: it may change names and numbers.
const CONTAINMENT_OF_A_CORRECTION: f32 = 0.5;

/// A headline of fewer words may stand over anything.
const LEAST_HEADLINE: usize = 3;

/// A headline has at most so many words before it that say that it is corrected or withdrawn:
/// "annule et remplace :", "CORRECTED (2) -".
const MOST_MARKING: usize = 4;

/// Two stories that are versions of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Link {
    /// Their places, the smaller first.
    pub(super) places: (usize, usize),
    /// How many days they may lie apart.
    pub(super) days: i32,
    /// How sure it is, in thousandths.
    pub(super) strength: u16,
}

/// Links two stories that are versions of one text.
pub(super) fn link(stories: (&Story<'_>, &Story<'_>), places: (usize, usize)) -> Option<Link> {
    let (a, b) = stories;
    let window = a.window.and(b.window);
    let near = |days: i32| window.spans_at_most(days).then_some(days);
    let is_marked = a.is_marked || b.is_marked;
    // Days are cheaper to compare than sketches, and tell most pairs apart.
    near(if is_marked { DAYS_OF_A_CORRECTION } else { DAYS_OF_A_COPY })?;
    let likeness = a.sketch.zip(b.sketch).map(|(a, b)| a.likeness(b));
    let days = if likeness.is_some_and(is_copy) {
        near(DAYS_OF_A_COPY)
    } else if is_marked {
        let speaks_of = likeness.is_some_and(|likeness| corrects(&likeness)) || same_headline(a, b);
        near(DAYS_OF_A_CORRECTION).filter(|_| speaks_of)
    } else {
        None
    }?;
    let strength = likeness.map_or(0, |likeness| thousandths(likeness.resemblance));
    let places = (places.0.min(places.1), places.0.max(places.1));
    Some(Link { places, days, strength })
}

fn is_copy(likeness: Likeness) -> bool {
    let Likeness { resemblance, containment, telling, shingles } = likeness;
    if shingles < FEW_SHINGLES {
        return resemblance >= RESEMBLANCE_OF_SHORT && telling >= RESEMBLANCE_OF_SHORT;
    }
    let overlaps = resemblance >= RESEMBLANCE
        || containment >= CONTAINMENT && resemblance >= LEAST_RESEMBLANCE;
    overlaps && telling >= TELLING
}

fn corrects(likeness: &Likeness) -> bool {
    likeness.containment >= CONTAINMENT_OF_A_CORRECTION
        && likeness.resemblance >= LEAST_RESEMBLANCE
        && likeness.shingles >= FEW_SHINGLES
}

/// Whether two headlines are the same, marking aside.
fn same_headline(a: &Story<'_>, b: &Story<'_>) -> bool {
    headlines(a).any(|one| headlines(b).any(|other| one == other))
}

/// The headline, and where it may open with a marking, what stands behind that.
pub(super) fn headlines<'a>(story: &'a Story<'_>) -> impl Iterator<Item = &'a [String]> {
    let most = if story.is_marked { MOST_MARKING } else { 0 };
    (0..=most)
        .filter_map(|skipped| story.title.get(skipped..))
        .filter(|words| words.len() >= LEAST_HEADLINE)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn thousandths(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0) as u16
}
