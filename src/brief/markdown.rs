//! Markdown to blocks and runs that know where they stand in the decoded text.
//!
//! One pass over the parser's events, no recursion: the depth of hostile nesting costs nothing.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::{Block, Body, Depth, Link, Run, RunStyle, Span, TextKind};

/// Deeper nesting is shown as this deep.
const MOST_DEPTH: u8 = 16;

/// An image without words is named by so many characters of its address.
const MOST_IMAGE_NAME: usize = 40;

/// The blocks of the Markdown that begins at `start`.
pub(super) fn body(decoded: &str, start: usize) -> Body {
    let source = decoded.get(start..).unwrap_or_default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut builder = Builder::new(decoded);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        builder.take(event, range.start + start..range.end + start);
    }
    builder.finish()
}

/// The body so far, and what is open at this place of the text.
#[derive(Default)]
struct Builder<'a> {
    decoded: &'a str,
    body: Body,
    /// What the runs belong to, where that is not a plain paragraph.
    kind: Option<TextKind>,
    runs: Vec<Run>,
    /// Whether the last of them stands in the decoded text as it is.
    last_is_verbatim: bool,
    /// Rows of cells, inside a table.
    table: Option<Vec<Vec<Vec<Run>>>>,
    quotes: u8,
    /// For each open list the number of its next item; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The kind of an item that has no words yet.
    item: Option<TextKind>,
    bold: u32,
    italic: u32,
    strike: u32,
    /// For each open link or image its place among the links.
    links: Vec<Option<u16>>,
    /// The addresses of open images.
    images: Vec<String>,
}

impl<'a> Builder<'a> {
    fn new(decoded: &'a str) -> Self {
        Self { decoded, ..Self::default() }
    }

    fn finish(mut self) -> Body {
        self.close_block();
        self.body
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag, range),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(&text, range, false);
            }
            Event::Code(text) => self.push_code(&text, range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text, range, false),
            Event::FootnoteReference(label) => self.push(&format!("[^{label}]"), range, false),
            Event::SoftBreak => self.push(" ", range, false),
            Event::HardBreak => self.push("\n", range, false),
            Event::Rule => {
                self.close_block();
                self.body.blocks.push(Block::Rule);
            }
            Event::TaskListMarker(done) => {
                self.push(if done { "[x] " } else { "[ ] " }, range, false);
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.strike += 1,
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            Tag::Image { dest_url, .. } => {
                self.open_link(&dest_url);
                self.italic += 1;
                self.push("[", opening_bracket(&range).range(), false);
                self.images.push(dest_url.into_string());
            }
            Tag::TableCell => self.runs.clear(),
            Tag::TableHead | Tag::TableRow => {
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            _ => self.open_block(tag, range),
        }
    }

    fn open_block(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.close_block();
        match tag {
            Tag::Heading { level, .. } => self.kind = Some(TextKind::Heading(level_of(level))),
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.kind = Some(TextKind::Code),
            Tag::BlockQuote(_) => self.quotes = self.quotes.saturating_add(1),
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                let next = self.lists.last_mut();
                self.item = Some(TextKind::Item(next.as_deref().copied().flatten()));
                if let Some(Some(number)) = next {
                    *number = number.saturating_add(1);
                }
            }
            Tag::Table(_) => self.table = Some(Vec::new()),
            Tag::FootnoteDefinition(label) => {
                let end = range.end.min(range.start + label.len() + "[^]:".len());
                self.push(&format!("[^{label}]: "), range.start..end, false);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image => self.close_image(&range),
            TagEnd::TableCell => {
                let mut cell = std::mem::take(&mut self.runs);
                cell.shrink_to_fit();
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {}
            _ => self.close_container(tag),
        }
    }

    fn close_container(&mut self, tag: TagEnd) {
        self.close_block();
        match tag {
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => self.item = None,
            TagEnd::Table => {
                let rows = self.table.take().unwrap_or_default();
                self.body.blocks.push(Block::Table { rows });
            }
            _ => {}
        }
    }

    /// Makes a block of the runs so far.
    fn close_block(&mut self) {
        let kind = self.kind.take();
        let mut runs = std::mem::take(&mut self.runs);
        if kind == Some(TextKind::Code) {
            trim_line_feed(&mut runs);
        }
        if runs.is_empty() {
            return;
        }
        runs.shrink_to_fit();
        let kind = kind.or_else(|| self.item.take()).unwrap_or(TextKind::Paragraph);
        let list = u8::try_from(self.lists.len()).unwrap_or(MOST_DEPTH).min(MOST_DEPTH);
        let depth = Depth { quote: self.quotes.min(MOST_DEPTH), list };
        self.body.blocks.push(Block::Text { kind, depth, runs });
    }

    fn open_link(&mut self, target: &str) {
        let index = u16::try_from(self.body.links.len()).ok();
        if index.is_some() {
            self.body.links.push(Link { target: target.to_owned() });
        }
        self.links.push(index);
    }

    /// Closes the bracket around an image's words; one without words shows the end of its address.
    fn close_image(&mut self, range: &Range<usize>) {
        let address = self.images.pop().unwrap_or_default();
        if self.runs.last().is_some_and(|run| run.span == opening_bracket(range)) {
            let name = address.rsplit('/').next().unwrap_or_default();
            let name: String = name.chars().take(MOST_IMAGE_NAME).collect();
            self.push(&name, range.clone(), false);
        }
        // The bracket stands for all that is behind the words, the address too.
        let words = self.runs.last().map_or(range.start, |run| run.span.end);
        self.push("]", words.min(range.end)..range.end, false);
        self.italic = self.italic.saturating_sub(1);
        self.links.pop();
    }

    /// Inline code: the words between the backticks, where they are there as they are.
    fn push_code(&mut self, text: &str, range: Range<usize>) {
        let whole = self.decoded.get(range.clone()).unwrap_or_default();
        let inner = whole.find(text).map(|at| range.start + at);
        let range = inner.map_or(range, |start| start..start + text.len());
        self.push(text, range, true);
    }

    fn push(&mut self, text: &str, range: Range<usize>, code: bool) {
        if text.is_empty() {
            return;
        }
        let style = RunStyle {
            bold: self.bold > 0,
            italic: self.italic > 0,
            strike: self.strike > 0,
            code: code || self.kind == Some(TextKind::Code),
        };
        let link = self.links.last().copied().flatten();
        let verbatim = self.decoded.get(range.clone()) == Some(text);
        let span = Span::from(range);
        if let Some(last) = self.runs.last_mut().filter(|_| verbatim) {
            let joins = last.span.end == span.start && last.style == style && last.link == link;
            if joins && self.last_is_verbatim {
                last.text.push_str(text);
                last.span.end = span.end;
                return;
            }
        }
        self.last_is_verbatim = verbatim;
        self.runs.push(Run { text: text.to_owned(), span, style, link });
    }
}

/// The mark before the words of an image, which stands for the bracket that is shown.
fn opening_bracket(image: &Range<usize>) -> Span {
    Span::new(image.start, image.end.min(image.start + "![".len()))
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Takes the line feed off the end of preformatted lines.
fn trim_line_feed(runs: &mut Vec<Run>) {
    let Some(last) = runs.last_mut() else { return };
    let verbatim = last.is_verbatim();
    if last.text.ends_with('\n') {
        last.text.pop();
        last.span.end = last.span.end.saturating_sub(usize::from(verbatim)).max(last.span.start);
    }
    if last.text.is_empty() {
        runs.pop();
    }
}
