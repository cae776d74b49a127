//! Which versions of a text are found, and which of them comes first.

use proptest::prelude::*;

use super::*;
use crate::model::{BriefPath, DateBasis, DateStamp, Status, TitleBasis};

/// Five paragraphs on public facts.
const WIRE: [&str; 5] = [
    "The Caspian Pipeline Consortium said on Tuesday that it had resumed loading at its terminal near Novorossiysk after repairs to a mooring point.",
    "The pipeline runs for 1,511 kilometres from the Tengiz field in western Kazakhstan and carries most of the oil that the country exports.",
    "Kazakhstan, Russia and companies from the United States, Italy and the Netherlands hold shares in the consortium, which was founded in 1992.",
    "The first tanker was loaded in October 2001. An expansion finished in 2018 raised the capacity to 67 million tonnes a year.",
    "The energy ministry in Astana has looked for other routes, among them the line from Baku by way of Tbilisi to Ceyhan in Turkey.",
];

struct Told {
    brief: Brief,
    sketch: Sketch,
}

fn told(id: &str, title: &str, date: &str, text: &str) -> Told {
    let value = date.parse().ok();
    let brief = Brief {
        id: format!("f:{id}").as_str().into(),
        file: BriefPath::from(format!("wires/{id}.txt").as_str()),
        part: 0,
        corrected: Vec::new(),
        parent: None,
        title: title.to_owned(),
        title_basis: TitleBasis::Stated,
        date: value.map(|value| DateStamp { value, basis: DateBasis::Stated }),
        place: None,
        source: None,
        source_url: None,
        author: None,
        language: None,
        countries: Vec::new(),
        status: Status::Current,
        replaces: None,
        tags: Vec::new(),
        embargo: None,
        classification: None,
        words: u32::try_from(text.split_whitespace().count()).expect("few words"),
    };
    Told { brief, sketch: Sketch::new(text.split('\n')) }
}

impl Told {
    fn being(mut self, status: Status) -> Self {
        self.brief.status = status;
        self
    }

    fn replacing(mut self, other: &str) -> Self {
        self.brief.replaces = Some(other.to_owned());
        self
    }
}

fn groups(stories: &[Told]) -> Vec<Vec<String>> {
    let groups = group(stories.iter().map(|told| (&told.brief, Some(&told.sketch))));
    let name = |id: &BriefId| id.as_str().trim_start_matches("f:").to_owned();
    groups.iter().map(|group| group.iter().map(name).collect()).collect()
}

const NOTHING: [Vec<String>; 0] = [];

#[test]
fn the_same_wire_under_other_headlines_is_one_text() {
    let wire = WIRE.join("\n");
    let mut turned = WIRE;
    turned.reverse();
    let short = WIRE[..3].join("\n");
    let edited = wire.replace("said on Tuesday that it had", "has").replace("looked for", "sought");
    let stories = [
        told("whole", "Pipeline resumes loading", "2025-05-12", &wire),
        told("turned", "Oil flows again", "2025-05-12", &turned.join("\n")),
        told("short", "Loading resumed", "2025-05-13", &short),
        told("edited", "Caspian oil: terminal back at work", "2025-05-14", &edited),
        told("undated", "Pipeline", "", &wire),
    ];
    assert_eq!(groups(&stories), [["edited", "undated", "short", "turned", "whole"]]);
}

#[test]
fn a_formula_with_other_names_and_figures_is_another_text() {
    let telegram = |from: &str, to: &str, day: u8, amount: &str| {
        format!(
            "President {from} sent a telegram of congratulation to President {to} on the national day, {day} June. \
             The telegram recalled the friendship of the two peoples and the visit made last year. \
             Trade between the two countries came to {amount} million dollars and should grow further, it said."
        )
    };
    let stories = [
        told("a", "Telegram to Minsk", "2025-06-03", &telegram("Tokayev", "Lukashenko", 3, "812")),
        told("b", "Telegram to Manila", "2025-06-04", &telegram("Subianto", "Marcos", 12, "97")),
    ];
    assert_eq!(groups(&stories), NOTHING);
}

#[test]
fn the_same_text_a_week_later_is_no_copy() {
    let wire = WIRE.join("\n");
    let on = |id: &str, date: &str| told(id, "Pipeline resumes loading", date, &wire);
    assert_eq!(groups(&[on("a", "2025-05-12"), on("b", "2025-05-19")]), NOTHING);
    assert_eq!(groups(&[on("a", "2025-05-12"), on("b", "2025-05")]), [["a", "b"]]);
    // One without a date goes with one of them, and does not join the two.
    let three = [on("a", "2025-05-12"), on("b", "2025-05-19"), on("c", "")];
    assert_eq!(groups(&three).concat().len(), 2);
}

#[test]
fn a_few_words_are_no_text() {
    let note = |id: &str| told(id, "Note", "2025-05-12", "The delegations met again.");
    assert_eq!(groups(&[note("a"), note("b")]), NOTHING);
}

