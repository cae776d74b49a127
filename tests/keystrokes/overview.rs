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
