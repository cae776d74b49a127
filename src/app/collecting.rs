//! The basket as the reader sees it, and what is on its way to the disk.
//!
//! As with marks, a thing is in the basket once it is kept; until then it counts for what a key does next.

use std::collections::VecDeque;
use std::sync::Arc;

use super::effect::Effect;
use super::notice::Notice;
use crate::model::{Basket, Placing};

/// The basket, and what is on its way into it or out of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Collecting {
    kept: Arc<Basket>,
    coming: VecDeque<Coming>,
    next_ticket: u64,
}

/// Placings on their way to the disk.
#[derive(Clone, Debug)]
struct Coming {
    ticket: u64,
    placings: Vec<Placing>,
    /// What is said once they are there.
    says: Option<Notice>,
}

impl Collecting {
    /// The basket as it is kept.
    pub(super) fn kept(&self) -> &Arc<Basket> {
        &self.kept
    }

    /// The basket for what a key does next.
    pub(super) fn expected(&self) -> Basket {
        let mut basket = Basket::clone(&self.kept);
        let coming = self.coming.iter().flat_map(|coming| &coming.placings);
        coming.for_each(|placing| basket.apply(placing));
        basket
    }

    /// The placings that put everything back as it is before `placings`.
    pub(super) fn way_back(&self, placings: &[Placing]) -> Vec<Placing> {
        let basket = self.expected();
        let before = |placing: &Placing| Placing {
            key: placing.key.clone(),
            entry: basket.get(&placing.key).cloned(),
        };
        placings.iter().map(before).collect()
    }

    /// Has placings kept, and says something once they are.
    pub(super) fn place(&mut self, placings: Vec<Placing>, says: Option<Notice>) -> Effect {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.coming.push_back(Coming { ticket, placings: placings.clone(), says });
        Effect::Place { ticket, placings }
    }

    /// Placings were answered for; what is to be said of them now.
    pub(super) fn answered(&mut self, ticket: u64) -> Option<Notice> {
        let place = self.coming.iter().position(|coming| coming.ticket == ticket)?;
        self.coming.remove(place)?.says
    }

    /// The basket is as it is kept now.
    pub(super) fn replace(&mut self, basket: Arc<Basket>) {
        self.kept = basket;
    }

    /// Whether anything is on its way.
    pub(super) fn is_saving(&self) -> bool {
        !self.coming.is_empty()
    }
}
