//! Records as a table: aligned columns for a person, JSON, TSV or Markdown for what reads on.

use std::io;

use serde::Serialize;

use super::json;
use super::options::TableFormat;
use super::output::{Output, Style};
use crate::text::Safe;
use crate::text::width::{pad_end, pad_start, width};

/// Blanks between two columns.
const GAP: usize = 2;

/// The narrowest that a column which gives way becomes.
const NARROWEST: usize = 8;

/// Where those that give way have less room than this, columns that can be spared are left out.
const COMFORT: usize = 44;

/// A column as a person sees it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    heading: Safe,
    /// Columns of the terminal that it takes at most.
    most: usize,
    /// On a terminal, its share of the room that firm columns leave; 0 for a firm one.
    share: usize,
    /// Whether it can be left out on a narrow terminal.
    spare: bool,
    /// Whether its end matters more than its start.
    keeps_end: bool,
    /// Whether it holds numbers.
    numbers: bool,
    style: Style,
}

impl Column {
    /// A column of text that takes `most` columns of the terminal at most.
    pub(super) fn new(heading: &str, most: usize) -> Self {
        let heading = Safe::new(heading);
        let (spare, keeps_end, numbers) = (false, false, false);
        Self { heading, most, share: 0, spare, keeps_end, numbers, style: Style::Plain }
    }

    /// A column of numbers.
    pub(super) fn numbers(heading: &str) -> Self {
        Self { numbers: true, ..Self::new(heading, 12) }
    }

    /// The same, but it shrinks and grows with the terminal, by its share among such columns.
    pub(super) fn sharing(self, share: usize) -> Self {
        Self { share, ..self }
    }

    /// The same, but it is left out on a narrow terminal.
    pub(super) fn spare(self) -> Self {
        Self { spare: true, ..self }
    }

    /// The same, faint, and cut at its start where it is too long: for paths.
    pub(super) fn path(self) -> Self {
        Self { keeps_end: true, style: Style::Faint, ..self }
    }

    /// A cell in exactly `room` columns.
    fn fit(&self, cell: &Safe, room: usize) -> Safe {
        if self.numbers {
            pad_start(cell, room)
        } else if self.keeps_end {
            pad_end(&cut_start(cell, room), room)
        } else {
            pad_end(cell, room)
        }
    }
}

/// The end of a text, with `…` before it where it is too long.
fn cut_start(text: &Safe, room: usize) -> Safe {
    if width(text.as_str()) <= room {
        return text.clone();
    }
    let ends = text.as_str().char_indices().map(|(at, _)| text.slice(at..text.len()));
    let end = ends.into_iter().find(|end| width(end.as_str()) < room).unwrap_or_default();
    Safe::join([&Safe::new("…"), &end], &Safe::default())
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
    let headings: Vec<Safe> = columns.iter().map(|column| column.heading.clone()).collect();
    let cells = rows.iter().map(|row| row.cells.iter().map(|cell| Safe::new(cell)).collect());
    let lines: Vec<Vec<Safe>> = std::iter::once(headings).chain(cells).collect();
    let wanted = wanted(columns, &lines);
    let widths = match output.screen {
        Some(screen) => on_screen(columns, &wanted, screen.columns),
        None => wanted.iter().zip(columns).map(|(&w, c)| Some(w.min(c.most))).collect(),
    };
    let cut = output.screen.is_some();
    for (number, line) in lines.iter().enumerate() {
        let mut parts = Vec::with_capacity(line.len() * 2);
        for ((cell, column), room) in line.iter().zip(columns).zip(&widths) {
            let Some(room) = *room else { continue };
            let fits = cut || width(cell.as_str()) <= room;
            let shown = if fits { column.fit(cell, room) } else { cell.clone() };
            parts.push((shown, if number == 0 { Style::Bold } else { column.style }));
            parts.push((Safe::new("  "), Style::Plain));
        }
        output.line(&parts)?;
    }
    Ok(())
}

