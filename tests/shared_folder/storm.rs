//! Thousands of changes a second: keys are answered, nothing jumps, memory does not grow.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::pty::Pty;
use super::{Newsroom, article, bytes, memory, name, namespace, settle};

/// A key is answered within.
const PROMPT: Duration = Duration::from_secs(1);

/// So much memory may the reader hold, in kilobytes.
const MOST_MEMORY: usize = 256 * 1024;

/// Does something again and again on another thread while something else is done; says how often.
fn during<T>(act: impl Fn(usize) + Sync, work: impl FnOnce() -> T) -> (T, usize) {
    let (over, count) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                act(count.fetch_add(1, Ordering::Relaxed));
            }
        });
        let result = work();
        over.store(true, Ordering::Relaxed);
        (result, count.load(Ordering::Relaxed))
    })
}

/// What editors, rsync and version control leave behind them while they work.
fn touch_temporaries(folder: &Path, round: usize) {
    let names = [".a1.md.AbC123", "a1.md~", ".a1.md.swp", "4913", "#a1.md#", ".git/index.lock"];
    let path = folder.join(names[round % names.len()]);
    fs::write(&path, format!("{round}")).unwrap();
    fs::remove_file(path).unwrap();
}

/// Presses keys until a moment has come; how long the slowest took to be answered.
fn press_until(pty: &mut Pty, end: Instant) -> Duration {
    let mut slowest = Duration::ZERO;
    let mut row = 0_usize;
    while Instant::now() < end {
        let wanted = format!("Article {}", row + 1);
        let before = pty.output().len();
        let start = Instant::now();
        pty.press("j");
        row += 1;
        while pty.output().len() == before {
            assert!(start.elapsed() < PROMPT, "no answer to a key before {wanted}");
            std::thread::sleep(Duration::from_millis(1));
        }
        slowest = slowest.max(start.elapsed());
        std::thread::sleep(Duration::from_millis(100));
        if row == 15 {
            pty.press("gg");
            row = 0;
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    slowest
}

#[test]
fn a_storm_of_temporary_files_is_not_seen() {
    let room = Newsroom::with(60);
    let briefs = room.path("briefs");
    fs::create_dir_all(briefs.join(".git")).unwrap();
    let mut pty = room.open();
    let before = settle(&pty);
    let pause = || std::thread::sleep(Duration::from_secs(5));
    let ((), touched) = during(|round| touch_temporaries(&briefs, round), pause);
    assert!(touched > 5000, "{touched} files in five seconds are no storm");
    assert_eq!(pty.output().len(), before, "the reader stirs");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

/// A storm over the briefs themselves for so long: a new one every ten milliseconds, and the old ones written anew between.
fn storm(length: Duration) {
    let room = Newsroom::with(200);
    let briefs = room.path("briefs");
    let mut pty = room.open();
    pty.press("\rjjj");
    settle(&pty);
    let selected = |pty: &Pty| {
        let screen = pty.screen();
        let lists = screen.lines().filter_map(|line| line.split_once('│'));
        let mut articles = lists.map(|(_, articles)| articles.trim_end().to_owned());
        articles.find(|row| row.contains('▌'))
    };
    let (row, start) = (selected(&pty), memory(pty.pid()));
    assert!(row.as_deref().is_some_and(|row| row.contains("Article 3")), "{row:?}");
    let change = |round: usize| {
        let number = round % 150 + 20;
        let path = briefs.join(name(number));
        fs::write(&path, article(number, &format!("Words of round {round}."))).unwrap();
        if round.is_multiple_of(10) {
            let new = 400 + round / 10;
            fs::write(briefs.join(name(new)), article(new, "New words.")).unwrap();
        }
        std::thread::sleep(Duration::from_micros(800));
    };
    let ((), calm) = during(change, || std::thread::sleep(length / 2));
    assert_eq!(selected(&pty), row, "the selection jumped");
    let half = memory(pty.pid());
    let end = Instant::now() + length / 2;
    let (slowest, rounds) = during(change, || press_until(&mut pty, end));
    let last = memory(pty.pid());
    println!(
        "{} changes: slowest key {slowest:?}, memory {start}, {half}, {last} kB",
        calm + rounds
    );
    assert!(last < MOST_MEMORY, "{start}, {half}, {last} kB");
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
    // It ends where the folder is.
    settle(&pty);
    pty.press("gg\r");
    pty.wait_for("The first words.");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_storm_over_the_briefs_delays_no_key_and_moves_nothing() {
    storm(Duration::from_secs(8));
}

#[test]
#[ignore = "takes a minute: cargo test --test shared_folder -- --ignored --nocapture"]
fn a_minute_of_it_grows_no_memory() {
    storm(Duration::from_secs(60));
}

#[test]
fn without_any_watch_a_key_reloads() {
    let none = "echo 0 > /proc/sys/user/max_inotify_watches";
    let Some(starter) = namespace::starter(none) else { return };
    let room = Newsroom::with(5);
    let mut pty = room.open_by(&starter);
    settle(&pty);
    room.put(
        "briefs/new.md",
        &article(0, "x").replace("Article 0", "Fresh news").replace("a0", "n"),
    );
    pty.press("r");
    pty.wait_for("Fresh news");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
#[ignore = "waits for the poll: cargo test --test shared_folder -- --ignored --nocapture"]
fn without_any_watch_changes_are_found_by_looking() {
    let none = "echo 0 > /proc/sys/user/max_inotify_watches";
    let Some(starter) = namespace::starter(none) else { return };
    let room = Newsroom::with(5);
    let pty = room.open_by(&starter);
    settle(&pty);
    room.put(
        "briefs/new.md",
        &article(0, "x").replace("Article 0", "Fresh news").replace("a0", "n"),
    );
    let start = Instant::now();
    while !pty.screen().contains("Fresh news") {
        assert!(start.elapsed() < Duration::from_secs(40), "{}", pty.screen());
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("found after {:?}", start.elapsed());
}
