//! What `summary --since` takes: a day, some days, the last visit.

use crate::desk::{Desk, Run, failed, json};

/// The files that the lines of a page cite, each once.
fn cited(run: &Run) -> Vec<String> {
    let mut files: Vec<String> = json(run)
        .iter()
        .flat_map(|line| line["citations"].as_array().expect("citations").clone())
        .map(|citation| citation["file"].as_str().expect("a file").to_owned())
        .collect();
    files.sort();
    files.dedup();
    files
}

#[test]
fn some_days_end_today() {
    let desk = Desk::with_briefs();
    let since = |period: &str, today: &str| {
        desk.run(&format!("summary KZ --format jsonl --since {period} --as-of {today}"))
    };
    assert_eq!(cited(&since("7d", "2024-03-11")), ["belarus/minsk.md"]);
    assert_eq!(cited(&since("7j", "2024-03-11")), ["belarus/minsk.md"]);
    assert_eq!(since("7d", "2024-03-12").code, 1, "the fifth is the eighth day back");
    assert_eq!(cited(&since("all", "2024-03-12")), ["astana.md", "belarus/minsk.md"]);
    assert_eq!(cited(&since("2024-03", "2024-03-12")), ["belarus/minsk.md"]);
    let line = &json(&since("30d", "2024-03-12"))[0];
    assert_eq!((&line["novelty"], &line["gone"]), (&"new".into(), &serde_json::json!([])));
}

#[test]
fn since_a_visit_is_everything_until_there_was_one() {
    let desk = Desk::with_briefs();
    let since = || desk.run("summary KZ --format jsonl --since visit");
    assert_eq!(cited(&since()), ["astana.md", "belarus/minsk.md"]);
    let state = desk.place.path().join(".local/state/chancery");
    let journal = std::fs::read_dir(&state)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .find(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .expect("a journal");
    let lines = std::fs::read_to_string(&journal).expect("text");
    let moment =
        json(&Run { code: 0, stdout: lines.clone(), stderr: String::new() })[0]["seen"]["moment"]
            .clone();
    let visit = format!(
        "{{\"v\":1,\"at\":[{moment},9,9],\"set\":[{{\"id\":\"c:KZ\",\"field\":{{\"visited\":\
         {{\"until\":{moment},\"on\":\"2024-03-12\"}}}}}}]}}\n"
    );
    std::fs::write(&journal, format!("{lines}{visit}")).expect("room");
    assert_eq!(since().code, 1, "all was seen");
    desk.put(
        "later.md",
        "+++\ncountries = [\"KZ\"]\n+++\nKazakhstan signed an agreement with Belarus.\n",
    );
    assert_eq!(cited(&since()), ["later.md"]);
}

#[test]
fn what_is_no_period_is_said() {
    let desk = Desk::with_briefs();
    let said = "chancery: --since: \"soon\" is no period; write a day such as 2025-05-12, or 7d, 30d, visit or all.\n";
    assert_eq!(desk.run("summary KZ --since soon"), failed(said));
}
