//! From what a file states to complete briefs: what is missing is worked out, and marked so.

use super::draft::{Draft, Front, Further, Headline, Problems};
use super::identity;
use super::prose::{self, Prose};
use super::{Filing, subject, title};
use crate::brief::Key;
use crate::country::Tags;
use crate::dates::{self, Order};
use crate::model::{
    Block, Body, Brief, BriefId, BriefPath, CountryCode, DateBasis, DateStamp, Dropped, Evidence,
    Language, PartialDate, Place, Problem, Span, Status, TitleBasis,
};

/// Longer values are cut: they stand in every list and in the cache.
const MOST_VALUE: usize = 1000;

/// One story, complete.
pub(super) struct Story {
    pub brief: Brief,
    /// Where its stated title stands, word for word.
    pub title: Option<Span>,
    pub body: Body,
    pub prose: Vec<Prose>,
    pub evidence: Vec<Evidence>,
    pub dropped: Vec<Dropped>,
}

/// What the stories of one file share.
pub(super) struct Assembly<'a> {
    pub filing: &'a Filing,
    pub path: &'a BriefPath,
    pub decoded: &'a str,
}

impl Assembly<'_> {
    /// The file's main story. What front matter says wins over what the text says.
    pub(super) fn main(&self, mut draft: Draft, front: &Front, problems: &mut Problems) -> Story {
        let matter = &front.matter;
        let heading = draft.title.as_ref().and_then(|heading| heading.span);
        if let Some(text) = &matter.title {
            draft.title = Some(Headline { text: text.clone(), span: None });
        }
        draft.source = matter.source.clone().or(draft.source);
        draft.url = matter.url.clone().or(draft.url);
        draft.author = matter.author.clone().or(draft.author);
        draft.date = self.date(draft.date, front, problems);
        let id = stated_id(front, problems).unwrap_or_else(|| identity::of_path(self.path));
        let mut story = self.story(id, draft);
        if matter.title.is_some() {
            let places = [front.lines.get(&Key::Title).and_then(|line| self.line(*line)), heading];
            story.title =
                places.into_iter().find_map(|place| self.find(&story.brief.title, place?));
        }
        let stated = self.stated_countries(front, problems);
        if !stated.countries.is_empty() {
            // What the text says of these countries still tells which sentences speak of them.
            story.evidence.retain(|evidence| stated.countries.contains(&evidence.country));
            story.evidence.splice(0..0, stated.evidence);
            story.brief.countries = stated.countries;
            let Story { brief, prose, evidence, .. } = &mut story;
            let gazetteer = self.filing.gazetteer();
            evidence.extend(subject::unfiled(gazetteer, brief, prose, self.decoded, evidence));
        }
        let brief = &mut story.brief;
        if let Some(text) = &matter.language {
            let language = Language::from_tag(text);
            note(language.is_none(), Key::Language, text, front, problems);
            brief.language = language.or(brief.language);
        }
        if let Some(text) = &matter.status {
            let status = status_from_key(text);
            note(status.is_none(), Key::Status, text, front, problems);
            brief.status = status.unwrap_or(brief.status);
        }
        brief.replaces = matter.replaces.as_deref().map(cut);
        brief.tags = matter.tags.iter().map(|tag| cut(tag)).collect();
        brief.embargo = matter.embargo.as_deref().map(cut);
        brief.classification = matter.classification.as_deref().map(cut);
        notice_what_is_missing(brief, None, problems);
        story
    }

    /// All stories of a file, numbered in their order: the main one, its related ones, and so on
    /// for each further dispatch.
    pub(super) fn all(
        &self,
        main: Story,
        related: Vec<Draft>,
        further: Vec<Further>,
        problems: &mut Problems,
    ) -> Vec<Story> {
        let of_file = main.brief.id.clone();
        let mut ids = identity::Within::of(&of_file);
        // A dispatch keeps its id when a related story of the first one takes its title.
        let further: Vec<(Story, Vec<Draft>)> = further
            .into_iter()
            .map(|Further { line, main, related }| {
                (self.further(ids.next(&named_by(&main)), main, line, problems), related)
            })
            .collect();
        let mut stories = vec![main];
        let of_first = self.related(&stories, related, &mut ids);
        stories.extend(of_first);
        for (main, related) in further {
            let id = main.brief.id.clone();
            stories.push(main);
            let related = self.related(&stories, related, &mut identity::Within::of(&id));
            stories.extend(related);
        }
        for (part, story) in stories.iter_mut().enumerate() {
            story.brief.part = u16::try_from(part).unwrap_or(u16::MAX);
        }
        stories
    }

    /// Where words stand within a part of the text.
    fn find(&self, words: &str, within: Span) -> Option<Span> {
        let start = within.start + within.slice(self.decoded)?.find(words)?;
        Some(Span::new(start, start + words.len()))
    }

    /// A line of the text by its number from 1.
    fn line(&self, number: u32) -> Option<Span> {
        let before = usize::try_from(number).ok()?.checked_sub(1)?;
        let mut lines = self.decoded.split_inclusive('\n');
        let start = lines.by_ref().take(before).map(str::len).sum();
        Some(Span::new(start, start + lines.next()?.len()))
    }

    /// The main story of a dispatch behind the first one, which lends it nothing.
    fn further(&self, id: BriefId, draft: Draft, line: u32, problems: &mut Problems) -> Story {
        let date = self.date(draft.date, &Front::default(), problems);
        let story = self.story(id, Draft { date, ..draft });
        notice_what_is_missing(&story.brief, Some(line), problems);
        story
    }

    /// The stories related to the last main one, in their order: they take its language where theirs
    /// cannot be told, and nothing else.
    fn related(
        &self,
        above: &[Story],
        drafts: Vec<Draft>,
        ids: &mut identity::Within<'_>,
    ) -> Vec<Story> {
        let Some(parent) = above.last().map(|main| &main.brief) else { return Vec::new() };
        let story = |draft: Draft| {
            let mut story = self.story(ids.next(&named_by(&draft)), draft);
            story.brief.parent = Some(parent.id.clone());
            story.brief.language = story.brief.language.or(parent.language);
            story
        };
        drafts.into_iter().map(story).collect()
    }

    /// A story by its own text.
    fn story(&self, id: BriefId, draft: Draft) -> Story {
        let Draft {
            title: headline,
            place,
            source,
            url,
            author,
            language: of_page,
            date,
            month_first,
            status,
            body,
            prose,
            dropped,
        } = draft;
        let dateline =
            place.and_then(|span| Some(Prose::verbatim(span.slice(self.decoded)?, span)));
        let gazetteer = self.filing.gazetteer();
        let Tags { countries, evidence } =
            subject::tag(gazetteer, dateline.as_ref(), headline.as_ref(), &prose);
        let words = headline.iter().map(|headline| headline.text.as_str());
        let words = words.chain(prose.iter().map(|prose| prose.text.as_str()));
        let language = self.filing.function_words.language(words).or(of_page);
        let date = date.map(|date| in_order_of_the_text(date, month_first, &prose, language));
        let place_of_title = headline.as_ref().and_then(|headline| headline.span);
        let stated = headline.and_then(|headline| title::stated(&headline.text));
        let title = stated.as_ref().and_then(|title| self.find(title, place_of_title?));
        let title_basis = if stated.is_some() { TitleBasis::Stated } else { TitleBasis::Derived };
        let brief = Brief {
            id,
            file: self.path.clone(),
            part: 0,
            parent: None,
            title: stated.unwrap_or_else(|| self.derived_title(&prose)),
            title_basis,
            date,
            place: dateline.map(|place| cut(&place.text)),
            source: source.as_deref().map(cut),
            source_url: url.as_deref().map(cut),
            author: author.as_deref().map(cut),
            language,
            countries,
            status,
            replaces: None,
            tags: Vec::new(),
            embargo: None,
            classification: None,
            words: count_words(&body),
            corrected: Vec::new(),
        };
        Story { brief, title, body, prose, evidence, dropped }
    }

    fn derived_title(&self, prose: &[Prose]) -> String {
        let lead = prose.iter().find_map(|prose| title::from_lead(prose.words()));
        lead.unwrap_or_else(|| title::from_path(self.path))
    }

    /// The date of front matter, else of the text, else of the file's name; one that the text only
    /// hints at comes last.
    fn date(
        &self,
        of_text: Option<DateStamp>,
        front: &Front,
        problems: &mut Problems,
    ) -> Option<DateStamp> {
        let of_file = |value| DateStamp { value, basis: DateBasis::File };
        if let Some(text) = &front.matter.date {
            let date = dates::parse(text);
            note(date.is_none(), Key::Date, text, front, problems);
            if let Some(value) = date {
                return Some(of_file(value));
            }
        }
        let (inferred, stated) = match of_text {
            Some(date) if date.basis == DateBasis::Inferred => (Some(date), None),
            date => (None, date),
        };
        let of_name = || dates::in_path(self.path.as_str()).map(of_file);
        stated.or_else(of_name).or(inferred)
    }

    /// The countries of front matter, in its order.
    fn stated_countries(&self, front: &Front, problems: &mut Problems) -> Tags {
        let mut tags = Tags::default();
        for name in &front.matter.countries {
            let country: Option<CountryCode> = self.filing.gazetteer().lookup(name);
            note(country.is_none(), Key::Countries, name, front, problems);
            if let Some(country) = country.filter(|code| !tags.countries.contains(code)) {
                tags.countries.push(country);
                let (form, place) = (cut(name), Place::FrontMatter);
                tags.evidence.push(Evidence { country, form, span: None, place });
            }
        }
        tags
    }
}

