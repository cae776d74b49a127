//! `chancery basket`: what was collected in the reader, in every format.

use chancery::library::Ledger;
use chancery::model::{Citation, Collected, Entry, Placing, Provenance, Span, Status, TitleBasis};

use crate::desk::{Desk, Run, json};

fn source(id: &str, file: &str) -> Provenance {
    Provenance {
        id: id.into(),
        file: file.into(),
        title: "Trade with Astana".into(),
        title_basis: TitleBasis::Stated,
        source: Some("Desk note".into()),
        place: Some("Astana".into()),
        url: None,
        date: Some("2023-11-02".parse().map(stated).unwrap()),
        status: Status::Current,
        classification: Some("RESTRICTED".into()),
        embargo: None,
    }
}

fn stated(value: chancery::model::PartialDate) -> chancery::model::DateStamp {
    chancery::model::DateStamp { value, basis: chancery::model::DateBasis::Stated }
}

/// A sentence of a brief that is gone and a line of a page, in the basket of a desk.
fn desk() -> Desk {
    let desk = Desk::with_briefs();
    let sentence = Citation {
        id: "p:gone".into(),
        file: "gone.md".into(),
        span: Span::new(0, 11),
        sentence: "Trade\ngrew.".into(),
        words: None,
    };
    let sentences = vec![sentence];
    let one = Collected {
        words: None,
        sentences: sentences.clone(),
        sources: vec![source("p:gone", "gone.md")],
    };
    let words = Some("Trade: it grew".into());
    let two = Collected { words, sentences, sources: vec![source("p:gone", "gone.md")] };
    let put =
        |key: &str, rank, what| Placing { key: key.into(), entry: Some(Entry { rank, what }) };
    let mut ledger = Ledger::open(Some(&desk.place.path().join(".local/state/chancery")));
    ledger.place(vec![put("b", 1, two), put("a", 0, one)]).unwrap();
    desk
}

#[test]
fn it_is_printed_with_numbered_sources() {
    let run = desk().run("basket --as-of 2025-05-13");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let expected = "\
*** Classification: RESTRICTED ***

Basket, as of 13 May 2025
=========================

1. “Trade grew.” [1]
2. Trade: it grew [1]

> “Trade grew.” [1]

Sources
-------
[1] Desk note, Astana, 2 November 2023, “Trade with Astana” (gone.md)
    [Classification: RESTRICTED]
";
    assert_eq!(run.stdout, expected);
}

#[test]
fn markdown_and_html_have_the_sources_as_notes() {
    let desk = desk();
    let markdown = desk.run("basket --format markdown").stdout;
    assert!(
        markdown.contains("1. “Trade grew.”[^1]") && markdown.contains("\n[^1]: Desk note, Astana")
    );
    let html = desk.run("basket --format html").stdout;
    for part in ["<li id=\"note-1\">Desk note", "href=\"#ref-1-3\"", "id=\"ref-1-3\"", "RESTRICTED"]
    {
        assert!(html.contains(part), "{part}\n{html}");
    }
    for banned in ["<script", "src=", "url(", "@import", "<link", "href=\"h"] {
        assert!(!html.contains(banned), "{banned}");
    }
}

#[test]
fn scripts_get_an_entry_a_line() {
    let records = json(&desk().run("basket --format jsonl"));
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["kind"], "sentence");
    assert_eq!(records[0]["text"], "Trade\ngrew.");
    assert_eq!(records[1]["kind"], "line");
    assert_eq!(records[1]["text"], "Trade: it grew");
    assert_eq!(records[1]["citations"][0]["sentence"], "Trade\ngrew.");
    assert_eq!(records[1]["sources"][0]["number"], 1);
    assert_eq!(records[1]["sources"][0]["classification"], "RESTRICTED");
    assert_eq!(records[1]["sources"][0]["date"]["value"], "2023-11-02");
}

#[test]
fn an_empty_one_is_nothing_found() {
    let nothing =
        Run { code: 1, stdout: String::new(), stderr: "chancery: Nothing found.\n".into() };
    assert_eq!(Desk::with_briefs().run("basket"), nothing);
}
