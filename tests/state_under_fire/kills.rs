//! Killed while marking: nothing that was said to be done is missing.

use std::collections::BTreeSet;
use std::time::Duration;

use super::talk::{Talk, desk_of, plain, starred};

const ARTICLES: usize = 9;

/// Kills so many readers while they mark, at moments spread over their work; returns how many marks they said were done.
fn kills(times: u32) -> usize {
    let desk = desk_of(ARTICLES);
    let mut known = BTreeSet::new();
    let mut acknowledged = 0;
    for time in 0..times {
        let mut talk = Talk::with(&mut plain(&desk));
        talk.ask("articles", &["End."]).expect("an answer");
        talk.ask("again", &["End."]).expect("an answer");
        let pid = rustix::process::Pid::from_child(&talk.child);
        let pause = Duration::from_micros(u64::from(time % 20) * 997 + u64::from(time) * 13);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(pause);
            rustix::process::kill_process(pid, rustix::process::Signal::KILL)
        });
        let mut in_flight = None;
        for n in (0..ARTICLES).cycle() {
            let id = format!("f:a{n}");
            match talk.ask(&format!("star {}", n + 1), &["Starred:", "No longer starred:"]) {
                Some(said) if said.contains("Starred:") => drop(known.insert(id)),
                Some(_) => drop(known.remove(&id)),
                None => {
                    in_flight = Some(id);
                    break;
                }
            }
            acknowledged += 1;
        }
        killer.join().expect("it ends").expect("it was there");
        talk.child.wait().expect("it ends");
        let truth = starred(&desk);
        let strange: Vec<&String> = truth
            .symmetric_difference(&known)
            .filter(|id| Some(*id) != in_flight.as_ref())
            .collect();
        assert!(strange.is_empty(), "after kill {time}: {strange:?}");
        known = truth;
    }
    let verified = desk.run("state verify");
    // A torn line is told; it never counted.
    assert!(verified.code < 2, "{}", verified.stderr);
    acknowledged
}

#[test]
fn twenty_kills_while_marking_cost_no_acknowledged_mark() {
    assert!(kills(20) > 0);
}

#[test]
#[ignore = "takes minutes: cargo test --test state_under_fire -- --ignored --nocapture"]
fn two_hundred_kills_while_marking_cost_no_acknowledged_mark() {
    println!("{} marks acknowledged, none missing", kills(200));
}

#[test]
fn several_sessions_at_once_lose_no_mark() {
    let desk = desk_of(ARTICLES);
    starred(&desk);
    std::thread::scope(|scope| {
        for session in 0..3 {
            let desk = &desk;
            scope.spawn(move || {
                let mut talk = Talk::with(&mut plain(desk));
                talk.ask("articles", &["End."]).expect("an answer");
                for n in (session..ARTICLES).step_by(3) {
                    talk.ask(&format!("star {}", n + 1), &["Starred:"]).expect("an answer");
                    let compacted = desk.run("state compact");
                    assert_eq!(compacted.code, 0, "{}", compacted.stderr);
                }
            });
        }
    });
    assert_eq!(starred(&desk).len(), ARTICLES);
}
