//! What waits for the next line: an answer of yes or no, or the lines of a dispatch that is pasted.

use std::io;

use super::place::Place;
use super::{LONGEST, Shell, text};
use crate::library::LARGEST_DISPATCH;
use crate::model::{BriefId, BriefPath};

/// The words of a yes.
const YES: [&str; 4] = ["yes", "y", "oui", "o"];

/// The line that ends a dispatch.
const LAST: &str = ".";

/// Whether a line says yes, in either language.
pub fn is_yes(typed: &str) -> bool {
    YES.contains(&typed.trim().to_lowercase().as_str())
}

/// What waits for the next line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Whether these are to be marked as read.
    ReadAll(Vec<BriefId>),
    /// Whether this is to leave the inbox.
    Discard(BriefPath),
    /// Whether this is to be kept in the inbox, under its first title.
    Receive(String, String),
    /// More lines of a dispatch.
    Paste(String),
}

impl Shell<'_> {
    /// The longest line that is read now, in bytes.
    pub(super) fn longest_line(&self) -> u64 {
        match &self.asked {
            Some(Asked::Paste(_)) => LARGEST_DISPATCH as u64,
            _ => LONGEST,
        }
    }

    /// Takes a line for what is asked.
    pub(super) fn answer(&mut self, asked: Asked, typed: &str) -> io::Result<()> {
        let is_yes = is_yes(typed);
        match asked {
            Asked::Paste(before) => self.pasted(before, typed),
            _ if !is_yes => self.say("plain-left", &[]),
            Asked::ReadAll(ids) => {
                let done = self.desk.read_all(ids).map(|()| "plain-all-read");
                self.renew();
                self.outcome(done)
            }
            Asked::Receive(dispatch, title) => match self.desk.receive(&dispatch) {
                Ok(()) => self.say("plain-received", &[("title", text(&title))]),
                Err(sentence) => {
                    // The text stays, to be tried again.
                    self.asked = Some(Asked::Receive(dispatch, title));
                    self.line(&sentence)
                }
            },
            Asked::Discard(file) => match self.desk.discard(&file) {
                Ok(to) => {
                    self.say("plain-discarded", &[("path", text(&to.display().to_string()))])?;
                    self.behind.retain(Place::is_list);
                    self.go(Place::Articles(None))
                }
                Err(sentence) => self.line(&sentence),
            },
        }
    }

    /// Another line of a dispatch, or its end.
    fn pasted(&mut self, mut before: String, line: &str) -> io::Result<()> {
        if line != LAST {
            if before.len() + line.len() < LARGEST_DISPATCH {
                before.push_str(line);
                before.push('\n');
                self.asked = Some(Asked::Paste(before));
                return Ok(());
            }
            let most = super::number(LARGEST_DISPATCH / 1024);
            return self.say("import-too-long", &[("most", most)]);
        }
        let stories = self.desk.appraise(&before);
        let Some(first) = stories.first() else { return self.say("plain-no-dispatch", &[]) };
        let title = first.title.clone();
        let told: Vec<String> = stories.iter().map(|story| self.desk.told(story)).collect();
        self.asked = Some(Asked::Receive(before, title));
        self.say("plain-ask-receive", &[("stories", text(&told.join(". ")))])
    }
}
