//! Pages compiled from the briefs in memory, as the worker compiles them.

use std::sync::Arc;

use chancery::app::effect::Effect;
use chancery::app::message::Message;
use chancery::model::{Brief, Document, Revision, Since, Status, Summary};
use chancery::summary::{self, Exhibit, Extract, Extractor, Request, Testimony};

use super::Interface;

impl Interface {
    /// Compiles a page.
    pub(super) fn compile(&self, asked: Effect) -> Option<Message> {
        match asked {
            Effect::Summarise { generation, request, since } => {
                Some(Message::Summarised { generation, summary: self.summary(&request, since) })
            }
            Effect::Digest { generation, survey } => {
                let documents = self.documents();
                let digest = Arc::new(summary::digest(&survey, &exhibits(&documents)));
                Some(Message::Digested { generation, digest })
            }
            Effect::Agenda { generation, survey } => {
                let documents = self.documents();
                let agenda = Arc::new(summary::agenda(&survey, &exhibits(&documents)));
                Some(Message::Scheduled { generation, agenda })
            }
            _ => None,
        }
    }

    pub(crate) fn summary(&self, request: &Request, since: Option<Since>) -> Arc<Summary> {
        let library = self.state.library();
        let novelty = |brief: &Brief| since.and_then(|since| library.novelty(brief, since));
        let counts =
            |brief: &&Arc<Brief>| brief.status != Status::Withdrawn || novelty(brief).is_some();
        let is_of_pair =
            |brief: &&Arc<Brief>| request.with.is_none_or(|with| brief.countries.contains(&with));
        let briefs = library.about(request.country).filter(is_of_pair).filter(counts);
        let extractor = Extractor::default();
        let found: Vec<(Document, Extract, Vec<Revision>)> = briefs
            .filter_map(|brief| {
                let document = self.document(brief)?;
                let extract = extractor.extract(&document);
                let revisions = since.map(|since| library.revisions(&brief.id, since));
                Some((document, extract, revisions.unwrap_or_default()))
            })
            .collect();
        let testimonies: Vec<Testimony<'_>> = found
            .iter()
            .map(|(Document { brief, .. }, extract, revisions)| Testimony {
                brief,
                extract,
                received: library.received(&brief.id),
                seen: library.last_seen(&brief.id),
                novelty: novelty(brief),
                revisions,
            })
            .collect();
        Arc::new(summary::compile_kept(request, since, &testimonies))
    }
}

fn exhibits(documents: &[Document]) -> Vec<Exhibit<'_>> {
    documents.iter().map(|document| Exhibit { document, received: None }).collect()
}
