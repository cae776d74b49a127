//! Thousands of keys, pastes, sizes and changes in no order: whatever comes, the interface holds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "support/briefs.rs"]
mod briefs;
#[path = "support/interface.rs"]
mod interface;
#[path = "support/wire.rs"]
mod wire;

use chancery::app::ColourScheme;
use chancery::app::keymap::{Keymap, Mode};
use chancery::app::message::{Message, Timer};
use chancery::app::mouse::{Mouse, MouseAction};
use chancery::config::{Layout, Settings};
use chancery::model::Language;
use chancery::terminal::{Capability, Charset};
use interface::{Interface, Start};
use proptest::collection::vec;
use proptest::prelude::*;
use wire::{USUAL, Wire};

/// What a hostile folder may hold, in titles, names and texts.
const HOSTILE: &[(&str, &str)] = &[
    (
        "a/\u{202e}gpj.md",
        "+++\ntitle = \"Re\\u202Eversed \\u200Bgap\"\n+++\nA \u{202e}b\u{7}\u{1b}[31mc\u{9b}2J\u{ad}d\u{feff}.\n",
    ),
    (
        "b/cjk.md",
        "+++\ntitle = \"漢字かな交じり文の長い題名がここにありますので折り返しが必要です\"\ncountries = [\"JP\"]\n+++\n日本国と中国の条約は一九七八年に署名された。👨‍👩‍👧‍👦 e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} ✍️\n",
    ),
    ("c/long.md", LONG),
    (
        "d/deep.md",
        "> > > > > > > > quoted\n\n- a\n  - b\n    - c\n      - d\n\n| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 漢字 |\n\n```\n\tcode\twith\ttabs and a very long line that goes on and on and on and on and on and on\n```\n\n[link](javascript:alert(1)) ![](x)\n",
    ),
    (
        "e/arabic.md",
        "+++\ntitle = \"السلام عليكم\"\ncountries = [\"EG\"]\n+++\nالنص العربي مع أرقام 123 و كلمات.\n",
    ),
    ("f/empty.md", ""),
    ("g/binary.txt", "\u{0}\u{1}\u{2}\u{0}\u{0}\u{0}"),
    ("h/bad.md", "+++\ntitle = \n"),
];

const LONG: &str = "+++\ntitle = \"DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrt\"\ncountries = [\"AT\", \"DE\", \"HU\", \"SK\", \"RS\", \"RO\", \"BG\", \"UA\"]\nclassification = \"RESTRICTEDRESTRICTEDRESTRICTEDRESTRICTEDRESTRICTEDRESTRICTEDRESTRICTED\"\n+++\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft flows.\n";

/// Something that happens.
#[derive(Clone, Debug)]
enum Event {
    Key(String),
    Letter(char),
    Paste(String),
    Mouse(Mouse),
    Resize(u16, u16),
    Filing(usize),
    Appear(usize),
    Vanish(usize),
    Disk(bool),
    Slow(bool),
    Answer,
    Elapse,
}

/// Every binding there is, so that none is left out.
fn bindings() -> Vec<String> {
    let keymap = Keymap::builtin();
    let mut chords: Vec<String> = [Mode::Global, Mode::Line]
        .into_iter()
        .flat_map(|mode| keymap.bindings(mode).into_iter().map(|(chords, _)| chords))
        // They leave, after which nothing is drawn.
        .filter(|chords| chords != "Z Z")
        .collect();
    chords.extend(["5", "9 9 9 9 9 9", "alt-x", "f5", "delete", "ctrl-c j"].map(String::from));
    chords
}

fn mouse() -> impl Strategy<Value = Mouse> {
    let action = prop_oneof![
        Just(MouseAction::Press),
        any::<bool>().prop_map(|down| MouseAction::Wheel { down })
    ];
    let place = prop_oneof![4 => (0_u16..130, 0_u16..45), 1 => any::<(u16, u16)>()];
    (action, place).prop_map(|(action, (column, row))| Mouse { action, column, row })
}

fn events() -> impl Strategy<Value = Event> {
    let files = HOSTILE.len() + briefs::DESK.len();
    prop_oneof![
        24 => proptest::sample::select(bindings()).prop_map(Event::Key),
        4 => any::<char>().prop_filter("no control", |c| !c.is_control()).prop_map(Event::Letter),
        6 => proptest::char::range('a', 'z').prop_map(Event::Letter),
        1 => any::<String>().prop_map(Event::Paste),
        6 => mouse().prop_map(Event::Mouse),
        3 => (0_u16..200, 0_u16..60).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        2 => (40_u16..130, 12_u16..45).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        1 => (0_usize..9).prop_map(Event::Filing),
        1 => (0..files).prop_map(Event::Appear),
        1 => (0..files).prop_map(Event::Vanish),
        1 => any::<bool>().prop_map(Event::Disk),
        1 => any::<bool>().prop_map(Event::Slow),
        2 => Just(Event::Answer),
        3 => Just(Event::Elapse),
    ]
}

