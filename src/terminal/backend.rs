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
        if self.size().0 == 0 || self.size().1 == 0 {
            // ratatui's widgets may not be drawn on no cells at all.
            return Ok(0);
        }
        self.terminal.backend_mut().cursor = None;
        let Ok(completed) = self.terminal.draw(render);
        self.encoder.show(completed.buffer);
        let bytes = self.encoder.finish(self.terminal.backend().cursor);
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

    /// Sends what is no part of a frame and leaves the screen as it is.
    ///
    /// # Errors
    /// As [`Screen::draw`].
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::capability::{Charset, Colours};

    const CAPABILITY: Capability = Capability {
        colours: Colours::Palette,
        charset: Charset::Unicode,
        italics: true,
        scrolling: true,
        remote: false,
    };

    /// Counts its writes, and fails them once told to.
    #[derive(Default)]
    struct Link {
        writes: usize,
        broken: bool,
    }

    impl Write for Link {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.writes += 1;
            if self.broken { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(bytes.len()) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn draw(screen: &mut Screen<Link>, text: &str) -> io::Result<usize> {
        screen.draw(|frame| frame.render_widget(text, frame.area()))
    }

    #[test]
    fn one_write_a_frame_and_none_where_nothing_changed() {
        let mut screen = Screen::new(Link::default(), CAPABILITY, (20, 3));
        assert!(draw(&mut screen, "one\ntwo").unwrap() > 0);
        assert_eq!(draw(&mut screen, "one\ntwo").unwrap(), 0);
        assert_eq!(screen.out.writes, 1);
        assert!(draw(&mut screen, "one\nten").unwrap() > 0);
        assert_eq!(screen.out.writes, 2);
    }

    #[test]
    fn a_frame_that_was_lost_is_drawn_again_whole() {
        let mut screen = Screen::new(Link::default(), CAPABILITY, (20, 3));
        let whole = draw(&mut screen, "one").unwrap();
        screen.out.broken = true;
        assert!(draw(&mut screen, "two").is_err());
        screen.out.broken = false;
        assert_eq!(draw(&mut screen, "two").unwrap(), whole);
        screen.forget();
        assert_eq!(draw(&mut screen, "two").unwrap(), whole);
    }

    #[test]
    fn any_size_can_be_drawn() {
        let mut screen = Screen::new(Link::default(), CAPABILITY, (20, 3));
        for size in [(1, 1), (0, 0), (2, 500), (500, 2), (0, 9), (9, 0), (80, 24)] {
            screen.resize(size);
            draw(&mut screen, "some text\nof two lines").unwrap();
            assert_eq!(screen.size(), size);
        }
    }

    #[test]
    fn a_cursor_outside_the_screen_stays_hidden() {
        let mut screen = Screen::new(Vec::new(), CAPABILITY, (5, 2));
        screen.draw(|frame| frame.set_cursor_position((5, 0))).unwrap();
        screen.draw(|frame| frame.set_cursor_position((4, 1))).unwrap();
        let sent = String::from_utf8(screen.out).unwrap();
        assert!(sent.ends_with("\n\x1b[4C\x1b[?25h"), "{sent:?}");
        assert_eq!(sent.matches("\x1b[?25h").count(), 1);
    }
}
