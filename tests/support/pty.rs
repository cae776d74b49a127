//! A program in a terminal of its own: press keys, read its screen, send signals, see how it ends.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running program and its terminal.
pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Arc<Mutex<Vec<u8>>>,
    frozen: Arc<AtomicBool>,
    size: (u16, u16),
    fresh: String,
}

impl Pty {
    /// Runs `command` in a terminal of `columns` by `rows` under the usual environment.
    pub(crate) fn spawn(command: CommandBuilder, size: (u16, u16)) -> Self {
        Self::spawn_in("C.UTF-8", command, size)
    }

    /// The same in another locale.
    pub(crate) fn spawn_in(
        locale: &str,
        mut command: CommandBuilder,
        (columns, rows): (u16, u16),
    ) -> Self {
        command.env("LANG", locale);
        command.env("LC_ALL", locale);
        if command.get_env("TERM").is_none() {
            command.env("TERM", "xterm-256color");
        }
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let fresh = settings_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (output, frozen) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (sink, stop) = (Arc::clone(&output), Arc::clone(&frozen));
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                sink.lock().unwrap().extend_from_slice(&bytes[..count]);
                while stop.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
        });
        Self { master: pair.master, child, keyboard, output, frozen, size: (columns, rows), fresh }
    }

    /// Types.
    pub(crate) fn press(&mut self, bytes: impl AsRef<[u8]>) {
        self.keyboard.write_all(bytes.as_ref()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Everything written so far.
    pub(crate) fn output(&self) -> Vec<u8> {
        self.output.lock().unwrap().clone()
    }

    /// Whether it wrote `bytes` so far.
    pub(crate) fn wrote(&self, bytes: &str) -> bool {
        String::from_utf8_lossy(&self.output()).contains(bytes)
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        let (columns, rows) = self.size;
        let cells = |count| NonZeroU16::new(count).unwrap();
        let mut terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
        terminal.process(&self.output());
        terminal.screen().contents()
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn wait_for(&self, text: &str) {
        let start = Instant::now();
        while !self.screen().contains(text) {
            assert!(start.elapsed() < PATIENCE, "never saw {text:?} on:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until it wrote `bytes`.
    pub(crate) fn wait_for_bytes(&self, bytes: &str) {
        let start = Instant::now();
        while !self.wrote(bytes) {
            assert!(start.elapsed() < PATIENCE, "never wrote {bytes:?}, on:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The link moves again.
    pub(crate) fn thaw(&self) {
        self.frozen.store(false, Ordering::SeqCst);
    }

    /// Changes the window's size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        self.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// The link stands still: nothing is read from the program any more.
    pub(crate) fn freeze(&self) {
        self.frozen.store(true, Ordering::SeqCst);
    }

    /// The settings of the terminal (as `stty -g` gives them), to be compared.
    pub(crate) fn settings(&self) -> String {
        settings_of(&*self.master)
    }

    /// The same, from before the program began.
    pub(crate) fn fresh_settings(&self) -> &str {
        &self.fresh
    }

    /// The program's process.
    pub(crate) fn pid(&self) -> i32 {
        self.child.process_id().unwrap().try_into().unwrap()
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        send_signal(self.pid(), signal);
    }

    /// Waits for the end and gives the exit code.
    pub(crate) fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way.
                std::thread::sleep(Duration::from_millis(50));
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "still running, on:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        self.frozen.store(false, Ordering::SeqCst);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn settings_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Sends a signal to a process of ours.
pub(crate) fn send_signal(pid: i32, signal: Signal) {
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

/// True while the process runs; a dead one that nobody has collected does not.
pub(crate) fn is_running(pid: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with(" Z"))
}

/// How often the threads of a process have woken up so far.
pub(crate) fn wake_ups(pid: i32) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let count = |status: String| -> u64 {
        let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"));
        line.unwrap().split_whitespace().last().unwrap().parse().unwrap()
    };
    tasks
        .map(|task| count(std::fs::read_to_string(task.unwrap().path().join("status")).unwrap()))
        .sum()
}
