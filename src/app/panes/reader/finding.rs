//! Hits in the text that is read: which one is current, and the way back to where finding began.

use std::sync::Arc;

use super::{Anchor, ReaderPane};
use crate::model::Span;
use crate::search::find::Places;

/// What was looked for and found in the text.
#[derive(Clone, Debug)]
pub(super) struct Find {
    pub(super) places: Arc<Places>,
    pub(super) current: usize,
}

/// What became of looking for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Found {
    /// Nothing holds it.
    Nothing,
    /// A hit.
    Hit {
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// Whether there may be more.
        or_more: bool,
        /// Whether the way to it went round an end of the text.
        wrapped: bool,
    },
}

/// Where the reader stood, with what was found and cited then.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Bookmark {
    top: usize,
    anchor: Option<Anchor>,
    find: Option<Find>,
    cited: Option<Span>,
}

impl ReaderPane {
    /// Keeps the place, to come back to.
    pub(in crate::app) fn bookmark(&self) -> Bookmark {
        let (anchor, find) = (self.anchor.clone(), self.find.clone());
        Bookmark { top: self.top, anchor, find, cited: self.cited }
    }

    /// Comes back to a place in the same text, with what was found and cited there.
    pub(in crate::app) fn return_to(&mut self, bookmark: &Bookmark) {
        self.find.clone_from(&bookmark.find);
        self.cited = bookmark.cited;
        self.go_to(bookmark);
    }

    /// Shows what was found, from a place on: the first hit that stands there or below, or above where the search goes up.
    pub(in crate::app) fn look_at(
        &mut self,
        places: Arc<Places>,
        from: &Bookmark,
        onward: bool,
    ) -> Found {
        self.go_to(from);
        self.cited = None;
        self.find = None;
        if places.is_empty() {
            return Found::Nothing;
        }
        let lines = self.set.lines.iter().skip(self.top);
        let mut below = lines.flat_map(|line| &line.segments).filter_map(|segment| segment.source);
        let below = below.find_map(|stretch| places.over(stretch).next());
        let (current, wrapped) = match (below, onward) {
            (Some(below), true) => (below, false),
            (None, true) => (0, true),
            (Some(0), false) => (places.len() - 1, true),
            (below, false) => (below.unwrap_or(places.len()) - 1, false),
        };
        self.stand_on(Find { places, current }, wrapped)
    }

    /// Shows what a text that was just opened was found by, from its first hit on, or from its last one. Where the reader
    /// stopped reading it stays known until they move on.
    pub(in crate::app) fn enter_at(&mut self, places: Arc<Places>, onward: bool) -> Found {
        let found = self.look_at(places, &Bookmark::default(), onward);
        self.is_entered = true;
        // There is no way here that could have gone round the ends.
        match found {
            Found::Nothing => Found::Nothing,
            Found::Hit { number, of, or_more, .. } => {
                Found::Hit { number, of, or_more, wrapped: false }
            }
        }
    }

    /// Whether hits are highlighted.
    pub(in crate::app) fn shows_matches(&self) -> bool {
        self.find.is_some()
    }

    /// Whether no hit follows in a direction.
    pub(in crate::app) fn is_at_last_match(&self, onward: bool) -> bool {
        self.find.as_ref().is_none_or(|find| {
            find.current == if onward { find.places.len().saturating_sub(1) } else { 0 }
        })
    }

    /// Goes to the next hit, or the previous one, around the ends.
    pub(in crate::app) fn find_again(&mut self, onward: bool) -> Option<Found> {
        let mut find = self.find.take()?;
        let last = find.places.len().saturating_sub(1);
        let wrapped = find.current == if onward { last } else { 0 };
        find.current = match (onward, wrapped) {
            (true, true) => 0,
            (true, false) => find.current + 1,
            (false, true) => last,
            (false, false) => find.current - 1,
        };
        Some(self.stand_on(find, wrapped))
    }

    /// Makes a hit the current one.
    fn stand_on(&mut self, find: Find, wrapped: bool) -> Found {
        let (number, of) = (find.current + 1, find.places.len());
        let or_more = !find.places.is_complete();
        if let Some(span) = find.places.get(find.current) {
            self.bring_into_sight(span);
            self.follow_find(span);
        }
        self.find = Some(find);
        Found::Hit { number, of, or_more, wrapped }
    }

    /// Scrolls to where a bookmark was left, unless the text was set anew since.
    fn go_to(&mut self, bookmark: &Bookmark) {
        self.anchor.clone_from(&bookmark.anchor);
        self.top = bookmark.top;
        if self.anchor.is_some() {
            self.come_back();
        }
        self.clamp();
    }
}
