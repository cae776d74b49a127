//! Digests of small briefs of public facts.

use super::*;
use crate::model::{Document, FactStatus, Level, Moment, Status};
use crate::summary::Exhibit;
use crate::summary::fixtures::{Paper, code, date, quantity, usd};

const KZ: &str = "KZ=Kazakhstan|Astana";
const UZ: &str = "UZ=Ouzbékistan|Tachkent";
const KG: &str = "KG=Kirghizistan|Bichkek";
const VN: &str = "VN=Viet Nam|Hanoï";

fn survey(desk: &[&str]) -> Survey {
    Survey {
        as_of: date("2025-05-13"),
        since: Some(date("2025-05-06")),
        desk: desk.iter().map(|mine| code(mine)).collect(),
        home: Some(code("VN")),
        only: Vec::new(),
    }
}

fn level(file: &str, day: &str, countries: [&str; 2], codes: [&str; 2]) -> Document {
    let text = "Un partenariat\n\nLes deux pays ont établi un partenariat stratégique à Astana.";
    let words = "établi un partenariat stratégique";
    let paper = Paper::new(file, &countries, text).dated(day);
    let strategic = |fact: &mut crate::model::Fact| fact.level = Some(Level::Strategic);
    paper.states(FactKind::Level, words, FactStatus::Done, &codes, strategic).document()
}

fn of(survey: &Survey, documents: &[Document]) -> Digest {
    let exhibits: Vec<Exhibit<'_>> =
        documents.iter().map(|document| Exhibit { document, received: None }).collect();
    crate::summary::digest(survey, &exhibits)
}

fn headings(digest: &Digest) -> Vec<(DigestHeading, Vec<Standing>)> {
    let part = |part: &crate::model::DigestPart| {
        (part.heading, part.lines.iter().map(|line| line.novelty).collect())
    };
    digest.parts.iter().map(part).collect()
}

#[test]
fn a_fact_of_my_country_and_home_stands_under_my_country() {
    let new = level("a.md", "2025-05-10", [KZ, VN], ["KZ", "VN"]);
    let digest = of(&survey(&["KZ"]), &[new]);
    assert_eq!(headings(&digest), [(DigestHeading::Country(code("KZ")), vec![Standing::New])]);
    let line = &digest.parts[0].lines[0];
    assert_eq!((line.seen_from, &line.line.countries), (None, &vec![code("KZ"), code("VN")]));
}

#[test]
fn a_fact_on_two_of_my_countries_stands_once() {
    let new = level("a.md", "2025-05-10", [KZ, UZ], ["KZ", "UZ"]);
    let digest = of(&survey(&["UZ", "KZ"]), std::slice::from_ref(&new));
    assert_eq!(headings(&digest), [(DigestHeading::Several, vec![Standing::New])]);
    assert_eq!(digest.parts[0].lines[0].seen_from, Some(code("UZ")));
    // Neither of them has nothing new.
    assert_eq!(digest.quiet, []);
    // With one of them on the desk the line is that one's.
    let digest = of(&survey(&["KZ"]), &[new]);
    assert_eq!(headings(&digest)[0].0, DigestHeading::Country(code("KZ")));
}

#[test]
fn what_older_briefs_told_is_not_new() {
    let old = level("old.md", "2025-01-10", [KZ, VN], ["KZ", "VN"]);
    let again = level("again.md", "2025-05-10", [KZ, VN], ["KZ", "VN"]);
    let digest = of(&survey(&["KZ", "UZ"]), &[old.clone(), again]);
    assert_eq!(headings(&digest)[0].1, [Standing::Known]);
    let digest = of(&survey(&["KZ", "UZ"]), &[old]);
    assert_eq!((headings(&digest), digest.quiet), (vec![], vec![code("KZ"), code("UZ")]));
    assert_eq!(digest.counts, DigestCounts::default());
}

#[test]
fn a_brief_of_no_day_may_be_new_and_says_so() {
    let mut undated = level("a.md", "2025-05-10", [KZ, VN], ["KZ", "VN"]);
    undated.brief.date = None;
    let digest = of(&survey(&["KZ"]), std::slice::from_ref(&undated));
    assert_eq!(
        headings(&digest),
        [
            (DigestHeading::Country(code("KZ")), vec![Standing::Undated]),
            (DigestHeading::Check, vec![Standing::Doubtful])
        ]
    );
    assert_eq!((digest.counts.briefs, digest.counts.undated), (1, 1));
    // The day it was received stands for its own.
    let received = |day: i64| {
        let exhibit = Exhibit { document: &undated, received: Some(Moment(day * 86_400_000)) };
        crate::summary::digest(&survey(&["KZ"]), &[exhibit])
    };
    assert_eq!(headings(&received(20_218))[0].1, [Standing::New]);
    assert_eq!(headings(&received(20_100)), []);
}

