//! The day it is here, by this machine's clock and time zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::PartialDate;

/// The day it is here.
pub fn today() -> PartialDate {
    day_in(time_zone())
}

/// The day it is by this machine's own time zone, whatever the environment says.
pub fn today_of_machine() -> PartialDate {
    day_in(zone_of_machine().unwrap_or(TimeZone::UTC))
}

fn day_in(zone: TimeZone) -> PartialDate {
    let today = Timestamp::now().to_zoned(zone).date();
    let year = u16::try_from(today.year()).unwrap_or_default();
    let month = u8::try_from(today.month()).unwrap_or_default();
    let day = u8::try_from(today.day()).unwrap_or_default();
    // A clock before the year 1 is no clock.
    PartialDate::day_of(year, month, day).unwrap_or(PartialDate::EPOCH)
}

/// The time zone of this machine. Its file says it at once; to know its name as well, all zones would be listed.
fn time_zone() -> TimeZone {
    let is_set = std::env::var_os("TZ").is_some();
    let own = (!is_set).then(zone_of_machine).flatten();
    own.unwrap_or_else(TimeZone::system)
}

fn zone_of_machine() -> Option<TimeZone> {
    let zone = std::fs::read("/etc/localtime").ok()?;
    TimeZone::tzif("", &zone).ok()
}
