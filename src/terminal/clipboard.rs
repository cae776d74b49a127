//! The sequence that hands a text to the clipboard of whoever sits at the terminal: OSC 52. It carries base64 alone, so
//! nothing of the text can act on the way; the terminal never answers, and whether it heeds it nobody knows.

/// The 64 digits of RFC 4648.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The sequence for a text.
pub fn sequence(text: &str) -> Vec<u8> {
    let mut bytes = b"\x1b]52;c;".to_vec();
    for three in text.as_bytes().chunks(3) {
        bytes.extend(digits(three));
    }
    bytes.push(0x07);
    bytes
}

/// The four digits of up to three bytes.
fn digits(three: &[u8]) -> [u8; 4] {
    let byte = |place: usize| three.get(place).copied().map_or(0, u32::from);
    let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
    let digit = |place: usize| {
        let index = (bits >> (18 - 6 * place)) & 0x3f;
        let digit = usize::try_from(index).ok().and_then(|index| DIGITS.get(index)).copied();
        // Of one byte two digits tell, of two bytes three.
        digit.filter(|_| place <= three.len()).unwrap_or(b'=')
    };
    [digit(0), digit(1), digit(2), digit(3)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(text: &str) -> String {
        let sent = String::from_utf8(sequence(text)).expect("ASCII");
        let payload = sent.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07'));
        payload.expect("the shape of the sequence").to_owned()
    }

    #[test]
    fn the_examples_of_the_standard() {
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (text, wanted) in examples {
            assert_eq!(payload(text), wanted, "{text}");
        }
    }

    #[test]
    fn nothing_of_the_text_can_act() {
        let sent = sequence("\x1b[2J\x07\u{9b}é\0\u{202e}");
        let [inner @ .., 0x07] = &sent[7..] else { panic!("{sent:?}") };
        assert!(inner.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte)));
    }
}
