//! `ImportPlan`: what a table will become: which column is what, which cells do not fit, which rows are left out.
//!
//! A plan changes nothing. It is shown, corrected by hand, and handed over as one action. Headings are recognised in
//! Chinese and English, also below the title that stands over many a table; what is not recognised is left out rather
//! than guessed, but for the names, without which a unit is none.

mod frame;
mod headings;
mod totals;
mod update;

use super::chosen::{Chosen, Shape};
use super::number::{is_blank, parse_entry};
use super::{CellError, Grid, UntakenColumn, parse_cell};
use crate::language::Language;
use crate::limits::MAX_UNITS;
use crate::scenario::{Action, Field, Leader, Origin, Scenario, Unit, UnitDraft, UnitId, apply};
pub use frame::Frame;
use headings::{Heading, below_a_title, by_heading, shared_delegations};
pub(super) use headings::{normal, titles};
pub(super) use totals::is_total;
pub use update::Update;

/// Whether the first row holds headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstRow {
    /// It does.
    Headings,
    /// It is a unit like the others.
    Unit,
}

/// A table on its way into a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    grid: Grid,
    /// The rows of a title above the headings.
    above: usize,
    first_row: FirstRow,
    columns: Vec<Option<Field>>,
    chosen: Chosen<Field>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The units, in the order of the rows.
    pub units: Vec<UnitDraft>,
    /// Cells that do not fit, each with what stands there in their place.
    pub problems: Vec<CellProblem>,
    /// Rows that are left out because they are empty or a total, counted from 1.
    pub left_out: Vec<usize>,
    /// Rows past the largest number of units.
    pub too_many: usize,
    /// Columns that become nothing.
    pub untaken: Vec<UntakenColumn>,
}

/// A cell that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The row of the table, counted from 1.
    pub row: usize,
    /// The column of the table, counted from 1.
    pub column: usize,
    /// What it is mapped to.
    pub field: Field,
    /// Its text.
    pub text: String,
    /// Why it does not fit.
    pub error: CellError,
}

/// What stands in a cell whose text did not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Nothing: not entered, or not known.
    Nothing,
    /// A count that nobody leaves open: none.
    Zero,
    /// What is computed: no seats are locked.
    Computed,
}

impl CellProblem {
    /// What stands in the cell once the table is taken over.
    pub const fn instead(&self) -> Instead {
        match self.field {
            Field::Members | Field::ByElected | Field::Ended | Field::Suspended | Field::OnLeave => {
                Instead::Zero
            }
            Field::Seats => Instead::Computed,
            Field::Name
            | Field::Delegation
            | Field::Min
            | Field::Max
            | Field::Elected
            | Field::Registered
            | Field::Present => Instead::Nothing,
        }
    }
}

/// The columns a table can be mapped to, in the order in which they are offered.
pub const MAPPABLE: [Field; 13] = [
    Field::Name,
    Field::Delegation,
    Field::Members,
    Field::Min,
    Field::Max,
    Field::Seats,
    Field::Elected,
    Field::ByElected,
    Field::Ended,
    Field::Suspended,
    Field::Registered,
    Field::Present,
    Field::OnLeave,
];

impl ImportPlan {
    /// The plan for a table, as far as its headings and cells tell; of two name columns the one in `language`.
    pub fn new(grid: Grid, language: Language) -> Self {
        let width = grid.width();
        let numbers = |row: &Vec<String>| row.iter().filter(|cell| is_number(cell)).count();
        // A row with a number in it is a unit, even one that is called "Unit 1".
        let above =
            grid.rows().iter().take_while(|row| row.iter().all(|cell| cell.trim().is_empty())).count();
        let first = grid.rows().get(above);
        let may_head = first.is_some_and(|row| numbers(row) == 0);
        let headings: Vec<Option<Heading>> = match first {
            Some(row) => {
                (0..width).map(|column| row.get(column).and_then(|text| Heading::of(text))).collect()
            }
            None => Vec::new(),
        };
        if may_head && headings.iter().any(Option::is_some) {
            return Self::headed(grid, above, &headings, language);
        }
        if let Some((above, headings)) = below_a_title(&grid) {
            return Self::headed(grid, above, &headings, language);
        }
        let mut rows = grid.rows().iter().skip(above);
        let headed =
            matches!((rows.next(), rows.next()), (Some(a), Some(b)) if numbers(a) == 0 && numbers(b) > 0);
        let first_row = if headed { FirstRow::Headings } else { FirstRow::Unit };
        let columns = by_content(&grid, above + usize::from(headed));
        Self { grid, above, first_row, columns, chosen: Chosen::default() }
    }

