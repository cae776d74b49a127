//! Text alone on the screen, without a border or a margin, for the terminal's own mouse to select.

use ratatui::layout::Rect;

use crate::app::list::Motion;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::text::{Safe, wrap};

/// A sheet of plain text.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Sheet {
    text: String,
    lines: Vec<Safe>,
    top: usize,
    area: Rect,
}

impl Sheet {
    /// A sheet of text; its line feeds are kept.
    pub(in crate::app) fn new(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Fits the sheet to the screen.
    pub(in crate::app) fn fit(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.lines = self
                .text
                .lines()
                .flat_map(|line| {
                    let safe = Safe::new(line);
                    let ranges = wrap::wrap(safe.as_str(), usize::from(area.width.max(1)));
                    ranges.into_iter().map(move |range| safe.slice(range)).collect::<Vec<_>>()
                })
                .collect();
        }
        self.top = self.top.min(self.lines.len().saturating_sub(usize::from(area.height)));
    }

    /// Scrolls the sheet; returns whether it moved.
    pub(in crate::app) fn scroll(&mut self, motion: Motion) -> bool {
        let before = self.top;
        let height = usize::from(self.area.height);
        self.top = self.top.saturating_add_signed(motion.rows(height));
        self.top = self.top.min(self.lines.len().saturating_sub(height));
        self.top != before
    }

    /// Paints the sheet.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        for (line, y) in self.lines.iter().skip(self.top).zip(area.top()..area.bottom()) {
            canvas.put(area.x, y, area.width, line, Face::Text);
        }
    }
}
