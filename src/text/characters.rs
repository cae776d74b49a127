//! What kind of character this is: controls, bidi controls, invisible ones, and scripts.
//!
//! The one list of what must not be drawn; the sanitiser and the folder both read it. Sources: Unicode 16
//! `DerivedCoreProperties` (`Default_Ignorable_Code_Point`), `PropList` (`Bidi_Control`) and `Scripts`.

/// What a character does when it reaches a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Drawn as it is.
    Plain,
    /// A line break, tab or separator: drawn as one space.
    Break,
    /// C0, DEL and C1: commands to a terminal.
    Control,
    /// Changes the order in which other characters are drawn.
    Bidi,
    /// Invisible in honest text of any language, and dropped without a trace: soft hyphen, zero-width space, joins.
    Formatting,
    /// Invisible and without a use in prose: made visible, because it can carry a message or a disguise.
    Invisible,
    /// Chooses another shape for the character before it.
    Variation,
    /// ZWJ and ZWNJ, which some scripts need and others abuse.
    Joiner,
    /// A skin tone, on whose width terminals disagree.
    Modifier,
    /// The halfwidth sound marks of Japanese, on whose width terminals and ratatui disagree.
    SoundMark,
    /// No agreed shape: private use, noncharacters, planes without characters.
    Shapeless,
}

/// The kind of `c`.
pub(super) fn kind(c: char) -> Kind {
    match c {
        // The first arm serves nearly all of what is read.
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{34e}' => Kind::Plain,
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Break,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Kind::Control,
        '\u{ad}' | '\u{34f}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Kind::Formatting,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Kind::Bidi
        }
        '\u{200c}' | '\u{200d}' => Kind::Joiner,
        '\u{180b}'..='\u{180d}'
        | '\u{180f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => Kind::Variation,
        '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{2061}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Kind::Invisible,
        '\u{1f3fb}'..='\u{1f3ff}' => Kind::Modifier,
        '\u{ff9e}' | '\u{ff9f}' => Kind::SoundMark,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{40000}'..='\u{10ffff}' => {
            Kind::Shapeless
        }
        _ if u32::from(c) & 0xfffe == 0xfffe => Kind::Shapeless,
        _ => Kind::Plain,
    }
}

/// Whether `c` cannot be seen, and so may stand inside a word that looks whole.
pub fn is_unseen(c: char) -> bool {
    matches!(
        kind(c),
        Kind::Control
            | Kind::Bidi
            | Kind::Formatting
            | Kind::Invisible
            | Kind::Variation
            | Kind::Joiner
    )
}

/// Whether `c` does something to a terminal or a line of text, or cannot be seen in it.
pub fn is_harmful(c: char) -> bool {
    is_unseen(c) || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether the script of `c` changes shape at a joiner: Arabic, Syriac, N'Ko, the scripts of India and South-East
/// Asia, Mongolian.
pub(super) fn takes_joiners(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{7ff}' | '\u{840}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{1a20}'..='\u{1c4f}' | '\u{a840}'..='\u{a8df}' | '\u{a980}'..='\u{a9df}'
        | '\u{fb50}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}')
}

/// Whether one word of `text` mixes Latin letters with Cyrillic ones, or with Greek ones that look Latin: the mark of
/// a name made to be taken for another.
pub fn is_mixed_script(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().any(is_latin) && word.chars().any(is_latin_double))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Greek letters of science (β, μ, π, Ω...) have no Latin double, and stand beside Latin ones in good faith.
fn is_latin_double(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}') || "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορτυχ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_cyrillic_letter_is_mixed() {
        assert!(is_mixed_script("Ir\u{430}n"));
        assert!(is_mixed_script("les \u{395}tats"));
    }

    #[test]
    fn names_of_one_script_side_by_side_are_not_mixed() {
        assert!(!is_mixed_script("Москва Moscow"));
        assert!(!is_mixed_script("25 μm, β-carotène"));
        assert!(!is_mixed_script("Viêt Nam, Đà Nẵng"));
    }

    #[test]
    fn noncharacters_of_every_plane_have_no_shape() {
        for c in ['\u{fffe}', '\u{ffff}', '\u{1ffff}', '\u{2fffe}', '\u{f8ff}', '\u{10fffd}'] {
            assert_eq!(kind(c), Kind::Shapeless, "{c:?}");
        }
        assert_eq!(kind('\u{fffd}'), Kind::Plain);
    }
}
