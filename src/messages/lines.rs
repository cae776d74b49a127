//! Lines of country pages in the words of the interface.

use super::Messages;
use crate::model::{
    Argument, Claim, CountryCode, Doubt, FactKind, FactStatus, Level, Novelty, Person, Phrase,
    Precision, Role, SummaryLine, VisitForm,
};

/// Parties to one thing that are named one by one; more are counted.
const MOST_NAMED: usize = 3;

impl Messages {
    /// What a line of a page says with the day of a title, which is true of that day alone, and with what a changed text no
    /// longer says, which no sentence backs any more.
    pub fn line_in_full(&self, line: &SummaryLine) -> String {
        let mut words = self.line(line);
        if !line.gone.is_empty() {
            let gone = line.gone.iter().map(|gone| format!("[{gone}]"));
            let gone = Argument::Text(gone.collect::<Vec<_>>().join(" "));
            words = format!("{words} – {}", self.with("line-gone", &[("gone", gone)]));
        }
        if line.kind != Some(FactKind::Office) {
            return words;
        }
        let day = line.date.map(|date| {
            let exact = date.value.precision() == Precision::Day;
            let precision = Argument::Text(if exact { "day" } else { "other" }.into());
            let date = Argument::Text(self.date(date.value));
            self.with("fact-office-as-of", &[("date", date), ("precision", precision)])
        });
        format!("{words} ({})", day.unwrap_or_else(|| self.text("fact-office-undated")))
    }

    /// What a line of a page says, without its date and its sources.
    pub fn line(&self, line: &SummaryLine) -> String {
        let words = match &line.text {
            Phrase::Verbatim(words) => words.replace('\n', " "),
            Phrase::Claim(claim) => self.claim(claim),
            Phrase::Doubt(doubt, count) => return self.count(doubt_key(*doubt), *count),
            Phrase::Partner(code, briefs) => {
                let country = ("country", Argument::Text(self.country(*code)));
                return self.with("page-partner", &[country, ("count", Argument::from(*briefs))]);
            }
        };
        let note = line.status.and_then(|status| note_key(&line.text, status));
        let words = note.map_or(words.clone(), |key| format!("{words} ({})", self.text(key)));
        let said = |key| self.with(key, &[("words", Argument::Text(words.clone()))]);
        match line.novelty {
            Some(Novelty::Changed) => said("line-changed"),
            Some(Novelty::Withdrawn) => said("line-withdrawn"),
            Some(Novelty::New) | None => words,
        }
    }

    fn count(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", Argument::from(count))])
    }

    fn claim(&self, claim: &Claim) -> String {
        let mut words = match claim.kind {
            FactKind::Level => self.level(claim),
            FactKind::Agreement | FactKind::Count if claim.amount.is_some() => {
                self.agreements(claim)
            }
            FactKind::Agreement => self.quoted("fact-agreement", claim),
            FactKind::Visa => self.quoted("fact-visa", claim),
            FactKind::Trade => self.trade(claim),
            FactKind::Visit => self.visit(claim),
            FactKind::Meeting => {
                let names: Vec<&str> = claim.persons.iter().map(|p| p.name.as_str()).collect();
                self.with("fact-meeting", &[("who", Argument::Text(names.join(" – ")))])
            }
            FactKind::Office => self.office(claim),
            FactKind::Quote => self.quoted("fact-quote", claim),
            _ => claim.words.clone(),
        };
        if let Some(countries) = claim.shared_by {
            let count = ("count", Argument::Number(i64::from(countries)));
            words = format!("{words}, {}", self.with("fact-total", &[count]));
        }
        words
    }

    fn level(&self, claim: &Claim) -> String {
        let level = claim.level.map(|level| self.text(level_key(level))).unwrap_or_default();
        self.with("fact-level", &[("with", self.parties(claim)), ("level", Argument::Text(level))])
    }

    fn agreements(&self, claim: &Claim) -> String {
        let amount = claim.amount.as_ref();
        let several = amount.map_or(2, |amount| amount.quantity.thousandths / 1000);
        let amount = amount.map(|amount| self.amount(amount)).unwrap_or_default();
        let arguments = [
            ("amount", Argument::Text(amount)),
            ("count", Argument::Number(several)),
            ("status", Argument::Text(status_name(claim.said).into())),
        ];
        let words = self.with("fact-agreements", &arguments);
        if claim.partners.is_empty() || claim.shared_by.is_some() {
            return words;
        }
        self.with("fact-with", &[("what", Argument::Text(words)), ("with", self.parties(claim))])
    }

    /// What only the source's words tell: an agreement's matter, what somebody said.
    fn quoted(&self, key: &str, claim: &Claim) -> String {
        let who = claim.persons.first().map(|person| person.name.clone()).unwrap_or_default();
        let arguments = [
            ("with", self.parties(claim)),
            ("who", Argument::Text(who)),
            ("words", Argument::Text(claim.words.clone())),
            ("status", Argument::Text(status_name(claim.said).into())),
        ];
        self.with(key, &arguments)
    }

