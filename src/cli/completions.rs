//! `chancery completions`: a script for a shell, from the definition of the command line.

use super::failure::Failure;
use super::help;
use super::options::CompletionsOptions;
use super::session::{Outcome, Session};

pub(super) fn run(session: &mut Session, options: &CompletionsOptions) -> Result<Outcome, Failure> {
    let mut command = help::command(&session.words);
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "chancery", &mut script);
    session.output.raw(&script)?;
    Ok(Outcome::Found)
}
