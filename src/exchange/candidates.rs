//! Candidates as they come from a spreadsheet: a row each, name, votes, strokes and stroke order between tabs (or commas, where a
//! row has no tab), in another order where headings say so. All rows are read or none is taken over: what cannot be
//! read is named by its row. Columns whose heading is not known, serial numbers and totals are no candidates; they are left out,
//! each named by its line as well, so that nobody misses them later.

mod columns;

use super::clipboard::in_quotes;
use super::number::{entry_within, is_blank, parse_entry};
use super::{CellError, Grid, GridError};
use crate::limits::{MAX_CANDIDATES, MAX_COUNT, MAX_STROKES};
use crate::num::Count;
use crate::scenario::{CandidateDraft, Name, StrokeOrder, StrokeOrderError, Strokes};
use columns::{Columns, Use};

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
    /// The stroke order.
    StrokeOrder,
}

impl CandidateColumn {
    /// Every column, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Name, Self::Votes, Self::Strokes, Self::StrokeOrder];
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

/// What a text comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedCandidates {
    /// The candidates, in the order of the lines.
    pub rows: Vec<CandidateDraft>,
    /// What of the text is none of them, in the same order. Empty lines are not told.
    pub left_out: Vec<CandidateLeftOut>,
}

/// What is left out of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateLeftOut {
    /// The line, from 1.
    pub line: usize,
    /// What of it.
    pub part: LeftOutPart,
}

/// Which part of a line is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOutPart {
    /// All of it: the headings.
    Headings(Vec<String>),
    /// All of it: the sum of the others.
    Total(Vec<String>),
    /// From here on the serial numbers in this column, from 1.
    Serial(usize),
    /// Cells that no column takes, each with the heading above it.
    Cells(Vec<(String, String)>),
}

/// The rows of a text that begins in `first`, where `room` rows are left; empty lines are left out.
///
/// # Errors
/// Every line that cannot be read.
///
/// ```
/// # use delegate_roster::exchange::{CandidateColumn, candidates};
/// let pasted = candidates("王某\t300\t4\n李某\t242\n合计\t542", CandidateColumn::Name, 100).unwrap();
/// assert_eq!((pasted.rows.len(), pasted.rows[0].votes.flatten().map(|n| n.get())), (2, Some(300)));
/// assert_eq!((pasted.left_out.len(), pasted.left_out[0].line), (1, 3));
/// let wrong = candidates("王某\t300\n李某\tmany", CandidateColumn::Name, 100).unwrap_err();
/// assert_eq!((wrong.len(), wrong[0].line), (1, 2));
/// ```
pub fn candidates(
    text: &str,
    first: CandidateColumn,
    room: usize,
) -> Result<PastedCandidates, Vec<CandidateLine>> {
    let (mut pasted, mut wrong) = (PastedCandidates::default(), Vec::new());
    let grid = match Grid::from_clipboard(text) {
        Ok(grid) => grid,
        Err(GridError::Empty) => return Ok(pasted),
        Err(GridError::TooManyColumns { row }) => {
            return Err(vec![CandidateLine { line: row, error: CandidateLineError::TooManyCells }]);
        }
        Err(_) => {
            let line = MAX_CANDIDATES + 1;
            return Err(vec![CandidateLine { line, error: CandidateLineError::TooManyLines }]);
        }
    };
    let cells: Vec<Vec<String>> = grid.rows().iter().map(|cells| separate(cells, first)).collect();
    let cells = (1..).zip(&cells).map(|(line, cells)| (line, cells.iter().map(String::as_str).collect()));
    let mut lines: Vec<(usize, Vec<&str>)> =
        cells.filter(|(_, cells): &(_, Vec<&str>)| cells.iter().any(|cell| !cell.is_empty())).collect();
    let columns = Columns::of(&lines, first);
    let mut leave = |line, part| pasted.left_out.push(CandidateLeftOut { line, part });
    for (line, cells) in lines.drain(..columns.headings()) {
        leave(line, LeftOutPart::Headings(filled(&cells)));
    }
    if let (Some(column), Some((line, _))) = (columns.serial(), lines.first()) {
        leave(*line, LeftOutPart::Serial(column + 1));
    }
    for (line, cells) in lines {
        if columns.is_total(&cells) {
            leave(line, LeftOutPart::Total(filled(&cells)));
            continue;
        }
        let read = if pasted.rows.len() < room.min(MAX_CANDIDATES) {
            row(&cells, &columns)
        } else {
            Err(CandidateLineError::TooManyLines)
        };
        let without = columns.untaken(&cells);
        if !without.is_empty() {
            leave(line, LeftOutPart::Cells(without));
        }
        match read {
            Ok(row) => pasted.rows.push(row),
            Err(error @ CandidateLineError::TooManyLines) => {
                // One message for all that is past the end.
                wrong.push(CandidateLine { line, error });
                break;
            }
            Err(error) => wrong.push(CandidateLine { line, error }),
        }
    }
    if wrong.is_empty() { Ok(pasted) } else { Err(wrong) }
}

