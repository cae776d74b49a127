//! The terminal as a user meets it: taken, drawn on, and given back on every way out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may stop, and the programs it runs may speak"
)]

mod support;

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use chancery::terminal::{Capability, Guard, GuardError, Input, Output, Screen, Signal};
use chancery::terminal::{capability, input, signals};
use portable_pty::CommandBuilder;
use rustix::process::Signal as Sent;
use support::bytes;
use support::pty::{self, Pty};

/// So long may saving take before a signal ends the program.
const BOUND: Duration = Duration::from_secs(1);
/// So soon must a program be gone whose link is.
const GONE: Duration = Duration::from_secs(3);

enum Event {
    Input(Input),
    Signal(Signal),
}

/// The smallest program on this terminal: says what it was told, stops at `q`.
#[test]
#[ignore = "the program that the other tests run in a terminal of its own"]
fn probe() {
    let capability = Capability::detect(|name| std::env::var(name).ok()).unwrap();
    let guard = Guard::enter(|_| eprintln!("stopped by a fault")).unwrap();
    let (inbox, events) = mpsc::channel();
    let keys = inbox.clone();
    let _keyboard = input::spawn(move |input| drop(keys.send(Event::Input(input)))).unwrap();
    signals::spawn(guard.restorer(), BOUND, move |signal| drop(inbox.send(Event::Signal(signal))))
        .unwrap();
    let screen = Screen::new(Output::open().unwrap(), capability, capability::size());
    let code = converse(&guard, screen, &events);
    drop(guard);
    std::process::exit(code)
}

/// Draws what was said last until told to end; gives the exit code.
fn converse(guard: &Guard, mut screen: Screen<Output>, events: &mpsc::Receiver<Event>) -> i32 {
    let mut said = "ready".to_owned();
    loop {
        if screen.draw(|frame| frame.render_widget(said.as_str(), frame.area())).is_err() {
            return 129;
        }
        match events.recv().unwrap() {
            Event::Input(Input::HangUp) => return 129,
            Event::Signal(Signal::End(code)) => return code,
            Event::Signal(Signal::Resize) => {
                screen.resize(capability::size());
                said = format!("size {:?}", capability::size());
            }
            Event::Signal(Signal::Continue) => {
                guard.resume().unwrap();
                screen.resize(capability::size());
                said = format!("continued at {:?}", capability::size());
            }
            Event::Signal(Signal::Suspend) => said = suspend(guard),
            Event::Input(Input::Mouse(mouse)) => {
                said = format!("at {} {}", mouse.column, mouse.row);
            }
            Event::Input(Input::Paste(text)) => said = format!("pasted {text:?}"),
            Event::Input(Input::Key(chord)) => match chord.to_string().as_str() {
                "q" => return 0,
                "m" => {
                    guard.take_mouse(true).unwrap();
                    "with the mouse".clone_into(&mut said);
                }
                "n" => {
                    guard.take_mouse(false).unwrap();
                    "without".clone_into(&mut said);
                }
                "ctrl-z" => said = suspend(guard),
                "p" => panic!("asked for"),
                "d" => {
                    let _bomb = Bomb;
                    panic!("asked for, with more to come")
                }
                "w" => {
                    let outcome = std::thread::spawn(|| panic!("in a worker")).join();
                    said = format!("worker failed: {}", outcome.is_err());
                }
                "b" => Output::open().unwrap().write_all(&vec![b'.'; 1 << 22]).unwrap(),
                _ => said = format!("key {chord}"),
            },
        }
    }
}

/// Fails once more while the first failure is on its way out.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("while panicking");
    }
}

fn suspend(guard: &Guard) -> String {
    match guard.suspend() {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    }
}

fn probe_command() -> CommandBuilder {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "probe", "--ignored", "--nocapture", "--test-threads=1"]);
    command
}

/// Starts the probe, checks `during`, and that the terminal is as before after the end.
fn run(during: impl FnOnce(&mut Pty), code: u32) {
    let mut pty = Pty::spawn(probe_command(), (60, 15));
    let before = pty.fresh_settings().to_owned();
    pty.wait_for("ready");
    assert_ne!(pty.settings(), before, "raw mode is on");
    during(&mut pty);
    assert_eq!(pty.exit_code(), code, "{}", pty.screen());
    assert_eq!(pty.settings(), before, "the settings are those from before");
    let output = pty.output();
    assert_eq!(bytes::left_on(&output), Vec::<String>::new());
    assert_eq!(bytes::faults(&output), Vec::<String>::new());
}

#[test]
fn quitting_restores_the_terminal() {
    run(|pty| pty.press("q"), 0);
}

#[test]
fn signals_end_it_with_128_and_their_number() {
    run(|pty| pty.signal(Sent::INT), 130);
    run(|pty| pty.signal(Sent::TERM), 143);
    run(|pty| pty.signal(Sent::HUP), 129);
    run(|pty| pty.signal(Sent::QUIT), 131);
}

