//! Controlled rounding: a matrix of fair shares becomes whole seats, so that every row keeps its seats and every column
//! its number.
//!
//! A column has a number it aims at, bounds of that number, and weights by which the rows share it; what a row has left is
//! the last column, "others". Each cell becomes the floor or the ceiling of its fair share wherever the locked cells and the
//! bounds allow it; without locked cells they always do, if the fair shares leave no row below zero (M. Bacharach, "Matrix
//! rounding problems", Management Science 12 (1966); L. H. Cox, "A constructive procedure for unbiased controlled rounding",
//! Journal of the American Statistical Association 82 (1987)). Among the roundings the result is, in this order,
//!
//! 1. within the bounds of every column,
//! 2. off the floors and ceilings by as little as possible,
//! 3. as near as possible to the numbers aimed at,
//! 4. nearest to the fair shares: least sum of squares. With one column these are the largest remainders.
//!
//! Several roundings that are equal in all four are a tie, and all of them are reported.
//!
//! Knows no names and no categories. Columns that a seat may count for more than once are problems of their own.

mod exchange;
mod ground;
mod price;
mod problem;
mod start;
mod table;
mod verify;

pub use price::Price;
pub use problem::{Column, Contradiction, ControlledProblem};
pub use verify::{ControlledRejected, verify};

use super::biproportional::tie::{Slack, contested};
use super::biproportional::{Cell, MatrixOutcome, MatrixTie};
use crate::num::Seats;
use ground::Ground;
use serde::{Deserialize, Serialize};
use table::Table;

/// A rounding, or all of them if there is a tie, with the prices that prove it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controlled {
    /// The seats, row by row; the last column is that of the others. A tie holds for the totals of its example.
    pub outcome: MatrixOutcome,
    /// A price per column for [`verify`]: no exchange of seats is worth its prices.
    pub prices: Vec<Price>,
}

/// Rounds `problem`.
///
/// ```
/// use delegate_roster::apportion::controlled::*;
/// use delegate_roster::apportion::biproportional::MatrixOutcome;
/// use delegate_roster::num::Seats;
///
/// // 4, 3 and 2 seats, of which a third: 1 1/3, 1, 2/3.
/// let third = Column { aim: 3, least: 3, most: 9, weights: None };
/// let problem =
///     ControlledProblem { row_seats: [4, 3, 2].map(Seats::from).to_vec(), columns: vec![third], locked: vec![] };
/// let found = solve(&problem).unwrap();
/// let MatrixOutcome::Settled(seats) = &found.outcome else { panic!() };
/// assert_eq!(seats.iter().map(|row| row[0].get()).collect::<Vec<_>>(), [1, 1, 1]);
/// assert_eq!(verify(&problem, &found), Ok(()));
/// ```
///
/// # Errors
///
/// Every [`Contradiction`] found, if nothing satisfies the bounds and the locked cells.
pub fn solve(problem: &ControlledProblem) -> Result<Controlled, Vec<Contradiction>> {
    let found = problem.contradictions();
    if !found.is_empty() {
        return Err(found);
    }
    let mut ground = Ground::of(problem).map_err(|why| vec![why])?;
    start::round(problem, &mut ground);
    let mut table = Table::of(&ground);
    exchange::settle(problem, &mut ground, &mut table).map_err(|why| vec![why])?;
    let prices = exchange::prices(problem, &ground, &table);
    let tight = tight(&ground, &prices);
    let open = contested(ground.rows, ground.columns, &tight);
    let matrix = ground.matrix();
    let outcome = if open.is_empty() {
        MatrixOutcome::Settled(matrix)
    } else {
        MatrixOutcome::Tied(MatrixTie::new(matrix, &open))
    };
    Ok(Controlled { outcome, prices })
}

/// The cells that may have a seat more or less at no price.
fn tight(ground: &Ground, prices: &[Price]) -> Vec<(Cell, Slack)> {
    let mut tight = Vec::new();
    for row in 0..ground.rows {
        let leaving = |column: usize, price: &Price| Some(*price + ground.down(row, column)?);
        let Some(here) = prices.iter().enumerate().filter_map(|(c, p)| leaving(c, p)).min() else { continue };
        for (column, price) in prices.iter().enumerate() {
            let cell = Cell { row, column };
            if ground.up(row, column).is_some_and(|up| here + up == *price) {
                tight.push((cell, Slack::Up));
            } else if leaving(column, price) == Some(here) {
                tight.push((cell, Slack::Down));
            }
        }
    }
    tight
}

impl Controlled {
    /// Seats of a cell: of the only rounding, or of the example of a tie.
    pub fn at(&self, cell: Cell) -> Seats {
        let seats = match &self.outcome {
            MatrixOutcome::Settled(seats) => seats,
            MatrixOutcome::Tied(tie) => &tie.example,
        };
        seats.get(cell.row).and_then(|row| row.get(cell.column)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
