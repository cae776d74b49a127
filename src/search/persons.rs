//! Persons as a search knows them: by a form that all spellings of a name share.

use crate::people::fold::{self, PersonKey};
use crate::text::fold as folded;

/// What stands before the form of a name: no word holds such letters.
const MARK: &str = "p''";

/// What is asked of the persons of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WantedPerson {
    /// All forms of one of these lists.
    Named(Vec<Vec<String>>),
    /// A form that begins so.
    Begins(String),
}

impl WantedPerson {
    /// Prepares the words of a name. One word is a given or a family name; of several each given name stands with the
    /// family name.
    pub(super) fn new(words: &[String], begins: bool) -> Self {
        if begins {
            return Self::Begins(folded(&words.concat()));
        }
        let mut ways = vec![vec![of_word(&words.concat())]];
        if words.len() > 1 {
            let key = fold::key(&words.join(" "));
            // Particles are no given names: `de Gaulle` is a family name alone.
            let named: Vec<String> = pairs(&key).collect();
            ways.push(if named.is_empty() { vec![of_family(&key)] } else { named });
        }
        Self::Named(ways)
    }

    /// Whether the forms of a text's persons have it.
    pub(super) fn is_among(&self, forms: &[String]) -> bool {
        match self {
            Self::Named(ways) => ways.iter().any(|way| way.iter().all(|form| forms.contains(form))),
            Self::Begins(start) => {
                forms.iter().any(|form| form.starts_with(start.as_str()) && !form.starts_with(MARK))
            }
        }
    }
}

/// What the persons of a text are found by, each once: the words of their names as they are written and in the form that all
/// spellings share, and each given name, or the letter it begins with, beside the family name.
pub(super) fn forms<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut forms = Vec::new();
    for name in names {
        let key = fold::key(name);
        for word in name.split_whitespace() {
            let word: String = folded(word).chars().filter(|c| c.is_alphanumeric()).collect();
            forms.extend([of_word(&word), word]);
        }
        forms.push(of_family(&key));
        let initials = key.given.iter().filter_map(|given| given.chars().next());
        let initials =
            PersonKey { given: initials.map(String::from).collect(), family: key.family.clone() };
        forms.extend(pairs(&key).chain(pairs(&initials)));
    }
    forms.retain(|form| !form.is_empty());
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn of_word(word: &str) -> String {
    [MARK, &fold::word(word)].concat()
}

fn of_family(key: &PersonKey) -> String {
    [MARK, &key.family].concat()
}

fn pairs(key: &PersonKey) -> impl Iterator<Item = String> {
    key.given.iter().map(|given| format!("{MARK}{given} {}", key.family))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, name: &str) -> bool {
        let words: Vec<String> = typed.split([' ', '-']).map(str::to_owned).collect();
        WantedPerson::new(&words, false).is_among(&forms([&name.to_owned()]))
    }

    #[test]
    fn a_person_is_found_in_every_spelling() {
        for typed in
            ["Lukashenko", "loukachenko", "Alexander Lukashenko", "A Lukashenko", "alexandre"]
        {
            assert!(finds(typed, "Alexandre Loukachenko"), "{typed}");
        }
        assert!(finds("Kim", "Kim Jong-un") && finds("Kim Jong Un", "Kim Jong-un"));
        assert!(finds("Jong-un", "Kim Jong-un"));
        assert!(
            finds("de Gaulle", "Charles de Gaulle")
                && finds("von der Leyen", "Ursula von der Leyen")
        );
        assert!(finds("Tokayev", "TOKAÏEV Kassym-Jomart"));
    }

    #[test]
    fn another_person_is_not() {
        for typed in ["Viktor Loukachenko", "Loukachenka Minsk", "Poutine", "louka"] {
            assert!(!finds(typed, "Alexandre Loukachenko"), "{typed}");
        }
        let begins = WantedPerson::new(&["Louk".to_owned()], true);
        assert!(begins.is_among(&forms([&"Alexandre Loukachenko".to_owned()])));
    }
}
