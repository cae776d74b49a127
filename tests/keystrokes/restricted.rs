//! A session that may do nothing but read: what is off says so, and is offered nowhere.

use chancery::app::effect::Effect;
use chancery::app::message::Message;
use chancery::app::parcel::Parcel;
use chancery::config::{Clipboard, Rights, Settings};
use chancery::model::Language;

use crate::{DESK, Interface, Start};

/// A restricted session with a text open, whose administrator set the clipboard so.
fn confined(clipboard: Clipboard, language: Language) -> Interface {
    let settings = Settings { clipboard, ..Settings::default() };
    let rights = Rights::confined(&settings);
    let start = Start { files: DESK, settings, rights, language, ..Start::default() };
    let mut at = Interface::start(start);
    at.press("enter enter").shows("opened on 29 May 2025");
    at
}

/// What was wanted that leaves the session.
fn leaving(at: &Interface) -> Vec<&Effect> {
    at.wanted.iter().filter(|effect| effect.needs().is_some()).collect()
}

#[test]
fn what_is_off_says_so_in_one_sentence_and_does_nothing() {
    for (language, off, copying) in [
        (Language::English, "Not available here", "copying is off"),
        (Language::French, "Indisponible ici", "copie est désactivée"),
    ] {
        let mut at = confined(Clipboard::Auto, language);
        for keys in ["p", "ctrl-z", "g x"] {
            at.press(keys).says(off);
        }
        at.press("y").says(copying);
        at.press("a a").press("\"words\" ctrl-x").says(off).shows("words");
        at.press("ctrl-z").says(off).press("esc enter");
        assert_eq!(leaving(&at), Vec::<&Effect>::new());
        // The text alone, for the mouse, is always there.
        at.press("Y").hides("───────");
    }
}

#[test]
fn what_is_off_is_offered_nowhere() {
    for (rights, is_offered) in
        [(Rights::ALL, true), (Rights::confined(&Settings::default()), false)]
    {
        let start = Start { files: DESK, rights, size: (160, 60), ..Start::default() };
        let mut at = Interface::start(start);
        at.press("enter enter");
        let check = |at: &mut Interface, text: &str| {
            assert_eq!(at.screen().contains(text), is_offered, "{text} on:\n{}", at.screen());
        };
        check(&mut at, "p export");
        at.press(": \"open-link\"");
        check(&mut at, "open a link");
        at.press("esc : \"export\"");
        check(&mut at, "write to a file");
        at.press("esc ? \"suspend\"");
        check(&mut at, "ctrl-z");
        at.press("esc c \"write to a file\"");
        check(&mut at, "write to a file or print");
        at.press("esc g");
        at.elapse(chancery::app::message::Timer::Hints);
        check(&mut at, "open a link");
        at.press("esc : \"import\"").shows("paste a dispatch");
    }
}

#[test]
fn the_administrator_alone_allows_copying() {
    for (clipboard, copies) in
        [(Clipboard::Terminal, true), (Clipboard::Auto, false), (Clipboard::Off, false)]
    {
        let mut at = confined(clipboard, Language::English);
        at.press("y");
        assert_eq!(!at.copied.is_empty(), copies, "{clipboard:?}");
    }
}

#[test]
fn a_question_from_before_cannot_write_either() {
    let mut at = confined(Clipboard::Auto, Language::English);
    at.tell(Message::ExportExists { path: "x.md".into(), parcel: Parcel::default() });
    at.press("enter");
    assert!(at.written.is_empty(), "{:?}", at.written);
}
