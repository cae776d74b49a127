//! The digest and the agenda in the words of the interface.

use super::Messages;
use crate::model::{
    AgendaEvent, Argument, CountryCode, DateBasis, Digest, DigestCounts, DigestHeading, DigestLine,
    FactKind, Occasion, PartialDate, Phrase, Precision, Standing, SummaryLine,
};

impl Messages {
    /// What a line of a digest says, with the word for a brief that no longer stands as it was.
    pub fn news(&self, line: &DigestLine) -> String {
        let words = self.placed(&line.line, line.seen_from);
        match line.novelty {
            Standing::Corrected => format!("{} {words}", self.text("status-corrected")),
            Standing::Withdrawn => format!("{} {words}", self.text("status-withdrawn")),
            _ => words,
        }
    }

    /// What stands before a line of a digest: whether it is new, told again, or of no known day.
    pub fn novelty_sign(&self, novelty: Standing) -> &'static str {
        match novelty {
            Standing::New => "+",
            Standing::Known => "=",
            Standing::Undated => "?",
            Standing::Corrected | Standing::Withdrawn | Standing::Doubtful => "!",
        }
    }

    /// What an event is, and of which country.
    pub fn event(&self, event: &AgendaEvent) -> String {
        self.placed(&event.line, event.seen_from)
    }

    /// When an event is: `12 May 2025`, `5 May 2025 to 12 May 2025`, `~ May 2025`.
    pub fn event_dates(&self, event: &AgendaEvent) -> String {
        let from = self.date(event.from.value);
        let sign = if event.from.basis == DateBasis::Inferred { "~" } else { "" };
        match event.until {
            Some(until) => {
                let until = ("date", Argument::Text(self.date(until)));
                format!("{sign}{from} {}", self.with("agenda-to", &[until]))
            }
            None => format!("{sign}{from}"),
        }
    }

    /// The title of an event for a calendar: where it has no day, it says so instead of feigning one.
    pub fn event_title(&self, event: &AgendaEvent) -> String {
        let mut words = self.event(event);
        let is_quoted = matches!(event.line.text, Phrase::Verbatim(_));
        if is_quoted && event.occasion != Occasion::Event {
            words = self.after(self.occasion(event.occasion), words);
        }
        if event.from.value.precision() == Precision::Day {
            return words;
        }
        let date = ("date", Argument::Text(self.date(event.from.value)));
        format!("{words} ({})", self.with("agenda-day-unknown", &[date]))
    }

    /// The name of a kind of event.
    pub fn occasion(&self, occasion: Occasion) -> String {
        self.text(match occasion {
            Occasion::Visit => "occasion-visit",
            Occasion::Meeting => "occasion-meeting",
            Occasion::Deadline => "occasion-deadline",
            Occasion::Anniversary => "occasion-anniversary",
            Occasion::Agreement => "occasion-agreement",
            Occasion::Appointment => "occasion-appointment",
            Occasion::Event => "occasion-event",
        })
    }

    /// A heading of a digest.
    pub fn digest_heading(&self, heading: DigestHeading) -> String {
        match heading {
            DigestHeading::Country(code) => self.country(code),
            DigestHeading::Several => self.text("digest-several"),
            DigestHeading::Revised => self.text("digest-revised"),
            DigestHeading::Check => self.text("digest-check"),
        }
    }

    /// The days of a digest: "6 May 2025 to 13 May 2025".
    pub fn digest_days(&self, digest: &Digest) -> String {
        let [since, day] = self.days([digest.since, digest.as_of]);
        self.with("digest-since", &[("since", since), ("day", day)])
    }

    /// What a digest was compiled from.
    pub fn digest_counts(&self, counts: &DigestCounts) -> String {
        let arguments = [
            ("count", Argument::from(counts.briefs)),
            ("undated", Argument::from(counts.undated)),
            ("corrected", Argument::from(counts.corrected)),
            ("withdrawn", Argument::from(counts.withdrawn)),
        ];
        self.with("digest-counts", &arguments)
    }

    /// How many lines of a digest or a page are not shown.
    pub fn lines_left_out(&self, count: usize) -> String {
        let count = Argument::from(count);
        self.with("digest-left-out", &[("count", count)])
    }

    /// The first of some countries by name, and how many there are besides.
    pub fn countries(&self, codes: &[CountryCode], most: usize) -> String {
        let names: Vec<String> = codes.iter().take(most).map(|code| self.country(*code)).collect();
        let names = names.join(", ");
        let more = codes.len().saturating_sub(most);
        if more == 0 {
            return names;
        }
        let more = Argument::from(more);
        self.with("countries-more", &[("countries", Argument::Text(names)), ("count", more)])
    }

    /// Two days as arguments.
    fn days(&self, days: [PartialDate; 2]) -> [Argument; 2] {
        days.map(|day| Argument::Text(self.date(day)))
    }

    /// A line with the country that its own words leave unsaid. The source's words name theirs, and so do travellers.
    fn placed(&self, line: &SummaryLine, from: Option<CountryCode>) -> String {
        let words = self.line(line);
        let names_all = match &line.text {
            Phrase::Claim(claim) => matches!(claim.kind, FactKind::Visit | FactKind::Meeting),
            Phrase::Doubt(_, count) if *count > 1 => return self.after(words, self.number(*count)),
            Phrase::Verbatim(_) | Phrase::Doubt(..) | Phrase::Partner(..) => true,
        };
        match from.filter(|_| !names_all) {
            Some(country) => self.after(self.country(country), words),
            None => words,
        }
    }

    /// Words behind a colon.
    fn after(&self, before: String, words: String) -> String {
        let [before, words] = [before, words].map(Argument::Text);
        self.with("seen-from", &[("country", before), ("words", words)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_was_counted_is_told_in_one_sentence() {
        let words = [Language::French, Language::English].map(Messages::new);
        let told = |counts| words.each_ref().map(|words| words.digest_counts(&counts));
        let none = DigestCounts::default();
        assert_eq!(told(none), ["Aucun brief nouveau", "No new brief"]);
        let some = DigestCounts { briefs: 12, undated: 1, corrected: 2, withdrawn: 1 };
        assert_eq!(
            told(some),
            [
                "12 briefs, dont 1 sans date, 2 corrigés ; 1 retiré",
                "12 briefs, 1 of them undated, 2 corrected; 1 withdrawn"
            ]
        );
    }

    #[test]
    fn countries_beyond_a_number_are_counted() {
        let codes = ["BY", "KZ", "AZ"].map(|code| code.parse().expect("a code"));
        let words = Messages::new(Language::English);
        assert_eq!(words.countries(&codes, 3), "Belarus, Kazakhstan, Azerbaijan");
        assert_eq!(words.countries(&codes, 2), "Belarus, Kazakhstan and 1 other");
    }
}
