//! What leaves the program: a brief or a country's page as text, Markdown or printable HTML, and a sentence as a quotation.
//!
//! Pure functions to strings. Classification, embargo and status go along first, whatever the format. Nothing of the outside
//! text acts on what opens the result: all of it passes the sanitiser, then each format's own escapes. Words of the
//! interface come in as [`Labels`]; no language is known here.

mod calendar;
mod citing;
mod from_agenda;
mod from_basket;
mod from_digest;
mod from_document;
mod from_summary;
mod html;
mod labels;
mod markdown;
mod page;
mod quote;
mod text;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;

use crate::model::{
    Agenda, Brief, Citation, Collected, Digest, Document, Note, PartialDate, Summary, SummaryLine,
};
pub use calendar::calendar;
pub use labels::{Labels, Overview};
use page::Page;
pub use quote::{line, quote};

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text in lines of 80 columns.
    Text,
    /// Markdown with footnotes.
    Markdown,
    /// One HTML file with its print style: no scripts, nothing fetched.
    Html,
}

impl Format {
    /// The format that a file's name asks for by its extension.
    pub fn of_path(path: &str) -> Option<Self> {
        let (stem, extension) = path.rsplit_once('.')?;
        if stem.is_empty() || stem.ends_with('/') {
            return None;
        }
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }

    /// The usual extension of such a file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

/// What a reader added to a brief.
#[derive(Clone, Debug, Default)]
pub struct Annotations<'a> {
    /// Tags of the reader's own.
    pub tags: Vec<&'a str>,
    /// Notes on the brief and its sentences.
    pub notes: Vec<&'a Note>,
}

/// A sentence with the brief it stands in, as far as that is known.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    /// The sentence.
    pub citation: &'a Citation,
    /// Its brief.
    pub brief: Option<&'a Brief>,
}

/// A brief with its source, date and countries on top, what the reader noted below it, and what
/// its links point to at the end.
pub fn document(
    document: &Document,
    annotations: &Annotations<'_>,
    labels: &Labels<'_>,
    format: Format,
) -> String {
    write(&from_document::page(document, annotations, labels), format)
}

/// A country's page; the notes at its end quote the sentence behind each line, with file and source.
///
/// `briefs` are those it cites: their sources, dates and markings stand in the notes.
pub fn summary(
    summary: &Summary,
    briefs: &[&Brief],
    labels: &Labels<'_>,
    format: Format,
) -> String {
    write(&from_summary::page(summary, briefs, labels), format)
}

/// What is new over all countries, with notes as a country's page has them.
pub fn digest(digest: &Digest, briefs: &[&Brief], labels: &Labels<'_>, format: Format) -> String {
    write(&from_digest::page(digest, briefs, labels), format)
}

/// What happens when, likewise.
pub fn agenda(agenda: &Agenda, briefs: &[&Brief], labels: &Labels<'_>, format: Format) -> String {
    write(&from_agenda::page(agenda, briefs, labels), format)
}

/// What the reader collected, in its order, as of a day; the notes at its end are the `briefs` that it comes from, in the
/// order in which they are numbered.
pub fn basket(
    entries: &[&Collected],
    briefs: &[Brief],
    as_of: PartialDate,
    labels: &Labels<'_>,
    format: Format,
) -> String {
    write(&from_basket::page(entries, briefs, as_of, labels), format)
}

/// What a line of a country's page says, with its day where the words do not tell it.
pub fn words_of(line: &SummaryLine, labels: &Labels<'_>) -> String {
    from_summary::words_of(line, labels)
}

/// What something collected says, without its sources.
pub fn words_of_collected(what: &Collected, labels: &Labels<'_>) -> String {
    from_basket::words_of(what, labels)
}

/// Who says a brief, from where and when: `Agency, Minsk, May 2025`.
pub fn origin(brief: &Brief, labels: &Labels<'_>) -> String {
    quote::origin(Some(brief), labels)
}

fn write(page: &Page, format: Format) -> String {
    let mut out = String::new();
    let written = match format {
        Format::Text => text::write(&mut out, page),
        Format::Markdown => markdown::write(&mut out, page),
        Format::Html => html::write(&mut out, page),
    };
    debug_assert!(written.is_ok(), "a String takes all that is written to it");
    out
}
