//! Any bytes as the journals of two machines: read, added to, compacted, merged.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/journal_promises.rs"]
mod journal_promises;

/// Where the state folders lie; best in memory (`TMPDIR`), since each write waits for the disk.
static PLACE: LazyLock<PathBuf> = LazyLock::new(|| {
    let place = std::env::temp_dir().join(format!("chancery-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&place).expect("a folder");
    place
});

fuzz_target!(|bytes: &[u8]| journal_promises::kept(&PLACE, bytes));
