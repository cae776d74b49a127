//! What a page says of itself for machines: `meta`, `link`, `title`, `html lang`, JSON-LD.

use dom_query::{Document, NodeRef};

use super::linked_data;
use crate::dates;
use crate::model::{Language, PartialDate};

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// The headline.
    pub headline: Option<String>,
    /// The name of the window, which often names the publication too.
    pub window: Option<String>,
    /// The day of publication.
    pub date: Option<PartialDate>,
    /// The publication.
    pub site: Option<String>,
    /// Its lasting address.
    pub url: Option<String>,
    /// Who signed.
    pub author: Option<String>,
    /// Its language.
    pub language: Option<Language>,
}

/// Reads a page's facts. What JSON-LD says of its article goes before what `meta` says.
pub(super) fn read(page: &Document, linked_data: &[String]) -> Facts {
    let mut facts = Facts::default();
    let mut weights = Weights::default();
    for node in page.root().descendants_it() {
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { continue };
        match name.as_ref() {
            "html" => facts.language = node.attr("lang").and_then(|tag| Language::from_tag(&tag)),
            "title" if facts.window.is_none() => facts.window = words(&node.text()),
            "link" => {
                let rel = node.attr("rel").unwrap_or_default();
                if rel.eq_ignore_ascii_case("canonical") {
                    facts.url = node.attr("href").and_then(|url| address(&url)).or(facts.url);
                }
            }
            "meta" => weights.read(&node, &mut facts),
            _ => {}
        }
    }
    let said = linked_data::article(linked_data, facts.headline.as_deref(), facts.url.as_deref());
    Facts {
        headline: said.headline.or(facts.headline),
        date: said.date.as_deref().and_then(day).or(facts.date),
        site: facts.site.or(said.site),
        url: facts.url.or(said.url.as_deref().and_then(address)),
        author: said.author.or(facts.author),
        language: facts.language.or(said.language.as_deref().and_then(Language::from_tag)),
        ..facts
    }
}

/// How good the names are by which the facts so far were given: lower is better.
#[derive(Default)]
struct Weights {
    headline: Option<usize>,
    date: Option<usize>,
    author: Option<usize>,
    site: Option<usize>,
}

impl Weights {
    /// Reads one `meta` element.
    fn read(&mut self, node: &NodeRef<'_>, facts: &mut Facts) {
        const HEADLINES: [&str; 3] = ["og:title", "twitter:title", "dc.title"];
        const DATES: [&str; 12] = [
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "publish-date",
            "publish_date",
            "publication_date",
            "parsely-pub-date",
            "pubdate",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "date",
        ];
        const AUTHORS: [&str; 4] = ["author", "article:author", "parsely-author", "dc.creator"];
        const SITES: [&str; 3] = ["og:site_name", "application-name", "dc.publisher"];
        let name = ["property", "name", "itemprop"].iter().find_map(|key| node.attr(key));
        let name = name.unwrap_or_default().trim().to_ascii_lowercase();
        let Some(content) = node.attr("content").and_then(|content| words(&content)) else {
            return;
        };
        let at = |names: &[&str]| names.iter().position(|known| *known == name);
        if let Some(at) = better(at(&HEADLINES), &mut self.headline) {
            self.headline = Some(at);
            facts.headline = Some(content);
        } else if let Some((at, date)) = better(at(&DATES), &mut self.date).zip(day(&content)) {
            self.date = Some(at);
            facts.date = Some(date);
        } else if let Some(at) = better(at(&AUTHORS), &mut self.author)
            && !content.contains("://")
        {
            self.author = Some(at);
            facts.author = Some(content);
        } else if let Some(at) = better(at(&SITES), &mut self.site) {
            self.site = Some(at);
            facts.site = Some(content);
        } else if name == "og:url" && facts.url.is_none() {
            facts.url = address(&content);
        }
    }
}

/// The place of a name in its list, where no better one was met.
fn better(found: Option<usize>, known: &mut Option<usize>) -> Option<usize> {
    found.filter(|found| known.is_none_or(|known| *found < known))
}

/// The day that a machine's date begins with, as its place had it: "2025-05-12T23:30:00+07:00".
pub(super) fn day(stated: &str) -> Option<PartialDate> {
    let stated = stated.trim();
    let day = stated.split(['T', ' ']).next().unwrap_or_default();
    dates::parse(day).or_else(|| dates::parse(stated))
}

/// Words of one line, or nothing.
pub(super) fn words(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words).filter(|words| !words.is_empty())
}

fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let is_whole = url.starts_with("https://") || url.starts_with("http://");
    (is_whole && !url.contains(char::is_whitespace)).then(|| url.to_owned())
}
