//! `chancery` and `chancery tui`: opens the reader. The one place that calls the runtime.

use std::ffi::OsString;
use std::sync::Arc;

use super::failure::Failure;
use super::session::{Outcome, Session, text_variable};
use crate::app::{ColourScheme, Notice, Setup};
use crate::config::{Right, Switch, Theme};
use crate::runtime::{self, Start};
use crate::store::Briefs;
use crate::terminal::capability::Charset;
use crate::terminal::{Capability, Colours};

pub(super) fn run(session: &Session) -> Result<Outcome, Failure> {
    let capability = Capability::detect(text_variable)?;
    let setup = setup(session, capability);
    let folders = session.folders.clone();
    let indexing = session.rights.allow(Right::Programs).then(|| indexing(session));
    let code = runtime::run(Start { folders, capability, setup, indexing });
    Ok(Outcome::Code(code.map_err(anyhow::Error::from)?))
}

/// `index --behind` for the same folders and settings.
fn indexing(session: &Session) -> Vec<OsString> {
    let folders = &session.folders;
    let briefs = match &folders.briefs {
        Briefs::Folder(folder) => Some(folder.as_path()),
        Briefs::Samples => None,
    };
    let configuration = &session.configuration;
    let config = configuration.path.as_deref().ok().filter(|_| configuration.is_named);
    let places = [
        ("--briefs", briefs),
        ("--state", folders.state.as_deref()),
        ("--cache", folders.cache.as_deref()),
        ("--config", config),
    ];
    let given = places.into_iter().filter_map(|(name, place)| Some((name, place?)));
    let places = given.flat_map(|(name, place)| [name.into(), place.as_os_str().to_owned()]);
    places.chain(["index", "--behind"].map(OsString::from)).collect()
}

fn setup(session: &Session, capability: Capability) -> Setup {
    let settings = session.configuration.settings.clone();
    let ascii = match settings.ascii {
        Switch::On => true,
        Switch::Off => false,
        Switch::Auto => capability.charset == Charset::Ascii,
    };
    let scheme = match settings.theme {
        _ if capability.colours == Colours::None => ColourScheme::Mono,
        Theme::Auto | Theme::Dark => ColourScheme::Dark,
        Theme::Light => ColourScheme::Light,
        Theme::Mono => ColourScheme::Mono,
    };
    Setup {
        library: Arc::default(),
        words: Arc::clone(&session.words),
        settings,
        keymap: session.configuration.keymap().0,
        today: session.today,
        size: crate::terminal::capability::size(),
        remote: capability.remote,
        ascii,
        scheme,
        rights: session.rights,
        notice: notice(session),
    }
}

/// What is wrong with the settings, on the first screen: nobody would see it before.
fn notice(session: &Session) -> Option<Notice> {
    let complaints = session.configuration.complaints(&session.words);
    let first = complaints.first()?;
    let notice = Notice::warning("cli-settings-wrong").text("first", first.clone());
    Some(notice.number("more", complaints.len() - 1))
}
