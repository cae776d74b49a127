//! What one unit of a page is when it is no part of the story, told from its words alone.

use super::ends::tail;
use super::patterns::{Patterns, strip_opener};
use super::signoff;
use super::units::{Shape, Unit};
use crate::model::DroppedKind;
use crate::text::fold;

/// No label, credit or counter is longer, in bytes. Keeps the work on long paragraphs to their ends.
const LONGEST_LABEL: usize = 200;

/// Marks every unit that is noise wherever it stands.
pub(super) fn mark(units: &mut [Unit<'_>]) {
    for unit in units.iter_mut() {
        unit.dropped = kind(unit);
    }
    mark_captions(units);
}

/// Marks the lines above the counter or the © of a picture as its caption, even where they end as a sentence does.
/// Below the first paragraph a picture may stand without one, and above it the headline may be all there is.
fn mark_captions(units: &mut [Unit<'_>]) {
    const LONGEST: usize = 300;
    let (mut seen_title, mut seen_prose) = (false, false);
    for at in 1..units.len() {
        let Some([above, sign]) = units.get_mut(at - 1..=at) else { return };
        let under_picture = match sign.dropped {
            Some(DroppedKind::Counter) => sign.text.contains('/'),
            Some(DroppedKind::PhotoCredit) => sign.text.starts_with('©'),
            _ => false,
        };
        let kept = above.is_kept();
        if under_picture && kept && seen_title && !seen_prose && above.text.len() <= LONGEST {
            above.dropped = Some(DroppedKind::Caption);
        }
        seen_prose |= above.is_prose();
        seen_title |= kept && above.words() > 3;
        if seen_prose {
            return;
        }
    }
}

fn kind(unit: &Unit<'_>) -> Option<DroppedKind> {
    let text = unit.text.as_ref();
    if signoff::is_credits(text) {
        return Some(DroppedKind::SignOff);
    }
    if let Some(credit) = credit_start(text) {
        return match (credit, unit.shape) {
            (0, _) => Some(DroppedKind::PhotoCredit),
            // The last words of a paragraph: the paragraph stays, body.rs cuts the credit off.
            (_, Shape::Prose) if is_paragraph(text.get(..credit)?) => None,
            _ => Some(DroppedKind::Caption),
        };
    }
    if text.len() > LONGEST_LABEL {
        return is_notice(text).then_some(DroppedKind::Furniture);
    }
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')');
    let patterns = Patterns::get();
    if is_counter(&folded) {
        Some(DroppedKind::Counter)
    } else if is_furniture(&folded, bare, patterns) || is_ticker(text) || is_embed(unit) {
        Some(DroppedKind::Furniture)
    } else if is_pointer(text, &folded, patterns) {
        Some(DroppedKind::ReadAlso)
    } else {
        is_notice(text).then_some(DroppedKind::Furniture)
    }
}

/// Which kind of heading over other stories a unit is, if it is one.
pub(super) fn related_heading(text: &str) -> Option<Heading> {
    if text.len() > LONGEST_LABEL {
        return None;
    }
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let related = &Patterns::get().related;
    if related.more.contains(bare) {
        Some(Heading::More)
    } else {
        related.aside.contains(bare).then_some(Heading::Aside)
    }
}

/// What follows a heading over other stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Nothing but other stories.
    More,
    /// Other stories, and then perhaps the rest of this one.
    Aside,
}

/// Where the credit of a picture begins that `text` ends with: "Photo : VNA", "© AFP, X", "(Photo: AFP)".
pub(super) fn credit_start(text: &str) -> Option<usize> {
    /// Longer than any name of a photographer and agency, in bytes.
    const LONGEST_CREDIT: usize = 90;
    let (tail_start, tail) = tail(text, LONGEST_CREDIT);
    if let Some(at) = tail.rfind('©').filter(|&at| is_name_like(tail.get(at..).unwrap_or_default()))
    {
        return Some(tail_start + trimmed_len(tail, at));
    }
    let colon = tail.rfind(':')?;
    let name = tail.get(colon + 1..)?;
    if !is_name_like(name) || name.trim().is_empty() {
        return None;
    }
    let before = tail.get(..colon)?.trim_end();
    let words = before.rmatch_indices(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let starts = words.map(|(at, mark)| at + mark.len()).take(3).chain(std::iter::once(0));
    let credits = &Patterns::get().picture.credits;
    let start = starts
        .filter(|&at| {
            let word = before.get(at..).unwrap_or_default();
            !word.starts_with(char::is_whitespace) && credits.contains(fold(word).as_str())
        })
        .last()?;
    // "Photo" inside a sentence ("sur la photo : ...") starts small.
    let begins = before.get(start..)?.starts_with(|c: char| c.is_uppercase() || c == '(');
    let alone = tail_start == 0 && start == 0;
    (begins || alone).then(|| tail_start + trimmed_len(tail, start))
}

/// `at`, moved before the bracket and the spaces that stand before it.
fn trimmed_len(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.trim_end_matches(|c: char| c.is_whitespace() || "([/-–—|".contains(c)).len()
}

/// Whether the words behind a credit could be names: few, and no sentence.
fn is_name_like(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    text.split_whitespace().nth(MOST_WORDS).is_none() && !text.trim_end().ends_with(['?', '!'])
}

/// Whether a text before a credit is a paragraph of the story and not the caption of a picture.
fn is_paragraph(text: &str) -> bool {
    /// No caption is longer, in bytes.
    const LONGEST_CAPTION: usize = 420;
    text.len() > LONGEST_CAPTION
}

/// "Comment (0)", "3 commentaires", "1.2K shares", "1/5".
fn is_counter(folded: &str) -> bool {
    const LONGEST: usize = 48;
    if folded.len() > LONGEST || !folded.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if let Some((at, of)) = folded.split_once('/') {
        let number =
            |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if number(at.trim()) && number(of.trim()) {
            return true;
        }
    }
    let words = &Patterns::get().counter.words;
    let mut counted = false;
    let parts =
        folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|part| !part.is_empty());
    for part in parts {
        let number = part.trim_end_matches(['k', 'm']).bytes().all(|byte| byte.is_ascii_digit());
        let known = words.contains(part);
        counted |= known;
        if !number && !known {
            return false;
        }
    }
    counted
}

