//! Markdown briefs with front matter, read and written.
//!
//! Reads what a file states and works nothing out: which country a name means, or what a missing
//! date might be, is for the layers above. Reading never fails; what is wrong becomes a problem with
//! its line, and the text is still there.

mod fence;
mod front;
mod front_toml;
mod front_yaml;
mod markdown;
pub mod markup;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeMap;

pub use front::{FrontMatter, Key};
pub use write::write;

use crate::model::{Block, Body, Depth, Problem, Run, RunStyle, Span, TextKind};
use crate::text::fold::fold;
use fence::{Fence, Format};

/// Front matter of more bytes than this is not read: no newsroom writes so much, only an attack.
const MOST_FRONT_MATTER: usize = 64 * 1024;

/// So many problems tell a writer that the front matter is broken; more would bury other files'.
const MOST_PROBLEMS: usize = 16;

/// A Markdown brief as its file states it; nothing is worked out here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    /// The keys of the front matter.
    pub front: FrontMatter,
    /// The line of the file, from 1, that each key of the front matter stands in.
    pub lines: BTreeMap<Key, u32>,
    /// Where the title stands in the text: its first block where that is a heading of level 1, or
    /// of level 2 under front matter without a title. It is then not in `body`.
    pub heading: Option<Span>,
    /// The words of that heading, without its markup.
    pub title: Option<String>,
    /// The text.
    pub body: Body,
    /// What is wrong, with the line in the file where it can be named.
    pub problems: Vec<(Option<u32>, Problem)>,
}

/// Reads a Markdown brief.
pub fn read(decoded: &str) -> Markdown {
    let mut brief = Markdown::default();
    let mut unread = None;
    let start = match fence::find(decoded) {
        Fence::None => 0,
        Fence::Unclosed { line } => {
            brief.problems.push((Some(line), Problem::FrontMatterUnclosed));
            0
        }
        Fence::Closed(block) => match read_front(&block, decoded) {
            Some(front) => {
                unread = front.broken.then_some(block.span);
                brief.front = front.matter;
                brief.lines = front.lines;
                brief.problems = front.problems;
                block.after
            }
            None => 0,
        },
    };
    brief.body = markdown::body(decoded, start);
    take_title(&mut brief);
    if let Some(span) = unread {
        brief.body.blocks.insert(0, preformatted(decoded, span));
    }
    brief
}

/// The front matter alone, without a look at the text: what a walk through many files can afford.
pub fn front_matter(decoded: &str) -> FrontMatter {
    match fence::find(decoded) {
        Fence::Closed(block) => read_front(&block, decoded).map(|front| front.matter),
        Fence::None | Fence::Unclosed { .. } => None,
    }
    .unwrap_or_default()
}

/// The text below the front matter as it stands.
pub fn below_front_matter(decoded: &str) -> &str {
    let start = match fence::find(decoded) {
        Fence::Closed(block) if read_front(&block, decoded).is_some() => block.after,
        _ => 0,
    };
    decoded.get(start..).unwrap_or_default()
}

/// What was read between the fences.
struct ReadFront {
    matter: FrontMatter,
    lines: BTreeMap<Key, u32>,
    problems: Vec<(Option<u32>, Problem)>,
    /// Part of it could not be parsed: its lines are then shown above the text, so that a marking
    /// or an embargo in them is not lost from sight.
    broken: bool,
}

/// Reads a closed block; `None` where it is text between two thematic breaks.
fn read_front(block: &fence::Block, decoded: &str) -> Option<ReadFront> {
    let source = block.span.slice(decoded).unwrap_or_default();
    if source.len() > MOST_FRONT_MATTER {
        let detail = format!("it is longer than {} KB", MOST_FRONT_MATTER / 1024);
        let problems = vec![(Some(block.line), Problem::FrontMatterInvalid(detail))];
        let (matter, lines) = Default::default();
        return Some(ReadFront { matter, lines, problems, broken: true });
    }
    let source = fence::with_line_feeds(source);
    let parsed = match block.format {
        Format::Toml => front_toml::parse(&source),
        Format::Yaml => front_yaml::parse(&source),
    };
    let known = |entry: &front::Entry| Key::from_name(&entry.key).is_some();
    let blank = source.trim().is_empty();
    if block.format == Format::Yaml && !blank && !parsed.entries.iter().any(known) {
        return None;
    }
    let broken = !parsed.errors.is_empty();
    let errors = parsed.errors.into_iter();
    let mut problems: Vec<_> =
        errors.map(|(line, detail)| (line, Problem::FrontMatterInvalid(detail))).collect();
    let (matter, lines) = front::fill(parsed.entries, &mut problems);
    problems.truncate(MOST_PROBLEMS);
    let in_file = |line: u32| line.saturating_add(block.line);
    let problems = problems.into_iter().map(|(line, p)| (line.map(in_file), p)).collect();
    let lines = lines.into_iter().map(|(key, line)| (key, in_file(line))).collect();
    Some(ReadFront { matter, lines, problems, broken })
}

/// Takes the heading out of the body where it is the title of the brief.
///
/// A heading that says something else than the title in the front matter stays in the text.
fn take_title(brief: &mut Markdown) {
    let Some(first) = brief.body.blocks.first() else { return };
    let &Block::Text { kind: TextKind::Heading(level), depth, .. } = first else { return };
    let words = first.plain_text().replace('\n', " ").trim().to_owned();
    let is_title = match &brief.front.title {
        Some(stated) => level == 1 && fold(stated) == fold(&words),
        None => level <= 2,
    };
    if is_title && depth == Depth::default() && !words.is_empty() {
        brief.heading = first.span();
        brief.title = Some(words);
        brief.body.blocks.remove(0);
    }
}

/// A part of the file as it stands.
fn preformatted(decoded: &str, span: Span) -> Block {
    let text = span.slice(decoded).unwrap_or_default().trim_end().to_owned();
    let span = Span::new(span.start, span.start + text.len());
    let style = RunStyle { code: true, ..RunStyle::default() };
    let runs = vec![Run { text, span, style, link: None }];
    Block::Text { kind: TextKind::Code, depth: Depth::default(), runs }
}
