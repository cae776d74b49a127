//! A body as Markdown that reads back with the same words: outside text is words, never markup.
//!
//! Paragraphs, headings, lists, code and tables keep their shape; emphasis and links keep their
//! words. Characters that act on a terminal or a wire are left out.

use crate::model::{Block, Body, Depth, Run, TextKind};

/// Deeper nesting is written as this deep.
const MOST_DEPTH: u8 = 8;

/// The Markdown of a body, to stand behind front matter; empty for an empty body.
///
/// Where the brief states no title, `untitled`, a heading that opens the text is written so deep
/// that it is not taken for one.
pub fn text(body: &Body, untitled: bool) -> String {
    let mut out = String::new();
    let mut before = None;
    for block in &body.blocks {
        let opens = out.is_empty();
        let written = match block {
            Block::Text { kind: TextKind::Heading(level), depth, .. } => {
                let least = if opens && untitled { 3 } else { 2 };
                let marks = "#".repeat(usize::from(*level).clamp(least, 6));
                let words = lines(&block.plain_text()).join(" ");
                in_quote(*depth, &[format!("{marks} {words}")], words.is_empty())
            }
            Block::Text { kind: TextKind::Code, depth, .. } => {
                in_quote(*depth, &code(&block.plain_text()), false)
            }
            Block::Text { kind, depth, .. } => prose(*kind, *depth, &block.plain_text()),
            Block::Table { rows } => table(rows),
            Block::Rule => "---\n".to_owned(),
        };
        if written.is_empty() {
            continue;
        }
        // Items that follow one another are one list.
        let item = matches!(block, Block::Text { kind: TextKind::Item(_), .. });
        if !(opens || item && before == Some(true)) {
            out.push('\n');
        }
        before = Some(item);
        out.push_str(&written);
    }
    out
}

/// The words of a value without what acts on a terminal, on one line.
pub fn plain(words: &str) -> String {
    lines(words).join(" ")
}

fn prose(kind: TextKind, depth: Depth, text: &str) -> String {
    let lines: Vec<String> = lines(text).iter().map(|line| escaped(line)).collect();
    let level = usize::from(depth.list.min(MOST_DEPTH));
    let (mark, indent) = match kind {
        TextKind::Item(None) => ("- ".to_owned(), 4 * level.saturating_sub(1)),
        TextKind::Item(Some(number)) => {
            (format!("{}. ", number % 1_000_000_000), 4 * level.saturating_sub(1))
        }
        _ => (String::new(), 4 * level),
    };
    let behind = " ".repeat(indent + mark.len());
    let last = lines.len().saturating_sub(1);
    let line = |(place, line): (usize, &String)| {
        let start =
            if place == 0 { format!("{}{mark}", " ".repeat(indent)) } else { behind.clone() };
        format!("{start}{line}{}", if place == last { "" } else { "\\" })
    };
    let lines: Vec<String> = lines.iter().enumerate().map(line).collect();
    in_quote(depth, &lines, lines.is_empty())
}

/// Lines behind the marks of their quotation; nothing where there are no words.
fn in_quote(depth: Depth, lines: &[String], is_empty: bool) -> String {
    if is_empty {
        return String::new();
    }
    let margin = "> ".repeat(usize::from(depth.quote.min(MOST_DEPTH)));
    lines.iter().flat_map(|line| [margin.as_str(), line, "\n"]).collect()
}

/// Preformatted lines between fences longer than any run of backquotes in them.
fn code(text: &str) -> Vec<String> {
    let text: String =
        text.chars().filter(|&c| c == '\n' || c == '\t' || !c.is_control()).collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(3.max(longest + 1));
    let lines = text.lines().map(str::to_owned);
    std::iter::once(fence.clone()).chain(lines).chain([fence]).collect()
}

