//! What may follow as a query is typed: names of operators, and the values they take.

use std::ops::Range;

use super::lexer::{Piece, Sign, signs};
use super::operators::{self, Kind};
use crate::model::{CountryCode, Language};
use crate::text::fold;

/// Completions that are offered; nobody reads more.
const MOST: usize = 12;

/// What values can be, besides what the language knows itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Countries, the likeliest first.
    pub countries: Vec<CountryOffer>,
    /// Sources, the likeliest first.
    pub sources: Vec<String>,
    /// Tags, the likeliest first.
    pub tags: Vec<String>,
}

/// A country that a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryOffer {
    /// Its code.
    pub code: CountryCode,
    /// Its name in the language of the interface.
    pub name: String,
    /// Its other names, in both languages.
    pub aliases: Vec<String>,
}

/// Something that may stand where the cursor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that it replaces; on character boundaries.
    pub range: Range<usize>,
    /// What to write there.
    pub text: String,
    /// What to call it.
    pub label: String,
}

/// What may stand at the cursor, a byte of the query, likeliest first; nothing where the query is fine as it is. Names are
/// those of `language`, or of the other one where that is what was begun.
pub fn completions(
    query: &str,
    cursor: usize,
    language: Language,
    offers: &Offers,
) -> Vec<Completion> {
    let Some(before) = query.get(..cursor) else { return Vec::new() };
    let Some((Sign::Piece(piece), place)) = signs(before).last() else { return Vec::new() };
    if place.end != before.len() {
        return Vec::new();
    }
    let mut found = match &piece.name {
        Some(name) => values(before, name, &piece, language, offers),
        None => names(before, &piece, language),
    };
    found.truncate(MOST);
    found
}

/// The operators whose names begin with the word at the cursor, two letters of which are typed.
fn names(before: &str, piece: &Piece, language: Language) -> Vec<Completion> {
    let Some(value) = piece.values.first().filter(|value| !value.quoted) else { return Vec::new() };
    let begun = fold(before.get(value.place.clone()).unwrap_or_default());
    if begun.chars().count() < 2 {
        return Vec::new();
    }
    let name = |operator: &operators::Operator| {
        let name = operator.names(language).find(|name| fold(name).starts_with(&begun))?;
        let text = format!("{name}:");
        Some(Completion { range: value.place.clone(), label: text.clone(), text })
    };
    operators::operators().iter().filter_map(name).collect()
}

/// The values of an operator that begin with what stands at the cursor.
fn values(
    before: &str,
    name: &Range<usize>,
    piece: &Piece,
    language: Language,
    offers: &Offers,
) -> Vec<Completion> {
    let typed_name = before.get(name.clone()).unwrap_or_default();
    let Some(operator) = operators::operator(typed_name) else { return Vec::new() };
    // Behind a comma or the colon itself nothing is typed yet.
    let last = piece.values.last().filter(|value| value.place.end == before.len());
    if last.is_some_and(|value| value.quoted && value.closed) {
        return Vec::new();
    }
    let range = last.map_or(before.len()..before.len(), |value| value.place.clone());
    let begun = fold(last.and_then(|value| before.get(value.inside.clone())).unwrap_or_default());
    let begun = begun.trim_start();
    // The name of an operator tells which language its values are wanted in.
    let is_shared =
        operator.names(Language::French).next() == operator.names(Language::English).next();
    let ours = operator.names(language).next().map(fold) == Some(fold(typed_name));
    let language = if ours || is_shared { language } else { other(language) };
    let offered: Vec<(String, String)> = match operator.kind {
        Kind::Country | Kind::With => {
            let fits = |offer: &&CountryOffer| offer.fits(begun);
            offers.countries.iter().filter(fits).map(CountryOffer::shown).collect()
        }
        Kind::Source => fitting(&offers.sources, begun),
        Kind::Tag => fitting(&offers.tags, begun),
        Kind::State => named(operators::states().iter().map(|state| &state.names), language, begun),
        Kind::Language => {
            named(operators::languages().iter().map(|language| &language.names), language, begun)
        }
        Kind::Title
        | Kind::Author
        | Kind::Person
        | Kind::Date
        | Kind::Since
        | Kind::Before
        | Kind::After => Vec::new(),
    };
    let is_new = |text: &String| before.get(range.clone()) != Some(text.as_str());
    let offered = offered.into_iter().map(|(value, label)| (quoted(&value), label));
    let offered = offered.filter(|(text, _)| is_new(text));
    offered.map(|(text, label)| Completion { range: range.clone(), text, label }).collect()
}

fn other(language: Language) -> Language {
    match language {
        Language::English => Language::French,
        Language::French => Language::English,
    }
}

