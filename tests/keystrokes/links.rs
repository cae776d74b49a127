//! The links of a text: marked where they lie, opened after their real host was shown.

use chancery::app::effect::Effect;
use chancery::text::Address;

use crate::{Interface, Start};

/// The interface on a text of some Markdown.
fn on(text: &str) -> Interface {
    let brief = format!("+++\ntitle = \"A note\"\ndate = 2025-05-01\n+++\n\n{text}\n");
    let mut at = Interface::start(Start { files: &[("a.md", &brief)], ..Start::default() });
    at.press("enter enter").shows("A note");
    at
}

/// The addresses that were handed to the browser.
fn browsed(at: &Interface) -> Vec<&str> {
    let address = at.wanted.iter().filter_map(|effect| match effect {
        Effect::Browse(address) => Some(address),
        _ => None,
    });
    address.map(Address::url).collect()
}

#[test]
fn the_host_is_shown_before_the_only_link_opens() {
    let mut at = on("See [the report](https://example.org/report?a=1).");
    at.press("g x").says("Open it in your browser?").shows("Host: example.org");
    assert_eq!(browsed(&at), [""; 0]);
    at.press("esc").hides("Host:");
    assert_eq!(browsed(&at), [""; 0]);
    at.press("g x enter");
    assert_eq!(browsed(&at), ["https://example.org/report?a=1"]);
}

#[test]
fn of_several_one_is_chosen_and_bare_ones_count() {
    let mut at = on(
        "[One](https://one.example/), then https://two.example/page. [Three](mailto:x@y.example)",
    );
    at.press("g x").shows("Links").shows("one.example").shows("two.example").shows("not opened");
    at.press("\"two\" enter").shows("Host: two.example").press("enter");
    assert_eq!(browsed(&at), ["https://two.example/page"]);
}

#[test]
fn a_link_that_names_another_host_is_marked_in_the_text_and_in_the_list() {
    let mut at =
        on("[https://mfa.example](https://other.example/x) and [the page](https://fair.example/).");
    at.shows("https://mfa.example[1≠]").shows("the page[2]").shows("[1≠] https://other.example/x");
    at.shows("name another host than it leads to");
    at.press("g x").shows("≠ other.example").press("enter").shows("Host: other.example");
    let mut fair = on("[the page](https://fair.example/).");
    fair.hides("≠").hides("another host");
}

#[test]
fn what_is_no_page_or_hides_its_host_is_never_opened() {
    for hostile in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ssh://-oProxyCommand=x",
        "-x",
        "https://mfa.example@other.example/",
        "https://-$(touch%20x).example/",
        "https://exa%0Ample.org/",
    ] {
        let mut at = on(&format!("[here]({hostile})"));
        at.press("g x").says("Not opened").press("enter");
        assert_eq!(browsed(&at), [""; 0], "{hostile}");
    }
    let mut at = on(&format!("[here](https://example.org/{})", "x".repeat(65_536)));
    at.press("g x").says("too long").press("enter");
    assert_eq!(browsed(&at), [""; 0]);
}

#[test]
fn a_host_in_other_letters_or_of_any_length_is_shown_whole() {
    let mut at = on("[here](https://mfа.example/)");
    at.press("g x").shows("Host: xn--mf-8kc.example").press("esc");
    let long = format!(
        "https://mfa.example.{}.other.example/",
        ["a".repeat(60), "b".repeat(60)].join(".")
    );
    let mut at = on(&format!("[here]({long})"));
    at.press("g x").shows("other.example").shows("mfa.example.aaa");
}

#[test]
fn a_text_without_links_says_so() {
    on("No link at all.").press("g x").says("This text has no link.");
    let mut at = Interface::start(Start::default());
    at.press("g x").says("Open an article first");
}

#[test]
fn what_of_a_long_address_is_not_shown_is_told() {
    let long = "a".repeat(1_500);
    let mut at = on(&format!("See [the report](https://example.org/{long}/end)."));
    at.resize(60, 15).press("g x").shows("Host: example.org");
    let screen = at.screen();
    let shown = screen.matches("aaaa").count() * 4;
    assert!(shown > 300 && screen.contains("more characters"), "{screen}");
    at.resize(120, 40).shows("/end").hides("more characters");
}
