//! Text to settings: the built-in `config.toml` under the user's own, key by key.
//!
//! A wrong line costs only itself: it becomes an error with its number, and the default of that
//! setting stays. Opens no file and asks no environment; the folders are worked out from what it is given.

mod error;
pub mod folders;
pub mod locale;
mod overlay;
mod rights;
mod settings;
#[cfg(test)]
mod tests;

use crate::text::lines::Lines;
pub use error::ConfigError;
pub use folders::{Environment, NoFolder, UserFolders};
pub use rights::{Right, Rights};
pub use settings::{
    ArticleSort, Clipboard, CountrySort, Follow, KeyBinding, Layout, Settings, Switch, Theme,
};

/// The defaults, as the repository's `config.toml` explains them.
pub const BUILTIN: &str = include_str!("../../config.toml");

/// A file of settings of more bytes than this is refused.
pub const MOST_BYTES: usize = 1024 * 1024;

impl Default for Settings {
    /// The settings of [`BUILTIN`].
    fn default() -> Self {
        let mut settings = settings::BLANK;
        overlay::overlay(&mut settings, BUILTIN);
        settings
    }
}

impl Settings {
    /// The user's settings over the defaults, and what is wrong with them in the order of the file.
    /// Where the file is not TOML as a whole, all defaults stay.
    pub fn read(bytes: &[u8]) -> (Self, Vec<ConfigError>) {
        let mut settings = Self::default();
        if bytes.len() > MOST_BYTES {
            return (settings, vec![ConfigError::TooLarge]);
        }
        let errors = match std::str::from_utf8(bytes) {
            Ok(text) => overlay::overlay(&mut settings, text.trim_start_matches('\u{feff}')),
            Err(error) => {
                let valid = String::from_utf8_lossy(bytes);
                let line = Lines::new(&valid).number(error.valid_up_to());
                vec![ConfigError::Syntax { line, detail: "this is not UTF-8".to_owned() }]
            }
        };
        (settings, errors)
    }
}
