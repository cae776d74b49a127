//! The ends of long texts, cut between characters.

/// The first bytes of `text`, `most` of them at most.
pub(super) fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// The last bytes of `text`, `most` of them at most, and where they begin.
pub(super) fn tail(text: &str, most: usize) -> (usize, &str) {
    let earliest = text.len().saturating_sub(most);
    let start = (earliest..=text.len()).find(|&at| text.is_char_boundary(at));
    start.and_then(|start| Some((start, text.get(start..)?))).unwrap_or((text.len(), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_cut_between_characters() {
        assert_eq!((head("été", 1), head("été", 2), head("été", 9)), ("", "é", "été"));
        assert_eq!(
            (tail("été", 1), tail("été", 3), tail("été", 9)),
            ((5, ""), (2, "té"), (0, "été"))
        );
    }
}
