//! A sentence ready to be pasted, with where it came from.

use super::{Labels, page};
use crate::model::{Brief, Citation};
use crate::text::Safe;

/// `« sentence » — source, date (file)` on one line, the brief's markings on lines before it.
pub fn quote(citation: &Citation, brief: Option<&Brief>, labels: &Labels<'_>) -> String {
    let words = citation.sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let (open, close) = labels.quotation_marks;
    let source = brief.and_then(|brief| brief.source.as_deref());
    let date = page::date(brief.and_then(|brief| brief.date), labels);
    let origin: Vec<&str> = source.into_iter().chain([date.as_str()]).collect();
    let line = format!("{open}{words}{close} — {} ({})", origin.join(", "), citation.file);
    let mut lines = brief.map(|brief| page::banner(brief, labels)).unwrap_or_default();
    lines.push(Safe::new(&line));
    lines.iter().map(Safe::as_str).collect::<Vec<_>>().join("\n")
}
