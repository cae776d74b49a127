//! From the reports of a fact to what a line says of it: in parts where an interface can word it, else in the source's own
//! words.

use super::excerpt;
use super::lexicon::Lexicon;
use super::merge::Group;
use super::reports::Report;
use crate::model::{
    Amount, Claim, CountryCode, Fact, FactKind, FactStatus, Measure, Person, PersonMention, Phrase,
    Unit,
};
use crate::text::fold;

/// What a line says of the fact that a group reports, as seen from a country: the others are named.
pub(super) fn phrase(
    from: Option<CountryCode>,
    lexicon: &Lexicon,
    group: &Group<'_, '_>,
) -> Phrase {
    let Some(report) = group.lead() else { return Phrase::Verbatim(String::new()) };
    let fact = report.fact;
    let partners = partners(from, fact);
    let partial =
        fact.kind == FactKind::Trade && lexicon.is_one_way(&fold(&report.statement.sentence.text));
    if is_wordable(fact, &partners) && !partial {
        let mut claim = claim(report, partners);
        if claim.kind == FactKind::Visit {
            // What protocol calls a visit, one of its reports may say where another says "tournée".
            claim.visit =
                group.backing().find_map(|report| lexicon.visit_form(&fold(report.words)));
        }
        return Phrase::Claim(Box::new(claim));
    }
    Phrase::Verbatim(excerpt::around(&report.statement.sentence.text, report.words))
}

/// The words of the source that a line shows: each of its sources must have their numbers.
pub(super) fn shown_words(phrase: &Phrase) -> &str {
    match phrase {
        Phrase::Verbatim(words) => words,
        Phrase::Claim(claim) => match claim.kind {
            FactKind::Visa | FactKind::Quote => &claim.words,
            FactKind::Agreement if claim.amount.is_none() => &claim.words,
            _ => "",
        },
        Phrase::Doubt(..) | Phrase::Partner(..) => "",
    }
}

/// The countries of a fact but the one that it is seen from; on the page of a pair the other one is named.
fn partners(from: Option<CountryCode>, fact: &Fact) -> Vec<CountryCode> {
    fact.countries.iter().copied().filter(|country| Some(*country) != from).collect()
}

/// Whether a fact says enough for words of our own to say the same.
fn is_wordable(fact: &Fact, partners: &[CountryCode]) -> bool {
    let of_pair = fact.countries.len() == 2;
    let counted = fact.value.is_some_and(|value| value.unit == Unit::Of(Measure::Agreements));
    match fact.kind {
        FactKind::Level => of_pair && fact.level.is_some(),
        FactKind::Agreement => of_pair || counted && fact.shared_by.is_some(),
        FactKind::Count => {
            counted && fact.status == FactStatus::Signed && (of_pair || fact.shared_by.is_some())
        }
        FactKind::Visa => of_pair,
        FactKind::Trade => {
            let money = fact.value.is_some_and(|value| matches!(value.unit, Unit::Money(_)));
            money && (partners.len() < 2 || fact.shared_by.is_some())
        }
        FactKind::Visit => fact.place.is_some() && !fact.persons.is_empty(),
        FactKind::Meeting => fact.persons.len() > 1,
        FactKind::Office | FactKind::Quote => !fact.persons.is_empty(),
        FactKind::Money
        | FactKind::Anniversary
        | FactKind::Commitment
        | FactKind::Request
        | FactKind::Appointment
        | FactKind::Incident
        | FactKind::Sanction
        | FactKind::Date => false,
    }
}

fn claim(report: &Report<'_, '_>, partners: Vec<CountryCode>) -> Claim {
    let fact = report.fact;
    let sentence = report.statement.sentence;
    let amount = fact.value.map(|quantity| Amount {
        quantity,
        words: excerpt::unmarked(sentence.slice(quantity.span).unwrap_or_default()),
    });
    Claim {
        kind: fact.kind,
        said: fact.status,
        amount,
        partners,
        shared_by: fact.shared_by,
        place: fact.place,
        level: fact.level,
        visit: None,
        is_stage: report.is_stage(),
        until: fact.until.filter(|until| {
            // "By the end of the year" has no number, and its line shows none.
            report.statement.sentence.text.contains(&until.year().to_string())
        }),
        persons: fact.persons.iter().map(person).collect(),
        words: match fact.kind {
            // What is signed stands beside the verb as often as behind it.
            FactKind::Agreement | FactKind::Visa => {
                excerpt::around(&report.statement.sentence.text, report.words)
            }
            _ => excerpt::unmarked(report.words),
        },
        language: report.statement.brief.language,
    }
}

fn person(mention: &PersonMention) -> Person {
    let title = mention.title.as_ref();
    Person {
        name: mention.name.clone(),
        title: title.map(|title| excerpt::unmarked(&title.text)),
        role: title.map(|title| title.role),
        former: title.is_some_and(|title| title.former),
        country: title.and_then(|title| title.country),
    }
}
