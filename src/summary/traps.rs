//! What has misled compilers of such pages before: each trap in small briefs of public facts.

use super::fixtures::{Paper, code, date, person, quantity, stated, usd};
use super::*;
use crate::model::{
    CountryCode, Doubt, FactKind, FactStatus, Level, Measure, Phrase, Role, Section, SectionKind,
    SummaryLine, Unit, VisitForm,
};

const KZ: &str = "KZ=Kazakhstan|Astana";
const UZ: &str = "UZ=Ouzbékistan|Tachkent";

fn page(country: &str, library: &[Document]) -> Summary {
    let exhibits: Vec<Exhibit<'_>> =
        library.iter().map(|document| Exhibit { document, received: None }).collect();
    let as_of = date("2025-05-13");
    compile(
        &Request { country: code(country), with: None, as_of, since: None, by_partner: false },
        &exhibits,
    )
}

/// The lines of facts of a kind, with their sections.
fn lines(page: &Summary, kind: FactKind) -> Vec<(SectionKind, &SummaryLine)> {
    let of = |section: &'_ Section| section.kind;
    let all = page.sections.iter().flat_map(|s| s.lines.iter().map(move |line| (of(s), line)));
    all.filter(|(_, line)| line.kind == Some(kind)).collect()
}

fn files(line: &SummaryLine) -> Vec<&str> {
    line.citations.iter().map(|citation| citation.file.as_str()).collect()
}

fn visit(file: &str, day: &str, words: &str, status: FactStatus, on: Option<&str>) -> Document {
    let text = format!("Titre de {file}\n\n{words} à Tachkent.");
    Paper::new(file, &[KZ, UZ], &text)
        .dated(day)
        .states(FactKind::Visit, words, status, &["KZ", "UZ"], |fact| {
            fact.place = Some(code("UZ"));
            fact.persons = vec![person("Kassym-Jomart Tokaïev", "président", Role::President)];
            fact.date = on.map(stated);
        })
        .document()
}

#[test]
fn a_plan_that_came_about_is_one_line_done_with_both_sentences() {
    let plan =
        visit("plan.md", "2025-03-02", "Une visite d’État est prévue", FactStatus::Planned, None);
    let done = visit(
        "done.md",
        "2025-04-12",
        "Le président a fait une visite d’État le 11 avril",
        FactStatus::Done,
        Some("2025-04-11"),
    );
    let page = page("UZ", &[plan, done]);
    let visits = lines(&page, FactKind::Visit);
    assert_eq!(visits.len(), 1, "{visits:#?}");
    let (section, line) = visits[0];
    assert_eq!((section, line.status), (SectionKind::Visits, Some(FactStatus::Done)));
    assert_eq!(files(line), ["done.md", "plan.md"]);
    let Phrase::Claim(claim) = &line.text else { panic!("{line:?}") };
    assert_eq!(claim.visit, Some(VisitForm::State));
}

#[test]
fn a_visit_of_another_year_is_another_visit() {
    let library = [
        visit(
            "a.md",
            "2019-04-12",
            "Le président a fait une visite",
            FactStatus::Done,
            Some("2019-04-11"),
        ),
        visit(
            "b.md",
            "2025-04-12",
            "Le président y est revenu",
            FactStatus::Done,
            Some("2025-04-11"),
        ),
    ];
    let page = page("UZ", &library);
    let days: Vec<String> = lines(&page, FactKind::Visit)
        .iter()
        .filter_map(|(_, line)| Some(line.date?.value.to_string()))
        .collect();
    assert_eq!(days, ["2025-04-11", "2019-04-11"]);
}

#[test]
fn a_plan_that_was_called_off_is_called_off() {
    let library = [
        visit("plan.md", "2025-03-02", "Une visite est prévue", FactStatus::Planned, None),
        visit("off.md", "2025-03-20", "La visite a été annulée", FactStatus::Cancelled, None),
    ];
    let page = page("UZ", &library);
    let visits = lines(&page, FactKind::Visit);
    assert_eq!(visits.len(), 1);
    assert_eq!(visits[0].1.status, Some(FactStatus::Cancelled));
    assert_eq!(visits[0].1.citations.len(), 2);
}

