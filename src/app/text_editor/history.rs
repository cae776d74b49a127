//! What a text was before: one step back for each word typed, each run of deletions, each paste.

/// Steps that can be undone, at most.
const MOST: usize = 100;

/// A text and its cursor.
type Version = (String, usize);

/// The versions before and after the present one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    before: Vec<Version>,
    after: Vec<Version>,
    last: Option<Kind>,
}

/// What changes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters of a word.
    Word,
    /// White space, which ends one.
    Space,
    /// Something is taken away.
    Delete,
    /// The text as a whole is another one.
    Whole,
}

impl History {
    /// The text is about to change: a change that goes on with the one before it is the same step.
    pub(super) fn note(&mut self, kind: Kind, text: &str, cursor: usize) {
        let goes_on = match (self.last, kind) {
            (Some(Kind::Word), Kind::Word | Kind::Space) => true,
            (Some(last), kind) => last == kind && kind != Kind::Whole,
            (None, _) => false,
        };
        self.last = Some(kind);
        self.after.clear();
        if goes_on {
            return;
        }
        if self.before.len() >= MOST {
            self.before.remove(0);
        }
        self.before.push((text.to_owned(), cursor));
    }

    /// The cursor moved: what comes next is a step of its own.
    pub(super) fn pause(&mut self) {
        self.last = None;
    }

    /// The version before the present one, or the one after it.
    pub(super) fn travel(&mut self, back: bool, text: &str, cursor: usize) -> Option<Version> {
        let (from, to) = if back {
            (&mut self.before, &mut self.after)
        } else {
            (&mut self.after, &mut self.before)
        };
        let version = from.pop()?;
        to.push((text.to_owned(), cursor));
        self.last = None;
        Some(version)
    }
}
