//! What the sources promise of any input whatever, in one place: the hostile files of the tests and the
//! fuzz targets are held to the same. Each function takes an input and stops where a promise is broken.

#![allow(
    dead_code,
    clippy::expect_used,
    reason = "a test may stop, and each target uses its own part"
)]

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use chancery::brief::{self, FrontMatter};
use chancery::corrections;
use chancery::country::Gazetteer;
use chancery::dates::{self, Order};
use chancery::filing::{Filing, Opened, Source};
use chancery::model::{Block, BriefPath, DateBasis, Document, PartialDate, Run, Span};
use chancery::text::{self, Folded, Safe, sentences, wrap};

/// One for all inputs: making the gazetteer takes longer than filing a small file.
pub(crate) static FILING: LazyLock<Filing> = LazyLock::new(|| Filing::new(Gazetteer::builtin()));

/// Letters of a title; a longer one ends with an ellipsis.
const LONGEST_TITLE: usize = 401;

/// Bytes become text without a NUL, or are refused; text that is UTF-8 comes back as it was.
pub(crate) fn decode(bytes: &[u8]) {
    let decoded = text::decode(bytes);
    assert_eq!(decoded, text::decode(bytes), "read twice");
    let Ok(decoded) = decoded else { return };
    assert!(!decoded.text.contains('\0'));
    assert!(!decoded.damaged || decoded.text.contains('\u{fffd}'), "damage is seen");
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if decoded.encoding == "UTF-8" && str::from_utf8(bare).is_ok() {
        assert_eq!(decoded.text.as_bytes(), bare);
        assert!(!decoded.damaged);
    }
    drawn(&decoded.text);
    folded(&decoded.text);
    for columns in [3, 88] {
        wrapped(&decoded.text, columns);
    }
}

/// Nothing that is drawn can act on a terminal, and every byte of it has its place in the original.
pub(crate) fn drawn(text: &str) {
    let mut end = 0;
    let mut shown = String::new();
    for piece in text::pieces(text) {
        assert_eq!(piece.range.start, end, "pieces follow each other");
        assert!(text.get(piece.range.clone()).is_some(), "pieces are whole characters");
        end = piece.range.end;
        shown.push_str(&piece.shown);
    }
    assert_eq!(end, text.len(), "pieces cover the text");
    let safe = Safe::new(text);
    assert_eq!(safe.as_str(), shown);
    let hidden = |c: char| {
        c.is_control()
            || matches!(u32::from(c),
        0xad | 0x34f | 0x61c | 0x180e | 0x200b | 0x200e | 0x200f | 0x2028..=0x202e
        | 0x2060..=0x2069 | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0xe0fff)
    };
    assert!(!shown.contains(hidden), "harmless: {shown:?}");
    assert_eq!(Safe::new(&shown), safe, "what is safe stays as it is");
}

/// Both ways to fold agree, and folded text finds its way back.
pub(crate) fn folded(text: &str) {
    let folded = Folded::new(text);
    assert_eq!(folded.as_str(), text::fold(text));
    let mut end = 0;
    for (at, c) in folded.as_str().char_indices() {
        let back = folded.original(at..at + c.len_utf8());
        assert!(text.get(back.clone()).is_some_and(|slice| !slice.is_empty()), "whole characters");
        assert!(back.start >= end || back.end >= end, "in order");
        end = back.end;
    }
    let all = folded.original(0..folded.as_str().len());
    assert!(text.get(all).is_some());
}

/// Lines follow each other and lose nothing but white space.
fn wrapped(text: &str, columns: usize) {
    let lines = wrap::wrap(text, columns);
    only_blanks_between(text, &lines);
}

/// Sentences follow each other, are trimmed, and lose nothing but white space.
pub(crate) fn split(paragraph: &str) {
    let found = sentences::split(paragraph);
    only_blanks_between(paragraph, &found);
    for sentence in found {
        let words = &paragraph[sentence];
        assert!(!words.is_empty() && words.trim() == words, "trimmed: {words:?}");
    }
}

fn only_blanks_between(text: &str, parts: &[Range<usize>]) {
    let mut end = 0;
    for part in parts.iter().cloned().chain(std::iter::once(text.len()..text.len())) {
        let between = text.get(end..part.start).expect("parts in order, of whole characters");
        assert!(between.trim().is_empty(), "lost {between:?}");
        assert!(text.get(part.clone()).is_some());
        end = part.end;
    }
}

/// Dates follow each other; what the text states does not depend on the day of the article.
pub(crate) fn dated(text: &str, anchor: Option<PartialDate>) {
    for order in [Order::DayFirst, Order::MonthFirst] {
        let mut end = 0;
        for found in dates::scan(text, order) {
            assert!(found.range.start >= end, "in order");
            assert!(text.get(found.range.clone()).is_some_and(|words| !words.is_empty()));
            end = found.range.end;
        }
        let found = dates::find_in(text, anchor, order);
        let stated = found.iter().filter(|date| date.basis == DateBasis::Stated);
        assert!(stated.eq(&dates::find_in(text, None, order)), "the same with and without a day");
        for date in &found {
            assert!(
                date.end.is_none_or(|end| end.last_day() >= date.value.first_day()),
                "{date:?}"
            );
        }
    }
    if let Some(date) = dates::parse(text) {
        assert_eq!(dates::parse(&date.to_string()), Some(date), "printed and read again");
    }
}

