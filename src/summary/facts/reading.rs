//! Texts for tests, with all that the layers below read in them.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Story, find};
use crate::country::{Gazetteer, Named, Passage, Roster, Subject};
use crate::dates as calendar;
use crate::model::{
    CountryCode, DateBasis, DateMention, DateStamp, Fact, FactKind, Language, PersonMention,
    PersonTitle, Sentence, Span,
};
use crate::people::{Known, People};
use crate::text::sentences;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::builtin);

static PEOPLE: LazyLock<People> = LazyLock::new(|| {
    let Roster { leaders, places, institutions, adjectives } = Roster::builtin();
    People::new(&Known { leaders, places, institutions, adjectives })
});

/// A text of paragraphs, one a line, with all that is read in it.
pub(super) struct Text {
    pub(super) decoded: String,
    sentences: Vec<Sentence>,
    places: Vec<Named>,
    people: Vec<PersonMention>,
    dates: Vec<DateMention>,
    date: Option<DateStamp>,
    language: Language,
}

impl Text {
    pub(super) fn new(text: &str, language: Language, day: &str) -> Self {
        let mut paragraphs: Vec<(usize, &str)> = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            paragraphs.push((start, line));
            start += line.len() + 1;
        }
        let value = day.parse().ok();
        let date = value.map(|value| DateStamp { value, basis: DateBasis::Stated });
        let mut found = Self {
            decoded: text.to_owned(),
            sentences: Vec::new(),
            places: Vec::new(),
            people: Vec::new(),
            dates: Vec::new(),
            date,
            language,
        };
        for (block, (start, line)) in paragraphs.iter().enumerate() {
            let span = |range: &Range<usize>| Span::new(start + range.start, start + range.end);
            for range in sentences::split(line) {
                let text = line[range.clone()].to_owned();
                found.sentences.push(Sentence { span: span(&range), text, block });
            }
            for date in calendar::find(line, value) {
                let text = line[date.range.clone()].to_owned();
                let calendar::Found { range, value, end, basis } = date;
                found.dates.push(DateMention { span: span(&range), text, value, end, basis });
            }
        }
        found.name(&paragraphs);
        found
    }

    /// Looks for countries and persons.
    fn name(&mut self, paragraphs: &[(usize, &str)]) {
        let passages = paragraphs.iter().map(|(start, line)| Passage {
            text: line,
            span: Span::new(*start, start + line.len()),
        });
        let subject = Subject { paragraphs: passages.collect(), ..Subject::default() };
        self.places = GAZETTEER.named(&subject);
        let lines: Vec<&str> = paragraphs.iter().map(|(_, line)| *line).collect();
        for mention in PEOPLE.find(&lines) {
            let (start, line) = paragraphs[mention.passage];
            let span = |range: &Range<usize>| Span::new(start + range.start, start + range.end);
            let title = mention.title.map(|title| PersonTitle {
                span: span(&title.range),
                text: line[title.range].to_owned(),
                role: title.role,
                former: title.former,
                country: title.country,
            });
            let key = mention.key.to_string();
            let name = mention.name;
            self.people.push(PersonMention { span: span(&mention.range), name, key, title });
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let locate = |number: usize, range: Range<usize>| {
            let start = self.sentences[number].span.start;
            Span::new(start + range.start, start + range.end)
        };
        find(&Story {
            sentences: &self.sentences,
            places: &self.places,
            people: &self.people,
            dates: &self.dates,
            headings: &[],
            title: &[],
            countries: &[],
            date: self.date,
            language: Some(self.language),
            locate: &locate,
        })
    }
}

/// A fact on one line.
pub(super) fn shown(fact: &Fact) -> String {
    let countries: Vec<&str> = fact.countries.iter().map(CountryCode::as_str).collect();
    let value = fact.value.as_ref().map(|value| {
        let about = if value.approximate { "~" } else { "" };
        format!(" {about}{} {}", value.decimal(), json(&value.unit))
    });
    let date = fact.date.filter(|_| fact.kind != FactKind::Office);
    let parts = [
        fact.shared_by.map(|many| format!(" over {many}")),
        value,
        fact.level.map(|level| format!(" {}", json(&level))),
        fact.place.map(|place| format!(" in {place}")),
        date.map(|date| format!(" on {}", date.value)),
        fact.until.map(|until| format!(" until {until}")),
    ];
    let persons = fact.persons.iter().map(|person| format!(" by {}", person.name));
    let rest: String = parts.into_iter().flatten().chain(persons).collect();
    format!("{} {} {}{rest}", json(&fact.kind), json(&fact.status), countries.join("-"))
}

/// What the records call a value.
fn json(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("json");
    value.as_str().unwrap_or_default().to_owned()
}
