//! No text does the parser harm, and what it understood can be written down.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::parse;
use crate::search::query::{MOST_PROBLEMS, Node, Term};

#[test]
fn a_megabyte_of_anything_is_read_in_time() {
    for part in [
        "(", ")", "\"", "-", "-(", "a ", "a OR ", "country:", "pays:x,", "x:", "«", "*", "é",
        "is:\"", "#", "# ",
    ] {
        let query = part.repeat(1_000_000 / part.len());
        let start = Instant::now();
        let parsed = parse(&query);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{part}: {taken:?}");
        assert!(parsed.problems.len() <= MOST_PROBLEMS + 1, "{part}");
        let again = parsed.root.clone();
        assert_eq!(again, parsed.root);
    }
}

/// A tree without the places of its words.
fn placeless(node: Node) -> Node {
    match node {
        Node::Words(term) => Node::Words(Term { place: 0..0, ..term }),
        Node::All(nodes) => Node::All(nodes.into_iter().map(placeless).collect()),
        Node::Any(nodes) => Node::Any(nodes.into_iter().map(placeless).collect()),
        Node::Not(node) => Node::Not(Box::new(placeless(*node))),
        other => other,
    }
}

/// Queries put together of parts that mean something, and of noise.
fn queries() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just(" OR ".to_owned()),
        Just("-".to_owned()),
        Just("\"".to_owned()),
        Just("« ".to_owned()),
        Just(" ".to_owned()),
        Just("*".to_owned()),
        Just("NOT ".to_owned()),
        Just("OR,".to_owned()),
        Just("AND".to_owned()),
        Just(",".to_owned()),
        Just("country:".to_owned()),
        Just("pays:by,ru ".to_owned()),
        Just("avec:vn,by ".to_owned()),
        Just("est:lu ".to_owned()),
        Just("tag:".to_owned()),
        Just("#".to_owned()),
        Just("source:\"a/b\"".to_owned()),
        Just("date:2025-01..2025-03 ".to_owned()),
        Just("title:".to_owned()),
        Just("since:3w ".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("soft\u{ad}hyphen ".to_owned()),
        Just("½".to_owned()),
        "[a-zé’:/.-]{1,6}",
        "\\PC{0,3}",
        any::<String>(),
    ];
    proptest::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn any_text_is_a_query(query in queries()) {
        let parsed = parse(&query);
        let mut last = 0;
        for problem in &parsed.problems {
            prop_assert!(query.get(problem.place.clone()).is_some(), "{problem:?}");
            prop_assert!(problem.place.start >= last, "{:?}", parsed.problems);
            last = problem.place.start;
        }
        for term in parsed.root.wanted() {
            prop_assert!(query.get(term.place.clone()).is_some_and(|text| !text.is_empty()));
            prop_assert!(!term.words.is_empty() && term.words.iter().all(|word| !word.is_empty()));
        }
    }

    #[test]
    fn what_is_printed_reads_the_same(query in queries()) {
        let once = parse(&query).root;
        let printed = once.to_string();
        let again = parse(&printed);
        prop_assert_eq!(&again.problems, &[], "{} -> {}", query, printed);
        prop_assert_eq!(placeless(again.root), placeless(once), "{} -> {}", query, printed);
    }
}
