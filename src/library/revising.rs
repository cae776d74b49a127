//! What changed in the texts of files that hold something else than before, as marks of their briefs.

use std::collections::HashSet;

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, BriefPath, Change, Field, Moment, Revision};
use crate::store::catalogue::{Cache, ContentHash, Record};
use crate::store::extracts::Extracts;

/// Of more files at once the sentences are not compared: somebody made the folder anew.
const MOST_COMPARED: usize = 100;
/// Sentences of a text that are kept of what came, and of what went.
const MOST_SENTENCES: usize = 3;
/// Characters of a sentence that are kept.
const LONGEST: usize = 240;

/// What changed, found at a moment: for each main story that was there before.
pub(super) fn revisions(
    shelf: &Shelf,
    before: &Snapshot,
    rewritten: &[(BriefPath, Option<ContentHash>, Vec<Brief>)],
    at: Moment,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (place, (path, contents, briefs)) in rewritten.iter().enumerate() {
        let Some(contents) = contents else { continue };
        let compared = place < MOST_COMPARED;
        let texts = compared.then(|| Texts::of(shelf, before, path)).flatten();
        for brief in briefs.iter().filter(|brief| brief.parent.is_none()) {
            let Some(old) = before.brief(&brief.id) else { continue };
            let old = before.as_filed(old);
            let told = texts.as_ref().map(|texts| texts.changes(brief.part));
            let same =
                (&old.title, old.date, old.status) == (&brief.title, brief.date, brief.status);
            let (came, went) = match told {
                Some((came, went)) if came.is_empty() && went.is_empty() && same => continue,
                Some(told) => told,
                None => Default::default(),
            };
            let field = Field::Revised {
                contents: contents.to_string(),
                revision: Revision { at, came, went },
            };
            changes.push(Change { id: brief.id.clone(), field });
        }
    }
    changes
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

/// What of a rewritten file is looked at.
pub(super) fn parts(record: &Record) -> (BriefPath, Option<ContentHash>, Vec<Brief>) {
    let briefs = record.briefs.iter().map(|brief| (**brief).clone()).collect();
    (record.path.clone(), record.hash, briefs)
}
