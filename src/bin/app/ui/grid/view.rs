//! The window of the grid: which rows exist in the page, and how the screen follows the hand. Asks the browser for no
//! measure while a change is on its way: each such question makes it lay the table out once more.

use gloo_events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

/// Rows kept ready above and below the screen: each costs every entry as much as one that is seen.
const OVERSCAN: usize = 3;
/// A table of so few rows is in the page whole: moving a window over it would save nothing that is felt.
const WHOLE: usize = 32;
/// The window moves in steps, so that scrolling does not render for every pixel.
const STEP: usize = 4;
/// What else is on a wide screen, and the least height of the table with its frame, in pixels, as in the style sheet.
const OTHERS: f64 = 21.0 * 16.0;
const LEAST: f64 = 20.0 * 16.0;
const FRAME: usize = 2;
/// For printing every row is put into the page, up to this many.
pub const PRINTED: usize = 3_000;

/// The rows in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: usize,
    pub count: usize,
    /// Rows that fit on the screen.
    pub page: usize,
}

/// What the scrolling element last said of itself, in pixels.
#[derive(Debug, Default)]
pub struct Sight {
    top: Cell<i32>,
    height: Cell<i32>,
}

/// Rows that will fit, before there is anything to measure: as the style sheet has it on a wide screen. Where it was right nothing is
/// drawn a second time.
fn expected(row_height: usize) -> usize {
    let height = window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
    (height.map_or(0.0, |height| height - OTHERS).max(LEAST) as usize - FRAME) / row_height
}

/// The span of the scrolling element, kept up to date, and what is in sight of it.
#[hook]
pub fn use_span(scroller: &NodeRef, rows: usize, row_height: usize) -> (Span, Rc<Sight>) {
    let sight = use_memo((), |()| Sight::default());
    let top = use_state_eq(|| 0usize);
    let page = use_state_eq(|| expected(row_height));
    let printing = use_state_eq(|| false);
    // A table that has become shorter or longer may have another height.
    use_effect_with((scroller.clone(), rows), {
        let (top, page, printing, sight) = (top.clone(), page.clone(), printing.clone(), sight.clone());
        move |(scroller, _): &(NodeRef, usize)| {
            let measure = {
                let scroller = scroller.clone();
                move || {
                    let Some(element) = scroller.cast::<Element>() else { return };
                    sight.top.set(element.scroll_top());
                    sight.height.set(element.client_height());
                    let first = usize::try_from(sight.top.get()).unwrap_or(0) / row_height;
                    top.set(first - first % STEP);
                    page.set((usize::try_from(sight.height.get()).unwrap_or(0) / row_height).max(4));
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
        return (Span { first: 0, count: rows.min(PRINTED), page: *page }, sight);
    }
    if rows <= WHOLE {
        return (Span { first: 0, count: rows, page: *page }, sight);
    }
    let first = top.saturating_sub(OVERSCAN).min(rows.saturating_sub(1));
    let first = first - first % STEP;
    let count = (*page + 2 * OVERSCAN + STEP).min(rows - first.min(rows));
    (Span { first, count, page: *page }, sight)
}

/// Scrolls so that a row is fully in sight, between heading and totals, which with itself take the height of so many rows.
pub fn reveal(scroller: &NodeRef, sight: &Sight, row: usize, row_height: usize, covered: i32) {
    let top = i32::try_from(row * row_height).unwrap_or(i32::MAX);
    let height = i32::try_from(row_height).unwrap_or(0);
    let room = sight.height.get() - covered * height;
    let wanted = top.clamp(sight.top.get(), sight.top.get().saturating_add(room.max(0)));
    if wanted != top
        && let Some(element) = scroller.cast::<Element>()
    {
        element.set_scroll_top(sight.top.get() + top - wanted);
        sight.top.set(element.scroll_top());
    }
}

/// Takes the focus from the cell that the hand leaves to the table, while that is still laid out: taking a focused field out
/// of the page would make the browser lay out all that has changed before it can say so. The table gets the keys that come
/// before the next cell is drawn.
pub fn let_go(scroller: &NodeRef) {
    let Some(view) = scroller.cast::<Element>() else { return };
    let held = view.query_selector("td.active:focus, td.active input:focus").ok().flatten();
    let table = held.and_then(|_| view.query_selector("table").ok().flatten());
    if let Some(Ok(table)) = table.map(|table| table.dyn_into::<HtmlElement>()) {
        focus(&table);
    }
}

/// Without scrolling: where the screen goes is `reveal`'s to say.
fn focus(element: &HtmlElement) -> Option<()> {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok()
}

/// Puts the focus on the active cell, and brings it into sight sideways if `follow`; unless a text is being typed, the whole text
/// is selected, so typing replaces it. `None` where the cell is not in the page yet.
pub fn focus_active(scroller: &NodeRef, typing: bool, follow: bool) -> Option<()> {
    let cell = scroller.cast::<Element>()?.query_selector("td.active").ok().flatten()?;
    let field = cell.query_selector("input").ok().flatten();
    let element = field.clone().unwrap_or(cell).dyn_into::<HtmlElement>().ok()?;
    let focused = window()?.document()?.active_element();
    if focused.as_ref() != Some(element.as_ref()) {
        focus(&element)?;
        if follow {
            follow_sideways(scroller, &element);
        }
    }
    if let Some(input) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        && !typing
    {
        input.select();
    }
    Some(())
}

/// Scrolls sideways, and the page, so that the active cell is in sight, without giving it the focus.
pub fn follow_active(scroller: &NodeRef) {
    let cell = scroller.cast::<Element>().and_then(|view| view.query_selector("td.active").ok().flatten());
    if let Some(Ok(cell)) = cell.map(|cell| cell.dyn_into::<HtmlElement>()) {
        follow_sideways(scroller, &cell);
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        cell.scroll_into_view_with_scroll_into_view_options(&options);
    }
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
