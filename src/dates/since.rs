//! What a person types to say from when on they want to know what is new.

use super::values::parse;
use super::words::{Role, Words};
use crate::model::Period;

/// Reads a period: "7d", "30 j", a word for the last visit or for everything, in either language, or a date; `None` for anything
/// else.
pub fn period(text: &str) -> Option<Period> {
    let typed = text.trim().to_lowercase();
    let days = || typed.strip_suffix(['d', 'j'])?.trim_end().parse().ok().filter(|&n| n > 0);
    let word = Words::get().look_up(&typed);
    if word.is(Role::LastVisit) {
        return Some(Period::Visit);
    }
    if word.is(Role::Everything) {
        return Some(Period::All);
    }
    days().map(Period::Days).or_else(|| parse(text.trim()).map(Period::Since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_both_languages() {
        let since = |day: &str| Some(Period::Since(day.parse().expect("a day")));
        assert_eq!(period(" Visite "), Some(Period::Visit));
        assert_eq!((period("tout"), period("ALL")), (Some(Period::All), Some(Period::All)));
        assert_eq!((period("7d"), period("30 j")), (Some(Period::Days(7)), Some(Period::Days(30))));
        assert_eq!(period("2025-05"), since("2025-05"));
        assert_eq!(
            (period("12 mai 2025"), period("May 12, 2025")),
            (since("2025-05-12"), since("2025-05-12"))
        );
        for none in ["", "0d", "-3d", "99999d", "soon", "2025-13"] {
            assert_eq!(period(none), None, "{none}");
        }
    }
}
