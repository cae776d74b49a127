//! What was typed, as an order and what stands behind it. The words are in `words.toml`.

use std::collections::HashMap;

use serde::Deserialize;

use crate::text::fold;

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Order {
    Help,
    Countries,
    Articles,
    Unread,
    Starred,
    Page,
    Search,
    Open,
    Next,
    Again,
    Back,
    Read,
    Star,
    Note,
    Refresh,
    Quit,
}

/// All of them, in the order of the help.
pub(super) const ALL: [Order; 16] = [
    Order::Countries,
    Order::Articles,
    Order::Page,
    Order::Unread,
    Order::Starred,
    Order::Search,
    Order::Open,
    Order::Next,
    Order::Again,
    Order::Back,
    Order::Read,
    Order::Star,
    Order::Note,
    Order::Refresh,
    Order::Help,
    Order::Quit,
];

impl Order {
    /// The key of the line that explains it.
    pub(super) fn help(self) -> String {
        format!("plain-help-{}", format!("{self:?}").to_lowercase())
    }
}

/// The words of the orders.
#[derive(Debug)]
pub(super) struct Orders {
    by_word: HashMap<String, Order>,
}

impl Orders {
    pub(super) fn new() -> Self {
        // A test reads the table: it is never empty.
        let table: HashMap<Order, Vec<String>> =
            toml::from_str(include_str!("words.toml")).unwrap_or_default();
        let words = table
            .into_iter()
            .flat_map(|(order, words)| words.into_iter().map(move |word| (fold(&word), order)));
        Self { by_word: words.collect() }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_has_a_word_of_its_own_and_a_line_of_help() {
        let orders = Orders::new();
        for order in ALL {
            assert!(orders.by_word.values().any(|&known| known == order), "{order:?}");
            for language in [crate::model::Language::French, crate::model::Language::English] {
                let words = crate::messages::Messages::new(language);
                assert_ne!(words.text(&order.help()), order.help(), "{language:?}");
            }
        }
        let words = include_str!("words.toml").lines().filter(|line| !line.starts_with('#'));
        let written: usize = words.map(|line| line.matches('"').count() / 2).sum();
        assert_eq!(orders.by_word.len(), written, "no word is given twice");
    }

    #[test]
    fn a_line_is_an_order_and_what_stands_behind_it() {
        let orders = Orders::new();
        assert_eq!(orders.read("  Search  rare earths "), Some((Order::Search, "rare earths")));
        assert_eq!(orders.read("/rare earths"), Some((Order::Search, "rare earths")));
        assert_eq!(orders.read("ETOILE 3"), Some((Order::Star, "3")));
        assert_eq!(orders.read(""), Some((Order::Next, "")));
        assert_eq!(orders.read("12"), None);
        assert_eq!(orders.read("rm -rf"), None);
    }
}
