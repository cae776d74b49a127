//! The other names of a country, without the gazetteer: a search must answer in less time than it takes to read all names.

use std::cell::OnceCell;

use super::source::{self, Source};
use super::{Supplement, key_of};
use crate::model::CountryCode;
use crate::text::fold;

/// Letters that a name must have: two letters are a word of some language.
const LEAST_LETTERS: usize = 3;
/// Letters up to which initials are too often a word as well: `EAU`, `CAR`.
const SHORT_INITIALS: usize = 3;

/// The names of countries and organisations, ready to be asked for the other ones of each.
#[derive(Debug)]
pub struct Spellings<'a> {
    supplement: &'a Supplement,
    /// The compiled files, folded, once a name is asked for.
    files: OnceCell<Vec<String>>,
}

impl<'a> Spellings<'a> {
    /// The compiled names with the reader's own.
    pub fn new(supplement: &'a Supplement) -> Self {
        Self { supplement, files: OnceCell::new() }
    }

    /// The other names, in both languages, of what a name means, shortest first; none where it means nothing. A name that
    /// holds another one of these finds nothing more and is left out, and so are short initials.
    pub fn others(&self, name: &str) -> Vec<String> {
        let key = key_of(name);
        if key.chars().count() < LEAST_LETTERS {
            return Vec::new();
        }
        let Some(code) = self.code(name, &key) else { return Vec::new() };
        let mut names = builtin_names(code);
        names.extend(self.supplement.names_of(code).cloned());
        names.sort_by_key(|name| key_of(name).len());
        let mut known = vec![format!(" {key} ")];
        names.retain(|name| {
            let key = format!(" {} ", key_of(name));
            let says_more = !is_too_short(name) && !known.iter().any(|known| key.contains(known));
            if says_more {
                known.push(key);
            }
            says_more
        });
        names
    }

    fn code(&self, name: &str, key: &str) -> Option<CountryCode> {
        let is_name =
            |known: &String| key_of(known) == key && (!is_initials(known) || known == name);
        let own = self.supplement.codes().find(|code| self.supplement.names_of(*code).any(is_name));
        own.or_else(|| {
            let start = format!("\"{}", key.split(' ').next().unwrap_or_default());
            let files = self.files.get_or_init(|| source::FILES.map(fold).to_vec());
            let mut found = files.iter().flat_map(|file| {
                let places = file.match_indices(&start).map(|(at, _)| at);
                let is_all = |at: &usize| string_at(file, *at).is_some_and(|s| key_of(s) == key);
                places.filter(is_all).filter_map(|at| table_around(file, at))
            });
            found.find(|code| builtin_names(*code).iter().any(is_name))
        })
    }
}

/// What stands between the quotes of which the first is at a place of a file.
fn string_at(file: &str, at: usize) -> Option<&str> {
    file.get(at + 1..)?.split('"').next()
}

/// The code of the table that a place of a folded file is in.
fn table_around(file: &str, at: usize) -> Option<CountryCode> {
    let (_, behind) = file.get(..at)?.rsplit_once("\n[")?;
    let heading = behind.split([']', '.']).next()?;
    heading.to_uppercase().parse().ok()
}

/// The names in the compiled table of a code. Reads no other one.
fn builtin_names(code: CountryCode) -> Vec<String> {
    let heading = format!("\n[{code}]\n");
    let table = source::FILES.iter().find_map(|file| {
        let (_, behind) = file.split_once(&heading)?;
        Some(behind.split("\n[").next().unwrap_or_default())
    });
    let table: Source = table.and_then(|text| toml::from_str(text).ok()).unwrap_or_default();
    table.names
}

fn is_initials(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

fn is_too_short(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    letters < LEAST_LETTERS || (is_initials(name) && letters <= SHORT_INITIALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_has_other_names_in_both_languages() {
        let none = Supplement::default();
        let others = |name: &str| Spellings::new(&none).others(name);
        let of_belarus = others("Bélarus");
        assert!(of_belarus.contains(&"Biélorussie".to_owned()), "{of_belarus:?}");
        assert!(!of_belarus.iter().any(|name| name.contains("République du")), "{of_belarus:?}");
        assert!(
            others("bielorussie").contains(&"Belarus".to_owned())
                || others("bielorussie").contains(&"Bélarus".to_owned())
        );
        assert!(others("cote d ivoire").contains(&"Ivory Coast".to_owned()));
        assert!(others("Birmanie").contains(&"Myanmar".to_owned()));
        assert!(others("OTAN").contains(&"NATO".to_owned()));
    }

    #[test]
    fn words_that_are_no_names_of_countries_have_none() {
        let none = Supplement::default();
        // `CAR` and `EAU` are initials, `Minsk` a town, `Loukachenko` a person.
        for word in ["car", "eau", "us", "accord", "minsk", "loukachenko", "a\"b", ""] {
            assert_eq!(Spellings::new(&none).others(word), [""; 0], "{word}");
        }
    }

    #[test]
    fn the_readers_own_names_count() {
        let (own, mistakes) = Supplement::read(b"[BY]\nnames = [\"Ruthenie blanche\"]\n");
        assert!(mistakes.is_empty());
        let spellings = Spellings::new(&own);
        assert!(spellings.others("Belarus").contains(&"Ruthenie blanche".to_owned()));
        assert!(spellings.others("ruthenie blanche").contains(&"Biélorussie".to_owned()));
    }
}
