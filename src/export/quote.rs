//! A sentence ready to be pasted, with where it came from.

use super::{Labels, page};
use crate::model::{Document, Span};
use crate::text::Safe;

/// `« sentence » — source, date (file)` on one line, the brief's markings on lines before it. `None` where the span does
/// not fit the text.
pub fn quote(document: &Document, span: Span, labels: &Labels<'_>) -> Option<String> {
    let brief = &document.brief;
    let known = document.sentences.iter().find(|sentence| sentence.span == span);
    let words = known.map(|sentence| sentence.text.as_str()).or(span.slice(&document.decoded))?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let (open, close) = labels.quotation_marks;
    let date = page::date(brief.date, labels);
    let origin: Vec<&str> = brief.source.as_deref().into_iter().chain([date.as_str()]).collect();
    let line = format!("{open}{words}{close} — {} ({})", origin.join(", "), brief.file);
    let mut lines = page::banner(brief, labels);
    lines.push(Safe::new(&line));
    Some(lines.iter().map(Safe::as_str).collect::<Vec<_>>().join("\n"))
}
