//! `MatrixProblem`: a matrix of members with the seats of every row and column. Knows no names.

use crate::num::{Seats, Weight};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most cells of a matrix. The search works on the dense matrix; 200 units by 12 categories are 2,400.
pub const MAX_CELLS: usize = 1 << 16;

/// How quotients become seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rounding {
    /// Up, as Adams: every cell with members has a seat.
    Up,
    /// To the nearest, as Webster and Sainte-Laguë.
    Nearest,
    /// Down, as Jefferson and d'Hondt.
    Down,
}

/// A cell of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The row, by index.
    pub row: usize,
    /// The column, by index.
    pub column: usize,
}

/// A list of cells as one block of numbers, for the way to another thread.
pub(super) mod cells {
    use super::Cell;
    use crate::num::packed::numbers;
    use serde::{Deserializer, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(cells: &[Cell], to: S) -> Result<S::Ok, S::Error> {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let flat: Vec<u32> = cells.iter().flat_map(|cell| [small(cell.row), small(cell.column)]).collect();
        numbers::serialize(&flat, to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Cell>, D::Error> {
        let flat = numbers::deserialize(from)?;
        let cell = |[row, column]: &[u32; 2]| Cell { row: *row as usize, column: *column as usize };
        Ok(flat.as_chunks::<2>().0.iter().map(cell).collect())
    }
}

/// A cell whose seats are set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locked {
    /// The cell.
    pub cell: Cell,
    /// Its seats, whatever its members.
    pub seats: Seats,
}

/// What has to be distributed. Plain input: [`solve`](super::solve) checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixProblem {
    /// Members, row by row; or targets, in any common unit. A cell without members gets no seat.
    pub members: Vec<Vec<Weight>>,
    /// Seats of each row.
    pub row_seats: Vec<Seats>,
    /// Seats of each column.
    pub column_seats: Vec<Seats>,
    /// Cells set by hand; the rest is distributed around them.
    pub locked: Vec<Locked>,
    /// How quotients become seats.
    pub rounding: Rounding,
}

/// Why there is no distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatrixError {
    /// No rows or no columns.
    Empty,
    /// More cells than [`MAX_CELLS`].
    TooManyCells {
        /// Rows given.
        rows: usize,
        /// Columns given.
        columns: usize,
    },
    /// There are not as many row totals as rows.
    RowSeatsLength {
        /// Rows of the matrix.
        rows: usize,
        /// Totals given.
        seats: usize,
    },
    /// A row has not as many cells as there are column totals.
    RowLength {
        /// The row, by index.
        row: usize,
        /// Its cells.
        cells: usize,
        /// Column totals given.
        columns: usize,
    },
    /// The rows and the columns do not sum to the same house.
    TotalsDiffer {
        /// Seats of all rows.
        rows: u64,
        /// Seats of all columns.
        columns: u64,
    },
    /// The house is larger than [`Seats::MAX`].
    TooManySeats {
        /// Seats of all rows.
        seats: u64,
    },
    /// A locked cell lies outside the matrix.
    LockedOutside {
        /// The entry of the list, by index.
        entry: usize,
    },
    /// A cell is locked twice.
    LockedTwice {
        /// The later entry, by index.
        entry: usize,
    },
    /// Locked cells, and with rounding up one seat for each cell with members, need more than the row has.
    RowTooSmall {
        /// The row, by index.
        row: usize,
        /// Seats its cells need.
        needed: u64,
        /// Seats it has.
        seats: u64,
    },
    /// The same of a column.
    ColumnTooSmall {
        /// The column, by index.
        column: usize,
        /// Seats its cells need.
        needed: u64,
        /// Seats it has.
        seats: u64,
    },
    /// The open seats of these rows fit only into these columns, which have too few. Open are the seats beyond locked
    /// cells and, with rounding up, beyond one for each cell with members.
    Infeasible {
        /// The rows, by index.
        rows: Vec<usize>,
        /// All columns in which these rows have open cells, by index.
        columns: Vec<usize>,
        /// Open seats of the rows.
        needed: u64,
        /// Open seats of the columns.
        available: u64,
    },
}

impl MatrixError {
    /// A stable identifier for texts and programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "matrix-empty",
            Self::TooManyCells { .. } => "matrix-too-many-cells",
            Self::RowSeatsLength { .. } => "matrix-row-seats-length",
            Self::RowLength { .. } => "matrix-row-length",
            Self::TotalsDiffer { .. } => "matrix-totals-differ",
            Self::TooManySeats { .. } => "matrix-too-many-seats",
            Self::LockedOutside { .. } => "matrix-locked-outside",
            Self::LockedTwice { .. } => "matrix-locked-twice",
            Self::RowTooSmall { .. } => "matrix-row-too-small",
            Self::ColumnTooSmall { .. } => "matrix-column-too-small",
            Self::Infeasible { .. } => "matrix-infeasible",
        }
    }
}

impl fmt::Display for MatrixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for MatrixError {}
