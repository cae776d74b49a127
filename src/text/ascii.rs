//! Text for terminals without Unicode: each cluster becomes ASCII of the same width.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Safe;
use super::width::width;

/// Accents fall, typographic signs become their plain kin, the rest `?`; no column moves.
#[must_use]
pub fn to_ascii(text: &Safe) -> Safe {
    if text.as_str().is_ascii() {
        return text.clone();
    }
    let mut plain = String::with_capacity(text.as_str().len());
    for cluster in text.as_str().graphemes(true) {
        match cluster.nfd().next() {
            Some(c) if c.is_ascii() => plain.push(c),
            Some(c) => plain.extend(std::iter::repeat_n(kin(c), width(cluster))),
            None => {}
        }
    }
    Safe::new(&plain)
}

/// The ASCII character nearest to one that has no accent to lose.
fn kin(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '‘' | '’' | '‹' | '›' | 'ʼ' | '′' => '\'',
        '«' | '»' | '“' | '”' | '„' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => '-',
        '…' | '·' => '.',
        '•' | '★' => '*',
        'œ' => 'o',
        'Œ' => 'O',
        'æ' => 'a',
        'Æ' => 'A',
        'ß' => 's',
        'đ' => 'd',
        'Đ' => 'D',
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'ı' => 'i',
        '×' => 'x',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stay_where_they_are() {
        for text in ["Biélorussie « œuvre » — 12 °C…", "Việt Nam • ★", "日本 и Минск"]
        {
            let safe = Safe::new(text);
            let plain = to_ascii(&safe);
            assert!(plain.as_str().is_ascii());
            assert_eq!(width(plain.as_str()), width(safe.as_str()), "{text}");
        }
        assert_eq!(to_ascii(&Safe::new("Biélorussie « a »")).as_str(), "Bielorussie \" a \"");
    }
}
