//! Printing what the page shows; the style sheet leaves the screen's furniture out.

use delegate_roster::threshold::Date;
use gloo_events::EventListener;
use web_sys::window;
use yew::prelude::*;

/// Opens the browser's print dialog. A browser that refuses leaves everything as it was.
pub fn page() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The day on which the page is printed: it may have been opened long before.
#[hook]
pub fn use_day_of_printing(today: fn() -> Option<Date>) -> Option<Date> {
    let day = use_state_eq(today);
    use_effect_with((), {
        let day = day.setter();
        move |()| {
            let listener =
                window().map(|window| EventListener::new(&window, "beforeprint", move |_| day.set(today())));
            move || drop(listener)
        }
    });
    *day
}
