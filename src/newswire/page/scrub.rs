//! HTML as anyone may have written it, to small and well-formed HTML.
//!
//! The parser behind this needs time and stack by the depth of a page, and more than linear time for the attributes of a
//! tag: what no page of a newspaper has is taken out here, in one pass. Text stays, whatever stands around it.

use std::collections::HashSet;
use std::ops::Range;

use super::elements::{implied_ends, is_block, is_idle, is_opaque, is_raw, is_void};

/// Elements deeper than this are opened, as it were, where the depth ends.
const DEEPEST: usize = 200;
/// Tags that are kept of one page.
const MOST_TAGS: usize = 200_000;
/// A longer tag, in bytes, loses its attributes.
const LONGEST_TAG: usize = 2048;
/// Pieces of text, in bytes: the serialiser behind this takes quadratic time for one.
const LONGEST_TEXT: usize = 16_384;
/// What an element is called whose name is longer than any.
const NAMELESS: &str = "x-nameless";
/// Descriptions of the page for machines.
const MOST_LINKED_DATA: usize = 32;

/// What is left of a page.
#[derive(Debug, Default)]
pub(super) struct Scrubbed {
    /// The page.
    pub html: String,
    /// Its JSON-LD blocks, unread.
    pub linked_data: Vec<String>,
}

/// Scrubs a page. Linear in its length.
pub(super) fn scrub(source: &str) -> Scrubbed {
    let mut scrubber = Scrubber { source, ..Scrubber::default() };
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let text = rest.find('<').unwrap_or(rest.len());
        scrubber.text(rest.get(..text).unwrap_or_default());
        at += text;
        if at < source.len() {
            at = scrubber.markup(at);
        }
    }
    Scrubbed { html: scrubber.html, linked_data: scrubber.linked_data }
}

#[derive(Default)]
struct Scrubber<'s> {
    source: &'s str,
    html: String,
    linked_data: Vec<String>,
    /// Names of the open elements.
    open: Vec<String>,
    tags: usize,
    /// Names whose closing tag does not stand in the rest of the page.
    endless: HashSet<String>,
}

impl Scrubber<'_> {
    /// Reads what begins with a `<` at `at`; returns where it ends.
    fn markup(&mut self, at: usize) -> usize {
        let rest = self.source.get(at..).unwrap_or_default();
        let end_of =
            |mark: &str| rest.find(mark).map_or(self.source.len(), |end| at + end + mark.len());
        if rest.starts_with("<!--") {
            return end_of("-->");
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return end_of(">");
        }
        let is_end = rest.starts_with("</");
        let name = tag_name(rest.get(if is_end { 2 } else { 1 }..).unwrap_or_default());
        if name.is_empty() {
            if is_end {
                return end_of(">");
            }
            // One is text; a flood of them is not worth its weight.
            if !rest.starts_with("<<") {
                self.html.push_str("&lt;");
            }
            return at + 1;
        }
        let length = tag_length(rest);
        let tag = rest.get(..length).unwrap_or(rest);
        let end = at + tag.len();
        if is_end {
            self.close(&name);
            end
        } else if name == "title" || is_opaque(&name) {
            self.opaque(&name, tag, end)
        } else {
            self.start(&name, tag);
            end
        }
    }

    /// Keeps text, cut into pieces that the serialiser can bear.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while rest.len() > LONGEST_TEXT {
            let from = (LONGEST_TEXT..rest.len()).find(|&at| rest.is_char_boundary(at));
            let gap = from.and_then(|from| {
                let gap = rest.get(from..)?.find(|c: char| c.is_whitespace() || c == '&')?;
                Some(from + gap)
            });
            let Some((piece, behind)) = gap.and_then(|gap| rest.split_at_checked(gap)) else {
                break;
            };
            self.html.push_str(piece);
            self.html.push_str("<wbr>");
            rest = behind;
        }
        self.html.push_str(rest);
    }

    /// Passes over an element whose content is no text; returns where it ends.
    fn opaque(&mut self, name: &str, tag: &str, start: usize) -> usize {
        if self.endless.contains(name) {
            return if is_raw(name) { self.source.len() } else { start };
        }
        let rest = self.source.get(start..).unwrap_or_default();
        let Some(content) = before_end_tag(rest, name) else {
            self.endless.insert(name.to_owned());
            return if is_raw(name) { self.source.len() } else { start };
        };
        let inner = rest.get(content.clone()).unwrap_or_default();
        if name == "title" {
            self.html.push_str("<title>");
            self.html.push_str(&inner.replace('<', "&lt;"));
            self.html.push_str("</title>");
        } else if name == "script"
            && tag.contains("ld+json")
            && self.linked_data.len() < MOST_LINKED_DATA
        {
            self.linked_data.push(inner.to_owned());
        }
        let end = rest.get(content.end..).unwrap_or_default();
        start + content.end + tag_length(end)
    }

    fn start(&mut self, name: &str, tag: &str) {
        if is_idle(name) {
            return;
        }
        let tag = Some(tag).filter(|tag| tag.len() <= LONGEST_TAG && name != NAMELESS);
        if matches!(name, "html" | "head" | "body") {
            self.emit(name, tag);
            return;
        }
        let (ended, barriers) = implied_ends(name);
        let above = self
            .open
            .iter()
            .rposition(|open| ended.contains(&open.as_str()) || barriers.contains(&open.as_str()));
        if let Some(at) =
            above.filter(|at| self.open.get(*at).is_some_and(|open| ended.contains(&open.as_str())))
        {
            self.close_from(at);
        }
        if is_void(name) {
            self.emit(name, tag);
        } else if self.open.len() < DEEPEST && self.emit(name, tag) {
            self.open.push(name.to_owned());
        } else if is_block(name) {
            self.emit("br", None);
        }
    }

    /// Writes a start tag, unless there are too many.
    fn emit(&mut self, name: &str, tag: Option<&str>) -> bool {
        if self.tags >= MOST_TAGS {
            self.html.push(' ');
            return false;
        }
        self.tags += 1;
        match tag {
            // "<p/>" opens a paragraph all the same.
            Some(tag) => self.html.push_str(tag),
            None => self.html.extend(["<", name, ">"]),
        }
        true
    }

    /// Closes the innermost element of a name, where it may be closed from here.
    fn close(&mut self, name: &str) {
        let is_outer = is_block(name);
        let mut outwards = self.open.iter().enumerate().rev();
        let found = outwards.find_map(|(at, open)| {
            if open == name {
                return Some(Some(at));
            }
            let stops =
                if is_outer { open == "table" && !is_table_part(name) } else { is_block(open) };
            stops.then_some(None)
        });
        if let Some(Some(at)) = found {
            self.close_from(at);
        }
    }

    fn close_from(&mut self, at: usize) {
        for name in self.open.drain(at..).rev() {
            self.html.extend(["</", name.as_str(), ">"]);
        }
    }
}

