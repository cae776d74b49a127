//! Bytes of a file to text: which encoding they are in, and whether they are text at all.
//!
//! Knows nothing of files or formats beyond their first bytes.

mod declared;
#[cfg(test)]
mod tests;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text of a file: the coordinates of every span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text after encoding and byte-order mark.
    pub text: String,
    /// WHATWG name of the encoding it was read as; `UTF-32LE` and `UTF-32BE`, which WHATWG left out.
    pub encoding: &'static str,
    /// Whether some bytes stood for nothing and became U+FFFD.
    pub damaged: bool,
}

/// Bytes that are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a text file; convert it to text or Markdown first")]
pub struct NotText;

/// First bytes of formats that people rename to `.md` or `.txt` by mistake: PDF, ELF, PNG, JPEG, GIF, gzip, zip (and so
/// Word), xz, bzip2, zstd, 7z, OLE (old Word), `SQLite`, Mach-O.
const MAGIC_NUMBERS: &[&[u8]] = &[
    b"%PDF-",
    b"\x7fELF",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"\xfd7zXZ\0",
    b"BZh91AY",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\0",
    b"\xcf\xfa\xed\xfe",
];

/// Bytes at the start of a file that tell UTF-16 without a byte-order mark.
const SAMPLE: usize = 4096;

/// Reads bytes as UTF-8, UTF-16, UTF-32 or a legacy encoding, whichever they are. What a page declares is believed
/// unless its bytes are valid UTF-8, which nothing else is by chance.
///
/// # Errors
/// [`NotText`] for a binary file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    if let Some(decoded) = by_mark(bytes) {
        return decoded;
    }
    if MAGIC_NUMBERS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(NotText);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return prose(in_encoding(bytes, encoding));
    }
    let declared = declared::encoding(bytes);
    if let Some(encoding) = declared.filter(|encoding| !encoding.is_ascii_compatible()) {
        // Bytes of ASCII alone that stand for other letters.
        return prose(in_encoding(bytes, encoding));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return prose(whole(text.to_owned(), UTF_8.name()));
    }
    // Only Unicode has a use for the byte 0.
    if bytes.contains(&0) {
        return Err(NotText);
    }
    if declared.is_none_or(|encoding| encoding == UTF_8) && is_mostly_utf8(bytes) {
        return prose(in_encoding(bytes, UTF_8));
    }
    let encoding = declared.filter(|encoding| *encoding != UTF_8);
    prose(without_c1(in_encoding(bytes, encoding.unwrap_or_else(|| legacy(bytes)))))
}

/// Reads what a byte-order mark announces. The marks of UTF-32 come first: that of UTF-32LE begins like UTF-16LE's.
fn by_mark(bytes: &[u8]) -> Option<Result<Decoded, NotText>> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        return Some(prose(utf32(rest, "UTF-32LE", u32::from_le_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return Some(prose(utf32(rest, "UTF-32BE", u32::from_be_bytes)));
    }
    let (encoding, mark) = Encoding::for_bom(bytes)?;
    let rest = bytes.get(mark..).unwrap_or_default();
    Some(prose(in_encoding(rest, encoding)))
}

fn whole(text: String, encoding: &'static str) -> Decoded {
    Decoded { text, encoding, damaged: false }
}

fn in_encoding(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), damaged }
}

fn utf32(bytes: &[u8], encoding: &'static str, order: fn([u8; 4]) -> u32) -> Decoded {
    let (units, rest) = bytes.as_chunks::<4>();
    let mut decoded = whole(String::with_capacity(units.len()), encoding);
    let tail = (!rest.is_empty()).then_some(None);
    for c in units.iter().map(|&unit| char::from_u32(order(unit))).chain(tail) {
        decoded.damaged |= c.is_none();
        decoded.text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    decoded
}

/// UTF-16 by its pattern: in the scripts of the press one byte of nearly every pair is 0 for the spaces, digits and signs,
/// and always the same one of the two.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.get(..SAMPLE.min(bytes.len()))?.as_chunks::<2>();
    let is_sign = |byte: u8| byte >= b' ' || byte.is_ascii_whitespace();
    let first = pairs.iter().filter(|pair| pair[0] == 0 && is_sign(pair[1])).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0 && is_sign(pair[0])).count();
    let all = pairs.iter().filter(|pair| pair.contains(&0)).count();
    let (zeros, encoding) = if second > first { (second, UTF_16LE) } else { (first, UTF_16BE) };
    let others = all - zeros;
    let likely = pairs.len() >= 2 && zeros * 8 >= pairs.len() && others * 50 <= zeros;
    let sample = pairs.as_flattened();
    (likely && prose(in_encoding(sample, encoding)).is_ok()).then_some(encoding)
}

/// Whether bytes that are not valid UTF-8 were meant as such: most of what is not ASCII is well formed, or is a shape that
/// only a faulty writer of UTF-8 makes.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    let mut rest = bytes;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        rest = rest.get(chunk.valid().len()..).unwrap_or_default();
        let invalid = chunk.invalid();
        match rest {
            [] => {}
            // A slash written too long, and half of a UTF-16 pair: each comes as one chunk a byte.
            [0xc0 | 0xc1, 0x80..=0xbf, ..] | [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..] => good += 2,
            _ if invalid.len() == rest.len() && invalid.len() > 1 => good += 1,
            _ => bad += 1,
        }
        rest = rest.get(invalid.len()..).unwrap_or_default();
    }
    good > 0 && good * 2 >= bad
}

/// The encoding of bytes from before Unicode.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let guess = |bytes: &[u8]| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    };
    let first = guess(bytes);
    if first == WINDOWS_1252 || !first.is_single_byte() {
        return first;
    }
    // The detector rules an encoding out at the first byte that has no character in it; a Western file with one
    // stray byte is still a Western file.
    let without: Vec<u8> =
        bytes.iter().copied().filter(|b| !matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)).collect();
    if guess(&without) == WINDOWS_1252 { WINDOWS_1252 } else { first }
}

/// Replaces C1 controls: no legacy text means one; the byte had no character in the encoding.
fn without_c1(decoded: Decoded) -> Decoded {
    let is_c1 = |c| matches!(c, '\u{80}'..='\u{9f}');
    if !decoded.text.contains(is_c1) {
        return decoded;
    }
    Decoded { text: decoded.text.replace(is_c1, "\u{fffd}"), damaged: true, ..decoded }
}

/// Refuses what decodes but is no text: a NUL, or more than one control character in ten. Escapes and overstrikes are
/// not counted: they are what a hostile or an old text has, and it must be shown.
fn prose(decoded: Decoded) -> Result<Decoded, NotText> {
    let is_odd = |b: &u8| matches!(b, 0x01..=0x06 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    let bytes = decoded.text.as_bytes();
    let odd = bytes.iter().filter(|b| is_odd(b)).count();
    if bytes.contains(&0) || odd * 10 > bytes.len() { Err(NotText) } else { Ok(decoded) }
}
