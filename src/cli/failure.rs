//! Why a command gives up, as one sentence in the language of the interface.

use std::io;
use std::path::Path;

use crate::config::NoFolder;
use crate::library::{ImportError, IndexingError};
use crate::messages::Messages;
use crate::model::Argument;
use crate::search::index::IndexError;
use crate::store::ReadError;
use crate::store::StateError;
use crate::store::input::{self, InputError};
use crate::store::output::OutputError;
use crate::store::settings_file::SettingsError;
use crate::terminal::Refusal;

/// Why a command gives up.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Whoever read our output has gone: no failure at all.
    #[error("broken pipe")]
    BrokenPipe,
    /// Standard output takes nothing more.
    #[error("standard output: {0}")]
    Write(io::Error),
    /// A brief or the folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The settings named with `--config` cannot be read.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A file that an argument names cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A file cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The reader's state cannot be kept or read.
    #[error(transparent)]
    State(#[from] StateError),
    /// The user has no folder for it.
    #[error(transparent)]
    NoFolder(#[from] NoFolder),
    /// No screen can be drawn.
    #[error(transparent)]
    Terminal(#[from] Refusal),
    /// An option's value is no date.
    #[error("{option}: \"{value}\" is no date")]
    Date {
        /// The option.
        option: &'static str,
        /// What was written.
        value: String,
    },
    /// An option's value is no period.
    #[error("\"{0}\" is no period")]
    Period(String),
    /// A name or code that no country has.
    #[error("\"{0}\" is no country")]
    Country(String),
    /// Several files have the name.
    #[error("{name}: {files}")]
    Ambiguous {
        /// The name.
        name: String,
        /// Some of them.
        files: String,
    },
    /// There is no such command.
    #[error("{0}: no such command")]
    Command(String),
    /// The command line cannot be understood; already a sentence.
    #[error("{0}")]
    Usage(String),
    /// A restricted session is not told where everything lies.
    #[error("--restricted needs --briefs, --state and --cache")]
    Places,
    /// The full-text index cannot answer.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// Something failed of which the layer below has the words.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Target(error) => error.into(),
            ImportError::Briefs(error) => error.into(),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::Write(error),
        }
    }
}

impl Failure {
    /// The sentence to print.
    pub(super) fn sentence(&self, words: &Messages) -> String {
        match self {
            Self::BrokenPipe => String::new(),
            Self::Write(error) => words.with("cli-write", &[("detail", detail(error))]),
            Self::Read(error) => read(error, words),
            Self::Settings(error) => settings(error, words),
            Self::Input(error) => input(error, words),
            Self::Output(error) => output(error, words),
            Self::State(error) => state(error, words),
            Self::NoFolder(error) => no_folder(error, words),
            Self::Terminal(Refusal::NotATerminal) => words.text("cli-needs-terminal"),
            Self::Terminal(Refusal::Dumb) => words.text("cli-dumb-terminal"),
            Self::Date { option, value } => {
                words.with("cli-bad-date", &[("option", text(option)), ("value", text(value))])
            }
            Self::Period(value) => words.with("cli-bad-period", &[("value", text(value))]),
            Self::Country(name) => words.with("cli-no-country", &[("name", text(name))]),
            Self::Ambiguous { name, files } => {
                words.with("cli-ambiguous", &[("name", text(name)), ("files", text(files))])
            }
            Self::Command(name) => words.with("cli-no-command", &[("name", text(name))]),
            Self::Usage(sentence) => sentence.clone(),
            Self::Places => words.text("cli-restricted-places"),
            Self::Index(error) => index(error, words),
            Self::Other(error) => format!("{error:#}"),
        }
    }
}

/// What is wrong with the settings file as a whole.
pub(super) fn settings(error: &SettingsError, words: &Messages) -> String {
    let about = |key, path| words.with(key, &[("path", shown(path))]);
    match error {
        SettingsError::Missing(path) => about("cli-config-missing", path),
        SettingsError::NotAFile(path) => about("cli-config-not-a-file", path),
        SettingsError::OpenToOthers(path) => about("cli-config-open", path),
        SettingsError::Unreadable { path, reason } => {
            words.with("cli-unreadable", &[("path", shown(path)), ("detail", text(reason))])
        }
    }
}

