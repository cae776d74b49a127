//! Verbs in French and English: which form a word is, by its spelling and the word before it. Knows no verb.

use super::tokens::Tokens;

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

/// How a form is told.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spelling {
    Is(Form),
    /// "signe" or "signé": the accent tells.
    ByAccent,
    /// "sign" in English: present or infinitive, as "to" and "will" before it tell.
    Bare,
}

/// The third person, the past and the gerund of a regular English verb.
pub(super) fn english_forms(word: &str) -> [String; 3] {
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
    pub(super) fn form(self, tokens: &Tokens<'_>, at: usize, end: usize) -> Option<Form> {
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
