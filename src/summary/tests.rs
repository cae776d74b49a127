//! Whole pages from small briefs of public facts.

use proptest::prelude::*;

use super::fixtures::{Paper, code, date};
use super::*;
use crate::model::{Citation, FactStatus, Phrase, SectionKind, Status, SummaryLine, TitleBasis};

const KZ: &str = "KZ=Kazakhstan|Astana";
const UZ: &str = "UZ=Ouzbékistan|Tachkent";
const TR: &str = "TR=Turquie|Ankara";

fn library() -> Vec<Document> {
    vec![
        Paper::new(
            "2024/astana.md",
            &[KZ, UZ],
            "Astana et Tachkent signent un traité d’alliance\n\nLe Kazakhstan et l’Ouzbékistan ont signé \
             un traité sur leurs relations d’alliance le 22 décembre 2022. Le commerce entre les deux pays a dépassé \
             4 milliards de dollars. Une amitié traditionnelle les unit dans tous les domaines.",
        )
        .says("22 décembre 2022", "2022-12-22")
        .dated("2022-12-23")
        .document(),
        Paper::new(
            "2024/referendum.md",
            &[KZ],
            "Le Kazakhstan vote sur une centrale nucléaire\n\nLe Kazakhstan a approuvé par référendum le 6 octobre 2024 la \
             construction d’une centrale nucléaire. Le pays est le premier producteur mondial d’uranium, avec plus de 40 % \
             du total. La mise en service est prévue en 2035.",
        )
        .says("6 octobre 2024", "2024-10-06")
        .says("2035", "2035")
        .dated("2024-10-07")
        .document(),
        Paper::new(
            "2024/capitale.txt",
            &[KZ],
            "La capitale du Kazakhstan change de nom\n\nLa capitale du Kazakhstan a repris le nom d’Astana le 17 septembre \
             2022. Elle s’appelait Noursoultan depuis mars 2019.",
        )
        .says("17 septembre 2022", "2022-09-17")
        .says("mars 2019", "2019-03")
        .document(),
        Paper::new(
            "2024/etats-turciques.md",
            &[TR, KZ, UZ],
            "Sommet des États turciques\n\nLe Kazakhstan accueille le sommet des États turciques. La Turquie compte 85 millions \
             d’habitants et sa capitale est Ankara depuis le 13 octobre 1923. L’Ouzbékistan est membre depuis 2019.",
        )
        .says("13 octobre 1923", "1923-10-13")
        .says("2019", "2019")
        .dated("2023-11")
        .document(),
    ]
}

fn request(country: &str) -> Request {
    Request {
        country: code(country),
        with: None,
        as_of: date("2025-05-13"),
        since: None,
        by_partner: false,
    }
}

fn page(request: &Request, library: &[Document]) -> Summary {
    let exhibits: Vec<Exhibit<'_>> =
        library.iter().map(|document| Exhibit { document, received: None }).collect();
    compile(request, &exhibits)
}

fn section(page: &Summary, kind: SectionKind) -> &[SummaryLine] {
    let found = page.sections.iter().find(|section| section.kind == kind);
    found.map_or(&[], |section| &section.lines)
}

fn texts(page: &Summary, kind: SectionKind) -> Vec<&str> {
    section(page, kind)
        .iter()
        .filter_map(|line| match &line.text {
            Phrase::Verbatim(words) => Some(words.as_str()),
            _ => None,
        })
        .collect()
}

fn citations(page: &Summary) -> Vec<&Citation> {
    page.sections.iter().flat_map(|s| &s.lines).flat_map(|line| &line.citations).collect()
}

/// The days of the sentences of a page, newest first, each with its status.
fn dated(page: &Summary) -> Vec<(String, Option<FactStatus>)> {
    let kinds = [SectionKind::Figures, SectionKind::KeyPoints, SectionKind::Timeline];
    let lines = kinds.map(|kind| section(page, kind));
    let holds = |line: &&SummaryLine| {
        let Phrase::Verbatim(words) = &line.text else { return false };
        line.date.is_some_and(|date| words.contains(&date.value.year().to_string()))
    };
    let lines = lines.into_iter().flatten().filter(holds);
    let mut dated: Vec<_> =
        lines.filter_map(|line| Some((line.date?.value.to_string(), line.status))).collect();
    dated.sort_by(|a, b| b.0.cmp(&a.0));
    dated
}

