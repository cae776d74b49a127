//! What words do in a sentence about states: who signs, asks, plans, visits. Read from `words.toml`.

use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use super::phrases::Phrases;
use super::tokens::Tokens;
use crate::model::{CountryCode, Level};

/// English words that an infinitive follows.
const MODALS: [&str; 9] = ["to", "will", "would", "shall", "should", "must", "may", "can", "could"];

/// English subjects of a verb without -s; behind other words it is as often a noun ("a visit").
const MANY: [&str; 12] = [
    "they",
    "we",
    "i",
    "you",
    "who",
    "countries",
    "nations",
    "leaders",
    "ministers",
    "sides",
    "parties",
    "governments",
];

/// French words that a noun follows and no verb.
const DETERMINERS: [&str; 25] = [
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "de",
    "du",
    "des",
    "d",
    "sa",
    "son",
    "ses",
    "leur",
    "leurs",
    "ce",
    "cette",
    "ces",
    "en",
    "premiere",
    "nouvelle",
    "prochaine",
    "derniere",
    "recente",
    "chaque",
];

/// What a word or phrase can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// Signs, concludes.
    Sign,
    /// Agrees to do.
    Agree,
    /// Asks for, proposes, invites.
    Ask,
    /// Wishes, hopes.
    Wish,
    /// Plans, prepares.
    Plan,
    /// Calls off.
    Cancel,
    /// Says no, or keeps from happening.
    Deny,
    /// Makes the next verb one of the future.
    Future,
    /// Makes it a mere possibility.
    Maybe,
    /// Goes to.
    Go,
    /// A visit.
    Trip,
    /// Receives a visitor.
    Receive,
    /// Meets.
    Meet,
    /// A meeting, talks.
    Talks,
    /// Raises to a level or a value.
    Raise,
    /// Reaches a value.
    Reach,
    /// An aim.
    Aim,
    /// Takes office, or is put in it.
    Appoint,
    /// Leaves office.
    Leave,
    /// Puts out of office.
    Remove,
    /// Sets up relations.
    Establish,
    /// Says.
    Say,
    /// Promises.
    Pledge,
    /// Exempts from.
    Exempt,
    /// Punishes with sanctions.
    Punish,
    /// Takes sanctions off.
    Lift,
    /// Sanctions.
    Sanction,
    /// An agreement.
    Accord,
    /// Visas.
    Visa,
    /// So many years since.
    Anniversary,
    /// Years, as in "75 ans de relations".
    Years,
    /// Trade.
    Trade,
    /// What is told in per cent of a country's economy.
    Economy,
    /// Relations of states, in which a level is set.
    Relations,
    /// Both of two parties named before.
    Pair,
    /// Of two parties named before.
    Bilateral,
    /// The one and the other in their order.
    Respectively,
    /// A new statement begins.
    Contrast,
    /// Violence or an accident.
    Attack,
    /// Kills, or dies.
    Kill,
    /// Wounds.
    Injure,
    /// Takes part in what happens, or comes after it.
    Witness,
    /// A person in office, or a body of such.
    Office,
    /// Links what stands before it to the parties behind it.
    Between,
}

/// The form of a verb, as far as it tells when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Infinitive,
    Present,
    Past,
    Future,
    /// No verb.
    Noun,
}

/// A word or phrase of a sentence and what it can do there.
#[derive(Clone, Debug)]
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

/// How a form is told.
#[derive(Clone, Copy, Debug)]
enum Spelling {
    Is(Form),
    /// "signe" or "signé": the accent tells.
    ByAccent,
    /// "sign" in English: present or infinitive, as "to" and "will" before it tell.
    Bare,
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
                if let Some(form) = spelling.form(tokens, at, end) {
                    senses.push(Sense { tokens: at..end, role, form });
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

/// The third person, the past and the gerund of a regular English verb.
fn english_forms(word: &str) -> [String; 3] {
    if let Some(stem) = word.strip_suffix('e') {
        return [format!("{word}s"), format!("{word}d"), format!("{stem}ing")];
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        return [format!("{stem}ies"), format!("{stem}ied"), format!("{word}ing")];
    }
    let third = if word.ends_with(['s', 'h', 'x']) { "es" } else { "s" };
    [format!("{word}{third}"), format!("{word}ed"), format!("{word}ing")]
}

impl Spelling {
    /// The form at a place; nothing where the word is no verb there.
    fn form(self, tokens: &Tokens<'_>, at: usize, end: usize) -> Option<Form> {
        Some(match self {
            Self::Is(form) => form,
            Self::ByAccent => {
                let word = tokens.written(end.saturating_sub(1)).to_lowercase();
                let stem = word.trim_end_matches('s').trim_end_matches('e');
                if stem.ends_with(['é', '\u{301}']) {
                    return Some(Form::Past);
                }
                // "la visite", "une demande": a noun.
                let before = at.checked_sub(1).map(|at| tokens.folded(at)).unwrap_or_default();
                if DETERMINERS.contains(&before) {
                    return None;
                }
                Form::Present
            }
            Self::Bare => {
                let before = at.checked_sub(1).map(|at| tokens.folded(at)).unwrap_or_default();
                if MODALS.contains(&before) {
                    Form::Infinitive
                } else if MANY.contains(&before) || tokens.is_capital(at.saturating_sub(1)) {
                    Form::Present
                } else {
                    return None;
                }
            }
        })
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
