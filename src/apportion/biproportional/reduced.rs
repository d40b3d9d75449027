//! `Reduced`: the checked problem with locked cells and the seats that rounding up guarantees taken out.
//!
//! What remains is rounded to the nearest or down: Adams gives every cell with members one seat and then rounds down.
//! Signposts and members are doubled, so that they are integers.

use super::grid::{Grid, at};
use super::problem::{MAX_CELLS, MatrixError, MatrixProblem, Rounding};
use crate::num::Seats;

#[derive(Clone, Debug)]
pub(super) struct Reduced {
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// Twice the members of an open cell, below 2^44; zero if it can take no seat.
    pub(super) weights: Grid<u64>,
    /// Seats that are not to be distributed.
    pub(super) base: Grid<u32>,
    pub(super) row_seats: Vec<u32>,
    pub(super) column_seats: Vec<u32>,
    rounding: Rounding,
}

impl Reduced {
    pub(super) fn of(problem: &MatrixProblem) -> Result<Self, MatrixError> {
        check_shape(problem)?;
        check_totals(problem)?;
        let (rows, columns) = (problem.row_seats.len(), problem.column_seats.len());
        let mut weights = Grid::new(rows, columns);
        let mut base = Grid::new(rows, columns);
        let guaranteed = u32::from(problem.rounding == Rounding::Up);
        for (i, row) in problem.members.iter().enumerate() {
            for (j, members) in row.iter().enumerate().filter(|(_, members)| members.get() > 0) {
                weights.put(i, j, 2 * members.get());
                base.put(i, j, guaranteed);
            }
        }
        lock(problem, &mut weights, &mut base)?;
        let mut needs = (vec![0u64; rows], vec![0u64; columns]);
        for (i, row_needs) in needs.0.iter_mut().enumerate() {
            for (column_needs, &seats) in needs.1.iter_mut().zip(base.row(i)) {
                *row_needs += u64::from(seats);
                *column_needs += u64::from(seats);
            }
        }
        let row_seats = open_seats(&problem.row_seats, &needs.0)
            .map_err(|(row, needed, seats)| MatrixError::RowTooSmall { row, needed, seats })?;
        let column_seats = open_seats(&problem.column_seats, &needs.1)
            .map_err(|(column, needed, seats)| MatrixError::ColumnTooSmall { column, needed, seats })?;
        Ok(Self { rows, columns, weights, base, row_seats, column_seats, rounding: problem.rounding })
    }

    /// Twice the quotient at which a cell gets its `k`-th open seat; `k` from 1.
    pub(super) fn signpost(&self, k: u32) -> u64 {
        2 * u64::from(k) - u64::from(self.rounds_to_nearest())
    }

    pub(super) fn rounds_to_nearest(&self) -> bool {
        self.rounding == Rounding::Nearest
    }

    /// The error that names `rows` and `columns` as a set in which the seats of the rows have no room.
    pub(super) fn infeasible(&self, rows: Vec<usize>, columns: Vec<usize>) -> MatrixError {
        let sum = |seats: &[u32], of: &[usize]| of.iter().map(|&i| u64::from(at(seats, i))).sum();
        let (needed, available) = (sum(&self.row_seats, &rows), sum(&self.column_seats, &columns));
        MatrixError::Infeasible { rows, columns, needed, available }
    }
}

fn check_shape(problem: &MatrixProblem) -> Result<(), MatrixError> {
    let (rows, columns) = (problem.members.len(), problem.column_seats.len());
    if problem.row_seats.len() != rows {
        return Err(MatrixError::RowSeatsLength { rows, seats: problem.row_seats.len() });
    }
    if rows == 0 || columns == 0 {
        return Err(MatrixError::Empty);
    }
    if rows.checked_mul(columns).is_none_or(|cells| cells > MAX_CELLS) {
        return Err(MatrixError::TooManyCells { rows, columns });
    }
    match problem.members.iter().enumerate().find(|(_, row)| row.len() != columns) {
        Some((row, cells)) => Err(MatrixError::RowLength { row, cells: cells.len(), columns }),
        None => Ok(()),
    }
}

fn check_totals(problem: &MatrixProblem) -> Result<(), MatrixError> {
    let sum = |seats: &[Seats]| seats.iter().map(|s| u64::from(s.get())).sum::<u64>();
    let (rows, columns) = (sum(&problem.row_seats), sum(&problem.column_seats));
    if rows != columns {
        return Err(MatrixError::TotalsDiffer { rows, columns });
    }
    if rows > u64::from(Seats::MAX.get()) {
        return Err(MatrixError::TooManySeats { seats: rows });
    }
    Ok(())
}

fn lock(problem: &MatrixProblem, weights: &mut Grid<u64>, base: &mut Grid<u32>) -> Result<(), MatrixError> {
    let (rows, columns) = (problem.row_seats.len(), problem.column_seats.len());
    let mut done = Grid::<bool>::new(rows, columns);
    for (entry, locked) in problem.locked.iter().enumerate() {
        let (i, j) = (locked.cell.row, locked.cell.column);
        if i >= rows || j >= columns {
            return Err(MatrixError::LockedOutside { entry });
        }
        if done.at(i, j) {
            return Err(MatrixError::LockedTwice { entry });
        }
        done.put(i, j, true);
        weights.put(i, j, 0);
        base.put(i, j, locked.seats.get());
    }
    Ok(())
}

/// What is left of `seats` after `needs`, or the first line that has too few, its needs and its seats.
fn open_seats(seats: &[Seats], needs: &[u64]) -> Result<Vec<u32>, (usize, u64, u64)> {
    let lines = seats.iter().zip(needs).enumerate();
    lines
        .map(|(line, (seats, &needed))| {
            let open = u64::from(seats.get()).checked_sub(needed).and_then(|open| u32::try_from(open).ok());
            open.ok_or((line, needed, u64::from(seats.get())))
        })
        .collect()
}
