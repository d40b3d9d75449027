//! Which option a list shows. A browser goes by the mark of an option until somebody has chosen one, and by that choice from then
//! on, even where undo has moved the mark to another.

use super::settled::settle;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, window};
use yew::prelude::*;

/// Has every list show the marked option again after each change of the scenario.
#[hook]
pub fn use_choices(revision: u32) {
    use_effect_with(revision, |_| {
        let later = Timeout::new(0, || {
            settle();
            show();
        });
        move || drop(later)
    });
}

fn show() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Ok(marked) = document.query_selector_all("option[selected]") else { return };
    for option in (0..marked.length()).filter_map(|at| marked.item(at)) {
        let Ok(option) = option.dyn_into::<Element>() else { continue };
        let list = option.closest("select").ok().flatten();
        let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) else { continue };
        let place = (0..list.length()).find(|at| list.item(*at).is_some_and(|one| one == option));
        if let Some(place) = place.and_then(|at| i32::try_from(at).ok())
            && list.selected_index() != place
        {
            list.set_selected_index(place);
        }
    }
}