/// The stroke order that was typed or pasted; `None` where nothing was, or a sign says so.
///
/// # Errors
/// What is no stroke order.
///
/// ```
/// # use delegate_roster::exchange::parse_stroke_order;
/// assert_eq!(parse_stroke_order("—"), Ok(None));
/// assert_eq!(parse_stroke_order("一一丨一").map(|order| order.map(|order| order.as_str().to_owned())), Ok(Some("1121".to_owned())));
/// ```
pub fn parse_stroke_order(text: &str) -> Result<Option<StrokeOrder>, StrokeOrderError> {
    if is_blank(text) { Ok(None) } else { StrokeOrder::parse(text) }
}

/// The cells of a row that say something.
fn filled(cells: &[&str]) -> Vec<String> {
    cells.iter().filter(|cell| !cell.is_empty()).map(|cell| (*cell).to_owned()).collect()
}

/// What divides cells that are typed by hand, or in a file of commas.
const COMMAS: [char; 2] = [',', '，'];

/// The cells of a row that begins in `first`, without the spaces around them.
fn separate(cells: &[String], first: CandidateColumn) -> Vec<String> {
    match cells {
        [typed] if typed.contains(COMMAS) && !is_votes(typed, first) => at_commas(typed),
        cells => cells.iter().map(|cell| cell.trim().to_owned()).collect(),
    }
}

/// Whether the commas of a cell stand between thousands: `1,050` alone in a column of votes is no vote and fifty strokes.
fn is_votes(typed: &str, first: CandidateColumn) -> bool {
    first == CandidateColumn::Votes && matches!(parse_entry(typed, u64::MAX), Ok(Some(_)))
}

/// The cells between commas. Quotes keep a cell whole; those that do not close before a comma only go.
fn at_commas(typed: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = typed;
    loop {
        let whole = in_quotes(rest.trim_start()).and_then(|(cell, after)| {
            let after = after.trim_start();
            (after.is_empty() || after.starts_with(COMMAS)).then(|| (cell.trim().to_owned(), after))
        });
        let (cell, after) = whole.unwrap_or_else(|| {
            let (cell, after) = rest.split_at(rest.find(COMMAS).unwrap_or(rest.len()));
            (cell.trim().trim_matches('"').to_owned(), after)
        });
        cells.push(cell);
        match after.strip_prefix(COMMAS) {
            Some(after) => rest = after,
            None => return cells,
        }
    }
}

