//! What concerns more than one country: the digest, the agenda, the page of two countries.

use chancery::app::effect::Effect;
use chancery::config::Settings;

use crate::interface::{Interface, Start};

/// Two briefs of the last days on two pairs of countries, and an old one on a third.
const NEWS: &[(&str, &str)] = &[
    (
        "kz-uz.md",
        "+++\ntitle = \"Astana and Tashkent\"\ndate = 2025-05-30\ncountries = [\"KZ\", \"UZ\"]\nlanguage = \"en\"\n+++\nKazakhstan and Uzbekistan raised their relations to a strategic partnership on 29 May 2025. A summit of Kazakhstan and Uzbekistan will take place in Tashkent on 27 June 2025.\n",
    ),
    (
        "by-kz.md",
        "+++\ntitle = \"Minsk and Astana\"\ndate = 2025-05-31\ncountries = [\"BY\", \"KZ\"]\nlanguage = \"en\"\n+++\nBelarus and Kazakhstan signed an agreement on transport in Minsk on 30 May 2025.\n",
    ),
    (
        "az.md",
        "+++\ntitle = \"Baku\"\ndate = 2025-01-31\ncountries = [\"AZ\"]\nlanguage = \"en\"\n+++\nAzerbaijan adopted a law on its ports.\n",
    ),
];

fn news(desk: &[&str]) -> Interface {
    let desk = desk.iter().map(|code| code.parse().expect("a code")).collect();
    let settings = Settings { desk, ..Settings::default() };
    Interface::start(Start { files: NEWS, settings, ..Start::default() })
}

#[test]
fn the_digest_puts_my_countries_first_and_leads_to_the_sentence_and_back() {
    let mut at = news(&["UZ", "AZ"]);
    at.press("g d").shows("Front page · since").shows("2 briefs");
    at.shows("UZBEKISTAN     + Relations with Kazakhstan: strategic partnership");
    at.shows("NOTHING NEW    Azerbaijan");
    let line = at.row_here();
    at.press("enter");
    assert!(at.reversed().replace('\n', " ").contains("raised their relations"), "{}", at.screen());
    at.press("q").shows("Front page");
    assert_eq!(at.row_here(), line);
    at.press("q").hides("Front page");
}

#[test]
fn from_a_line_of_the_digest_to_its_country_and_back() {
    let mut at = news(&["UZ"]);
    at.press("g d i").shows("Uzbekistan · page as of").press("q").shows("Front page");
    at.press("i w").shows("With which country:").press("enter");
    at.shows("Uzbekistan – Kazakhstan · page as of").press("q").shows("Uzbekistan · page as of");
    at.press("q").shows("Front page").press("esc").hides("Front page");
}

#[test]
fn the_agenda_shows_what_is_coming_and_is_written_as_a_calendar() {
    let mut at = news(&[]);
    at.press("g c").shows("Agenda · as of 2 June 2025").shows("COMING").shows("27 Jun");
    at.press("p ctrl-u \"dates.ics\" enter").says("Written: dates.ics");
    let calendar = &at.written["dates.ics"];
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTART;VALUE=DATE:20250627\r\n"), "{calendar}");
    at.press("p ctrl-u \"dates.md\" enter").says("Written: dates.md");
    assert!(at.written["dates.md"].contains("27 June 2025"));
    // Nothing else is a calendar.
    at.press("q g d p ctrl-u \"digest.ics\" enter").says(".md or .txt");
}

#[test]
fn the_partners_are_offered_by_their_briefs_and_any_country_by_its_name() {
    let mut at = news(&[]);
    at.press("c \"kazakhstan\" enter i w").shows("Belarus").shows("Uzbekistan").hides("France");
    at.press("\"franc\"").shows("France").hides("Belarus").press("ctrl-u").shows("Belarus");
    at.press("\"france\" enter").shows("Kazakhstan – France").shows("No brief is about both");
    // Another partner takes its place: the way back stays one step.
    at.press("w \"belarus\" enter").shows("Kazakhstan – Belarus").shows("Agreement signed");
    at.press("q").shows("Kazakhstan · page as of");
    at.press("w \"kazakhstan\" enter").says("It takes another country").shows("Kazakhstan · page");
}

#[test]
fn a_partner_that_was_typed_before_it_was_found_is_taken_when_it_is() {
    let mut at = news(&[]);
    at.press("c \"kazakhstan\" enter i");
    at.slow = true;
    at.press("w \"uzbek\" enter").answer().answer().shows("Kazakhstan – Uzbekistan · page as of");
}

