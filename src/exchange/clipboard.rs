//! A rectangle of cells on the clipboard, as spreadsheets put it there and take it: a tab between cells, a line per row.
//!
//! This is not CSV with tabs. A quote means something only around a cell that holds a tab, a line break or a quote at its
//! beginning; in every other cell it is a letter like any other, and a line without anything is a row. Of the HTML that
//! programs put beside the text one thing is asked: whether all of it is one cell ([`super::only_cell`]).
//!
//! Sources: what LibreOffice 7.4 puts on the clipboard (`tests/data/clipboard`: it writes every quote bare and a space for
//! each tab or line break of a cell); what Excel does, as reported in csholmq/vscode-excel-to-markdown-table#3 (quotes
//! around a cell with a line break, quotes inside it doubled), mholt/PapaParse#358 and shancarter/mr-data-converter#15
//! (a quote at the beginning of any other cell stays bare, so `"A<tab>"B` is two cells).

use super::grid::{Grid, GridError, MAX_BYTES, MAX_COLUMNS, MAX_ROWS};
use super::guard::{guarded, unguarded};
use super::only_cell::only_cell;
use super::wire::MAX_CELLS;

impl Grid {
    /// The table on a clipboard, as every spreadsheet writes it. Rows and cells without anything are kept.
    ///
    /// # Errors
    /// [`GridError`] past the limits, or for no text at all.
    ///
    /// ```
    /// # use delegate_roster::exchange::Grid;
    /// let grid = Grid::from_clipboard("a\t\"two\nlines\"\r\n\r\n\"b\" c\t1,000\r\n").unwrap();
    /// assert_eq!(grid.rows(), [vec!["a", "two\nlines"], vec![""], vec!["\"b\" c", "1,000"]]);
    /// ```
    pub fn from_clipboard(text: &str) -> Result<Self, GridError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Some programs hand over the zero that ends a text of theirs.
        let text = text.trim_end_matches('\0');
        if text.len() > MAX_BYTES {
            return Err(GridError::TooLarge { bytes: text.len() });
        }
        if text.is_empty() {
            return Err(GridError::Empty);
        }
        let (mut rows, mut row, mut cells) = (Vec::new(), Vec::new(), 0);
        let mut rest = text;
        loop {
            let (cell, after) = quoted(rest).unwrap_or_else(|| bare(rest));
            cells += 1;
            if rows.len() == MAX_ROWS {
                return Err(GridError::TooManyRows);
            }
            if row.len() == MAX_COLUMNS {
                return Err(GridError::TooManyColumns { row: rows.len() + 1 });
            }
            if cells > MAX_CELLS {
                return Err(GridError::TooManyCells);
            }
            row.push(unguarded(&cell).to_owned());
            if let Some(after) = after.strip_prefix('\t') {
                rest = after;
                continue;
            }
            rows.push(std::mem::take(&mut row));
            rest = after.strip_prefix('\r').unwrap_or(after);
            rest = rest.strip_prefix('\n').unwrap_or(rest);
            // The last line has its end, or has none: both are one line.
            if rest.is_empty() {
                return Ok(Self::from_rows(rows));
            }
        }
    }

    /// The table in a text that was pasted into a field: a block of a spreadsheet where it has a tab, else as in a file. A spreadsheet
    /// puts quotes around what needs them, so a text with quotes around all that it holds comes from a file too.
    ///
    /// # Errors
    /// [`GridError`] past the limits, or where there is nothing.
    pub fn from_pasted(text: &str) -> Result<Self, GridError> {
        let block = if text.contains('\t') { Some(Self::from_clipboard(text)?) } else { None };
        let grid = match block.filter(|block| !block.is_quoted()) {
            Some(block) => block,
            None => Self::from_table(text)?,
        };
        if grid.rows().iter().flatten().all(String::is_empty) { Err(GridError::Empty) } else { Ok(grid) }
    }

    /// Whether there are quotes around every cell that is not empty.
    fn is_quoted(&self) -> bool {
        let filled = || self.rows().iter().flatten().filter(|cell| !cell.is_empty());
        let quoted = |cell: &String| cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
        filled().next().is_some() && filled().all(quoted)
    }

    /// The same with the HTML that lies beside the text on the clipboard: where that shows a single cell, its line breaks and
    /// tabs belong to it.
    ///
    /// # Errors
    /// As [`Grid::from_clipboard`].
    pub fn from_clipboard_beside(text: &str, html: &str) -> Result<Self, GridError> {
        let grid = Self::from_clipboard(text)?;
        let several = grid.rows().len() > 1 || grid.rows().iter().any(|row| row.len() > 1);
        let only = only_cell(text.trim_end_matches('\0'), html).filter(|_| several);
        Ok(only.map_or(grid, |cell| Self::from_rows(vec![vec![unguarded(cell).to_owned()]])))
    }

    /// The rows for the clipboard: a quote stands around a cell only where it has to.
    pub fn to_clipboard(&self) -> String {
        let mut text = String::new();
        for row in self.rows() {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    text.push('\t');
                }
                let cell = guarded(cell);
                if cell.starts_with('"') || cell.contains(BREAKS) {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                } else {
                    text.push_str(&cell);
                }
            }
            text.push('\n');
        }
        text
    }
}

/// What ends a cell.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// A cell without quotes around it, and what follows it.
fn bare(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(BREAKS).unwrap_or(text.len()));
    (cell.to_owned(), after)
}

/// A cell with quotes around it that had to be there, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (cell, after) = in_quotes(text)?;
    let closed = after.is_empty() || after.starts_with(BREAKS);
    let needed = cell.is_empty() || cell.contains(BREAKS) || cell.contains('"');
    (closed && needed).then_some((cell, after))
}

