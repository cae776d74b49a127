//! Hostile files through the whole of filing: each ends, none panics, and every promise holds.
//!
//! The sizes are those at which more than linear work would take minutes; what is read of a file on
//! disk is bounded by `store::root::MOST_BYTES`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use chancery::model::Problem;
use promises::opened;
use proptest::prelude::*;
use rayon::prelude::*;

#[path = "support/promises.rs"]
mod promises;

/// Files a text as Markdown and as a raw dispatch.
fn open_both(text: &str) {
    assert_eq!(opened("a.md", text.as_bytes()).documents.len(), 1);
    assert!(!opened("a.txt", text.as_bytes()).documents.is_empty());
}

/// The same for each of many, on all cores.
fn open_all(texts: impl IntoParallelIterator<Item = String>) {
    texts.into_par_iter().for_each(|text| open_both(&text));
}

#[test]
fn markdown_that_nests_or_never_closes() {
    let list = (0..3000).map(|depth| format!("{}- a\n", " ".repeat(2 * depth)));
    let list = list.collect::<Vec<_>>().concat();
    let links = (0..20_000).map(|n| format!("[a{n}]: /u{n}\n")).collect::<Vec<_>>().concat();
    let row = format!("|{}\n", "a|".repeat(10_000));
    let table = format!("{row}|{}\n{row}", "-|".repeat(10_000));
    open_all([
        ">".repeat(50_000),
        "[".repeat(50_000),
        "**a_".repeat(20_000),
        "*a **a ".repeat(20_000),
        "`".repeat(50_000),
        "`a``b```c".repeat(20_000),
        "![".repeat(50_000),
        "[a](".repeat(50_000),
        "<a ".repeat(30_000),
        "<!--".repeat(30_000),
        "&amp".repeat(50_000),
        "- ".repeat(20_000),
        "1. ".repeat(30_000),
        "> - ".repeat(20_000),
        "#".repeat(50_000),
        "[^a]:".repeat(30_000),
        list,
        table,
        format!("{links}\n{}", "[a1] ".repeat(20_000)),
    ]);
}

#[test]
fn vast_lines_and_texts() {
    open_all([
        "x".repeat(300_000),
        "mot ".repeat(50_000),
        "é".repeat(50_000),
        "1".repeat(300_000),
        "\n".repeat(300_000),
        "\r".repeat(300_000),
        ".".repeat(50_000),
        "(".repeat(300_000),
        "\u{200b}".repeat(50_000),
        "Voir plus\n".repeat(20_000),
        "Voir plus\n\nLe Kazakhstan ouvre une liaison\n\nAstana - Le Kazakhstan ouvre une liaison.\n\n".repeat(2_000),
        "a\n\n".repeat(20_000),
        "A. B\n".repeat(20_000),
        "\"« ".repeat(50_000),
        "12, ".repeat(50_000),
        "du 5 au ".repeat(20_000),
        "PARIS, 12 mai (AFP) - ".repeat(5_000),
        "\u{1100}".repeat(50_000),
        "a\u{8}".repeat(50_000),
    ]);
}

