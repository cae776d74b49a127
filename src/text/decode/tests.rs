//! Bytes of every encoding a newsroom meets, and bytes that are no text.

use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> (String, &'static str, bool) {
    let decoded = decode(bytes).unwrap();
    (decoded.text, decoded.encoding, decoded.damaged)
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

const LINE: &str = "Les deux présidents ont signé à Hanoï un accord d’État.";

#[test]
fn utf8_with_and_without_a_mark() {
    assert_eq!(read(LINE.as_bytes()), (LINE.into(), "UTF-8", false));
    assert_eq!(read(format!("\u{feff}{LINE}").as_bytes()), (LINE.into(), "UTF-8", false));
    assert_eq!(read(b""), (String::new(), "UTF-8", false));
    assert_eq!(read(b"x"), ("x".into(), "UTF-8", false));
}

#[test]
fn utf16_with_and_without_a_mark() {
    let marked = format!("\u{feff}{LINE}");
    assert_eq!(read(&utf16(&marked, u16::to_le_bytes)), (LINE.into(), "UTF-16LE", false));
    assert_eq!(read(&utf16(&marked, u16::to_be_bytes)), (LINE.into(), "UTF-16BE", false));
    assert_eq!(read(&utf16(LINE, u16::to_le_bytes)), (LINE.into(), "UTF-16LE", false));
    assert_eq!(read(&utf16(LINE, u16::to_be_bytes)), (LINE.into(), "UTF-16BE", false));
    let russian = "Президент России посетил Ханой 20 июня 2024 года.";
    assert_eq!(read(&utf16(russian, u16::to_le_bytes)), (russian.into(), "UTF-16LE", false));
}

#[test]
fn utf32_with_a_mark() {
    let bytes: Vec<u8> = "\u{feff}été".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    assert_eq!(read(&bytes), ("été".into(), "UTF-32LE", false));
    let mut torn: Vec<u8> =
        "\u{feff}été".chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    torn.push(0);
    assert_eq!(read(&torn), ("été\u{fffd}".into(), "UTF-32BE", true));
}

#[test]
fn western_text_is_windows_1252() {
    let bytes = b"L\x92accord \xab\xa0sign\xe9\xa0\xbb \xe0 Hano\xef co\xfbte 5\x80 \x97 d\xe9j\xe0 \x8buvre\x9b";
    assert_eq!(
        read(bytes),
        (
            "L’accord «\u{a0}signé\u{a0}» à Hanoï coûte 5€ — déjà ‹uvre›".into(),
            "windows-1252",
            false
        )
    );
    assert_eq!(read(b"caf\xe9").0, "café");
    assert_eq!(
        read(b"Un march\xe9 de 2 milliards, a annonc\xe9 le minist\xe8re \xe0 Hano\xef.").1,
        "windows-1252"
    );
}

#[test]
fn a_byte_without_a_character_is_damage() {
    let (text, _, damaged) =
        read(b"d\xe9j\xe0 vu \x9d \xe0 Hano\xef, o\xf9 la d\xe9l\xe9gation est re\xe7ue");
    assert!(damaged && text.contains('\u{fffd}') && !text.contains('\u{9d}'), "{text}");
}

#[test]
fn damaged_utf8_stays_utf8() {
    let bytes = LINE.as_bytes();
    let cut = LINE.find('ï').unwrap() + 1;
    assert_eq!(
        read(&bytes[..cut]),
        ("Les deux présidents ont signé à Hano\u{fffd}".into(), "UTF-8", true)
    );
    assert_eq!(
        read(b"l\xe2\x80\x99ann\xc3\xa9e \xff et la suite"),
        ("l’année \u{fffd} et la suite".into(), "UTF-8", true)
    );
    assert_eq!(read(b"cut off \xe2\x80").1, "UTF-8");
    assert_eq!(read(b"overlong \xc0\xaf and surrogate \xed\xa0\x80 here").1, "UTF-8");
}

#[test]
fn binary_files_are_refused() {
    for bytes in [
        b"%PDF-1.7\nmostly readable".as_slice(),
        b"\x7fELF\x02\x01\x01",
        b"\xff\xd8\xff\xe0 JFIF",
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"some text\0and a zero",
        b"\0\0\0\0\0\0\0\0",
        b"\x01\x02\x03\x04\x05\x06 abc",
    ] {
        assert_eq!(decode(bytes), Err(NotText), "{bytes:?}");
    }
}

#[test]
fn escapes_are_text_and_shown() {
    assert_eq!(read(b"\x1b[2J\x1b]52;c;aGk=\x07").0, "\u{1b}[2J\u{1b}]52;c;aGk=\u{7}");
}

#[test]
fn a_page_says_its_encoding() {
    let russian = "Президент";
    let (letters, ..) = encoding_rs::KOI8_R.encode(russian);
    let page = [b"<meta charset=\"koi8-r\"><p>".as_slice(), &letters].concat();
    assert_eq!(read(&page), (format!("<meta charset=\"koi8-r\"><p>{russian}"), "KOI8-R", false));
    let page = format!("<meta charset=\"windows-1252\"><p>{LINE}");
    assert_eq!(read(page.as_bytes()), (page, "UTF-8", false), "mis-declared");
    let latin = b"<meta charset=utf-8><p>Les pr\xe9sidents ont sign\xe9 \xe0 Hano\xef.";
    assert_eq!(read(latin).1, "windows-1252", "mis-declared");
    let (japanese, ..) = encoding_rs::ISO_2022_JP.encode("外交");
    let page = [b"<meta charset=iso-2022-jp>".as_slice(), &japanese].concat();
    assert_eq!(read(&page).0, "<meta charset=iso-2022-jp>外交");
}

#[test]
fn a_few_bytes_may_be_binary_too() {
    assert_eq!(decode(b"\x00\x01\x02 binary"), Err(NotText));
    let wire = "\u{1}a123\u{2}LONDON, March 5 - The treaty enters into force.\u{3}\u{1a}";
    assert_eq!(read(wire.as_bytes()).0, wire);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(decoded) = decode(&bytes) {
            prop_assert!(!decoded.text.contains('\0'));
        }
    }

    #[test]
    fn valid_text_comes_back(text in "[a-zéœ’ЖÀ-ž \n]{0,80}") {
        prop_assert_eq!(read(text.as_bytes()), (text, "UTF-8", false));
    }
}
