//! What the finder finds first, and which letters it shows for it.

use super::*;

/// Names as the gazetteer has them: French, English, codes, other spellings.
const COUNTRIES: &[(&str, &[&str])] = &[
    ("AE", &["Émirats arabes unis", "United Arab Emirates", "AE", "ARE", "EAU", "UAE"]),
    ("AZ", &["Azerbaïdjan", "Azerbaijan", "AZ", "AZE"]),
    ("BY", &["Biélorussie", "Belarus", "Bélarus", "BY", "BLR"]),
    (
        "CD",
        &[
            "République démocratique du Congo",
            "Democratic Republic of the Congo",
            "CD",
            "COD",
            "RDC",
            "DRC",
            "Congo-Kinshasa",
        ],
    ),
    ("CG", &["Congo", "Congo", "CG", "COG", "Congo-Brazzaville"]),
    ("CI", &["Côte d’Ivoire", "Ivory Coast", "CI", "CIV"]),
    ("CN", &["Chine", "China", "CN", "CHN"]),
    ("CZ", &["Tchéquie", "Czechia", "CZ", "CZE", "République tchèque"]),
    ("DE", &["Allemagne", "Germany", "DE", "DEU"]),
    ("DO", &["République dominicaine", "Dominican Republic", "DO", "DOM"]),
    ("DM", &["Dominique", "Dominica", "DM", "DMA"]),
    ("FR", &["France", "France", "FR", "FRA"]),
    ("GB", &["Royaume-Uni", "United Kingdom", "GB", "GBR", "UK"]),
    ("GN", &["Guinée", "Guinea", "GN", "GIN"]),
    ("GQ", &["Guinée équatoriale", "Equatorial Guinea", "GQ", "GNQ"]),
    ("GW", &["Guinée-Bissau", "Guinea-Bissau", "GW", "GNB"]),
    ("KG", &["Kirghizstan", "Kyrgyzstan", "KG", "KGZ"]),
    ("KP", &["Corée du Nord", "North Korea", "KP", "PRK", "RPDC"]),
    ("KR", &["Corée du Sud", "South Korea", "KR", "KOR"]),
    ("KZ", &["Kazakhstan", "Kazakhstan", "KZ", "KAZ"]),
    ("LA", &["Laos", "Laos", "LA", "LAO"]),
    ("ML", &["Mali", "Mali", "ML", "MLI"]),
    ("MW", &["Malawi", "Malawi", "MW", "MWI"]),
    ("NG", &["Nigéria", "Nigeria", "NG", "NGA", "Nigeria"]),
    ("NE", &["Niger", "Niger", "NE", "NER"]),
    ("NL", &["Pays-Bas", "Netherlands", "NL", "NLD", "Holland"]),
    ("RU", &["Russie", "Russia", "RU", "RUS", "Fédération de Russie"]),
    ("SD", &["Soudan", "Sudan", "SD", "SDN"]),
    ("SS", &["Soudan du Sud", "South Sudan", "SS", "SSD"]),
    ("TR", &["Turquie", "Türkiye", "Turkey", "TR", "TUR"]),
    ("US", &["États-Unis", "United States", "US", "USA", "États-Unis d’Amérique"]),
    ("UZ", &["Ouzbékistan", "Uzbekistan", "UZ", "UZB"]),
    ("VN", &["Viêt Nam", "Vietnam", "Viet Nam", "VN", "VNM"]),
];

