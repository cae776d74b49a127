//! What can be wrong with a file of settings, and what to do about it.

/// One wrong line; its setting keeps the default.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// A name that is no setting.
    #[error("line {line}: \"{key}\" is no setting: {}", advice(*.meant))]
    UnknownKey {
        /// The line, from 1.
        line: u32,
        /// The name.
        key: String,
        /// The setting whose name is nearest.
        meant: Option<&'static str>,
    },
    /// A value that its setting cannot have.
    #[error("line {line}: \"{key}\" cannot be {value}: write {expected}")]
    InvalidValue {
        /// The line, from 1.
        line: u32,
        /// The setting.
        key: String,
        /// The value as written, shortened.
        value: String,
        /// What it can be, in words.
        expected: String,
    },
    /// The file is not TOML, so none of it counts.
    #[error("line {line}: {detail}: correct this line; until then no setting of the file counts")]
    Syntax {
        /// The line, from 1.
        line: u32,
        /// The parser's words.
        detail: String,
    },
    /// The file is larger than any file of settings.
    #[error("the file is larger than 1 MB: move aside what is not a setting")]
    TooLarge,
}

impl ConfigError {
    /// The line, from 1, where one can be named.
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::UnknownKey { line, .. }
            | Self::InvalidValue { line, .. }
            | Self::Syntax { line, .. } => Some(*line),
            Self::TooLarge => None,
        }
    }
}

fn advice(meant: Option<&str>) -> String {
    match meant {
        Some(name) => format!("write \"{name}\" if that is what you mean, or remove the line"),
        None => "remove the line, or see config.toml for the names of all settings".to_owned(),
    }
}
