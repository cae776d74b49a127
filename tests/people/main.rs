//! Persons as their users see them, in sentences about public facts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod sentences;

use chancery::country::Roster;
use chancery::model::Role;
use chancery::people::{Known, Mention, People, PersonKey, Title};
use proptest::prelude::*;

fn people() -> People {
    let Roster { leaders, places, institutions, adjectives } = Roster::builtin();
    People::new(&Known { leaders, places, institutions, adjectives })
}

/// The mentions of a text of one passage, as written, with the office where a title says it.
fn shown(people: &People, text: &str) -> Vec<String> {
    let written = |mention: &Mention| {
        let name = &text[mention.range.clone()];
        match &mention.title {
            Some(title) if title.role.is_office() => format!("{name}: {:?}", title.role),
            _ => name.to_owned(),
        }
    };
    people.find(&[text]).iter().map(written).collect()
}

#[test]
fn persons_are_found_and_traps_are_not() {
    let people = people();
    let mut wrong = Vec::new();
    for (text, wanted) in sentences::SENTENCES {
        let found = shown(&people, text);
        if found != wanted {
            wrong.push(format!("{text}\n  found  {found:?}\n  wanted {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn later_mentions_are_the_persons_whom_the_text_names_in_full() {
    let people = people();
    let passages = [
        "Le président kazakh Kassym-Jomart Tokaïev a reçu Jean Dupuy et Pham Minh Chinh.",
        "M. Tokaïev a salué M. Chinh. Dupuy est reparti. Le père de Kim Dupuy est resté.",
    ];
    let found = people.find(&passages);
    let keys: Vec<String> = found.iter().map(|mention| mention.key.to_string()).collect();
    assert_eq!(keys[3..6], [keys[0].clone(), keys[2].clone(), keys[1].clone()]);
    assert_eq!(found[3].name, "Kassym-Jomart Tokaïev");
    assert_eq!(found[3].passage, 1);
}

#[test]
fn a_title_says_of_which_country_and_whether_it_is_over() {
    let people = people();
    let text = "L'ancien président français François Hollande a reçu l'ambassadeur de Russie au \
        Vietnam Gennady Bezdetko et le président du Kazakhstan, Kassym-Jomart Tokaïev.";
    let titles: Vec<Title> = people.find(&[text]).into_iter().filter_map(|m| m.title).collect();
    let told = |title: &Title| {
        let country = title.country.map(|country| country.to_string());
        (text[title.range.clone()].to_owned(), title.role, title.former, country)
    };
    let titles: Vec<_> = titles.iter().map(told).collect();
    let told = |text: &str, role, former, country: &str| {
        (text.to_owned(), role, former, Some(country.to_owned()))
    };
    assert_eq!(
        titles,
        [
            told("ancien président français", Role::HeadOfState, true, "FR"),
            told("ambassadeur de Russie au Vietnam", Role::Ambassador, false, "RU"),
            told("président du Kazakhstan", Role::HeadOfState, false, "KZ"),
        ]
    );
}

#[test]
fn spellings_and_slips_of_one_text_are_one_person() {
    let people = people();
    let text = "Inham Aliyev et Ilham Aliev. Vladimir Poutine, Putin. Mme Merkel, Angela Merkel.";
    let keys: Vec<PersonKey> = people.find(&[text]).into_iter().map(|m| m.key).collect();
    assert_eq!(keys[0], keys[1]);
    assert_eq!(keys[2], keys[3]);
    assert_eq!(keys[4], keys[5]);
    let bushes = people.find(&["George H. W. Bush and his son George W. Bush met. Bush spoke."]);
    assert_ne!(bushes[0].key, bushes[1].key);
    assert!(bushes.iter().skip(2).all(|bush| bush.key.given.is_empty()));
}

#[test]
fn a_long_row_of_names_takes_no_longer_than_its_length() {
    let people = people();
    for unit in ["Mr A B C ", "président de la ", "Jean Martin et ", "M. ", "République de "] {
        let (short, long) = (unit.repeat(10_000 / unit.len()), unit.repeat(100_000 / unit.len()));
        let time = |text: &str| {
            let start = std::time::Instant::now();
            let _ = people.find(&[text]);
            start.elapsed()
        };
        let (short, long) = (time(&short), time(&long));
        assert!(
            long < short * 40 + std::time::Duration::from_secs(1),
            "{unit}: {short:?}, {long:?}"
        );
    }
}

/// Words of which names, titles and traps are made.
fn scraps() -> impl Strategy<Value = String> {
    let words = [
        "M.",
        "Mme",
        "le président",
        "du",
        "Kazakhstan",
        "Jean",
        "Jean-Yves",
        "Le",
        "Drian",
        "de",
        "Gaulle",
        "Vladimir",
        "Poutine",
        "Putin",
        "'s",
        "al-Assad",
        "Kim",
        "Jong-un",
        ", ",
        "(",
        ")",
        "«",
        "»",
        "\u{301}",
        "ß",
        "İ",
        "…",
        "and Co",
        "U.S.",
        "d'",
        "L'",
        "ex-",
        "\n\n",
        "II",
        "said",
    ];
    let part =
        prop_oneof![proptest::sample::select(words.to_vec()).prop_map(str::to_owned), ".{0,6}"];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.join(" "))
}

proptest! {
    #[test]
    fn ranges_stand_on_characters_in_order_and_apart(text in scraps()) {
        thread_local!(static PEOPLE: People = people());
        let found = PEOPLE.with(|people| people.find(&[&text, "Vladimir Poutine"]));
        let mut end = 0;
        for mention in found.iter().filter(|mention| mention.passage == 0) {
            prop_assert!(mention.range.start >= end && mention.range.start < mention.range.end);
            prop_assert!(text.get(mention.range.clone()).is_some());
            end = mention.range.end;
            if let Some(title) = &mention.title {
                prop_assert!(text.get(title.range.clone()).is_some());
            }
        }
    }
}
