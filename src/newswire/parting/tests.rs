//! What parts dispatches and what does not, in sentences of public facts.

use super::super::{Dispatch, Story, read};
use super::*;
use crate::model::DateStamp;

const FRENCH: &str = "\
Le traité de Rome est signé par six pays

Rome, 25 mars 1957 (ANSA) - Les représentants de la Belgique, de la France, de l'Italie, du Luxembourg, des Pays-Bas et de la République fédérale d'Allemagne ont signé deux traités au Capitole.

Ils instituent la Communauté économique européenne et la Communauté européenne de l'énergie atomique.
";

const ENGLISH: &str = "\
NORTH ATLANTIC TREATY SIGNED

WASHINGTON, April 4, 1949 (Reuters) - The foreign ministers of twelve countries signed the North Atlantic Treaty here, pledging mutual assistance.

It enters into force after the deposition of the ratifications of the majority of the signatories.
";

const MONTH: &str = "\
date 1975-08 Conférence d'Helsinki

Trente-cinq États signent l'acte final

Les dirigeants de trente-cinq États ont signé l'acte final de la conférence sur la sécurité et la coopération en Europe.
";

/// Of each dispatch what a reader sees: title, date, text.
type Seen = (Option<String>, Option<DateStamp>, String);

fn seen(text: &str) -> Vec<Seen> {
    let of = |story: &Story| {
        let title = story.title.and_then(|span| span.slice(text)).map(str::to_owned);
        (title, story.date, story.body.plain_text())
    };
    read(text).iter().map(|Dispatch { main, .. }| of(main)).collect()
}

#[test]
fn marks_of_every_kind_part_dispatches() {
    let apart: Vec<Seen> = [FRENCH, ENGLISH, MONTH].iter().flat_map(|text| seen(text)).collect();
    assert_eq!(apart.len(), 3);
    for between in [
        "=====",
        "-----",
        "***",
        "* * *",
        "_____",
        "~~~~~~~~",
        "NNNN",
        "$$",
        "\u{c}",
        "—————",
        "NNNN\nZCZC ABC0123",
        "ZCZC",
        "NNNN\n\u{c}\nZCZC 123",
        "\u{3}\u{4}\n\u{1}ZCZC",
        "=====\n\n=====",
    ] {
        let joined = [FRENCH, ENGLISH, MONTH].join(&format!("\n{between}\n\n"));
        assert_eq!(seen(&joined), apart, "{between:?}");
    }
}

#[test]
fn marks_of_the_wire_are_no_text() {
    for text in [format!("ZCZC ABC0123\n{FRENCH}NNNN\n"), format!("{FRENCH}\n$$\n")] {
        assert_eq!(seen(&text), seen(FRENCH));
        let dispatches = read(&text);
        let kinds: Vec<_> = dispatches[0].main.dropped.iter().map(|dropped| dropped.kind).collect();
        assert!(kinds.contains(&DroppedKind::SignOff), "{kinds:?}");
    }
}

#[test]
fn lines_are_those_of_the_file() {
    let text = format!("ZCZC 1\n{FRENCH}NNNN\nZCZC 2\n{ENGLISH}NNNN\n");
    let dispatches = read(&text);
    let lines: Vec<u32> = dispatches.iter().map(|dispatch| dispatch.line).collect();
    assert_eq!(lines, [2, 9]);
    let dropped = |at: usize| {
        let lines = dispatches[at].main.dropped.iter();
        lines.map(|dropped| (dropped.line, dropped.span.slice(&text))).collect::<Vec<_>>()
    };
    assert_eq!(
        (dropped(0).first(), dropped(0).last()),
        (Some(&(1, Some("ZCZC 1"))), Some(&(7, Some("NNNN"))),)
    );
    assert_eq!(dropped(1).first(), Some(&(8, Some("ZCZC 2"))));
    assert_eq!(dispatches[1].main.title.and_then(|span| span.slice(&text)), ENGLISH.lines().next());
}

#[test]
fn a_sign_off_parts_only_from_a_complete_dispatch() {
    for end in
        ["-ANSA", "ANSA/CVN", "(Reporting by the Rome newsroom; Editing by the desk)", "-30-"]
    {
        let joined = format!("{FRENCH}\n{end}\n\n{ENGLISH}");
        assert_eq!(seen(&joined).len(), 2, "{end}");
    }
    let trailing = format!("{}. -ANSA\n\n{ENGLISH}", FRENCH.trim_end().trim_end_matches('.'));
    assert_eq!(seen(&trailing).len(), 2);
    let no_dateline = "Un autre titre de la page\n\nLe conseil de l'Europe a son siège à Strasbourg depuis sa fondation par dix pays en 1949, et quarante-six membres.\n";
    let teaser = "Le Conseil de l'Europe a soixante ans\n\nSTRASBOURG (AFP) - Le Conseil de l'Europe, qui siège à Strasbourg depuis 1949, réunit les pays signataires de sa Convention.\n";
    let titles = "Un premier titre sans texte\n\nUn deuxième titre sans texte\n\n5 mai 1949\n";
    for behind in [no_dateline, teaser, titles] {
        assert_eq!(read(&format!("{FRENCH}\nANSA\n\n{behind}")).len(), 1, "{behind}");
    }
}

