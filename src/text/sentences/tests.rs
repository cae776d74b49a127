//! Where sentences end in French and in English, and where they do not.

use proptest::prelude::*;

use super::split;

/// Checks that the sentences of the paragraph marked with `|` are split there and nowhere else.
#[track_caller]
fn check(marked: &str) {
    let paragraph = marked.replace('|', "");
    let expected: Vec<_> = marked.split('|').map(str::trim).collect();
    let found: Vec<_> =
        split(&paragraph).into_iter().map(|range| paragraph[range].to_owned()).collect();
    assert_eq!(found, expected);
}

#[test]
fn nothing_gives_nothing() {
    assert!(split("").is_empty());
    assert!(split(" \n\u{a0}").is_empty());
}

#[test]
fn plain_sentences() {
    check("Le Conseil s'est réuni à New York. |Il a voté une résolution. |Qui l'a lue ? |Tous !");
    check("The council met in Geneva. |It adopted a text! |Did all agree?");
}

#[test]
fn titles_and_initials_are_inside() {
    check("M. Guterres a reçu Mme. Merkel et le Dr. Tedros. |Il les a remerciés.");
    check("Mr. Annan met J. F. Kennedy Jr. at the U.N. headquarters. |They spoke for an hour.");
    check(
        "Le président K. Tokayev et J.-Y. Le Drian se sont vus à Astana. |La visite a duré deux jours.",
    );
}

#[test]
fn abbreviations_end_a_sentence_before_an_opening_word() {
    check("The firm is Exxon Corp. |It is based in Texas.");
    check(
        "La firme Total S.A. est française. |Elle exploite du gaz, du pétrole, etc. |En outre, elle investit.",
    );
    check("He lives in the U.S. |The trip took a day.");
    check("He works for the U.S. Treasury in Washington.");
}

#[test]
fn numbers_and_dates() {
    check(
        "Voir p. 12 et art. 5 du traité, n° 3. |Le taux est de 2.5 %, soit 1.000.000 de dollars.",
    );
    check("Resolution No. 242 was adopted on Nov. 22. |It has two pages.");
    check("The train left at 6 p.m. |Passengers waited.");
    check("Le 12. mai 2015, le traité est entré en vigueur.");
    check("En 2025. |Les échanges ont atteint 1,5 milliard.");
}

#[test]
fn quotes_and_brackets_close_their_sentence() {
    check("« Nous irons. » |Le ministre l'a dit. |« C'est fait ! », a-t-il ajouté.");
    check("\"We will go.\" |The minister said so. |“Why not?” he asked.");
    check("Le texte (voir l'annexe.) est bref. |Il [...] tient en une page.");
}

#[test]
fn a_name_that_speaks_goes_on_with_its_quotation() {
    check("\"Tear down this wall!\" President Reagan said. |The wall fell.");
    check("« Tous unis ! » Mandela dit cela en 1994. |\"Unite!\" |The crowd said yes.");
}

#[test]
fn months_and_eras_end_a_sentence_before_a_capital() {
    check("Prices rose in Dec. |Economists saw it on Nov. 5 and Oct. 2.");
    check(
        "Auguste régna en 27 av. J.-C. |Tibère le suivit. |Augustus ruled in 27 B.C. |Tiberius came next.",
    );
    check("J.-C. Rousseau et A.D. 70 sont à part.");
}

#[test]
fn ellipses() {
    check("Le sport, la culture... |La visite a réussi.");
    check("Le sport, la culture… et le tourisme. |Enfin… |Voilà.");
    check("It was . . . long. |It ended.");
    check("Well ... I was there. |I left… I returned.");
}

#[test]
fn glued_sentences_are_parted() {
    check("Le prix est de dix dinars.|La hausse est de 5 %.|L'inflation monte.");
    check("Il est parti en paix (Reuters).|Le sommet continue.");
    check("Écrire à Jane.Doe@example.org ou voir https://example.org/Page.Html et Node.JS.");
}

#[test]
fn notes_belong_to_their_sentence() {
    check("Le traité est signé.[1][2] |Il entre en vigueur.");
}

#[test]
fn items_of_lists() {
    check("1) Commerce |2) Défense |3) Culture");
    check("• Commerce |• Défense");
    check("a. Commerce et industrie |b. Défense");
    check("1. Le commerce croît. |2. La défense suit.");
}

#[test]
fn a_hostile_line_takes_linear_time() {
    for unit in ["a.m. B ", ". ", "((.", "U.S.", "1) ", "« . » ", "x.Y", "…", "      "] {
        let line = unit.repeat(100_000 / unit.len());
        let begun = std::time::Instant::now();
        split(&line);
        assert!(begun.elapsed().as_secs() < 5, "{unit:?}");
    }
}

proptest! {
    #[test]
    fn only_white_space_lies_between_sentences(text in "([A-Za-zé]{1,4}|[.!?…«»\"')( ]|\\PC|1\\)|M\\. ){0,40}") {
        let mut end = 0;
        for range in split(&text) {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert!(text[end..range.start].trim().is_empty());
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