    /// The plan for a table with headings in the row `above`.
    fn headed(grid: Grid, above: usize, headings: &[Option<Heading>], language: Language) -> Self {
        let mut columns = by_heading(headings, language);
        let shared = shared_delegations(&grid, above, &columns);
        if let Some(slot) = shared.and_then(|column| columns.get_mut(column)) {
            *slot = Some(Field::Delegation);
        }
        if let Some(slot) = unnamed(&grid, above, headings, &columns).and_then(|at| columns.get_mut(at)) {
            *slot = Some(Field::Name);
        }
        Self { grid, above, first_row: FirstRow::Headings, columns, chosen: Chosen::default() }
    }

    /// The table.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Whether the first row holds headings.
    pub const fn first_row(&self) -> FirstRow {
        self.first_row
    }

    /// The row of the headings, from 0, if there is one: the first, or the first below a title.
    pub fn heading(&self) -> Option<usize> {
        (self.first_row == FirstRow::Headings).then_some(self.above)
    }

    /// The row that would hold the headings, from 0.
    pub const fn heading_row(&self) -> usize {
        self.above
    }

    /// What each column becomes; `None` is left out.
    pub fn columns(&self) -> &[Option<Field>] {
        &self.columns
    }

    /// The same plan with what was chosen for the table before its text was edited, as far as its columns are found again; what
    /// was guessed stays as it is guessed now.
    #[must_use]
    pub fn keeping(self, before: &Self) -> Self {
        let was = Shape::of(&before.grid, before.heading());
        let again = before.chosen.again(&was, &Shape::of(&self.grid, Some(self.above)));
        let plan = match again.first_row {
            Some(first_row) => self.with_first_row(first_row),
            None => self,
        };
        again.columns.into_iter().fold(plan, |plan, (column, field)| plan.with_column(column, field))
    }

    /// The same plan with another reading of the first row.
    #[must_use]
    pub fn with_first_row(mut self, first_row: FirstRow) -> Self {
        self.chosen.first_row = Some(first_row);
        self.first_row = first_row;
        self
    }

    /// The same plan with one column mapped otherwise; another column that was mapped to the same field lets go of it.
    #[must_use]
    pub fn with_column(mut self, column: usize, field: Option<Field>) -> Self {
        self.chosen.columns.push((column, field));
        for (at, mapped) in self.columns.iter_mut().enumerate() {
            if at == column {
                *mapped = field;
            } else if field.is_some() && *mapped == field {
                *mapped = None;
            }
        }
        self
    }

    /// What the plan comes to, whatever it is taken into.
    pub fn imported(&self) -> Imported {
        self.taken(None)
    }

    /// What the plan comes to in a scenario: where its sitting is not counted by unit, units bring no attendance along.
    pub fn imported_into(&self, scenario: &Scenario) -> Imported {
        self.taken(scenario.counted_otherwise())
    }

    fn taken(&self, leader: Option<Leader>) -> Imported {
        let mut imported = Imported::default();
        let skip = self.heading().map_or(0, |row| row + 1);
        imported.left_out.extend(1..skip);
        let blank = Unit::blank(UnitId(0));
        for (index, cells) in self.grid.rows().iter().enumerate().skip(skip) {
            let row = index + 1;
            if self.is_left_out(cells) {
                imported.left_out.push(row);
                continue;
            }
            if imported.units.len() == MAX_UNITS {
                imported.too_many += 1;
                continue;
            }
            let mut draft = UnitDraft::new();
            for (column, (text, field)) in cells.iter().zip(&self.columns).enumerate() {
                let Some(field) = *field else { continue };
                // A dash says that there is no delegation, and is none.
                let told = if field == Field::Delegation && is_blank(text) { "" } else { text };
                let edit = match &leader {
                    Some(leader) if field.is_attendance() && !is_blank(text) => {
                        Err(CellError::Follows(leader.clone()))
                    }
                    _ => parse_cell(&blank, field, told),
                };
                match edit {
                    Ok(edit) => draft.push(edit),
                    Err(error) => imported.problems.push(CellProblem {
                        row,
                        column: column + 1,
                        field,
                        text: text.clone(),
                        error,
                    }),
                }
            }
            imported.units.push(draft);
        }
        imported.untaken = UntakenColumn::all(&self.grid, self.heading(), &self.columns);
        imported
    }