#[test]
fn a_stale_digest_is_dropped() {
    let mut at = news(&[]);
    at.slow = true;
    at.press("g d").shows("All briefs are being read").press("q g c").answer();
    at.shows("Agenda · as of").hides("since");
    assert!(at.wanted.iter().any(|effect| matches!(effect, Effect::Digest { .. })));
}

#[test]
fn a_country_in_nearly_every_brief_has_its_lines_by_partner() {
    let home = "KZ".parse().ok();
    let settings = Settings { home, ..Settings::default() };
    let mut at = Interface::start(Start { files: NEWS, settings, ..Start::default() });
    at.press("c \"kazakhstan\" enter i");
    for _ in 0..20 {
        at.press("j");
    }
    let page = at.press("g g").screen();
    assert!(page.contains("page as of"), "{page}");
    let by_partner =
        |e: &Effect| matches!(e, Effect::Summarise { request, .. } if request.by_partner);
    assert!(at.wanted.iter().any(by_partner));
}

#[test]
fn a_page_that_is_there_is_waited_for_no_longer() {
    for keys in ["g d", "g c", "c \"kazakhstan\" enter i w \"uzbek\" enter"] {
        let mut at = news(&[]);
        at.press(keys);
        assert!(!at.state.is_waiting(), "{keys}");
    }
    let mut at = news(&[]);
    at.slow = true;
    at.press("g d");
    assert!(at.state.is_waiting(), "until it is there");
}

#[test]
fn a_page_that_was_left_before_it_was_there_comes_when_it_is_come_back_to() {
    let mut at = news(&["UZ"]);
    at.press("g d");
    at.slow = true;
    at.press("i w enter")
        .answer()
        .press("q")
        .shows("being compiled")
        .answer()
        .shows("Uzbekistan · page as of");
    at.hides("being compiled").shows("strategic partnership");
}

#[test]
fn a_page_that_is_come_back_to_is_as_it_is_now() {
    let mut at = news(&[]);
    at.press("c \"kazakhstan\" enter i").shows("Everything, whenever it came");
    at.press("w \"uzbek\" enter t \"30\" enter").shows("Since 4 May 2025");
    at.press("q").shows("Kazakhstan · page as of").shows("Since 4 May 2025");
    at.press("w \"uzbek\" enter");
    at.files.remove("by-kz.md");
    at.library_changes()
        .press("q")
        .shows("Kazakhstan · page as of")
        .hides("agreement on transport");
}

#[test]
fn the_page_that_a_sentence_was_opened_from_is_as_it_is_now() {
    let mut at = news(&["KZ"]);
    at.press("g d enter").shows("raised their relations");
    at.files.remove("by-kz.md");
    at.library_changes().press("q").shows("Front page").hides("transport");
}

#[test]
fn from_a_pair_to_the_page_of_its_country() {
    let mut at = news(&["UZ", "AZ"]);
    at.press("c \"kazakhstan\" enter w \"uzbek\" enter").shows("Kazakhstan – Uzbekistan");
    at.says("i country page").press("i").shows("Kazakhstan · page as of").says("m seen");
    // From there the pair is one step away, and back again.
    at.press("q").shows("Kazakhstan – Uzbekistan").press("q").hides("page as of");
    at.press("i w \"uzbek\" enter i")
        .shows("Kazakhstan · page as of")
        .press("q")
        .hides("page as of");
}

#[test]
fn a_row_without_a_country_does_not_take_one_that_is_out_of_sight() {
    let mut at = news(&["UZ"]);
    at.press("c \"kazakhstan\" enter g d G");
    for key in ["i", "w", "a c"] {
        at.press(key).says("No country here").shows("Front page");
    }
}

#[test]
fn the_cursor_stays_on_its_line_when_the_page_comes_anew() {
    let mut at = news(&[]);
    // Another line above leads to the same sentence.
    at.press("c \"uzbekistan\" enter i").is_on("Relations with Kazakhstan");
    at.press("j j").is_on("raised their relations").press("m").says("Seen up to here");
    at.is_on("raised their relations");
}

#[test]
fn the_partners_of_a_country_that_stands_alone_are_asked_for_by_name() {
    let mut at = news(&[]);
    at.press("c \"azerb\" enter i w \"franc\"").shows("France").press("ctrl-u").hides("France");
    at.press("enter").hides("Azerbaijan – ");
}
