//! The table of what the finder finds first, pressed key by key over the sample briefs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chancery::model::Language;

use crate::interface::{Interface, Start};

/// Queries with their first row.
const TABLE: &str = include_str!("finder_table.toml");

/// A title for letters that begin words.
const VIET_NAM_RUSSIE: &str = "+++\ntitle = \"Viêt Nam – Russie : repères\"\ndate = 2024-06-20\n\
    countries = [\"VN\", \"RU\"]\n+++\nLes deux pays ont des relations depuis 1950.\n";

/// The sample briefs as texts by path.
fn samples(folder: &Path, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            samples(&path, texts);
        } else if let Ok(text) = fs::read_to_string(&path) {
            texts.push((path.display().to_string(), text));
        }
    }
}

#[test]
fn the_wanted_row_comes_first_in_both_languages() {
    let table: BTreeMap<String, String> = toml::from_str(TABLE).unwrap();
    assert!(table.len() >= 60);
    let mut texts = vec![("vn-ru.md".to_owned(), VIET_NAM_RUSSIE.to_owned())];
    samples(&Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs"), &mut texts);
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for language in [Language::French, Language::English] {
        let start = Start { files: &files, language, size: (160, 24), ..Start::default() };
        let mut at = Interface::start(start);
        let mut wrong = Vec::new();
        for (query, wanted) in &table {
            at.press("c").type_text(query);
            let first = at.row_here();
            let is_code = wanted.chars().all(|c| c.is_ascii_uppercase());
            let is_right = if is_code {
                first.split_whitespace().next_back() == Some(wanted)
            } else {
                first.contains(wanted.as_str())
            };
            if !is_right {
                wrong.push(format!("{query}: {first} instead of {wanted}"));
            }
            at.press("esc");
        }
        assert!(wrong.is_empty(), "{language:?}:\n{}", wrong.join("\n"));
    }
}
