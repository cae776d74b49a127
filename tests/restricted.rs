//! The restricted reader at a terminal: no program, no file outside, and an inbox that stays. What the system saw of it is told by
//! strace where that is installed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(clippy::print_stderr, reason = "it says what it skips")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;
use support::bytes;
use support::pty::Pty;

const SIZE: (u16, u16) = (100, 30);

const DISPATCH: &str = "Rail talks in Astana\r\rASTANA, 12 May 2025 - The delegations of Kazakhstan and Belarus met on \
                        Monday.\rThey spoke of railways.\r";

/// Folders of a host, and a hostile home beside them.
struct Host {
    place: tempfile::TempDir,
}

impl Host {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let host = Self { place };
        for folder in ["briefs", "home/.config/chancery", "elsewhere"] {
            fs::create_dir_all(host.path(folder)).unwrap();
        }
        let brief = "+++\ntitle = \"Talks in Minsk\"\ndate = 2024-03-05\ncountries = [\"BY\"]\n+++\n\
                     See [the report](https://example.org/).\n";
        fs::write(host.path("briefs/minsk.md"), brief).unwrap();
        // What a reader would like to allow themselves.
        let wishes = "clipboard = \"terminal\"\nexternal_editor = true\nbriefs = \"/etc\"\n";
        fs::write(host.path("home/.config/chancery/config.toml"), wishes).unwrap();
        host
    }

    fn path(&self, below: &str) -> PathBuf {
        self.place.path().join(below)
    }

    /// The arguments that a wrapper fixes.
    fn arguments(&self) -> Vec<String> {
        let place = |name: &str| self.path(name).display().to_string();
        let (briefs, state, cache) = (place("briefs"), place("state"), place("cache"));
        let given = ["--restricted", "--lang", "en", "--briefs", &briefs, "--state", &state];
        given.into_iter().chain(["--cache", &cache]).map(String::from).collect()
    }

    /// What a client would send along.
    fn environment(&self) -> Vec<(&'static str, String)> {
        let home = self.path("home").display().to_string();
        let touch = "/usr/bin/touch".to_owned();
        vec![
            ("HOME", home.clone()),
            ("XDG_CONFIG_HOME", format!("{home}/.config")),
            ("XDG_STATE_HOME", self.path("elsewhere").display().to_string()),
            ("EDITOR", touch.clone()),
            ("VISUAL", touch.clone()),
            ("PAGER", touch.clone()),
            ("BROWSER", touch),
            ("TMUX", "/var/tmux,1,0".into()),
            ("TMPDIR", self.path("elsewhere").display().to_string()),
            ("TZ", ":/etc/passwd".into()),
            ("SSH_ORIGINAL_COMMAND", "id".into()),
            ("PATH", "/usr/bin:/bin".into()),
        ]
    }

    fn open(&self, program: &Path, before: &[&str]) -> Pty {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.args(before);
        command.args(self.arguments());
        let pty = Pty::spawn(command, SIZE);
        pty.wait_for("Talks in Minsk");
        pty
    }
}

