//! What a reader would notice of the library: marks that follow files, folders that misbehave.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of a test may fail it"
)]

mod desk;
mod faults;
mod files;
