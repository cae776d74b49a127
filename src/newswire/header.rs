//! The lines of a page about its text: the date line, the byline, the kicker with a month.

use super::ends::head;
use super::patterns::{Patterns, strip_opener};
use crate::dates::{self, Order};
use crate::model::{PartialDate, Status};
use crate::text::fold;

/// What a line says about the text under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// The date it states, numbers alone read day first.
    pub date: PartialDate,
    /// The date of the same numbers read month first, where that is another one.
    pub month_first: Option<PartialDate>,
    /// Agency or publication named beside it.
    pub source: Option<String>,
    /// Who signed.
    pub author: Option<String>,
    /// How sure it is that this is the day of publication.
    pub rank: Rank,
}

/// What kind of date a line states, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A date without a word, as lists of other stories have it too.
    Bare,
    /// "mis à jour", "updated".
    Updated,
    /// "publié", "published", "date", an agency.
    Published,
}

/// Reads a line that is nothing but a date with what may stand beside it.
pub(super) fn date_line(text: &str) -> Option<DateLine> {
    /// No header is longer, in bytes.
    const LONGEST: usize = 180;
    if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((date, _)) = labelled(text) {
        let rank = Rank::Published;
        return Some(DateLine { date, month_first: None, source: None, author: None, rank });
    }
    let found = dates::scan(text, Order::DayFirst);
    let first = found.iter().find(|found| found.first.day.is_some() && found.last.is_none())?;
    let date = first.first.date()?;
    let before = text.get(..first.range.start)?;
    let mut behind = text.get(first.range.end..)?.to_owned();
    // A second date is that of the update.
    for other in found.iter().rev().filter(|later| later.range.start > first.range.start) {
        let start = other.range.start.checked_sub(first.range.end)?;
        behind.replace_range(start..other.range.end.checked_sub(first.range.end)?, " ");
    }
    let mut seen = Seen::default();
    if !(before.split(is_gap).all(|word| seen.may_stand(word))
        && behind.split(is_gap).all(|word| seen.may_stand(word)))
    {
        return None;
    }
    let (source, author) = named(before);
    let published = before_update(before, Patterns::get());
    let rank = match published {
        Some(true) => Rank::Published,
        Some(false) => Rank::Updated,
        None if source.is_some() => Rank::Published,
        None => Rank::Bare,
    };
    let month_first = dates::scan(text.get(first.range.clone())?, Order::MonthFirst);
    let month_first = month_first.first().and_then(|other| other.first.date());
    let month_first = month_first.filter(|&other| other != date);
    Some(DateLine { date, month_first, source, author, rank })
}

/// "date 2025-05 Kicker": the date, and where the kicker begins.
pub(super) fn labelled(text: &str) -> Option<(PartialDate, usize)> {
    let (label, rest) = text.split_once(char::is_whitespace)?;
    let label = label.trim_end_matches(':');
    if fold(label) != "date" {
        return None;
    }
    let value = rest.trim_start().trim_start_matches([':', ' ']);
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    let date = dates::parse(value.get(..end)?)?;
    let behind = value.get(end..)?;
    let kicker = text.len()
        - behind.trim_start_matches(|c: char| c.is_whitespace() || "|-–—:".contains(c)).len();
    Some((date, kicker))
}

/// The name behind "Par", "By": a byline of its own.
pub(super) fn byline(text: &str) -> Option<&str> {
    const LONGEST: usize = 100;
    const MOST_WORDS: usize = 8;
    if text.len() > LONGEST || text.ends_with(['.', '!', '?', ':']) {
        return None;
    }
    let folded = fold(text);
    let rest = strip_opener(&folded, &Patterns::get().header.bylines)?;
    let words = rest.split_whitespace().count();
    let opener_words = folded.split_whitespace().count().checked_sub(words)?;
    let name = nth_word_on(text, opener_words)?.trim_start_matches([':', ' ']);
    let mut parts = name.split_whitespace();
    let is_name = parts.all(|word| {
        !word.starts_with(char::is_lowercase)
            || ["de", "du", "et", "and", "von", "van", "à"].contains(&word)
    });
    (is_name && (1..=MOST_WORDS).contains(&words) && name.starts_with(char::is_uppercase))
        .then_some(name)
}

fn nth_word_on(text: &str, nth: usize) -> Option<&str> {
    let mut rest = text.trim_start();
    for _ in 0..nth {
        rest = rest.get(rest.find(char::is_whitespace)?..)?.trim_start();
    }
    Some(rest)
}

/// Whether the headline, or the label over it, says that the dispatch is corrected or taken back.
pub(super) fn status(headline: &str) -> Option<Status> {
    let words = &Patterns::get().status;
    let folded = fold(headline);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lead = headline.trim_start_matches(|c: char| !c.is_alphanumeric());
    let openers = [(&words.corrected, Status::Corrected), (&words.withdrawn, Status::Withdrawn)];
    openers.into_iter().find_map(|(openers, status)| {
        let rest = strip_opener(folded, openers)?;
        let marked =
            rest.is_empty() || rest.trim_start().starts_with([':', '-', '/', '(', ')', ']', '|']);
        let shouted = is_upper(head(lead, folded.len() - rest.len()));
        // "Annulation : le sommet ..." is news about a summit; only capitals take a dispatch back.
        let calm = status == Status::Corrected && marked;
        (calm || shouted && (marked || !is_upper(headline))).then_some(status)
    })
}

fn is_upper(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || ",;:|/()[]·•–—-.\"'’".contains(c)
}

