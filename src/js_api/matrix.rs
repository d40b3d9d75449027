//! Double-proportional seats for a matrix.

use super::answer::{Failure, Whole};
use crate::apportion::biproportional::{
    Divisor, MatrixAllocation, MatrixOutcome, MatrixProblem, Rounding, solve,
};
use crate::num::{Seats, Weight};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    matrix: Vec<Vec<Whole>>,
    row_seats: Vec<Whole>,
    column_seats: Vec<Whole>,
    method: Option<String>,
}

/// The result of `biproportional`; divisors are exact fractions in text.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub(super) enum Answer {
    Settled {
        seats: Vec<Vec<u32>>,
        row_divisors: Vec<String>,
        column_divisors: Vec<String>,
    },
    Tied {
        certain: Vec<Vec<u32>>,
        contested: Vec<(usize, usize)>,
        open_rows: Vec<u32>,
        open_columns: Vec<u32>,
    },
}

/// Seats for the cells.
pub(super) fn biproportional(request: Request) -> Result<Answer, Failure> {
    let rounding = match request.method.as_deref() {
        None | Some("webster" | "sainte-lague") => Rounding::Nearest,
        Some("jefferson" | "dhondt") => Rounding::Down,
        Some("adams") => Rounding::Up,
        Some(_) => return Err(Failure::new("unknown-method", "method", "One of webster, jefferson, adams.")),
    };
    let members = request.matrix.iter().enumerate().map(|(row, cells)| {
        let cell = |(column, number): (usize, &Whole)| {
            let path = || format!("matrix[{row}][{column}]");
            Weight::new(number.get()).ok_or_else(|| Failure::new("too-large", path(), "Above 2^43 - 1."))
        };
        cells.iter().enumerate().map(cell).collect::<Result<Vec<_>, _>>()
    });
    let problem = MatrixProblem {
        members: members.collect::<Result<_, _>>()?,
        row_seats: totals(&request.row_seats, "row_seats")?,
        column_seats: totals(&request.column_seats, "column_seats")?,
        locked: Vec::new(),
        rounding,
    };
    let found =
        solve(&problem).map_err(|error| Failure::new(error.code(), "matrix", format!("{error:?}")))?;
    let MatrixAllocation { outcome, divisors } = found;
    Ok(match outcome {
        MatrixOutcome::Settled(seats) => Answer::Settled {
            seats: numbers(&seats),
            row_divisors: divisors.rows.iter().map(text).collect(),
            column_divisors: divisors.columns.iter().map(text).collect(),
        },
        MatrixOutcome::Tied(tie) => Answer::Tied {
            certain: numbers(&tie.certain),
            contested: tie.contested.iter().map(|cell| (cell.row, cell.column)).collect(),
            open_rows: tie.open_rows.iter().map(|seats| seats.get()).collect(),
            open_columns: tie.open_columns.iter().map(|seats| seats.get()).collect(),
        },
    })
}

fn totals(given: &[Whole], name: &str) -> Result<Vec<Seats>, Failure> {
    let total = |(at, number): (usize, &Whole)| {
        let seats = u32::try_from(number.get()).ok().and_then(Seats::new);
        seats.ok_or_else(|| Failure::new("too-large", format!("{name}[{at}]"), "Above 2^20 seats."))
    };
    given.iter().enumerate().map(total).collect()
}

fn numbers(matrix: &[Vec<Seats>]) -> Vec<Vec<u32>> {
    matrix.iter().map(|row| row.iter().map(|seats| seats.get()).collect()).collect()
}

fn text(divisor: &Divisor) -> String {
    format!("{}/{}", divisor.num, divisor.den)
}
