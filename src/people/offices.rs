//! The offices of `titles.toml`, folded once. Knows how to ask them, not how a title is read.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::phrases::Phrases;
use super::tokens::Token;
use crate::model::Role;
use crate::text::fold;

/// The compiled titles: read once, never changed.
static TITLES: LazyLock<Titles> =
    LazyLock::new(|| Titles::new(toml::from_str(include_str!("titles.toml")).unwrap_or_default()));

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    former: Vec<String>,
    modifiers: Modifiers,
    bodies: Bodies,
    portfolios: Portfolios,
    #[serde(rename = "title")]
    titles: Vec<Entry>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Modifiers {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    speaker: Vec<String>,
    executive: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Portfolios {
    foreign_minister: Vec<String>,
    defence_minister: Vec<String>,
    finance_minister: Vec<String>,
    interior_minister: Vec<String>,
    english: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    role: Role,
    #[serde(default)]
    masculine: Vec<String>,
    #[serde(default)]
    feminine: Vec<String>,
    #[serde(default)]
    plural: Vec<String>,
    #[serde(default)]
    english: Vec<String>,
    #[serde(default)]
    english_plural: Vec<String>,
    weak: Option<Weak>,
}

/// When a title proves little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Weak {
    Capital,
    Always,
}

/// One form of a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) role: Role,
    pub(super) weak: Option<Weak>,
    pub(super) plural: bool,
}

/// What is known of titles.
#[derive(Debug, Default)]
pub(super) struct Titles {
    heads: Phrases<Head>,
    pub(super) former: HashSet<String>,
    pub(super) modifiers: HashSet<String>,
    /// What narrows a minister or a president, by its words.
    pub(super) fields: Phrases<Role>,
    /// Every word of `fields`.
    pub(super) field_words: HashSet<String>,
    /// What may stand before an English minister and says for what.
    pub(super) portfolios: HashSet<String>,
}

/// The offices.
pub(super) fn titles() -> &'static Titles {
    &TITLES
}

impl Titles {
    fn new(source: Source) -> Self {
        let Source { former, modifiers, bodies, portfolios, titles } = source;
        let heads = titles.iter().flat_map(|entry| {
            let head = |plural| Head { role: entry.role, weak: entry.weak, plural };
            let single = [&entry.masculine, &entry.feminine, &entry.english];
            let several = [&entry.plural, &entry.english_plural];
            let single = single.into_iter().flatten().map(move |form| (form.as_str(), head(false)));
            single.chain(several.into_iter().flatten().map(move |form| (form.as_str(), head(true))))
        });
        let fields = [
            (&portfolios.foreign_minister, Role::ForeignMinister),
            (&portfolios.defence_minister, Role::DefenceMinister),
            (&portfolios.finance_minister, Role::FinanceMinister),
            (&portfolios.interior_minister, Role::InteriorMinister),
            (&bodies.speaker, Role::Speaker),
            (&bodies.executive, Role::Executive),
        ];
        let fields = || {
            fields.iter().flat_map(|(list, role)| list.iter().map(|form| (form.as_str(), *role)))
        };
        let folded = |list: &[String]| list.iter().map(|word| fold(word)).collect::<HashSet<_>>();
        Self {
            heads: Phrases::new(heads),
            former: folded(&former),
            modifiers: folded(&modifiers.words),
            portfolios: folded(&portfolios.english),
            fields: Phrases::new(fields()),
            field_words: fields()
                .flat_map(|(form, _)| fold(form).split(' ').map(str::to_owned).collect::<Vec<_>>())
                .collect(),
        }
    }

    /// The head at a word: its length, what it is, and whether "ex-" stands before it.
    pub(super) fn head(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, Head, bool)> {
        let token = tokens.get(at)?;
        if let Some((length, head)) = self.heads.at(tokens, at) {
            return Some((length, head, false));
        }
        let bare = token.folded.strip_prefix("ex-")?;
        self.heads.longest(tokens, at, bare).map(|(length, head)| (length, head, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_parses_and_holds_something() {
        let source: Source = toml::from_str(include_str!("titles.toml")).unwrap();
        assert!(source.titles.len() > 25);
    }
}
