//! What a test expects of the screen; where it is not so, it stops and shows the screen.

use super::Interface;

impl Interface {
    /// Fails with the screen where it does not show a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.screen().contains(text), "no {text:?} on:\n{}", self.screen());
        self
    }

    /// Fails with the screen where it shows a text.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        assert!(!self.screen().contains(text), "{text:?} on:\n{}", self.screen());
        self
    }

    /// Fails with the screen where the row under the cursor does not show a text.
    #[track_caller]
    pub(crate) fn is_on(&mut self, text: &str) -> &mut Self {
        assert!(self.row_here().contains(text), "not on {text:?}:\n{}", self.screen());
        self
    }

    /// Fails with the screen where the last line does not say a text.
    #[track_caller]
    pub(crate) fn says(&mut self, text: &str) -> &mut Self {
        assert!(self.foot().contains(text), "does not say {text:?}:\n{}", self.screen());
        self
    }
}
