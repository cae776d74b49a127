//! What the reader collected to take along: sentences, lines of pages, whole briefs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Brief, BriefId, BriefPath, ByIdRef, Citation, DateStamp, Status, TitleBasis};

/// Something collected, with all that it takes to cite it after its file is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collected {
    /// What a line of a page said; none where it is a sentence or a brief.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The sentence, or those that back the line; none of a whole brief.
    pub sentences: Vec<Citation>,
    /// The briefs, each once, in the order of their sentences; never empty.
    pub sources: Vec<Provenance>,
}

/// Where something comes from, as it was known when it was collected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The brief.
    pub id: BriefId,
    /// Its file.
    pub file: BriefPath,
    /// Its title.
    pub title: String,
    /// Whether the text stated that.
    pub title_basis: TitleBasis,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was sent from.
    pub place: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was written.
    pub date: Option<DateStamp>,
    /// Whether it stood.
    pub status: Status,
    /// How it was marked.
    pub classification: Option<String>,
    /// Until when it was not to be published.
    pub embargo: Option<String>,
}

/// Something is put at a place of the basket, or taken out: the unit of the journal, of undo and of merging.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placing {
    /// What it is known by, the same for the same words of the same briefs.
    pub key: String,
    /// What and where; `None` takes it out.
    pub entry: Option<Entry>,
}

/// Something in the basket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its place: the lower, the earlier.
    pub rank: i64,
    /// What it is.
    pub what: Collected,
}

/// The basket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basket(BTreeMap<String, Entry>);

impl Provenance {
    /// What a brief tells of itself.
    pub fn of(brief: &Brief) -> Self {
        Self {
            id: brief.id.clone(),
            file: brief.file.clone(),
            title: brief.title.clone(),
            title_basis: brief.title_basis,
            source: brief.source.clone(),
            place: brief.place.clone(),
            url: brief.source_url.clone(),
            date: brief.date,
            status: brief.status,
            classification: brief.classification.clone(),
            embargo: brief.embargo.clone(),
        }
    }

    /// The brief as far as it was known, to be cited though its file is gone.
    pub fn brief(&self) -> Brief {
        Brief {
            id: self.id.clone(),
            file: self.file.clone(),
            part: 0,
            parent: None,
            title: self.title.clone(),
            title_basis: self.title_basis,
            date: self.date,
            place: self.place.clone(),
            source: self.source.clone(),
            source_url: self.url.clone(),
            author: None,
            language: None,
            countries: Vec::new(),
            status: self.status,
            replaces: None,
            tags: Vec::new(),
            embargo: self.embargo.clone(),
            classification: self.classification.clone(),
            words: 0,
            corrected: Vec::new(),
        }
    }
}

impl Collected {
    /// Whether these are the same words of the same briefs.
    fn is_same(&self, other: &Self) -> bool {
        fn sources(what: &Collected) -> impl Iterator<Item = &BriefId> {
            what.sources.iter().map(|source| &source.id)
        }
        fn sentences(what: &Collected) -> impl Iterator<Item = (&BriefId, &str)> {
            what.sentences.iter().map(|cited| (&cited.id, cited.sentence.as_str()))
        }
        self.words == other.words
            && sources(self).eq(sources(other))
            && sentences(self).eq(sentences(other))
    }
}

impl Basket {
    /// What is in it, by its key, in its order.
    pub fn entries(&self) -> Vec<(&str, &Entry)> {
        let mut entries: Vec<(&str, &Entry)> =
            self.0.iter().map(|(key, entry)| (key.as_str(), entry)).collect();
        entries.sort_by_key(|(_, entry)| entry.rank);
        entries
    }

