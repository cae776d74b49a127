//! Colours as the terminal can show them: the nearest one where it has fewer.
//!
//! The values of the palette are xterm's defaults (its `XTerm-col.ad` and `256colres.h`).

use ratatui::style::Color;

use crate::terminal::capability::Colours;

/// A colour that goes over the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Ink {
    /// The terminal's own.
    #[default]
    Default,
    /// One of the sixteen: 0-7 plain, 8-15 bright.
    Basic(u8),
    /// One of xterm's palette, 16-255.
    Palette(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// xterm's first sixteen colours.
const BASIC: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

impl Ink {
    /// The nearest colour to `colour` that `depth` allows.
    pub(super) fn of(colour: Color, depth: Colours) -> Self {
        let ink = match colour {
            Color::Reset => Self::Default,
            Color::Black => Self::Basic(0),
            Color::Red => Self::Basic(1),
            Color::Green => Self::Basic(2),
            Color::Yellow => Self::Basic(3),
            Color::Blue => Self::Basic(4),
            Color::Magenta => Self::Basic(5),
            Color::Cyan => Self::Basic(6),
            Color::Gray => Self::Basic(7),
            Color::DarkGray => Self::Basic(8),
            Color::LightRed => Self::Basic(9),
            Color::LightGreen => Self::Basic(10),
            Color::LightYellow => Self::Basic(11),
            Color::LightBlue => Self::Basic(12),
            Color::LightMagenta => Self::Basic(13),
            Color::LightCyan => Self::Basic(14),
            Color::White => Self::Basic(15),
            Color::Indexed(number @ 0..16) => Self::Basic(number),
            Color::Indexed(number) => Self::Palette(number),
            Color::Rgb(red, green, blue) => Self::Rgb(red, green, blue),
        };
        match (depth, ink) {
            (Colours::None, _) => Self::Default,
            (Colours::Sixteen, Self::Palette(number)) => nearest_basic(palette_value(number)),
            (Colours::Sixteen, Self::Rgb(red, green, blue)) => nearest_basic((red, green, blue)),
            (Colours::Palette, Self::Rgb(red, green, blue)) => {
                nearest_in_palette((red, green, blue))
            }
            (_, ink) => ink,
        }
    }

    /// The SGR parameters that choose it: `base` is 30 for the foreground, 40 for the background.
    pub(super) fn parameters(self, base: u8) -> String {
        match self {
            Self::Default => (base + 9).to_string(),
            Self::Basic(number @ 0..8) => (base + number).to_string(),
            Self::Basic(number) => (base + 52 + number).to_string(),
            Self::Palette(number) => format!("{};5;{number}", base + 8),
            Self::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
        }
    }
}

fn distance(one: (u8, u8, u8), other: (u8, u8, u8)) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    square(one.0, other.0) + square(one.1, other.1) + square(one.2, other.2)
}

fn nearest_basic(wanted: (u8, u8, u8)) -> Ink {
    (0u8..)
        .zip(BASIC)
        .min_by_key(|(_, value)| distance(*value, wanted))
        .map_or(Ink::Default, |(number, _)| Ink::Basic(number))
}

fn nearest_in_palette(wanted: (u8, u8, u8)) -> Ink {
    (16..=255)
        .min_by_key(|number| distance(palette_value(*number), wanted))
        .map_or(Ink::Default, Ink::Palette)
}

/// The value of an entry of the palette from 16 on: a cube of 6 x 6 x 6, then 24 greys.
fn palette_value(number: u8) -> (u8, u8, u8) {
    if number >= 232 {
        let grey = 8 + 10 * (number - 232);
        return (grey, grey, grey);
    }
    let place = number.saturating_sub(16);
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    (level(place / 36), level(place / 6 % 6), level(place % 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_depth_takes_the_nearest_it_has() {
        let orange = Color::Rgb(255, 135, 0);
        assert_eq!(Ink::of(orange, Colours::True), Ink::Rgb(255, 135, 0));
        assert_eq!(Ink::of(orange, Colours::Palette), Ink::Palette(208));
        assert_eq!(Ink::of(Color::Rgb(250, 5, 5), Colours::Sixteen), Ink::Basic(9));
        assert_eq!(Ink::of(Color::Indexed(240), Colours::Sixteen), Ink::Basic(8));
        assert_eq!(Ink::of(Color::Red, Colours::None), Ink::Default);
    }

    #[test]
    fn the_shortest_parameters_are_used() {
        assert_eq!(Ink::of(Color::Indexed(1), Colours::True).parameters(30), "31");
        assert_eq!(Ink::of(Color::LightRed, Colours::True).parameters(40), "101");
        assert_eq!(Ink::Default.parameters(40), "49");
        assert_eq!(Ink::Palette(208).parameters(30), "38;5;208");
        assert_eq!(Ink::Rgb(1, 2, 3).parameters(40), "48;2;1;2;3");
    }
}
