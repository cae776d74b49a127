//! The headline of a page: the line that says what the page's facts say.

use super::facts::Facts;
use super::lines::{PageLine, Role};
use crate::text::fold;

/// Where a headline stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Headline {
    /// On a line of the page, by its place.
    Line(usize),
    /// Nowhere in the text: these words of the page's facts.
    Stated(String),
}

/// Finds the headline.
pub(super) fn find(lines: &[PageLine], facts: &Facts) -> Option<Headline> {
    let candidates: Vec<(usize, &PageLine, String)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_candidate(line))
        .map(|(at, line)| (at, line, bare(&line.text)))
        // The name of the publication stands over everything, often as a heading.
        .filter(|(.., line)| !names_site(line, facts))
        .collect();
    let tops = || candidates.iter().filter(|(_, line, _)| line.role == Role::Heading(1));
    if let Some(stated) = &facts.headline {
        let stated_bare = bare(stated);
        // The publication may stand behind the headline: "Le traité - Le Journal".
        let says = |(at, _, line): &(usize, &PageLine, String)| {
            let rest = stated_bare.strip_prefix(line.as_str())?;
            (rest.is_empty() || names_site(rest, facts)).then_some(*at)
        };
        let alike = |(at, _, line): &(usize, &PageLine, String)| {
            is_alike(line, &stated_bare).then_some(*at)
        };
        let found = candidates.iter().find_map(says).or_else(|| tops().find_map(alike));
        let found = found.map(Headline::Line);
        return found.or_else(|| Some(Headline::Stated(without_site(stated, facts).to_owned())));
    }
    let window = facts.window.as_deref().map(bare).unwrap_or_default();
    let within = |line: &str| line.contains(' ') && window.contains(line);
    let named = tops().find(|(_, _, line)| within(line)).or_else(|| {
        candidates.iter().find(|(_, _, line)| line.split(' ').nth(3).is_some() && within(line))
    });
    let top = || tops().find(|(_, _, line)| line.split(' ').nth(2).is_some());
    let found = named.or_else(top).map(|(at, ..)| Headline::Line(*at));
    found.or_else(|| {
        let window = without_site(facts.window.as_deref()?, facts);
        window.split(' ').nth(2)?;
        Some(Headline::Stated(window.to_owned()))
    })
}

fn is_candidate(line: &PageLine) -> bool {
    /// No headline is longer, in bytes.
    const LONGEST: usize = 400;
    let is_text = !matches!(line.role, Role::Furniture | Role::Caption);
    is_text && line.text.len() <= LONGEST && line.text.chars().any(char::is_alphanumeric)
}

/// Folded words with single spaces between them.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn names_site(rest: &str, facts: &Facts) -> bool {
    facts.site.as_deref().is_some_and(|site| rest.trim() == bare(site))
}

/// Whether most words of two headlines are the same: that for machines is often shortened.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let common = one.iter().filter(|word| other.contains(word)).count();
    one.len() > 1 && common * 2 >= one.len().min(other.len())
}

/// A headline without the publication behind it.
fn without_site<'t>(stated: &'t str, facts: &Facts) -> &'t str {
    let marks = [" - ", " | ", " – ", " — ", " : "];
    let parts = marks.iter().filter_map(|mark| stated.rsplit_once(mark));
    let cut = parts.filter(|(headline, behind)| {
        let known = facts.site.as_deref().map(bare);
        let is_site = known.is_some_and(|site| site == bare(behind));
        // Where the publication is not named, what is short behind a mark is its name.
        let is_short = facts.site.is_none() && behind.split(' ').count() <= 4;
        (is_site || is_short) && headline.contains(' ')
    });
    cut.map(|(headline, _)| headline).min_by_key(|headline| headline.len()).unwrap_or(stated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(
        lines: &[(&str, Role)],
        headline: Option<&str>,
        window: Option<&str>,
    ) -> Option<Headline> {
        let line = |(text, role): &(&str, Role)| PageLine {
            text: (*text).to_owned(),
            role: *role,
            block: 0,
            goes_on: false,
        };
        let lines: Vec<PageLine> = lines.iter().map(line).collect();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let facts = Facts {
            headline: owned(headline),
            window: owned(window),
            site: Some("Le Journal".into()),
            ..Facts::default()
        };
        find(&lines, &facts)
    }

    #[test]
    fn the_line_that_says_what_the_page_says() {
        let page = [
            ("Le Journal", Role::Heading(1)),
            ("Le traité de Rome est signé", Role::Heading(2)),
            ("Six pays ont signé.", Role::Text),
        ];
        let second = Some(Headline::Line(1));
        assert_eq!(found(&page, Some("Le traité de Rome est signé - Le Journal"), None), second);
        assert_eq!(found(&page, None, Some("Le traité de Rome est signé | Le Journal")), second);
        let other = Some(Headline::Stated("Rome : le traité".into()));
        assert_eq!(found(&page, Some("Rome : le traité | Le Journal"), None), other);
        let top = [("Le traité de Rome est signé par six pays", Role::Heading(1))];
        assert_eq!(found(&top, Some("Le traité de Rome signé"), None), Some(Headline::Line(0)));
        assert_eq!(found(&page[2..], None, None), None);
    }
}
