//! `verify`: checks a result against the problem, from the definition alone.
//!
//! Shares no code with the search but the meaning of a tie. Takes one comparison or two per cell.

use std::cmp::Ordering;
use std::fmt;

use super::natural::{Divisor, Natural};
use super::problem::{Cell, MatrixProblem, Rounding};
use super::tie::{Slack, contested};
use super::{MatrixAllocation, MatrixOutcome, MatrixTie};
use crate::num::Seats;

/// What is wrong with a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixRejected {
    /// The matrix, the totals, the divisors or the result differ in shape.
    Shape,
    /// The seats of a row do not sum to its total.
    Row {
        /// The row, by index.
        row: usize,
    },
    /// The seats of a column do not sum to its total.
    Column {
        /// The column, by index.
        column: usize,
    },
    /// A divisor of a row or a column is not positive.
    Divisor,
    /// A locked cell has other seats, or a cell without members has seats.
    Fixed(Cell),
    /// Members over divisors do not round to the seats.
    Quotient(Cell),
    /// The tie is not the one the divisors show: other cells are contested, or other seats certain.
    Tie,
}

impl MatrixRejected {
    /// A stable identifier for texts and programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shape => "matrix-rejected-shape",
            Self::Row { .. } => "matrix-rejected-row",
            Self::Column { .. } => "matrix-rejected-column",
            Self::Divisor => "matrix-rejected-divisor",
            Self::Fixed(_) => "matrix-rejected-fixed",
            Self::Quotient(_) => "matrix-rejected-quotient",
            Self::Tie => "matrix-rejected-tie",
        }
    }
}

impl fmt::Display for MatrixRejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for MatrixRejected {}

/// Confirms that `allocation` solves `problem`: totals, locked cells, every quotient on the right side of its signposts,
/// and in a tie exactly the contested cells.
///
/// # Errors
///
/// The first [`MatrixRejected`] found.
pub fn verify(problem: &MatrixProblem, allocation: &MatrixAllocation) -> Result<(), MatrixRejected> {
    let seats = match &allocation.outcome {
        MatrixOutcome::Settled(seats) => seats,
        MatrixOutcome::Tied(tie) => &tie.example,
    };
    check_shape(problem, allocation, seats)?;
    check_totals(problem, seats)?;
    let tight = check_cells(problem, allocation, seats)?;
    let open = contested(problem.row_seats.len(), problem.column_seats.len(), &tight);
    let agrees = match &allocation.outcome {
        MatrixOutcome::Settled(_) => open.is_empty(),
        MatrixOutcome::Tied(tie) => !open.is_empty() && *tie == MatrixTie::new(seats.clone(), &open),
    };
    if agrees { Ok(()) } else { Err(MatrixRejected::Tie) }
}

fn check_shape(
    problem: &MatrixProblem,
    allocation: &MatrixAllocation,
    seats: &[Vec<Seats>],
) -> Result<(), MatrixRejected> {
    let (rows, columns) = (problem.row_seats.len(), problem.column_seats.len());
    let divisors = &allocation.divisors;
    let fits = problem.members.len() == rows
        && seats.len() == rows
        && divisors.rows.len() == rows
        && divisors.columns.len() == columns
        && problem.members.iter().all(|row| row.len() == columns)
        && seats.iter().all(|row| row.len() == columns);
    if !fits {
        return Err(MatrixRejected::Shape);
    }
    let zero = |d: &Divisor| d.num.is_zero() || d.den.is_zero();
    let broken = divisors.rows.iter().chain(&divisors.columns).any(zero);
    if broken { Err(MatrixRejected::Divisor) } else { Ok(()) }
}

fn check_totals(problem: &MatrixProblem, seats: &[Vec<Seats>]) -> Result<(), MatrixRejected> {
    let mut columns = vec![0u64; problem.column_seats.len()];
    for (row, (cells, total)) in seats.iter().zip(&problem.row_seats).enumerate() {
        columns.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += u64::from(cell.get()));
        if cells.iter().map(|cell| u64::from(cell.get())).sum::<u64>() != u64::from(total.get()) {
            return Err(MatrixRejected::Row { row });
        }
    }
    let totals = columns.iter().zip(&problem.column_seats).enumerate();
    match totals.into_iter().find(|(_, (sum, total))| **sum != u64::from(total.get())) {
        Some((column, _)) => Err(MatrixRejected::Column { column }),
        None => Ok(()),
    }
}

/// Checks every cell and returns those whose quotient is a signpost.
fn check_cells(
    problem: &MatrixProblem,
    allocation: &MatrixAllocation,
    seats: &[Vec<Seats>],
) -> Result<Vec<(Cell, Slack)>, MatrixRejected> {
    let mut locked: Vec<(Cell, Seats)> = problem.locked.iter().map(|l| (l.cell, l.seats)).collect();
    locked.sort();
    let mut tight = Vec::new();
    let lines = problem.members.iter().zip(seats).zip(&allocation.divisors.rows).enumerate();
    for (row, ((members, seats), by_row)) in lines {
        let cells = members.iter().zip(seats).zip(&allocation.divisors.columns).enumerate();
        for (column, ((members, &seats), by_column)) in cells {
            let cell = Cell { row, column };
            let by_hand = locked.binary_search_by_key(&cell, |(cell, _)| *cell);
            let fixed = match by_hand {
                Ok(entry) => locked.get(entry).map(|(_, seats)| *seats),
                Err(_) => (members.get() == 0).then_some(Seats::ZERO),
            };
            match fixed {
                Some(fixed) if fixed == seats => {}
                Some(_) => return Err(MatrixRejected::Fixed(cell)),
                None => {
                    let side = check_quotient(problem.rounding, members.get(), seats, by_row, by_column);
                    let slack = side.map_err(|()| MatrixRejected::Quotient(cell))?;
                    tight.extend(slack.map(|slack| (cell, slack)));
                }
            }
        }
    }
    Ok(tight)
}

/// `d(a) <= 2 v / (r c) <= d(a + 1)`, where `d` is twice the signpost and the first is void for no seats.
fn check_quotient(
    rounding: Rounding,
    members: u64,
    seats: Seats,
    by_row: &Divisor,
    by_column: &Divisor,
) -> Result<Option<Slack>, ()> {
    let signpost = |k: u32| match rounding {
        Rounding::Up => 2 * u64::from(k) - 2,
        Rounding::Nearest => 2 * u64::from(k) - 1,
        Rounding::Down => 2 * u64::from(k),
    };
    let num: Natural = by_row.den.times(&by_column.den).times_small(2 * members);
    let den: Natural = by_row.num.times(&by_column.num);
    let side = |k: u32| num.cmp(&den.times_small(signpost(k)));
    let above = side(seats.get() + 1);
    if above == Ordering::Greater {
        return Err(());
    }
    let below = if seats == Seats::ZERO { Ordering::Greater } else { side(seats.get()) };
    match (above, below) {
        (_, Ordering::Less) => Err(()),
        (Ordering::Equal, _) => Ok(Some(Slack::Up)),
        (_, Ordering::Equal) => Ok(Some(Slack::Down)),
        _ => Ok(None),
    }
}
