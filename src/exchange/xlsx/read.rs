//! From a workbook to a table: the reader sees the rebuilt archive, cell after cell, and nothing is held but the answer.
//!
//! A number is written in plain digits, so that a whole one stays whole; a date, a truth value or an error is written as
//! the text it is, which no column of numbers takes for a number.

use super::package::{MAX_SHEETS, Package, rebuilt};
use crate::exchange::{BookError, GridError, TableWriter, encode_book};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use std::io::Cursor;

/// Reads one sheet of a workbook: the one asked for, else the first with anything in it. The answer is
/// [`decode_book`](crate::exchange::decode_book)'s.
pub fn read(file: Vec<u8>, sheet: Option<usize>) -> Vec<u8> {
    let package = rebuilt(&file);
    drop(file);
    encode_book(package.and_then(|package| open(&package, sheet)))
}

type Answer = (Vec<String>, usize, Result<TableWriter, GridError>);

fn open(package: &Package, sheet: Option<usize>) -> Result<Answer, BookError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(package.archive.as_slice())).map_err(damaged)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    // One part under many names would be read as often.
    if names.len() > package.sheets {
        return Err(BookError::Lies);
    }
    let most = usize::try_from(MAX_SHEETS / package.largest.max(1)).unwrap_or(usize::MAX);
    let candidates = match sheet {
        Some(at) => at..names.len().min(at + 1),
        None => 0..names.len().min(most),
    };
    let mut answer = None;
    for at in candidates {
        let Some(name) = names.get(at) else { break };
        let read = table(&mut book, name)?;
        let empty = matches!(read, Err(GridError::Empty));
        if !empty || answer.is_none() {
            answer = Some((at, read));
        }
        if !empty {
            break;
        }
    }
    let (chosen, read) = answer.ok_or(BookError::NoSheet)?;
    Ok((names, chosen, read))
}

fn table(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Result<TableWriter, GridError>, BookError> {
    let mut cells = match book.worksheet_cells_reader(name) {
        // A sheet of another kind has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Err(GridError::Empty)),
        cells => cells.map_err(damaged)?,
    };
    let mut table = TableWriter::default();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let owned;
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::SharedString(text) => text,
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.as_str(),
            DataRef::Bool(true) => "TRUE",
            DataRef::Bool(false) => "FALSE",
            other => {
                owned = match other {
                    DataRef::Int(n) => n.to_string(),
                    // Never with an exponent, and as few digits as tell it from its neighbours.
                    DataRef::Float(x) => x.to_string(),
                    DataRef::DateTime(at) => moment(at),
                    DataRef::Error(error) => error.to_string(),
                    _ => String::new(),
                };
                owned.as_str()
            }
        };
        if text.is_empty() {
            continue;
        }
        match table.put(row as usize, column as usize, text) {
            Ok(()) => {}
            Err(GridError::NotText) => return Err(BookError::Damaged),
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(if table.is_empty() { Err(GridError::Empty) } else { Ok(table) })
}

/// A day as `2021-09-28`, with the time where it has one; a duration as it is counted.
fn moment(at: &ExcelDateTime) -> String {
    if !at.is_datetime() {
        return format!("{at} d");
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// Everything the reader may refuse after the counting: the file is not as a spreadsheet writes it.
fn damaged(_: XlsxError) -> BookError {
    BookError::Damaged
}
