//! What the module promises, in sentences of public facts.

use super::*;

fn day(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

/// The dates of a text as "expression = value[/end]", with `~` where inferred.
fn dates(text: &str, anchor: &str) -> Vec<String> {
    let anchor = (!anchor.is_empty()).then(|| day(anchor));
    let show = |found: Found| {
        let mark = if found.basis == DateBasis::Inferred { "~" } else { "" };
        let end = found.end.map(|end| format!("/{end}")).unwrap_or_default();
        format!("{} = {mark}{}{end}", &text[found.range], found.value)
    };
    find(text, anchor).into_iter().map(show).collect()
}

#[track_caller]
fn check(text: &str, anchor: &str, expected: &[&str]) {
    assert_eq!(dates(text, anchor), expected, "{text}");
}

#[test]
fn full_dates() {
    check("Le traité de Rome fut signé le 25 mars 1957.", "", &["25 mars 1957 = 1957-03-25"]);
    check("signed on April 4, 1949 in Washington", "", &["April 4, 1949 = 1949-04-04"]);
    check(
        "le 1er janvier 1999 et le 1 er mai 2004",
        "",
        &["1er janvier 1999 = 1999-01-01", "1 er mai 2004 = 2004-05-01"],
    );
    check("Tuesday, 5 September 1978", "", &["Tuesday, 5 September 1978 = 1978-09-05"]);
    check("mer. 10 déc. 1948", "", &["mer. 10 déc. 1948 = 1948-12-10"]);
    check("26 MARS 1979", "", &["26 MARS 1979 = 1979-03-26"]);
    check(
        "Dec31 , 1991; the 26th of December 1991",
        "",
        &["Dec31 , 1991 = 1991-12-31", "26th of December 1991 = 1991-12-26"],
    );
}

#[test]
fn a_range_that_ends_before_it_starts_has_no_end() {
    check("du 24 au 16 septembre", "2025-05-13", &["24 au 16 septembre = ~2025-09-24"]);
    check("from May 12 to May 5, 2025", "", &["May 12 to May 5, 2025 = 2025-05-12"]);
}

#[test]
fn joined_dates() {
    for text in [
        "2025-05-12",
        "12/05/2025",
        "12.5.2025",
        "2025/05/12",
        "12-MAY-1987 10:00:01.2",
        "2025-05-12T10:00:00Z",
        "12/mai/2025",
    ] {
        let found = find(text, None);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].value.month(), found[0].value.day()), (Some(5), Some(12)), "{text}");
    }
    check("3-7-2017", "", &["3-7-2017 = 2017-07-03"]);
    let american = find_in("3-7-2017 and 22/11/1963", None, Order::MonthFirst);
    assert_eq!(
        american.iter().map(|f| f.value.to_string()).collect::<Vec<_>>(),
        ["2017-03-07", "1963-11-22"]
    );
    check("serveur 10.12.5.2025, version 1.2.3, tél. 06 12 05 20 25, A12/05/2025", "", &[]);
    check(
        "rapport-2002-10-09.xlsx, 05/2025",
        "",
        &["2002-10-09 = 2002-10-09", "05/2025 = 2025-05"],
    );
}

#[test]
fn days_that_do_not_exist_are_refused() {
    check("le 30 février 2019, 2/29/2019, 31/04/2020, le 29 février 2023", "2019-01-01", &[]);
    check("99/99/9999, 0000-99-99, le 45 mai 2020", "2020-05-01", &["mai 2020 = 2020-05"]);
}

#[test]
fn months_and_years() {
    check(
        "en mai 2025, in Feb. 1987, mai-juin 2025",
        "",
        &["mai 2025 = 2025-05", "Feb. 1987 = 1987-02", "mai-juin 2025 = 2025-05/2025-06"],
    );
    check(
        "signé en 1959, depuis 1992, d'ici à 2030, by 2035",
        "",
        &["1959 = 1959", "1992 = 1992", "2030 = 2030", "2035 = 2035"],
    );
    check("la guerre (1945-2025), (1991)", "", &["1945-2025 = 1945/2025", "1991 = 1991"]);
    check(
        "en 2000 exemplaires, in 2500 cities, 1945 soldats, en 1 200 jours, in the 1990s",
        "",
        &[],
    );
}