/// How wide the widest cell of each column is.
fn wanted(columns: &[Column], lines: &[Vec<Safe>]) -> Vec<usize> {
    let mut wanted = vec![0; columns.len()];
    for line in lines {
        for (widest, cell) in wanted.iter_mut().zip(line) {
            *widest = width(cell.as_str()).max(*widest);
        }
    }
    wanted
}

/// How wide each column is on a screen; `None` for one that is left out.
fn on_screen(columns: &[Column], wanted: &[usize], screen: usize) -> Vec<Option<usize>> {
    let with_spare = room_to_share(columns, wanted, screen, true);
    let keep_spare = with_spare >= COMFORT;
    let room = if keep_spare { with_spare } else { room_to_share(columns, wanted, screen, false) };
    let sharing = || columns.iter().zip(wanted).filter(|(column, _)| column.share > 0);
    let shares: usize = sharing().map(|(column, _)| column.share).sum();
    let part = |column: &Column, room: usize, shares: usize| room * column.share / shares.max(1);
    // What one leaves of its share goes to the others.
    let modest = |&(column, wanted): &(&Column, &usize)| *wanted <= part(column, room, shares);
    let taken: usize = sharing().filter(modest).map(|(_, wanted)| *wanted).sum();
    let eager: usize = sharing().filter(|pair| !modest(pair)).map(|(c, _)| c.share).sum();
    let roomof = |pair: (&Column, &usize)| {
        let (column, &wanted) = pair;
        match column.share {
            0 if column.spare && !keep_spare => None,
            0 => Some(wanted.min(column.most)),
            _ if modest(&pair) => Some(wanted),
            _ => Some(part(column, room.saturating_sub(taken), eager).max(NARROWEST)),
        }
    };
    columns.iter().zip(wanted).map(roomof).collect()
}

/// What firm columns and gaps leave of a screen.
fn room_to_share(columns: &[Column], wanted: &[usize], screen: usize, spare: bool) -> usize {
    let kept = columns.iter().zip(wanted).filter(|(column, _)| spare || !column.spare);
    let needs = kept.map(|(column, &wanted)| match column.share {
        0 => wanted.min(column.most) + GAP,
        _ => GAP,
    });
    // One column stays free: a terminal that wraps early shows no torn lines.
    (screen + GAP).saturating_sub(needs.sum::<usize>() + 1)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> [Column; 4] {
        [
            Column::new("Date", 10),
            Column::new("Title", 64).sharing(2),
            Column::new("Source", 14).spare(),
            Column::new("File", 32).path().sharing(1),
        ]
    }

    #[test]
    fn columns_share_what_the_screen_leaves() {
        let wanted = [10, 90, 30, 40];
        let sum = |screen| {
            let widths = on_screen(&columns(), &wanted, screen);
            let kept: Vec<usize> = widths.iter().flatten().copied().collect();
            (widths[2].is_some(), kept.iter().sum::<usize>() + GAP * (kept.len() - 1))
        };
        assert_eq!(sum(160), (true, 159));
        let (keeps_source, taken) = sum(60);
        assert!(!keeps_source && taken < 60, "{taken}");
        // A modest column leaves its share to the other.
        assert_eq!(on_screen(&columns(), &[10, 90, 5, 8], 101)[1], Some(71));
    }

    #[test]
    fn a_path_keeps_its_end() {
        assert_eq!(cut_start(&Safe::new("viet-nam/macron.txt"), 11).as_str(), "…macron.txt");
        assert_eq!(cut_start(&Safe::new("a.txt"), 11).as_str(), "a.txt");
        assert_eq!(cut_start(&Safe::new("外交.txt"), 6).as_str(), "….txt");
    }

    #[test]
    fn markdown_means_nothing_within_a_cell() {
        assert_eq!(markdown_cell("a|b *c* [d](e)\u{1b}"), "a\\|b \\*c\\* \\[d\\](e)␛");
    }
}
