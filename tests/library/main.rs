//! What a reader would notice of the library: marks that follow files, folders that misbehave.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of a test may fail it"
)]

mod desk;
mod folders;
mod marks;
mod pages;

use chancery::library::{Keeper, Origin};
use chancery::search::query::Reach;
use chancery::store::{Briefs, Folders};
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use desk::{Desk, TRADE, VISIT, brief, files, refresh, set_mtime};

#[test]
fn new_changed_and_gone_files_are_noticed_and_nothing_else_is_news() {
    let desk = Desk::new();
    desk.put("minsk/visit.md", VISIT);
    let mut keeper = desk.keeper();
    assert_eq!(keeper.snapshot().origin, Origin::Unknown);
    let first = refresh(&mut keeper).expect("news");
    assert_eq!((files(&first), first.origin), (vec!["minsk/visit.md".into()], Origin::Checked));
    assert!(refresh(&mut keeper).is_none());

    desk.put("trade.md", TRADE);
    assert_eq!(files(&refresh(&mut keeper).expect("news")), ["minsk/visit.md", "trade.md"]);
    desk.put("trade.md", "# Tariffs\n\nTariffs fell.\n");
    assert_eq!(brief(&refresh(&mut keeper).expect("news"), "trade.md").title, "Tariffs");
    fs::remove_file(desk.briefs().join("trade.md")).expect("it goes");
    assert_eq!(files(&refresh(&mut keeper).expect("news")), ["minsk/visit.md"]);
    assert!(refresh(&mut keeper).is_none());
}

#[test]
fn a_second_start_shows_the_cache_before_it_looks() {
    let desk = Desk::new();
    let visit = desk.put("visit.md", VISIT);
    set_mtime(&visit, Duration::from_secs(60));
    let first = desk.look();
    let mut keeper = desk.keeper();
    assert_eq!(keeper.snapshot().origin, Origin::Cache);
    assert_eq!(brief(keeper.snapshot(), "visit.md"), brief(&first, "visit.md"));
    assert_eq!(refresh(&mut keeper).map(|snapshot| snapshot.origin), Some(Origin::Checked));
}

#[test]
fn a_file_rewritten_at_once_with_the_same_length_is_noticed() {
    let desk = Desk::new();
    desk.put("a.md", "# Aaa\n\nOne.\n");
    let mut keeper = desk.keeper();
    refresh(&mut keeper);
    desk.put("a.md", "# Bbb\n\nTwo.\n");
    assert_eq!(brief(&refresh(&mut keeper).expect("news"), "a.md").title, "Bbb");
}

#[test]
fn words_are_found_without_accents_and_shown_with_them() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    desk.put("élu.md", "# Élection\n\nLe Président élu s'est rendu à Minsk hier.\n");
    let find = |query: &str| desk.find(query);
    let hits = find("president MINSK");
    assert_eq!(hits.len(), 1);
    let hit = &hits[0];
    let shown: Vec<&str> = hit.highlights.iter().map(|range| &hit.snippet[range.clone()]).collect();
    assert_eq!((hit.brief.file.as_str(), shown), ("élu.md", vec!["Président", "Minsk"]));
    assert_eq!(find("minsk").len(), 2);
    assert_eq!(find("\"met in minsk\"").len(), 1);
    assert_eq!(find("absent minsk").len(), 0);
    assert_eq!(find("visit")[0].brief.title, "A visit", "titles count");
}

#[test]
fn what_was_typed_comes_before_what_is_much_like_it_and_each_says_so() {
    let desk = Desk::new();
    desk.put("typed.md", "# One\n\nPrésident Loukachenko a parlé.\n");
    desk.put("spelt.md", "# Two\n\nThe president, Alexander Lukashenko, spoke.\n");
    desk.put("slip.md", "# Three\n\nLe président Loukachnko a parlé.\n");
    desk.put("other.md", "# Four\n\nLe ministre a parlé.\n");
    let files = |query: &str| -> Vec<(String, Reach)> {
        let hits = desk.find(query);
        hits.iter().map(|hit| (hit.brief.file.to_string(), hit.reach)).collect()
    };
    let hit = |file: &str, reach| (format!("{file}.md"), reach);
    assert_eq!(
        files("loukachenko"),
        [hit("typed", Reach::Typed), hit("spelt", Reach::Spelling), hit("slip", Reach::Slip)]
    );
    assert_eq!(files("\"loukachenko\"").len(), 1, "quoted is as it was typed");
    assert_eq!(files("parlé -loukachenko").len(), 2, "denied is as it was typed");
    assert_eq!(files("person:lukashenko").len(), 2);
    let spelt = desk.find("loukachenko").swap_remove(1);
    let shown: Vec<&str> =
        spelt.highlights.iter().map(|range| &spelt.snippet[range.clone()]).collect();
    assert_eq!(shown, ["Lukashenko"]);
}

#[test]
fn a_country_is_found_under_all_its_names() {
    let desk = Desk::new();
    desk.put("fr.md", "# Un\n\nLa Biélorussie et la Corée du Nord négocient.\n");
    desk.put("en.md", "# Two\n\nTalks of Belarus and North Korea go on.\n");
    for query in [
        "bélarus",
        "Biélorussie",
        "Byelorussia",
        "coree du nord",
        "north korea visas OR talks OR négocient",
    ] {
        assert_eq!(desk.find(query).len(), 2, "{query}");
    }
    let hits = desk.find("belarus");
    assert_eq!(
        hits.iter().map(|hit| hit.reach).collect::<Vec<_>>(),
        [Reach::Typed, Reach::Spelling]
    );
}

#[test]
fn an_undated_brief_says_when_it_was_received() {
    let desk = Desk::new();
    // What was there at the first look was received at some time before.
    desk.put("first.md", "# Premier\n\nUn accord.\n");
    desk.look();
    desk.put("undated.md", "# Sans date\n\nUn visa.\n");
    desk.put("dated.md", "+++\ndate = 2025-05-04\n+++\n# Daté\n\nUn visa.\n");
    let hits = desk.find("visa");
    let received = |file: &str| {
        hits.iter().find(|hit| hit.brief.file.as_str() == file).and_then(|hit| hit.received)
    };
    assert!(received("undated.md").is_some() && received("dated.md").is_none());
}

#[test]
fn queries_of_hostile_shape_are_answered() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let letters: Vec<String> = ('a'..='z').map(|letter| format!("{letter}*")).collect();
    let hostile = [
        (0..10_000).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" "),
        format!("{}minsk{}", "(".repeat(10_000), ")".repeat(10_000)),
        vec![letters.join(" OR "); 400].join(" OR "),
        "-".repeat(100_000),
        "\"minsk* ".repeat(10_000),
        "l'".repeat(50_000),
        "minsk OR ".repeat(10_000),
        "300 000 ".repeat(10_000),
        format!("person:{}", "louka-".repeat(15_000)),
        "é".repeat(50_000),
        format!("{} minsk", "a ".repeat(24)),
    ];
    for query in hostile {
        let start = std::time::Instant::now();
        let found = desk.find(&query).len();
        let short: String = query.chars().take(20).collect();
        assert!(start.elapsed() < Duration::from_secs(20), "{short}: {:?}", start.elapsed());
        assert!(found <= 1, "{short}");
    }
}

#[test]
fn the_samples_open_without_any_folder() {
    let folders =
        Folders { briefs: Briefs::Samples, state: None, cache: None, supplement: Arc::default() };
    let mut keeper = Keeper::open(&folders);
    let snapshot = refresh(&mut keeper).expect("news");
    for brief in snapshot.briefs() {
        keeper.shelf().document(brief).expect("it opens");
    }
}