#[test]
fn a_rule_alone_parts_nothing() {
    let prose = "Le texte énonce dix principes, dont l'inviolabilité des frontières et le respect des droits de l'homme.\n";
    let chronology = "Une chronologie\n\n9 mai 1950 - Robert Schuman propose de mettre en commun le charbon et l'acier de la France et de l'Allemagne.\n";
    let subhead = format!("Les dix principes\n\n{prose}");
    let titles = "Un premier titre de la liste\nUn deuxième titre de la liste\nUn troisième titre de la liste\n12 mai 2025\n";
    let table = "Year   Members\n1957   6\n1973   9\n1986   12\n";
    let dated = format!("Les dix principes\n\n1er août 1975\n\n{prose}");
    let signature = "Le bureau de Rome\n12 rue de la Paix\n";
    for behind in [prose, chronology, &*subhead, titles, table, signature] {
        for rule in ["***", "* * *", "---", "-----", "=====", "_____", "\u{c}", "--", "NNNN"] {
            let text = format!("{FRENCH}\n{rule}\n\n{behind}");
            assert_eq!(read(&text).len(), 1, "{rule:?} {behind}");
        }
    }
    // A bare date under a subhead is a step of a story, unless a long rule stands above.
    assert_eq!(read(&format!("{FRENCH}\n***\n\n{dated}")).len(), 1);
    assert_eq!(read(&format!("{FRENCH}\n=====\n\n{dated}")).len(), 2);
}

#[test]
fn a_headline_between_rules_goes_with_its_text() {
    let (headline, text) = ENGLISH.split_once('\n').unwrap();
    let joined = format!("{FRENCH}\n=====\n{headline}\n=====\n{text}");
    let titles: Vec<_> = seen(&joined).into_iter().map(|(title, ..)| title).collect();
    assert_eq!(titles, [FRENCH, ENGLISH].map(|text| text.lines().next().map(str::to_owned)));
    let underlined = format!("{headline}\n=====\n{text}");
    assert_eq!(read(&underlined).len(), 1);
}

#[test]
fn rules_between_related_stories_part_nothing() {
    let related = format!("{FRENCH}\nVoir plus\n\n-----\n\n{ENGLISH}\n-----\n\n{ENGLISH}");
    let [only] = &read(&related)[..] else { panic!("one dispatch") };
    assert_eq!(only.related.len(), 2);
    let next = format!("{FRENCH}\nVoir plus\n\n{ENGLISH}\n=====\n\n{MONTH}");
    let [first, second] = &read(&next)[..] else { panic!("two dispatches") };
    assert_eq!((first.related.len(), second.related.len()), (1, 0));
}

#[test]
fn no_paragraph_goes_on_over_an_end_of_text() {
    let text = "The ministers came to Rome on Monday and spoke there at\nlength of the harvest in the south, as they had done before\n\u{1a}\nand said that the price of bread would not go up this year\nin any of the regions of the country.\n";
    let [only] = &read(text)[..] else { panic!("one dispatch") };
    let [end] = &only.main.dropped[..] else { panic!("one line") };
    let spans =
        only.main.body.blocks.iter().flat_map(crate::model::Block::runs).map(|run| run.span);
    assert!(spans.into_iter().all(|span| !span.overlaps(end.span)), "found by fuzzing");
}

#[test]
fn a_headline_over_each_page_parts_nothing() {
    let (headline, _) = FRENCH.split_once('\n').unwrap();
    let page = format!(
        "{headline}\n\nROME (ANSA) - Les deux traités entrent en vigueur après leur ratification par les six parlements nationaux.\n"
    );
    assert_eq!(read(&format!("{FRENCH}\u{c}{page}")).len(), 1);
}

proptest::proptest! {
    #[test]
    fn joined_dispatches_are_what_they_are_apart(
        picks in proptest::collection::vec(0_usize..3, 2..5),
        between in "(\r?\n){1,3}(={3,60}|-{5,60}|_{5,70}|\\*{3,9}|(\\* ){3,9}|NNNN|\\$\\$|NNNN\nZCZC [A-Z]{3}[0-9]{4})(\r?\n){1,3}",
    ) {
        let texts: Vec<&str> = picks.iter().map(|&at| [FRENCH, ENGLISH, MONTH][at]).collect();
        let apart: Vec<Seen> = texts.iter().flat_map(|text| seen(text)).collect();
        proptest::prop_assert_eq!(seen(&texts.join(&between)), apart);
    }
}
