//! Any text searched for dates, on any day.
#![no_main]

use chancery::model::PartialDate;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

// The text comes first, so that plain files serve as seeds: their last bytes are then the day.
fuzz_target!(|bytes: &[u8]| {
    let (text, day) = bytes.split_at(bytes.len().saturating_sub(4));
    let Ok(text) = str::from_utf8(text) else { return };
    let &[high, low, month, day] = day else { return promises::dated(text, None) };
    let year = u16::from_be_bytes([high, low]) % 9999 + 1;
    let anchors = [
        PartialDate::day_of(year, month % 13, day % 32),
        PartialDate::month_of(year, month % 13),
        PartialDate::year_only(year),
    ];
    for anchor in anchors {
        promises::dated(text, anchor);
    }
});
