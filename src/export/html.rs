//! A page as one HTML file to print: no scripts, nothing fetched, no link that leads out of it. A number leads to its
//! note, and a note back to each place that refers to it.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::page::{Page, Part, Word};
use crate::model::{RunStyle, TextKind};

const STYLE: &str = include_str!("print.css");
/// Forbids whatever an escape could have missed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
/// Deeper nesting than this is set as this deep.
const MOST_DEPTH: u8 = 6;

pub(super) fn write(out: &mut String, page: &Page) -> fmt::Result {
    let title = escaped(page.title.as_str());
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(page.language.as_str())
    )?;
    let mut banner = String::new();
    for line in &page.banner {
        writeln!(banner, "<p class=\"banner\">{}</p>", escaped(line.as_str()))?;
    }
    writeln!(out, "{banner}<header>\n<h1>{title}</h1>\n<dl>")?;
    for (label, value) in &page.facts {
        let (label, value) = (escaped(label.as_str()), escaped(value.as_str()));
        writeln!(out, "<dt>{label}</dt><dd>{value}</dd>")?;
    }
    let language = page.body_language.map(|code| format!(" lang=\"{code}\"")).unwrap_or_default();
    writeln!(out, "</dl>\n</header>\n<main{language}>")?;
    let mut references = References::default();
    for part in &page.parts {
        write_part(out, part, &mut references)?;
    }
    out.push_str("</main>\n");
    if !page.notes.is_empty() {
        let heading = escaped(page.notes_heading.as_str());
        writeln!(out, "<section class=\"notes\">\n<h2>{heading}</h2>\n<ol>")?;
        for (number, note) in (1..).zip(&page.notes) {
            let note = escaped(note.as_str());
            let back = references.back(number);
            writeln!(out, "<li id=\"note-{number}\">{note}{back}</li>")?;
        }
        out.push_str("</ol>\n</section>\n");
    }
    writeln!(out, "{banner}</body>\n</html>")
}

/// How often each note is referred to so far, so that it can lead back.
#[derive(Default)]
struct References(BTreeMap<usize, usize>);

impl References {
    /// A number that leads to its note.
    fn to(&mut self, number: usize) -> String {
        let times = self.0.entry(number).or_default();
        *times += 1;
        format!("<sup id=\"ref-{number}-{times}\"><a href=\"#note-{number}\">[{number}]</a></sup>")
    }

    /// The ways back from a note.
    fn back(&self, number: usize) -> String {
        let times = self.0.get(&number).copied().unwrap_or_default();
        let way =
            |time: usize| format!(" <a class=\"back\" href=\"#ref-{number}-{time}\">\u{2191}</a>");
        (1..=times).map(way).collect()
    }
}

fn write_part(out: &mut String, part: &Part, references: &mut References) -> fmt::Result {
    match part {
        Part::Rule => out.push_str("<hr>\n"),
        Part::Table(rows) => {
            out.push_str("<table>\n");
            for (number, row) in rows.iter().enumerate() {
                let tag = if number == 0 { "th" } else { "td" };
                let cell =
                    |cell: &Vec<Word>| format!("<{tag}>{}</{tag}>", inline(cell, references));
                let cells: String = row.iter().map(cell).collect();
                writeln!(out, "<tr>{cells}</tr>")?;
            }
            out.push_str("</table>\n");
        }
        Part::Text { kind, depth, words } => {
            let (quote, list) = (depth.quote.min(MOST_DEPTH), depth.list.min(MOST_DEPTH));
            let class = |name: &str| format!(" class=\"{name} quote-{quote} list-{list}\"");
            let words = inline(words, references);
            let block = match kind {
                TextKind::Paragraph => format!("<p{}>{words}</p>", class("text")),
                TextKind::Heading(level) => {
                    let level = (*level).clamp(2, 6);
                    format!("<h{level}>{words}</h{level}>")
                }
                TextKind::Item(number) => {
                    let mark = number.map_or("•".to_owned(), |number| format!("{number}."));
                    format!("<p{}><span class=\"mark\">{mark}</span> {words}</p>", class("item"))
                }
                TextKind::Code => format!("<pre{}>{words}</pre>", class("code")),
            };
            writeln!(out, "{block}")?;
        }
    }
    Ok(())
}

fn inline(words: &[Word], references: &mut References) -> String {
    let word = |word: &Word| match word {
        Word::Text(text, style) => styled(&escaped(text.as_str()), *style),
        Word::Break => "<br>".to_owned(),
        Word::Note(number) => references.to(*number),
    };
    words.iter().map(word).collect()
}

fn styled(text: &str, style: RunStyle) -> String {
    let tags =
        [(style.code, "code"), (style.italic, "em"), (style.bold, "strong"), (style.strike, "s")];
    let wrap = |inner: String, (_, tag): &(bool, &str)| format!("<{tag}>{inner}</{tag}>");
    tags.iter().filter(|(set, _)| *set).fold(text.to_owned(), wrap)
}

/// Text for content and for attributes in double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
