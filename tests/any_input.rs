//! What holds of any input whatever, tried on a few hundred of them; the fuzz targets try more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "support/interface.rs"]
mod interface;
#[path = "support/journal_promises.rs"]
mod journal_promises;
#[path = "support/page_promises.rs"]
mod page_promises;
#[path = "support/reading_promises.rs"]
mod reading_promises;
#[path = "support/wire.rs"]
mod wire;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Lines of a journal: this version's, a later one's, torn ones, all at a few moments so that they meet.
fn lines() -> impl Strategy<Value = String> {
    let moment =
        (0..4_i64, 0..2_u32, 0..2_u32).prop_map(|(ms, n, host)| format!("[{ms},{n},{host}]"));
    let what = select(vec![
        r#""set":[{"id":"p:1","read":true}]"#,
        r#""set":[{"id":"p:1","read":false},{"id":"p:2","starred":true}]"#,
        r#""set":[{"id":"p:2","title":"Another"},{"id":"p:1","new_field":3}]"#,
        r#""seen":{"moment":3,"ids":["p:1","p:2","p:3"]}"#,
        r#""moved":[["p:1","p:2"],["p:2","p:1"]]"#,
        r#""moved":[["p:3","p:1"]]"#,
        r#""named":[{"key":"visas","search":{"name":"Visas","query":"visa"}}]"#,
        r#""named":[{"key":"visas","search":null}]"#,
        r#""new_event":{"a":[1,2]}"#,
    ]);
    prop_oneof![
        8 => (1..3_u8, moment, what).prop_map(|(v, at, what)| format!("{{\"v\":{v},\"at\":{at},{what}}}")),
        1 => Just("{\"v\":1,\"at\":[1,0,0],\"set\":[{\"id\":\"p:1\"".to_owned()),
        1 => Just(String::new()),
        1 => "\\PC{0,12}",
    ]
}

/// What a press text, or somebody who means harm, may be made of.
const PIECES: [&str; 36] = [
    "Le Vietnam ",
    "et la Russie ",
    "ont signé ",
    "un accord ",
    "deux accords ",
    "à Hanoï ",
    "le 14 mai ",
    "en 2025",
    ". ",
    ", ",
    "\n\n",
    "\u{c}",
    "300 000 ",
    "1,5 milliard ",
    "de dollars ",
    "US$10 bn ",
    "President Putin ",
    "will visit Belarus ",
    "on 3 June 2025",
    "# ",
    "- ",
    "[mfa](https://a.example) ",
    "| a | b |\n|---|---|\n",
    "\u{202e}",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\t",
    "\u{200b}",
    "👨\u{200d}👩\u{200d}👧 ",
    "❤\u{fe0f} ",
    "क्षि ",
    "語語",
    "السلام ",
    "e\u{301}\u{301}\u{301}",
    "+++\ntitle = \"Iran\"\n+++\n",
    "Ир\u{430}n ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_journal_keeps_what_it_understands(
        here in vec(lines(), 0..10),
        there in vec(lines(), 0..10),
    ) {
        let place = tempfile::tempdir().unwrap();
        journal_promises::kept(place.path(), format!("{}\0{}", here.join("\n"), there.join("\n")).as_bytes());
    }

    #[test]
    fn a_journal_of_any_bytes_does_no_harm(bytes in vec(any::<u8>(), 0..400)) {
        let place = tempfile::tempdir().unwrap();
        journal_promises::kept(place.path(), &bytes);
    }

    #[test]
    fn pages_are_backed(pieces in vec(select(&PIECES[..]), 0..80)) {
        page_promises::compiled(&pieces.concat());
    }

    #[test]
    fn the_terminal_shows_what_was_drawn(
        pieces in vec(select(&PIECES[..]), 0..60),
        columns in 20_u16..130,
        rows in 5_u16..45,
        kind: u8,
    ) {
        reading_promises::shown(&pieces.concat(), (columns, rows), kind);
    }
}
