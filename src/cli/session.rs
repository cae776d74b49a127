//! What every command starts from: settings, folders, words, the day, and the library on demand.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::failure::{self, Failure};
use super::gazetteer::OwnGazetteer;
use super::options::{Global, Tongue};
use super::output::{Output, complain, show_progress};
use crate::app::keymap::{BindingError, Keymap};
use crate::config::folders::expand;
use crate::config::{ConfigError, Environment, NoFolder, Rights, Settings, UserFolders, locale};
use crate::country::Gazetteer;
use crate::library::{Keeper, Snapshot};
use crate::messages::Messages;
use crate::model::{Argument, CountryCode, Language, PartialDate};
use crate::store::folders::is_folder;
use crate::store::settings_file::{self, SettingsError};
use crate::store::{Briefs, Folders, local_day};
use crate::summary::Survey;

/// What takes less time tells nothing of how far it is.
const SHOW_AFTER: Duration = Duration::from_millis(500);

/// The user's settings and what is wrong with them.
#[derive(Debug)]
pub(super) struct Configuration {
    /// Where they are or would be.
    pub(super) path: Result<PathBuf, NoFolder>,
    /// Whether `--config` names the file.
    pub(super) is_named: bool,
    /// The settings over the defaults.
    pub(super) settings: Settings,
    /// Whether there is a file.
    pub(super) is_there: bool,
    /// Why the file was not read.
    pub(super) unread: Option<SettingsError>,
    /// Its wrong lines.
    pub(super) errors: Vec<ConfigError>,
    /// The reader's own gazetteer, which stands beside them.
    pub(super) gazetteer: OwnGazetteer,
}

/// What every command starts from.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) words: Arc<Messages>,
    pub(super) configuration: Configuration,
    pub(super) user: UserFolders,
    pub(super) folders: Folders,
    /// What it may do beyond reading and keeping marks.
    pub(super) rights: Rights,
    /// The day to answer for.
    pub(super) today: PartialDate,
    pub(super) output: Output,
}

impl Configuration {
    /// Reads the file that `--config` names, else the one in the user's folder.
    pub(super) fn read(named: Option<&Path>, user: &UserFolders) -> Self {
        let path = match named {
            Some(path) => Ok(path.to_owned()),
            None => user.config.clone().map(|folder| folder.join("config.toml")),
        };
        let bytes = path.as_deref().ok().map(settings_file::read);
        let (bytes, unread) = match bytes {
            Some(Ok(bytes)) => (Some(bytes), None),
            Some(Err(SettingsError::Missing(_))) if named.is_none() => (None, None),
            Some(Err(error)) => (None, Some(error)),
            None => (None, None),
        };
        let (settings, errors) =
            bytes.as_deref().map_or_else(|| (Settings::default(), Vec::new()), Settings::read);
        let is_there = bytes.is_some();
        let is_named = named.is_some();
        let gazetteer = path.as_deref().map(OwnGazetteer::beside).unwrap_or_default();
        Self { path, is_named, settings, is_there, unread, errors, gazetteer }
    }

    /// The bindings, and those of the settings that cannot be used, by line. Made where they are asked for: most commands
    /// need none.
    pub(super) fn keymap(&self) -> (Keymap, Vec<(u32, BindingError)>) {
        Keymap::with(&self.settings.keys)
    }

    /// What is wrong, a sentence each, with the file and the line; the gazetteer's mistakes too.
    pub(super) fn complaints(&self, words: &Messages) -> Vec<String> {
        let file = self.path.as_deref().unwrap_or(Path::new("config.toml")).display();
        let unread = self.unread.iter().map(|error| failure::settings(error, words));
        let errors = self.errors.iter().map(|error| format!("{file}: {error}"));
        let bindings = if self.settings.keys.is_empty() { Vec::new() } else { self.keymap().1 };
        let bindings = bindings.iter().map(|(line, error)| format!("{file}: line {line}: {error}"));
        let gazetteer = self.gazetteer.complaints(words);
        unread.chain(errors).chain(bindings).chain(gazetteer).collect()
    }
}

impl Session {
    /// Works out the folders and the day.
    pub(super) fn new(
        global: &Global,
        words: Messages,
        configuration: Configuration,
        user: UserFolders,
        output: Output,
    ) -> Result<Self, Failure> {
        let today = match &global.as_of {
            Some(day) => date("--as-of", day).and_then(|date| match date.day() {
                Some(_) => Ok(date),
                None => Err(Failure::Date { option: "--as-of", value: day.clone() }),
            })?,
            None if global.restricted => local_day::today_of_machine(),
            None => local_day::today(),
        };
        let rights = if global.restricted {
            require_places(global, &configuration.settings)?;
            Rights::confined(&configuration.settings)
        } else {
            Rights::ALL
        };
        let home = variable("HOME").filter(|_| !global.restricted);
        let briefs = match (&global.briefs, &configuration.settings.briefs) {
            (Some(folder), _) => folder.clone(),
            (None, Some(folder)) => expand(folder, home.as_deref()),
            (None, None) => PathBuf::from("briefs"),
        };
        let folders = Folders {
            briefs: Briefs::Folder(briefs),
            state: global.state.clone().or_else(|| user.state.clone().ok()),
            cache: global.cache.clone().or_else(|| user.cache.clone().ok()),
            supplement: Arc::clone(&configuration.gazetteer.supplement),
        };
        let words = Arc::new(words);
        Ok(Self { words, configuration, user, folders, rights, today, output })
    }

