//! What the article list shows: everything, a view, or a country.

use crate::library::Snapshot;
use crate::model::{Brief, CountryCode, Marks};

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
}

impl Scope {
    /// Whether a main story belongs here. What counts is the version of a text that is read; but a
    /// star stays in sight when a newer version takes the place of the one that has it.
    pub fn holds(self, brief: &Brief, library: &Snapshot, marks: &Marks) -> bool {
        match self {
            Self::All => true,
            Self::Unread => !marks.is_read(&brief.id),
            Self::Starred => {
                let versions = library.copies(&brief.id).iter().map(|copy| &copy.id);
                versions.chain([&brief.id]).any(|id| marks.is_starred(id))
            }
            Self::Country(code) => brief.countries.contains(&code),
            Self::NoCountry => brief.countries.is_empty(),
            Self::NoDate => brief.date.is_none(),
        }
    }

    /// Whether marking a brief can move it out of here.
    pub fn is_changing(self) -> bool {
        matches!(self, Self::Unread | Self::Starred)
    }

    /// The country, where it is one.
    pub fn country(self) -> Option<CountryCode> {
        match self {
            Self::Country(code) => Some(code),
            _ => None,
        }
    }

    /// The key of its name in the catalogues; a country has its own name.
    pub fn message(self) -> &'static str {
        match self {
            Self::All => "view-all",
            Self::Unread => "view-unread",
            Self::Starred => "view-starred",
            Self::Country(_) => "view-country",
            Self::NoCountry => "view-no-country",
            Self::NoDate => "view-no-date",
        }
    }

    /// The places of its main stories in [`Snapshot::briefs`], newest first.
    pub fn places(self, library: &Snapshot, marks: &Marks) -> Vec<u32> {
        if let Self::Country(code) = self {
            return library.countries().get(&code).cloned().unwrap_or_default();
        }
        (0_u32..)
            .zip(library.briefs())
            .filter(|(_, brief)| self.holds(brief, library, marks))
            .map(|(place, _)| place)
            .collect()
    }
}
