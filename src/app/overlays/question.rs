//! A question before something that changes much: Enter is yes, Esc is no, in every language.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::Change;

/// A question with what a yes does.
#[derive(Clone, Debug)]
pub(in crate::app) struct Question {
    /// The words.
    pub(in crate::app) notice: Notice,
    /// What a yes does.
    pub(in crate::app) answer: Answer,
}

/// What a yes does.
#[derive(Clone, Debug)]
pub(in crate::app) enum Answer {
    /// Marks several briefs at once.
    Mark(Vec<Change>),
    /// Carries out an effect.
    Carry(Effect),
}

impl Question {
    /// Paints the question on the line of hints.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        context: &Context<'_>,
    ) {
        let text = context.say_with(self.notice.key, &self.notice.arguments);
        let taken = canvas.put(area.x + 1, area.y, area.width, &text, Face::Warning);
        let keys = context.say("question-keys");
        let x = area.x + taken + 3;
        canvas.put(x, area.y, area.right().saturating_sub(x), &keys, Face::Dim);
    }
}
