//! Whose undo Ctrl+Z asks for: that of a text field, or that of the page.
//!
//! A browser takes back in a field whatever was ever typed there, also what has been handed over long ago; the field would show then
//! what is not in force. So a field that belongs to the scenario says by `data-undo` what is, and keeps its own undo only as long as
//! something else stands in it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

/// Whether a key belongs to an input method, which some browsers say by the number of the key alone.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether Ctrl+Z in this element takes back what was typed there.
pub fn keeps_undo(element: &HtmlElement) -> bool {
    match element.tag_name().as_str() {
        // The active cell of the grid is a field from the start.
        "INPUT" if element.class_list().contains("cell-input") => element.has_attribute("data-typing"),
        "INPUT" if element.has_attribute("data-undo") => {
            let held = element.get_attribute("data-undo");
            element.dyn_ref::<HtmlInputElement>().is_some_and(|field| held != Some(field.value()))
        }
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "checkbox" | "radio" | "range" | "file")
        }
        name => name == "TEXTAREA",
    }
}
