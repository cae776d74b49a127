//! What is typed to filter, read with all names of all countries, and what may follow it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::country::Gazetteer;
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{Marks, PartialDate};
use crate::search::Query;
use crate::search::query::{Completion, CountryOffer, Offers, completions};
use crate::text::fold;

/// Reads queries over a library; what can be offered is gathered anew when that changes.
#[derive(Debug)]
pub struct Queries {
    words: Arc<Messages>,
    library: Option<Arc<Snapshot>>,
    offers: Offers,
    /// The tags of files.
    filed_tags: Vec<String>,
}

impl Queries {
    /// Nothing to offer yet.
    pub fn new(words: Arc<Messages>) -> Self {
        Self { words, library: None, offers: Offers::default(), filed_tags: Vec::new() }
    }

    /// What a line means, and what may follow at its cursor, a byte of it. Of tags those of the reader come first.
    pub fn read(
        &mut self,
        (library, marks): (&Arc<Snapshot>, &Marks),
        gazetteer: &Gazetteer,
        (typed, cursor): (&str, usize),
        today: PartialDate,
    ) -> (Query, Vec<Completion>) {
        if !self.library.as_ref().is_some_and(|known| Arc::ptr_eq(known, library)) {
            self.offers = offers(library, gazetteer, &self.words);
            self.filed_tags = std::mem::take(&mut self.offers.tags);
            self.library = Some(Arc::clone(library));
        }
        self.offers.tags = tags(marks, &self.filed_tags);
        let query = Query::parse(typed, gazetteer, today);
        (query, completions(typed, cursor, self.words.language(), &self.offers))
    }
}

/// Countries, sources and tags of a library, those of most briefs first.
fn offers(library: &Snapshot, gazetteer: &Gazetteer, words: &Messages) -> Offers {
    let briefs = |offer: &CountryOffer| library.countries().get(&offer.code).map_or(0, Vec::len);
    let mut countries: Vec<CountryOffer> = gazetteer
        .entries()
        .iter()
        .map(|entry| CountryOffer {
            code: entry.code,
            name: words.country(entry.code),
            aliases: entry.names.clone(),
        })
        .collect();
    countries.sort_by_cached_key(|offer| (std::cmp::Reverse(briefs(offer)), offer.name.clone()));
    let sources = library.all().filter_map(|brief| brief.source.as_deref());
    let tags = library.all().flat_map(|brief| brief.tags.iter().map(String::as_str));
    Offers { countries, sources: by_number(sources), tags: by_number(tags) }
}

/// The reader's own tags, those of most briefs first, then those of files that are none of them.
fn tags(marks: &Marks, filed: &[String]) -> Vec<String> {
    let known = marks.known_tags();
    let mut own: Vec<(&str, usize)> = known.values().copied().collect();
    own.sort_by_key(|(_, briefs)| std::cmp::Reverse(*briefs));
    let others = filed.iter().filter(|tag| !known.contains_key(fold(tag).as_str()));
    own.into_iter().map(|(name, _)| name.to_owned()).chain(others.cloned()).collect()
}

/// Each value once, the most frequent first.
fn by_number<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for value in values {
        *numbers.entry(value).or_default() += 1;
    }
    let mut values: Vec<(&str, usize)> = numbers.into_iter().collect();
    values.sort_by(|(a, many_a), (b, many_b)| many_b.cmp(many_a).then(a.cmp(b)));
    values.into_iter().map(|(value, _)| value.to_owned()).collect()
}
