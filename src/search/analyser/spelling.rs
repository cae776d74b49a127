//! What the spellings of one name share: Loukachenko, Lukashenko and Loukachenka meet.

use crate::people::fold;

/// Letters of a word that is compared so: shorter ones are too many words at once.
const LEAST_LETTERS: usize = 4;
/// Letters that must be left.
const LEAST_LEFT: usize = 3;
/// Stands before the form: no surface holds such letters, and no slip of one letter makes one of them.
const MARK: &str = "n''";

/// The marked form of a folded word; none where it is no name.
pub(in crate::search) fn form(surface: &str) -> Option<String> {
    let is_long = surface.chars().nth(LEAST_LETTERS - 1).is_some();
    if !is_long || !surface.chars().all(char::is_alphabetic) {
        return None;
    }
    let form = fold::word(surface);
    let is_left = form.chars().nth(LEAST_LEFT - 1).is_some();
    is_left.then(|| [MARK, &form].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (one, other) in
            [("poutine", "putin"), ("loukachenko", "lukashenko"), ("tokaiev", "tokayev")]
        {
            assert!(form(one).is_some() && form(one) == form(other), "{one} {other}");
        }
        assert_ne!(form("minsk"), form("pinsk"));
        assert_eq!([form("xi"), form("s400"), form("")], [None, None, None]);
    }
}
