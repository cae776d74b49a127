//! Words as a search sees them: the folded surface of each, the folded stems that it shares with its inflections, and the
//! form that a name shares with its other spellings.
//!
//! Texts and queries pass the same analyser, so that both meet at one form: `L’Éléphant` is `l` and `elephant`, `300 000`
//! is also `300000`. Knows neither queries nor the index.

mod numbers;
mod spelling;
mod stems;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::model::Language;
use crate::text::Folded;
pub(super) use spelling::form as spelling;

/// Bytes of a folded word that count; what is longer is no word.
const MOST_BYTES: usize = 128;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original, in bytes, on character boundaries.
    pub range: Range<usize>,
    /// Folded: letters and digits alone.
    pub surface: String,
    /// What it shares with its inflections, marked by language so that no stem is a surface or another language's stem; none
    /// for numbers.
    pub stems: Vec<String>,
    /// What it shares with other spellings of it, marked; for words that may be names: those with a capital.
    pub spelling: Option<String>,
    /// Its number among the words of the text. A number written in groups (`300 000`) stands as a whole where its first
    /// group does, behind it.
    pub position: u32,
}

/// The words of a text in their order. The stems are those of its language, or of all languages where it is not known.
/// Linear in the length of `text`.
pub fn tokens(text: &str, language: Option<Language>) -> Vec<Token> {
    tokens_where(text, language, true, |_| true)
}

/// The words among [`tokens`] whose surface is wanted: the others cost next to nothing. Without their spellings where nobody
/// compares these.
pub fn tokens_where(
    text: &str,
    language: Option<Language>,
    spellings: bool,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Token> {
    let folded = Folded::new(text);
    let words: Vec<Range<usize>> = words(folded.as_str()).collect();
    let mut numbers = numbers::grouped(folded.as_str(), &words).into_iter().peekable();
    let mut tokens = Vec::new();
    for (place, word) in words.into_iter().enumerate() {
        let position = u32::try_from(place).unwrap_or(u32::MAX);
        let surface = shortened(folded.as_str().get(word.clone()).unwrap_or_default());
        if is_wanted(surface) {
            let range = folded.original(word);
            let original = text.get(range.clone()).unwrap_or_default();
            let stems = stems::of(original, surface, language);
            let is_name = spellings && original.starts_with(char::is_uppercase);
            let spelling = is_name.then(|| spelling::form(surface)).flatten();
            tokens.push(Token { range, surface: surface.to_owned(), stems, spelling, position });
        }
        if let Some(number) = numbers.next_if(|number| number.first == place) {
            let range = folded.original(number.range);
            let (stems, spelling) = (Vec::new(), None);
            tokens.push(Token { range, surface: number.digits, stems, spelling, position });
        }
    }
    tokens
}

/// The words of folded text, as ranges of it: letters and digits that stand together. Apostrophes, of elisions too, and
/// hyphens part them.
fn words(folded: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = folded.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, c)| c.is_alphanumeric())?;
        while letters.next_if(|(_, c)| c.is_alphanumeric()).is_some() {}
        Some(start..letters.peek().map_or(folded.len(), |(at, _)| *at))
    })
}

/// The part of a word that counts.
fn shortened(word: &str) -> &str {
    let mut end = word.len().min(MOST_BYTES);
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    word.get(..end).unwrap_or_default()
}
