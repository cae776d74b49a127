//! A story as the tagger sees it, and its evidence brought back to the decoded text.
//!
//! The tagger reads clean text, whose markup is gone. So it is given the coordinates of the clean
//! parts laid end to end, in which every offset is exact, and what it finds is mapped back.

use super::draft::Headline;
use super::prose::Prose;
use crate::country::{Gazetteer, Named, Passage, Subject, Tags};
use crate::model::{Brief, CountryCode, Evidence, Place, Span};

/// The parts of a story laid end to end.
struct Parts<'a> {
    /// Each with its start; `None` for words that stand nowhere in the decoded text.
    places: Vec<(usize, Option<&'a Prose>)>,
    end: usize,
}

impl<'a> Parts<'a> {
    fn add(&mut self, text: &'a str, prose: Option<&'a Prose>) -> Passage<'a> {
        let start = self.end;
        self.places.push((start, prose));
        // One byte between the parts, so that none ends where the next one starts.
        self.end = start + text.len() + 1;
        Passage { text, span: Span::new(start, start + text.len()) }
    }

    /// A place in these parts as a place in the decoded text.
    fn decoded(&self, span: Span) -> Option<Span> {
        let before = self.places.partition_point(|(start, _)| *start <= span.start);
        let (start, prose) = self.places.get(before.checked_sub(1)?)?;
        Some(prose.as_ref()?.span(&(span.start - start..span.end.saturating_sub(*start))))
    }
}

/// Files a story under the countries it is about.
pub(super) fn tag(
    gazetteer: &Gazetteer,
    dateline: Option<&Prose>,
    headline: Option<&Headline>,
    prose: &[Prose],
) -> Tags {
    let title = headline.and_then(|title| Some(Prose::verbatim(&title.text, title.span?)));
    let mut parts = Parts { places: Vec::new(), end: 0 };
    let subject = Subject {
        dateline: dateline.map(|place| parts.add(&place.text, Some(place))),
        title: headline.map(|headline| parts.add(&headline.text, title.as_ref())),
        paragraphs: prose.iter().map(|prose| parts.add(&prose.text, Some(prose))).collect(),
    };
    let mut tags = gazetteer.tag(&subject);
    for evidence in &mut tags.evidence {
        evidence.span = evidence.span.and_then(|span| parts.decoded(span));
    }
    tags
}

/// Where the prose names countries, in the decoded text and its order; the title tells which country an
/// ambiguous name means.
pub(super) fn named(gazetteer: &Gazetteer, title: &str, prose: &[Prose]) -> Vec<Named> {
    let mut parts = Parts { places: Vec::new(), end: 0 };
    let subject = Subject {
        dateline: None,
        title: Some(parts.add(title, None)),
        paragraphs: prose.iter().map(|prose| parts.add(&prose.text, Some(prose))).collect(),
    };
    let mut named = gazetteer.named(&subject);
    named.retain_mut(|named| {
        let span = parts.decoded(named.span);
        named.span = span.unwrap_or_default();
        span.is_some()
    });
    named
}

/// Where the text names countries of a brief that the tagger would not have filed it under: front matter and the reader do.
pub(super) fn unfiled(
    gazetteer: &Gazetteer,
    brief: &Brief,
    prose: &[Prose],
    decoded: &str,
    known: &[Evidence],
) -> Vec<Evidence> {
    let is_known =
        |country| known.iter().any(|known| known.country == country && known.span.is_some());
    let is_unfiled = |country: &CountryCode| !is_known(*country);
    let unfiled: Vec<CountryCode> = brief.countries.iter().copied().filter(is_unfiled).collect();
    if unfiled.is_empty() {
        return Vec::new();
    }
    let named = named(gazetteer, &brief.title, prose);
    let named = named.into_iter().filter(|named| unfiled.contains(&named.country));
    let evidence = named.map(|Named { country, span, .. }| Evidence {
        country,
        form: span.slice(decoded).unwrap_or_default().to_owned(),
        span: Some(span),
        place: Place::Body,
    });
    evidence.collect()
}
