//! Catches the focus of what goes with a drawing and named no heir (`heirs`): something near has it then, and no key falls to the page.

use super::announce;
use super::heirs::{is_adrift, is_disabled};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node, window};

/// What can have the focus.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/// By then everybody who has a place for the focus has put it there.
const SOON: u32 = 50;

thread_local! {
    /// The element that had the focus last, and what it stood in, from the inside out.
    static PATH: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Spreads it: after every press and every key it is looked whether something fell.
pub fn install() {
    let Some(window) = window() else { return };
    let listen = |name: &'static str, hear: fn(&Event)| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, name, options, hear).forget();
    };
    listen("focusin", remember);
    for name in ["click", "keyup"] {
        listen(name, look);
    }
}

fn remember(event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    PATH.set(std::iter::successors(element, |element| element.parent_element()).collect());
}

fn look(_: &Event) {
    Timeout::new(SOON, catch).forget();
}

#[inline(never)]
fn catch() {
    if !is_adrift() {
        return;
    }
    let path = PATH.take();
    let Some((lost, around)) = path.split_first() else { return };
    // Somebody put it down who pressed beside everything.
    if lost.is_connected() && !is_disabled(lost) && is_seen(lost) {
        return;
    }
    let whole = |element: &&Element| !element.class_list().contains("page");
    match around
        .iter()
        .take_while(whole)
        .filter(|element| element.is_connected())
        .find_map(|near| nearest(near, lost))
    {
        Some(near) => {
            let _ = near.focus();
        }
        None => announce::focus_id("main-content"),
    }
}

/// The first in an element that can have the focus, behind what lost it if that is still there.
fn nearest(around: &Element, lost: &Element) -> Option<HtmlElement> {
    let all = around.query_selector_all(FOCUSABLE).ok()?;
    let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
    let able: Vec<HtmlElement> = all.filter(|one| !is_disabled(one) && is_seen(one)).collect();
    let behind =
        |one: &&HtmlElement| lost.compare_document_position(one) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
    let next = if lost.is_connected() { able.iter().find(behind) } else { None };
    next.or_else(|| able.first()).cloned()
}

fn is_seen(element: &Element) -> bool {
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.offset_parent().is_some())
}
