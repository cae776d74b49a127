//! `chancery init`: the defaults as a file of one's own, and an example of a gazetteer beside it,
//! never over another.

use std::path::Path;

use super::failure::Failure;
use super::session::{Outcome, Session};
use crate::config::BUILTIN;
use crate::country::supplement::EXAMPLE;
use crate::model::Argument;
use crate::store::settings_file;

pub(super) fn run(session: &mut Session) -> Result<Outcome, Failure> {
    let path = session.configuration.path.clone()?;
    settings_file::create(&path, BUILTIN)?;
    say(session, "cli-config-made", &path)?;
    let own = &session.configuration.gazetteer;
    if let Some(path) = own.path.clone().filter(|_| !own.is_there && own.is_well()) {
        settings_file::create(&path, EXAMPLE)?;
        say(session, "cli-gazetteer-made", &path)?;
    }
    Ok(Outcome::Found)
}

fn say(session: &mut Session, key: &str, path: &Path) -> Result<(), Failure> {
    let shown = Argument::Text(path.display().to_string());
    let line = session.words.with(key, &[("path", shown)]);
    Ok(session.output.plain(&line)?)
}
