//! What the interface shows, as cells and as text.

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use chancery::app::view;

use super::Interface;

impl Interface {
    /// Draws, and gives the cells with the place of the cursor (0, 0 where it is hidden).
    pub(crate) fn draw(&self) -> (Buffer, Position) {
        let (columns, rows) = self.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        if columns > 0 && rows > 0 {
            terminal.draw(|frame| view(&self.state, frame)).unwrap();
        }
        let cursor = terminal.backend_mut().get_cursor_position().unwrap();
        (terminal.backend().buffer().clone(), cursor)
    }

    /// The screen as text, without blanks at the ends of lines.
    pub(crate) fn screen(&self) -> String {
        let (cells, _) = self.draw();
        let rows = (0..self.size.1).map(|y| row(&cells, y).trim_end().to_owned());
        rows.collect::<Vec<_>>().join("\n")
    }

    /// One line of the screen, from the top, or from the foot where negative.
    pub(crate) fn line(&self, y: i32) -> String {
        let (cells, _) = self.draw();
        let y = if y < 0 { i32::from(self.size.1) + y } else { y };
        row(&cells, u16::try_from(y).unwrap()).trim().to_owned()
    }

    /// The last line: hints, a notice, what is typed.
    pub(crate) fn foot(&self) -> String {
        self.line(-1)
    }

    /// Stretches of the screen with an attribute, blanks at their ends left out.
    pub(crate) fn with(&self, modifier: Modifier) -> Vec<String> {
        let (cells, _) = self.draw();
        let mut found = Vec::new();
        for y in 0..self.size.1 {
            let mut stretch = String::new();
            for x in 0..self.size.0 {
                let cell = &cells[(x, y)];
                if cell.modifier.contains(modifier) {
                    stretch.push_str(cell.symbol());
                } else {
                    found.push(std::mem::take(&mut stretch));
                }
            }
            found.push(stretch);
        }
        found.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }

    /// The row under the cursor of the list with the focus, or of a page: the rest of each line that begins in reverse.
    pub(crate) fn row_here(&self) -> String {
        let (cells, _) = self.draw();
        let mut rows = Vec::new();
        for y in 0..self.size.1 {
            let is_lit = |x: &u16| cells[(*x, y)].modifier.contains(Modifier::REVERSED);
            let Some(start) = (0..self.size.0).find(is_lit) else { continue };
            let pane = (start..self.size.0).map(|x| cells[(x, y)].symbol());
            let pane: String = pane.take_while(|symbol| *symbol != "│").collect();
            rows.push(pane.trim().to_owned());
        }
        rows.join("\n")
    }

    /// What stands in reverse: the row under the cursor, the hit, the cited sentence.
    pub(crate) fn reversed(&self) -> String {
        self.with(Modifier::REVERSED).join("\n")
    }
}

/// A line of cells as text; what a wide glyph covers is left out.
fn row(cells: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut x = 0;
    while x < cells.area.width {
        let symbol = cells[(x, y)].symbol();
        text.push_str(symbol);
        x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol)).unwrap().max(1);
    }
    text
}
