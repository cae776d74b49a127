//! The words that dates are made of, from `words.toml`. Knows no grammar.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold;

/// The compiled table: read once, never changed.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str::<File>(include_str!("words.toml"))
        .map(|file| Words::new(&file))
        .unwrap_or_default()
});

/// No word of a date is longer, in bytes.
const LONGEST: usize = 24;

/// What one word can be in a date. A word can be several things: "mar" is March and mardi.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts about a word")]
pub(super) struct Word {
    /// The month it names, 1 to 12, or 0.
    pub month: u8,
    /// The weekday it names, 1 for Monday to 7, or 0.
    pub weekday: u8,
    /// Whether the weekday is an abbreviation.
    pub short: bool,
    /// Whether the month may stand before its day without a year.
    pub month_first: bool,
    /// Whether the month is also another word.
    pub doubtful: bool,
    /// Days from today, for "yesterday" and its like.
    pub relative: Option<i8>,
    /// Days of the unit it names, or 0.
    pub unit: u8,
    /// A number in letters, or 0.
    pub number: u8,
    /// The place it gives in a row ("first"), from 1, or 0.
    pub place: u8,
    /// The stretch of time it names.
    pub period: Option<Period>,
    /// The part of a year that it stands for, right before its number ("Q" in "Q1").
    pub short_period: Option<Period>,
    /// Whether a feast's name begins with it.
    pub feast: bool,
    roles: u32,
}

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    Ordinal,
    Article,
    Of,
    To,
    Daypart,
    YearCue,
    YearFiller,
    Counted,
    Last,
    Next,
    Every,
    Future,
    Before,
    After,
    Time,
    MonthCue,
    Ahead,
    Here,
    Numbered,
    LastVisit,
    Everything,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Period {
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// How the day of a feast is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FeastRule {
    /// Month and day.
    Day(u8, u8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// Month, weekday from 1 for Monday, which one in the month (0: the last), days behind it.
    Weekday(u8, u8, u8, i16),
}

/// A feast: the folded words behind the first one of its name, and its rule.
#[derive(Clone, Debug)]
pub(super) struct Feast {
    pub rest: Vec<String>,
    pub rule: FeastRule,
}

/// The table of words.
#[derive(Debug, Default)]
pub(super) struct Words {
    by_form: HashMap<String, Word>,
    /// For each first letter of ASCII, the lengths that words in `by_form` have: spares most words the look-up.
    lengths: [u32; 26],
    /// By the first word of their names, longest names first.
    feasts: HashMap<String, Vec<Feast>>,
}

#[derive(Deserialize)]
struct File {
    month: Vec<Month>,
    weekday: Vec<Weekday>,
    relative: Vec<Relative>,
    feast: Vec<NamedFeast>,
    unit: Vec<Unit>,
    period: Vec<NamedPeriod>,
    places: Vec<Vec<String>>,
    roles: HashMap<Role, Vec<String>>,
    numbers: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Month {
    names: Vec<String>,
    #[serde(default)]
    english: Vec<String>,
    #[serde(default)]
    doubtful: Vec<String>,
}

#[derive(Deserialize)]
struct Weekday {
    names: Vec<String>,
    short: Vec<String>,
}

#[derive(Deserialize)]
struct Relative {
    names: Vec<String>,
    days: i8,
}

#[derive(Deserialize)]
struct NamedFeast {
    names: Vec<String>,
    #[serde(flatten)]
    rule: FeastRule,
}

#[derive(Deserialize)]
struct Unit {
    names: Vec<String>,
    days: u8,
}

#[derive(Deserialize)]
struct NamedPeriod {
    names: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    is: Period,
}

impl Word {
    /// Whether the word can do this.
    pub(super) fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u32) != 0
    }
}

