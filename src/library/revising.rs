//! What changed in the texts of files that hold something else than before, as marks of their briefs.

use std::collections::HashSet;
use std::sync::Arc;

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, BriefId, BriefPath, Change, Field, Marks, Moment, Revision};
use crate::store::catalogue::{Cache, ContentHash, Record};
use crate::store::extracts::Extracts;

/// Of more files at once the sentences are not compared, and only another title, date or status is a change: somebody made the
/// folder anew.
const MOST_COMPARED: usize = 100;
/// Sentences of a text that are kept of what came, and of what went.
const MOST_SENTENCES: usize = 3;
/// Characters of a sentence that are kept.
const LONGEST: usize = 240;

/// A file that holds something else than before.
pub(super) struct Rewritten {
    path: BriefPath,
    contents: ContentHash,
    /// Its main stories.
    main: Vec<Arc<Brief>>,
}

impl Rewritten {
    /// Nothing where nobody knows what the file holds.
    pub(super) fn of(record: &Record) -> Option<Self> {
        let main = record.briefs.iter().filter(|brief| brief.parent.is_none());
        let main = main.map(Arc::clone).collect();
        Some(Self { path: record.path.clone(), contents: record.hash?, main })
    }
}

/// What changed, found at a moment: for each main story that was there before. What `marks` tell of the same contents already,
/// another program over the same folders found: it is told anew only by who can say what came and went.
pub(super) fn revisions(
    shelf: &Shelf,
    before: &Snapshot,
    marks: &Marks,
    rewritten: &[Rewritten],
    at: Moment,
) -> Vec<Change> {
    let compares = rewritten.len() <= MOST_COMPARED;
    let mut changes = Vec::new();
    for Rewritten { path, contents, main } in rewritten {
        let texts = compares.then(|| Texts::of(shelf, before, path)).flatten();
        let contents = contents.to_string();
        for brief in main {
            let Some(old) = before.brief(&brief.id) else { continue };
            let old = before.as_filed(old);
            let same =
                (&old.title, old.date, old.status) == (&brief.title, brief.date, brief.status);
            let (came, went) = match texts.as_ref().map(|texts| texts.changes(brief.part)) {
                Some((came, went)) if came.is_empty() && went.is_empty() && same => continue,
                Some(told) => told,
                None if same && !compares || is_told(marks, &brief.id, &contents) => continue,
                None => Default::default(),
            };
            let revision = Revision { at, came, went };
            let field = Field::Revised { contents: contents.clone(), revision };
            changes.push(Change { id: brief.id.clone(), field });
        }
    }
    changes
}

/// Whether it was found before that the text of a brief is that of some contents.
fn is_told(marks: &Marks, id: &BriefId, contents: &str) -> bool {
    let revisions = marks.get(id).and_then(|mark| mark.revisions.as_deref());
    revisions.is_some_and(|revisions| revisions.contains_key(contents))
}

/// The sentences of a file as they were and as they are, by the part of the story.
struct Texts {
    old: Vec<(u16, Vec<String>)>,
    new: Vec<(u16, Vec<String>)>,
}

impl Texts {
    /// Nothing where nobody knows what there was.
    fn of(shelf: &Shelf, before: &Snapshot, path: &BriefPath) -> Option<Self> {
        let place = before.files().binary_search_by(|(known, _)| known.cmp(path)).ok()?;
        let (_, contents) = before.files().get(place)?;
        let extracts = shelf.cache().map(Cache::extracts)?;
        let old = extracts.open(Extracts::shard_of(path)).get(path, *contents)?;
        let sentences = |text: &str| text.trim().to_owned();
        let old = old
            .into_iter()
            .map(|(part, extract)| (part, extract.sentences().map(sentences).collect()));
        let opened = shelf.file(path).ok()?;
        let new = opened.documents.iter().map(|document| {
            let texts = document.sentences.iter().map(|sentence| sentences(&sentence.text));
            (document.brief.part, texts.collect())
        });
        Some(Self { old: old.collect(), new: new.collect() })
    }

    /// The first sentences that came and that went, cut where they are long.
    fn changes(&self, part: u16) -> (Vec<String>, Vec<String>) {
        let of = |texts: &'_ [(u16, Vec<String>)]| -> Vec<String> {
            let story = texts.iter().find(|(of, _)| *of == part);
            story.map(|(_, sentences)| sentences.clone()).unwrap_or_default()
        };
        let (old, new) = (of(&self.old), of(&self.new));
        (missing(&new, &old), missing(&old, &new))
    }
}

/// The first sentences of one text that another does not have.
fn missing(of: &[String], in_other: &[String]) -> Vec<String> {
    let known: HashSet<&str> = in_other.iter().map(String::as_str).collect();
    let missing = of.iter().filter(|sentence| !known.contains(sentence.as_str()));
    missing.take(MOST_SENTENCES).map(|sentence| cut(sentence)).collect()
}

fn cut(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", sentence.get(..end).unwrap_or_default()),
        None => sentence.to_owned(),
    }
}
