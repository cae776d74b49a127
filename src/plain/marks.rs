//! Stars, read marks and notes by order: said to be done once they are on the disk.

use std::io;

use super::order::Order;
use super::place::{Place, Target};
use super::{Shell, text};
use crate::model::{BriefId, Subject};

impl Shell<'_> {
    /// Marks what a number stands before, else the text that is shown.
    pub(super) fn mark(&mut self, order: Order, argument: &str) -> io::Result<()> {
        let (number, rest) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
        let meant = match self.target(number) {
            Some(target) => Some((target, rest.trim())),
            None => self.shown().map(|target| (target, argument)),
        };
        match meant {
            Some((Target::Country(code), line)) if order == Order::Note => {
                self.note(Subject::Country(code), line)
            }
            Some((Target::Brief(id), line)) if order == Order::Note => {
                self.note(Subject::Brief(id), line)
            }
            Some((Target::Brief(id), "")) => self.turn(order, &id),
            _ => self.say("plain-which", &[]),
        }
    }

    /// What is shown as a whole.
    fn shown(&self) -> Option<Target> {
        match &self.place {
            Place::Text(id) => Some(Target::Brief(id.clone())),
            Place::Page(code) | Place::Articles(Some(code)) => Some(Target::Country(*code)),
            _ => None,
        }
    }

    fn turn(&mut self, order: Order, id: &BriefId) -> io::Result<()> {
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
        let title = self.desk.brief(id).map_or_else(String::new, |brief| brief.title.clone());
        self.say(key, &[("title", text(&title))])
    }

    fn note(&mut self, subject: Subject, line: &str) -> io::Result<()> {
        if line.is_empty() {
            return self.say("plain-what", &[]);
        }
        match self.desk.note(subject, line) {
            Ok(()) => self.say("plain-note-kept", &[]),
            Err(sentence) => self.line(&sentence),
        }
    }
}
