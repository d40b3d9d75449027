//! Candidates as they come from a spreadsheet: a row each, name, votes, strokes and stroke order between tabs (or commas, where a
//! row has no tab), in another order where headings say so. All rows are read or none is taken over: what cannot be
//! read is named by its row. Titles, columns whose heading is not known, serial numbers and totals are no candidates; they are left out,
//! each named by its line as well, so that nobody misses them later.

mod columns;

use super::clipboard::in_quotes;
use super::number::{entry_within, is_blank, parse_entry};
use super::{CellError, Grid, GridError, NumberError};
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
    /// All of it: a title above the headings.
    Title(Vec<String>),
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
    for (line, cells) in lines.drain(..columns.titles()) {
        leave(line, LeftOutPart::Title(filled(&cells)));
    }
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
            // The last digits of votes that were divided at their comma: 王某,1,050.
            CandidateColumn::Strokes if cell.len() > 1 && cell.starts_with('0') => {
                return Err(wrong(CellError::Number(NumberError::NotANumber)));
            }
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
mod tests;
