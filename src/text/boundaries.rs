//! Offsets moved to the boundaries of characters.

/// The last boundary at or before `at`, and at most the length of `text`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first boundary at or after `at`, and at most the length of `text`.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_inside_a_character_move_out_of_it() {
        let text = "a東b";
        assert_eq!((floor(text, 2), ceil(text, 2)), (1, 4));
        assert_eq!((floor(text, 1), ceil(text, 1)), (1, 1));
        assert_eq!((floor(text, 99), ceil(text, 99)), (5, 5));
    }
}
