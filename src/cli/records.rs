//! The records of the machine-readable formats: the contract for scripts.
//!
//! Fields are added at the end, never renamed; the model may change behind them.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Number;

use crate::library::{KeptNote, Snapshot, tag_key};
use crate::model::{
    Aspect, Brief, BriefId, BriefPath, Citation, CountryCode, DateBasis, DateMention, DateStamp,
    DroppedKind, Evidence, FactKind, FactStatus, Language, Marks, Moment, Novelty, PartialDate,
    PersonMention, Place, Precision, Role, SectionKind, Status, Subject, TitleBasis, Unit,
};

/// A line of `list`.
#[derive(Debug, Serialize)]
pub(super) struct BriefRecord {
    id: BriefId,
    file: BriefPath,
    part: u16,
    title: String,
    title_basis: TitleBasis,
    date: Option<DateRecord>,
    first_seen: Option<String>,
    source: Option<String>,
    source_url: Option<String>,
    author: Option<String>,
    language: Option<Language>,
    countries: Vec<CountryCode>,
    parent: Option<BriefId>,
    status: Status,
    words: u32,
    read: bool,
    starred: bool,
    tags: Vec<String>,
    /// What the reader corrected.
    corrected: Vec<Aspect>,
    /// The newest version of the same text, where this is an older one.
    copy_of: Option<BriefId>,
    /// Those of `tags` that are the reader's own.
    own_tags: Vec<String>,
}

/// A date and how it is known.
#[derive(Debug, Serialize)]
pub(super) struct DateRecord {
    value: PartialDate,
    precision: Precision,
    basis: DateBasis,
}

/// What `show` says of one brief.
#[derive(Debug, Serialize)]
pub(super) struct DocumentRecord {
    #[serde(flatten)]
    pub(super) brief: BriefRecord,
    pub(super) body: String,
    pub(super) related: Vec<BriefId>,
    pub(super) dropped: Vec<DroppedRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sentences: Option<Vec<SentenceRecord>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dates: Option<Vec<MentionRecord>>,
    pub(super) evidence: Vec<EvidenceRecord>,
    pub(super) diagnostics: Vec<ProblemRecord>,
    pub(super) classification: Option<String>,
    pub(super) embargo: Option<String>,
    pub(super) replaces: Option<String>,
    pub(super) people: Vec<PersonRecord>,
    /// What the reader wrote on it and its sentences.
    pub(super) notes: Vec<NoteRecord>,
}

/// A person that the text names.
#[derive(Debug, Serialize)]
pub(super) struct PersonRecord {
    /// The fullest form of the name in the text.
    name: String,
    /// The same for all spellings of one name.
    key: String,
    /// The first office that the text gives, in its words.
    title: Option<String>,
    role: Option<Role>,
    former: bool,
    /// The country of the office.
    country: Option<CountryCode>,
    /// Bytes of the decoded text, names without titles.
    spans: Vec<[usize; 2]>,
}

/// A line of `notes`.
#[derive(Debug, Serialize)]
pub(super) struct NoteRecord {
    /// `brief`, `country` or `sentence`.
    about: &'static str,
    id: Option<BriefId>,
    country: Option<CountryCode>,
    file: Option<String>,
    title: Option<String>,
    sentence: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    written: Option<String>,
    text: String,
    /// Its file in the folder of notes.
    note: String,
}

/// A line of the file that is not part of the story.
#[derive(Debug, Serialize)]
pub(super) struct DroppedRecord {
    pub(super) line: u32,
    pub(super) kind: DroppedKind,
}

