//! The briefs that count for a page, newest first, and what each of their sentences speaks of.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Testimony;
use super::extract::{Extract, Passage};
use crate::model::{
    Brief, Citation, CountryCode, DateMention, DateStamp, Novelty, PartialDate, Revision, Since,
    Span, Status,
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
            id: self.brief.id.clone(),
            file: self.brief.file.clone(),
            span: self.sentence.span,
            sentence: self.sentence.quote().to_owned(),
        }
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
    };
    let mut statements: Vec<_> = extract.passages.iter().enumerate().map(statement).collect();
    tell_subjects(view, brief, &mut statements);
    Story { brief, extract, day: testimony.day(), novelty, revisions, statements }
}

/// In a brief about one or two countries every sentence concerns both. In a brief about more, a sentence that names no
/// country speaks of those named last, as "les deux pays" does; where the text never names ours, only those that name no other
/// may be about it. Where all countries are looked at, every sentence counts.
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
            (unnamed, Some(false)) if many && !(unnamed && never_named) => Subject::Elsewhere,
            _ => Subject::Open,
        };
    }
}
