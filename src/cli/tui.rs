//! `chancery` and `chancery tui`: opens the reader. The one place that calls the runtime.

use super::failure::Failure;
use super::session::{Outcome, Session, text_variable};
use crate::terminal::Capability;

pub(super) fn run(session: &Session) -> Result<Outcome, Failure> {
    let _capability = Capability::detect(text_variable)?;
    let unwired = session.words.text("cli-not-wired");
    Err(Failure::Usage(unwired))
}
