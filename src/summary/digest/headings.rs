//! Under which heading a fact stands, so that it stands there once.

use crate::model::{CountryCode, DigestHeading};
use crate::summary::Survey;

/// The heading of what is about some countries; none where it is about none. The reader's own country, which is in nearly
/// every brief, does not count beside others. Of two countries the one that the reader follows has the line, where that is
/// only one of them.
pub(super) fn heading(
    survey: &Survey,
    countries: &[CountryCode],
    is_total: bool,
) -> Option<DigestHeading> {
    let others: Vec<CountryCode> = abroad(survey, countries).collect();
    let mine: Vec<CountryCode> =
        others.iter().copied().filter(|country| survey.desk.contains(country)).collect();
    Some(match (others.as_slice(), mine.as_slice()) {
        _ if is_total => DigestHeading::Several,
        ([], _) => DigestHeading::Country(*countries.first()?),
        ([only], _) | ([_, _], [only]) => DigestHeading::Country(*only),
        _ => DigestHeading::Several,
    })
}

/// The country from whose side a fact is told: that of its heading, else of a pair the first one.
pub(in crate::summary) fn seen_from(
    survey: &Survey,
    heading: DigestHeading,
    countries: &[CountryCode],
) -> Option<CountryCode> {
    match heading {
        DigestHeading::Country(country) => Some(country),
        _ if countries.len() == 2 => foremost(survey, countries),
        _ => None,
    }
}

/// The first of some countries for the reader: of the desk, in its order, else any but the reader's own.
pub(in crate::summary) fn foremost(
    survey: &Survey,
    countries: &[CountryCode],
) -> Option<CountryCode> {
    let mine = survey.desk.iter().find(|mine| countries.contains(mine)).copied();
    mine.or_else(|| abroad(survey, countries).next()).or(countries.first().copied())
}

fn abroad(survey: &Survey, countries: &[CountryCode]) -> impl Iterator<Item = CountryCode> {
    countries.iter().copied().filter(|country| Some(*country) != survey.home)
}