/// What the quotes at the beginning of a text hold, where a doubled one is one of them, and what follows; `None` where they do not
/// close.
pub(super) fn in_quotes(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        let Some(further) = after.strip_prefix('"') else { return Some((cell, after)) };
        cell.push('"');
        rest = further;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        Grid::from_clipboard(text).unwrap().rows().to_vec()
    }

    #[test]
    fn cells_as_programs_put_them_there() {
        for (text, expected) in [
            // Excel and WPS: CRLF, also after the last row.
            ("a\tb\r\n1\t2\r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("46,210\r\n", vec![vec!["46,210"]]),
            ("\"Be\nta\"\tx\r\n", vec![vec!["Be\nta", "x"]]),
            ("\"\"\"ee\"\"\nff\"\r\n", vec![vec!["\"ee\"\nff"]]),
            ("\"A\t\"B\r\n", vec![vec!["\"A", "\"B"]]),
            ("\"quoted\"\tx\r\n", vec![vec!["\"quoted\"", "x"]]),
            ("1\t2\t\"3\"\t4\r\n", vec![vec!["1", "2", "\"3\"", "4"]]),
            // A column with a gap keeps it; so does one that ends with a gap.
            ("a\r\n\r\nb\r\n", vec![vec!["a"], vec![""], vec!["b"]]),
            ("a\r\n\r\n", vec![vec!["a"], vec![""]]),
            ("\r\n", vec![vec![""]]),
            ("\t\t\r\n", vec![vec!["", "", ""]]),
            // A text program, an old Macintosh, a trailing zero, a mark of the byte order.
            ("one", vec![vec!["one"]]),
            ("a\tb\rc\td\r", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a\0", vec![vec!["a"]]),
            ("\u{feff}a\n", vec![vec!["a"]]),
            // A marked formula is freed of its mark.
            ("'=1+1\tx\n", vec![vec!["=1+1", "x"]]),
            // An open quote is a letter and swallows nothing.
            ("\"\n\"\nx\n", vec![vec!["\n"], vec!["x"]]),
            ("\"a\nb\n", vec![vec!["\"a"], vec!["b"]]),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
        assert_eq!(Grid::from_clipboard(""), Err(GridError::Empty));
    }

    /// Source: put on the clipboard by LibreOffice 7.4.7.2 from cells that hold a line break, a tab, quotes, thousands,
    /// full-width digits and an error.
    #[test]
    fn a_block_of_libreoffice() {
        let text = include_str!("../../tests/data/clipboard/libreoffice-block.txt");
        assert_eq!(
            read(text),
            [
                vec!["衡阳县", "第一代表团", "46,210"],
                vec!["Two lines", "say \"hi\"", "３０"],
                vec!["\"quoted\"", "a b", "-0.5"],
                vec!["\"", "", "#DIV/0!"],
                vec!["\"open and \"shut\"", "", ""],
                vec!["last, with comma", "", "7"],
            ]
        );
    }

    #[test]
    fn a_pasted_text_is_a_block_where_it_has_tabs_and_a_file_where_it_has_none() {
        let block = include_str!("../../tests/data/clipboard/libreoffice-block.txt");
        assert_eq!(Grid::from_pasted(block), Grid::from_clipboard(block));
        for (text, rows) in [
            ("单位\t人数\n\"红旗\"街道\t120", vec![vec!["单位", "人数"], vec!["\"红旗\"街道", "120"]]),
            ("单位\t人数\n\"A\t5\nB\t6", vec![vec!["单位", "人数"], vec!["\"A", "5"], vec!["B", "6"]]),
            ("单位,人数\n\"A, B\",5", vec![vec!["单位", "人数"], vec!["A, B", "5"]]),
            ("\"单位\"\t\"人数\"\n\"A\"\t\"5\"", vec![vec!["单位", "人数"], vec!["A", "5"]]),
        ] {
            assert_eq!(Grid::from_pasted(text).unwrap().rows(), rows, "{text:?}");
        }
        assert_eq!(Grid::from_pasted("\t\n"), Err(GridError::Empty));
    }

    #[test]
    fn what_is_written_has_quotes_only_where_it_must() {
        let rows = [["=1+1", "a\"b", "\"c\""], ["", "d\te", "f\ng"]];
        let grid = Grid::from_rows(rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect());
        assert_eq!(grid.to_clipboard(), "'=1+1\ta\"b\t\"\"\"c\"\"\"\n\t\"d\te\"\t\"f\ng\"\n");
    }

    #[test]
    fn what_is_too_much_is_refused() {
        assert_eq!(
            Grid::from_clipboard(&"\t".repeat(MAX_COLUMNS)),
            Err(GridError::TooManyColumns { row: 1 })
        );
        assert_eq!(Grid::from_clipboard(&"x\n".repeat(MAX_ROWS + 1)), Err(GridError::TooManyRows));
        let wide = format!("x{}\n", "\t".repeat(250)).repeat(8_000);
        assert_eq!(Grid::from_clipboard(&wide), Err(GridError::TooManyCells));
        let bytes = MAX_BYTES + 1;
        assert_eq!(Grid::from_clipboard(&"a".repeat(bytes)), Err(GridError::TooLarge { bytes }));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a ,\t\"\n\r名'=+@1-]{0,6}", 1..5), 1..8)
        ) {
            let grid = Grid::from_rows(rows);
            prop_assert_eq!(&Grid::from_clipboard(&grid.to_clipboard()).unwrap(), &grid);
        }

        #[test]
        fn any_text_keeps_its_letters(text in "[a\t\"\n]{1,60}") {
            let grid = Grid::from_clipboard(&text).unwrap();
            let letters = |text: &str| text.matches('a').count();
            prop_assert_eq!(grid.rows().iter().flatten().map(|cell| letters(cell)).sum::<usize>(), letters(&text));
        }
    }
}
