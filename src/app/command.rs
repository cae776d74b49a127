//! The one table of commands: keymap, palette, help and documentation all come from it.
//!
//! A command's name is what a configuration binds; its description is the message
//! `command-<name>` of the catalogues.

use std::fmt;

use crate::config::Right;

/// Declares the commands with their names and the group that the help lists them in.
macro_rules! commands {
    ($($group:ident { $($variant:ident = $name:literal,)* })*) => {
        /// What a key can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the catalogues describe each one, in both languages")]
        pub enum Command { $($($variant,)*)* }

        impl Command {
            /// All commands, in the order of the help.
            pub const ALL: &[Self] = &[$($(Self::$variant,)*)*];

            /// The name that configuration and palette use.
            pub fn name(self) -> &'static str {
                match self { $($(Self::$variant => $name,)*)* }
            }

            /// The part of the help it is listed in.
            pub fn group(self) -> Group {
                match self { $($(Self::$variant => Group::$group,)*)* }
            }
        }
    };
}

/// The parts of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving within a list or a text.
    Move,
    /// Going from one text or pane to another.
    Go,
    /// On the page of a country.
    Page,
    /// Looking things up.
    Find,
    /// Marking what was read.
    Mark,
    /// Taking text along.
    Take,
    /// How things are shown.
    Show,
    /// Editing a line.
    Line,
    /// Writing a note.
    Write,
    /// Leaving.
    Leave,
}

commands! {
    Move {
        Down = "down",
        Up = "up",
        First = "first",
        Last = "last",
        PageDown = "page-down",
        PageUp = "page-up",
        HalfDown = "half-down",
        HalfUp = "half-up",
        Advance = "advance",
    }
    Go {
        Open = "open",
        Into = "into",
        Out = "out",
        NextArticle = "next-article",
        PreviousArticle = "previous-article",
        NextUnread = "next-unread",
        PreviousUnread = "previous-unread",
        NextPane = "next-pane",
        PreviousPane = "previous-pane",
        CountryPage = "country-page",
        Pair = "pair",
        Digest = "digest",
        Agenda = "agenda",
        OpenLink = "open-link",
    }
    Page {
        Period = "period",
        Seen = "seen",
    }
    Find {
        Find = "find",
        FindNext = "find-next",
        FindPrevious = "find-previous",
        Finder = "finder",
        Palette = "palette",
        SaveSearch = "save-search",
        RenameSearch = "rename-search",
        RemoveSearch = "remove-search",
    }
    Mark {
        ToggleRead = "toggle-read",
        MarkAllRead = "mark-all-read",
        ToggleStar = "toggle-star",
        Correct = "correct",
        Tag = "tag",
        TagAll = "tag-all",
        Note = "note",
        NoteCountry = "note-country",
        NoteSentence = "note-sentence",
        Notes = "notes",
        Undo = "undo",
        Redo = "redo",
    }
    Take {
        Sentences = "sentences",
        Copy = "copy",
        Sheet = "sheet",
        Export = "export",
        Import = "import",
        Discard = "discard",
        Collect = "collect",
        TakeOut = "take-out",
        Amended = "amended",
        Basket = "basket",
        MoveUp = "move-up",
        MoveDown = "move-down",
        EmptyBasket = "empty-basket",
    }
    Show {
        Dropped = "dropped",
        Sort = "sort",
        Layout = "layout",
        Zoom = "zoom",
        Problems = "problems",
        Samples = "samples",
        Reload = "reload",
        Redraw = "redraw",
        Help = "help",
    }
    Line {
        Accept = "accept",
        Widen = "widen",
        TogglePattern = "toggle-pattern",
        DeleteBack = "delete-back",
        DeleteWord = "delete-word",
        DeleteLine = "delete-line",
        CursorLeft = "cursor-left",
        CursorRight = "cursor-right",
        CursorStart = "cursor-start",
        CursorEnd = "cursor-end",
    }
    Write {
        KeepNote = "keep-note",
        Editor = "editor",
        NewLine = "new-line",
        DeleteForward = "delete-forward",
    }
    Leave {
        Close = "close",
        Back = "back",
        Quit = "quit",
        Interrupt = "interrupt",
        Suspend = "suspend",
    }
}

impl Command {
    /// The command of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.name() == name)
    }

    /// What a session must be allowed to do, where that is more than reading.
    pub fn needs(self) -> Option<Right> {
        match self {
            Self::Editor | Self::OpenLink | Self::Suspend => Some(Right::Programs),
            Self::Export => Some(Right::Files),
            Self::Copy => Some(Right::Clipboard),
            _ => None,
        }
    }

    /// The key of its description in the catalogues.
    pub fn message(self) -> String {
        format!("command-{}", self.name())
    }
}

impl Group {
    /// The groups in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Move,
        Self::Go,
        Self::Page,
        Self::Find,
        Self::Mark,
        Self::Take,
        Self::Show,
        Self::Line,
        Self::Write,
        Self::Leave,
    ];

    /// The key of its heading in the catalogues.
    pub fn message(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Go => "group-go",
            Self::Page => "group-page",
            Self::Find => "group-find",
            Self::Mark => "group-mark",
            Self::Take => "group-take",
            Self::Show => "group-show",
            Self::Line => "group-line",
            Self::Write => "group-write",
            Self::Leave => "group-leave",
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::messages::Messages;
    use crate::model::Language;

    #[test]
    fn names_are_unique_and_found_again() {
        let names: HashSet<_> = Command::ALL.iter().map(|command| command.name()).collect();
        assert_eq!(names.len(), Command::ALL.len());
        for &command in Command::ALL {
            assert_eq!(Command::from_name(command.name()), Some(command));
        }
    }

    #[test]
    fn every_command_and_group_is_described() {
        let messages = Messages::new(Language::French);
        let keys = Command::ALL.iter().map(|command| command.message());
        for key in keys.chain(Group::ALL.iter().map(|group| group.message().to_owned())) {
            assert_ne!(messages.text(&key), key);
        }
    }
}
