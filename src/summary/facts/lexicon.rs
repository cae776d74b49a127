//! What words do in a sentence about states: who signs, asks, plans, visits. Read from `words.toml`.

use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

pub(super) use super::forms::Form;
use super::forms::{Spelling, english_forms};
use super::phrases::Phrases;
pub(super) use super::roles::Role;
use super::tokens::Tokens;
use crate::model::{CountryCode, Level};

/// A word or phrase of a sentence and what it can do there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) tokens: Range<usize>,
    pub(super) role: Role,
    pub(super) form: Form,
}

/// All words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: Phrases<(Role, Spelling)>,
    pub(super) levels: Phrases<Level>,
    pub(super) prefixes: Phrases<CountryCode>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    verb: Vec<Verb>,
    noun: Vec<Noun>,
    level: Vec<LevelNames>,
    prefixes: std::collections::BTreeMap<String, CountryCode>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Verb {
    role: Role,
    /// Stems of French verbs in -er.
    #[serde(default)]
    french: String,
    /// English verbs with -ed.
    #[serde(default)]
    english: String,
    /// Others, form by form.
    #[serde(default)]
    other: Vec<Forms>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Forms {
    infinitive: String,
    present: String,
    past: String,
    future: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noun {
    role: Role,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelNames {
    level: Level,
    words: Vec<String>,
}

impl Lexicon {
    /// What is compiled in, read once.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self::from(read().unwrap_or_default()))
    }

    /// What every word of a sentence can do, in its order.
    pub(super) fn senses(&self, tokens: &Tokens<'_>) -> Vec<Sense> {
        let mut senses = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((end, meanings)) = self.words.at(tokens, at) else {
                at += 1;
                continue;
            };
            for (role, spelling) in meanings {
                let Some(form) = spelling.form(tokens, at, end) else { continue };
                // "délégation" and "delegation" are one word.
                let sense = Sense { tokens: at..end, role, form };
                let known =
                    senses.iter().rev().take_while(|known: &&Sense| known.tokens.start == at);
                if !known.into_iter().any(|known| *known == sense) {
                    senses.push(sense);
                }
            }
            at = end;
        }
        senses
    }

    fn add_verb(&mut self, verb: &Verb) {
        let role = verb.role;
        let mut add = |word: &str, spelling| self.words.add(word, (role, spelling));
        for stem in verb.french.split_whitespace() {
            let g_or_c = stem.strip_suffix('g').is_some();
            add(&format!("{stem}er"), Spelling::Is(Form::Infinitive));
            for ending in ["e", "es", "ee", "ees"] {
                add(&format!("{stem}{ending}"), Spelling::ByAccent);
            }
            for ending in ["ent", "ant", "ons", if g_or_c { "eant" } else { "ants" }] {
                add(&format!("{stem}{ending}"), Spelling::Is(Form::Present));
            }
            for ending in ["a", "erent", "ait", "aient", "ea", "eait", "eaient"] {
                add(&format!("{stem}{ending}"), Spelling::Is(Form::Past));
            }
            for ending in ["era", "eront"] {
                add(&format!("{stem}{ending}"), Spelling::Is(Form::Future));
            }
        }
        for word in verb.english.split_whitespace() {
            let [third, past, gerund] = english_forms(word);
            add(word, Spelling::Bare);
            add(&third, Spelling::Is(Form::Present));
            add(&past, Spelling::Is(Form::Past));
            add(&gerund, Spelling::Is(Form::Present));
        }
        for forms in &verb.other {
            let lists = [
                (&forms.infinitive, Form::Infinitive),
                (&forms.present, Form::Present),
                (&forms.past, Form::Past),
                (&forms.future, Form::Future),
            ];
            for (list, form) in lists {
                list.split(',').for_each(|word| add(word, Spelling::Is(form)));
            }
        }
    }
}

impl From<File> for Lexicon {
    fn from(file: File) -> Self {
        let mut lexicon = Self::default();
        file.verb.iter().for_each(|verb| lexicon.add_verb(verb));
        for noun in &file.noun {
            for word in &noun.words {
                lexicon.words.add(word, (noun.role, Spelling::Is(Form::Noun)));
            }
        }
        for names in &file.level {
            names.words.iter().for_each(|word| lexicon.levels.add(word, names.level));
        }
        for (prefix, country) in file.prefixes {
            lexicon.prefixes.add(&prefix, country);
        }
        lexicon
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("words.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str, role: Role) -> Vec<Form> {
        let tokens = Tokens::new(text);
        let senses = Lexicon::get().senses(&tokens);
        senses.into_iter().filter(|sense| sense.role == role).map(|sense| sense.form).collect()
    }

    #[test]
    fn the_file_is_read() {
        read().expect("words.toml");
    }

    #[test]
    fn the_form_of_a_verb_tells_when() {
        use Form::{Future, Infinitive, Past, Present};
        let text = "Ils signent, elle signe, ont signé, signées, signera, vont signer";
        assert_eq!(forms(text, Role::Sign), [Present, Present, Past, Past, Future, Infinitive]);
        let text = "They sign, have signed, will sign, are to sign, ratified";
        assert_eq!(forms(text, Role::Sign), [Present, Past, Infinitive, Infinitive, Past]);
    }

    #[test]
    fn may_is_a_month_and_mai_is_not_mais() {
        assert!(forms("le 12 mai à Minsk", Role::Contrast).is_empty());
        assert_eq!(forms("mais à Minsk", Role::Contrast).len(), 1);
    }
}
