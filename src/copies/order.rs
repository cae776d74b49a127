//! Which version of a text to read first. Knows nothing of how versions are found.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Group, Story};
use crate::model::Status;

/// A group in order: what another version replaces stands last; a withdrawal stands first unless a
/// correction came on a later day; then the newest, of one day the corrected, the dated, the
/// longest. A month counts as its first day; what has no date counts as of the last day of its group.
pub(super) fn order(stories: &[Story<'_>], group: &[usize], replaced: &HashSet<usize>) -> Group {
    let members = || group.iter().filter_map(|&place| Some((place, stories.get(place)?)));
    let last = members().filter_map(|(_, story)| story.window.first_day()).max();
    let day = |story: &Story<'_>| story.window.first_day().or(last);
    let corrections = members().filter(|(_, story)| story.brief.status == Status::Corrected);
    let corrected = corrections.filter_map(|(_, story)| day(story)).max();
    let mut ordered: Vec<_> = members().collect();
    ordered.sort_by_cached_key(|(place, story)| {
        let brief = story.brief;
        let stands_withdrawn = brief.status == Status::Withdrawn && day(story) >= corrected;
        (
            replaced.contains(place),
            Reverse(stands_withdrawn),
            Reverse(day(story)),
            brief.status == Status::Current,
            brief.date.is_none(),
            Reverse(brief.words),
            brief.id.clone(),
        )
    });
    ordered.into_iter().map(|(_, story)| story.brief.id.clone()).collect()
}
