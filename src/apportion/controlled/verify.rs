//! `verify`: checks a rounding against the problem, from the definition alone.
//!
//! Shares no code with the search but the meaning of a tie, and of a problem that is too large: it works out fair shares and
//! costs itself, and asks of the prices only that no exchange of seats is worth them, which proves the rounding best (duality
//! of flows).

use std::fmt;

use super::{Controlled, ControlledProblem, Price};
use crate::apportion::biproportional::tie::{Slack, contested};
use crate::apportion::biproportional::{Cell, MatrixOutcome, MatrixTie};
use crate::num::Seats;
use std::collections::HashMap;

/// What is wrong with a rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlledRejected {
    /// Problem, seats or prices differ in shape, or the figures are too large or too fine to be compared.
    Shape,
    /// A row does not have its seats.
    Row {
        /// The row, by index.
        row: usize,
    },
    /// A column is outside its bounds.
    Column {
        /// The column, by index.
        column: usize,
    },
    /// A locked cell has other seats.
    Locked(Cell),
    /// A seat of this row would be better elsewhere.
    Exchange {
        /// The row, by index.
        row: usize,
    },
    /// The number of this column could be better.
    Number {
        /// The column, by index.
        column: usize,
    },
    /// The tie is not the one the prices show.
    Tie,
}

impl ControlledRejected {
    /// A stable identifier for texts and programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shape => "controlled-rejected-shape",
            Self::Row { .. } => "controlled-rejected-row",
            Self::Column { .. } => "controlled-rejected-column",
            Self::Locked(_) => "controlled-rejected-locked",
            Self::Exchange { .. } => "controlled-rejected-exchange",
            Self::Number { .. } => "controlled-rejected-number",
            Self::Tie => "controlled-rejected-tie",
        }
    }
}

impl fmt::Display for ControlledRejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for ControlledRejected {}

/// Confirms that `found` rounds `problem`: rows, bounds, locked cells, that no rounding is better, and in a tie exactly the
/// contested cells.
///
/// # Errors
///
/// The first [`ControlledRejected`] found.
pub fn verify(problem: &ControlledProblem, found: &Controlled) -> Result<(), ControlledRejected> {
    let seats = match &found.outcome {
        MatrixOutcome::Settled(seats) => seats,
        MatrixOutcome::Tied(tie) => &tie.example,
    };
    let columns = problem.columns.len() + 1;
    let fits = seats.len() == problem.row_seats.len()
        && found.prices.len() == columns
        && seats.iter().all(|row| row.len() == columns);
    let weights = problem.columns.iter().filter_map(|column| column.weights.as_ref());
    let fits = fits && !problem.is_too_large();
    if !fits || weights.into_iter().any(|weights| weights.len() != seats.len()) {
        return Err(ControlledRejected::Shape);
    }
    let locked: HashMap<Cell, Seats> = problem.locked.iter().map(|lock| (lock.cell, lock.seats)).collect();
    if let Some((cell, _)) = locked.iter().find(|(cell, seats)| found.at(**cell) != **seats) {
        return Err(ControlledRejected::Locked(*cell));
    }
    numbers(problem, found, seats)?;
    let denominator = denominator(problem).ok_or(ControlledRejected::Shape)?;
    let mut tight = Vec::new();
    for (row, cells) in seats.iter().enumerate() {
        let all = problem.row_seats.get(row).map_or(0, |seats| seats.get());
        if cells.iter().map(|n| u64::from(n.get())).sum::<u64>() != u64::from(all) {
            return Err(ControlledRejected::Row { row });
        }
        let fair = fair_shares(problem, row, denominator).ok_or(ControlledRejected::Shape)?;
        let change = |column: usize, by: i128| -> Option<Price> {
            let now = i128::from(cells.get(column)?.get());
            let fair = *fair.get(column)?;
            let can = !locked.contains_key(&Cell { row, column }) && now + by >= 0;
            let departed = |n: i128| departure(n, fair, denominator, all.into());
            can.then(|| Price {
                departed: departed(now + by) - departed(now),
                // (n + by)^2 - n^2 over the denominator, less what the fair share takes off.
                squares: by * ((2 * now + by) * denominator - 2 * fair),
                ..Price::ZERO
            })
        };
        // What a seat is worth here: the least price at which it leaves a column.
        let prices = found.prices.iter().enumerate();
        let leave: Vec<_> = prices.map(|(column, price)| Some(*price + change(column, -1)?)).collect();
        let Some(here) = leave.iter().flatten().min() else { continue };
        for (column, (price, leave)) in found.prices.iter().zip(&leave).enumerate() {
            let enter = change(column, 1).map(|up| *here + up);
            if enter.is_some_and(|enter| enter < *price) {
                return Err(ControlledRejected::Exchange { row });
            }
            if enter == Some(*price) {
                tight.push((Cell { row, column }, Slack::Up));
            } else if leave.as_ref() == Some(here) {
                tight.push((Cell { row, column }, Slack::Down));
            }
        }
    }
    let open = contested(seats.len(), columns, &tight);
    let agrees = match &found.outcome {
        MatrixOutcome::Settled(_) => open.is_empty(),
        MatrixOutcome::Tied(tie) => !open.is_empty() && *tie == MatrixTie::new(seats.clone(), &open),
    };
    if agrees { Ok(()) } else { Err(ControlledRejected::Tie) }
}

