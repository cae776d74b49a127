//! Texts opened and looked through, and queries read.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Desk, notices};
use crate::app::Notice;
use crate::app::effect::ToFind;
use crate::app::message::Message;
use crate::library::Edition;
use crate::model::{BriefId, Document, PartialDate};
use crate::search::find::{PatternError, Places, Sought};
use crate::store::ReadError;

/// How long a text is looked through for a pattern: a mark may wait behind it.
const FIND_TIME: Duration = Duration::from_millis(1500);

impl Desk {
    /// Reads a brief.
    pub(super) fn open(&self, id: &BriefId) -> Result<Edition, Notice> {
        let brief = self
            .library
            .brief(id)
            .ok_or_else(|| Notice::warning("gone").text("file", id.as_str()))?;
        self.shelf.edition(brief).map_err(|error: ReadError| notices::read_error(&error))
    }

    /// Reads what is typed to filter, and what may follow at the cursor, a byte of it.
    pub(super) fn read_query(&mut self, generation: u64, at: (&str, usize), today: PartialDate) {
        let gazetteer = self.shelf.filing().gazetteer();
        let known = (&self.library, &**self.ledger.marks());
        let (query, completions) = self.queries.read(known, gazetteer, at, today);
        self.pass_on_marks();
        self.inbox.tell(Message::QueryRead { generation, query: Arc::new(query), completions });
    }
}

/// Looks through a text, as long as nobody minds.
pub(super) fn find_in_text(
    sought: &ToFind,
    document: &Document,
    with_dropped: bool,
) -> Result<Option<Arc<Places>>, PatternError> {
    let deadline = Instant::now() + FIND_TIME;
    let goes_on = || Instant::now() < deadline;
    let sought = match sought {
        ToFind::Typed(typed) => Sought::read(typed)?,
        ToFind::Terms(query) => Some(Sought::terms(query, document.brief.language)),
    };
    Ok(sought.map(|sought| Arc::new(Places::of(&sought, document, with_dropped, goes_on))))
}