fn happen(at: &mut Interface, event: &Event) {
    let file = |which: usize| briefs::DESK.iter().chain(HOSTILE).nth(which).copied().unwrap();
    match event {
        Event::Key(chords) => drop(at.press(chords)),
        Event::Letter(letter) => drop(at.type_text(letter.encode_utf8(&mut [0; 4]))),
        Event::Paste(text) => drop(at.paste(text)),
        Event::Mouse(mouse) => at.tell(Message::Mouse(*mouse)),
        Event::Resize(columns, rows) => drop(at.resize(*columns, *rows)),
        Event::Filing(done) => at.tell(Message::Filing { done: *done, total: 8 }),
        Event::Appear(which) => {
            let (path, text) = file(*which);
            at.files.insert(path.into(), text.into());
            at.library_changes();
        }
        Event::Vanish(which) => {
            at.files.remove(file(*which).0);
            at.library_changes();
        }
        Event::Disk(fails) => at.disk_fails = *fails,
        Event::Slow(slow) => at.slow = *slow,
        Event::Answer => drop(at.answer()),
        Event::Elapse => {
            for timer in [Timer::Beside, Timer::Follow, Timer::Hints, Timer::Saving] {
                if at.runs(timer) {
                    at.elapse(timer);
                }
            }
        }
    }
}

/// What may stand in no cell: controls, bidirectional marks, characters that show nothing.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}'
            | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The cells are harmless, and what goes over the line shows them.
fn check(at: &Interface, ascii: bool, wire: &mut Wire) -> Result<(), TestCaseError> {
    let (cells, cursor) = at.draw();
    wire.show(&at.state, (cells.area.width, cells.area.height));
    let again = at.draw();
    prop_assert_eq!(&cells, &again.0, "drawing twice is not drawing once");
    prop_assert_eq!(cursor, again.1);
    let (columns, rows) = (cells.area.width, cells.area.height);
    prop_assert!(cursor.x < columns.max(1) && cursor.y < rows.max(1), "cursor at {:?}", cursor);
    for cell in cells.content() {
        let symbol = cell.symbol();
        prop_assert!(!symbol.chars().any(is_forbidden), "{:?}", symbol);
        prop_assert!(symbol.chars().count() <= 8, "{:?}", symbol);
        prop_assert!(!ascii || symbol.is_ascii(), "{:?} in ASCII", symbol);
    }
    Ok(())
}

fn start(french: bool, ascii: bool, remote: bool, layout: Layout) -> Interface {
    let files: Vec<_> = briefs::DESK.iter().chain(HOSTILE).copied().collect();
    Interface::start(Start {
        files: &files,
        language: if french { Language::French } else { Language::English },
        settings: Settings { layout, ..Settings::default() },
        remote,
        ascii,
        scheme: if french { ColourScheme::Mono } else { ColourScheme::Light },
        ..Start::default()
    })
}

/// So many events of a case, at most; half as many on average.
const MOST_EVENTS: usize = 160;

/// Cases for so many events as `CHANCERY_SOAK` asks for; a few where it does not.
fn cases() -> u32 {
    let wanted =
        std::env::var("CHANCERY_SOAK").ok().and_then(|events| events.parse::<usize>().ok());
    wanted.map_or(48, |events| u32::try_from(events / (MOST_EVENTS / 2) + 1).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_the_screen_is_whole(
        french: bool,
        ascii: bool,
        remote: bool,
        layout in proptest::sample::select(vec![Layout::Auto, Layout::Stacked, Layout::Columns, Layout::Single]),
        events in vec(events(), 1..MOST_EVENTS),
    ) {
        let mut at = start(french, ascii, remote, layout);
        let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
        let mut wire = Wire::new(Capability { charset, ..USUAL }, (90, 24));
        check(&at, ascii, &mut wire)?;
        for event in &events {
            happen(&mut at, event);
            check(&at, ascii, &mut wire)?;
        }
        // However lost, one comes home with q and leaves by it.
        at.slow = false;
        at.answer();
        at.resize(90, 24);
        for _ in 0..3 {
            at.press("esc");
            // A note that is not kept asks before it lets go.
            if ["esc goes on writing", "chap continue"].iter().any(|ask| at.foot().contains(ask)) {
                at.press("enter");
            }
        }
        for _ in 0..8 {
            at.press("q");
        }
        prop_assert!(at.has_left, "q does not lead out:\n{}", at.screen());
    }
}