#[test]
fn a_correction_or_withdrawal_is_linked_by_its_headline() {
    let notice = "The text sent under this headline is withdrawn. There will be no substitute.";
    let wire = || told("wire", "Pipeline resumes loading", "2025-05-12", &WIRE.join("\n"));
    for (marking, status) in [
        ("WITHDRAWN:", Status::Withdrawn),
        ("ANNULE ET REMPLACE -", Status::Corrected),
        ("(CORRECTED 2)", Status::Corrected),
    ] {
        let title = format!("{marking} Pipeline Resumes Loading");
        let later = told("later", &title, "2025-05-20", notice);
        assert_eq!(groups(&[wire(), later.being(status)]), [["later", "wire"]], "{marking}");
    }
    let other = told("other", "WITHDRAWN: Tanker leaves port", "2025-05-12", notice);
    assert_eq!(groups(&[wire(), other.being(Status::Withdrawn)]), NOTHING);
    let plain = told("plain", "Pipeline resumes loading", "2025-05-12", notice);
    assert_eq!(groups(&[wire(), plain]), NOTHING);
}

#[test]
fn what_replaces_another_comes_before_it() {
    let wire = || told("wire", "Pipeline resumes loading", "2025-05-12", &WIRE.join("\n"));
    for name in ["wire", "f:wire", "wires/wire.txt", "wire.txt", "Pipeline resumes LOADING"] {
        let old = told("old", "On the terminal", "2024-01-01", "Other words.").replacing(name);
        assert_eq!(groups(&[wire(), old]), [["old", "wire"]], "{name}");
    }
    let lost = told("lost", "On the terminal", "2025-05-12", "Other words.").replacing("gone");
    assert_eq!(groups(&[wire(), lost]), NOTHING);
    let selfish = told("self", "On the terminal", "2025-05-12", "Words.").replacing("self");
    assert_eq!(groups(&[wire(), selfish]), NOTHING);
}

#[test]
fn a_withdrawal_stands_until_a_later_correction() {
    let text = WIRE.join("\n");
    let on = |id: &str, date: &str, status| told(id, "Pipeline", date, &text).being(status);
    let wire = || on("wire", "2025-05-14", Status::Current);
    let withdrawn = || on("withdrawn", "2025-05-12", Status::Withdrawn);
    assert_eq!(groups(&[wire(), withdrawn()]), [["withdrawn", "wire"]]);
    let corrected = on("corrected", "2025-05-13", Status::Corrected);
    assert_eq!(groups(&[wire(), withdrawn(), corrected])[0][2], "withdrawn");
    let corrected = on("corrected", "2025-05-14", Status::Corrected);
    assert_eq!(groups(&[wire(), corrected]), [["corrected", "wire"]]);
}

#[test]
fn thousands_of_copies_are_one_group_soon() {
    let text = WIRE.join("\n");
    let stories: Vec<Told> =
        (0..3_000).map(|n| told(&format!("{n:04}"), "Pipeline", "2025-05-12", &text)).collect();
    assert_eq!(groups(&stories).iter().map(Vec::len).collect::<Vec<_>>(), [3_000]);
}

#[test]
fn a_sketch_is_read_as_it_was_written() {
    let sketch = Sketch::new(WIRE);
    let bytes = sketch.to_bytes();
    assert_eq!(bytes.len(), Sketch::BYTES);
    assert_eq!(Sketch::from_bytes(&bytes), Some(sketch));
    assert_eq!(Sketch::from_bytes(&bytes[1..]), None);
    assert_eq!(Sketch::from_bytes(&[&bytes[..], &[0]].concat()), None);
}

#[test]
fn spelling_makes_no_other_text() {
    let composed = "Le président Tô Lâm a reçu à Hanoï l'envoyé de l'Élysée, puis ceux de Minsk, d'Astana et de Bakou.";
    let decomposed = "LE PRÉSIDENT Tô Lâm a reçu à Hanoï l’envoyé de l’E\u{301}lysée, puis ceux de Minsk, d’Astana et de Bakou.";
    let likeness = Sketch::new([composed]).likeness(&Sketch::new([decomposed]));
    assert!(likeness.resemblance > 0.99, "{likeness:?}");
    // "PRÉSIDENT" has become a name.
    assert!(likeness.telling > 0.9, "{likeness:?}");
}

proptest! {
    /// The stories are cut from few texts, so that many are versions of one.
    #[test]
    fn the_order_of_the_files_makes_no_difference(
        cuts in proptest::collection::vec((0..5_usize, 1..5_usize, 10..20_u8, 0..3_u8, 0..4_usize), 2..14),
        turn in 0..14_usize,
    ) {
        let status = [Status::Current, Status::Current, Status::Corrected, Status::Withdrawn];
        let story = |(n, &(first, many, day, dated, state)): (usize, &(usize, usize, u8, u8, usize))| {
            let text: Vec<&str> = WIRE.iter().cycle().skip(first).take(many).copied().collect();
            let date = if dated == 0 { String::new() } else { format!("2025-05-{day}") };
            told(&n.to_string(), "The pipeline resumes", &date, &text.join("\n")).being(status[state])
        };
        let mut stories: Vec<Told> = cuts.iter().enumerate().map(story).collect();
        let before = groups(&stories);
        stories.reverse();
        prop_assert_eq!(&before, &groups(&stories));
        let turn = turn % stories.len();
        stories.rotate_left(turn);
        prop_assert_eq!(&before, &groups(&stories));
        let all = before.concat();
        let different: std::collections::HashSet<&String> = all.iter().collect();
        prop_assert_eq!(different.len(), all.len(), "a story is in one group at most");
    }
}
