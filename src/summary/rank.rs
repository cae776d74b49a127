//! The importance of lines over a whole page: the best line first, but no section speaks alone.

use std::cmp::Reverse;

use super::entries::Entry;

/// Every line that a section has already makes its next one worth so much less.
const CROWDED: i64 = 140;
/// The first line of a section that is open at first is worth so much more: each has something on the first screen.
const OPENING: i64 = 400;

/// Numbers the lines of a page, the most important 0. Within a section the better line comes first. Linear in the lines
/// times the sections.
pub(super) fn number(entries: &mut [Entry]) {
    let mut queues: Vec<Vec<usize>> = Vec::new();
    let mut kinds = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let known = kinds.iter().position(|kind| *kind == entry.section);
        if let Some(queue) = known.and_then(|known| queues.get_mut(known)) {
            queue.push(place);
        } else {
            kinds.push(entry.section);
            queues.push(vec![place]);
        }
    }
    for queue in &mut queues {
        queue.sort_by_key(|&place| {
            entries.get(place).map(|entry| (Reverse(entry.points), entry.order))
        });
    }
    let mut taken = vec![0_usize; queues.len()];
    for rank in 0..entries.len() {
        let heads =
            queues.iter().zip(&taken).enumerate().filter_map(|(section, (queue, &taken))| {
                let entry = entries.get(*queue.get(taken)?)?;
                let crowd = i64::try_from(taken).unwrap_or(i64::MAX).saturating_mul(CROWDED);
                let opens = taken == 0 && !entry.section.is_folded();
                let crowd = if opens { -OPENING } else { crowd };
                Some((section, entry.points.saturating_sub(crowd), entry.section))
            });
        let Some((section, ..)) = heads.min_by_key(|(_, points, kind)| (Reverse(*points), *kind))
        else {
            return;
        };
        let place = queues
            .get(section)
            .zip(taken.get(section))
            .and_then(|(queue, &taken)| queue.get(taken));
        if let Some(entry) = place.and_then(|&place| entries.get_mut(place)) {
            entry.line.rank = rank;
        }
        if let Some(taken) = taken.get_mut(section) {
            *taken += 1;
        }
    }
}
