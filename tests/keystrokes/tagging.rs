//! The reader's own tags: given, taken off, completed, undone; on one brief or on a whole list.

use chancery::app::effect::Effect;

use crate::{desk, reading};

/// The reader's own tags of a file.
fn tags(at: &crate::Interface, path: &str) -> Vec<String> {
    at.marks.tags(&at.id(path)).map(str::to_owned).collect()
}

#[test]
fn a_tag_is_told_from_those_of_the_file_and_the_same_again_takes_it_off() {
    let mut at = reading();
    at.press("t t").shows("A word of your own").press("\"Énergie\" enter");
    at.shows("#forum").shows("yours: #Énergie");
    assert_eq!(tags(&at, "kazakhstan/forum.md"), ["Énergie"]);
    at.press("t t").shows("has: Énergie").press("\"#energie\"").shows("enter takes #Énergie off");
    at.press("enter").hides("Énergie");
    at.press("U").says("Undone: tag taken off").shows("yours: #Énergie");
    at.press("U").says("Undone: tagged").hides("Énergie");
    at.press("ctrl-r").shows("yours: #Énergie");
}

#[test]
fn a_whole_list_is_one_change_and_only_what_lacks_the_tag_gets_it() {
    let mut at = desk();
    at.press("enter t t \"visas\" enter t a").says("").shows("Tag all 8 articles:");
    at.press("\"vi\" tab").shows("enter tags with #visas").press("enter");
    assert_eq!(tags(&at, "belarus/ocs.md"), ["visas"]);
    let last = at.wanted.iter().rev().find_map(|effect| match effect {
        Effect::Record { changes, .. } => Some(changes.len()),
        _ => None,
    });
    assert_eq!(last, Some(7));
    at.press("t a \"visas\"").shows("enter takes #visas off").press("enter");
    assert_eq!(tags(&at, "kazakhstan/forum.md"), [""; 0]);
    at.press("U");
    assert_eq!(tags(&at, "belarus/ocs.md"), ["visas"]);
}

#[test]
fn tab_goes_through_the_known_tags() {
    let mut at = desk();
    at.press("enter t t \"visas\" enter t t \"visites\" enter t t \"pétrole\" enter");
    at.press("j t t \"vi\"").shows("tab completes: visas · visites");
    at.press("tab").shows("Tag: visas").press("tab").shows("Tag: visites");
    at.press("tab").shows("Tag: visas").press("ctrl-u \"petr\"").shows("tab completes: pétrole");
}

#[test]
fn a_tag_narrows_the_list_and_shows_in_its_row() {
    let mut at = desk();
    at.press("enter j t t \"Élysée 2\" enter").is_on("#Élysée 2");
    at.press("/ \"#elys\"")
        .shows("tab  Élysée 2")
        .press("tab")
        .shows("#\"Élysée 2\"")
        .press("enter");
    at.shows("Le traité de l'Élysée").hides("Astana International");
    // What has it no more stays until something else is asked for.
    at.press("t t \"élysée 2\" enter").shows("Le traité de l'Élysée").hides("#Élysée");
    at.press("U esc / \"tag:none\" enter").hides("Le traité de l'Élysée");
}

#[test]
fn what_can_be_no_tag_is_said_and_the_line_stays() {
    let mut at = reading();
    at.press("t t enter").says("A tag needs a name").shows("Tag:");
    at.paste("a\u{202e}b").press("enter").says("control or invisible characters");
    at.press("ctrl-u");
    at.type_text(&"x".repeat(65)).press("enter").says("at most 64 characters");
    at.press("esc");
    assert!(!at.wanted.iter().any(|effect| format!("{effect:?}").contains("Tag")));
}

#[test]
fn a_tag_shows_once_it_is_on_disk_and_the_next_key_knows_of_it() {
    let mut at = reading();
    at.slow = true;
    at.press("t t \"visas\" enter").hides("yours");
    at.press("t t \"visas\" enter").answer().hides("yours");
    assert_eq!(tags(&at, "kazakhstan/forum.md"), [""; 0]);
}
