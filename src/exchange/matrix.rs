//! `MatrixTable`: a pasted table as a matrix of members with its totals. Headings name the columns, the first cell of a row
//! names it; the last column holds the seats of the rows, the last row those of the columns. Computes no seats.

use super::{CellError, Grid, entry_within};
use crate::apportion::biproportional::{MatrixProblem, Rounding};
use crate::limits::{MAX_SEATS, MAX_WEIGHT};
use crate::num::{Seats, Weight};

/// The most cells of members: more would take longer to draw than to work out.
const MAX_CELLS: usize = 10_000;

/// A matrix with the names of its rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixTable {
    /// The names of the rows.
    pub rows: Vec<String>,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// Members and totals.
    pub problem: MatrixProblem,
}

/// Why a table is no matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatrixTableError {
    /// It needs headings, a row, a row of totals, and at least one column beside names and totals.
    TooSmall,
    /// More cells than are worked out at once.
    TooManyCells {
        /// Its rows, without headings and totals.
        rows: usize,
        /// Its columns, without names and totals.
        columns: usize,
    },
    /// A cell does not hold a number that fits.
    Cell {
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// What it says.
        text: String,
        /// Why it does not fit.
        error: CellError,
    },
}

impl MatrixTable {
    /// The matrix of a table, to be rounded so.
    ///
    /// # Errors
    /// [`MatrixTableError`] with the place of the first cell that does not fit, where there are not too many.
    pub fn of(grid: &Grid, rounding: Rounding) -> Result<Self, MatrixTableError> {
        let width = grid.width();
        let filled = |row: &[String]| row.iter().any(|cell| !cell.trim().is_empty());
        let rows: Vec<_> = grid.rows().iter().enumerate().filter(|(_, row)| filled(row)).collect();
        let [(_, head), body @ .., (last, totals)] = &rows[..] else {
            return Err(MatrixTableError::TooSmall);
        };
        if width < 3 || body.is_empty() {
            return Err(MatrixTableError::TooSmall);
        }
        let inner = width - 2;
        if body.len().saturating_mul(inner) > MAX_CELLS {
            return Err(MatrixTableError::TooManyCells { rows: body.len(), columns: inner });
        }
        let text =
            |row: &[String], column: usize| row.get(column).map_or("", String::as_str).trim().to_owned();
        let cell = |row: &[String], at: (usize, usize), limit: u64| number(&text(row, at.1), at, limit);
        let seats = |row: &[String], at: (usize, usize)| {
            let number = cell(row, at, MAX_SEATS.into())?;
            Ok(u32::try_from(number).ok().and_then(Seats::new).unwrap_or(Seats::MAX))
        };
        let mut problem = MatrixProblem {
            members: Vec::new(),
            row_seats: Vec::new(),
            column_seats: Vec::new(),
            locked: Vec::new(),
            rounding,
        };
        for &(row, cells) in body {
            let members = |column| {
                cell(cells, (row, column), MAX_WEIGHT).map(|n| Weight::new(n).unwrap_or(Weight::MAX))
            };
            problem.members.push((1..=inner).map(members).collect::<Result<_, _>>()?);
            problem.row_seats.push(seats(cells, (row, width - 1))?);
        }
        problem.column_seats =
            (1..=inner).map(|column| seats(totals, (*last, column))).collect::<Result<_, _>>()?;
        Ok(Self {
            rows: body.iter().map(|(_, row)| text(row, 0)).collect(),
            columns: (1..=inner).map(|column| text(head, column)).collect(),
            problem,
        })
    }
}

/// The number of a cell, nothing being zero; its place from 0, names and headings included.
fn number(text: &str, (row, column): (usize, usize), limit: u64) -> Result<u64, MatrixTableError> {
    let entry = entry_within(text, 0..=limit);
    entry.map(Option::unwrap_or_default).map_err(|error| MatrixTableError::Cell {
        row: row + 1,
        column: column + 1,
        text: text.to_owned(),
        error: CellError::Number(error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apportion::biproportional::{MatrixOutcome, solve};

    fn table(text: &str) -> Result<MatrixTable, MatrixTableError> {
        MatrixTable::of(&Grid::from_table(text).unwrap(), Rounding::Nearest)
    }

    /// The worked example of Pukelsheim, "Proportional Representation" (2017): three districts, three parties.
    #[test]
    fn a_pasted_table_is_solved() {
        let found = table(
            "\tA\tB\tC\tseats\n1\t123\t45\t815\t5\n2\t912\t714\t414\t11\n3\t312\t255\t215\t4\nseats\t7\t5\t8\t\n",
        );
        let found = found.unwrap();
        assert_eq!(
            (found.rows.len(), found.columns),
            (3, vec!["A".to_owned(), "B".to_owned(), "C".to_owned()])
        );
        let MatrixOutcome::Settled(seats) = solve(&found.problem).unwrap().outcome else { panic!("no tie") };
        let seats: Vec<Vec<u32>> =
            seats.iter().map(|row| row.iter().map(|seats| seats.get()).collect()).collect();
        assert_eq!(seats, [[1, 0, 4], [4, 4, 3], [2, 1, 1]]);
    }

    /// Rows that are short are as wide as the widest, so it is asked before any of them is filled.
    #[test]
    fn a_table_of_too_many_cells_is_none() {
        let wide =
            |columns: usize, rows: usize| format!("{}Σ\n{}Σ\n", "\t".repeat(columns + 1), "1\n".repeat(rows));
        assert_eq!(table(&wide(100, 100)).map(|found| found.problem.members.len()), Ok(100));
        let large = |rows, columns| Err(MatrixTableError::TooManyCells { rows, columns });
        assert_eq!(table(&wide(100, 101)), large(101, 100));
        assert_eq!(table(&wide(200, 100_000)), large(100_000, 200));
        // Whatever stands in the cells.
        assert_eq!(table(&wide(200, 51).replace('1', "x")), large(51, 200));
    }

    #[test]
    fn what_does_not_fit_is_named_by_its_place() {
        assert_eq!(table("a\tb\n"), Err(MatrixTableError::TooSmall));
        assert_eq!(table("\tA\tseats\n1\t5\t3\n"), Err(MatrixTableError::TooSmall));
        let error = table("\tA\tB\tseats\n1\t5\tx\t3\nseats\t1\t2\t3\n").unwrap_err();
        assert!(matches!(error, MatrixTableError::Cell { row: 2, column: 3, .. }), "{error:?}");
        let dashed = table("\tA\tB\tseats\n1\t5人\t—\t3\nseats\t1\t2\t\n").unwrap();
        assert_eq!(dashed.problem.members, [[Weight::new(5).unwrap(), Weight::ZERO]]);
        let error = table("\tA\tB\tseats\n1\t5\t6\t3\nseats\t1\t-2\t3\n").unwrap_err();
        assert!(matches!(error, MatrixTableError::Cell { row: 3, column: 3, .. }), "{error:?}");
    }
}
