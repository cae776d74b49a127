//! Markdown briefs as a newsroom writes them, with and without front matter.

use proptest::prelude::*;

use super::*;

fn text_of(brief: &Markdown) -> String {
    brief.body.plain_text()
}

fn problems(file: &str) -> Vec<(Option<u32>, Problem)> {
    read(file).problems
}

#[test]
fn every_key_is_read_from_either_format() {
    let toml = "+++\ntitle = \"Talks in Minsk\"\ndate = 2025-05-12\ncountries = [\"BY\", \"Vietnam\"]\n\
                source = \"BelTA\"\nurl = \"https://example.org/a\"\nauthor = [\"A. B.\", \"C. D.\"]\nlanguage = \"en\"\n\
                tags = [\"trade\"]\nstatus = \"corrected\"\nreplaces = \"a1\"\nembargo = \"2025-05-13\"\n\
                classification = \"RESTRICTED\"\nid = \"a2\"\n+++\n\nText.\n";
    let yaml = "---\ntitle: Talks in Minsk\ndate: 2025-05-12\ncountries: BY, Vietnam\nsource: BelTA\n\
                url: https://example.org/a\nauthor: [A. B., C. D.]\nlanguage: en\ntags: [trade]\nstatus: corrected\n\
                replaces: a1\nembargo: 2025-05-13\nclassification: RESTRICTED\nid: a2\n---\n\nText.\n";
    let (toml, yaml) = (read(toml), read(yaml));
    assert_eq!(toml.front, yaml.front);
    assert_eq!((&toml.problems, &yaml.problems), (&vec![], &vec![]));
    assert_eq!(toml.front.countries, ["BY", "Vietnam"]);
    assert_eq!(toml.front.author.as_deref(), Some("A. B., C. D."));
    assert_eq!(toml.front.embargo.as_deref(), Some("2025-05-13"));
    assert_eq!(toml.lines.get(&Key::Id), Some(&14));
    assert_eq!(text_of(&toml), "Text.");
}

#[test]
fn yaml_scalars_stay_as_written() {
    let front =
        read("---\nid: 0012\ntitle: 2025\ncountries: [NO, se]\ntags:\nlanguage: ~\n---\n").front;
    assert_eq!(front.id.as_deref(), Some("0012"));
    assert_eq!(front.title.as_deref(), Some("2025"));
    assert_eq!(front.countries, ["NO", "se"]);
    assert_eq!((front.tags.len(), front.language), (0, None));
}

#[test]
fn problems_name_their_line() {
    let file = "\n\n+++\ntitle = \"A\"\nmood = \"grey\"\nstatus = true\n+++\nText.\n";
    let unknown = Problem::UnknownKey("mood".into());
    let wrong = Problem::InvalidValue { key: "status".into(), value: "true".into() };
    assert_eq!(problems(file), [(Some(5), unknown.clone()), (Some(6), wrong.clone())]);
    let file = "---\ntitle: A\nmood: grey\nstatus: true\n---\nText.\n";
    assert_eq!(problems(file), [(Some(3), unknown), (Some(4), wrong)]);
}

#[test]
fn a_key_that_stands_twice_is_a_problem_at_the_second() {
    for file in ["+++\ntitle = \"A\"\ntitle = \"B\"\n+++\n", "---\ntitle: A\ntitle: B\n---\n"] {
        let brief = read(file);
        assert_eq!(brief.front.title.as_deref(), Some("A"), "{file}");
        assert!(
            matches!(brief.problems.as_slice(), [(Some(3), Problem::FrontMatterInvalid(_))]),
            "{:?}",
            brief.problems
        );
    }
}

#[test]
fn a_colon_in_a_title_does_not_cost_the_other_keys() {
    let file = "---\ntitle: Minsk: the talks\nclassification: RESTRICTED\ncountries: [BY, VN]\n---\nText.\n";
    let brief = read(file);
    assert!(matches!(brief.problems.as_slice(), [(Some(2), Problem::FrontMatterInvalid(_))]));
    assert_eq!(brief.front.title.as_deref(), Some("Minsk: the talks"));
    assert_eq!(brief.front.classification.as_deref(), Some("RESTRICTED"));
    assert_eq!(brief.front.countries, ["BY", "VN"]);
    assert!(text_of(&brief).starts_with("title: Minsk: the talks\n"), "what is broken is shown");
    assert!(text_of(&brief).ends_with("\n\nText."));
}