#[test]
fn a_plan_whose_day_went_by_is_to_be_checked() {
    let plan = visit(
        "plan.md",
        "2025-03-02",
        "Une visite est prévue le 20 mars",
        FactStatus::Planned,
        Some("2025-03-20"),
    );
    let page = page("UZ", &[plan]);
    let (section, line) = lines(&page, FactKind::Visit)[0];
    assert_eq!((section, line.status), (SectionKind::Check, Some(FactStatus::Lapsed)));
}

fn trade(file: &str, day: &str, words: &str, number: i64, until: Option<&str>) -> Document {
    let text =
        format!("Titre {file}\n\nLe commerce entre Astana et Tachkent doit atteindre {words}.");
    Paper::new(file, &[KZ, UZ], &text)
        .dated(day)
        .states(FactKind::Trade, words, FactStatus::Target, &["KZ", "UZ"], |fact| {
            fact.value = Some(quantity(number, usd()));
            fact.until = until.map(date);
        })
        .document()
}

#[test]
fn a_target_whose_horizon_is_past_says_so() {
    let old =
        trade("a.md", "2017-07-02", "500 millions de dollars en 2020", 500_000_000, Some("2020"));
    let page = page("KZ", &[old]);
    let (section, line) = lines(&page, FactKind::Trade)[0];
    assert_eq!((section, line.status), (SectionKind::Figures, Some(FactStatus::Lapsed)));
    let checks = page.sections.iter().find(|s| s.kind == SectionKind::Check).expect("checks");
    assert!(checks.lines.iter().any(|line| line.text == Phrase::Doubt(Doubt::Lapsed, 1)));
}

#[test]
fn values_that_differ_stay_side_by_side_with_their_days() {
    let library = [
        trade("a.md", "2022-01-10", "4 milliards de dollars", 4_000_000_000, None),
        trade("b.md", "2024-06-01", "10 milliards de dollars", 10_000_000_000, None),
    ];
    let page = page("KZ", &library);
    let values: Vec<_> = lines(&page, FactKind::Trade)
        .iter()
        .filter_map(|(_, line)| Some((line.quantity?.decimal(), line.date?.value.to_string())))
        .collect();
    let expected = [("10000000000", "2024-06-01"), ("4000000000", "2022-01-10")];
    assert_eq!(values, expected.map(|(value, day)| (value.to_owned(), day.to_owned())));
}

#[test]
fn values_for_one_horizon_contradict_each_other() {
    let library = [
        trade("a.md", "2024-01-10", "4 milliards de dollars en 2030", 4_000_000_000, Some("2030")),
        trade("b.md", "2024-02-01", "5 milliards de dollars en 2030", 5_000_000_000, Some("2030")),
    ];
    let page = page("KZ", &library);
    let checks = page.sections.iter().find(|s| s.kind == SectionKind::Check).expect("checks");
    let doubts = checks.lines.iter().filter(|l| l.text == Phrase::Doubt(Doubt::Contradictory, 2));
    assert_eq!(doubts.map(|line| line.citations.len()).collect::<Vec<_>>(), [2]);
}

