//! The mouse of a test: it goes where the screen shows a text.

use chancery::app::message::Message;
use chancery::app::mouse::{Mouse, MouseAction};

use super::Interface;

impl Interface {
    /// Clicks where the screen shows a text for the first time.
    #[track_caller]
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        self.point(text, MouseAction::Press)
    }

    /// Turns the wheel there, a notch down where positive, else up.
    #[track_caller]
    pub(crate) fn wheel(&mut self, text: &str, notches: i32) -> &mut Self {
        for _ in 0..notches.abs() {
            self.point(text, MouseAction::Wheel { down: notches > 0 });
        }
        self
    }

    #[track_caller]
    fn point(&mut self, text: &str, action: MouseAction) -> &mut Self {
        let screen = self.screen();
        let found = (0_u16..).zip(screen.lines()).find_map(|(row, line)| {
            let before = line.get(..line.find(text)?)?;
            let column = unicode_width::UnicodeWidthStr::width(before);
            Some(Mouse { action, column: u16::try_from(column).ok()?, row })
        });
        let mouse = found.unwrap_or_else(|| panic!("no {text:?} on:\n{screen}"));
        self.tell(Message::Mouse(mouse));
        self
    }
}
