//! The names of operators, states, languages and units, from `operators.toml`. Knows no grammar.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Language;
use crate::text::fold;

/// The compiled table: read once, never changed.
static TABLE: LazyLock<Table> =
    LazyLock::new(|| toml::from_str(include_str!("operators.toml")).unwrap_or_default());

/// What an operator asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// About one of these countries.
    Country,
    /// About all of these countries.
    With,
    /// Words of the title.
    Title,
    /// Words of the source.
    Source,
    /// Words of the author's name.
    Author,
    /// A person in the text.
    Person,
    /// A tag.
    Tag,
    /// Read, starred, withdrawn and the like.
    State,
    /// The language of the text.
    Language,
    /// Days, months, years and ranges.
    Date,
    /// From a day on.
    Since,
    /// Up to the day before.
    Before,
    /// From the day after.
    After,
}

/// A thing that is asked for without an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Form {
    /// All of these words.
    Words,
    /// Words side by side.
    Phrase,
    /// The beginning of a word.
    Prefix,
    /// What must not be.
    Not,
    /// One of two.
    Or,
    /// Groups.
    Brackets,
}

/// A value of `is:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum StateName {
    Unread,
    Read,
    Starred,
    Corrected,
    Withdrawn,
    Current,
    Amended,
    Related,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A word between terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Connective {
    Or,
    And,
    Not,
}

/// The names of one thing in both languages.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Named<K> {
    pub(super) kind: K,
    #[serde(flatten)]
    pub(super) names: Names,
}

/// Names in both languages, the usual one first.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Names {
    en: Vec<String>,
    fr: Vec<String>,
}

/// An operator as help and completions show it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Operator {
    /// What it asks about.
    pub(super) kind: Kind,
    #[serde(flatten)]
    names: Names,
    /// What may stand for the name and its colon.
    #[serde(default)]
    sign: Option<char>,
    example: Example,
}

/// A way to ask without an operator, as the help shows it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Sample {
    /// What it shows.
    pub(super) kind: Form,
    example: Example,
}

#[derive(Clone, Debug, Deserialize)]
struct Example {
    en: String,
    fr: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Connectives {
    or: Vec<String>,
    and: Vec<String>,
    not: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Table {
    operator: Vec<Operator>,
    form: Vec<Sample>,
    state: Vec<Named<StateName>>,
    language: Vec<Named<String>>,
    unit: Vec<Named<Unit>>,
    none: Names,
    connectives: Connectives,
}

impl Names {
    /// All names, each once, those of a language first.
    pub(super) fn all(&self, first: Language) -> impl Iterator<Item = &str> {
        let (ours, others) = match first {
            Language::English => (&self.en, &self.fr),
            Language::French => (&self.fr, &self.en),
        };
        let others = others.iter().filter(|name| !ours.contains(name));
        ours.iter().chain(others).map(String::as_str)
    }

    /// Whether a folded word is one of them.
    fn holds(&self, folded: &str) -> bool {
        self.all(Language::English).any(|name| fold(name) == folded)
    }

    fn is_french(&self, folded: &str) -> bool {
        self.fr.iter().any(|name| fold(name) == folded)
            && !self.en.iter().any(|name| fold(name) == folded)
    }
}

impl Operator {
    /// Its usual name in a language, without the colon.
    pub(super) fn name(&self, language: Language) -> &str {
        self.names.all(language).next().unwrap_or_default()
    }

    /// All its names without the colon, those of a language first.
    pub(super) fn names(&self, first: Language) -> impl Iterator<Item = &str> {
        self.names.all(first)
    }

    /// How it is used, as one would write it in a language.
    pub(super) fn example(&self, language: Language) -> &str {
        self.example.of(language)
    }

    /// Its name as it was typed; where that is its sign, the name that this stands for.
    pub(super) fn called<'a>(&'a self, typed: &'a str) -> &'a str {
        if self.has_sign(typed) { self.name(Language::English) } else { typed }
    }

    fn has_sign(&self, typed: &str) -> bool {
        let mut letters = typed.chars();
        self.sign.is_some() && letters.next() == self.sign && letters.next().is_none()
    }

    /// How it is used, in the language of the name that was typed.
    pub(super) fn example_for(&self, typed: &str) -> &str {
        let is_french = self.names.is_french(&fold(typed));
        self.example(if is_french { Language::French } else { Language::English })
    }
}

impl Sample {
    /// How it is used, as one would write it in a language.
    pub(super) fn example(&self, language: Language) -> &str {
        self.example.of(language)
    }
}

impl Example {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }
}

/// All operators, in the order of the help.
pub(super) fn operators() -> &'static [Operator] {
    &TABLE.operator
}

