//! A question before something that changes much: Enter is yes, Esc is no, in every language.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::Change;
use crate::text::wrap;

/// A question with what a yes does.
#[derive(Clone, Debug)]
pub(in crate::app) struct Question {
    /// The words.
    pub(in crate::app) notice: Notice,
    /// What it is about, where that needs lines of its own; shown whole.
    pub(in crate::app) detail: Option<Notice>,
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
        self.detail(canvas, area, context);
        let text = context.say_with(self.notice.key, &self.notice.arguments);
        let taken = canvas.put(area.x + 1, area.y, area.width, &text, Face::Warning);
        let keys = context.say("question-keys");
        let x = area.x + taken + 3;
        canvas.put(x, area.y, area.right().saturating_sub(x), &keys, Face::Dim);
    }

    /// Paints what the question is about above it, in as many lines as it takes. Where the screen has not so many, the last
    /// one tells how much is not shown: nothing may fall off an edge unseen.
    fn detail(&self, canvas: &mut Canvas<'_>, area: Rect, context: &Context<'_>) {
        let Some(detail) = &self.detail else { return };
        let columns = area.width.saturating_sub(2).max(1);
        let text = context.say_with(detail.key, &detail.arguments);
        let lines = wrap::wrap(text.as_str(), usize::from(columns));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.y.saturating_sub(1));
        let is_whole = usize::from(rows) == lines.len();
        let last = if is_whole { u16::MAX } else { area.y.saturating_sub(1) };
        let top = area.y - rows;
        canvas.clear(Rect { y: top.saturating_sub(1), height: rows + 1, ..area });
        canvas.rule(area.x, top.saturating_sub(1), area.width);
        for (line, y) in lines.into_iter().zip(top..area.y) {
            let shown = if y < last {
                text.slice(line)
            } else {
                let rest = text.slice(line.start..text.len());
                context.count("question-more", rest.as_str().chars().count())
            };
            canvas.put(area.x + 1, y, columns, &shown, Face::Strong);
        }
    }
}
