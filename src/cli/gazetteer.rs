//! The reader's own gazetteer: the file beside the settings, and what is wrong with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure;
use crate::country::Supplement;
use crate::country::supplement::{MOST_BYTES, Mistake, Wrong};
use crate::messages::Messages;
use crate::model::Argument;
use crate::store::settings_file::{self, SettingsError};

/// The reader's own gazetteer and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct OwnGazetteer {
    /// Where it is or would be; none where the user has no folder for it.
    pub(super) path: Option<PathBuf>,
    /// Its entries.
    pub(super) supplement: Arc<Supplement>,
    /// Whether there is a file.
    pub(super) is_there: bool,
    /// Why the file was not read.
    unread: Option<SettingsError>,
    /// Its wrong lines.
    mistakes: Vec<Mistake>,
}

impl OwnGazetteer {
    /// Reads `gazetteer.toml` beside a file of settings.
    pub(super) fn beside(settings: &Path) -> Self {
        let path = settings.with_file_name("gazetteer.toml");
        let mut own = Self::default();
        match settings_file::read(&path) {
            Ok(bytes) => {
                let (supplement, mistakes) = Supplement::read(&bytes);
                own.supplement = Arc::new(supplement);
                own.mistakes = mistakes;
                own.is_there = true;
            }
            Err(SettingsError::Missing(_)) => {}
            Err(error) => own.unread = Some(error),
        }
        Self { path: Some(path), ..own }
    }

    /// Whether nothing is wrong with it.
    pub(super) fn is_well(&self) -> bool {
        self.unread.is_none() && self.mistakes.is_empty()
    }

    /// What is wrong, a sentence each, with the file and the line.
    pub(super) fn complaints(&self, words: &Messages) -> Vec<String> {
        let path = self.path.as_deref().unwrap_or(Path::new("gazetteer.toml"));
        let unread = self.unread.iter().map(|error| match error {
            SettingsError::NotAFile(_) => {
                words.with("gazetteer-not-a-file", &[("path", shown(path))])
            }
            error => failure::settings(error, words),
        });
        let mistakes = self.mistakes.iter().map(|mistake| sentence(mistake, path, words));
        unread.chain(mistakes).collect()
    }
}

/// A mistake in the language of the interface: `gazetteer.toml:3: …`.
fn sentence(mistake: &Mistake, path: &Path, words: &Messages) -> String {
    let (key, arguments) = match &mistake.wrong {
        Wrong::TooLarge => {
            ("gazetteer-too-large", vec![("most", text(&(MOST_BYTES / 1024).to_string()))])
        }
        Wrong::TooMany => ("gazetteer-too-many", Vec::new()),
        Wrong::Syntax(detail) => ("gazetteer-syntax", vec![("detail", text(detail))]),
        Wrong::Code(code) => ("gazetteer-code", vec![("code", text(code))]),
        Wrong::Key(key) => ("gazetteer-key", vec![("key", text(key))]),
        Wrong::Value { key, value } => {
            ("gazetteer-value", vec![("key", text(key)), ("value", text(value))])
        }
        Wrong::Form(form) => ("gazetteer-form", vec![("form", text(form))]),
        Wrong::Nameless(code) => ("gazetteer-nameless", vec![("code", text(code.as_str()))]),
        Wrong::KnownKind(code) => ("gazetteer-known-kind", vec![("code", text(code.as_str()))]),
        Wrong::Kind(code) => ("gazetteer-kind", vec![("code", text(code.as_str()))]),
        Wrong::Contradiction(form) => ("gazetteer-contradiction", vec![("form", text(form))]),
    };
    let sentence = words.with(key, &arguments);
    match mistake.line {
        Some(line) => format!("{}:{line}: {sentence}", path.display()),
        None => format!("{}: {sentence}", path.display()),
    }
}

fn shown(path: &Path) -> Argument {
    text(&path.display().to_string())
}

fn text(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}
