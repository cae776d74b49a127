//! The attributes of a cell, and the shortest SGR from one set to another.

use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::colour::Ink;
use crate::terminal::capability::Capability;

/// Colours and attributes as they are set on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pen {
    foreground: Ink,
    background: Ink,
    attributes: Modifier,
}

/// Attribute, the parameter that sets it, the one that ends it.
/// Bold and dim end together, as do the two speeds of blinking.
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// What shows on a blank cell, beside the background.
const SHOWS_ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

impl Pen {
    /// The pen of `cell`, as far as the terminal can show it.
    pub(super) fn of(cell: &Cell, capability: Capability) -> Self {
        let mut attributes = cell.modifier;
        if !capability.italics {
            attributes.remove(Modifier::ITALIC);
        }
        Self {
            foreground: Ink::of(cell.fg, capability.colours),
            background: Ink::of(cell.bg, capability.colours),
            attributes,
        }
    }

    /// The same pen without what cannot be seen on a blank cell.
    pub(super) fn on_blank(self) -> Self {
        if self.attributes.intersects(SHOWS_ON_BLANK) {
            return self;
        }
        Self { background: self.background, ..Self::default() }
    }

    /// Erasing under this pen leaves plain blanks (erased cells take the background).
    pub(super) fn erases_plainly(self) -> bool {
        self.on_blank() == Self::default()
    }

    /// Adds to `out` the shortest sequence that turns this pen into `next`.
    pub(super) fn change(self, next: Self, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let stepwise = self.steps_to(next).join(";");
        let mut anew = vec!["0".to_owned()];
        anew.extend(Self::default().steps_to(next));
        let anew = if anew.len() == 1 { String::new() } else { anew.join(";") };
        let shorter = if anew.len() <= stepwise.len() { anew } else { stepwise };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
    }

    fn steps_to(self, next: Self) -> Vec<String> {
        let mut steps = Vec::new();
        let mut held = self.attributes;
        for (attribute, _, end) in ATTRIBUTES {
            if held.contains(attribute) && !next.attributes.contains(attribute) {
                steps.push(end.to_owned());
                for (other, _, same_end) in ATTRIBUTES {
                    if same_end == end {
                        held.remove(other);
                    }
                }
            }
        }
        for (attribute, start, _) in ATTRIBUTES {
            if next.attributes.contains(attribute) && !held.contains(attribute) {
                steps.push(start.to_owned());
            }
        }
        if self.foreground != next.foreground {
            steps.push(next.foreground.parameters(30));
        }
        if self.background != next.background {
            steps.push(next.background.parameters(40));
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(foreground: Ink, attributes: Modifier) -> Pen {
        Pen { foreground, background: Ink::Default, attributes }
    }

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn adds_where_that_is_shorter_and_resets_where_that_is() {
        let plain = Pen::default();
        let bold = pen(Ink::Default, Modifier::BOLD);
        let bold_red = pen(Ink::Basic(1), Modifier::BOLD);
        let busy = pen(Ink::Palette(200), Modifier::BOLD | Modifier::REVERSED);
        assert_eq!(change(plain, plain), "");
        assert_eq!(change(plain, bold), "\x1b[1m");
        assert_eq!(change(bold, bold_red), "\x1b[31m");
        assert_eq!(change(bold_red, plain), "\x1b[m");
        assert_eq!(change(busy, pen(Ink::Basic(1), Modifier::empty())), "\x1b[0;31m");
        assert_eq!(change(busy, pen(Ink::Palette(200), Modifier::REVERSED)), "\x1b[22m");
    }

    #[test]
    fn bold_and_dim_end_together() {
        let both = pen(Ink::Palette(200), Modifier::BOLD | Modifier::DIM);
        assert_eq!(change(both, pen(Ink::Palette(200), Modifier::DIM)), "\x1b[22;2m");
    }

    #[test]
    fn a_blank_keeps_only_what_shows() {
        assert_eq!(pen(Ink::Basic(1), Modifier::BOLD).on_blank(), Pen::default());
        let reversed = pen(Ink::Basic(1), Modifier::REVERSED);
        assert_eq!(reversed.on_blank(), reversed);
        assert!(!reversed.erases_plainly());
    }
}