#[test]
fn three_copies_of_one_wire_are_one_line_and_one_voice() {
    let copies = ["a.md", "b.md", "c.md"]
        .map(|file| trade(file, "2024-01-10", "4 milliards de dollars", 4_000_000_000, None));
    let page_of_three = page("KZ", &copies);
    let trades = lines(&page_of_three, FactKind::Trade);
    assert_eq!(trades.len(), 1);
    assert_eq!(trades[0].1.citations.len(), 3);
    let other = trade("d.md", "2024-01-12", "4 milliards de dollars", 4_000_000_000, None);
    let docket = |documents: &[Document]| {
        let extracts: Vec<Extract> =
            documents.iter().map(|one| Extractor::default().extract(one)).collect();
        let testimonies: Vec<Testimony<'_>> = documents
            .iter()
            .zip(&extracts)
            .map(|(document, extract)| Testimony {
                brief: &document.brief,
                extract,
                received: None,
                seen: None,
                novelty: None,
                revisions: &[],
            })
            .collect();
        let country = Some(code("KZ"));
        let view = View { country, with: None, as_of: date("2025-05-13"), from: None };
        let docket = Docket::new(&view, None, &testimonies);
        merge::groups(reports::of_page(&docket))[0].voices()
    };
    assert_eq!(docket(&copies), 1);
    let mut told_anew = other;
    let text = "Autrement\n\nLes deux capitales visent 4 milliards de dollars d’échanges par an.";
    let words = "4 milliards de dollars";
    let (from, paper) = (&mut told_anew, Paper::new("d.md", &[KZ, UZ], text).dated("2024-01-12"));
    *from = paper
        .states(FactKind::Trade, words, FactStatus::Target, &["KZ", "UZ"], |fact| {
            fact.value = Some(quantity(4_000_000_000, usd()));
        })
        .document();
    assert_eq!(docket(&[copies[0].clone(), copies[1].clone(), told_anew]), 2);
}

#[test]
fn a_total_over_several_countries_is_nobodys_own() {
    let text =
        "Tournée\n\nEn tout 60 accords ont été signés à Astana et dans trois autres capitales.";
    let total = Paper::new("a.md", &[KZ, UZ], text)
        .dated("2025-05-12")
        .states(
            FactKind::Agreement,
            "60 accords ont été signés",
            FactStatus::Signed,
            &["KZ", "UZ"],
            |fact| {
                fact.value = Some(quantity(60, Unit::Of(Measure::Agreements)));
                fact.shared_by = Some(4);
            },
        )
        .document();
    let page = page("KZ", &[total]);
    let (_, line) = lines(&page, FactKind::Agreement)[0];
    let Phrase::Claim(claim) = &line.text else { panic!("{line:?}") };
    assert_eq!(claim.shared_by, Some(4));
}

fn holder(file: &str, day: &str, name: &str) -> Document {
    let text = format!("Titre {file}\n\nLe président {name} a parlé à Astana de chemins de fer.");
    let words = format!("président {name}");
    Paper::new(file, &[KZ], &text)
        .dated(day)
        .states(FactKind::Office, &words, FactStatus::Stated, &["KZ"], |fact| {
            fact.date = Some(stated(day));
            fact.persons = vec![person(name, "président", Role::President)];
        })
        .document()
}

#[test]
fn an_old_title_keeps_its_day_and_stands_behind_the_newer_one() {
    let library = [
        holder("a.md", "2015-05-01", "Noursoultan Nazarbaïev"),
        holder("b.md", "2025-05-01", "Kassym-Jomart Tokaïev"),
    ];
    let page = page("KZ", &library);
    let days: Vec<String> = lines(&page, FactKind::Office)
        .iter()
        .filter_map(|(_, line)| Some(line.date?.value.to_string()))
        .collect();
    assert_eq!(days, ["2025-05-01", "2015-05-01"]);
    let (_, newer) = lines(&page, FactKind::Office)[0];
    let (_, older) = lines(&page, FactKind::Office)[1];
    assert!(older.rank > newer.rank);
}

#[test]
fn what_is_asked_for_is_no_agreement() {
    let text = "Titre\n\nAstana souhaite un accord sur les visas avec Tachkent.";
    let wish = Paper::new("a.md", &[KZ, UZ], text)
        .dated("2025-01-02")
        .states(
            FactKind::Visa,
            "souhaite un accord sur les visas",
            FactStatus::Requested,
            &["KZ", "UZ"],
            |_| {},
        )
        .document();
    let signed = Paper::new(
        "b.md",
        &[KZ, UZ],
        "Titre\n\nAstana et Tachkent ont signé un accord sur les visas.",
    )
    .dated("2025-04-02")
    .states(
        FactKind::Visa,
        "signé un accord sur les visas",
        FactStatus::Signed,
        &["KZ", "UZ"],
        |_| {},
    )
    .document();
    let asked = page("KZ", std::slice::from_ref(&wish));
    assert_eq!(lines(&asked, FactKind::Visa)[0].0, SectionKind::Check);
    let page = page("KZ", &[wish, signed]);
    let visas = lines(&page, FactKind::Visa);
    assert_eq!(visas.len(), 1);
    assert_eq!(visas[0].1.status, Some(FactStatus::Signed));
    assert_eq!(files(visas[0].1), ["b.md", "a.md"]);
}

