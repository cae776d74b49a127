//! Versions of one text over a start of the program, and with a damaged cache.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of a test may fail it"
)]

use std::fs;
use std::sync::Arc;

use chancery::library::{Keeper, Snapshot};
use chancery::store::{Briefs, Folders};

/// A briefs folder with a cache and a state of its own.
struct Desk {
    place: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { place: tempfile::tempdir().expect("a folder") };
        fs::create_dir(desk.place.path().join("briefs")).expect("room");
        desk
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.place.path().join("briefs").join(name), text).expect("room");
    }

    /// The keeper of a start of the program.
    fn keeper(&self) -> Keeper {
        let folder = |name: &str| self.place.path().join(name);
        Keeper::open(&Folders {
            briefs: Briefs::Folder(folder("briefs")),
            state: Some(folder("state")),
            cache: Some(folder("cache")),
            supplement: Arc::default(),
        })
    }

    /// What a start of the program finds in the folder.
    fn look(&self) -> Arc<Snapshot> {
        let mut keeper = self.keeper();
        keeper.refresh(&mut |_| ()).expect("a folder");
        Arc::clone(keeper.snapshot())
    }
}

#[test]
fn versions_of_one_text_stay_folded_over_a_start_and_with_a_damaged_cache() {
    let desk = Desk::new();
    let wire = |headline: &str, date: &str| {
        format!(
            "+++\ntitle = \"{headline}\"\ndate = {date}\ncountries = [\"KZ\"]\n+++\n\nThe pipeline runs for 1,511 \
             kilometres from the Tengiz field in western Kazakhstan to a terminal near Novorossiysk. Its first \
             tanker was loaded in October 2001, and in 2018 it could carry 67 million tonnes a year.\n"
        )
    };
    desk.put("a.md", &wire("The Caspian pipeline", "2025-05-12"));
    desk.put("b.md", &wire("Oil by the Caspian", "2025-05-13"));
    let files = |snapshot: &Snapshot| -> Vec<String> {
        let kazakhstan = "KZ".parse().expect("a code");
        snapshot.about(kazakhstan).map(|brief| brief.file.to_string()).collect()
    };
    let first = desk.look();
    assert_eq!(files(&first), ["b.md"]);
    assert_eq!(first.copies(&first.briefs()[0].id)[0].file.as_str(), "a.md");
    assert_eq!(files(desk.keeper().snapshot()), ["b.md"], "from the cache alone");

    for kind in ["sketches", "groups"] {
        for entry in fs::read_dir(desk.place.path().join("cache")).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == kind) {
                fs::write(path, "damaged").expect("room");
            }
        }
        let name = format!("{kind}.md");
        desk.put(&name, &wire(&format!("WITHDRAWN: {kind}"), "2025-05-14"));
        let next = desk.look();
        assert_eq!(files(&next), [name], "{kind}");
        fs::remove_file(desk.place.path().join(format!("briefs/{kind}.md"))).expect("it goes");
        assert_eq!(files(&desk.look()), ["b.md"], "{kind}");
    }
}
