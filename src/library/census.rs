//! Who is who among the briefs: one id for each, and old ids to new ones where files were renamed.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use crate::filing;
use crate::model::{Brief, BriefId, BriefPath, ByIdRef, Diagnostic, Problem};
use crate::store::catalogue::{ContentHash, Record};

/// The briefs of all records, each under an id of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Census {
    /// In the order of the records, that is by path; a file's briefs in their order.
    pub(super) briefs: Vec<Arc<Brief>>,
    /// Ids that two files claim.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Census {
    /// Counts the briefs. Of two files with the same front-matter id the first by path has it; the
    /// other is known by its path. A raw file is not counted beside what was imported from it.
    pub(super) fn of<'a>(records: impl Iterator<Item = &'a Record> + Clone) -> Self {
        let mut census = Self::default();
        let owners = owners(records.clone());
        let mut given: HashSet<&BriefId, _> =
            HashSet::with_capacity_and_hasher(owners.len(), owners.hasher().clone());
        for record in records {
            let Some(main) = record.briefs.first() else { continue };
            let owner = owners.get(&main.id).copied().filter(|owner| owner.path != record.path);
            if let Some(owner) = owner {
                let other = owner.path.clone();
                let problem = if is_at_home(record) {
                    match later_id(record, &owners) {
                        None => Problem::Imported(other),
                        Some(id) => {
                            let stays = |brief: &&Arc<Brief>| !owners.contains_key(&brief.id);
                            let related = record.briefs.iter().filter(stays);
                            let stories = std::iter::once(main).chain(related);
                            census.briefs.extend(stories.map(|story| later(story, &main.id, &id)));
                            Problem::ChangedSinceImport(other)
                        }
                    }
                } else {
                    let id = main.id.as_str().trim_start_matches("f:").to_owned();
                    census.briefs.extend(under_path_id(record));
                    Problem::DuplicateId { id, other }
                };
                let file = record.path.clone();
                census.diagnostics.push(Diagnostic { file, line: None, problem });
                continue;
            }
            for (part, brief) in record.briefs.iter().enumerate() {
                // A related story may have been imported to a file of its own. Otherwise only an id
                // that was made to collide gets here twice; the first keeps it.
                let stands_apart = part > 0 && owners.contains_key(&brief.id);
                if !stands_apart && given.insert(&brief.id) {
                    census.briefs.push(Arc::clone(brief));
                }
            }
        }
        census
    }

    /// The ids of the briefs of some files, in their order.
    fn ids_of<'a>(
        &self,
        files: impl Iterator<Item = &'a BriefPath>,
    ) -> HashMap<&'a BriefPath, Vec<BriefId>> {
        let mut ids: HashMap<_, _> = files.map(|path| (path, Vec::new())).collect();
        for brief in &self.briefs {
            if let Some(ids) = ids.get_mut(&brief.file) {
                ids.push(brief.id.clone());
            }
        }
        ids
    }

    /// The ids that changed from this census to the next because files were rewritten: (old, new).
    /// One that was known by its path and now states an id stays what it was.
    pub(super) fn rewritten(&self, next: &Self, files: &[BriefPath]) -> Vec<(BriefId, BriefId)> {
        if files.is_empty() {
            return Vec::new();
        }
        let (before, after) = (self.ids_of(files.iter()), next.ids_of(files.iter()));
        let mut pairs = Vec::new();
        for path in files {
            let (Some(old), Some(new)) = (before.get(path), after.get(path)) else { continue };
            let (Some(old_main), Some(new_main)) = (old.first(), new.first()) else { continue };
            if old_main != new_main && *old_main == filing::path_id(path) {
                pairs.extend(old.iter().map(|id| (id.clone(), rebased(id, old_main, new_main))));
            }
        }
        pairs
    }
}

/// A file that went: what it takes to know it again under another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Departed {
    hash: ContentHash,
    /// What its briefs were known by.
    ids: Vec<BriefId>,
}

