//! Small things done to the document: its title, the focus, shortcuts that hold everywhere.

use super::location;
use super::settled::soon;
use super::typing::keeps_undo;
use crate::place::Place;
use delegate_roster::language::Language;
use delegate_roster::text::{Key, Msg, say};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, window};
use yew::UseStateHandle;

/// The title of the tab: the scenario's, then the product's.
pub fn set_document_title(language: Language, title: &str) {
    let product = say(language, &Msg::Key(Key::AppName));
    let text = if title.is_empty() { product.into_owned() } else { format!("{title} · {product}") };
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(&text);
    }
}

/// Goes to the allocation step and puts the focus on one of its settings, once it is there.
pub fn focus(id: &'static str, place: &UseStateHandle<Place>) {
    focus_at(Place::Allocation, id.to_owned(), place);
}

/// Goes to a step and puts the focus on an element of it, once it is there.
pub fn focus_at(step: Place, id: String, place: &UseStateHandle<Place>) {
    open(step, place);
    focus_soon(id);
}

/// Goes to a step. The address goes along: a press on the step that was left must lead somewhere.
pub fn open(step: Place, place: &UseStateHandle<Place>) {
    place.set(step);
    location::replace(step);
}

/// Puts the focus on an element that the next drawing brings, moves or keeps.
pub fn focus_soon(id: String) {
    soon(move || focus_id(&id));
}

/// Puts the focus on the field of a text that was refused, which the next drawing brings, also where it lies in what is folded up; tells
/// whether there is one.
pub fn reach_soon(id: String, told: impl FnOnce(bool) + 'static) {
    soon(move || {
        let found = window().and_then(|w| w.document()).and_then(|document| {
            // What it is kept under is the identity of the field, unless the field says otherwise.
            let told = || document.query_selector(&format!("[data-kept='{id}']")).ok().flatten();
            document.get_element_by_id(&id).or_else(told)
        });
        let mut around = found.clone();
        while let Some(element) = around {
            if element.tag_name() == "DETAILS" {
                let _ = element.set_attribute("open", "");
            }
            around = element.parent_element();
        }
        if let Some(field) = found.as_ref().and_then(|found| found.dyn_ref::<HtmlElement>()) {
            let _ = field.focus();
        }
        told(found.is_some());
    });
}

/// Puts the focus on a field that the next drawing brings, with its text selected.
pub fn select_soon(id: String) {
    soon(move || {
        focus_id(&id);
        let field = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(&id));
        if let Some(Ok(field)) = field.map(|field| field.dyn_into::<HtmlInputElement>()) {
            field.select();
        }
    });
}

/// Marks the text of the field that has the focus.
pub fn select_focused() {
    let element = window().and_then(|w| w.document()).and_then(|d| d.active_element());
    if let Some(Ok(field)) = element.map(|element| element.dyn_into::<HtmlInputElement>()) {
        field.select();
    }
}

/// The element that has the focus, by its identity.
pub fn focused() -> Option<String> {
    let element = window().and_then(|w| w.document()).and_then(|d| d.active_element())?;
    Some(element.id()).filter(|id| !id.is_empty())
}

/// Puts the focus on an element.
pub fn focus_id(id: &str) {
    let element = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(Ok(element)) = element.map(|element| element.dyn_into::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Whether nothing on the page has the focus.
pub fn nothing_focused() -> bool {
    let focused = window().and_then(|w| w.document()).and_then(|d| d.active_element());
    focused.is_none_or(|element| element.tag_name() == "BODY")
}

/// Listens for Ctrl or Command with a letter; `handle` gets the letter and whether Shift is down, and says whether
/// it took the key. A text field in which something was typed keeps its own undo.
pub fn on_shortcut(handle: impl Fn(&str, bool) -> bool + 'static) -> Option<EventListener> {
    let window = window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let in_text = target.is_some_and(|element| keeps_undo(&element));
        let wanted = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !in_text;
        if wanted && handle(&event.key().to_ascii_lowercase(), event.shift_key()) {
            event.prevent_default();
        }
    }))
}

/// Whether a dialog is open: what is behind it nobody can see change.
pub fn in_dialog() -> bool {
    let document = window().and_then(|window| window.document());
    document
        .is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}
