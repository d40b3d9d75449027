//! Whether a button of the pointer is held down. What is drawn between its press and its release moves the page from under it: the click
//! would go to something else, or to nothing. So what can wait is drawn after the click.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use web_sys::window;

thread_local! {
    static HELD: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Watches the pointer.
pub fn install() {
    let Some(window) = window() else { return };
    // A finger has both its pointer events behind it when the browser tells of a mouse, and only then moves the focus. Menus and lists
    // of the browser keep the release of what opened them: whoever goes on with keys holds nothing any more.
    for name in ["pointerdown", "mousedown", "pointerup", "mouseup", "pointercancel", "keydown"] {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, name, options, |event| {
            let held = ["pointerdown", "mousedown"].contains(&event.type_().as_str());
            if HELD.replace(held) && !held {
                // The click comes right behind the release.
                Timeout::new(0, || {
                    for wait in WAITING.take() {
                        wait();
                    }
                })
                .forget();
            }
        })
        .forget();
    }
}

/// Does it now, or after the click.
pub fn after_click(act: impl FnOnce() + 'static) {
    if HELD.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(act)));
    } else {
        act();
    }
}
