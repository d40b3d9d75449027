//! The clock of the device: which day it is here, what time it is everywhere, and moments as people write them where they
//! live. Knows nothing of what happened then; the library is told, it never asks.

use delegate_roster::codec::snapshot::Moment;
use delegate_roster::exchange::ics::Stamp;
use delegate_roster::language::Language;
use delegate_roster::threshold;
use js_sys::{Date, Object, Reflect};

/// The day it is where the device is; `None` outside the calendar.
pub fn today() -> Option<threshold::Date> {
    let now = Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    threshold::Date::new(year, month, u8::try_from(now.get_date()).ok()?)
}

/// Now, for a file that says when it was made.
pub fn stamp() -> Stamp {
    Stamp(Date::now() as u64)
}

/// The day and the minute, in the device's own time.
pub fn day_and_time(moment: Moment, language: Language) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Without them the browser writes it longer.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let date = Date::new(&(moment.0 as f64).into());
    String::from(date.to_locale_string(language.tag(), &options))
}
