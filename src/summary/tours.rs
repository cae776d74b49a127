//! The visits of one journey in one line: who went, and the countries in the order of the text.

use std::collections::HashMap;

use super::entries::Entry;
use crate::model::{Claim, CountryCode, Phrase};

/// A line, with the legs of the journey that it stands for: where each is told in the text, and the country. None where it is no
/// visit abroad.
struct Tour {
    line: Entry,
    legs: Vec<((usize, usize), CountryCode)>,
}

/// Puts the visits of a tour together: one person, one sentence, one day. The best line stands for all.
pub(super) fn together(page: CountryCode, lines: &mut Vec<Entry>) {
    let mut tours: Vec<Tour> = Vec::with_capacity(lines.len());
    let mut of_sentence: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for entry in lines.drain(..) {
        let Some(place) = abroad(page, &entry).and_then(|claim| claim.place) else {
            tours.push(Tour { line: entry, legs: Vec::new() });
            continue;
        };
        let places = of_sentence.entry(entry.sentence).or_default();
        let is_one =
            |at: &&usize| tours.get(**at).is_some_and(|tour| is_one(page, &tour.line, &entry));
        let known = places.iter().find(is_one).copied();
        if let Some(tour) = known.and_then(|at| tours.get_mut(at)) {
            tour.join(entry, place);
        } else {
            places.push(tours.len());
            tours.push(Tour { legs: vec![(entry.order, place)], line: entry });
        }
    }
    lines.extend(tours.into_iter().map(Tour::told));
}

impl Tour {
    /// Takes another leg in, with the sentences that back it.
    fn join(&mut self, leg: Entry, place: CountryCode) {
        self.legs.push((leg.order, place));
        let line = &mut self.line.line;
        line.countries.extend(leg.line.countries);
        line.countries.sort_unstable();
        line.countries.dedup();
        for citation in leg.line.citations {
            if !line.citations.contains(&citation) {
                line.citations.push(citation);
            }
        }
    }

    /// The line with all its countries in the order of the text.
    fn told(mut self) -> Entry {
        self.legs.sort_unstable();
        if let Phrase::Claim(claim) = &mut self.line.line.text
            && self.legs.len() > 1
        {
            let mut partners: Vec<CountryCode> =
                self.legs.iter().map(|(_, place)| *place).collect();
            partners.dedup();
            let others = claim.partners.iter().filter(|partner| !partners.contains(partner));
            let others: Vec<CountryCode> = others.copied().collect();
            claim.partners = [partners, others].concat();
        }
        self.line
    }
}

/// A visit to another country than the page's.
fn abroad(page: CountryCode, entry: &Entry) -> Option<&Claim> {
    let Phrase::Claim(claim) = &entry.line.text else { return None };
    let host = claim.place.filter(|place| *place != page && claim.partners.contains(place));
    (claim.kind == crate::model::FactKind::Visit && host.is_some()).then_some(claim)
}

fn is_one(page: CountryCode, one: &Entry, other: &Entry) -> bool {
    let (Some(tour), Some(visit)) = (abroad(page, one), abroad(page, other)) else { return false };
    let name = |claim: &Claim| claim.persons.first().map(|person| person.name.clone());
    one.sentence == other.sentence
        && one.section == other.section
        && one.line.date == other.line.date
        && one.line.status == other.line.status
        && tour.visit == visit.visit
        && name(tour) == name(visit)
}

#[cfg(test)]
mod tests {
    use crate::model::{FactKind, FactStatus, Phrase, Role};
    use crate::summary::fixtures::{Paper, code, date, person, stated};
    use crate::summary::{Exhibit, Request, compile};

    #[test]
    fn a_tour_names_its_countries_in_the_order_of_the_text_and_is_nobodys_alone() {
        let words = ["une visite au Laos", "une visite en Inde", "une visite au Japon"];
        let text =
            format!("Titre\n\nLe président fait {}, {} et {}.", words[0], words[1], words[2]);
        // That another brief tells of the last leg makes it the best line.
        let again = "Titre\n\nLe président fait une visite au Japon. Elle dure deux jours.";
        let visit = |paper: Paper, words: &str, place: &str| {
            paper.states(FactKind::Visit, words, FactStatus::Done, &["KZ", place], |fact| {
                fact.place = Some(code(place));
                fact.date = Some(stated("2025-04-12"));
                fact.persons = vec![person("Kassym-Jomart Tokaïev", "président", Role::President)];
            })
        };
        let tour = Paper::new("tour.md", &["KZ=Kazakhstan|Astana"], &text).dated("2025-04-12");
        let tour = words
            .into_iter()
            .zip(["LA", "IN", "JP"])
            .fold(tour, |tour, (words, place)| visit(tour, words, place));
        let again = visit(
            Paper::new("again.md", &["KZ=Kazakhstan|Astana"], again).dated("2025-04-11"),
            words[2],
            "JP",
        );
        let documents = [tour.document(), again.document()];
        let exhibits = documents.each_ref().map(|document| Exhibit { document, received: None });
        let (country, as_of) = (code("KZ"), date("2025-05-13"));
        let request = Request { country, with: None, as_of, since: None, by_partner: false };
        let page = compile(&request, &exhibits);
        let lines = page.sections.iter().flat_map(|section| &section.lines);
        let visits: Vec<_> = lines.filter(|line| line.kind == Some(FactKind::Visit)).collect();
        assert_eq!(visits.len(), 1, "{visits:?}");
        let line = visits[0];
        let Phrase::Claim(claim) = &line.text else { panic!("{line:?}") };
        assert_eq!(claim.partners, [code("LA"), code("IN"), code("JP")]);
        assert_eq!(line.countries, [code("IN"), code("JP"), code("KZ"), code("LA")]);
        assert_eq!(line.partner(code("KZ")), None);
        assert_eq!(line.citations.len(), 2);
    }
}
