//! Chords to commands: a trie for each mode, read from TOML, changed by the configuration.

use std::collections::BTreeMap;

use super::chord::Chord;
use super::command::{Command, Group};
use crate::config::KeyBinding;

/// What the keyboard is for at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Panes, pages and panels.
    Global,
    /// A page over the panes: its own bindings over those of everywhere.
    Page,
    /// A line is being typed.
    Line,
    /// A note is being written.
    Text,
}

/// All bindings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    modes: BTreeMap<Mode, Node>,
}

/// A place in the trie: the chords that may follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    command: Option<Command>,
    next: BTreeMap<Chord, Node>,
}

/// What a sequence of chords means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is a command.
    Command(Command),
    /// It is the start of several.
    Prefix,
    /// It is nothing.
    Unbound,
}

/// A binding that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BindingError {
    /// The mode does not exist.
    #[error(
        "there is no key table \"{0}\": write [keys.global], [keys.page], [keys.line] or [keys.text]"
    )]
    Mode(String),
    /// A chord cannot be read.
    #[error("\"{0}\" is not a key: write one such as \"g g\", \"ctrl-d\" or \"f5\"")]
    Chords(String),
    /// The command does not exist.
    #[error("there is no command \"{0}\": `chancery keys` lists them all, \"none\" unbinds a key")]
    Command(String),
    /// It would hide other bindings.
    #[error("\"{0}\" is the start of a longer binding: unbind that one first")]
    Shadow(String),
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Global, Self::Page, Self::Line, Self::Text];

    /// Its table in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Page => "page",
            Self::Line => "line",
            Self::Text => "text",
        }
    }

    /// The mode in which the commands of a group do something.
    pub fn of(group: Group) -> Self {
        match group {
            Group::Line => Self::Line,
            Group::Write => Self::Text,
            Group::Page => Self::Page,
            _ => Self::Global,
        }
    }

    /// The mode of a table.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

impl Keymap {
    /// The built-in bindings.
    pub fn builtin() -> Self {
        let tables: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(include_str!("keymap.toml")).unwrap_or_default();
        let mut keymap = Self::default();
        for (mode, table) in tables {
            for (chords, command) in table {
                // A test binds every line of the table without an error.
                let _checked = keymap.bind(&mode, &chords, &command);
            }
        }
        keymap
    }

    /// The built-in bindings with the reader's own over them, and the ones that cannot be used, each
    /// with its line in the configuration.
    pub fn with(bindings: &[KeyBinding]) -> (Self, Vec<(u32, BindingError)>) {
        let mut keymap = Self::builtin();
        let mut errors = Vec::new();
        for binding in bindings {
            if let Err(error) = keymap.bind(&binding.mode, &binding.chords, &binding.command) {
                errors.push((binding.line, error));
            }
        }
        (keymap, errors)
    }

    /// Binds a sequence of chords to a command; the command `none`, or an empty one, unbinds it.
    fn bind(&mut self, mode: &str, chords: &str, command: &str) -> Result<(), BindingError> {
        let mode = Mode::from_name(mode).ok_or_else(|| BindingError::Mode(mode.to_owned()))?;
        let bad_chords = || BindingError::Chords(chords.to_owned());
        let sequence: Vec<Chord> = chords
            .split_whitespace()
            .map(|chord| chord.parse().map_err(|_| bad_chords()))
            .collect::<Result<_, _>>()?;
        if sequence.is_empty() {
            return Err(bad_chords());
        }
        let command = match command {
            "" | "none" => None,
            name => Some(
                Command::from_name(name).ok_or_else(|| BindingError::Command(name.to_owned()))?,
            ),
        };
        let mut node = self.modes.entry(mode).or_default();
        for chord in sequence {
            // The longer binding wins over a shorter one that was there before.
            node.command = None;
            node = node.next.entry(chord).or_default();
        }
        if command.is_some() && !node.is_leaf() {
            return Err(BindingError::Shadow(chords.to_owned()));
        }
        node.command = command;
        self.modes.entry(mode).or_default().prune();
        Ok(())
    }

    /// What a sequence means in a mode: on a page what it means everywhere, where the page has no meaning of its own for it.
    pub fn meaning(&self, mode: Mode, chords: &[Chord]) -> Meaning {
        match self.own_meaning(mode, chords) {
            Meaning::Unbound if mode == Mode::Page => self.own_meaning(Mode::Global, chords),
            meaning => meaning,
        }
    }

    fn own_meaning(&self, mode: Mode, chords: &[Chord]) -> Meaning {
        match self.node(mode, chords) {
            None => Meaning::Unbound,
            Some(node) => match node.command {
                Some(command) => Meaning::Command(command),
                None if node.is_leaf() => Meaning::Unbound,
                None => Meaning::Prefix,
            },
        }
    }

    /// The place in the trie of a mode that chords lead to.
    fn node(&self, mode: Mode, chords: &[Chord]) -> Option<&Node> {
        chords.iter().try_fold(self.modes.get(&mode)?, |node, chord| node.next.get(chord))
    }

    /// The chords that may follow others in a mode, with the command each leads to, or nothing for a longer start: on a page
    /// its own and those of everywhere.
    pub fn continuations(&self, mode: Mode, chords: &[Chord]) -> BTreeMap<Chord, Option<Command>> {
        let own = self.node(mode, chords);
        let is_command = own.is_some_and(|node| node.command.is_some());
        let has_both = mode == Mode::Page && !is_command;
        let elsewhere = has_both.then(|| self.node(Mode::Global, chords)).flatten();
        let next = elsewhere.into_iter().chain(own).flat_map(|node| &node.next);
        next.map(|(chord, node)| (*chord, node.command)).collect()
    }

