//! A raw dispatch made into tidy Markdown: what `import` writes.
//!
//! Only what the text states goes into the front matter as a fact. A title made from the first
//! words is left out: it is made again from the same words. A date that the file's name gives goes
//! into the new name; one that is inferred stands in a comment, to be confirmed by a person.

#[cfg(test)]
mod tests;

use super::identity::raw_of;
use super::{Filing, Source, identity};
use crate::brief::{self, FrontMatter, markup};
use crate::dates;
use crate::model::{
    Brief, BriefId, BriefPath, DateBasis, Document, PartialDate, Precision, Problem, Status,
    TitleBasis,
};
use crate::text::fold;

/// Letters of a title in a file's name.
const MOST_LETTERS: usize = 60;

/// A name for a brief whose title gives none.
const NAMELESS: &str = "brief";

/// One brief as a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidy {
    /// The id in its front matter.
    pub id: String,
    /// Its title, stated or derived.
    pub title: String,
    /// The file: front matter and Markdown.
    pub text: String,
    /// The date at the head of the file's name.
    date: Option<PartialDate>,
    /// Whether the name alone tells the date, or that there is none.
    name_tells: bool,
}

impl Filing {
    /// The briefs of a file as tidy Markdown: the main story, then its related ones, each with an
    /// id that carries its parent's.
    ///
    /// A file that lies in the briefs folder keeps what it is `known_by`, so that marks stay, and
    /// says what it held; any other is known by a hash of its bytes.
    ///
    /// # Errors
    /// What is wrong with the file, where importing it would spoil it: it is binary, empty, cut,
    /// or holds bytes that stand for nothing.
    pub fn tidy(
        &self,
        source: Source<'_>,
        known_by: Option<&BriefId>,
    ) -> Result<Vec<Tidy>, Problem> {
        let opened = self.open(source);
        let problems = opened.diagnostics.into_iter().map(|diagnostic| diagnostic.problem);
        if let Some(spoilt) = problems.into_iter().find(|problem| !problem.is_notice()) {
            return Err(spoilt);
        }
        let base =
            known_by.map_or_else(|| identity::of_contents(source.bytes), ToString::to_string);
        let contents = known_by.map(|_| raw_of(source.bytes));
        let Some(main) = opened.documents.first() else { return Err(Problem::Empty) };
        if is_markdown(source.path) {
            return Ok(vec![restated(main, base)]);
        }
        let own = main.brief.id.as_str();
        let tidy = |document: &Document| {
            let behind = document.brief.id.as_str().strip_prefix(own).unwrap_or_default();
            let imported = contents.clone().filter(|_| behind.is_empty());
            // A related story is itself, whatever its article became since it was imported.
            let is_itself = known_by.is_some() && !behind.is_empty();
            let base = if is_itself { own } else { &base };
            tidied(document, format!("{base}{behind}"), imported)
        };
        Ok(opened.documents.iter().map(tidy).collect())
    }
}

impl Tidy {
    /// The hash of all that the file says, its id aside: of one dispatch saved twice, with other
    /// line ends, both say the same.
    pub fn said(&self) -> blake3::Hash {
        said(&self.text)
    }

    /// Whether it is a brief of the folder already, as a raw file.
    pub fn is_brief(&self) -> bool {
        self.id.starts_with("p:")
    }

    /// A name for the file; those behind the first are for where it is taken.
    pub fn name(&self, number: u32) -> String {
        let words = slug(&self.title);
        let unnumbered = words.split('-').filter(|word| !word.contains(|c: char| c.is_numeric()));
        let unnumbered = unnumbered.collect::<Vec<_>>().join("-");
        let tells = |name: &String| !self.name_tells || dates::in_path(name) == self.date;
        let of = |words: &str| {
            let date = self.date.map(|date| date.to_string());
            let words = Some(words).filter(|words| !words.is_empty()).unwrap_or(NAMELESS);
            let count = (number > 1).then(|| number.to_string());
            let parts: Vec<String> =
                date.into_iter().chain([words.to_owned()]).chain(count).collect();
            format!("{}.md", parts.join("-"))
        };
        // A number in the title must not be read as the date of the brief.
        [of(&words), of(&unnumbered)].into_iter().find(tells).unwrap_or_else(|| of(NAMELESS))
    }
}

