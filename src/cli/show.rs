//! `chancery show`: one brief, to read or with all that was read in it.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

use super::check;
use super::facts::{FactRecord, WithFacts};
use super::failure::Failure;
use super::notes;
use super::options::{PageFormat, ShowOptions};
use super::output::{Output, complain};
use super::records::{
    BriefRecord, DocumentRecord, DroppedRecord, EvidenceRecord, MentionRecord, NoteRecord,
    PersonRecord, SentenceRecord,
};
use super::session::{Outcome, Session};
use crate::app::labels::with_labels;
use crate::export::{self, Annotations, Format};
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{Argument, Brief, BriefId, BriefPath, Document, Sentence};
use crate::store::Briefs;
use crate::text::Safe;

pub(super) fn run(session: &mut Session, options: &ShowOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let snapshot = &library.snapshot;
    let Some(brief) = find(&options.brief, snapshot, &session.folders.briefs)? else {
        let name = Argument::Text(options.brief.to_string_lossy().into_owned());
        complain(&session.words.with("cli-no-brief", &[("name", name)]));
        return Ok(Outcome::Nothing);
    };
    let document = library.keeper.shelf().document(brief)?;
    let notes = notes::read(session);
    let id = &document.brief.id;
    let annotations = Annotations {
        tags: snapshot.marks.tags(id).collect(),
        notes: notes.of_brief(id).map(|kept| &kept.note).collect(),
    };
    let words = Arc::clone(&session.words);
    let page = |format| {
        with_labels(&words, |labels| export::document(&document, &annotations, labels, format))
    };
    let output = &mut session.output;
    match options.format {
        PageFormat::Json | PageFormat::Jsonl => {
            let notes = notes.of_brief(id).map(NoteRecord::new).collect();
            let record = record(&document, options, snapshot, &words);
            let facts = document.facts.iter().map(|fact| FactRecord::new(fact, &document));
            let facts = options.facts.then(|| facts.collect());
            output.json(&WithFacts { document: DocumentRecord { notes, ..record }, facts })?;
        }
        PageFormat::Text => {
            output.page(&page(Format::Text))?;
            details(output, &document, options, &words)?;
        }
        PageFormat::Markdown => output.page(&page(Format::Markdown))?,
        PageFormat::Html => output.page(&page(Format::Html))?,
    }
    Ok(Outcome::Found)
}

/// The brief that an id, a path or a file's name means; `#N` behind a file is the Nth story under its first.
fn find<'a>(
    wanted: &OsStr,
    library: &'a Snapshot,
    briefs: &Briefs,
) -> Result<Option<&'a Arc<Brief>>, Failure> {
    if let Some(found) = wanted.to_str().and_then(|text| library.brief(&BriefId::from(text))) {
        return Ok(Some(found));
    }
    if let Some(main) = find_file(wanted, library, briefs)? {
        return Ok(Some(main));
    }
    let bytes = wanted.as_bytes();
    let Some(at) = bytes.iter().rposition(|&byte| byte == b'#') else { return Ok(None) };
    let (file, number) = bytes.split_at(at);
    let number = std::str::from_utf8(number).ok().and_then(|text| text.strip_prefix('#'));
    let Some(part) = number.and_then(|text| text.parse::<u16>().ok()) else { return Ok(None) };
    let Some(main) = find_file(OsStr::from_bytes(file), library, briefs)? else { return Ok(None) };
    // One that the reader took from its parent still stands in the file.
    Ok(library.all().find(|story| story.file == main.file && story.part == part))
}

/// The main story of a file: by its path below the folder, by a path to it, or by its name alone.
fn find_file<'a>(
    wanted: &OsStr,
    library: &'a Snapshot,
    briefs: &Briefs,
) -> Result<Option<&'a Arc<Brief>>, Failure> {
    let bytes = wanted.as_bytes();
    let typed = bytes.strip_prefix(b"./").unwrap_or(bytes);
    let mut paths = vec![BriefPath::from_bytes(typed)];
    paths.extend(std::str::from_utf8(typed).ok().map(BriefPath::from));
    paths.extend(briefs.path_within(Path::new(wanted)));
    let mains = || library.main_stories().filter(|brief| brief.part == 0);
    for path in &paths {
        let same = mains().find(|brief| brief.file == *path);
        if same.is_some() {
            return Ok(same);
        }
    }
    let is_named = |brief: &&Arc<Brief>| {
        paths.iter().take(2).any(|path| brief.file.file_name() == path.as_str())
    };
    let mut named = mains().filter(is_named);
    let (first, second) = (named.next(), named.next());
    match (first, second) {
        (Some(first), Some(second)) => Err(Failure::Ambiguous {
            name: wanted.to_string_lossy().into_owned(),
            files: format!("{}, {}", first.file, second.file),
        }),
        (first, _) => Ok(first),
    }
}

fn record(
    document: &Document,
    options: &ShowOptions,
    library: &Snapshot,
    words: &Messages,
) -> DocumentRecord {
    let brief = &document.brief;
    let dropped = document.dropped.iter();
    let sentences = document.sentences.iter().map(|sentence| slice(sentence, document));
    DocumentRecord {
        brief: BriefRecord::new(brief, library),
        body: document.body.plain_text(),
        related: library.related(&brief.id).iter().map(|story| story.id.clone()).collect(),
        dropped: dropped.map(|line| DroppedRecord { line: line.line, kind: line.kind }).collect(),
        sentences: options.sentences.then(|| sentences.collect()),
        dates: options.dates.then(|| document.dates.iter().map(MentionRecord::from).collect()),
        evidence: document.evidence.iter().map(EvidenceRecord::from).collect(),
        diagnostics: document.diagnostics.iter().map(|d| check::record(d, words)).collect(),
        classification: brief.classification.clone(),
        embargo: brief.embargo.clone(),
        replaces: brief.replaces.clone(),
        people: PersonRecord::of(&document.people),
        notes: Vec::new(),
    }
}

/// A sentence as it stands in the decoded text, byte for byte.
fn slice(sentence: &Sentence, document: &Document) -> SentenceRecord {
    let span = sentence.span;
    let text = span.slice(&document.decoded).unwrap_or_default().to_owned();
    SentenceRecord { start: span.start, end: span.end, text }
}

/// What was asked for besides the text, and what is wrong with the file.
fn details(
    output: &mut Output,
    document: &Document,
    options: &ShowOptions,
    words: &Messages,
) -> Result<(), Failure> {
    if options.sentences {
        output.plain("")?;
        for sentence in &document.sentences {
            let words = Safe::new(&sentence.text);
            output.plain(&format!("{}-{}  {words}", sentence.span.start, sentence.span.end))?;
        }
    }
    if options.dates {
        output.plain("")?;
        for date in &document.dates {
            let words = Safe::new(&date.text);
            output.plain(&format!(
                "{}-{}  {}  {words}",
                date.span.start, date.span.end, date.value
            ))?;
        }
    }
    if options.facts {
        output.plain("")?;
        for fact in &document.facts {
            let record = FactRecord::new(fact, document);
            output.plain(&Safe::new(&record.line()).to_string())?;
        }
    }
    for diagnostic in document.diagnostics.iter().filter(|d| !d.problem.is_notice()) {
        complain(&words.diagnostic(diagnostic));
    }
    Ok(())
}
