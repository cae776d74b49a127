//! An agenda as a page to be written.

use super::Labels;
use super::citing::Notes;
use super::page::{self, Page, Part, Word};
use crate::model::{Agenda, AgendaEvent, Brief, Depth, RunStyle, TextKind};
use crate::text::Safe;

pub(super) fn page(agenda: &Agenda, briefs: &[&Brief], labels: &Labels<'_>) -> Page {
    let mut notes = Notes::of(briefs);
    let mut parts = Vec::new();
    let lists = [&agenda.coming, &agenda.past];
    for (heading, events) in labels.overview.agenda_headings().iter().zip(lists) {
        if !events.is_empty() {
            let words = page::words(heading, RunStyle::default());
            parts.push(Part::Text { kind: TextKind::Heading(2), depth: Depth::default(), words });
        }
        parts.extend(events.iter().map(|event| item(event, labels, &mut notes)));
    }
    Page {
        language: Safe::new(labels.language),
        body_language: None,
        banner: notes.banner(labels),
        title: Safe::new(&labels.overview.agenda_title(agenda)),
        facts: Vec::new(),
        parts,
        notes_heading: Safe::new(labels.notes),
        notes: notes.written(labels),
        colon: Safe::new(labels.colon),
    }
}

fn item<'a>(event: &'a AgendaEvent, labels: &Labels<'_>, notes: &mut Notes<'a>) -> Part {
    let plain = RunStyle::default();
    let bold = RunStyle { bold: true, ..plain };
    let mut words = page::words(&labels.overview.dates(event), bold);
    words.extend(page::words(labels.colon, plain));
    words.extend(page::words(&labels.overview.event(event), plain));
    words.extend(event.line.citations.iter().map(|citation| Word::Note(notes.number(citation))));
    Part::Text { kind: TextKind::Item(None), depth: Depth { quote: 0, list: 1 }, words }
}
