//! A file's path and bytes to briefs and diagnostics. Pure: it opens nothing.
//!
//! `intake` makes text of bytes, `draft` reads it as Markdown or as a raw dispatch, and `assembly`
//! works out what the file does not state: title, date, language, countries, id.

mod assembly;
mod draft;
mod identity;
mod intake;
mod language;
mod prose;
mod subject;
#[cfg(test)]
mod tests;
mod tidy;
mod title;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::copies::Sketch;
use crate::country::{Gazetteer, Roster};
use crate::model::{
    Body, Brief, BriefPath, DateBasis, DateMention, Diagnostic, Document, Evidence, Fact,
    PartialDate, PersonMention, Place, Sentence, Span,
};
use crate::people::{Known, People};
use crate::summary::facts;
use assembly::{Assembly, Story};
use draft::Problems;
pub use draft::is_page;
pub use identity::{next_of as later_id, of_path as path_id, raw_of};
use language::FunctionWords;
use prose::Prose;
pub use tidy::{Tidy, is_markdown, said};

/// Files briefs; shared by all threads.
#[derive(Debug)]
pub struct Filing {
    gazetteer: Gazetteer,
    function_words: FunctionWords,
    /// Made when the first text is opened: what only lists texts does without.
    people: LazyLock<People>,
}

/// A file as it lies on disk.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its path below the briefs folder.
    pub path: &'a BriefPath,
    /// Its bytes, or the first of them.
    pub bytes: &'a [u8],
    /// Its size in bytes; more than `bytes` holds where only the first were read.
    pub size: u64,
}

/// What the lists need of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The main story, then its related stories, and so on for each further dispatch of the file;
    /// empty where the file is not text.
    pub briefs: Vec<Brief>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// What tells the copies of each main story, in their order.
    pub sketches: Vec<Sketch>,
    /// What it holds, where it is raw; what its raw file held, where it was imported: the number of
    /// [`raw_of`].
    pub raw: Option<u64>,
}

/// What a reader needs of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The stories, as in [`Entry::briefs`].
    pub documents: Vec<Document>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is read in the prose of a story.
#[derive(Default)]
struct Reading {
    sentences: Vec<Sentence>,
    dates: Vec<DateMention>,
    people: Vec<PersonMention>,
    facts: Vec<Fact>,
}

/// A file read and filed.
#[derive(Default)]
struct Filed {
    /// The coordinates of all spans.
    decoded: String,
    /// As in [`Entry::briefs`].
    stories: Vec<Story>,
    diagnostics: Vec<Diagnostic>,
    /// What the front matter says of the raw file.
    imported: Option<String>,
}

impl Filing {
    /// Files by the given gazetteer.
    pub fn new(gazetteer: Gazetteer) -> Self {
        Self { gazetteer, function_words: FunctionWords::builtin(), people: LazyLock::new(finder) }
    }

    /// The names of countries it files by.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Files a file for the catalogue: no sentences, no dates of the text. The fast path: 20,000
    /// files in 5 s on two cores.
    pub fn entry(&self, source: Source<'_>) -> Entry {
        let filed = self.file(source);
        let own = || (!is_markdown(source.path)).then(|| raw_of(source.bytes));
        let raw = filed.imported.clone().or_else(own);
        let raw = raw.and_then(|digits| u64::from_str_radix(&digits, 16).ok());
        let main = filed.stories.iter().filter(|story| story.brief.parent.is_none());
        let sketches = main
            .map(|main| Sketch::new(main.prose.iter().map(|prose| prose.text.as_str())))
            .collect();
        let briefs = filed.stories.into_iter().map(|story| story.brief).collect();
        Entry { briefs, diagnostics: filed.diagnostics, sketches, raw }
    }

    /// Files a file to be read and cited.
    pub fn open(&self, source: Source<'_>) -> Opened {
        self.opened(source, |story| {
            self.read(&story.brief, &story.body, &story.prose, &story.evidence)
        })
    }

    /// Files a file to be searched: documents without sentences, dates and facts, in half the time.
    pub fn open_to_search(&self, source: Source<'_>) -> Opened {
        self.opened(source, |story| Reading {
            people: prose::people(&story.prose, &self.people),
            ..Reading::default()
        })
    }

    fn opened(&self, source: Source<'_>, read: impl Fn(&Story) -> Reading) -> Opened {
        let Filed { decoded, stories, diagnostics, .. } = self.file(source);
        let decoded: Arc<str> = decoded.into();
        let document = |story: Story| {
            let Reading { sentences, dates, people, facts } = read(&story);
            Document {
                sentences,
                dates,
                people,
                facts,
                brief: story.brief,
                decoded: Arc::clone(&decoded),
                title: story.title,
                body: story.body,
                evidence: story.evidence,
                dropped: story.dropped,
                diagnostics: diagnostics.clone(),
            }
        };
        Opened { documents: stories.into_iter().map(document).collect(), diagnostics }
    }

