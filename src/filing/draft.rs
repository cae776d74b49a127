//! A file's text read as what its name says it is: a Markdown brief or a raw dispatch.

use std::collections::BTreeMap;

use super::prose::{self, Prose};
use crate::brief::{self, FrontMatter, Key};
use crate::model::{
    Body, BriefPath, DateBasis, DateStamp, Dropped, Language, PartialDate, Problem, Span, Status,
};
use crate::newswire;

/// Problems of one file, with their lines.
pub(super) type Problems = Vec<(Option<u32>, Problem)>;

/// What a file states.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The main story.
    pub main: Draft,
    /// Its related stories, in the file's order.
    pub related: Vec<Draft>,
    /// The dispatches behind the first one of a raw file.
    pub further: Vec<Further>,
    /// Its front matter.
    pub front: Front,
    /// What is wrong with it.
    pub problems: Problems,
}

/// A dispatch behind the first one of its file.
#[derive(Debug, Default)]
pub(super) struct Further {
    /// The line that it begins on.
    pub line: u32,
    /// Its main story.
    pub main: Draft,
    /// Its related stories.
    pub related: Vec<Draft>,
}

/// Front matter and the lines of its keys.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub matter: FrontMatter,
    pub lines: BTreeMap<Key, u32>,
}

/// One story as its text states it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The headline.
    pub title: Option<Headline>,
    /// Where it was sent from.
    pub place: Option<Span>,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// Its language, where a page states it.
    pub language: Option<Language>,
    /// Its date; numbers alone are read day first.
    pub date: Option<DateStamp>,
    /// The date that a header states where its numbers are read month first, if that is another one.
    pub month_first: Option<PartialDate>,
    /// Whether its headline says that it is corrected or taken back.
    pub status: Status,
    /// Its clean text.
    pub body: Body,
    /// The running text of the body.
    pub prose: Vec<Prose>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// A headline: its words and where they stand.
#[derive(Debug)]
pub(super) struct Headline {
    pub text: String,
    pub span: Option<Span>,
}

/// Reads a file by its extension, and a page by its first words too. Returns it with the text that its spans are offsets
/// into: for a page its lines, else the text as it is.
pub(super) fn read(path: &BriefPath, decoded: String) -> (Read, String) {
    let read = match path.extension().as_str() {
        "md" | "markdown" => markdown(&decoded),
        _ if is_page(path, &decoded) => {
            let newswire::Page { text, dispatch } = newswire::read_page(&decoded);
            return (stories(vec![dispatch], &text), text);
        }
        _ => stories(newswire::read(&decoded), &decoded),
    };
    (read, decoded)
}

/// Whether a file is a page of HTML, by its name or by its first words.
pub fn is_page(path: &BriefPath, decoded: &str) -> bool {
    match path.extension().as_str() {
        "md" | "markdown" => false,
        extension => newswire::is_page(decoded, matches!(extension, "html" | "htm")),
    }
}

fn markdown(decoded: &str) -> Read {
    let brief::Markdown { front, lines, heading, title, body, problems } = brief::read(decoded);
    let headline = front.title.as_ref().or(title.as_ref());
    let status = headline.and_then(|text| newswire::status(text)).unwrap_or_default();
    let title = title.map(|text| Headline { text, span: heading });
    let prose = prose::of(&body, decoded);
    let mut main = Draft { title, status, body, prose, ..Draft::default() };
    read_opening(&mut main);
    let front = Front { matter: front, lines };
    Read { main, front, problems, ..Read::default() }
}

/// Takes what is not stated yet of place, agency and date from a dateline that opens the text, which
/// stays as it is. For raw dispatches too, so that a text is dated alike before and after import.
fn read_opening(draft: &mut Draft) {
    let Some(lead) = draft.prose.first() else { return };
    let Some(opening) = newswire::opening(&lead.text) else { return };
    let place = opening.place.map(|range| lead.span(&range));
    let agency = opening.agency.and_then(|range| lead.text.get(range));
    let agency = agency.map(|agency| agency.trim().to_owned());
    let date = opening.date.map(|value| DateStamp { value, basis: DateBasis::Stated });
    draft.place = draft.place.or(place);
    draft.source = draft.source.take().or(agency);
    let is_stated = draft.date.is_some_and(|date| date.basis == DateBasis::Stated);
    if !is_stated {
        draft.date = date.or(draft.date);
    }
}

fn stories(dispatches: Vec<newswire::Dispatch>, decoded: &str) -> Read {
    let draft = |story| of_story(story, decoded);
    let mut read = dispatches.into_iter().map(|newswire::Dispatch { line, main, related }| {
        let related = related.into_iter().map(draft).collect();
        Further { line, main: draft(main), related }
    });
    let Further { main, related, .. } = read.next().unwrap_or_default();
    Read { main, related, further: read.collect(), ..Read::default() }
}

fn of_story(story: newswire::Story, decoded: &str) -> Draft {
    let newswire::Story { title, place, source, url, author, language, date, .. } = story;
    let newswire::Story { month_first, status, body, .. } = story;
    let title = title.and_then(|span| {
        let text = span.slice(decoded)?.to_owned();
        Some(Headline { text, span: Some(span) })
    });
    let (prose, dropped) = (prose::of(&body, decoded), story.dropped);
    let mut draft = Draft {
        title,
        place,
        source,
        url,
        author,
        language,
        date,
        month_first,
        status,
        body,
        prose,
        dropped,
    };
    read_opening(&mut draft);
    draft
}
