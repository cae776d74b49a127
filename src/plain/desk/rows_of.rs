//! The rows of each place.

use std::sync::Arc;

use super::{Desk, Orders, Place, Row, rows};
use crate::config::ArticleSort;
use crate::export::Quoted;
use crate::messages::Messages;
use crate::model::{Argument, Brief, BriefId, Citation, Document};
use crate::text::fold;

impl Desk {
    /// The rows of a place.
    pub(in crate::plain) fn rows(
        &mut self,
        place: &Place,
        orders: &Orders,
    ) -> Result<Vec<Row>, String> {
        let amended = if *place == Place::Amended { self.amended() } else { Vec::new() };
        let words = Arc::clone(&self.words);
        let shown = rows::Shown { library: &self.library, notes: &self.notes, words: &words };
        Ok(match place {
            Place::Help => shown.help(orders),
            Place::Countries => shown.countries(),
            Place::Articles(None) => shown.articles(&words.text("plain-all"), &self.listed(place)),
            Place::Articles(Some(code)) => {
                shown.articles(&words.country(*code), &self.listed(place))
            }
            Place::Unread => shown.articles(&words.text("plain-unread"), &self.listed(place)),
            Place::Starred => shown.articles(&words.text("plain-starred"), &self.listed(place)),
            Place::Found(query, _) => shown.articles(query, &self.listed(place)),
            Place::Text(id) => shown.text(&self.document(id)?),
            Place::Sentences(id) => shown.sentences(&self.document(id)?),
            Place::Dropped(id) => shown.dropped(&self.document(id)?),
            Place::Links(id) => shown.links(&self.document(id)?),
            Place::Page(country, with) => shown.page(&self.summary(*country, *with)?),
            Place::Digest(since) => shown.digest(&self.digest(*since)?),
            Place::Agenda => shown.agenda(&self.agenda()?),
            Place::Searches => shown.searches(self.ledger.searches()),
            Place::Notes => shown.all_notes(),
            Place::Basket => shown.basket(self.ledger.basket()),
            Place::Amended => shown.amended(&amended),
            Place::Problems => shown.problems(),
        })
    }

    /// The articles of a list, in the order that is set.
    pub(in crate::plain) fn listed(&self, place: &Place) -> Vec<Arc<Brief>> {
        let library = &self.library;
        let all = || library.main_stories();
        let mut briefs: Vec<Arc<Brief>> = match place {
            Place::Articles(None) => all().cloned().collect(),
            Place::Articles(Some(code)) => library.about(*code).cloned().collect(),
            Place::Unread => {
                all().filter(|brief| !library.marks.is_read(&brief.id)).cloned().collect()
            }
            Place::Starred => {
                library.all().filter(|b| library.marks.is_starred(&b.id)).cloned().collect()
            }
            Place::Found(_, ids) => {
                return ids.iter().filter_map(|id| library.brief(id)).cloned().collect();
            }
            _ => Vec::new(),
        };
        match self.sort {
            ArticleSort::Newest => {}
            ArticleSort::Oldest => briefs.reverse(),
            ArticleSort::Title => briefs.sort_by_cached_key(|brief| fold(&brief.title)),
            ArticleSort::Source => {
                briefs
                    .sort_by_cached_key(|brief| fold(brief.source.as_deref().unwrap_or_default()));
            }
        }
        briefs
    }

    /// Orders lists by the next thing; the key of what it is.
    pub(in crate::plain) fn sort_otherwise(&mut self) -> &'static str {
        let (next, key) = match self.sort {
            ArticleSort::Newest => (ArticleSort::Oldest, "sorted-oldest"),
            ArticleSort::Oldest => (ArticleSort::Title, "sorted-title"),
            ArticleSort::Title => (ArticleSort::Source, "sorted-source"),
            ArticleSort::Source => (ArticleSort::Newest, "sorted-newest"),
        };
        self.sort = next;
        key
    }

    /// A text, opened.
    pub(super) fn document(&self, id: &BriefId) -> Result<Document, String> {
        let brief = self.library.brief(id).ok_or_else(|| self.said("plain-gone", &[]))?;
        self.shelf().document(brief).map_err(|error| error.to_string())
    }

    /// The briefs whose titles hold some words, in the order of the lists.
    pub(in crate::plain) fn titled(&self, words: &str) -> Vec<BriefId> {
        let sought = fold(words);
        let holds = |brief: &&Arc<Brief>| {
            let title = fold(&brief.title);
            sought.split_whitespace().all(|word| title.contains(word))
        };
        self.library.main_stories().filter(holds).map(|brief| brief.id.clone()).collect()
    }

    /// The words of a brief's title as an argument.
    pub(in crate::plain) fn title(&self, id: &BriefId) -> Argument {
        let title = self.library.brief(id).map(|brief| brief.title.clone());
        Argument::Text(title.unwrap_or_default())
    }

    /// Whether a brief was read.
    pub(in crate::plain) fn is_read(&self, id: &BriefId) -> bool {
        self.library.marks.is_read(id)
    }

    /// A story in one line, as lists have it.
    pub(in crate::plain) fn told(&self, story: &Brief) -> String {
        let shown = rows::Shown { library: &self.library, notes: &self.notes, words: &self.words };
        shown.article(story)
    }

    /// Lends sentences with their briefs, and the words of the interface, to an export.
    pub(in crate::plain) fn quoted(
        &self,
        citations: &[Citation],
        export: impl FnOnce(&[Quoted<'_>], &Messages) -> String,
    ) -> String {
        let brief = |id| self.library.brief(id).map(AsRef::as_ref);
        let quoted: Vec<Quoted<'_>> = citations
            .iter()
            .map(|citation| Quoted { citation, brief: brief(&citation.id) })
            .collect();
        export(&quoted, &self.words)
    }
}