fn table(rows: &[Vec<Vec<Run>>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |runs: &Vec<Run>| {
        let words: String = runs.iter().map(|run| run.text.as_str()).collect();
        format!("| {} ", escaped(&plain(&words)))
    };
    let line = |row: &Vec<Vec<Run>>| {
        let missing = "| ".repeat(columns.saturating_sub(row.len()));
        row.iter().map(cell).chain([missing, "|\n".to_owned()]).collect::<String>()
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("{}|\n", "| --- ".repeat(columns)));
    }
    lines.concat()
}

/// The lines of a text that have words, each without controls and blanks at its ends.
fn lines(text: &str) -> Vec<String> {
    let broken = text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']);
    let clean = broken.map(|line| {
        let spaced = line.replace(['\t', '\u{b}', '\u{c}'], " ");
        spaced.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
    });
    clean.filter(|line| !line.is_empty()).collect()
}

/// One line with a backslash before every sign that Markdown could take for its own; what counts
/// only at the start of a line, only there.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 16);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let always = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~');
        let entity = c == '&' && begins_entity(line.get(at + 1..).unwrap_or_default());
        let first = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '>' | ':');
        let numbered = digits > 0 && at == digits && matches!(c, '.' | ')');
        if always || entity || first || numbered {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether an ampersand before these words could stand for another character.
fn begins_entity(rest: &str) -> bool {
    rest.starts_with(|c: char| c == '#' || c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::markdown;
    use super::*;
    use crate::model::{RunStyle, Span};

    fn body(blocks: &[(TextKind, String)]) -> Body {
        let block = |(kind, text): &(TextKind, String)| {
            let span = Span::new(0, text.len());
            let runs =
                vec![Run { text: text.clone(), span, style: RunStyle::default(), link: None }];
            Block::Text { kind: *kind, depth: Depth::default(), runs }
        };
        Body { blocks: blocks.iter().map(block).collect(), links: Vec::new() }
    }

    fn words(text: &str) -> String {
        let kept: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let kept: String = kept.chars().filter(|c| !c.is_control()).collect();
        kept.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Vec<(TextKind, String)> {
        let blocks = markdown::body(text, 0).blocks;
        let read = |block: &Block| match block {
            Block::Text { kind, .. } => (*kind, words(&block.plain_text())),
            other => panic!("{other:?}"),
        };
        blocks.iter().map(read).collect()
    }

    #[test]
    fn signs_of_markdown_are_words() {
        for line in [
            "1. premier",
            "12) suite",
            "- tiret",
            "# dièse",
            "> cité",
            "+++",
            "---",
            "===",
            "***",
            "a*b*c _d_ `e` [f](g) ![h](i) <b>j</b> ~~k~~",
            "AT&amp;T &#65; & co",
            "a | b",
            "[^1]: note",
            "C:\\dossier\\",
            "    retrait",
            "[x] fait",
            "http://example.org/a_b*c",
            ": définition",
        ] {
            let written = text(&body(&[(TextKind::Paragraph, line.to_owned())]), false);
            assert_eq!(read(&written), [(TextKind::Paragraph, words(line))], "{written}");
        }
    }

    #[test]
    fn a_heading_that_opens_an_untitled_text_is_no_title() {
        let body = body(&[(TextKind::Heading(2), "Contexte".into())]);
        assert_eq!(text(&body, true), "### Contexte\n");
        assert_eq!(text(&body, false), "## Contexte\n");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_with_its_words(paragraphs in prop::collection::vec(
            prop_oneof!["\\PC{0,40}", "[-+*_#>`~|&;<\\[\\]()!\\\\0-9.a:=\n\t ]{0,24}"], 0..6,
        )) {
            let blocks: Vec<_> = paragraphs.into_iter().map(|p| (TextKind::Paragraph, p)).collect();
            let expected: Vec<_> = blocks
                .iter()
                .map(|(kind, text)| (*kind, words(text)))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            let written = text(&body(&blocks), false);
            prop_assert_eq!(read(&written), expected, "{}", written);
        }
    }
}
