//! The walk over outside text, run by run and cluster by cluster.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use crate::text::characters::{Kind, kind, takes_joiners};

/// Code points that a cluster keeps; the longest of living scripts have seven, and the pile of marks beyond it
/// only serves to cover the lines above.
const CLUSTER_LIMIT: usize = 8;

/// A part of sanitised text and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Bytes of the original.
    pub range: Range<usize>,
    /// What is shown for them: the same bytes where borrowed, something harmless, or nothing, where owned.
    pub shown: Cow<'a, str>,
}

/// Walks `text` as pieces that may be drawn, whose ranges cover all of it in order. Clean text comes as one borrowed
/// piece a run; what is owned stands for one cluster or one overstruck letter.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    Pieces { text, at: 0, last: "", waiting: None }
}

struct Pieces<'a> {
    text: &'a str,
    /// Where the walk is: always on a cluster boundary.
    at: usize,
    /// The cluster shown last, where it could take up what comes after a dropped character.
    last: &'a str,
    /// An owned piece found behind a clean run.
    waiting: Option<Piece<'a>>,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(piece) = self.waiting.take() {
            return Some(piece);
        }
        let start = self.at;
        while self.at < self.text.len() {
            self.skip_latin();
            let from = self.at;
            let Some(shown) = self.step() else { continue };
            let piece = Piece { range: from..self.at, shown: Cow::Owned(shown) };
            if start == from {
                return Some(piece);
            }
            self.waiting = Some(piece);
            return Some(self.clean(start..from));
        }
        (start < self.at).then(|| self.clean(start..self.at))
    }
}

impl<'a> Pieces<'a> {
    fn clean(&self, range: Range<usize>) -> Piece<'a> {
        let shown = Cow::Borrowed(self.text.get(range.clone()).unwrap_or_default());
        Piece { range, shown }
    }

    /// Moves over printable ASCII and Latin letters as far as each of them is a cluster of its own.
    fn skip_latin(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let mut bytes = rest.iter().copied();
        let mut run = 0;
        let mut last = 0;
        let next = loop {
            let Some(byte) = bytes.next() else { break None };
            match byte {
                b' '..=b'~' => (last, run) = (run, run + 1),
                // U+00A0 to U+02FF but for the soft hyphen.
                0xc2..=0xcb => match bytes.next() {
                    Some(0xad | 0x80..=0x9f) if byte == 0xc2 => break Some(byte),
                    _ => (last, run) = (run, run + 2),
                },
                _ => break Some(byte),
            }
        };
        // A mark, or a backspace, takes the character before it along.
        let stop = if matches!(next, Some(0x08 | 0xcc..)) { last } else { run };
        self.at += stop;
        if stop > 0 {
            let before = self.text.get(..self.at).unwrap_or_default();
            self.last = before
                .char_indices()
                .next_back()
                .map_or("", |(at, _)| before.get(at..).unwrap_or_default());
        }
    }

    /// Takes one cluster; gives what is shown for it where that is not the cluster itself.
    fn step(&mut self) -> Option<String> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let cluster = rest.graphemes(true).next()?;
        if let Some((length, letter)) = overstrike(rest, cluster) {
            self.at += length;
            self.last = "";
            return Some(letter.to_owned());
        }
        self.at += cluster.len();
        let Some(shown) = shown(cluster) else {
            self.last = cluster;
            return None;
        };
        if shown.is_empty() && self.would_fuse() {
            self.last = "";
            return cluster.chars().next().map(mark);
        }
        if !shown.is_empty() {
            self.last = "";
        }
        Some(shown)
    }

    /// Whether dropping what was just read would let the clusters around it become one.
    fn would_fuse(&self) -> bool {
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let (Some(next), false) = (next, self.last.is_empty()) else { return false };
        let mut pair = self.last.to_owned();
        pair.push(next);
        pair.graphemes(true).nth(1).is_none()
    }
}