/// A sentence: bytes of the decoded text, and the exact slice.
#[derive(Debug, Serialize)]
pub(super) struct SentenceRecord {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

/// A date that the text names.
#[derive(Debug, Serialize)]
pub(super) struct MentionRecord {
    start: usize,
    end: usize,
    text: String,
    value: PartialDate,
    precision: Precision,
    basis: DateBasis,
    /// The last date of a range.
    until: Option<PartialDate>,
}

/// Why a brief is filed under a country.
#[derive(Debug, Serialize)]
pub(super) struct EvidenceRecord {
    country: CountryCode,
    form: String,
    start: Option<usize>,
    end: Option<usize>,
    place: Place,
}

/// Something wrong with a file.
#[derive(Debug, Serialize)]
pub(super) struct ProblemRecord {
    pub(super) file: BriefPath,
    pub(super) line: Option<u32>,
    pub(super) problem: &'static str,
    pub(super) notice: bool,
    pub(super) message: String,
}

/// A line of `import`.
#[derive(Debug, Serialize)]
pub(super) struct ImportRecord {
    pub(super) source: String,
    /// `new`, `present` or `problem`.
    pub(super) outcome: &'static str,
    pub(super) file: Option<String>,
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) problem: Option<&'static str>,
    pub(super) message: Option<String>,
    /// With `--dry-run`: what would be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content: Option<String>,
}

/// A line of `search`.
#[derive(Debug, Serialize)]
pub(super) struct HitRecord {
    /// None of a note on a country.
    pub(super) id: Option<BriefId>,
    pub(super) file: Option<BriefPath>,
    pub(super) title: String,
    pub(super) date: Option<DateRecord>,
    pub(super) countries: Vec<CountryCode>,
    /// The day it was received, where it has no date.
    pub(super) received: Option<PartialDate>,
    /// `exact`, `spelling` or `slip`: how much what was found is like what was typed.
    #[serde(rename = "match")]
    pub(super) nearness: &'static str,
    /// `brief`, `sentence` or `country`: what the note is about in which it was found, where it was.
    pub(super) note: Option<&'static str>,
    pub(super) score: f64,
    pub(super) snippet: String,
    /// Bytes of the snippet.
    pub(super) highlights: Vec<[usize; 2]>,
}

/// A line of `summary`.
#[derive(Debug, Serialize)]
pub(super) struct LineRecord {
    pub(super) country: CountryCode,
    pub(super) with: Option<CountryCode>,
    pub(super) section: SectionKind,
    pub(super) text: String,
    pub(super) value: Option<Number>,
    pub(super) unit: Option<UnitRecord>,
    pub(super) status: Option<FactStatus>,
    pub(super) date: Option<DateRecord>,
    pub(super) citations: Vec<Citation>,
    pub(super) as_of: PartialDate,
    #[serde(rename = "type")]
    pub(super) kind: Option<FactKind>,
    pub(super) novelty: Option<Novelty>,
    pub(super) gone: Vec<String>,
    /// Whose the fact is.
    pub(super) countries: Vec<CountryCode>,
    /// Lines that `--lines` or `--words` left out of the page.
    pub(super) left_out: usize,
}

/// What the value of a line counts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum UnitRecord {
    /// Briefs that name a partner.
    Briefs,
    /// The unit of a fact.
    #[serde(untagged)]
    Fact(Unit),
}

/// A line of `countries`.
#[derive(Debug, Serialize)]
pub(super) struct CountryRecord {
    pub(super) code: CountryCode,
    pub(super) name: String,
    pub(super) briefs: usize,
    pub(super) unread: usize,
    pub(super) latest: Option<PartialDate>,
}

/// A line of `keys`.
#[derive(Debug, Serialize)]
pub(super) struct KeyRecord {
    pub(super) mode: &'static str,
    pub(super) keys: String,
    pub(super) command: &'static str,
    pub(super) description: String,
}

/// A way to ask.
#[derive(Debug, Serialize)]
pub(super) struct QueryRecord {
    pub(super) kind: String,
    pub(super) names: Vec<String>,
    pub(super) example: String,
    pub(super) description: String,
}

/// A line of `doctor`.
#[derive(Debug, Serialize)]
pub(super) struct FindingRecord {
    pub(super) subject: String,
    pub(super) state: &'static str,
    pub(super) message: String,
}

