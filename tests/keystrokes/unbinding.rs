//! A configuration that takes every key away: the way out stays.

use chancery::app::keymap::{Keymap, Mode};
use chancery::config::{KeyBinding, Settings};

use super::briefs::DESK;
use super::interface::{Interface, Start};

/// Every binding taken away, and the key of the way out bound to anything else.
fn hostile() -> Settings {
    let binding = |mode: Mode, chords: &str, command: &str| KeyBinding {
        mode: mode.name().into(),
        chords: chords.into(),
        command: command.into(),
        line: 1,
    };
    let builtin = Keymap::builtin();
    let none = Mode::ALL.into_iter().flat_map(|mode| {
        let bound = builtin.bindings(mode).into_iter();
        bound.map(move |(chords, _)| binding(mode, &chords, ""))
    });
    let seized = Mode::ALL.map(|mode| binding(mode, "ctrl-c", "down"));
    let prefix = Mode::ALL.map(|mode| binding(mode, "ctrl-c ctrl-c ctrl-c", "down"));
    Settings { keys: none.chain(seized).chain(prefix).collect(), ..Settings::default() }
}

#[test]
fn no_configuration_takes_the_way_out() {
    let start = || Start { files: DESK, settings: hostile(), ..Start::default() };
    let mut at = Interface::start(start());
    for key in ["q", "Z Z", "esc", ":", "enter", "j", "ctrl-d", "ctrl-z"] {
        at.press(key);
        assert!(!at.has_left, "{key} is bound");
    }
    at.press("ctrl-c").says("ctrl-c once more to leave").press("ctrl-c");
    assert!(at.has_left);
}

#[test]
fn nor_in_any_panel() {
    // What opens the panels stays bound, and all that is pressed in them goes.
    let opens = ["?", ":", "/", "c", "M", "a", "e", "t", "g i", "Y", "p", "i"];
    for keys in opens {
        let mut settings = hostile();
        let is_opening = |binding: &KeyBinding| {
            binding.mode == Mode::Global.name()
                && ["enter", keys].contains(&binding.chords.as_str())
                && binding.command.is_empty()
        };
        settings.keys.retain(|binding| !is_opening(binding));
        let mut at = Interface::start(Start { files: DESK, settings, ..Start::default() });
        at.press("enter").press(keys).press("\"abc\" esc q").press("ctrl-c ctrl-c");
        assert!(at.has_left, "{keys}");
    }
}
