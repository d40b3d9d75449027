//! What help does to the browser: listens for its key, brings a part of the page into sight.

use super::announce::in_dialog;
use super::typing::is_composing;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, window};
use yew::prelude::*;

/// F1 anywhere, or a question mark where nothing is being typed; not while a dialog is open.
#[hook]
pub fn use_help_key(on_help: Callback<()>) {
    use_effect_with(on_help, |on_help| {
        let on_help = on_help.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let chord = key.ctrl_key() || key.meta_key() || key.alt_key();
                let wanted = match key.key().as_str() {
                    "F1" => !chord,
                    "?" => !chord && !is_composing(key) && !typing(event.target()),
                    _ => false,
                };
                if wanted && !in_dialog() {
                    event.prevent_default();
                    on_help.emit(());
                }
            })
        });
        move || drop(listener)
    });
}

/// Brings an element into sight once it is there, as quickly as it can: nothing moves.
pub fn show_soon(selector: &'static str) {
    Timeout::new(0, move || {
        if let Some(element) = find(selector) {
            element.scroll_into_view();
        }
    })
    .forget();
}

/// Whether keys make text there. A cell of the grid is a text field: what is typed on it replaces its content.
fn typing(target: Option<web_sys::EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str()))
}

fn find(selector: &str) -> Option<Element> {
    window()?.document()?.query_selector(selector).ok().flatten()
}
