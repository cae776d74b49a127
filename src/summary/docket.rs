//! The briefs that count for a page, newest first, and what each of their sentences speaks of.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Exhibit;
use crate::model::{
    Citation, CountryCode, DateMention, DateStamp, Document, PartialDate, Sentence, Span, Status,
};

const LEAST_LEAD_WORDS: usize = 5;

/// Which briefs count.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// The country of the page; none where all countries are looked at.
    pub(super) country: Option<CountryCode>,
    /// The other country of a pair.
    pub(super) with: Option<CountryCode>,
    pub(super) as_of: PartialDate,
    pub(super) since: Option<PartialDate>,
}

/// All that a page is compiled from.
pub(super) struct Docket<'a> {
    /// None where all countries are looked at.
    pub(super) country: Option<CountryCode>,
    pub(super) with: Option<CountryCode>,
    pub(super) as_of: PartialDate,
    /// The newest date of its briefs.
    pub(super) newest: Option<PartialDate>,
    /// Newest first; undated ones last, then by file and part.
    pub(super) stories: Vec<Story<'a>>,
}

/// A brief or related story that counts.
pub(super) struct Story<'a> {
    pub(super) document: &'a Document,
    /// The day it is dated, else received.
    pub(super) day: Option<PartialDate>,
    /// Its sentences in reading order.
    pub(super) statements: Vec<Statement<'a>>,
}

/// A sentence that can be cited.
pub(super) struct Statement<'a> {
    pub(super) document: &'a Document,
    pub(super) sentence: &'a Sentence,
    /// The exact slice of the decoded text; never blank.
    quote: &'a str,
    /// Place among the story's sentences, from 0.
    pub(super) position: usize,
    /// Place of its story in the docket, 0 being the newest.
    pub(super) story: usize,
    pub(super) subject: Subject,
    /// The countries it names, of those the brief is about.
    pub(super) named: Vec<CountryCode>,
    /// The dates it names, in order.
    pub(super) dates: Vec<&'a DateMention>,
}

/// How far a sentence speaks of the country of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// It speaks of other countries.
    Elsewhere,
    /// It does not say.
    Open,
    /// It names no country; the last one named was this one.
    Carried,
    /// It names it.
    Named,
    /// It names both countries of a pair.
    Both,
}

impl<'a> Docket<'a> {
    pub(super) fn new(view: &View, exhibits: &[Exhibit<'a>]) -> Self {
        let replaced: HashSet<&str> = exhibits
            .iter()
            .map(|exhibit| &exhibit.document.brief)
            .filter(|brief| brief.status != Status::Withdrawn)
            .filter_map(|brief| brief.replaces.as_deref())
            .collect();
        let mut kept: Vec<(Option<PartialDate>, &'a Document)> = exhibits
            .iter()
            .filter(|exhibit| counts(view, &replaced, exhibit.document))
            .map(|exhibit| (exhibit.day(), exhibit.document))
            .filter(|(day, _)| {
                let late =
                    |since: PartialDate| day.is_some_and(|day| day.last_day() >= since.first_day());
                view.since.is_none_or(late)
            })
            .collect();
        kept.sort_by(|(a_day, a), (b_day, b)| {
            let place = |document: &'a Document| {
                (&document.brief.file, document.brief.part, &document.brief.id)
            };
            (Reverse(a_day), place(a)).cmp(&(Reverse(b_day), place(b)))
        });
        let mut seen = HashSet::new();
        kept.retain(|(_, document)| seen.insert(&document.brief.id));
        let story = |(place, (day, document)): (usize, (Option<PartialDate>, &'a Document))| {
            Story { document, day, statements: statements(view, place, document) }
        };
        Self {
            country: view.country,
            with: view.with,
            as_of: view.as_of,
            newest: kept.iter().filter_map(|(_, document)| Some(document.brief.date?.value)).max(),
            stories: kept.into_iter().enumerate().map(story).collect(),
        }
    }

    /// All sentences that do not speak of other countries, newest story first.
    pub(super) fn statements(&self) -> impl Iterator<Item = &Statement<'a>> {
        let all = self.stories.iter().flat_map(|story| &story.statements);
        all.filter(|statement| statement.subject > Subject::Elsewhere)
    }
}

impl<'a> Story<'a> {
    /// Its first sentence that says something: "Rectificatif." does not.
    pub(super) fn lead(&self) -> Option<&Statement<'a>> {
        let says = |statement: &&Statement<'a>| {
            statement.sentence.text.split_whitespace().count() >= LEAST_LEAD_WORDS
        };
        self.statements.iter().find(says).or_else(|| self.statements.first())
    }
}