/// Why marks are not kept.
pub(super) fn state(error: &StateError, words: &Messages) -> String {
    let about = |key, path| words.with(key, &[("path", shown(path))]);
    match error {
        StateError::NoHome => words.text("cli-state-no-home"),
        StateError::Foreign(path) => about("cli-state-foreign", path),
        StateError::OpenToOthers(path) => about("cli-state-open", path),
        StateError::NotPlain(path) => about("cli-state-not-plain", path),
        StateError::Full(path) => about("cli-state-full", path),
        StateError::ReadOnly(path) => about("cli-state-read-only", path),
        StateError::Busy(path) => about("cli-state-busy", path),
        StateError::Changed(path) => about("cli-state-changed", path),
        StateError::NoLocks(path) => about("cli-state-no-locks", path),
        StateError::Failed { path, reason } => {
            words.with("cli-state-failed", &[("path", shown(path)), ("detail", text(reason))])
        }
    }
}

/// Why the full-text index cannot answer.
pub(super) fn index(error: &IndexError, words: &Messages) -> String {
    match error {
        IndexError::Missing => words.text("cli-index-missing"),
        IndexError::Busy => words.text("cli-index-busy"),
        IndexError::Damaged => words.text("cli-index-broken"),
        IndexError::System(reason) => words.with("cli-index-system", &[("detail", text(reason))]),
        IndexError::Query(reason) => words.with("cli-index-query", &[("detail", text(reason))]),
    }
}

/// Why the full-text index is not kept.
pub(super) fn indexing(error: &IndexingError, words: &Messages) -> String {
    match error {
        IndexingError::NoFolder => words.text("cli-cache-none"),
        IndexingError::Folder(error) => state(error, words),
        IndexingError::Index(error) => index(error, words),
    }
}

/// Why the user has no folder of their own.
pub(super) fn no_folder(error: &NoFolder, words: &Messages) -> String {
    match error {
        NoFolder::HomeUnset(variable) => {
            words.with("cli-home-unset", &[("variable", text(variable))])
        }
        NoFolder::HomeRelative { home, variable } => {
            words.with("cli-home-relative", &[("home", shown(home)), ("variable", text(variable))])
        }
        NoFolder::HomeMissing { home, variable } => {
            words.with("cli-home-missing", &[("home", shown(home)), ("variable", text(variable))])
        }
    }
}

fn read(error: &ReadError, words: &Messages) -> String {
    let about =
        |key, file: &crate::model::BriefPath| words.with(key, &[("path", text(file.as_str()))]);
    match error {
        ReadError::Folder { folder, reason } => {
            words.with("cli-no-folder", &[("path", shown(folder)), ("detail", text(reason))])
        }
        ReadError::Gone(file) => about("cli-file-gone", file),
        ReadError::LinkOutside(file) => about("cli-link-outside", file),
        ReadError::NotAFile(file) => about("cli-not-a-file", file),
        ReadError::Unreadable { file, reason } => {
            words.with("cli-unreadable", &[("path", text(file.as_str())), ("detail", text(reason))])
        }
        ReadError::StoryGone(file) => about("cli-story-gone", file),
    }
}

fn input(error: &InputError, words: &Messages) -> String {
    match error {
        InputError::Missing(path) => words.with("cli-input-missing", &[("path", shown(path))]),
        InputError::NotAFile(path) => words.with("cli-input-not-a-file", &[("path", shown(path))]),
        InputError::TooLarge(path) => {
            let most = Argument::Text((input::MOST_BYTES / (1024 * 1024)).to_string());
            words.with("cli-input-too-large", &[("path", shown(path)), ("most", most)])
        }
        InputError::Unreadable { path, reason } => {
            words.with("cli-unreadable", &[("path", shown(path)), ("detail", text(reason))])
        }
    }
}

fn output(error: &OutputError, words: &Messages) -> String {
    let about = |key, path| words.with(key, &[("path", shown(path))]);
    match error {
        OutputError::Exists(path) => about("cli-output-exists", path),
        OutputError::NotPlain(path) => about("cli-output-not-plain", path),
        OutputError::NoFolder(path) => about("cli-output-no-folder", path),
        OutputError::Full(path) => about("cli-output-full", path),
        OutputError::Failed { path, reason } => {
            words.with("cli-output-failed", &[("path", shown(path)), ("detail", text(reason))])
        }
    }
}

/// The system's words for an error, without its number.
fn detail(error: &io::Error) -> Argument {
    let words = error.to_string();
    let words = words.split_once(" (os error").map_or(words.as_str(), |(words, _)| words);
    Argument::Text(words.to_lowercase())
}

fn shown(path: &Path) -> Argument {
    Argument::Text(path.display().to_string())
}

fn text(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}