#[test]
fn an_entry_begins_with_its_year() {
    check("1959 : le président se rend à Bakou", "", &["1959 = 1959"]);
    check("Le budget : 1959 : le reste", "", &[]);
    check("1959 soldats", "", &[]);
    check("1959 – le président se rend à Bakou", "", &["1959 = 1959"]);
    check("1959 – 1 200 soldats", "", &[]);
}

#[test]
fn a_day_of_an_entry_is_one_of_its_year() {
    let entry = "1992 : les relations sont établies, le 23 septembre ; l’ambassade ouvre du 28 décembre au 3 janvier";
    let expected = [
        "1992 = 1992",
        "23 septembre = 1992-09-23",
        "28 décembre au 3 janvier = 1992-12-28/1993-01-03",
    ];
    check(entry, "2025-05-08", &expected);
    check(entry, "", &expected);
    check(
        "1992 – relations, fêtées en 2022, le 23 septembre",
        "2025-05-08",
        &["1992 = 1992", "2022 = 2022"],
    );
    let of_the_article = "Depuis 1992, les deux pays se voient le 23 septembre";
    let expected = ["1992 = 1992", "23 septembre = ~2025-09-23"];
    check(of_the_article, "2025-05-08", &expected);
}

#[test]
fn ranges_and_lists() {
    check("du 5 au 12 mai 2025", "", &["5 au 12 mai 2025 = 2025-05-05/2025-05-12"]);
    check(
        "du 28 décembre au 3 janvier 2025",
        "",
        &["28 décembre au 3 janvier 2025 = 2024-12-28/2025-01-03"],
    );
    check("May 5-12, 2025", "", &["May 5-12, 2025 = 2025-05-05/2025-05-12"]);
    check("April 28 to May 3, 2025", "", &["April 28 to May 3, 2025 = 2025-04-28/2025-05-03"]);
    check("les 1er et 2 décembre", "2025-11-26", &["1er et 2 décembre = ~2025-12-01/2025-12-02"]);
    check("du 5 au 12 mai", "2025-05", &["5 au 12 mai = ~2025-05-05/2025-05-12"]);
}

#[test]
fn what_is_open_needs_the_day_of_the_article() {
    let text = "mardi 7 juin, juin dernier, hier, last June, on May 12, dimanche";
    check(text, "", &[]);
    check("mardi 7 juin", "2022-06-10", &["mardi 7 juin = ~2022-06-07"]);
    check("mardi 7 juin", "2025-06-10", &[]);
    check(
        "juin dernier, juin prochain",
        "2025-06-10",
        &["juin dernier = ~2024-06", "juin prochain = ~2026-06"],
    );
    check(
        "dimanche, lundi prochain, last Friday",
        "2025-05-13",
        &["dimanche = ~2025-05-11", "lundi prochain = ~2025-05-19", "last Friday = ~2025-05-09"],
    );
    check("Le sommet se tiendra jeudi à Minsk.", "2025-05-13", &["jeudi = ~2025-05-15"]);
    check(
        "avant-hier, aujourd'hui, tomorrow",
        "2025-05-13",
        &["hier = ~2025-05-11", "aujourd'hui = ~2025-05-13", "tomorrow = ~2025-05-14"],
    );
    check("le 20 décembre", "2025-01-05", &["20 décembre = ~2024-12-20"]);
    check("hier, le 5 mai, dimanche", "2025", &[]);
}

#[test]
fn words_that_are_no_dates() {
    let traps = "Il y a 5 mais 12 may be; they march 10 miles; sept 12 pays; 80e anniversaire, 75 ans, il a 63 ans, \
                 chaque dimanche, le dimanche, la Russie d'aujourd'hui, may 5 of them, mars";
    check(traps, "2025-05-13", &[]);
}

