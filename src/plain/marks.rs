//! Stars, read marks, tags, corrections and notes by order: said to be done once they are on the disk.

use std::io;

use super::asking::Asked;
use super::order::Order;
use super::place::{Place, Target};
use super::{Shell, number, text};
use crate::model::{Aspect, BriefId, Subject};

/// The parts of a brief by the words for them, and what takes all corrections back.
const ASPECTS: [(&[&str], Option<Aspect>); 6] = [
    (&["title", "titre"], Some(Aspect::Title)),
    (&["date"], Some(Aspect::Date)),
    (&["countries", "country", "pays"], Some(Aspect::Countries)),
    (&["related", "lie"], Some(Aspect::Related)),
    (&["copy", "copie"], Some(Aspect::Copy)),
    (&["back", "retour"], None),
];

impl Shell<'_> {
    /// Keeps something; what is no order of this kind takes something along.
    pub(super) fn keep(&mut self, order: Order, argument: &str) -> io::Result<()> {
        match order {
            Order::Read | Order::Star | Order::Note => self.mark(order, argument),
            Order::ReadAll => self.ask_all_read(),
            Order::Tag => {
                let (ids, name) = self.meant_and_rest(argument);
                self.tag(ids.into_iter().collect(), &name)
            }
            Order::TagAll => {
                let listed = self.listed();
                self.tag(listed, argument)
            }
            Order::Correct => self.correct(argument),
            Order::Undo | Order::Redo => {
                let done = if order == Order::Undo { self.desk.undo() } else { self.desk.redo() };
                self.renew();
                self.outcome(done)
            }
            Order::Seen => match self.place {
                Place::Page(country, None) => {
                    let done = self.desk.seen(country).map(|()| "plain-page-seen");
                    self.outcome(done)
                }
                _ => self.say("plain-no-page", &[]),
            },
            Order::Save => self.save(argument),
            Order::Rename | Order::Forget => self.saved(order, argument),
            other => self.take(other, argument),
        }
    }

    /// Says what became of something.
    pub(super) fn outcome(&mut self, done: super::desk::Said) -> io::Result<()> {
        match done {
            Ok(key) => self.say(key, &[]),
            Err(sentence) => self.line(&sentence),
        }
    }

    /// Marks what a number stands before, else the text that is shown.
    fn mark(&mut self, order: Order, argument: &str) -> io::Result<()> {
        let (number, rest) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
        let meant = match self.target(number) {
            Some(target) => Some((target, rest.trim())),
            None => self.shown().map(|target| (target, argument)),
        };
        match meant {
            Some((Target::Country(code), line)) if order == Order::Note => {
                self.note(Subject::Country(code), line)
            }
            Some((Target::Note(subject), line)) if order == Order::Note => self.note(subject, line),
            Some((Target::Sentence(citation), line)) if order == Order::Note => {
                let subject = Subject::Sentence {
                    id: citation.id.clone(),
                    text: citation.sentence.clone(),
                    span: citation.span,
                };
                self.note(subject, line)
            }
            Some((Target::Amended(id, version), "")) if order == Order::Read => {
                let done = self.desk.acknowledge(vec![(id, version)]).map(|()| "plain-known");
                self.renew();
                self.outcome(done)
            }
            Some((target, line)) => match target.brief().cloned() {
                Some(id) if order == Order::Note => self.note(Subject::Brief(id), line),
                Some(id) if line.is_empty() => self.turn(order, &id),
                _ => self.say("plain-which", &[]),
            },
            None => self.say("plain-which", &[]),
        }
    }

    /// What is shown as a whole.
    fn shown(&self) -> Option<Target> {
        match &self.place {
            Place::Text(id) | Place::Sentences(id) => Some(Target::Brief(id.clone())),
            Place::Page(code, _) | Place::Articles(Some(code)) => Some(Target::Country(*code)),
            _ => None,
        }
    }

    fn turn(&mut self, order: Order, id: &BriefId) -> io::Result<()> {
        if self.desk.is_related(id) {
            return self.say("related-have-no-mark", &[]);
        }
        if self.desk.is_related(id) {
            return self.say("related-have-no-mark", &[]);
        }
        let is_star = order == Order::Star;
        let turned = if is_star { self.desk.turn_star(id) } else { self.desk.turn_read(id) };
        let key = match (&turned, is_star) {
            (Ok(true), true) => "plain-starred-now",
            (Ok(false), true) => "plain-unstarred-now",
            (Ok(true), false) => "plain-read-now",
            (Ok(false), false) => "plain-unread-now",
            (Err(sentence), _) => return self.line(sentence),
        };
        let title = self.desk.title(id);
        self.say(key, &[("title", title)])
    }

    fn note(&mut self, subject: Subject, line: &str) -> io::Result<()> {
        if line.is_empty() {
            return self.say("plain-what", &[]);
        }
        let done = self.desk.note(subject, line).map(|()| "plain-note-kept");
        self.outcome(done)
    }

    /// The articles of what is shown, where that is a list.
    fn listed(&self) -> Vec<BriefId> {
        self.desk.listed(&self.place).iter().map(|brief| brief.id.clone()).collect()
    }

    /// Asks before all of a list counts as read; of what was amended, all is known then.
    fn ask_all_read(&mut self) -> io::Result<()> {
        if self.place == Place::Amended {
            let known = self.rows.iter().filter_map(|row| match &row.opens {
                Some(Target::Amended(id, version)) => Some((id.clone(), version.clone())),
                _ => None,
            });
            let known = known.collect();
            let done = self.desk.acknowledge(known).map(|()| "plain-known");
            self.renew();
            return self.outcome(done);
        }
        let unread = self.desk.unread(self.listed());
        if unread.is_empty() {
            return self.say("plain-nothing-unread", &[]);
        }
        let count = number(unread.len());
        self.asked = Some(Asked::ReadAll(unread));
        self.say("plain-ask-read-all", &[("count", count)])
    }

    /// The brief that an argument begins with by its number, else the one shown; and the rest of the argument.
    fn meant_and_rest(&self, argument: &str) -> (Option<BriefId>, String) {
        let (number, rest) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
        match self.target(number) {
            Some(target) => (target.brief().cloned(), rest.trim().to_owned()),
            None => (self.brief_meant(""), argument.to_owned()),
        }
    }

    fn tag(&mut self, ids: Vec<BriefId>, name: &str) -> io::Result<()> {
        if ids.is_empty() {
            return self.say("plain-which", &[]);
        }
        match self.desk.tag(ids, name) {
            Ok((has_it, name, count)) => {
                let key = if has_it { "plain-tagged" } else { "plain-untagged" };
                self.say(key, &[("name", text(&name)), ("count", number(count))])
            }
            Err(sentence) => self.line(&sentence),
        }
    }

    /// Puts a part of a brief right.
    fn correct(&mut self, argument: &str) -> io::Result<()> {
        let (id, rest) = self.meant_and_rest(argument);
        let Some(id) = id else { return self.say("plain-refused-shown", &[]) };
        let (part, value) = rest.split_once(char::is_whitespace).unwrap_or((&rest, ""));
        let part = crate::text::fold(part);
        let known = ASPECTS.iter().find(|(words, _)| words.contains(&part.as_str()));
        let done = match known {
            None => return self.say("plain-correct-what", &[]),
            Some((_, None)) => self.desk.uncorrect(&id),
            Some((_, Some(aspect))) => self.desk.correct(&id, *aspect, value.trim()),
        };
        self.renew();
        match (done, known) {
            (Err(sentence), _) => self.line(&sentence),
            (Ok(()), Some((_, None))) => self.say("plain-as-it-was", &[]),
            (Ok(()), _) => {
                let title = self.desk.title(&id);
                self.say("plain-corrected", &[("title", title)])
            }
        }
    }

    /// Keeps what was searched for last under a name.
    fn save(&mut self, name: &str) -> io::Result<()> {
        if self.query.is_empty() {
            return self.say("plain-nothing-searched", &[]);
        }
        let query = self.query.clone();
        match self.desk.save_search(None, &query, name) {
            Ok(name) => self.say("plain-saved", &[("name", text(&name))]),
            Err(sentence) => self.line(&sentence),
        }
    }

    /// Gives a saved search another name, or takes it away.
    fn saved(&mut self, order: Order, argument: &str) -> io::Result<()> {
        let (number, rest) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
        let Some(Target::Search(key, name, query)) = self.target(number) else {
            return self.say("plain-which", &[]);
        };
        let (said, done) = if order == Order::Forget {
            ("plain-forgotten", self.desk.forget_search(key).map(|()| name))
        } else {
            ("plain-saved", self.desk.save_search(Some(key), &query, rest))
        };
        self.renew();
        match done {
            Ok(name) => self.say(said, &[("name", text(&name))]),
            Err(sentence) => self.line(&sentence),
        }
    }
}
