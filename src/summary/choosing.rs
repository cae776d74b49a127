//! Which sentences come to a page, in small briefs of public facts.

use super::fixtures::{Paper, code, date, person, stated};
use super::*;
use crate::model::{DateBasis, FactKind, FactStatus, Phrase, Role, SectionKind, SummaryLine};

const KZ: &str = "KZ=Kazakhstan|Astana";
const UZ: &str = "UZ=Ouzbékistan|Tachkent|Uzbekistan";
const KG: &str = "KG=Kirghizstan|Bichkek|Kyrgyzstan";

fn page_on(day: &str, country: &str, library: &[Document]) -> Summary {
    let exhibits: Vec<Exhibit<'_>> =
        library.iter().map(|document| Exhibit { document, received: None }).collect();
    let request = Request {
        country: code(country),
        with: None,
        as_of: date(day),
        since: None,
        by_partner: false,
    };
    compile(&request, &exhibits)
}

fn page(country: &str, library: &[Document]) -> Summary {
    page_on("2025-05-13", country, library)
}

fn lines(page: &Summary, kind: SectionKind) -> Vec<&SummaryLine> {
    page.sections.iter().filter(|s| s.kind == kind).flat_map(|s| &s.lines).collect()
}

fn texts(page: &Summary, kind: SectionKind) -> Vec<&str> {
    let words = |line: &'_ SummaryLine| match &line.text {
        Phrase::Verbatim(_) => line.citations[0].sentence.len(),
        _ => 0,
    };
    let lines = lines(page, kind).into_iter().filter(|line| words(line) > 0);
    lines.map(|line| line.citations[0].sentence.as_str()).collect()
}

fn holds(texts: &[&str], words: &str) -> bool {
    texts.iter().any(|text| text.contains(words))
}

#[test]
fn a_figure_that_is_no_fact_is_told_in_the_words_of_its_sentence() {
    let french = "Céréales\n\nLe Kazakhstan a récolté 22 millions de tonnes de céréales. Le pays compte dix-sept régions. \
                  L’Ouzbékistan a récolté 8 millions de tonnes, et le Kirghizstan le reste.";
    let english = "Grain\n\nKyrgyzstan bought forty thousand tonnes of wheat abroad. Its mills stand idle since then.";
    let library = [
        Paper::new("fr.md", &[KZ, UZ, KG], french).dated("2025-04-01").document(),
        Paper::new("en.md", &[KG], english).dated("2025-04-02").document(),
    ];
    let of = |country: &str| {
        let page = page(country, &library);
        texts(&page, SectionKind::Figures).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of("KZ"), ["Le Kazakhstan a récolté 22 millions de tonnes de céréales."]);
    let of_kg = of("KG");
    assert!(of_kg.iter().any(|text| text.contains("forty thousand tonnes")), "{of_kg:?}");
    assert!(!of_kg.iter().any(|text| text.contains("22 millions")), "another country's: {of_kg:?}");
}

#[test]
fn what_all_countries_of_a_text_share_is_on_the_page_of_each() {
    let text = "Une union\n\nLe Kazakhstan, l’Ouzbékistan et le Kirghizstan ont formé une union. Tachkent en a la présidence. Les \
                trois pays ont aboli leurs droits de douane. Les deux pays voisins ont ouvert un pont.";
    let library = [Paper::new("union.md", &[KZ, UZ, KG], text).dated("2025-04-01").document()];
    let points = page("KG", &library);
    let points = texts(&points, SectionKind::KeyPoints);
    assert!(holds(&points, "Les trois pays"), "{points:?}");
    assert!(!holds(&points, "Les deux pays voisins"), "those named last: {points:?}");
}

#[test]
fn the_first_sentence_speaks_of_a_country_that_the_text_never_names() {
    let text =
        "Sommet\n\nL’Ouzbékistan a reçu les chefs d’État d’Asie centrale. Tachkent a été fermée.";
    let library = [Paper::new("s.md", &[UZ, "KG=", "KZ="], text).dated("2025-04-01").document()];
    let points = page("KG", &library);
    let points = texts(&points, SectionKind::KeyPoints);
    assert!(holds(&points, "chefs d’État") && !holds(&points, "fermée"), "{points:?}");
}