impl Statement<'_> {
    pub(super) fn citation(&self) -> Citation {
        Citation {
            id: self.document.brief.id.clone(),
            file: self.document.brief.file.clone(),
            span: self.sentence.span,
            sentence: self.quote.to_owned(),
        }
    }

    /// What decides between equals: the newer story, then the file, then the place in it.
    pub(super) fn order(&self) -> (usize, Span) {
        (self.story, self.sentence.span)
    }
}

fn counts(view: &View, replaced: &HashSet<&str>, document: &Document) -> bool {
    let brief = &document.brief;
    let id = brief.id.as_str();
    let front_matter_id = id.strip_prefix("f:").unwrap_or(id);
    let written_by_then = |date: DateStamp| date.value.first_day() <= view.as_of.last_day();
    brief.status != Status::Withdrawn
        && brief.date.is_none_or(written_by_then)
        && view.country.is_none_or(|country| brief.countries.contains(&country))
        && view.with.is_none_or(|with| brief.countries.contains(&with))
        && !replaced.contains(brief.file.as_str())
        && !replaced.contains(front_matter_id)
}

fn statements<'a>(view: &View, story: usize, document: &'a Document) -> Vec<Statement<'a>> {
    let mut mentions: Vec<(Span, CountryCode)> = document
        .evidence
        .iter()
        .filter_map(|evidence| Some((evidence.span?, evidence.country)))
        .collect();
    mentions.sort_unstable();
    let mut dates: Vec<&DateMention> = document.dates.iter().collect();
    dates.sort_by_key(|date| (date.span, date.value));
    let mut statements: Vec<Statement<'a>> = Vec::with_capacity(document.sentences.len());
    for (position, sentence) in document.sentences.iter().enumerate() {
        let Some(quote) = sentence.span.slice(&document.decoded) else { continue };
        if quote.trim().is_empty() || sentence.text.trim().is_empty() {
            continue;
        }
        let mut named: Vec<CountryCode> = within(&mentions, sentence.span, |(span, _)| *span)
            .map(|(_, country)| *country)
            .collect();
        named.sort_unstable();
        named.dedup();
        let dates = within(&dates, sentence.span, |date| date.span).copied().collect();
        let subject = Subject::Open;
        let statement =
            Statement { document, sentence, quote, position, story, subject, named, dates };
        statements.push(statement);
    }
    tell_subjects(view, document, &mut statements);
    statements
}

/// The items of a sorted list that lie within a span.
fn within<T>(sorted: &[T], span: Span, of: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let from = sorted.partition_point(|item| of(item).start < span.start);
    let rest = sorted.get(from..).unwrap_or_default();
    let to = rest.partition_point(|item| of(item).start < span.end);
    rest.iter().take(to).filter(move |item| of(item).end <= span.end)
}

/// In a brief about one or two countries every sentence concerns both. In a brief about more, a sentence that names no
/// country speaks of those named last, as "les deux pays" does. Where all countries are looked at, every sentence counts.
fn tell_subjects(view: &View, document: &Document, statements: &mut [Statement<'_>]) {
    let Some(country) = view.country else { return };
    let ours = |named: &[CountryCode]| {
        named.contains(&country) || view.with.is_some_and(|with| named.contains(&with))
    };
    let never_named = !statements.iter().any(|statement| ours(&statement.named));
    let many = document.brief.countries.len() > 2 && !never_named;
    let mut last_was_ours = None;
    for statement in statements {
        let named = &statement.named;
        let both = named.contains(&country) && view.with.is_some_and(|with| named.contains(&with));
        if !named.is_empty() {
            last_was_ours = Some(ours(named));
        }
        statement.subject = match (named.is_empty(), last_was_ours) {
            (false, Some(true)) if both => Subject::Both,
            (false, Some(true)) => Subject::Named,
            (true, Some(true)) => Subject::Carried,
            (_, Some(false)) if many => Subject::Elsewhere,
            _ => Subject::Open,
        };
    }
}
