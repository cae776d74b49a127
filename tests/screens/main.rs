//! The screens as a reader sees them, kept as pictures in text: what changes here changes for users.
//!
//! Each picture shows one state at 60x15, 90x24 and 160x50, in French or English. After a wanted
//! change: `INSTA_UPDATE=always cargo test --test screens`, then look at each picture.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "../support/briefs.rs"]
mod briefs;
#[path = "../support/interface.rs"]
mod interface;

use std::fmt::Write;

use briefs::DESK;
use chancery::app::message::Timer;
use chancery::config::Settings;
use chancery::model::Language;
use interface::{Interface, Start};

const SIZES: [(u16, u16); 3] = [(60, 15), (90, 24), (160, 50)];

/// Names and titles that no width is enough for.
const LONG: &[(&str, &str)] = &[
    (
        "japon/traite.md",
        "+++\ntitle = \"日中平和友好条約は一九七八年八月十二日に北京で署名されました\"\ndate = 1978-08-12\ncountries = [\"JP\", \"CN\"]\nsource = \"外務省\"\n+++\n日中平和友好条約は一九七八年八月十二日に北京で署名され、同年十月二十三日に発効した。条約は五か条から成る。\n",
    ),
    (
        "autriche/danube.md",
        "+++\ntitle = \"DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhaupt\"\ndate = 1996-05-01\ncountries = [\"AT\", \"DE\", \"HU\", \"SK\", \"RS\"]\nsource = \"Die sehr lange Bezeichnung einer amtlichen Quelle\"\n+++\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.\n",
    ),
    (
        "rdc/bosnie.md",
        "+++\ntitle = \"RDC, Bosnie-Herzégovine et Saint-Vincent-et-les-Grenadines\"\ndate = 2024-02-03\ncountries = [\"CD\", \"BA\", \"VC\"]\nstatus = \"withdrawn\"\n+++\nTrois pays aux noms longs.\n",
    ),
];

/// Files with something wrong.
const BAD: &[(&str, &str)] = &[
    (
        "france/entete.md",
        "+++\ntitle = \"Ouvert\ndate = 2025-05-01\n+++\nUn texte sur la France.\n",
    ),
    ("france/vide.md", ""),
    ("france/binaire.txt", "\u{0}\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}"),
    (
        "un/dossier/au/nom/vraiment/tres/long/pour/un/fichier/de/briefs/valeurs.md",
        "+++\ntitle = \"Valeurs\"\ndate = \"hier\"\ncountries = [\"Atlantide\"]\nhumeur = 3\n+++\nRien.\n",
    ),
    (
        "viet-nam/cache.md",
        "+++\ntitle = \"Caché\"\ndate = 2025-01-01\ncountries = [\"VN\"]\n+++\nUn\u{200b} texte\u{202e}.\n",
    ),
];

/// Takes the picture of a state at each size, in both languages.
fn picture(name: &str, start: &Start<'_>, keys: &str) {
    picture_of(name, start, |at| {
        at.press(keys);
    });
}

/// Takes the picture of what comes of some events.
fn picture_of(name: &str, start: &Start<'_>, happens: impl Fn(&mut Interface)) {
    for language in [Language::French, Language::English] {
        let mut pictures = String::new();
        for size in SIZES {
            let mut at = Interface::start(Start {
                files: start.files,
                language,
                size,
                settings: start.settings.clone(),
                ascii: start.ascii,
                ..Start::default()
            });
            if at.runs(Timer::Follow) {
                at.elapse(Timer::Follow);
            }
            happens(&mut at);
            for timer in [Timer::Follow, Timer::Hints] {
                if at.runs(timer) {
                    at.elapse(timer);
                }
            }
            let (columns, rows) = size;
            writeln!(pictures, "{columns}x{rows}\n{}\n", at.screen()).unwrap();
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("{name}_{}", language.code()), pictures);
        });
    }
}

fn desk() -> Start<'static> {
    let desk = ["BY", "KZ"].map(|code| code.parse().unwrap()).to_vec();
    Start { files: DESK, settings: Settings { desk, ..Settings::default() }, ..Start::default() }
}

#[test]
fn found_by_another_spelling() {
    picture("found-near", &desk(), "enter / \"novorossiisk\" enter");
}

#[test]
fn found_in_notes() {
    let keys = "/ \"kaz\" enter h a c \"Ask for the uranium figures.\" ctrl-o enter j a a \
                \"The uranium is for this plant.\" ctrl-o c \"uranium\" enter";
    picture("found-in-notes", &desk(), keys);
}

#[test]
fn start() {
    picture("start", &desk(), "");
}

#[test]
fn list() {
    picture("list", &desk(), "enter s j enter j");
}

#[test]
fn related_unfolded() {
    picture("related", &desk(), "enter 2 j enter j");
}

#[test]
fn reading() {
    picture("reading", &desk(), "enter enter ctrl-d");
}

#[test]
fn reading_with_markings() {
    picture("markings", &desk(), "c \"dixième\" enter");
}

#[test]
fn finding_in_the_text() {
    picture("found", &desk(), "enter enter / \"energy\" enter");
}

#[test]
fn country_page() {
    picture("country-page", &desk(), "c \"kazakhstan\" enter i 5 j");
}

