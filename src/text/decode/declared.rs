//! The encoding that a page declares: `<meta charset=...>`, or the declaration of XML.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Browsers look no further, in bytes.
const HEAD: usize = 1024;

/// The encoding that bytes declare which begin with a tag.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.trim_ascii_start().first() != Some(&b'<') {
        return None;
    }
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let in_meta = head.match_indices("<meta").find_map(|(at, _)| {
        let tag = head.get(at..)?.split('>').next()?;
        label(tag.split_once("charset")?.1)
    });
    let declaration =
        head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split('>').next());
    let in_xml = || label(declaration?.split_once("encoding")?.1);
    let found = Encoding::for_label(in_meta.or_else(in_xml)?.as_bytes())?;
    // Whoever could read this declaration did not read UTF-16.
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}

/// The value behind an equals sign, quoted or not.
fn label(rest: &str) -> Option<&str> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end =
        value.find(|c: char| c.is_whitespace() || "\"'/;>?".contains(c)).unwrap_or(value.len());
    value.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_declares() {
        let name = |text: &str| encoding(text.as_bytes()).map(Encoding::name);
        assert_eq!(name("<meta charset=koi8-r>"), Some("KOI8-R"));
        assert_eq!(name("<html><META CHARSET = 'ISO-8859-1' />"), Some("windows-1252"));
        let long = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">";
        assert_eq!(name(long), Some("windows-1251"));
        assert_eq!(name("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>"), Some("ISO-8859-2"));
        assert_eq!(name("<meta charset=utf-16>"), Some("UTF-8"));
        assert_eq!(
            (name("<meta charset=x>"), name("charset=koi8-r"), name("<p>")),
            (None, None, None)
        );
    }
}
