//! The whole folder renamed, unmounted, replaced, made anew, unreadable: the last text stays, a sentence says so, and the folder is
//! picked up by itself when it is back.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::{Newsroom, article, bytes, settle};

#[test]
fn a_folder_that_goes_away_is_told_keeps_the_text_and_comes_back() {
    let room = Newsroom::with(9);
    let mut pty = room.open();
    pty.press("\r\r");
    pty.wait_for("The first words.");
    settle(&pty);
    fs::rename(room.path("briefs"), room.path("away")).unwrap();
    pty.wait_for("cannot be read");
    assert!(pty.screen().contains("The first words."), "{}", pty.screen());
    // What was known can still be listed, and marked.
    pty.press("hjs");
    pty.wait_for("★");
    fs::rename(room.path("away"), room.path("briefs")).unwrap();
    room.put(
        "briefs/new.md",
        &article(0, "x").replace("Article 0", "Fresh news").replace("a0", "n"),
    );
    pty.wait_for("Fresh news");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
}

#[test]
fn a_folder_that_another_takes_the_place_of_is_read_anew() {
    let room = Newsroom::with(3);
    let pty = room.open();
    settle(&pty);
    room.put("next/b.md", &article(1, "Other words.").replace("Article 1", "Of the other folder"));
    fs::rename(room.path("briefs"), room.path("old")).unwrap();
    fs::rename(room.path("next"), room.path("briefs")).unwrap();
    pty.wait_for("Of the other folder");
    // Removed altogether, and made anew.
    fs::remove_dir_all(room.path("briefs")).unwrap();
    pty.wait_for("cannot be read");
    room.put("briefs/c.md", &article(2, "x").replace("Article 2", "Made anew"));
    pty.wait_for("Made anew");
}

#[test]
fn a_folder_that_may_not_be_read_is_told_until_it_may() {
    if rustix::process::geteuid().is_root() {
        eprintln!("skipped: nothing is forbidden to root");
        return;
    }
    let room = Newsroom::with(3);
    let mut pty = room.open();
    settle(&pty);
    let allow = |mode| fs::set_permissions(room.path("briefs"), PermissionsExt::from_mode(mode));
    allow(0o000).unwrap();
    pty.press("r");
    pty.wait_for("cannot be read");
    allow(0o700).unwrap();
    pty.press("r");
    pty.wait_for("Article 0");
}

#[test]
fn a_folder_that_is_unmounted_and_mounted_again_is_picked_up() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("skipped: only root mounts");
        return;
    }
    let room = Newsroom::with(1);
    let briefs = room.path("briefs");
    let mount = || {
        let done = Command::new("mount").args(["-t", "tmpfs", "none"]).arg(&briefs).status();
        done.is_ok_and(|status| status.success())
    };
    let unmount = || {
        let done = Command::new("umount").arg("--lazy").arg(&briefs).status();
        assert!(done.is_ok_and(|status| status.success()));
    };
    if !mount() {
        eprintln!("skipped: mounting is not allowed here");
        return;
    }
    room.put("briefs/a.md", &article(0, "Words of the mounted folder."));
    let mut pty = room.open();
    pty.press("\r\r");
    pty.wait_for("Words of the mounted folder.");
    settle(&pty);
    unmount();
    // Below it lies a folder with one article: that is what there is now, and the open text stays.
    pty.press("r");
    settle(&pty);
    assert!(pty.screen().contains("Words of the mounted folder."), "{}", pty.screen());
    assert!(mount());
    room.put("briefs/b.md", &article(1, "x").replace("Article 1", "Mounted again"));
    pty.press("r");
    pty.wait_for("Mounted again");
    pty.press("ZZ");
    let code = pty.exit_code();
    unmount();
    assert_eq!(code, 0);
}
