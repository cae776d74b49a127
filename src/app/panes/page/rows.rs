//! The rows of a country page: what each line of the summary looks like, and where it leads.

use super::Leads;
use crate::app::context::Context;
use crate::app::labels;
use crate::app::theme::Face;
use crate::library::KeptNote;
use crate::model::{
    Argument, Citation, CountryCode, DateBasis, Novelty, SectionKind, Summary, SummaryLine,
};
use crate::text::{Safe, width, wrap};

/// Lines that one entry takes at most.
const MOST_LINES: usize = 4;

/// One entry of the page, in as many lines as it needs.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) lines: Vec<Vec<(Safe, Face)>>,
    pub(super) leads: Leads,
    /// The rank of the line of the summary that it says.
    pub(super) rank: Option<usize>,
}

impl Row {
    /// A row that the cursor skips.
    pub(super) fn still(lines: Vec<Vec<(Safe, Face)>>) -> Self {
        Self { lines, leads: Leads::Nowhere, rank: None }
    }

    /// Whether the cursor may rest on it.
    pub(super) fn rests(&self) -> bool {
        self.leads != Leads::Nowhere
    }
}

/// The reader's notes on the briefs of a country, under a heading.
pub(super) fn on_briefs(country: CountryCode, columns: usize, context: &Context<'_>) -> Vec<Row> {
    let briefs = context.library.about(country);
    let notes = briefs.flat_map(|brief| context.notes.of_brief(&brief.id));
    let rows: Vec<Row> = notes.map(|kept| noted(kept, columns, context)).collect();
    if rows.is_empty() {
        return rows;
    }
    let heading = Row::still(vec![vec![(context.say("page-notes-on-briefs"), Face::Heading)]]);
    std::iter::once(heading).chain(rows).collect()
}

/// A note in a line: its first words, and the brief that it is on.
pub(super) fn noted(kept: &KeptNote, columns: usize, context: &Context<'_>) -> Row {
    let subject = &kept.note.subject;
    let brief = subject.brief().and_then(|id| context.library.brief(id));
    let about = brief.map(|brief| format!(" {} {}", context.glyphs.dot, brief.title));
    let sign = Safe::new(&format!(" {} ", context.glyphs.note));
    let room = columns.saturating_sub(width::width(sign.as_str()));
    let words = width::truncate(&Safe::new(kept.note.first_line()), room);
    let left = room.saturating_sub(width::width(words.as_str()));
    let about = width::truncate(&Safe::new(&about.unwrap_or_default()), left);
    let line = vec![(sign, Face::Key), (words, Face::Text), (about, Face::Dim)];
    Row { lines: vec![line], leads: Leads::Note(subject.clone()), rank: None }
}

/// The briefs cited on a page, numbered in the order of their first citation.
pub(super) struct Sources(Vec<Citation>);

impl Sources {
    /// The sources of a page.
    pub(super) fn of(summary: &Summary) -> Self {
        let mut sources: Vec<Citation> = Vec::new();
        for citation in summary.citations() {
            if !sources.iter().any(|known| known.id == citation.id) {
                sources.push(citation.clone());
            }
        }
        Self(sources)
    }

    /// The numbers of a line's sources, as `[1][3]`.
    fn numbers(&self, line: &SummaryLine) -> String {
        let mut numbers: Vec<usize> = line
            .citations
            .iter()
            .filter_map(|citation| self.0.iter().position(|known| known.id == citation.id))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().fold(String::new(), |line, number| format!("{line}[{}]", number + 1))
    }

    /// The list below the page.
    pub(super) fn rows(&self, context: &Context<'_>) -> Vec<Row> {
        let row = |(index, citation): (usize, &Citation)| {
            let brief = context.library.brief(&citation.id);
            let source = brief.and_then(|brief| brief.source.clone());
            let source = source.unwrap_or_else(|| citation.file.as_str().to_owned());
            let date = match brief.and_then(|brief| brief.date) {
                Some(date) if date.basis == DateBasis::Inferred => {
                    format!("~ {}", context.words.date(date.value))
                }
                Some(date) => context.words.date(date.value),
                None => context.words.text("no-date"),
            };
            let title = brief.map(|brief| context.title(brief)).unwrap_or_default();
            let text = Safe::new(&format!("[{}] {source}, {date} ", index + 1));
            Row {
                lines: vec![vec![(text, Face::Dim), (title, Face::Dim)]],
                leads: Leads::Brief(citation.id.clone()),
                rank: None,
            }
        };
        self.0.iter().enumerate().map(row).collect()
    }
}

