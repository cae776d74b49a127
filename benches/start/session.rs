//! The reader in a terminal of its own, with the moment at which each of its bytes came.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::Result;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::process::{self, Usage};

const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

/// Bytes that came at once, and when after the start.
struct Chunk {
    at: Duration,
    bytes: Vec<u8>,
}

/// A running reader.
pub(crate) struct Session {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    arrivals: Receiver<Chunk>,
    chunks: Vec<Chunk>,
    /// Kept open: its end would be a hang-up.
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    /// Starts the reader on a folder, its state and cache in `home`, as over SSH.
    pub(crate) fn start(briefs: &Path, home: &Path) -> Result<Self> {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chancery"));
        command.args(["--lang", "en", "--briefs"]);
        command.arg(briefs);
        command.arg("--state");
        command.arg(home.join("state"));
        command.arg("--cache");
        command.arg(home.join("cache"));
        command.env("HOME", home);
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");
        let pair = native_pty_system().openpty(SIZE)?;
        let keyboard = pair.master.take_writer()?;
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, arrivals) = channel();
        let start = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let bytes = buffer.get(..count).unwrap_or_default().to_vec();
                if sender.send(Chunk { at: start.elapsed(), bytes }).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, keyboard, arrivals, chunks: Vec::new(), _master: pair.master })
    }

    /// Waits until nothing has come for as long as `quiet`; returns how many bytes came meanwhile.
    pub(crate) fn settle(&mut self, quiet: Duration) -> Result<usize> {
        let mut count = 0;
        loop {
            match self.arrivals.recv_timeout(quiet) {
                Ok(chunk) => {
                    count += chunk.bytes.len();
                    self.chunks.push(chunk);
                }
                Err(RecvTimeoutError::Timeout) => return Ok(count),
                Err(RecvTimeoutError::Disconnected) => {
                    anyhow::bail!("the reader ended early, on this screen:\n{}", self.screen())
                }
            }
        }
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: &[u8]) -> Result<()> {
        self.keyboard.write_all(key)?;
        Ok(self.keyboard.flush()?)
    }

    /// When the first byte came.
    pub(crate) fn first_byte(&self) -> Option<Duration> {
        self.chunks.first().map(|chunk| chunk.at)
    }

    /// When the screen first was one that `is_wanted`. Found out afterwards: the clock is not
    /// held up by a terminal that draws.
    pub(crate) fn first(&self, is_wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        let mut terminal = terminal();
        self.chunks.iter().find_map(|chunk| {
            terminal.process(&chunk.bytes);
            is_wanted(&terminal.screen().contents()).then_some(chunk.at)
        })
    }

    /// The screen as it is.
    fn screen(&self) -> String {
        let mut terminal = terminal();
        self.chunks.iter().for_each(|chunk| terminal.process(&chunk.bytes));
        terminal.screen().contents()
    }

    /// What the process has used so far.
    pub(crate) fn usage(&self) -> Option<Usage> {
        Usage::of(self.child.process_id()?)
    }

    /// The most memory it has held so far, in kB.
    pub(crate) fn peak_memory(&self) -> Option<u64> {
        process::peak_memory(self.child.process_id()?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An empty terminal of the size that the reader runs in.
fn terminal() -> vt100::Parser {
    use std::num::NonZeroU16;
    let cells = |count| NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN);
    vt100::Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0)
}
