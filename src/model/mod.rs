//! Plain data that every layer speaks: briefs, spans, countries, dates, citations, diagnostics.
//!
//! Nothing here reads a file, knows a language's words or formats a sentence for a person.

mod agenda;
mod basket;
mod body;
mod brief;
mod by_id;
mod claim;
mod corrections;
mod country;
mod date;
mod diagnostic;
mod digest;
mod document;
mod fact;
mod marks;
mod note;
mod novelty;
mod parsed;
mod path;
mod person;
mod quantity;
mod searches;
mod span;
mod summary;
mod takings;
mod visit;

pub use agenda::{Agenda, AgendaEvent, Occasion};
pub use basket::{Basket, Collected, Entry, Placing, Provenance};
pub use body::{Block, Body, Depth, Link, Run, RunStyle, TextKind};
pub use brief::{Aspect, Brief, BriefId, Language, Status, TitleBasis};
pub use by_id::{ById, ByIdRef, IdSet};
pub use claim::{Amount, Claim, Person, VisitForm};
pub use corrections::{CorrectedDate, Corrections};
pub use country::{CodeError, CountryCode};
pub use date::{DateBasis, DateError, DateStamp, Moment, PartialDate, Precision};
pub use diagnostic::{Argument, Diagnostic, Problem};
pub use digest::{Digest, DigestCounts, DigestHeading, DigestLine, DigestPart, Standing};
pub use document::{DateMention, Document, Dropped, DroppedKind, Evidence, Place, Sentence};
pub use fact::{Fact, FactKind, FactStatus, Level};
pub use marks::{
    Change, Field, MOST_REVISIONS, Mark, Marks, ReadingPosition, Revisions, Tags, keep_latest,
};
pub use note::{Note, Subject};
pub use novelty::{Novelty, Period, Since};
pub use path::BriefPath;
pub use person::{PersonMention, PersonTitle, Role};
pub use quantity::{Currency, CurrencyError, Measure, Quantity, Unit};
pub use searches::{Naming, SavedSearch, Searches};
pub use span::Span;
pub use summary::{
    Citation, Doubt, News, Phrase, Section, SectionKind, Summary, SummaryLine, SummaryScope,
};
pub use takings::{Taken, Taking, Takings, Version, Way};
pub use visit::{Revision, Visit};