#[test]
fn broken_toml_is_shown_and_the_rest_of_it_counts() {
    let brief = read("+++\ntitle = Talks\nid = \"a\"\n+++\n# Heading\n\nText.\n");
    assert!(matches!(brief.problems.first(), Some((Some(2), Problem::FrontMatterInvalid(_)))));
    assert_eq!(brief.front.id.as_deref(), Some("a"));
    assert_eq!(brief.title.as_deref(), Some("Heading"));
    assert!(text_of(&brief).contains("title = Talks"));
}

#[test]
fn unclosed_front_matter_is_text() {
    let brief = read("---\ntitle: A\n\nText.\n");
    assert_eq!(brief.problems, [(Some(1), Problem::FrontMatterUnclosed)]);
    assert!(text_of(&brief).contains("title: A") && text_of(&brief).contains("Text."));
    let brief = read("+++\ntitle = \"A\"\nText.\n");
    assert_eq!(brief.problems, [(Some(1), Problem::FrontMatterUnclosed)]);
    assert!(text_of(&brief).contains("title = \"A\""));
}

#[test]
fn thematic_breaks_at_the_start_swallow_nothing() {
    for file in [
        "---\n\nThe talks ended.\n",
        "---\n\nThe talks ended.\n\n---\n\nMore.\n",
        "---\nNote: the talks ended.\n---\n",
    ] {
        let brief = read(file);
        assert_eq!(brief.problems, [], "{file}");
        assert!(
            text_of(&brief).contains("the talks ended.")
                || text_of(&brief).contains("The talks ended."),
            "{file}"
        );
    }
    for file in ["", "-", "---", "---\n", "---\n---", "\r\r"] {
        assert_eq!((text_of(&read(file)).as_str(), problems(file)), ("", vec![]), "{file:?}");
    }
    assert_eq!(text_of(&read("+++")), "+++");
}

#[test]
fn line_ends_of_all_kinds() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["---", "title: A", "date: 2025-05", "---", "One", "", "Two"].join(end);
        let brief = read(&file);
        assert_eq!(
            (brief.front.title.as_deref(), brief.front.date.as_deref()),
            (Some("A"), Some("2025-05")),
            "{end:?}"
        );
        assert_eq!(text_of(&brief), "One\n\nTwo", "{end:?}");
        assert_eq!(brief.lines.get(&Key::Date), Some(&3));
    }
}

#[test]
fn bombs_and_masses_are_refused_in_time() {
    let mut bomb = "---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let line =
            format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1);
        bomb += &line;
    }
    bomb += "---\nText.\n";
    let brief = read(&bomb);
    assert!(matches!(brief.problems.first(), Some((_, Problem::FrontMatterInvalid(_)))));
    assert_eq!(brief.front.title.as_deref(), Some("A"));
    assert!(text_of(&brief).ends_with("Text."));
    let nested = format!("---\ntitle: A\ntags: {}\n---\nText.\n", "[".repeat(50_000));
    assert!(text_of(&read(&nested)).ends_with("Text."));
    let nested = format!("+++\ntitle = \"A\"\ntags = {}\n+++\nText.\n", "[".repeat(50_000));
    assert!(text_of(&read(&nested)).ends_with("Text."));
    let vast = format!("---\ntitle: {}\n---\nText.\n", "x".repeat(10_000_000));
    assert!(matches!(problems(&vast).as_slice(), [(Some(1), Problem::FrontMatterInvalid(_))]));
    let keys = (0..5000).map(|n| format!("k{n} = 1\n")).collect::<Vec<_>>().concat();
    assert_eq!(problems(&format!("+++\n{keys}+++\n")).len(), MOST_PROBLEMS);
}

#[test]
fn the_title_is_taken_from_the_first_heading() {
    let title = |file: &str| read(file).title;
    assert_eq!(title("# The *talks* &amp; after\n\nText."), Some("The talks & after".into()));
    assert_eq!(title("Talks\n=====\n\nText."), Some("Talks".into()));
    assert_eq!(title("## Second level\n\nText."), Some("Second level".into()));
    assert_eq!(title("### Third level\n\nText."), None);
    assert_eq!(title("Text.\n\n# Later"), None);
    assert_eq!(title("> # In a quote"), None);
    let repeated = read("+++\ntitle = \"Les négociations\"\n+++\n# LES NEGOCIATIONS\n\nText.");
    assert_eq!(text_of(&repeated), "Text.");
    let other = read("+++\ntitle = \"A\"\n+++\n# B\n\nText.");
    assert_eq!((other.title.as_deref(), text_of(&other).as_str()), (None, "B\n\nText."));
}

