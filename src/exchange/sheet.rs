//! `Sheet`: a table on its way out, for any spreadsheet: texts stay texts, figures are plain numbers, totals know what
//! they add up. Knows no units and no words; what is in a sheet is decided in `text::sheets`.

use super::Grid;
use crate::num::Ratio;
use std::cmp::Ordering;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: not entered, or not known.
    Empty,
    /// A text; whatever it begins with, it never becomes a formula.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number rounded to decimals, such as `-1.350`: an optional sign, digits, a point, digits.
    Decimal(String),
    /// The sum of the whole numbers above it in its column.
    Sum,
}

/// A table with a name, a row of headings, and rows as wide as the headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it shows.
    pub name: String,
    /// The headings.
    pub head: Vec<String>,
    /// The rows; sums stand in the last one only.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// A ratio, rounded.
    pub fn ratio(ratio: Ratio, digits: u32) -> Self {
        Self::Decimal(ratio.to_decimal(digits))
    }

    /// A distance with its side, rounded: below is negative.
    pub fn distance((side, distance): (Ordering, Ratio), digits: u32) -> Self {
        let figure = distance.to_decimal(digits);
        Self::Decimal(if side == Ordering::Less { format!("-{figure}") } else { figure })
    }
}

impl Sheet {
    /// The value of a sum in `column`. Whole numbers are at most 2^43 in at most 100,000 rows, so it fits.
    pub fn sum(&self, column: usize) -> i64 {
        let value = |row: &Vec<Cell>| match row.get(column) {
            Some(Cell::Whole(n)) => *n,
            _ => 0,
        };
        self.rows.iter().map(value).fold(0, i64::saturating_add)
    }

    /// The sheet as texts, sums as their values. [`Grid`] guards the texts where it is written.
    pub fn to_grid(&self) -> Grid {
        let text = |(column, cell): (usize, &Cell)| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Decimal(text) => text.clone(),
            Cell::Whole(n) => n.to_string(),
            Cell::Sum => self.sum(column).to_string(),
        };
        let rows = self.rows.iter().map(|row| row.iter().enumerate().map(text).collect());
        Grid::from_rows(std::iter::once(self.head.clone()).chain(rows).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_becomes_a_guarded_table_with_its_sums() {
        let sheet = Sheet {
            name: "x".to_owned(),
            head: vec!["Unit".to_owned(), "Members".to_owned(), "Quota".to_owned()],
            rows: vec![
                vec![
                    Cell::Text("=1+1".to_owned()),
                    Cell::Whole(-2),
                    Cell::ratio(Ratio::new(5, 3).unwrap(), 2),
                ],
                vec![Cell::Text("B,\"b\"".to_owned()), Cell::Whole(30), Cell::Empty],
                vec![Cell::Text("Total".to_owned()), Cell::Sum, Cell::Empty],
            ],
        };
        let text = "Unit,Members,Quota\r\n'=1+1,-2,1.67\r\n\"B,\"\"b\"\"\",30,\r\nTotal,28,\r\n";
        assert_eq!(sheet.to_grid().to_csv(), text);
        let file = sheet.to_grid().to_csv_file();
        assert_eq!(file.strip_prefix(b"\xef\xbb\xbf"), Some(text.as_bytes()));
        let below = (Ordering::Less, Ratio::new(1, 2).unwrap());
        assert_eq!(Cell::distance(below, 3), Cell::Decimal("-0.500".to_owned()));
    }
}
