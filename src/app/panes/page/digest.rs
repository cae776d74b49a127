//! What is new over all countries, in rows: as many of its lines as the screen has room for, the most important ones.

use super::rows::{Row, Sources, flow};
use crate::app::context::Context;
use crate::app::labels::MOST_NAMED;
use crate::app::theme::Face;
use crate::model::{
    CountryCode, DateBasis, Digest, DigestHeading, DigestLine, DigestPart, Standing,
};
use crate::text::{Safe, width, wrap};

/// Rows that one line takes at most: Enter shows the whole sentence.
const MOST_LINES: usize = 2;
/// Columns of the headings.
const HEADING: usize = 15;
/// A terminal of 24 rows has so many for a page; a smaller one scrolls through them.
const LEAST_ROWS: usize = 20;
/// Rows that are not for lines: the counts, what is not shown, what has nothing new.
const OTHER_ROWS: usize = 4;

/// All rows.
pub(super) fn rows(
    digest: &Digest,
    columns: usize,
    height: usize,
    context: &Context<'_>,
) -> Vec<Row> {
    // Numbers of sources are told by the whole digest: they do not change with the size of the screen.
    let sources = Sources::of(digest.citations());
    let room = height.max(LEAST_ROWS) - OTHER_ROWS;
    let cost = |heading, line: &DigestLine| {
        entry(heading, true, line, &sources, columns, context).lines.len()
    };
    let shown = digest.within(room, cost);
    let digest = digest.clone().keep(&shown);
    let counts = context.words.digest_counts(&digest.counts);
    let signs = context.words.text("digest-signs");
    let mut rows = vec![Row::still(wrapped(&format!("{counts}.  {signs}"), columns))];
    if digest.parts.is_empty() {
        rows.push(Row::still(vec![vec![(context.say("digest-nothing"), Face::Text)]]));
    }
    for DigestPart { heading, lines } in &digest.parts {
        for (place, line) in lines.iter().enumerate() {
            rows.push(entry(*heading, place == 0, line, &sources, columns, context));
        }
    }
    rows.extend(named("digest-unshown", &digest.unshown, columns, context));
    rows.extend(named("digest-quiet", &digest.quiet, columns, context));
    rows.push(Row::still(vec![Vec::new()]));
    rows.extend(sources.rows(context));
    rows
}

/// Words in dim lines.
fn wrapped(text: &str, columns: usize) -> Vec<Vec<(Safe, Face)>> {
    let text = Safe::new(text);
    let ranges = wrap::wrap(text.as_str(), columns);
    ranges.into_iter().map(|range| vec![(text.slice(range), Face::Dim)]).collect()
}

/// Countries in one line under a heading; as many by name as there is room for.
fn named(key: &str, codes: &[CountryCode], columns: usize, context: &Context<'_>) -> Option<Row> {
    if codes.is_empty() {
        return None;
    }
    let label = Safe::new(&format!("{} ", context.words.text(key).to_uppercase()));
    let room = columns.saturating_sub(width::width(label.as_str()).max(HEADING));
    let listed = |most: usize| Safe::new(&context.words.countries(codes, most));
    let fits = |most: &usize| width::width(listed(*most).as_str()) <= room;
    let most = (1..=MOST_NAMED).rev().find(fits).unwrap_or(1);
    let label = width::pad_end(&label, HEADING);
    Some(Row::still(vec![vec![(label, Face::Heading), (listed(most), Face::Dim)]]))
}

/// One line: its heading where it is the first one under it, whether it is new, its words, its date and sources.
fn entry(
    heading: DigestHeading,
    is_first: bool,
    news: &DigestLine,
    sources: &Sources,
    columns: usize,
    context: &Context<'_>,
) -> Row {
    let name = if is_first { context.words.digest_heading(heading) } else { String::new() };
    let name = width::truncate(&Safe::new(&name.to_uppercase()), HEADING - 1);
    let name = width::pad_end(&name, HEADING);
    let sign = Safe::new(&format!("{} ", context.words.novelty_sign(news.novelty)));
    let face = match news.novelty {
        Standing::Withdrawn | Standing::Corrected | Standing::Doubtful => Face::Warning,
        Standing::New | Standing::Known | Standing::Undated => Face::Key,
    };
    let tail = format!(" {}{}", dated(news, context), sources.numbers(&news.line));
    let tail = Safe::new(&tail);
    let words = Safe::new(&context.words.news(news));
    let margin = HEADING + width::width(sign.as_str());
    let room = columns.saturating_sub(margin).max(20);
    let mut lines = flow(&words, (&tail, Face::Dim), room, MOST_LINES, context);
    for (index, line) in lines.iter_mut().enumerate() {
        if index == 0 {
            line.splice(0..0, [(name.clone(), Face::Heading), (sign.clone(), face)]);
        } else {
            line.insert(0, (Safe::new(" ").repeat(margin), Face::Text));
        }
    }
    let country = match heading {
        DigestHeading::Country(code) => Some(code),
        _ => news.seen_from.or(news.line.countries.first().copied()),
    };
    Row { country, ..Row::saying(&news.line, lines) }
}

/// The date of a line as lists show it, with a blank behind it.
fn dated(news: &DigestLine, context: &Context<'_>) -> String {
    match (news.line.date, news.novelty) {
        (_, Standing::Doubtful) => String::new(),
        (Some(date), _) => {
            let sign = if date.basis == DateBasis::Inferred { "~" } else { "" };
            format!("{sign}{} ", context.words.list_date(date.value, context.today))
        }
        (None, _) => format!("{} ", context.words.text("no-date-short")),
    }
}
