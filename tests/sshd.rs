//! The deployment page, as it stands, in front of a real sshd on loopback: who comes in gets the reader and nothing else, and
//! no reader outlives its client. Skipped where openssh is not installed, unless `CI` is set.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(clippy::print_stderr, reason = "it says what it skips")]

#[path = "sshd/both_ways.rs"]
mod both_ways;
#[path = "support/page.rs"]
mod page;
#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;
use pty::{Pty, is_running, send_signal};
use rustix::process::Signal;

const SIZE: (u16, u16) = (100, 30);

/// So soon must a reader be gone whose client is.
const GONE: Duration = Duration::from_secs(3);

/// How long is waited for what has to come, on whatever machine.
const COMES: Duration = Duration::from_secs(20);

/// Seconds between two questions to a silent client: the page's 15 would take the test a minute.
const INTERVAL: &str = "1";

/// A host that is set up as the page says.
struct Host {
    place: tempfile::TempDir,
    sshd: Child,
    port: u16,
    user: String,
}

impl Host {
    /// Sets it up and starts it; nothing where openssh is not installed.
    fn start() -> Option<Self> {
        let Some(program) = sshd() else {
            assert!(std::env::var_os("CI").is_none(), "CI must have openssh-server: see .ci/run");
            eprintln!("skipped: openssh-server and its client are not installed");
            return None;
        };
        let place = tempfile::tempdir().unwrap();
        let path = |name: &str| place.path().join(name);
        let user = printed(Command::new("id").arg("-un"));
        for folder in ["briefs", "kept"] {
            fs::create_dir(path(folder)).unwrap();
        }
        let own = path("kept").join(&user);
        fs::create_dir(&own).unwrap();
        fs::set_permissions(&own, PermissionsExt::from_mode(0o700)).unwrap();
        fs::write(path("briefs/minsk.md"), MINSK).unwrap();
        fs::write(path("briefs/astana.md"), ASTANA).unwrap();
        fs::write(path("config.toml"), page::block("config")).unwrap();
        write_wrapper(place.path());
        for key in ["host_key", "own_key"] {
            let mut keygen = Command::new("ssh-keygen");
            keygen.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path(key));
            assert!(keygen.status().unwrap().success());
        }
        fs::copy(path("own_key.pub"), path("authorized_keys")).unwrap();
        let port = free_port();
        fs::write(path("sshd_config"), configuration(place.path(), port, &user)).unwrap();
        if rustix::process::geteuid().is_root() {
            // The service makes it where one runs.
            fs::create_dir_all("/run/sshd").unwrap();
        }
        let mut command = Command::new(program);
        command.args(["-D", "-e", "-f"]).arg(path("sshd_config")).stdin(Stdio::null());
        let log = fs::File::create(path("log")).unwrap();
        let sshd = command.stderr(log).spawn().unwrap();
        let host = Self { place, sshd, port, user };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "sshd does not answer: {}",
                host.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(host)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap_or_default()
    }

    /// The arguments of every client.
    fn options(&self) -> Vec<String> {
        let own_key = self.path("own_key").display().to_string();
        let port = self.port.to_string();
        let mut options: Vec<String> =
            ["-F", "none", "-p", &port, "-i", &own_key].map(String::from).into();
        for option in [
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "IdentitiesOnly=yes",
            "LogLevel=ERROR",
            "BatchMode=yes",
        ] {
            options.extend(["-o".to_owned(), option.to_owned()]);
        }
        options
    }

    fn destination(&self) -> String {
        format!("{}@127.0.0.1", self.user)
    }

    /// A client at a terminal.
    fn open(&self) -> Pty {
        let mut command = CommandBuilder::new("ssh");
        command.args(self.options());
        command.args(["-tt", &self.destination()]);
        Pty::spawn(command, SIZE)
    }

    /// A client without a terminal, from its start to its end.
    fn run(&self, before: &[&str], after: &[&str]) -> Output {
        let mut command = Command::new("ssh");
        command.args(self.options()).args(before).arg(self.destination()).args(after);
        command.stdin(Stdio::null()).output().unwrap()
    }

    /// The same with something on its standard input.
    fn feed(&self, after: &[&str], input: &[u8]) -> Output {
        let mut command = Command::new("ssh");
        command.args(self.options()).arg(self.destination()).args(after);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut client = command.spawn().unwrap();
        client.stdin.take().unwrap().write_all(input).unwrap();
        client.wait_with_output().unwrap()
    }

    /// The reader that runs on the host.
    fn reader(&self) -> i32 {
        let start = Instant::now();
        loop {
            if let [pid] = self.readers()[..] {
                return pid;
            }
            assert!(start.elapsed() < COMES, "readers: {:?}", self.readers());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn readers(&self) -> Vec<i32> {
        let kept = self.path("kept").display().to_string();
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let is_ours = |pid: &i32| {
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).into_owned();
            line.contains(&kept) && line.contains("--restricted") && is_running(*pid)
        };
        numbers.filter(is_ours).collect()
    }

    /// Waits until a process is gone.
    fn is_gone_within(pid: i32, patience: Duration) -> bool {
        let start = Instant::now();
        while is_running(pid) {
            if start.elapsed() > patience {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        true
    }

    /// What the program says of the briefs, with the reader's state.
    fn starred(&self) -> String {
        let mut program = Command::new(cargo_bin!("chancery"));
        let own = self.path("kept").join(&self.user);
        program.arg("--briefs").arg(self.path("briefs")).arg("--state").arg(own.join("state"));
        program.arg("--cache").arg(self.path("other_cache"));
        printed(program.args(["--lang", "en", "list", "--starred"]))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

const MINSK: &str = "+++\ntitle = \"Talks in Minsk\"\ndate = 2024-03-05\ncountries = [\"BY\"]\n+++\nThe text of the talks.\n";
const ASTANA: &str = "+++\ntitle = \"Trade with Astana\"\ndate = 2023-11-02\ncountries = [\"KZ\"]\n+++\nTrade grew.\n";

/// Where sshd is, if it and the client are installed.
fn sshd() -> Option<&'static Path> {
    let is_there = |name: &str| {
        let found = Command::new(name).arg("-V").stderr(Stdio::null()).status();
        found.is_ok_and(|status| status.success())
    };
    let places = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"].map(Path::new);
    places.into_iter().find(|place| place.exists()).filter(|_| is_there("ssh"))
}

fn printed(command: &mut Command) -> String {
    String::from_utf8(command.output().unwrap().stdout).unwrap().trim().to_owned()
}

/// The page's wrapper, with the folders of this test.
fn write_wrapper(place: &Path) {
    let at = |name: &str| place.join(name).display().to_string();
    let program = cargo_bin!("chancery").display().to_string();
    let wrapper = page::block_with(
        "wrapper",
        &[
            ("/usr/local/bin/chancery", &program),
            ("/var/lib/chancery", &at("kept")),
            ("/etc/chancery/config.toml", &at("config.toml")),
            ("/srv/briefs", &at("briefs")),
        ],
    );
    let path = place.join("session");
    fs::write(&path, wrapper).unwrap();
    fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
}

/// A port that nobody listens on, below those that connections take for themselves.
fn free_port() -> u16 {
    loop {
        let random = RandomState::new().build_hasher().finish();
        let port = 20_000 + u16::try_from(random % 10_000).unwrap();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// The page's block behind what makes an sshd of a test. It accepts more of a client's environment than any host should.
fn configuration(place: &Path, port: u16, user: &str) -> String {
    let at = |name: &str| place.join(name).display().to_string();
    let block = page::block_with(
        "sshd",
        &[
            ("Match Group chancery", &format!("Match User {user}")),
            ("/usr/local/bin/chancery-session", &at("session")),
            ("/etc/ssh/keys/%u", &at("authorized_keys")),
            ("ClientAliveInterval 15", &format!("ClientAliveInterval {INTERVAL}")),
        ],
    );
    format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile none\nPidFile none\n\
         StrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\n\
         PermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\nAcceptEnv *\n{block}",
        at("host_key"),
    )
}

#[test]
fn a_client_killed_in_any_screen_leaves_no_reader_and_loses_no_mark() {
    let Some(host) = Host::start() else { return };
    let screens = [
        ("the lists", "", "Talks in Minsk"),
        ("a text", "\r", "The text of the talks"),
        ("a note", "aaUnsaved words", "Unsaved words"),
        ("a search", "/talk", "talk"),
        ("the palette", ":", "country-page"),
        ("a country page", "i", "page as of"),
        ("a paste", "gi", "Paste the text"),
        ("a question", "M", "Mark"),
    ];
    for (index, (name, keys, shown)) in screens.into_iter().enumerate() {
        let mut client = host.open();
        client.wait_for("Talks in Minsk");
        let reader = host.reader();
        // Into the articles; the mark goes on and off from one session to the next.
        client.press("\r");
        client.press("s");
        let on = index % 2 == 0;
        let star = Instant::now();
        let is_starred = |line: &str| line.contains("Talks in Minsk") && line.contains('★');
        while client.screen().lines().any(is_starred) != on {
            assert!(star.elapsed() < COMES, "no star before {name}:\n{}", client.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
        client.press(keys);
        client.wait_for(shown);
        send_signal(client.pid(), Signal::KILL);
        assert!(Host::is_gone_within(reader, GONE), "the reader outlives its client in {name}");
        assert_eq!(host.starred().contains("Talks in Minsk"), on, "the mark made before {name}");
    }
    let drafts = host.path("kept").join(&host.user).join("state/notes/drafts");
    let draft = fs::read_dir(drafts).unwrap().flatten().next().unwrap().path();
    assert!(fs::read_to_string(draft).unwrap().contains("Unsaved words"), "the unsaved note");
    // While it loads: nobody waited for a screen.
    let client = host.open();
    let reader = host.reader();
    send_signal(client.pid(), Signal::KILL);
    assert!(Host::is_gone_within(reader, GONE), "the reader outlives a client that never saw it");
}

#[test]
fn a_frozen_client_is_given_up() {
    let Some(host) = Host::start() else { return };
    let client = host.open();
    client.wait_for("Talks in Minsk");
    let reader = host.reader();
    send_signal(client.pid(), Signal::STOP);
    // Three questions without an answer, a second between them, and time for a busy machine.
    assert!(
        Host::is_gone_within(reader, Duration::from_secs(4 + 10) + GONE),
        "the reader waits for a frozen client for ever: {}",
        host.log()
    );
}

#[test]
fn nothing_but_the_reader_is_to_be_had() {
    let Some(host) = Host::start() else { return };
    for command in
        ["id", "chancery --help", "sh -c id", "x --briefs /etc", "state export; id", "plain; id"]
    {
        let run = host.run(&[], &[command]);
        let error = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{command}: {error}");
        assert!(run.stdout.is_empty() && error.contains("only the reader"), "{command}: {error}");
    }
    let no_terminal = host.run(&["-T"], &[]);
    assert_eq!(no_terminal.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&no_terminal.stderr).contains("terminal"));
    assert!(!no_terminal.stderr.contains(&0x1b) && no_terminal.stdout.is_empty());

    let subsystem = host.run(&["-s"], &["sftp"]);
    assert!(subsystem.stdout.is_empty() && !subsystem.status.success(), "sftp answers");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let inner = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    let through = host.run(&["-W", &inner], &[]);
    assert!(!through.status.success(), "a port is forwarded");
    assert!(String::from_utf8_lossy(&through.stderr).contains("forwarding failed"), "{through:?}");
    let back = host.run(&["-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:9"], &[]);
    assert!(!back.status.success(), "a port is forwarded backwards");
    assert!(host.readers().is_empty());
}

#[test]
fn the_environment_of_the_client_does_not_reach_the_reader() {
    let Some(host) = Host::start() else { return };
    let hostile = [
        "PAGER",
        "EDITOR",
        "VISUAL",
        "BROWSER",
        "LESSOPEN",
        "LD_PRELOAD",
        "XDG_CONFIG_HOME",
        "TERMINFO",
        "TMPDIR",
        "RUST_LOG",
        "RUST_BACKTRACE",
        "TZ",
        "READER_CONFIG",
    ];
    let mut command = CommandBuilder::new("ssh");
    command.args(host.options());
    for name in hostile {
        // What the client's own loader would mind is named only.
        if name != "LD_PRELOAD" {
            command.env(name, "/var/hostile");
        }
        command.args(["-o", &format!("SendEnv={name}")]);
    }
    command.args(["-tt", &host.destination()]);
    let mut client = Pty::spawn(command, SIZE);
    client.wait_for("Talks in Minsk");
    let environment = fs::read(format!("/proc/{}/environ", host.reader())).unwrap();
    let environment = String::from_utf8_lossy(&environment).into_owned();
    assert!(environment.contains("SSH_CONNECTION="), "{environment}");
    for name in hostile {
        assert!(!environment.contains(&format!("{name}=")), "{name} came through: {environment}");
    }
    client.press("\u{1a}");
    client.wait_for("Not available here");
    client.press("ZZ");
    assert_eq!(client.exit_code(), 0);
}
