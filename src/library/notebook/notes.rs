//! All notes at one moment, and the ways to find one: immutable, shared, never waiting for a disk.

use crate::model::{BriefId, ById, CountryCode, Note, Subject};
use crate::store::catalogue::ContentHash;

/// All notes at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    kept: Vec<KeptNote>,
    /// Places in `kept`, by the brief.
    of_brief: ById<Vec<usize>>,
    drafts: Vec<KeptNote>,
    strange: Vec<StrangeNote>,
}

/// A note with the file it is kept in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptNote {
    /// The file's name below the folder of notes.
    pub name: String,
    /// What the file held.
    pub contents: ContentHash,
    /// The note.
    pub note: Note,
}

/// A file among the notes that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrangeNote {
    /// Its name.
    pub name: String,
    /// Why it is none.
    pub reason: String,
}

impl Notes {
    /// Sorts what was read of two folders.
    pub(super) fn new(
        notes: Vec<Result<KeptNote, StrangeNote>>,
        drafts: Vec<Result<KeptNote, StrangeNote>>,
    ) -> Self {
        let mut all = Self::default();
        for note in notes {
            match note {
                Ok(note) => all.kept.push(note),
                Err(strange) => all.strange.push(strange),
            }
        }
        // A draft that cannot be read is a file to be looked at by its owner.
        for draft in drafts {
            match draft {
                Ok(draft) => all.drafts.push(draft),
                Err(strange) => all.strange.push(strange),
            }
        }
        for (place, kept) in all.kept.iter().enumerate() {
            if let Some(id) = kept.note.subject.brief() {
                all.of_brief.entry(id.clone()).or_default().push(place);
            }
        }
        all
    }

    /// Notes and drafts that are not read from a disk, under the names that they would have there.
    pub fn of(
        notes: impl IntoIterator<Item = Note>,
        drafts: impl IntoIterator<Item = Note>,
    ) -> Self {
        let kept = |note: Note| {
            let bytes = crate::notes::write(&note);
            let contents = ContentHash::of(bytes.as_bytes(), bytes.len() as u64);
            Ok(KeptNote { name: crate::notes::file_name(&note), contents, note })
        };
        Self::new(notes.into_iter().map(kept).collect(), drafts.into_iter().map(kept).collect())
    }

    /// All of them, by the names of their files. What a search goes through.
    pub fn all(&self) -> &[KeptNote] {
        &self.kept
    }

    /// Those on a brief and its sentences.
    pub fn of_brief(&self, id: &BriefId) -> impl Iterator<Item = &KeptNote> {
        let places = self.of_brief.get(id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.kept.get(place))
    }

    /// Whether anything is noted on a brief or a sentence of it.
    pub fn has(&self, id: &BriefId) -> bool {
        self.of_brief.contains_key(id)
    }

    /// Those on a country itself.
    pub fn of_country(&self, country: CountryCode) -> impl Iterator<Item = &KeptNote> {
        let is_it = move |kept: &&KeptNote| kept.note.subject == Subject::Country(country);
        self.kept.iter().filter(is_it)
    }

    /// The one on a subject; of several that a person put there, the first by its name.
    pub fn on(&self, subject: &Subject) -> Option<&KeptNote> {
        match subject.brief() {
            Some(id) => self.of_brief(id).find(|kept| kept.note.subject.is(subject)),
            None => self.kept.iter().find(|kept| kept.note.subject.is(subject)),
        }
    }

    /// What was being written and not kept.
    pub fn drafts(&self) -> &[KeptNote] {
        &self.drafts
    }

    /// What was being written on a subject.
    pub fn draft_on(&self, subject: &Subject) -> Option<&KeptNote> {
        self.drafts.iter().find(|draft| draft.note.subject.is(subject))
    }

    /// Files that are no notes, and why; they are left alone.
    pub fn strange(&self) -> &[StrangeNote] {
        &self.strange
    }
}
