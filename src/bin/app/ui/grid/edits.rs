//! From what a hand does in the grid to one action on the scenario, with the texts that did not fit. No browser here.

use super::column::Column;
use super::cursor::{Cursor, Spot};
use super::rows::Rows;
use crate::store::{Draft, Intent};
use delegate_roster::exchange::{CellError, cell_text, parse_cell};
use delegate_roster::language::Language;
use delegate_roster::scenario::{Action, Field, Followed, Report, Scenario, Unit, UnitEdit, UnitId};

/// What is on the screen: what is not has no part in anything here.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    pub report: &'a Report,
    pub rows: &'a Rows,
    pub columns: &'a [Column],
    pub language: Language,
}

impl<'a> Table<'a> {
    fn scenario(&self) -> &'a Scenario {
        &self.report.scenario
    }

    /// The unit at a place.
    pub fn unit(&self, place: usize) -> Option<&'a Unit> {
        self.report.scenario.units.get(self.rows.row(place)?).map(|unit| unit.as_ref())
    }

    /// The shown text of a cell.
    pub fn text(&self, spot: Spot) -> Option<String> {
        let unit = self.unit(spot.row)?;
        let delegation = unit.delegation.and_then(|id| self.scenario().delegation(id));
        let delegation = delegation.map_or("", |delegation| delegation.name.as_str());
        let figures = self.report.units.get(self.rows.row(spot.row)?)?;
        Some(self.columns.get(spot.col)?.text(unit, figures, delegation, self.language))
    }

    /// What was entered in a cell, not what follows.
    pub fn entered(&self, spot: Spot) -> Option<String> {
        let field = self.columns.get(spot.col)?.field()?;
        Some(cell_text(self.scenario(), self.unit(spot.row)?, field))
    }

    /// The texts of a rectangle, row by row, as they are shown.
    pub fn texts(&self, first: Spot, last: Spot, take: &mut dyn FnMut(Spot, Column, String)) {
        let scenario = self.scenario();
        let names = scenario.delegation_names();
        for place in first.row..=last.row {
            let Some(row) = self.rows.row(place) else { continue };
            let Some((unit, figures)) = scenario.units.get(row).zip(self.report.units.get(row)) else {
                continue;
            };
            let delegation = unit.delegation.and_then(|id| names.get(&id)).map_or("", |name| name.as_str());
            let cells = (0..).zip(self.columns).skip(first.col).take(last.col + 1 - first.col);
            for (col, column) in cells {
                take(
                    Spot { row: place, col },
                    *column,
                    column.text(unit, figures, delegation, self.language),
                );
            }
        }
    }

    /// Typing `text` into one cell; `None` where nothing can be typed.
    pub fn type_in(&self, spot: Spot, text: &str) -> Option<Intent> {
        let unit = self.unit(spot.row)?;
        let field = self.columns.get(spot.col)?.field()?;
        let scenario = self.scenario();
        Some(match parsed(scenario, &scenario.followed(), unit, field, text)? {
            Ok(edit) => Intent::Do(Action::Edit(vec![(unit.id, edit)])),
            Err(error) => Intent::Enter {
                action: Action::Edit(Vec::new()),
                drafts: vec![(unit.id, field, Draft { text: text.to_owned(), error })],
            },
        })
    }

    /// A block of texts put at the selection: a block that goes into it a whole number of times fills it, any other lies
    /// over it once; rows past the last become units, as many as there is room for.
    pub fn put(&self, cursor: &Cursor, block: &[Vec<String>]) -> Put {
        let (first, last) = cursor.selection();
        let (height, width) = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
        if height == 0 || width == 0 {
            return Put::default();
        }
        let selected = (last.row - first.row + 1, last.col - first.col + 1);
        let fills = selected.0.is_multiple_of(height) && selected.1.is_multiple_of(width);
        let (rows, cols) = if fills { selected } else { (height, width) };
        let scenario = self.scenario();
        let followed = scenario.followed();
        let mut put = Put::default();
        for row in 0..rows {
            let known = self.unit(first.row + row);
            let added = put.appended.len();
            // A text that does not fit is kept under the identity that its unit will have.
            let fresh =
                scenario.next(added).filter(|_| added < scenario.room()).map(|id| Unit::blank(UnitId(id)));
            let Some(unit) = known.or(fresh.as_ref()) else {
                put.no_room = rows - row;
                break;
            };
            let mut new_cells = Vec::new();
            for col in 0..cols {
                let Some(field) = self.columns.get(first.col + col).and_then(|column| column.field()) else {
                    continue;
                };
                let Some(text) = block.get(row % height).and_then(|line| line.get(col % width)) else {
                    continue;
                };
                let Some(found) = parsed(scenario, &followed, unit, field, text) else { continue };
                match found {
                    Ok(edit) if known.is_some() => put.edits.push((unit.id, edit)),
                    Ok(edit) => new_cells.push(edit),
                    Err(error) => put.drafts.push((unit.id, field, Draft { text: text.clone(), error })),
                }
            }
            if known.is_none() {
                put.appended.push(new_cells);
            }
        }
        put
    }

    /// Emptying the selected cells.
    pub fn clear(&self, cursor: &Cursor) -> Put {
        self.put(cursor, &[vec![String::new()]])
    }

    /// Filling the selection with its first row; a single row with the one above it.
    pub fn fill_down(&self, cursor: &Cursor) -> Option<Put> {
        let (first, last) = cursor.selection();
        let source = if first.row == last.row { first.row.checked_sub(1)? } else { first.row };
        let (unit, scenario) = (self.unit(source)?, self.scenario());
        let line = (first.col..=last.col).map(|col| {
            // What was entered, not what follows: a computed seat is not locked by filling.
            let field = self.columns.get(col).and_then(|column| column.field());
            field.map_or_else(String::new, |field| cell_text(scenario, unit, field))
        });
        Some(self.put(cursor, &[line.collect()]))
    }

    /// The selection as rows of texts, for other programs: plain digits, ASCII signs.
    pub fn copied(&self, cursor: &Cursor) -> Vec<Vec<String>> {
        let (first, last) = cursor.selection();
        let mut block: Vec<Vec<String>> = Vec::new();
        self.texts(first, last, &mut |spot, column, text| {
            if spot.col == first.col {
                block.push(Vec::new());
            }
            if let Some(line) = block.last_mut() {
                line.push(self.left(spot, column).unwrap_or_else(|| plain(column, text)));
            }
        });
        block
    }

    /// What is left of a number, as a number: those over it are said in words on the screen.
    fn left(&self, spot: Spot, column: Column) -> Option<String> {
        let row = self.report.units.get(self.rows.row(spot.row)?)?;
        column.left(&row.ledger).map(|n| n.to_string())
    }

    /// The units of the selected rows.
    pub fn selected_units(&self, cursor: &Cursor) -> Vec<UnitId> {
        let (first, last) = cursor.selection();
        (first.row..=last.row).filter_map(|place| self.unit(place)).map(|unit| unit.id).collect()
    }
}

