//! Several dispatches in one file: where one ends and the next begins.
//!
//! A rule or a sign-off alone parts nothing: it may set off a scene, a table or a list. What follows must show that it
//! is a dispatch of its own, and the fainter the mark, the more it must show. Only a wire's opening mark is enough.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::dateline::dateline;
use super::header::{Rank, byline, date_line};
use super::lines::Line;
use super::noise::{self, related_heading};
use super::patterns::Patterns;
use super::signoff;
use super::units::{Shape, Unit, units};
use crate::model::{Dropped, DroppedKind};
use crate::text::fold;

/// The lines of one dispatch.
#[derive(Debug, Default)]
pub(super) struct Part<'t> {
    pub lines: Vec<Line<'t>>,
    /// The marks that set it apart.
    pub dropped: Vec<Dropped>,
}

/// How what follows is set apart from what stands above it, the faintest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// A sign-off stands above it.
    #[default]
    SignOff,
    /// It begins a page of paper, as the middle of a text does too.
    Page,
    /// A short rule, as between scenes.
    ShortRule,
    /// A long rule, as between related stories too.
    LongRule,
    /// A rule that divides texts, or the mark that closes a dispatch on the wire.
    Divider,
    /// The mark that opens a dispatch on the wire.
    Opened,
}

/// A line that may set what follows apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Closes a dispatch on the wire.
    Closes,
    /// Opens one.
    Opens,
    /// A line drawn of one sign.
    Rule(Gap),
}

/// The lines between two gaps.
#[derive(Debug, Default)]
struct Piece<'t> {
    gap: Gap,
    /// The marks above it.
    marks: Vec<(Mark, Line<'t>)>,
    lines: Vec<Line<'t>>,
}

/// Finds the dispatches of a file: at least one part, in order. What stands on the lines of wire marks belongs to none.
pub(super) fn parts(lines: Vec<Line<'_>>) -> Vec<Part<'_>> {
    let pieces = pieces(lines);
    let openings: Vec<Opening> = match pieces.len() {
        0 | 1 => Vec::new(),
        _ => pieces.iter().map(Opening::of).collect(),
    };
    let mut found = vec![Part::default()];
    let mut above = Above::default();
    for (at, piece) in pieces.into_iter().enumerate() {
        let is_own = above.is_followed_by(openings.get(at..).unwrap_or_default());
        if is_own {
            above = Above::default();
        }
        if let Some(opening) = openings.get(at) {
            above.add(opening);
        }
        place(piece, is_own, &mut found);
    }
    found
}

/// Adds a piece to the last part, or to a new one.
fn place<'t>(piece: Piece<'t>, is_own: bool, found: &mut Vec<Part<'t>>) {
    let mut own = Part::default();
    for (mark, line) in piece.marks {
        let Some(last) = found.last_mut() else { return };
        let dropped = |kind| Dropped { line: line.number, kind, span: line.span };
        match mark {
            Mark::Opens if is_own => own.dropped.push(dropped(DroppedKind::Header)),
            Mark::Opens => last.dropped.push(dropped(DroppedKind::Header)),
            Mark::Rule(_) if !is_own => last.lines.push(line),
            Mark::Closes | Mark::Rule(_) => last.dropped.push(dropped(DroppedKind::SignOff)),
        }
    }
    own.lines = piece.lines;
    match found.last_mut() {
        Some(last) if !is_own => {
            last.lines.append(&mut own.lines);
            last.dropped.append(&mut own.dropped);
        }
        _ => found.push(own),
    }
}

