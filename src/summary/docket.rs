//! The briefs that count for a page, newest first, and what each of their sentences speaks of.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::Testimony;
use super::days;
use super::extract::{Extract, Passage};
use crate::model::{
    Brief, Citation, CountryCode, DateBasis, DateMention, DateStamp, Fact, FactKind, Novelty,
    PartialDate, Revision, Since, Span, Status,
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
    /// The first day of the briefs that count.
    pub(super) from: Option<PartialDate>,
}

/// All that a page is compiled from.
pub(super) struct Docket<'a> {
    /// None where all countries are looked at.
    pub(super) country: Option<CountryCode>,
    pub(super) with: Option<CountryCode>,
    pub(super) as_of: PartialDate,
    /// The newest date of its briefs.
    pub(super) newest: Option<PartialDate>,
    /// When the period begins that was asked for.
    pub(super) since: Option<Since>,
    /// Newest first; undated ones last, then by file and part.
    pub(super) stories: Vec<Story<'a>>,
    /// Those that do not stand and are news in the period, likewise.
    pub(super) withdrawn: Vec<Story<'a>>,
}

/// A brief or related story that counts.
pub(super) struct Story<'a> {
    pub(super) brief: &'a Brief,
    pub(super) extract: &'a Extract,
    /// Its date, else the day it was received.
    pub(super) day: Option<PartialDate>,
    /// What it is to the reader in the period that was asked for.
    pub(super) novelty: Option<Novelty>,
    /// How its text changed in that period, the latest first.
    pub(super) revisions: &'a [Revision],
    /// Its sentences in reading order.
    pub(super) statements: Vec<Statement<'a>>,
}

/// A sentence that can be cited.
pub(super) struct Statement<'a> {
    pub(super) brief: &'a Brief,
    pub(super) sentence: &'a Passage,
    /// Place among the story's sentences, from 0.
    pub(super) position: usize,
    /// Place of its story in the docket, 0 being the newest; those that do not stand are numbered on.
    pub(super) story: usize,
    pub(super) subject: Subject,
    /// The countries it names, of those the brief is about.
    pub(super) named: &'a [CountryCode],
    /// The dates it names, in order.
    pub(super) dates: &'a [DateMention],
    /// How many facts it states.
    pub(super) facts: usize,
    /// How many countries it tells visits to.
    pub(super) stages: usize,
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
    pub(super) fn new(view: &View, since: Option<Since>, testimonies: &[Testimony<'a>]) -> Self {
        let replaced: HashSet<&str> = testimonies
            .iter()
            .map(|testimony| testimony.brief)
            .filter(|brief| brief.status != Status::Withdrawn)
            .filter_map(|brief| brief.replaces.as_deref())
            .collect();
        let counts = |testimony: &&Testimony<'a>| counts(view, &replaced, testimony);
        let (withdrawn, stories): (Vec<_>, Vec<_>) = testimonies
            .iter()
            .filter(counts)
            .partition(|testimony| testimony.brief.status == Status::Withdrawn);
        let stories = in_order(view, stories, 0);
        let withdrawn: Vec<_> = withdrawn.into_iter().filter(|one| one.novelty.is_some()).collect();
        Self {
            country: view.country,
            with: view.with,
            as_of: view.as_of,
            newest: stories.iter().filter_map(|story| Some(story.brief.date?.value)).max(),
            since,
            withdrawn: in_order(view, withdrawn, stories.len()),
            stories,
        }
    }

    /// The sentence of its story that stands before another.
    pub(super) fn before(&self, statement: &Statement<'_>) -> Option<&Statement<'a>> {
        let story = self.stories.get(statement.story)?;
        story.statements.get(statement.position.checked_sub(1)?)
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

impl<'a> Statement<'a> {
    pub(super) fn citation(&self) -> Citation {
        Citation {
            id: self.brief.id.clone(),
            file: self.brief.file.clone(),
            span: self.sentence.span,
            sentence: self.sentence.quote().to_owned(),
            words: self.sentence.words(),
        }
    }

    /// The first date it names that lies after a day. A date without a year counts only where the sentence speaks of what is to
    /// come: which year is meant nobody wrote, and a list of a year long past may stand in any text.
    pub(super) fn first_ahead(&self, as_of: PartialDate) -> Option<&'a DateMention> {
        let may_be_ahead = |date: &&DateMention| {
            date.basis != DateBasis::Inferred || self.sentence.terms.looks_ahead
        };
        let ahead = self.dates.iter().filter(|date| days::is_ahead(date.value, as_of));
        ahead.filter(may_be_ahead).min_by_key(|date| (date.value.first_day(), date.span))
    }

    /// Whether it has a number outside its dates.
    pub(super) fn has_figure(&self) -> bool {
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let in_dates: usize = self.dates.iter().map(|date| digits(&date.text)).sum();
        digits(&self.sentence.text) > in_dates
    }

    /// What decides between equals: the newer story, then the file, then the place in it.
    pub(super) fn order(&self) -> (usize, Span) {
        (self.story, self.sentence.span)
    }
}

/// Whether a brief is one of the page, be it that it does not stand.
fn counts(view: &View, replaced: &HashSet<&str>, testimony: &Testimony<'_>) -> bool {
    let brief = testimony.brief;
    let id = brief.id.as_str();
    let front_matter_id = id.strip_prefix("f:").unwrap_or(id);
    let written_by_then = |date: DateStamp| date.value.first_day() <= view.as_of.last_day();
    let in_time =
        |since: PartialDate| testimony.day().is_some_and(|day| day.last_day() >= since.first_day());
    brief.date.is_none_or(written_by_then)
        && view.from.is_none_or(in_time)
        && view.country.is_none_or(|country| brief.countries.contains(&country))
        && view.with.is_none_or(|with| brief.countries.contains(&with))
        && !replaced.contains(brief.file.as_str())
        && !replaced.contains(front_matter_id)
}

/// Stories, newest first, each once, numbered from `first`.
fn in_order<'a>(view: &View, mut briefs: Vec<&Testimony<'a>>, first: usize) -> Vec<Story<'a>> {
    briefs.sort_by_cached_key(|testimony| {
        let brief = testimony.brief;
        (Reverse(testimony.day()), &brief.file, brief.part, &brief.id)
    });
    let mut seen = HashSet::new();
    briefs.retain(|testimony| seen.insert(&testimony.brief.id));
    (first..).zip(briefs).map(|(place, one)| story(view, place, one)).collect()
}

