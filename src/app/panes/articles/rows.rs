//! The rows of the list of articles, and the brief that each stands for.

use std::sync::Arc;

use super::{hit, story};
use crate::app::context::Context;
use crate::library::{Findings, Snapshot};
use crate::model::{Brief, BriefId, CountryCode, IdSet};
use crate::search::query::Reach;

/// The rows of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    all: Vec<Row>,
    /// Those of main stories, in order.
    main: Vec<usize>,
    /// What was found, where the rows are hits.
    found: Arc<Findings>,
    /// Hits that have no row: copies of what is found as well, and briefs that are gone.
    left_out: usize,
    /// How many of these hold only what is much like the words that were typed.
    near_left_out: usize,
}

/// One row; numbers are places in the library, or among the hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A main story.
    Brief(u32),
    /// The line for a main story's copies and related ones.
    Fold(u32),
    /// Another version of a main story, by the story and its number.
    Copy(u32, u32),
    /// A related story, by its parent and its number.
    Related(u32, u32),
    /// Whatever was found in the texts.
    Hit(usize),
    /// A note on a country, by its number among those that were found.
    Note(usize),
}

impl Rows {
    /// Main stories, each with a line for its copies and related ones, and with these where they are unfolded.
    pub(super) fn listed(places: &[u32], unfolded: &IdSet, library: &Snapshot) -> Self {
        let mut rows = Self::default();
        for &place in places {
            let Some(brief) = library.briefs().get(place as usize) else { continue };
            rows.main.push(rows.all.len());
            rows.all.push(Row::Brief(place));
            let copies = (0_u32..).zip(library.copies(&brief.id)).map(|(n, _)| Row::Copy(place, n));
            let related = library.related(&brief.id);
            let related = (0_u32..).zip(related).map(|(n, _)| Row::Related(place, n));
            let mut folded = copies.chain(related).peekable();
            if folded.peek().is_some() {
                rows.all.push(Row::Fold(place));
                if unfolded.contains(&brief.id) {
                    rows.all.extend(folded);
                }
            }
        }
        rows
    }

    /// Notes on countries, then hits in their order. A copy stands aside for the version to read, where that is found as well.
    pub(super) fn found(found: &Arc<Findings>, library: &Snapshot) -> Self {
        let ids: IdSet = found.hits.iter().map(|hit| hit.brief.id.clone()).collect();
        let mut rows = Self { found: Arc::clone(found), ..Self::default() };
        rows.all.extend((0..found.notes.len()).map(Row::Note));
        for (number, hit) in found.hits.iter().enumerate() {
            let Some(brief) = library.brief(&hit.brief.id) else { continue };
            if library.head_of(&brief.id).is_some_and(|head| ids.contains(head)) {
                continue;
            }
            if brief.parent.is_none() {
                rows.main.push(rows.all.len());
            }
            rows.all.push(Row::Hit(number));
        }
        let near = |rows: &[Row]| rows.iter().filter(|row| is_near(found, **row)).count();
        let all: Vec<Row> = (0..found.hits.len()).map(Row::Hit).collect();
        rows.left_out = all.len() + found.notes.len() - rows.all.len();
        rows.near_left_out = near(&all) - near(&rows.all);
        rows
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Hits that have no row.
    pub(super) fn left_out(&self) -> usize {
        self.left_out
    }

    /// How many of these hold only what is much like the words that were typed.
    pub(super) fn near_left_out(&self) -> usize {
        self.near_left_out
    }

    /// A row.
    pub(super) fn get(&self, row: usize) -> Option<Row> {
        self.all.get(row).copied()
    }

    /// Whether a row is the line for copies and related stories.
    pub(super) fn is_fold(&self, row: usize) -> bool {
        matches!(self.get(row), Some(Row::Fold(_)))
    }

    /// How many notes stand above the hits.
    pub(super) fn notes(&self) -> usize {
        self.found.notes.len()
    }

    /// The country that a row is a note on.
    pub(super) fn note(&self, row: usize) -> Option<CountryCode> {
        let Row::Note(number) = self.get(row)? else { return None };
        Some(self.found.notes.get(number)?.country)
    }

    /// The brief of a row; of a fold, its parent; of a note on a country there is none.
    pub(super) fn brief<'a>(&self, row: usize, library: &'a Snapshot) -> Option<&'a Arc<Brief>> {
        match self.get(row)? {
            Row::Brief(place) | Row::Fold(place) => library.briefs().get(place as usize),
            Row::Related(place, story) => {
                let parent = library.briefs().get(place as usize)?;
                library.related(&parent.id).get(story as usize)
            }
            Row::Copy(place, copy) => {
                let head = library.briefs().get(place as usize)?;
                library.copies(&head.id).get(copy as usize)
            }
            Row::Note(_) => None,
            Row::Hit(number) => library.brief(&self.found.hits.get(number)?.brief.id),
        }
    }

    /// The row of a brief.
    pub(super) fn of(&self, id: &BriefId, library: &Snapshot) -> Option<usize> {
        let is_it = |row: &usize| {
            !self.is_fold(*row) && self.brief(*row, library).is_some_and(|brief| &brief.id == id)
        };
        (0..self.len()).find(is_it)
    }

    /// Main stories, each with its row.
    pub(super) fn main<'a>(
        &'a self,
        library: &'a Snapshot,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Arc<Brief>)> {
        self.main.iter().filter_map(|&row| Some((row, self.brief(row, library)?)))
    }

    /// Where a row is among the main stories: its number from 1, and how many there are.
    pub(super) fn place(&self, row: usize) -> (usize, usize) {
        (self.main.partition_point(|&main| main <= row), self.main.len())
    }

    /// Lines that a row takes on a pane of a width.
    pub(super) fn height(&self, row: usize, columns: u16, context: &Context<'_>) -> usize {
        let rows = match (self.get(row), self.brief(row, context.library)) {
            (Some(Row::Note(_)), _) => hit::note_rows(columns),
            (Some(Row::Fold(_)) | None, _) | (_, None) => 1,
            (Some(Row::Hit(_)), Some(brief)) => hit::rows(context, brief, columns),
            (Some(Row::Brief(_)), Some(brief)) => story::rows(context, brief, columns, false),
            (Some(Row::Copy(..) | Row::Related(..)), Some(brief)) => {
                story::rows(context, brief, columns, true)
            }
        };
        usize::from(rows)
    }
}

/// Whether a row is a hit that does not hold the words as they were typed.
fn is_near(found: &Findings, row: Row) -> bool {
    let Row::Hit(number) = row else { return false };
    found.hits.get(number).is_some_and(|hit| hit.reach > Reach::Typed)
}
