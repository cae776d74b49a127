//! What concerns all countries: `summary --all`, `--words`, `agenda`, and the page of a country that is everywhere.

use crate::desk::{Desk, json};

/// A desk with news of the last days on two pairs of countries.
fn desk() -> Desk {
    let desk = Desk::new();
    let brief = |date: &str, countries: &str, text: &str| {
        format!(
            "+++\ntitle = \"Note\"\ndate = {date}\ncountries = [{countries}]\nlanguage = \"en\"\n+++\n{text}\n"
        )
    };
    desk.put(
        "a.md",
        brief(
            "2025-05-30",
            "\"KZ\", \"UZ\"",
            "Kazakhstan and Uzbekistan raised their relations to a strategic partnership on 29 May 2025. \
             A summit of Kazakhstan and Uzbekistan will take place in Tashkent on 27 June 2025.",
        ),
    );
    desk.put(
        "b.md",
        brief(
            "2025-05-31",
            "\"BY\", \"KZ\"",
            "Belarus and Kazakhstan signed an agreement on transport in Minsk on 30 May 2025. \
             Belarus and Kazakhstan will sign a treaty on water in October 2025.",
        ),
    );
    desk
}

#[test]
fn what_is_new_is_told_once_with_exact_sentences() {
    let desk = desk();
    let run = desk.run("summary --all --format jsonl --as-of 2025-06-02");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = json(&run);
    assert!(!lines.is_empty());
    for line in &lines {
        let citation = &line["citations"][0];
        let file = std::fs::read_to_string(desk.briefs().join(citation["file"].as_str().unwrap()));
        let (start, end) = (citation["start"].as_u64().unwrap(), citation["end"].as_u64().unwrap());
        let (start, end) = (usize::try_from(start).unwrap(), usize::try_from(end).unwrap());
        assert_eq!(&file.unwrap()[start..end], citation["sentence"].as_str().unwrap());
    }
    let levels = lines.iter().filter(|line| line["type"] == "level");
    assert_eq!(levels.count(), 1);
    assert_eq!(desk.run("summary --all --as-of 2025-06-02 --since 2025-06-01").code, 1);
    // The periods are those of the page of one country.
    let of_days =
        |days: &str| desk.run(&format!("summary --all --as-of 2025-06-02 --since {days}"));
    let told = of_days("7d");
    assert_eq!((told.code, told.stderr.as_str()), (0, ""));
    assert!(told.stdout.contains("27 May 2025"), "{}", told.stdout);
    assert_eq!((of_days("1j").code, of_days("soon").code), (1, 2));
}

#[test]
fn the_digest_fits_a_screen_and_words_shorten_it() {
    let desk = desk();
    let page = desk.run("summary --all --as-of 2025-06-02").stdout;
    let rows = page.lines().take_while(|line| *line != "Sources").count();
    assert!(rows <= 24 && page.contains("Front page, "), "{page}");
    let short = desk.run("summary --all --words 12 --as-of 2025-06-02").stdout;
    assert!(short.contains("Left out: "), "{short}");
    let lines = |page: &str| page.lines().filter(|line| line.starts_with("- ")).count();
    assert!(lines(&short) < lines(&page));
    for format in ["markdown", "html"] {
        let page = desk.run(&format!("summary --all --format {format} --as-of 2025-06-02"));
        assert!(page.stdout.contains("strategic partnership"), "{}", page.stdout);
    }
}

#[test]
fn a_page_keeps_to_its_words_and_says_what_it_leaves_out() {
    let desk = desk();
    let whole = json(&desk.run("summary KZ --format jsonl --as-of 2025-06-02"));
    let short = json(&desk.run("summary KZ --format jsonl --words 20 --as-of 2025-06-02"));
    let words: usize =
        short.iter().map(|line| line["text"].as_str().unwrap().split_whitespace().count()).sum();
    assert!(!short.is_empty() && words <= 20 && short.len() < whole.len());
    assert_eq!(short[0]["left_out"], whole.len() - short.len());
    let page = desk.run("summary KZ --words 20 --as-of 2025-06-02").stdout;
    assert!(page.contains("less important lines are not shown"), "{page}");
}

#[test]
fn a_summary_is_of_a_country_or_of_all() {
    let desk = desk();
    for line in
        ["summary", "summary KZ --all", "summary --all --with BY", "summary KZ --words 9 --lines 2"]
    {
        let run = desk.run(line);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{line}");
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    }
}

#[test]
fn the_agenda_is_a_calendar_of_the_same_bytes_every_time() {
    let desk = desk();
    let run = desk.run("agenda --format ics --as-of 2025-06-02");
    assert_eq!(run, desk.run("agenda --format ics --as-of 2025-06-02"));
    let lines: Vec<&str> = run.stdout.split_terminator("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{lines:?}");
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20250627"), "{lines:?}");
    assert!(lines.contains(&"DTSTAMP:20250602T000000Z"));
    // October is no day: it covers the month and takes nobody's time.
    let october = lines.iter().position(|line| *line == "DTSTART;VALUE=DATE:20251001").unwrap();
    assert_eq!(lines[october + 1], "DTEND;VALUE=DATE:20251101");
    assert!(lines[october..].iter().take(8).any(|line| *line == "TRANSP:TRANSPARENT"));
    let uids: std::collections::HashSet<_> =
        lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), lines.iter().filter(|line| **line == "BEGIN:VEVENT").count());
    let later = desk.run("agenda --format ics --as-of 2025-06-03").stdout;
    assert!(uids.iter().all(|uid| later.contains(**uid)), "{later}");
}

#[test]
fn the_agenda_tells_what_is_coming_first_and_only_what_was_asked_for() {
    let desk = desk();
    let events = json(&desk.run("agenda --format jsonl --as-of 2025-06-02"));
    let when: Vec<&str> = events.iter().map(|event| event["when"].as_str().unwrap()).collect();
    assert!(when.is_sorted() && when.contains(&"coming") && when.contains(&"past"), "{when:?}");
    let minsk = json(&desk.run("agenda belarus --format jsonl --as-of 2025-06-02"));
    assert!(!minsk.is_empty() && minsk.len() < events.len());
    for event in &minsk {
        assert!(event["countries"].as_array().unwrap().iter().any(|code| code == "BY"));
    }
    let page = desk.run("agenda --as-of 2025-06-02").stdout;
    let (coming, past) = (page.find("COMING").unwrap(), page.find("RECENT PAST").unwrap());
    assert!(coming < past && page.contains("27 June 2025"), "{page}");
    assert_eq!(desk.run("agenda FR").code, 1);
    assert_eq!(desk.run("agenda FR --format ics").code, 0);
}

#[test]
fn a_country_in_nearly_every_brief_has_its_lines_by_partner() {
    let desk = desk();
    let config = desk.briefs().join("../config.toml");
    std::fs::write(&config, "home = \"KZ\"\n").unwrap();
    let line =
        format!("--config {} summary KZ --as-of 2025-06-02 --format markdown", config.display());
    let page = desk.run(&line).stdout;
    assert!(page.contains("### Uzbekistan") && page.contains("### Belarus"), "{page}");
    let other = desk.run("summary KZ --as-of 2025-06-02 --format markdown").stdout;
    assert!(!other.contains("### "), "{other}");
}