fn row(cells: &[&str], columns: &Columns) -> Result<CandidateDraft, CandidateLineError> {
    let mut draft = CandidateDraft::default();
    for (at, &cell) in cells.iter().enumerate() {
        let column = match columns.at(at) {
            Some(Use::Taken(column)) => column,
            Some(Use::Serial | Use::Untaken) => continue,
            // Empty cells behind the last column are what spreadsheets copy along.
            None if cell.is_empty() => continue,
            None => return Err(CandidateLineError::TooManyCells),
        };
        let wrong = |error| CandidateLineError::Cell(column, cell.to_owned(), error);
        let number = |least: u64, most: u32| {
            let entry = entry_within(cell, least..=most.into());
            entry
                .map(|n| n.and_then(|n| u32::try_from(n).ok()))
                .map_err(|error| wrong(CellError::Number(error)))
        };
        match column {
            CandidateColumn::Name => {
                let name = Name::new(cell).map_err(|error| wrong(CellError::Name(error)))?;
                draft.name = Some(name);
            }
            CandidateColumn::Votes => draft.votes = Some(number(0, MAX_COUNT)?.and_then(Count::new)),
            CandidateColumn::Strokes => {
                let strokes = number(1, MAX_STROKES.into())?.and_then(|n| u8::try_from(n).ok());
                draft.strokes = Some(strokes.and_then(Strokes::new));
            }
            CandidateColumn::StrokeOrder => {
                let order = parse_stroke_order(cell).map_err(|error| wrong(CellError::StrokeOrder(error)))?;
                draft.stroke_order = Some(order);
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
        candidates(text, first, MAX_CANDIDATES).unwrap().rows.into_iter().map(row).collect()
    }

    fn refused(text: &str) -> Vec<CandidateLine> {
        candidates(text, CandidateColumn::Name, MAX_CANDIDATES).unwrap_err()
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
            // Quotes keep a cell whole; one that does not close keeps nothing.
            (
                "王某,\"1,050\"\n李某，\"1,010\"，7",
                vec![named("王某", Some(1050), None), named("李某", Some(1010), Some(7))],
            ),
            (
                "\"Smith, John\" ,12\n\"王，某\",\"3\", \"4\"",
                vec![named("Smith, John", Some(12), None), named("王，某", Some(3), Some(4))],
            ),
            ("\"Lee \"\"Jo\"\", A\",12", vec![named("Lee \"Jo\", A", Some(12), None)]),
            ("\"A,6\nB,7", vec![named("A", Some(6), None), named("B", Some(7), None)]),
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
        // A column of votes alone: thousands, and no strokes.
        for text in ["1,050\n1,010", "\"1,050\"\n\"1,010\"", "1,050票\n1，010"] {
            let votes = [(None, Some(1050), None), (None, Some(1010), None)];
            assert_eq!(read(text, CandidateColumn::Votes), votes, "{text:?}");
        }
        assert_eq!(read("300,4", CandidateColumn::Votes), [(None, Some(300), Some(4))]);
    }

    /// The stroke order of each, as it is kept; `-` where the rows do not say.
    fn orders(text: &str, first: CandidateColumn) -> Vec<String> {
        let rows =
            candidates(text, first, MAX_CANDIDATES).unwrap().rows.into_iter().map(|row| row.stroke_order);
        let told =
            |order: Option<StrokeOrder>| order.map_or(String::new(), |order| order.as_str().to_owned());
        rows.map(|order| order.map_or("-".to_owned(), told)).collect()
    }

    #[test]
    fn stroke_orders_are_the_fourth_column_or_that_of_their_heading() {
        for (text, expected) in [
            (
                "王某\t300\t4\t1121\n方某\t242\t4\t丶一乛丿\n丁某\t241\t2\t\n于某\t240",
                vec!["1121", "4153", "", "-"],
            ),
            (
                "序号\t姓名\t笔画\t笔顺\t得票\n1\t王小明\t4\t1121 234 25113511\t300\n2\t方某\t4\t—\t2",
                vec!["1121 234 25113511", ""],
            ),
            ("Name,Votes,Strokes,Stroke order\nWang,300,4,1121\nFang,242,4,4153", vec!["1121", "4153"]),
            ("1\t王某\t300\t4\t１１\n2\t方某\t242\t4\t4", vec!["11", "4"]),
        ] {
            assert_eq!(orders(text, CandidateColumn::Name), expected, "{text:?}");
        }
        assert_eq!(orders("1121\n\n4153 12", CandidateColumn::StrokeOrder), ["1121", "4153 12"]);
        // A spreadsheet that took seventeen strokes for a number has lost them: the line says so.
        for (cell, error) in [
            ("1.12112E+16", StrokeOrderError::NotAStroke),
            ("1126", StrokeOrderError::NotAStroke),
            ("王", StrokeOrderError::NotAStroke),
            (&"1".repeat(65), StrokeOrderError::TooMany),
        ] {
            let wrong = refused(&format!("王某\t300\t4\t1121\n方某\t2\t4\t{cell}"));
            let error = CellError::StrokeOrder(error);
            let error = CandidateLineError::Cell(CandidateColumn::StrokeOrder, cell.to_owned(), error);
            assert_eq!(wrong, [CandidateLine { line: 2, error }]);
        }
    }

    #[test]
    fn headings_say_which_column_is_which() {
        let named = |name: &str, votes, strokes| (Some(name.to_owned()), votes, strokes);
        let both = [named("王某", Some(300), Some(4)), named("李某", Some(1242), Some(7))];
        for text in [
            "姓名\t得票\t笔画\n王某\t300\t4\n李某\t1,242\t7",
            "序号\t姓名\t得票\t姓氏笔画\n1\t王某\t300\t4\n2\t李某\t1242\t7\n合计\t\t1542\t",
            "1\t王某\t300\t4\n2\t李某\t1242\t7",
            "笔画\t姓名\t性别\t得票数（票）\n4\t王某\t男\t300票\n7画\t李某\t女\t1,242票\n\t合计\t\t1542",
            "Row\tName\tVotes\tStrokes\n1\t王某\t300\t4\n2\t李某\t1242\t7",
            "No.,Name,Strokes,Votes\n1,王某,4,300\n2,李某,7,1242",
            "\n候选人姓名,赞成票,姓氏笔画数\n王某,300,4\n李某,1242,7",
        ] {
            assert_eq!(read(text, CandidateColumn::Name), both, "{text:?}");
        }
        let votes = [(None, Some(300), None), (None, None, None), (None, Some(12), None)];
        assert_eq!(read("得票\n300\n—\n12人", CandidateColumn::Votes), votes);
        // Without rows below, and with a number, it is none.
        assert_eq!(read("Name", CandidateColumn::Name), [named("Name", None, None)]);
        assert_eq!(
            read("姓名\t5\n王某\t6", CandidateColumn::Name),
            [named("姓名", Some(5), None), named("王某", Some(6), None)]
        );
        for text in ["300\t王某\n242\t李某", "1\t王某", "1\t王某\t300\n3\t李某\t242", "姓名\t单位\n王某\t甲"]
        {
            assert!(candidates(text, CandidateColumn::Name, MAX_CANDIDATES).is_err(), "{text:?}");
        }
        let wrong = refused("姓名\t得票\n王某\t300\n李某\tmany");
        assert_eq!(wrong.first().map(|line| line.line), Some(3));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_and_nothing_is_taken() {
        for (text, lines) in [
            ("A\tmany", vec![1]),
            ("A\t1\n\nB\t-1\nC\t2\nD\t1.5", vec![3, 5]),
            ("A\t1\t65", vec![1]),
            ("A\t1\t0", vec![1]),
            ("A\t1\t4\tx", vec![1]),
            ("A\t1\t4\t1\tx", vec![1]),
            ("A\t1048577", vec![1]),
        ] {
            let wrong = refused(text);
            assert_eq!(wrong.iter().map(|line| line.line).collect::<Vec<_>>(), lines, "{text:?}");
        }
        let long = format!("{}\t1", "x".repeat(241));
        assert!(candidates(&long, CandidateColumn::Name, MAX_CANDIDATES).is_err());
        let many = "A\t1\n".repeat(MAX_CANDIDATES + 5);
        let wrong = refused(&many);
        assert_eq!(
            wrong,
            [CandidateLine { line: MAX_CANDIDATES + 1, error: CandidateLineError::TooManyLines }]
        );
    }

    #[test]
    fn what_is_left_out_is_named_by_its_line() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let cells = |cells: &[(&str, &str)]| {
            LeftOutPart::Cells(
                cells.iter().map(|(of, cell)| ((*of).to_owned(), (*cell).to_owned())).collect(),
            )
        };
        let headings = |cells: &[&str]| LeftOutPart::Headings(texts(cells));
        let total = |cells: &[&str]| LeftOutPart::Total(texts(cells));
        for (text, left_out) in [
            ("王某\t300\t4\n\n李某\t242\t7", vec![]),
            ("姓名\t得票\n王某\t300", vec![(1, headings(&["姓名", "得票"]))]),
            ("1\t王某\t300\n2\t李某\t242", vec![(1, LeftOutPart::Serial(1))]),
            ("王某\t300\n李某\t242\n合计\t542", vec![(3, total(&["合计", "542"]))]),
            (
                "\n笔画\t序号\t姓名\t性别\t得票\t\n4\t1\t王某\t男\t300\n7\t2\t李某\t\t242\t备注\n\t\t合计\t\t542",
                vec![
                    (2, headings(&["笔画", "序号", "姓名", "性别", "得票"])),
                    (3, LeftOutPart::Serial(2)),
                    (3, cells(&[("性别", "男")])),
                    (4, cells(&[("", "备注")])),
                    (5, total(&["合计", "542"])),
                ],
            ),
            // The second column of names is no candidate's either.
            (
                "姓名,候选人,得票\n王某,Wang,300",
                vec![(1, headings(&["姓名", "候选人", "得票"])), (2, cells(&[("候选人", "Wang")]))],
            ),
        ] {
            let pasted = candidates(text, CandidateColumn::Name, MAX_CANDIDATES).unwrap();
            let found: Vec<_> = pasted.left_out.into_iter().map(|left| (left.line, left.part)).collect();
            assert_eq!(found, left_out, "{text:?}");
        }
    }

    #[test]
    fn rows_for_which_there_is_no_room_are_refused() {
        assert_eq!(candidates("A\nB", CandidateColumn::Name, 2).unwrap().rows.len(), 2);
        let wrong = candidates("A\n\nB\nC", CandidateColumn::Name, 1).unwrap_err();
        assert_eq!(wrong, [CandidateLine { line: 3, error: CandidateLineError::TooManyLines }]);
    }
}
