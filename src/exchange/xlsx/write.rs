//! From sheets to a workbook: texts stay texts, numbers are numbers, totals are formulas that add up what is above them.
//!
//! A text that begins like a formula is a text in a workbook anyway; it is marked besides, so that it stays one when
//! somebody edits the cell. The numbers of a workbook are floats: whole ones are exact below 2^53, as all of ours are.

use crate::exchange::{Cell, Sheet, guarded};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};

/// The widest and the narrowest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// Characters of the name of a sheet: Excel's limit.
const MAX_SHEET_NAME: usize = 31;
/// The height of a line in points, and the most lines of a row: Excel's limit is 409 points.
const LINE: u16 = 15;
const MAX_LINES: usize = 27;
/// A4 in Excel's list of papers.
const A4: u8 = 9;

/// How cells look.
struct Looks {
    head: Format,
    head_number: Format,
    text: Format,
    marked: Format,
    whole: Format,
    total: Format,
    total_text: Format,
}

/// A workbook of these sheets. `None` only where a sheet is larger than a workbook's can be.
pub fn write(sheets: &[Sheet]) -> Option<Vec<u8>> {
    book(sheets).ok()
}

fn book(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let total = Format::new().set_bold().set_border_top(FormatBorder::Thin);
    let head =
        text.clone().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color(0x00F1_EFE9);
    let looks = Looks {
        head_number: head.clone().set_align(FormatAlign::Right),
        head,
        marked: text.clone().set_quote_prefix(),
        text,
        whole: Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
        total_text: total.clone(),
        total: total.set_num_format("#,##0"),
    };
    let mut book = Workbook::new();
    let mut names = Vec::new();
    for sheet in sheets {
        let name = sheet_name(&sheet.name, &names);
        let page = book.add_worksheet();
        page.set_name(&name)?;
        names.push(name);
        fill(page, sheet, &looks)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_freeze_panes(1, 1)?;
    page.set_repeat_rows(0, 0)?;
    for (column, heading) in (0u16..).zip(&sheet.head) {
        let look = if is_number(sheet, column.into()) { &looks.head_number } else { &looks.head };
        page.write_string_with_format(0, column, heading, look)?;
        page.set_column_width(column, width(sheet, column.into()))?;
    }
    let widths: Vec<usize> = (0..sheet.head.len()).map(|column| width(sheet, column).into()).collect();
    page.set_row_height(0, LINE * lines(sheet.head.iter().map(String::as_str), &widths))?;
    for (row, cells) in (1u32..).zip(&sheet.rows) {
        let texts = cells.iter().map(|cell| if let Cell::Text(text) = cell { text.as_str() } else { "" });
        match lines(texts, &widths) {
            1 => {}
            several => {
                page.set_row_height(row, LINE * several)?;
            }
        }
        let is_total = cells.contains(&Cell::Sum);
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty if is_total => page.write_blank(row, column, &looks.total)?,
                Cell::Empty => page,
                Cell::Text(text) if is_total => {
                    page.write_string_with_format(row, column, text, &looks.total_text)?
                }
                Cell::Text(text) => {
                    let marked = guarded(text) != text.as_str();
                    let look = if marked { &looks.marked } else { &looks.text };
                    page.write_string_with_format(row, column, text, look)?
                }
                Cell::Whole(n) => page.write_number_with_format(row, column, *n as f64, &looks.whole)?,
                Cell::Decimal(figure) => {
                    let digits = figure.split_once('.').map_or(0, |(_, digits)| digits.len());
                    let point = if digits > 0 { "." } else { "" };
                    let look = Format::new().set_align(FormatAlign::Top);
                    let look = look.set_num_format(format!("#,##0{point}{}", "0".repeat(digits)));
                    page.write_number_with_format(row, column, figure.parse().unwrap_or(f64::NAN), &look)?
                }
                // Nothing above it: a formula would add up its heading or itself.
                Cell::Sum if row == 1 => page.write_number_with_format(row, column, 0, &looks.total)?,
                Cell::Sum => {
                    let name = letters(column);
                    let sum = Formula::new(format!("=SUM({name}2:{name}{row})"));
                    let sum = sum.set_result(sheet.sum(column.into()).to_string());
                    page.write_formula_with_format(row, column, sum, &looks.total)?
                }
            };
        }
    }
    Ok(())
}

/// The lines that the longest of these texts takes in its column; a program that opens the file does not measure them.
fn lines<'a>(texts: impl Iterator<Item = &'a str>, widths: &[usize]) -> u16 {
    let most = texts.zip(widths).map(|(text, width)| characters(text).div_ceil((*width).max(2) - 1)).max();
    u16::try_from(most.unwrap_or(1).clamp(1, MAX_LINES)).unwrap_or(1)
}

/// Chinese characters are twice as wide.
fn characters(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Whether a column holds figures.
fn is_number(sheet: &Sheet, column: usize) -> bool {
    let cells = sheet.rows.iter().filter_map(|row| row.get(column)).filter(|cell| **cell != Cell::Empty);
    cells.take(1).any(|cell| !matches!(cell, Cell::Text(_)))
}

/// The width of a column: what most of it needs, within bounds.
fn width(sheet: &Sheet, column: usize) -> u16 {
    let cell = |row: &Vec<Cell>| match row.get(column) {
        Some(Cell::Text(text) | Cell::Decimal(text)) => characters(text),
        Some(Cell::Whole(n)) => n.to_string().len() * 4 / 3,
        Some(Cell::Sum) => sheet.sum(column).to_string().len() * 4 / 3,
        Some(Cell::Empty) | None => 0,
    };
    let widest = sheet.rows.iter().map(cell).max().unwrap_or(0);
    let heading = sheet.head.get(column).map_or(0, |text| characters(text)).min(14);
    u16::try_from((widest.max(heading) + 2).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(u16::MAX)
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
fn letters(column: u16) -> String {
    let (mut rest, mut name) = (u32::from(column) + 1, String::new());
    while rest > 0 {
        name.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name
}

/// A name that a sheet may have: none of `[]:*?/\`, no apostrophe at its ends, at most 31 characters, and no other's.
fn sheet_name(name: &str, taken: &[String]) -> String {
    let kept: String =
        name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let kept = kept.trim_matches([' ', '\'']);
    let cut = |text: &str, room: usize| {
        let mut units = 0;
        let fits = text.chars().take_while(|c| {
            units += c.len_utf16();
            units <= room
        });
        fits.collect::<String>().trim_matches([' ', '\'']).to_owned()
    };
    let base = if kept.is_empty() || kept.eq_ignore_ascii_case("history") { "Sheet" } else { kept };
    let plain = cut(base, MAX_SHEET_NAME);
    let free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|n: usize| {
        let tail = format!(" {n}");
        format!("{}{tail}", cut(base, MAX_SHEET_NAME - tail.len()))
    });
    std::iter::once(plain).chain(numbered).find(free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_what_excel_allows() {
        let taken = vec!["Roster".to_owned()];
        for (name, expected) in [
            ("Allocation", "Allocation"),
            ("roster", "roster 2"),
            ("a/b:c", "a b c"),
            ("''", "Sheet"),
            ("History", "Sheet"),
            ("按代表团", "按代表团"),
            ("an electoral unit of a very long name", "an electoral unit of a very lon"),
        ] {
            assert_eq!(sheet_name(name, &taken), expected);
        }
        assert_eq!(
            (letters(0), letters(25), letters(26), letters(701), letters(702)),
            ("A".into(), "Z".into(), "AA".into(), "ZZ".into(), "AAA".into())
        );
    }
}
