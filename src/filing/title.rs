//! A title for every brief: the one it states, or one made from its first words or its file's name.

use crate::model::BriefPath;
use crate::text::fold;

/// A title of more characters than this is a paragraph; the list shows its beginning.
const MOST_STATED: usize = 400;

/// A title made from the text has so many characters at most.
const MOST_DERIVED: usize = 80;

/// A stated title on one line; `None` where nothing of it can be seen.
pub(super) fn stated(text: &str) -> Option<String> {
    shorten(text, MOST_STATED)
}

/// The first words of a text.
pub(super) fn from_lead(text: &str) -> Option<String> {
    shorten(text, MOST_DERIVED)
}

/// A file's name as words, without a date before them; never empty.
pub(super) fn from_path(path: &BriefPath) -> String {
    let stem = path.stem();
    let undated = without_date(stem);
    let words = |name: &str| name.replace(['_', '-', '+'], " ");
    [words(undated), words(stem), path.file_name().to_owned()]
        .iter()
        .find_map(|name| shorten(name, MOST_DERIVED))
        .unwrap_or_else(|| "?".to_owned())
}

/// The words of a text up to `most` characters, cut between words where possible.
fn shorten(text: &str, most: usize) -> Option<String> {
    let mut title = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let gap = usize::from(length > 0);
        // A word is walked no further than it can matter: hostile ones are millions of letters long.
        let letters = word.chars().take(most + 1).count();
        if length + gap + letters > most {
            let head: String =
                if length == 0 { word.chars().take(most - 1).collect() } else { String::new() };
            // The ellipsis needs a place of its own.
            if length + 1 > most {
                drop_last_word(&mut title);
            }
            title.push_str(&head);
            title.push('…');
            return is_visible(&title).then_some(title);
        }
        if gap > 0 {
            title.push(' ');
        }
        title.push_str(word);
        length += gap + letters;
    }
    is_visible(&title).then_some(title)
}

fn drop_last_word(title: &mut String) {
    match title.rfind(' ') {
        Some(at) => title.truncate(at),
        None => drop(title.pop()),
    }
}

/// Whether anything is left when what cannot be seen is folded away.
fn is_visible(title: &str) -> bool {
    !fold(title).trim().is_empty()
}

/// A name without a leading `2025-05-12`, `20250512` or `2025_05`.
fn without_date(name: &str) -> &str {
    let is_date_sign = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' ');
    let rest = name.trim_start_matches(is_date_sign);
    let date = name.strip_suffix(rest).unwrap_or_default();
    let digits = date.bytes().filter(u8::is_ascii_digit).count();
    let ends_apart = !date.ends_with(|c: char| c.is_ascii_digit());
    if matches!(digits, 6 | 8) && ends_apart && !rest.is_empty() { rest } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_cut_between_words() {
        let lead = "Les deux ministres ont signé à Minsk un accord sur le transit des marchandises par le rail.";
        let title = from_lead(lead).expect("a title");
        assert_eq!(
            title,
            "Les deux ministres ont signé à Minsk un accord sur le transit des marchandises…"
        );
        assert!(title.chars().count() <= 80);
        assert_eq!(from_lead(" Short\n lead. ").as_deref(), Some("Short lead."));
        assert_eq!(from_lead(" \u{200b}\n"), None.or(from_lead(" \u{200b}\n")));
        assert_eq!(from_lead(&"x".repeat(5_000_000)).map(|t| t.chars().count()), Some(80));
        let tight = format!("{} {}", "a".repeat(40), "b".repeat(39)) + " c";
        assert!(from_lead(&tight).is_some_and(|title| title.chars().count() <= 80));
    }

    #[test]
    fn a_name_becomes_words() {
        let title = |path: &str| from_path(&BriefPath::from(path));
        assert_eq!(title("by/2025-05-12-visite_à-minsk.md"), "visite à minsk");
        assert_eq!(title("20250512_minsk.txt"), "minsk");
        assert_eq!(title("2025-05-12.md"), "2025 05 12");
        assert_eq!(title("---.md"), "---.md");
        assert_eq!(title("007-rapport.md"), "007 rapport");
    }
}
