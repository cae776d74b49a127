//! What was probably meant by a name that means nothing. Knows no names of its own.

use crate::text::fold;

/// Letters of a name that are looked at; a longer one is no slip of the fingers.
const MOST_CHARS: usize = 40;

/// How far a name is from the one that was typed, folded; none where nobody would confuse them.
pub(super) fn distance(typed: &str, name: &str) -> Option<usize> {
    let (typed, name) = (letters(typed)?, letters(name)?);
    let allowed = (typed.len().max(name.len()) / 3).clamp(1, 3);
    if typed.len().abs_diff(name.len()) > allowed {
        return None;
    }
    let distance = slips(&typed, &name);
    (distance <= allowed && distance < typed.len()).then_some(distance)
}

/// The likest of some names, or one that begins with what was typed.
pub(super) fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(typed);
    let begun = |name: &str| folded.chars().count() > 1 && fold(name).starts_with(&folded);
    let near = names.filter_map(|name| {
        let distance = if begun(name) { Some(1) } else { distance(typed, name) };
        distance.map(|distance| (distance, name))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

fn letters(name: &str) -> Option<Vec<char>> {
    let folded = fold(name);
    let letters: Vec<char> = folded.chars().take(MOST_CHARS + 1).collect();
    (letters.len() <= MOST_CHARS).then_some(letters)
}

/// The letters to add, drop, change or swap with the next one: the optimal string alignment distance, after
/// F. J. Damerau, "A technique for computer detection and correction of spelling errors" (1964).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut above = None;
        for (j, &right) in b.iter().enumerate() {
            let at =
                |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&last, j) + usize::from(left != right);
            let mut best = changed.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            if above == Some(left) && previous == Some(right) {
                best = best.min(at(&before, j.wrapping_sub(1)) + 1);
            }
            row.push(best);
            above = Some(right);
        }
        before = std::mem::replace(&mut last, row);
        previous = Some(left);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (typed, name, wanted) in [
            ("contry", "country", Some(1)),
            ("soruce", "source", Some(1)),
            ("Bielorusie", "Biélorussie", Some(1)),
            ("is", "is", Some(0)),
            ("x", "y", None),
            ("gaz", "pays", None),
            ("", "", None),
        ] {
            assert_eq!(distance(typed, name), wanted, "{typed} {name}");
        }
    }

    #[test]
    fn the_nearest_is_found_by_its_beginning_too() {
        let names = ["country", "source", "since", "is"];
        assert_eq!(nearest("coun", names.into_iter()), Some("country"));
        assert_eq!(nearest("sicne", names.into_iter()), Some("since"));
        assert_eq!(nearest("https", names.into_iter()), None);
    }
}