/// The numbers of the columns: within their bounds, and none worth changing at the prices.
fn numbers(
    problem: &ControlledProblem,
    found: &Controlled,
    seats: &[Vec<Seats>],
) -> Result<(), ControlledRejected> {
    for (at, price) in found.prices.iter().enumerate() {
        let total: i64 = seats.iter().filter_map(|row| row.get(at)).map(|n| i64::from(n.get())).sum();
        let cost = |n: i64| match problem.columns.get(at) {
            None => Price::ZERO,
            Some(column) => {
                let outside = (n - i64::from(column.most)).max(i64::from(column.least) - n).max(0);
                Price { outside, off: (n - i64::from(column.aim)).abs(), ..Price::ZERO }
            }
        };
        if cost(total).outside > 0 {
            return Err(ControlledRejected::Column { column: at });
        }
        if *price + cost(total + 1) < cost(total) || cost(total - 1) - cost(total) < *price {
            return Err(ControlledRejected::Number { column: at });
        }
    }
    Ok(())
}

/// How far `n` seats are from the floor and the ceiling of a fair share, both within the seats of the row.
fn departure(n: i128, fair: i128, denominator: i128, all: i128) -> i64 {
    let floor = fair.div_euclid(denominator).clamp(0, all);
    let ceiling = (-(-fair).div_euclid(denominator)).clamp(0, all);
    i64::try_from((n - ceiling).max(floor - n).max(0)).unwrap_or(i64::MAX)
}

fn denominator(problem: &ControlledProblem) -> Option<i128> {
    let mut all = 1i128;
    for column in &problem.columns {
        let whole = i128::from(problem.whole(column).max(1));
        let (mut a, mut b) = (all, whole);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        all = (all / a).checked_mul(whole).filter(|n| *n <= 1 << 96)?;
    }
    Some(all)
}

fn fair_shares(problem: &ControlledProblem, row: usize, denominator: i128) -> Option<Vec<i128>> {
    let mut rest = i128::from(problem.row_seats.get(row)?.get()) * denominator;
    let mut all = Vec::new();
    for column in 0..problem.columns.len() {
        let fair = problem.fair(Cell { row, column });
        let fair = fair.map_or(0, |fair| i128::from(fair.num()) * (denominator / i128::from(fair.den())));
        rest -= fair;
        all.push(fair);
    }
    all.push(rest);
    Some(all)
}
