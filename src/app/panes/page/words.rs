//! What a page is called, and what it is as a file.

use super::{Contents, PagePane};
use crate::app::context::Context;
use crate::app::topic::Topic;
use crate::export::{self, Format, Labels};
use crate::library::Snapshot;
use crate::model::{Argument, Brief, Citation, DigestLine, SummaryLine};
use crate::text::Safe;

impl PagePane {
    /// What it is called, with its day.
    pub(in crate::app) fn title(&self, context: &Context<'_>) -> Safe {
        let country = |code| Argument::Text(context.words.country(code));
        let day = ("day", Argument::Text(context.words.date(context.today)));
        match (self.topic, &self.contents) {
            (Topic::Country(code), _) => {
                context.say_with("page-title", &[("country", country(code)), day])
            }
            (Topic::Pair(code, with), _) => {
                let names = [("country", country(code)), ("with", country(with)), day];
                context.say_with("pair-title", &names)
            }
            (Topic::Digest, Some(Contents::Digest(digest))) => {
                let since = Argument::Text(context.words.list_date(digest.since, context.today));
                context.say_with("digest-title", &[("since", since), day])
            }
            (Topic::Digest, _) => context.say("digest-name"),
            (Topic::Agenda, _) => context.say_with("agenda-title", &[day]),
        }
    }

    /// What the line under the cursor says, with its day, and the sentences behind it.
    pub(in crate::app) fn told(&self, labels: &Labels<'_>) -> Option<(String, &[Citation])> {
        let line = self.line()?;
        let is_here = |other: &SummaryLine| other.rank == line.rank;
        let words = match self.contents.as_ref()? {
            Contents::Summary(_) => export::words_of(line, labels),
            Contents::Digest(digest) => {
                let news = digest.lines().find(|news| is_here(&news.line))?;
                // Alone it does not stand under its heading.
                let seen_from = news.seen_from.or(self.country_here());
                labels.overview.news(&DigestLine { seen_from, ..news.clone() })
            }
            Contents::Agenda(agenda) => {
                let event = agenda.events().find(|event| is_here(&event.line))?;
                let words = labels.overview.event(event);
                format!("{}{}{words}", labels.overview.dates(event), labels.colon)
            }
        };
        Some((words, &line.citations))
    }

    /// Every citation, in the order of the page.
    pub(in crate::app) fn citations(&self) -> impl Iterator<Item = &Citation> {
        let lines = self.contents.iter().flat_map(Contents::lines);
        lines.flat_map(|line| &line.citations)
    }

    /// What it shows, in a format; nothing where it is not there yet.
    pub(in crate::app) fn written(
        &self,
        library: &Snapshot,
        labels: &Labels<'_>,
        format: Format,
    ) -> Option<String> {
        Some(match self.contents.as_ref()? {
            Contents::Summary(summary) => {
                let briefs = briefs(library, summary.citations());
                export::summary(summary, &briefs, labels, format)
            }
            Contents::Digest(digest) => {
                let briefs = briefs(library, digest.citations());
                export::digest(digest, &briefs, labels, format)
            }
            Contents::Agenda(agenda) => {
                let briefs = briefs(library, agenda.citations());
                export::agenda(agenda, &briefs, labels, format)
            }
        })
    }

    /// An agenda as a calendar.
    pub(in crate::app) fn calendar(
        &self,
        library: &Snapshot,
        labels: &Labels<'_>,
    ) -> Option<String> {
        let Some(Contents::Agenda(agenda)) = &self.contents else { return None };
        Some(export::calendar(agenda, &briefs(library, agenda.citations()), labels))
    }
}

impl Contents {
    /// All lines, in the order of the page.
    pub(super) fn lines(&self) -> Box<dyn Iterator<Item = &SummaryLine> + '_> {
        match self {
            Self::Summary(page) => {
                Box::new(page.sections.iter().flat_map(|section| &section.lines))
            }
            Self::Digest(digest) => Box::new(digest.lines().map(|news| &news.line)),
            Self::Agenda(agenda) => Box::new(agenda.events().map(|event| &event.line)),
        }
    }
}

/// The briefs that are cited.
fn briefs<'a>(
    library: &'a Snapshot,
    citations: impl Iterator<Item = &'a Citation>,
) -> Vec<&'a Brief> {
    citations.filter_map(|citation| library.brief(&citation.id).map(AsRef::as_ref)).collect()
}
