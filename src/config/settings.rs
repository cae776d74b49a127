//! What can be set. The words of each choice are those of `config.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{CountryCode, Language};

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Language of the interface; `None` follows the locale.
    pub language: Option<Language>,
    /// Folder of briefs as written; `None` means `./briefs`.
    pub briefs: Option<String>,
    /// The reader's own country, which is in nearly every brief and so counts last.
    pub home: Option<CountryCode>,
    /// The countries of the reader's desk, listed first and in this order.
    pub desk: Vec<CountryCode>,
    /// How the panes are arranged.
    pub layout: Layout,
    /// Whether the reader shows each article as the selection moves.
    pub follow: Follow,
    /// Longest line of text, 40 to 120 columns.
    pub measure: u16,
    /// Order of the countries.
    pub sort_countries: CountrySort,
    /// Order of the articles.
    pub sort_articles: ArticleSort,
    /// Colours.
    pub theme: Theme,
    /// Whether the mouse selects and scrolls.
    pub mouse: bool,
    /// Whether notes may be written in the program that `VISUAL` or `EDITOR` names.
    pub external_editor: bool,
    /// How a text that is copied reaches the clipboard.
    pub clipboard: Clipboard,
    /// Whether opening an article marks it as read.
    pub mark_read_on_open: bool,
    /// Whether to draw with plain ASCII.
    pub ascii: Switch,
    /// The user's own keys, in the order of the file; the keymap checks them.
    pub keys: Vec<KeyBinding>,
}

/// Before the built-in file is read.
pub(super) const BLANK: Settings = Settings {
    language: None,
    briefs: None,
    home: None,
    desk: Vec::new(),
    layout: Layout::Auto,
    follow: Follow::Auto,
    measure: 88,
    sort_countries: CountrySort::Name,
    sort_articles: ArticleSort::Newest,
    theme: Theme::Auto,
    mouse: false,
    external_editor: true,
    clipboard: Clipboard::Auto,
    mark_read_on_open: true,
    ascii: Switch::Auto,
    keys: Vec::new(),
};

/// One line of a `[keys.MODE]` table, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyBinding {
    /// The mode, as in `reader`.
    pub mode: String,
    /// The keys to press, with spaces between them, as in `g n`.
    pub chords: String,
    /// The command's name; empty frees the keys.
    pub command: String,
    /// Its line in the file, from 1.
    pub line: u32,
}

/// How the panes are arranged.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// By the width of the screen and the kind of connection.
    #[default]
    Auto,
    /// The lists above the text.
    Stacked,
    /// Side by side.
    Columns,
    /// One at a time.
    Single,
}

/// Whether the reader follows the selection.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Follow {
    /// Not over SSH.
    #[default]
    Auto,
    /// Always.
    On,
    /// Enter opens.
    Off,
}

/// Order of the countries.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountrySort {
    /// By name in the language of the interface.
    #[default]
    Name,
    /// Most briefs first.
    Count,
    /// Latest brief first.
    Newest,
}

/// Order of the articles.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleSort {
    /// Latest first.
    #[default]
    Newest,
    /// Earliest first.
    Oldest,
    /// By title.
    Title,
    /// By source.
    Source,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Those of the terminal, and none under `NO_COLOR`.
    Auto,
    /// For a dark screen.
    Dark,
    /// For a light screen.
    Light,
    /// None.
    Mono,
}

/// How a text that is copied reaches the clipboard of whoever sits at the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clipboard {
    /// By tmux where the reader runs in it, else as `Terminal`.
    Auto,
    /// By the terminal's own sequence; no other program is started.
    Terminal,
    /// Not at all: the text is shown alone.
    Off,
}

/// A switch that can be left to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    /// As the surroundings need it.
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}
