//! What is wrong with a query on the command line: told on standard error, under its place.

use super::failure::Failure;
use super::output::complain;
use crate::messages::Messages;
use crate::search::Query;
use crate::text::{Safe, width};

/// A longer line would break on most terminals, and the signs under it would stand anywhere.
const MOST_COLUMNS: usize = 70;

/// Says what could not be understood; the rest of the query counts.
///
/// # Errors
/// [`Failure::Usage`] where nothing of it could be understood: to answer with everything would be wrong.
pub(super) fn explain(typed: &str, query: &Query, words: &Messages) -> Result<(), Failure> {
    let line = Safe::new(typed);
    let fits = width::width(line.as_str()) <= MOST_COLUMNS;
    if fits && !query.problems.is_empty() {
        complain(line.as_str());
    }
    for problem in &query.problems {
        let sentence = words.with(problem.fault.key(), &problem.fault.arguments());
        let columns =
            |text: Option<&str>| width::width(Safe::new(text.unwrap_or_default()).as_str());
        if fits {
            let before = columns(typed.get(..problem.place.start));
            let signs = columns(typed.get(problem.place.clone())).max(1);
            complain(&format!("{}{} {sentence}", " ".repeat(before), "^".repeat(signs)));
        } else {
            complain(&sentence);
        }
    }
    if query.is_lost() { Err(Failure::Usage(words.text("query-lost"))) } else { Ok(()) }
}
