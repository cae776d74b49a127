//! What one brief is about (a language, three countries, a day), and templates filled with it.

use std::fmt;

use crate::draw::Draw;
use crate::vocabulary::{Country, Tongue, Vocabulary};

/// What one brief is about.
pub(crate) struct Scene<'v> {
    pub(crate) tongue: &'v Tongue,
    /// The one it is filed under, its partner, and one that is mentioned.
    countries: [&'v Country; 3],
    pub(crate) day: Date,
}

/// A day from 2015 to 2025; prints as ISO 8601.
#[derive(Clone, Copy)]
pub(crate) struct Date {
    pub(crate) year: u64,
    pub(crate) month: u64,
    pub(crate) day: u64,
}

impl<'v> Scene<'v> {
    /// Draws one, in French in 55 cases of 100; `None` where the vocabulary has not enough
    /// countries.
    pub(crate) fn new(vocabulary: &'v Vocabulary, draw: &mut Draw) -> Option<Self> {
        let french = draw.percent(55);
        let tongue = if french { &vocabulary.french } else { &vocabulary.english };
        let countries = three(&vocabulary.countries, draw)?;
        Some(Self { tongue, countries, day: Date::any(draw) })
    }

    /// The country that the brief is filed under.
    pub(crate) fn main_country(&self) -> &'v Country {
        self.countries[0]
    }

    /// The two countries that it is about.
    pub(crate) fn subjects(&self) -> [&'v Country; 2] {
        [self.countries[0], self.countries[1]]
    }

    /// Their ISO codes.
    pub(crate) fn codes(&self) -> [&'v str; 2] {
        self.subjects().map(|country| country.code.as_str())
    }

    /// The same day and language elsewhere: what a related story is about.
    pub(crate) fn related(&self, draw: &mut Draw) -> Self {
        let [main, partner, other] = self.countries;
        let countries =
            if draw.percent(50) { [partner, other, main] } else { [other, main, partner] };
        Self { tongue: self.tongue, countries, day: self.day }
    }

    /// A title.
    pub(crate) fn title(&self, draw: &mut Draw) -> String {
        self.fill(draw.line(&self.tongue.titles), draw)
    }

    /// What stands under a photograph.
    pub(crate) fn caption(&self, draw: &mut Draw) -> String {
        self.fill(draw.line(&self.tongue.captions), draw)
    }

    /// The paragraphs of a brief, 150 to 600 words together, each of two to five sentences. Few
    /// templates come twice.
    pub(crate) fn paragraphs(&self, draw: &mut Draw) -> Vec<String> {
        let mut wanted = usize::try_from(draw.between(150, 560)).unwrap_or(150);
        let mut templates = Vec::new();
        let mut paragraphs = Vec::new();
        while wanted > 0 {
            let mut sentences = Vec::new();
            for _ in 0..draw.between(2, 5) {
                if templates.is_empty() {
                    templates = draw.shuffled(&self.tongue.sentences);
                }
                sentences.extend(templates.pop().map(|template| self.fill(template, draw)));
            }
            let paragraph = sentences.join(" ");
            wanted = wanted.saturating_sub(paragraph.split_whitespace().count().max(1));
            paragraphs.push(paragraph);
        }
        paragraphs
    }

    /// A sentence.
    pub(crate) fn sentence(&self, draw: &mut Draw) -> String {
        self.fill(draw.line(&self.tongue.sentences), draw)
    }

    /// The day as the language writes it.
    pub(crate) fn written_day(&self, day: Date) -> String {
        let (month, Date { year, day, .. }) = (self.month_name(day), day);
        if self.tongue.is_french() && day == 1 {
            return format!("1er {month} {year}");
        }
        format!("{day} {month} {year}")
    }

    /// The name of the month.
    pub(crate) fn month_name(&self, day: Date) -> &'v str {
        let place = usize::try_from(day.month).unwrap_or(1).saturating_sub(1);
        self.tongue.months.get(place).map_or("", String::as_str)
    }

    /// Puts something into each slot of a template; the result starts with a capital.
    fn fill(&self, template: &str, draw: &mut Draw) -> String {
        let mut text = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&self.slot(slot, draw));
            rest = after;
        }
        text.push_str(rest);
        capitalised(&text)
    }

    /// What goes into a slot. One that is not known stays in sight as it is.
    fn slot(&self, slot: &str, draw: &mut Draw) -> String {
        let tongue = self.tongue;
        let [a, b, c] = self.countries;
        match slot {
            "a" => a.name(tongue).to_owned(),
            "b" => b.name(tongue).to_owned(),
            "c" => c.name(tongue).to_owned(),
            "of_a" => a.of(tongue),
            "of_b" => b.of(tongue),
            "of_c" => c.of(tongue),
            "in_a" => a.inside(tongue),
            "in_b" => b.inside(tongue),
            "in_c" => c.inside(tongue),
            "city_a" => a.capital(tongue).to_owned(),
            "city_b" => b.capital(tongue).to_owned(),
            "city_c" => c.capital(tongue).to_owned(),
            "small" => draw.between(2, 9).to_string(),
            "count" => draw.between(2, 240).to_string(),
            "year" => draw.between(2000, self.day.year).to_string(),
            "target" => (self.day.year + draw.between(1, 8)).to_string(),
            "month" => self.month_name(Date::any(draw)).to_owned(),
            "day" => self.written_day(Date::in_year(self.day.year - 1, draw)),
            "coming" => self.written_day(Date::in_year(self.day.year + 1, draw)),
            "percent" => self.percentage(draw),
            "money" => self.money(draw),
            list => match tongue.words.get(list) {
                Some(words) => draw.line(words).to_owned(),
                None => format!("{{{list}}}"),
            },
        }
    }

    fn percentage(&self, draw: &mut Draw) -> String {
        let (whole, tenths) = (draw.between(1, 85), draw.between(0, 9));
        if self.tongue.is_french() {
            return format!("{whole},{tenths} %");
        }
        format!("{whole}.{tenths}%")
    }

    fn money(&self, draw: &mut Draw) -> String {
        let (whole, tenths) = (draw.between(2, 60), draw.between(1, 9));
        let (large, dollars) = (draw.percent(50), draw.percent(60));
        if self.tongue.is_french() {
            let currency = if dollars { "dollars" } else { "euros" };
            let unit = if large { "milliards" } else { "millions" };
            let de = if currency.starts_with('e') { "d'" } else { "de " };
            return format!("{whole},{tenths} {unit} {de}{currency}");
        }
        let currency = if dollars { "dollars" } else { "euros" };
        let unit = if large { "billion" } else { "million" };
        format!("{whole}.{tenths} {unit} {currency}")
    }
}

/// Three countries, no two of them the same; `None` where there are not so many.
fn three<'v>(countries: &'v [Country], draw: &mut Draw) -> Option<[&'v Country; 3]> {
    let main = another(countries, &[], draw)?;
    let partner = another(countries, &[main], draw)?;
    let other = another(countries, &[main, partner], draw)?;
    Some([main, partner, other])
}

/// A country that is not among those taken.
fn another<'v>(
    countries: &'v [Country],
    taken: &[&Country],
    draw: &mut Draw,
) -> Option<&'v Country> {
    const ATTEMPTS: usize = 1_000;
    (0..ATTEMPTS)
        .filter_map(|_| draw.pick_early(countries))
        .find(|country| taken.iter().all(|other| other.code != country.code))
}

/// The text with a capital at its start.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Date {
    /// Any day from 2015 to 2025; the 29th and later are left out, so that each exists.
    pub(crate) fn any(draw: &mut Draw) -> Self {
        Self::in_year(draw.between(2015, 2025), draw)
    }

    fn in_year(year: u64, draw: &mut Draw) -> Self {
        Self { year, month: draw.between(1, 12), day: draw.between(1, 28) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