fn is_table_part(name: &str) -> bool {
    matches!(name, "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption")
}

/// The name that a tag begins with, in lower case; empty where none does.
fn tag_name(text: &str) -> String {
    const LONGEST: usize = 40;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_');
    let length = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let name = text.get(..length).unwrap_or_default();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return String::new();
    }
    if length > LONGEST { NAMELESS.to_owned() } else { name.to_ascii_lowercase() }
}

/// Bytes of the tag that `text` begins with; a `>` in quotes does not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            (None, b'>') => return at + 1,
            _ => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    text.len()
}

/// The content before the end tag of a name.
fn before_end_tag(text: &str, name: &str) -> Option<Range<usize>> {
    let closes = |at: &usize| {
        let found = text.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    text.match_indices("</").map(|(at, _)| at).find(closes).map(|end| 0..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_goes() {
        let html = "<p>Un<script>if (a<b) \"</p>\"</script><!-- <p> --> <svg><title>x</title></svg>deux</p>";
        assert_eq!(scrub(html).html, "<p>Un deux</p>");
        assert_eq!(scrub("<p>Un<style>rest").html, "<p>Un");
        assert_eq!(scrub("a < b <3 <<<< </> c").html, "a &lt; b &lt;3 &lt;  c");
        let data =
            scrub("<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>").linked_data;
        assert_eq!(data, ["{\"a\":\"<b>\"}"]);
    }

    #[test]
    fn elements_end_where_they_must() {
        assert_eq!(scrub("<ul><li>a<li>b</ul>").html, "<ul><li>a</li><li>b</li></ul>");
        assert_eq!(scrub("<p>a<p>b<div>c</div>").html, "<p>a</p><p>b</p><div>c</div>");
        assert_eq!(scrub("<div><b>a</div></b>c").html, "<div><b>a</b></div>c");
        assert_eq!(
            scrub("<div><table><tr><td>a</div>b</table>").html,
            "<div><table><tr><td>ab</td></tr></table>"
        );
        assert_eq!(
            scrub("<a title='x > y' href=\"z\">b</a>").html,
            "<a title='x > y' href=\"z\">b</a>"
        );
    }

    #[test]
    fn depth_and_numbers_are_bounded() {
        let deep = format!("{}x{}", "<div>".repeat(9_999), "</div>".repeat(9_999));
        let html = scrub(&deep).html;
        assert_eq!(html.matches("<div>").count(), DEEPEST);
        assert!(html.contains('x'));
        let unclosed = "<div><table></div></table><b><div></b>".repeat(1_000);
        let html = scrub(&unclosed).html;
        let depth = html.matches("<div>").count() - html.matches("</div>").count();
        assert!(depth <= DEEPEST, "{depth}");
        let attributes = format!("<p {}>x", "a=1 ".repeat(9_999));
        assert_eq!(scrub(&attributes).html, "<p>x");
    }
}
