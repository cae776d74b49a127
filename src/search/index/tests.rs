//! The index agrees with a scan, word by word.
