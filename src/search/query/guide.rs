//! The ways to ask, as help and the README list them: from the table that the parser reads.

use super::operators::{self, Kind};
use crate::model::{Argument, Language};

/// One way to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called in data for programs: `country`, `phrase`.
    pub kind: String,
    /// Its names with their colons, those of the language first; none for what needs no operator.
    pub names: Vec<String>,
    /// How it is used, as one would write it in the language.
    pub example: &'static str,
    /// The arguments of its message, see [`Entry::message`].
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Entry {
    /// The key of what it does in the catalogues.
    pub fn message(&self) -> String {
        format!("query-{}", self.kind)
    }
}

/// All ways to ask, first those without an operator.
pub fn guide(language: Language) -> impl Iterator<Item = Entry> {
    let forms = operators::forms().iter().map(move |form| Entry {
        kind: format!("{:?}", form.kind).to_lowercase(),
        names: Vec::new(),
        example: form.example(language),
        arguments: Vec::new(),
    });
    let named = operators::operators().iter().map(move |operator| Entry {
        kind: format!("{:?}", operator.kind).to_lowercase(),
        names: operator.names(language).map(|name| format!("{name}:")).collect(),
        example: operator.example(language),
        arguments: arguments(operator.kind, language),
    });
    forms.chain(named)
}

/// The values of `is:`, which only the table knows.
fn arguments(kind: Kind, language: Language) -> Vec<(&'static str, Argument)> {
    if kind != Kind::State {
        return Vec::new();
    }
    let states = operators::states().iter();
    let states: Vec<&str> = states.filter_map(|state| state.names.all(language).next()).collect();
    vec![("states", Argument::Text(states.join(", ")))]
}
