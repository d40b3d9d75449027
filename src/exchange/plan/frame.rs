//! What stands around the figures of a block that was copied elsewhere and pasted into cells: headings above, totals below.

use super::headings::{Heading, below_a_title};
use super::is_number;
use super::totals::is_total;
use crate::exchange::Grid;
use crate::scenario::Field;

/// What a pasted block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A table of its own, with headings that say which column the units are: it is imported, not pasted.
    Table,
    /// Cells, with what is none of them.
    Cells {
        /// The first row is headings.
        heading: bool,
        /// The last row adds the others up.
        total: bool,
    },
}

impl Frame {
    /// What stands around the figures of a block.
    ///
    /// ```
    /// # use delegate_roster::exchange::{Frame, Grid};
    /// let frame = |text| Frame::of(&Grid::from_clipboard(text).unwrap());
    /// assert_eq!(frame("Unit\tMembers\nNorth\t10\nSouth\t12\n"), Frame::Table);
    /// assert_eq!(frame("实到\n57\n61\n"), Frame::Cells { heading: true, total: false });
    /// assert_eq!(frame("North\t10\nSouth\t12\nTotal\t22\n"), Frame::Cells { heading: false, total: true });
    /// ```
    pub fn of(block: &Grid) -> Self {
        let rows = block.rows();
        let headings =
            |row: &[String]| -> Vec<Option<Heading>> { row.iter().map(|text| Heading::of(text)).collect() };
        let first = rows.first().filter(|row| rows.len() > 1 && !row.iter().any(|cell| is_number(cell)));
        let known = first.map(|row| headings(row)).unwrap_or_default();
        let is_table = |known: &[Option<Heading>]| {
            let fields = || known.iter().flatten().map(Heading::field);
            fields().count() > 1 && fields().any(|field| field == Field::Name)
        };
        if is_table(&known) || below_a_title(block).is_some_and(|(_, known)| is_table(&known)) {
            return Self::Table;
        }
        let figures = rows.get(1).is_some_and(|row| row.iter().any(|cell| is_number(cell)));
        let heading = figures && !known.is_empty() && known.iter().all(Option::is_some);
        // A single unit and its own figure again is no sum.
        let least = if heading { 3 } else { 2 };
        let last = rows.last().filter(|_| rows.len() > least);
        let named = last.and_then(|row| row.iter().find(|cell| !cell.trim().is_empty()));
        Self::Cells { heading, total: named.is_some_and(|text| is_total(text)) }
    }

    /// The rows of a block that are cells.
    pub fn cells(self, rows: &[Vec<String>]) -> &[Vec<String>] {
        match self {
            Self::Table => rows,
            Self::Cells { heading, total } => {
                let end = rows.len().saturating_sub(total.into());
                rows.get(usize::from(heading)..end).unwrap_or_default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str) -> Frame {
        Frame::of(&Grid::from_clipboard(text).unwrap())
    }

    const CELLS: Frame = Frame::Cells { heading: false, total: false };

    #[test]
    fn figures_alone_are_cells() {
        for text in [
            "10",
            "North\t10",
            "North\t10\nSouth\t12",
            "North\nSouth\nEast",
            "单位\n",
            "Total\t22",
            "North\t10\nTotal\t10",
        ] {
            assert_eq!(frame(text), CELLS, "{text:?}");
        }
        // A word that is a heading elsewhere, among names that are none.
        assert_eq!(frame("State\tNorth\nCity\tSouth"), CELLS);
        assert_eq!(frame("单位\t甲\n乙\t3"), CELLS);
    }

    #[test]
    fn headings_with_units_make_a_table() {
        for text in [
            "选举单位\t党员数\n甲\t10\n乙\t12",
            "序号\t单位名称\t人数（人）\n1\t甲\t10\n合计\t\t10",
            "Unit\tMembers\nNorth\tten",
            "2021 congress\nUnit\tMembers\nNorth\t10",
        ] {
            assert_eq!(frame(text), Frame::Table, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_cell_is_left_out() {
        let rows = |text: &str| {
            let grid = Grid::from_clipboard(text).unwrap();
            Frame::of(&grid).cells(grid.rows()).len()
        };
        assert_eq!(rows("Members\tElected\n10\t1\n12\t2\n22\t3"), 3);
        assert_eq!(rows("人数\n10\n12\n"), 2);
        assert_eq!(rows("甲\t10\n乙\t12\n合计\t22"), 2);
        assert_eq!(rows("甲\t10\n乙\t12\n\t22"), 3, "a sum without a name may be a unit");
    }
}
