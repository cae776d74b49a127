//! What a program may send to a terminal, and whether it has put everything back.
//!
//! The list is an allow-list: a sequence that is not on it is a fault, whatever it does.

/// Private modes that are on in a fresh terminal.
const ON_BY_DEFAULT: [u16; 2] = [7, 25];
/// Private modes that may be switched.
const MODES: [u16; 10] = [7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026];

/// Everything in `output` that no program of ours may send.
pub(crate) fn faults(output: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut rest = match std::str::from_utf8(output) {
        Ok(text) => text,
        Err(error) => return vec![format!("invalid UTF-8: {error}")],
    };
    while let Some(letter) = rest.chars().next() {
        if let Some(sequence) = rest.strip_prefix("\x1b[") {
            let end = sequence.find(|c: char| ('@'..='~').contains(&c)).unwrap_or(0);
            let (parameters, after) = sequence.split_at(end);
            let last = after.chars().next().unwrap_or('\0');
            if !is_allowed(parameters, last) {
                faults.push(format!("CSI {parameters}{last}"));
            }
            rest = after.get(1..).unwrap_or_default();
            continue;
        }
        if let Some((payload, after)) =
            rest.strip_prefix("\x1b]52;c;").and_then(|rest| rest.split_once('\x07'))
        {
            // A text for the clipboard, which nothing of it can leave.
            let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
            if !payload.chars().all(is_base64) {
                faults.push(format!("OSC 52 {payload}"));
            }
            rest = after;
            continue;
        }
        if is_hidden(letter) {
            faults.push(format!("U+{:04X}", u32::from(letter)));
        }
        rest = &rest[letter.len_utf8()..];
    }
    faults
}

fn is_allowed(parameters: &str, last: char) -> bool {
    let numbers = |most: usize| {
        parameters.split(';').count() <= most
            && parameters.chars().all(|c| c.is_ascii_digit() || c == ';')
    };
    match last {
        'H' | 'r' => numbers(2),
        'm' => numbers(usize::MAX),
        'A' | 'B' | 'C' | 'D' | 'G' | 'd' | 'X' | 'K' | 'J' | 'L' | 'M' | 'P' | 'S' | 'T' | '@' => {
            numbers(1)
        }
        'h' | 'l' => parameters
            .strip_prefix('?')
            .and_then(|mode| mode.parse().ok())
            .is_some_and(|mode| MODES.contains(&mode)),
        _ => false,
    }
}

fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\r' | '\n'))
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
            | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Modes, attributes and regions that `output` has changed and not put back.
pub(crate) fn left_on(output: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(output);
    let mut modes = std::collections::BTreeMap::new();
    let (mut pen, mut region) = ("", "");
    for sequence in text.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| ('@'..='~').contains(&c)).unwrap_or(0);
        let (parameters, after) = sequence.split_at(end);
        match (parameters.strip_prefix('?').map(str::parse::<u16>), after.chars().next()) {
            (Some(Ok(mode)), Some(switch)) => {
                modes.insert(mode, switch == 'h');
            }
            (None, Some('m')) => pen = parameters.trim_start_matches('0'),
            (None, Some('r')) => region = parameters,
            _ => {}
        }
    }
    modes.retain(|mode, on| *on != ON_BY_DEFAULT.contains(mode));
    let mut left: Vec<String> = modes.iter().map(|(mode, on)| format!("?{mode} {on}")).collect();
    left.extend((!pen.is_empty()).then(|| format!("pen {pen}")));
    left.extend((!region.is_empty()).then(|| format!("region {region}")));
    left
}
