//! Sheets and books as bytes, between the page and its module for workbooks. Both are of one build, so the form has no
//! version; it is read strictly all the same, since a module that failed may have written anything.

use super::{Book, BookError, Cell, Foreign, Grid, GridError, Sheet};

/// The most cells of a table, the empty ones before a filled one included: 100,000 rows of 20 columns.
pub const MAX_CELLS: usize = 2_000_000;

const FOREIGN: [Foreign; 7] = [
    Foreign::OldExcel,
    Foreign::Encrypted,
    Foreign::BinaryExcel,
    Foreign::OpenDocument,
    Foreign::Markup,
    Foreign::NotATable,
    Foreign::OtherArchive,
];

/// Writes numbers as LEB128 and texts behind their length.
#[derive(Debug, Default)]
struct Out(Vec<u8>);

impl Out {
    fn number(&mut self, mut n: usize) {
        while n >= 0x80 {
            self.0.push((n & 0x7f) as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Reads what [`Out`] wrote.
struct In<'a>(&'a [u8]);

impl In<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let mut n = 0usize;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            n |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(n);
            }
        }
        None
    }

    /// A number of things that take at least a byte each.
    fn count(&mut self) -> Option<usize> {
        self.number().filter(|n| *n <= self.0.len())
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.count()?;
        (0..count).map(|_| self.text()).collect()
    }
}

/// Sheets on their way into a workbook.
pub fn encode_sheets(sheets: &[Sheet]) -> Vec<u8> {
    let mut out = Out::default();
    out.number(sheets.len());
    for sheet in sheets {
        out.text(&sheet.name);
        out.number(sheet.head.len());
        sheet.head.iter().for_each(|text| out.text(text));
        out.number(sheet.rows.len());
        for row in &sheet.rows {
            out.number(row.len());
            for cell in row {
                match cell {
                    Cell::Empty => out.0.push(0),
                    Cell::Text(text) => {
                        out.0.push(1);
                        out.text(text);
                    }
                    Cell::Whole(n) => {
                        out.0.push(2);
                        out.0.extend(n.to_le_bytes());
                    }
                    Cell::Decimal(text) => {
                        out.0.push(3);
                        out.text(text);
                    }
                    Cell::Sum => out.0.push(4),
                }
            }
        }
    }
    out.0
}

/// What [`encode_sheets`] was given.
pub fn decode_sheets(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut read = In(bytes);
    let count = read.count()?;
    let sheets: Option<Vec<Sheet>> = (0..count).map(|_| sheet(&mut read)).collect();
    sheets.filter(|_| read.0.is_empty())
}

fn sheet(read: &mut In<'_>) -> Option<Sheet> {
    let (name, head) = (read.text()?, read.texts()?);
    let count = read.count()?;
    let mut rows = Vec::with_capacity(count);
    for _ in 0..count {
        let width = read.count()?;
        rows.push((0..width).map(|_| cell(read)).collect::<Option<Vec<Cell>>>()?);
    }
    Some(Sheet { name, head, rows })
}

fn cell(read: &mut In<'_>) -> Option<Cell> {
    Some(match read.byte()? {
        0 => Cell::Empty,
        1 => Cell::Text(read.text()?),
        2 => {
            let (n, rest) = read.0.split_first_chunk::<8>()?;
            read.0 = rest;
            Cell::Whole(i64::from_le_bytes(*n))
        }
        3 => Cell::Decimal(read.text()?),
        4 => Cell::Sum,
        _ => return None,
    })
}

/// A table on its way out of a workbook, cell by cell in reading order; it is never in memory as a table.
#[derive(Debug, Default)]
pub struct TableWriter {
    out: Out,
    row: Out,
    rows: usize,
    width: usize,
    cells: usize,
    text: usize,
}

