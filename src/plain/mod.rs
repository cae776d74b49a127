//! The reader line by line: for screen readers, and for terminals that cannot place a cursor.
//!
//! A prompt, an order, a bounded page of answer: no line is drawn over, nothing frames anything. A thin shell over the
//! library and the exports that the other commands print. Knows no terminal: it reads and writes lines, on a pipe as well.

mod asking;
mod desk;
mod looking;
mod marks;
mod order;
mod place;
mod rows;
mod taking;
mod things;

use std::io::{self, BufRead, Read as _, Write};
use std::sync::Arc;

use crate::config::{Rights, Settings};
use crate::messages::Messages;
use crate::model::{Argument, BriefId, PartialDate, Subject};
use crate::store::{Briefs, Folders};
use crate::text::Safe;
use crate::text::ascii::to_ascii;
use crate::text::wrap::wrap;
use asking::Asked;
pub use asking::is_yes;
use desk::Desk;
use order::{Order, Orders};
use place::{Place, Target};
use rows::Row;

/// The longest order, in bytes; what stands behind is passed over.
const LONGEST: u64 = 8 * 1024;

/// What it is started with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The folders to work with.
    pub folders: Folders,
    /// The words of the interface.
    pub words: Arc<Messages>,
    /// The reader's settings.
    pub settings: Settings,
    /// What the session may do beyond reading and keeping marks.
    pub rights: Rights,
    /// The day to answer for.
    pub today: PartialDate,
    /// Lines of a page.
    pub lines: usize,
    /// Columns of a line.
    pub columns: usize,
    /// Whether only ASCII is shown.
    pub ascii: bool,
}

/// Asks and answers until it is told to end, or the orders end.
///
/// # Errors
/// Those of reading and writing; a reader of ours that has gone is none.
pub fn run(start: Start, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    match Shell::new(start, output).run(input) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// The conversation.
struct Shell<'a> {
    start: Start,
    output: &'a mut dyn Write,
    desk: Desk,
    orders: Orders,
    /// What is shown.
    place: Place,
    /// Its rows from here on were not shown yet.
    next: usize,
    /// The first row of the page that is shown.
    top: usize,
    rows: Vec<Row>,
    /// The way here.
    behind: Vec<Place>,
    /// The list that was shown last.
    list: Option<Place>,
    /// What is asked, and waits for an answer.
    asked: Option<Asked>,
    /// What was searched for last.
    query: String,
    /// What was looked for last in what is shown.
    sought: String,
    /// Whether it was told to end.
    has_left: bool,
}

impl<'a> Shell<'a> {
    fn new(start: Start, output: &'a mut dyn Write) -> Self {
        let desk = Desk::open(&start);
        let (orders, place) = (Orders::new(), Place::Countries);
        Self {
            start,
            output,
            desk,
            orders,
            place,
            next: 0,
            top: 0,
            rows: Vec::new(),
            behind: Vec::new(),
            list: None,
            asked: None,
            query: String::new(),
            sought: String::new(),
            has_left: false,
        }
    }

    fn run(&mut self, input: &mut dyn BufRead) -> io::Result<()> {
        self.say("plain-welcome", &[])?;
        for trouble in self.desk.troubles() {
            self.line(&trouble)?;
        }
        self.show()?;
        loop {
            write!(self.output, "> ")?;
            self.output.flush()?;
            let longest = self.longest_line();
            let Some(typed) = read_line(input, longest)? else {
                return self.output.write_all(b"\n");
            };
            if let Some(asked) = self.asked.take() {
                self.answer(asked, &typed)?;
                continue;
            }
            match self.orders.read(&typed) {
                Some((order, argument)) => self.allowed(order, argument)?,
                None => self.number_or_mistake(typed.trim())?,
            }
            if self.has_left {
                return Ok(());
            }
        }
    }

    /// Obeys, unless the session has not the right to.
    fn allowed(&mut self, order: Order, argument: &str) -> io::Result<()> {
        match order.needs().filter(|&right| !self.start.rights.allow(right)) {
            Some(right) => self.say(right.refusal(), &[]),
            None => self.obey(order, argument),
        }
    }

    /// Opens what a number stands before, or says that an order is not known.
    fn number_or_mistake(&mut self, typed: &str) -> io::Result<()> {
        let is_number = typed.bytes().all(|byte| byte.is_ascii_digit());
        match self.target(typed) {
            Some(target) => self.open(target),
            None if is_number => self.say("plain-no-number", &[("number", text(typed))]),
            None if self.orders.is_of_screen(typed) => {
                self.say("plain-screen", &[("command", text(typed))])
            }
            None => self.say("plain-unknown", &[("typed", text(typed))]),
        }
    }

