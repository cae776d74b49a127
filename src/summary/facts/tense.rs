//! Whether words alone tell of the future. Knows no clause.

use std::ops::Range;

use super::lexicon::{Form, Role, Sense};
use super::tokens::Tokens;
use crate::model::{DateBasis, DateMention, PartialDate, Precision};

/// A French verb in the future by its ending ("effectuera", "se tiendront").
pub(super) fn is_french_future(word: &str, capital: bool) -> bool {
    const ENDINGS: [&str; 12] = [
        "era", "eront", "ira", "iront", "dra", "dront", "vra", "vront", "ttra", "ttront", "aura",
        "auront",
    ];
    const OTHERS: [&str; 5] = ["opera", "camera", "paniera", "riviera", "chimera"];
    !capital
        && word.len() > 3
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !OTHERS.contains(&word)
}

/// "le 12 août de la même année", "on 12 August of that year": a year that stands elsewhere in the text.
pub(super) fn is_of_a_year_before(tokens: &Tokens<'_>, date: &Range<usize>) -> bool {
    const BEHIND: usize = 4;
    let behind = date.end..date.end + BEHIND;
    let same = |at: usize| matches!(tokens.folded(at), "meme" | "cette" | "same" | "that");
    let year = |at: usize| matches!(tokens.folded(at), "annee" | "year");
    let of = matches!(tokens.folded(date.end), "de" | "of" | "the" | "that" | "la");
    of && behind.clone().any(same) && behind.into_iter().any(year)
}

/// Whether a day of the next year lies more than some months ahead.
fn is_far(value: PartialDate, day: PartialDate) -> bool {
    const MONTHS: i32 = 3;
    let months =
        |date: PartialDate| i32::from(date.year()) * 12 + date.month().map_or(0, i32::from);
    months(value) - months(day) > MONTHS
}

/// Whether a month without a year may be the next one of its name: "en mars" of a text that tells of nothing to come is the
/// last one, or nobody knows.
pub(super) fn may_be_ahead(
    tokens: &Tokens<'_>,
    senses: &[Sense],
    mention: &DateMention,
    day: Option<PartialDate>,
) -> bool {
    let guessed = mention.basis == DateBasis::Inferred
        && day.is_some_and(|day| match mention.value.precision() {
            Precision::Month => mention.value.first_day() > day.last_day(),
            // "le 7 mars" of a text of September
            Precision::Day => {
                let names_year = mention.text.contains(&mention.value.year().to_string());
                mention.value.year() > day.year() && !names_year && is_far(mention.value, day)
            }
            Precision::Year => false,
        });
    let ahead = |sense: &Sense| {
        matches!(sense.role, Role::Future | Role::Plan | Role::Aim | Role::Ask | Role::Wish)
            || matches!(sense.form, Form::Future | Form::Infinitive)
    };
    let future = |at: usize| is_french_future(tokens.folded(at), tokens.is_capital(at));
    !guessed || senses.iter().any(ahead) || (0..tokens.len()).any(future)
}
