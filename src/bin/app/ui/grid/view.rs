//! The window of the grid: which rows exist in the page, and how the screen follows the hand.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

/// Rows kept ready above and below the screen.
const OVERSCAN: usize = 8;
/// The window moves in steps, so that scrolling does not render for every pixel.
const STEP: usize = 4;
/// For printing every row is put into the page, up to this many.
const PRINTED: usize = 3_000;

/// The rows in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: usize,
    pub count: usize,
    /// Rows that fit on the screen.
    pub page: usize,
}

impl Span {
    /// The heights, in pixels, of what is not in the page before and after.
    pub fn padding(&self, rows: usize, row_height: usize) -> (usize, usize) {
        let last = (self.first + self.count).min(rows);
        (self.first.min(rows) * row_height, (rows - last) * row_height)
    }
}

/// The span of the scrolling element, kept up to date.
#[hook]
pub fn use_span(scroller: &NodeRef, rows: usize, row_height: usize) -> Span {
    let top = use_state_eq(|| 0usize);
    let page = use_state_eq(|| 24usize);
    let printing = use_state_eq(|| false);
    use_effect_with(scroller.clone(), {
        let (top, page, printing) = (top.clone(), page.clone(), printing.clone());
        move |scroller: &NodeRef| {
            let measure = {
                let scroller = scroller.clone();
                move || {
                    let Some(element) = scroller.cast::<Element>() else { return };
                    let first = usize::try_from(element.scroll_top()).unwrap_or(0) / row_height;
                    top.set(first - first % STEP);
                    page.set((usize::try_from(element.client_height()).unwrap_or(0) / row_height).max(4));
                }
            };
            measure();
            let mut listeners = Vec::new();
            if let Some(element) = scroller.cast::<Element>() {
                let measure = measure.clone();
                listeners.push(EventListener::new(&element, "scroll", move |_| measure()));
            }
            if let Some(window) = window() {
                let print = |value: bool| {
                    let printing = printing.clone();
                    move |_: &web_sys::Event| printing.set(value)
                };
                listeners.push(EventListener::new(&window, "beforeprint", print(true)));
                listeners.push(EventListener::new(&window, "afterprint", print(false)));
                listeners.push(EventListener::new(&window, "resize", move |_| measure()));
            }
            move || drop(listeners)
        }
    });
    if *printing {
        return Span { first: 0, count: rows.min(PRINTED), page: *page };
    }
    let first = top.saturating_sub(OVERSCAN).min(rows.saturating_sub(1));
    let first = first - first % STEP;
    Span { first, count: (*page + 2 * OVERSCAN + STEP).min(rows - first.min(rows)), page: *page }
}

/// Scrolls so that a row is fully in sight, between heading and totals.
pub fn reveal(scroller: &NodeRef, row: usize, row_height: usize) {
    let Some(element) = scroller.cast::<Element>() else { return };
    let top = i32::try_from(row * row_height).unwrap_or(i32::MAX);
    let height = i32::try_from(row_height).unwrap_or(0);
    // Heading and totals cover a row each.
    let room = element.client_height() - 3 * height;
    if top < element.scroll_top() {
        element.set_scroll_top(top);
    } else if top > element.scroll_top() + room {
        element.set_scroll_top(top - room);
    }
}

/// Puts the focus on the active cell; unless a text is being typed, the whole text is selected, so typing replaces it.
/// `None` where the cell is not in the page yet.
pub fn focus_active(scroller: &NodeRef, typing: bool) -> Option<()> {
    let cell = scroller.cast::<Element>()?.query_selector("td.active").ok().flatten()?;
    let field = cell.query_selector("input").ok().flatten();
    let element = field.clone().unwrap_or(cell).dyn_into::<HtmlElement>().ok()?;
    let focused = window()?.document()?.active_element();
    if focused.as_ref() != Some(element.as_ref()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok()?;
        follow_sideways(scroller, &element);
    }
    if let Some(input) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        && !typing
    {
        input.select();
    }
    Some(())
}

/// Scrolls sideways so that the active cell is not under the fixed columns.
fn follow_sideways(scroller: &NodeRef, target: &HtmlElement) {
    let (Some(view), Ok(Some(cell))) = (scroller.cast::<Element>(), target.closest("td")) else { return };
    let (outer, inner) = (view.get_bounding_client_rect(), cell.get_bounding_client_rect());
    let fixed = view.query_selector("thead .col-name").ok().flatten().map_or(0.0, |head| {
        let name = head.get_bounding_client_rect();
        if cell.class_list().contains("col-name") { 0.0 } else { name.right() - outer.left() }
    });
    if inner.right() > outer.right() {
        view.set_scroll_left(view.scroll_left() + (inner.right() - outer.right()) as i32 + 2);
    } else if inner.left() < outer.left() + fixed {
        view.set_scroll_left(view.scroll_left() - (outer.left() + fixed - inner.left()) as i32 - 2);
    }
}