/// The words met beside a date so far.
#[derive(Default)]
struct Seen {
    names: usize,
}

impl Seen {
    /// Whether a word may stand beside the date of a header: a known one, a number, or one of a few names.
    fn may_stand(&mut self, word: &str) -> bool {
        const MOST_NAMES: usize = 8;
        if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
            return true;
        }
        let header = &Patterns::get().header;
        let folded = fold(word);
        if [&header.beside, &header.published, &header.updated]
            .iter()
            .any(|set| set.contains(folded.as_str()))
        {
            return true;
        }
        self.names += 1;
        word.starts_with(|c: char| !c.is_lowercase()) && self.names <= MOST_NAMES
    }
}

/// Whether the words before a date speak of publication (`true`) or of an update.
fn before_update(before: &str, patterns: &Patterns) -> Option<bool> {
    let words: Vec<String> =
        before.split(is_gap).filter(|word| !word.is_empty()).map(fold).collect();
    let has = |set: &std::collections::HashSet<String>| {
        words.iter().any(|word| set.contains(word.as_str()))
    };
    let phrase = fold(before);
    let phrase = patterns
        .header
        .published
        .iter()
        .any(|opener| opener.contains(' ') && phrase.contains(opener.as_str()));
    if phrase || has(&patterns.header.published) {
        Some(true)
    } else {
        has(&patterns.header.updated).then_some(false)
    }
}

/// Source or author named before the date: "AFP, publié le", "Par Anne Martin, publié le".
fn named(before: &str) -> (Option<String>, Option<String>) {
    const LONGEST: usize = 60;
    let first = before
        .split([',', '|', '•', '·'])
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches(['-', '–', '—', ' ']);
    let patterns = Patterns::get();
    if let Some(author) = byline(first) {
        return (None, Some(author.to_owned()));
    }
    let words = first.split_whitespace();
    let mentions_agency =
        words.clone().any(|word| patterns.is_agency(word.trim_matches(['(', ')'])));
    let speaks = words.clone().any(|word| patterns.header.published.contains(fold(word).as_str()));
    let before_comma =
        before.contains(',') && first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let date_words = !dates::scan(first, Order::DayFirst).is_empty()
        || first.is_empty()
        || first.len() > LONGEST;
    let is_source = !speaks && !date_words && (mentions_agency || before_comma);
    (is_source.then(|| first.trim_matches(['(', ')']).to_owned()), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, Option<String>, Rank)> {
        date_line(text).map(|line| (line.date.to_string(), line.source, line.rank))
    }

    #[test]
    fn lines_about_the_text() {
        let afp = Some("AFP".to_owned());
        assert_eq!(
            told("AFP, publié le mardi 12 mai 2020 à 20h59"),
            Some(("2020-05-12".into(), afp, Rank::Published))
        );
        assert_eq!(
            told("Publié le 25/03/2017 à 10:00 | Mis à jour le 26/03/2017"),
            Some(("2017-03-25".into(), None, Rank::Published))
        );
        assert_eq!(
            told("Updated: March 25, 2017"),
            Some(("2017-03-25".into(), None, Rank::Updated))
        );
        assert_eq!(told("25-MAR-1957 10:00:01.20"), Some(("1957-03-25".into(), None, Rank::Bare)));
        assert_eq!(
            told("25 mars 1957, Rome, Italie . –"),
            Some(("1957-03-25".into(), None, Rank::Bare))
        );
        assert_eq!(told("Le 25 mars 1957, six pays signent un traité"), None);
        assert_eq!(told("du 5 au 12 mai 2025"), None);
        assert_eq!(told("publié le 3 décembre"), None);
        assert_eq!(
            told("date 2025-05 La tournée"),
            Some(("2025-05".into(), None, Rank::Published))
        );
    }

    #[test]
    fn numbers_alone_have_two_readings() {
        let other = |text: &str| date_line(text)?.month_first.map(|date| date.to_string());
        assert_eq!(other("Published 03/07/2017"), Some("2017-03-07".into()));
        assert_eq!(other("Published 25/03/2017"), None);
        assert_eq!(other("Published March 7, 2017"), None);
    }

    #[test]
    fn bylines() {
        assert_eq!(byline("Par Anne Martin"), Some("Anne Martin"));
        assert_eq!(byline("By Anne Martin and Jean Dubois"), Some("Anne Martin and Jean Dubois"));
        assert_eq!(byline("Par un vote historique"), None);
        assert_eq!(byline("Paris accueille la conférence"), None);
    }

    #[test]
    fn words_about_the_standing() {
        for (headline, expected) in [
            ("RECTIFICATIF - Le traité entre en vigueur", Some(Status::Corrected)),
            ("CORRECTED-Treaty enters into force", Some(Status::Corrected)),
            ("ANNULE ET REMPLACE : le traité entre en vigueur", Some(Status::Corrected)),
            ("WITHDRAWN: Treaty enters into force", Some(Status::Withdrawn)),
            ("KILL", Some(Status::Withdrawn)),
            ("ANNULE Le traité entre en vigueur", Some(Status::Withdrawn)),
            ("Annulé, le sommet se tiendra plus tard", None),
            ("Annulation : le sommet se tiendra plus tard", None),
            ("Correction : le traité compte 248 articles", Some(Status::Corrected)),
            ("Kill switch law adopted", None),
            ("La cour annule le traité", None),
        ] {
            assert_eq!(status(headline), expected, "{headline}");
        }
    }
}
