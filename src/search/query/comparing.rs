//! Texts and values in the one form in which filters compare them: folded words, one blank around each.

use crate::text::fold;

/// `VNA/CVN` as ` vna cvn `, so that whole words are found with their blanks.
pub(super) fn comparable(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len() + 2);
    words.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push_str(word);
        words.push(' ');
    }
    words
}
