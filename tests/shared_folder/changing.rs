//! Files that change, vanish, or are half written while they are read.

use std::fs;
use std::io::Write;
use std::time::Duration;

use super::pty::Pty;
use super::{Newsroom, article, bytes, settle};

/// The reader on the first article.
fn reading(room: &Newsroom) -> Pty {
    let mut pty = room.open();
    pty.press("\r\r");
    pty.wait_for("The first words.");
    settle(&pty);
    pty
}

#[test]
fn the_text_that_is_open_stays_whatever_becomes_of_its_file() {
    let room = Newsroom::with(3);
    let file = room.path("briefs/folder0/a0.md");
    let long = format!("The first words.\n\n{}", "A line of the text.\n\n".repeat(200));
    fs::write(&file, article(0, &long)).unwrap();
    let mut pty = reading(&room);
    // Written over in place, by something shorter: whoever reads it piecewise or through a map of memory would fall off its end.
    fs::write(&file, article(0, "Other words.")).unwrap();
    pty.wait_for("Changed on disk: r reads it again");
    pty.press("jjj\u{6}\u{6}");
    settle(&pty);
    assert!(pty.screen().contains("A line of the text."), "{}", pty.screen());
    pty.press("r");
    pty.wait_for("Other words.");
    fs::File::create(&file).unwrap().set_len(0).unwrap();
    settle(&pty);
    assert!(pty.screen().contains("Other words."), "{}", pty.screen());
    fs::remove_file(&file).unwrap();
    settle(&pty);
    assert!(pty.screen().contains("Other words."), "{}", pty.screen());
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
}

#[test]
fn a_file_that_is_renamed_while_it_is_read_stays_the_same_brief() {
    let room = Newsroom::with(3);
    let mut pty = reading(&room);
    pty.press("s");
    pty.wait_for("★");
    fs::rename(room.path("briefs/folder0/a0.md"), room.path("briefs/folder1/moved.md")).unwrap();
    settle(&pty);
    pty.press("r");
    settle(&pty);
    let screen = pty.screen();
    assert!(screen.contains("The first words.") && screen.contains('★'), "{screen}");
}

#[test]
fn a_file_that_is_written_bit_by_bit_is_shown_whole_in_the_end() {
    let room = Newsroom::with(2);
    let mut pty = room.open();
    settle(&pty);
    let whole =
        article(0, "Words at the end.").replace("Article 0", "Bit by bit").replace("a0", "n");
    let mut file = fs::File::create(room.path("briefs/slow.md")).unwrap();
    for piece in whole.as_bytes().chunks(20) {
        file.write_all(piece).unwrap();
        file.sync_all().unwrap();
        std::thread::sleep(Duration::from_millis(120));
    }
    drop(file);
    pty.wait_for("Bit by bit");
    pty.press("\r/title:bit\r");
    pty.wait_for("/ title:bit");
    settle(&pty);
    pty.press("\r");
    pty.wait_for("Words at the end.");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn what_rsync_and_editors_leave_is_no_brief_and_what_they_finish_is() {
    let room = Newsroom::with(2);
    for name in [".a.md.AbC123", "a.md~", ".a.md.swp", "#a.md#", ".#a.md", "4913", ".git/a.md"] {
        let text = article(0, "x").replace("Article 0", "Never finished").replace("a0", "n");
        room.put(&format!("briefs/{name}"), &text);
    }
    let pty = room.open();
    settle(&pty);
    assert!(!pty.screen().contains("Never finished"), "{}", pty.screen());
    fs::rename(room.path("briefs/.a.md.AbC123"), room.path("briefs/a.md")).unwrap();
    pty.wait_for("Never finished");
}
