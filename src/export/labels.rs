//! The words of the interface that an export needs, in whatever language the caller speaks.

use std::fmt;

use crate::model::{
    Agenda, AgendaEvent, Aspect, CountryCode, Digest, DigestHeading, DigestLine, Occasion,
    PartialDate, SectionKind, Standing, SummaryLine,
};

/// Words and ways of writing, resolved by the caller.
pub struct Labels<'a> {
    /// The language of these words as an HTML `lang` attribute: `fr`.
    pub language: &'a str,
    /// "Source".
    pub source: &'a str,
    /// "Date".
    pub date: &'a str,
    /// "Countries".
    pub countries: &'a str,
    /// "Author".
    pub author: &'a str,
    /// "File".
    pub file: &'a str,
    /// "Tags".
    pub tags: &'a str,
    /// "My tags".
    pub own_tags: &'a str,
    /// The heading over the reader's notes: "My notes".
    pub own_notes: &'a str,
    /// "no date".
    pub undated: &'a str,
    /// "Classification".
    pub classification: &'a str,
    /// "Embargo".
    pub embargo: &'a str,
    /// "CORRECTED".
    pub corrected: &'a str,
    /// "WITHDRAWN".
    pub withdrawn: &'a str,
    /// "Corrected by the reader".
    pub corrected_by_reader: &'a str,
    /// The name of a part of a brief: "Title".
    pub aspect: &'a dyn Fn(Aspect) -> String,
    /// The heading over what links point to: "Links".
    pub links: &'a str,
    /// The heading over cited sentences: "Sources".
    pub notes: &'a str,
    /// What the reader collected: "Basket".
    pub basket: &'a str,
    /// What stands between a country's name and the day of its page: "as of".
    pub as_of: &'a str,
    /// "Briefs".
    pub briefs: &'a str,
    /// What opens and closes a quotation, spaces included.
    pub quotation_marks: (&'a str, &'a str),
    /// What stands between a label and its value: ": ", or " : " in French.
    pub colon: &'a str,
    /// The heading of a section.
    pub section: &'a dyn Fn(SectionKind) -> String,
    /// The name of a country or organisation.
    pub country: &'a dyn Fn(CountryCode) -> String,
    /// A date in words.
    pub in_words: &'a dyn Fn(PartialDate) -> String,
    /// What a line of a country page says.
    pub line: &'a dyn Fn(&SummaryLine) -> String,
    /// What concerns all countries.
    pub overview: &'a dyn Overview,
}

/// The words of digests and agendas.
pub trait Overview {
    /// The title of a digest: "Front page, 6 May 2025 to 13 May 2025".
    fn digest_title(&self, digest: &Digest) -> String;
    /// Labels and values under it: what was counted, the signs, what has nothing new or is not shown.
    fn digest_facts(&self, digest: &Digest) -> Vec<(String, String)>;
    /// The heading over what concerns several partners of a country, or none: "Others".
    fn other_partners(&self) -> String;
    /// How many lines are left out of what was made shorter, with a label before it.
    fn left_out(&self, lines: usize) -> (String, String);
    /// The heading of lines of a digest.
    fn heading(&self, heading: DigestHeading) -> String;
    /// What stands before a line of a digest: "+".
    fn sign(&self, novelty: Standing) -> String;
    /// What a line of a digest says.
    fn news(&self, line: &DigestLine) -> String;
    /// The title of an agenda: "Agenda, as of 13 May 2025".
    fn agenda_title(&self, agenda: &Agenda) -> String;
    /// The headings over what is to come and over what has been.
    fn agenda_headings(&self) -> [String; 2];
    /// A kind of event: "Visit".
    fn occasion(&self, occasion: Occasion) -> String;
    /// When an event is: "5 May 2025 to 12 May 2025".
    fn dates(&self, event: &AgendaEvent) -> String;
    /// What an event is.
    fn event(&self, event: &AgendaEvent) -> String;
    /// The same for a calendar, which shows a day even where none is known: then the words say so.
    fn event_title(&self, event: &AgendaEvent) -> String;
}

impl fmt::Debug for Labels<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Labels").field("language", &self.language).finish_non_exhaustive()
    }
}
