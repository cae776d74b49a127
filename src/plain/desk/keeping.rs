//! Marks, tags, corrections, notes and saved searches kept, with the way back.

use std::sync::Arc;

use super::{Desk, detail_of};
use crate::dates;
use crate::library::{NoteToKeep, TagName};
use crate::model::{
    Aspect, BriefId, Change, CorrectedDate, CountryCode, Field, Naming, Note, Placing, SavedSearch,
    Subject,
};

/// The longest title that is taken, in characters.
const LONGEST_TITLE: usize = 500;

/// Something that was done and can be taken back: what to keep for that.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Marks(Vec<Change>),
    Names(Vec<Naming>),
    Places(Vec<Placing>),
}

/// What became of something that was tried: a key of what is to be said, or a sentence.
pub(in crate::plain) type Said = Result<&'static str, String>;

impl Desk {
    /// Whether a brief is a related story: those go with their article and have no marks.
    pub(in crate::plain) fn is_related(&self, id: &BriefId) -> bool {
        self.brief(id).is_some_and(|brief| brief.parent.is_some())
    }

    /// Marks a brief as read, if it is not and can be.
    pub(in crate::plain) fn mark_read(&mut self, id: &BriefId) -> Result<(), String> {
        let is_marked = self.library.marks.is_read(id) || self.is_related(id);
        if is_marked { Ok(()) } else { self.set(id, Field::Read(true)) }
    }

    /// Turns the mark of having read round; whether it is there now.
    pub(in crate::plain) fn turn_read(&mut self, id: &BriefId) -> Result<bool, String> {
        let read = !self.library.marks.is_read(id);
        self.set(id, Field::Read(read)).map(|()| read)
    }

    /// Turns the star round; whether it is there now.
    pub(in crate::plain) fn turn_star(&mut self, id: &BriefId) -> Result<bool, String> {
        let starred = !self.library.marks.is_starred(id);
        self.set(id, Field::Starred(starred))?;
        self.watch_over(id, starred);
        Ok(starred)
    }

    /// Those of some briefs that are not read.
    pub(in crate::plain) fn unread(&self, ids: Vec<BriefId>) -> Vec<BriefId> {
        ids.into_iter().filter(|id| !self.library.marks.is_read(id)).collect()
    }

    /// Marks briefs as read, as one step.
    pub(in crate::plain) fn read_all(&mut self, ids: Vec<BriefId>) -> Result<(), String> {
        let read = |id| Change { id, field: Field::Read(true) };
        self.record(ids.into_iter().map(read).collect())
    }

    /// Sets a field; when this returns `Ok` it is on the disk.
    fn set(&mut self, id: &BriefId, field: Field) -> Result<(), String> {
        self.record(vec![Change { id: id.clone(), field }])
    }

    /// Keeps changes that can be taken back.
    pub(super) fn record(&mut self, changes: Vec<Change>) -> Result<(), String> {
        self.did(&Step::Marks(changes))
    }

    /// Does something, so that it can be taken back.
    pub(super) fn did(&mut self, step: &Step) -> Result<(), String> {
        let (back, kept) = self.carry_out(step);
        self.undone.clear();
        self.done.push(back);
        kept
    }

    /// Does a step; also gives the one that takes it back.
    fn carry_out(&mut self, step: &Step) -> (Step, Result<(), String>) {
        let (back, kept) = match step {
            Step::Marks(changes) => {
                let mut marks = (**self.ledger.marks()).clone();
                let mut back: Vec<Change> =
                    changes.iter().map(|change| marks.apply(change)).collect();
                back.reverse();
                (Step::Marks(back), self.ledger.record(changes))
            }
            Step::Names(namings) => {
                let before = |naming: &Naming| Naming {
                    key: naming.key.clone(),
                    search: self.ledger.searches().get(&naming.key).cloned(),
                };
                let back = namings.iter().map(before).collect();
                (Step::Names(back), self.ledger.name_searches(namings.clone()))
            }
            Step::Places(placings) => {
                let before = |placing: &Placing| Placing {
                    key: placing.key.clone(),
                    entry: self.ledger.basket().get(&placing.key).cloned(),
                };
                let back = placings.iter().map(before).collect();
                (Step::Places(back), self.ledger.place(placings.clone()))
            }
        };
        self.library = Arc::new(self.library.with_marks(Arc::clone(self.ledger.marks())));
        let kept = kept.map_err(|error| self.said("not-saved", &[("detail", self.why(&error))]));
        (back, kept)
    }

    /// Takes the last step back.
    pub(in crate::plain) fn undo(&mut self) -> Said {
        let Some(step) = self.done.pop() else { return Ok("nothing-to-undo") };
        let (other, kept) = self.carry_out(&step);
        self.undone.push(other);
        kept.map(|()| "plain-undone")
    }

    /// Does the step again that was taken back last.
    pub(in crate::plain) fn redo(&mut self) -> Said {
        let Some(step) = self.undone.pop() else { return Ok("nothing-to-redo") };
        let (other, kept) = self.carry_out(&step);
        self.done.push(other);
        kept.map(|()| "plain-redone")
    }