#[test]
fn what_was_withdrawn_or_corrected_is_told_and_the_withdrawn_counts_no_further() {
    let new = level("a.md", "2025-05-10", [KZ, VN], ["KZ", "VN"]);
    let mut withdrawn = level("b.md", "2025-05-11", [UZ, VN], ["UZ", "VN"]);
    withdrawn.brief.status = Status::Withdrawn;
    let mut corrected = new.clone();
    corrected.brief.status = Status::Corrected;
    let digest = of(&survey(&["UZ", "KZ"]), &[corrected, withdrawn]);
    assert_eq!(
        headings(&digest),
        [
            (DigestHeading::Country(code("KZ")), vec![Standing::New]),
            (DigestHeading::Revised, vec![Standing::Withdrawn, Standing::Corrected])
        ]
    );
    assert_eq!((digest.counts.corrected, digest.counts.withdrawn), (1, 1));
    assert_eq!(digest.quiet, [code("UZ")]);
}

#[test]
fn three_lines_at_most_and_the_least_important_give_way_first() {
    let text = "Chiffres\n\nTrois milliards. Cinq milliards. Sept milliards. Neuf milliards.";
    let mut paper = Paper::new("a.md", &[KZ], text).dated("2025-05-10");
    for (number, words) in [(3, "Trois"), (5, "Cinq"), (7, "Sept"), (9, "Neuf")] {
        let amount = |fact: &mut crate::model::Fact| {
            fact.value = Some(quantity(number * 1_000_000_000, usd()));
        };
        let words = format!("{words} milliards");
        paper = paper.states(FactKind::Trade, &words, FactStatus::Stated, &["KZ"], amount);
    }
    let other = level("b.md", "2025-05-11", [KG, VN], ["KG", "VN"]);
    let digest = of(&survey(&["KZ"]), &[paper.document(), other]);
    let lines: Vec<usize> = digest.parts.iter().map(|part| part.lines.len()).collect();
    assert_eq!(lines, [3, 1]);
    let shown = digest.within(2, |_, _| 1);
    let short = digest.clone().keep(&shown);
    assert_eq!((short.lines().count(), short.left_out), (2, 2));
    assert_eq!(short.unshown, [code("KG")]);
    let ranks: Vec<usize> = short.lines().map(|line| line.line.rank).collect();
    assert_eq!(ranks, [0, 1]);
}

#[test]
fn a_brief_without_facts_is_told_by_its_headline_once() {
    let text =
        "Le Kazakhstan et l’Ouzbékistan ouvrent un poste frontière\n\nLe poste a ouvert lundi.";
    let paper = Paper::new("a.md", &[KZ, UZ], text).dated("2025-05-10");
    let digest = of(&survey(&["UZ"]), &[paper.document()]);
    assert_eq!(headings(&digest), [(DigestHeading::Country(code("UZ")), vec![Standing::New])]);
    assert_eq!(digest.unshown, [code("KZ")]);
}

#[test]
fn without_a_day_the_last_week_of_the_briefs_counts() {
    let last = level("a.md", "2025-03-10", [KZ, VN], ["KZ", "VN"]);
    let digest = of(&Survey { since: None, ..survey(&["KZ"]) }, &[last]);
    assert_eq!((digest.since, digest.counts.briefs), (date("2025-03-04"), 1));
}

#[test]
fn files_in_any_order_give_the_same_digest_whose_lines_are_backed() {
    let mut documents = vec![
        level("a.md", "2025-05-10", [KZ, VN], ["KZ", "VN"]),
        level("b.md", "2025-05-11", [KG, VN], ["KG", "VN"]),
        level("c.md", "2025-05-11", [KZ, UZ], ["KZ", "UZ"]),
    ];
    documents[1].brief.status = Status::Withdrawn;
    let one = of(&survey(&["KZ"]), &documents);
    documents.reverse();
    assert_eq!(of(&survey(&["KZ"]), &documents), one);
    for citation in one.citations() {
        let document = documents.iter().find(|document| document.brief.id == citation.id);
        let decoded = &document.expect("its brief").decoded;
        assert_eq!(citation.span.slice(decoded), Some(citation.sentence.as_str()));
    }
}
