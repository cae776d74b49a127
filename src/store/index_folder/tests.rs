//! The folder of the index: what is damaged, locked or refused.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;

fn folder(place: &tempfile::TempDir) -> IndexFolder {
    let cache = place.path().join("cache");
    IndexFolder::make(&cache, &Briefs::Folder(place.path().join("briefs"))).expect("a folder")
}

fn write(folder: &IndexFolder, name: &str, content: &[u8]) {
    // As tantivy writes: content, then a footer with its checksum.
    let footer = format!(
        r#"{{"version":{{"major":0,"minor":27,"patch":0,"index_format_version":7}},"crc":{}}}"#,
        crc32fast::hash(content)
    );
    let mut bytes = [content, footer.as_bytes()].concat();
    bytes.extend(u32::try_from(footer.len()).expect("short").to_le_bytes());
    bytes.extend(1337_u32.to_le_bytes());
    let mut file = folder.open_write(Path::new(name)).expect("a new file");
    file.write_all(&bytes).expect("room");
    tantivy::directory::TerminatingWrite::terminate(file).expect("room");
}

#[test]
fn a_file_is_read_at_places_and_never_behind_its_end() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = folder(&place);
    write(&folder, "a.store", b"some words");
    let file = folder.open_read(Path::new("a.store")).expect("it is whole");
    assert_eq!(file.read_bytes_slice(5..10).expect("bytes").as_slice(), b"words");
    assert!(
        folder.get_file_handle(Path::new("a.store")).expect("whole").read_bytes(0..9_999).is_err()
    );
    assert!(folder.open_write(Path::new("a.store")).is_err(), "it is there");
    assert!(folder.open_read(Path::new("../briefs")).is_err());
}

#[test]
fn a_file_that_changed_is_refused_sealed_or_not() {
    for is_sealed in [false, true] {
        let place = tempfile::tempdir().expect("a folder");
        let first = folder(&place);
        write(&first, "a.store", b"some words");
        if is_sealed {
            first.seal();
        }
        assert!(folder(&place).open_read(Path::new("a.store")).is_ok());
        let path = fs::read_dir(place.path().join("cache"))
            .expect("a folder")
            .next()
            .expect("one")
            .expect("it")
            .path()
            .join("a.store");
        let mut bytes = fs::read(&path).expect("bytes");
        bytes[3] ^= 1;
        fs::write(&path, &bytes).expect("room");
        assert!(folder(&place).open_read(Path::new("a.store")).is_err(), "{is_sealed}");
        fs::write(&path, &bytes[..4]).expect("room");
        assert!(folder(&place).open_read(Path::new("a.store")).is_err(), "{is_sealed}");
    }
}

#[test]
fn a_file_replaced_in_one_step_is_whole_or_refused() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = folder(&place);
    let meta = Path::new("meta.json");
    assert!(!folder.exists(meta).expect("readable"));
    folder.atomic_write(meta, b"{}").expect("room");
    folder.atomic_write(meta, b"{1}").expect("room");
    assert_eq!(folder.atomic_read(meta).expect("whole"), b"{1}");
    let path = IndexFolder::place(
        &place.path().join("cache"),
        &Briefs::Folder(place.path().join("briefs")),
    )
    .join("meta.json");
    let mut bytes = fs::read(&path).expect("bytes");
    *bytes.last_mut().expect("a byte") ^= 1;
    fs::write(&path, bytes).expect("room");
    assert!(folder.atomic_read(meta).is_err());
}

#[test]
fn one_writer_at_a_time_and_a_lock_ends_with_its_holder() {
    let place = tempfile::tempdir().expect("a folder");
    let (first, second) = (folder(&place), folder(&place));
    let held = first.acquire_lock(&INDEX_WRITER_LOCK).expect("free");
    assert!(matches!(second.acquire_lock(&INDEX_WRITER_LOCK), Err(LockError::LockBusy)));
    assert!(matches!(second.empty(), Err(StateError::Busy(_))));
    drop(held);
    assert!(second.acquire_lock(&INDEX_WRITER_LOCK).is_ok());
}

#[test]
fn an_index_of_another_build_is_not_ours_until_emptied() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = folder(&place);
    assert!(!folder.is_ours() && !folder.is_complete());
    write(&folder, "old.store", b"x");
    folder.empty().expect("room");
    assert!(folder.is_ours() && !folder.is_complete());
    assert!(!folder.exists(Path::new("old.store")).expect("readable"));
    folder.complete().expect("room");
    assert!(folder.is_ours() && folder.is_complete() && folder.checked_ns().is_some());
}

#[test]
fn a_folder_that_others_can_write_in_is_refused() {
    let place = tempfile::tempdir().expect("a folder");
    let cache = place.path().join("cache");
    let briefs = Briefs::Folder(place.path().join("briefs"));
    drop(folder(&place));
    let path = IndexFolder::place(&cache, &briefs);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o777)).expect("a mode");
    assert!(IndexFolder::open(&cache, &briefs).is_none());
    assert!(matches!(IndexFolder::make(&cache, &briefs), Err(StateError::OpenToOthers(_))));
}
