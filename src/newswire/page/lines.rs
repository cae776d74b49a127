//! A page as lines of text: one a paragraph, heading, caption or menu entry, in the order of the page.

use std::ops::Range;

use dom_query::{Document, NodeRef};

use super::elements::is_block;

/// The attribute by which a block is known again after the extractor has been over the page.
pub(super) const MARK: &str = "data-chancery-block";

/// A page laid out.
#[derive(Debug, Default)]
#[expect(clippy::struct_field_names, reason = "its lines are what it is made of")]
pub(super) struct Lines {
    /// Its lines, none of them blank.
    pub lines: Vec<PageLine>,
    /// Its blocks in the order in which they open; the first is the page.
    pub blocks: Vec<PageBlock>,
    /// What its `time` elements say, and the line that each stands on.
    pub times: Vec<(usize, String)>,
}

/// A line of a page.
#[derive(Debug)]
pub(super) struct PageLine {
    /// Its words.
    pub text: String,
    /// What it is by the element around it.
    pub role: Role,
    /// The block that it stands in, by its place.
    pub block: usize,
    /// Whether it goes on with the block of the line above: after a line break, in preformatted text.
    pub goes_on: bool,
}

/// A block of a page.
#[derive(Debug, Default)]
pub(super) struct PageBlock {
    /// The block around it; the page is its own.
    pub parent: usize,
    /// Its lines.
    pub lines: Range<usize>,
}

/// What a line is by the element around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Text of any kind.
    #[default]
    Text,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An entry of a list.
    Item,
    /// What stands under a picture.
    Caption,
    /// Menus, footers, dialogues and what is not shown.
    Furniture,
}

/// Lays a page out and marks its blocks for the extractor.
pub(super) fn lay_out(page: &Document) -> Lines {
    let mut layout = Layout::default();
    layout.lines.blocks.push(PageBlock::default());
    layout.around.push(Around::default());
    let Some(body) = page.body() else { return layout.lines };
    let mut node = body;
    // By hand, not by recursion: the depth of a page is its author's choice.
    loop {
        layout.enter(&node);
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            layout.leave(&node);
            if node.id == body.id {
                layout.end_line();
                return layout.lines;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return layout.lines };
            node = parent;
        }
    }
}

/// The blocks around a place.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    block: usize,
    role: Role,
    is_preformatted: bool,
}

#[derive(Default)]
struct Layout {
    lines: Lines,
    around: Vec<Around>,
    line: String,
    /// Whether the next line goes on with the block of the one before.
    goes_on: bool,
    /// Whether white space stands between what was read and what comes.
    gap: bool,
    /// Whether cells of a row are set side by side.
    row: Option<usize>,
}

impl Layout {
    fn enter(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            self.read(&node.text());
            return;
        }
        let Some(name) = node.node_name() else { return };
        match name.as_ref() {
            "br" | "hr" => {
                self.end_line();
                self.goes_on = name.as_ref() == "br";
            }
            "time" => {
                let stated = node.attr("datetime").unwrap_or_default();
                self.lines.times.push((self.lines.lines.len(), stated.to_string()));
            }
            "td" | "th" if self.row.is_some() => self.next_cell(),
            name if is_block(name) => self.open(node, name),
            _ => {}
        }
    }

    /// Two spaces set columns apart, as in old wire.
    fn next_cell(&mut self) {
        if !self.line.is_empty() {
            self.line.push_str("  ");
            self.gap = false;
        }
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { return };
        let is_cell = self.row.is_some() && matches!(name.as_ref(), "td" | "th");
        if is_cell || !is_block(&name) {
            return;
        }
        self.end_line();
        self.goes_on = false;
        if self.around.len() > 1
            && let Some(closed) = self.around.pop()
        {
            let end = self.lines.lines.len();
            if let Some(block) = self.lines.blocks.get_mut(closed.block) {
                block.lines.end = end;
            }
            self.row = self.row.filter(|row| *row != closed.block);
        }
    }

    fn open(&mut self, node: &NodeRef<'_>, name: &str) {
        self.end_line();
        self.goes_on = false;
        let around = self.around.last().copied().unwrap_or_default();
        let at = self.lines.blocks.len();
        node.set_attr(MARK, &at.to_string());
        let start = self.lines.lines.len();
        self.lines.blocks.push(PageBlock { parent: around.block, lines: start..start });
        let role = role(around.role, node, name);
        let is_preformatted = around.is_preformatted || name == "pre";
        self.around.push(Around { block: at, role, is_preformatted });
        if name == "tr" && is_data(node) {
            self.row = Some(at);
        }
    }

    fn read(&mut self, text: &str) {
        if self.around.last().is_some_and(|around| around.is_preformatted) {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.end_line();
                    self.goes_on = !line.trim().is_empty();
                }
                self.line.push_str(line.trim_end_matches('\r'));
            }
            return;
        }
        for c in text.chars() {
            // A no-break space stays: French sets one before a colon.
            if c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}')
            {
                self.gap = true;
                continue;
            }
            if std::mem::take(&mut self.gap) && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            self.line.push(c);
        }
    }

    fn end_line(&mut self) {
        self.gap = false;
        let text = std::mem::take(&mut self.line);
        if text.trim().is_empty() {
            return;
        }
        let Around { block, role, .. } = self.around.last().copied().unwrap_or_default();
        let goes_on = std::mem::take(&mut self.goes_on);
        let text = text.trim_end().replace(['\r', '\n'], " ");
        self.lines.lines.push(PageLine { text, role, block, goes_on });
    }
}