    /// Insists on the settings that `--config` names.
    ///
    /// # Errors
    /// [`Failure::Settings`] where that file cannot be read.
    pub(super) fn require_settings(&self) -> Result<(), Failure> {
        match &self.configuration.unread {
            Some(error) if self.configuration.is_named => Err(error.clone().into()),
            _ => Ok(()),
        }
    }

    /// Says on standard error what is wrong with the settings; what is right in them counts.
    pub(super) fn complain_of_settings(&self) {
        for complaint in self.configuration.complaints(&self.words) {
            complain(&complaint);
        }
    }

    /// The library as the folder is now.
    pub(super) fn library(&self) -> Result<Library, Failure> {
        self.refreshed(Keeper::open(&self.folders))
    }

    /// Brings a keeper up to date and says how far it is where that takes long.
    pub(super) fn refreshed(&self, mut keeper: Keeper) -> Result<Library, Failure> {
        let mut has_shown = false;
        let refreshed = keeper.refresh(&mut |progress| {
            has_shown = true;
            let done = Argument::Text(self.words.number(progress.done));
            let total = Argument::Text(self.words.number(progress.total));
            let arguments = [("done", done), ("total", total)];
            show_progress(&self.words.with("cli-filing", &arguments));
        });
        if has_shown {
            show_progress("");
        }
        refreshed?;
        if let Some(trouble) = keeper.trouble() {
            complain(&failure::state(trouble, &self.words));
        }
        let snapshot = Arc::clone(keeper.snapshot());
        Ok(Library { snapshot, keeper })
    }

    /// Says how far the reading of texts is, where it takes long.
    pub(super) fn reading<T>(&self, read: impl FnOnce(&mut dyn FnMut(usize, usize)) -> T) -> T {
        let start = Instant::now();
        let mut has_shown = false;
        let result = read(&mut |done, total| {
            if start.elapsed() < SHOW_AFTER {
                return;
            }
            has_shown = true;
            let numbers = [("done", done), ("total", total)];
            let numbers = numbers.map(|(key, many)| (key, Argument::Text(self.words.number(many))));
            show_progress(&self.words.with("cli-reading", &numbers));
        });
        if has_shown {
            show_progress("");
        }
        result
    }

    /// The country that a name or code means, in either language.
    ///
    /// # Errors
    /// [`Failure::Country`] where it means none.
    pub(super) fn country(&self, name: &str) -> Result<CountryCode, Failure> {
        let gazetteer = Gazetteer::with(&self.folders.supplement);
        gazetteer.lookup(name).ok_or_else(|| Failure::Country(name.to_owned()))
    }

    /// A look over all countries from the reader's desk, at what is new since a day.
    pub(super) fn survey(&self, library: &Library, since: Option<PartialDate>) -> Survey {
        let settings = &self.configuration.settings;
        let home = library.snapshot.home_or(settings.home);
        Survey { as_of: self.today, since, desk: settings.desk.clone(), home, only: Vec::new() }
    }

    /// Says that nothing was found.
    pub(super) fn nothing(&self) -> Outcome {
        complain(&self.words.text("cli-nothing"));
        Outcome::Nothing
    }
}

/// The library, and the keeper that made it.
#[derive(Debug)]
pub(super) struct Library {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) keeper: Keeper,
}

/// How a command ended, where it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Something was found, or all is well.
    Found,
    /// Nothing was found, or problems were.
    Nothing,
    /// The reader's own exit code.
    Code(u8),
}

impl Outcome {
    /// `Found` where `condition` holds.
    pub(super) fn found(condition: bool) -> Self {
        if condition { Self::Found } else { Self::Nothing }
    }
}

/// A restricted session takes no place from the environment, nor from the folder that it is started in.
fn require_places(global: &Global, settings: &Settings) -> Result<(), Failure> {
    let is_fixed = |place: &Option<PathBuf>| place.as_deref().is_some_and(Path::is_absolute);
    let set = settings.briefs.as_ref().map(PathBuf::from);
    let briefs = global.briefs.clone().or(set);
    let are_fixed = [&briefs, &global.state, &global.cache].into_iter().all(is_fixed);
    if are_fixed { Ok(()) } else { Err(Failure::Places) }
}

/// The date an option names.
pub(super) fn date(option: &'static str, value: &str) -> Result<PartialDate, Failure> {
    value.parse().map_err(|_| Failure::Date { option, value: value.to_owned() })
}

/// The user's folders by the environment.
pub(super) fn user_folders() -> UserFolders {
    let environment = Environment {
        home: variable("HOME"),
        config: variable("XDG_CONFIG_HOME"),
        state: variable("XDG_STATE_HOME"),
        cache: variable("XDG_CACHE_HOME"),
    };
    UserFolders::new(&environment, is_folder)
}

/// The language: as asked for, else as set, else as the locale, else English.
pub(super) fn language(asked: Option<Tongue>, settings: &Settings) -> Language {
    let of_locale = || {
        let values = ["LC_ALL", "LC_MESSAGES", "LANG"].map(text_variable);
        locale::language(values.each_ref().map(Option::as_deref))
    };
    match asked {
        Some(Tongue::Fr) => Language::French,
        Some(Tongue::En) => Language::English,
        None => settings.language.or_else(of_locale).unwrap_or(Language::English),
    }
}

/// Whether the locale is UTF-8.
pub(super) fn is_utf8() -> bool {
    let values = ["LC_ALL", "LC_CTYPE", "LANG"].map(text_variable);
    locale::is_utf8(values.each_ref().map(Option::as_deref))
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// A variable of the environment, as far as it is text.
pub(super) fn text_variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
