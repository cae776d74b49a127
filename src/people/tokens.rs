//! The words of a passage as names are made of them: case, initials, and what stands between two.
//!
//! Knows how words are written, not what any of them means.

use std::ops::Range;

use super::words::is_elided;
use crate::text::Folded;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital letter first, or a number.
    Lower,
    /// A capital first: Minh, Jean-Yves.
    Capital,
    /// Two or more letters, all capitals.
    Capitals,
    /// One capital or several with full stops: W., J.-P., U.S.
    Initials,
    /// An article in lower case joined to a capital: al-Assad.
    Joined,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space: the two may be of one name.
    Space,
    /// The apostrophe of an elision.
    Elision,
    /// A comma.
    Comma,
    /// The possessive ending of English and a space.
    Possessive,
    /// An opening bracket.
    Bracket,
    /// A quotation mark that opens or closes.
    Quote,
    /// The end of a sentence, or anything else.
    Break,
}

/// A word of a passage.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// Bytes of the passage.
    pub(super) range: Range<usize>,
    /// As it is written.
    pub(super) text: &'a str,
    /// Folded: case, accents.
    pub(super) folded: &'a str,
    pub(super) shape: Shape,
    pub(super) gap: Gap,
}

impl Token<'_> {
    /// Whether a name may hold it by the way it is written.
    pub(super) fn is_capital(&self) -> bool {
        self.shape != Shape::Lower
    }

    /// Whether it may go on what the word before it began.
    pub(super) fn is_joined(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Elision)
    }

    /// Whether a sentence or clause begins with it, so that its capital tells nothing.
    pub(super) fn opens(&self) -> bool {
        matches!(self.gap, Gap::Break | Gap::Quote | Gap::Bracket)
    }
}

/// The words of a passage; `folded` is the passage folded, and must outlive them.
pub(super) fn tokens<'a>(text: &'a str, folded: &'a Folded) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::with_capacity(text.len() / 6);
    let mut end = 0;
    for range in ranges(folded.as_str()) {
        let origin = folded.original(range.clone());
        let (Some(word), Some(lower)) = (text.get(origin.clone()), folded.as_str().get(range))
        else {
            continue;
        };
        let between = text.get(end..origin.start).unwrap_or_default();
        let gap = gap(between, tokens.last());
        end = origin.end;
        tokens.push(Token { range: origin, text: word, folded: lower, shape: shape(word), gap });
    }
    tokens
}

/// The words of folded text: letters and digits with hyphens between them; an apostrophe within
/// one (O'Neill) unless it elides (d'Estaing) or is the English possessive; initials with their
/// full stops.
fn ranges(folded: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = folded.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let end = word_end(folded, start);
        at = end;
        Some(start..end)
    })
}

fn word_end(folded: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let run = run_length(folded, end);
        let part = end;
        end += run;
        let rest = folded.get(end..).unwrap_or_default();
        let mut next = rest.chars();
        let (joint, after) = (next.next(), next.next());
        let goes_on = after.is_some_and(char::is_alphanumeric);
        match joint {
            Some('-') if goes_on => end += 1,
            Some('\'') if goes_on => {
                let word = folded.get(start..end).unwrap_or_default();
                if is_elided(word) || is_possessive(rest) {
                    return end;
                }
                end += 1;
            }
            Some('.') if is_initial(folded, part, run) => {
                end += 1;
                let stop = folded.get(end..).unwrap_or_default();
                let hyphen = usize::from(stop.starts_with('-'));
                let letters = run_length(folded, end + hyphen);
                if letters != 1
                    || !folded.get(end + hyphen + 1..).is_some_and(|s| s.starts_with('.'))
                {
                    return end;
                }
                end += hyphen;
            }
            _ => return end,
        }
    }
}

