//! What the reader corrected, read out of a journal without most of its lines. Knows nothing of folders.

use std::io::{self, BufRead};

use aho_corasick::AhoCorasick;

use super::event::{Event, Parsed, parse};

/// What stands in a line that corrects a brief or gives it another id. Few lines of years of reading do.
const OF_CORRECTIONS: [&str; 6] =
    ["title\"", "date\"", "countries\"", "not_related\"", "not_copy\"", "moved\""];

/// Within so many bytes a line names its action, behind its version and its place in the order of all events.
const HEAD: usize = 96;

/// The action of a line that tells of briefs seen for the first time.
const SEEN: &[u8] = b"\"seen\":";

/// Reads those lines that can tell what the reader corrected, in a fraction of the time that all of them take.
///
/// # Errors
/// Those of the file.
pub(super) fn read(mut journal: impl BufRead) -> io::Result<Vec<Event>> {
    let telling = AhoCorasick::new(OF_CORRECTIONS).map_err(io::Error::other)?;
    let (mut events, mut line) = (Vec::new(), Vec::new());
    loop {
        if tells_of_arrivals(journal.fill_buf()?) {
            journal.skip_until(b'\n')?;
            continue;
        }
        line.clear();
        journal.read_until(b'\n', &mut line)?;
        // What stands behind the last line feed is being written, or was torn.
        let Some(whole) = line.strip_suffix(b"\n") else { return Ok(events) };
        if telling.is_match(whole)
            && let Parsed::Event(event) | Parsed::Partly(event) = parse(whole)
        {
            events.push(event);
        }
    }
}

/// Whether the line that begins here says at its head that it tells of briefs seen for the first time: these are the longest
/// by far.
fn tells_of_arrivals(ahead: &[u8]) -> bool {
    let head = ahead.get(..HEAD).unwrap_or(ahead);
    let head = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    head.windows(SEEN.len()).any(|part| part == SEEN)
}

#[cfg(test)]
mod tests {
    use super::super::event::Action;
    use super::*;
    use crate::model::{Change, Field, Moment};
    use crate::store::clock::Tick;

    #[test]
    fn corrections_are_found_among_all_other_lines() {
        let change = |field| vec![Change { id: "p".into(), field }];
        let actions = [
            Action::Seen { moment: Moment(4), ids: vec!["p".into()] },
            Action::Set(change(Field::Title(Some("A visit".to_owned())))),
            Action::Set(change(Field::Read(true))),
            Action::Set(change(Field::Date(None))),
            Action::Set(change(Field::Countries(None))),
            Action::Set(change(Field::NotRelated(true))),
            Action::Set(change(Field::NotCopy(true))),
            Action::Moved(vec![("p".into(), "q".into())]),
            Action::Set(change(Field::Starred(true))),
        ];
        let events = actions.map(|action| Event { at: Tick::default(), action });
        let lines: Vec<u8> =
            events.iter().flat_map(|event| event.to_line().expect("a line")).collect();
        let tells = |event: &Event| match &event.action {
            Action::Set(changes) => changes.iter().any(|change| change.field.is_correction()),
            Action::Moved(_) => true,
            _ => false,
        };
        let telling: Vec<Event> = events.into_iter().filter(tells).collect();
        assert_eq!(read(&*lines).expect("lines in memory"), telling);
        assert_eq!(telling.len(), 6);
    }
}
