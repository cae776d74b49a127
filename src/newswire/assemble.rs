//! The main story: its head, its text and its end, from the outline of the page.

use std::ops::Range;

use super::body::{Cuts, body, cut_inside, cut_sign_off, paragraph};
use super::dateline::{Dateline, dateline};
use super::header::{self, DateLine, Rank};
use super::inference::Evidence;
use super::outline::Outline;
use super::units::{Shape, Unit};
use super::{Story, signoff, title};
use crate::model::{
    Block, DateBasis, DateStamp, Dropped, DroppedKind, PartialDate, Precision, Span,
};

/// Reads the main story. `units` ends where other stories begin.
pub(super) fn story(units: &mut [Unit<'_>], outline: &Outline) -> Story {
    let mut story = Story::default();
    let text = outline.story.clone();
    let stated = read_head(units, &text, outline.is_page, &mut story);
    read_title(units, outline, &mut story);
    drop_repeated_title(units, &mut story);
    read_tail(units, text.end, outline.is_page, &mut story);
    let sent = read_body(units, text, stated, &mut story);
    story.date = stated.map(|value| DateStamp { value, basis: DateBasis::Stated });
    if let Some(sent) = sent {
        story.month_first = None;
        story.date = Some(DateStamp { value: sent, basis: DateBasis::Stated });
    }
    if story.date.is_none() {
        let mut evidence = Evidence::default();
        story.body.blocks.iter().for_each(|block| evidence.read(&block.plain_text()));
        story.date = evidence.month();
    }
    let kept = |unit: &&Unit<'_>| unit.dropped.is_some();
    story.dropped.extend(units.iter().filter(kept).filter_map(|unit| {
        Some(Dropped { line: unit.number(), kind: unit.dropped?, span: unit.span() })
    }));
    story
}

/// Reads date lines and bylines above the text and among its first units. Returns the date they state.
fn read_head(
    units: &mut [Unit<'_>],
    text: &Range<usize>,
    is_page: bool,
    story: &mut Story,
) -> Option<PartialDate> {
    /// A date line may stand behind the standfirst.
    const INTO_TEXT: usize = 4;
    let end = (text.start + INTO_TEXT).min(units.len());
    let mut lines: Vec<(usize, DateLine)> = Vec::new();
    for (at, unit) in units.iter_mut().enumerate().take(end) {
        if !unit.is_kept() || unit.shape == Shape::Prose {
            continue;
        }
        if let Some(name) = header::byline(&unit.text) {
            story.author = Some(name.to_owned());
            unit.dropped = Some(DroppedKind::Header);
        } else if let Some(line) = header::date_line(&unit.text) {
            lines.push((at, line));
        }
    }
    // Dates without a word over several paragraphs are a chronology; on a page they belong to other stories.
    let bare = lines.iter().filter(|(_, line)| line.rank == Rank::Bare).count();
    let near = |at: usize| is_page && at + 3 >= text.start;
    let dates_the_text = |at: usize, line: &DateLine| {
        line.rank > Rank::Bare || (at < text.start && (bare == 1 || near(at)))
    };
    for (at, _) in lines.iter().filter(|(at, line)| is_page || dates_the_text(*at, line)) {
        let Some(unit) = units.get_mut(*at) else { continue };
        unit.dropped = Some(DroppedKind::Header);
        if let Some((_, kicker)) = header::labelled(&unit.text) {
            let span = Span::new(unit.span().start + kicker, unit.span().end);
            story.kicker = Some(span).filter(|span| !span.is_empty());
        }
    }
    let best = lines.into_iter().rev().filter(|(at, line)| dates_the_text(*at, line));
    let (_, line) = best.max_by_key(|(_, line)| line.rank)?;
    story.source = line.source;
    story.author = line.author.or(story.author.take());
    story.month_first = line.month_first;
    Some(line.date)
}

/// Finds the headline. What else stands above the text is furniture on a page, elsewhere a kicker over the headline
/// or a standfirst under it.
fn read_title(units: &mut [Unit<'_>], outline: &Outline, story: &mut Story) {
    let Outline { story: text, is_page, .. } = outline;
    let found = || title::find(units, 0..text.start, text.clone());
    let Some(at) = outline.headline.or_else(found) else { return };
    let head = units.iter_mut().enumerate().take(text.start).filter(|(_, unit)| unit.is_kept());
    for (index, unit) in head {
        if index == at || index < at && !*is_page {
            story.status = header::status(&unit.text).unwrap_or(story.status);
        }
        if index == at {
            story.title = Some(unit.span());
        } else if *is_page {
            unit.dropped = Some(DroppedKind::Furniture);
        } else if index < at {
            unit.dropped = Some(DroppedKind::Header);
            story.kicker = Some(unit.span());
        }
    }
}

/// Marks the headline where it stands again, alone or glued to a caption ("Title ảnh 1Caption").
fn drop_repeated_title(units: &mut [Unit<'_>], story: &mut Story) {
    let Some(span) = story.title else { return };
    let Some(title) =
        units.iter().find(|unit| unit.span() == span).map(|unit| unit.text.to_string())
    else {
        return;
    };
    for unit in units.iter_mut().filter(|unit| unit.span() != span) {
        let Some(rest) = unit.text.strip_prefix(title.as_str()) else { continue };
        if rest.is_empty() {
            unit.dropped = Some(DroppedKind::RepeatedTitle);
        } else if unit.dropped == Some(DroppedKind::Caption) || is_gallery_mark(rest) {
            unit.dropped = Some(DroppedKind::Caption);
        }
    }
}

/// " ảnh 1" and its like between a title and a caption.
fn is_gallery_mark(rest: &str) -> bool {
    let Some((word, rest)) = rest.trim_start().split_once(char::is_whitespace) else {
        return false;
    };
    let word = crate::text::fold(word);
    super::patterns::Patterns::get().picture.gallery.contains(word.as_str())
        && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads what stands behind the text: sign-off, source line, furniture.
fn read_tail(units: &mut [Unit<'_>], end: usize, is_page: bool, story: &mut Story) {
    for (at, unit) in units.iter_mut().enumerate().skip(end.saturating_sub(3)) {
        if unit.shape == Shape::Prose
            && at > 0
            && !unit.text.starts_with("http")
            && !unit.text.contains("://")
        {
            continue;
        }
        if let Some(line) = signoff::source_line(&unit.text) {
            story.url = line.url.or(story.url.take());
            story.source = story.source.take().or(line.name);
            unit.dropped = Some(DroppedKind::SourceLine);
        } else if signoff::is_sign_off(&unit.text) {
            if let Some(agency) = signoff::agency(&unit.text) {
                story.source = Some(agency.to_owned());
            }
            unit.dropped = Some(DroppedKind::SignOff);
        }
    }
    for unit in units.iter_mut().skip(end).filter(|unit| unit.is_kept()) {
        if let Some(name) = header::byline(&unit.text) {
            story.author = story.author.take().or_else(|| Some(name.to_owned()));
            unit.dropped = Some(DroppedKind::Header);
        } else if is_page {
            unit.dropped = Some(DroppedKind::Furniture);
        }
    }
}

/// Builds the paragraphs. Returns the day of the dateline, where it is more precise than the head.
fn read_body(
    units: &[Unit<'_>],
    text: Range<usize>,
    stated: Option<PartialDate>,
    story: &mut Story,
) -> Option<PartialDate> {
    /// The dateline opens the first paragraph, or the one behind a standfirst.
    const OPENINGS: usize = 2;
    let mut sent = None;
    let mut openings = 0;
    let mut blocks: Vec<Block> = Vec::new();
    let title = story.title;
    let is_chronology = is_chronology(units.get(text.clone()).unwrap_or_default());
    let last = units.iter().rposition(|unit| unit.is_kept() && Some(unit.span()) != title);
    for (at, unit) in
        units.iter().enumerate().filter(|(_, unit)| unit.is_kept() && Some(unit.span()) != title)
    {
        let mut cuts = Cuts::default();
        if at >= text.start && openings < OPENINGS && story.place.is_none() && !is_chronology {
            openings += 1;
            sent = read_dateline(unit, stated, &mut cuts, story).or(sent);
        }
        cut_inside(unit, &mut cuts);
        if last == Some(at)
            && let Some(words) = cut_sign_off(unit, &mut cuts)
            && let Some(agency) = signoff::agency(words)
        {
            story.source = Some(agency.to_owned());
        }
        story.dropped.append(&mut cuts.dropped);
        blocks.extend(paragraph(unit, cuts));
    }
    story.body = body(blocks);
    sent
}

/// Whether several of the first paragraphs begin with a mere date: "8 mai 1945 - ...".
fn is_chronology(units: &[Unit<'_>]) -> bool {
    const FIRST: usize = 6;
    let dated = units.iter().filter(|unit| unit.is_kept()).take(FIRST).filter(|unit| {
        let line = unit.lines.first().and_then(|line| dateline(line.text));
        line.is_some_and(|line| {
            line.date.is_some() && line.place.is_none() && line.agency.is_none()
        })
    });
    dated.count() > 1
}

fn read_dateline(
    unit: &Unit<'_>,
    stated: Option<PartialDate>,
    cuts: &mut Cuts,
    story: &mut Story,
) -> Option<PartialDate> {
    let line = unit.lines.first()?;
    let Dateline { end, place, agency, date } = dateline(line.text)?;
    let at =
        |range: Range<usize>| Span::new(line.span.start + range.start, line.span.start + range.end);
    story.place = place.map(at);
    if let Some(agency) = agency.and_then(|range| line.text.get(range)) {
        story.source = story.source.take().or_else(|| Some(agency.trim().to_owned()));
    }
    cuts.drop(line.number, DroppedKind::Header, at(0..end));
    let date = date?;
    match (stated, date.date()) {
        (None, full) => full,
        (Some(stated), full) if stated.precision() < Precision::Day => {
            // The head gives the month, the dateline its day.
            let day =
                full.or_else(|| PartialDate::day_of(stated.year(), date.month?, date.day?))?;
            let agrees = day.year() == stated.year()
                && stated.month().is_none_or(|month| day.month() == Some(month));
            agrees.then_some(day)
        }
        _ => None,
    }
}
