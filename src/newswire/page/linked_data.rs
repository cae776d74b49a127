//! JSON-LD of a page: what it says of the page's own article, never of those that it lists.

use serde_json::Value;

use super::facts::words;
use crate::text::fold;

/// What JSON-LD says of an article, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub headline: Option<String>,
    pub date: Option<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub author: Option<String>,
    pub language: Option<String>,
}

/// The article that a page's blocks describe: the one with its headline or address, else the only one.
pub(super) fn article(blocks: &[String], headline: Option<&str>, url: Option<&str>) -> Said {
    let values = blocks.iter().filter_map(|block| serde_json::from_str::<Value>(block.trim()).ok());
    let articles: Vec<Said> = values.flat_map(|value| articles(&value)).collect();
    let headline = headline.map(fold);
    let is_own = |said: &&Said| {
        let same = said.headline.as_deref().map(fold).zip(headline.as_deref());
        let same = same.is_some_and(|(said, own)| own.starts_with(&said) || said.starts_with(own));
        same || said.url.is_some() && said.url.as_deref() == url
    };
    let only = || articles.first().filter(|_| articles.len() == 1);
    articles.iter().find(is_own).or_else(only).cloned().unwrap_or_default()
}

/// The articles among a block's things: at its top, in its graph, or as the page's main one.
fn articles(value: &Value) -> Vec<Said> {
    let things: Vec<&Value> = match value {
        Value::Array(things) => things.iter().collect(),
        thing => vec![thing],
    };
    let graph = |thing: &'_ &Value| thing.get("@graph").and_then(Value::as_array).cloned();
    let graphs: Vec<Value> = things.iter().filter_map(graph).flatten().collect();
    let all = things.into_iter().chain(&graphs);
    let mains = all.flat_map(|thing| [Some(thing), thing.get("mainEntity")]).flatten();
    mains.filter(|thing| is_article(thing)).map(said).collect()
}

fn is_article(thing: &Value) -> bool {
    let of = |kind: &Value| {
        let kind = kind.as_str().unwrap_or_default();
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(of),
        Some(kind) => of(kind),
        None => false,
    }
}

fn said(thing: &Value) -> Said {
    let text = |key: &str| thing.get(key).and_then(Value::as_str).and_then(words);
    let authors = match thing.get("author") {
        Some(Value::Array(authors)) => authors.iter().filter_map(name).collect::<Vec<_>>(),
        Some(author) => name(author).into_iter().collect(),
        None => Vec::new(),
    };
    let page = thing.get("mainEntityOfPage");
    let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    Said {
        headline: text("headline").or_else(|| text("name")),
        date: text("datePublished"),
        site: thing.get("publisher").and_then(name),
        url: text("url").or_else(|| page.and_then(words)),
        author: Some(authors.join(", ")).filter(|authors| !authors.is_empty()),
        language: text("inLanguage"),
    }
}

/// The name of a person or an organisation.
fn name(thing: &Value) -> Option<String> {
    let name = thing.as_str().or_else(|| thing.get("name")?.as_str())?;
    words(name).filter(|name| !name.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(block: &str, headline: Option<&str>) -> Option<String> {
        article(&[block.to_owned()], headline, None).date
    }

    #[test]
    fn the_page_s_own_article() {
        let one = r#"{"@type":"NewsArticle","headline":"A","datePublished":"2025-05-12"}"#;
        assert_eq!(date(one, None), Some("2025-05-12".into()));
        let graph = r#"{"@graph":[{"@type":"WebSite","name":"B"},{"@type":["Article"],"datePublished":"2025"}]}"#;
        assert_eq!(date(graph, None), Some("2025".into()));
        let list = r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020"}]}"#;
        assert_eq!(date(list, None), None);
        let two = r#"[{"@type":"NewsArticle","headline":"A","datePublished":"2001"},{"@type":"NewsArticle","headline":"B","datePublished":"2002"}]"#;
        assert_eq!((date(two, None), date(two, Some("B"))), (None, Some("2002".into())));
        assert_eq!(date("{", None), None);
    }
}
