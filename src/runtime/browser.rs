//! The reader's own browser, started on one address without a shell.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::text::Address;

/// Browsers that draw on the terminal itself.
const TEXTUAL: [&str; 7] = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "www-browser"];

/// The program that opens addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Browser {
    program: String,
    /// Whether it needs the terminal.
    pub(super) is_textual: bool,
}

impl Browser {
    /// What `BROWSER` names, as one program and nothing more, else what the system has for it; `variable` reads the
    /// environment.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let usual = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let program = set("BROWSER").unwrap_or_else(|| usual.to_owned());
        let name = Path::new(&program).file_name().and_then(|name| name.to_str());
        let has_screen = cfg!(target_os = "macos")
            || set("DISPLAY").is_some()
            || set("WAYLAND_DISPLAY").is_some();
        let is_textual = !has_screen || name.is_some_and(|name| TEXTUAL.contains(&name));
        Self { program, is_textual }
    }

    /// Starts it beside the reader, with nothing of the terminal; `done` is told how it ended, on a thread of its own.
    pub(super) fn start(
        &self,
        address: &Address,
        done: impl FnOnce(Result<(), String>) + Send + 'static,
    ) {
        let mut command = self.command(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let program = self.program.clone();
        match command.spawn() {
            Ok(mut child) => {
                // Waited for, or it stays behind as a dead process.
                std::thread::spawn(move || {
                    done(child.wait().map_err(|error| error.to_string()).and_then(|status| {
                        if status.success() { Ok(()) } else { Err(format!("{program}: {status}")) }
                    }));
                });
            }
            Err(error) => done(Err(format!("{program}: {error}"))),
        }
    }

    /// Runs it on the terminal that was lent to it, until it ends.
    ///
    /// # Errors
    /// The system's words, or how it ended.
    pub(super) fn run(&self, address: &Address) -> Result<(), String> {
        let program = &self.program;
        let status = self.command(address).status();
        let status = status.map_err(|error| format!("{program}: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("{program}: {status}")) }
    }

    /// The address begins with its scheme, so that no program takes it for an option.
    fn command(&self, address: &Address) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(address.url());
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_one_program_and_tells_whether_it_needs_the_terminal() {
        let browser = |variables: &[(&str, &str)]| {
            let found = Browser::of(|name| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            });
            (found.program, found.is_textual)
        };
        let screen = ("DISPLAY", ":0");
        assert_eq!(browser(&[("BROWSER", "w3m -x; id")]), ("w3m -x; id".into(), true));
        assert_eq!(browser(&[("BROWSER", "firefox"), screen]), ("firefox".into(), false));
        assert_eq!(
            browser(&[("BROWSER", "/usr/bin/lynx"), screen]),
            ("/usr/bin/lynx".into(), true)
        );
        assert_eq!(browser(&[("BROWSER", " "), screen]).1, false);
    }
}