#[test]
fn a_newer_level_of_relations_comes_before_the_older_one() {
    let level = |file: &str, day: &str, level: Level, words: &str| {
        let text = format!("Titre {file}\n\nAstana et Tachkent ont noué un {words}.");
        Paper::new(file, &[KZ, UZ], &text)
            .dated(day)
            .states(FactKind::Level, words, FactStatus::Done, &["KZ", "UZ"], |fact| {
                fact.level = Some(level);
            })
            .document()
    };
    let library = [
        level("a.md", "2013-06-14", Level::Partnership, "partenariat"),
        level("b.md", "2025-04-14", Level::Strategic, "partenariat stratégique"),
    ];
    let page = page("UZ", &library);
    let levels = lines(&page, FactKind::Level);
    let sections: Vec<SectionKind> = levels.iter().map(|(section, _)| *section).collect();
    assert_eq!(sections, [SectionKind::Changes, SectionKind::Level]);
    assert_eq!(levels[0].1.rank, 0, "what changed comes first");
    let exhibits: Vec<Exhibit<'_>> =
        library.iter().map(|document| Exhibit { document, received: None }).collect();
    let as_of = date("2025-05-13");
    let with = Some(code("KZ"));
    let pair = compile(
        &Request { country: code("UZ"), with, as_of, since: None, by_partner: false },
        &exhibits,
    );
    let Phrase::Claim(claim) = &lines(&pair, FactKind::Level)[0].1.text else { panic!("a claim") };
    assert_eq!(claim.partners, [code("KZ")], "a pair's other country is named");
}

#[test]
fn a_short_page_keeps_what_matters_most() {
    let library = [
        holder("a.md", "2025-05-01", "Kassym-Jomart Tokaïev"),
        trade("b.md", "2025-05-02", "4 milliards de dollars", 4_000_000_000, None),
    ];
    let mut page = page("KZ", &library);
    let mut ranks: Vec<usize> =
        page.sections.iter().flat_map(|s| &s.lines).map(|line| line.rank).collect();
    ranks.sort_unstable();
    assert_eq!(ranks, (0..ranks.len()).collect::<Vec<_>>(), "each line has a place of its own");
    page.shorten(3, |_| 1);
    let left: Vec<usize> =
        page.sections.iter().flat_map(|s| &s.lines).map(|line| line.rank).collect();
    assert_eq!(left.iter().sum::<usize>(), 3, "{left:?}");
}

#[test]
fn a_tour_is_one_line_but_for_visits_of_another_kind() {
    let words = [
        "une visite d’État au Laos",
        "une visite d’État en Inde",
        "une visite officielle au Japon",
    ];
    let text = format!("Titre\n\nLe président fait {}, {} et {}.", words[0], words[1], words[2]);
    let mut paper = Paper::new("tour.md", &[KZ], &text).dated("2025-04-12");
    for (words, place) in words.into_iter().zip(["LA", "IN", "JP"]) {
        paper = paper.states(FactKind::Visit, words, FactStatus::Done, &["KZ", place], |fact| {
            fact.place = Some(code(place));
            fact.persons = vec![person("Kassym-Jomart Tokaïev", "président", Role::President)];
        });
    }
    let page = page("KZ", &[paper.document()]);
    let told: Vec<(Option<VisitForm>, Vec<&str>)> = lines(&page, FactKind::Visit)
        .into_iter()
        .map(|(_, line)| {
            let Phrase::Claim(claim) = &line.text else { panic!("{line:?}") };
            (claim.visit, claim.partners.iter().map(CountryCode::as_str).collect())
        })
        .collect();
    assert_eq!(
        told,
        [(Some(VisitForm::State), vec!["LA", "IN"]), (Some(VisitForm::Official), vec!["JP"]),]
    );
}
