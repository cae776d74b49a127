//! Pages over the days of a reader: what was found in the texts is kept, and what changed is told.

use chancery::library::{Keeper, Pace, Refound, Snapshot};
use chancery::model::{
    Change, CorrectedDate, CountryCode, Field, Moment, Novelty, Revision, Since, Status, Summary,
};
use chancery::summary::Request;
use std::fs;
use std::sync::Arc;

use super::desk::{Desk, brief, refresh};

const SIGNED: &str = "+++\ntitle = \"Brest\"\ndate = 2025-05-02\ncountries = [\"BY\", \"PL\"]\n+++\nBelarus and Poland \
                      signed an agreement on a bridge in Brest. The bridge opens next Tuesday. Work took two years.\n";

const MAPS: &str = "+++\ntitle = \"Maps of Brest\"\ndate = 2025-05-30\ncountries = [\"BY\"]\n+++\nThe library of Brest shows \
                old maps of the rivers.\n";

fn country(code: &str) -> CountryCode {
    code.parse().expect("a code")
}

fn request(code: &str) -> Request {
    let as_of = "2025-06-01".parse().expect("a day");
    Request { country: country(code), with: None, as_of, since: None, by_partner: false }
}

fn extract(keeper: &Keeper) -> Refound {
    let shelf = keeper.shelf();
    shelf.extract(keeper.snapshot(), Pace::Full, &mut |_, _| {}).expect("room")
}

/// The pages that the reader would see one after the other, with what is new since a moment.
fn shown(keeper: &Keeper, library: &Snapshot, since: Option<Since>) -> Vec<Summary> {
    let mut pages = Vec::new();
    let mut show = |page| pages.push(page);
    keeper.shelf().page(library, &request("BY"), since, &mut show).expect("a page");
    pages
}

fn words(page: &Summary) -> String {
    let lines = page.sections.iter().flat_map(|section| &section.lines);
    lines.map(|line| format!("{line:?}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_was_found_is_found_again_only_where_a_file_changed() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    desk.put("other.md", SIGNED.replace("Brest", "Grodno"));
    let mut keeper = desk.keeper();
    refresh(&mut keeper);
    assert_eq!(extract(&keeper), Refound { files: 2, total: 2 });
    assert_eq!(extract(&keeper), Refound { files: 0, total: 2 });
    desk.put("other.md", SIGNED.replace("Brest", "Pinsk"));
    refresh(&mut keeper).expect("news");
    assert_eq!(extract(&keeper), Refound { files: 1, total: 2 });
    fs::remove_file(desk.briefs().join("other.md")).expect("it goes");
    refresh(&mut keeper).expect("news");
    assert_eq!(extract(&keeper), Refound { files: 0, total: 1 });
}

#[test]
fn a_page_is_the_same_from_what_was_kept_and_from_the_texts() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    let page = |keeper: &Keeper| keeper.shelf().summary(&library, &request("BY")).expect("a page");
    let fresh = page(&keeper);
    assert!(words(&fresh).contains("bridge"));
    extract(&keeper);
    assert_eq!(page(&keeper), fresh);
    // The text is not read where what was found in it is kept.
    fs::write(desk.briefs().join("signed.md"), "gone").expect("room");
    assert_eq!(page(&keeper), fresh);
    keeper.shelf().forget();
    assert_ne!(page(&keeper), fresh);
}

#[test]
fn the_page_that_was_kept_is_shown_first_and_then_the_one_of_now() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut keeper = desk.keeper();
    let before = refresh(&mut keeper).expect("news");
    let first = shown(&keeper, &before, None);
    assert_eq!(first.len(), 1);
    assert_eq!(shown(&keeper, &before, None), first, "nothing changed");
    desk.put("later.md", SIGNED.replace("Brest", "Grodno").replace("2025-05-02", "2025-05-30"));
    let after = refresh(&mut keeper).expect("news");
    let pages = shown(&keeper, &after, None);
    assert_eq!((pages.len(), &pages[0]), (2, &first[0]));
    assert_eq!(pages[1].scope.briefs, 2);
    assert_eq!(shown(&keeper, &after, None), pages[1..]);
}

