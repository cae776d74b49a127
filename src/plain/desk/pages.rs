//! Pages compiled, and what is shown written as an export.

use std::collections::HashSet;

use super::{Desk, Exported};
use crate::app::labels::with_labels;
use crate::export::{self, Annotations, Format};
use crate::library::Pace;
use crate::model::{
    Agenda, Brief, BriefId, BriefPath, Change, Citation, Collected, CountryCode, Digest, Field,
    PartialDate, Period, Summary, Visit,
};
use crate::plain::place::Place;
use crate::summary::{Request, Survey};

impl Desk {
    /// From when on pages tell what is new, from now on.
    pub(in crate::plain) fn set_period(&mut self, period: Period) {
        self.period = period;
    }

    /// Finds what texts state that are new; what cannot be kept is found by the page.
    fn read_texts(&self, matters: &(dyn Fn(&BriefPath) -> bool + Sync)) {
        let _kept = self.shelf().extract_of(&self.library, Pace::Full, matters, &mut |_, _| {});
    }

    /// The page of a country, or of its relations with another.
    pub(super) fn summary(
        &self,
        country: CountryCode,
        with: Option<CountryCode>,
    ) -> Result<Summary, String> {
        let files: HashSet<&BriefPath> = self.library.about(country).map(|b| &b.file).collect();
        self.read_texts(&|path: &BriefPath| files.contains(path));
        let request = Request::page(country, with, self.home(), self.today);
        let since = self.period.since(self.today, self.library.marks.visit(country));
        let mut latest = None;
        let shown =
            self.shelf().page(&self.library, &request, since, &mut |page| latest = Some(page));
        shown.map_err(|error| error.to_string())?;
        latest.ok_or_else(|| self.words.text("cli-nothing"))
    }

    /// What is new over all countries.
    pub(super) fn digest(&self, since: Option<PartialDate>) -> Result<Digest, String> {
        self.read_texts(&|_| true);
        let digest = self.shelf().digest(&self.library, &self.survey(since));
        digest.map_err(|error| error.to_string())
    }

    /// What happens when.
    pub(super) fn agenda(&self) -> Result<Agenda, String> {
        self.read_texts(&|_| true);
        let agenda = self.shelf().agenda(&self.library, &self.survey(None));
        agenda.map_err(|error| error.to_string())
    }

    fn home(&self) -> Option<CountryCode> {
        self.library.home_or(self.home)
    }

    fn survey(&self, since: Option<PartialDate>) -> Survey {
        Survey {
            as_of: self.today,
            since,
            desk: self.countries.clone(),
            home: self.home(),
            only: Vec::new(),
        }
    }

    /// Notes that the page of a country was seen up to its newest brief.
    pub(in crate::plain) fn seen(&mut self, country: CountryCode) -> Result<(), String> {
        let Some(until) = self.summary(country, None)?.scope.until else { return Ok(()) };
        let visit = Visit { until, on: self.today };
        let field = Field::Visited(Some(visit));
        self.record(vec![Change { id: BriefId::of_country(country), field }])
    }

    /// What is shown as a page in a format; nothing where it is a list.
    pub(in crate::plain) fn written(
        &self,
        place: &Place,
        format: Format,
    ) -> Result<Option<Exported>, String> {
        let words = &self.words;
        let briefs = |cited: &[&Citation]| -> Vec<&Brief> {
            cited.iter().filter_map(|one| self.library.brief(&one.id)).map(AsRef::as_ref).collect()
        };
        let written = |text: String, cited: &[&Citation]| {
            Some(Exported { text, briefs: cited.iter().map(|one| one.id.clone()).collect() })
        };
        Ok(match place {
            Place::Text(id) | Place::Sentences(id) => {
                let document = self.document(id)?;
                let annotations = Annotations {
                    tags: self.library.marks.tags(id).collect(),
                    notes: self.notes.of_brief(id).map(|kept| &kept.note).collect(),
                };
                let text = with_labels(words, |labels| {
                    export::document(&document, &annotations, labels, format)
                });
                Some(Exported { text, briefs: vec![id.clone()] })
            }
            Place::Page(country, with) => {
                let page = self.summary(*country, *with)?;
                let cited: Vec<&Citation> = page.citations().collect();
                let of = briefs(&cited);
                let text = with_labels(words, |labels| export::summary(&page, &of, labels, format));
                written(text, &cited)
            }
            Place::Digest(since) => {
                let page = self.digest(*since)?;
                let cited: Vec<&Citation> = page.citations().collect();
                let of = briefs(&cited);
                let text = with_labels(words, |labels| export::digest(&page, &of, labels, format));
                written(text, &cited)
            }
            Place::Agenda => {
                let page = self.agenda()?;
                let cited: Vec<&Citation> = page.citations().collect();
                let of = briefs(&cited);
                let text = with_labels(words, |labels| export::agenda(&page, &of, labels, format));
                written(text, &cited)
            }
            Place::Basket => Some(self.written_basket(format)),
            _ => None,
        })
    }

    fn written_basket(&self, format: Format) -> Exported {
        let basket = self.ledger.basket();
        let briefs = crate::library::sources(basket, &self.library);
        let entries: Vec<&Collected> =
            basket.entries().into_iter().map(|(_, entry)| &entry.what).collect();
        let text = with_labels(&self.words, |labels| {
            export::basket(&entries, &briefs, self.today, labels, format)
        });
        Exported { text, briefs: briefs.into_iter().map(|brief| brief.id).collect() }
    }

    /// The agenda as a calendar.
    pub(in crate::plain) fn calendar(&self) -> Result<Exported, String> {
        let agenda = self.agenda()?;
        let cited: Vec<&Citation> = agenda.citations().collect();
        let briefs: Vec<&Brief> =
            cited.iter().filter_map(|one| self.library.brief(&one.id)).map(AsRef::as_ref).collect();
        let text = with_labels(&self.words, |labels| export::calendar(&agenda, &briefs, labels));
        Ok(Exported { text, briefs: cited.into_iter().map(|one| one.id.clone()).collect() })
    }
}
