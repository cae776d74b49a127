//! The queries that a reader asked, a line each, the oldest first: a private file of the state folder and nowhere else.

use std::path::Path;

use super::{StateError, cache_file};

/// The name of the file.
const NAME: &str = "queries.txt";

/// More than the lines that are kept can take.
const MOST_BYTES: u64 = 1 << 20;

/// The queries kept in a state folder; none where there is no file or it cannot be read.
pub fn read(state: &Path) -> Vec<String> {
    let bytes = cache_file::read(state, NAME, MOST_BYTES).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
}

/// Keeps queries, none of which holds a line feed, in the place of those that were kept.
///
/// # Errors
/// [`StateError`] where the folder takes no file; then they are as they were.
pub fn write(state: &Path, queries: &[String]) -> Result<(), StateError> {
    let lines: Vec<&str> = queries.iter().flat_map(|query| [query.as_str(), "\n"]).collect();
    cache_file::replace(state, NAME, lines.concat().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_and_a_missing_file_is_empty() {
        let place = tempfile::tempdir().expect("a folder");
        let state = place.path().join("state");
        assert_eq!(read(&state), Vec::<String>::new());
        let queries = vec!["visas -minsk".to_owned(), "pays:kz".to_owned()];
        write(&state, &queries).expect("room");
        assert_eq!(read(&state), queries);
    }
}
