//! `UntakenColumn`: a column of a table that becomes nothing, so that nobody believes it was read. Knows no fields.

use super::Grid;
use super::number::is_blank;

/// A column that becomes nothing although something stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntakenColumn {
    /// The column of the table, counted from 1.
    pub column: usize,
    /// Its heading, if it has one.
    pub heading: Option<String>,
}

impl UntakenColumn {
    /// All of them in a table with its headings in this row.
    pub(super) fn all<F>(grid: &Grid, heading: Option<usize>, columns: &[Option<F>]) -> Vec<Self> {
        let text = |row: &Vec<String>, at: usize| row.get(at).filter(|cell| !is_blank(cell)).cloned();
        let headings = heading.and_then(|row| grid.rows().get(row));
        let below = heading.map_or(0, |row| row + 1);
        let filled = |at: &usize| grid.rows().iter().skip(below).any(|row| text(row, *at).is_some());
        let free = columns.iter().enumerate().filter(|(_, field)| field.is_none()).map(|(at, _)| at);
        free.filter(filled)
            .map(|at| Self { column: at + 1, heading: headings.and_then(|row| text(row, at)) })
            .collect()
    }
}
