//! Where the settings, the state and the caches of a user lie, by the XDG Base Directory
//! Specification. Works on values it is given and never falls back to the current or a shared folder.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The program's own folder below each of the user's.
const NAME: &str = "chancery";

/// The values of the environment that name a user's folders.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `HOME`.
    pub home: Option<OsString>,
    /// `XDG_CONFIG_HOME`.
    pub config: Option<OsString>,
    /// `XDG_STATE_HOME`.
    pub state: Option<OsString>,
    /// `XDG_CACHE_HOME`.
    pub cache: Option<OsString>,
}

/// The program's folders, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserFolders {
    /// For `config.toml`.
    pub config: Result<PathBuf, NoFolder>,
    /// For marks and corrections.
    pub state: Result<PathBuf, NoFolder>,
    /// For what can be made again.
    pub cache: Result<PathBuf, NoFolder>,
}

/// Why a user has no folder of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFolder {
    /// `HOME` is not set, or empty.
    #[error("HOME is not set: set it, or name a folder with {0}")]
    HomeUnset(&'static str),
    /// `HOME` is not an absolute path.
    #[error("HOME is \"{}\", which is not an absolute path: correct it, or name a folder with {variable}", .home.display())]
    HomeRelative {
        /// What it says.
        home: PathBuf,
        /// The variable that can be set instead.
        variable: &'static str,
    },
    /// `HOME` is no folder.
    #[error("HOME is \"{}\", which is no folder: correct it, or name a folder with {variable}", .home.display())]
    HomeMissing {
        /// What it says.
        home: PathBuf,
        /// The variable that can be set instead.
        variable: &'static str,
    },
}

impl UserFolders {
    /// Those of somebody whose environment is not to be trusted.
    pub fn none() -> Self {
        Self::new(&Environment::default(), |_| false)
    }

    /// Works the folders out. A variable that is empty or relative is as if it were not set, as the
    /// specification says. `is_folder` is asked about `HOME` alone.
    pub fn new(environment: &Environment, is_folder: impl Fn(&Path) -> bool) -> Self {
        let below = |named: &Option<OsString>, default: &str, variable: &'static str| {
            if let Some(folder) = named.as_deref().and_then(absolute) {
                return Ok(folder.join(NAME));
            }
            let home = home_of(environment.home.as_deref(), variable, &is_folder)?;
            Ok(home.join(default).join(NAME))
        };
        Self {
            config: below(&environment.config, ".config", "XDG_CONFIG_HOME"),
            state: below(&environment.state, ".local/state", "XDG_STATE_HOME"),
            cache: below(&environment.cache, ".cache", "XDG_CACHE_HOME"),
        }
    }
}

/// A path that a setting names: `~/` stands for the home folder, and nothing else is expanded.
pub fn expand(path: &str, home: Option<&OsStr>) -> PathBuf {
    let below = path.strip_prefix("~/").or((path == "~").then_some(""));
    match below.zip(home.and_then(absolute)) {
        Some((below, home)) => home.join(below),
        None => PathBuf::from(path),
    }
}

fn absolute(value: &OsStr) -> Option<&Path> {
    Some(Path::new(value)).filter(|path| path.is_absolute())
}

fn home_of<'a>(
    value: Option<&'a OsStr>,
    variable: &'static str,
    is_folder: impl Fn(&Path) -> bool,
) -> Result<&'a Path, NoFolder> {
    let value = value.filter(|value| !value.is_empty()).ok_or(NoFolder::HomeUnset(variable))?;
    let home = PathBuf::from(value);
    match absolute(value) {
        None => Err(NoFolder::HomeRelative { home, variable }),
        Some(path) if !is_folder(path) => Err(NoFolder::HomeMissing { home, variable }),
        Some(path) => Ok(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(home: Option<&str>, state: Option<&str>) -> UserFolders {
        let environment = Environment {
            home: home.map(OsString::from),
            state: state.map(OsString::from),
            ..Environment::default()
        };
        UserFolders::new(&environment, |path| path == Path::new("/home/reader"))
    }

    #[test]
    fn folders_lie_below_home_unless_named() {
        let folders = folders(Some("/home/reader"), Some("/var/state"));
        assert_eq!(folders.config, Ok("/home/reader/.config/chancery".into()));
        assert_eq!(folders.state, Ok("/var/state/chancery".into()));
        assert_eq!(folders.cache, Ok("/home/reader/.cache/chancery".into()));
    }

    #[test]
    fn what_is_relative_or_empty_is_not_taken() {
        for state in ["", "state", "../state", "~/state"] {
            let found = folders(Some("/home/reader"), Some(state)).state;
            assert_eq!(found, Ok("/home/reader/.local/state/chancery".into()), "{state}");
        }
    }

    #[test]
    fn without_a_home_there_is_no_folder_and_a_reason() {
        let state = |home: Option<&str>| folders(home, None).state.map_err(|e| e.to_string());
        let unset = "HOME is not set: set it, or name a folder with XDG_STATE_HOME";
        assert_eq!(state(None), Err(unset.into()));
        assert_eq!(state(Some("")), Err(unset.into()));
        assert!(state(Some("reader")).is_err_and(|e| e.contains("not an absolute path")));
        assert!(state(Some("/nowhere")).is_err_and(|e| e.contains("no folder")));
        assert!(folders(None, Some("/var/state")).state.is_ok());
    }

    #[test]
    fn only_a_leading_tilde_is_expanded() {
        let home = Some(OsStr::new("/home/reader"));
        assert_eq!(expand("~/briefs", home), Path::new("/home/reader/briefs"));
        assert_eq!(expand("~", home), Path::new("/home/reader"));
        assert_eq!(expand("~other/briefs", home), Path::new("~other/briefs"));
        assert_eq!(expand("$HOME/briefs", home), Path::new("$HOME/briefs"));
        assert_eq!(expand("~/briefs", None), Path::new("~/briefs"));
    }
}