impl TableWriter {
    /// Puts a text into a cell, both counted from 0.
    ///
    /// # Errors
    /// [`GridError`] past the limits of a table; cells out of their order are [`GridError::NotText`].
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), GridError> {
        if row >= super::MAX_ROWS {
            return Err(GridError::TooManyRows);
        }
        if column >= super::MAX_COLUMNS {
            return Err(GridError::TooManyColumns { row: row + 1 });
        }
        if row < self.rows || (row == self.rows && column < self.width) {
            return Err(GridError::NotText);
        }
        while self.rows < row {
            self.end_row();
        }
        self.cells += column + 1 - self.width;
        self.text += text.len();
        if self.cells > MAX_CELLS {
            return Err(GridError::TooManyCells);
        }
        if self.text > super::MAX_BYTES {
            return Err(GridError::TooLarge { bytes: self.text });
        }
        while self.width < column {
            self.row.text("");
            self.width += 1;
        }
        self.row.text(text);
        self.width += 1;
        Ok(())
    }

    fn end_row(&mut self) {
        self.out.number(self.width);
        self.out.0.append(&mut self.row.0);
        (self.rows, self.width) = (self.rows + 1, 0);
    }

    /// Whether nothing was put in.
    pub const fn is_empty(&self) -> bool {
        self.cells == 0
    }
}

/// The names of the sheets, which of them was chosen, and its table.
type BookAnswer = (Vec<String>, usize, Result<TableWriter, GridError>);

/// An answer of the module.
pub fn encode_book(answer: Result<BookAnswer, BookError>) -> Vec<u8> {
    let mut out = Out::default();
    match answer {
        Err(error) => {
            let foreign = FOREIGN.iter().position(|kind| error == BookError::Foreign(*kind));
            let plain = BookError::PLAIN.iter().position(|plain| *plain == error);
            out.number(1 + foreign.or(plain.map(|at| at + FOREIGN.len())).unwrap_or(FOREIGN.len() + 6));
        }
        Ok((names, chosen, table)) => {
            out.number(0);
            out.number(names.len());
            names.iter().for_each(|name| out.text(name));
            out.number(chosen);
            match table {
                Ok(mut table) => {
                    if table.width > 0 {
                        table.end_row();
                    }
                    out.number(0);
                    out.number(table.rows);
                    out.0.append(&mut table.out.0);
                }
                Err(error) => {
                    let (code, figure) = match error {
                        GridError::Empty => (1, 0),
                        GridError::TooLarge { bytes } => (2, bytes),
                        GridError::TooManyRows => (3, 0),
                        GridError::TooManyColumns { row } => (4, row),
                        GridError::TooManyCells => (5, 0),
                        GridError::NotText => (6, 0),
                    };
                    out.number(code);
                    out.number(figure);
                }
            }
        }
    }
    out.0
}

/// What [`encode_book`] was given; anything else means that the module did not finish.
pub fn decode_book(bytes: &[u8]) -> Result<Book, BookError> {
    answer(&mut In(bytes)).unwrap_or(Err(BookError::Stopped))
}

fn answer(read: &mut In<'_>) -> Option<Result<Book, BookError>> {
    if let Some(at) = read.number()?.checked_sub(1) {
        let foreign = FOREIGN.get(at).map(|kind| BookError::Foreign(*kind));
        let plain = || BookError::PLAIN.get(at.checked_sub(FOREIGN.len())?).copied();
        return foreign.or_else(plain).map(Err);
    }
    let (names, chosen) = (read.texts()?, read.number()?);
    let table = match read.number()? {
        0 => {
            let count = read.count()?;
            let rows: Option<Vec<Vec<String>>> = (0..count).map(|_| read.texts()).collect();
            Ok(Grid::from_rows(rows?))
        }
        code => Err(grid_error(code, read.number()?)?),
    };
    (read.0.is_empty() && chosen < names.len()).then_some(Ok(Book { names, chosen, table }))
}

