//! What leaves the program, in each format.

use proptest::prelude::*;

use super::fixtures::{block, citation, date, document, run, summary, with_labels};
use super::{Annotations, Format, Quoted, line, quote};
use crate::model::{Block, Brief, Citation, Document, Run, RunStyle, Status, TextKind};
use crate::text::width::width;

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

fn export(document: &Document, format: Format) -> String {
    with_labels(|labels| super::document(document, &Annotations::default(), labels, format))
}

fn export_summary(briefs: &[&Brief], format: Format) -> String {
    with_labels(|labels| super::summary(&summary(), briefs, labels, format))
}

fn sample() -> Document {
    let bold = RunStyle { bold: true, ..RunStyle::default() };
    let linked = Run { link: Some(0), ..run("la loi") };
    document(vec![
        block(TextKind::Heading(2), vec![run("Histoire")]),
        block(
            TextKind::Paragraph,
            vec![Run { style: bold, ..run("Astana ") }, run("a 1 nom, voir "), linked, run(".")],
        ),
        block(TextKind::Item(None), vec![run("un")]),
        block(TextKind::Item(Some(2)), vec![run("deux")]),
        Block::Table {
            rows: vec![vec![vec![run("An")], vec![run("Nom")]], vec![vec![run("1997")]]],
        },
        Block::Rule,
        block(TextKind::Code, vec![run("a\n\tb")]),
    ])
}

#[test]
fn a_brief_as_text() {
    let expected = "\
Astana, capitale
================
Source : Agence
Date : ~2022-09-17
Pays : Kazakhstan, UZ
Fichier : kz/capitale.md

Histoire
--------

Astana a 1 nom, voir la loi [1].

- un
2. deux

An | Nom
1997

--------------------

    a
        b

Liens
-----
[1] https://example.org/a?b=1&c=<2>
";
    assert_eq!(export(&sample(), Format::Text), expected);
}

#[test]
fn a_brief_as_markdown() {
    let expected = "\
# Astana, capitale

- Source : Agence
- Date : \\~2022-09-17
- Pays : Kazakhstan, UZ
- Fichier : kz/capitale.md

## Histoire

**Astana** a 1 nom, voir la loi[^1].

- un
2. deux

| An | Nom |
| --- | --- |
| 1997 | |

---

```
a
    b
```

## Liens

[^1]: https://example.org/a?b=1\\&c=\\<2\\>
";
    assert_eq!(export(&sample(), Format::Markdown), expected);
}

