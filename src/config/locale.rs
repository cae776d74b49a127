//! What the locale says: the language to speak and whether the terminal reads UTF-8.

use crate::model::Language;

/// The language of messages by the values of `LC_ALL`, `LC_MESSAGES` and `LANG`, of which the first
/// that is not empty decides; `None` where that is neither French nor English.
pub fn language(values: [Option<&str>; 3]) -> Option<Language> {
    let locale = deciding(values)?;
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    let tag = name.split(['_', '-']).next().unwrap_or_default();
    if tag.len() == 2 { Language::from_tag(tag) } else { None }
}

/// Whether characters are written in UTF-8, by the values of `LC_ALL`, `LC_CTYPE` and `LANG`.
pub fn is_utf8(values: [Option<&str>; 3]) -> bool {
    let charset = deciding(values).and_then(|locale| locale.split_once('.')).map(|(_, rest)| rest);
    let name = charset.and_then(|rest| rest.split('@').next()).unwrap_or_default();
    name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8")
}

fn deciding(values: [Option<&str>; 3]) -> Option<&str> {
    values.into_iter().flatten().find(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_that_says_something_decides() {
        let french = Some(Language::French);
        assert_eq!(language([None, Some(""), Some("fr_FR.UTF-8")]), french);
        assert_eq!(language([Some("fr"), Some("en_GB"), None]), french);
        assert_eq!(language([Some("en_GB.UTF-8"), None, Some("fr_FR")]), Some(Language::English));
        for neither in ["C", "C.UTF-8", "POSIX", "de_DE", "french", "frp", "é"] {
            assert_eq!(language([Some(neither), None, Some("fr_FR")]), None, "{neither}");
        }
        assert_eq!(language([None; 3]), None);
    }

    #[test]
    fn utf8_is_told_by_the_character_set() {
        assert!(is_utf8([None, None, Some("C.UTF-8")]));
        assert!(is_utf8([None, Some("fr_FR.utf8@euro"), Some("C")]));
        assert!(!is_utf8([Some("C"), None, Some("fr_FR.UTF-8")]));
        assert!(!is_utf8([None, None, Some("fr_FR.ISO-8859-1")]));
        assert!(!is_utf8([None; 3]));
    }
}