/// What [`Tidy::said`] is of a brief's file: neither its id nor the raw file counts.
pub fn said(decoded: &str) -> blake3::Hash {
    let (front, text) = (brief::front_matter(decoded), brief::below_front_matter(decoded));
    blake3::hash(brief::write(&FrontMatter { id: None, imported: None, ..front }, text).as_bytes())
}

/// Whether a file is Markdown by its name, and so a brief already.
pub fn is_markdown(path: &BriefPath) -> bool {
    matches!(path.extension().as_str(), "md" | "markdown")
}

/// A story of a raw dispatch.
fn tidied(document: &Document, id: String, imported: Option<String>) -> Tidy {
    let brief = &document.brief;
    let is_stated = brief.title_basis == TitleBasis::Stated;
    let clean = |value: &Option<String>| value.as_deref().map(markup::plain);
    let (stated, hinted) = match brief.date {
        Some(date) if date.basis == DateBasis::Stated => (Some(date.value), None),
        Some(date) if date.basis == DateBasis::File && date.value.precision() > Precision::Year => {
            (None, None)
        }
        Some(date) => (None, Some(date.value)),
        None => (None, None),
    };
    let front = FrontMatter {
        title: is_stated.then(|| markup::plain(&brief.title)),
        date: stated.map(|date| date.to_string()),
        countries: brief.countries.iter().map(ToString::to_string).collect(),
        source: clean(&brief.source),
        url: clean(&brief.source_url),
        author: clean(&brief.author),
        language: brief.language.map(|language| language.code().to_owned()),
        status: status(brief),
        id: Some(id.clone()),
        imported,
        ..FrontMatter::default()
    };
    let body = markup::text(&document.body, !is_stated);
    let text = with_hint(brief::write(&front, &body), hinted);
    let date = brief.date.map(|date| date.value).filter(|_| hinted.is_none());
    Tidy { id, title: brief.title.clone(), text, date, name_tells: stated.is_none() }
}

/// A Markdown brief from elsewhere: its text as it stands, its front matter with an id.
fn restated(document: &Document, base: String) -> Tidy {
    let brief = &document.brief;
    let mut front = brief::front_matter(&document.decoded);
    let id = front.id.get_or_insert(base).clone();
    let text = brief::below_front_matter(&document.decoded).trim_start_matches(['\r', '\n']);
    let is_stated = front.date.is_some();
    let date = brief.date.filter(|date| is_stated || date.basis != DateBasis::Inferred);
    let date = date.map(|date| date.value);
    let text = brief::write(&front, text);
    Tidy { id, title: brief.title.clone(), text, date, name_tells: !is_stated }
}

/// The file with a date in a comment that a person may confirm.
fn with_hint(text: String, hinted: Option<PartialDate>) -> String {
    match (hinted, text.strip_prefix("+++\n")) {
        (Some(date), Some(rest)) => format!("+++\n# date = \"{date}\"  # inferred\n{rest}"),
        _ => text,
    }
}

fn status(brief: &Brief) -> Option<String> {
    match brief.status {
        Status::Current => None,
        Status::Corrected => Some("corrected".to_owned()),
        Status::Withdrawn => Some("withdrawn".to_owned()),
    }
}

/// A title as part of a file's name: folded letters and digits with hyphens between the words.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let mut slug = String::new();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        let room = MOST_LETTERS.saturating_sub(slug.chars().count());
        if slug.is_empty() {
            slug.extend(word.chars().take(MOST_LETTERS));
        } else if word.chars().take(room).count() < room {
            slug.extend(["-", word]);
        } else {
            break;
        }
    }
    slug
}