#[test]
fn the_mouse_is_given_back_on_every_way_out() {
    let with_mouse = |pty: &mut Pty| {
        assert!(!pty.wrote("?1000"), "nobody asked for it");
        pty.press("m");
        pty.wait_for_bytes("\x1b[?1000h\x1b[?1006h");
        pty.press("\x1b[<0;12;3M");
        pty.wait_for("at 11 2");
    };
    let leave = |keys: &'static str| {
        move |pty: &mut Pty| {
            with_mouse(pty);
            pty.press(keys);
        }
    };
    run(leave("q"), 0);
    run(leave("p"), 101);
    run(leave("nq"), 0);
    let end = |pty: &mut Pty| {
        with_mouse(pty);
        pty.signal(Sent::TERM);
    };
    run(end, 143);
}

#[test]
fn a_panic_while_panicking_leaves_the_terminal_restored() {
    // The system ends the program then; whoever runs it sees a signal.
    run(|pty| pty.press("d"), 1);
}

#[test]
fn other_signals_change_nothing() {
    let poke = |pty: &mut Pty| {
        for signal in [Sent::USR1, Sent::USR2, Sent::PIPE, Sent::XFSZ] {
            pty.signal(signal);
        }
        pty.press("x");
        pty.wait_for("key x");
        pty.press("q");
    };
    run(poke, 0);
}

#[test]
fn a_panic_restores_the_terminal_only_on_the_thread_that_draws() {
    run(|pty| pty.press("p"), 101);
    let worker = |pty: &mut Pty| {
        pty.press("w");
        pty.wait_for("worker failed: true");
        pty.press("q");
    };
    run(worker, 0);
}

#[test]
fn keys_pastes_and_sizes_arrive() {
    let play = |pty: &mut Pty| {
        pty.press("\x1b");
        std::thread::sleep(Duration::from_millis(20));
        pty.press("[A");
        pty.wait_for("key up");
        pty.press("\x1b");
        pty.wait_for("key esc");
        pty.press("\x1b[200~q\x1b[201~");
        pty.wait_for("pasted \"q\"");
        pty.resize(40, 10);
        pty.wait_for("size (40, 10)");
        pty.press("q");
    };
    run(play, 0);
}

#[test]
fn nothing_happens_while_nothing_happens() {
    let idle = |pty: &mut Pty| {
        std::thread::sleep(Duration::from_millis(300));
        let (wake_ups, written) = (pty::wake_ups(pty.pid()), pty.output().len());
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!((pty::wake_ups(pty.pid()), pty.output().len()), (wake_ups, written));
        pty.press("q");
    };
    run(idle, 0);
}

#[test]
fn suspending_says_where_it_is_not_available() {
    let leader = |pty: &mut Pty| {
        pty.press("\x1a");
        pty.wait_for(&GuardError::NoShell.to_string()[..40]);
        pty.press("q");
    };
    run(leader, 0);
}

#[test]
fn a_shell_takes_over_while_it_is_suspended() {
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "$ ");
    let mut pty = Pty::spawn(shell, (100, 30));
    pty.wait_for("$");
    pty.press("a=$(stty -g)\r");
    let program = std::env::current_exe().unwrap();
    pty.press(format!(
        "{} --exact probe --ignored --nocapture --test-threads=1\r",
        program.display()
    ));
    pty.wait_for("ready");
    pty.press("m");
    pty.wait_for("with the mouse");
    pty.press("\x1a");
    pty.wait_for("Stopped");
    pty.press("[ \"$a\" = \"$(stty -g)\" ] && echo as be''fore\r");
    pty.wait_for("as before");
    assert_eq!(bytes::left_on(&pty.output()), ["?2004 true"], "the shell's own mode alone");
    pty.press("fg\r");
    pty.wait_for("continued");
    pty.press("x");
    pty.wait_for("key x");
    pty.press("q");
    pty.wait_for("--test-threads=1\n$");
    pty.press("echo left $?\r");
    pty.wait_for("left 0");
    pty.press("exit\r");
}

#[test]
fn a_frozen_link_does_not_keep_it() {
    let mut pty = Pty::spawn(probe_command(), (60, 15));
    pty.wait_for("ready");
    pty.freeze();
    pty.press("b");
    std::thread::sleep(Duration::from_millis(300));
    let start = Instant::now();
    pty.signal(Sent::TERM);
    assert_eq!(pty.exit_code(), 143);
    assert!(start.elapsed() < GONE);
}

/// Holds a terminal with the probe in it until it is killed, as a dropped connection is.
#[test]
#[ignore = "a stand-in for the other end of the link, killed by a test"]
fn holder() {
    let pty = Pty::spawn(probe_command(), (60, 15));
    pty.wait_for("ready");
    println!("probe {}.", pty.pid());
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn it_ends_with_its_link() {
    let mut holder = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "holder", "--ignored", "--nocapture"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut from_holder = holder.stdout.take().unwrap();
    while !said.contains('.') || !said.contains("probe ") {
        let mut byte = [0];
        from_holder.read_exact(&mut byte).unwrap();
        said.push(char::from(byte[0]));
    }
    let number = said.split("probe ").nth(1).unwrap().trim_end_matches('.');
    let probe: i32 = number.parse().unwrap();
    assert!(pty::is_running(probe));
    holder.kill().unwrap();
    holder.wait().unwrap();
    let start = Instant::now();
    while pty::is_running(probe) {
        assert!(start.elapsed() < GONE, "still running after the link was gone");
        std::thread::sleep(Duration::from_millis(10));
    }
}
