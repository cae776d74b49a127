//! The reader's own editor, started on a file without a shell.

use std::path::Path;
use std::process::Command;

/// Why an editor did not end well.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum EditorError {
    /// Neither variable names one.
    #[error("neither VISUAL nor EDITOR names an editor")]
    Unset,
    /// It could not be started, or ended with an error.
    #[error("{editor}: {reason}")]
    Failed {
        /// The program.
        editor: String,
        /// The system's words.
        reason: String,
    },
}

/// Runs the editor that `VISUAL`, else `EDITOR` names on a file, and waits until it ends.
///
/// # Errors
/// [`EditorError`] where none is named, or it did not end well.
pub(super) fn edit(file: &Path) -> Result<(), EditorError> {
    let named = |variable| std::env::var(variable).ok().filter(|text| !text.trim().is_empty());
    let line = named("VISUAL").or_else(|| named("EDITOR")).ok_or(EditorError::Unset)?;
    let words = words(&line);
    let (program, arguments) = words.split_first().ok_or(EditorError::Unset)?;
    let failed = |reason: String| EditorError::Failed { editor: program.clone(), reason };
    let status = Command::new(program).args(arguments).arg(file).status();
    let status = status.map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

/// A command line as a shell cuts it into words: by blanks that are not quoted. Nothing else of a
/// shell has a meaning here.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(c) = letters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('"') | None, '\\') => word.get_or_insert_default().extend(letters.next()),
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_is_cut_into_words_and_nothing_more() {
        assert_eq!(words("vim"), ["vim"]);
        assert_eq!(words("  code --wait -n "), ["code", "--wait", "-n"]);
        assert_eq!(words("'/opt/my editor/ed' -f"), ["/opt/my editor/ed", "-f"]);
        assert_eq!(
            words(r#"/opt/my\ editor/ed "a \"b\"" ''"#),
            ["/opt/my editor/ed", "a \"b\"", ""]
        );
        assert_eq!(words("ed; rm -rf $HOME `x`"), ["ed;", "rm", "-rf", "$HOME", "`x`"]);
        assert_eq!(words("'open"), ["open"]);
        assert_eq!(words(" "), [""; 0]);
    }
}
