//! What is imported reads back as what was read.

use proptest::prelude::*;

use super::*;
use crate::country::Gazetteer;
use crate::model::{Body, DateStamp};

fn filing() -> Filing {
    Filing::new(Gazetteer::builtin())
}

fn tidy(filing: &Filing, path: &str, text: &str, is_brief: bool) -> Vec<Tidy> {
    let path = BriefPath::from(path);
    let source = Source { path: &path, bytes: text.as_bytes(), size: text.len() as u64 };
    let id = identity::of_path(&path);
    filing.tidy(source, is_brief.then_some(&id)).expect("it can be imported")
}

fn open(filing: &Filing, path: &str, text: &str) -> Vec<Document> {
    let path = BriefPath::from(path);
    filing.open(Source { path: &path, bytes: text.as_bytes(), size: text.len() as u64 }).documents
}

fn first_name(tidy: &Tidy) -> String {
    tidy.name(1)
}

/// The words of each block.
fn words(body: &Body) -> Vec<String> {
    let block = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    body.blocks.iter().map(|found| block(found.plain_text())).collect()
}

const VISIT: &str = "Visite officielle à Minsk\n\nMinsk, 4 mars 2024 - Le ministre est arrivé à \
    Minsk pour une visite de deux jours consacrée au commerce entre les deux pays.\n\nLa \
    délégation a visité une usine et deux écoles, selon le ministère.\n\nVoir plus\n\nLe Laos \
    accueille une réunion\n\nVientiane accueille en avril une réunion sur le Mékong, selon le \
    ministère laotien des Affaires étrangères.\n";

#[test]
fn a_dispatch_and_its_related_story_become_files() {
    let files = tidy(&filing(), "visite.txt", VISIT, false);
    let [main, related] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!(first_name(main), "2024-03-04-visite-officielle-a-minsk.md");
    assert_eq!(main.name(2), "2024-03-04-visite-officielle-a-minsk-2.md");
    let head = format!(
        "+++\ntitle = \"Visite officielle à Minsk\"\ndate = 2024-03-04\ncountries = [\"BY\"]\n\
         language = \"fr\"\nid = \"{}\"\n+++\n\nLe ministre",
        main.id
    );
    assert!(main.text.starts_with(&head), "{}", main.text);
    assert_eq!(first_name(related), "le-laos-accueille-une-reunion.md");
    assert!(related.id.starts_with(&format!("{}/", main.id)));
    assert!(related.text.contains("countries = [\"LA\"]") && !related.text.contains("date"));
}

#[test]
fn a_brief_of_the_folder_stays_the_same_brief() {
    let filing = filing();
    let before = open(&filing, "minsk/visite.txt", VISIT);
    let files = tidy(&filing, "minsk/visite.txt", VISIT, true);
    assert_eq!(before.len(), files.len());
    for (before, tidy) in before.iter().zip(&files) {
        let after = open(&filing, &first_name(tidy), &tidy.text);
        assert_eq!(after[0].brief.id, before.brief.id);
    }
    let elsewhere = tidy(&filing, "minsk/visite.txt", VISIT, false);
    assert!(elsewhere[0].id.starts_with("import:"));
    assert_eq!(elsewhere[0].said(), files[0].said());
    assert_eq!(elsewhere[0].said(), said(&files[0].text));
}

#[test]
fn a_date_stays_what_it_was() {
    let filing = filing();
    let lead = "Le ministre est arrivé à Minsk pour une visite consacrée au commerce.\n";
    // The name says when: so does the new one, and nothing is stated.
    let named = &tidy(&filing, "2024-03-04.txt", lead, false)[0];
    assert!(!named.text.contains("date"), "{}", named.text);
    let after = open(&filing, &first_name(named), &named.text);
    let date = after[0].brief.date.expect("a date");
    assert_eq!((date.value.to_string().as_str(), date.basis), ("2024-03-04", DateBasis::File));
    // A number in the title is no date.
    let titled = &tidy(&filing, "a.txt", &format!("Accord 2019-05 : le bilan\n\n{lead}"), false)[0];
    let after = open(&filing, &first_name(titled), &titled.text);
    assert_eq!(after[0].brief.date, None, "{}", first_name(titled));
}

