//! What the terminal can do, told by the environment alone: the terminal itself is never asked.
//!
//! A question to the terminal blocks where no answer comes, and a late answer arrives as keys.

use rustix::termios::{isatty, tcgetwinsize};
use thiserror::Error;

/// How many colours may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None at all; bold, reverse and underline stay.
    None,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The 256 of xterm's palette.
    Palette,
    /// Red, green and blue.
    True,
}

/// Which characters may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// The locale is not UTF-8: ASCII alone, borders included.
    Ascii,
    /// All of them.
    Unicode,
    /// All, in a locale where characters of ambiguous width may take two columns.
    EastAsian,
}

/// The terminal, as far as its environment tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capability {
    /// Colours that may be sent.
    pub colours: Colours,
    /// Characters that may be sent.
    pub charset: Charset,
    /// Italics show as italics (GNU screen turns them into reverse video, consoles into colours).
    pub italics: bool,
    /// Scroll regions with SU and SD work.
    pub scrolling: bool,
    /// The session came over SSH: bytes are dear.
    pub remote: bool,
}

/// Why no full screen can be drawn here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Standard input or output is a pipe, a file or nothing.
    #[error("chancery needs a terminal: over SSH try `ssh -t`")]
    NotATerminal,
    /// `TERM` is unset, empty or `dumb`.
    #[error(
        "this terminal cannot place its cursor (TERM is unset or dumb): set TERM, for example to xterm-256color"
    )]
    Dumb,
}

/// Terminals that show 24-bit colour but whose `COLORTERM` does not cross SSH.
const TRUE_COLOUR: [&str; 6] =
    ["xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "xterm-direct"];
/// Consoles and hardware terminals: no italics, no SU or SD.
const PLAIN: [&str; 4] = ["linux", "vt", "cons", "ansi"];

impl Capability {
    /// Reads the environment through `variable` (so that a test can give one); checks that standard
    /// input and output are terminals.
    ///
    /// # Errors
    /// [`Refusal`] where no full screen can be drawn.
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Refusal> {
        if !isatty(rustix::stdio::stdin()) || !isatty(rustix::stdio::stdout()) {
            return Err(Refusal::NotATerminal);
        }
        Self::from_environment(variable)
    }

    /// The same without the check of the descriptors.
    ///
    /// # Errors
    /// [`Refusal::Dumb`].
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Refusal> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").filter(|term| term != "dumb").ok_or(Refusal::Dumb)?;
        let is_one_of = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| set(name));
        let locale = locale.unwrap_or_default();
        let plain = is_one_of(&PLAIN);
        let colours = if set("NO_COLOR").is_some() {
            Colours::None
        } else if plain {
            Colours::Sixteen
        } else if set("COLORTERM").is_some_and(|c| c == "truecolor" || c == "24bit")
            || is_one_of(&TRUE_COLOUR)
        {
            Colours::True
        } else if term.contains("256color") {
            Colours::Palette
        } else {
            Colours::Sixteen
        };
        Ok(Self {
            colours,
            charset: charset(&locale),
            italics: !plain && !term.starts_with("screen"),
            scrolling: !plain,
            remote: set("SSH_CONNECTION").or_else(|| set("SSH_TTY")).is_some(),
        })
    }
}

fn charset(locale: &str) -> Charset {
    let locale = locale.to_ascii_lowercase();
    if !locale.contains("utf-8") && !locale.contains("utf8") {
        return Charset::Ascii;
    }
    let east_asian = ["zh", "ja", "ko"].iter().any(|language| locale.starts_with(language));
    if east_asian { Charset::EastAsian } else { Charset::Unicode }
}

/// The terminal's size, in columns and rows; 80 by 24 where it does not tell.
pub fn size() -> (u16, u16) {
    match tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => (80, 24),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Result<Capability, Refusal> {
        Capability::from_environment(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn colours(pairs: &[(&str, &str)]) -> Colours {
        given(pairs).unwrap().colours
    }

    #[test]
    fn a_terminal_that_cannot_place_its_cursor_is_refused() {
        assert_eq!(given(&[]), Err(Refusal::Dumb));
        assert_eq!(given(&[("TERM", "")]), Err(Refusal::Dumb));
        assert_eq!(given(&[("TERM", "dumb")]), Err(Refusal::Dumb));
        assert!(given(&[("TERM", "../../x")]).is_ok());
        assert!(given(&[("TERM", &"x".repeat(5000))]).is_ok());
    }

    #[test]
    fn colours_follow_the_environment() {
        assert_eq!(colours(&[("TERM", "xterm")]), Colours::Sixteen);
        assert_eq!(colours(&[("TERM", "tmux-256color")]), Colours::Palette);
        assert_eq!(
            colours(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]),
            Colours::True
        );
        assert_eq!(colours(&[("TERM", "xterm-kitty")]), Colours::True);
        assert_eq!(colours(&[("TERM", "linux"), ("COLORTERM", "truecolor")]), Colours::Sixteen);
    }

    #[test]
    fn no_color_counts_only_when_it_is_not_empty() {
        assert_eq!(colours(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]), Colours::None);
        assert_eq!(colours(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Colours::Palette);
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        let charset = |pairs: &[(&str, &str)]| {
            given(&[&[("TERM", "xterm")], pairs].concat()).unwrap().charset
        };
        assert_eq!(charset(&[("LANG", "fr_FR.UTF-8")]), Charset::Unicode);
        assert_eq!(charset(&[("LC_CTYPE", "C.utf8")]), Charset::Unicode);
        assert_eq!(charset(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), Charset::Ascii);
        assert_eq!(charset(&[("LC_ALL", ""), ("LANG", "fr_FR.UTF-8")]), Charset::Unicode);
        assert_eq!(charset(&[("LANG", "ja_JP.UTF-8")]), Charset::EastAsian);
        assert_eq!(charset(&[]), Charset::Ascii);
    }

    #[test]
    fn consoles_and_screen_get_no_italics() {
        for (term, italics, scrolling) in [
            ("linux", false, false),
            ("vt100", false, false),
            ("screen-256color", false, true),
            ("tmux-256color", true, true),
            ("xterm-256color", true, true),
        ] {
            let told = given(&[("TERM", term)]).unwrap();
            assert_eq!((told.italics, told.scrolling), (italics, scrolling), "{term}");
        }
    }

    #[test]
    fn ssh_is_told_by_either_variable() {
        assert!(given(&[("TERM", "xterm"), ("SSH_TTY", "/dev/pts/1")]).unwrap().remote);
        assert!(given(&[("TERM", "xterm"), ("SSH_CONNECTION", "a 1 b 2")]).unwrap().remote);
        assert!(!given(&[("TERM", "xterm")]).unwrap().remote);
    }
}
