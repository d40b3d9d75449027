//! Selecting beyond what is seen: while the pointer that selects is held outside the cells, the grid scrolls towards it, the
//! faster the further away it is, and the selection follows. Ends when the button is let go or the window is left.

use super::ROW_HEIGHT;
use super::cursor::{Cursor, Spot};
use super::hand::{Grip, Hand};
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, window};

/// Milliseconds between two steps.
const PACE: u32 = 40;
/// Pixels from the border of the window that count as beyond it: a window that fills the screen has nothing outside.
const BORDER: f64 = 2.0;

/// A selection that a held pointer makes.
pub struct Reach {
    /// Where it began.
    from: Cursor,
    /// How far it has come outside.
    corner: Option<Spot>,
    /// Whether it began at the number of a row.
    whole_rows: bool,
    /// Where the button went down, and whether the pointer is still there.
    pressed: (i32, i32),
    rests: bool,
    at: (i32, i32),
    /// Runs for as long as the pointer is outside.
    scroll: Option<Interval>,
    _listeners: Vec<EventListener>,
}

/// Where cells are seen, in pixels of the window.
struct View {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// Pixels to scroll in one step for a pointer that is so far away: at most four rows.
pub fn stride(away: f64) -> i32 {
    let most = (4 * ROW_HEIGHT) as f64;
    let step = if away == 0.0 { 0.0 } else { (6.0 + away.abs() / 2.0).min(most) };
    (step * away.signum()) as i32
}

/// How far a place is below or above a range.
fn beyond(at: f64, low: f64, high: f64) -> f64 {
    if at < low { at - low } else { (at - high).max(0.0) }
}

impl Hand {
    /// A press has put the hand somewhere; from there it may reach beyond what is seen.
    pub fn reach_from(&self, from: Cursor, whole_rows: bool, press: &MouseEvent) {
        let Some(window) = window() else { return };
        let on = |name: &'static str, act: fn(&Self, &Event)| {
            let hand = self.clone();
            EventListener::new(&window, name, move |event| act(&hand, event))
        };
        let _listeners = vec![
            on("mousemove", Self::reached),
            on("mouseup", |hand, _| hand.reach_no_more()),
            on("blur", |hand, _| hand.reach_no_more()),
        ];
        let at = (press.client_x(), press.client_y());
        let reach =
            Reach { from, corner: None, whole_rows, pressed: at, rests: true, at, scroll: None, _listeners };
        *self.tools.reach.borrow_mut() = Some(reach);
    }

    /// Whether the pointer that is held has left the place where it went down. What a drawing moves under it is not selected.
    pub fn is_dragged(&self, event: &MouseEvent) -> bool {
        self.tools.reach.borrow_mut().as_mut().is_none_or(|reach| {
            reach.rests &= (event.client_x(), event.client_y()) == reach.pressed;
            !reach.rests
        })
    }

    fn reach_no_more(&self) {
        let ended = self.tools.reach.borrow_mut().take();
        drop(ended);
    }

    fn reached(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        // Let go outside of the window, where nobody said so.
        if event.buttons() & 1 == 0 {
            return self.reach_no_more();
        }
        let mut held = self.tools.reach.borrow_mut();
        let (Some(reach), Some(view)) = (held.as_mut(), self.seen()) else { return };
        reach.at = (event.client_x(), event.client_y());
        if view.away(reach.at) == (0.0, 0.0) {
            (reach.scroll, reach.corner) = (None, None);
        } else if reach.scroll.is_none() {
            let hand = self.clone();
            reach.scroll = Some(Interval::new(PACE, move || {
                let _ = hand.reach_on();
            }));
        }
    }

    /// One step: scrolls, and takes in what has come into sight.
    fn reach_on(&self) -> Option<()> {
        let mut held = self.tools.reach.borrow_mut();
        let Reach { from, corner: last, whole_rows, at, .. } = held.as_mut()?;
        let (view, scroller) = (self.seen()?, self.scroller.cast::<Element>()?);
        let (right, down) = view.away(*at);
        let before = scroller.scroll_top();
        scroller.set_scroll_top(before + stride(down));
        scroller.set_scroll_left(scroller.scroll_left() + stride(right));
        // Where the table goes on below the window, the page follows.
        let rect = scroller.get_bounding_client_rect();
        let hidden = if down > 0.0 { rect.bottom() > window_height() } else { rect.top() < 0.0 };
        if down != 0.0 && hidden && scroller.scroll_top() == before {
            window()?.scroll_by_with_x_and_y(0.0, stride(down).into());
        }
        let corner = self.cell_near(&view, *at)?;
        let corner = Spot { col: if *whole_rows { from.corner.col } else { corner.col }, ..corner };
        if last.replace(corner) != Some(corner) {
            // This hand is the one that pressed: it does not know the cursor of now, and need not.
            *self.grip.borrow_mut() = Grip::Marking;
            self.cursor.set(Cursor { corner, ..from.clone() });
        }
        Some(())
    }

    /// Where cells are seen: inside of the headings and the totals, and of the window.
    fn seen(&self) -> Option<View> {
        let scroller = self.scroller.cast::<Element>()?;
        let part =
            |name: &str| Some(scroller.query_selector(name).ok().flatten()?.get_bounding_client_rect());
        let outer = scroller.get_bounding_client_rect();
        // Totals stay at the bottom, each in its row.
        let totals: f64 = part("tfoot").map_or(0.0, |foot| foot.height());
        let bar = f64::from(scroller.client_height()) + outer.top();
        Some(View {
            left: outer.left().max(BORDER),
            top: part("thead").map_or(outer.top(), |head| head.bottom()).max(BORDER),
            right: (outer.left() + f64::from(scroller.client_width())).min(window_width() - BORDER),
            bottom: (bar - totals).min(window_height() - BORDER),
        })
    }

    /// The cell that is seen nearest to a place.
    fn cell_near(&self, view: &View, (x, y): (i32, i32)) -> Option<Spot> {
        let scroller = self.scroller.cast::<Element>()?;
        let head = scroller.query_selector("thead").ok().flatten()?.get_bounding_client_rect();
        let y = f64::from(y).clamp(view.top, (view.bottom - 1.0).max(view.top));
        let down = (y - head.bottom() + f64::from(scroller.scroll_top())).max(0.0);
        let row = ((down / ROW_HEIGHT as f64) as usize).min(self.extent.last().row);
        let x = f64::from(x).clamp(view.left, (view.right - 1.0).max(view.left));
        let headings = scroller.query_selector_all("[data-heading]").ok()?;
        let reaches = |col: &usize| {
            let heading = headings.item(u32::try_from(*col).ok()?)?.dyn_into::<Element>().ok()?;
            Some(heading.get_bounding_client_rect().right() > x)
        };
        let col = (0..self.extent.cols).find(|col| reaches(col) == Some(true));
        Some(Spot { row, col: col.unwrap_or(self.extent.last().col) })
    }
}

impl View {
    /// How far a place is to the right and below, or with a minus to the left and above.
    fn away(&self, (x, y): (i32, i32)) -> (f64, f64) {
        (beyond(x.into(), self.left, self.right), beyond(y.into(), self.top, self.bottom))
    }
}

fn size(value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>) -> f64 {
    value.ok().and_then(|size| size.as_f64()).unwrap_or(f64::MAX)
}

fn window_width() -> f64 {
    window().map_or(f64::MAX, |window| size(window.inner_width()))
}

fn window_height() -> f64 {
    window().map_or(f64::MAX, |window| size(window.inner_height()))
}
