//! A page as plain text in lines of 80 columns.

use std::fmt::{self, Write};

use super::page::{Page, Part, Word};
use crate::model::{Depth, TextKind};
use crate::text::width::width;
use crate::text::wrap::wrap;

const COLUMNS: usize = 80;
/// However deep a block is nested, so many columns are left for its words.
const LEAST_COLUMNS: usize = 20;

pub(super) fn write(out: &mut String, page: &Page) -> fmt::Result {
    for line in &page.banner {
        paragraph(out, &format!("*** {line} ***"), "", "");
    }
    gap(out);
    paragraph(out, page.title.as_str(), "", "");
    let longest = out.lines().last().map_or(0, width);
    out.push_str(&"=".repeat(longest.min(COLUMNS)));
    out.push('\n');
    for (label, value) in &page.facts {
        paragraph(out, &format!("{label}{}{value}", page.colon), "", "  ");
    }
    let mut item_before = false;
    for part in &page.parts {
        let item = matches!(part, Part::Text { kind: TextKind::Item(_), .. });
        if !(item && item_before) {
            gap(out);
        }
        item_before = item;
        write_part(out, part)?;
    }
    if !page.notes.is_empty() {
        gap(out);
        underlined(out, page.notes_heading.as_str(), "-");
        for (number, note) in (1..).zip(&page.notes) {
            let mark = format!("[{number}] ");
            paragraph(out, note.as_str(), &mark, &" ".repeat(mark.len()));
        }
    }
    Ok(())
}

fn write_part(out: &mut String, part: &Part) -> fmt::Result {
    match part {
        Part::Rule => writeln!(out, "{}", "-".repeat(COLUMNS / 4))?,
        Part::Table(rows) => {
            for row in rows {
                let cells: Vec<String> = row.iter().map(|cell| flat(cell)).collect();
                paragraph(out, &cells.join(" | "), "", "  ");
            }
        }
        Part::Text { kind: TextKind::Heading(level), words, .. } => {
            underlined(out, &flat(words), if *level <= 2 { "-" } else { "." });
        }
        Part::Text { kind, depth, words } => {
            let (first, rest) = margins(*kind, *depth);
            let mut margin = first.as_str();
            for line in lines(words) {
                if *kind == TextKind::Code {
                    writeln!(out, "{margin}{line}")?;
                } else {
                    paragraph(out, &line, margin, &rest);
                }
                margin = &rest;
            }
        }
    }
    Ok(())
}

/// What stands before the first line of a block and before its others.
fn margins(kind: TextKind, depth: Depth) -> (String, String) {
    let quotes = "> ".repeat(usize::from(depth.quote));
    let list = usize::from(depth.list);
    match kind {
        TextKind::Item(number) => {
            let mark = number.map_or("- ".to_owned(), |number| format!("{number}. "));
            let outer = format!("{quotes}{}", "  ".repeat(list.saturating_sub(1)));
            (format!("{outer}{mark}"), format!("{outer}{}", " ".repeat(mark.len())))
        }
        TextKind::Code => {
            let margin = format!("{quotes}{}    ", "  ".repeat(list));
            (margin.clone(), margin)
        }
        TextKind::Paragraph | TextKind::Heading(_) => {
            let margin = format!("{quotes}{}", "  ".repeat(list));
            (margin.clone(), margin)
        }
    }
}

/// Adds a paragraph, wrapped, with a margin before its first line and one before the others.
fn paragraph(out: &mut String, text: &str, first: &str, rest: &str) {
    let columns = COLUMNS.saturating_sub(width(first).max(width(rest))).max(LEAST_COLUMNS);
    let mut margin = first;
    for range in wrap(text, columns) {
        let line = format!("{margin}{}", text.get(range).unwrap_or_default());
        out.push_str(line.trim_end());
        out.push('\n');
        margin = rest;
    }
}

fn underlined(out: &mut String, text: &str, rule: &str) {
    paragraph(out, text, "", "");
    out.push_str(&rule.repeat(width(text).min(COLUMNS)));
    out.push('\n');
}

/// A blank line, unless nothing stands before it.
fn gap(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

/// The words of a block as the lines that were meant.
fn lines(words: &[Word]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        match (word, lines.last_mut()) {
            (Word::Text(text, _), Some(line)) => line.push_str(text.as_str()),
            (Word::Note(number), Some(line)) => line.extend([" [", &number.to_string(), "]"]),
            (Word::Break, _) | (_, None) => lines.push(String::new()),
        }
    }
    lines
}

fn flat(words: &[Word]) -> String {
    lines(words).join(" ")
}
