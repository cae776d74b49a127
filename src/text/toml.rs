//! Values of TOML files that people open in whatever shows text.

use std::fmt::Write as _;

use super::characters::is_harmful;

/// A basic string of TOML on one line, without a character that a terminal acts on or hides.
pub fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            c if is_harmful(c) => {
                let _infallible = write!(text, "\\U{:08X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_quoted_is_read_again_and_harmless(value in any::<String>()) {
            let quoted = quoted(&value);
            prop_assert!(!quoted.chars().any(is_harmful));
            let table: toml::Table = toml::from_str(&format!("key = {quoted}")).expect("TOML");
            prop_assert_eq!(table["key"].as_str(), Some(value.as_str()));
        }
    }
}
