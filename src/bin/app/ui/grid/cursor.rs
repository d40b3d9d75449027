//! `Cursor`: where the hand is in the grid: the active cell, the other corner of the selection, what is being typed.
//! Moves by the keys of a spreadsheet. Knows no browser.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// A cell by row and column, 0-based.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub row: usize,
    pub col: usize,
}

/// The hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The active cell: typing goes here.
    pub at: Spot,
    /// The corner of the selection that keys and pointer move.
    pub corner: Spot,
    /// The corner opposite, where it is not the active cell: of whole rows, of whole columns, of all.
    pub anchor: Option<Spot>,
    /// The text being typed, if any.
    pub typing: Option<Typing>,
    /// The column in which a row of cells was begun with Tab: Enter goes back to it.
    pub began: Option<usize>,
}

/// A text being typed. All that hold it see each letter, so that only the first one draws the table anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    text: Rc<RefCell<String>>,
    pub arrows: Arrows,
}

impl Typing {
    pub fn of(text: String, arrows: Arrows) -> Self {
        Self { text: Rc::new(RefCell::new(text)), arrows }
    }

    /// What stands in the field now.
    pub fn retype(&self, text: String) {
        self.text.replace(text);
    }

    pub fn text(&self) -> Ref<'_, str> {
        Ref::map(self.text.borrow(), String::as_str)
    }
}

/// What the arrow keys do while a text is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrows {
    /// Finish the cell and go to the next: typing replaced the cell.
    Leave,
    /// Move in the text: the cell was opened with F2 or a double click.
    Stay,
}

/// A step of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    RowStart,
    RowEnd,
    First,
    Last,
    /// To the edge of what is filled, as Ctrl with an arrow does.
    Edge(Side),
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Up,
    Down,
    Left,
    Right,
}

/// The size of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    pub rows: usize,
    pub cols: usize,
    /// Rows that fit on the screen.
    pub page: usize,
}

impl Extent {
    /// The last cell.
    pub fn last(self) -> Spot {
        Spot { row: self.rows.saturating_sub(1), col: self.cols.saturating_sub(1) }
    }
}

impl Spot {
    /// Where a step leads, staying inside.
    pub fn moved(self, step: Move, extent: Extent, filled: &dyn Fn(Self) -> bool) -> Self {
        let last = extent.last();
        let Self { row, col } = self;
        let (row, col) = match step {
            Move::Up => (row.saturating_sub(1), col),
            Move::Down => (row + 1, col),
            Move::Left => (row, col.saturating_sub(1)),
            Move::Right => (row, col + 1),
            Move::PageUp => (row.saturating_sub(extent.page.max(1)), col),
            Move::PageDown => (row + extent.page.max(1), col),
            Move::RowStart => (row, 0),
            Move::RowEnd => (row, last.col),
            Move::First => (0, 0),
            Move::Last => (last.row, last.col),
            Move::Edge(side) => return self.edge(side, extent, filled),
        };
        Self { row: row.min(last.row), col: col.min(last.col) }
    }

    /// The next cell on a side, if there is one.
    fn beside(self, side: Side, extent: Extent) -> Option<Self> {
        let Self { row, col } = self;
        let last = extent.last();
        Some(match side {
            Side::Up => Self { row: row.checked_sub(1)?, col },
            Side::Down => Self { row: Some(row + 1).filter(|row| *row <= last.row)?, col },
            Side::Left => Self { row, col: col.checked_sub(1)? },
            Side::Right => Self { row, col: Some(col + 1).filter(|col| *col <= last.col)? },
        })
    }

    /// Inside what is filled: to its last cell. Outside, or from its last cell: to the next that is filled, else the border.
    fn edge(self, side: Side, extent: Extent, filled: &dyn Fn(Self) -> bool) -> Self {
        let Some(next) = self.beside(side, extent) else { return self };
        let inside = filled(self) && filled(next);
        let mut at = next;
        while let Some(next) = at.beside(side, extent) {
            if if inside { !filled(next) } else { filled(at) } {
                break;
            }
            at = next;
        }
        at
    }

    /// The next cell for Tab, row by row; `None` past the last, so that Tab leaves the grid.
    pub fn next(self, extent: Extent) -> Option<Self> {
        if self.col + 1 < extent.cols {
            Some(Self { col: self.col + 1, ..self })
        } else if self.row + 1 < extent.rows {
            Some(Self { row: self.row + 1, col: 0 })
        } else {
            None
        }
    }

    /// The cell before for Shift+Tab; `None` before the first.
    pub fn previous(self, extent: Extent) -> Option<Self> {
        if self.col > 0 {
            Some(Self { col: self.col - 1, ..self })
        } else if self.row > 0 {
            Some(Self { row: self.row - 1, col: extent.last().col })
        } else {
            None
        }
    }
}

impl Cursor {
    /// A hand on one cell, nothing selected besides.
    pub fn on(at: Spot) -> Self {
        Self { at, corner: at, anchor: None, typing: None, began: None }
    }

    /// A hand on several cells.
    pub fn over(at: Spot, corner: Spot) -> Self {
        Self { at, corner, anchor: None, typing: None, began: None }
    }

    /// The same hand with a rectangle around it selected.
    pub fn amid(&self, anchor: Spot, corner: Spot) -> Self {
        Self { anchor: Some(anchor), ..Self::over(self.at, corner) }
    }

    /// The selected rectangle: its first and its last cell.
    pub fn selection(&self) -> (Spot, Spot) {
        let (a, b) = (self.anchor.unwrap_or(self.at), self.corner);
        (
            Spot { row: a.row.min(b.row), col: a.col.min(b.col) },
            Spot { row: a.row.max(b.row), col: a.col.max(b.col) },
        )
    }

    /// Whether more than one cell is selected.
    pub fn is_range(&self) -> bool {
        self.anchor.unwrap_or(self.at) != self.corner
    }

    /// The selected columns of a row, if several cells are selected and the row is among them.
    pub fn columns_in(&self, row: usize) -> Option<(usize, usize)> {
        let (first, last) = self.selection();
        (self.is_range() && (first.row..=last.row).contains(&row)).then_some((first.col, last.col))
    }

    /// The same hand in a grid that may have become smaller.
    pub fn within(&self, extent: Extent) -> Self {
        let last = extent.last();
        let clamp = |spot: Spot| Spot { row: spot.row.min(last.row), col: spot.col.min(last.col) };
        let (at, corner, anchor) = (clamp(self.at), clamp(self.corner), self.anchor.map(clamp));
        Self { at, corner, anchor, ..self.clone() }
    }

    /// Whether the selection is whole rows.
    pub fn is_whole_rows(&self, extent: Extent) -> bool {
        let (first, last) = self.selection();
        first.col == 0 && last.col == extent.last().col
    }
}
