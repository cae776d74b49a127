//! A place among tokens, and the smallest steps of the grammar from there. Copied to try, assigned to accept.

use super::tokens::{Kind, Token};
use super::words::{Role, Word};

/// A place among tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Cursor<'t> {
    /// The place before token `at`.
    pub(super) fn new(tokens: &'t [Token], at: usize) -> Self {
        Self { tokens, at }
    }

    /// The number of the token that comes next.
    pub(super) fn position(self) -> usize {
        self.at
    }

    /// The next token.
    pub(super) fn token(self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// The token `back` steps behind, 1 for the one just passed.
    pub(super) fn passed(self, back: usize) -> Option<Token> {
        self.tokens.get(self.at.checked_sub(back)?).copied()
    }

    /// What the next token is.
    pub(super) fn kind(self) -> Option<Kind> {
        self.token().map(|token| token.kind)
    }

    /// The next token as a word; an empty one where it is none.
    pub(super) fn word(self) -> Word {
        match self.kind() {
            Some(Kind::Word(word, _)) => word,
            _ => Word::default(),
        }
    }

    /// Whether the token just passed is a word that can do this.
    pub(super) fn follows(self, role: Role) -> bool {
        matches!(self.passed(1), Some(Token { kind: Kind::Word(word, _), .. }) if word.is(role))
    }

    /// Whether the next token is a mark.
    pub(super) fn is_mark(self, mark: char) -> bool {
        self.kind() == Some(Kind::Mark(mark))
    }

    /// Whether no space stands before the next token.
    pub(super) fn is_glued(self) -> bool {
        self.passed(1).zip(self.token()).is_some_and(|(a, b)| a.end == b.start)
    }

    /// Whether a mark but an opening one stands right before the next token.
    pub(super) fn is_glued_to_mark(self) -> bool {
        let before = self.passed(1).map(|token| token.kind);
        self.is_glued() && !matches!(before, None | Some(Kind::Mark('(' | '[' | '"' | '\'' | '«')))
    }

    /// Whether the number that comes next is that of a law or another text ("loi n° 2019-45", "Resolution 12/2019").
    pub(super) fn numbers_a_text(self) -> bool {
        const NEAR: usize = 4;
        let tokens = (1..=NEAR).map_while(|back| self.passed(back));
        tokens
            .take_while(|token| !matches!(token.kind, Kind::Break | Kind::Mark(',' | ';')))
            .any(|token| matches!(token.kind, Kind::Word(word, _) if word.is(Role::Numbered)))
    }

    /// The place behind the next token.
    #[must_use]
    pub(super) fn stepped(self) -> Self {
        Self { at: self.at.saturating_add(1), ..self }
    }

    /// Passes a mark, if it is next.
    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        self.step_if(self.is_mark(mark))
    }

    /// Passes a full stop, if it follows without space.
    pub(super) fn eat_stop(&mut self) -> bool {
        self.is_glued() && self.eat_mark('.')
    }

    /// Passes a word that can do this, if it is next.
    pub(super) fn eat(&mut self, role: Role) -> bool {
        self.step_if(self.word().is(role))
    }

    /// Written as a branch: rustc 1.95 loses the step of `self.at += usize::from(eats)` in optimised builds.
    fn step_if(&mut self, eats: bool) -> bool {
        if eats {
            *self = self.stepped();
        }
        eats
    }

    /// Passes what stands between the ends of a range; `true` for a mere "and" or "or" too.
    pub(super) fn eat_to(&mut self) -> bool {
        if self.eat_mark('-') {
            return true;
        }
        if !self.eat(Role::To) {
            return false;
        }
        self.eat_mark('\''); // jusqu'au
        self.eat(Role::To);
        true
    }

    /// Passes a weekday in full or short, with the part of the day and the comma behind it.
    pub(super) fn eat_weekday(&mut self) -> Option<u8> {
        let word = self.word();
        if word.weekday == 0 {
            return None;
        }
        *self = self.stepped();
        if word.short {
            self.eat_stop();
        }
        if self.eat(Role::Daypart) && self.is_mark('-') && self.stepped().word().is(Role::Daypart) {
            *self = self.stepped().stepped(); // après-midi
        }
        self.eat_mark(',');
        Some(word.weekday)
    }

    /// Passes a day of the month, with the letters behind its number.
    pub(super) fn eat_day(&mut self) -> Option<u8> {
        let Some(Kind::Number(value, 1..=2)) = self.kind() else { return None };
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        *self = self.stepped();
        // "1 er" as well: scraped pages lose the superscript and keep a space.
        self.eat(Role::Ordinal);
        Some(day)
    }

    /// Passes the name of a month. One that is also another word needs its capital or its full stop,
    /// unless `certain`.
    pub(super) fn eat_month(&mut self, certain: bool) -> Option<Word> {
        let Some(Kind::Word(word, capital)) = self.kind() else { return None };
        if word.month == 0 {
            return None;
        }
        let mut next = self.stepped();
        let stop = next.eat_stop();
        if word.doubtful && !certain && !capital && !stop {
            return None;
        }
        *self = next;
        Some(word)
    }

    /// Passes a year in four digits that is no number of anything.
    pub(super) fn eat_year(&mut self) -> Option<u16> {
        let Some(Kind::Number(value @ 1000..=2199, 4)) = self.kind() else { return None };
        let next = self.stepped();
        let glued_word = next.is_glued()
            && matches!(next.kind(), Some(Kind::Word(word, _)) if !word.is(Role::Time));
        if glued_word || next.word().is(Role::Counted) || next.is_decimal() || next.is_mark('%') {
            return None;
        }
        *self = next;
        u16::try_from(value).ok()
    }

    /// Passes the year of a date: behind a comma, "de", "of", "in", or nothing.
    pub(super) fn eat_year_of_date(&mut self) -> Option<u16> {
        let mut next = *self;
        let _ = next.eat_mark(',') || next.eat(Role::Of) || next.eat(Role::YearCue);
        let year = next.eat_year()?;
        *self = next;
        Some(year)
    }

    /// Whether a decimal point or comma with digits behind it comes next, all without space.
    pub(super) fn is_decimal(self) -> bool {
        let behind = self.stepped();
        self.is_glued()
            && (self.is_mark('.') || self.is_mark(','))
            && behind.is_glued()
            && matches!(behind.kind(), Some(Kind::Number(..)))
    }
}