fn story<'a>(view: &View, story: usize, testimony: &Testimony<'a>) -> Story<'a> {
    let Testimony { brief, extract, novelty, revisions, .. } = *testimony;
    let statement = |(position, sentence): (usize, &'a Passage)| Statement {
        brief,
        sentence,
        position,
        story,
        subject: Subject::Open,
        named: &sentence.named,
        dates: &sentence.dates,
        facts: facts_in(extract, sentence.span).count(),
        stages: stages_in(extract, sentence.span),
    };
    let mut statements: Vec<_> = extract.passages.iter().enumerate().map(statement).collect();
    tell_subjects(view, brief, &mut statements);
    Story { brief, extract, day: testimony.day(), novelty, revisions, statements }
}

/// In a brief about one or two countries every sentence concerns both. In a brief about more, a sentence that names no
/// country speaks of those named last, as "les deux pays" does, unless it speaks of them all ("les trois pays"). Where the text
/// never names ours, only its lead and those that name no other may be about it. Where all countries are looked at, every
/// sentence counts.
fn tell_subjects(view: &View, brief: &Brief, statements: &mut [Statement<'_>]) {
    let Some(country) = view.country else { return };
    let ours = |named: &[CountryCode]| {
        named.contains(&country) || view.with.is_some_and(|with| named.contains(&with))
    };
    let never_named = !statements.iter().any(|statement| ours(statement.named));
    let many = brief.countries.len() > 2;
    let mut last_was_ours = None;
    for statement in statements {
        let named = statement.named;
        let both = named.contains(&country) && view.with.is_some_and(|with| named.contains(&with));
        if !named.is_empty() {
            last_was_ours = Some(ours(named));
        }
        statement.subject = match (named.is_empty(), last_was_ours) {
            (false, Some(true)) if both => Subject::Both,
            (false, Some(true)) => Subject::Named,
            (true, Some(true)) => Subject::Carried,
            _ if never_named && statement.position == 0 => Subject::Open,
            (true, _) if many && statement.sentence.terms.speaks_of_all => Subject::Open,
            (unnamed, Some(false)) if many && !(unnamed && never_named) => Subject::Elsewhere,
            _ => Subject::Open,
        };
    }
}

/// The facts that a sentence states but for who holds which office; facts are in reading order.
fn facts_in(extract: &Extract, span: Span) -> impl Iterator<Item = &Fact> {
    let from = extract.facts.partition_point(|fact| fact.span < span);
    let rest = extract.facts.get(from..).unwrap_or_default();
    let here = rest.iter().take_while(move |fact| fact.span == span);
    here.filter(|fact| fact.kind != FactKind::Office)
}

/// How many countries a sentence tells visits to.
fn stages_in(extract: &Extract, span: Span) -> usize {
    let visits = facts_in(extract, span).filter(|fact| fact.kind == FactKind::Visit);
    visits.filter_map(|fact| fact.place).collect::<BTreeSet<_>>().len()
}
