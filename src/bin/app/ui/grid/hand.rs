//! `Hand`: what the events of the grid do. One value per rendering, cloned into each handler.

use super::columns::Layout;
use super::cursor::{Arrows, Cursor, Extent, Move, Spot, Typing};
use super::drag::Drag;
use super::edits::Table;
use super::filter::Sieve;
use super::find::Finding;
use super::keys::{self, Command};
use super::menu::Opened;
use super::reach::Reach;
use super::rows::Rows;
use super::sort::Sorted;
use super::view::{self, Sight};
use super::{Column, hold, toolbar};
use crate::effects::heirs::hand_on;
use crate::store::{Drafts, Intent};
use crate::ui::words::Words;
use delegate_roster::exchange::{Frame, Grid as Block};
use delegate_roster::scenario::{Field, Report, UnitId};
use delegate_roster::text::{Msg, TableMsg, TableWord};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// Everything an event of the grid needs.
#[derive(Clone)]
pub struct Hand {
    pub words: Words,
    /// The name of the grid on the page.
    pub name: &'static str,
    pub report: Rc<Report>,
    pub drafts: Rc<Drafts>,
    /// All columns of this grid.
    pub all_columns: &'static [Column],
    /// Those on show.
    pub columns: Rc<[Column]>,
    pub rows: Rows,
    pub dispatch: Callback<Intent>,
    /// A table to be imported, if one was pasted.
    pub on_table: Callback<Option<AttrValue>>,
    pub cursor: UseStateHandle<Cursor>,
    /// The unit of the active cell as it was drawn last.
    pub last: Rc<RefCell<Option<UnitId>>>,
    pub extent: Extent,
    pub grip: Rc<RefCell<Grip>>,
    pub scroller: NodeRef,
    pub sight: Rc<Sight>,
    /// How many rows heading and totals cover, with one to be seen.
    pub covered: usize,
    pub tools: Tools,
}

/// What the tools around the grid know.
#[derive(Clone)]
pub struct Tools {
    pub sieve: UseStateHandle<Sieve>,
    pub finding: UseStateHandle<Finding>,
    pub layout: UseStateHandle<Layout>,
    pub menu: UseStateHandle<Option<Opened>>,
    pub sorted: UseStateHandle<Option<Sorted>>,
    /// What was last said about something done.
    pub said: UseStateHandle<AttrValue>,
    /// Whether it is about a change that has not been drawn yet.
    pub awaited: Rc<Cell<bool>>,
    pub drag: Rc<RefCell<Option<Drag>>>,
    pub reach: Rc<RefCell<Option<Reach>>>,
}

