//! Whether words alone tell of the future. Knows no clause.

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

/// Whether a month without a year may be the next one of its name: "en mars" of a text that tells of nothing to come is the
/// last one, or nobody knows.
pub(super) fn may_be_ahead(
    tokens: &Tokens<'_>,
    senses: &[Sense],
    mention: &DateMention,
    day: Option<PartialDate>,
) -> bool {
    let guessed = mention.basis == DateBasis::Inferred
        && mention.value.precision() == Precision::Month
        && day.is_some_and(|day| mention.value.first_day() > day.last_day());
    let ahead = |sense: &Sense| {
        matches!(sense.role, Role::Future | Role::Plan | Role::Aim | Role::Ask | Role::Wish)
            || matches!(sense.form, Form::Future | Form::Infinitive)
    };
    let future = |at: usize| is_french_future(tokens.folded(at), tokens.is_capital(at));
    !guessed || senses.iter().any(ahead) || (0..tokens.len()).any(future)
}