/// What the id of a story within a file is made of: its title, or its text where it has none.
fn named_by(draft: &Draft) -> String {
    let title = draft.title.as_ref().map(|title| title.text.clone());
    title.unwrap_or_else(|| draft.body.plain_text())
}

/// The date of a header, whose numbers are read as the text or its language writes them.
fn in_order_of_the_text(
    date: DateStamp,
    month_first: Option<PartialDate>,
    prose: &[Prose],
    language: Option<Language>,
) -> DateStamp {
    match month_first.filter(|_| date.basis == DateBasis::Stated) {
        Some(value) if prose::order(prose, language) == Order::MonthFirst => {
            DateStamp { value, ..date }
        }
        _ => date,
    }
}

/// The id that front matter states.
fn stated_id(front: &Front, problems: &mut Problems) -> Option<BriefId> {
    let text = front.matter.id.as_ref()?;
    let id = identity::stated(text);
    note(id.is_none(), Key::Id, text, front, problems);
    id
}

/// The status that front matter states.
fn status_from_key(value: &str) -> Option<Status> {
    match value.to_ascii_lowercase().as_str() {
        "current" => Some(Status::Current),
        "corrected" => Some(Status::Corrected),
        "withdrawn" => Some(Status::Withdrawn),
        _ => None,
    }
}

