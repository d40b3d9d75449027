//! From what a hand does in the grid to one action on the scenario, with the texts that did not fit. No browser here.

use super::column::Column;
use super::cursor::{Cursor, Spot};
use crate::store::{Draft, Intent};
use delegate_roster::exchange::{CellError, cell_text, parse_cell};
use delegate_roster::scenario::{
    Action, DelegationId, Field, Followed, Report, Scenario, Unit, UnitEdit, UnitId,
};
use std::collections::HashMap;

/// The shown text of a cell.
pub fn text_at(report: &Report, columns: &[Column], spot: Spot) -> Option<String> {
    let scenario = &report.scenario;
    let unit = scenario.units.get(spot.row)?;
    let delegation = unit.delegation.and_then(|id| scenario.delegation(id));
    let delegation = delegation.map_or("", |delegation| delegation.name.as_str());
    Some(columns.get(spot.col)?.text(unit, report.units.get(spot.row)?, delegation))
}

/// What a text asks of a cell. One whose figure follows from the list of delegates takes no other: an attempt is said,
/// emptying it, or putting the same into it, is nothing.
fn parsed(
    scenario: &Scenario,
    followed: &Followed,
    unit: &Unit,
    field: Field,
    text: &str,
) -> Option<Result<UnitEdit, CellError>> {
    if !followed.holds(unit.id, field) {
        return Some(parse_cell(unit, field, text));
    }
    let same = text.trim().is_empty() || text == cell_text(scenario, unit, field);
    (!same).then_some(Err(CellError::FollowsList))
}

/// Typing `text` into one cell; `None` where nothing can be typed.
pub fn type_in(scenario: &Scenario, columns: &[Column], spot: Spot, text: &str) -> Option<Intent> {
    let unit = scenario.units.get(spot.row)?;
    let field = columns.get(spot.col)?.field()?;
    Some(match parsed(scenario, &scenario.followed(), unit, field, text)? {
        Ok(edit) => Intent::Do(Action::Edit(vec![(unit.id, edit)])),
        Err(error) => Intent::Enter {
            action: Action::Edit(Vec::new()),
            drafts: vec![(unit.id, field, Draft { text: text.to_owned(), error })],
        },
    })
}

/// A block of texts put at the selection: one value fills it, a block lies over it, rows past the last become units.
pub fn put(scenario: &Scenario, columns: &[Column], cursor: &Cursor, block: &[Vec<String>]) -> Intent {
    let (first, last) = cursor.selection();
    let single = block.len() == 1 && block.first().is_some_and(|row| row.len() == 1);
    let (rows, cols) = if single {
        (last.row - first.row + 1, last.col - first.col + 1)
    } else {
        (block.len(), block.iter().map(Vec::len).max().unwrap_or(0))
    };
    let at = |row: usize, col: usize| -> Option<&String> {
        if single { block.first()?.first() } else { block.get(row)?.get(col) }
    };
    let mut edits = Vec::new();
    let mut drafts = Vec::new();
    let mut appended: Vec<Vec<_>> = Vec::new();
    let mut next_id = scenario.next_id;
    let followed = scenario.followed();
    for row in 0..rows {
        let known = scenario.units.get(first.row + row);
        let fresh = Unit::blank(UnitId(next_id));
        let unit = known.map_or(&fresh, |unit| unit.as_ref());
        let mut new_cells = Vec::new();
        for col in 0..cols {
            let Some(field) = columns.get(first.col + col).and_then(|column| column.field()) else {
                continue;
            };
            let Some(text) = at(row, col) else { continue };
            let Some(found) = parsed(scenario, &followed, unit, field, text) else { continue };
            match found {
                Ok(edit) if known.is_some() => edits.push((unit.id, edit)),
                Ok(edit) => new_cells.push(edit),
                Err(error) => drafts.push((unit.id, field, Draft { text: text.clone(), error })),
            }
        }
        if known.is_none() {
            appended.push(new_cells);
            next_id = next_id.saturating_add(1);
        }
    }
    let action = if appended.is_empty() { Action::Edit(edits) } else { Action::Paste { edits, appended } };
    Intent::Enter { action, drafts }
}

/// Emptying the selected cells.
pub fn clear(scenario: &Scenario, columns: &[Column], cursor: &Cursor) -> Intent {
    put(scenario, columns, &Cursor { typing: None, ..cursor.clone() }, &[vec![String::new()]])
}

/// Filling the selection with its first row.
pub fn fill_down(report: &Report, columns: &[Column], cursor: &Cursor) -> Intent {
    let (first, last) = cursor.selection();
    let source: Vec<String> = (first.col..=last.col)
        .map(|col| text_at(report, columns, Spot { row: first.row, col }).unwrap_or_default())
        .collect();
    let block = vec![source; last.row - first.row + 1];
    put(&report.scenario, columns, cursor, &block)
}

/// The selection as rows of texts, for other programs: plain digits, ASCII signs.
pub fn copied(report: &Report, columns: &[Column], cursor: &Cursor) -> Vec<Vec<String>> {
    let (first, last) = cursor.selection();
    let names: HashMap<DelegationId, &str> =
        report.scenario.delegations.iter().map(|d| (d.id, d.name.as_str())).collect();
    let rows = report.scenario.units.iter().zip(&report.units).skip(first.row).take(last.row - first.row + 1);
    rows.map(|(unit, figures)| {
        let delegation = unit.delegation.and_then(|id| names.get(&id)).copied().unwrap_or("");
        let cells = columns.iter().skip(first.col).take(last.col - first.col + 1);
        cells.map(|column| plain(*column, column.text(unit, figures, delegation))).collect()
    })
    .collect()
}

fn plain(column: Column, text: String) -> String {
    match column {
        Column::Name | Column::Delegation => text,
        _ => text.replace(',', "").replace('−', "-").replace('–', "").trim_start_matches('+').to_owned(),
    }
}

/// The units of the selected rows.
pub fn selected_units(scenario: &Scenario, cursor: &Cursor) -> Vec<UnitId> {
    let (first, last) = cursor.selection();
    scenario.units.iter().skip(first.row).take(last.row - first.row + 1).map(|unit| unit.id).collect()
}