/// What the page was compiled from, in a line or two.
pub(super) fn scope_lines(
    summary: &Summary,
    columns: usize,
    context: &Context<'_>,
) -> Vec<Vec<(Safe, Face)>> {
    let scope = &summary.scope;
    let mut parts = vec![context.count("page-briefs", scope.briefs).as_str().to_owned()];
    if let (Some(oldest), Some(newest)) = (scope.oldest, scope.newest) {
        let [oldest, newest] =
            [oldest, newest].map(|date| Argument::Text(context.words.date(date)));
        parts.push(context.words.with("page-period", &[("from", oldest), ("to", newest)]));
    }
    if scope.undated > 0 {
        parts.push(context.count("page-undated", scope.undated).as_str().to_owned());
    }
    let mut text = parts.join(&format!(" {} ", context.glyphs.dot));
    if !scope.sources.is_empty() {
        let sources: Vec<String> =
            scope.sources.iter().take(5).map(|(name, many)| format!("{name} ({many})")).collect();
        let sources = Argument::Text(sources.join(", "));
        text = format!("{text}. {}", context.words.with("page-sources", &[("sources", sources)]));
    }
    let text = Safe::new(&text);
    let lines = wrap::wrap(text.as_str(), columns).into_iter().take(3);
    lines.map(|line| vec![(text.slice(line), Face::Dim)]).collect()
}

/// The heading of a section, with the number of lines that are folded away at first.
pub(super) fn heading(kind: SectionKind, more: usize, open: bool, context: &Context<'_>) -> Row {
    let name = context.say(labels::section(kind));
    let mut line = vec![(name, Face::Heading)];
    if more > 0 {
        let sign = if open { " -" } else { " +" };
        line.push((Safe::new(&format!(" ({more}){sign}")), Face::Dim));
    }
    let leads = if more > 0 { Leads::Fold(kind) } else { Leads::Nowhere };
    Row { lines: vec![line], leads, rank: None }
}

/// One line of the page: its date, its words, its sources.
pub(super) fn entry(
    line: &SummaryLine,
    sources: &Sources,
    columns: usize,
    context: &Context<'_>,
) -> Row {
    let date_columns = context.words.list_date_width() + 2;
    let date = match line.date {
        _ if line.tells_its_day() => String::new(),
        Some(date) => {
            let sign = if date.basis == DateBasis::Inferred { "~" } else { " " };
            format!("{sign}{}", context.words.list_date(date.value, context.today))
        }
        None => format!(" {}", context.words.text("no-date-short")),
    };
    let date = width::pad_end(&Safe::new(&date), date_columns);
    let sign = line.novelty.map_or("", |novelty| match novelty {
        Novelty::New => "+ ",
        Novelty::Changed => "~ ",
        Novelty::Withdrawn => "- ",
    });
    let words = Safe::new(&format!("{sign}{}", context.words.line_in_full(line)));
    let numbers = Safe::new(&format!(" {}", sources.numbers(line)));
    let room = columns.saturating_sub(date_columns + width::width(numbers.as_str())).max(20);
    let ranges = wrap::wrap(words.as_str(), room);
    let cut = ranges.len() > MOST_LINES;
    let shown = ranges.len().min(MOST_LINES);
    let blank = Safe::new(" ").repeat(date_columns);
    let mut lines: Vec<Vec<(Safe, Face)>> = Vec::new();
    for (index, range) in ranges.into_iter().take(shown).enumerate() {
        let before = if index == 0 { date.clone() } else { blank.clone() };
        let mut pieces = vec![(before, Face::Dim), (words.slice(range), Face::Text)];
        if index + 1 == shown {
            if cut {
                pieces.push((Safe::new(context.glyphs.ellipsis), Face::Dim));
            }
            pieces.push((numbers.clone(), Face::Key));
        }
        lines.push(pieces);
    }
    let citation = line.citations.first().cloned();
    let leads = citation.map_or(Leads::Nowhere, Leads::Citation);
    Row { lines, leads, rank: Some(line.rank) }
}
