//! Hostile files through the whole of filing: each ends, none panics, and every span fits its text.

use std::sync::OnceLock;

use chancery::country::Gazetteer;
use chancery::filing::{Filing, Opened, Source};
use chancery::model::{Block, BriefPath, Problem};
use proptest::prelude::*;

/// One for all tests: making the gazetteer takes longer than filing a small file.
fn filing() -> &'static Filing {
    static FILING: OnceLock<Filing> = OnceLock::new();
    FILING.get_or_init(|| Filing::new(Gazetteer::builtin()))
}

fn open(path: &str, bytes: &[u8]) -> Opened {
    let path = BriefPath::from_bytes(path.as_bytes());
    let source = Source { path: &path, bytes, size: bytes.len() as u64 };
    let opened = filing().open(source);
    check(&opened);
    opened
}

/// What holds of every file, whatever stands in it.
fn check(opened: &Opened) {
    let mut ids = std::collections::HashSet::new();
    for document in &opened.documents {
        let text = &document.decoded;
        let fits = |span: chancery::model::Span| span.slice(text).is_some();
        assert!(ids.insert(document.brief.id.clone()), "two stories with one id");
        assert!(!document.brief.title.trim().is_empty());
        assert!(document.brief.title.chars().count() <= 401);
        assert!(document.body.blocks.iter().flat_map(Block::runs).all(|run| fits(run.span)));
        assert!(document.sentences.iter().all(|s| fits(s.span) && !s.text.is_empty()));
        for sentence in document.sentences.iter().filter(|s| s.span.len() == s.text.len()) {
            let slice = sentence.span.slice(text).unwrap_or_default();
            assert_eq!(slice.replace(['\n', '\r', '\t'], " "), sentence.text.replace('\t', " "));
        }
        assert!(document.dates.iter().all(|date| fits(date.span)));
        assert!(document.evidence.iter().filter_map(|e| e.span).all(fits));
        assert!(document.dropped.iter().all(|dropped| fits(dropped.span)));
    }
    assert!(opened.diagnostics.len() < 100);
}

/// Files as Markdown and as raw dispatches.
fn open_both(text: &str) {
    assert_eq!(open("a.md", text.as_bytes()).documents.len(), 1);
    assert!(!open("a.txt", text.as_bytes()).documents.is_empty());
}

#[test]
fn markdown_that_nests_or_never_closes() {
    let list = (0..3000).map(|depth| format!("{}- a\n", " ".repeat(2 * depth)));
    let list = list.collect::<Vec<_>>().concat();
    let links = (0..20_000).map(|n| format!("[a{n}]: /u{n}\n")).collect::<Vec<_>>().concat();
    let row = format!("|{}\n", "a|".repeat(20_000));
    let table = format!("{row}|{}\n{row}", "-|".repeat(20_000));
    for text in [
        ">".repeat(100_000),
        "[".repeat(100_000),
        "**a_".repeat(50_000),
        "*a **a ".repeat(50_000),
        "`".repeat(100_000),
        "`a``b```c".repeat(20_000),
        "![".repeat(50_000),
        "[a](".repeat(50_000),
        "<a ".repeat(50_000),
        "<!--".repeat(30_000),
        "&amp".repeat(50_000),
        "- ".repeat(50_000),
        "1. ".repeat(30_000),
        "> - ".repeat(20_000),
        "#".repeat(100_000),
        "[^a]:".repeat(30_000),
        list,
        table,
        format!("{links}\n{}", "[a1] ".repeat(50_000)),
    ] {
        open_both(&text);
    }
}

#[test]
fn vast_lines_and_texts() {
    for text in [
        "x".repeat(10_000_000),
        "mot ".repeat(200_000),
        "é".repeat(400_000),
        "1".repeat(1_000_000),
        "\n".repeat(1_000_000),
        "\r".repeat(1_000_000),
        ".".repeat(300_000),
        "(".repeat(1_000_000),
        "\u{200b}".repeat(300_000),
        "Voir plus\n".repeat(50_000),
        "Voir plus\n\nLe Kazakhstan ouvre une liaison\n\nAstana - Le Kazakhstan ouvre une liaison.\n\n".repeat(5_000),
        "a\n\n".repeat(30_000),
    ] {
        open_both(&text);
    }
}

