//! What a pointer drags: selected rows by their numbers, to another place; the border of a heading, to another width.
//! Pointer events, so that a finger does what a mouse does. While rows are dragged a line shows where they would go.

use super::ROW_HEIGHT;
use super::column::Column;
use super::hand::Hand;
use super::reach::stride;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, PointerEvent};

/// Pixels that a pointer may tremble before it drags.
const TREMBLE: i32 = 4;
/// Pixels from the border of the grid within which it scrolls by itself.
const NEAR: i32 = 40;
/// Milliseconds between two steps of it.
const PACE: u32 = 60;

/// What a pointer holds.
pub enum Drag {
    /// The selected rows.
    Rows {
        /// Where it took hold of them.
        from: i32,
        /// Where it is.
        y: i32,
        /// The row that it took hold of, and the place before which they would go, once it has moved.
        row: usize,
        to: Option<usize>,
        /// Scrolls for as long as it is near a border.
        _scroll: Interval,
    },
    /// The border of a column.
    Border { column: Column, from: i32, width: i32 },
}

impl Hand {
    /// A pointer goes down: on the number of a row that is selected as a whole, or on a border.
    pub fn pointer_down(&self, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(target) = event.target_dyn_into_element() else { return };
        if let Some(column) = self.border_at(&target) {
            let layout = self.sized();
            let width = layout.width(column).unwrap_or(0).into();
            self.tools.layout.set(layout);
            self.hold(event, Drag::Border { column, from: event.client_x(), width });
        } else if let Some((spot, true)) = self.spot_of(event)
            && !event.shift_key()
            && self.now().is_whole_rows(self.extent)
            && self.now().columns_in(spot.row).is_some()
        {
            self.commit();
            self.come_back();
            let hand = self.clone();
            let scroll = Interval::new(PACE, move || hand.scroll_on());
            let y = event.client_y();
            self.hold(event, Drag::Rows { from: y, y, row: spot.row, to: None, _scroll: scroll });
        }
    }

    fn hold(&self, event: &PointerEvent, drag: Drag) {
        *self.tools.drag.borrow_mut() = Some(drag);
        if let Some(scroller) = self.scroller.cast::<Element>() {
            let _ = scroller.set_pointer_capture(event.pointer_id());
        }
    }

    pub fn pointer_move(&self, event: &PointerEvent) {
        let mut held = self.tools.drag.borrow_mut();
        match held.as_mut() {
            None => {}
            Some(Drag::Border { column, from, width }) => {
                let mut layout = (*self.tools.layout).clone();
                let width = (*width + event.client_x() - *from).max(0);
                layout.set_width(*column, u16::try_from(width).unwrap_or(u16::MAX));
                self.tools.layout.set(layout);
            }
            Some(Drag::Rows { from, y, to, .. }) => {
                *y = event.client_y();
                if to.is_some() || (*y - *from).abs() > TREMBLE {
                    *to = self.place_under(*y);
                    self.draw_line(*to);
                }
            }
        }
    }

    pub fn pointer_up(&self, _: &PointerEvent) {
        let held = self.tools.drag.borrow_mut().take();
        match held {
            None => {}
            Some(Drag::Border { .. }) => self.arrange((*self.tools.layout).clone()),
            Some(Drag::Rows { to, row, .. }) => {
                self.draw_line(None);
                match to {
                    Some(to) => self.move_before(to),
                    // It did not move: a press on one of several rows selects that one.
                    None => self.select_row(row),
                }
            }
        }
    }

    /// Lets go of what is held, and nothing has happened.
    pub fn drop_nothing(&self) {
        if let Some(Drag::Border { .. }) = self.tools.drag.borrow_mut().take() {
            self.tools.layout.set(super::columns::kept(self.name, self.all_columns));
        }
        self.draw_line(None);
    }

    /// A double press on a border fits the column.
    pub fn fit_at(&self, event: &MouseEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let column = target.and_then(|target| self.border_at(&target));
        column.map(|column| self.fit(column)).is_some()
    }

    fn border_at(&self, target: &Element) -> Option<Column> {
        let border = target.closest("[data-border]").ok().flatten()?;
        let col: usize = border.get_attribute("data-border")?.parse().ok()?;
        self.columns.get(col).copied()
    }

    /// The place before which rows would go that are let go of at this height.
    fn place_under(&self, y: i32) -> Option<usize> {
        let scroller = self.scroller.cast::<Element>()?;
        let head = scroller.query_selector("thead").ok().flatten()?.get_bounding_client_rect().height();
        let top = scroller.get_bounding_client_rect().top() + head;
        let down = f64::from(y) - top + f64::from(scroller.scroll_top());
        let place = (down / ROW_HEIGHT as f64).round().max(0.0) as usize;
        Some(place.min(self.extent.rows))
    }

    /// Shows where the rows would go, or nothing.
    fn draw_line(&self, place: Option<usize>) {
        let line = || {
            let scroller = self.scroller.cast::<Element>()?;
            let head = scroller.query_selector("thead").ok().flatten()?.get_bounding_client_rect().height();
            let line: HtmlElement = scroller.query_selector(".drop-line").ok().flatten()?.dyn_into().ok()?;
            line.set_hidden(place.is_none());
            let top = head + (place? * ROW_HEIGHT) as f64 - 1.0;
            line.style().set_property("top", &[&top.to_string(), "px"].concat()).ok()
        };
        let _ = line();
    }

    /// Scrolls while the pointer that drags rows is near a border.
    fn scroll_on(&self) {
        let mut held = self.tools.drag.borrow_mut();
        let Some(Drag::Rows { y, to: Some(to), .. }) = held.as_mut() else { return };
        let Some(scroller) = self.scroller.cast::<Element>() else { return };
        let view = scroller.get_bounding_client_rect();
        let (above, below) = (f64::from(*y - NEAR) - view.top(), f64::from(*y + NEAR) - view.bottom());
        let by = stride(above.min(0.0) + below.max(0.0));
        if by != 0 {
            scroller.set_scroll_top(scroller.scroll_top() + by);
            *to = self.place_under(*y).unwrap_or(*to);
            self.draw_line(Some(*to));
        }
    }
}

/// The element that an event happened on.
trait Target {
    fn target_dyn_into_element(&self) -> Option<Element>;
}

impl Target for PointerEvent {
    fn target_dyn_into_element(&self) -> Option<Element> {
        self.target()?.dyn_into().ok()
    }
}
