//! Briefs that say which other one they replace: by its id, its file or its title.

use std::collections::HashMap;

use super::Story;
use crate::text::fold;

/// A brief replaces another; both by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) new: usize,
    pub(super) old: usize,
}

/// What each brief replaces that says so. A name that two briefs have names neither; two briefs
/// that replace each other are versions of one text all the same.
pub(super) fn find(stories: &[Story<'_>]) -> Vec<Replacement> {
    let mut says_so = stories
        .iter()
        .enumerate()
        .filter_map(|(new, story)| Some((new, story.brief.replaces.as_ref()?)))
        .peekable();
    if says_so.peek().is_none() {
        return Vec::new();
    }
    let names = Names::of(stories);
    let replacement = |(new, wanted): (usize, &String)| {
        let old = names.place(wanted).filter(|old| *old != new)?;
        Some(Replacement { new, old })
    };
    says_so.filter_map(replacement).collect()
}

/// The names that briefs go by, each with a place, or with none where two have it.
struct Names(HashMap<String, Option<usize>>);

impl Names {
    fn of(stories: &[Story<'_>]) -> Self {
        let mut names = Self(HashMap::new());
        for (place, story) in stories.iter().enumerate() {
            let id = story.brief.id.as_str();
            names.add(format!("id {id}"), place);
            if let Some(stated) = id.strip_prefix("f:") {
                names.add(format!("id {stated}"), place);
            }
            let file = &story.brief.file;
            names.add(format!("file {file}"), place);
            if file.file_name() != file.as_str() {
                names.add(format!("name {}", file.file_name()), place);
            }
            names.add(format!("title {}", fold(&story.brief.title)), place);
        }
        names
    }

    fn add(&mut self, name: String, place: usize) {
        self.0
            .entry(name)
            .and_modify(|owner| *owner = owner.filter(|owner| *owner == place))
            .or_insert(Some(place));
    }

    /// The one brief that goes by a name.
    fn place(&self, wanted: &str) -> Option<usize> {
        let wanted = wanted.trim();
        let names = [
            format!("id {wanted}"),
            format!("file {}", wanted.trim_start_matches("./")),
            format!("name {wanted}"),
            format!("title {}", fold(wanted)),
        ];
        names.iter().find_map(|name| self.0.get(name).copied().flatten())
    }
}
