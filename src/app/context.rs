//! What every component may look at while it works: the library, the marks, the words.

use crate::config::Settings;
use crate::library::{Amendment, Notes, Snapshot};
use crate::messages::Messages;
use crate::model::{Argument, Basket, Brief, CountryCode, Marks, PartialDate, Status, TitleBasis};
use crate::text::{Safe, is_mixed_script};

use super::saved::{Counted, search};
use super::scope::Scope;
use super::theme::Glyphs;

/// What a component may look at.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The briefs.
    pub(super) library: &'a Snapshot,
    /// The marks that are on disk.
    pub(super) marks: &'a Marks,
    /// The reader's notes that are on disk.
    pub(super) notes: &'a Notes,
    /// What became of briefs that were taken along.
    pub(super) amended: &'a [Amendment],
    /// What the reader collected.
    pub(super) basket: &'a Basket,
    /// The saved searches.
    pub(super) searches: &'a [Counted],
    /// The words of the interface.
    pub(super) words: &'a Messages,
    /// What the reader set.
    pub(super) settings: &'a Settings,
    /// The day it is.
    pub(super) today: PartialDate,
    /// The signs of the terminal.
    pub(super) glyphs: Glyphs,
}

impl Context<'_> {
    /// A message as text that may be drawn.
    pub(super) fn say(&self, key: &str) -> Safe {
        Safe::new(&self.words.text(key))
    }

    /// A message with arguments as text that may be drawn.
    pub(super) fn say_with(&self, key: &str, arguments: &[(&str, Argument)]) -> Safe {
        Safe::new(&self.words.with(key, arguments))
    }

    /// The name of what a list shows.
    pub(super) fn scope(&self, scope: Scope) -> Safe {
        match scope {
            Scope::Country(code) => Safe::new(&self.words.country(code)),
            Scope::Search(id) => match search(self.searches, id) {
                Some(search) => Safe::new(&search.name),
                None => self.say(scope.message()),
            },
            other => self.say(other.message()),
        }
    }

    /// Whether a query is just what the saved search that a list shows looks for.
    pub(super) fn is_saved(&self, scope: Scope, query: &str) -> bool {
        match scope {
            Scope::Search(id) => {
                search(self.searches, id).is_some_and(|saved| saved.query == query)
            }
            _ => false,
        }
    }

    /// A message about a number.
    pub(super) fn count(&self, key: &str, count: usize) -> Safe {
        self.say_with(key, &[("count", Argument::from(count))])
    }

    /// A brief's title as lists show it: a derived one in ‹ ›; with the word, a withdrawn one, one of the reader's own
    /// inbox, and one with letters that were made to be taken for others.
    pub(super) fn title(&self, brief: &Brief) -> Safe {
        let (open, close) = self.glyphs.derived;
        let title = match brief.title_basis {
            TitleBasis::Stated => brief.title.clone(),
            TitleBasis::Derived => format!("{open}{}{close}", brief.title),
        };
        let own = brief.file.below_inbox().map(|_| self.words.text("inbox-label"));
        let labels = self.status(brief).into_iter().chain(self.mixed(&title)).chain(own);
        let labels: Vec<String> = labels.map(|word| format!("[{word}] ")).collect();
        Safe::new(&(labels.concat() + &title))
    }

    /// The word for a name with letters of another alphabet, made to be taken for others.
    fn mixed(&self, name: &str) -> Option<String> {
        is_mixed_script(name).then(|| self.words.text("mixed-scripts"))
    }

    /// Something about a name, with that word where it needs it.
    pub(super) fn warned(&self, name: &str, about: &str) -> String {
        self.mixed(name).map_or_else(|| about.to_owned(), |word| format!("[{word}] {about}"))
    }

    /// The word for a brief that no longer stands as it was.
    pub(super) fn status(&self, brief: &Brief) -> Option<String> {
        match brief.status {
            Status::Current => None,
            Status::Corrected => Some(self.words.text("status-corrected")),
            Status::Withdrawn => Some(self.words.text("status-withdrawn")),
        }
    }

    /// A brief's date for a list: its own (`~` before an inferred one), or "no date".
    pub(super) fn list_date(&self, brief: &Brief) -> String {
        match brief.date {
            Some(date) => {
                let text = self.words.list_date(date.value, self.today);
                let inferred = date.basis == crate::model::DateBasis::Inferred;
                if inferred { format!("~{text}") } else { text }
            }
            None => self.words.text("no-date-short"),
        }
    }

    /// The codes of a brief's countries, most salient first; the reader's home, which is in nearly
    /// every brief and tells nothing, comes behind a comma.
    pub(super) fn codes(&self, brief: &Brief) -> String {
        let home = self.settings.home;
        let others = brief.countries.iter().filter(|code| Some(**code) != home);
        let others: Vec<&str> = others.map(CountryCode::as_str).collect();
        let home = home.filter(|home| brief.countries.contains(home));
        let parts = [Some(others.join(" ")), home.map(|home| home.to_string())];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
        parts.join(", ")
    }
}
