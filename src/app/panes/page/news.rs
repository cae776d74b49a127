//! The reason to read a page, in its first line: what is new, and since when.

use crate::app::context::Context;
use crate::app::theme::Face;
use crate::model::{Argument, News, Since, Summary};
use crate::text::{Safe, wrap};

/// What is new, since when, and the key that changes that, in a line or two.
pub(super) fn news_lines(
    summary: &Summary,
    key: &str,
    columns: usize,
    context: &Context<'_>,
) -> Vec<Vec<(Safe, Face)>> {
    let key = ("key", Argument::Text(key.to_owned()));
    let text = match &summary.scope.news {
        None => context.words.with("page-not-seen", &[key]),
        Some(news) => {
            let (message, day) = match news.since {
                Since::Visit { on, .. } => ("page-since-visit", on),
                Since::Day(day) => ("page-since-day", day),
            };
            let day = ("day", Argument::Text(context.words.date(day)));
            let news = ("news", Argument::Text(told(news, context)));
            context.words.with(message, &[day, key, news])
        }
    };
    let text = Safe::new(&text);
    let lines = wrap::wrap(text.as_str(), columns).into_iter().take(2);
    lines.map(|line| vec![(text.slice(line), Face::Strong)]).collect()
}

/// How many briefs are news, in words.
fn told(news: &News, context: &Context<'_>) -> String {
    let count =
        |key, count: usize| (count > 0).then(|| context.count(key, count).as_str().to_owned());
    let undated = match news.since {
        Since::Visit { .. } => "news-undated",
        Since::Day(_) => "news-undated-by-day",
    };
    let parts = [
        count("news-new", news.new),
        count(undated, news.undated),
        news.before.map(|before| context.count("news-before", before).as_str().to_owned()),
        count("news-changed", news.changed),
        count("news-withdrawn", news.withdrawn),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { context.words.text("news-nothing") } else { parts.join(", ") }
}
