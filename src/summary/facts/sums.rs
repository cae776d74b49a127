//! Which sums of money say something of a country: no prices, no results of firms, no differences, nothing merely imagined.

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::{Role, Sense};
use super::window::Window;

/// Smaller sums are prices, wages and fines, in thousandths.
const LEAST: i64 = 100_000_000;

/// What a price is for.
const PIECES: [&str; 26] = [
    "share", "shr", "barrel", "ton", "tonne", "ounce", "pound", "gallon", "bushel", "head", "day",
    "hour", "unit", "kilo", "action", "baril", "once", "habitant", "personne", "jour", "heure",
    "tete", "unite", "kg", "person", "capita",
];

/// Whether a sum is worth telling.
pub(super) fn tells(clause: &Clause<'_>, window: &Window, thousandths: i64) -> bool {
    thousandths >= LEAST
        && !is_price(clause, window)
        && !clause.of_a_firm
        && !speaks_of_a_firm(clause, clause.statement(window.tokens.start))
        && !is_difference(clause, window)
        && !window.is_doubtful(clause)
        && !is_corrected(clause, window)
        && !clause.is_denied(&window.tokens)
}

/// "2.61 dlrs a share", "60 dollars le baril", "a price of", "fined".
fn is_price(clause: &Clause<'_>, window: &Window) -> bool {
    const BEHIND: usize = 3;
    const BEFORE: usize = 8;
    let at = window.tokens.end;
    let leads = matches!(
        clause.tokens.folded(at),
        "a" | "per" | "par" | "le" | "la" | "l" | "each" | "chacun" | "chacune" | "piece" | "/"
    );
    let piece = (at..at + BEHIND).any(|at| PIECES.contains(&clause.tokens.folded(at)));
    let alone = matches!(clause.tokens.folded(at), "each" | "chacun" | "chacune" | "piece");
    let start = window.tokens.start;
    let near = start.saturating_sub(BEFORE).max(window.before.start)..start;
    let follows = window.tokens.end..window.after.end.min(at + BEHIND);
    let priced = clause.has(near, Role::Price) || clause.has(follows, Role::Price);
    alone || leads && piece || priced
}

/// Whether words tell of a firm's profits, shares and loans, which are no state's money.
pub(super) fn speaks_of_a_firm(clause: &Clause<'_>, statement: Range<usize>) -> bool {
    clause.has(statement.clone(), Role::Business) || is_named(clause, statement)
}

/// Whether a firm is named: "Nairobi Motors Ltd", `<NMT>`.
fn is_named(clause: &Clause<'_>, tokens: Range<usize>) -> bool {
    let ticker = |at: usize| {
        clause.tokens.is_mark(at, '<')
            && clause.tokens.is_capital(at + 1)
            && clause.tokens.is_glued(at + 1)
    };
    let firm = |sense: &Sense| {
        sense.role == Role::Firm
            && clause.tokens.is_capital(sense.tokens.start)
            && clause.tokens.is_capital(sense.tokens.start.saturating_sub(1))
    };
    clause.senses_in(tokens.clone()).any(firm) || tokens.into_iter().any(ticker)
}

/// Whether the first sentences of a story are about a firm: by its ticker or the end of its name, or by two words for its results.
pub(super) fn is_about_a_firm(clause: &Clause<'_>) -> bool {
    let results = clause.all(Role::Business).map(|sense| sense.tokens.start);
    let all = 0..clause.tokens.len();
    results.count() > 1 || is_named(clause, all)
}

/// "la première version donnait 3 milliards", "not 3 billion as reported": what is not so.
fn is_corrected(clause: &Clause<'_>, window: &Window) -> bool {
    const BEFORE: usize = 4;
    let start = window.tokens.start;
    let near = start.saturating_sub(BEFORE).max(window.before.start)..start;
    let word = |at: usize| clause.tokens.folded(at);
    let instead = near.clone().any(|at| {
        matches!(
            (word(at), word(at + 1)),
            ("lieu", "de" | "des")
                | ("instead", "of")
                | ("rather", "than")
                | ("et", "non")
                | ("and", "not")
        )
    });
    instead || clause.has(clause.statement(start), Role::Corrected)
}

/// "rose by 2 billion", "une hausse de 3 milliards", "3 billion above": how much more, not how much.
pub(super) fn is_difference(clause: &Clause<'_>, window: &Window) -> bool {
    const NEAR: usize = 7;
    let tokens = &clause.tokens;
    let mut start = window.tokens.start;
    while start > window.before.start && tokens.is_mark(start - 1, '\'') {
        start -= 1;
    }
    let leads = start.checked_sub(1).map(|at| tokens.folded(at)).unwrap_or_default();
    let near = start.saturating_sub(NEAR).max(window.before.start)..start;
    let by = matches!(leads, "by" | "de" | "d" | "of") && clause.has(near, Role::Change);
    let behind = tokens.folded(window.tokens.end);
    let than = tokens.folded(window.tokens.end + 1) == "than"
        || tokens.folded(window.tokens.end + 2) == "que";
    by || matches!(leads, "up" | "down")
        || matches!(behind, "above" | "below" | "higher" | "lower")
        || matches!(behind, "more" | "less" | "de") && than
}
