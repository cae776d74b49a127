//! A page as Markdown (`CommonMark` with the footnotes of GitHub): outside text is words, never markup.

use std::fmt::{self, Write};

use super::page::{Page, Part, Word};
use crate::model::{Depth, RunStyle, TextKind};

/// Deeper nesting than this is written as this deep.
const MOST_DEPTH: usize = 8;

pub(super) fn write(out: &mut String, page: &Page) -> fmt::Result {
    for line in &page.banner {
        writeln!(out, "> **{}**\n", escaped(line.as_str()))?;
    }
    writeln!(out, "# {}", escaped(page.title.as_str()))?;
    if !page.facts.is_empty() {
        out.push('\n');
    }
    for (label, value) in &page.facts {
        let (label, value) = (escaped(label.as_str()), escaped(value.as_str()));
        writeln!(out, "- {label}{}{value}", page.colon)?;
    }
    let mut item_before = false;
    for part in &page.parts {
        let item = matches!(part, Part::Text { kind: TextKind::Item(_), .. });
        if !(item && item_before) {
            out.push('\n');
        }
        item_before = item;
        write_part(out, part)?;
    }
    if !page.notes.is_empty() {
        writeln!(out, "\n## {}\n", escaped(page.notes_heading.as_str()))?;
        for (number, note) in (1..).zip(&page.notes) {
            writeln!(out, "[^{number}]: {}", escaped(note.as_str()))?;
        }
    }
    Ok(())
}

fn write_part(out: &mut String, part: &Part) -> fmt::Result {
    match part {
        Part::Rule => out.push_str("---\n"),
        Part::Table(rows) => table(out, rows)?,
        Part::Text { kind: TextKind::Code, depth, words } => {
            code(out, &margin(*depth, 2 * usize::from(depth.list)), words)?;
        }
        Part::Text { kind, depth, words } => {
            let list = usize::from(depth.list).min(MOST_DEPTH);
            let (indent, mark) = match kind {
                TextKind::Heading(level) => (0, format!("{} ", "#".repeat(heading(*level)))),
                TextKind::Item(None) => (4 * list.saturating_sub(1), "- ".to_owned()),
                TextKind::Item(Some(number)) => {
                    (4 * list.saturating_sub(1), format!("{}. ", number % 1_000_000_000))
                }
                TextKind::Paragraph | TextKind::Code => (4 * list, String::new()),
            };
            let flat = matches!(kind, TextKind::Heading(_));
            let next = format!("\\\n{}", margin(*depth, indent + mark.len()));
            let words = inline(words, if flat { " " } else { &next });
            writeln!(out, "{}{mark}{words}", margin(*depth, indent))?;
        }
    }
    Ok(())
}

/// The title is the only heading of the first level.
fn heading(level: u8) -> usize {
    usize::from(level).clamp(2, 6)
}

fn margin(depth: Depth, indent: usize) -> String {
    let quotes = usize::from(depth.quote).min(MOST_DEPTH);
    format!("{}{}", "> ".repeat(quotes), " ".repeat(indent.min(4 * MOST_DEPTH)))
}

fn table(out: &mut String, rows: &[Vec<Vec<Word>>]) -> fmt::Result {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| inline(cell, " ")).collect();
        let missing = " |".repeat(columns - row.len());
        writeln!(out, "| {} |{missing}", cells.join(" | "))?;
        if number == 0 {
            writeln!(out, "|{}", " --- |".repeat(columns))?;
        }
    }
    Ok(())
}

/// Preformatted lines between fences longer than any run of backquotes in them.
fn code(out: &mut String, margin: &str, words: &[Word]) -> fmt::Result {
    let mut text = String::new();
    for word in words {
        match word {
            Word::Text(safe, _) => text.push_str(safe.as_str()),
            Word::Break => text.push('\n'),
            Word::Note(_) => {}
        }
    }
    let fence = "`".repeat(3.max(longest_backquotes(&text) + 1));
    for line in std::iter::once(fence.as_str()).chain(text.lines()).chain([fence.as_str()]) {
        writeln!(out, "{margin}{line}")?;
    }
    Ok(())
}

fn inline(words: &[Word], line_break: &str) -> String {
    let mut line = String::new();
    for word in words {
        match word {
            Word::Text(text, style) => {
                let at_start = line.is_empty() || line.ends_with([']', '\n']);
                line.push_str(&styled(text.as_str(), *style, at_start));
            }
            Word::Break => line.push_str(line_break),
            Word::Note(number) => line.extend(["[^", &number.to_string(), "]"]),
        }
    }
    line
}

/// Emphasis stands close to its words, or it would be no emphasis.
fn styled(text: &str, style: RunStyle, at_start: bool) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let before = text.get(..text.len() - text.trim_start().len()).unwrap_or_default();
    let after = text.get(text.trim_end().len()..).unwrap_or_default();
    let mut marks = String::new();
    marks.push_str(if style.strike { "~~" } else { "" });
    marks.push_str(if style.bold { "**" } else { "" });
    marks.push_str(if style.italic { "*" } else { "" });
    let closing: String = marks.chars().rev().collect();
    let words = if style.code { code_span(inner) } else { escaped_at(inner, at_start) };
    format!("{before}{marks}{words}{closing}{after}")
}

/// Between backquotes of which no run in it is as long; escaped instead where a bar would end a table's cell.
fn code_span(text: &str) -> String {
    if text.contains('|') {
        return escaped(text);
    }
    let quotes = "`".repeat(longest_backquotes(text) + 1);
    let space = if text.contains('`') { " " } else { "" };
    format!("{quotes}{space}{text}{space}{quotes}")
}

fn longest_backquotes(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

fn escaped(text: &str) -> String {
    escaped_at(text, true)
}

/// Every sign that Markdown could take for its own gets a backslash; what counts only at a line's start (or, as a colon,
/// behind the number of a note), only there.
fn escaped_at(text: &str, mut at_start: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let number_may_start = at_start;
    for c in text.chars() {
        let always = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '!'
        );
        let first = at_start && matches!(c, '#' | '+' | '-' | '=' | ':');
        let numbered = number_may_start && matches!(c, '.' | ')') && is_number(&out);
        if always || first || numbered {
            out.push('\\');
        }
        out.push(c);
        at_start = at_start && c == ' ';
    }
    out
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
