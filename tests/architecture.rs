//! The layers of the crate, and who may touch the screen, the disk and other programs.
//!
//! Imports only point down; modules of one layer never import each other; no module has circles
//! among its parts. The sources are parsed, so inline paths and macros count like `use`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "support/mentions.rs"]
mod mentions;
#[path = "support/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use mentions::{Mention, Mentions, Source};

/// The layers, from the ground up.
const LAYERS: [&[&str]; 9] = [
    &["model", "text"],
    &["config", "messages", "dates", "country", "people"],
    &["brief", "newswire", "copies", "search", "summary", "export", "corrections", "notes"],
    &["filing", "store"],
    &["library"],
    &["app"],
    &["terminal"],
    &["runtime", "plain"],
    &["cli"],
];

/// What only some parts may name, outside tests: a path, and the parts that may.
const RESERVED: [(&str, &[&str]); 7] = [
    ("ratatui", &["app", "terminal"]),
    ("ratatui::text", &["app::paint"]),
    ("ratatui::widgets", &["app::paint"]),
    ("crossterm", &["app", "terminal"]),
    // The guard writes to the terminal through a descriptor of its own: no file is opened there.
    ("std::fs", &["store", "terminal::guard"]),
    ("std::process::Command", &["runtime"]),
    ("std::net", &[]),
];

/// What makes cells of the screen from text: only the brush may.
const BRUSHES: [&str; 8] = [
    "set_string",
    "set_stringn",
    "set_line",
    "set_span",
    "set_symbol",
    "set_char",
    "append_symbol",
    "render_widget",
];

/// What panes and overlays must not see: they are told what to paint.
const WHOLE: [&str; 3] = ["app::state", "app::update", "app::view"];

#[test]
fn the_sources_keep_to_the_layers() {
    let files = sources::rust_files("src");
    let sources: Vec<Source> =
        files.into_iter().map(|(path, text)| Source { path, text }).collect();
    assert!(sources.len() > 100, "only {} files found", sources.len());
    let faults = faults(&sources);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let files = sources::rust_files("src");
    let modules = files.iter().filter_map(|(path, _)| path.strip_prefix("src/")?.split_once('/'));
    for (module, _) in modules {
        assert!(LAYERS.iter().any(|layer| layer.contains(&module)), "{module} has no layer");
    }
}

/// All that breaks a rule, one sentence each.
fn faults(sources: &[Source]) -> Vec<String> {
    let mentions = Mentions::of(sources);
    let mut faults = BTreeSet::new();
    for mention in &mentions.paths {
        faults.extend(upward(mention));
        faults.extend(whole(mention));
        faults.extend(reserved(mention));
    }
    for call in &mentions.calls {
        let is_brush = inside(&call.from) == "app::paint";
        if BRUSHES.contains(&call.method.as_str()) && !call.in_test && !is_brush {
            faults.insert(format!("{}: only app::paint may call {}", call.file, call.method));
        }
    }
    faults.extend(circles(&mentions.paths));
    faults.into_iter().collect()
}

/// `crate::app::state` as `app::state`.
fn inside(module: &[String]) -> String {
    module.iter().skip(1).map(String::as_str).collect::<Vec<_>>().join("::")
}

/// Whether a path is another or lies below it.
fn is_within(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn is_own(path: &[String]) -> bool {
    path.first().is_some_and(|name| name == "crate")
}

/// The two top modules that an arrow inside the crate connects.
fn ends(mention: &Mention) -> Option<(&str, &str)> {
    let ends = (mention.from.get(1)?.as_str(), mention.to.get(1)?.as_str());
    is_own(&mention.to).then_some(ends)
}

/// An arrow that does not point down.
fn upward(mention: &Mention) -> Option<String> {
    let (from, to) = ends(mention)?;
    let layer = |name| LAYERS.iter().position(|layer| layer.contains(&name));
    let is_down = from == to || layer(from) > layer(to);
    (!is_down).then(|| format!("{}: {from} must not import {to}", mention.file))
}

/// A component that sees the whole state.
fn whole(mention: &Mention) -> Option<String> {
    let (from, to) = (inside(&mention.from), inside(&mention.to));
    let is_component = ["app::panes", "app::overlays"].iter().any(|part| is_within(&from, part));
    let sees = is_own(&mention.to) && WHOLE.iter().any(|part| is_within(&to, part));
    (is_component && sees).then(|| format!("{}: a component must not import {to}", mention.file))
}

/// A part of another crate in the wrong hands.
fn reserved(mention: &Mention) -> Option<String> {
    if mention.in_test || is_own(&mention.to) {
        return None;
    }
    let (from, to) = (inside(&mention.from), mention.to.join("::"));
    let (name, _) = RESERVED.iter().find(|(name, holders)| {
        is_within(&to, name) && !holders.iter().any(|holder| is_within(&from, holder))
    })?;
    Some(format!("{}: {name} is not for {from}", mention.file))
}

/// Which parts of a module a part imports.
type Arrows<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The parts that the arrows lead to from one part.
fn reach<'a>(arrows: &Arrows<'a>, from: &'a str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(part) = next.pop() {
        let targets = arrows.get(part).into_iter().flatten();
        next.extend(targets.copied().filter(|target| seen.insert(*target)));
    }
    seen
}

