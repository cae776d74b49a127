//! What was asked for before, to be asked again with up and down in the line of a filter.

/// Queries that are remembered.
const MOST: usize = 100;

/// Queries asked before, the oldest first, and how far back the line went among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    queries: Vec<String>,
    /// Steps back from the present, and what was typed there.
    back: Option<(usize, String)>,
}

impl Past {
    /// Takes over what is known from earlier sessions; what was asked in this one comes behind it.
    pub(super) fn learn(&mut self, earlier: Vec<String>) {
        let own = std::mem::replace(&mut self.queries, earlier);
        for query in own {
            self.add(&query);
        }
    }

    /// Remembers a query as the last one; returns whether it was not that already.
    pub(super) fn add(&mut self, query: &str) -> bool {
        self.back = None;
        let query = query.trim();
        if query.is_empty() || self.queries.last().is_some_and(|last| last == query) {
            return false;
        }
        self.queries.retain(|known| known != query);
        self.queries.push(query.to_owned());
        let excess = self.queries.len().saturating_sub(MOST);
        self.queries.drain(..excess);
        true
    }

    /// The queries, the oldest first.
    pub(super) fn queries(&self) -> &[String] {
        &self.queries
    }

    /// The line is another one: up starts from the last query again.
    pub(super) fn rest(&mut self) {
        self.back = None;
    }

    /// The query before the one in the line, or after it; behind the last one what was typed comes back. Nothing where
    /// there is no other.
    pub(super) fn step(&mut self, typed: &str, older: bool) -> Option<String> {
        let (at, present) = self.back.clone().unwrap_or((0, typed.to_owned()));
        let wanted = if older { at.checked_add(1)? } else { at.checked_sub(1)? };
        let shown = match wanted.checked_sub(1) {
            None => present.clone(),
            Some(steps) => self.queries.iter().rev().nth(steps)?.clone(),
        };
        self.back = Some((wanted, present));
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_goes_back_and_down_comes_back_to_what_was_typed() {
        let mut past = Past::default();
        assert!(past.add("visas") && past.add("minsk") && !past.add(" minsk "));
        assert_eq!(past.step("ast", true).as_deref(), Some("minsk"));
        assert_eq!(past.step("minsk", true).as_deref(), Some("visas"));
        assert_eq!(past.step("visas", true), None);
        assert_eq!(past.step("visas", false).as_deref(), Some("minsk"));
        assert_eq!(past.step("minsk", false).as_deref(), Some("ast"));
        assert_eq!(past.step("ast", false), None);
    }

    #[test]
    fn each_query_is_remembered_once_and_few_are() {
        let mut past = Past::default();
        past.add("own");
        past.learn((0..MOST).map(|number| number.to_string()).collect());
        assert_eq!(past.queries().len(), MOST);
        assert_eq!(past.queries().last().map(String::as_str), Some("own"));
        past.add("50");
        assert_eq!(past.queries().iter().filter(|query| *query == "50").count(), 1);
    }
}
