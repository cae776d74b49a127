//! Searches that the reader saved, on the command line: `@name` stands for the query of that name.

use super::failure::Failure;
use super::session::Session;
use crate::library::{Ledger, tag_key};
use crate::model::Argument;

/// What stands before the name of a saved search.
const SIGN: char = '@';

/// The query that some arguments make, saved searches written out in brackets.
///
/// # Errors
/// [`Failure::Usage`] where no search has such a name.
pub(super) fn written_out(arguments: &[String], session: &Session) -> Result<String, Failure> {
    let mut words = Vec::with_capacity(arguments.len());
    for argument in arguments {
        match argument.strip_prefix(SIGN) {
            Some(name) => words.push(format!("({})", query(name, session)?)),
            None => words.push(argument.clone()),
        }
    }
    Ok(words.join(" "))
}

fn query(name: &str, session: &Session) -> Result<String, Failure> {
    let ledger = Ledger::open(session.folders.state.as_deref());
    let searches = ledger.searches();
    if let Some(search) = searches.get(&tag_key(name)) {
        return Ok(search.query.clone());
    }
    let known: Vec<String> =
        searches.iter().map(|(_, search)| format!("{SIGN}{}", search.name)).collect();
    let key = if known.is_empty() { "cli-no-searches" } else { "cli-no-search" };
    let text = |text: String| Argument::Text(text);
    let arguments = [("name", text(name.to_owned())), ("known", text(known.join(", ")))];
    Err(Failure::Usage(session.words.with(key, &arguments)))
}
