//! A sentence, or a line of a country's page, ready to be pasted with where it came from.

use super::page;
use super::{Labels, Quoted};
use crate::model::Brief;
use crate::text::Safe;

/// `Agency, Minsk, May 2025: “sentence” (file)`, each on one line, numbered where there are several; the markings of
/// their briefs on lines before them.
pub fn quote(quoted: &[Quoted<'_>], labels: &Labels<'_>) -> String {
    quotes(None, quoted, labels)
}

/// What a line of a page says, and below it every sentence that backs it, as [`quote`] writes them; the markings stand
/// before the line.
pub fn line(words: &str, quoted: &[Quoted<'_>], labels: &Labels<'_>) -> String {
    quotes(Some(words), quoted, labels)
}

fn quotes(words: Option<&str>, quoted: &[Quoted<'_>], labels: &Labels<'_>) -> String {
    let mut lines: Vec<Safe> = Vec::new();
    for banner in quoted.iter().filter_map(|one| one.brief).flat_map(|b| page::banner(b, labels)) {
        if !lines.contains(&banner) {
            lines.push(banner);
        }
    }
    lines.extend(words.map(|words| Safe::new(&spaced(words))));
    let several = quoted.len() > 1;
    lines.extend(quoted.iter().zip(1..).map(|(one, number)| {
        let mark = if several { format!("[{number}] ") } else { String::new() };
        Safe::new(&format!("{mark}{}", cited(*one, labels)))
    }));
    lines.iter().map(Safe::as_str).collect::<Vec<_>>().join("\n")
}

/// `Agency, Minsk, May 2025: “sentence” (file)`
fn cited(Quoted { citation, brief }: Quoted<'_>, labels: &Labels<'_>) -> String {
    let quoted = quoted(citation.shown(), labels);
    let found = found(citation.file.as_str(), brief);
    format!("{}{}{quoted} ({found})", origin(brief, labels), labels.colon)
}

/// A sentence in quotation marks, on one line.
pub(super) fn quoted(sentence: &str, labels: &Labels<'_>) -> String {
    let (open, close) = labels.quotation_marks;
    format!("{open}{}{close}", spaced(sentence))
}

/// Who says it, from where and when: `Agency, Minsk, May 2025`.
pub(super) fn origin(brief: Option<&Brief>, labels: &Labels<'_>) -> String {
    let source = brief.and_then(|brief| brief.source.clone());
    let place = brief.and_then(|brief| brief.place.clone());
    let date = page::date(brief.and_then(|brief| brief.date), labels);
    let parts: Vec<String> = source.into_iter().chain(place).chain([date]).collect();
    parts.join(", ")
}

/// Where it can be looked up: where it was published, else the file.
pub(super) fn found<'a>(file: &'a str, brief: Option<&'a Brief>) -> &'a str {
    brief.and_then(|brief| brief.source_url.as_deref()).unwrap_or(file)
}

/// Words with one space between them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