#[test]
fn a_corrected_date_moves_what_the_text_counts_from_it() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    extract(&keeper);
    let page = |library: &Snapshot| {
        words(&keeper.shelf().summary(library, &request("BY")).expect("a page"))
    };
    let next_tuesday = "PartialDate { year: 2025, month: 5, day: 6 }";
    assert!(page(&library).contains(next_tuesday), "{}", page(&library));
    let id = brief(&library, "signed.md").id.clone();
    let date = CorrectedDate::from("2025-05-20".parse::<chancery::model::PartialDate>().ok());
    let mut marks = (*library.marks).clone();
    marks.apply(&Change { id, field: Field::Date(Some(date)) });
    let corrected = page(&library.with_marks(Arc::new(marks)));
    assert!(!corrected.contains(next_tuesday), "{corrected}");
    assert!(corrected.contains("PartialDate { year: 2025, month: 5, day: 27 }"), "{corrected}");
}

#[test]
fn a_country_that_the_reader_adds_has_the_facts_that_name_it() {
    let desk = Desk::new();
    let text = SIGNED.replace("[\"BY\", \"PL\"]", "[\"PL\"]");
    desk.put("signed.md", text);
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    extract(&keeper);
    let id = brief(&library, "signed.md").id.clone();
    let mut marks = (*library.marks).clone();
    let countries = Some(vec![country("PL"), country("BY")]);
    marks.apply(&Change { id, field: Field::Countries(countries) });
    let library = library.with_marks(Arc::new(marks));
    let page = keeper.shelf().summary(&library, &request("BY")).expect("a page");
    assert!(words(&page).contains("kind: Some(Agreement)"), "{}", words(&page));
}

#[test]
fn a_corrected_title_is_not_cited_as_words_of_the_file() {
    let desk = Desk::new();
    desk.put("maps.md", MAPS.replace("Maps of Brest", "Maps of 2024"));
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    extract(&keeper);
    let page =
        |library: &Snapshot| keeper.shelf().summary(library, &request("BY")).expect("a page");
    let is_cited = |page: &Summary, words: &str| page.citations().any(|one| one.sentence == words);
    assert!(is_cited(&page(&library), "Maps of 2024"), "{}", words(&page(&library)));
    let id = brief(&library, "maps.md").id.clone();
    let mut marks = (*library.marks).clone();
    marks.apply(&Change { id, field: Field::Title(Some("Maps of 2025".to_owned())) });
    let corrected = page(&library.with_marks(Arc::new(marks)));
    assert!(!is_cited(&corrected, "Maps of 2025"), "{}", words(&corrected));
}

/// A library, and then the same after a text was changed by a function.
fn changed(change: impl FnOnce(&str) -> String) -> (Desk, Keeper, Arc<Snapshot>, Since) {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut keeper = desk.keeper();
    let before = refresh(&mut keeper).expect("news");
    extract(&keeper);
    let until = before.marks.first_seen(&brief(&before, "signed.md").id).expect("a moment");
    let on = "2025-06-01".parse().expect("a day");
    desk.put("signed.md", change(SIGNED));
    let after = refresh(&mut keeper).expect("news");
    (desk, keeper, after, Since::Visit { until, on })
}

#[test]
fn a_changed_text_tells_which_sentences_came_and_went() {
    let (desk, keeper, after, since) =
        changed(|text| text.replace("Work took two years.", "Work took three years."));
    let found = &brief(&after, "signed.md");
    assert_eq!(after.novelty(found, since), Some(Novelty::Changed));
    let pages = shown(&keeper, &after, Some(since));
    let page = pages.last().expect("a page");
    let line = page.sections[0].lines.iter().find(|line| line.novelty == Some(Novelty::Changed));
    let line = line.expect("a line");
    assert_eq!(line.citations[0].sentence, "Work took three years.");
    assert_eq!(line.gone, ["Work took two years."]);
    let news = page.scope.news.as_ref().expect("a period");
    assert_eq!((news.new, news.changed, news.withdrawn), (0, 1, 0));
    // Another program over the same folders tells the same, once.
    let other = desk.look();
    assert_eq!(other.revisions(&found.id, since).len(), 1);
}

#[test]
fn a_file_whose_text_stays_as_it_was_is_no_change() {
    let (_desk, _keeper, after, since) =
        changed(|text| text.replace("title", "tags = [\"bridge\"]\ntitle"));
    assert_eq!(after.novelty(&brief(&after, "signed.md"), since), None);
}