    fn trade(&self, claim: &Claim) -> String {
        let amount = claim.amount.as_ref().map(|amount| self.amount(amount)).unwrap_or_default();
        let until = claim.until.filter(|_| claim.said == FactStatus::Target);
        let until = until.map_or(String::new(), |until| {
            format!(" {}", self.with("fact-until", &[("date", Argument::Text(self.date(until)))]))
        });
        let named = !claim.partners.is_empty() && claim.shared_by.is_none();
        let arguments = [
            ("with", if named { self.parties(claim) } else { Argument::Text(String::new()) }),
            ("amount", Argument::Text(format!("{amount}{until}"))),
            ("status", Argument::Text(status_name(claim.said).into())),
        ];
        self.with(if named { "fact-trade-with" } else { "fact-trade" }, &arguments)
    }

    fn visit(&self, claim: &Claim) -> String {
        let who = claim.persons.first().map(|person| person.name.clone()).unwrap_or_default();
        let place = if claim.partners.len() > 1 {
            let names: Vec<String> =
                claim.partners.iter().map(|code| self.country(*code)).collect();
            names.join(", ")
        } else {
            claim.place.map(|place| self.country(place)).unwrap_or_default()
        };
        let form = claim.visit.map_or("visit-any", |form| match form {
            VisitForm::State => "visit-state",
            VisitForm::Official => "visit-official",
            VisitForm::Working => "visit-working",
        });
        let arguments = [
            ("who", Argument::Text(who)),
            ("place", Argument::Text(place)),
            ("form", Argument::Text(self.text(form))),
        ];
        let words = self.with("fact-visit", &arguments);
        if claim.is_stage && claim.partners.len() < 2 {
            return self.with("fact-stage", &[("visit", Argument::Text(words))]);
        }
        words
    }

    fn office(&self, claim: &Claim) -> String {
        let Some(person) = claim.persons.first() else { return claim.words.clone() };
        format!("{}, {}", person.name, self.title(person, claim))
    }

    /// The source's words for an office where the interface speaks their language and they are one person's, else ours.
    fn title(&self, person: &Person, claim: &Claim) -> String {
        let source = person.title.clone().unwrap_or_default();
        let first = source.split_whitespace().next().unwrap_or_default();
        let own = claim.language == Some(self.language()) && !first.ends_with('s');
        let key = person.role.filter(|_| !own || source.is_empty()).and_then(role_key);
        let title = key.map_or(source, |key| self.text(key));
        if person.former && key.is_some() {
            return self.with("role-former", &[("title", Argument::Text(title))]);
        }
        title
    }

    /// The countries of a claim but the page's own, as they stand in a sentence.
    fn parties(&self, claim: &Claim) -> Argument {
        let name = |code: &CountryCode| self.country_in_sentence(*code);
        let mut names: Vec<String> = claim.partners.iter().take(MOST_NAMED).map(name).collect();
        if claim.partners.len() > MOST_NAMED {
            names.push("…".into());
        }
        let last = names.pop().unwrap_or_default();
        if names.is_empty() {
            return Argument::Text(last);
        }
        Argument::Text(format!("{} {} {last}", names.join(", "), self.text("and")))
    }
}

fn doubt_key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Undated => "doubt-undated",
        Doubt::Inferred => "doubt-inferred",
        Doubt::Lapsed => "doubt-lapsed",
        Doubt::Contradictory => "doubt-contradictory",
        Doubt::Unattached => "doubt-unattached",
    }
}

/// What is said behind a line of what is not, or not yet, so.
fn note_key(text: &Phrase, status: FactStatus) -> Option<&'static str> {
    let said = match text {
        Phrase::Claim(claim) => Some((claim.kind, claim.said)),
        _ => None,
    };
    match (status, said) {
        (FactStatus::Lapsed, Some((_, FactStatus::Target))) => Some("note-target-lapsed"),
        (FactStatus::Lapsed, _) => Some("note-lapsed"),
        (FactStatus::Planned, _) => Some("note-planned"),
        (FactStatus::Requested, _) => Some("note-requested"),
        (FactStatus::Cancelled, _) => Some("note-cancelled"),
        (FactStatus::Target, None) => Some("note-target"),
        _ => None,
    }
}

/// A status as the catalogues tell them apart.
fn status_name(status: FactStatus) -> &'static str {
    match status {
        FactStatus::Stated => "stated",
        FactStatus::Target => "target",
        FactStatus::Signed => "signed",
        FactStatus::Requested => "requested",
        FactStatus::Planned => "planned",
        FactStatus::Done => "done",
        FactStatus::Lapsed => "lapsed",
        FactStatus::Cancelled => "cancelled",
    }
}

