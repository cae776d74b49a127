//! The articles that countries' names take within a sentence.

use serde::Deserialize;

use crate::model::{CountryCode, Language};

/// `articles.toml` as it is written: codes parted by blanks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    french: French,
    english: English,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct French {
    le: String,
    la: String,
    elided: String,
    les: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct English {
    the: String,
}

/// Countries' articles in one language.
#[derive(Debug)]
pub(super) struct Articles(Vec<(&'static str, String)>);

impl Articles {
    /// Those of the built-in table.
    pub(super) fn new(language: Language) -> Self {
        // A test reads the table; without it names stand alone.
        let File { french, english } = read().unwrap_or_default();
        Self(match language {
            Language::French => vec![
                ("le ", french.le),
                ("la ", french.la),
                ("l’", french.elided),
                ("les ", french.les),
            ],
            Language::English => vec![("the ", english.the)],
        })
    }

    /// The article with the blank behind it, nothing where there is none.
    pub(super) fn before(&self, code: CountryCode) -> &'static str {
        let takes = |codes: &str| codes.split_whitespace().any(|listed| listed == code.as_str());
        let found = self.0.iter().find(|(_, codes)| takes(codes));
        found.map_or("", |(article, _)| article)
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("articles.toml"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_is_read_and_lists_each_code_once_for_a_language() {
        let File { french, english } = read().expect("articles.toml");
        for lists in [vec![french.le, french.la, french.elided, french.les], vec![english.the]] {
            let mut seen = HashSet::new();
            for code in lists.iter().flat_map(|codes| codes.split_whitespace()) {
                assert!(code.parse::<CountryCode>().is_ok(), "{code}");
                assert!(seen.insert(code), "{code} twice");
            }
        }
    }
}
