//! What the article list shows: everything, a view, or a country.

use super::saved::SearchId;
use crate::library::Snapshot;
use crate::model::{Brief, CountryCode, IdSet, Mark, Marks};
use crate::search::query::{Facet, Filter, State};

/// What the article list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every brief.
    #[default]
    All,
    /// What was not read yet.
    Unread,
    /// What was starred.
    Starred,
    /// What is about a country or an organisation.
    Country(CountryCode),
    /// What is about no country that could be told.
    NoCountry,
    /// What has no date.
    NoDate,
    /// What a saved search finds.
    Search(SearchId),
}

impl Scope {
    /// Tells whether a main story with its mark belongs here. What counts is the version of a text
    /// that is read; but a star stays in sight when a newer version takes the place of the one that
    /// has it.
    pub fn holding(
        self,
        library: &Snapshot,
        marks: &Marks,
    ) -> impl Fn(&Brief, Option<&Mark>) -> bool + use<> {
        let with_starred_copies: IdSet = if self == Self::Starred {
            let starred = library.all_copies().filter(|(copy, _)| marks.is_starred(copy));
            starred.map(|(_, head)| head.clone()).collect()
        } else {
            IdSet::default()
        };
        move |brief, mark| self.holds(brief, mark) || with_starred_copies.contains(&brief.id)
    }

    /// Whether a main story with its mark belongs here, whatever its copies.
    fn holds(self, brief: &Brief, mark: Option<&Mark>) -> bool {
        match self {
            Self::All | Self::Search(_) => true,
            Self::Unread => !mark.is_some_and(|mark| mark.read),
            Self::Starred => mark.is_some_and(|mark| mark.starred),
            Self::Country(code) => brief.countries.contains(&code),
            Self::NoCountry => brief.countries.is_empty(),
            Self::NoDate => brief.date.is_none(),
        }
    }

    /// Whether marking a brief can move it out of here.
    pub fn is_changing(self) -> bool {
        matches!(self, Self::Unread | Self::Starred)
    }

    /// The same as the query language says it; nothing where it is everything.
    pub fn filter(self) -> Option<Filter> {
        match self {
            Self::All | Self::Search(_) => None,
            Self::Unread => Some(Filter::State(State::Unread)),
            Self::Starred => Some(Filter::State(State::Starred)),
            Self::Country(code) => Some(Filter::Country(code)),
            Self::NoCountry => Some(Filter::Lacks(Facet::Country)),
            Self::NoDate => Some(Filter::Lacks(Facet::Date)),
        }
    }

    /// The country, where it is one.
    pub fn country(self) -> Option<CountryCode> {
        match self {
            Self::Country(code) => Some(code),
            _ => None,
        }
    }

    /// The key of its name in the catalogues; a country and a search have their own.
    pub fn message(self) -> &'static str {
        match self {
            Self::All => "view-all",
            Self::Unread => "view-unread",
            Self::Starred => "view-starred",
            Self::Country(_) => "view-country",
            Self::Search(_) => "view-search",
            Self::NoCountry => "view-no-country",
            Self::NoDate => "view-no-date",
        }
    }

    /// The places of its main stories in [`Snapshot::briefs`], newest first.
    pub fn places(self, library: &Snapshot, marks: &Marks) -> Vec<u32> {
        if let Self::Country(code) = self {
            return library.countries().get(&code).cloned().unwrap_or_default();
        }
        let all = (0_u32..).zip(library.briefs());
        if matches!(self, Self::All | Self::Search(_)) {
            return all.map(|(place, _)| place).collect();
        }
        let is_held = self.holding(library, marks);
        all.filter(|(_, brief)| is_held(brief, marks.get(&brief.id)))
            .map(|(place, _)| place)
            .collect()
    }
}