#[test]
fn an_inferred_date_is_left_to_a_person() {
    let text = "+++\nid = \"a\"\n+++\n\nText.\n".to_owned();
    let hinted = with_hint(text, "2024-03-04".parse().ok());
    assert_eq!(hinted, "+++\n# date = \"2024-03-04\"  # inferred\nid = \"a\"\n+++\n\nText.\n");
    assert_eq!(brief::front_matter(&hinted).date, None);
}

#[test]
fn markdown_keeps_its_text_and_its_id() {
    let filing = filing();
    let text = "---\ntitle: Talks\nid: talks-1\n---\n\n# Context\n\nThey *met* in Minsk.\n";
    let files = tidy(&filing, "talks.md", text, false);
    let expected =
        "+++\ntitle = \"Talks\"\nid = \"talks-1\"\n+++\n\n# Context\n\nThey *met* in Minsk.\n";
    assert_eq!(files[0].text, expected);
    let path = BriefPath::from("talks.md");
    let broken = "+++\ncolour = 3\n+++\nText.\n";
    let source = Source { path: &path, bytes: broken.as_bytes(), size: 1 };
    assert_eq!(filing.tidy(source, None), Err(Problem::UnknownKey("colour".into())));
}

#[test]
fn names_are_folded_and_short() {
    assert_eq!(slug("L’Élysée : « Œuvre » n° 5 – À suivre"), "l-elysee-oeuvre-n-5-a-suivre");
    assert_eq!(slug("../../etc/passwd\u{1b}[2J"), "etc-passwd-2j");
    assert_eq!(slug("\u{200b} – "), "");
    assert!(slug(&"mot ".repeat(99)).chars().count() <= MOST_LETTERS);
    assert_eq!(slug(&"x".repeat(999)).chars().count(), MOST_LETTERS);
}

/// Lines in the shapes of scraped dispatches.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(
            "La France et le Viêt Nam ont signé un accord à Hanoï, selon le ministère.".to_owned()
        ),
        Just(
            "MINSK, 4 mars 2024 (AFP) - Les échanges avec la Russie ont baissé de 3 %.".to_owned()
        ),
        Just("The minister met the *president* of Laos on Tuesday [see note] & left.".to_owned()),
        Just("1. Le premier point".to_owned()),
        Just("- Deuxième point : C:\\dossier, a_b_c, `code`, <b>gras</b>".to_owned()),
        Just("CORRECTED: Belarus signs a rail agreement with Kazakhstan".to_owned()),
        Just("Publié le 12 mai 2025 à 18h30".to_owned()),
        Just("Voir plus".to_owned()),
        Just("## Contexte".to_owned()),
        Just("---".to_owned()),
        Just("+++".to_owned()),
        "\\PC{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_imported_reads_back(lines in prop::collection::vec(line(), 1..12)) {
        let filing = filing();
        let text = lines.join("\n\n");
        let path = BriefPath::from("depeche.txt");
        let source = Source { path: &path, bytes: text.as_bytes(), size: text.len() as u64 };
        let Ok(files) = filing.tidy(source, Some(&identity::of_path(&path))) else { return Ok(()) };
        let before = open(&filing, "depeche.txt", &text);
        prop_assert_eq!(before.len(), files.len());
        for (before, tidy) in before.iter().zip(&files) {
            let after = open(&filing, &first_name(tidy), &tidy.text);
            let (was, is) = (&before.brief, &after[0].brief);
            prop_assert_eq!(words(&after[0].body), words(&before.body), "{}", &tidy.text);
            prop_assert_eq!(&is.id, &was.id);
            prop_assert_eq!(&is.countries, &was.countries);
            prop_assert_eq!(is.status, was.status);
            if was.title_basis == TitleBasis::Stated {
                prop_assert_eq!(&is.title, &was.title);
            }
            let stated = was.date.filter(|date| date.basis != DateBasis::Inferred);
            let day = |date: Option<DateStamp>| date.map(|date| date.value);
            prop_assert_eq!(day(is.date), day(stated), "{}", &tidy.text);
        }
    }
}
