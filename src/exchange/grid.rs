//! `Grid`: a rectangle of text cells, as it comes from a clipboard or a file. Knows nothing of units.
//!
//! Read by the `csv` crate (RFC 4180 with tabs, commas or semicolons); its writer is not used, since it brings the reading of floats with it. Capped before anything is kept; encodings are in `encoding`. What is written
//! is guarded against becoming a formula, and what is read is freed of the guard again.

use super::guard::{guarded, guarded_throughout, unguarded, unguarded_throughout};
use super::wire::MAX_CELLS;
use crate::limits::MAX_UNITS;

/// The most bytes of a table.
pub const MAX_BYTES: usize = 16 << 20;
/// The most rows: a heading and a total besides the units.
pub const MAX_ROWS: usize = MAX_UNITS + 2;
/// The most columns.
pub const MAX_COLUMNS: usize = 256;

/// The byte-order mark, as text.
const BOM: &str = "\u{feff}";

/// Rows of cells; rows may differ in length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    rows: Vec<Vec<String>>,
}

/// Why a text is not a table that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GridError {
    /// There is nothing in it.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// How many bytes.
        bytes: usize,
    },
    /// More than [`MAX_ROWS`].
    TooManyRows,
    /// A row with more than [`MAX_COLUMNS`].
    TooManyColumns {
        /// The row, from 1.
        row: usize,
    },
    /// More than [`MAX_CELLS`](super::MAX_CELLS), empty ones included.
    TooManyCells,
    /// The bytes are no text that can be read.
    NotText,
}

impl Grid {
    /// A grid of these rows.
    pub const fn from_rows(rows: Vec<Vec<String>>) -> Self {
        Self { rows }
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The table in a file: tabs, semicolons or commas, whichever the first lines use.
    ///
    /// # Errors
    /// [`GridError`] past the limits, or where there is nothing.
    pub fn from_table(text: &str) -> Result<Self, GridError> {
        Self::read(text, delimiter(text))
    }

    /// Tabs between cells, as spreadsheets take it from the clipboard.
    pub fn to_tsv(&self) -> String {
        self.write('\t', "\n")
    }

    /// Commas between cells and CRLF, after RFC 4180.
    pub fn to_csv(&self) -> String {
        self.write(',', "\r\n")
    }

    /// A CSV file: UTF-8 with a byte-order mark, without which Excel takes Chinese for something else.
    pub fn to_csv_file(&self) -> Vec<u8> {
        [BOM, &self.to_csv()].concat().into_bytes()
    }

    /// A TSV file, marked like the CSV file.
    pub fn to_tsv_file(&self) -> Vec<u8> {
        [BOM, &self.write('\t', "\r\n")].concat().into_bytes()
    }

    fn read(text: &str, delimiter: u8) -> Result<Self, GridError> {
        let text = text.strip_prefix(BOM).unwrap_or(text);
        if text.len() > MAX_BYTES {
            return Err(GridError::TooLarge { bytes: text.len() });
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let (mut rows, mut cells) = (Vec::new(), 0);
        let mut record = csv::StringRecord::new();
        // The text is UTF-8 already and rows may differ in length, so the reader has nothing to refuse.
        while reader.read_record(&mut record).unwrap_or(false) {
            // Empty lines are passed over by the reader, and are rows of the file all the same.
            let start = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
            let empty = empty_lines(text, start).min(MAX_ROWS - rows.len());
            rows.extend(std::iter::repeat_n(vec![String::new()], empty));
            if rows.len() == MAX_ROWS {
                return Err(GridError::TooManyRows);
            }
            if record.len() > MAX_COLUMNS {
                return Err(GridError::TooManyColumns { row: rows.len() + 1 });
            }
            cells += record.len();
            if cells > MAX_CELLS {
                return Err(GridError::TooManyCells);
            }
            let cell = |cell| match delimiter {
                b',' => unguarded_throughout(cell).into_owned(),
                _ => unguarded(cell).to_owned(),
            };
            rows.push(record.iter().map(cell).collect());
        }
        if rows.iter().flatten().all(String::is_empty) { Err(GridError::Empty) } else { Ok(Self { rows }) }
    }

    fn write(&self, delimiter: char, end: &str) -> String {
        let mut out = String::new();
        for row in &self.rows {
            let start = out.len();
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    out.push(delimiter);
                }
                match delimiter {
                    ',' => put(&mut out, &guarded_throughout(cell), &[',', ';']),
                    _ => put(&mut out, &guarded(cell), &[delimiter]),
                }
            }
            if out.len() == start {
                // A line with nothing on it would not be read as a row.
                out.push_str("\"\"");
            }
            out.push_str(end);
        }
        out
    }
}

/// How many lines without anything begin here.
fn empty_lines(text: &str, start: usize) -> usize {
    let Some((before, text)) = text.split_at_checked(start) else { return 0 };
    let ends = text.find(|c| !matches!(c, '\r' | '\n')).and_then(|end| text.get(..end)).unwrap_or(text);
    // The second half of the end of the line before.
    let ends = if before.ends_with('\r') { ends.strip_prefix('\n').unwrap_or(ends) } else { ends };
    ends.replace("\r\n", "\n").len()
}