#[test]
fn front_matter_that_attacks() {
    let vast = "x".repeat(1_000_000);
    for text in [
        format!("+++\ntitle = \"{vast}\"\n+++\nText.\n"),
        format!("---\ntitle: {vast}\n---\nText.\n"),
        format!("---\n{}\n---\nText.\n", "- ".repeat(30_000)),
        format!("---\ntitle: {}\n---\nText.\n", "{a: ".repeat(15_000)),
        format!("---\ntitle: {}\n---\nText.\n", "&a ".repeat(20_000)),
        format!("---\ntitle: |\n{}\n---\nText.\n", "  a\n".repeat(15_000)),
        format!("---\n{}---\nText.\n", "title: a\n".repeat(7_000)),
        format!("+++\n{}+++\nText.\n", "title = 1\n".repeat(6_000)),
        format!("+++\n{}+++\nText.\n", "a.".repeat(30_000)),
        format!("+++\n{}+++\nText.\n", "[[a]]\n".repeat(10_000)),
        format!("---\n{}", "title: a\n".repeat(50_000)),
        "---\ntitle: !!binary x\ndate: !!timestamp x\n---\nText.\n".to_owned(),
        "---\ntitle: &a [*a]\n---\nText.\n".to_owned(),
        "---\n<<: *a\ntitle: x\n---\nText.\n".to_owned(),
        "---\ntitle: x\n--- \ntitle: y\n---\nText.\n".to_owned(),
        "---\n? [title]\n: x\ntitle: y\n---\nText.\n".to_owned(),
        "---\ndate: 99999-99-99\nid: \"\\0\"\n---\nText.\n".to_owned(),
        "\u{feff}\u{feff}---\ntitle: x\n---\nText.\n".to_owned(),
    ] {
        open_both(&text);
        let shown = open("a.md", text.as_bytes()).documents.remove(0).body.plain_text();
        assert!(
            shown.contains("Text.") || !text.ends_with("Text.\n"),
            "the text is read all the same"
        );
    }
}

#[test]
fn encodings_of_every_kind() {
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let text = "+++\ntitle = \"Visite à Minsk\"\n+++\n\nLe ministre est arrivé à Minsk.\n";
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", wide(text, u16::to_le_bytes).as_slice()].concat(),
        [b"\xfe\xff", wide(text, u16::to_be_bytes).as_slice()].concat(),
    ] {
        let brief = open("a.md", &bytes).documents.remove(0).brief;
        assert_eq!(brief.title, "Visite à Minsk", "front matter behind a byte-order mark");
    }
    for bytes in [
        &b"\xc0\x80\xed\xa0\x80\xf8\x88\x80\x80\x80"[..],
        b"Text \xe2\x82",
        b"a\x00b\x00c\x00",
        b"\x9b2J \x9d52;c;\x9c caf\xe9 \x93quoted\x94",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
    ] {
        open("a.md", bytes);
        open("a.txt", bytes);
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_size() {
    for bytes in [
        &b"\x7fELF\x02\x01\x01\x00\x00"[..],
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
        b"PK\x03\x04\x14\x00\x00\x00",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    ] {
        let opened = open("a.md", bytes);
        assert!(opened.documents.is_empty());
        assert_eq!(opened.diagnostics[0].problem, Problem::Binary(bytes.len() as u64));
    }
}

#[test]
fn names_of_every_kind() {
    for name in ["", ".md", "a/../b.md", "-rf.md", "a\nb.txt", "\u{202e}.md", &"x".repeat(4000)] {
        open(name, b"Text.\n");
    }
}

proptest! {
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        open("a.md", &bytes);
        open("a.txt", &bytes);
    }

    #[test]
    fn random_text(text in "(\\PC|\n|---\n|title: |\\*\\*|[a-zA-Zé]{1,8} |12 mai |\\. |\\[x\\]\\(y\\)|Minsk |\u{301}|\t){0,60}") {
        open("a.md", text.as_bytes());
        open("a.txt", text.as_bytes());
    }
}
