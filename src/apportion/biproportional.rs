//! Double proportion: seats for every cell of a matrix, with given totals of rows and columns.
//!
//! Each cell gets its members divided by a row divisor and a column divisor, rounded. Such divisors exist whenever any
//! distribution has the totals, and the result is unique except for ties (M. Balinski and G. Demange, "An axiomatic
//! approach to proportionality between matrices", Mathematics of Operations Research 14 (1989)). Used for the parliaments
//! of Zürich, Aargau and others (F. Pukelsheim), and here as well for controlled rounding: a matrix of targets with row
//! and column totals, some cells locked.
//!
//! Knows no names. Rows and columns are treated alike, and their order does not matter, except to
//! [`MatrixTie::example`] and the choice of the divisors among those that prove the same result.

mod approx;
mod exact;
mod flow;
pub(super) mod grid;
mod lot;
mod natural;
mod problem;
mod reduced;
mod start;
pub(super) mod tie;
mod verify;

pub use lot::{MatrixLot, MatrixLotError};
pub use natural::{Divisor, Natural};
pub use problem::{Cell, Locked, MAX_CELLS, MatrixError, MatrixProblem, Rounding};
pub use verify::{MatrixRejected, verify};

use crate::num::{Seats, packed};
use exact::Labels;
use grid::alter;
use reduced::Reduced;
use serde::{Deserialize, Serialize};
use tie::Slack;

/// A distribution, or all of them if there is a tie, with the divisors that prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixAllocation {
    /// The seats.
    pub outcome: MatrixOutcome,
    /// Divisors for [`verify`]. In a tie the same divisors prove every distribution.
    pub divisors: Divisors,
}

/// What the members decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatrixOutcome {
    /// One distribution, row by row.
    Settled(#[serde(with = "packed::matrix")] Vec<Vec<Seats>>),
    /// Several.
    Tied(MatrixTie),
}

/// All distributions of a tie: `certain` plus at most one seat in each contested cell, such that the open seats of every
/// row and column are given. Every such choice is in proportion, and no other distribution is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixTie {
    /// Seats that every distribution gives, row by row.
    #[serde(with = "packed::matrix")]
    pub certain: Vec<Vec<Seats>>,
    /// Cells that have one seat more in some distributions and not in others, in reading order.
    #[serde(with = "problem::cells")]
    pub contested: Vec<Cell>,
    /// Open seats per row.
    #[serde(with = "packed::seats")]
    pub open_rows: Vec<Seats>,
    /// Open seats per column.
    #[serde(with = "packed::seats")]
    pub open_columns: Vec<Seats>,
    /// One of the distributions, no better than the others.
    #[serde(with = "packed::matrix")]
    pub example: Vec<Vec<Seats>>,
}

/// One divisor per row and per column. Only their products matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divisors {
    /// Divisors of the rows.
    pub rows: Vec<Divisor>,
    /// Divisors of the columns.
    pub columns: Vec<Divisor>,
}

/// Distributes the seats of `problem`.
///
/// ```
/// use delegate_roster::apportion::biproportional::*;
/// use delegate_roster::num::{Seats, Weight};
///
/// let problem = MatrixProblem {
///     members: vec![vec![123, 45, 815], vec![912, 714, 414], vec![312, 255, 215]]
///         .into_iter()
///         .map(|row| row.into_iter().map(|m: u32| Weight::from(m)).collect())
///         .collect(),
///     row_seats: [5, 11, 4].map(Seats::from).to_vec(),
///     column_seats: [7, 5, 8].map(Seats::from).to_vec(),
///     locked: vec![],
///     rounding: Rounding::Nearest,
/// };
/// let allocation = solve(&problem).unwrap();
/// let MatrixOutcome::Settled(seats) = &allocation.outcome else { panic!() };
/// assert_eq!(seats[1], [4, 4, 3].map(Seats::from));
/// assert_eq!(verify(&problem, &allocation), Ok(()));
/// ```
///
/// # Errors
///
/// [`MatrixError`] if the shape or the totals do not fit, or no distribution has the totals; the lines are named by
/// index.
pub fn solve(problem: &MatrixProblem) -> Result<MatrixAllocation, MatrixError> {
    let reduced = Reduced::of(problem)?;
    let mut draft = start::draft(&reduced)?;
    flow::balance(&reduced, &mut draft)?;
    start::center(&reduced, &mut draft);
    let labels = exact::prove(&reduced, &mut draft);
    let contested = tie::contested(reduced.rows, reduced.columns, &tight(&reduced, &draft, &labels));
    let found = |i: usize, j: usize| reduced.base.at(i, j) + draft.seats.at(i, j);
    let matrix = matrix(&reduced, found);
    let outcome = if contested.is_empty() {
        MatrixOutcome::Settled(matrix)
    } else {
        MatrixOutcome::Tied(MatrixTie::new(matrix, &contested))
    };
    Ok(MatrixAllocation { outcome, divisors: Divisors::new(labels) })
}

/// The open cells whose quotient is a signpost.
fn tight(reduced: &Reduced, draft: &start::Draft, labels: &Labels) -> Vec<(Cell, Slack)> {
    let mut tight = Vec::new();
    for row in 0..reduced.rows {
        for (column, &weight) in reduced.weights.row(row).iter().enumerate().filter(|(_, w)| **w > 0) {
            let seats = draft.seats.at(row, column);
            let on = |k: u32| labels.cmp(row, column, weight, reduced.signpost(k)).is_eq();
            if on(seats + 1) {
                tight.push((Cell { row, column }, Slack::Up));
            } else if seats > 0 && on(seats) {
                tight.push((Cell { row, column }, Slack::Down));
            }
        }
    }
    tight
}

fn matrix(reduced: &Reduced, seats: impl Fn(usize, usize) -> u32) -> Vec<Vec<Seats>> {
    // No cell exceeds its row, which is within the limit.
    let cell = |i, j| Seats::new(seats(i, j)).unwrap_or(Seats::MAX);
    (0..reduced.rows).map(|i| (0..reduced.columns).map(|j| cell(i, j)).collect()).collect()
}

impl MatrixTie {
    pub(super) fn new(example: Vec<Vec<Seats>>, contested: &[(Cell, Slack)]) -> Self {
        let mut certain = example.clone();
        let columns = certain.first().map_or(0, Vec::len);
        let (mut open_rows, mut open_columns) = (vec![0u32; certain.len()], vec![0u32; columns]);
        for (cell, _) in contested.iter().filter(|(_, slack)| *slack == Slack::Down) {
            let slot = certain.get_mut(cell.row).and_then(|row| row.get_mut(cell.column));
            if let Some(seats) = slot {
                *seats = Seats::new(seats.get().saturating_sub(1)).unwrap_or_default();
            }
            alter(&mut open_rows, cell.row, |open| open + 1);
            alter(&mut open_columns, cell.column, |open| open + 1);
        }
        let seats = |open: Vec<u32>| open.into_iter().map(|n| Seats::new(n).unwrap_or_default()).collect();
        Self {
            certain,
            contested: contested.iter().map(|(cell, _)| *cell).collect(),
            open_rows: seats(open_rows),
            open_columns: seats(open_columns),
            example,
        }
    }
}

impl Divisors {
    fn new(labels: Labels) -> Self {
        let mut rows = labels.nodes;
        let columns = rows.split_off(labels.rows).into_iter().map(Divisor::inverted).collect();
        Self { rows, columns }
    }
}

#[cfg(test)]
mod tests;
