//! Orders that take something along: copies, files, the basket; and the inbox.

use std::io;

use super::asking::Asked;
use super::desk::Exported;
use super::order::Order;
use super::place::{Place, Target};
use super::{Shell, number, text};
use crate::app::labels::with_labels;
use crate::export::{self, Format};
use crate::model::{BriefId, Way};

impl Shell<'_> {
    /// Takes something along, or into the inbox and out of it.
    pub(super) fn take(&mut self, order: Order, argument: &str) -> io::Result<()> {
        match order {
            Order::Copy => self.copy(argument),
            Order::Export => self.export(argument),
            Order::Collect => self.collect(argument),
            Order::TakeOut => self.take_out(argument),
            Order::Up | Order::Down => match self.collected_key(argument) {
                Some(key) => {
                    if let Err(sentence) = self.desk.trade(&key, order == Order::Down) {
                        return self.line(&sentence);
                    }
                    self.begin_anew()
                }
                None => self.say("plain-which", &[]),
            },
            Order::Empty => {
                let done = self.desk.empty_basket().map(|()| "plain-emptied");
                self.renew();
                self.outcome(done)
            }
            Order::Import => {
                self.asked = Some(Asked::Paste(String::new()));
                self.say("plain-paste", &[])
            }
            Order::Discard => self.ask_discard(argument),
            // All others were obeyed before.
            _ => Ok(()),
        }
    }

    /// What a number stands before, else the text that is shown.
    fn thing(&self, argument: &str) -> Option<Target> {
        match self.target(argument) {
            Some(target) => Some(target),
            None if argument.is_empty() => self.brief_meant("").map(Target::Brief),
            None => None,
        }
    }

    /// Writes a sentence, a line or all that is shown with its source on lines of its own: whoever reads them takes them along.
    fn copy(&mut self, argument: &str) -> io::Result<()> {
        let (words, citations) = match self.target(argument) {
            Some(Target::Sentence(citation)) => (None, vec![citation]),
            Some(Target::Line(words, citations)) => (Some(words), citations),
            _ => return self.copy_all(),
        };
        let ids: Vec<BriefId> = citations.iter().map(|citation| citation.id.clone()).collect();
        let lines = self.desk.quoted(&citations, |quoted, words_of| {
            with_labels(words_of, |labels| match &words {
                Some(words) => export::line(words, quoted, labels),
                None => export::quote(quoted, labels),
            })
        });
        self.give(&Exported { text: lines, briefs: ids })
    }

    fn copy_all(&mut self) -> io::Result<()> {
        let place = self.place.clone();
        match self.desk.written(&place, Format::Text) {
            Ok(Some(what)) => self.give(&what),
            Ok(None) => self.say("plain-which", &[]),
            Err(sentence) => self.line(&sentence),
        }
    }

    fn give(&mut self, what: &Exported) -> io::Result<()> {
        for line in what.text.lines() {
            self.whole_line(line)?;
        }
        match self.desk.taken_along(&what.briefs, Way::Copied) {
            Ok(()) => Ok(()),
            Err(sentence) => self.line(&sentence),
        }
    }

    /// Writes what is shown into a new file.
    fn export(&mut self, path: &str) -> io::Result<()> {
        let is_calendar = self.place == Place::Agenda
            && path.rsplit_once('.').is_some_and(|(_, kind)| kind.eq_ignore_ascii_case("ics"));
        let place = self.place.clone();
        let what = match (is_calendar, Format::of_path(path)) {
            (true, _) => self.desk.calendar().map(Some),
            (false, Some(format)) => self.desk.written(&place, format),
            (false, None) => return self.say("plain-export-what", &[]),
        };
        match what {
            Ok(Some(what)) => match self.desk.write(path, &what) {
                Ok(()) => self.say("plain-exported", &[("path", text(path))]),
                Err(sentence) => self.line(&sentence),
            },
            Ok(None) => self.say("plain-refused-shown", &[]),
            Err(sentence) => self.line(&sentence),
        }
    }

    fn collect(&mut self, argument: &str) -> io::Result<()> {
        let what = self.thing(argument).and_then(|target| self.desk.collected(&target));
        let Some(what) = what else { return self.say("plain-which", &[]) };
        match self.desk.collect(what) {
            Ok(true) => {
                let count = number(self.desk.in_basket());
                self.say("plain-collected", &[("count", count)])
            }
            Ok(false) => self.say("plain-collected-before", &[]),
            Err(sentence) => self.line(&sentence),
        }
    }

    /// The key of what a number stands before, in the basket or elsewhere.
    fn collected_key(&self, argument: &str) -> Option<String> {
        match self.thing(argument)? {
            Target::Collected(key, _) => Some(key),
            other => self.desk.collected(&other).map(|what| crate::library::key(&what)),
        }
    }

    fn take_out(&mut self, argument: &str) -> io::Result<()> {
        let Some(key) = self.collected_key(argument) else { return self.say("plain-which", &[]) };
        let done = self.desk.take_out(&key);
        if self.place == Place::Basket {
            self.renew();
        }
        match done {
            Ok(true) => {
                let count = number(self.desk.in_basket());
                self.say("plain-taken-out", &[("count", count)])
            }
            Ok(false) => self.say("plain-not-collected", &[]),
            Err(sentence) => self.line(&sentence),
        }
    }

    /// Asks before a dispatch leaves the inbox.
    fn ask_discard(&mut self, argument: &str) -> io::Result<()> {
        let Some(id) = self.brief_meant(argument) else {
            return self.say("plain-refused-shown", &[]);
        };
        let Some(brief) = self.desk.brief(&id) else { return self.say("plain-gone", &[]) };
        if brief.file.below_inbox().is_none() {
            return self.say("plain-not-inbox", &[]);
        }
        let title = text(&brief.title);
        self.asked = Some(Asked::Discard(brief.file.clone()));
        self.say("plain-ask-discard", &[("title", title)])
    }
}