/// Tries everything that is off, and all that is kept.
fn go_through(pty: &mut Pty) {
    pty.press("\r\r");
    pty.wait_for("the report");
    for keys in ["p", "\u{1a}", "gx"] {
        pty.press(keys);
        pty.wait_for("Not available here");
        // A key of its own, so that the next sentence is not taken for this one.
        pty.press("j");
    }
    pty.press("y");
    pty.wait_for("copying is off");
    pty.press("s");
    pty.press("aaA word of my own\u{18}");
    pty.wait_for("Not available here");
    pty.press("\u{f}");
    pty.wait_for("Note kept");
    pty.press("gi");
    pty.wait_for("Paste the text");
    pty.press(format!("\u{1b}[200~{DISPATCH}\u{1b}[201~"));
    pty.wait_for("enter keeps it");
    pty.press("\r");
    pty.wait_for("In your inbox");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn what_is_pasted_is_there_after_a_restart() {
    let host = Host::new();
    let mut pty = host.open(cargo_bin!("chancery"), &[]);
    go_through(&mut pty);
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
    assert_eq!(bytes::left_on(&pty.output()), [""; 0]);
    let mut again = host.open(cargo_bin!("chancery"), &[]);
    again.wait_for("[inbox] Rail talks in Astana");
    again.press("ZZ");
    assert_eq!(again.exit_code(), 0);
    // The texts of the inbox are searched like all others; a folder of its name among the briefs is none.
    fs::create_dir(host.path("briefs/.inbox")).unwrap();
    fs::write(host.path("briefs/.inbox/false.md"), "+++\ntitle = \"False\"\n+++\nText.\n").unwrap();
    let mut program = Command::new(cargo_bin!("chancery"));
    let listed = program.args(host.arguments()).args(["list", "railways"]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.contains("Rail talks in Astana") && !listed.contains("False"), "{listed}");
    let elsewhere: Vec<_> = fs::read_dir(host.path("elsewhere")).unwrap().flatten().collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    assert_eq!(fs::read_dir(host.path("home")).unwrap().count(), 1, "only the settings of before");
}

#[test]
fn no_program_is_started_and_nothing_outside_is_opened() {
    let strace = Path::new("/usr/bin/strace");
    // A container may forbid it, too.
    let traced = Command::new(strace).args(["-qq", "-o", "/dev/null", "true"]).status();
    if !traced.is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is not installed, or not allowed here");
        return;
    }
    let host = Host::new();
    let trace = host.path("trace").display().to_string();
    let calls = "trace=execve,execveat,open,openat,openat2,creat,connect,socket";
    let program = cargo_bin!("chancery").display().to_string();
    let mut pty = host.open(strace, &["-f", "-qq", "-o", &trace, "-e", calls, &program]);
    go_through(&mut pty);
    let trace = fs::read_to_string(trace).unwrap();
    let calls = trace.lines().filter_map(|line| line.split_once(' ').map(|(_, call)| call.trim()));
    let own = ["briefs", "state", "cache"].map(|name| host.path(name).display().to_string());
    let mut programs = 0;
    for call in calls {
        if call.starts_with("exec") {
            programs += 1;
        }
        assert!(!call.starts_with("socket") && !call.starts_with("connect"), "{call}");
        let Some(path) = call.split('"').nth(1).filter(|_| call.starts_with("open")) else {
            continue;
        };
        // What is opened beneath a folder that is held open is in that folder.
        let is_beneath = !path.starts_with('/') && !call.contains("AT_FDCWD");
        let is_own = is_beneath || own.iter().any(|own| path.starts_with(own.as_str()));
        let writes =
            call.contains("O_WRONLY") || call.contains("O_RDWR") || call.contains("O_CREAT");
        let is_terminal = path.starts_with("/dev/");
        assert!(!writes || is_own || is_terminal, "written outside: {call}");
        let of_system =
            ["/lib", "/usr/lib", "/etc/ld.so", "/etc/localtime", "/proc/", "/sys/", "/dev/"];
        let is_of_system = of_system.iter().any(|place| path.starts_with(place));
        assert!(is_own || is_of_system, "opened outside: {call}");
    }
    assert_eq!(programs, 1, "programs were started:\n{trace}");
}

#[test]
fn no_place_comes_from_the_environment() {
    let host = Host::new();
    let full = host.arguments();
    for left_out in ["--briefs", "--state", "--cache"] {
        let at = full.iter().position(|argument| argument == left_out).unwrap();
        let mut program = Command::new(cargo_bin!("chancery"));
        program.env_clear().envs(host.environment()).current_dir(host.path("home"));
        program.args(&full[..at]).args(&full[at + 2..]).arg("list");
        let run = program.output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{left_out}");
        let error = String::from_utf8(run.stderr).unwrap();
        assert!(
            error.contains("--briefs, --state and --cache") && error.lines().count() == 1,
            "{error}"
        );
    }
}

#[test]
fn commands_that_write_elsewhere_are_refused() {
    let host = Host::new();
    let out = host.path("out").display().to_string();
    for command in [
        &["import", "/etc/hostname"][..],
        &["init"],
        &["corrections", "export", &out],
        &["corrections", "import", "/etc/hostname"],
        &["state", "export", &out],
        &["state", "merge", "/etc/hostname"],
    ] {
        let mut program = Command::new(cargo_bin!("chancery"));
        program.env_clear().envs(host.environment());
        let run = program.args(host.arguments()).args(command).output().unwrap();
        let error = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{command:?}: {error}");
        assert!(error.contains("Not available here"), "{command:?}: {error}");
    }
    assert!(!host.path("out").exists());
    // To standard output it may: none is there, and that is not a refusal.
    let mut program = Command::new(cargo_bin!("chancery"));
    program.env_clear().envs(host.environment()).args(host.arguments());
    let run = program.args(["corrections", "export"]).output().unwrap();
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
    let keys = |extra: &[&str]| {
        let mut program = Command::new(cargo_bin!("chancery"));
        program.env_clear().envs(host.environment()).args(extra).arg("keys");
        String::from_utf8(program.output().unwrap().stdout).unwrap()
    };
    let arguments = host.arguments();
    let restricted: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert!(keys(&["--lang", "en"]).contains("open-link"));
    assert!(!keys(&restricted).contains("open-link") && keys(&restricted).contains("import"));
}
