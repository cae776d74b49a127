//! What can be shown, and what a number opens. Knows nothing of how.

use super::order::Order;
use crate::model::{BriefId, Citation, CountryCode, PartialDate, Subject, Version};

/// What can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Help,
    Countries,
    /// Those of a country, else all.
    Articles(Option<CountryCode>),
    Unread,
    Starred,
    /// What a search found.
    Found(String, Vec<BriefId>),
    Text(BriefId),
    /// The same sentence by sentence.
    Sentences(BriefId),
    /// What was left out of it.
    Dropped(BriefId),
    /// Where its links lead.
    Links(BriefId),
    /// The page of a country, or of two.
    Page(CountryCode, Option<CountryCode>),
    /// What is new over all countries, since a day where one is given.
    Digest(Option<PartialDate>),
    Agenda,
    Searches,
    Notes,
    Basket,
    Amended,
    Problems,
}

impl Place {
    /// Whether it is a list of articles.
    pub(super) fn is_list(&self) -> bool {
        matches!(self, Self::Articles(_) | Self::Unread | Self::Starred | Self::Found(..))
    }
}

/// What a number opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Country(CountryCode),
    Brief(BriefId),
    Order(Order),
    /// A sentence of the text that is shown.
    Sentence(Citation),
    /// A line of a page with the sentences behind it.
    Line(String, Vec<Citation>),
    /// Something in the basket, by its key, and the brief that it comes from.
    Collected(String, Option<BriefId>),
    /// A brief that is not what was taken along, and its version now.
    Amended(BriefId, Version),
    /// A saved search: its key, its name, its query.
    Search(String, String, String),
    Note(Subject),
}

impl Target {
    /// The brief that it opens or is about.
    pub(super) fn brief(&self) -> Option<&BriefId> {
        match self {
            Self::Brief(id) | Self::Amended(id, _) => Some(id),
            Self::Sentence(citation) => Some(&citation.id),
            Self::Line(_, citations) => citations.first().map(|citation| &citation.id),
            Self::Collected(_, id) => id.as_ref(),
            Self::Note(subject) => subject.brief(),
            Self::Country(_) | Self::Order(_) | Self::Search(..) => None,
        }
    }
}
