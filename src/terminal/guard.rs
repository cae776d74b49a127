//! Takes the terminal and gives it back on every way out: drop, panic, signal, suspension.
//!
//! Asks the terminal nothing, takes the mouse only when told to, and writes nothing to a terminal that is gone.

use std::fs::File;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::{self, ThreadId};
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use nix::unistd::{getpgrp, getppid, getsid};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use thiserror::Error;

/// A frozen link may hold the terminal's lock for ever: so long do we wait to say goodbye.
const FAREWELL: Duration = Duration::from_millis(300);

/// Presses, releases and the wheel (1000), in a form without limits to columns and rows (1006).
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// The mouse is the terminal's own again.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// The same, and the other ways to report it (1002, 1003), which only other programs use.
const MOUSE_OFF_ALL: &[u8] = b"\x1b[?1003l\x1b[?1002l\x1b[?1006l\x1b[?1000l";

/// Why the terminal could not be taken, or not be left for a while.
#[derive(Debug, Error)]
pub enum GuardError {
    /// The terminal refused; it is probably gone.
    #[error("the terminal cannot be set up ({0}): open a new session")]
    Terminal(#[from] io::Error),
    /// Nothing could wake the program again: it leads its session, as under `ForceCommand`.
    #[error("suspending is not available here: no shell would take over")]
    NoShell,
}

/// The terminal is ours while this lives.
#[derive(Debug)]
pub struct Guard {
    restorer: Restorer,
}

impl Guard {
    /// Takes the terminal. From now on a panic on this thread gives it back, then calls `report`;
    /// a panic elsewhere leaves it alone: whoever joins that thread reports it. `report` must not
    /// panic itself, not even where standard error is gone.
    ///
    /// # Errors
    /// [`GuardError::Terminal`] where standard input or output is no working terminal.
    pub fn enter(
        report: impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static,
    ) -> Result<Self, GuardError> {
        let saved = tcgetattr(stdin()).map_err(io::Error::from)?;
        let out = File::from(stdout().try_clone_to_owned()?);
        let held = Held {
            saved,
            out,
            taken: AtomicBool::new(false),
            mouse: AtomicBool::new(false),
            drawing: thread::current().id(),
        };
        let restorer = Restorer(Arc::new(held));
        restorer.take()?;
        let on_panic = restorer.clone();
        panic::set_hook(Box::new(move |info| {
            if on_panic.0.drawing == thread::current().id() {
                on_panic.restore();
                report(info);
            }
        }));
        Ok(Self { restorer })
    }

    /// What gives the terminal back from another thread.
    pub fn restorer(&self) -> Restorer {
        self.restorer.clone()
    }

    /// Gives the terminal back and stops the whole job, as ctrl-z does. Nothing may be drawn until
    /// the signal thread tells of the continuation and [`Guard::resume`] was called: the stop
    /// itself may come a moment after this returns.
    ///
    /// # Errors
    /// [`GuardError::NoShell`] where nobody could continue the program; nothing was done then.
    pub fn suspend(&self) -> Result<(), GuardError> {
        if is_orphaned() {
            return Err(GuardError::NoShell);
        }
        self.restorer.restore();
        kill_current_process_group(Signal::STOP).map_err(io::Error::from)?;
        Ok(())
    }

    /// Gives the terminal back for another program to use. Nothing may be drawn until
    /// [`Guard::resume`] was called.
    pub fn lend(&self) {
        self.restorer.restore();
    }

    /// Takes the terminal again after a stop, whoever stopped it. The screen must be drawn whole.
    ///
    /// # Errors
    /// [`GuardError::Terminal`] where the terminal is gone.
    pub fn resume(&self) -> Result<(), GuardError> {
        self.restorer.take()?;
        // Whoever had the terminal meanwhile may have switched the mouse off, or left it on in a way of their own.
        let held = &self.restorer.0;
        held.mouse.store(false, Ordering::SeqCst);
        // Where the terminal is gone, the next frame finds out.
        let _gone = held.out.try_clone().and_then(|out| Output(out).write_all(MOUSE_OFF_ALL));
        Ok(())
    }

