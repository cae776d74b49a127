//! The screen: ratatui draws a frame, the encoder turns it into one write.
//!
//! ratatui's own backend writes several times a frame and asks for the size each time; here it only
//! keeps the size, and the finished buffer is encoded against our own record.

use std::convert::Infallible;
use std::io::{self, Write};

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::capability::Capability;
use super::encoder::Encoder;

/// Draws frames to `out`, at most one write each.
#[derive(Debug)]
pub struct Screen<W> {
    terminal: Terminal<Canvas>,
    encoder: Encoder,
    out: W,
}

impl<W: Write> Screen<W> {
    /// A screen of `columns` by `rows` whose first frame clears the terminal.
    pub fn new(out: W, capability: Capability, (columns, rows): (u16, u16)) -> Self {
        let canvas = Canvas { size: Size::new(columns, rows), cursor: None };
        let Ok(terminal) = Terminal::new(canvas);
        Self { terminal, encoder: Encoder::new(capability), out }
    }

    /// Draws a frame. Returns the bytes written, 0 where nothing changed (and then nothing is
    /// written). After an error the next frame is drawn whole.
    ///
    /// # Errors
    /// Whatever the write gives; a terminal that is gone gives `EIO`.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<usize> {
        self.terminal.backend_mut().cursor = None;
        let Ok(completed) = self.terminal.draw(render);
        let buffer = completed.buffer.clone();
        let cursor = self.terminal.backend().cursor;
        let bytes = self.encoder.encode(&buffer, cursor);
        if bytes.is_empty() {
            return Ok(0);
        }
        let written = self.out.write_all(&bytes).and_then(|()| self.out.flush());
        if let Err(error) = written {
            self.encoder.forget();
            return Err(error);
        }
        Ok(bytes.len())
    }

    /// The terminal has another size: the next frame is drawn whole.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.terminal.backend_mut().size = Size::new(columns, rows);
        self.encoder.forget();
    }

    /// The terminal may show anything (ctrl-l, back from a stop): the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.encoder.forget();
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        let Size { width, height } = self.terminal.backend().size;
        (width, height)
    }
}

/// What ratatui needs of a terminal: a size, and where the cursor was asked to be.
#[derive(Debug)]
struct Canvas {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Canvas {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        let Position { x, y } = position.into();
        let inside = x < self.size.width && y < self.size.height;
        self.cursor = inside.then_some(Position { x, y });
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