fn level_key(level: Level) -> &'static str {
    match level {
        Level::Diplomatic => "level-diplomatic",
        Level::Partnership => "level-partnership",
        Level::Comprehensive => "level-comprehensive",
        Level::Strategic => "level-strategic",
        Level::ComprehensiveStrategic => "level-comprehensive-strategic",
    }
}

/// Offices that need no more words than their name; of a minister of something the source says of what.
fn role_key(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::HeadOfState => "role-head-of-state",
        Role::President => "role-president",
        Role::VicePresident => "role-vice-president",
        Role::Monarch => "role-monarch",
        Role::HeadOfGovernment => "role-head-of-government",
        Role::DeputyHeadOfGovernment => "role-deputy-head-of-government",
        Role::ForeignMinister => "role-foreign-minister",
        Role::DefenceMinister => "role-defence-minister",
        Role::FinanceMinister => "role-finance-minister",
        Role::InteriorMinister => "role-interior-minister",
        Role::PartySecretary => "role-party-secretary",
        Role::SecretaryGeneral => "role-secretary-general",
        Role::Speaker => "role-speaker",
        Role::Ambassador => "role-ambassador",
        Role::Spokesperson => "role-spokesperson",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Amount, DateBasis, DateStamp, Language, Measure, PartialDate, Quantity, Span, Unit,
    };

    fn claim(kind: FactKind, said: FactStatus) -> Claim {
        Claim {
            kind,
            said,
            amount: None,
            partners: vec!["UZ".parse().expect("a code")],
            shared_by: None,
            place: None,
            level: None,
            visit: None,
            is_stage: false,
            until: None,
            persons: Vec::new(),
            words: "un traité d’alliance".into(),
            language: Some(Language::French),
        }
    }

    fn said(claim: Claim, status: FactStatus) -> [String; 2] {
        let (kind, claim) = (Some(claim.kind), Phrase::Claim(Box::new(claim)));
        let value: PartialDate = "2025-05-12".parse().expect("a day");
        let date = Some(DateStamp { value, basis: DateBasis::Stated });
        let line =
            SummaryLine { kind, status: Some(status), ..SummaryLine::new(claim, date, Vec::new()) };
        [Language::French, Language::English].map(|l| Messages::new(l).line_in_full(&line))
    }

    fn amount(number: i64, unit: Unit, words: &str) -> Amount {
        let quantity = Quantity {
            thousandths: number * Quantity::ONE,
            most: None,
            unit,
            approximate: false,
            span: Span::default(),
        };
        Amount { quantity, words: words.into() }
    }

    #[test]
    fn a_level_of_relations_names_both_its_sides() {
        let level =
            Claim { level: Some(Level::Strategic), ..claim(FactKind::Level, FactStatus::Done) };
        assert_eq!(
            said(level, FactStatus::Done),
            [
                "Relation avec l’Ouzbékistan : partenariat stratégique",
                "Relations with Uzbekistan: strategic partnership"
            ]
        );
    }

    #[test]
    fn agreements_are_counted_and_a_total_is_called_one() {
        let unit = Unit::Of(Measure::Agreements);
        let nine = Claim {
            amount: Some(amount(9, unit, "neuf accords")),
            ..claim(FactKind::Agreement, FactStatus::Signed)
        };
        assert_eq!(
            said(nine.clone(), FactStatus::Signed),
            ["9 accords signés avec l’Ouzbékistan", "9 agreements signed with Uzbekistan"]
        );
        let total = Claim { shared_by: Some(4), ..nine };
        assert_eq!(
            said(total, FactStatus::Signed),
            [
                "9 accords signés, total de quatre pays",
                "9 agreements signed, total of four countries"
            ]
        );
    }

    #[test]
    fn a_target_that_lapsed_says_so() {
        let usd = Unit::Money("USD".parse().expect("a currency"));
        let target = Claim {
            amount: Some(amount(500_000_000, usd, "500 millions de dollars")),
            until: "2020".parse().ok(),
            ..claim(FactKind::Trade, FactStatus::Target)
        };
        assert_eq!(
            said(target, FactStatus::Lapsed),
            [
                "Commerce avec l’Ouzbékistan : objectif 500\u{a0}M USD d'ici 2020 \
                 (horizon passé, sans résultat connu dans ces briefs)",
                "Trade with Uzbekistan: target USD 500\u{a0}million by 2020 \
                 (horizon past, no result known in these briefs)"
            ]
        );
    }

    #[test]
    fn a_title_comes_with_its_day_and_in_the_language_of_the_interface() {
        let president = Person {
            name: "Kassym-Jomart Tokaïev".into(),
            title: Some("présidents".into()),
            role: Some(Role::President),
            former: false,
            country: None,
        };
        let office =
            Claim { persons: vec![president], ..claim(FactKind::Office, FactStatus::Stated) };
        assert_eq!(
            said(office, FactStatus::Stated),
            [
                "Kassym-Jomart Tokaïev, président (au 12 mai 2025)",
                "Kassym-Jomart Tokaïev, president (as of 12 May 2025)"
            ]
        );
    }
}
