//! The real program on lines that are slow, stand still, or end at an odd terminal.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::time::Duration;

use support::home::{Home, SIZE, assert_restored, brief};
use support::pty::Pty;

/// What a pseudo-terminal holds on its own, and a whole frame.
const ON_THE_WAY: usize = 24_000;
/// A pause in which each key becomes a frame of its own.
const BETWEEN_KEYS: Duration = Duration::from_millis(3);

/// A reader with its long text open and nothing left to say.
fn reading(home: &Home) -> Pty {
    let mut pty = home.open();
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    pty.wait_for("1 unread");
    pty
}

#[test]
fn frames_never_queue_behind_a_line_that_stands_still() {
    let home = Home::new();
    let mut pty = reading(&home);
    pty.freeze();
    let before = pty.output().len();
    for number in 0..1_200 {
        pty.press(if number / 60 % 2 == 0 { "j" } else { "k" });
        std::thread::sleep(BETWEEN_KEYS);
    }
    pty.press("G");
    pty.thaw();
    pty.wait_for("Paragraph 60 of the report");
    let taken = pty.output().len() - before;
    assert!(taken < ON_THE_WAY, "{taken} bytes came after the line moved again");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

#[test]
fn held_keys_take_a_line_of_text_each() {
    // One and a half times what less sends for a line; what a slow line takes is bytes.
    const MOST: usize = 114;
    let home = Home::new();
    let mut pty = reading(&home);
    pty.press("z");
    pty.wait_for("Paragraph 10 of the report");
    std::thread::sleep(Duration::from_millis(300));
    let before = pty.output().len();
    for _ in 0..15 {
        pty.press("j");
        std::thread::sleep(Duration::from_millis(33));
    }
    std::thread::sleep(Duration::from_millis(300));
    let taken = pty.output().len() - before;
    assert!(taken <= 15 * MOST, "{taken} bytes for 15 lines");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_storm_of_sizes_ends_on_the_screen_of_the_last() {
    let home = Home::new();
    let mut pty = home.open();
    for number in 0..200 {
        let (columns, rows) =
            [(1, 1), (2, 500), (500, 2), (19, 5), (60 + number % 90, 10 + number % 40)]
                [usize::from(number % 5)];
        pty.resize(columns, rows);
        std::thread::sleep(Duration::from_millis(5));
    }
    pty.resize(SIZE.0, SIZE.1);
    pty.wait_for("Trade with Astana");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

#[test]
fn a_locale_without_utf_8_is_sent_ascii_alone() {
    let home = Home::new();
    home.put(
        "elysee.md",
        &brief(
            "Le traité de l'Élysée — “d'amitié”",
            "2024-06-01",
            "FR",
            "Né en 1963 à Paris, 漢字.\n",
        ),
    );
    for locale in ["C", "POSIX", "xx_YY"] {
        let mut pty = home.open_in(locale);
        pty.wait_for("Le traite de l'Elysee");
        pty.press("\r\r");
        pty.wait_for("Ne en 1963 a Paris");
        pty.press("ZZ");
        assert_eq!(pty.exit_code(), 0, "{locale}");
        assert!(pty.output().is_ascii(), "{locale}:\n{}", pty.screen());
        assert_restored(&pty);
    }
}