const WANTED: &[(&str, &str)] = &[
    ("niger", "NE"),
    ("nigeria", "NG"),
    ("nige", "NE"),
    ("congo", "CG"),
    ("rdc", "CD"),
    ("congo kinshasa", "CD"),
    ("kinshasa", "CD"),
    ("bielo", "BY"),
    ("BY", "BY"),
    ("by", "BY"),
    ("Belarus", "BY"),
    ("Bélarus", "BY"),
    ("bielorussie", "BY"),
    ("bielorusie", "BY"),
    ("coree nord", "KP"),
    ("nord coree", "KP"),
    ("coree du s", "KR"),
    ("north korea", "KP"),
    ("kazakstan", "KZ"),
    ("kaz", "KZ"),
    ("emirats", "AE"),
    ("uae", "AE"),
    ("usa", "US"),
    ("etats-unis", "US"),
    ("etats unis", "US"),
    ("united states", "US"),
    ("viet", "VN"),
    ("vietnam", "VN"),
    ("viet-nam", "VN"),
    ("VN", "VN"),
    ("cote d'ivoire", "CI"),
    ("cote ivoire", "CI"),
    ("ivory", "CI"),
    ("guinee", "GN"),
    ("guinee bissau", "GW"),
    ("guinee equ", "GQ"),
    ("soudan", "SD"),
    ("soudan sud", "SS"),
    ("mali", "ML"),
    ("dominicaine", "DO"),
    ("dominique", "DM"),
    ("turkiye", "TR"),
    ("azerbaidjan", "AZ"),
    ("tcheque", "CZ"),
    ("uk", "GB"),
    ("pays bas", "NL"),
    ("ru", "RU"),
    ("ouzbek", "UZ"),
    ("kirghiz", "KG"),
    ("chin", "CN"),
];

fn candidate(aliases: &[&str], bias: i64) -> Candidate {
    Candidate { aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(), bias }
}

fn countries() -> Finder {
    Finder::new(COUNTRIES.iter().map(|(_, names)| candidate(names, 0)).collect())
}

fn titles(titles: &[&str]) -> Finder {
    Finder::new(titles.iter().map(|&title| candidate(&[title], 0)).collect())
}

fn shown(finder: &mut Finder, query: &str) -> Vec<String> {
    let found = finder.query(query, 10);
    let entries: Vec<&Candidate> = finder.candidates().collect();
    found.iter().map(|found| entries[found.index].aliases[found.alias].clone()).collect()
}

