//! A terminal's screen as SVG: text in runs of one style, each set to the width of its cells, and
//! lines drawn as lines, so that it looks the same under any monospaced font.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

/// Width and height of a cell, and the baseline in it, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);
const BASELINE: f32 = 13.5;
const FONT_SIZE: f32 = 14.0;
/// Between the edge of the picture and the first cell.
const MARGIN: f32 = 16.0;

const GROUND: &str = "#16191f";
const INK: &str = "#d5d9e0";
/// The sixteen colours as a terminal's owner may have set them.
const PALETTE: [&str; 16] = [
    "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#6cb2f0", "#c692e0", "#5fc3cf", "#c3c8d1",
    "#8791a3", "#f28b93", "#b3d99a", "#f2d596", "#93c8f7", "#d8b4ec", "#8adbe4", "#ffffff",
];

/// How a run of text looks.
#[derive(Clone, PartialEq)]
struct Look {
    ink: String,
    ground: Option<String>,
    /// Bold, italic, underlined, dim, as attributes.
    manner: String,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (ink, ground) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
        let (ink, ground) = if cell.inverse() {
            (ground.unwrap_or(GROUND.into()), Some(ink.unwrap_or(INK.into())))
        } else {
            (ink.unwrap_or(INK.into()), ground)
        };
        let manner = [
            (cell.bold(), " font-weight=\"700\""),
            (cell.italic(), " font-style=\"italic\""),
            (cell.underline(), " text-decoration=\"underline\""),
            (cell.dim(), " opacity=\"0.65\""),
        ];
        let manner =
            manner.into_iter().filter_map(|(is_set, attribute)| is_set.then_some(attribute));
        Self { ink, ground, manner: manner.collect() }
    }

    fn attributes(&self) -> String {
        format!("fill=\"{}\"{}", self.ink, self.manner)
    }
}

/// A colour; `None` for the terminal's own.
fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Idx(index) => Some(indexed(index)),
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
    }
}

/// One of xterm's 256 colours: 16, a cube of 6 x 6 x 6, a ramp of 24 greys.
fn indexed(index: u8) -> String {
    if let Some(colour) = PALETTE.get(usize::from(index)) {
        return (*colour).to_owned();
    }
    if index >= 232 {
        let grey = 8 + 10 * (index - 232);
        return format!("#{grey:02x}{grey:02x}{grey:02x}");
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let cube = index - 16;
    format!("#{:02x}{:02x}{:02x}", level(cube / 36), level(cube / 6 % 6), level(cube % 6))
}

/// Draws a screen.
pub(crate) fn draw(screen: &Screen, title: &str) -> String {
    let (rows, columns) = screen.size();
    let width = f32::from(u16::from(columns)) * CELL.0 + 2.0 * MARGIN;
    let height = f32::from(u16::from(rows)) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"{FONT_SIZE}\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n",
        escaped(title)
    );
    for row in 0..rows.into() {
        draw_row(&mut svg, screen, row, columns.into());
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw_row(svg: &mut String, screen: &Screen, row: u16, columns: u16) {
    let mut run = Run::default();
    for column in 0..columns {
        let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation())
        else {
            continue;
        };
        let look = Look::of(cell);
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let breaks = run.look.as_ref() != Some(&look) || is_line(text) || run.is_line;
        if breaks && !(run.is_line && run.text.ends_with(text)) {
            run.draw(svg, row);
            run = Run { column, look: Some(look), is_line: is_line(text), ..Run::default() };
        }
        run.text.push_str(text);
        run.columns += if cell.is_wide() { 2 } else { 1 };
    }
    run.draw(svg, row);
}

/// What is drawn as a shape and not as text.
fn is_line(text: &str) -> bool {
    matches!(text, "─" | "│" | "▌")
}

/// Cells of one look, side by side.
#[derive(Default)]
struct Run {
    column: u16,
    columns: u16,
    text: String,
    look: Option<Look>,
    is_line: bool,
}

impl Run {
    fn draw(&self, svg: &mut String, row: u16) {
        let Some(look) = &self.look else { return };
        let x = MARGIN + f32::from(self.column) * CELL.0;
        let y = MARGIN + f32::from(row) * CELL.1;
        let width = f32::from(self.columns) * CELL.0;
        let mut rectangle = |x: f32, y: f32, width: f32, height: f32, fill: &str| {
            let _ = writeln!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" \
                 shape-rendering=\"crispEdges\" {fill}/>"
            );
        };
        if let Some(ground) = &look.ground {
            rectangle(x, y, width, CELL.1, &format!("fill=\"{ground}\""));
        }
        let attributes = look.attributes();
        match self.text.chars().next() {
            Some('─') => rectangle(x, y + CELL.1 / 2.0, width, 1.0, &attributes),
            Some('│') => rectangle(x + CELL.0 / 2.0, y, 1.0, CELL.1, &attributes),
            Some('▌') => rectangle(x, y, CELL.0 / 2.0, CELL.1, &attributes),
            _ if self.text.trim().is_empty() => {}
            _ => self.draw_text(svg, (x, y + BASELINE), &attributes),
        }
    }

    /// Blanks at the ends are not part of the text, so that no renderer drops them.
    fn draw_text(&self, svg: &mut String, (x, y): (f32, f32), attributes: &str) {
        let text = self.text.trim_end();
        let trailing = self.text.len() - text.len();
        let leading = text.len() - text.trim_start().len();
        let columns = f32::from(self.columns) - count(trailing) - count(leading);
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{y:.1}\" textLength=\"{:.1}\" \
             lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" {attributes}>{}</text>",
            x + count(leading) * CELL.0,
            columns * CELL.0,
            escaped(text.trim_start())
        );
    }
}

fn count(blanks: usize) -> f32 {
    u16::try_from(blanks).map_or(0.0, f32::from)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
