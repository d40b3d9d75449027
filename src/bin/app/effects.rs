//! What the page does besides drawing: watches the state and acts on the browser. Never edits a scenario.

pub mod announce;
pub mod autosave;
pub mod choices;
pub mod clipboard;
pub mod clock;
pub mod collation;
pub mod crash;
pub mod download;
pub mod dropping;
pub mod files;
pub mod heirs;
pub mod help;
pub mod leaving;
pub mod library;
pub mod location;
pub mod net;
pub mod offline;
pub mod pressed;
pub mod print;
pub mod raster;
pub mod resized;
pub mod rest;
pub mod settled;
pub mod storage;
pub mod typing;
pub mod work;
pub mod workbook;
pub mod worker;

use yew::BaseComponent;

/// Puts the application in place of the static note of `index.html`.
pub fn mount<App: BaseComponent>(props: App::Properties) {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_inner_html("");
        yew::Renderer::<App>::with_root_and_props(root, props).render();
        // With what it learns from its own measures, before the browser lays it out for the eye.
        settled::settle();
    }
}