/// Values that begin with what was typed, or a word of which does.
fn fitting(values: &[String], begun: &str) -> Vec<(String, String)> {
    let fits = |value: &&String| begins(value, begun);
    values.iter().filter(fits).map(|value| (value.clone(), value.clone())).collect()
}

fn named<'a>(
    names: impl Iterator<Item = &'a operators::Names>,
    language: Language,
    begun: &str,
) -> Vec<(String, String)> {
    let found = names.filter_map(|names| names.all(language).find(|name| begins(name, begun)));
    found.map(|name| (name.to_owned(), name.to_owned())).collect()
}

/// Whether a text, or a word of it, begins with folded letters.
fn begins(text: &str, begun: &str) -> bool {
    let text = fold(text);
    let starts = text.match_indices(begun).map(|(at, _)| at);
    let mut starts = starts.filter(|&at| {
        text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    });
    starts.next().is_some()
}

/// A value as it must be written: in quotes where it is more than one word.
fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\'' | '’');
    let value: String = value.chars().filter(|&c| !super::lexer::is_quote(c)).collect();
    if !value.is_empty() && value.chars().all(is_plain) { value } else { format!("\"{value}\"") }
}

impl CountryOffer {
    fn fits(&self, begun: &str) -> bool {
        let is_code = fold(self.code.as_str()) == begun;
        is_code || begins(&self.name, begun) || self.aliases.iter().any(|name| begins(name, begun))
    }

    fn shown(&self) -> (String, String) {
        (self.name.clone(), format!("{} {}", self.name, self.code))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn offers() -> Offers {
        let country = |code: &str, name: &str, aliases: &[&str]| CountryOffer {
            code: code.parse().expect("a code"),
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        };
        Offers {
            countries: vec![
                country("BY", "Biélorussie", &["Bélarus", "Belarus"]),
                country("VN", "Viêt Nam", &["Vietnam"]),
            ],
            sources: vec!["VNA/CVN".to_owned(), "Bureau d'Asie".to_owned()],
            tags: vec!["à lire".to_owned(), "visas".to_owned()],
        }
    }

    /// What the query is once each completion is taken.
    fn taken(query: &str) -> Vec<String> {
        let all = completions(query, query.len(), Language::French, &offers());
        let take = |completion: Completion| {
            let mut query = query.to_owned();
            query.replace_range(completion.range, &completion.text);
            query
        };
        all.into_iter().map(take).collect()
    }

    #[test]
    fn names_and_values_are_completed() {
        for (query, wanted) in [
            ("visa pa", vec!["visa pays:"]),
            ("coun", vec!["country:"]),
            ("p", vec![]),
            ("visa ", vec![]),
            ("pays:", vec!["pays:Biélorussie", "pays:\"Viêt Nam\""]),
            ("pays:bel", vec!["pays:Biélorussie"]),
            ("country:by", vec!["country:Biélorussie"]),
            ("pays:by,vi", vec!["pays:by,\"Viêt Nam\""]),
            ("pays:\"vi", vec!["pays:\"Viêt Nam\""]),
            ("pays:Biélorussie", vec![]),
            ("est:su", vec!["est:suivi"]),
            ("is:su", vec!["is:suivi"]),
            ("is:star", vec!["is:starred"]),
            ("langue:f", vec!["langue:français"]),
            ("visa #", vec!["visa #\"à lire\"", "visa #visas"]),
            ("#vi", vec!["#visas"]),
            ("étiquette:li", vec!["étiquette:\"à lire\""]),
            ("(source:asi", vec!["(source:\"Bureau d'Asie\""]),
            ("source:cvn", vec!["source:VNA/CVN"]),
            ("date:", vec![]),
        ] {
            assert_eq!(taken(query), wanted, "{query}");
        }
    }

    #[test]
    fn a_cursor_within_the_query_completes_what_stands_before_it() {
        let all = completions("pa visa", 2, Language::French, &offers());
        let found: Vec<_> = all.iter().map(|c| (c.range.clone(), c.text.as_str())).collect();
        assert_eq!(found, [(0..2, "pays:"), (0..2, "pays:")][..1]);
        assert_eq!(completions("é", 1, Language::French, &offers()), []);
    }

    proptest! {
        #[test]
        fn what_is_replaced_stands_before_the_cursor(
            query in "(pays:|is:|tag:|source:|[a-zé\"«(), ]){0,8}",
            cursor in 0_usize..40,
        ) {
            for completion in completions(&query, cursor, Language::English, &offers()) {
                prop_assert_eq!(completion.range.end, cursor);
                prop_assert!(query.get(completion.range.clone()).is_some());
            }
        }
    }
}