/// Notes a value of front matter that its key cannot have.
fn note(wrong: bool, key: Key, value: &str, front: &Front, problems: &mut Problems) {
    if wrong {
        let value = value.chars().take(60).collect();
        let problem = Problem::InvalidValue { key: key.name().to_owned(), value };
        problems.push((front.lines.get(&key).copied(), problem));
    }
}

/// Notes what could not be found of a dispatch that begins on `line` of its file.
fn notice_what_is_missing(brief: &Brief, line: Option<u32>, problems: &mut Problems) {
    let untitled = brief.title_basis == TitleBasis::Derived;
    if untitled && brief.words == 0 {
        problems.push((line, Problem::Empty));
        return;
    }
    let missing = [
        (untitled, Problem::NoTitle),
        (brief.date.is_none(), Problem::NoDate),
        (brief.countries.is_empty(), Problem::NoCountry),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    problems.extend(missing.map(|(_, problem)| (line, problem)));
}

/// Words of the clean body: whatever stands between white space and has a letter or digit.
fn count_words(body: &Body) -> u32 {
    let in_block = |block: &Block| {
        let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
        block.plain_text().split_whitespace().filter(is_word).count()
    };
    u32::try_from(body.blocks.iter().map(in_block).sum::<usize>()).unwrap_or(u32::MAX)
}

fn cut(value: &str) -> String {
    value.chars().take(MOST_VALUE).collect()
}
