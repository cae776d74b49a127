//! What a reader says is wrong with a brief: laid over it, never written into its file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Aspect, Brief, CountryCode, DateBasis, DateStamp, PartialDate, TitleBasis};

/// What a reader corrected in one brief; what is `None` or false is as the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    /// What it is called.
    pub title: Option<String>,
    /// When it was written.
    pub date: Option<CorrectedDate>,
    /// What it is about, most salient first; empty where it is about no country.
    pub countries: Option<Vec<CountryCode>>,
    /// It has nothing to do with the story it stands below.
    pub not_related: bool,
    /// It is no version of the text that it is folded with, nor of any other.
    pub not_copy: bool,
}

/// A date as a reader corrects it. A wrong one may have no right one: then there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorrectedDate {
    /// This one.
    On(PartialDate),
    /// None that is known.
    Undated,
}

impl Corrections {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is corrected.
    pub fn aspects(&self) -> Vec<Aspect> {
        let aspects = [
            (self.title.is_some(), Aspect::Title),
            (self.date.is_some(), Aspect::Date),
            (self.countries.is_some(), Aspect::Countries),
            (self.not_related, Aspect::Related),
            (self.not_copy, Aspect::Copy),
        ];
        aspects.into_iter().filter(|(is, _)| *is).map(|(_, aspect)| aspect).collect()
    }

    /// These corrections, and where there are none those of `other`.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            title: self.title.or_else(|| other.title.clone()),
            date: self.date.or(other.date),
            countries: self.countries.or_else(|| other.countries.clone()),
            not_related: self.not_related || other.not_related,
            not_copy: self.not_copy || other.not_copy,
        }
    }

    /// The brief as the reader corrected it. Whoever corrects a title or a date states it.
    #[must_use]
    pub fn laid_over(&self, brief: &Brief) -> Brief {
        let mut brief = Brief { corrected: self.aspects(), ..brief.clone() };
        if let Some(title) = &self.title {
            brief.title.clone_from(title);
            brief.title_basis = TitleBasis::Stated;
        }
        if let Some(date) = self.date {
            let stamp = |value| DateStamp { value, basis: DateBasis::Stated };
            brief.date = date.value().map(stamp);
        }
        if let Some(countries) = &self.countries {
            brief.countries.clone_from(countries);
        }
        if self.not_related {
            brief.parent = None;
        }
        brief
    }
}

impl CorrectedDate {
    const UNDATED: &str = "none";

    /// The date, where there is one.
    pub fn value(self) -> Option<PartialDate> {
        match self {
            Self::On(date) => Some(date),
            Self::Undated => None,
        }
    }
}

impl From<Option<PartialDate>> for CorrectedDate {
    fn from(date: Option<PartialDate>) -> Self {
        date.map_or(Self::Undated, Self::On)
    }
}

impl fmt::Display for CorrectedDate {
    /// ISO 8601, or `none`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::Undated => f.write_str(Self::UNDATED),
        }
    }
}

impl FromStr for CorrectedDate {
    type Err = super::DateError;

    /// Takes what it prints and nothing else.
    fn from_str(text: &str) -> Result<Self, super::DateError> {
        if text == Self::UNDATED { Ok(Self::Undated) } else { text.parse().map(Self::On) }
    }
}

impl Serialize for CorrectedDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CorrectedDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed::parsed(deserializer, "a date or \"none\"", |text| text.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BriefPath, Status};

    fn related() -> Brief {
        Brief {
            id: "p:1/a".into(),
            file: BriefPath::from("a.txt"),
            part: 1,
            parent: Some("p:1".into()),
            title: "The first words".to_owned(),
            title_basis: TitleBasis::Derived,
            date: None,
            place: None,
            source: None,
            source_url: None,
            author: None,
            language: None,
            countries: vec!["GE".parse().expect("a code")],
            status: Status::Current,
            replaces: None,
            tags: Vec::new(),
            embargo: None,
            classification: None,
            words: 1,
            corrected: Vec::new(),
        }
    }

    #[test]
    fn the_reader_s_word_beats_the_file_s_and_says_where() {
        let date: PartialDate = "2025-05".parse().expect("a date");
        let corrections = Corrections {
            title: Some("A visit".to_owned()),
            date: Some(CorrectedDate::On(date)),
            countries: Some(Vec::new()),
            not_related: true,
            not_copy: true,
        };
        let brief = corrections.laid_over(&related());
        assert_eq!((brief.title.as_str(), brief.title_basis), ("A visit", TitleBasis::Stated));
        assert_eq!(brief.date, Some(DateStamp { value: date, basis: DateBasis::Stated }));
        assert_eq!((brief.countries, brief.parent), (Vec::new(), None));
        let all = [Aspect::Title, Aspect::Date, Aspect::Countries, Aspect::Related, Aspect::Copy];
        assert_eq!(brief.corrected, all);
    }

    #[test]
    fn nothing_corrected_is_the_brief_as_filed() {
        assert!(Corrections::default().is_empty());
        assert_eq!(Corrections::default().laid_over(&related()), related());
    }

    #[test]
    fn a_date_can_be_taken_away() {
        for text in ["none", "2025", "2025-05-12"] {
            let date: CorrectedDate = text.parse().expect("a date");
            assert_eq!(date.to_string(), text);
        }
        assert!("None".parse::<CorrectedDate>().is_err());
    }
}
