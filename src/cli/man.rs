//! `chancery man`: the manual page, or that of one command, from the definition of the command line.

use clap_mangen::Man;

use super::failure::Failure;
use super::help;
use super::options::ManOptions;
use super::session::{Outcome, Session};

pub(super) fn run(session: &mut Session, options: &ManOptions) -> Result<Outcome, Failure> {
    let mut command = help::command(&session.words);
    command.build();
    let page = match &options.command {
        None => command,
        Some(name) => {
            let found = command.find_subcommand(name).cloned();
            let full_name = format!("chancery-{name}");
            found.ok_or_else(|| Failure::Command(name.clone()))?.name(full_name)
        }
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff)?;
    session.output.raw(&roff)?;
    Ok(Outcome::Found)
}
