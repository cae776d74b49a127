//! The page of a country, or of the relation of two, in rows: what each line of the summary looks like.

use super::Leads;
use super::news::news_lines;
use super::rows::{Row, Sources, noted, on_briefs};
use crate::app::context::Context;
use crate::app::labels;
use crate::app::theme::Face;
use crate::model::{Argument, CountryCode, DateBasis, Novelty, SectionKind, Summary, SummaryLine};
use crate::text::{Safe, width, wrap};

/// Rows of lines and headings that are open at first: what a person reads in a minute.
const FIRST_ROWS: usize = 20;
/// Lines that one entry takes at most.
const MOST_LINES: usize = 4;

/// All rows, of sections as far as they are open.
pub(super) fn rows(
    summary: &Summary,
    (unfolded, period_key): (&[SectionKind], &str),
    columns: usize,
    context: &Context<'_>,
) -> Vec<Row> {
    let mut rows = vec![
        Row::still(news_lines(summary, period_key, columns, context)),
        Row::still(scope_lines(summary, columns, context)),
    ];
    if summary.with.is_none() {
        let on_country = context.notes.of_country(summary.country);
        rows.extend(on_country.map(|kept| noted(kept, columns, context)));
    }
    if summary.sections.is_empty() && summary.with.is_some() {
        rows.push(Row::still(vec![vec![(context.say("pair-none"), Face::Text)]]));
    }
    let sources = Sources::of(summary.citations());
    let first = summary.first_screen(FIRST_ROWS);
    for section in &summary.sections {
        let open = unfolded.contains(&section.kind);
        let is_first = |line: &&SummaryLine| first.contains(&line.rank);
        let more = section.lines.len() - section.lines.iter().filter(is_first).count();
        rows.push(heading(section.kind, more, open, context));
        let shown = section.lines.iter().filter(|line| open || is_first(line));
        let by_partner = summary.by_partner && section.kind.is_by_partner();
        let mut partner = None;
        for line in shown {
            // What concerns several partners stands under a heading of its own.
            let under = by_partner.then(|| line.partner(summary.country));
            if let Some(of) = under.filter(|_| under != partner) {
                rows.push(partner_heading(of, context));
                partner = under;
            }
            rows.push(entry(line, &sources, columns, context));
        }
    }
    if summary.with.is_none() {
        rows.extend(on_briefs(summary.country, columns, context));
    }
    rows.push(Row::still(vec![Vec::new()]));
    rows.extend(sources.rows(context));
    rows
}

fn partner_heading(partner: Option<CountryCode>, context: &Context<'_>) -> Row {
    let name = match partner {
        Some(code) => Safe::new(&context.words.country(code)),
        None => context.say("by-partner-none"),
    };
    Row::still(vec![vec![(Safe::new(" "), Face::Text), (name, Face::Strong)]])
}

/// What the page was compiled from, in a line or two.
fn scope_lines(summary: &Summary, columns: usize, context: &Context<'_>) -> Vec<Vec<(Safe, Face)>> {
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
fn heading(kind: SectionKind, more: usize, open: bool, context: &Context<'_>) -> Row {
    let name = context.say(labels::section(kind));
    let mut line = vec![(name, Face::Heading)];
    if more > 0 {
        let sign = if open { " -" } else { " +" };
        line.push((Safe::new(&format!(" ({more}){sign}")), Face::Dim));
    }
    let leads = if more > 0 { Leads::Fold(kind) } else { Leads::Nowhere };
    Row::leading(vec![line], leads)
}

/// One line of the page: its date, its words, its sources.
fn entry(line: &SummaryLine, sources: &Sources, columns: usize, context: &Context<'_>) -> Row {
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
    Row::saying(line, lines)
}