#[test]
fn numbers_that_are_no_dates() {
    for trap in [
        // Anniversaries and ages
        "le 80e anniversaire de la victoire, the 50th anniversary, 50 years after the treaty, 25 ans après",
        "âgé de 55 ans, aged 55, a 12-year-old, né il y a 63 ans, un an passé, dans 5 ans, 2 years ago",
        // Quantities
        "300 000 tonnes, 1 945 soldats, 2025 hommes, 1,945 troops, 12.05 %, 1.945, 2 000 emplois",
        "1297/1299 lire, 1280-1290 yen, 1950/1985 dollars, 10 to 12 million, 3 à 5 milliards, May 5% tax, 20-25 km, 1990 dollars",
        // Scores and votes
        "3-2, 6-4 6-3 7-5, 12/05, 141 voix contre 5, by 10-12 votes, 2-1-0",
        // Laws, articles, numbered texts
        "loi 2019-45, loi n° 2019-20, décret 2017-2021, article 12/2019, résolution 2231, Resolution 12/2020, art. 5",
        "règlement (UE) 2016/679, directive 2004/38/CE, no. 2024-25",
        // Telephones, addresses, times, versions, codes
        "01 02 20 25 30, +33 1 40 20 50 50, tél. 2024-2025, 10, rue du 8, 12h05, 10:12:2025, 12.05.20.25",
        "A320, vol 2024-2025-1, ISBN 978-2-07-2024, version 2.5.2019.1, 192.168.1.2025, COVID-19, G20, H1N1, Q5 2025",
        // Days that do not exist
        "31/04/2020, 2/29/2019, le 30 février 2021, Feb 30 2020, 00/12/2020, 2020-13-01, 32 mai, T5 2025, fifth quarter of 2025",
        // Stretches that are no period of the calendar
        "over the last year, the next month, cette année-là, chaque année, the year, un mois, une semaine",
        "in the 1990s, les années 1990, in its last quarter, au premier trimestre, the second half of the match",
        "in May's speech, they may in march",
    ] {
        check(trap, "2025-05-13", &[]);
    }
}

#[test]
fn periods_of_the_article() {
    check(
        "cette année, l'an dernier, l'année prochaine, this year, last year's",
        "2025",
        &[
            "cette année = ~2025",
            "an dernier = ~2024",
            "année prochaine = ~2026",
            "this year = ~2025",
            "last year = ~2024",
        ],
    );
    check(
        "ce mois-ci, le mois dernier, next month",
        "2025-01",
        &["ce mois-ci = ~2025-01", "mois dernier = ~2024-12", "next month = ~2025-02"],
    );
    check(
        "la semaine dernière, this week",
        "2025-05-14",
        &["semaine dernière = ~2025-05-05/2025-05-11", "this week = ~2025-05-12/2025-05-18"],
    );
    check("this month, la semaine prochaine", "2025", &[]);
    check(
        "en mai de l'an dernier, on June 5 last year, le 5 mai de cette année",
        "2025-01-10",
        &[
            "mai de l'an dernier = ~2024-05",
            "June 5 last year = ~2024-06-05",
            "5 mai de cette année = ~2025-05-05",
        ],
    );
}

#[test]
fn months_behind_a_cue() {
    check(
        "fin mai, mid-June, early in July, en août et septembre, the end of April",
        "2025-06-10",
        &[
            "mai = ~2025-05",
            "June = ~2025-06",
            "July = ~2025-07",
            "août et septembre = ~2025-08/2025-09",
            "April = ~2025-04",
        ],
    );
    check(
        "en décembre, début janvier",
        "2025-01-10",
        &["décembre = ~2024-12", "janvier = ~2025-01"],
    );
    // Six months away on either side.
    check("en novembre", "2025-05-13", &[]);
    check(
        "en juin dernier, in early June 2024",
        "2025-05-13",
        &["juin dernier = ~2024-06", "June 2024 = 2024-06"],
    );
}