    /// All bindings of a mode, as text, in the order of the chords.
    pub fn bindings(&self, mode: Mode) -> Vec<(String, Command)> {
        let mut found = Vec::new();
        if let Some(node) = self.modes.get(&mode) {
            node.collect("", &mut found);
        }
        found
    }

    /// All bindings that count in a mode, as text: on a page its own, and those of everywhere that they do not hide.
    pub fn in_force(&self, mode: Mode) -> Vec<(String, Command)> {
        let mut bindings = self.bindings(mode);
        if mode == Mode::Page {
            let begins_with = |chords: &str, own: &str| {
                chords
                    .strip_prefix(own)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            let hidden = |chords: &str| bindings.iter().any(|(own, _)| begins_with(chords, own));
            let mut others = self.bindings(Mode::Global);
            others.retain(|(chords, _)| !hidden(chords));
            bindings.append(&mut others);
        }
        bindings
    }

    /// The bindings of one command in a mode, as text, shortest first.
    pub fn chords_of(&self, mode: Mode, command: Command) -> Vec<String> {
        let bindings = self.in_force(mode).into_iter();
        let mut chords: Vec<String> =
            bindings.filter(|(_, bound)| *bound == command).map(|(chords, _)| chords).collect();
        chords.sort_by_key(|chords| chords.chars().count());
        chords
    }
}

impl Node {
    /// Whether nothing follows.
    fn is_leaf(&self) -> bool {
        self.next.is_empty()
    }

    /// Drops branches that lead to no command.
    fn prune(&mut self) {
        for node in self.next.values_mut() {
            node.prune();
        }
        self.next.retain(|_, node| node.command.is_some() || !node.is_leaf());
    }

    /// Lists the bindings below this place, `before` being the chords that lead to it.
    fn collect(&self, before: &str, found: &mut Vec<(String, Command)>) {
        for (chord, node) in &self.next {
            let chords =
                if before.is_empty() { chord.to_string() } else { format!("{before} {chord}") };
            if let Some(command) = node.command {
                found.push((chords.clone(), command));
            }
            node.collect(&chords, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chords(text: &str) -> Vec<Chord> {
        text.split_whitespace().map(|chord| chord.parse().expect("a chord")).collect()
    }

    fn binding(mode: &str, chords: &str, command: &str) -> KeyBinding {
        KeyBinding { mode: mode.into(), chords: chords.into(), command: command.into(), line: 7 }
    }

    #[test]
    fn the_table_has_no_mistake() {
        let tables: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(include_str!("keymap.toml")).expect("the table");
        let mut keymap = Keymap::default();
        for (mode, table) in tables {
            for (chords, command) in table {
                assert_eq!(keymap.bind(&mode, &chords, &command), Ok(()), "{chords}");
            }
        }
    }

    #[test]
    fn no_default_is_a_torn_escape_sequence() {
        for (chords, _) in Keymap::builtin().bindings(Mode::Global) {
            let alone = chords.len() == 1 && "ABCDFHIOPQRSZ".contains(&chords);
            let taken = ["ctrl-a", "ctrl-b", "ctrl-s", "ctrl-q"].contains(&chords.as_str());
            let digit = chords.bytes().any(|byte| byte.is_ascii_digit());
            assert!(!alone && !taken && !digit, "{chords}");
        }
    }

    #[test]
    fn prefixes_lead_on() {
        let keymap = Keymap::builtin();
        assert_eq!(keymap.meaning(Mode::Global, &chords("g")), Meaning::Prefix);
        let first = keymap.meaning(Mode::Global, &chords("g g"));
        assert_eq!(first, Meaning::Command(Command::First));
        assert_eq!(keymap.meaning(Mode::Global, &chords("g v")), Meaning::Unbound);
        assert_eq!(keymap.meaning(Mode::Line, &chords("j")), Meaning::Unbound);
    }

    #[test]
    fn a_configuration_binds_and_unbinds() {
        let (keymap, errors) =
            Keymap::with(&[binding("global", "ctrl-j", "down"), binding("global", "q", "none")]);
        assert_eq!(errors, []);
        let down = keymap.meaning(Mode::Global, &chords("ctrl-j"));
        assert_eq!(down, Meaning::Command(Command::Down));
        assert_eq!(keymap.meaning(Mode::Global, &chords("q")), Meaning::Unbound);
    }

    #[test]
    fn a_key_of_a_page_hides_that_key_alone() {
        let own = [binding("page", "e", "export"), binding("page", "g z", "zoom")];
        let (keymap, errors) = Keymap::with(&own);
        assert_eq!(errors, []);
        assert_eq!(keymap.chords_of(Mode::Page, Command::NextPane), ["tab"]);
        assert!(keymap.chords_of(Mode::Page, Command::Open).contains(&"enter".to_owned()));
        let following = keymap.continuations(Mode::Page, &chords("g"));
        let commands: Vec<Command> = following.into_values().flatten().collect();
        assert!(commands.contains(&Command::Zoom) && commands.contains(&Command::First));
        assert!(keymap.continuations(Mode::Page, &chords("t")).is_empty(), "it is a command there");
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let (_, errors) = Keymap::with(&[
            binding("reader", "j", "down"),
            binding("global", "ctrl-", "down"),
            binding("global", "j", "dwon"),
            binding("global", "g", "down"),
        ]);
        let errors: Vec<BindingError> = errors.into_iter().map(|(_, error)| error).collect();
        assert_eq!(
            errors,
            [
                BindingError::Mode("reader".into()),
                BindingError::Chords("ctrl-".into()),
                BindingError::Command("dwon".into()),
                BindingError::Shadow("g".into()),
            ]
        );
    }
}
