//! A briefs folder in memory: texts by path, filed as the program files them.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chancery::app::effect::ToFind;
use chancery::copies;
use chancery::country::Gazetteer;
use chancery::filing::{Filing, Source};
use chancery::library::{ContentHash, Listing, Origin, Snapshot};
use chancery::model::{BriefPath, Document, Marks, Moment, PartialDate};
use chancery::search::find::{PatternError, Places, Sought};

pub(super) static FILING: LazyLock<Filing> = LazyLock::new(|| Filing::new(Gazetteer::builtin()));

/// A file as filing takes it.
pub(super) fn source<'a>(path: &'a BriefPath, text: &'a str) -> Source<'a> {
    Source { path, bytes: text.as_bytes(), size: text.len() as u64 }
}

/// Notes when each file was first seen: on 12 May 2025, so many hours after noon, the reader's first look into the folder
/// having been ten days before.
pub(super) fn receive(marks: &mut Marks, files: &BTreeMap<String, String>, hours: i64) {
    let noon = Moment(1_747_051_200_000 + hours * 3_600_000);
    marks.seen(&"p:of-the-first-look".into(), Moment(1_746_187_200_000));
    for path in files.keys() {
        for brief in FILING.entry(source(&path.as_str().into(), &files[path])).briefs {
            marks.seen(&brief.id, noon);
        }
    }
}

/// What a file holds.
pub(super) fn contents(text: &str) -> ContentHash {
    ContentHash::of(text.as_bytes(), text.len() as u64)
}

/// The library over the folder.
pub(super) fn snapshot(
    files: &BTreeMap<String, String>,
    marks: &Marks,
    origin: Origin,
) -> Arc<Snapshot> {
    let mut listing = Listing {
        marks: Arc::new(marks.clone()),
        origin,
        folder: "/briefs".to_owned(),
        ..Listing::default()
    };
    let mut sketches = Vec::new();
    for (path, text) in files {
        let entry = FILING.entry(source(&path.as_str().into(), text));
        let main = entry.briefs.iter().filter(|brief| brief.parent.is_none());
        sketches.extend(main.cloned().zip(entry.sketches));
        listing.contents.push((path.as_str().into(), contents(text)));
        listing.briefs.extend(entry.briefs.into_iter().map(Arc::new));
        listing.diagnostics.extend(entry.diagnostics);
    }
    let stories = sketches.iter().map(|(main, sketch)| (main, Some(sketch)));
    listing.groups = copies::group(stories);
    Arc::new(Snapshot::new(listing))
}

/// Looks through a text.
pub(super) fn find_in_text(
    sought: &ToFind,
    document: &Document,
    with_dropped: bool,
) -> Result<Option<Arc<Places>>, PatternError> {
    let places = |sought| Arc::new(Places::of(&sought, document, with_dropped, || true));
    let sought = match sought {
        ToFind::Typed(typed) => Sought::read(typed)?,
        ToFind::Terms(query) => Some(Sought::terms(query, document.brief.language)),
    };
    Ok(sought.map(places))
}

/// A day.
pub(crate) fn day(year: u16, month: u8, day: u8) -> PartialDate {
    PartialDate::day_of(year, month, day).unwrap()
}
