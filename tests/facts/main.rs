//! What the program finds in the texts of the fact set, against what a desk officer noted in them. `README.md` says how it is
//! judged; `cargo test --test facts -- --nocapture` prints the figures.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop, and prints its figures"
)]

mod judge;
mod judging;
mod set;

#[test]
fn every_listed_fact_stands_once_in_its_text() {
    for (name, text) in set::texts() {
        let decoded = std::fs::read_to_string(set::root().join(&text.file)).unwrap();
        for fact in &text.facts {
            let span = set::place(&fact.sentence, &decoded);
            assert!(!span.is_empty(), "{name}: {}", fact.sentence);
            assert!(
                !fact.status.is_empty() || fact.kind == chancery::model::FactKind::Office,
                "{name}: {}",
                fact.sentence
            );
        }
    }
}
