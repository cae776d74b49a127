//! Files of the index, read at places and written to the disk.

use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use tantivy::HasLen;
use tantivy::directory::footer::Footer;
use tantivy::directory::{AntiCallToken, FileHandle, FileSlice, OwnedBytes, TerminatingWrite};

/// A file that is read at places. What another process does to its name does not matter to it.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    file: Arc<File>,
    len: usize,
}

impl Handle {
    pub(super) fn new(file: File, size: u64) -> Self {
        Self { file: Arc::new(file), len: usize::try_from(size).unwrap_or(usize::MAX) }
    }
}

impl HasLen for Handle {
    fn len(&self) -> usize {
        self.len
    }
}

impl FileHandle for Handle {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut bytes = vec![0; range.end - range.start];
        self.file.read_exact_at(&mut bytes, range.start as u64)?;
        Ok(OwnedBytes::new(bytes))
    }
}

/// Compares a file with the checksum at its end.
///
/// # Errors
/// `InvalidData` where they differ.
pub(super) fn check(handle: &Handle) -> io::Result<()> {
    // Shorter than the last two numbers of a footer: the library would count below zero.
    if handle.len < 8 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let (footer, content) = Footer::extract_footer(FileSlice::new(Arc::new(handle.clone())))?;
    let is_whole = crc32fast::hash(content.read_bytes()?.as_slice()) == footer.crc;
    if is_whole { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// A new file.
pub(super) struct Writer(File);

impl Writer {
    pub(super) fn new(file: File) -> Self {
        Self(file)
    }
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl TerminatingWrite for Writer {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.0.sync_data()
    }
}
