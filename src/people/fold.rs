//! Names brought to one form, however French or English writes them.
//!
//! The rules are data (`folding.toml`, where each has its reason), and so are the given names that
//! are one in several languages and the persons that no rule can unite (`aliases.toml`, `families.toml`). This
//! module must not know where a name stands.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::words;
use crate::text::fold;

/// The compiled rules: read once, never changed.
static FOLDING: LazyLock<Folding> =
    LazyLock::new(|| toml::from_str(include_str!("folding.toml")).unwrap_or_default());

/// The compiled aliases: read once, never changed.
static ALIASES: LazyLock<Aliases> = LazyLock::new(|| {
    let source: AliasSource = toml::from_str(include_str!("aliases.toml")).unwrap_or_default();
    Aliases::new(&source)
});

/// The aliases of family names: read once, never changed. A search needs no others, and asks at once.
static FAMILIES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let source: Families = toml::from_str(include_str!("families.toml")).unwrap_or_default();
    forms(&source.family, true)
});

/// How many letters of a word are looked at: a longer one is no name.
const WORD_CHARS: usize = 60;

/// Marks an initial until the particles are told apart: E. is not the Portuguese e.
const INITIAL: &str = ".";

/// Letters that a given name must have for one of them to be taken for a slip.
const SLIP_LETTERS: usize = 5;

/// A person, as far as a name tells: equal where two spellings are of one name.
///
/// Made of folded words, for comparing and not for showing. A name of one word has no given part.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey {
    /// The folded given names in their order, initials as one letter.
    pub given: Vec<String>,
    /// The folded family name, its particles and articles included or dropped as `words.toml` says.
    pub family: String,
}

#[derive(Debug, Default, Deserialize)]
struct Folding {
    #[serde(rename = "rule")]
    rules: Vec<Rule>,
}

/// One rule of `folding.toml`, whose head explains the keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    from: String,
    to: String,
    at: Option<End>,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    at_least: usize,
    #[serde(default)]
    family: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum End {
    Start,
    End,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasSource {
    /// Given names that are one.
    given: Vec<Vec<String>>,
    /// Names of one person, the usual one first.
    person: Vec<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Families {
    /// Family names that are one.
    family: Vec<Vec<String>>,
}

/// The aliases, by folded form.
#[derive(Debug, Default)]
struct Aliases {
    given: HashMap<String, String>,
    persons: HashMap<PersonKey, PersonKey>,
    /// Given names that are known: two of them are two names, not one and a slip.
    names: HashSet<String>,
}

/// A word of a name as a search compares it: `word("Poutine") == word("Putin")`. Aliases of family
/// names count (Kadhafi, Gaddafi), those of given names do not.
pub fn word(typed: &str) -> String {
    family_name(&fold(typed))
}

/// The key of a name as it is written: given names first, unless the family name alone is in
/// capitals (`TOKAYEV Kassym-Jomart`) or the first word is a family name of those languages that
/// put it first (`Kim Jong-un`).
pub fn key(name: &str) -> PersonKey {
    let key = key_alone(name);
    ALIASES.persons.get(&key).cloned().unwrap_or(key)
}

/// Whether two names of one text may be one person's with a letter missed: the same family name,
/// and given names that differ in one letter of five or more (Inham, Ilham Aliyev).
pub fn is_slip(one: &PersonKey, other: &PersonKey) -> bool {
    let written = |key: &PersonKey| !key.given.is_empty() && !words().is_family_first(&key.family);
    if one.family != other.family || !written(one) || one.given.len() != other.given.len() {
        return false;
    }
    let pairs = one.given.iter().zip(&other.given);
    let mut slips = pairs.filter(|(a, b)| a != b);
    let Some((a, b)) = slips.next() else { return false };
    let are_names = [a, b].iter().all(|name| ALIASES.names.contains(*name));
    slips.next().is_none() && are_near(a, b) && !are_names
}

/// Every person of the alias table: the usual name, then all spellings.
pub(super) fn persons() -> Vec<Vec<String>> {
    let source: AliasSource = toml::from_str(include_str!("aliases.toml")).unwrap_or_default();
    source.person
}

impl fmt::Display for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for given in &self.given {
            write!(f, "{given} ")?;
        }
        f.write_str(&self.family)
    }
}

impl Rule {
    fn apply(&self, word: &str, letters: usize) -> Option<String> {
        if letters < self.at_least {
            return None;
        }
        match self.at {
            Some(End::Start) => Some(format!("{}{}", self.to, word.strip_prefix(&self.from)?)),
            Some(End::End) => Some(format!("{}{}", word.strip_suffix(&self.from)?, self.to)),
            None => word.contains(&self.from).then(|| self.replace(word)),
        }
    }

