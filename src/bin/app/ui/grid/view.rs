//! The window of the grid: which rows exist in the page, and how the screen follows the hand. Asks the browser for no
//! measure while a change is on its way: each such question makes it lay the table out once more.

use crate::effects::resized::resized;
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
/// What else is on a wide screen, and the least height of the table with its frame, in pixels, as in the style sheet.
const OTHERS: f64 = 21.0 * 16.0;
const LEAST: f64 = 20.0 * 16.0;
const FRAME: f64 = 2.0;
/// The fewest rows that a page counts, for the keys that turn one.
const FEWEST: usize = 4;
/// For printing every row is put into the page, up to this many.
pub const PRINTED: usize = 3_000;

/// The rows in the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub first: usize,
    pub count: usize,
}

/// What the scrolling element last said of itself, in pixels, and what was drawn by that.
#[derive(Debug)]
pub struct Sight {
    row_height: usize,
    top: Cell<i32>,
    /// As expected on a wide screen until it is measured: where that is right nothing is drawn a second time.
    height: Cell<i32>,
    measured: Cell<bool>,
    /// How much higher the heading is than a row.
    heading: Cell<i32>,
    printing: Cell<bool>,
    /// How many rows the table has, which of them were drawn, and how many made a page then.
    rows: Cell<usize>,
    drawn: Cell<(Span, usize)>,
}

impl Sight {
    fn new(row_height: usize) -> Self {
        let window =
            window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
        let height = (window.unwrap_or(0.0) - OTHERS).max(LEAST) - FRAME;
        Self {
            row_height,
            top: Cell::new(0),
            height: Cell::new(height as i32),
            measured: Cell::new(false),
            heading: Cell::new(0),
            printing: Cell::new(false),
            rows: Cell::new(0),
            drawn: Cell::default(),
        }
    }

    fn measure(&self, element: &Element) {
        self.top.set(element.scroll_top());
        self.height.set(element.client_height());
        let heading = element.query_selector("thead").ok().flatten().map_or(0, |head| head.client_height());
        self.heading.set((heading - i32::try_from(self.row_height).unwrap_or(0)).max(0));
        self.measured.set(true);
    }

    fn in_rows(&self, pixels: i32) -> usize {
        usize::try_from(pixels).unwrap_or(0) / self.row_height
    }

    /// How many rows fit on the screen.
    pub fn page(&self) -> usize {
        self.in_rows(self.height.get()).max(FEWEST)
    }

    /// Where the screen has to be for a row to be fully in sight.
    fn with_row(&self, row: usize, covered: usize) -> i32 {
        let pixels = |rows: usize| i32::try_from(rows * self.row_height).unwrap_or(i32::MAX);
        let (top, room) = (pixels(row), self.height.get() - pixels(covered) - self.heading.get());
        let seen = top.clamp(self.top.get(), self.top.get().saturating_add(room.max(0)));
        self.top.get() + top - seen
    }

    /// The rows to be in the page, `going` to one that will be in sight and the rows that cover it: so what the screen is to show is
    /// drawn before it scrolls there, and once.
    pub fn span(&self, rows: usize, going: Option<(usize, usize)>) -> Span {
        self.rows.set(rows);
        let top = going.map_or(self.top.get(), |(row, covered)| self.with_row(row, covered));
        let span = self.around(top);
        self.drawn.set((span, self.page()));
        span
    }

    fn around(&self, top: i32) -> Span {
        let rows = self.rows.get();
        if self.printing.get() {
            return Span { first: 0, count: rows.min(PRINTED) };
        }
        if rows <= WHOLE {
            return Span { first: 0, count: rows };
        }
        let first = self.in_rows(top).saturating_sub(OVERSCAN).min(rows - 1);
        // The first and the last are seen in part.
        Span { first, count: (self.page() + 1 + 2 * OVERSCAN).min(rows - first) }
    }

    fn is_drawn(&self) -> bool {
        self.drawn.get() == (self.around(self.top.get()), self.page())
    }
}

/// What is in sight of the scrolling element, drawn anew when other rows are.
#[hook]
pub fn use_sight(scroller: &NodeRef, row_height: usize) -> Rc<Sight> {
    let sight = use_memo(row_height, |row_height| Sight::new(*row_height));
    let draw = use_force_update();
    use_effect_with(scroller.clone(), {
        let sight = sight.clone();
        move |scroller: &NodeRef| {
            let look = {
                let (scroller, sight, draw) = (scroller.clone(), sight.clone(), draw.clone());
                move || {
                    let Some(element) = scroller.cast::<Element>() else { return };
                    sight.measure(&element);
                    if !sight.is_drawn() {
                        draw.force_update();
                    }
                }
            };
            let element = scroller.cast::<Element>();
            let scrolled = element.as_ref().map(|element| {
                let look = look.clone();
                EventListener::new(element, "scroll", move |_| look())
            });
            let resized = element.as_ref().and_then(|element| resized(element, look));
            let print = |name: &'static str, printing: bool| {
                let (sight, draw) = (sight.clone(), draw.clone());
                window().map(|window| {
                    EventListener::new(&window, name, move |_| {
                        sight.printing.set(printing);
                        draw.force_update();
                    })
                })
            };
            let listeners = (scrolled, resized, print("beforeprint", true), print("afterprint", false));
            move || drop(listeners)
        }
    });
    sight
}

/// Scrolls so that a row is fully in sight, between heading and totals, which with itself take the height of so many rows.
pub fn reveal(scroller: &NodeRef, sight: &Sight, row: usize, covered: usize) {
    let Some(element) = scroller.cast::<Element>() else { return };
    if !sight.measured.get() {
        sight.measure(&element);
    }
    let top = sight.with_row(row, covered);
    if top != sight.top.get() {
        element.set_scroll_top(top);
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

/// Without scrolling: where the screen goes is `reveal`'s to say, and `show`'s.
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
            show(&element);
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
        show(&cell);
    }
}

/// Scrolls the page as far as needed: what is in sight of the table may still be below the edge of the window.
fn show(element: &HtmlElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
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
