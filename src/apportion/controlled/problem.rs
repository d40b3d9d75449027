//! `ControlledProblem`: rows with their seats, columns with their numbers, and cells set by hand. Finds the contradictions
//! that can be seen without a search.

use crate::apportion::biproportional::grid::{Grid, alter, at};
use crate::apportion::biproportional::{Cell, Locked};
use crate::limits::{MAX_CATEGORIES, MAX_UNITS};
use crate::num::{Ratio, Seats, Weight};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fmt;

/// What has to be rounded. Plain input: [`solve`](super::solve) checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlledProblem {
    /// Seats of each row.
    pub row_seats: Vec<Seats>,
    /// The columns but for the others.
    pub columns: Vec<Column>,
    /// Cells set by hand; never of the others.
    pub locked: Vec<Locked>,
}

/// A column: how many of the seats it is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The number that is shared out: its fair shares sum to it. Those of all columns together are no more than the largest house.
    pub aim: u32,
    /// The fewest seats it may have.
    pub least: u32,
    /// The most seats it may have.
    pub most: u32,
    /// In proportion to what the rows share it; `None` for their seats.
    pub weights: Option<Vec<Weight>>,
}

/// Why nothing satisfies the bounds and the locked cells, with whoever contradicts one another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contradiction {
    /// The weights are not as many as the rows, or a locked cell lies outside or is locked twice.
    Shape,
    /// More rows, columns or seats, a larger number aimed at, or more exchanges of seats than are computed at once.
    TooLarge,
    /// The weights of the columns have no common measure that is small enough.
    TooFine,
    /// A locked cell has more than all the seats of its row.
    LockAboveRow {
        /// The cell.
        cell: Cell,
        /// What it is locked at.
        locked: u32,
        /// The seats of its row.
        seats: u32,
    },
    /// The locked cells of a row have more than its seats together.
    LocksAboveRow {
        /// The row, by index.
        row: usize,
        /// What they are locked at together.
        locked: u64,
        /// The seats of the row.
        seats: u32,
    },
    /// The columns need more seats together than there are.
    ColumnsAboveSeats {
        /// The columns that need any, by index.
        columns: Vec<usize>,
        /// What they need.
        needed: u64,
        /// All seats.
        seats: u64,
    },
    /// The locked cells of a column are above its most.
    LocksAboveMost {
        /// The column, by index.
        column: usize,
        /// What they are locked at together.
        locked: u64,
        /// The most.
        most: u32,
    },
    /// These columns need more together than the rows can give them beside their locked cells.
    ColumnsShort {
        /// The columns, by index.
        columns: Vec<usize>,
        /// What they need.
        needed: u64,
        /// What the rows can give.
        possible: u64,
    },
}

impl Contradiction {
    /// A stable identifier for texts and programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape => "controlled-shape",
            Self::TooLarge => "controlled-too-large",
            Self::TooFine => "controlled-too-fine",
            Self::LockAboveRow { .. } => "controlled-lock-above-row",
            Self::LocksAboveRow { .. } => "controlled-locks-above-row",
            Self::ColumnsAboveSeats { .. } => "controlled-columns-above-seats",
            Self::LocksAboveMost { .. } => "controlled-locks-above-most",
            Self::ColumnsShort { .. } => "controlled-columns-short",
        }
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Contradiction {}

impl ControlledProblem {
    /// All seats.
    pub fn seats(&self) -> u64 {
        self.row_seats.iter().map(|seats| u64::from(seats.get())).sum()
    }

    /// The weight of a row in a column, and that of all rows.
    pub(super) fn weight(&self, row: usize, column: &Column) -> u64 {
        match &column.weights {
            Some(weights) => weights.get(row).map_or(0, |weight| weight.get()),
            None => self.row_seats.get(row).map_or(0, |seats| seats.get().into()),
        }
    }

    /// The weight of all rows in a column.
    pub(super) fn whole(&self, column: &Column) -> u64 {
        match &column.weights {
            Some(weights) => weights.iter().map(|weight| weight.get()).sum(),
            None => self.seats(),
        }
    }