#[test]
fn parts_of_a_year() {
    check(
        "au premier trimestre 2025, T3 2024, in the second half of 2023, the last quarter of 2022, 1er semestre de 2021",
        "",
        &[
            "premier trimestre 2025 = 2025-01/2025-03",
            "T3 2024 = 2024-07/2024-09",
            "second half of 2023 = 2023-07/2023-12",
            "last quarter of 2022 = 2022-10/2022-12",
            "1er semestre de 2021 = 2021-01/2021-06",
        ],
    );
    check(
        "in the first quarter of this year, Q4 last year",
        "2025-05-13",
        &["first quarter of this year = ~2025-01/2025-03", "Q4 last year = ~2024-10/2024-12"],
    );
    check(
        "la période 2021-2025, la saison 2024-25, (1939-1945), en 2024-2025",
        "",
        &[
            "2021-2025 = 2021/2025",
            "2024-25 = 2024/2025",
            "1939-1945 = 1939/1945",
            "2024-2025 = 2024/2025",
        ],
    );
}

#[test]
fn days_counted_from_a_date_and_feasts() {
    check("two weeks before May 13, 1999", "", &["two weeks before May 13, 1999 = 1999-04-29"]);
    check("dix jours après le 8 mai 1945", "", &["dix jours après le 8 mai 1945 = 1945-05-18"]);
    check(
        "Noël 1991, Easter 2018, Black Friday 2010",
        "",
        &["Noël 1991 = 1991-12-25", "Easter 2018 = 2018-04-01", "Black Friday 2010 = 2010-11-26"],
    );
    check("la Saint-Patrick 2020", "", &["Saint-Patrick 2020 = 2020-03-17"]);
}

#[test]
fn values_are_read_whole() {
    let good = [
        "2025-05-12",
        "12/05/2025",
        "12 mai 2025",
        "May 12, 2025",
        "2025-05-12T10:00:00+02:00",
        "2025-05-12 10:00",
        "Mon, 12 May 2025 10:00:00 GMT",
        "Mon, 12 May 2025 10:00:00 +0200",
        "le 12 mai 2025 à 10h32",
        "lundi 12 mai 2025",
    ];
    for value in good {
        assert_eq!(parse(value), Some(day("2025-05-12")), "{value}");
    }
    assert_eq!(parse("mai 2025"), Some(day("2025-05")));
    assert_eq!(parse(" 2025 "), Some(day("2025")));
    for bad in [
        "",
        "soon",
        "12 mai",
        "0000-99-99",
        "99999",
        "12 mai 2025 à Minsk",
        "du 5 au 12 mai 2025",
        "12/13/14/15",
    ] {
        assert_eq!(parse(bad), None, "{bad}");
    }
}

#[test]
fn paths() {
    let paths = [
        ("2025-05-12-minsk.md", "2025-05-12"),
        ("belarus/20250512_minsk.md", "2025-05-12"),
        ("2025/05/minsk.txt", "2025-05"),
        ("by/2025/05/12/visit.txt", "2025-05-12"),
        ("2025-05 tournée.md", "2025-05"),
        ("minsk_2025_05_12.md", "2025-05-12"),
        ("minsk 12 mai 2025.txt", "2025-05-12"),
    ];
    for (path, expected) in paths {
        assert_eq!(in_path(path), Some(day(expected)), "{path}");
    }
    for path in [
        "minsk.md",
        "001_e6bb8dd7014ea847.txt",
        "20259999.md",
        "a/12/b.md",
        "",
        "///",
        "article-12345678.md",
    ] {
        assert_eq!(in_path(path), None, "{path}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|([0-9]{1,4}[-/. ]?|mai |May |du |au |lundi |en |\n){0,40}") {
        let anchor = Some(day("2025-05-13"));
        let mut end = 0;
        for found in find(&text, anchor) {
            proptest::prop_assert!(found.range.start >= end && text.get(found.range.clone()).is_some());
            end = found.range.end;
        }
        let _ = (parse(&text), in_path(&text));
    }
}
