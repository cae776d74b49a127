//! Lists the sample briefs to be compiled in, and names the build by its sources, so that a cache
//! made under other rules is never taken for a fresh one.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=briefs");
    println!("cargo::rerun-if-changed=src");

    let mut samples = String::from("&[\n");
    let briefs = root.join("briefs");
    for file in files(&briefs)? {
        let name = file.strip_prefix(&briefs).unwrap_or(&file).to_string_lossy();
        let _ = writeln!(samples, "({name:?}, include_bytes!({:?})),", file.to_string_lossy());
    }
    samples.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("samples.rs"), samples)?;

    let mut sources = DefaultHasher::new();
    for file in files(&root.join("src"))? {
        fs::read(file)?.hash(&mut sources);
    }
    println!("cargo::rustc-env=CHANCERY_BUILD={:016x}", sources.finish());
    Ok(())
}

/// All files below a folder that are not hidden, in order; none where there is no such folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        match entry.file_type()? {
            kind if kind.is_dir() => files.extend(self::files(&entry.path())?),
            kind if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files.sort();
    Ok(files)
}
