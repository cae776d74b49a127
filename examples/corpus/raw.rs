//! A raw dispatch, in the shapes that scraped ones have, their noise included.

use crate::draw::Draw;
use crate::scene::{Date, Scene};

/// The column at which old wires break their lines.
const WIRE_WIDTH: usize = 65;

/// A whole dispatch.
pub(crate) fn dispatch(scene: &Scene<'_>, draw: &mut Draw) -> String {
    let mut parts = match draw.between(1, 10) {
        1..=2 => headed(scene, draw),
        3..=5 => wire(scene, draw),
        6 => wrapped_wire(scene, draw),
        7 => captioned(scene, draw),
        8..=9 => page(scene, draw),
        _ => bare(scene, draw),
    };
    if draw.percent(8) {
        parts.extend(related(scene, draw));
    }
    parts.join("\n\n") + "\n"
}

/// A header that names the month, a kicker, credits of photographs between the paragraphs.
fn headed(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let tongue = scene.tongue;
    let Date { year, month, .. } = scene.day;
    let kicker = draw.line(&tongue.headings);
    let mut parts = vec![format!("date {year}-{month:02} {kicker}"), scene.title(draw)];
    for paragraph in scene.paragraphs(draw) {
        parts.push(paragraph);
        if draw.percent(25) {
            parts.push(format!("{} {}", tongue.photo, tongue.agency));
        }
    }
    parts.push(tongue.agency.clone());
    parts
}

/// A dateline in front of the text, the agency's initials behind it. A few have no title.
fn wire(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let mut parts: Vec<String> = draw.percent(97).then(|| scene.title(draw)).into_iter().collect();
    let text = scene.paragraphs(draw).join("\n\n");
    parts.push(format!("{} {text}", dateline(scene)));
    parts.push("—".to_owned() + &initials(&scene.tongue.agency));
    parts
}

/// The same in capitals, indents and broken lines.
fn wrapped_wire(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let mut text = scene.paragraphs(draw);
    if let Some(first) = text.first_mut() {
        first.insert_str(0, &(dateline(scene) + " "));
    }
    let lines: Vec<String> = text.iter().map(|paragraph| wrapped(paragraph)).collect();
    vec![scene.title(draw).to_uppercase(), lines.join("\n")]
}

/// The title once more, glued to a caption, and related stories at the end.
fn captioned(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let tongue = scene.tongue;
    let (title, caption, lead) = (scene.title(draw), scene.caption(draw), scene.sentence(draw));
    let city = scene.main_country().capital(tongue);
    let photo = format!("{title} ảnh 1{caption} {} {}", tongue.photo, tongue.agency);
    let text = scene.paragraphs(draw).join("\n\n");
    let sign = initials(&tongue.agency);
    let mut parts =
        vec![title, format!("{lead}\n{photo}"), format!("{city} ({sign}) - {text} -{sign}")];
    parts.extend(related(scene, draw));
    parts
}

/// A page with what stands around its text.
fn page(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let tongue = scene.tongue;
    let mut parts = vec![draw.line(&tongue.head_noise).to_owned(), scene.title(draw)];
    parts.push(format!("{}\n{}", tongue.agency, scene.written_day(scene.day)));
    for paragraph in scene.paragraphs(draw) {
        parts.push(paragraph);
        if draw.percent(15) {
            parts.push(format!("[{}]", scene.title(draw)));
        }
    }
    parts.push(draw.line(&tongue.tail_noise).to_owned());
    parts
}

/// No title and no date: the text, where it came from, and the count of comments.
fn bare(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let [main, partner] = scene.codes().map(str::to_ascii_lowercase);
    let text = scene.paragraphs(draw).join("\n");
    vec![format!("{text}\nSource : https://example.org/{main}/{partner}\nComment (0)")]
}

/// Two to six other stories, each with the caption of its photograph.
fn related(scene: &Scene<'_>, draw: &mut Draw) -> Vec<String> {
    let tongue = scene.tongue;
    let mut parts = vec![tongue.related.clone()];
    for _ in 0..draw.between(2, 6) {
        let other = scene.related(draw);
        parts.push(format!("{} {} {}", other.caption(draw), tongue.photo, tongue.agency));
        parts.push(other.title(draw));
        parts.push(other.sentence(draw) + " " + &other.sentence(draw));
    }
    parts
}

/// "MINSK, 12 mai (Bureau du corpus) —" or "MINSK, May 12 (Corpus desk) -".
fn dateline(scene: &Scene<'_>) -> String {
    let tongue = scene.tongue;
    let city = scene.main_country().capital(tongue).to_uppercase();
    let (month, day) = (scene.month_name(scene.day), scene.day.day);
    if tongue.is_french() {
        return format!("{city}, {day} {month} ({}) —", tongue.agency);
    }
    format!("{city}, {month} {day} ({}) -", tongue.agency)
}

/// "BDC" of "Bureau du corpus".
fn initials(agency: &str) -> String {
    agency.split(' ').filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// A paragraph with an indent and a line feed before each word that would pass the width.
fn wrapped(paragraph: &str) -> String {
    let mut text = "   ".to_owned();
    let mut column = text.len();
    for word in paragraph.split_whitespace() {
        let width = word.chars().count();
        if column + 1 + width > WIRE_WIDTH {
            text.push('\n');
            column = width;
        } else {
            text.push(' ');
            column += 1 + width;
        }
        text.push_str(word);
    }
    text
}
