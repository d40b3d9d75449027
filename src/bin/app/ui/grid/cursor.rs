//! `Cursor`: where the hand is in the grid: the active cell, the other corner of the selection, what is being typed.
//! Moves by the keys of a spreadsheet. Pure; knows no browser.

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
    /// The other corner of the selection.
    pub corner: Spot,
    /// The text being typed, if any.
    pub typing: Option<Typing>,
}

/// A text being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    pub text: String,
    pub arrows: Arrows,
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
    Top,
    Bottom,
    First,
    Last,
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
    pub fn moved(self, step: Move, extent: Extent) -> Self {
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
            Move::Top => (0, col),
            Move::Bottom => (last.row, col),
            Move::First => (0, 0),
            Move::Last => (last.row, last.col),
        };
        Self { row: row.min(last.row), col: col.min(last.col) }
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
        Self { at, corner: at, typing: None }
    }

    /// The selected rectangle: its first and its last cell.
    pub fn selection(&self) -> (Spot, Spot) {
        let (a, b) = (self.at, self.corner);
        (
            Spot { row: a.row.min(b.row), col: a.col.min(b.col) },
            Spot { row: a.row.max(b.row), col: a.col.max(b.col) },
        )
    }

    /// Whether more than one cell is selected.
    pub fn is_range(&self) -> bool {
        self.at != self.corner
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
        Self { at: clamp(self.at), corner: clamp(self.corner), typing: self.typing.clone() }
    }
}
