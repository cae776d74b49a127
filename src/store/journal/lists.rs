//! What follows from the events besides marks: saved searches, the basket, what was taken along. The later of two events on
//! one thing stands.

use std::sync::Arc;

use super::event::{Action, Event};
use crate::model::{Basket, Moment, Searches, Takings};

/// Saved searches, the basket, what was taken along.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub(super) searches: Arc<Searches>,
    pub(super) basket: Arc<Basket>,
    pub(super) takings: Arc<Takings>,
}

impl Lists {
    /// What follows from events in their order.
    pub(super) fn of(events: &[Event]) -> Self {
        let mut lists = Self::default();
        for event in events {
            lists.apply(event);
        }
        lists
    }

    /// Applies what happened last; returns whether that is all there is to it.
    pub(super) fn apply(&mut self, event: &Event) -> bool {
        match &event.action {
            Action::Named(namings) => {
                let searches = Arc::make_mut(&mut self.searches);
                for naming in namings {
                    searches.apply(naming);
                }
            }
            Action::Placed(placings) => {
                let basket = Arc::make_mut(&mut self.basket);
                for placing in placings {
                    basket.apply(placing);
                }
            }
            Action::Taken(takings) => {
                let known = Arc::make_mut(&mut self.takings);
                for taking in takings {
                    known.apply(Moment(event.at.ms), taking);
                }
            }
            Action::Moved(pairs) => {
                if !self.basket.is_empty() {
                    Arc::make_mut(&mut self.basket).moved(pairs);
                }
                if !self.takings.is_empty() {
                    Arc::make_mut(&mut self.takings).moved(pairs);
                }
                return false;
            }
            Action::Set(_) | Action::Seen { .. } => return false,
        }
        true
    }
}