#[test]
fn sentences_that_lean_and_items_of_lists_come_after_whole_ones() {
    let text = "Le port\n\nLe Kazakhstan agrandit le port d’Aktaou sur la Caspienne. Elle est la plus grande mer fermée du monde. \
                un quai de commerce pour les grands navires ; \nLe Kazakhstan exploite aussi le port de Kouryk, plus au sud.";
    let library = [Paper::new("port.md", &[KZ], text).dated("2025-04-01").document()];
    let page = page("KZ", &library);
    let points = texts(&page, SectionKind::KeyPoints);
    let place = |words: &str| points.iter().position(|text| text.contains(words));
    assert!(place("Kouryk") < place("Elle est"), "{points:?}");
    assert!(place("Kouryk") < place("un quai"), "{points:?}");
}

#[test]
fn what_says_nothing_alone_comes_with_the_sentence_before_it() {
    for (text, year, both) in [
        (
            "Présidence\n\nLe Kirghizstan préside l’organisation cette année. Le Kazakhstan suivra en 2026.",
            "2026",
            "Le Kirghizstan préside l’organisation cette année. Le Kazakhstan suivra en 2026.",
        ),
        (
            "The chair\n\nKyrgyzstan chairs the organisation this year. Astana follows in 2026.",
            "2026",
            "Kyrgyzstan chairs the organisation this year. Astana follows in 2026.",
        ),
    ] {
        let paper = Paper::new("chair.md", &[KZ, KG], text).says(year, year).dated("2025-04-01");
        let document = paper.document();
        let page = page("KZ", std::slice::from_ref(&document));
        let coming = lines(&page, SectionKind::Coming);
        let citation = &coming[0].citations[0];
        assert_eq!(coming[0].text, Phrase::Verbatim(both.into()));
        assert_eq!(citation.span.slice(&document.decoded), Some(citation.sentence.as_str()));
    }
}

#[test]
fn a_year_that_nobody_wrote_puts_nothing_into_the_future() {
    let listed = |words: &str| {
        let text =
            format!("Chronologie\n\nLe Kazakhstan {words} le 3 mars à Astana avec ses voisins.");
        let paper =
            Paper::new("l.md", &[KZ], &text).says("3 mars", "2026-03-03").dated("2025-10-01");
        let mut document = paper.document();
        document.dates[0].basis = DateBasis::Inferred;
        page_on("2025-10-02", "KZ", &[document])
    };
    assert!(lines(&listed("a tenu un congrès"), SectionKind::Coming).is_empty());
    assert_eq!(lines(&listed("tiendra un congrès"), SectionKind::Coming).len(), 1);
    let signed = |status: FactStatus, words: &str| {
        let text = format!("Accord\n\nLe Kazakhstan et l’Ouzbékistan {words} un accord le 3 mars.");
        let paper = Paper::new("a.md", &[KZ, UZ], &text).dated("2025-10-01");
        let paper = paper.states(FactKind::Agreement, words, status, &["KZ", "UZ"], |fact| {
            fact.date = Some(crate::model::DateStamp {
                basis: DateBasis::Inferred,
                ..stated("2026-03-03")
            });
        });
        page_on("2025-10-02", "KZ", &[paper.document()])
    };
    assert!(lines(&signed(FactStatus::Signed, "ont signé"), SectionKind::Coming).is_empty());
    assert_eq!(lines(&signed(FactStatus::Planned, "signeront"), SectionKind::Coming).len(), 1);
}

