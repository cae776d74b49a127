//! What a reader writes about a brief, a country, or a sentence.

use super::{BriefId, CountryCode, Moment, Span};

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A brief as a whole.
    Brief(BriefId),
    /// A country or an organisation.
    Country(CountryCode),
    /// A sentence of a brief.
    Sentence {
        /// The brief.
        id: BriefId,
        /// The sentence as it stands in the decoded text.
        text: String,
        /// Where it stood there when the note was written; after an edit its text finds it again.
        span: Span,
    },
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub subject: Subject,
    /// The file of the brief when the note was written: for who reads the note without the program.
    pub file: Option<String>,
    /// The title of the brief, or the name of the country, likewise.
    pub title: Option<String>,
    /// When it was last written; `None` where a person left it out.
    pub written: Option<Moment>,
    /// The reader's words, in Markdown; its lines end in line feeds.
    pub text: String,
}

impl Subject {
    /// What kind of thing it is, as files of notes and scripts say it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Brief(_) => "brief",
            Self::Country(_) => "country",
            Self::Sentence { .. } => "sentence",
        }
    }

    /// The brief that it is about, or whose sentence.
    pub fn brief(&self) -> Option<&BriefId> {
        match self {
            Self::Brief(id) | Self::Sentence { id, .. } => Some(id),
            Self::Country(_) => None,
        }
    }

    /// Whether two are the same: a sentence is known by its words, wherever they stand now.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sentence { id, text, .. }, Self::Sentence { id: of, text: words, .. }) => {
                id == of && text == words
            }
            (one, other) => one == other,
        }
    }

    /// The same, for a brief that has another id now.
    #[must_use]
    pub fn with_brief(self, id: BriefId) -> Self {
        match self {
            Self::Brief(_) => Self::Brief(id),
            Self::Sentence { text, span, .. } => Self::Sentence { id, text, span },
            Self::Country(code) => Self::Country(code),
        }
    }
}

impl Note {
    /// Its first line that is not blank, without the signs of a heading.
    pub fn first_line(&self) -> &str {
        let line = self.text.lines().map(str::trim).find(|line| !line.is_empty());
        line.unwrap_or_default().trim_start_matches('#').trim_start()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_known_by_its_words() {
        let sentence = |text: &str, start| Subject::Sentence {
            id: "p:1".into(),
            text: text.into(),
            span: Span::new(start, start + 4),
        };
        assert!(sentence("One.", 0).is(&sentence("One.", 9)));
        assert!(!sentence("One.", 0).is(&sentence("Two.", 0)));
        assert!(!sentence("One.", 0).is(&Subject::Brief("p:1".into())));
    }
}