impl Words {
    /// The table.
    pub(super) fn get() -> &'static Self {
        &WORDS
    }

    /// What `word` can be; nothing in particular for most words.
    pub(super) fn look_up(&self, word: &str) -> Word {
        if word.len() > LONGEST {
            return Word::default();
        }
        let found = if word.is_ascii() {
            if self.lengths_at(word) & (1 << word.len()) == 0 {
                return Word::default();
            }
            let mut buffer = [0; LONGEST];
            let Some(lower) = buffer.get_mut(..word.len()) else { return Word::default() };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            std::str::from_utf8(lower).ok().and_then(|lower| self.by_form.get(lower))
        } else {
            self.by_form.get(fold(word).as_str())
        };
        found.copied().unwrap_or_default()
    }

    fn lengths_at(&self, word: &str) -> u32 {
        let first = word.bytes().next().unwrap_or_default().to_ascii_lowercase();
        self.lengths.get(usize::from(first.wrapping_sub(b'a'))).copied().unwrap_or_default()
    }

    /// The feasts whose name begins with `word`, longest names first.
    pub(super) fn feasts(&self, word: &str) -> &[Feast] {
        self.feasts.get(fold(word).as_str()).map_or(&[], Vec::as_slice)
    }

    fn new(file: &File) -> Self {
        let mut words = Self::default();
        for (number, month) in (1..).zip(&file.month) {
            words.each(&month.names, |word| word.month = number);
            words.each(&month.english, |word| word.month_first = true);
            words.each(&month.doubtful, |word| word.doubtful = true);
        }
        for (number, weekday) in (1..).zip(&file.weekday) {
            words.each(&weekday.names, |word| word.weekday = number);
            words.each(&weekday.short, |word| (word.weekday, word.short) = (number, true));
        }
        for relative in &file.relative {
            words.each(&relative.names, |word| word.relative = Some(relative.days));
        }
        for unit in &file.unit {
            words.each(&unit.names, |word| word.unit = unit.days);
        }
        for period in &file.period {
            words.each(&period.names, |word| word.period = Some(period.is));
            words.each(&period.short, |word| word.short_period = Some(period.is));
        }
        for (place, forms) in (1..).zip(&file.places) {
            words.each(forms, |word| word.place = place);
        }
        for (role, forms) in &file.roles {
            words.each(forms, |word| word.roles |= 1 << *role as u32);
        }
        for numbers in file.numbers.values() {
            for (value, form) in (1..).zip(numbers) {
                words.each(std::slice::from_ref(form), |word| word.number = value);
            }
        }
        for feast in &file.feast {
            for name in &feast.names {
                words.add_feast(name, feast.rule);
            }
        }
        for form in words.by_form.keys() {
            let first = form.bytes().next().unwrap_or_default();
            if let Some(lengths) = words.lengths.get_mut(usize::from(first.wrapping_sub(b'a'))) {
                *lengths |= 1 << form.len().min(31);
            }
        }
        for feasts in words.feasts.values_mut() {
            feasts.sort_by_key(|feast| std::cmp::Reverse(feast.rest.len()));
        }
        words
    }

    fn each(&mut self, forms: &[String], mut set: impl FnMut(&mut Word)) {
        for form in forms {
            set(self.by_form.entry(fold(form)).or_default());
        }
    }

    fn add_feast(&mut self, name: &str, rule: FeastRule) {
        let name = fold(name);
        let mut words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        let Some(first) = words.next() else { return };
        self.by_form.entry(first.clone()).or_default().feast = true;
        let rest = words.filter(|word| !word.is_empty()).collect();
        self.feasts.entry(first).or_default().push(Feast { rest, rule });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete() {
        let words = Words::get();
        assert_eq!(words.look_up("Décembre").month, 12);
        assert_eq!((words.look_up("mar").month, words.look_up("mar").weekday), (3, 2));
        assert_eq!(words.look_up("mais"), Word::default());
        assert!(words.look_up("may").doubtful && !words.look_up("mai").doubtful);
        assert_eq!(
            words.feasts("easter").first().map(|f| f.rest.clone()),
            Some(vec!["sunday".to_owned()])
        );
    }
}