    /// Gives briefs a tag; where all have it, takes it off. Whether they have it now, its name, and how many changed.
    pub(in crate::plain) fn tag(
        &mut self,
        mut ids: Vec<BriefId>,
        typed: &str,
    ) -> Result<(bool, String, usize), String> {
        let TagName { key, name } =
            TagName::new(typed).map_err(|_| self.words.text("tag-empty"))?;
        let marks = &self.library.marks;
        let known = marks.known_tags().get(key.as_str()).map(|(known, _)| (*known).to_owned());
        let name = known.unwrap_or(name);
        let has = |id: &BriefId| marks.tags(id).any(|tag| crate::library::tag_key(tag) == key);
        let takes_off = ids.iter().all(has);
        if !takes_off {
            ids.retain(|id| !has(id));
        }
        let (count, field) =
            (ids.len(), Field::Tag { key, name: (!takes_off).then(|| name.clone()) });
        let changes = ids.into_iter().map(|id| Change { id, field: field.clone() }).collect();
        self.record(changes)?;
        Ok((!takes_off, name, count))
    }

    /// Corrects a part of a brief; one that is put back to what the file says is no longer corrected.
    pub(in crate::plain) fn correct(
        &mut self,
        id: &BriefId,
        aspect: Aspect,
        text: &str,
    ) -> Result<(), String> {
        let Some(brief) = self.library.brief(id) else { return Err(self.said("plain-gone", &[])) };
        let filed = Arc::clone(self.library.as_filed(brief));
        let mut wanted = self.library.marks.corrections(id).cloned().unwrap_or_default();
        let present = wanted.clone();
        match aspect {
            Aspect::Title if text.is_empty() => {
                return Err(self.words.text("correct-title-empty"));
            }
            Aspect::Title => {
                let title: String = text.chars().take(LONGEST_TITLE).collect();
                wanted.title = Some(title).filter(|title| *title != filed.title);
            }
            Aspect::Date => {
                let date = dates::parse(text);
                if date.is_none() && !text.is_empty() {
                    let value = [("value", super::super::text(text))];
                    return Err(self.said("correct-date-unknown", &value));
                }
                let of_file: CorrectedDate = filed.date.map(|date| date.value).into();
                wanted.date = Some(date.into()).filter(|date| *date != of_file);
            }
            Aspect::Countries => {
                let countries = self.countries_of(text)?;
                wanted.countries = Some(countries).filter(|codes| *codes != filed.countries);
            }
            Aspect::Related => wanted.not_related = !wanted.not_related,
            Aspect::Copy => wanted.not_copy = !wanted.not_copy,
        }
        let change = |field| Change { id: id.clone(), field };
        self.record(wanted.changes_from(&present).into_iter().map(change).collect())?;
        self.show_corrected();
        Ok(())
    }

    /// Makes a brief as it is filed again.
    pub(in crate::plain) fn uncorrect(&mut self, id: &BriefId) -> Result<(), String> {
        let present = self.library.marks.corrections(id).cloned().unwrap_or_default();
        let fields = crate::model::Corrections::default().changes_from(&present);
        let change = |field| Change { id: id.clone(), field };
        self.record(fields.into_iter().map(change).collect())?;
        self.show_corrected();
        Ok(())
    }

    /// What is found by words is found by the corrected ones.
    fn show_corrected(&mut self) {
        self.text = None;
    }

    /// Countries by names or codes with commas between them.
    pub(in crate::plain) fn countries_of(&self, text: &str) -> Result<Vec<CountryCode>, String> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        let code = |name: &str| {
            let unknown = || self.said("cli-no-country", &[("name", super::super::text(name))]);
            self.country(name).ok_or_else(unknown)
        };
        names.map(code).collect()
    }

    /// Keeps a query under a name, in the place of another where there is one.
    pub(in crate::plain) fn save_search(
        &mut self,
        instead_of: Option<String>,
        query: &str,
        typed: &str,
    ) -> Result<String, String> {
        let TagName { key, name } =
            TagName::new(typed).map_err(|_| self.words.text("search-needs-name"))?;
        let old = instead_of.filter(|old| *old != key).map(|key| Naming { key, search: None });
        let search = Some(SavedSearch { name: name.clone(), query: query.to_owned() });
        let namings = old.into_iter().chain([Naming { key, search }]).collect();
        self.did(&Step::Names(namings)).map(|()| name)
    }

    /// Takes a saved search away.
    pub(in crate::plain) fn forget_search(&mut self, key: String) -> Result<(), String> {
        self.did(&Step::Names(vec![Naming { key, search: None }]))
    }

    /// Adds a line to the note on a brief, a sentence or a country.
    pub(in crate::plain) fn note(&mut self, subject: Subject, line: &str) -> Result<(), String> {
        let brief = subject.brief().and_then(|id| self.library.brief(id));
        let title = match &subject {
            Subject::Country(code) => Some(self.words.country(*code)),
            _ => brief.map(|brief| brief.title.clone()),
        };
        let file = brief.map(|brief| brief.file.to_string());
        let before = self.notes.on(&subject);
        let kept = before.map(|note| (note.name.clone(), note.contents));
        let text = before.map_or_else(String::new, |kept| format!("{}\n", kept.note.text));
        let text = format!("{text}{line}");
        let note = Note { subject, file, title, written: None, text };
        let done = self.notebook.keep(&NoteToKeep { note, kept, replaces: false });
        self.catch_up();
        done.map_err(|error| self.said("note-not-kept", &[("detail", detail_of(self, &error))]))
    }
}