impl Departed {
    /// The files of `gone`, by path, for the census that still counted them.
    pub(super) fn of(gone: &[Record], census: &Census) -> BTreeMap<BriefPath, Self> {
        if gone.is_empty() {
            return BTreeMap::new();
        }
        let mut ids = census.ids_of(gone.iter().map(|record| &record.path));
        let departed = |record: &Record| {
            let ids = ids.remove(&record.path).unwrap_or_default();
            Some((record.path.clone(), Self { hash: record.hash?, ids }))
        };
        gone.iter().filter_map(departed).collect()
    }
}

/// Finds departed files again among new ones by their contents, takes them out of `departed`, and
/// gives the ids that their briefs had and have now: (old, new).
pub(super) fn renamed(
    departed: &mut BTreeMap<BriefPath, Departed>,
    new: &[(BriefPath, Option<ContentHash>)],
    census: &Census,
) -> Vec<(BriefId, BriefId)> {
    if departed.is_empty() || new.is_empty() {
        return Vec::new();
    }
    // A file that came back under its own name was not renamed, and its name is taken now.
    for (path, _) in new {
        departed.remove(path);
    }
    let mut lost: HashMap<ContentHash, VecDeque<BriefPath>> = HashMap::new();
    for (path, file) in departed.iter() {
        lost.entry(file.hash).or_default().push_back(path.clone());
    }
    let ids = census.ids_of(new.iter().map(|(path, _)| path));
    let mut pairs = Vec::new();
    for (path, hash) in new {
        let same = hash.and_then(|hash| lost.get_mut(&hash)?.pop_front());
        let Some(old) = same.and_then(|old| departed.remove(&old)) else { continue };
        let now = ids.get(path).cloned().unwrap_or_default();
        pairs.extend(old.ids.into_iter().zip(now).filter(|(old, now)| old != now));
    }
    pairs
}

/// The file to which the id of each main story belongs.
fn owners<'a>(records: impl Iterator<Item = &'a Record>) -> ByIdRef<'a, &'a Record> {
    let mut owners: ByIdRef<'a, &'a Record> = ByIdRef::default();
    for record in records {
        let Some(main) = record.briefs.first() else { continue };
        match owners.entry(&main.id) {
            Entry::Vacant(place) => {
                place.insert(record);
            }
            Entry::Occupied(mut place) => {
                if yields(place.get(), record) {
                    place.insert(record);
                }
            }
        }
    }
    owners
}

/// Whether the first of two files with the same id leaves it to the second: a raw file to what was
/// imported from it; and whoever states the id of another Markdown file's path, to that file.
fn yields(first: &Record, second: &Record) -> bool {
    let is_markdown = |record: &Record| filing::is_markdown(&record.path);
    match (is_at_home(first), is_at_home(second)) {
        (true, _) => !is_markdown(first),
        (false, true) => is_markdown(second),
        (false, false) => false,
    }
}

/// Whether a file's main story is known by the file's own path.
fn is_at_home(record: &Record) -> bool {
    record.briefs.first().is_some_and(|main| main.id == filing::path_id(&record.path))
}

/// What a raw file is known by that changed after it was imported; none where an import holds what
/// it holds now, or does not say what it held.
fn later_id(raw: &Record, owners: &ByIdRef<'_, &Record>) -> Option<BriefId> {
    let mut id = filing::path_id(&raw.path);
    while let Some(import) = owners.get(&id) {
        if import.raw.is_none() || import.raw == raw.raw {
            return None;
        }
        id = filing::later_id(&id);
    }
    Some(id)
}

/// A story of a raw file whose main story is known by a later id; a related one is itself.
fn later(story: &Arc<Brief>, own: &BriefId, id: &BriefId) -> Arc<Brief> {
    let new = |known: &BriefId| if known == own { id.clone() } else { known.clone() };
    let (id, parent) = (new(&story.id), story.parent.as_ref().map(new));
    Arc::new(Brief { id, parent, ..Brief::clone(story) })
}

