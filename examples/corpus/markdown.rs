//! A brief in Markdown, with front matter in TOML, in YAML or not at all.

use std::fmt::Write;

use crate::draw::Draw;
use crate::scene::Scene;

/// How the front matter of one brief is written.
#[derive(Clone, Copy)]
enum Syntax {
    Toml,
    Yaml,
}

/// A whole brief. Its number makes its id, where it has one.
pub(crate) fn brief(number: u32, scene: &Scene<'_>, draw: &mut Draw) -> String {
    let title = scene.title(draw);
    let mut text = match draw.between(1, 20) {
        1..=9 => front_matter(number, &title, Syntax::Toml, scene, draw),
        10..=18 => front_matter(number, &title, Syntax::Yaml, scene, draw),
        19 => format!("# {title}\n"),
        _ => String::new(),
    };
    for paragraph in scene.paragraphs(draw) {
        let (before, after) = match draw.between(1, 20) {
            1..=5 => (format!("## {}\n\n", draw.line(&scene.tongue.headings)), String::new()),
            6 => ("> ".to_owned(), String::new()),
            7..=8 => (String::new(), list(scene, draw)),
            9 => (String::new(), table(scene, draw)),
            _ => (String::new(), String::new()),
        };
        let _ = write!(text, "\n{before}{paragraph}\n{after}");
    }
    text
}

/// The front matter; each key is there more often than not, and any may be missing.
fn front_matter(
    number: u32,
    title: &str,
    syntax: Syntax,
    scene: &Scene<'_>,
    draw: &mut Draw,
) -> String {
    let (fence, sign) = match syntax {
        Syntax::Toml => ("+++", " ="),
        Syntax::Yaml => ("---", ":"),
    };
    let countries = scene.subjects().map(|country| {
        let name = country.bare_name(scene.tongue);
        quoted(if draw.percent(15) { name } else { &country.code })
    });
    // In each row: the percentage of the briefs that have it, its key, its value.
    let rows = [
        (97, "title", quoted(title)),
        (90, "date", scene.day.to_string()),
        (80, "countries", format!("[{}]", countries.join(", "))),
        (85, "source", quoted(&scene.tongue.agency)),
        (60, "language", quoted(&scene.tongue.code)),
        (30, "tags", "[\"corpus\"]".to_owned()),
        (10, "id", quoted(&format!("corpus-{number}"))),
        (1, "status", quoted("corrected")),
    ];
    let mut text = format!("{fence}\n");
    for (share, key, value) in rows {
        if draw.percent(share) {
            let _ = writeln!(text, "{key}{sign} {value}");
        }
    }
    text + fence + "\n"
}

/// A string as both TOML and YAML read it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list(scene: &Scene<'_>, draw: &mut Draw) -> String {
    let items = (0..draw.between(2, 5)).map(|_| format!("- {}\n", scene.sentence(draw)));
    format!("\n{}", items.collect::<String>())
}

/// Two columns: years and figures.
fn table(scene: &Scene<'_>, draw: &mut Draw) -> String {
    let head = scene.subjects().map(|country| country.bare_name(scene.tongue)).join(" | ");
    let rows = (0..draw.between(2, 6)).map(|_| {
        let (year, figure) = (draw.between(2015, 2025), draw.between(10, 9_999));
        format!("| {year} | {figure} |\n")
    });
    format!("\n| {head} |\n|---|---:|\n{}", rows.collect::<String>())
}