const fn grid_error(code: usize, figure: usize) -> Option<GridError> {
    Some(match code {
        1 => GridError::Empty,
        2 => GridError::TooLarge { bytes: figure },
        3 => GridError::TooManyRows,
        4 => GridError::TooManyColumns { row: figure },
        5 => GridError::TooManyCells,
        6 => GridError::NotText,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            Just(Cell::Empty),
            "\\PC{0,200}".prop_map(Cell::Text),
            any::<i64>().prop_map(Cell::Whole),
            "-?[0-9]{1,9}\\.[0-9]{3}".prop_map(Cell::Decimal),
            Just(Cell::Sum),
        ]
    }

    proptest! {
        #[test]
        fn sheets_come_through(table in proptest::collection::vec(proptest::collection::vec(any_cell(), 0..5), 0..6), name in "\\PC*") {
            let sheet = Sheet { head: vec![name.clone(), String::new()], name, rows: table };
            let sheets = vec![sheet.clone(), Sheet::default(), sheet];
            let bytes = encode_sheets(&sheets);
            prop_assert_eq!(decode_sheets(&bytes), Some(sheets));
            for end in 0..bytes.len() {
                prop_assert_eq!(decode_sheets(bytes.get(..end).unwrap()), None);
            }
        }

        #[test]
        fn tables_come_through(table in proptest::collection::vec(proptest::collection::vec("[a-z]{0,3}", 0..5), 0..6)) {
            let mut writer = TableWriter::default();
            let mut expected: Vec<Vec<String>> = Vec::new();
            for (row, cells) in table.iter().enumerate() {
                for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                    writer.put(row, column, text).unwrap();
                    expected.resize(row + 1, Vec::new());
                    expected[row] = cells[..=column].to_vec();
                }
            }
            let bytes = encode_book(Ok((vec!["一".to_owned(), "b".to_owned()], 1, Ok(writer))));
            let book = decode_book(&bytes).unwrap();
            prop_assert_eq!((book.names.len(), book.chosen), (2, 1));
            let table = book.table.unwrap();
            prop_assert_eq!(table.rows(), expected);
            for end in 0..bytes.len() {
                prop_assert_eq!(decode_book(&bytes[..end]), Err(BookError::Stopped));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = (decode_book(&bytes), decode_sheets(&bytes));
        }
    }

    #[test]
    fn every_error_comes_through() {
        let foreign = FOREIGN.iter().map(|kind| BookError::Foreign(*kind));
        let mut codes = std::collections::BTreeSet::new();
        for error in foreign.chain(BookError::PLAIN) {
            assert_eq!(decode_book(&encode_book(Err(error))), Err(error));
            assert!(codes.insert(error.code()), "{error:?}");
        }
        for error in [
            GridError::Empty,
            GridError::TooLarge { bytes: 1 << 25 },
            GridError::TooManyRows,
            GridError::TooManyColumns { row: 100_000 },
            GridError::TooManyCells,
            GridError::NotText,
        ] {
            let bytes = encode_book(Ok((vec![String::new()], 0, Err(error))));
            assert_eq!(decode_book(&bytes).unwrap().table, Err(error));
        }
    }

    #[test]
    fn a_table_keeps_its_limits() {
        let mut table = TableWriter::default();
        assert_eq!(table.put(crate::exchange::MAX_ROWS, 0, "x"), Err(GridError::TooManyRows));
        assert_eq!(
            table.put(4, crate::exchange::MAX_COLUMNS, "x"),
            Err(GridError::TooManyColumns { row: 5 })
        );
        assert_eq!(table.put(1, 1, "x"), Ok(()));
        assert_eq!(table.put(1, 1, "x"), Err(GridError::NotText), "a cell has one text");
        assert_eq!(table.put(0, 5, "x"), Err(GridError::NotText), "rows come in their order");
        let mut wide = TableWriter::default();
        let rows = (0..crate::exchange::MAX_ROWS).find(|row| wide.put(*row, 255, "").is_err());
        assert_eq!(rows, Some(MAX_CELLS / 256));
        let mut long = TableWriter::default();
        let text = "x".repeat(1 << 20);
        assert_eq!((0..100).find(|row| long.put(*row, 0, &text).is_err()), Some(16));
    }
}