fn is_furniture(folded: &str, bare: &str, patterns: &Patterns) -> bool {
    if patterns.furniture.lines.contains(bare) || is_trail(folded, patterns) {
        return true;
    }
    let mut parts =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| patterns.furniture.bars.contains(part))
}

/// The way from the front page to this one: "Accueil > Monde > Asie centrale".
fn is_trail(folded: &str, patterns: &Patterns) -> bool {
    let mut steps = folded.split(['>', '›', '»', '→']).map(str::trim);
    let from_home = steps.next().is_some_and(|first| patterns.furniture.lines.contains(first));
    let mut further = steps.peekable();
    from_home && further.peek().is_some() && further.all(|step| step.split(' ').count() <= 6)
}

/// A time of day or the length of a film, alone or glued to the headline behind it: "12:44", "19:29MondeParis".
fn is_ticker(text: &str) -> bool {
    let Some((hour, rest)) = text.split_once(':') else { return false };
    let number = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((minute, rest)) = rest.split_at_checked(2) else { return false };
    number(hour)
        && number(minute)
        && (rest.is_empty() || rest.starts_with(char::is_uppercase) || rest.starts_with(':'))
}

/// The title of an embedded film with its channel glued to it: "Le sommet de Minsken imagespar Euronews".
fn is_embed(unit: &Unit<'_>) -> bool {
    const MOST_WORDS: usize = 4;
    let glued = unit.text.rsplit_once("par ").filter(|(title, _)| {
        title.ends_with(|c: char| c.is_alphanumeric() || "?!»\"".contains(c)) && title.contains(' ')
    });
    unit.shape == Shape::Short
        && glued.is_some_and(|(_, channel)| channel.split_whitespace().nth(MOST_WORDS).is_none())
}

/// "Lire aussi : ...", or a bracketed title on a line of its own.
fn is_pointer(text: &str, folded: &str, patterns: &Patterns) -> bool {
    const FEWEST_WORDS: usize = 3;
    let bracketed = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    if bracketed.is_some_and(|title| title.split_whitespace().nth(FEWEST_WORDS - 1).is_some()) {
        return true;
    }
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    strip_opener(folded, &patterns.pointer.openers).is_some_and(|rest| {
        rest.trim_start().starts_with([':', '-', '>', '|', '»', '→']) && rest.len() > 3
    })
}

fn is_notice(text: &str) -> bool {
    const LONGEST: usize = 700;
    if text.len() > LONGEST {
        return false;
    }
    let folded = fold(text);
    let notices = &Patterns::get().furniture.notices;
    notices.iter().any(|words| words.iter().all(|word| folded.contains(word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::super::{lines::lines, units::units};
    use super::*;
    use DroppedKind::{Caption, Counter, Furniture, PhotoCredit, ReadAlso};

    #[test]
    fn noise_is_told_from_its_words() {
        let cases = [
            ("Comment (0)", Some(Counter)),
            ("12 commentaires", Some(Counter)),
            ("1.2K shares", Some(Counter)),
            ("2/7", Some(Counter)),
            ("Photo : VNA", Some(PhotoCredit)),
            ("© AFP, STR", Some(PhotoCredit)),
            ("Crédit photo : BelTA", Some(PhotoCredit)),
            ("Le palais de l'Indépendance à Minsk. Photo: BelTA", Some(Caption)),
            ("Le Palais des Nations, à Genève © ONU", Some(Caption)),
            ("Facebook | Twitter | WhatsApp", Some(Furniture)),
            ("Accueil > Monde > Asie centrale", Some(Furniture)),
            ("Minsk > Moscou : la ligne de chemin de fer rouvre", None),
            ("19:29MondeParis accueille la COP21", Some(Furniture)),
            ("12:44", Some(Furniture)),
            ("Nous utilisons des cookies ; accepter ou refuser.", Some(Furniture)),
            ("Lire aussi : Le traité de Rome a soixante ans", Some(ReadAlso)),
            ("[Le traité de Rome a soixante ans]", Some(ReadAlso)),
            ("Il en va de même pour la photo : rien n'a changé.", None),
            ("Le traité compte 248 articles.", None),
            ("- Un accord sur les visas", None),
            ("Lire et écrire : un droit", None),
        ];
        for (text, expected) in cases {
            let lines = lines(text);
            assert_eq!(units(&lines).first().and_then(kind), expected, "{text}");
        }
    }

    #[test]
    fn headings_over_other_stories() {
        assert_eq!(related_heading("Voir plus"), Some(Heading::More));
        assert_eq!(related_heading("A lire aussi :"), Some(Heading::Aside));
        assert_eq!(related_heading("Voir plus loin"), None);
    }
}
