//! Leaving the page. Where something would be lost the browser asks first, in words of its own: no page may have its say there.

use gloo_events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, window};
use yew::prelude::*;

thread_local! {
    static GIVEN_UP: Cell<bool> = const { Cell::new(false) };
}

/// Has the browser ask for as long as so many things would be lost. With nothing to lose nobody listens: a page that might ask is
/// not kept ready to go back to.
#[hook]
pub fn use_leaving(lost: usize) {
    use_effect_with(lost > 0, |asks| {
        let listener = window().filter(|_| *asks).map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                if GIVEN_UP.get() {
                    return;
                }
                event.prevent_default();
                // Older browsers ask only where there is a value, whichever.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("lost");
                }
            })
        });
        move || drop(listener)
    });
}

/// Loads the page anew; where something would be lost the browser asks.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Loads the page anew when somebody has chosen on the page to give up what would be lost.
pub fn give_up() {
    GIVEN_UP.set(true);
    reload();
}
