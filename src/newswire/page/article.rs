//! Which blocks of a page are its article, by the rules of Mozilla's Readability.

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::lines::MARK;

/// The blocks of a page that are its article, by their marks; nothing where none could be found. Takes the page: the
/// extractor takes it apart.
pub(super) fn blocks(page: Document) -> Option<HashSet<usize>> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config)).ok()?.parse().ok()?;
    let content = Document::fragment(article.content);
    let root = content.root();
    let marks = root.descendants_it().filter_map(|node| node.attr(MARK)?.parse().ok());
    Some(marks.collect())
}
