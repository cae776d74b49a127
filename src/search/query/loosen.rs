//! A query that reaches further than what was typed: other spellings of names, words with a slip of the finger, and the
//! names that a country has otherwise.

use super::ast::{Node, Reach, Term, TextField};
use super::lexer::words;

/// Words of the longest name of a country that is looked for.
const MOST_NAME_WORDS: usize = 6;
/// A query of more words than this is taken as it was typed: nobody types such a one by hand.
const MOST_TERMS: usize = 24;

/// Gives the other names of the country that a name means; none where it means no country.
pub type OtherNames<'a> = &'a dyn Fn(&str) -> Vec<String>;

impl Node {
    /// The condition, reaching further: what holds of a text as it was typed holds of it so too. What is denied, begins a
    /// word or stands in quotes is left as it was typed.
    #[must_use]
    pub fn loosened(&self, reach: Reach, names: OtherNames<'_>) -> Self {
        if self.terms().len() > MOST_TERMS { self.clone() } else { self.reaching(reach, names) }
    }

    fn reaching(&self, reach: Reach, names: OtherNames<'_>) -> Self {
        match self {
            Self::Words(term) if term.reaches() => {
                let own = Self::Words(Term { reach, ..term.clone() });
                or_called(own, called(&[term], names))
            }
            Self::All(nodes) => Self::all(all_reaching(nodes, reach, names)),
            Self::Any(nodes) => {
                Self::any(nodes.iter().map(|node| node.reaching(reach, names)).collect())
            }
            Self::Words(_) | Self::Everything | Self::Not(_) | Self::Is(_) => self.clone(),
        }
    }
}

impl Term {
    /// Whether it may mean more than what was typed. Persons are found in every spelling as it is.
    fn reaches(&self) -> bool {
        let is_short = self.words.len() <= MOST_NAME_WORDS;
        is_short && !self.quoted && !self.prefix && self.field != Some(TextField::Person)
    }
}

/// Conditions that all must hold; words side by side that are the name of a country may be another name of it instead.
fn all_reaching(nodes: &[Node], reach: Reach, names: OtherNames<'_>) -> Vec<Node> {
    let mut reaching = Vec::with_capacity(nodes.len());
    let mut ahead = nodes;
    while let Some((first, rest)) = ahead.split_first() {
        let words: Vec<&Term> = ahead.iter().take(MOST_NAME_WORDS).map_while(plain_words).collect();
        let name = (2..=words.len()).rev().find_map(|length| {
            let called = called(words.get(..length)?, names);
            (!called.is_empty()).then_some((length, called))
        });
        if let Some((length, called)) = name {
            let own = words.iter().take(length);
            let own = own.map(|&term| Node::Words(Term { reach, ..term.clone() })).collect();
            reaching.push(or_called(Node::all(own), called));
            ahead = ahead.get(length..).unwrap_or_default();
        } else {
            reaching.push(first.reaching(reach, names));
            ahead = rest;
        }
    }
    reaching
}

fn plain_words(node: &Node) -> Option<&Term> {
    match node {
        Node::Words(term) if term.is_plain() => Some(term),
        _ => None,
    }
}

fn or_called(own: Node, called: Vec<Node>) -> Node {
    Node::any(std::iter::once(own).chain(called).collect())
}

/// The other names of the country that some words mean, as phrases in their place.
fn called(terms: &[&Term], names: OtherNames<'_>) -> Vec<Node> {
    let (Some(first), Some(last)) = (terms.first(), terms.last()) else { return Vec::new() };
    let typed: Vec<&str> = terms.iter().flat_map(|term| &term.words).map(String::as_str).collect();
    let phrase = |name: String| {
        let words = words(&name).map(str::to_owned).collect();
        let place = first.place.start..last.place.end;
        Node::Words(Term { words, quoted: true, field: first.field, place, ..Term::default() })
    };
    names(&typed.join(" ")).into_iter().map(phrase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loosened(node: &Node) -> String {
        let names = |name: &str| match name.to_lowercase().as_str() {
            "belarus" => vec!["Biélorussie".to_owned()],
            "coree du nord" => vec!["North Korea".to_owned(), "RPDC".to_owned()],
            _ => Vec::new(),
        };
        node.loosened(Reach::Slip, &names).to_string()
    }

    fn word(word: &str) -> Node {
        Node::Words(Term { words: vec![word.to_owned()], ..Term::default() })
    }

    #[test]
    fn a_country_may_be_called_otherwise() {
        assert_eq!(loosened(&word("Belarus")), r#"Belarus OR "Biélorussie""#);
        let north = Node::All(["visas", "coree", "du", "nord"].map(word).to_vec());
        assert_eq!(loosened(&north), r#"visas ((coree du nord) OR "North Korea" OR "RPDC")"#);
    }

    #[test]
    fn what_is_denied_or_quoted_stays() {
        let denied = Node::Not(Box::new(word("Belarus")));
        assert_eq!(denied.loosened(Reach::Slip, &|_| vec!["x".to_owned()]), denied);
        let quoted =
            Node::Words(Term { words: vec!["Belarus".into()], quoted: true, ..Term::default() });
        assert_eq!(quoted.loosened(Reach::Slip, &|_| vec!["x".to_owned()]), quoted);
        let Node::Words(reaching) = word("visa").loosened(Reach::Slip, &|_| Vec::new()) else {
            panic!("one word stays one")
        };
        assert_eq!(reaching.reach, Reach::Slip);
    }
}