/// Cuts a file at all that may set dispatches apart.
fn pieces(lines: Vec<Line<'_>>) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut open = Piece::default();
    for line in lines {
        let mark = mark(line.text);
        if mark.is_some() || line.after_feed {
            if !open.lines.is_empty() {
                found.push(std::mem::take(&mut open));
            }
            open.gap = open.gap.max(mark.map_or(Gap::Page, Mark::gap));
        }
        if let Some(mark) = mark {
            open.marks.push((mark, line));
            continue;
        }
        // No paragraph goes on over a mark that is taken out of it.
        let is_taken_out = |(mark, _): &(Mark, Line<'_>)| !matches!(mark, Mark::Rule(_));
        let after_mark = open.lines.is_empty() && open.marks.iter().any(is_taken_out);
        open.lines.push(Line { after_blank: line.after_blank || after_mark, ..line });
        if closes(line.text) {
            found.push(std::mem::take(&mut open));
        }
    }
    found.push(open);
    found
}

fn mark(text: &str) -> Option<Mark> {
    /// No mark of a wire is longer, in bytes.
    const LONGEST_MARK: usize = 8;
    let parting = &Patterns::get().parting;
    // Old wire frames its dispatches in control characters.
    let bare = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let word = bare.split_whitespace().next().unwrap_or_default();
    let is_one_of = |text: &str, marks: &HashSet<String>| {
        text.len() <= LONGEST_MARK && marks.contains(fold(text).as_str())
    };
    if bare.is_empty() || is_one_of(bare, &parting.closes) {
        return Some(Mark::Closes);
    }
    if is_one_of(word, &parting.opens) {
        return Some(Mark::Opens);
    }
    rule(bare)
}

/// A line drawn of one sign, close together or apart: "=====", "* * *".
fn rule(text: &str) -> Option<Mark> {
    const SHORTEST: usize = 3;
    const LONG: usize = 5;
    let parting = &Patterns::get().parting;
    let sign = text.chars().next().filter(|&sign| parting.rules.contains(sign))?;
    if !text.chars().all(|c| c == sign || c == ' ') {
        return None;
    }
    match text.chars().filter(|&c| c == sign).count() {
        ..SHORTEST => None,
        _ if parting.divides.contains(sign) => Some(Mark::Rule(Gap::Divider)),
        LONG.. => Some(Mark::Rule(Gap::LongRule)),
        _ => Some(Mark::Rule(Gap::ShortRule)),
    }
}

/// Whether a line ends a dispatch: with initials, with the names of those who wrote it.
fn closes(text: &str) -> bool {
    let in_brackets = text.starts_with(['(', '[']);
    signoff::is_sign_off(text)
        || in_brackets && signoff::is_credits(text)
        || signoff::trailing(text).is_some()
}

impl Mark {
    fn gap(self) -> Gap {
        match self {
            Self::Opens => Gap::Opened,
            Self::Closes => Gap::Divider,
            Self::Rule(gap) => gap,
        }
    }
}

/// What a piece shows of being a dispatch.
#[derive(Clone, Debug, Default)]
struct Opening {
    gap: Gap,
    /// The folded headline above its text.
    headline: Option<String>,
    /// Whether a dateline opens its text, and whether that names a date or an agency.
    sent: Option<bool>,
    /// The date line above its text.
    dated: Option<Rank>,
    /// Whether an agency stands alone above its text.
    has_agency: bool,
    /// Paragraphs of its text.
    paragraphs: usize,
    /// Whether a heading over other stories stands in it.
    has_related: bool,
}

impl Opening {
    fn of(piece: &Piece<'_>) -> Self {
        let mut units = units(&piece.lines);
        noise::mark(&mut units);
        let mut opening = Self { gap: piece.gap, ..Self::default() };
        for unit in &units {
            if related_heading(&unit.text).is_some() {
                opening.has_related = true;
                break;
            }
            if unit.is_kept() {
                opening.add(unit);
            }
        }
        opening
    }

    fn add(&mut self, unit: &Unit<'_>) {
        /// A dateline opens the first paragraph, or the one behind a standfirst.
        const BEFORE_DATELINE: usize = 1;
        let line = unit.lines.first().filter(|_| self.paragraphs <= BEFORE_DATELINE);
        let sent = line.and_then(|line| dateline(line.text));
        // A date before a dash is an entry of a chronology.
        if let Some(line) = sent.filter(|line| line.place.is_some() || line.agency.is_some()) {
            self.sent = self.sent.or(Some(line.agency.is_some() || line.date.is_some()));
            self.paragraphs += 1;
        } else if unit.shape == Shape::Prose || self.paragraphs > 0 {
            self.paragraphs += usize::from(unit.shape != Shape::Short);
        } else if let Some(line) = date_line(&unit.text) {
            self.dated = self.dated.max(Some(line.rank));
        } else if signoff::agency(&unit.text).is_some() {
            self.has_agency = true;
        } else if byline(&unit.text).is_none() {
            if self.headline.is_none() && is_headline(unit) {
                self.headline = Some(fold(&unit.text));
            } else {
                self.paragraphs += usize::from(unit.shape == Shape::Sentence);
            }
        }
    }

    /// Whether it shows enough for the gap above it. `is_closed`: whether its own end is marked.
    fn suffices(&self, is_closed: bool) -> bool {
        let is_published = self.dated > Some(Rank::Bare) || self.has_agency;
        let is_headed = self.headline.is_some();
        let enough = match self.gap {
            Gap::Opened => true,
            Gap::SignOff => {
                is_headed && self.sent == Some(true) && (is_closed || self.paragraphs > 1)
            }
            Gap::Page | Gap::ShortRule => is_headed && (self.sent.is_some() || is_published),
            Gap::LongRule | Gap::Divider => {
                is_headed && (self.sent.is_some() || is_published || self.dated.is_some())
            }
        };
        enough && self.paragraphs > 0
    }

    /// The head of a dispatch whose text stands behind a rule of its own.
    fn with_text(&self, text: &Self) -> Option<Self> {
        let is_head = self.paragraphs == 0 && !self.has_related;
        let two_headlines = self.headline.is_some() && text.headline.is_some();
        (is_head && (!two_headlines || self.gap == Gap::Opened)).then(|| Self {
            gap: self.gap,
            headline: self.headline.clone().or_else(|| text.headline.clone()),
            sent: text.sent,
            dated: self.dated.max(text.dated),
            has_agency: self.has_agency || text.has_agency,
            paragraphs: text.paragraphs,
            has_related: text.has_related,
        })
    }
}

/// A headline by its shape alone.
fn is_headline(unit: &Unit<'_>) -> bool {
    const FEWEST_WORDS: usize = 2;
    let is_short = unit.shape == Shape::Short || unit.text.ends_with(['?', '!']);
    is_short
        && unit.words() >= FEWEST_WORDS
        && !unit.is_item()
        && !unit.text.ends_with([':', '…'])
        && !unit.text.ends_with("...")
        && unit.text.starts_with(|c: char| !c.is_lowercase())
        && unit.text.contains(char::is_alphabetic)
}

/// The dispatch that was read so far.
#[derive(Debug, Default)]
struct Above {
    has_text: bool,
    has_related: bool,
    headline: Option<String>,
}

impl Above {
    /// Whether the first of `ahead` begins another dispatch.
    fn is_followed_by(&self, ahead: &[Opening]) -> bool {
        let Some((next, behind)) = ahead.split_first() else { return false };
        // Rules stand between related stories too.
        if !self.has_text || self.has_related && next.gap < Gap::Divider {
            return false;
        }
        // The headline stands over each page of a printed text.
        if next.gap == Gap::Page && next.headline == self.headline {
            return false;
        }
        let Some((text, rest)) = behind.split_first() else { return next.suffices(false) };
        let has_own_head = next.gap < Gap::Opened && text.suffices(!rest.is_empty());
        let both = next.with_text(text).filter(|_| !has_own_head);
        next.suffices(true) || both.is_some_and(|both| both.suffices(!rest.is_empty()))
    }

    fn add(&mut self, opening: &Opening) {
        self.has_text |= opening.paragraphs > 0;
        self.has_related |= opening.has_related;
        self.headline = self.headline.take().or_else(|| opening.headline.clone());
    }
}