#[test]
fn every_line_cites_an_exact_slice() {
    let library = library();
    let page = page(&request("KZ"), &library);
    assert!(page.sections.len() >= 4);
    for line in page.sections.iter().flat_map(|section| &section.lines) {
        assert!(!line.citations.is_empty());
    }
    for citation in citations(&page) {
        let document = library.iter().find(|d| d.brief.file == citation.file).expect("its file");
        assert_eq!(citation.span.slice(&document.decoded), Some(citation.sentence.as_str()));
    }
}

#[test]
fn the_scope_counts_briefs_dates_and_partners() {
    let mut library = library();
    library[0].brief.source = Some("Agence".into());
    library[1].brief.source = Some("Agence".into());
    library[2].brief.source = Some("Autre".into());
    let scope = page(&request("KZ"), &library).scope;
    assert_eq!((scope.briefs, scope.undated), (4, 1));
    assert_eq!((scope.oldest, scope.newest), (Some(date("2022-12-23")), Some(date("2024-10-07"))));
    assert_eq!(scope.sources, [("Agence".to_owned(), 2), ("Autre".to_owned(), 1)]);
    assert_eq!(scope.partners, [(code("UZ"), 2), (code("TR"), 1)]);
}

#[test]
fn headlines_are_those_of_the_last_year_alone() {
    let library = library();
    let all = page(&request("KZ"), &library);
    let newest = [
        "Le Kazakhstan vote sur une centrale nucléaire",
        "La capitale du Kazakhstan change de nom",
    ];
    assert_eq!(
        texts(&all, SectionKind::Changes),
        newest,
        "what is years old is not new, what has no date may be"
    );
    let before = Request { as_of: date("2023-11-30"), ..request("KZ") };
    assert_eq!(
        texts(&page(&before, &library), SectionKind::Changes),
        [
            "Sommet des États turciques",
            "Astana et Tachkent signent un traité d’alliance",
            "La capitale du Kazakhstan change de nom"
        ],
        "those of the year fill up where there are few"
    );
    let after = Request { as_of: date("2027-01-01"), ..request("KZ") };
    assert!(texts(&page(&after, &library[1..2]), SectionKind::Changes).is_empty());
    let undated = page(&request("KZ"), &library[2..3]);
    assert_eq!(
        texts(&undated, SectionKind::Changes),
        ["La capitale du Kazakhstan change de nom"],
        "what has no date only where nothing else is new"
    );
}

#[test]
fn a_headline_shows_no_number_that_its_sentence_does_not_have() {
    let paper = |title: &str, basis| {
        let text = format!("{title}\n\nLe Kazakhstan a signé 12 accords. Il en négocie 3 autres.");
        let paper = Paper::new("a.md", &[KZ], &text).with(|brief| brief.title_basis = basis);
        vec![paper.document()]
    };
    let stated = paper("Le Kazakhstan négocie 3 accords", TitleBasis::Stated);
    let cited = page(&request("KZ"), &stated);
    assert_eq!(citations(&cited)[0].sentence, "Il en négocie 3 autres.");
    let derived = paper("Le Kazakhstan a signé…", TitleBasis::Derived);
    let lead = page(&request("KZ"), &derived);
    assert_eq!(texts(&lead, SectionKind::Changes), ["Le Kazakhstan a signé 12 accords."]);
    let mut unbacked = paper("Titre", TitleBasis::Stated);
    unbacked[0].brief.title = "99 accords".into();
    let lead = page(&request("KZ"), &unbacked);
    assert_eq!(texts(&lead, SectionKind::Changes), ["Le Kazakhstan a signé 12 accords."]);
}