/// The ways to ask without an operator, in the order of the help.
pub(super) fn forms() -> &'static [Sample] {
    &TABLE.form
}

/// Whether a character stands for the name of an operator and its colon.
pub(super) fn is_sign(c: char) -> bool {
    TABLE.operator.iter().any(|operator| operator.sign == Some(c))
}

/// The operator that a name or a sign means.
pub(super) fn operator(name: &str) -> Option<&'static Operator> {
    let folded = fold(name);
    let is_it = |operator: &&Operator| operator.names.holds(&folded) || operator.has_sign(name);
    TABLE.operator.iter().find(is_it)
}

/// The states that `is:` can ask for.
pub(super) fn states() -> &'static [Named<StateName>] {
    &TABLE.state
}

/// The state that a name means. A hyphen may be typed as one, as a blank or not at all.
pub(super) fn state(name: &str) -> Option<StateName> {
    let plain = |name: &str| fold(name).replace([' ', '-', '_'], "");
    let wanted = plain(name);
    let is_it = |state: &&Named<StateName>| {
        let mut names = state.names.all(Language::English);
        // A Frenchwoman is "suivie", a file "lue".
        names.any(|name| wanted == plain(name) || wanted.strip_suffix('e') == Some(&plain(name)))
    };
    TABLE.state.iter().find(is_it).map(|state| state.kind)
}

/// The languages that `lang:` can ask for: by code, with their names.
pub(super) fn languages() -> &'static [Named<String>] {
    &TABLE.language
}

/// The language that a name or code means.
pub(super) fn language(name: &str) -> Option<Language> {
    let folded = fold(name);
    let is_it =
        |language: &&Named<String>| language.kind == folded || language.names.holds(&folded);
    let code = TABLE.language.iter().find(is_it).map(|language| language.kind.as_str());
    code.and_then(Language::from_tag)
}

/// The unit that a name means.
pub(super) fn unit(name: &str) -> Option<Unit> {
    TABLE.unit.iter().find(|unit| unit.names.holds(name)).map(|unit| unit.kind)
}

/// The words for having none, those of a language first.
pub(super) fn none_names() -> &'static Names {
    &TABLE.none
}

/// Whether a value asks for what has none.
pub(super) fn is_none(value: &str) -> bool {
    TABLE.none.holds(&fold(value))
}

/// The connective that a word is, as it is written.
pub(super) fn connective(word: &str) -> Option<Connective> {
    let Connectives { or, and, not } = &TABLE.connectives;
    let kinds = [(or, Connective::Or), (and, Connective::And), (not, Connective::Not)];
    kinds.into_iter().find(|(words, _)| words.iter().any(|w| w == word)).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_can_be_read_and_no_name_means_two_things() {
        let table: Table =
            toml::from_str(include_str!("operators.toml")).expect("a table without mistakes");
        let mut names = HashSet::new();
        for operator in &table.operator {
            let own: HashSet<String> = operator.names(Language::English).map(fold).collect();
            assert!(own.iter().all(|name| names.insert(name.clone())), "{:?}", operator.kind);
        }
        assert_eq!(operator("ÉTIQUETTE").map(|o| o.kind), Some(Kind::Tag));
        assert_eq!(operator("e\u{301}tiquette").map(|o| o.kind), Some(Kind::Tag));
    }

    #[test]
    fn states_are_known_in_both_languages_and_genders() {
        for name in ["unread", "non-lu", "Non lu", "nonlue", "NON-LUE"] {
            assert_eq!(state(name), Some(StateName::Unread), "{name}");
        }
        assert_eq!(state("corrigée"), Some(StateName::Corrected));
        assert_eq!(state("e"), None);
    }
}
