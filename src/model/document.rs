//! A brief opened: its metadata with its text and all that was read in it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Body, Brief, CountryCode, DateBasis, Diagnostic, Fact, PartialDate, PersonMention, Span,
};

/// One story, ready to be read and cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its metadata.
    pub brief: Brief,
    /// The decoded text of the whole file: what every span here is an offset into.
    pub decoded: Arc<str>,
    /// Where its title stands in that text word for word, if it states one.
    pub title: Option<Span>,
    /// The clean text.
    pub body: Body,
    /// Its sentences in reading order, headings and code left out.
    pub sentences: Vec<Sentence>,
    /// The dates that its text names.
    pub dates: Vec<DateMention>,
    /// The persons that its text names.
    pub people: Vec<PersonMention>,
    /// What its sentences state, in reading order.
    pub facts: Vec<Fact>,
    /// Why it was filed under each of its countries.
    pub evidence: Vec<Evidence>,
    /// What was left out of the body, in the file's order.
    pub dropped: Vec<Dropped>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A sentence of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the decoded text.
    pub span: Span,
    /// Its clean words: markup removed, line breaks as spaces.
    pub text: String,
    /// The block of the body it belongs to.
    pub block: usize,
}

/// A date that the text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Where the expression stands in the decoded text.
    pub span: Span,
    /// The expression.
    pub text: String,
    /// The date, or the first one of a range.
    pub value: PartialDate,
    /// The last date of a range.
    pub end: Option<PartialDate>,
    /// Stated where the text gives the year, inferred where the brief's date does.
    pub basis: DateBasis,
}

/// A reason to file a brief under a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The country it speaks for.
    pub country: CountryCode,
    /// The words of the text.
    pub form: String,
    /// Where they stand in the decoded text; `None` for front matter and the reader.
    pub span: Option<Span>,
    /// In which part of the brief.
    pub place: Place,
}

/// A part of a brief, as far as it tells what the brief is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Said by the reader, over everything else.
    Reader,
    /// Said by the newsroom.
    FrontMatter,
    /// Where the dispatch was sent from.
    Dateline,
    /// The title.
    Title,
    /// The first paragraph.
    Lead,
    /// Anywhere after.
    Body,
}

/// A line of the file that is not part of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Line in the file, from 1.
    pub line: u32,
    /// What it is.
    pub kind: DroppedKind,
    /// Where it stands in the decoded text.
    pub span: Span,
}

/// What a dropped line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DroppedKind {
    /// The caption of a picture.
    Caption,
    /// Who took a picture.
    PhotoCredit,
    /// A line of the page about the text: date, byline, reading time.
    Header,
    /// The agency's name or initials at the end.
    SignOff,
    /// Where the text was scraped from.
    SourceLine,
    /// Numbers of comments, views, shares.
    Counter,
    /// Share bars, menus, cookie notices and other furniture.
    Furniture,
    /// A pointer to another story.
    ReadAlso,
    /// A title that stands twice.
    RepeatedTitle,
    /// The heading over the related stories.
    RelatedHeading,
}