impl BriefRecord {
    /// A brief with the reader's marks on it.
    pub(super) fn new(brief: &Brief, library: &Snapshot) -> Self {
        let marks = &library.marks;
        Self {
            id: brief.id.clone(),
            file: brief.file.clone(),
            part: brief.part,
            title: brief.title.clone(),
            title_basis: brief.title_basis,
            date: brief.date.map(DateRecord::from),
            first_seen: marks.first_seen(&brief.id).and_then(rfc_3339),
            source: brief.source.clone(),
            source_url: brief.source_url.clone(),
            author: brief.author.clone(),
            language: brief.language,
            countries: brief.countries.clone(),
            parent: brief.parent.clone(),
            status: brief.status,
            words: brief.words,
            read: marks.is_read(&brief.id),
            starred: marks.is_starred(&brief.id),
            tags: all_tags(brief, marks),
            corrected: brief.corrected.clone(),
            copy_of: library.head_of(&brief.id).cloned(),
            own_tags: marks.tags(&brief.id).map(str::to_owned).collect(),
        }
    }
}

/// The tags of the file, and the reader's own that are not among them.
fn all_tags(brief: &Brief, marks: &Marks) -> Vec<String> {
    let known: Vec<String> = brief.tags.iter().map(|tag| tag_key(tag)).collect();
    let own = marks.tags(&brief.id).filter(|tag| !known.contains(&tag_key(tag)));
    brief.tags.iter().cloned().chain(own.map(str::to_owned)).collect()
}

impl NoteRecord {
    pub(super) fn new(kept: &KeptNote) -> Self {
        let note = &kept.note;
        let (country, sentence) = match &note.subject {
            Subject::Brief(_) => (None, None),
            Subject::Country(code) => (Some(*code), None),
            Subject::Sentence { text, span, .. } => (None, Some((text, span))),
        };
        Self {
            about: note.subject.kind(),
            id: note.subject.brief().cloned(),
            country,
            file: note.file.clone(),
            title: note.title.clone(),
            sentence: sentence.map(|(text, _)| text.clone()),
            start: sentence.map(|(_, span)| span.start),
            end: sentence.map(|(_, span)| span.end),
            written: note.written.and_then(rfc_3339),
            text: note.text.clone(),
            note: kept.name.clone(),
        }
    }
}

/// A moment in UTC, as in `2025-05-12T08:30:00.25Z`.
fn rfc_3339(moment: Moment) -> Option<String> {
    jiff::Timestamp::from_millisecond(moment.0).ok().map(|timestamp| timestamp.to_string())
}

impl From<DateStamp> for DateRecord {
    fn from(date: DateStamp) -> Self {
        Self { value: date.value, precision: date.value.precision(), basis: date.basis }
    }
}

impl From<&DateMention> for MentionRecord {
    fn from(mention: &DateMention) -> Self {
        Self {
            start: mention.span.start,
            end: mention.span.end,
            text: mention.text.clone(),
            value: mention.value,
            precision: mention.value.precision(),
            basis: mention.basis,
            until: mention.end,
        }
    }
}

impl PersonRecord {
    /// The persons of a text, each once, in the order in which it names them.
    pub(super) fn of(mentions: &[PersonMention]) -> Vec<Self> {
        let mut persons: Vec<Self> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for mention in mentions {
            let place = *places.entry(&mention.key).or_insert(persons.len());
            if place == persons.len() {
                persons.push(Self::new(mention));
            }
            let Some(person) = persons.get_mut(place) else { continue };
            person.spans.push([mention.span.start, mention.span.end]);
            let office = mention.title.as_ref().filter(|title| title.role.is_office());
            if let Some(title) = office.filter(|_| person.title.is_none()) {
                person.title = Some(title.text.clone());
                person.role = Some(title.role);
                person.former = title.former;
                person.country = title.country;
            }
        }
        persons
    }

    /// A person without titles and places yet.
    fn new(mention: &PersonMention) -> Self {
        Self {
            name: mention.name.clone(),
            key: mention.key.clone(),
            title: None,
            role: None,
            former: false,
            country: None,
            spans: Vec::new(),
        }
    }
}

impl From<&Evidence> for EvidenceRecord {
    fn from(evidence: &Evidence) -> Self {
        Self {
            country: evidence.country,
            form: evidence.form.clone(),
            start: evidence.span.map(|span| span.start),
            end: evidence.span.map(|span| span.end),
            place: evidence.place,
        }
    }
}
