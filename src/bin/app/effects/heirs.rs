//! The focus of what goes with a drawing, or can no longer have it. Left alone it would fall to the page, and with it every key.

use super::announce;
use super::settled::soon;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

/// Whether nothing has the focus that could do something with a key.
pub fn is_adrift() -> bool {
    announce::nothing_focused() || focused().is_some_and(|element| is_disabled(&element))
}

/// Hands the focus on, when an element of this component loses it to a drawing: to the first of its heirs that can take it.
/// All by their identities.
#[hook]
pub fn use_heirs(wills: &[(&str, &[&str])]) {
    let had = announce::focused();
    let will = had.and_then(|had| wills.iter().find(|(id, _)| *id == had));
    let heirs: Vec<String> =
        will.map(|(_, heirs)| heirs.iter().map(|id| (*id).to_owned()).collect()).unwrap_or_default();
    use_effect(move || {
        if !heirs.is_empty() && is_adrift() {
            hand_on(&heirs);
        }
    });
}

/// Keeps the focus where it is through a drawing that moves what has it; where that can no longer have it, because it came to an
/// end of its list and can move one way only, the first of its heirs has it.
pub fn keep(heirs: [String; 2]) {
    let focused = announce::focused();
    soon(move || {
        let all: Vec<String> = focused.into_iter().chain(heirs).collect();
        hand_on(&all);
    });
}

/// Whether a key was pressed in a field that opens something with Alt and an arrow.
pub fn has_own_arrows(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    field.is_some_and(|field| field.matches("select, input[type=date]").unwrap_or(false))
}

/// Puts the focus on the first of these that can have it.
pub fn hand_on<Id: AsRef<str>>(heirs: &[Id]) {
    let document = window().and_then(|window| window.document());
    let heir = heirs.iter().find_map(|id| {
        let element = document.as_ref()?.get_element_by_id(id.as_ref())?;
        element.dyn_into::<HtmlElement>().ok().filter(|element| !is_disabled(element))
    });
    if let Some(heir) = heir {
        let _ = heir.focus();
    }
}

fn focused() -> Option<Element> {
    window().and_then(|window| window.document()).and_then(|document| document.active_element())
}

pub fn is_disabled(element: &Element) -> bool {
    element.matches(":disabled").unwrap_or(false)
}
