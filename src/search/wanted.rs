//! What a term of a query looks for among the words of a text: the one rule that index, scan and highlights share.
//!
//! Knows words and stems; how texts are stored is not its business.

use std::ops::Range;

use super::analyser::{self, Token};
use super::query::{Reach, Term};
use super::typo;

/// A term, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Any of these will do; of each, all words side by side.
    pub(super) spellings: Vec<Vec<Form>>,
}

/// One word of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// The folded word, as it may stand in a text.
    pub(super) surface: String,
    /// The marked stems that will do as well.
    pub(super) stems: Vec<String>,
    /// The marked form that all spellings of a name share, where another spelling will do.
    pub(super) spelling: Option<String>,
    /// Whether a word that is one slip of the finger away will do.
    pub(super) may_slip: bool,
    /// Whether a longer word that begins with it will do.
    pub(super) begins: bool,
}

impl Wanted {
    /// Prepares a term. A word alone is found in all its inflections; words in quotes, words side by side and beginnings
    /// stand as they were typed. A number in groups is also found written without them.
    pub fn new(term: &Term) -> Self {
        let typed = term.words.join(" ");
        let (mut words, mut groups): (Vec<Token>, Vec<Token>) = Default::default();
        for token in analyser::tokens(&typed, None) {
            let is_group = words.last().is_some_and(|last: &Token| last.position == token.position);
            if is_group { &mut groups } else { &mut words }.push(token);
        }
        let is_inflected = words.len() == 1 && !term.quoted && !term.prefix;
        let mut spellings = vec![forms(words, is_inflected, term)];
        if let [whole] = groups.as_slice() {
            let is_all = whole.range == (0..typed.len());
            spellings.extend(is_all.then(|| forms(groups, false, term)));
        }
        Self { spellings }
    }

    /// Where it stands among the words of a text, in bytes of the text, in the order of their starts.
    pub fn places<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = Range<usize>> + 'a {
        (0..tokens.len()).filter_map(|at| {
            let rest = tokens.get(at..)?;
            self.spellings.iter().find_map(|forms| place(forms, rest))
        })
    }

    /// Whether another spelling of a name will do.
    pub fn reaches(&self) -> bool {
        self.spellings.iter().flatten().any(|form| form.spelling.is_some())
    }

    /// Whether a word can be part of it: cheap, and never wrongly `false`. Stemming leaves the first letter alone.
    pub fn may_hold(&self, surface: &str) -> bool {
        let first = surface.chars().next();
        let fits = |form: &Form| {
            form.spelling.is_some() || form.may_slip || form.surface.chars().next() == first
        };
        self.spellings.iter().flatten().any(fits)
    }
}

/// The words of a term, as far from what was typed as the term reaches.
fn forms(words: Vec<Token>, is_inflected: bool, term: &Term) -> Vec<Form> {
    let last = words.len().saturating_sub(1);
    let is_alone = words.len() == 1;
    let form = |(place, token): (usize, Token)| {
        let spelling = (term.reach >= Reach::Spelling).then(|| analyser::spelling(&token.surface));
        let is_word = token.surface.chars().all(char::is_alphabetic);
        Form {
            may_slip: term.reach >= Reach::Slip
                && is_alone
                && is_word
                && typo::may_slip(&token.surface),
            spelling: spelling.flatten(),
            stems: if is_inflected { token.stems } else { Vec::new() },
            begins: term.prefix && place == last,
            surface: token.surface,
        }
    };
    words.into_iter().enumerate().map(form).collect()
}

/// Where the forms stand, if they do from the first token on.
fn place(forms: &[Form], tokens: &[Token]) -> Option<Range<usize>> {
    let (first, rest) = forms.split_first()?;
    let mut last = tokens.first().filter(|token| first.fits(token))?;
    let start = last.range.start;
    let mut ahead = tokens;
    for form in rest {
        let wanted = last.position + 1;
        let behind = ahead.iter().position(|token| token.position >= wanted)?;
        ahead = ahead.get(behind..)?;
        last = ahead
            .iter()
            .take_while(|token| token.position == wanted)
            .find(|token| form.fits(token))?;
    }
    Some(start..last.range.end)
}

impl Form {
    /// Whether a word of a text is this word.
    fn fits(&self, token: &Token) -> bool {
        if self.begins {
            return token.surface.starts_with(&self.surface);
        }
        token.surface == self.surface
            || token.stems.iter().any(|stem| self.stems.contains(stem))
            || self.spelling.is_some() && token.spelling == self.spelling
            || self.may_slip && self.is_nearly(token)
    }

    /// Whether a word of a text is one slip away, as it stands there or in another spelling.
    fn is_nearly(&self, token: &Token) -> bool {
        let spellings = self.spelling.as_deref().zip(token.spelling.as_deref());
        typo::is_slip(&token.surface, &self.surface)
            || spellings.is_some_and(|(wanted, there)| typo::is_slip(there, wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    const TEXT: &str =
        "L’accord de Viêt-Nam : 300 000 tonnes, les négociations d'hier. Russia's offer of 5000 t.";

    fn found(words: &[&str], quoted: bool, prefix: bool) -> Vec<&'static str> {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let wanted = Wanted::new(&Term { words, quoted, prefix, ..Term::default() });
        let tokens = analyser::tokens(TEXT, Some(Language::French));
        let mut found: Vec<&str> = wanted.places(&tokens).map(|range| &TEXT[range]).collect();
        // A number in groups stands there twice, as groups and as a whole.
        found.dedup();
        found
    }

    #[test]
    fn a_word_is_found_in_its_inflections_and_a_quoted_one_as_it_is() {
        assert_eq!(found(&["accords"], false, false), ["accord"]);
        assert_eq!(found(&["accords"], true, false), [""; 0]);
        assert_eq!(found(&["NEGOCIER"], false, false), ["négociations"]);
        assert_eq!(found(&["negoc"], false, true), ["négociations"]);
        assert_eq!(found(&["negoc"], false, false), [""; 0]);
    }

    #[test]
    fn words_of_one_term_stand_side_by_side() {
        assert_eq!(found(&["viet", "nam"], false, false), ["Viêt-Nam"]);
        assert_eq!(found(&["nam", "viet"], false, false), [""; 0]);
        assert_eq!(found(&["accord", "de", "vie"], true, true), ["accord de Viêt"]);
    }

    #[test]
    fn a_name_reaches_its_spellings_and_a_slip() {
        let reaching = |word: &str, reach| {
            let words = vec![word.to_owned()];
            Wanted::new(&Term { words, reach, ..Term::default() })
        };
        let tokens = analyser::tokens("Selon Alexandre Loukachenko.", Some(Language::French));
        let finds = |word, reach| reaching(word, reach).places(&tokens).next().is_some();
        assert!(!finds("lukashenko", Reach::Typed) && finds("lukashenko", Reach::Spelling));
        assert!(!finds("loukachnko", Reach::Spelling) && finds("loukachnko", Reach::Slip));
        assert!(finds("lukashnko", Reach::Slip) && !finds("lukashnka", Reach::Slip));
        assert!(!finds("selen", Reach::Spelling) && !finds("sole", Reach::Slip));
    }

    #[test]
    fn numbers_are_found_with_and_without_groups() {
        assert_eq!(found(&["300000"], false, false), ["300 000"]);
        assert_eq!(found(&["300", "000"], false, false), ["300 000"]);
        assert_eq!(found(&["5", "000"], false, false), ["5000"]);
        assert_eq!(found(&["300", "000", "tonnes"], true, false), ["300 000 tonnes"]);
    }
}
