//! Hints that the briefs folder changed. A hint decides nothing: the scan that follows it does.
//!
//! Costs no wake-up while nothing changes. Where the system offers no events (network file
//! systems, used-up watches, a folder that is gone) it hints every half minute instead.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// A hint waits until nothing has changed for so long...
const QUIET: Duration = Duration::from_millis(200);

/// ...but in a storm of changes no longer than this.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often to hint where there are no events.
const POLL: Duration = Duration::from_secs(30);

/// Watches until dropped.
#[derive(Debug)]
pub struct Watch {
    /// Tells the thread to end.
    inbox: Sender<News>,
}

/// What the watching thread waits for.
#[derive(Debug)]
enum News {
    /// Something changed in the folder.
    Changed,
    /// Events were lost or cannot be had.
    Blind,
    /// The watch was dropped.
    Stop,
}

impl Watch {
    /// Watches a folder, on a thread of its own that also sets the watches up. `changed` is called
    /// there, once the watch stands and then for every burst of changes.
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn start(folder: PathBuf, changed: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (inbox, news) = channel();
        let sender = inbox.clone();
        thread::Builder::new()
            .name("watch".into())
            .spawn(move || watch(&folder, &sender, &news, &changed))?;
        Ok(Self { inbox })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.inbox.send(News::Stop);
    }
}

/// The watching thread.
fn watch(folder: &Path, inbox: &Sender<News>, news: &Receiver<News>, changed: &dyn Fn()) {
    let mut eyes = Eyes::open(folder, inbox);
    // What changed before the watch stood was seen by nobody.
    changed();
    loop {
        let first = if eyes.sees {
            news.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            news.recv_timeout(POLL)
        };
        match first {
            Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(News::Blind) => eyes.sees = false,
            Ok(News::Changed) => match settle(news) {
                Settled::Stop => return,
                Settled::Blind => eyes.sees = false,
                Settled::Quiet => {}
            },
            Err(RecvTimeoutError::Timeout) => {}
        }
        if !eyes.sees || eyes.identity != identity(folder) {
            eyes = Eyes::open(folder, inbox);
        }
        changed();
    }
}

/// How a burst of changes ended.
enum Settled {
    Quiet,
    Blind,
    Stop,
}

/// Waits for a burst of changes to end.
fn settle(news: &Receiver<News>) -> Settled {
    let deadline = Instant::now() + PATIENCE;
    let mut blind = false;
    while Instant::now() < deadline {
        match news.recv_timeout(QUIET) {
            Ok(News::Changed) => {}
            Ok(News::Blind) => blind = true,
            Ok(News::Stop) => return Settled::Stop,
            Err(_) => break,
        }
    }
    if blind { Settled::Blind } else { Settled::Quiet }
}

/// A watcher of the folder and all below it, and of the folder above for its going and coming.
struct Eyes {
    /// Kept for its drop, which ends the events.
    _watcher: Option<RecommendedWatcher>,
    /// The folder it watches, by device and inode.
    identity: Option<(u64, u64)>,
    /// Whether every change gives an event.
    sees: bool,
}

impl Eyes {
    fn open(folder: &Path, inbox: &Sender<News>) -> Self {
        let identity = identity(folder);
        let blind = Self { _watcher: None, identity, sees: false };
        let Ok(mut watcher) = watcher(folder, inbox) else { return blind };
        let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
        let sees_above =
            above.is_some_and(|above| watcher.watch(above, RecursiveMode::NonRecursive).is_ok());
        let sees = match identity {
            Some(_) => {
                watcher.watch(folder, RecursiveMode::Recursive).is_ok() && !is_remote(folder)
            }
            // It will be seen to come.
            None => sees_above && self::identity(folder).is_none(),
        };
        Self { _watcher: Some(watcher), identity, sees }
    }
}

/// A watcher of nothing yet that tells of changes of the briefs.
fn watcher(folder: &Path, inbox: &Sender<News>) -> notify::Result<RecommendedWatcher> {
    let inbox = inbox.clone();
    let briefs = folder.to_owned();
    let tell = move |event: notify::Result<Event>| {
        let news = match event {
            Ok(event) if event.need_rescan() || matters(&event, &briefs) => News::Changed,
            Ok(_) => return,
            Err(_) => News::Blind,
        };
        // The thread may have ended; then nobody needs the news.
        let _ = inbox.send(news);
    };
    // Links are not followed: what lies behind them is not watched.
    RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))
}

/// Whether an event can mean a change of the briefs. Reading a file must not: we read them all.
fn matters(event: &Event, briefs: &Path) -> bool {
    let changes = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    changes && event.paths.iter().any(|path| path.starts_with(briefs))
}

fn identity(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    folder.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Whether changes may be made by another machine, of which no event tells.
#[allow(clippy::useless_conversion, reason = "the width of the field differs by system")]
fn is_remote(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        /// NFS, SMB, SMB2, CIFS, FUSE, 9P, AFS, Ceph: the magic numbers of `statfs(2)`.
        const REMOTE: [u32; 8] = [
            0x6969,
            0x517b,
            0xfe53_4d42,
            0xff53_4d42,
            0x6573_5546,
            0x0102_1997,
            0x5346_414f,
            0x00c3_6400,
        ];
        let kind = rustix::fs::statfs(folder).map(|stat| stat.f_type);
        kind.is_ok_and(|kind| REMOTE.iter().any(|&remote| i64::from(remote) == i64::from(kind)))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn hinted(hints: &Receiver<()>) -> bool {
        hints.recv_timeout(Duration::from_secs(5)).is_ok()
    }

    fn quiet(hints: &Receiver<()>) -> bool {
        hints.recv_timeout(Duration::from_millis(600)).is_err()
    }

    #[test]
    fn hints_at_changes_but_not_at_reading_and_finds_a_folder_that_came_back() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("briefs");
        fs::create_dir_all(folder.join("minsk")).expect("folders");
        fs::write(folder.join("0.md"), "x").expect("room");
        let (sender, hints) = channel();
        let _watch = Watch::start(folder.clone(), move || sender.send(()).unwrap_or_default())
            .expect("a thread");
        assert!(hinted(&hints), "the watch stands");

        fs::read(folder.join("0.md")).expect("a file");
        fs::write(place.path().join("beside.md"), "x").expect("room");
        assert!(quiet(&hints), "reading, or a file beside the folder, is no change");

        fs::write(folder.join("minsk/visit.md"), "x").expect("room");
        assert!(hinted(&hints));
        while !quiet(&hints) {}

        fs::rename(&folder, place.path().join("old")).expect("it moves");
        assert!(hinted(&hints), "the folder went");
        while !quiet(&hints) {}
        fs::create_dir(&folder).expect("a folder");
        assert!(hinted(&hints), "a folder came");
        while !quiet(&hints) {}
        fs::write(folder.join("new.md"), "x").expect("room");
        assert!(hinted(&hints), "and is watched");
    }
}
