//! The country page: what the briefs say about a country, each line pointing to its sentence.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::labels;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::library::KeptNote;
use crate::model::{
    Argument, BriefId, Citation, CountryCode, DateBasis, Phrase, SectionKind, Subject, Summary,
    SummaryLine,
};
use crate::text::{Safe, width, wrap};

/// A country's page.
#[derive(Clone, Debug)]
pub(in crate::app) struct PagePane {
    country: CountryCode,
    summary: Option<Arc<Summary>>,
    unfolded: Vec<SectionKind>,
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    set_for: Option<u16>,
    /// The request that its contents are waited for from.
    pub(in crate::app) awaited: u64,
}

/// One entry of the page, in as many lines as it needs.
#[derive(Clone, Debug)]
struct Row {
    lines: Vec<Vec<(Safe, Face)>>,
    leads: Leads,
}

/// Where Enter leads from a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Leads {
    /// Nowhere: the cursor skips it.
    Nowhere,
    /// To the sentence a line came from.
    Citation(Citation),
    /// To a brief.
    Brief(BriefId),
    /// A section opens or closes.
    Fold(SectionKind),
    /// To a note of the reader's.
    Note(Subject),
}

/// Sections that are closed at first: whoever wants them asks.
const FOLDED: [SectionKind; 2] = [SectionKind::Timeline, SectionKind::Partners];

/// Lines that one entry takes at most.
const MOST_LINES: usize = 4;

impl PagePane {
    /// The page of a country, to be filled when it is compiled.
    pub(in crate::app) fn new(country: CountryCode, awaited: u64) -> Self {
        Self {
            country,
            awaited,
            summary: None,
            unfolded: Vec::new(),
            rows: Vec::new(),
            cursor: Cursor::default(),
            area: Rect::default(),
            set_for: None,
        }
    }

    /// The country.
    pub(in crate::app) fn country(&self) -> CountryCode {
        self.country
    }

    /// What it shows.
    pub(in crate::app) fn summary(&self) -> Option<&Arc<Summary>> {
        self.summary.as_ref()
    }

    /// Fills it; the cursor stays where it was.
    pub(in crate::app) fn fill(&mut self, summary: Arc<Summary>, context: &Context<'_>) {
        let first = self.summary.is_none();
        self.summary = Some(summary);
        self.set(context);
        if first {
            // What the reader wrote is known to the reader: the page begins with what it says.
            let is_news = |row: &Row| row.rests() && !matches!(row.leads, Leads::Note(_));
            self.cursor.place(self.rows.iter().position(is_news).unwrap_or(0));
        }
    }

    /// Moves the cursor; returns whether it moved.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        let rows = &self.rows;
        self.cursor.step(motion, rows.len(), |row| rows.get(row).is_some_and(Row::rests))
    }

    /// A click on a row of the screen.
    pub(in crate::app) fn click(&mut self, y: u16) -> Click {
        let rows = &self.rows;
        let rows_of = |row: usize| rows.get(row).map_or(1, |row| row.lines.len());
        let rests = |row: usize| rows.get(row).is_some_and(Row::rests);
        let Some(line) = y.checked_sub(self.area.y) else { return Click::Missed };
        self.cursor.click(line, rows.len(), rows_of, rests)
    }

    /// Where Enter leads.
    pub(in crate::app) fn open(&mut self, context: &Context<'_>) -> Leads {
        let leads = self.rows.get(self.cursor.at()).map_or(Leads::Nowhere, |row| row.leads.clone());
        if let Leads::Fold(section) = leads {
            let before = self.unfolded.len();
            self.unfolded.retain(|&open| open != section);
            if self.unfolded.len() == before {
                self.unfolded.push(section);
            }
            self.set(context);
        }
        leads
    }

    /// The sentence under the cursor.
    pub(in crate::app) fn citation(&self) -> Option<&Citation> {
        match &self.rows.get(self.cursor.at())?.leads {
            Leads::Citation(citation) => Some(citation),
            _ => None,
        }
    }

    /// Fits the page to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect, context: &Context<'_>) {
        self.area = area;
        if self.set_for != Some(area.width) {
            self.set(context);
        }
        let rows = &self.rows;
        let height = usize::from(area.height);
        self.cursor.fit(rows.len(), height, |row| rows.get(row).map_or(1, |row| row.lines.len()));
    }

    /// Sets the page in rows.
    fn set(&mut self, context: &Context<'_>) {
        self.set_for = Some(self.area.width);
        self.rows.clear();
        let Some(summary) = self.summary.clone() else { return };
        let columns =
            usize::from(self.area.width.saturating_sub(2).min(context.settings.measure + 12));
        self.rows.push(Row::still(scope_lines(&summary, columns, context)));
        let on_country = context.notes.of_country(self.country);
        self.rows.extend(on_country.map(|kept| noted(kept, columns, context)));
        let sources = Sources::of(&summary);
        for section in &summary.sections {
            let foldable = FOLDED.contains(&section.kind);
            let open = !foldable || self.unfolded.contains(&section.kind);
            self.rows.push(heading(section.kind, section.lines.len(), foldable, open, context));
            if open {
                let lines = section.lines.iter();
                self.rows.extend(lines.map(|line| entry(line, &sources, columns, context)));
            }
        }
        self.rows.extend(on_briefs(self.country, columns, context));
        self.rows.push(Row::still(vec![Vec::new()]));
        self.rows.extend(sources.rows(context));
    }

    /// Sets the page anew after notes changed; the cursor stays on its row, as far as it can.
    pub(in crate::app) fn refresh(&mut self, context: &Context<'_>) {
        self.set(context);
    }

    /// Paints the page.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        if self.summary.is_none() {
            canvas.put(
                area.x + 2,
                area.y + 1,
                area.width,
                &context.say("page-compiling"),
                Face::Dim,
            );
            return;
        }
        let mut y = area.top();
        for index in self.cursor.in_sight(self.rows.len()) {
            let Some(row) = self.rows.get(index) else { break };
            for (number, line) in row.lines.iter().enumerate() {
                if y >= area.bottom() {
                    return;
                }
                if index == self.cursor.at() && number == 0 {
                    canvas.sign(area.x, y, canvas.glyphs.cursor, Face::Key);
                }
                let mut x = area.x + 1;
                for (text, face) in line {
                    x += canvas.put(x, y, area.right().saturating_sub(x), text, *face);
                }
                if index == self.cursor.at() {
                    let taken = Rect::new(area.x + 1, y, x.saturating_sub(area.x + 1), 1);
                    canvas.tint(taken, Face::Cursor);
                }
                y += 1;
            }
        }
    }
}

