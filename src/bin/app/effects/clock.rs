//! The clock of the device: which day it is here, and what time it is everywhere. The library is told, it never asks.

use delegate_roster::exchange::ics::Stamp;
use delegate_roster::threshold::Date;

/// The day it is where the device is; `None` outside the calendar.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Date::new(year, month, u8::try_from(now.get_date()).ok()?)
}

/// Now, for a file that says when it was made.
pub fn stamp() -> Stamp {
    Stamp(js_sys::Date::now() as u64)
}