/// A tour to two countries with the days of the whole, and a brief that may give the day of one stage.
fn tour(own_day: Option<&str>) -> Summary {
    let words = ["une visite en Ouzbékistan", "une visite au Kirghizstan"];
    let text =
        format!("Tournée\n\nLe président du Kazakhstan a fait {} puis {}.", words[0], words[1]);
    let mut paper = Paper::new("tour.md", &[KZ, UZ, KG], &text).dated("2025-04-20");
    for (words, place) in words.into_iter().zip(["UZ", "KG"]) {
        paper = paper.states(FactKind::Visit, words, FactStatus::Done, &["KZ", place], |fact| {
            fact.place = Some(code(place));
            fact.persons = vec![person("Kassym-Jomart Tokaïev", "président", Role::President)];
            fact.date = Some(stated("2025-04-05"));
            fact.until = Some(date("2025-04-12"));
        });
    }
    let mut library = vec![paper.document()];
    if let Some(day) = own_day {
        let words = "est arrivé à Bichkek";
        let text = format!("Arrivée\n\nLe président du Kazakhstan {words} vendredi.");
        let paper = Paper::new("arrival.md", &[KZ, KG], &text).dated("2025-04-11");
        let paper = paper.states(FactKind::Visit, words, FactStatus::Done, &["KZ", "KG"], |fact| {
            fact.place = Some(code("KG"));
            fact.persons = vec![person("Kassym-Jomart Tokaïev", "président", Role::President)];
            fact.date = Some(stated(day));
        });
        library.push(paper.document());
    }
    page("KG", &library)
}

#[test]
fn a_stage_of_a_tour_has_its_own_day_or_the_month_of_the_tour() {
    for (own_day, shown) in [(None, "2025-04"), (Some("2025-04-11"), "2025-04-11")] {
        let page = tour(own_day);
        let visits: Vec<&SummaryLine> = page
            .sections
            .iter()
            .flat_map(|section| &section.lines)
            .filter(|line| line.kind == Some(FactKind::Visit))
            .collect();
        assert_eq!(visits.len(), 1, "{visits:#?}");
        assert_eq!(visits[0].date.map(|date| date.value.to_string()).as_deref(), Some(shown));
        let Phrase::Claim(claim) = &visits[0].text else { panic!("{visits:?}") };
        assert_eq!(claim.is_stage, own_day.is_none());
    }
}

#[test]
fn how_often_a_country_is_named_ranks_behind_what_is_said_of_it() {
    let text = "Un pont\n\nLe Kazakhstan et l’Ouzbékistan ont ouvert un pont sur le Syr-Daria. Il mesure un kilomètre de long.";
    let library = [Paper::new("pont.md", &[KZ, UZ], text).dated("2025-04-01").document()];
    let page = page("KZ", &library);
    let rank = |kind: SectionKind| lines(&page, kind).iter().map(|line| line.rank).max();
    let partners = lines(&page, SectionKind::Partners).iter().map(|line| line.rank).min();
    assert!(partners > rank(SectionKind::KeyPoints));
}

#[test]
fn an_outline_gives_the_same_digest_and_agenda() {
    let beginning = "Le fleuve coule vers la mer d’Aral. ".repeat(8);
    let text = format!(
        "Un accord\n\n{beginning}Le Kazakhstan et l’Ouzbékistan ont signé un accord sur l’eau. Le sommet aura lieu le 3 juin 2025."
    );
    let document = Paper::new("eau.md", &[KZ, UZ], &text)
        .dated("2025-05-10")
        .says("3 juin 2025", "2025-06-03")
        .states(
            FactKind::Agreement,
            "ont signé un accord",
            FactStatus::Signed,
            &["KZ", "UZ"],
            |_| {},
        )
        .document();
    let whole = Extractor::default().extract(&document);
    let outline = whole.clone().in_outline();
    assert!(outline.sentences().count() < whole.sentences().count());
    let survey =
        Survey { as_of: date("2025-05-13"), since: None, desk: vec![], home: None, only: vec![] };
    let of = |extract: &Extract| {
        let brief = &document.brief;
        let testimony =
            Testimony { brief, extract, received: None, seen: None, novelty: None, revisions: &[] };
        (digest_kept(&survey, &[testimony]), agenda_kept(&survey, &[testimony]))
    };
    let (digest, agenda) = of(&whole);
    assert_eq!(agenda.coming.len(), 1);
    assert_eq!((digest, agenda), of(&outline));
}
