//! The fact set: what a desk officer noted, read from the TOML files beside this one. What each key means stands in `README.md`.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::model::{CountryCode, FactKind, FactStatus, Level, Span};
use serde::Deserialize;

/// One text of the set and all that is to be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    /// Its file, below the repository's root.
    pub(crate) file: String,
    /// Its language, for whoever reads the set.
    #[allow(dead_code, reason = "kept for people")]
    language: String,
    /// Who may look at it.
    pub(crate) half: Half,
    /// What is to be found, in the order of the text.
    #[serde(rename = "fact")]
    pub(crate) facts: Vec<Listed>,
}

/// The half that a text belongs to.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Half {
    /// Those who mend the extractors look at it.
    A,
    /// Kept aside: nobody reads more of it than figures.
    B,
}

/// A fact as the set has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listed {
    /// What it is about.
    #[serde(rename = "type")]
    pub(crate) kind: FactKind,
    /// What it may also be called.
    #[serde(default, rename = "or")]
    pub(crate) other_kinds: Vec<FactKind>,
    /// Whose it is; empty: nobody's own.
    pub(crate) countries: Vec<CountryCode>,
    /// Countries that may stand there too.
    #[serde(default)]
    pub(crate) also: Vec<CountryCode>,
    /// The number, as [`chancery::model::Quantity::decimal`] prints it.
    pub(crate) value: Option<String>,
    /// What it counts.
    pub(crate) unit: Option<String>,
    /// The level of relations.
    pub(crate) level: Option<Level>,
    /// Each status that is right; empty where none is judged.
    #[serde(default)]
    pub(crate) status: Vec<FactStatus>,
    /// When; `?` for a digit that the text does not tell.
    pub(crate) date: Option<String>,
    /// The end of what lasts, or the horizon of a target.
    pub(crate) until: Option<String>,
    /// Who takes part.
    #[serde(default)]
    pub(crate) persons: Vec<String>,
    /// Words of the title.
    pub(crate) title: Option<String>,
    /// Words that stand once in the text.
    pub(crate) sentence: String,
    /// Whether a page without it would be a failure.
    #[serde(default)]
    pub(crate) must: bool,
    /// Whether it was overlooked at first, and added once the extractors had been seen.
    #[serde(default)]
    pub(crate) added: bool,
}

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let countries: Vec<String> = self.countries.iter().map(ToString::to_string).collect();
        write!(f, "{:?} [{}]", self.kind, countries.join(" "))?;
        for part in [&self.value, &self.unit, &self.date, &self.until].into_iter().flatten() {
            write!(f, " {part}")?;
        }
        for person in &self.persons {
            write!(f, " {person}")?;
        }
        write!(f, ": {}", self.sentence)
    }
}

/// The texts of the set by the names of their files, sorted.
pub(crate) fn texts() -> Vec<(String, Text)> {
    let folder = root().join("tests/facts/set");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = toml::from_str(&fs::read_to_string(path).unwrap())
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
        (name, text)
    };
    paths.iter().map(read).collect()
}

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where words of the set stand in a decoded text, white space and asterisks aside. They stand there once.
pub(crate) fn place(words: &str, decoded: &str) -> Span {
    let mut plain = String::new();
    let mut starts = Vec::new();
    for (at, c) in decoded.char_indices().filter(|(_, c)| *c != '*') {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && plain.ends_with(' ') {
            continue;
        }
        plain.push(c);
        starts.resize(plain.len(), at);
    }
    let found: Vec<usize> = plain.match_indices(words).map(|(at, _)| at).collect();
    let [start] = found[..] else { panic!("{words:?} stands {} times", found.len()) };
    Span::new(starts[start], starts[start + words.len() - 1] + 1)
}