/// Files `bytes` under a name, twice and for the catalogue too: the same comes out.
pub(crate) fn filed(path: &str, bytes: &[u8]) {
    let opened = opened(path, bytes);
    let path = BriefPath::from_bytes(path.as_bytes());
    let source = Source { path: &path, bytes, size: bytes.len() as u64 };
    assert_eq!(opened, FILING.open(source), "read twice");
    let entry = FILING.entry(source);
    assert!(entry.briefs.iter().eq(opened.documents.iter().map(|document| &document.brief)));
    assert_eq!(entry.diagnostics, opened.diagnostics);
}

/// Files `bytes` under a name and holds the result to all that it promises.
pub(crate) fn opened(path: &str, bytes: &[u8]) -> Opened {
    let path = BriefPath::from_bytes(path.as_bytes());
    let opened = FILING.open(Source { path: &path, bytes, size: bytes.len() as u64 });
    assert!(opened.diagnostics.len() < 100);
    assert!(
        !opened.documents.is_empty() || !opened.diagnostics.is_empty(),
        "refused with a reason"
    );
    let mut ids = HashSet::new();
    for (part, document) in opened.documents.iter().enumerate() {
        let brief = &document.brief;
        assert!(ids.insert(brief.id.clone()), "two stories with one id");
        assert_eq!(usize::from(brief.part), part.min(usize::from(u16::MAX)));
        assert!(!brief.title.trim().is_empty());
        assert!(brief.title.chars().count() <= LONGEST_TITLE);
        told(document);
    }
    opened
}

/// Everything in a story stands where it says, in order.
fn told(document: &Document) {
    let text = &*document.decoded;
    let fits = |span: Span| span.slice(text).is_some();
    assert!(document.body.blocks.iter().flat_map(Block::runs).all(|run| stands(run, text)));
    let links = document.body.links.len();
    let named = document.body.blocks.iter().flat_map(Block::runs).filter_map(|run| run.link);
    assert!(named.into_iter().all(|link| usize::from(link) < links), "links that are there");
    assert!(document.sentences.is_sorted_by_key(|sentence| sentence.block));
    for sentence in &document.sentences {
        assert!(fits(sentence.span) && !sentence.text.trim().is_empty());
        assert!(sentence.block < document.body.blocks.len());
        if sentence.span.len() == sentence.text.len() {
            let slice = sentence.span.slice(text).unwrap_or_default();
            assert_eq!(on_one_line(slice), on_one_line(&sentence.text));
        }
    }
    for date in &document.dates {
        assert!(fits(date.span) && !date.text.is_empty());
    }
    assert!(document.evidence.iter().filter_map(|evidence| evidence.span).all(fits));
    assert!(document.dropped.iter().all(|dropped| fits(dropped.span) && dropped.line > 0));
    assert!(document.dropped.is_sorted_by_key(|dropped| dropped.span));
    let mut kept: Vec<Span> =
        document.body.blocks.iter().flat_map(Block::runs).map(|run| run.span).collect();
    kept.sort_unstable();
    for dropped in &document.dropped {
        let near = kept.partition_point(|run| run.end <= dropped.span.start);
        let both = kept.get(near).is_some_and(|run| run.overlaps(dropped.span));
        assert!(!both, "kept and dropped: {dropped:?}");
    }
}

fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// Whether a run is what the file holds at its place, or stands for it as a whole.
fn stands(run: &Run, text: &str) -> bool {
    let Some(slice) = run.span.slice(text) else { return false };
    !run.is_verbatim() || on_one_line(slice) == on_one_line(&run.text)
}

/// Front matter is the same whichever way it is read, and comes back when it is written.
pub(crate) fn fronted(decoded: &str) {
    let front = brief::read(decoded).front;
    assert_eq!(front, brief::front_matter(decoded));
    assert!(decoded.ends_with(brief::below_front_matter(decoded)));
    let written = brief::write(&front, "Text.\n");
    assert_eq!(brief::front_matter(&written), front, "written and read again: {written}");
    assert!(
        front == FrontMatter::default() || brief::below_front_matter(&written).ends_with("Text.\n")
    );
}

/// Corrections that are taken come back when they are written; names are looked up without harm.
pub(crate) fn corrected(source: &str) {
    let gazetteer = FILING.gazetteer();
    let (entries, _) = corrections::read(source, gazetteer);
    let (again, mistakes) = corrections::read(&corrections::write(&entries), gazetteer);
    assert_eq!(again, entries, "written and read again");
    assert_eq!(mistakes, []);
    if let Ok(codes) = gazetteer.lookup_all(source) {
        assert!(codes.iter().all(|code| gazetteer.entry(*code).is_some()));
    }
}