    /// How many things are in it.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is known by a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.0.get(key)
    }

    /// The place behind all that is in it.
    pub fn next_rank(&self) -> i64 {
        self.0.values().map(|entry| entry.rank).max().map_or(0, |last| last.saturating_add(1))
    }

    /// The placings that let an entry and its neighbour, the one before it or behind it, trade places; none at the end.
    pub fn trade(&self, key: &str, onward: bool) -> Vec<Placing> {
        let entries = self.entries();
        let at = entries.iter().position(|(known, _)| *known == key);
        let other = at.and_then(|at| if onward { at.checked_add(1) } else { at.checked_sub(1) });
        let (Some(one), Some(other)) =
            (at.and_then(|at| entries.get(at)), other.and_then(|other| entries.get(other)))
        else {
            return Vec::new();
        };
        // Two sessions may have given one place twice.
        let step = i64::from(one.1.rank == other.1.rank);
        let (first, second) = if onward { (one, other) } else { (other, one) };
        let place = |entry: &(&str, &Entry), rank: i64| Placing {
            key: entry.0.to_owned(),
            entry: Some(Entry { rank, what: entry.1.what.clone() }),
        };
        vec![place(second, first.1.rank), place(first, second.1.rank.saturating_add(step))]
    }

    /// Puts something at its place, or takes it out.
    pub fn apply(&mut self, placing: &Placing) {
        match &placing.entry {
            Some(entry) => self.0.insert(placing.key.clone(), entry.clone()),
            None => self.0.remove(&placing.key),
        };
    }

    /// What something is known by here, if it is in the basket: `key`, or what it got where its brief had another id.
    pub fn find<'a>(&'a self, key: &'a str, what: &Collected) -> Option<&'a str> {
        if self.0.contains_key(key) {
            return Some(key);
        }
        let known = self.0.iter().find(|(_, entry)| entry.what.is_same(what));
        known.map(|(key, _)| key.as_str())
    }

    /// Briefs have new ids, as (old, new).
    pub fn moved(&mut self, pairs: &[(BriefId, BriefId)]) {
        let mut now: ByIdRef<'_, &BriefId> = ByIdRef::default();
        for (old, new) in pairs {
            now.entry(old).or_insert(new);
        }
        let rename = |id: &mut BriefId| {
            if let Some(new) = now.get(id) {
                *id = (*new).clone();
            }
        };
        for entry in self.0.values_mut() {
            entry.what.sentences.iter_mut().for_each(|sentence| rename(&mut sentence.id));
            entry.what.sources.iter_mut().for_each(|source| rename(&mut source.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn put(key: &str, rank: i64) -> Placing {
        let what = Collected { words: Some(key.into()), sentences: vec![], sources: vec![] };
        Placing { key: key.into(), entry: Some(Entry { rank, what }) }
    }

    fn keys(basket: &Basket) -> Vec<&str> {
        basket.entries().into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn entries_stand_in_their_order_and_trade_places() {
        let mut basket = Basket::default();
        assert_eq!(basket.next_rank(), 0);
        for (key, rank) in [("b", 0), ("a", 1), ("c", 2)] {
            basket.apply(&put(key, rank));
        }
        assert_eq!((keys(&basket), basket.next_rank()), (vec!["b", "a", "c"], 3));
        for (key, onward, after) in [
            ("a", false, ["a", "b", "c"]),
            ("a", true, ["b", "a", "c"]),
            ("c", true, ["b", "a", "c"]),
        ] {
            for placing in basket.trade(key, onward) {
                basket.apply(&placing);
            }
            assert_eq!(keys(&basket), after);
        }
        assert!(basket.trade("none", true).is_empty());
        basket.apply(&Placing { key: "a".into(), entry: None });
        assert_eq!(keys(&basket), ["b", "c"]);
    }

    #[test]
    fn what_was_collected_is_known_under_the_new_id_of_its_brief() {
        let what = |id: &str, words: &str| Collected {
            words: None,
            sentences: vec![Citation {
                id: id.into(),
                file: "a.md".into(),
                span: Span::new(0, words.len()),
                sentence: words.to_owned(),
                words: None,
            }],
            sources: vec![],
        };
        let mut basket = Basket::default();
        let entry = Some(Entry { rank: 0, what: what("p:old", "Words.") });
        basket.apply(&Placing { key: "of old".into(), entry });
        assert_eq!(basket.find("of new", &what("p:new", "Words.")), None);
        basket.moved(&[("p:old".into(), "p:new".into()), ("p:new".into(), "p:third".into())]);
        assert_eq!(basket.find("of new", &what("p:new", "Words.")), Some("of old"));
        assert_eq!(basket.find("of new", &what("p:new", "Others.")), None);
        assert_eq!(basket.find("of old", &what("p:new", "Others.")), Some("of old"));
    }

    #[test]
    fn two_that_got_one_place_can_be_told_apart_again() {
        let mut basket = Basket::default();
        basket.apply(&put("a", 4));
        basket.apply(&put("b", 4));
        for placing in basket.trade("b", false) {
            basket.apply(&placing);
        }
        assert_eq!(keys(&basket), ["b", "a"]);
    }
}