    /// `scenario` with these units in place of its own; title, house, method and rules stay.
    pub fn replacing(&self, scenario: &Scenario) -> Scenario {
        let removal = Action::Remove(scenario.units.iter().map(|unit| unit.id).collect());
        let mut emptied = apply(scenario, &removal).unwrap_or_else(|| scenario.clone());
        emptied.origin = Origin::Entered;
        emptied.allocating.lots.clear();
        let insertion = Action::Insert { at: 0, drafts: self.imported().units };
        apply(&emptied, &insertion).unwrap_or(emptied)
    }

    /// The rows that become units.
    fn taken_rows(&self) -> impl Iterator<Item = &Vec<String>> {
        let skip = self.heading().map_or(0, |row| row + 1);
        self.grid.rows().iter().skip(skip).filter(|row| !self.is_left_out(row))
    }

    /// An empty row, or one that adds the others up. Its word stands where the name would, or before it: with the serial numbers,
    /// in a cell over both.
    fn is_left_out(&self, cells: &[String]) -> bool {
        let text = |column: usize| cells.get(column).map_or("", |text| text.trim());
        let name = self.columns.iter().position(|field| *field == Some(Field::Name));
        let named = name.is_some_and(|column| !text(column).is_empty());
        let total = match name.filter(|_| named) {
            Some(name) => {
                let before = (0..name).filter(|column| self.columns.get(*column) == Some(&None));
                before.chain([name]).any(|column| is_total(text(column)))
            }
            None => cells.iter().any(|cell| is_total(cell)),
        };
        total || cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// Whether no column becomes the names: every unit would be without one.
    pub fn is_nameless(&self) -> bool {
        !self.columns.contains(&Some(Field::Name))
    }

    /// The first column of whole numbers that becomes nothing although none becomes the members: no scenario is without them,
    /// so its heading was only not recognised. Serial numbers are none.
    pub fn members_left_out(&self) -> Option<usize> {
        if self.columns.contains(&Some(Field::Members)) {
            return None;
        }
        (0..self.columns.len()).find(|column| {
            let cells =
                || self.taken_rows().filter_map(|row| row.get(*column)).filter(|cell| !is_blank(cell));
            let serial = cells().zip(1..).all(|(cell, n)| parse_entry(cell, u64::MAX) == Ok(Some(n)));
            self.columns.get(*column) == Some(&None) && !serial && cells().all(|cell| is_number(cell))
        })
    }
}

/// Where no heading names the units, the first column of texts that becomes nothing, or else one that is only vaguely something: no
/// table of units is without their names.
fn unnamed(
    grid: &Grid,
    heading: usize,
    headings: &[Option<Heading>],
    columns: &[Option<Field>],
) -> Option<usize> {
    if columns.contains(&Some(Field::Name)) {
        return None;
    }
    let holds_texts = |column: &usize| {
        let cells = grid.rows().iter().skip(heading + 1).filter_map(|row| row.get(*column));
        let (numbers, texts): (Vec<_>, Vec<_>) =
            cells.filter(|cell| !is_blank(cell)).partition(|cell| is_number(cell));
        texts.len() > numbers.len()
    };
    let is_vague =
        |column: &usize| headings.get(*column).and_then(Option::as_ref).is_some_and(Heading::is_vague);
    let free = |column: &usize| columns.get(*column) == Some(&None);
    let texts = || (0..columns.len()).filter(holds_texts);
    texts().find(free).or_else(|| texts().find(is_vague))
}

/// Without headings: the first column of texts is the name, a second the delegation, the first of numbers the members.
fn by_content(grid: &Grid, skip: usize) -> Vec<Option<Field>> {
    let sample: Vec<&Vec<String>> = grid.rows().iter().skip(skip).take(50).collect();
    let mut texts = [Field::Name, Field::Delegation].into_iter();
    let mut numbers = [Field::Members].into_iter();
    let column = |column: usize| {
        let cells = sample.iter().filter_map(|row| row.get(column)).filter(|cell| !is_blank(cell));
        let (number, text) =
            cells.fold((0, 0), |(n, t), cell| if is_number(cell) { (n + 1, t) } else { (n, t + 1) });
        match (number, text) {
            (0, 0) => None,
            (number, text) if number > text => numbers.next(),
            _ => texts.next(),
        }
    };
    (0..grid.width()).map(column).collect()
}

fn is_number(cell: &str) -> bool {
    matches!(parse_entry(cell, u64::MAX), Ok(Some(_)))
}

#[cfg(test)]
mod tests;