    /// The fair share of a cell: the number its column aims at, in proportion; none where no row has
    /// any weight. `None` for the others, and beyond any number of seats.
    pub fn fair(&self, cell: Cell) -> Option<Ratio> {
        let column = self.columns.get(cell.column)?;
        // At most 2^20 * 2^43 in a problem that is not too large.
        let part = u64::from(column.aim).checked_mul(self.weight(cell.row, column))?;
        Ratio::new(part, self.whole(column).max(1))
    }

    /// Whether there is more than 128 bits hold for certain: the rows, the columns, all seats, or the numbers aimed at together.
    pub(super) fn is_too_large(&self) -> bool {
        let aims: u64 = self.columns.iter().map(|column| u64::from(column.aim)).sum();
        self.row_seats.len() > MAX_UNITS
            || self.columns.len() > MAX_CATEGORIES
            || self.seats().max(aims) > Seats::MAX.get().into()
    }

    /// What contradicts itself at first sight. More can come to light in the search.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let (rows, columns) = (self.row_seats.len(), self.columns.len());
        let fits = |column: &Column| column.weights.as_ref().is_none_or(|weights| weights.len() == rows);
        let mut cells = HashSet::new();
        let locks_fit = self
            .locked
            .iter()
            .all(|lock| lock.cell.row < rows && lock.cell.column < columns && cells.insert(lock.cell));
        if !self.columns.iter().all(fits) || !locks_fit {
            return vec![Contradiction::Shape];
        }
        let mut found = self.rows_with_too_many_locks();
        if found.is_empty() {
            found = self.columns_that_do_not_fit();
        }
        if found.is_empty() && self.is_too_large() {
            found.push(Contradiction::TooLarge);
        }
        found
    }

    fn rows_with_too_many_locks(&self) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let mut sums = vec![0u64; self.row_seats.len()];
        for lock in &self.locked {
            let (locked, seats) = (lock.seats.get(), at(&self.row_seats, lock.cell.row).get());
            alter(&mut sums, lock.cell.row, |sum| sum + u64::from(locked));
            if locked > seats {
                found.push(Contradiction::LockAboveRow { cell: lock.cell, locked, seats });
            }
        }
        if found.is_empty() {
            for (row, (locked, seats)) in sums.into_iter().zip(&self.row_seats).enumerate() {
                if locked > u64::from(seats.get()) {
                    found.push(Contradiction::LocksAboveRow { row, locked, seats: seats.get() });
                }
            }
        }
        found
    }

    fn columns_that_do_not_fit(&self) -> Vec<Contradiction> {
        let (rows, columns) = (self.row_seats.len(), self.columns.len());
        let mut fixed = Grid::<bool>::new(rows, columns);
        let mut free: Vec<u64> = self.row_seats.iter().map(|seats| seats.get().into()).collect();
        let mut sums = vec![0u64; columns];
        for lock in &self.locked {
            let seats = u64::from(lock.seats.get());
            fixed.put(lock.cell.row, lock.cell.column, true);
            alter(&mut free, lock.cell.row, |free| free.saturating_sub(seats));
            alter(&mut sums, lock.cell.column, |sum| sum + seats);
        }
        let mut found = Vec::new();
        for (at, (column, &locked)) in self.columns.iter().zip(&sums).enumerate() {
            let open = free.iter().enumerate().filter(|(row, _)| !fixed.at(*row, at));
            let possible = locked + open.map(|(_, free)| free).sum::<u64>();
            if locked > u64::from(column.most) {
                found.push(Contradiction::LocksAboveMost { column: at, locked, most: column.most });
            } else if possible < u64::from(column.least) {
                let needed = column.least.into();
                found.push(Contradiction::ColumnsShort { columns: vec![at], needed, possible });
            }
        }
        let needed = self.columns.iter().map(|column| u64::from(column.least)).sum();
        if found.is_empty() && needed > self.seats() {
            let some = self.columns.iter().enumerate().filter(|(_, column)| column.least > 0);
            let columns = some.map(|(at, _)| at).collect();
            found.push(Contradiction::ColumnsAboveSeats { columns, needed, seats: self.seats() });
        }
        found
    }
}