/// What the text of an element is, within text that is something already.
fn role(around: Role, node: &NodeRef<'_>, name: &str) -> Role {
    if matches!(around, Role::Furniture | Role::Caption) || is_furniture(node, name) {
        return if around == Role::Caption { around } else { Role::Furniture };
    }
    match name {
        "figure" | "figcaption" | "caption" => Role::Caption,
        "li" | "dd" | "dt" => Role::Item,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" | "h5" | "h6" => Role::Heading(4),
        // Headings and entries hold paragraphs, but an article inside an entry starts anew.
        "article" | "section" | "blockquote" => Role::Text,
        _ => around,
    }
}

fn is_furniture(node: &NodeRef<'_>, name: &str) -> bool {
    if matches!(name, "nav" | "footer" | "aside" | "button" | "menu" | "dialog" | "search") {
        return true;
    }
    let role = node.attr("role").is_some_and(|role| {
        let role = role.trim().to_ascii_lowercase();
        let roles =
            ["navigation", "dialog", "alertdialog", "search", "complementary", "contentinfo"];
        roles.contains(&role.as_str())
    });
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
    role || node.has_attr("hidden") || style.replace(' ', "").contains("display:none")
}

/// Whether a row is one of a table of data: several cells, and no block in any of them.
fn is_data(row: &NodeRef<'_>) -> bool {
    let mut cells = 0;
    for node in row.descendants_it() {
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { continue };
        match name.as_ref() {
            "td" | "th" => cells += 1,
            "br" | "hr" | "img" => return false,
            name if is_block(name) => return false,
            _ => {}
        }
    }
    cells > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<(String, Role)> {
        let lines = lay_out(&Document::from(html)).lines;
        lines.into_iter().map(|line| (line.text, line.role)).collect()
    }

    #[test]
    fn every_block_has_its_lines() {
        let html = "<body><nav>Menu</nav><h1>Le <b>traité</b>\n de  Rome</h1><div>Un<br>Deux<p>Trois &amp; quatre&nbsp;!</div>\
             <ul><li>Cinq</li></ul><figure><img><figcaption>Six</figcaption></figure><pre>Sept\n  huit\n</pre></body>";
        let expected = [
            ("Menu", Role::Furniture),
            ("Le traité de Rome", Role::Heading(1)),
            ("Un", Role::Text),
            ("Deux", Role::Text),
            ("Trois & quatre\u{a0}!", Role::Text),
            ("Cinq", Role::Item),
            ("Six", Role::Caption),
            ("Sept", Role::Text),
            ("  huit", Role::Text),
        ];
        let expected: Vec<_> = expected.map(|(text, role)| (text.to_owned(), role)).to_vec();
        assert_eq!(told(html), expected);
    }

    #[test]
    fn rows_of_data_are_lines_and_tables_of_layout_are_not() {
        let data = "<table><tr><td>1957</td><td>6</td></tr></table>";
        assert_eq!(told(data), [("1957  6".to_owned(), Role::Text)]);
        let layout = "<table><tr><td><p>Menu</p></td><td>Texte</td></tr></table>";
        assert_eq!(told(layout).len(), 2);
    }

    #[test]
    fn blocks_know_their_lines() {
        let lines = lay_out(&Document::from("<div><h2>A</h2><p>B</p></div><p>C</p>"));
        let heading = lines.lines[0].block;
        let parent = lines.blocks[heading].parent;
        assert_eq!(
            (lines.blocks[heading].lines.clone(), lines.blocks[parent].lines.clone()),
            (0..1, 0..2)
        );
    }
}
