//! Orders that show something else: lists, pages, what is searched for, the next article.

use std::io;

use super::order::Order;
use super::place::{Place, Target};
use super::{Shell, text};
use crate::dates;
use crate::model::{BriefId, CountryCode};
use crate::text::fold;

impl Shell<'_> {
    /// Shows something else; what is no order of this kind keeps something.
    pub(super) fn look(&mut self, order: Order, argument: &str) -> io::Result<()> {
        match order {
            Order::Articles => match self.country(argument) {
                Ok(country) => self.go(Place::Articles(country)),
                Err(name) => self.say("cli-no-country", &[("name", text(&name))]),
            },
            Order::Page => match self.country(argument) {
                Ok(Some(country)) => self.go(Place::Page(country, None)),
                Ok(None) => self.say("plain-which-country", &[]),
                Err(name) => self.say("cli-no-country", &[("name", text(&name))]),
            },
            Order::Pair => self.pair(argument),
            Order::Period => self.period(argument),
            Order::Digest => self.go(Place::Digest(dates::parse(argument))),
            Order::Search if argument.is_empty() => self.say("plain-what", &[]),
            Order::Search => match self.desk.search(argument) {
                Ok(found) => {
                    argument.clone_into(&mut self.query);
                    self.go(Place::Found(argument.to_owned(), found))
                }
                Err(sentence) => self.line(&sentence),
            },
            Order::Go if argument.is_empty() => self.say("plain-what", &[]),
            Order::Go => match self.desk.country(argument) {
                Some(country) => self.go(Place::Articles(Some(country))),
                None => self.go(Place::Found(argument.to_owned(), self.desk.titled(argument))),
            },
            Order::Find | Order::FindBack => self.find(argument, order == Order::Find),
            Order::End => {
                self.next = self.rows.len().saturating_sub(self.start.lines);
                self.show()
            }
            Order::Sort => {
                let key = self.desk.sort_otherwise();
                self.say(key, &[])?;
                self.begin_anew()
            }
            Order::Following | Order::Preceding => self.step(order == Order::Following, false),
            Order::FollowingUnread => self.step(true, true),
            Order::PrecedingUnread => self.step(false, true),
            Order::Sentences => self.beside(argument, Place::Sentences),
            Order::Dropped => self.beside(argument, Place::Dropped),
            Order::Links => self.beside(argument, Place::Links),
            other => self.keep(other, argument),
        }
    }

    /// The country that is meant: by its number, by a name, else the one that is shown.
    pub(super) fn country(&self, argument: &str) -> Result<Option<CountryCode>, String> {
        match (self.target(argument), &self.place) {
            (Some(Target::Country(code)), _) => Ok(Some(code)),
            (_, Place::Articles(code)) if argument.is_empty() => Ok(*code),
            (_, Place::Page(code, _)) if argument.is_empty() => Ok(Some(*code)),
            _ if argument.is_empty() => Ok(None),
            _ => self.desk.country(argument).map(Some).ok_or_else(|| argument.to_owned()),
        }
    }

    /// The page of two countries: both by name, or the other one of the page that is shown.
    fn pair(&mut self, argument: &str) -> io::Result<()> {
        let named = match self.desk.countries_of(argument) {
            Ok(named) => named,
            Err(sentence) => return self.line(&sentence),
        };
        let shown = match &self.place {
            Place::Page(code, _) | Place::Articles(Some(code)) => Some(*code),
            _ => None,
        };
        match (named.as_slice(), shown) {
            ([one, with], _) if one != with => self.go(Place::Page(*one, Some(*with))),
            ([with], Some(one)) if one != *with => self.go(Place::Page(one, Some(*with))),
            _ => self.say("plain-two-countries", &[]),
        }
    }

    /// From when on pages tell what is new.
    fn period(&mut self, argument: &str) -> io::Result<()> {
        let Some(period) = dates::period(argument) else {
            return self.say("plain-period-what", &[]);
        };
        self.desk.set_period(period);
        self.say("plain-period", &[])?;
        if matches!(self.place, Place::Page(..)) { self.begin_anew() } else { Ok(()) }
    }

    /// Shows from the next line on that has some words, or the last one before; again without words.
    fn find(&mut self, argument: &str, onward: bool) -> io::Result<()> {
        if !argument.is_empty() {
            self.sought = fold(argument);
        }
        if self.sought.is_empty() {
            return self.say("plain-what", &[]);
        }
        let holds = |row: &super::Row| fold(&row.text).contains(&self.sought);
        // The line that was found last is the first of the page that is shown.
        let top = self.top;
        let found = if onward {
            let from = if argument.is_empty() { top + 1 } else { 0 };
            self.rows.iter().skip(from).position(holds).map(|at| at + from)
        } else {
            self.rows.iter().take(top).rposition(holds)
        };
        match found {
            Some(at) => {
                self.next = at;
                self.show()
            }
            None => {
                let sought = self.sought.clone();
                self.say("plain-not-found", &[("words", text(&sought))])
            }
        }
    }

    /// Opens the next article of the list that was shown last, or the one before.
    fn step(&mut self, onward: bool, only_unread: bool) -> io::Result<()> {
        let Some(list) = self.list.clone() else { return self.say("plain-first-list", &[]) };
        let ids: Vec<BriefId> =
            self.desk.listed(&list).iter().map(|brief| brief.id.clone()).collect();
        let open = self.brief_meant("");
        let at = open.and_then(|id| ids.iter().position(|listed| *listed == id));
        let wanted = |id: &&BriefId| !only_unread || !self.desk.is_read(id);
        let found = match (at, onward) {
            (Some(at), true) => ids.iter().skip(at + 1).find(wanted),
            (Some(at), false) => ids.iter().take(at).rfind(wanted),
            (None, true) => ids.iter().find(wanted),
            (None, false) => ids.iter().rfind(wanted),
        };
        match found.cloned() {
            Some(id) => self.read(&id),
            None => self.say("plain-last", &[]),
        }
    }

    /// Shows something of the text that is meant.
    fn beside(&mut self, argument: &str, place: fn(BriefId) -> Place) -> io::Result<()> {
        match self.brief_meant(argument) {
            Some(id) => self.go(place(id)),
            None => self.say("plain-refused-shown", &[]),
        }
    }

    /// The brief that a number stands before, else the one that is shown.
    pub(super) fn brief_meant(&self, argument: &str) -> Option<BriefId> {
        if let Some(target) = self.target(argument) {
            return target.brief().cloned();
        }
        match &self.place {
            Place::Text(id) | Place::Sentences(id) | Place::Dropped(id) | Place::Links(id) => {
                Some(id.clone())
            }
            _ => None,
        }
    }
}