#[test]
fn front_matter_that_attacks() {
    let vast = "x".repeat(300_000);
    let texts = [
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
        format!("---\n{}", "title: a\n".repeat(20_000)),
        format!("+++\ntitle = {}{}\n+++\nText.\n", "[".repeat(30_000), "]".repeat(30_000)),
        format!("+++\na = {}1{}\n+++\nText.\n", "{a=".repeat(15_000), "}".repeat(15_000)),
        format!("---\ntitle: x\na: &a [x, x]\n{}---\nText.\n", "a: &a [*a, *a]\n".repeat(40)),
        "---\ntitle: !!binary x\ndate: !!timestamp x\n---\nText.\n".to_owned(),
        "---\ntitle: &a [*a]\n---\nText.\n".to_owned(),
        "---\n<<: *a\ntitle: x\n---\nText.\n".to_owned(),
        "---\ntitle: x\n--- \ntitle: y\n---\nText.\n".to_owned(),
        "---\n? [title]\n: x\ntitle: y\n---\nText.\n".to_owned(),
        "---\ndate: 99999-99-99\nid: \"\\0\"\n---\nText.\n".to_owned(),
        "\u{feff}\u{feff}---\ntitle: x\n---\nText.\n".to_owned(),
    ];
    texts.into_par_iter().for_each(|text| {
        let shown = opened("a.md", text.as_bytes()).documents.remove(0).body.plain_text();
        let is_whole = text.ends_with("Text.\n");
        assert!(shown.contains("Text.") || !is_whole, "the text is read all the same");
    });
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
        let brief = opened("a.md", &bytes).documents.remove(0).brief;
        assert_eq!(brief.title, "Visite à Minsk", "front matter behind a byte-order mark");
    }
    for bytes in [
        &b"\xc0\x80\xed\xa0\x80\xf8\x88\x80\x80\x80"[..],
        b"Text \xe2\x82",
        b"a\x00b\x00c\x00",
        b"\x9b2J \x9d52;c;\x9c caf\xe9 \x93quoted\x94",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        b"\xff\xfea\x00b",
        b"\x00",
        b"",
    ] {
        opened("a.md", bytes);
        opened("a.txt", bytes);
    }
}

/// A brief that has something of everything.
const BRIEF: &str = "+++\ntitle = \"Visite à Minsk\"\ndate = 2025-05-12\ncountries = [\"BY\"]\n+++\n\n\
    # Visite à Minsk\n\nLe ministre est arrivé à **Minsk** le 12 mai 2025. Il a dit : « Merci ! »\n\n\
    - un [lien](https://a.example)\n- `deux`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Fin &amp; suite.\n";

/// A dispatch that has something of everything.
const DISPATCH: &str = "Monde\nVisite à Minsk\n12/05/2025 - 10:15\n\nMinsk, 12 mai (ABC) - Le ministre \
    est arrivé à Minsk mardi. Il a dit : « Merci ! »\nPhoto : ABC\n\nIl y reste jusqu'au 14 mai, puis se \
    rend au [Kazakhstan].\n\nVoir plus\nLe Kazakhstan ouvre une liaison\nAstana, 3 mai - Le Kazakhstan \
    ouvre une liaison avec Minsk.\nABC\n";

#[test]
fn a_file_cut_at_any_byte_is_read() {
    for (name, text) in [("a.md", BRIEF), ("a.txt", DISPATCH)] {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let western: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
        for bytes in [text.as_bytes(), &[b"\xff\xfe", utf16.as_slice()].concat(), &utf16, &western]
        {
            (0..=bytes.len()).into_par_iter().for_each(|end| {
                opened(name, &bytes[..end]);
            });
        }
    }
}

#[test]
fn a_charset_that_the_text_declares_is_not_believed() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\nContent-Type: text/plain; charset=koi8-r\n\n\
        Le ministre est arrivé à Minsk, où il a été reçu à déjeuner.\n";
    let western: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for bytes in [text.as_bytes(), &western] {
        let body = opened("a.txt", bytes).documents.remove(0).body.plain_text();
        assert!(body.contains("arrivé à Minsk, où il a été reçu"), "{body}");
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
        let opened = opened("a.md", bytes);
        assert!(opened.documents.is_empty());
        assert_eq!(opened.diagnostics[0].problem, Problem::Binary(bytes.len() as u64));
    }
}

#[test]
fn names_of_every_kind() {
    for name in ["", ".md", "a/../b.md", "-rf.md", "a\nb.txt", "\u{202e}.md", &"x".repeat(4000)] {
        opened(name, b"Text.\n");
    }
}

proptest! {
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        promises::filed("a.md", &bytes);
        promises::filed("a.txt", &bytes);
    }

    #[test]
    fn random_text(text in "(\\PC|\n|---\n|title: |\\*\\*|[a-zA-Zé]{1,8} |12 mai |\\. |\\[x\\]\\(y\\)|Minsk |\u{301}|\t){0,60}") {
        promises::filed("a.md", text.as_bytes());
        promises::filed("a.txt", text.as_bytes());
    }
}
