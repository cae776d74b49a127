//! The way to the clipboard of whoever sits at the terminal: the terminal's own, or tmux's.
//!
//! tmux swallows the terminal's sequence by default, plain or wrapped, so inside tmux its own command takes the text and
//! passes it on. None of them answers: what is said afterwards is that the text was sent, never that it arrived.

use super::printer::pipe;
use crate::config::Clipboard;

/// The way that a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// By the terminal's own sequence.
    Terminal,
    /// The same, with tmux or screen in between on another machine, which may swallow it.
    Multiplexed,
    /// By the `tmux` command, on this machine.
    Tmux,
    /// There is none: the terminal would print the sequence.
    None,
}

/// Consoles and hardware terminals, which know no such sequence.
const PLAIN: [&str; 4] = ["linux", "vt", "cons", "ansi"];

impl Route {
    /// The way that the settings and the environment, read through `variable`, leave open.
    pub(super) fn of(setting: Clipboard, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let is_one_of = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        match setting {
            Clipboard::Off => Self::None,
            Clipboard::Auto if set("TMUX").is_some() => Self::Tmux,
            Clipboard::Auto | Clipboard::Terminal if is_one_of(&PLAIN) => Self::None,
            Clipboard::Auto | Clipboard::Terminal if is_one_of(&["tmux", "screen"]) => {
                Self::Multiplexed
            }
            Clipboard::Auto | Clipboard::Terminal => Self::Terminal,
        }
    }
}

/// Gives a text to tmux for the clipboard of the terminal that it is attached to.
///
/// # Errors
/// The system's words, or tmux's exit.
pub(super) fn tmux(text: &str) -> Result<(), String> {
    pipe("tmux", &["load-buffer", "-w", "-"], text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(setting: Clipboard, variables: &[(&str, &str)]) -> Route {
        Route::of(setting, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_tells_the_way() {
        let in_tmux = [("TERM", "tmux-256color"), ("TMUX", "somewhere,1,0")];
        let behind_tmux = [("TERM", "screen-256color"), ("TMUX", "")];
        let examples = [
            (Clipboard::Auto, &[("TERM", "xterm-256color")][..], Route::Terminal),
            (Clipboard::Auto, &in_tmux[..], Route::Tmux),
            (Clipboard::Terminal, &in_tmux[..], Route::Multiplexed),
            (Clipboard::Auto, &behind_tmux[..], Route::Multiplexed),
            (Clipboard::Auto, &[("TERM", "linux")][..], Route::None),
            (Clipboard::Terminal, &[("TERM", "vt220")][..], Route::None),
            (Clipboard::Off, &in_tmux[..], Route::None),
        ];
        for (setting, variables, wanted) in examples {
            assert_eq!(way(setting, variables), wanted, "{setting:?} {variables:?}");
        }
    }
}