#[test]
fn withdrawn_replaced_and_foreign_briefs_are_left_out() {
    let mut library = library();
    library[1].brief.status = Status::Withdrawn;
    library[3].brief.replaces = Some("2024/astana.md".into());
    let page_of = page(&request("KZ"), &library);
    assert_eq!(page_of.scope.briefs, 2);
    assert!(citations(&page_of).iter().all(|citation| {
        !["2024/astana.md", "2024/referendum.md"].contains(&citation.file.as_str())
    }));
    assert_eq!(page(&request("FR"), &library).sections, []);
}

#[test]
fn related_stories_count_for_their_own_countries_and_not_as_briefs() {
    let mut library = library();
    library[1].brief.part = 1;
    library[1].brief.parent = Some("p:parent".into());
    let page = page(&request("KZ"), &library);
    assert_eq!(page.scope.briefs, 3);
    assert_eq!(texts(&page, SectionKind::Changes).len(), 2);
}

#[test]
fn since_looks_at_the_date_or_the_day_received() {
    let library = library();
    let mut exhibits: Vec<Exhibit<'_>> =
        library.iter().map(|document| Exhibit { document, received: None }).collect();
    let since = Request { since: Some(date("2023-11-15")), ..request("KZ") };
    assert_eq!(compile(&since, &exhibits).scope.briefs, 2);
    exhibits[2].received = Some(Moment(1_735_689_600_000));
    assert_eq!(compile(&since, &exhibits).scope.briefs, 3);
}

#[test]
fn a_pair_takes_briefs_about_both() {
    let library = library();
    let pair = Request { with: Some(code("UZ")), ..request("KZ") };
    let page = page(&pair, &library);
    assert_eq!(page.scope.briefs, 2);
    assert_eq!(page.scope.partners, [(code("TR"), 1)]);
}

#[test]
fn what_is_ahead_is_coming_and_what_was_is_in_the_timeline() {
    let library = library();
    let page = page(&request("KZ"), &library);
    let coming = section(&page, SectionKind::Coming);
    assert_eq!(texts(&page, SectionKind::Coming), ["La mise en service est prévue en 2035."]);
    assert_eq!(coming[0].status, Some(FactStatus::Planned));
    let past = dated(&page);
    let done = Some(FactStatus::Done);
    assert_eq!(
        past,
        [
            ("2024-10-06".to_owned(), done),
            ("2022-12-22".to_owned(), done),
            ("2022-09-17".to_owned(), None),
            ("2019-03".to_owned(), None)
        ]
    );
    let earlier = Request { as_of: date("2019-02-01"), ..request("KZ") };
    let earlier_page = self::page(&earlier, &library);
    assert_eq!(section(&earlier_page, SectionKind::Coming).len(), 2);
    assert_eq!(earlier_page.scope.briefs, 1, "briefs dated later are not known yet");
}

#[test]
fn what_lay_ahead_of_its_brief_stays_a_plan() {
    let text = "Objectif\n\nLe Kazakhstan vise 80 millions de tonnes de pétrole en 2020.";
    let library =
        [Paper::new("a.md", &[KZ], text).says("2020", "2020").dated("2017-07").document()];
    let page = page(&request("KZ"), &library);
    assert_eq!(dated(&page), [("2020".to_owned(), Some(FactStatus::Planned))]);
}

#[test]
fn sentences_about_other_countries_of_a_tour_stay_away() {
    let library = library();
    let shown = page(&request("KZ"), &library);
    let all: Vec<&str> =
        citations(&shown).into_iter().map(|citation| citation.sentence.as_str()).collect();
    let chosen = |page: &Summary| -> Vec<String> {
        let kinds = [SectionKind::Figures, SectionKind::KeyPoints, SectionKind::Timeline];
        let texts = kinds.into_iter().flat_map(|kind| texts(page, kind));
        texts.map(str::to_owned).collect()
    };
    let is_elsewhere = |text: &String| text.contains("Ankara") || text.contains("membre depuis");
    assert!(!chosen(&shown).iter().any(is_elsewhere));
    assert!(all.iter().any(|text| text.contains("Kazakhstan")));
    let of_turkey = page(&request("TR"), &library);
    assert!(chosen(&of_turkey).iter().any(|text| text.contains("Ankara")));
}