#[test]
fn a_withdrawn_brief_is_told_of_and_counts_for_nothing_else() {
    let (_desk, keeper, after, since) =
        changed(|text| text.replace("title", "status = \"withdrawn\"\ntitle"));
    let found = &brief(&after, "signed.md");
    assert_eq!(
        (found.status, after.novelty(found, since)),
        (Status::Withdrawn, Some(Novelty::Withdrawn))
    );
    let pages = shown(&keeper, &after, Some(since));
    let page = pages.last().expect("a page");
    assert_eq!((page.scope.briefs, page.sections.len(), page.sections[0].lines.len()), (0, 1, 1));
    assert_eq!(page.sections[0].lines[0].novelty, Some(Novelty::Withdrawn));
    assert_eq!(page.scope.news.as_ref().map(|news| news.withdrawn), Some(1));
    let page = shown(&keeper, &after, None).pop().expect("a page");
    assert!(page.sections.is_empty(), "without a period it is not told of");
}

#[test]
fn what_came_before_the_visit_is_known_and_what_came_after_is_new() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut keeper = desk.keeper();
    let first = refresh(&mut keeper).expect("news");
    let until = first.marks.first_seen(&brief(&first, "signed.md").id).expect("a moment");
    let since = Since::Visit { until, on: "2025-06-01".parse().expect("a day") };
    std::thread::sleep(std::time::Duration::from_millis(5));
    desk.put("old.md", SIGNED.replace("2025-05-02", "2017-05-02").replace("bridge", "ferry"));
    let library = refresh(&mut keeper).expect("news");
    assert_eq!(library.novelty(&brief(&library, "signed.md"), since), None);
    assert_eq!(
        library.novelty(&brief(&library, "old.md"), since),
        Some(Novelty::New),
        "new to the reader"
    );
    let since = Since::Day("2025-05-01".parse().expect("a day"));
    assert_eq!(library.novelty(&brief(&library, "signed.md"), since), Some(Novelty::New));
    assert_eq!(library.novelty(&brief(&library, "old.md"), since), None);
    assert!(Moment(0) < until);
}

#[test]
fn a_change_on_a_page_that_was_seen_is_known() {
    let changes: [fn(&str) -> String; 2] = [
        |text| text.replace("Work took two years.", "Work took three years."),
        |text| text.replace("title", "status = \"withdrawn\"\ntitle"),
    ];
    for change in changes {
        let (_desk, keeper, after, since) = changed(change);
        let found = &brief(&after, "signed.md");
        assert!(after.novelty(found, since).is_some());
        let page = shown(&keeper, &after, Some(since)).pop().expect("a page");
        let until = page.scope.until.expect("a moment");
        let on = "2025-06-02".parse().expect("a day");
        assert_eq!(after.novelty(found, Since::Visit { until, on }), None);
    }
}

#[test]
fn a_withdrawn_brief_takes_no_headline_away() {
    let (desk, mut keeper, _, since) =
        changed(|text| text.replace("title", "status = \"withdrawn\"\ntitle"));
    desk.put("maps.md", MAPS);
    let library = refresh(&mut keeper).expect("news");
    let page = shown(&keeper, &library, Some(since)).pop().expect("a page");
    let told: Vec<_> = page.sections[0].lines.iter().filter_map(|line| line.novelty).collect();
    assert_eq!(told, [Novelty::New, Novelty::Withdrawn], "{}", words(&page));
}

#[test]
fn a_sentence_that_stands_again_is_not_gone() {
    let (desk, mut keeper, _, since) =
        changed(|text| text.replace("Work took two years.", "Work took three years."));
    extract(&keeper);
    desk.put("signed.md", SIGNED);
    let library = refresh(&mut keeper).expect("news");
    let page = shown(&keeper, &library, Some(since)).pop().expect("a page");
    let lines = &page.sections[0].lines;
    let line = lines.iter().find(|line| line.novelty == Some(Novelty::Changed)).expect("a line");
    assert_eq!(line.gone, ["Work took three years."]);
}

#[test]
fn a_page_that_lacks_a_file_is_not_kept() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let away = desk.put("other.md", SIGNED.replace("Brest", "Grodno"));
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    let text = fs::read(&away).expect("a text");
    fs::remove_file(&away).expect("it goes");
    assert_eq!(shown(&keeper, &library, None).pop().expect("a page").scope.briefs, 1);
    fs::write(&away, text).expect("it comes back");
    assert_eq!(shown(&keeper, &library, None).pop().expect("a page").scope.briefs, 2);
}

