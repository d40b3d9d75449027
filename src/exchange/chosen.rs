//! `Chosen`: what a person chose for the columns of a table, so that it stays while the text of the table is edited. Knows no
//! fields.

use super::{FirstRow, Grid};

/// The choices, in the order in which they were made: a later one may take from an earlier what it gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen<F> {
    pub first_row: Option<FirstRow>,
    pub columns: Vec<(usize, Option<F>)>,
}

/// The columns of a table: how many, and their headings.
pub(super) struct Shape<'a> {
    width: usize,
    headings: &'a [String],
}

impl<F> Default for Chosen<F> {
    fn default() -> Self {
        Self { first_row: None, columns: Vec::new() }
    }
}

impl<F: Copy> Chosen<F> {
    /// The same for the table after it was edited, as far as its columns are found again.
    pub(super) fn again(&self, before: &Shape<'_>, after: &Shape<'_>) -> Self {
        let place = |column| before.place_in(after, column);
        let first_row = self.first_row.filter(|_| (0..before.width).any(|column| place(column).is_some()));
        let columns = self.columns.iter().filter_map(|(column, field)| Some((place(*column)?, *field)));
        Self { first_row, columns: columns.collect() }
    }
}

impl<'a> Shape<'a> {
    /// The columns of a table with its headings in this row.
    pub(super) fn of(grid: &'a Grid, headings: Option<usize>) -> Self {
        let headings = headings.and_then(|row| grid.rows().get(row));
        Self { width: grid.width(), headings: headings.map_or(&[], Vec::as_slice) }
    }

    fn heading(&self, column: usize) -> Option<&str> {
        self.headings.get(column).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Where a column stands after the table was edited: below its heading, or in its place, if there are as many columns and
    /// nothing else has come there from another.
    fn place_in(&self, after: &Shape<'_>, column: usize) -> Option<usize> {
        let headed = |at: &usize| self.heading(column).is_some_and(|text| after.heading(*at) == Some(text));
        let is_new = |at: &usize| {
            let heading = after.heading(*at);
            heading.is_none() || (0..self.width).all(|column| self.heading(column) != heading)
        };
        let same = Some(column).filter(|_| self.width == after.width);
        same.filter(headed).or_else(|| (0..after.width).find(headed)).or_else(|| same.filter(is_new))
    }
}
