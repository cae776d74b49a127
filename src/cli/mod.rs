//! The command line: one file a subcommand, over the same library that the reader shows.
//!
//! Exit codes: 0 found, 1 nothing found or problems found, 2 an error, told in one sentence on
//! standard error. A broken pipe is success. Nothing of a brief reaches a terminal as it is.

mod agenda;
mod amended;
mod basket;
mod check;
mod completions;
mod corrections;
mod countries;
mod digest;
mod doctor;
mod facts;
mod failure;
mod full_text;
mod gazetteer;
mod help;
mod import;
mod inbox;
mod index;
mod init;
mod json;
mod keys;
mod list;
mod mistakes;

mod man;
mod notes;
mod options;
mod output;
mod plain;
mod queries;

mod records;
mod saved;
mod search;
mod session;
mod show;
mod shown;
mod state;
mod summary;
mod table;
mod tui;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{FromArgMatches, Parser, ValueEnum};

use crate::config::UserFolders;
use crate::messages::Messages;
use crate::terminal::signals;
use failure::Failure;
use options::{Command, Options, Tongue};
use output::{Output, complain};
use session::{Configuration, Outcome, Session};

/// What scripts are told of an error.
const ERROR: u8 = 2;

/// Runs the program with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    signals::let_writes_fail();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let early = Early::of(&arguments);
    let user = if early.restricted { UserFolders::none() } else { session::user_folders() };
    let configured = Configuration::read(early.config.as_deref(), &user);
    let language = session::language(early.lang, &configured.settings);
    let mut words = Messages::new(language);
    for (code, name) in configured.gazetteer.supplement.shown_names(language) {
        words.call(code, name);
    }
    let mut output = Output::new(session::is_utf8());
    let options = match parse(&arguments, &words, &mut output) {
        Ok(Some(options)) => options,
        Ok(None) => return ExitCode::SUCCESS,
        Err(failure) => return give_up(&failure, &words),
    };
    let session = Session::new(&options.global, words, configured, user, output);
    let mut session = match session {
        Ok(session) => session,
        Err(failure) => return give_up(&failure, &Messages::new(language)),
    };
    let done = dispatch(&options, &mut session);
    let done = done.and_then(|outcome| Ok(session.output.flush().map(|()| outcome)?));
    match done {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Code(code)) => ExitCode::from(code),
        Err(failure) => give_up(&failure, &session.words),
    }
}

fn give_up(failure: &Failure, words: &Messages) -> ExitCode {
    if matches!(failure, Failure::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    complain(&failure.sentence(words));
    ExitCode::from(ERROR)
}

/// Reads the command line; `None` where help or the version was asked for and printed.
fn parse(
    arguments: &[OsString],
    words: &Messages,
    output: &mut Output,
) -> Result<Option<Options>, Failure> {
    // The words of the help take longer than many a command: only what cannot be run asks for them.
    if let Ok(options) = Options::try_parse_from(arguments) {
        return Ok(Some(options));
    }
    let matches = help::command(words).try_get_matches_from(arguments);
    let parsed = matches.and_then(|matches| Options::from_arg_matches(&matches));
    let error = match parsed {
        Ok(options) => return Ok(Some(options)),
        Err(error) => error,
    };
    if let Some(sentence) = help::mistake(&error, words) {
        return Err(Failure::Usage(sentence));
    }
    output.raw(error.render().to_string().as_bytes())?;
    output.flush()?;
    Ok(None)
}

fn dispatch(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let command = options.command.as_ref().unwrap_or(&Command::Tui);
    if let Some(right) = command.needs().filter(|&right| !session.rights.allow(right)) {
        return Err(Failure::Usage(session.words.text(right.refusal())));
    }
    // These two look at the settings themselves.
    if !matches!(command, Command::Doctor(_) | Command::Init) {
        session.require_settings()?;
    }
    // The reader tells it on its first screen.
    if !matches!(command, Command::Doctor(_) | Command::Init | Command::Tui) {
        session.complain_of_settings();
    }
    match command {
        Command::Tui if options.plain => plain::run(session),
        Command::Tui => tui::run(session),
        Command::List(options) => list::run(session, options),
        Command::Show(options) => show::run(session, options),
        Command::Countries(options) => countries::run(session, options),
        Command::Summary(options) if options.all => digest::run(session, options),
        Command::Summary(options) => summary::run(session, options),
        Command::Agenda(options) => agenda::run(session, options),
        Command::Amended(options) => amended::run(session, options),
        Command::Basket(options) => basket::run(session, options),
        Command::Search(options) => search::run(session, options),
        Command::Keys(options) => keys::run(session, options),
        Command::Queries(options) => queries::run(session, options),
        Command::Check(options) => check::run(session, options),
        Command::Import(options) => import::run(session, options),
        Command::Corrections(options) => corrections::run(session, options),
        Command::Notes(options) => notes::run(session, options),
        Command::Inbox(options) => inbox::run(session, options),
        Command::State(options) => state::run(session, options),
        Command::Init => init::run(session),
        Command::Index(options) => index::run(session, options),
        Command::Doctor(options) => doctor::run(session, options),
        Command::Completions(options) => completions::run(session, options),
        Command::Man(options) => man::run(session, options),
    }
}

/// The options that must be known before the command line can be read: they decide in which
/// language mistakes in it are told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Early {
    config: Option<PathBuf>,
    lang: Option<Tongue>,
    restricted: bool,
}

impl Early {
    fn of(arguments: &[OsString]) -> Self {
        let mut early = Self::default();
        let mut rest = arguments.iter().skip(1).take_while(|argument| *argument != "--");
        while let Some(argument) = rest.next() {
            let Some(text) = argument.to_str() else { continue };
            let (name, value) = match text.split_once('=') {
                Some((name, value)) => (name, Some(OsStr::new(value))),
                None => (text, None),
            };
            early.restricted |= text == "--restricted";
            if !matches!(name, "--config" | "--lang") {
                continue;
            }
            let value = value.or_else(|| rest.next().map(OsString::as_os_str));
            if name == "--config" {
                early.config = value.map(PathBuf::from);
            } else {
                let tongue = value.and_then(OsStr::to_str);
                early.lang = tongue.and_then(|tongue| Tongue::from_str(tongue, false).ok());
            }
        }
        early
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_and_settings_are_known_before_the_rest() {
        let early =
            |line: &str| Early::of(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        let french = Early { lang: Some(Tongue::Fr), ..Early::default() };
        assert_eq!(early("chancery --lang fr list"), french);
        assert_eq!(early("chancery list --lang=fr --oops"), french);
        assert_eq!(early("chancery list -- --lang fr"), Early::default());
        assert_eq!(early("chancery --lang de"), Early::default());
        let config = Some(PathBuf::from("mine.toml"));
        let mine = Early { config, restricted: true, ..Early::default() };
        assert_eq!(early("chancery --config mine.toml list --restricted"), mine);
        assert_eq!(early("chancery list -- --restricted"), Early::default());
    }
}
