//! Records as a table: aligned columns for a person, JSON, TSV or Markdown for what reads on.

use std::io;

use serde::Serialize;

use super::json;
use super::options::TableFormat;
use super::output::{Output, Style};
use crate::text::Safe;
use crate::text::width::{pad_end, pad_start, width};

/// What stands between two columns.
const GAP: usize = 2;

/// The narrowest that a column which gives way becomes.
const NARROWEST: usize = 12;

/// A column as a person sees it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    heading: Safe,
    /// Columns of the terminal that it takes at most.
    most: usize,
    /// Whether it takes the room that the others leave, on a terminal.
    gives_way: bool,
    /// Whether it holds numbers.
    numbers: bool,
    style: Style,
}

impl Column {
    /// A column of text that takes `most` columns of the terminal at most.
    pub(super) fn new(heading: &str, most: usize) -> Self {
        let heading = Safe::new(heading);
        Self { heading, most, gives_way: false, numbers: false, style: Style::Plain }
    }

    /// A column of numbers.
    pub(super) fn numbers(heading: &str) -> Self {
        Self { numbers: true, ..Self::new(heading, 12) }
    }

    /// The same, but it shrinks where the terminal is narrow and grows where it is wide.
    pub(super) fn giving_way(self) -> Self {
        Self { gives_way: true, ..self }
    }

    /// The same, in a style.
    pub(super) fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

/// A record and its cells as a person sees them.
#[derive(Clone, Debug)]
pub(super) struct Row<R> {
    /// What JSON and TSV show.
    pub(super) record: R,
    /// One for each column.
    pub(super) cells: Vec<String>,
}

/// Writes a table in a format.
pub(super) fn write<R: Serialize>(
    output: &mut Output,
    format: TableFormat,
    columns: &[Column],
    rows: &[Row<R>],
) -> io::Result<()> {
    match format {
        TableFormat::Text => text(output, columns, rows),
        TableFormat::Json => {
            let records: Vec<&R> = rows.iter().map(|row| &row.record).collect();
            output.json_array(&records)
        }
        TableFormat::Jsonl => rows.iter().try_for_each(|row| output.json(&row.record)),
        TableFormat::Tsv => tsv(output, rows),
        TableFormat::Markdown => markdown(output, columns, rows),
    }
}

fn text<R>(output: &mut Output, columns: &[Column], rows: &[Row<R>]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let cells: Vec<Vec<Safe>> = rows.iter().map(|row| safe(&row.cells)).collect();
    let widths = widths(columns, &cells, output.screen.map(|screen| screen.columns));
    let cut = output.screen.is_some();
    let headings: Vec<Safe> = columns.iter().map(|column| column.heading.clone()).collect();
    let heading_row = std::iter::once((&headings, true));
    for (row, is_heading) in heading_row.chain(cells.iter().map(|row| (row, false))) {
        let mut parts = Vec::with_capacity(row.len() * 2);
        for (place, ((cell, column), &room)) in row.iter().zip(columns).zip(&widths).enumerate() {
            let is_last = place + 1 == row.len();
            let fits = width(cell.as_str()) <= room;
            let shown = match (fits || cut, is_last && !column.numbers) {
                (true, true) if fits => cell.clone(),
                (true, _) if column.numbers => pad_start(cell, room),
                (true, _) => pad_end(cell, room),
                (false, _) => cell.clone(),
            };
            let style = if is_heading { Style::Bold } else { column.style };
            parts.push((shown, style));
            if !is_last {
                parts.push((Safe::new("  "), Style::Plain));
            }
        }
        output.line(&parts)?;
    }
    Ok(())
}

/// How wide each column is: as its widest cell, at most its bound; on a terminal, those that give
/// way share what is left.
fn widths(columns: &[Column], cells: &[Vec<Safe>], screen: Option<usize>) -> Vec<usize> {
    let widest = |place: usize, column: &Column| {
        let of_cells = cells.iter().filter_map(|row| row.get(place));
        let widest = of_cells.map(|cell| width(cell.as_str())).max().unwrap_or_default();
        widest.max(width(column.heading.as_str()))
    };
    let wanted: Vec<usize> = columns.iter().enumerate().map(|(p, c)| widest(p, c)).collect();
    let Some(screen) = screen else {
        return wanted.iter().zip(columns).map(|(&w, column)| w.min(column.most)).collect();
    };
    let firm = |&(&wanted, column): &(&usize, &Column)| {
        if column.gives_way { 0 } else { wanted.min(column.most) }
    };
    let taken: usize = wanted.iter().zip(columns).map(|pair| firm(&pair)).sum();
    let gaps = GAP * columns.len().saturating_sub(1);
    let elastic = columns.iter().filter(|column| column.gives_way).count().max(1);
    // One column stays free: a terminal that wraps early shows no torn lines.
    let share = screen.saturating_sub(taken + gaps + 1) / elastic;
    let fitted = |(&wanted, column): (&usize, &Column)| {
        if column.gives_way { wanted.min(share.max(NARROWEST)) } else { wanted.min(column.most) }
    };
    wanted.iter().zip(columns).map(fitted).collect()
}

fn tsv<R: Serialize>(output: &mut Output, rows: &[Row<R>]) -> io::Result<()> {
    for (place, row) in rows.iter().enumerate() {
        let cells = json::cells(&row.record)?;
        if place == 0 {
            let names: Vec<&str> = cells.iter().map(|(name, _)| name.as_str()).collect();
            output.raw(names.join("\t").as_bytes())?;
            output.raw(b"\n")?;
        }
        let values: Vec<&str> = cells.iter().map(|(_, value)| value.as_str()).collect();
        output.raw(values.join("\t").as_bytes())?;
        output.raw(b"\n")?;
    }
    Ok(())
}

fn markdown<R>(output: &mut Output, columns: &[Column], rows: &[Row<R>]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
    let rules: Vec<&str> = columns.iter().map(|c| if c.numbers { "--:" } else { "---" }).collect();
    output.plain(&format!("| {} |", headings.join(" | ")))?;
    output.plain(&format!("|{}|", rules.join("|")))?;
    for row in rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| markdown_cell(cell)).collect();
        output.plain(&format!("| {} |", cells.join(" | ")))?;
    }
    Ok(())
}

/// A cell whose characters mean nothing to Markdown.
fn markdown_cell(cell: &str) -> String {
    let mut escaped = String::with_capacity(cell.len());
    for c in Safe::new(cell).as_str().chars() {
        if matches!(c, '\\' | '|' | '*' | '_' | '[' | ']' | '`' | '<' | '>' | '#' | '!' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn safe(cells: &[String]) -> Vec<Safe> {
    cells.iter().map(|cell| Safe::new(cell)).collect()
}
