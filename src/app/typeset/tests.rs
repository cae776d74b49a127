//! Set lines, read back.

use std::sync::Arc;

use super::*;
use crate::model::{
    Brief, BriefId, BriefPath, Depth, Link, Run, RunStyle, Status, TextKind, TitleBasis,
};

/// A document whose blocks are made by hand.
fn document(decoded: &str, blocks: Vec<Block>, links: Vec<Link>) -> Document {
    let brief = Brief {
        id: BriefId::from("p:1"),
        file: BriefPath::from("a.md"),
        part: 0,
        parent: None,
        title: "Titre".into(),
        title_basis: TitleBasis::Stated,
        date: None,
        place: None,
        source: None,
        source_url: None,
        author: None,
        language: None,
        countries: Vec::new(),
        status: Status::Current,
        replaces: None,
        tags: Vec::new(),
        embargo: None,
        classification: None,
        words: 0,
        corrected: Vec::new(),
    };
    Document {
        brief,
        decoded: Arc::from(decoded),
        body: Body { blocks, links },
        sentences: Vec::new(),
        dates: Vec::new(),
        people: Vec::new(),
        facts: Vec::new(),
        evidence: Vec::new(),
        dropped: Vec::new(),
        title: None,
        diagnostics: Vec::new(),
    }
}

fn run(text: &str, start: usize) -> Run {
    let span = Span::new(start, start + text.len());
    Run { text: text.into(), span, style: RunStyle::default(), link: None }
}

fn block(kind: TextKind, depth: Depth, runs: Vec<Run>) -> Block {
    Block::Text { kind, depth, runs }
}

fn shown(set: &Typeset) -> Vec<String> {
    let line = |line: &Line| line.segments.iter().map(|s| s.text.as_str()).collect::<String>();
    set.lines.iter().map(line).collect()
}

#[test]
fn items_hang_and_stand_together() {
    let item = Depth { quote: 0, list: 1 };
    let text = "Accord de libre-échange avec l'Union";
    let blocks = vec![
        block(TextKind::Item(None), item, vec![run(text, 0)]),
        block(TextKind::Item(None), item, vec![run("Visas", 50)]),
    ];
    let set = Typeset::new(&document("", blocks, vec![]), 20, Glyphs::new(false));
    assert_eq!(shown(&set), ["• Accord de", "  libre-échange avec", "  l'Union", "• Visas"]);
}

#[test]
fn every_piece_knows_its_place() {
    let decoded = "Un accord\u{1b} signé à Minsk";
    let blocks = vec![block(TextKind::Paragraph, Depth::default(), vec![run(decoded, 0)])];
    let set = Typeset::new(&document(decoded, blocks, vec![]), 12, Glyphs::new(false));
    for segment in set.lines.iter().flat_map(|line| &line.segments) {
        let source = segment.source.expect("a place");
        let original = source.slice(decoded).expect("within the text");
        assert!(original == segment.text.as_str() || original == "\u{1b}", "{original:?}");
    }
    let place = decoded.find("Minsk").map(|at| Span::new(at, at + 5)).expect("Minsk");
    let line = set.line_of(place).expect("a line");
    assert!(shown(&set).get(line).is_some_and(|line| line.contains("Minsk")));
}

#[test]
fn links_carry_numbers_and_real_targets() {
    let mut linked = run("le traité", 0);
    linked.link = Some(0);
    let link = Link { target: "https://example.org/traite".into() };
    let blocks = vec![block(TextKind::Paragraph, Depth::default(), vec![linked])];
    let set = Typeset::new(&document("le traité", blocks, vec![link]), 40, Glyphs::new(false));
    assert_eq!(shown(&set), ["le traité[1]", "", "[1] https://example.org/traite"]);
}

#[test]
fn tables_give_way_to_the_measure() {
    let cell = |text: &str| vec![run(text, 0)];
    let rows = vec![
        vec![cell("Année"), cell("Échanges commerciaux")],
        vec![cell("2017"), cell("dix milliards de dollars")],
    ];
    let set =
        Typeset::new(&document("", vec![Block::Table { rows }], vec![]), 20, Glyphs::new(true));
    assert!(set.lines.iter().all(|l| l.segments.iter().map(Segment::width).sum::<usize>() <= 20));
    assert_eq!(shown(&set).get(2).map(String::as_str), Some("--------------------"));
}

#[test]
fn a_position_survives_another_measure_and_an_edit() {
    let text = "Premier paragraphe. ".repeat(20);
    let second = "Le second paragraphe parle de Minsk et de Moscou. ".repeat(8);
    let paragraph = |text: &str, at| {
        block(TextKind::Paragraph, Depth::default(), vec![run(text.trim_end(), at)])
    };
    let before = document("", vec![paragraph(&text, 0), paragraph(&second, 1000)], vec![]);
    let wide = Typeset::new(&before, 60, Glyphs::new(false));
    let stop = wide.lines.iter().position(|l| l.block == 1 && l.within == 3).expect("a line");
    let place = wide.place(stop, &before.body).expect("a place");
    assert_eq!(wide.line_at_place(place, &before.body), stop);
    let position = place.position(&before.body).expect("a position");
    // The same text at another width, one paragraph further down.
    let after = document(
        "",
        vec![paragraph("Ajout.", 0), paragraph(&text, 10), paragraph(&second, 2000)],
        vec![],
    );
    let narrow = Typeset::new(&after, 30, Glyphs::new(false));
    let found = narrow.line_at(&position, &after.body);
    let line = narrow.lines.get(found).expect("a line");
    assert_eq!(line.block, 2);
    let start = line.segments.first().and_then(|s| s.source).expect("a place").start;
    assert!(start <= 2000 + position.offset && start + 30 > 2000 + position.offset);
}