#[test]
fn a_page_follows_what_a_revision_says() {
    let (_desk, keeper, after, since) =
        changed(|text| text.replace("Work took two years.", "Work took three years."));
    shown(&keeper, &after, Some(since));
    let id = brief(&after, "signed.md").id.clone();
    let revision = after.revisions(&id, since).remove(0);
    let went = vec!["Nobody knows how long the work took.".to_owned()];
    let mut marks = (*after.marks).clone();
    let mark = marks.get(&id).and_then(|mark| mark.revisions.as_deref()).expect("a revision");
    let contents = mark.keys().next().expect("contents").clone();
    let revision = Revision { went: went.clone(), ..revision };
    marks.apply(&Change { id, field: Field::Revised { contents, revision } });
    let page = shown(&keeper, &after.with_marks(Arc::new(marks)), Some(since)).pop();
    let page = page.expect("a page");
    assert!(page.sections[0].lines.iter().any(|line| line.gone == went), "{}", words(&page));
}

#[test]
fn the_news_of_a_period_are_lines_of_its_page() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    desk.put(
        "again.md",
        SIGNED.replace(
            "title = \"Brest\"\ndate = 2025-05-02",
            "title = \"Once more\"\ndate = 2025-05-30",
        ),
    );
    let museum = "date = 2025-05-02\ncountries = [\"BY\"]\n+++\nThe museum of paper in Grodno has 40 rooms now.\n";
    desk.put("else.md", format!("+++\n{museum}"));
    let mut keeper = desk.keeper();
    let library = refresh(&mut keeper).expect("news");
    let since = Since::Day("2025-05-20".parse().expect("a day"));
    let page = shown(&keeper, &library, Some(since)).pop().expect("a page");
    let news = keeper.shelf().news(&library, &request("BY"), since).expect("news");
    let lines = |page: &Summary| -> Vec<String> {
        let lines = page.sections.iter().flat_map(|section| &section.lines);
        lines.map(|line| format!("{line:?}")).collect()
    };
    let all = lines(&page);
    assert!(!lines(&news).is_empty());
    assert!(lines(&news).iter().all(|line| all.contains(line)), "{}", words(&news));
    let id = &brief(&library, "again.md").id;
    assert!(news.citations().any(|citation| citation.id == *id));
    assert!(words(&page).contains("museum") && !words(&news).contains("museum"));
    // An older brief reports the agreement: it is not new, though a new brief reports it too.
    let agreement = lines(&news).into_iter().find(|line| line.contains("kind: Some(Agreement)"));
    assert!(agreement.is_some_and(|line| line.contains("novelty: None")), "{}", words(&news));
}

#[test]
fn what_one_program_found_to_change_another_does_not_overwrite() {
    let desk = Desk::new();
    desk.put("signed.md", SIGNED);
    let mut one = desk.keeper();
    let before = refresh(&mut one).expect("news");
    extract(&one);
    let mut other = desk.keeper();
    refresh(&mut other);
    desk.put("signed.md", SIGNED.replace("two years", "three years"));
    refresh(&mut one).expect("news");
    extract(&one);
    let after = refresh(&mut other).expect("news");
    let since = Since::Day("2025-01-01".parse().expect("a day"));
    let id = &brief(&before, "signed.md").id;
    for library in [after, desk.look()] {
        let went: Vec<_> = library.revisions(id, since).into_iter().map(|one| one.went).collect();
        assert_eq!(went, [["Work took two years."]]);
    }
}

#[test]
fn files_that_are_all_written_anew_without_another_text_do_not_change() {
    let desk = Desk::new();
    let put = |number: usize, end: &str| {
        desk.put(
            format!("{number}.md"),
            SIGNED.replace("Brest", &format!("B{number}")).replace('\n', end),
        );
    };
    (0..120).for_each(|number| put(number, "\n"));
    let mut keeper = desk.keeper();
    refresh(&mut keeper).expect("news");
    extract(&keeper);
    (0..120).for_each(|number| put(number, "\r\n"));
    let library = refresh(&mut keeper).expect("news");
    let revised =
        library.briefs().iter().filter(|one| library.marks.revisions(&one.id).count() > 0);
    assert_eq!(revised.count(), 0);
}
