//! Whose undo Ctrl+Z asks for: that of a text field, or that of the page.
//!
//! A browser takes back in a field whatever was ever typed there, also what has been handed over long ago; the field would show then
//! what is not in force. So a field that belongs to the scenario, and says so by `data-undo`, keeps its own undo only for what
//! is being typed in it.

use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent, window};

thread_local! {
    /// The field in which something was typed, and what stood in it before.
    static TYPED: RefCell<Option<(HtmlInputElement, String)>> = const { RefCell::new(None) };
}

/// Watches what is typed.
pub fn install() {
    for name in ["beforeinput", "change", "keydown", "focusout"] {
        let Some(window) = window() else { return };
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, name, options, watch).forget();
    }
}

/// Whether a key belongs to an input method, which some browsers say by the number of the key alone.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

fn watch(event: &Event) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if key.key() != "Enter" => {}
        None if event.type_() == "beforeinput" => {
            if !is_typed(&field) {
                let before = field.value();
                TYPED.set(Some((field, before)));
            }
        }
        // It was handed over, or is not being typed in any more.
        _ => TYPED.set(None),
    }
}

fn is_typed(field: &HtmlInputElement) -> bool {
    TYPED.with_borrow(|typed| {
        typed.as_ref().is_some_and(|(other, before)| other == field && field.value() != *before)
    })
}

/// Whether Ctrl+Z in this element takes back what was typed there.
pub fn keeps_undo(element: &HtmlElement) -> bool {
    match element.tag_name().as_str() {
        // The active cell of the grid is a field from the start.
        "INPUT" if element.class_list().contains("cell-input") => element.has_attribute("data-typing"),
        "INPUT" if element.has_attribute("data-undo") => {
            // What was refused stays in its field: that comes first.
            let refused = element.get_attribute("aria-invalid").is_some_and(|value| value == "true");
            refused || element.dyn_ref::<HtmlInputElement>().is_some_and(is_typed)
        }
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "checkbox" | "radio" | "range" | "file")
        }
        name => name == "TEXTAREA",
    }
}