#[test]
fn the_wanted_country_comes_first() {
    let mut wrong = Vec::new();
    for &(query, wanted) in WANTED {
        let first = countries().query(query, 5).first().map(|found| COUNTRIES[found.index].0);
        if first != Some(wanted) {
            wrong.push((query, wanted, first));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn typing_letter_by_letter_gives_what_pasting_gives() {
    for &(query, _) in WANTED {
        let mut typed = countries();
        for end in query.char_indices().map(|(at, c)| at + c.len_utf8()) {
            let prefix = &query[..end];
            assert_eq!(typed.query(prefix, 5), countries().query(prefix, 5), "{prefix}");
        }
        let shorter: String = query.chars().take(1).collect();
        assert_eq!(typed.query(&shorter, 5), countries().query(&shorter, 5), "{shorter}");
    }
}

#[test]
fn highlights_are_the_original_letters() {
    let lit = |name: &str, query: &str| -> Vec<String> {
        let mut finder = titles(&[name]);
        let found = finder.query(query, 1);
        let ranges = found.first().map(|found| found.highlights.clone()).unwrap_or_default();
        ranges.into_iter().map(|range| name[range].to_owned()).collect()
    };
    assert_eq!(lit("Biélorussie", "bielo"), ["Biélo"]);
    assert_eq!(lit("Kazakhstan", "kazakstan"), ["Kazak", "stan"]);
    assert_eq!(lit("Une œuvre à Đà Nẵng", "nang oeuvre"), ["œuvre", "Nẵng"]);
    assert_eq!(lit("Viêt Nam – Russie", "vnrus"), ["V", "N", "Rus"]);
    assert_eq!(lit("Corée du Nord", "nord coree"), ["Corée", "Nord"]);
}

#[test]
fn a_better_place_ranks_first_then_the_shorter_name_then_the_given_order() {
    let mut finder = titles(&[
        "Ouverture d’une ambassade",
        "Une visite à Minsk : neuf accords",
        "Visites et accords",
        "Accords de Paris",
        "Accord",
        "Désaccord à Genève",
        "Accords d’Alger",
    ]);
    assert_eq!(
        shown(&mut finder, "accord"),
        [
            "Accord",
            "Accords d’Alger",
            "Accords de Paris",
            "Visites et accords",
            "Une visite à Minsk : neuf accords",
            "Désaccord à Genève",
        ]
    );
    assert_eq!(shown(&mut titles(&["ab", "ab"]), "a").len(), 2);
}

#[test]
fn the_kind_decides_between_equal_fits_only() {
    let mut finder =
        Finder::new(vec![candidate(&["Mali : un sommet"], 0), candidate(&["Malte"], 40)]);
    assert_eq!(shown(&mut finder, "mal"), ["Malte", "Mali : un sommet"]);
    assert_eq!(shown(&mut finder, "sommet"), ["Mali : un sommet"]);
}

#[test]
fn letters_strewn_over_a_long_title_are_no_match() {
    let mut finder = titles(&["Réunion annuelle à Hanoï des délégations chargées de la culture"]);
    assert_eq!(shown(&mut finder, "usa"), Vec::<String>::new());
    assert_eq!(shown(&mut finder, "delegation hanoi").len(), 1);
    assert_eq!(shown(&mut finder, "xyz"), Vec::<String>::new());
}

#[test]
fn a_slip_of_the_finger_finds_below_what_stands_as_typed() {
    let mut finder = titles(&["Le Vietnam", "Vietnan, un sigle", "Viens", "Vitesse", "Paris"]);
    assert_eq!(shown(&mut finder, "vietnan"), ["Vietnan, un sigle"]);
    assert_eq!(shown(&mut finder, "veitnam"), ["Le Vietnam"]);
    assert_eq!(shown(&mut finder, "pqris"), ["Paris"]);
    assert_eq!(shown(&mut finder, "pqri"), Vec::<String>::new());
    let found = finder.query("le vietnma", 9);
    assert_eq!((found[0].fit, found[0].highlights.clone()), (Fit::Misspelt, vec![0..2, 3..8]));
    for query in ["veitnam", "pqris", "le vietnma"] {
        let whole = finder.query(query, 9);
        for end in 1..=query.len() {
            finder.query(&query[..end], 9);
        }
        assert_eq!(finder.query(query, 9), whole, "typed letter by letter: {query}");
    }
}

#[test]
fn words_may_stand_in_different_names_of_one_thing() {
    let finder = || {
        Finder::new(vec![candidate(&["Rwanda"], 0), candidate(&["République du Congo", "RDC"], 0)])
    };
    let mut typed = finder();
    for query in ["r", "rd", "rdc", "rdc ", "rdc c", "rdc co"] {
        assert_eq!(typed.query(query, 1), finder().query(query, 1), "{query}");
    }
    assert_eq!(typed.query("rdc congo", 1)[0].index, 1);
    assert_eq!(typed.query("rdc kinshasa", 1), []);
}

#[test]
fn an_empty_query_shows_the_first_candidates() {
    for empty in ["", "  ", "-", "..."] {
        assert_eq!(countries().query(empty, 3).len(), 3, "{empty}");
    }
    assert_eq!(countries().query("a", 0), []);
}

#[test]
fn hostile_names_and_queries_end() {
    let long = "a".repeat(100_000);
    let mut finder = titles(&[&long, "\u{301}\u{200b}", "", "ﷺ"]);
    for query in [&long, "a b a b", "\u{301}", "ﷺ", "a\u{0}b", &"a ".repeat(9_000)] {
        for found in finder.query(query, 9) {
            let name: Vec<_> = finder.candidates().map(|c| c.aliases[0].clone()).collect();
            assert!(
                found.highlights.iter().all(|range| name[found.index].get(range.clone()).is_some())
            );
        }
    }
}
