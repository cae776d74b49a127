//! `chancery init`: the defaults as a file of one's own, never over another.

use super::failure::Failure;
use super::session::{Outcome, Session};
use crate::config::BUILTIN;
use crate::model::Argument;
use crate::store::settings_file;

pub(super) fn run(session: &mut Session) -> Result<Outcome, Failure> {
    let path = session.configuration.path.clone()?;
    settings_file::create(&path, BUILTIN)?;
    let shown = Argument::Text(path.display().to_string());
    let line = session.words.with("cli-config-made", &[("path", shown)]);
    session.output.plain(&line)?;
    Ok(Outcome::Found)
}
