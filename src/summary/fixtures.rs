//! Small documents for tests, made from plain text with naive sentences.

use crate::model::{
    Brief, BriefId, CountryCode, DateBasis, DateMention, DateStamp, Document, Evidence, Fact,
    FactKind, FactStatus, Language, PartialDate, PersonMention, PersonTitle, Place, Quantity, Role,
    Sentence, Span, Status, TitleBasis, Unit,
};

/// A brief in the making.
pub(super) struct Paper(Document);

pub(super) fn code(code: &str) -> CountryCode {
    code.parse().expect("a code")
}

pub(super) fn date(date: &str) -> PartialDate {
    date.parse().expect("a date")
}

impl Paper {
    /// A French brief whose first line is its title. `countries` has codes with the names to look for: `BY=Minsk|Bélarus`.
    pub(super) fn new(file: &str, countries: &[&str], text: &str) -> Self {
        let title = text.lines().next().expect("a title").to_owned();
        let named: Vec<(CountryCode, Vec<&str>)> = countries
            .iter()
            .map(|entry| entry.split_once('=').expect("code=names"))
            .map(|(of, names)| (code(of), names.split('|').collect()))
            .collect();
        let mut evidence = Vec::new();
        for (country, names) in &named {
            for name in names.iter().filter(|name| !name.is_empty()) {
                evidence.extend(text.match_indices(name).map(|(at, form)| Evidence {
                    country: *country,
                    form: form.to_owned(),
                    span: Some(Span::new(at, at + form.len())),
                    place: Place::Body,
                }));
            }
        }
        let brief = Brief {
            id: BriefId::from(format!("p:{file}").as_str()),
            file: file.into(),
            part: 0,
            parent: None,
            title: title.clone(),
            title_basis: TitleBasis::Stated,
            date: None,
            place: None,
            source: None,
            source_url: None,
            author: None,
            language: Some(Language::French),
            countries: named.iter().map(|(country, _)| *country).collect(),
            status: Status::Current,
            replaces: None,
            tags: Vec::new(),
            embargo: None,
            classification: None,
            words: 0,
            corrected: Vec::new(),
        };
        Self(Document {
            brief,
            decoded: text.into(),
            body: crate::model::Body::default(),
            sentences: sentences(text, title.len()),
            dates: Vec::new(),
            people: Vec::new(),
            facts: Vec::new(),
            evidence,
            dropped: Vec::new(),
            title: Some(Span::new(0, title.len())),
            diagnostics: Vec::new(),
        })
    }

    /// Dates the brief.
    pub(super) fn dated(mut self, value: &str) -> Self {
        self.0.brief.date = Some(DateStamp { value: date(value), basis: DateBasis::Stated });
        self
    }

    /// Marks each occurrence of an expression as a date.
    pub(super) fn says(mut self, expression: &str, value: &str) -> Self {
        let text = self.0.decoded.clone();
        self.0.dates.extend(text.match_indices(expression).map(|(at, form)| DateMention {
            span: Span::new(at, at + form.len()),
            text: form.to_owned(),
            value: date(value),
            end: None,
            basis: DateBasis::Stated,
        }));
        self
    }

    /// States a fact with the words of the text that state it; all else is for `change` to say.
    pub(super) fn states(
        mut self,
        kind: FactKind,
        words: &str,
        status: FactStatus,
        countries: &[&str],
        change: impl FnOnce(&mut Fact),
    ) -> Self {
        let at = self.0.decoded.find(words).expect("the words of a fact");
        let phrase = Span::new(at, at + words.len());
        let holds = |sentence: &&Sentence| {
            sentence.span.start <= phrase.start && phrase.end <= sentence.span.end
        };
        let span = self.0.sentences.iter().find(holds).expect("a sentence").span;
        let mut countries: Vec<CountryCode> = countries.iter().map(|of| code(of)).collect();
        countries.sort_unstable();
        let mut fact = Fact {
            kind,
            span,
            phrase,
            value: None,
            status,
            countries,
            shared_by: None,
            place: None,
            level: None,
            date: None,
            until: None,
            persons: Vec::new(),
        };
        change(&mut fact);
        self.0.facts.push(fact);
        self
    }

    /// Changes its metadata.
    pub(super) fn with(mut self, change: impl FnOnce(&mut Brief)) -> Self {
        change(&mut self.0.brief);
        self
    }

    pub(super) fn document(self) -> Document {
        self.0
    }
}

/// A number with its unit.
pub(super) fn quantity(number: i64, unit: Unit) -> Quantity {
    let thousandths = number * Quantity::ONE;
    Quantity { thousandths, most: None, unit, approximate: false, span: Span::default() }
}

/// Dollars.
pub(super) fn usd() -> Unit {
    Unit::Money("USD".parse().expect("a currency"))
}

/// A day that the text itself gives.
pub(super) fn stated(day: &str) -> DateStamp {
    DateStamp { value: date(day), basis: DateBasis::Stated }
}

/// Somebody with a title.
pub(super) fn person(name: &str, title: &str, role: Role) -> PersonMention {
    let title = PersonTitle {
        span: Span::default(),
        text: title.into(),
        role,
        former: false,
        country: None,
    };
    let (name, key) = (name.to_owned(), name.to_lowercase());
    PersonMention { span: Span::default(), name, key, title: Some(title) }
}

/// Sentences end at ". " or at a line's end; the first line is the title and no sentence.
fn sentences(text: &str, title: usize) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = title;
    let ends = text.match_indices(['.', '\n']).map(|(at, end)| at + end.len());
    for end in ends.chain([text.len()]).filter(|&end| end > title) {
        let broken = text[end..].chars().next().is_none_or(char::is_whitespace);
        if !broken && !text[..end].ends_with('\n') {
            continue;
        }
        let raw = &text[start..end];
        let from = start + raw.len() - raw.trim_start().len();
        let words = raw.trim();
        if !words.is_empty() {
            let span = Span::new(from, from + words.len());
            sentences.push(Sentence { span, text: words.to_owned(), block: 0 });
        }
        start = end;
    }
    sentences
}
