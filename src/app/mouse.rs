//! What a mouse can do, as plain data. Knows nothing of what is on the screen.

/// What the mouse did, and over which cell of the screen, counted from the top left one, 0 and 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub action: MouseAction,
    /// The column it was over.
    pub column: u16,
    /// The row it was over.
    pub row: u16,
}

/// What the mouse did. Everything else that a mouse can do is left to the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAction {
    /// The first button went down.
    Press,
    /// The wheel turned, by one notch.
    Wheel {
        /// Towards the end of the text.
        down: bool,
    },
}
