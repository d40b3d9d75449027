//! `Hand`: what the events of the grid do. One value per rendering, cloned into each handler.

use super::column::Column;
use super::cursor::{Arrows, Cursor, Extent, Spot, Typing};
use super::keys::{self, Command};
use super::{edits, hold, view};
use crate::store::{Drafts, Intent};
use delegate_roster::exchange::Grid as Block;
use delegate_roster::scenario::{Action, Field, Report, UnitId};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// Everything an event of the grid needs.
#[derive(Clone)]
pub struct Hand {
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    pub columns: &'static [Column],
    pub dispatch: Callback<Intent>,
    pub cursor: UseStateHandle<Cursor>,
    pub extent: Extent,
    pub grip: Rc<RefCell<Grip>>,
    pub scroller: NodeRef,
}

impl Hand {
    pub fn on<E: 'static>(&self, handle: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let hand = self.clone();
        Callback::from(move |event| handle(&hand, event))
    }

    pub fn now(&self) -> Cursor {
        self.cursor.within(self.extent)
    }

    pub fn set(&self, cursor: Cursor) {
        *self.grip.borrow_mut() = Grip::Moving;
        if *self.cursor == cursor {
            // Nothing will be rendered, so nothing would take the focus.
            return hold(&self.scroller, &self.grip, cursor.typing.is_some());
        }
        if self.cursor.at != cursor.at {
            view::let_go(&self.scroller);
        }
        self.cursor.set(cursor);
    }

    pub fn go_to(&self, unit: UnitId, field: Field) {
        let row = self.report.units.iter().position(|row| row.id == unit);
        let col = self.columns.iter().position(|column| column.field() == Some(field));
        if let Some(row) = row {
            self.set(Cursor::on(Spot { row, col: col.unwrap_or(0) }));
        }
    }

    /// Hands over what was typed, if it differs from what the cell shows.
    pub fn commit(&self) {
        let now = self.now();
        let Some(typing) = &now.typing else { return };
        let before = self.shown_text(now.at);
        if before.as_deref() != Some(typing.text.as_str())
            && let Some(intent) = edits::type_in(&self.report.scenario, self.columns, now.at, &typing.text)
        {
            self.dispatch.emit(intent);
        }
    }

    /// The text of a cell: the draft that did not fit, or its value.
    pub fn shown_text(&self, spot: Spot) -> Option<String> {
        let unit = self.report.scenario.units.get(spot.row)?;
        let field = self.columns.get(spot.col)?.field();
        let draft = field.and_then(|field| self.drafts.get(&(unit.id, field)));
        draft.map(|draft| draft.text.clone()).or_else(|| edits::text_at(&self.report, self.columns, spot))
    }

    pub fn open(&self, spot: Spot) {
        let editable = self.columns.get(spot.col).is_some_and(|column| column.field().is_some());
        if let Some(text) = self.shown_text(spot).filter(|_| editable) {
            self.set(Cursor { typing: Some(Typing { text, arrows: Arrows::Stay }), ..Cursor::on(spot) });
        }
    }

    pub fn key(&self, event: &KeyboardEvent) {
        let now = self.now();
        let Some(command) = keys::command(event, now.typing.as_ref().map(|typing| typing.arrows)) else {
            return;
        };
        if self.extent.rows == 0 {
            return;
        }
        let to = match command {
            Command::Next => now.at.next(self.extent),
            Command::Previous => now.at.previous(self.extent),
            _ => Some(now.at),
        };
        // Past the last cell, and before the first, Tab leaves the grid as it leaves any control.
        let Some(to) = to else { return self.commit() };
        match command {
            Command::Next | Command::Previous => {
                self.commit();
                self.set(Cursor::on(to));
            }
            Command::Go(step) => self.set(Cursor::on(now.at.moved(step, self.extent))),
            Command::Finish(step) => {
                self.commit();
                self.set(Cursor::on(now.at.moved(step, self.extent)));
            }
            Command::Stretch(step) => {
                self.set(Cursor { corner: now.corner.moved(step, self.extent), ..now });
            }
            Command::SelectAll => {
                self.set(Cursor { at: Spot::default(), corner: self.extent.last(), typing: None });
            }
            Command::Open => self.open(now.at),
            Command::Escape => return self.escape(&now),
            Command::Clear => self.dispatch.emit(edits::clear(&self.report.scenario, self.columns, &now)),
            Command::FillDown => self.dispatch.emit(edits::fill_down(&self.report, self.columns, &now)),
            Command::RowsUp => self.move_rows(&now, -1),
            Command::RowsDown => self.move_rows(&now, 1),
        }
        event.prevent_default();
    }

    /// Drops what is typed; a draft that did not fit gives way to the value before it; else the hand leaves the grid.
    pub fn escape(&self, now: &Cursor) {
        let unit = self.report.scenario.units.get(now.at.row).map(|unit| unit.id);
        let field = self.columns.get(now.at.col).and_then(|column| column.field());
        if now.typing.is_some() || now.is_range() {
            self.set(Cursor::on(now.at));
        } else if let Some((unit, field)) = unit.zip(field).filter(|cell| self.drafts.contains_key(cell)) {
            self.dispatch.emit(Intent::Discard(unit, field));
        }
    }

    pub fn move_rows(&self, now: &Cursor, by: isize) {
        let (first, _) = now.selection();
        let Some(to) = first.row.checked_add_signed(by) else { return };
        let units = edits::selected_units(&self.report.scenario, now);
        if to + units.len() > self.extent.rows {
            return;
        }
        self.dispatch.emit(Intent::Do(Action::Move { units, to }));
        let shift = |spot: Spot| Spot { row: spot.row.saturating_add_signed(by), ..spot };
        self.set(Cursor { at: shift(now.at), corner: shift(now.corner), typing: None });
    }

    pub fn press(&self, event: &MouseEvent) {
        if event.button() != 0 {
            return;
        }
        let Some((spot, whole_row)) = self.spot_of(event) else { return };
        let now = self.now();
        if now.typing.is_some() && spot == now.at && !whole_row {
            return; // the caret moves in the text
        }
        self.commit();
        let row_end = Spot { row: spot.row, col: self.extent.last().col };
        self.set(match (whole_row, event.shift_key()) {
            (true, true) => Cursor { corner: row_end, at: Spot { row: now.at.row, col: 0 }, typing: None },
            (true, false) => Cursor { at: spot, corner: row_end, typing: None },
            (false, true) => Cursor { corner: spot, typing: None, ..now },
            (false, false) => Cursor::on(spot),
        });
        event.prevent_default();
    }

    pub fn drag(&self, event: &MouseEvent) {
        let now = self.now();
        if event.buttons() != 1 || now.typing.is_some() || *self.grip.borrow() == Grip::Away {
            return;
        }
        if let Some((spot, false)) = self.spot_of(event).filter(|(spot, _)| *spot != now.corner) {
            self.set(Cursor { corner: spot, ..now });
        }
    }

    pub fn open_at(&self, event: &MouseEvent) {
        let now = self.now();
        if let Some((spot, false)) =
            self.spot_of(event).filter(|(spot, _)| now.typing.is_none() || *spot != now.at)
        {
            self.open(spot);
        }
    }

    pub fn typed(&self, event: &InputEvent) {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let now = self.now();
        let arrows = now.typing.as_ref().map_or(Arrows::Leave, |typing| typing.arrows);
        self.cursor
            .set(Cursor { typing: Some(Typing { text: input.value(), arrows }), ..Cursor::on(now.at) });
    }

    pub fn entered(&self, _event: &FocusEvent) {
        *self.grip.borrow_mut() = Grip::Holding;
    }

    pub fn left(&self, event: &FocusEvent) {
        let inside = event.related_target().and_then(|target| {
            // The event's own current target is the page: Yew listens there for all.
            let table = self.scroller.cast::<Element>()?;
            Some(table.contains(target.dyn_ref::<web_sys::Node>()))
        });
        // A moving hand leaves its old field behind; only a real departure ends the typing.
        if inside == Some(true) || *self.grip.borrow() == Grip::Moving {
            return;
        }
        *self.grip.borrow_mut() = Grip::Away;
        let now = self.now();
        if now.typing.is_some() {
            self.commit();
            self.cursor.set(Cursor::on(now.at));
        }
    }

    pub fn copy(&self, event: &Event) -> Option<()> {
        let now = self.now();
        if now.typing.is_some() {
            return None; // the text field copies what is marked in it
        }
        let event: &ClipboardEvent = event.dyn_ref()?;
        let block = edits::copied(&self.report, self.columns, &now);
        event.clipboard_data()?.set_data("text/plain", &Block::from_rows(block).to_tsv()).ok()?;
        event.prevent_default();
        Some(())
    }

    pub fn cut(&self, event: &Event) {
        if self.copy(event).is_some() {
            self.dispatch.emit(edits::clear(&self.report.scenario, self.columns, &self.now()));
        }
    }

    pub fn paste(&self, event: &Event) -> Option<()> {
        let now = self.now();
        if now.typing.is_some() {
            return None;
        }
        let event: &ClipboardEvent = event.dyn_ref()?;
        let text = event.clipboard_data()?.get_data("text/plain").ok()?;
        event.prevent_default();
        let block = Block::from_clipboard(&text).ok()?;
        self.dispatch.emit(edits::put(&self.report.scenario, self.columns, &now, block.rows()));
        Some(())
    }

    /// The cell under the pointer, and whether it is the number at the head of a row.
    pub fn spot_of(&self, event: &MouseEvent) -> Option<(Spot, bool)> {
        let cell = event.target_dyn_into::<Element>()?.closest("[data-row]").ok().flatten()?;
        let number = |name: &str| cell.get_attribute(name)?.parse::<usize>().ok();
        let whole_row = cell.has_attribute("data-head");
        Some((Spot { row: number("data-row")?, col: number("data-col").unwrap_or(0) }, whole_row))
    }

    /// Inserts an empty unit and goes to its name.
    pub fn insert(&self, place: Insertion) {
        let (first, _) = self.now().selection();
        let at = match place {
            Insertion::Above => first.row.min(self.extent.rows),
            Insertion::End => self.extent.rows,
        };
        self.dispatch.emit(Intent::Do(Action::Insert { at, drafts: vec![Vec::new()] }));
        self.set(Cursor::on(Spot { row: at, col: 0 }));
    }

    /// Removes the units of the selection.
    pub fn remove(&self) {
        let now = self.now();
        let units = edits::selected_units(&self.report.scenario, &now);
        self.dispatch.emit(Intent::Do(Action::Remove(units)));
        let (first, _) = now.selection();
        self.set(Cursor::on(Spot { row: first.row, col: now.at.col }));
    }
}

/// Whether the grid has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grip {
    /// Something else has it.
    #[default]
    Away,
    /// It is on its way to another cell, which may have to be rendered first.
    Moving,
    /// The active cell has it.
    Holding,
}

/// Where a row is inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertion {
    /// Above the selection.
    Above,
    /// After the last row.
    End,
}
