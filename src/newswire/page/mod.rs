//! Pages of newspapers as a browser saves them: HTML to a text and the stories in it.
//!
//! `scrub` makes the page small and well-formed, `lines` lays it out, `article` has the extractor say which blocks are the
//! story, `facts` reads what the page says of itself, `reading` hands it all to the reading of raw dispatches. The text is
//! the coordinate system of its stories: every line of the page, one a block, and the headline above them where it stands
//! in the page's facts alone. Linear in the length of the page.

mod article;
mod elements;
mod facts;
mod headline;
mod lines;
mod linked_data;
mod reading;
mod scrub;
#[cfg(test)]
mod tests;

pub use reading::{Page, read};

/// Whether a text is a page by its first words, or, where its name says so (`is_named`), by any tag.
pub fn is_page(text: &str, is_named: bool) -> bool {
    /// Comments of the tool that saved the page stand before its first tag.
    const HEAD: usize = 1024;
    let head = super::ends::head(text, HEAD)
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head = head.to_ascii_lowercase();
    let declares = |text: &str| {
        text.starts_with("<!doctype html")
            || text.starts_with("<html>")
            || text.starts_with("<html ")
    };
    let is_prologue = head.starts_with("<?xml") || head.starts_with("<!--");
    let after_prologue =
        || head.match_indices('<').any(|(at, _)| head.get(at..).is_some_and(declares));
    declares(&head)
        || is_prologue && after_prologue()
        || is_named && text.match_indices('<').any(|(at, _)| is_tag(text.get(at + 1..)))
}

/// Whether a tag, its end or a declaration follows a `<`.
fn is_tag(rest: Option<&str>) -> bool {
    let rest = rest.unwrap_or_default();
    let starts = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    starts(rest) || rest.starts_with('!') || rest.strip_prefix('/').is_some_and(starts)
}