    /// Reads the prose of a story: what only those need who open it.
    fn read(&self, brief: &Brief, body: &Body, prose: &[Prose], evidence: &[Evidence]) -> Reading {
        let (places, sentences): (Vec<_>, Vec<_>) = prose::sentences(prose).unzip();
        let dates: Vec<_> = prose::dates(prose, anchor(brief), brief.language).collect();
        let people = prose::people(prose, &self.people);
        let in_title = evidence.iter().filter(|evidence| evidence.place == Place::Title);
        let mut title: Vec<_> = in_title.map(|evidence| evidence.country).collect();
        title.dedup();
        let locate = |number: usize, range: Range<usize>| {
            let place = places.get(number);
            let found = place.and_then(|place| Some((place.start, prose.get(place.prose)?)));
            found.map_or_else(Span::default, |(start, prose)| {
                prose.span(&(start + range.start..start + range.end))
            })
        };
        let facts = facts::find(&facts::Story {
            sentences: &sentences,
            places: &subject::named(&self.gazetteer, &brief.title, prose),
            people: &people,
            dates: &dates,
            headings: &self.headings(brief, body),
            title: &title,
            countries: &brief.countries,
            date: brief.date,
            language: brief.language,
            locate: &locate,
        });
        Reading { sentences, dates, people, facts }
    }

    /// Reads an opened text again after its brief was corrected: what is counted from its date, which sentences speak of its
    /// countries, and what they state.
    pub fn read_again(&self, document: &mut Document) {
        let prose = prose::of(&document.body, &document.decoded);
        let brief = &document.brief;
        let unfiled =
            subject::unfiled(&self.gazetteer, brief, &prose, &document.decoded, &document.evidence);
        document.evidence.retain(|evidence| brief.countries.contains(&evidence.country));
        document.evidence.extend(unfiled);
        let Reading { sentences, dates, people, facts } =
            self.read(&document.brief, &document.body, &prose, &document.evidence);
        (document.sentences, document.dates) = (sentences, dates);
        (document.people, document.facts) = (people, facts);
    }

    /// The headings of a story with the days and countries that they name.
    fn headings(&self, brief: &Brief, body: &Body) -> Vec<facts::Heading> {
        let prose = prose::headings(body);
        let named = subject::named(&self.gazetteer, &brief.title, &prose);
        let dates: Vec<_> = prose::dates(&prose, anchor(brief), brief.language).collect();
        let heading = |prose: &Prose| {
            let span = prose.span(&(0..prose.text.len()));
            let named = beginning_in(&named, span, |named| named.span);
            let mut countries: Vec<_> = named.iter().map(|named| named.country).collect();
            countries.dedup();
            let dates = beginning_in(&dates, span, |date| date.span).to_vec();
            facts::Heading { block: prose.block, dates, countries }
        };
        prose.iter().map(heading).collect()
    }

    fn file(&self, source: Source<'_>) -> Filed {
        let mut problems = Problems::new();
        let decoded = intake::decode(source, &mut problems);
        let mut filed = decoded
            .map(|decoded| self.stories(source.path, decoded, &mut problems))
            .unwrap_or_default();
        let diagnostic = |(line, problem)| Diagnostic { file: source.path.clone(), line, problem };
        filed.diagnostics = problems.into_iter().map(diagnostic).collect();
        filed
    }

    /// The stories of a file, and the text that their spans are offsets into.
    fn stories(&self, path: &BriefPath, decoded: String, problems: &mut Problems) -> Filed {
        let (read, decoded) = draft::read(path, decoded);
        problems.extend(read.problems);
        let assembly = Assembly { filing: self, path, decoded: &decoded };
        let main = assembly.main(read.main, &read.front, problems);
        let stories = assembly.all(main, read.related, read.further, problems);
        Filed { imported: read.front.matter.imported, stories, decoded, diagnostics: Vec::new() }
    }
}

/// The date that relative ones in a text are counted from: one that is stated, not worked out.
fn anchor(brief: &Brief) -> Option<PartialDate> {
    brief.date.filter(|date| date.basis != DateBasis::Inferred).map(|date| date.value)
}

/// The finder of persons, with the names that the gazetteer knows.
fn finder() -> People {
    let Roster { leaders, places, institutions, adjectives } = Roster::builtin();
    People::new(&Known { leaders, places, institutions, adjectives })
}

/// Those of a list in the order of the text that begin inside a span.
fn beginning_in<T>(list: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> &[T] {
    let from = list.partition_point(|item| span_of(item).start < span.start);
    let list = list.get(from..).unwrap_or_default();
    let to = list.partition_point(|item| span_of(item).start < span.end);
    list.get(..to).unwrap_or_default()
}