    fn obey(&mut self, order: Order, argument: &str) -> io::Result<()> {
        match order {
            Order::Help => self.go(Place::Help),
            Order::Countries => self.go(Place::Countries),
            Order::Unread => self.go(Place::Unread),
            Order::Starred => self.go(Place::Starred),
            Order::Notes => self.go(Place::Notes),
            Order::Searches => self.go(Place::Searches),
            Order::Basket => self.go(Place::Basket),
            Order::Amended => self.go(Place::Amended),
            Order::Problems => self.go(Place::Problems),
            Order::Agenda => self.go(Place::Agenda),
            Order::Open if argument.is_empty() => self.say("plain-which", &[]),
            Order::Open => self.number_or_mistake(argument),
            Order::Next => self.show(),
            Order::Again => self.begin_anew(),
            Order::Back => {
                if let Some(place) = self.behind.pop() {
                    self.place = place;
                }
                self.begin_anew()
            }
            Order::Refresh => {
                if let Err(sentence) = self.desk.refresh() {
                    self.line(&sentence)?;
                }
                self.begin_anew()
            }
            Order::Samples => {
                let samples = Folders { briefs: Briefs::Samples, ..self.start.folders.clone() };
                self.start.folders = samples;
                self.desk = Desk::open(&self.start);
                self.behind.clear();
                self.place = Place::Countries;
                self.begin_anew()
            }
            Order::Quit => {
                self.has_left = true;
                Ok(())
            }
            other => self.look(other, argument),
        }
    }

    /// What stands behind a number of the rows.
    fn target(&self, number: &str) -> Option<Target> {
        let number: usize = number.trim_end_matches('.').parse().ok()?;
        let mut targets = self.rows.iter().filter_map(|row| row.opens.as_ref());
        targets.nth(number.checked_sub(1)?).cloned()
    }

    fn open(&mut self, target: Target) -> io::Result<()> {
        match target {
            Target::Country(code) | Target::Note(Subject::Country(code)) => {
                self.go(Place::Articles(Some(code)))
            }
            Target::Order(order) => self.allowed(order, ""),
            Target::Search(_, _, query) => self.look(Order::Search, &query),
            other => match other.brief().cloned() {
                Some(id) => self.read(&id),
                None => self.say("plain-gone", &[]),
            },
        }
    }

    /// Opens a text, which counts as read from then on where the settings say so.
    fn read(&mut self, id: &BriefId) -> io::Result<()> {
        self.go(Place::Text(id.clone()))?;
        // What cannot be shown was not read.
        if self.rows.is_empty() || !self.start.settings.mark_read_on_open {
            return Ok(());
        }
        self.desk.mark_read(id).or_else(|sentence| self.line(&sentence))
    }

    /// Shows another place from its top.
    fn go(&mut self, place: Place) -> io::Result<()> {
        if place.is_list() {
            self.list = Some(place.clone());
        }
        let left = std::mem::replace(&mut self.place, place);
        if left != self.place {
            self.behind.push(left);
        }
        self.begin_anew()
    }

    /// Shows the place as it is now, from its first row on.
    fn begin_anew(&mut self) -> io::Result<()> {
        self.rows.clear();
        self.next = 0;
        self.show()
    }

    /// Something changed: the rows are those of now under the numbers that are on the screen.
    fn renew(&mut self) {
        // What cannot be read any more stays as it was shown.
        if let Ok(rows) = self.desk.rows(&self.place, &self.orders) {
            self.next = self.next.min(rows.len());
            self.rows = rows;
        }
    }

    /// Shows the next page of rows.
    fn show(&mut self) -> io::Result<()> {
        if self.rows.is_empty() {
            match self.desk.rows(&self.place, &self.orders) {
                Ok(rows) => self.rows = rows,
                Err(sentence) => return self.line(&sentence),
            }
        }
        let mut numbers =
            self.rows.iter().take(self.next).filter(|row| row.opens.is_some()).count();
        self.top = self.next;
        let mut shown = 0;
        while let Some(row) = self.rows.get(self.next).filter(|_| shown < self.start.lines) {
            let line = if row.opens.is_some() {
                numbers += 1;
                format!("{numbers}. {}", row.text)
            } else {
                row.text.clone()
            };
            shown += self.lines_of(&line);
            self.next += 1;
            self.line(&line)?;
        }
        match self.rows.len() - self.next {
            0 => self.say("plain-end", &[]),
            left => self.say("plain-more", &[("left", number(left))]),
        }
    }

    fn say(&mut self, key: &str, arguments: &[(&str, Argument)]) -> io::Result<()> {
        let sentence = self.start.words.with(key, arguments);
        self.line(&sentence)
    }

    fn lines_of(&self, line: &str) -> usize {
        wrap(Safe::new(line).as_str(), self.start.columns).len().max(1)
    }

    /// Writes a line that is to be taken along, as it is.
    fn whole_line(&mut self, line: &str) -> io::Result<()> {
        let line = Safe::new(line);
        let line = if self.start.ascii { to_ascii(&line) } else { line };
        writeln!(self.output, "{}", line.as_str())
    }

    /// Writes a line, broken between words where it is longer than the screen is wide.
    fn line(&mut self, line: &str) -> io::Result<()> {
        let line = Safe::new(line);
        let line = if self.start.ascii { to_ascii(&line) } else { line };
        if line.is_empty() {
            return writeln!(self.output);
        }
        for range in wrap(line.as_str(), self.start.columns) {
            let piece = line.as_str().get(range).unwrap_or_default();
            writeln!(self.output, "{}", piece.trim_end())?;
        }
        Ok(())
    }
}

/// The next line, without its end; `None` at the end of the orders.
fn read_line(input: &mut dyn BufRead, longest: u64) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if (&mut *input).take(longest).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}

fn text(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}

fn number(number: usize) -> Argument {
    Argument::from(number)
}
