//! Moments as people write them where they live. Knows nothing of what happened then.

use delegate_roster::codec::snapshot::Moment;
use delegate_roster::language::Language;
use js_sys::{Date, Object, Reflect};

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