impl Hand {
    pub fn on<E: 'static>(&self, handle: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let hand = self.clone();
        Callback::from(move |event| handle(&hand, event))
    }

    /// What is on the screen.
    pub fn table(&self) -> Table<'_> {
        Table { report: &self.report, rows: &self.rows, columns: &self.columns, language: self.words.0 }
    }

    pub fn now(&self) -> Cursor {
        self.cursor.within(self.extent)
    }

    /// Moves, so that the moving corner comes into sight and the active cell takes the focus.
    pub fn set(&self, cursor: Cursor) {
        self.put_hand(cursor, Grip::Moving);
    }

    /// Selects without moving what is seen.
    pub fn mark(&self, cursor: Cursor) {
        self.put_hand(cursor, Grip::Marking);
    }

    /// Shows a cell and leaves the focus where it is.
    pub fn point(&self, cursor: Cursor) {
        *self.grip.borrow_mut() = Grip::Pointing;
        self.cursor.set(cursor);
    }

    /// Something else has taken the focus and keeps it, whatever was on its way.
    pub fn stay_away(&self) {
        *self.grip.borrow_mut() = Grip::Away;
    }

    fn put_hand(&self, cursor: Cursor, grip: Grip) {
        *self.grip.borrow_mut() = grip;
        if self.now() == cursor {
            // Nothing that is seen will change, so nothing would take the focus.
            if grip == Grip::Moving {
                self.reveal(cursor.at.row);
            }
            hold(&self.scroller, &self.grip, cursor.typing.is_some());
            return self.cursor.set(cursor);
        }
        if self.cursor.at != cursor.at {
            view::let_go(&self.scroller);
        }
        self.cursor.set(cursor);
    }

    /// Scrolls so that a row is in sight, between the heading and the totals.
    pub fn reveal(&self, place: usize) {
        view::reveal(&self.scroller, &self.sight, place, self.covered);
    }

    /// Gives the focus back to the active cell.
    pub fn come_back(&self) {
        if self.extent.rows == 0 {
            return; // it would be taken from whatever has it once there are rows
        }
        self.mark(Cursor { typing: None, ..self.now() });
    }

    /// Takes the focus back that went with a drawing: to the active cell, and where there is none, to what makes one.
    pub fn take_back(&self) {
        *self.grip.borrow_mut() = if self.extent.rows > 0 { Grip::Moving } else { Grip::Away };
        if self.extent.rows == 0 {
            hand_on(&[toolbar::add_id(self.name)]);
        }
    }

    pub fn go_to(&self, unit: UnitId, field: Field) {
        let Some(row) = self.report.units.iter().position(|row| row.id == unit) else { return };
        let known = self.all_columns.iter().any(|column| column.field() == Some(field));
        let col = self.columns.iter().position(|column| column.field() == Some(field));
        match (self.rows.place(row), if known { col } else { Some(0) }) {
            (Some(row), Some(col)) => self.set(Cursor::on(Spot { row, col })),
            // A problem leads to its cell even where that was hidden: it is brought back first.
            _ => self.uncover(unit, field),
        }
    }

    /// Where a step leads.
    pub fn step(&self, from: Spot, step: Move) -> Spot {
        let filled = |spot: Spot| self.shown_text(spot).is_some_and(|text| !text.is_empty());
        from.moved(step, self.extent, &filled)
    }

    /// Hands over what was typed, if it differs from what was there: an opened text was what the cell shows; what is typed over a
    /// cell may be the number it shows and yet is new, as a seat that was computed and is locked now.
    pub fn commit(&self) {
        let now = self.now();
        let Some(typing) = &now.typing else { return };
        let before = match typing.arrows {
            Arrows::Stay => self.shown_text(now.at),
            Arrows::Leave => self.kept_text(now.at),
        };
        let text = typing.text().to_owned();
        if before.as_deref() != Some(text.as_str())
            && let Some(intent) = self.table().type_in(now.at, &text)
        {
            self.say_of(&intent, &[]);
            self.dispatch.emit(intent);
        }
    }

    /// The text of a cell: the draft that did not fit, or its value.
    pub fn shown_text(&self, spot: Spot) -> Option<String> {
        self.draft_text(spot).or_else(|| self.table().text(spot))
    }

    /// What somebody entered there: the draft that did not fit, or what was taken.
    fn kept_text(&self, spot: Spot) -> Option<String> {
        self.draft_text(spot).or_else(|| self.table().entered(spot))
    }

    fn draft_text(&self, spot: Spot) -> Option<String> {
        let unit = self.table().unit(spot.row)?;
        let field = self.columns.get(spot.col)?.field()?;
        self.drafts.get(&(unit.id, field)).map(|draft| draft.text.clone())
    }

    pub fn open(&self, spot: Spot) {
        let editable = self.columns.get(spot.col).is_some_and(|column| column.field().is_some());
        if let Some(text) = self.shown_text(spot).filter(|_| editable) {
            self.set(Cursor { typing: Some(Typing::of(text, Arrows::Stay)), ..Cursor::on(spot) });
        }
    }

    pub fn key(&self, event: &KeyboardEvent) {
        let now = self.now();
        let Some(command) = keys::command(event, now.typing.as_ref().map(|typing| typing.arrows)) else {
            return;
        };
        // The headings have keys of their own.
        if self.extent.rows == 0 || !in_cell(event) {
            return;
        }
        if self.tools.drag.borrow().is_some() {
            if command == Command::Escape {
                self.drop_nothing();
            }
            return event.prevent_default();
        }
        let released = *self.grip.borrow() == Grip::Released;
        if released && matches!(command, Command::Next | Command::Previous) {
            return;
        }
        if released {
            *self.grip.borrow_mut() = Grip::Holding;
            self.tools.said.set(AttrValue::Static(""));
        }
        let to = match command {
            Command::Next => now.at.next(self.extent),
            Command::Previous => now.at.previous(self.extent),
            _ => Some(now.at),
        };
        // Past the last cell, and before the first, Tab leaves the grid as it leaves any control.
        let Some(to) = to else { return self.commit() };
        match command {
            Command::Next => {
                self.commit();
                self.set(Cursor { began: Some(now.began.unwrap_or(now.at.col)), ..Cursor::on(to) });
            }
            Command::Previous => {
                self.commit();
                self.set(Cursor { began: now.began, ..Cursor::on(to) });
            }
            Command::Go(step) => self.set(Cursor::on(self.step(now.at, step))),
            Command::Finish(step) => {
                self.commit();
                let to = self.step(now.at, step);
                // After cells filled in with Tab, Enter begins the next row where this one began.
                let col = now.began.filter(|_| event.key() == "Enter").unwrap_or(to.col);
                self.set(Cursor::on(Spot { col, ..to }));
            }
            Command::Stretch(step) => {
                self.set(Cursor { began: None, corner: self.step(now.corner, step), ..now });
            }
            Command::SelectAll => self.mark(now.amid(Spot::default(), self.extent.last())),
            Command::WholeRows => self.whole_rows(),
            Command::WholeColumns => self.whole_columns(),
            Command::Open => self.open(now.at),
            Command::Escape => return self.escape(&now),
            Command::Clear => self.take(self.table().clear(&now), None),
            Command::FillDown => self.fill_down(),
            Command::RowsUp => self.move_rows(-1),
            Command::RowsDown => self.move_rows(1),
            Command::InsertRows => self.insert_above(),
            Command::RemoveRows => self.remove(),
            Command::Find => {
                self.commit();
                self.open_find();
            }
            Command::Again(turn) => {
                self.commit();
                self.find(turn);
            }
            Command::Menu => self.open_menu(now.at.col),
        }
        event.prevent_default();
    }

    /// Drops what is typed; a draft that did not fit gives way to the value before it; else Tab leaves the grid next.
    pub fn escape(&self, now: &Cursor) {
        let unit = self.table().unit(now.at.row).map(|unit| unit.id);
        let field = self.columns.get(now.at.col).and_then(|column| column.field());
        if now.typing.is_some() || now.is_range() {
            self.set(Cursor::on(now.at));
        } else if let Some((unit, field)) = unit.zip(field).filter(|cell| self.drafts.contains_key(cell)) {
            self.dispatch.emit(Intent::Discard(unit, field));
        } else {
            *self.grip.borrow_mut() = Grip::Released;
            self.tell(&TableMsg::Word(TableWord::LetGo));
        }
    }

    pub fn press(&self, event: &MouseEvent) {
        if event.button() != 0 {
            return;
        }
        if self.tools.drag.borrow().is_some() {
            // The pointer holds a row or a border already.
            return event.prevent_default();
        }
        let Some((spot, whole_row)) = self.spot_of(event) else { return };
        let now = self.now();
        if now.typing.is_some() && spot == now.at && !whole_row {
            return; // the caret moves in the text
        }
        self.commit();
        let row_end = Spot { row: spot.row, col: self.extent.last().col };
        let at = Cursor { typing: None, began: None, anchor: None, ..now };
        let put = match (whole_row, event.shift_key()) {
            (true, true) => Cursor { corner: row_end, at: Spot { row: at.at.row, col: 0 }, ..at },
            (true, false) => Cursor::over(spot, row_end),
            (false, true) => Cursor { corner: spot, ..at },
            (false, false) => Cursor::on(spot),
        };
        // What is under a held pointer does not move: the pointer would be over another cell then, and select up to there.
        self.mark(put.clone());
        self.reach_from(put, whole_row, event);
        event.prevent_default();
    }

    pub fn drag(&self, event: &MouseEvent) {
        let now = self.now();
        let held = event.buttons() == 1 && self.is_dragged(event);
        if !held || now.typing.is_some() || *self.grip.borrow() == Grip::Away {
            return;
        }
        let Some((spot, whole_row)) = self.spot_of(event) else { return };
        // Along the numbers of the rows, whole rows are selected.
        let corner = match whole_row {
            true if now.is_whole_rows(self.extent) => Spot { col: now.corner.col, ..spot },
            true => return,
            false => spot,
        };
        if corner != now.corner {
            self.set(Cursor { corner, ..now });
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
        *self.grip.borrow_mut() = Grip::Holding;
        let now = self.now();
        if let Some(typing) = &now.typing {
            return typing.retype(input.value());
        }
        let typing = Some(Typing::of(input.value(), Arrows::Leave));
        self.cursor.set(Cursor { typing, corner: now.at, anchor: None, ..now });
    }

    pub fn entered(&self, event: &FocusEvent) {
        if event
            .target_dyn_into::<Element>()
            .is_some_and(|target| target.closest("td").ok().flatten().is_some())
        {
            *self.grip.borrow_mut() = Grip::Holding;
        }
    }

    pub fn left(&self, event: &FocusEvent) {
        let inside = event.related_target().and_then(|target| {
            // The event's own current target is the page: Yew listens there for all.
            let body = self.scroller.cast::<Element>()?.query_selector("tbody").ok().flatten()?;
            Some(body.contains(target.dyn_ref::<web_sys::Node>()))
        });
        // A moving hand leaves its old field behind; only a real departure ends the typing.
        if inside == Some(true) || matches!(*self.grip.borrow(), Grip::Moving | Grip::Marking) {
            return;
        }
        if self.grip.replace(Grip::Away) == Grip::Released {
            // It was said that Tab leaves the table, and it has.
            self.tools.said.set(AttrValue::Static(""));
        }
        let now = self.now();
        if now.typing.is_some() {
            self.commit();
            self.cursor.set(Cursor::on(now.at));
        }
    }

    pub fn copy(&self, event: &Event) -> Option<()> {
        let now = self.now();
        if now.typing.is_some() || !in_cell(event) {
            return None; // the text field copies what is marked in it
        }
        let event: &ClipboardEvent = event.dyn_ref()?;
        let block = self.table().copied(&now);
        event.clipboard_data()?.set_data("text/plain", &Block::from_rows(block).to_clipboard()).ok()?;
        event.prevent_default();
        Some(())
    }

    pub fn cut(&self, event: &Event) {
        if self.copy(event).is_some() {
            self.take(self.table().clear(&self.now()), None);
        }
    }

    pub fn paste(&self, event: &Event) -> Option<()> {
        let now = self.now();
        if now.typing.is_some() || !in_cell(event) {
            return None;
        }
        let event: &ClipboardEvent = event.dyn_ref()?;
        let data = event.clipboard_data()?;
        let text = data.get_data("text/plain").ok()?;
        event.prevent_default();
        // The HTML beside it says whether a line break is one of the cell.
        match Block::from_clipboard_beside(&text, &data.get_data("text/html").unwrap_or_default()) {
            Ok(block) => match Frame::of(&block) {
                Frame::Table => self.on_table.emit(Some(text.into())),
                frame => {
                    let put = self.table().put(&now, frame.cells(block.rows()));
                    let left_out = match frame {
                        Frame::Cells { heading, total } if heading || total => {
                            Some(TableMsg::LeftOut { heading, total })
                        }
                        _ => None,
                    };
                    self.take(put, left_out);
                }
            },
            Err(_) => self.tell(&TableMsg::Word(TableWord::NotPasted)),
        }
        Some(())
    }

    pub fn tell(&self, msg: &TableMsg<'_>) {
        self.tools.awaited.set(false);
        self.tools.said.set(self.words.say(&Msg::Table(*msg)));
    }

    /// The cell under the pointer, and whether it is the number at the head of a row.
    pub fn spot_of(&self, event: &MouseEvent) -> Option<(Spot, bool)> {
        let cell = event.target_dyn_into::<Element>()?.closest("[data-row]").ok().flatten()?;
        let number = |name: &str| cell.get_attribute(name)?.parse::<usize>().ok();
        let whole_row = cell.has_attribute("data-head");
        Some((Spot { row: number("data-row")?, col: number("data-col").unwrap_or(0) }, whole_row))
    }
}

/// Whether an event happened in the rows, not in the headings.
fn in_cell(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_none_or(|target| target.closest("thead").ok().flatten().is_none())
}

/// Whether the grid has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grip {
    /// Something else has it.
    #[default]
    Away,
    /// It is on its way to another cell, which may have to be rendered first.
    Moving,
    /// It is on its way to a cell that is not to be brought into sight.
    Marking,
    /// Something else has it, but the active cell is to be brought into sight.
    Pointing,
    /// The active cell has it.
    Holding,
    /// The active cell has it, and Tab leaves the grid.
    Released,
}
