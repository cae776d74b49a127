//! What a session may do beyond reading: decided once, where the program starts, and asked wherever something leaves it.
//!
//! Knows no command and no effect; each of those says for itself which right it needs.

use super::{Clipboard, Settings};

/// Something that a session may be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// To hand over to another program: an editor, a printer, tmux, a browser, the shell behind ctrl-z.
    Programs,
    /// To write files where the reader says.
    Files,
    /// To send a text to the clipboard of the reader's terminal.
    Clipboard,
}

/// What a session is allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights {
    programs: bool,
    files: bool,
    clipboard: bool,
}

impl Rights {
    /// Those of somebody who could do all of it without this program, too.
    pub const ALL: Self = Self { programs: true, files: true, clipboard: true };

    /// Those of somebody who has this program instead of a shell. `settings` are the administrator's: only they may allow
    /// copying, by the one way that starts no program.
    pub fn confined(settings: &Settings) -> Self {
        let clipboard = settings.clipboard == Clipboard::Terminal;
        Self { programs: false, files: false, clipboard }
    }

    /// Whether something is allowed.
    pub fn allow(self, right: Right) -> bool {
        match right {
            Right::Programs => self.programs,
            Right::Files => self.files,
            Right::Clipboard => self.clipboard,
        }
    }
}

impl Right {
    /// The message that says why something is refused.
    pub fn refusal(self) -> &'static str {
        match self {
            Self::Programs => "refused-programs",
            Self::Files => "refused-files",
            Self::Clipboard => "refused-clipboard",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Right; 3] = [Right::Programs, Right::Files, Right::Clipboard];

    #[test]
    fn the_confined_may_nothing_but_copy_where_the_settings_name_that_way() {
        assert!(EVERY.into_iter().all(|right| Rights::ALL.allow(right)));
        for (clipboard, copies) in
            [(Clipboard::Auto, false), (Clipboard::Off, false), (Clipboard::Terminal, true)]
        {
            let rights = Rights::confined(&Settings { clipboard, ..Settings::default() });
            let allowed = EVERY.map(|right| rights.allow(right));
            assert_eq!(allowed, [false, false, copies], "{clipboard:?}");
        }
    }
}