#[test]
fn a_brief_as_html_stands_alone() {
    let html = export(&sample(), Format::Html);
    for part in [
        "<html lang=\"fr\">",
        "<main lang=\"fr\">",
        "<h1>Astana, capitale</h1>",
        "<dt>Pays</dt><dd>Kazakhstan, UZ</dd>",
        "<strong>Astana </strong>a 1 nom, voir la loi<sup id=\"ref-1-1\"><a href=\"#note-1\">[1]</a></sup>.",
        "<th>An</th><th>Nom</th>",
        "<li id=\"note-1\">https://example.org/a?b=1&amp;c=&lt;2&gt; <a class=\"back\" href=\"#ref-1-1\">",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    for banned in
        ["<script", "src=", "http-equiv=\"refresh", "url(", "@import", "<link", "href=\"h"]
    {
        assert!(!html.contains(banned), "{banned}");
    }
}

#[test]
fn a_country_page_quotes_the_sentence_behind_each_line() {
    let document = sample();
    let text = export_summary(&[&document.brief], Format::Text);
    let expected = "\
Kazakhstan, au 2025-05-13
=========================
Briefs : 1
Date : 1 sans date

Timeline
--------

- 1997-12-10 : Astana est la capitale du Kazakhstan depuis le 10 décembre 1997.
  [1]

Partners
--------

- UZ (1 briefs) [1]

Sources citées
--------------
[1] « Astana est la capitale du Kazakhstan depuis le 10 décembre 1997. » —
    Agence, Almaty, ~2022-09-17 (kz/capitale.md)
";
    assert_eq!(text, expected);
    let markdown = export_summary(&[&document.brief], Format::Markdown);
    assert!(markdown.contains("- **1997-12-10** : Astana est"), "{markdown}");
    assert!(markdown.contains("\n[^1]: « Astana est"), "{markdown}");
    let html = export_summary(&[&document.brief], Format::Html);
    assert!(html.contains("<li id=\"note-1\">« Astana est"), "{html}");
    // Two lines refer to it, so it leads back to both.
    for time in [1, 2] {
        assert_eq!(html.matches(&format!("id=\"ref-1-{time}\"")).count(), 1, "{html}");
        assert_eq!(html.matches(&format!("href=\"#ref-1-{time}\"")).count(), 1, "{html}");
    }
}

#[test]
fn markings_go_along_first_in_every_format() {
    let mut marked = sample();
    marked.brief.classification = Some("RESTREINT".into());
    marked.brief.embargo = Some("12 h".into());
    marked.brief.status = Status::Withdrawn;
    let citation = citation();
    let quoted = with_labels(|labels| {
        quote(&[Quoted { citation: &citation, brief: Some(&marked.brief) }], labels)
    });
    let mut all: Vec<String> = FORMATS.iter().map(|&format| export(&marked, format)).collect();
    all.extend(FORMATS.iter().map(|&format| export_summary(&[&marked.brief], format)));
    all.push(quoted);
    assert_eq!(all.len(), 7);
    for written in all {
        let body = written.split("</style>").last().expect("some text");
        let first = body.find("Astana").or(body.find("Kazakhstan")).expect("the text");
        for marking in ["Classification : RESTREINT", "Embargo : 12 h", "RETIRÉ"] {
            let place = body.find(marking);
            assert!(
                place.is_some_and(|place| place < first || body.starts_with("\n</head>")),
                "{written}"
            );
        }
    }
}

#[test]
fn a_quotation_is_one_line_with_its_origin() {
    let mut brief = sample().brief;
    let citation = citation();
    let said = |citation: &Citation, brief: Option<&Brief>| {
        with_labels(|labels| quote(&[Quoted { citation, brief }], labels))
    };
    assert_eq!(
        said(&citation, Some(&brief)),
        "Agence, Almaty, ~2022-09-17 : « Astana est la capitale du Kazakhstan depuis le \
         10 décembre 1997. » (kz/capitale.md)"
    );
    brief.source_url = Some("https://example.org/a".into());
    let published = said(&citation, Some(&brief));
    assert!(published.ends_with(" (https://example.org/a)"), "{published}");
    (brief.source, brief.place, brief.date, brief.source_url) = (None, None, None, None);
    let marked = Citation {
        sentence: "**Astana** est [la capitale](https://example.org)".into(),
        words: Some("Astana est la capitale".into()),
        ..citation.clone()
    };
    assert!(said(&marked, None).contains("« Astana est la capitale »"), "no marks of Markdown");
    let spread = Citation { sentence: "Astana\nest  la capitale".into(), ..citation };
    for brief in [Some(&brief), None] {
        assert_eq!(said(&spread, brief), "sans date : « Astana est la capitale » (kz/capitale.md)");
    }
}

#[test]
fn a_line_of_a_page_is_copied_with_every_sentence_behind_it() {
    let mut brief = sample().brief;
    brief.classification = Some("RESTREINT".into());
    let one = citation();
    let other = Citation { sentence: "Elle compte un million.".into(), ..citation() };
    let copied = |sentences: &[&Citation]| {
        let quoted: Vec<Quoted<'_>> =
            sentences.iter().map(|citation| Quoted { citation, brief: Some(&brief) }).collect();
        with_labels(|labels| line("Capitale : Astana", &quoted, labels))
    };
    assert_eq!(
        copied(&[&one, &other]),
        "Classification : RESTREINT\nCapitale : Astana\n\
         [1] Agence, Almaty, ~2022-09-17 : « Astana est la capitale du Kazakhstan depuis le \
         10 décembre 1997. » (kz/capitale.md)\n\
         [2] Agence, Almaty, ~2022-09-17 : « Elle compte un million. » (kz/capitale.md)"
    );
    assert!(copied(&[&one]).ends_with("Capitale : Astana\nAgence, Almaty, ~2022-09-17 : « Astana est la capitale du Kazakhstan depuis le 10 décembre 1997. » (kz/capitale.md)"));
}

#[test]
fn outside_text_is_never_markup() {
    let hostile =
        "# <script>alert(1)</script> [a](javascript:x) **b** `c` | ![i](//h/x) &amp; 1. z";
    let mut brief = document(vec![block(TextKind::Paragraph, vec![run(hostile), run("\n- x")])]);
    brief.brief.title = hostile.into();
    brief.brief.source = Some(hostile.into());
    brief.brief.classification = Some(hostile.into());
    brief.body.links[0].target = "javascript:alert(1)\"><img src=x onerror=y>".into();
    let html = export(&brief, Format::Html);
    for banned in ["<script", "<img", "href=\"javascript", "onerror=y>"] {
        assert!(!html.contains(banned), "{banned}\n{html}");
    }
    let markdown = export(&brief, Format::Markdown);
    let events = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all());
    for event in events {
        use pulldown_cmark::{Event, Tag};
        let acts = matches!(
            &event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        );
        assert!(!acts, "{event:?}\n{markdown}");
    }
}

#[test]
fn a_file_name_asks_for_its_format() {
    let format = |path| Format::of_path(path);
    assert_eq!(format("fiche.txt"), Some(Format::Text));
    assert_eq!(format("a.b/Fiche.MD"), Some(Format::Markdown));
    assert_eq!(format("a/fiche.html"), Some(Format::Html));
    assert_eq!([".txt", "a/.md", "fiche", "a.b/fiche", "x.pdf"].map(format), [None; 5]);
}

#[test]
fn footnotes_of_markdown_are_footnotes() {
    let markdown = export(&sample(), Format::Markdown);
    let events = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all());
    let notes = events.filter(|event| matches!(event, pulldown_cmark::Event::FootnoteReference(_)));
    assert_eq!(notes.count(), 1);
}

#[test]
fn a_page_of_two_countries_names_both() {
    let mut pair = summary();
    pair.with = Some("UZ".parse().expect("a code"));
    pair.scope.oldest = Some(date("2022"));
    pair.scope.newest = Some(date("2022"));
    let text = with_labels(|labels| super::summary(&pair, &[], labels, Format::Text));
    assert!(text.starts_with("Kazakhstan – UZ, au 2025-05-13\n"), "{text}");
    assert!(text.contains("\nDate : 2022, 1 sans date\n"), "{text}");
}

/// What no export may hold: controls other than the line feed, and what reorders or hides text.
fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_hidden_leaves_and_text_keeps_its_width(text in "(\\PC|[\u{0}-\u{9f}]|[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]|word word ){0,60}") {
        let mut brief = document(vec![
            block(TextKind::Paragraph, vec![run(&text)]),
            block(TextKind::Item(None), vec![run(&text)]),
        ]);
        brief.brief.title = text.clone();
        brief.brief.file = text.as_str().into();
        brief.brief.classification = Some(text.clone());
        for format in FORMATS {
            let written = export(&brief, format);
            prop_assert!(!written.chars().any(is_harmful), "{written:?}");
            if format == Format::Text {
                prop_assert!(written.lines().all(|line| width(line) <= 80), "{written}");
            }
        }
    }
}
