//! What was typed, as an order and what stands behind it. The words are in `words.toml`.

use std::collections::HashMap;

use serde::Deserialize;

use crate::config::Right;
use crate::model::Language;
use crate::text::fold;

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    Countries,
    Articles,
    Unread,
    Starred,
    Sort,
    Open,
    Next,
    Again,
    End,
    Back,
    Following,
    Preceding,
    FollowingUnread,
    PrecedingUnread,
    Page,
    Pair,
    Period,
    Seen,
    Digest,
    Agenda,
    Search,
    Go,
    Find,
    FindBack,
    Searches,
    Save,
    Rename,
    Forget,
    Read,
    ReadAll,
    Star,
    Tag,
    TagAll,
    Correct,
    Note,
    Notes,
    Undo,
    Redo,
    Sentences,
    Copy,
    Export,
    Collect,
    TakeOut,
    Basket,
    Up,
    Down,
    Empty,
    Amended,
    Links,
    Import,
    Discard,
    Dropped,
    Problems,
    Samples,
    Refresh,
    Help,
    Quit,
}

impl Order {
    /// What a session must be allowed to do for it, where that is more than reading and keeping marks.
    pub(super) fn needs(self) -> Option<Right> {
        (self == Self::Export).then_some(Right::Files)
    }
}

/// The words of an order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    name: String,
    en: String,
    fr: String,
    #[serde(default)]
    also: Vec<String>,
    /// The commands of the reader that it stands for.
    #[serde(default)]
    commands: Vec<String>,
}

/// The table of words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Commands that only a screen has.
    screen: Vec<String>,
    order: Vec<Words>,
}

/// The orders and their words.
#[derive(Debug)]
pub(super) struct Orders {
    by_word: HashMap<String, Order>,
    all: Vec<(Order, Words)>,
    screen: Vec<String>,
}

impl Orders {
    pub(super) fn new() -> Self {
        // A test reads the table: it is never empty.
        let table: Table = toml::from_str(include_str!("words.toml")).unwrap_or_default();
        let order = |name: &str| {
            let name = toml::Value::String(name.to_owned());
            Order::deserialize(name).ok()
        };
        let known = table.order.into_iter();
        let all: Vec<(Order, Words)> =
            known.filter_map(|words| Some((order(&words.name)?, words))).collect();
        let mut by_word = HashMap::new();
        // A word of the table comes before the name of a command.
        for (order, words) in &all {
            by_word.extend(words.commands.iter().map(|command| (command.clone(), *order)));
        }
        for (order, words) in &all {
            let typed = [&words.en, &words.fr].into_iter().chain(&words.also);
            by_word.extend(typed.map(|word| (fold(word), *order)));
        }
        Self { by_word, all, screen: table.screen }
    }

    /// The order that a line gives, and what stands behind its word; an empty line asks for more.
    pub(super) fn read<'a>(&self, typed: &'a str) -> Option<(Order, &'a str)> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some((Order::Next, ""));
        }
        if let Some(query) = typed.strip_prefix('/') {
            return Some((Order::Search, query.trim()));
        }
        let (word, argument) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        self.by_word.get(&fold(word)).map(|&order| (order, argument.trim()))
    }

    /// Whether a word is a command that only a screen has.
    pub(super) fn is_of_screen(&self, word: &str) -> bool {
        self.screen.iter().any(|command| command == word)
    }

    /// Each order with its words in a language and the key of what it does, as the help lists them.
    pub(super) fn guide(&self, language: Language) -> Vec<(Order, String, String)> {
        let line = |(order, words): &(Order, Words)| {
            let word = if language == Language::French { &words.fr } else { &words.en };
            let typed: Vec<&str> =
                std::iter::once(word).chain(&words.also).map(String::as_str).collect();
            (*order, typed.join(", "), format!("plain-help-{}", words.name))
        };
        self.all.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::app::command::Command;
    use crate::messages::Messages;

    #[test]
    fn every_order_has_a_word_of_its_own_and_a_line_of_help() {
        let orders = Orders::new();
        let table: Table = toml::from_str(include_str!("words.toml")).expect("a table");
        assert_eq!(orders.all.len(), table.order.len(), "every name is an order");
        let words = |words: &Words| {
            let both: HashSet<String> = [fold(&words.en), fold(&words.fr)].into();
            both.into_iter().chain(words.also.iter().map(|word| fold(word))).collect::<Vec<_>>()
        };
        let typed: Vec<String> = table.order.iter().flat_map(words).collect();
        let distinct: HashSet<&String> = typed.iter().collect();
        assert_eq!(distinct.len(), typed.len(), "no word is given twice");
        for language in [Language::French, Language::English] {
            let words = Messages::new(language);
            for (order, _, key) in orders.guide(language) {
                assert_ne!(words.text(&key), key, "{order:?} {language:?}");
            }
        }
    }

    #[test]
    fn every_command_of_the_reader_is_an_order_or_only_of_a_screen() {
        let orders = Orders::new();
        for command in Command::ALL {
            let name = command.name();
            let is_order = orders.by_word.contains_key(name);
            assert!(is_order != orders.is_of_screen(name), "{name}");
        }
        let named = orders.all.iter().flat_map(|(_, words)| &words.commands);
        for name in named.chain(&orders.screen) {
            assert!(Command::from_name(name).is_some(), "{name} is no command");
        }
    }

    #[test]
    fn a_line_is_an_order_and_what_stands_behind_it() {
        let orders = Orders::new();
        assert_eq!(orders.read("  Search  rare earths "), Some((Order::Search, "rare earths")));
        assert_eq!(orders.read("/rare earths"), Some((Order::Search, "rare earths")));
        assert_eq!(orders.read("ETOILE 3"), Some((Order::Star, "3")));
        assert_eq!(orders.read("toggle-star 3"), Some((Order::Star, "3")));
        assert_eq!(orders.read(""), Some((Order::Next, "")));
        assert_eq!(orders.read("12"), None);
        assert_eq!(orders.read("rm -rf"), None);
    }
}