impl Row {
    /// A row that the cursor skips.
    fn still(lines: Vec<Vec<(Safe, Face)>>) -> Self {
        Self { lines, leads: Leads::Nowhere }
    }

    /// Whether the cursor may rest on it.
    fn rests(&self) -> bool {
        self.leads != Leads::Nowhere
    }
}

/// The reader's notes on the briefs of a country, under a heading.
fn on_briefs(country: CountryCode, columns: usize, context: &Context<'_>) -> Vec<Row> {
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
fn noted(kept: &KeptNote, columns: usize, context: &Context<'_>) -> Row {
    let subject = &kept.note.subject;
    let brief = subject.brief().and_then(|id| context.library.brief(id));
    let about = brief.map(|brief| format!(" {} {}", context.glyphs.dot, brief.title));
    let sign = Safe::new(&format!(" {} ", context.glyphs.note));
    let room = columns.saturating_sub(width::width(sign.as_str()));
    let words = width::truncate(&Safe::new(kept.note.first_line()), room);
    let left = room.saturating_sub(width::width(words.as_str()));
    let about = width::truncate(&Safe::new(&about.unwrap_or_default()), left);
    let line = vec![(sign, Face::Key), (words, Face::Text), (about, Face::Dim)];
    Row { lines: vec![line], leads: Leads::Note(subject.clone()) }
}

/// The briefs cited on a page, numbered in the order of their first citation.
struct Sources(Vec<Citation>);

impl Sources {
    /// The sources of a page.
    fn of(summary: &Summary) -> Self {
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
    fn rows(&self, context: &Context<'_>) -> Vec<Row> {
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
            }
        };
        self.0.iter().enumerate().map(row).collect()
    }
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

/// The heading of a section.
fn heading(
    kind: SectionKind,
    lines: usize,
    foldable: bool,
    open: bool,
    context: &Context<'_>,
) -> Row {
    let name = context.say(labels::section(kind));
    let mut line = vec![(name, Face::Heading)];
    if foldable {
        let sign = if open { " -" } else { " +" };
        line.push((Safe::new(&format!(" ({lines}){sign}")), Face::Dim));
    }
    let leads = if foldable { Leads::Fold(kind) } else { Leads::Nowhere };
    Row { lines: vec![line], leads }
}

/// One line of the page: its date, its words, its sources.
fn entry(line: &SummaryLine, sources: &Sources, columns: usize, context: &Context<'_>) -> Row {
    let date_columns = context.words.list_date_width() + 2;
    let date = match line.date {
        Some(date) => {
            let sign = if date.basis == DateBasis::Inferred { "~" } else { " " };
            format!("{sign}{}", context.words.list_date(date.value, context.today))
        }
        None => format!(" {}", context.words.text("no-date-short")),
    };
    let date = width::pad_end(&Safe::new(&date), date_columns);
    let words = match &line.text {
        Phrase::Verbatim(text) => Safe::new(text),
        Phrase::Partner(code, briefs) => Safe::new(&labels::partner(context.words, *code, *briefs)),
    };
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
    Row { lines, leads: citation.map_or(Leads::Nowhere, Leads::Citation) }
}