    fn replace(&self, word: &str) -> String {
        let mut out = String::with_capacity(word.len());
        let mut rest = word;
        while let Some((head, tail)) = rest.split_once(self.from.as_str()) {
            out.push_str(head);
            let follows = |c| self.before.contains(c);
            let stands = |c| self.after.contains(c);
            let fits = (self.before.is_empty() || tail.chars().next().is_some_and(follows))
                && (self.after.is_empty() || out.chars().next_back().is_some_and(stands));
            out.push_str(if fits { &self.to } else { &self.from });
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

impl Aliases {
    fn new(source: &AliasSource) -> Self {
        let names = words().given_names().map(|name| rules(name, false)).collect();
        let given = forms(&source.given, false);
        let mut aliases = Self { given, names, ..Self::default() };
        for group in &source.person {
            let Some(first) = group.first().map(|name| aliases.key(name)) else { continue };
            for name in group {
                let key = aliases.key(name);
                aliases.persons.entry(key).or_insert_with(|| first.clone());
            }
        }
        aliases
    }

    fn key(&self, name: &str) -> PersonKey {
        let parts = parts(name);
        let given = |word: &String| {
            let folded = rules(word, false);
            self.given.get(&folded).cloned().unwrap_or(folded)
        };
        let family = family_name(&parts.family);
        PersonKey { given: parts.given.iter().map(given).collect(), family }
    }
}

/// The key without the aliases of whole persons: what a family name that stands alone is looked up by.
pub(super) fn key_alone(name: &str) -> PersonKey {
    ALIASES.key(name)
}

fn family_name(folded: &str) -> String {
    let word = rules(folded, true);
    FAMILIES.get(&word).cloned().unwrap_or(word)
}

/// The names of each group by their folded forms, as the first of the group.
fn forms(groups: &[Vec<String>], family: bool) -> HashMap<String, String> {
    let form = |name: &String| rules(&fold(name), family);
    let of_group = |group: &Vec<String>| {
        let first = group.first().map(form).unwrap_or_default();
        group.iter().map(|name| (form(name), first.clone())).collect::<Vec<_>>()
    };
    groups.iter().flat_map(of_group).collect()
}

/// Applies the rules to a folded word.
fn rules(folded: &str, family: bool) -> String {
    let letters = |c: &char| c.is_alphanumeric();
    let mut word: String = folded.chars().filter(letters).take(WORD_CHARS).collect();
    let count = word.chars().count();
    for rule in FOLDING.rules.iter().filter(|rule| family || !rule.family) {
        if let Some(changed) = rule.apply(&word, count) {
            word = changed;
        }
    }
    undoubled(&word)
}

/// Double letters as one: Hussein, Husein.
fn undoubled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// The words of a name, folded, by what they are.
struct Parts {
    given: Vec<String>,
    family: String,
}

fn parts(name: &str) -> Parts {
    let written = ordered(name);
    let mut words: Vec<String> = written.iter().flat_map(|word| spelt(word)).collect();
    let first_is_family =
        words.len() > 1 && words.first().is_some_and(|word| self::words().is_family_first(word));
    if first_is_family {
        // The syllables after it are one given name, with or without hyphen: Jong-un, Jong Un.
        let given = words.split_off(1).concat();
        return Parts { given: vec![given], family: words.concat() };
    }
    let list = self::words();
    while words.len() > 1 && words.last().is_some_and(|word| list.is_suffix(word)) {
        words.pop();
    }
    let mut family = words.pop().unwrap_or_default();
    let stays = |words: &[String], word: &str| words.len() == 1 && list.is_given(word);
    while words.last().is_some_and(|word| list.is_particle(word) && !stays(&words, word)) {
        let particle = words.pop().unwrap_or_default();
        family = if list.is_son(&particle) {
            format!("bin{family}")
        } else if list.is_article(&particle) {
            family
        } else {
            particle + &family
        };
    }
    Parts { given: words, family }
}

/// The words as written, a family name in capitals moved to the end.
fn ordered(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let shouted = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
            && !word.contains('.')
    };
    let first = words.iter().take_while(|word| shouted(word)).count();
    if first > 0 && first < words.len() {
        words.rotate_left(first);
    }
    words
}

/// A folded word as the words it counts for: an article joined by a hyphen is one of its own
/// (`al-Assad`), initials are single letters, an elided particle opens a word (`d'Estaing`).
fn spelt(written: &str) -> Vec<String> {
    let list = words();
    let folded = fold(written);
    if folded.chars().count() == 1 && written.chars().any(char::is_uppercase) {
        return vec![folded + INITIAL];
    }
    let joined = folded.split_once('-').filter(|(article, _)| list.is_article(article));
    if let Some((article, rest)) = joined {
        return vec![article.to_owned(), rest.replace('-', "")];
    }
    if folded.contains('.') {
        let initials = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        return initials.map(|letter| letter.to_owned() + INITIAL).collect();
    }
    let word: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if word.is_empty() { Vec::new() } else { vec![word] }
}

/// Whether two words differ in one letter: another one, one more, one less, or two exchanged.
fn are_near(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len().min(b.len()) < SLIP_LETTERS || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    let exchanged = || {
        let (x, y) = (a.get(head..head + 2), b.get(head..head + 2));
        let turned = |x: &[char], y: &[char]| x.iter().eq(y.iter().rev());
        a.len() == b.len()
            && head + tail + 2 == longest
            && x.zip(y).is_some_and(|(x, y)| turned(x, y))
    };
    head + tail + 1 >= longest || exchanged()
}