/// Facts on several countries, with days to come after those of the usual briefs.
const NEWS: &[(&str, &str)] = &[
    (
        "ouzbekistan/traite.md",
        "+++\ntitle = \"Tachkent et Astana : un partenariat stratégique\"\ndate = 2025-05-30\ncountries = [\"UZ\", \"KZ\"]\nsource = \"Note\"\nlanguage = \"fr\"\n+++\nL'Ouzbékistan et le Kazakhstan ont élevé leurs relations au rang de partenariat stratégique le 29 mai 2025. Le commerce entre l'Ouzbékistan et le Kazakhstan doit atteindre 10 milliards de dollars d'ici 2030.\n",
    ),
    (
        "belarus/sommet.md",
        "+++\ntitle = \"Minsk, calendrier\"\ndate = 2025-05-31\ncountries = [\"BY\", \"RU\"]\nsource = \"Note\"\nlanguage = \"fr\"\n+++\nLe président de la Russie se rendra en Biélorussie le 27 juin 2025. La Biélorussie et la Russie signeront un accord sur les transports en juillet 2025.\n",
    ),
    (
        "ouzbekistan/retrait.md",
        "+++\ntitle = \"Tachkent : une annonce retirée\"\ndate = 2025-05-28\ncountries = [\"UZ\"]\nstatus = \"withdrawn\"\nlanguage = \"fr\"\n+++\nL'Ouzbékistan avait annoncé un sommet le 20 juin 2025.\n",
    ),
];

fn news() -> Start<'static> {
    let desk = ["BY", "KZ"].map(|code| code.parse().unwrap()).to_vec();
    Start { files: NEWS, settings: Settings { desk, ..Settings::default() }, ..Start::default() }
}

#[test]
fn digest() {
    picture("digest", &news(), "g d j");
}

#[test]
fn agenda() {
    picture("agenda", &news(), "g c");
}

#[test]
fn pair() {
    picture("pair", &news(), "c \"kazakhstan\" enter i w enter");
}

#[test]
fn pair_picker() {
    picture("pair-picker", &desk(), "c \"kazakhstan\" enter i w");
}

#[test]
fn finder() {
    picture("finder", &desk(), "c \"biel\"");
}

#[test]
fn filter() {
    picture("filter", &desk(), "enter / \"elysee\"");
}

#[test]
fn help() {
    picture("help", &desk(), "? down down pagedown");
}

#[test]
fn palette() {
    picture("palette", &desk(), ": \"la\"");
}

#[test]
fn hints_after_a_prefix() {
    picture("prefix", &desk(), "g");
}

#[test]
fn export() {
    picture("export", &desk(), "enter enter p");
}

#[test]
fn question() {
    picture("question", &desk(), "M");
}

#[test]
fn empty_library() {
    picture("empty", &Start::default(), "");
}

#[test]
fn nothing_unread() {
    picture("all-read", &desk(), "M enter j enter");
}

#[test]
fn what_the_texts_hold() {
    picture("found-in-texts", &desk(), "enter / \"astana\" enter");
}

#[test]
fn saved_searches() {
    picture("saved-searches", &desk(), "enter / \"astana\" enter f s \"Forums\" enter");
}

#[test]
fn nothing_matches() {
    picture("no-match", &desk(), "c \"qqzz\"");
}

#[test]
fn problems() {
    picture("problems", &Start { files: BAD, ..Start::default() }, "g p");
}

#[test]
fn long_names() {
    picture("long-names", &Start { files: LONG, ..Start::default() }, "");
}

#[test]
fn tagging() {
    picture("tagging", &desk(), "enter t t \"visas\" enter j t t \"énergie\" enter t t");
}

#[test]
fn writing_a_note() {
    let keys = "enter enter a a \"Ask the **desk**.\" ctrl-o a s j enter \"Who said so? And when, and to whom, and is it in the other dispatch?\"";
    picture("writing", &desk(), keys);
}

#[test]
fn a_text_with_tags_and_notes() {
    let keys = "enter enter t t \"visas\" enter a a \"Ask the desk.\" ctrl-o a s j enter \"Who said so?\" ctrl-o";
    picture("noted", &desk(), keys);
}

#[test]
fn list_of_notes() {
    let keys = "enter enter a a \"Ask the desk.\" ctrl-o a c \"Visas\" ctrl-o a l";
    picture("notes", &desk(), keys);
}

#[test]
fn ascii() {
    picture("ascii", &Start { ascii: true, ..desk() }, "enter s j j enter");
}

#[test]
fn walking_through_sentences() {
    picture("sentences", &desk(), "enter enter v 2 j");
}

/// Two sentences, an article and a line of a page in the basket.
const COLLECTED: &str =
    "enter enter v + j + esc q c \"dixième\" enter + c \"kazakhstan\" enter i 2 j +";

#[test]
fn basket() {
    picture("basket", &desk(), &format!("{COLLECTED} g + j"));
}

#[test]
fn empty_basket() {
    picture("basket-empty", &desk(), "g +");
}

#[test]
fn what_became_of_what_was_taken_along() {
    picture_of("amended", &desk(), |at| {
        at.press(COLLECTED).press("q");
        for (path, from, to) in [
            ("kazakhstan/forum.md", "eighty countries", "ninety countries"),
            ("belarus/ocs.md", "language = ", "status = \"withdrawn\"\nlanguage = "),
        ] {
            let text = at.files.get_mut(path).unwrap();
            *text = text.replace(from, to);
        }
        at.library_changes().press("g a j");
    });
}

#[test]
fn what_became_of_the_text_in_sight() {
    picture_of("amended-text", &desk(), |at| {
        at.press("c \"dixième\" enter v y esc");
        let text = at.files.get_mut("belarus/ocs.md").unwrap();
        *text = text.replace("language = ", "status = \"corrected\"\nlanguage = ");
        at.library_changes().press("r esc");
    });
}
