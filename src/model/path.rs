//! Where a file lies below the briefs folder, written as text without loss.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

/// What the paths of the reader's own inbox begin with. Hidden folders are never listed, so that no file of the briefs
/// folder has such a path.
const INBOX: &str = ".inbox/";

/// A path relative to the briefs folder, `/` between its parts.
///
/// File names are bytes, not text: a byte that is not UTF-8 is written `\xNN` and a backslash `\\`,
/// so that two files never share a name here and the bytes can be had back.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct BriefPath(Arc<str>);

impl BriefPath {
    /// Escapes the raw bytes of a relative path.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut escaped = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            for c in chunk.valid().chars() {
                if c == '\\' {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
            for byte in chunk.invalid() {
                let _ = write!(escaped, "\\x{byte:02X}");
            }
        }
        Self(escaped.into())
    }

    /// The raw bytes again. Inverse of [`BriefPath::from_bytes`] for every path it made; a stray
    /// backslash in a path typed by a person stands for itself.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.len());
        let mut rest = self.0.as_ref();
        while let Some(at) = rest.find('\\') {
            let (before, escape) = rest.split_at(at);
            bytes.extend_from_slice(before.as_bytes());
            rest = if let Some(after) = escape.strip_prefix("\\\\") {
                bytes.push(b'\\');
                after
            } else if let Some(byte) = hexadecimal(escape) {
                bytes.push(byte);
                escape.get(4..).unwrap_or_default()
            } else {
                bytes.push(b'\\');
                escape.get(1..).unwrap_or_default()
            };
        }
        bytes.extend_from_slice(rest.as_bytes());
        bytes
    }

    /// The path of a file in the reader's own inbox.
    pub fn in_inbox(name: &str) -> Self {
        Self([INBOX, name].concat().into())
    }

    /// The path below the reader's own inbox, where it lies there.
    pub fn below_inbox(&self) -> Option<Self> {
        self.0.strip_prefix(INBOX).map(Self::from)
    }

    /// The escaped form, as shown and as written in JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The last part without its extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// The extension in lower case, empty where there is none.
    pub fn extension(&self) -> String {
        match self.file_name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
            _ => String::new(),
        }
    }
}

/// The byte of an escape `\xNN` at the start of `text`.
fn hexadecimal(text: &str) -> Option<u8> {
    let digits = text.strip_prefix("\\x")?.get(..2)?;
    u8::from_str_radix(digits, 16).ok()
}

impl From<&str> for BriefPath {
    /// Takes text that is already escaped.
    fn from(escaped: &str) -> Self {
        Self(escaped.into())
    }
}

impl<'de> Deserialize<'de> for BriefPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed::parsed(deserializer, "a path", |text| Some(Self(text.into())))
    }
}

impl fmt::Display for BriefPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_string_survives_the_escape() {
        for bytes in [&b"a/b.md"[..], b"caf\xe9.txt", b"a\\b", b"\\x41", b"\xff\xfe/\\\\x", b""] {
            assert_eq!(BriefPath::from_bytes(bytes).to_bytes(), bytes);
        }
    }

    #[test]
    fn the_bytes_of_two_names_never_meet() {
        assert_ne!(BriefPath::from_bytes(b"\xff"), BriefPath::from_bytes(b"\\xFF"));
    }

    #[test]
    fn stem_and_extension_of_odd_names() {
        let parts =
            |s: &str| (BriefPath::from(s).stem().to_owned(), BriefPath::from(s).extension());
        assert_eq!(parts("minsk/visite.TXT"), ("visite".into(), "txt".into()));
        assert_eq!(parts(".hidden"), (".hidden".into(), String::new()));
        assert_eq!(parts("README"), ("README".into(), String::new()));
    }
}