#[test]
fn blocks_of_every_kind() {
    let file = "Para *one*\nsoft  \nhard\n\n> quoted\n> > twice\n\n3. three\n4. four\n   - inner\n\n     more\n\n\
                ```\nlet a;\n\nb\n```\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n***\n\n<div>\nraw\n</div>\n";
    let body = read(file).body;
    let shapes: Vec<_> = body
        .blocks
        .iter()
        .map(|block| match block {
            Block::Text { kind, depth, .. } => {
                format!("{kind:?} q{} l{}: {}", depth.quote, depth.list, block.plain_text())
            }
            Block::Table { .. } => format!("table: {}", block.plain_text()),
            Block::Rule => "rule".into(),
        })
        .collect();
    assert_eq!(
        shapes,
        [
            "Paragraph q0 l0: Para one soft\nhard",
            "Paragraph q1 l0: quoted",
            "Paragraph q2 l0: twice",
            "Item(Some(3)) q0 l1: three",
            "Item(Some(4)) q0 l1: four",
            "Item(None) q0 l2: inner",
            "Paragraph q0 l2: more",
            "Code q0 l0: let a;\n\nb",
            "table: a\tb\n1\t2",
            "rule",
            "Code q0 l0: <div>\nraw\n</div>",
        ]
    );
}

#[test]
fn links_images_html_and_footnotes() {
    let file = "See [the *text*](https://example.org/a) <b>now</b>[^1] ![Port](p/port.png) ![](p/gate.png).\n\n[^1]: A note.\n";
    spans_fit(file).expect("its spans fit");
    let body = read(file).body;
    assert_eq!(
        body.plain_text(),
        "See the text <b>now</b>[^1] [Port] [gate.png].\n\n[^1]: \n\nA note."
    );
    let targets: Vec<_> = body.links.iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["https://example.org/a", "p/port.png", "p/gate.png"]);
    let linked: String = body.blocks[0]
        .runs()
        .filter(|run| run.link == Some(0))
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(linked, "the text");
}

/// Each run is the text at its span, or stands for it as a whole.
fn spans_fit(file: &str) -> Result<(), TestCaseError> {
    let brief = read(file);
    for run in brief.body.blocks.iter().flat_map(Block::runs) {
        let slice = run.span.slice(file);
        prop_assert!(slice.is_some(), "{run:?} lies off the characters of {file:?}");
        let soft = run.text == " " || run.text == "\n";
        prop_assert!(slice == Some(&run.text) || !run.is_verbatim() || soft, "{run:?} in {file:?}");
    }
    prop_assert!(brief.heading.is_none_or(|span| span.slice(file).is_some()));
    Ok(())
}

proptest! {
    #[test]
    fn runs_stand_where_they_say(file in "([-+*_`#>|\\[\\]()!<&;:~\\\\^ \t\r\n1a.é\u{0}\u{7ff}]|---\n|!\\[a\\]\\(b\\)|title: |\\| |&amp;){0,80}") {
        spans_fit(&file)?;
    }

    #[test]
    fn front_matter_survives_a_round_trip(
        title in proptest::option::of("\\PC{1,20}"),
        source in proptest::option::of(".{1,20}"),
        date in proptest::option::of("20[0-9]{2}-0[1-9](-1[0-9])?"),
        countries in proptest::collection::vec("\\PC{1,10}", 0..4),
        tags in proptest::collection::vec("[a-z\"\\\\',]{1,10}", 0..4),
        id in proptest::option::of("[+\n-]{1,6}x"),
        text in "(---\n|\\+\\+\\+\n|a: b\n|# [a-z]{1,5}\n|[a-zé*\n ]{0,10}){0,6}",
    ) {
        let one = |value: Option<String>| value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let many = |values: Vec<String>| values.into_iter().filter_map(|v| one(Some(v))).collect::<Vec<_>>();
        let front = FrontMatter {
            title: one(title), source: one(source), date, countries: many(countries),
            tags: many(tags), id: one(id), ..FrontMatter::default()
        };
        let back = read(&write(&front, &text));
        prop_assert_eq!(&back.problems, &vec![]);
        prop_assert_eq!(&back.front, &front);
        if front == FrontMatter::default() {
            prop_assert_eq!(read(&write(&front, &text)).body.plain_text(), back.body.plain_text());
        }
    }
}
