//! A program with mounts and limits of its own, where the system lets a user have them: for full and read-only disks.

use std::process::{Command, Stdio};

/// The command line that runs a script of the shell in a place of its own, and then, as the same process, what is put behind;
/// nothing where that is not allowed.
pub(crate) fn starter(script: &str) -> Option<Vec<String>> {
    let unshare = ["unshare", "--user", "--map-root-user", "--mount"];
    let works = Command::new(unshare[0])
        .args(&unshare[1..])
        .args(["sh", "-c", "mount -t tmpfs none /mnt"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        eprintln!("skipped: no mounts of one's own are allowed here");
        return None;
    }
    let script = format!("{script}\nexec \"$@\"");
    let line = unshare.into_iter().map(String::from);
    Some(line.chain(["sh", "-ec", &script, "sh"].map(String::from)).collect())
}
