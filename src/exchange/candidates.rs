//! Candidates as they come from a spreadsheet: a row each, name, votes and strokes between tabs (or commas, where a
//! row has no tab). All rows are read or none is taken over: what cannot be read is named by its row.

use super::{CellError, Grid, GridError, NumberError, parse_number};
use crate::limits::{MAX_CANDIDATES, MAX_COUNT, MAX_STROKES};
use crate::num::Count;
use crate::scenario::{CandidateDraft, Name, Strokes};

/// The column in which a pasted rectangle begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateColumn {
    /// The names.
    #[default]
    Name,
    /// The votes.
    Votes,
    /// The strokes.
    Strokes,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateLine {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: CandidateLineError,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CandidateLineError {
    /// A cell does not fit its column.
    Cell(CandidateColumn, String, CellError),
    /// There are more cells than columns.
    TooManyCells,
    /// It is past the most candidates of an election.
    TooManyLines,
}

/// The rows of a text that begins in `first`; empty lines are left out.
///
/// # Errors
/// Every line that cannot be read.
///
/// ```
/// # use delegate_roster::exchange::{CandidateColumn, candidates};
/// let rows = candidates("王某\t300\t4\n李某\t242", CandidateColumn::Name).unwrap();
/// assert_eq!((rows.len(), rows[0].votes.flatten().map(|n| n.get())), (2, Some(300)));
/// let wrong = candidates("王某\t300\n李某\tmany", CandidateColumn::Name).unwrap_err();
/// assert_eq!((wrong.len(), wrong[0].line), (1, 2));
/// ```
pub fn candidates(text: &str, first: CandidateColumn) -> Result<Vec<CandidateDraft>, Vec<CandidateLine>> {
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    let grid = match Grid::from_clipboard(text) {
        Ok(grid) => grid,
        Err(GridError::Empty) => return Ok(rows),
        Err(GridError::TooManyColumns { row }) => {
            return Err(vec![CandidateLine { line: row, error: CandidateLineError::TooManyCells }]);
        }
        Err(_) => {
            let line = MAX_CANDIDATES + 1;
            return Err(vec![CandidateLine { line, error: CandidateLineError::TooManyLines }]);
        }
    };
    let lines = (1..).zip(grid.rows()).filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    for (line, cells) in lines {
        let read = if rows.len() < MAX_CANDIDATES {
            row(cells, first)
        } else {
            Err(CandidateLineError::TooManyLines)
        };
        match read {
            Ok(row) => rows.push(row),
            Err(error @ CandidateLineError::TooManyLines) => {
                // One message for all that is past the end.
                wrong.push(CandidateLine { line, error });
                break;
            }
            Err(error) => wrong.push(CandidateLine { line, error }),
        }
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

fn row(cells: &[String], first: CandidateColumn) -> Result<CandidateDraft, CandidateLineError> {
    let cells: Vec<&str> = match cells {
        // Typed by hand, or a file of commas: quotes around such a cell are none of it.
        [typed] if typed.contains([',', '，']) => {
            typed.split([',', '，']).map(|cell| cell.trim().trim_matches('"')).collect()
        }
        cells => cells.iter().map(String::as_str).collect(),
    };
    let columns = [CandidateColumn::Name, CandidateColumn::Votes, CandidateColumn::Strokes];
    let mut columns = columns.into_iter().filter(|column| *column >= first);
    let mut draft = CandidateDraft::default();
    for cell in cells {
        let cell = cell.trim();
        let Some(column) = columns.next() else {
            // Empty cells behind the last column are what spreadsheets copy along.
            if cell.is_empty() { continue } else { return Err(CandidateLineError::TooManyCells) }
        };
        let wrong = |error| CandidateLineError::Cell(column, cell.to_owned(), error);
        let number = |limit: u32| match cell {
            "" => Ok(None),
            _ => parse_number(cell, limit.into())
                .map(|n| u32::try_from(n).ok())
                .map_err(|error| wrong(CellError::Number(error))),
        };
        match column {
            CandidateColumn::Name => {
                let name = Name::new(cell).map_err(|error| wrong(CellError::Name(error)))?;
                draft.name = Some(name);
            }
            CandidateColumn::Votes => draft.votes = Some(number(MAX_COUNT)?.and_then(Count::new)),
            CandidateColumn::Strokes => {
                let strokes =
                    number(MAX_STROKES.into())?.map(|n| u8::try_from(n).ok().and_then(Strokes::new));
                if strokes == Some(None) {
                    return Err(wrong(CellError::Number(NumberError::NotANumber)));
                }
                draft.strokes = Some(strokes.flatten());
            }
        }
    }
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, first: CandidateColumn) -> Vec<(Option<String>, Option<u32>, Option<u8>)> {
        let row = |draft: CandidateDraft| {
            let name = draft.name.map(|name| name.as_str().to_owned());
            (name, draft.votes.flatten().map(Count::get), draft.strokes.flatten().map(Strokes::get))
        };
        candidates(text, first).unwrap().into_iter().map(row).collect()
    }

    #[test]
    fn rows_are_read_as_spreadsheets_copy_them() {
        let named = |name: &str, votes, strokes| (Some(name.to_owned()), votes, strokes);
        for (text, rows) in [
            (
                "王某\t300\t4\r\n李某\t1,242\t7\r\n",
                vec![named("王某", Some(300), Some(4)), named("李某", Some(1242), Some(7))],
            ),
            (
                "Alpha, 300\n\n  \nBeta，２４２",
                vec![named("Alpha", Some(300), None), named("Beta", Some(242), None)],
            ),
            ("'=A1\t5\t\t\t", vec![named("=A1", Some(5), None)]),
            (
                "\"红旗\"\t5\n\"A\t6\nB\t7",
                vec![
                    named("\"红旗\"", Some(5), None),
                    named("\"A", Some(6), None),
                    named("B", Some(7), None),
                ],
            ),
            ("\"Two\nlines\"\t5", vec![named("Two lines", Some(5), None)]),
            ("\"Alpha\", 300", vec![named("Alpha", Some(300), None)]),
            ("Only a name", vec![named("Only a name", None, None)]),
            ("", vec![]),
        ] {
            assert_eq!(read(text, CandidateColumn::Name), rows, "{text:?}");
        }
        assert_eq!(
            read("300\t4\n\t5", CandidateColumn::Votes),
            [(None, Some(300), Some(4)), (None, None, Some(5))]
        );
        assert_eq!(read("17", CandidateColumn::Strokes), [(None, None, Some(17))]);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_and_nothing_is_taken() {
        for (text, lines) in [
            ("A\tmany", vec![1]),
            ("A\t1\n\nB\t-1\nC\t2\nD\t1.5", vec![3, 5]),
            ("A\t1\t65", vec![1]),
            ("A\t1\t0", vec![1]),
            ("A\t1\t4\tx", vec![1]),
            ("A\t1048577", vec![1]),
        ] {
            let wrong = candidates(text, CandidateColumn::Name).unwrap_err();
            assert_eq!(wrong.iter().map(|line| line.line).collect::<Vec<_>>(), lines, "{text:?}");
        }
        let long = format!("{}\t1", "x".repeat(241));
        assert!(candidates(&long, CandidateColumn::Name).is_err());
        let many = "A\t1\n".repeat(MAX_CANDIDATES + 5);
        let wrong = candidates(&many, CandidateColumn::Name).unwrap_err();
        assert_eq!(
            wrong,
            [CandidateLine { line: MAX_CANDIDATES + 1, error: CandidateLineError::TooManyLines }]
        );
    }
}
