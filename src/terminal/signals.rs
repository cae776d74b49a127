//! The thread that turns signals into messages, and ends the program where nobody heeds them.
//!
//! Does nothing inside a handler: signal-hook's pipe wakes this thread, which sleeps otherwise.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{
    SIGCONT, SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGWINCH,
    SIGXFSZ,
};
use signal_hook::iterator::Signals;

use super::guard::Restorer;

/// What the program is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The window has another size.
    Resize,
    /// Stop, as ctrl-z from outside.
    Suspend,
    /// Running again after a stop: take the terminal, read the size, draw everything.
    Continue,
    /// Save and leave with this exit code, 128 and the signal's number.
    End(i32),
}

/// A write beyond the limit on the size of files then fails, as one to a full disk does, instead of ending the program.
pub fn let_writes_fail() {
    // Where no handler can be had, the system's way is as it was.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Starts the thread. On a signal that ends the program, `send` gets [`Signal::End`]; if the program
/// is still there after `bound`, the thread restores the terminal and exits by itself.
///
/// A full disk (XFSZ) and a closed pipe (PIPE) then show as errors of the write; USR1 and USR2 do
/// nothing.
///
/// # Errors
/// Where the handlers cannot be installed.
pub fn spawn(
    restorer: Restorer,
    bound: Duration,
    mut send: impl FnMut(Signal) + Send + 'static,
) -> io::Result<()> {
    let mut signals = Signals::new([
        SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT, SIGPIPE, SIGXFSZ, SIGUSR1,
        SIGUSR2,
    ])?;
    let mut ending = false;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for number in signals.forever() {
            match number {
                // Keys pressed in another program that has the terminal. It heeds them itself; but
                // where it stops, the shell waits for all of the job to stop.
                SIGINT | SIGQUIT if restorer.is_lent() => {}
                SIGTSTP if restorer.is_lent() => restorer.stop_job(),
                SIGWINCH => send(Signal::Resize),
                SIGTSTP => send(Signal::Suspend),
                SIGCONT => send(Signal::Continue),
                SIGHUP | SIGTERM | SIGINT | SIGQUIT => {
                    if !ending {
                        ending = true;
                        end_within(bound, 128 + number, restorer.clone());
                    }
                    send(Signal::End(128 + number));
                }
                _ => {}
            }
        }
    })?;
    Ok(())
}

/// A flag that ctrl-c raises, for work that stops between two steps; a second ctrl-c ends the
/// program at once.
///
/// # Errors
/// Where the handler cannot be installed.
pub fn interruption() -> io::Result<Arc<AtomicBool>> {
    let flag = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(&flag))?;
    signal_hook::flag::register(SIGINT, Arc::clone(&flag))?;
    Ok(flag)
}

/// A program stuck in a write to a frozen terminal cannot heed the message.
#[expect(clippy::disallowed_methods, reason = "the last resort, once nothing else answers")]
fn end_within(bound: Duration, code: i32, restorer: Restorer) {
    let last_resort = move || {
        thread::sleep(bound);
        restorer.restore();
        process::exit(code);
    };
    if let Err(error) = thread::Builder::new().name("last resort".to_owned()).spawn(last_resort) {
        // Without threads left nothing can be waited for.
        drop(error);
        process::exit(code);
    }
}
