//! One line for the reader's eyes: a message key with its arguments.

use crate::model::Argument;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Goes away with the next key.
    Info,
    /// Stays until the next notice.
    Warning,
}

/// A line shown in place of the key hints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub level: Level,
    /// The key of the message.
    pub key: &'static str,
    /// Its arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Notice {
    /// A line that goes away with the next key.
    pub fn info(key: &'static str) -> Self {
        Self { level: Level::Info, key, arguments: Vec::new() }
    }

    /// A line that stays until the next notice.
    pub fn warning(key: &'static str) -> Self {
        Self { level: Level::Warning, key, arguments: Vec::new() }
    }

    /// With words of the outside as an argument.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Text(text.into())));
        self
    }

    /// With a number as an argument.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: usize) -> Self {
        self.arguments.push((name, Argument::from(number)));
        self
    }
}