    /// Has the terminal report clicks and the wheel, or leaves the mouse to the terminal, as at the
    /// start. Writes only where that changes something.
    ///
    /// # Errors
    /// Whatever the write gives.
    pub fn take_mouse(&self, wanted: bool) -> io::Result<()> {
        let held = &self.restorer.0;
        if held.mouse.swap(wanted, Ordering::SeqCst) == wanted {
            return Ok(());
        }
        Output(held.out.try_clone()?).write_all(if wanted { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.restorer.restore();
        if !thread::panicking() {
            drop(panic::take_hook());
        }
    }
}

/// Gives the terminal back; can be shared between threads, and called more than once.
#[derive(Debug, Clone)]
pub struct Restorer(Arc<Held>);

#[derive(Debug)]
struct Held {
    saved: Termios,
    out: File,
    taken: AtomicBool,
    /// Whether the terminal reports the mouse to us.
    mouse: AtomicBool,
    drawing: ThreadId,
}

impl Restorer {
    fn take(&self) -> io::Result<()> {
        let mut raw = self.0.saved.clone();
        raw.make_raw();
        self.0.taken.store(true, Ordering::SeqCst);
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, DisableLineWrap, EnableBracketedPaste, Hide)?;
        tcsetattr(stdin(), OptionalActions::Now, &raw)
            .map_err(io::Error::from)
            .and_then(|()| (&self.0.out).write_all(&bytes))
            .inspect_err(|_| self.restore())
    }

    /// Whether another program has the terminal now: its keys' signals are not ours.
    pub fn is_lent(&self) -> bool {
        !self.0.taken.load(Ordering::SeqCst)
    }

    /// Stops the whole job, where somebody could continue it.
    pub(super) fn stop_job(&self) {
        if self.is_lent() && !is_orphaned() {
            // Where the stop fails, the other program goes on.
            let _ = kill_current_process_group(Signal::STOP);
        }
    }

    /// Leaves the terminal as it was before; does nothing where that is done already. Takes
    /// at most 0.3 s, even where the link is frozen.
    pub fn restore(&self) {
        if !self.0.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        if !is_gone() {
            let (done, wait) = mpsc::channel();
            let held = Arc::clone(&self.0);
            let farewell = thread::Builder::new().spawn(move || {
                // A write that fails has nobody left to be told.
                let has_mouse = held.mouse.swap(false, Ordering::SeqCst);
                let _ = (&held.out).write_all(&farewell_bytes(has_mouse));
                let _ = done.send(());
            });
            if farewell.is_ok() {
                let _ = wait.recv_timeout(FAREWELL);
            }
        }
        // Without draining: a frozen link never drains.
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.0.saved);
    }
}

/// From whatever state back to the shell's. The bottom row first, so that a terminal without an
/// alternate screen is left on a fresh line too.
fn farewell_bytes(has_mouse: bool) -> Vec<u8> {
    let mut bytes = b"\x1b[r".to_vec();
    if has_mouse {
        bytes.extend_from_slice(MOUSE_OFF);
    }
    let queued = queue!(
        bytes,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        EnableLineWrap,
        MoveTo(0, 998),
        Print("\r\n"),
        LeaveAlternateScreen,
        Show
    );
    debug_assert!(queued.is_ok(), "a vector takes every write");
    bytes
}

/// Standard output as a file of its own: the standard library's would cut frames at line ends.
#[derive(Debug)]
pub struct Output(File);

impl Output {
    /// Opens it.
    ///
    /// # Errors
    /// Where standard output is closed.
    pub fn open() -> io::Result<Self> {
        Ok(Self(File::from(stdout().try_clone_to_owned()?)))
    }
}

impl Write for Output {
    /// Waits where another program has left the terminal in non-blocking mode.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.0.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    match poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None) {
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
                outcome => return outcome,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The other end of the terminal has hung up.
fn is_gone() -> bool {
    let out = stdout();
    let mut watched = [PollFd::new(&out, PollFlags::OUT)];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    match poll(&mut watched, Some(&at_once)) {
        Ok(_) => watched
            .iter()
            .any(|fd| fd.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)),
        Err(error) => error != Errno::INTR,
    }
}

/// Nobody of this session outside our job could continue it: we are in the job of the session's
/// leader, or our parent belongs to another session.
///
/// Asked through nix: in a container that was entered from outside, leader and parent have the number 0, which
/// rustix takes for impossible.
fn is_orphaned() -> bool {
    let Ok(session) = getsid(None) else { return true };
    let parent = getppid();
    getpgrp() == session || parent.as_raw() == 0 || getsid(Some(parent)) != Ok(session)
}
