//! What things look like: faces by meaning, colours by theme, glyphs by what the terminal can show.
//!
//! Only the sixteen colours that every terminal lets its owner choose; and nothing that matters is
//! told by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is, for the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Face {
    /// Running text.
    #[default]
    Text,
    /// Less important: sources, counts, hints.
    Dim,
    /// Bold.
    Strong,
    /// Emphasised.
    Emphasis,
    /// Struck through.
    Struck,
    /// A heading of a list or a text.
    Heading,
    /// Code.
    Code,
    /// Words of a link.
    Link,
    /// What was not read yet.
    Unread,
    /// Letters that a query matched.
    Match,
    /// The match the reader stands on, or the sentence a citation points to.
    Current,
    /// A banner, an error, a warning.
    Warning,
    /// Rules between panes.
    Rule,
    /// A key in a hint.
    Key,
    /// The row under the cursor.
    Cursor,
    /// The row under the cursor of a pane without the focus.
    Resting,
}

/// The colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourScheme {
    /// For light text on a dark ground.
    #[default]
    Dark,
    /// For dark text on a light ground.
    Light,
    /// No colour at all.
    Mono,
}

impl ColourScheme {
    /// The style of a face.
    pub(super) fn style(self, face: Face) -> Style {
        let plain = Style::new();
        let colour = |dark: Color, light: Color| match self {
            Self::Dark => plain.fg(dark),
            Self::Light => plain.fg(light),
            Self::Mono => plain,
        };
        match face {
            Face::Text => plain,
            Face::Dim => match self {
                Self::Mono => plain,
                Self::Dark | Self::Light => plain.fg(Color::DarkGray),
            },
            Face::Strong | Face::Unread => plain.add_modifier(Modifier::BOLD),
            Face::Emphasis => plain.add_modifier(Modifier::ITALIC),
            Face::Struck => plain.add_modifier(Modifier::CROSSED_OUT),
            Face::Heading => colour(Color::Cyan, Color::Blue).add_modifier(Modifier::BOLD),
            Face::Code => colour(Color::Green, Color::Green),
            Face::Link => colour(Color::Blue, Color::Blue).add_modifier(Modifier::UNDERLINED),
            Face::Match => colour(Color::Yellow, Color::Magenta).add_modifier(Modifier::UNDERLINED),
            Face::Current => plain.add_modifier(Modifier::REVERSED),
            Face::Warning => colour(Color::Yellow, Color::Red).add_modifier(Modifier::BOLD),
            Face::Rule => match self {
                Self::Mono => plain,
                Self::Dark | Self::Light => plain.fg(Color::DarkGray),
            },
            Face::Key => colour(Color::Cyan, Color::Blue),
            // One block whatever colours stand in it: easier to find, and shorter to send.
            Face::Cursor => plain.fg(Color::Reset).add_modifier(Modifier::REVERSED),
            Face::Resting => plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}

/// The signs of the interface, for terminals with and without Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyphs {
    /// Not read yet.
    pub(super) unread: &'static str,
    /// Starred.
    pub(super) star: &'static str,
    /// Corrected by the reader.
    pub(super) corrected: &'static str,
    /// With a note of the reader's.
    pub(super) note: &'static str,
    /// The row under the cursor.
    pub(super) cursor: &'static str,
    /// Horizontal rule.
    pub(super) rule: &'static str,
    /// Vertical rule.
    pub(super) bar: &'static str,
    /// What hangs below a row.
    pub(super) branch: &'static str,
    /// Left out.
    pub(super) ellipsis: &'static str,
    /// Around a derived title.
    pub(super) derived: (&'static str, &'static str),
    /// A list item.
    pub(super) bullet: &'static str,
    /// Beside a quotation.
    pub(super) quote: &'static str,
    /// Between parts of a line.
    pub(super) dot: &'static str,
    /// No unread ones.
    pub(super) none: &'static str,
    /// A link whose words name another host.
    pub(super) belied: &'static str,
}

impl Glyphs {
    /// The signs for a terminal.
    pub(super) fn new(ascii: bool) -> Self {
        if ascii {
            Self {
                unread: "*",
                star: "+",
                corrected: "=",
                note: "n",
                cursor: ">",
                rule: "-",
                bar: "|",
                branch: "`",
                ellipsis: "...",
                derived: ("<", ">"),
                bullet: "-",
                quote: ">",
                dot: "-",
                none: "-",
                belied: "!=",
            }
        } else {
            Self {
                unread: "•",
                star: "★",
                corrected: "✎",
                note: "¶",
                cursor: "▌",
                rule: "─",
                bar: "│",
                branch: "└",
                ellipsis: "…",
                derived: ("‹", "›"),
                bullet: "•",
                quote: "▏",
                dot: "·",
                none: "–",
                belied: "≠",
            }
        }
    }
}
