//! The basket kept, and shown as it is.

use std::sync::Arc;

use super::{Desk, notices};
use crate::app::message::Message;
use crate::model::Placing;

impl Desk {
    /// Keeps placings; they count as done once they are on disk.
    pub(super) fn place(&mut self, ticket: u64, placings: &[Placing]) {
        let trouble = self.ledger.place(placings.to_vec()).err();
        self.show_basket();
        // What is in the basket is watched over as long as it is there.
        self.keep_vigil();
        let trouble = trouble.map(|error| notices::state_error(&self.words, &error));
        self.inbox.tell(Message::Placed { ticket, trouble });
    }

    /// Tells of the basket where it is not as it was told of last.
    pub(super) fn show_basket(&mut self) {
        let basket = self.ledger.basket();
        if *basket != self.basket {
            self.basket = Arc::clone(basket);
            self.inbox.tell(Message::BasketChanged(Arc::clone(basket)));
        }
    }
}
