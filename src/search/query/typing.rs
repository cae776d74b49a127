//! A query while it is being typed: its last word may be the beginning of a longer one.

use super::ast::Node;

impl Node {
    /// The same condition where the word that ends at `end`, a byte of the query as typed, may go on. What was typed in
    /// quotes or must not occur is meant as it stands.
    #[must_use]
    pub fn open_at(&self, end: usize) -> Self {
        let open = |nodes: &[Self]| nodes.iter().map(|node| node.open_at(end)).collect();
        match self {
            Self::All(nodes) => Self::all(open(nodes)),
            Self::Any(nodes) => Self::any(open(nodes)),
            Self::Words(term) if term.place.end == end && !term.quoted && !term.prefix => {
                let mut longer = term.clone();
                longer.prefix = true;
                Self::any(vec![self.clone(), Self::Words(longer)])
            }
            Self::Everything | Self::Not(_) | Self::Words(_) | Self::Is(_) => self.clone(),
        }
    }

    /// Both conditions at once.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::all(vec![self, other])
    }
}

#[cfg(test)]
mod tests {
    use super::super::Countries;
    use super::super::Query;
    use crate::model::{CountryCode, PartialDate};

    struct NoNames;

    impl Countries for NoNames {
        fn code(&self, _: &str) -> Option<CountryCode> {
            None
        }

        fn near(&self, _: &str) -> Vec<String> {
            Vec::new()
        }
    }

    #[test]
    fn only_the_word_at_the_end_may_go_on() {
        let today = PartialDate::day_of(2025, 6, 2).expect("a day");
        let open = |typed: &str| {
            let root = Query::parse(typed, &NoNames, today).root;
            let terms = root.open_at(typed.len());
            terms.terms().iter().map(|term| (term.words.join(" "), term.prefix)).collect::<Vec<_>>()
        };
        let words = |pairs: &[(&str, bool)]| {
            pairs.iter().map(|(word, prefix)| ((*word).to_owned(), *prefix)).collect::<Vec<_>>()
        };
        let wanted = words(&[("visas", false), ("mins", false), ("mins", true)]);
        assert_eq!(open("visas mins"), wanted);
        assert_eq!(open("visas minsk "), words(&[("visas", false), ("minsk", false)]));
        assert_eq!(open("visas \"minsk\""), words(&[("visas", false), ("minsk", false)]));
        assert_eq!(open("visas -min"), words(&[("visas", false), ("min", false)]));
        let any = words(&[("visa", false), ("min", false), ("min", true)]);
        assert_eq!(open("visa OR min"), any);
    }
}
