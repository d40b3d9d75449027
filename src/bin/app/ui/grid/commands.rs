//! What the keys, the buttons and the menus of the grid do to its rows and columns. Each has one place, so that a button
//! and a key cannot differ.

use super::cursor::{Cursor, Spot};
use super::edits::{Put, bringing};
use super::hand::Hand;
use super::menu::Opened;
use crate::effects::announce;
use crate::store::Intent;
use crate::ui::regroup::brought;
use delegate_roster::scenario::{Action, Field, UnitId};
use delegate_roster::text::{Key, Msg, TableMsg};
use yew::AttrValue;

impl Hand {
    /// Hands over what was pasted, filled in or emptied, and says what of it did not fit, what had no room, and what was left out of it.
    pub fn take(&self, put: Put, left_out: Option<TableMsg<'_>>) {
        let unfit = Some(put.unfit()).filter(|unfit| *unfit > 0).map(TableMsg::Unfit);
        let no_room = Some(put.no_room).filter(|rows| *rows > 0).map(TableMsg::NoRoom);
        let intent = put.intent();
        let told: Vec<TableMsg<'_>> = unfit.into_iter().chain(no_room).chain(left_out).collect();
        self.say_of(&intent, &told);
        self.dispatch.emit(intent);
    }

    /// Says this of what is about to be done, and what there is to say of the delegations that it brings units to.
    pub fn say_of(&self, intent: &Intent, told: &[TableMsg<'_>]) {
        // Most of what is entered moves nobody, and what there is to say then comes with the rest of the program.
        let brought = bringing(intent).and_then(|edits| brought(self.words, &self.report, edits));
        let told = told.iter().map(|msg| self.words.say(&Msg::Table(*msg)));
        let told: Vec<AttrValue> = told.chain(brought).collect();
        self.tools.awaited.set(true);
        self.tools.said.set(told.join(&*self.words.key(Key::BetweenSentences)).into());
    }

    /// Fills the selection with its first row.
    pub fn fill_down(&self) {
        if let Some(put) = self.table().fill_down(&self.now()) {
            self.take(put, None);
        }
    }

    /// How many rows are selected.
    pub fn height(&self) -> usize {
        let (first, last) = self.now().selection();
        last.row - first.row + 1
    }

    /// Inserts as many empty units as rows are selected above them, and goes to the first of them.
    pub fn insert_above(&self) {
        let (first, _) = self.now().selection();
        let room = self.report.scenario.room();
        self.insert(self.rows.before(first.row), first.row, self.height().min(room));
    }

    /// Adds an empty unit after the last, and goes to it.
    pub fn add(&self) {
        self.insert(self.rows.all(), self.rows.len(), 1);
    }

    fn insert(&self, at: usize, place: usize, count: usize) {
        if count > 0 {
            // It goes to the new unit, which takes the place of the one that it was on.
            self.last.take();
            self.dispatch.emit(Intent::Do(Action::Insert { at, drafts: vec![Vec::new(); count] }));
            self.set(Cursor::on(Spot { row: place, col: 0 }));
        }
    }

    /// Removes the units of the selection.
    pub fn remove(&self) {
        let now = self.now();
        let units = self.table().selected_units(&now);
        self.dispatch.emit(Intent::Do(Action::Remove(units)));
        let (first, _) = now.selection();
        self.set(Cursor::on(Spot { row: first.row, col: now.at.col }));
    }

    /// Moves the selected rows by one.
    pub fn move_rows(&self, by: isize) {
        let (first, last) = self.now().selection();
        let before = if by < 0 { first.row.checked_sub(1) } else { Some(last.row + 2) };
        if let Some(before) = before.filter(|before| *before <= self.extent.rows) {
            self.move_before(before);
        }
    }

    /// Moves the selected rows before a place.
    pub fn move_before(&self, place: usize) {
        let now = self.now();
        let (first, last) = now.selection();
        if (first.row..=last.row + 1).contains(&place) {
            return;
        }
        let units = self.table().selected_units(&now);
        let (row, count) = (self.rows.before(place), units.len());
        let passed = self.rows.at(first.row..last.row + 1).filter(|moving| *moving < row).count();
        self.dispatch.emit(Intent::Do(Action::Move { units, to: row - passed }));
        let to = if place > last.row { place - count } else { place };
        let shift = |spot: Spot| Spot { row: spot.row - first.row + to, ..spot };
        self.set(Cursor { anchor: now.anchor.map(shift), ..Cursor::over(shift(now.at), shift(now.corner)) });
    }

    /// Selects the rows of the selection as a whole; the active cell stays where it is.
    pub fn whole_rows(&self) {
        let now = self.now();
        let (first, last) = now.selection();
        self.mark(now.amid(Spot { col: 0, ..first }, Spot { col: self.extent.last().col, ..last }));
    }

    /// Selects the columns of the selection as a whole.
    pub fn whole_columns(&self) {
        let now = self.now();
        let (first, last) = now.selection();
        self.mark(now.amid(Spot { row: 0, ..first }, Spot { row: self.extent.last().row, ..last }));
    }

    /// Selects one row as a whole.
    pub fn select_row(&self, row: usize) {
        self.mark(Cursor::over(Spot { row, col: 0 }, Spot { row, col: self.extent.last().col }));
    }

    /// Selects one column as a whole.
    pub fn select_column(&self, col: usize) {
        self.mark(Cursor::over(Spot { row: 0, col }, Spot { row: self.extent.last().row, col }));
    }

    /// Brings back a unit that a filter hides, or the column of a field, and goes there once it is on the screen.
    pub fn uncover(&self, unit: UnitId, field: Field) {
        if let Some(column) = self.all_columns.iter().find(|column| column.field() == Some(field)) {
            let mut layout = (*self.tools.layout).clone();
            layout.show(*column);
            self.arrange(layout);
        }
        let mut sieve = (*self.tools.sieve).clone();
        sieve.opened.push(unit);
        sieve.wanted = Some((unit, field));
        self.tools.sieve.set(sieve);
    }

    /// Opens the menu of a column.
    pub fn open_menu(&self, col: usize) {
        if let Some(column) = self.columns.get(col) {
            let heading = format!("{}-heading-{}", self.name, column.id());
            // A heading that was scrolled out of sight comes back with its cell, so it can be pointed at.
            self.tools.menu.set(Some(Opened::Column(*column, heading)));
        }
    }

    /// The focus goes where it was before a menu was opened; where that is gone, to the active cell.
    pub fn after_menu(&self, back: Option<String>) {
        self.tools.menu.set(None);
        match back {
            Some(id) => announce::focus_id(&id),
            None => self.come_back(),
        }
    }
}