/// The briefs of a file, known by its path instead of the id that it states.
fn under_path_id(record: &Record) -> Vec<Arc<Brief>> {
    let id = filing::path_id(&record.path);
    let stated = record.briefs.first().map_or_else(|| id.clone(), |main| main.id.clone());
    let rename = |brief: &Arc<Brief>| {
        let mut brief = Brief::clone(brief);
        brief.id = rebased(&brief.id, &stated, &id);
        brief.parent = brief.parent.map(|parent| rebased(&parent, &stated, &id));
        Arc::new(brief)
    };
    record.briefs.iter().map(rename).collect()
}

/// An id with another main story's id at its start.
fn rebased(id: &BriefId, from: &BriefId, to: &BriefId) -> BriefId {
    match id.as_str().strip_prefix(from.as_str()) {
        Some(rest) => BriefId::from(format!("{to}{rest}").as_str()),
        None => id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Filing, Source};
    use crate::store::FileStamp;

    fn record(filing: &Filing, path: &str, text: &str) -> Record {
        let path = BriefPath::from(path);
        let size = text.len() as u64;
        let entry = filing.entry(Source { path: &path, bytes: text.as_bytes(), size });
        Record {
            stamp: FileStamp { mtime_ns: 0, size },
            hash: Some(ContentHash::of(text.as_bytes(), size)),
            briefs: entry.briefs.into_iter().map(Arc::new).collect(),
            diagnostics: entry.diagnostics,
            sketches: entry.sketches.into(),
            raw: entry.raw,
            path,
        }
    }

    fn filing() -> Filing {
        Filing::new(crate::country::Gazetteer::builtin())
    }

    const TALKS: &str = "+++\nid = \"talks\"\n+++\n# Talks\n\nThey met in Minsk.\n";

    #[test]
    fn the_second_file_with_an_id_is_known_by_its_path() {
        let filing = filing();
        let records = ["a.md", "b.md"].map(|path| record(&filing, path, TALKS));
        let census = Census::of(records.iter());
        let ids: Vec<&str> = census.briefs.iter().map(|brief| brief.id.as_str()).collect();
        assert_eq!(ids, ["f:talks", filing::path_id(&"b.md".into()).as_str()]);
        let problem = Problem::DuplicateId { id: "talks".into(), other: "a.md".into() };
        let diagnostic = Diagnostic { file: "b.md".into(), line: None, problem };
        assert_eq!(census.diagnostics, [diagnostic]);
    }

    #[test]
    fn what_was_imported_stands_for_its_raw_file() {
        let filing = filing();
        let raw = "Talks in Minsk\n\nThe ministers met in Minsk on 4 March 2024.\n";
        let of_raw = record(&filing, "m.txt", raw);
        let id = of_raw.briefs[0].id.clone();
        let imported = format!("+++\nid = \"{id}\"\n+++\n# Talks\n\nThey met in Minsk.\n");
        for path in ["a.md", "z.md"] {
            let mut records = [record(&filing, path, &imported), of_raw.clone()];
            records.sort_by(|a, b| a.path.cmp(&b.path));
            let census = Census::of(records.iter());
            let [brief] = census.briefs.as_slice() else { panic!("{census:?}") };
            assert_eq!((&brief.id, brief.file.as_str()), (&id, path));
            let problem = Problem::Imported(path.into());
            assert_eq!(
                census.diagnostics,
                [Diagnostic { file: "m.txt".into(), line: None, problem }]
            );
        }
    }

    #[test]
    fn a_raw_file_that_changed_after_its_import_is_counted_again_until_it_is_imported_again() {
        let filing = filing();
        let raw = "Talks in Minsk\n\nThe ministers met in Minsk on 4 March 2024.\n";
        let imported = |text: &str, id: &BriefId| {
            let held = filing::raw_of(text.as_bytes());
            format!(
                "+++\nid = \"{id}\"\nimported = \"{held}\"\n+++\n# Talks\n\nThey met in Minsk.\n"
            )
        };
        let (path, changed) = (BriefPath::from("m.txt"), raw.replace("4 March", "5 March"));
        let (id, later) = (filing::path_id(&path), filing::later_id(&filing::path_id(&path)));
        let first = record(&filing, "a.md", &imported(raw, &id));
        let second = record(&filing, "b.md", &imported(&changed, &later));
        let ids = |records: &[&Record]| {
            let census = Census::of(records.iter().copied());
            let ids: Vec<BriefId> = census.briefs.iter().map(|brief| brief.id.clone()).collect();
            (ids, census.diagnostics.last().map(|last| last.problem.clone()))
        };
        let [before, after] = [raw, &changed].map(|text| record(&filing, "m.txt", text));
        let imported = |path: &str| Some(Problem::Imported(path.into()));
        let again = Some(Problem::ChangedSinceImport("a.md".into()));
        assert_eq!(ids(&[&first, &before]), (vec![id.clone()], imported("a.md")));
        assert_eq!(ids(&[&first, &after]), (vec![id.clone(), later.clone()], again.clone()));
        assert_eq!(
            ids(&[&first, &second, &after]),
            (vec![id.clone(), later.clone()], imported("a.md"))
        );
        let third = record(&filing, "m.txt", &raw.replace("4 March", "6 March"));
        let latest = filing::later_id(&later);
        assert_eq!(ids(&[&first, &second, &third]), (vec![id, later, latest], again));
    }

    #[test]
    fn no_file_takes_the_place_of_another_markdown_file() {
        let filing = filing();
        let talks = "# Talks\n\nThey met in Minsk.\n";
        let claim = format!("+++\nid = \"{}\"\n+++\n{talks}", filing::path_id(&"m.md".into()));
        for path in ["a.md", "z.md"] {
            let mut records = [record(&filing, path, &claim), record(&filing, "m.md", talks)];
            records.sort_by(|a, b| a.path.cmp(&b.path));
            let census = Census::of(records.iter());
            let path_ids = records.iter().map(|record| filing::path_id(&record.path));
            let ids = census.briefs.iter().map(|brief| brief.id.clone());
            assert_eq!(ids.collect::<Vec<_>>(), path_ids.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_file_that_now_states_an_id_stays_what_it_was() {
        let filing = filing();
        let before = Census::of([&record(&filing, "a.md", "# Talks\n\nThey met.\n")].into_iter());
        let after = Census::of([&record(&filing, "a.md", TALKS)].into_iter());
        let path = BriefPath::from("a.md");
        let moved = before.rewritten(&after, std::slice::from_ref(&path));
        assert_eq!(moved, [(filing::path_id(&path), "f:talks".into())]);
        assert_eq!(after.rewritten(&before, &[path]), []);
    }

    #[test]
    fn each_lost_file_is_found_once() {
        let filing = filing();
        let same = |path: &str| record(&filing, path, "They met.");
        let id = |path: &str| filing::path_id(&path.into());
        let find = |gone: &[Record], new: &[Record]| {
            let mut departed = Departed::of(gone, &Census::of(gone.iter()));
            let files: Vec<_> =
                new.iter().map(|record| (record.path.clone(), record.hash)).collect();
            let pairs = renamed(&mut departed, &files, &Census::of(new.iter()));
            (pairs, departed.len())
        };
        let (pairs, left) = find(&[same("a.md"), same("b.md")], &[same("c.md")]);
        assert_eq!((pairs, left), (vec![(id("a.md"), id("c.md"))], 1));
        let (pairs, left) = find(&[same("a.md")], &[same("c.md"), same("d.md")]);
        assert_eq!((pairs, left), (vec![(id("a.md"), id("c.md"))], 0));
        let (pairs, left) = find(&[same("a.md")], &[same("a.md"), same("d.md")]);
        assert_eq!((pairs, left), (vec![], 0));
    }
}