/// Parts of one module that import each other in a circle. The module itself (`mod.rs`) knows its
/// parts and lends them its names: that is no circle. Nor are parts of a part counted: they are one
/// thing, and the handlers of `app::update`, say, may call each other.
fn circles(mentions: &[Mention]) -> Vec<String> {
    let mut arrows: BTreeMap<String, Arrows<'_>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| !mention.in_test && is_own(&mention.to)) {
        let same = mention.from.iter().zip(&mention.to).take_while(|(a, b)| a == b).count();
        if let (2, Some(from), Some(to)) = (same, mention.from.get(same), mention.to.get(same)) {
            let parent = arrows.entry(inside(&mention.from[..same])).or_default();
            parent.entry(from).or_default().insert(to);
        }
    }
    let in_one = |(parent, arrows): (&String, &Arrows<'_>)| {
        let round: Vec<&str> =
            arrows.keys().copied().filter(|part| reach(arrows, part).contains(part)).collect();
        (!round.is_empty()).then(|| format!("{parent}: a circle among {}", round.join(", ")))
    };
    arrows.iter().filter_map(in_one).collect()
}

/// Reads made-up files, given as a path and a text each.
fn faults_of(files: &[(&str, &str)]) -> Vec<String> {
    let source =
        |(path, text): &(&str, &str)| Source { path: (*path).into(), text: (*text).into() };
    faults(&files.iter().map(source).collect::<Vec<_>>())
}

/// A crate with something in each place that the rules speak of.
const CALM: [(&str, &str); 5] = [
    ("src/lib.rs", "pub mod app; pub mod model;"),
    ("src/app/mod.rs", "mod state; mod panes; mod paint; pub use state::State;"),
    ("src/app/state.rs", "use super::panes::Pane; pub struct State;"),
    ("src/app/panes.rs", "use crate::model::Brief; pub struct Pane;"),
    ("src/model/mod.rs", "pub struct Brief;"),
];

fn faults_with(path: &str, text: &str) -> Vec<String> {
    faults_of(&[CALM.as_slice(), &[(path, text)]].concat())
}

#[test]
fn an_upward_arrow_is_found_however_it_is_written() {
    assert_eq!(faults_of(&CALM), Vec::<String>::new());
    let wanted = ["src/model/brief.rs: model must not import app"];
    for text in [
        "use crate::app::State;",
        "use crate::{app, model::Brief};",
        "use crate::app as interface;",
        "pub use crate::app::*;",
        "use super::super::app::State;",
        "fn f() { crate::app::update(); }",
        "fn f(_: super::super::app::State) {}",
        "type T = Vec<Option<crate::app::State>>;",
        "impl From<crate::app::State> for u8 {}",
        "mod inner { use super::super::super::app; }",
        "fn f() { assert_eq!(1, [crate::app::COUNT][0]); }",
        "#[cfg(test)] mod tests { use crate::app::State; }",
        "fn f() { chancery::app::update(); }",
    ] {
        assert_eq!(faults_with("src/model/brief.rs", text), wanted, "{text}");
    }
    let wanted = ["src/text/fold.rs: text must not import model"];
    assert_eq!(faults_with("src/text/fold.rs", "use crate::model::Brief;"), wanted);
}

#[test]
fn a_component_sees_the_state_under_no_name() {
    for text in [
        "use crate::app::State;",
        "use super::super::State;",
        "use super::super::state;",
        "use super::super::*; fn f(_: State) {}",
    ] {
        let found = faults_with("src/app/panes/reader.rs", text);
        let wanted = "src/app/panes/reader.rs: a component must not import app::state";
        assert!(found.iter().any(|fault| fault == wanted), "{text}: {found:?}");
    }
}

#[test]
fn circles_are_found_and_the_parent_makes_none() {
    let text = "use super::state::State; fn f() { super::super::app::panes::draw(); }";
    assert_eq!(faults_with("src/app/view.rs", text), Vec::<String>::new());
    let text = "use super::panes::Pane; use super::help;";
    let files = [("src/app/help.rs", "use super::keys;"), ("src/app/keys.rs", text)];
    let found = faults_of(&[CALM.as_slice(), &files].concat());
    assert_eq!(found, ["app: a circle among help, keys"]);
}

#[test]
fn what_is_reserved_stays_where_it_belongs() {
    let path = "src/model/brief.rs";
    for (text, wanted) in [
        ("use std::fs;", "std::fs is not for model::brief"),
        ("use std::{io, fs::File};", "std::fs is not for model::brief"),
        ("use std::process::{self, Command};", "std::process::Command is not for model::brief"),
        ("fn f() { ::std::fs::read(\"x\"); }", "std::fs is not for model::brief"),
        ("use ratatui::style::Style;", "ratatui is not for model::brief"),
        ("use std::net::TcpStream;", "std::net is not for model::brief"),
        ("fn f(b: B) { b.set_string(0, 0, \"x\"); }", "only app::paint may call set_string"),
    ] {
        assert_eq!(faults_with(path, text), [format!("{path}: {wanted}")], "{text}");
    }
    let reader = "src/app/panes/reader.rs";
    let wanted = [format!("{reader}: ratatui::text is not for app::panes::reader")];
    assert_eq!(faults_with(reader, "use ratatui::text::Span;"), wanted);
    for text in [
        "#[cfg(test)] mod tests { fn f() { std::fs::read(\"x\"); b.set_symbol(\"x\"); } }",
        "#[cfg(test)] fn f(b: B) { std::fs::read(\"x\"); b.set_symbol(\"x\"); }",
    ] {
        assert_eq!(faults_with(path, text), Vec::<String>::new(), "{text}");
    }
}