#[test]
fn empty_talk_is_no_key_point_where_there_is_news() {
    let mut library = library();
    for n in 0..6 {
        let text = format!(
            "Actualité {n}\n\nLe Kazakhstan a produit {n}00 tonnes de minerai numéro {n}. Le pays compte \
             {n} régions du type {n}."
        );
        library.push(Paper::new(&format!("{n}.md"), &[KZ], &text).document());
    }
    let page = page(&request("KZ"), &library);
    let points = texts(&page, SectionKind::KeyPoints);
    assert_eq!(points.len(), 8);
    assert!(points.iter().all(|text| !text.contains("amitié")));
}

#[test]
fn near_repeats_and_one_talkative_brief_do_not_fill_the_page() {
    let talk: Vec<String> = [
        "Le Kazakhstan exporte du pétrole par la mer Caspienne",
        "Le Kazakhstan produit 40 pour cent de l’uranium du monde",
        "Le Kazakhstan compte 20 millions d’habitants environ",
        "Le Kazakhstan partage une frontière de 7 600 kilomètres",
        "Le Kazakhstan a signé le traité de non-prolifération",
        "Le Kazakhstan abrite le cosmodrome de Baïkonour, ouvert tôt",
        "Le Kazakhstan préside cette année plusieurs organisations",
    ]
    .iter()
    .map(|sentence| format!("{sentence}."))
    .collect();
    let long = Paper::new("long.md", &[KZ], &format!("Portrait\n\n{}", talk.join(" ")));
    let mut library = library();
    library.push(long.document());
    let copy = library[1].clone();
    library.push(copy);
    library[5].brief.file = "copie.md".into();
    library[5].brief.id = "p:copie.md".into();
    for (file, text) in [
        (
            "steppe.md",
            "La steppe\n\nLa steppe couvre le centre du Kazakhstan. Le bétail y passe l’été.",
        ),
        (
            "lac.md",
            "Un lac\n\nLe lac Balkhach est partagé en deux eaux. L’une est douce, l’autre salée.",
        ),
        (
            "rail.md",
            "Le rail\n\nLe Kazakhstan a des chemins de fer à voie large. Ils mènent vers le nord.",
        ),
    ] {
        library.push(Paper::new(file, &[KZ], text).document());
    }
    let page = page(&request("KZ"), &library);
    let points = section(&page, SectionKind::KeyPoints);
    let of =
        |file: &str| points.iter().filter(|line| line.citations[0].file.as_str() == file).count();
    assert!(of("long.md") <= 2, "{points:#?}");
    let mut seen: Vec<&str> = texts(&page, SectionKind::KeyPoints);
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all);
}

#[test]
fn partners_cite_a_sentence_that_names_them() {
    let library = library();
    let page = page(&request("KZ"), &library);
    let partners = section(&page, SectionKind::Partners);
    assert_eq!(partners[0].text, Phrase::Partner(code("UZ"), 2));
    assert!(partners[0].citations[0].sentence.contains("Ouzbékistan"));
}

#[test]
fn spans_that_do_not_fit_the_text_are_passed_over() {
    let mut library = library();
    for document in &mut library {
        document.decoded = "é".into();
    }
    let page = page(&request("KZ"), &library);
    assert_eq!(page.sections, []);
    assert_eq!(page.scope.briefs, 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_the_briefs_does_not_matter(order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle()) {
        let library = library();
        let straight: Vec<Exhibit<'_>> =
            library.iter().map(|document| Exhibit { document, received: None }).collect();
        let shuffled: Vec<Exhibit<'_>> = order.iter().map(|&place| straight[place]).collect();
        for country in ["KZ", "UZ", "TR"] {
            prop_assert_eq!(compile(&request(country), &straight), compile(&request(country), &shuffled));
        }
    }
}
