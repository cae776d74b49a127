//! Items of a list that was run together into one paragraph: `1) first 2) second`, `a. first b. second`, `• one • two`.

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker<'a> {
    bullet: Option<char>,
    /// The place in the list, as a number, where the item has one.
    place: Option<(Numbering, u32)>,
    /// What closes the number: `.`, `)` or `.)`.
    close: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    Figures,
    Letters,
    Roman,
}

/// Where the second and later items of a list start, if `paragraph` begins with an item. An item counts only where its
/// number is the next one and is written like the first, so that no year or sum is taken for one.
pub(super) fn item_starts(paragraph: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let opening = paragraph.trim_start();
    let Some(mut last) = readings(opening).into_iter().flatten().next() else { return starts };
    // `i.` is the first Roman numeral or the ninth letter: the first item that follows on tells.
    let mut first = readings(opening);
    let mut before_is_space = true;
    let mut passed = paragraph.len() - opening.len();
    for (at, c) in paragraph.char_indices() {
        let may_start =
            before_is_space && at > passed && (c.is_alphanumeric() || is_bullet(c) || c == '(');
        before_is_space = c.is_whitespace();
        if !may_start {
            continue;
        }
        let here = readings(paragraph.get(at..).unwrap_or_default());
        let follows =
            |before: &Marker<'_>| here.into_iter().flatten().find(|item| item.follows(before));
        let candidates = if starts.is_empty() { first } else { [Some(last), None] };
        if let Some(item) = candidates.iter().flatten().find_map(follows) {
            starts.push(at);
            last = item;
            first = [Some(item), None];
            // The number behind a bullet is not an item of its own.
            passed = at + item.bullet.map_or(0, char::len_utf8) + 1;
        }
    }
    starts
}

impl Marker<'_> {
    fn follows(&self, before: &Marker<'_>) -> bool {
        let next = match (self.place, before.place) {
            (Some((style, place)), Some((before_style, before))) => {
                style == before_style && place == before.saturating_add(1)
            }
            (None, None) => true,
            _ => false,
        };
        next && self.bullet == before.bullet && self.close == before.close
    }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '▪' | '●' | '◦' | '‣' | '■' | '♦')
}

/// The markers that `text` may begin with: a letter that is a Roman numeral gives two.
fn readings(text: &str) -> [Option<Marker<'_>>; 2] {
    let bullet = text.chars().next().filter(|&c| is_bullet(c));
    let rest = bullet.map_or(text, |c| text.get(c.len_utf8()..).unwrap_or_default());
    let rest =
        if bullet.is_some() { rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest) } else { rest };
    let open = rest.strip_prefix('(');
    let inner = open.unwrap_or(rest);
    let length = inner.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
    let (number, after) = inner.split_at_checked(length).unwrap_or_default();
    let close = [".)", ")", "."].into_iter().find(|&close| {
        after.strip_prefix(close).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    });
    let numbered = close.filter(|&close| open.is_none() || close == ")");
    let Some(close) = numbered else {
        return [bullet.map(|_| Marker { bullet, place: None, close: "" }), None];
    };
    let marker = |place: Option<(Numbering, u32)>| {
        place.map(|place| Marker { bullet, place: Some(place), close })
    };
    [marker(plain_place(number)), marker(roman(number).map(|place| (Numbering::Roman, place)))]
}

fn plain_place(number: &str) -> Option<(Numbering, u32)> {
    if let Ok(place) = number.parse() {
        return (number.len() <= 3).then_some((Numbering::Figures, place));
    }
    match number.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((Numbering::Letters, u32::from(letter - b'a'))),
        _ => None,
    }
}

/// Small Roman numerals, as lists have them.
fn roman(number: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    NUMERALS.iter().zip(1..).find_map(|(&numeral, place)| (numeral == number).then_some(place))
}
