//! Keys pressed on the interface as a reader presses them, and what the screen says then.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

mod amended;
mod basket;
mod correcting;
mod country_page;
mod filtering;
mod finder_table;
mod finding;
mod importing;
mod keyboard;
mod library;
mod links;
mod lists;
mod looking_up;
mod marking;
mod mouse;
mod overview;
mod reading;
mod restricted;
mod searching;
mod sentences;
mod sizes;
mod tagging;
mod taking;
mod unbinding;
mod visits;
mod writing;

#[path = "../support/briefs.rs"]
mod briefs;
#[path = "../support/interface.rs"]
mod interface;

use briefs::DESK;
use interface::{Interface, Start};

/// The interface over the usual briefs at 90x24, in English.
fn desk() -> Interface {
    Interface::start(Start { files: DESK, ..Start::default() })
}

/// The same with a text open: the long one, which is the newest.
fn reading() -> Interface {
    let mut at = desk();
    at.press("enter enter").shows("opened on 29 May 2025");
    at
}