/// A letter struck over itself (bold) or over an underscore, as typewriters and `nroff` do: its length in
/// bytes and the plain letter.
fn overstrike<'a>(rest: &'a str, first: &'a str) -> Option<(usize, &'a str)> {
    let mut letter = first;
    let mut length = first.len();
    while let Some(after) = rest.get(length..).and_then(|r| r.strip_prefix('\u{8}')) {
        let Some(over) = after.graphemes(true).next() else { break };
        if letter == "_" && shown(over).is_none() {
            letter = over;
        } else if over != letter && over != "_" {
            break;
        }
        length += 1 + over.len();
    }
    (length > first.len() && shown(letter).is_none()).then_some((length, letter))
}

/// What is shown for a cluster where it cannot be drawn as it is.
fn shown(cluster: &str) -> Option<String> {
    let mut chars = cluster.chars();
    let first = chars.next()?;
    if chars.next().is_none() {
        return shown_alone(first);
    }
    if cluster == "\r\n" {
        return Some(" ".to_owned());
    }
    let clean = !needs_base(first)
        && cluster.chars().take(CLUSTER_LIMIT + 1).count() <= CLUSTER_LIMIT
        && cluster.chars().all(|c| kind(c) == Kind::Plain);
    (!clean).then(|| rebuilt(cluster)).filter(|shown| shown != cluster)
}

fn shown_alone(c: char) -> Option<String> {
    match kind(c) {
        Kind::Plain if needs_base(c) => Some(on_a_base(c)),
        Kind::Plain => None,
        Kind::Break => Some(" ".to_owned()),
        Kind::Formatting | Kind::Variation | Kind::Joiner | Kind::Modifier => Some(String::new()),
        Kind::SoundMark => Some(wide_sound_mark(c).to_string()),
        Kind::Shapeless => Some("\u{fffd}".to_owned()),
        Kind::Control | Kind::Bidi | Kind::Invisible => Some(mark(c)),
    }
}

/// Whether a character at the start of a cluster would be drawn over, or taken into, what stands before it on the screen.
fn needs_base(c: char) -> bool {
    is_combining_mark(c)
}

/// Such a character over a dotted circle; its number where the two would not be one cluster, as with marks that are
/// younger than the table of clusters.
fn on_a_base(c: char) -> String {
    let based = format!("\u{25cc}{c}");
    if based.graphemes(true).nth(1).is_none() { based } else { mark(c) }
}

/// The visible mark of a character: a control picture, or its number.
fn mark(c: char) -> String {
    let code = u32::from(c);
    let picture = match code {
        0x7f => Some('\u{2421}'),
        0..0x20 => char::from_u32(0x2400 + code),
        _ => None,
    };
    picture.map_or_else(|| format!("<U+{code:04X}>"), String::from)
}

/// The same mark as a letter of its own, two columns wide everywhere.
fn wide_sound_mark(c: char) -> char {
    if c == '\u{ff9e}' { '\u{309b}' } else { '\u{309c}' }
}

/// A cluster of several code points without what cannot be drawn.
fn rebuilt(cluster: &str) -> String {
    let mut shown = String::with_capacity(cluster.len().min(64));
    let mut kept = 0;
    let mut before = None;
    for c in cluster.chars() {
        let keep = match kind(c) {
            Kind::Plain => true,
            Kind::Joiner => before.is_some_and(takes_joiners),
            Kind::SoundMark if kept < CLUSTER_LIMIT => {
                shown.push(wide_sound_mark(c));
                kept += 1;
                false
            }
            Kind::Shapeless if kept < CLUSTER_LIMIT => {
                shown.push('\u{fffd}');
                kept += 1;
                false
            }
            Kind::Control | Kind::Bidi | Kind::Invisible if kept < CLUSTER_LIMIT => {
                shown.push_str(&mark(c));
                kept += 1;
                false
            }
            _ => false,
        };
        if !keep {
            before = None;
            continue;
        }
        if kept == CLUSTER_LIMIT {
            // Lost marks change little, a lost letter must be seen to be lost.
            if cluster.chars().skip(CLUSTER_LIMIT).any(|c| c.width() != Some(0)) {
                shown.push('\u{fffd}');
            }
            break;
        }
        if shown.is_empty() && needs_base(c) {
            shown.push_str(&on_a_base(c));
            kept += 2;
        } else {
            shown.push(c);
            kept += 1;
        }
        before = Some(c);
    }
    shown
}