/// A cell, in quotes if it holds what means something between cells (RFC 4180, §2.6 and 2.7), here or to another program.
fn put(out: &mut String, cell: &str, delimiters: &[char]) {
    if !cell.contains(delimiters) && !cell.contains(['"', '\r', '\n']) {
        return out.push_str(cell);
    }
    out.push('"');
    for (at, part) in cell.split('"').enumerate() {
        out.push_str(if at > 0 { "\"\"" } else { "" });
        out.push_str(part);
    }
    out.push('"');
}

/// The delimiter that the first lines agree on best: the one that splits most of them into the same number of cells. A
/// title above the table has none, so the first line has no say of its own.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(10).collect();
    let score = |delimiter: u8| {
        let outside = |line: &&str| {
            let mut quoted = false;
            line.bytes()
                .filter(|b| {
                    quoted ^= *b == b'"';
                    !quoted && *b == delimiter
                })
                .count()
        };
        let counts: Vec<usize> = lines.iter().map(outside).filter(|count| *count > 0).collect();
        counts.iter().map(|count| (counts.iter().filter(|other| *other == count).count(), *count)).max()
    };
    // Of equals the last: thousands have commas where semicolons divide.
    [b',', b';', b'\t'].into_iter().max_by_key(|d| score(*d)).filter(|d| score(*d).is_some()).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(table: &[&[&str]]) -> Vec<Vec<String>> {
        table.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn tables_as_programs_write_them() {
        for (text, expected) in [
            ("a\tb\r\n1\t2\r\n", rows(&[&["a", "b"], &["1", "2"]])),
            ("a;b\n\"x;y\";2\n", rows(&[&["a", "b"], &["x;y", "2"]])),
            ("a,b\n\"x\ny\",\"say \"\"hi\"\"\"", rows(&[&["a", "b"], &["x\ny", "say \"hi\""]])),
            ("\u{feff}单位,人数\n衡阳县,\"46,210\"", rows(&[&["单位", "人数"], &["衡阳县", "46,210"]])),
            (
                "A title, with a comma\na;b\n1;2",
                rows(&[&["A title, with a comma"], &["a", "b"], &["1", "2"]]),
            ),
            ("a;1,200\nb;3,400", rows(&[&["a", "1,200"], &["b", "3,400"]])),
            ("one column\nonly", rows(&[&["one column"], &["only"]])),
            ("a,b,c\n1\n", rows(&[&["a", "b", "c"], &["1"]])),
        ] {
            assert_eq!(Grid::from_table(text).unwrap().rows(), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_have_the_numbers_that_they_have_in_the_file() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "", "a,b", "", "\"x\ny\",2", "c,3", "", "", "d,4", "", ""].join(end);
            let grid = Grid::from_table(&text).unwrap();
            let firsts = (1..).zip(grid.rows()).map(|(n, row)| (n, row[0].as_str()));
            let rows: Vec<_> = firsts.filter(|(_, first)| !first.is_empty()).collect();
            assert_eq!(rows, [(3, "a"), (5, "x\ny"), (6, "c"), (9, "d")], "{end:?}");
        }
        let far = "\n".repeat(MAX_ROWS) + "a";
        assert_eq!(Grid::from_table(&far), Err(GridError::TooManyRows));
    }

    #[test]
    fn cells_that_need_quotes_have_them() {
        let grid = Grid::from_rows(rows(&[
            &["a", "b c", "1,5", "x;y"],
            &["say \"hi\"", "two\nlines", ""],
            &[""],
            &[],
        ]));
        assert_eq!(
            grid.to_csv(),
            "a,b c,\"1,5\",\"x;y\"\r\n\"say \"\"hi\"\"\",\"two\nlines\",\r\n\"\"\r\n\"\"\r\n"
        );
        let hostile = Grid::from_rows(rows(&[&["a", "x;=1+1;-5"]]));
        assert_eq!(
            hostile.to_csv(),
            "a,\"x;'=1+1;-5\"\r\n",
            "a program that divides at semicolons finds no formula"
        );
        assert_eq!(Grid::from_rows(rows(&[&["1,5", "a\tb"]])).to_tsv(), "1,5\t\"a\tb\"\n");
    }

    #[test]
    fn what_is_too_much_is_refused() {
        assert_eq!(Grid::from_table(""), Err(GridError::Empty));
        assert_eq!(Grid::from_table(" ,,\n").map(|g| g.rows().len()), Ok(1));
        assert_eq!(Grid::from_table(&"\n".repeat(10)), Err(GridError::Empty));
        assert_eq!(Grid::from_table(&"a,".repeat(300)), Err(GridError::TooManyColumns { row: 1 }));
        assert_eq!(Grid::from_table(&"x\n".repeat(MAX_ROWS + 1)), Err(GridError::TooManyRows));
        assert_eq!(
            Grid::from_table(&format!("x{}\n", ",".repeat(250)).repeat(8_000)),
            Err(GridError::TooManyCells)
        );
        let bytes = MAX_BYTES + 1;
        assert_eq!(Grid::from_table(&"a".repeat(bytes)), Err(GridError::TooLarge { bytes }));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            table in proptest::collection::vec(proptest::collection::vec("[a-z,;\t\"\n 名'=+@1-]{1,8}", 2..5), 1..8)
        ) {
            let grid = Grid::from_rows(table);
            prop_assert_eq!(&Grid::read(&grid.to_csv(), b',').unwrap(), &grid);
            prop_assert_eq!(&Grid::read(&grid.to_tsv(), b'\t').unwrap(), &grid);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,400}") {
            let _ = Grid::from_table(&text);
            let _ = Grid::from_clipboard(&text);
        }
    }
}
