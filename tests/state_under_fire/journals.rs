//! Damaged journals, journals of later versions, clocks that step.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use super::desk::Desk;
use super::talk::{desk_of, plain, starred, told};

fn journal(desk: &Desk) -> PathBuf {
    desk.place.path().join(".local/state/chancery/journal.jsonl")
}

fn add(desk: &Desk, bytes: impl AsRef<[u8]>) {
    let mut file = fs::OpenOptions::new().append(true).open(journal(desk)).expect("a journal");
    file.write_all(bytes.as_ref()).expect("room");
}

#[test]
fn a_damaged_journal_is_told_salvaged_and_moved_aside() {
    let desk = desk_of(3);
    told(&mut plain(&desk), "articles\nstar 1\n");
    add(&desk, b"\0\0\0\0\n\xff\xfe\x1b]52;c;aGk=\x07{{{\n");
    told(&mut plain(&desk), "articles\nstar 2\n");
    let (_, said) = told(&mut plain(&desk), "articles\n");
    assert!(said.contains("2 lines of the journal are damaged"), "{said}");
    assert_eq!(starred(&desk).len(), 2);
    let verified = desk.run("state verify");
    assert_eq!(verified.code, 1);
    assert!(verified.stdout.contains("journal.jsonl: 4: damaged"), "{}", verified.stdout);
    assert!(verified.stdout.contains("chancery state compact"), "{}", verified.stdout);
    let compacted = desk.run("state compact");
    assert_eq!(compacted.code, 0, "{}", compacted.stderr);
    assert!(compacted.stdout.contains("2 damaged lines were moved to"), "{}", compacted.stdout);
    let aside = fs::read(journal(&desk).with_file_name("journal.damaged")).expect("kept");
    assert_eq!(aside, b"\0\0\0\0\n\xff\xfe\x1b]52;c;aGk=\x07{{{\n");
    assert_eq!(desk.run("state verify").code, 0);
    assert_eq!(starred(&desk).len(), 2);
}

#[test]
fn a_journal_of_nothing_but_noise_costs_no_start() {
    let desk = desk_of(1);
    told(&mut plain(&desk), "articles\nstar 1\n");
    let noise: Vec<u8> =
        (0_u32..1 << 20).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(journal(&desk), &noise).expect("room");
    let (code, said) = told(&mut plain(&desk), "articles\nstar 1\n");
    assert!(code == Some(0) && said.contains("Starred: Article 0"), "{said}");
    assert_eq!(starred(&desk).len(), 1);
    assert_eq!(desk.run("state compact").code, 0);
    assert_eq!(starred(&desk).len(), 1);
    let aside = fs::read(journal(&desk).with_file_name("journal.damaged")).expect("kept");
    assert!(aside.len() > noise.len() * 9 / 10);
}

#[test]
fn lines_of_a_later_version_are_kept_for_it() {
    let desk = desk_of(2);
    told(&mut plain(&desk), "articles\nstar 1\n");
    let future = "{\"v\":2,\"at\":[1,0,0],\"anything\":[true]}\n";
    add(&desk, future);
    told(&mut plain(&desk), "articles\nstar 2\n");
    let verified = desk.run("state verify");
    assert_eq!(verified.code, 0, "{}", verified.stdout);
    assert!(verified.stdout.contains("written by a later version"), "{}", verified.stdout);
    assert_eq!(desk.run("state compact").code, 0);
    assert!(fs::read_to_string(journal(&desk)).expect("a journal").contains(future));
    let exported = desk.run("state export").stdout;
    assert!(exported.contains(future.trim_end()));
    assert_eq!(starred(&desk).len(), 2);
}

#[test]
fn a_mark_made_after_the_clock_stepped_back_wins() {
    let desk = desk_of(1);
    told(&mut plain(&desk), "articles\nstar 1\n");
    // From a machine whose clock was a century ahead.
    add(
        &desk,
        "{\"v\":1,\"at\":[4900000000000,0,1],\"set\":[{\"id\":\"f:a0\",\"field\":{\"starred\":false}}]}\n",
    );
    assert_eq!(starred(&desk).len(), 0);
    let (_, said) = told(&mut plain(&desk), "articles\nstar 1\n");
    assert!(said.contains("Starred: Article 0"), "{said}");
    assert_eq!(starred(&desk).len(), 1);
}
