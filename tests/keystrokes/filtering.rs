//! The filter of the articles: a query, what it offers, and what it explains.

use crate::desk;

#[test]
fn a_filter_takes_the_query_language() {
    let mut at = desk();
    at.press("enter / \"pays:kz\"").shows("Astana International Forum").hides("COP29");
    at.press("ctrl-u").type_text("country:none").shows("‹Les délégations").hides("Astana");
    at.press("ctrl-u").type_text("-pays:kz since:2024").shows("COP29").hides("International Forum");
    at.press("ctrl-u").type_text("forum OR cop29").shows("COP29").shows("International Forum");
    at.press("esc").shows("COP29").shows("‹Les délégations");
}

#[test]
fn a_mistake_is_explained_below_the_line_and_the_rest_counts() {
    let mut at = desk();
    at.press("enter / \"contry:kz forum\"").says("did you mean country:?");
    at.shows("Astana International Forum").hides("COP29");
    at.press("ctrl-u").type_text("since:soon ").says("\"soon\" is no date");
    at.press("ctrl-u").type_text("forum \"").says("Words, \"phrases\"");
}

#[test]
fn names_and_values_are_offered_and_tab_takes_them() {
    let mut at = desk();
    at.press("enter / \"forum coun\"").says("country:").press("tab").shows("forum country:");
    at.type_text("kaz").says("Kazakhstan KZ").press("tab");
    at.shows("forum country:Kazakhstan").shows("Astana International Forum").hides("COP29");
    at.press("tab").shows("Find:");
}

#[test]
fn old_rows_stay_until_the_latest_query_is_read() {
    let mut at = desk();
    at.press("enter");
    at.slow = true;
    at.press("/ \"cop\"").shows("Astana International Forum").answer();
    at.shows("COP29").hides("Astana International Forum");
    at.press("ctrl-u").type_text("forum").press("enter").shows("COP29").answer();
    at.hides("COP29").is_on("Astana International Forum").shows("All / forum");
    at.press("/ \" x\" esc").answer();
    at.shows("COP29");
}

#[test]
fn what_is_read_stays_in_a_list_of_the_unread() {
    let mut at = desk();
    at.press("enter / \"is:unread forum\" enter m").is_on("Astana International Forum");
    at.library_changes().is_on("Astana International Forum");
    at.press("esc / \"is:unread forum\" enter").shows("esc removes the filter");
}

#[test]
fn the_help_lists_the_ways_to_ask_and_enter_tries_one_out() {
    let mut at = desk();
    at.press("? \"from that day\"").shows("since:30d").press("enter");
    at.shows("Filter articles: since:30d").shows("Astana International Forum").hides("COP29");
}