fn run_length(folded: &str, from: usize) -> usize {
    let rest = folded.get(from..).unwrap_or_default();
    rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Whether the run is one letter: with a full stop it is an initial.
fn is_initial(folded: &str, from: usize, length: usize) -> bool {
    let run = folded.get(from..from + length).unwrap_or_default();
    run.chars().count() == 1 && run.chars().all(char::is_alphabetic)
}

/// Whether `'s` and no more of the word follows.
fn is_possessive(rest: &str) -> bool {
    let mut letters = rest.chars().skip(1);
    letters.next() == Some('s') && !letters.next().is_some_and(char::is_alphanumeric)
}

/// Words of one letter that a sentence opens with, or numbers.
const NO_INITIALS: [&str; 4] = ["I", "A", "À", "Y"];

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Lower };
    if !first.is_uppercase() {
        let joined =
            word.split_once(['-', '\u{2010}', '\u{2011}']).is_some_and(|(article, name)| {
                article.chars().count() <= 3 && name.chars().next().is_some_and(char::is_uppercase)
            });
        return if joined { Shape::Joined } else { Shape::Lower };
    }
    let count = word.chars().filter(|c| c.is_alphabetic()).count();
    if NO_INITIALS.contains(&word) || word.contains(|c: char| c.is_ascii_digit()) {
        return Shape::Lower;
    }
    if word.contains('.') || count == 1 {
        Shape::Initials
    } else if !letters.any(char::is_lowercase) {
        Shape::Capitals
    } else {
        Shape::Capital
    }
}

/// Short forms whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 24] = [
    "mr", "mrs", "ms", "dr", "pr", "mm", "mme", "mlle", "gen", "lt", "col", "sgt", "capt", "sen",
    "rep", "gov", "prof", "st", "jr", "sr", "adm", "maj", "rev", "mgr",
];

fn gap(between: &str, before: Option<&Token<'_>>) -> Gap {
    let Some(before) = before else { return Gap::Break };
    let trimmed = between.trim();
    if trimmed.is_empty() {
        let blank_line = between.matches('\n').count() > 1;
        return if blank_line || between.is_empty() { Gap::Break } else { Gap::Space };
    }
    let abbreviated = ABBREVIATIONS.contains(&before.folded);
    match trimmed {
        "'" | "\u{2019}" if between.len() == trimmed.len() => Gap::Elision,
        "." if abbreviated => Gap::Space,
        "," | ")," => Gap::Comma,
        "(" => Gap::Bracket,
        _ if trimmed.starts_with(['\'', '\u{2019}']) && between.ends_with(char::is_whitespace) => {
            Gap::Possessive
        }
        _ if trimmed.contains(['"', '«', '»', '\u{201c}', '\u{201d}']) => Gap::Quote,
        _ => Gap::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::Gap::*;
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        tokens(text, &folded).iter().map(|t| format!("{}/{:?}", t.text, t.shape)).collect()
    }

    #[test]
    fn names_are_cut_as_they_are_written() {
        let cases: [(&str, &[&str]); 6] = [
            (
                "l'ambassadeur d'Estaing",
                &["l/Lower", "ambassadeur/Lower", "d/Lower", "Estaing/Capital"],
            ),
            ("George W. Bush's", &["George/Capital", "W./Initials", "Bush/Capital", "s/Lower"]),
            ("J.-P. O'Neill", &["J.-P./Initials", "O'Neill/Capital"]),
            ("Bachar al-Assad", &["Bachar/Capital", "al-Assad/Joined"]),
            ("Tô LÂM", &["Tô/Capital", "LÂM/Capitals"]),
            ("Jean\u{2011}Yves U.S.", &["Jean\u{2011}Yves/Capital", "U.S./Initials"]),
        ];
        for (text, wanted) in cases {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_stands_between_two_words_is_told_apart() {
        let text = "Mr. X, Y (Z. A) « B » C\n\nD d'E F's G";
        let folded = Folded::new(text);
        let gaps: Vec<Gap> = tokens(text, &folded).iter().map(|token| token.gap).collect();
        let wanted = [
            Break, Space, Comma, Bracket, Space, Quote, Quote, Break, Space, Elision, Space,
            Elision, Space,
        ];
        assert_eq!(gaps, wanted);
    }
}