/// A block of texts as edits of cells, new units, and what did not fit.
#[derive(Default)]
pub struct Put {
    edits: Vec<(UnitId, UnitEdit)>,
    appended: Vec<Vec<UnitEdit>>,
    drafts: Vec<(UnitId, Field, Draft)>,
    /// How many rows of the block are left out, since there can be no more units.
    pub no_room: usize,
}

impl Put {
    /// How many texts did not fit.
    pub fn unfit(&self) -> usize {
        self.drafts.len()
    }

    /// As one step.
    pub fn intent(self) -> Intent {
        let Self { edits, appended, drafts, .. } = self;
        let action =
            if appended.is_empty() { Action::Edit(edits) } else { Action::Paste { edits, appended } };
        Intent::Enter { action, drafts }
    }
}

/// The edits that are about to be made, where one brings a unit to a delegation, or to none.
pub fn bringing(intent: &Intent) -> Option<&[(UnitId, UnitEdit)]> {
    let (Intent::Do(action) | Intent::Enter { action, .. }) = intent else { return None };
    let (Action::Edit(edits) | Action::Paste { edits, .. }) = action else { return None };
    edits.iter().any(|(_, edit)| matches!(edit, UnitEdit::Delegation(_))).then_some(edits)
}

/// What a text asks of a cell. One whose figure follows from elsewhere takes no other: an attempt is said,
/// emptying it, or putting the same into it, is nothing.
fn parsed(
    scenario: &Scenario,
    followed: &Followed,
    unit: &Unit,
    field: Field,
    text: &str,
) -> Option<Result<UnitEdit, CellError>> {
    let Some(leader) = followed.leader(unit.id, field) else {
        return Some(parse_cell(unit, field, text));
    };
    let same = text.trim().is_empty() || text == cell_text(scenario, unit, field);
    (!same).then_some(Err(CellError::Follows(leader)))
}

/// A text as other programs read it as a number.
pub fn plain(column: Column, text: String) -> String {
    match column {
        Column::Name | Column::Delegation => text,
        _ => text.replace(',', "").replace('−', "-").replace('–', "").trim_start_matches('+').to_owned(),
    }
}
