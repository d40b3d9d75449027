//! `PeoplePlan`: what a table of names will become: which column is what, what is not understood, which units are new.
//!
//! As `ImportPlan` for units: a plan changes nothing; it is shown, corrected by hand, and handed over as one action.
//! Two people may have one name, so that is said and not refused.

mod day;
mod fewer;
mod headings;
mod words;

pub use day::parse_day;
pub use fewer::FewerListed;
pub use words::{parse_attending, parse_mandate};

use super::chosen::{Chosen, Shape};
use super::plan::is_total;
use super::{FirstRow, Grid, UntakenColumn};
use crate::limits::{MAX_DELEGATES, MAX_PEOPLE_BYTES};
use crate::scenario::{
    Categories, DelegateDraft, Filling, Name, NameError, NewUnits, People, PeopleAction, Placing, Scenario,
    Tenure, Told, TooManyCategories,
};
use crate::threshold::Date;
use day::counted_day;
use headings::{by_content, by_heading, take_categories};
use std::collections::{HashMap, HashSet};
use words::names_cause;

/// A column of a table of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeopleField {
    /// The name.
    Name,
    /// The unit by name.
    Unit,
    /// Categories; several columns may tell them.
    Categories,
    /// The status.
    Status,
    /// The day on which the mandate ended.
    Date,
    /// Attendance at the sitting that the roster shows.
    Attendance,
    /// The note.
    Note,
}

/// A table of names on its way into a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeoplePlan {
    grid: Grid,
    /// The rows above the headings.
    above: usize,
    first_row: FirstRow,
    columns: Vec<Option<PeopleField>>,
    chosen: Chosen<PeopleField>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedPeople {
    /// The delegates, in the order of the rows.
    pub drafts: Vec<DelegateDraft>,
    /// Cells that do not fit.
    pub problems: Vec<PersonProblem>,
    /// Rows that are left out because they are empty or a total, counted from 1.
    pub left_out: Vec<usize>,
    /// Rows past the largest number of delegates.
    pub too_many: usize,
    /// Columns that become nothing.
    pub untaken: Vec<UntakenColumn>,
    /// Units that are not in the table, and how many delegates name each.
    pub unknown_units: Vec<(Name, usize)>,
    /// Names that occur several times in one unit, and how often.
    pub twice: Vec<(Name, usize)>,
    /// Numbers that were read as days.
    pub counted_days: Vec<CountedDay>,
}

/// A day that a spreadsheet wrote as the number it counts days by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedDay {
    /// The row of the table, counted from 1.
    pub row: usize,
    /// Its text.
    pub text: String,
    /// The day that it was read as.
    pub date: Date,
}

/// A cell that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonProblem {
    /// The row of the table, counted from 1.
    pub row: usize,
    /// The column of the table, counted from 1.
    pub column: usize,
    /// What it is mapped to.
    pub field: PeopleField,
    /// Its text.
    pub text: String,
    /// Why it does not fit.
    pub error: PersonError,
}

/// Why a cell does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonError {
    /// Too long.
    Text(NameError),
    /// Too many categories.
    ManyCategories,
    /// A status that is not understood; it is kept with the delegate until it is mended.
    Status,
    /// Not a day.
    Date,
    /// A day, but no mandate that ended.
    NothingEnded,
    /// Not a mark of attendance.
    Attendance,
}

impl PeopleField {
    /// Every column, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Unit, Self::Categories, Self::Status, Self::Date, Self::Attendance, Self::Note];
}

impl From<NameError> for PersonError {
    fn from(error: NameError) -> Self {
        Self::Text(error)
    }
}

impl From<TooManyCategories> for PersonError {
    fn from(error: TooManyCategories) -> Self {
        match error {
            TooManyCategories::Many => Self::ManyCategories,
            TooManyCategories::Long(error) => Self::Text(error),
        }
    }
}

impl ImportedPeople {
    /// Delegates whose status is not understood: they come into the list, and no figure counts them.
    pub fn unclear(&self) -> usize {
        self.drafts.iter().filter(|draft| draft.mandate.known().is_none()).count()
    }

    /// Whether the list has room for all of it, placed like this.
    pub fn fits(&self, list: &People, placing: Placing) -> bool {
        let (delegates, bytes) = match placing {
            Placing::Replace => (0, 0),
            Placing::Append => (list.delegates.len(), list.text_bytes()),
        };
        let text = |draft: &DelegateDraft| {
            let texts = [&draft.name, &draft.unit, &draft.note];
            texts.iter().map(|text| text.as_str().len()).sum::<usize>() + draft.categories.bytes()
        };
        let bytes = self.drafts.iter().map(text).fold(bytes, usize::saturating_add);
        delegates + self.drafts.len() <= MAX_DELEGATES && bytes <= MAX_PEOPLE_BYTES
    }

    /// The import as one action.
    pub fn action(&self, placing: Placing, units: NewUnits, counting: Filling) -> PeopleAction {
        PeopleAction::Import { drafts: self.drafts.clone(), placing, units, counting }
    }
}

impl PeoplePlan {
    /// The plan for a table, as far as its headings and cells tell. The units and the composition of the scenario tell which
    /// columns name them.
    pub fn new(grid: Grid, scenario: &Scenario) -> Self {
        let (above, first_row, mut columns) = match by_heading(&grid) {
            Some((above, columns)) => (above, FirstRow::Headings, columns),
            None => (0, FirstRow::Unit, by_content(&grid, scenario)),
        };
        take_categories(&mut columns, &grid, above + usize::from(first_row == FirstRow::Headings), scenario);
        Self { grid, above, first_row, columns, chosen: Chosen::default() }
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
    pub fn columns(&self) -> &[Option<PeopleField>] {
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

    /// The same plan with one column mapped otherwise; another column that was mapped to the same field lets go of it,
    /// but for categories.
    #[must_use]
    pub fn with_column(mut self, column: usize, field: Option<PeopleField>) -> Self {
        self.chosen.columns.push((column, field));
        let many = field == Some(PeopleField::Categories);
        for (at, mapped) in self.columns.iter_mut().enumerate() {
            if at == column {
                *mapped = field;
            } else if field.is_some() && *mapped == field && !many {
                *mapped = None;
            }
        }
        self
    }

    /// What the plan comes to in a scenario.
    pub fn imported(&self, scenario: &Scenario) -> ImportedPeople {
        let mut imported = ImportedPeople::default();
        let skip = self.heading().map_or(0, |row| row + 1);
        imported.left_out.extend(1..skip);
        for (index, cells) in self.grid.rows().iter().enumerate().skip(skip) {
            if self.is_left_out(cells) {
                imported.left_out.push(index + 1);
            } else if imported.drafts.len() == MAX_DELEGATES {
                imported.too_many += 1;
            } else {
                let draft = self.draft(index + 1, cells, &mut imported);
                imported.drafts.push(draft);
            }
        }
        imported.unknown_units = unknown_units(scenario, &imported.drafts);
        imported.twice = twice(&imported.drafts);
        imported.untaken = UntakenColumn::all(&self.grid, self.heading(), &self.columns);
        imported
    }

    /// An empty row, or one that adds the others up.
    fn is_left_out(&self, cells: &[String]) -> bool {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return true;
        }
        let at = |field: PeopleField| self.columns.iter().position(|mapped| *mapped == Some(field));
        let text = |column: Option<usize>| column.and_then(|at| cells.get(at)).map_or("", |text| text.trim());
        let (name, unit) = (at(PeopleField::Name), at(PeopleField::Unit));
        let named = text(name);
        // Where nobody is named, and before the name, with the serial numbers or the units.
        let before = name.filter(|_| !named.is_empty()).unwrap_or(cells.len());
        if cells.iter().take(before).any(|cell| is_total(cell)) || is_total(text(unit)) {
            return true;
        }
        // Nobody is called 合计, but somebody may be called Sum.
        let alone = text(unit).is_empty() && text(at(PeopleField::Status)).is_empty();
        is_total(named) && (alone || !named.is_ascii())
    }

    fn draft(&self, row: usize, cells: &[String], imported: &mut ImportedPeople) -> DelegateDraft {
        let problems = &mut imported.problems;
        let mut draft = DelegateDraft::named(Name::default());
        let (mut day, mut cause) = (None, Name::default());
        for (column, (text, field)) in cells.iter().zip(&self.columns).enumerate() {
            let Some(field) = *field else { continue };
            let read = match field {
                PeopleField::Date => parse_day(text).map(|date| {
                    day = date.map(|date| (column, text, date));
                }),
                _ => cell(&mut draft, field, text),
            };
            if field == PeopleField::Status && names_cause(text) {
                cause = Name::new(text).unwrap_or_default();
            }
            if let Err(error) = read {
                problems.push(PersonProblem { row, column: column + 1, field, text: text.clone(), error });
            }
        }
        if let Some((column, text, date)) = day {
            match &mut draft.mandate {
                Told::Known(mandate) if matches!(mandate.tenure, Tenure::Ended { .. }) => {
                    mandate.tenure = mandate.tenure.dated(Some(date));
                    if counted_day(text).is_some() {
                        imported.counted_days.push(CountedDay { row, text: text.clone(), date });
                    }
                }
                _ => {
                    let (field, error) = (PeopleField::Date, PersonError::NothingEnded);
                    let text = text.clone();
                    problems.push(PersonProblem { row, column: column + 1, field, text, error });
                }
            }
        }
        // The ledger has no reason for it, so the word would be lost.
        if draft.note.is_empty() {
            draft.note = cause;
        }
        draft
    }
}

/// Reads one cell into a draft; a status that is not understood is kept and said.
fn cell(draft: &mut DelegateDraft, field: PeopleField, text: &str) -> Result<(), PersonError> {
    match field {
        PeopleField::Name => draft.name = Name::new(text)?,
        PeopleField::Unit => draft.unit = Name::new(text)?,
        PeopleField::Note => draft.note = Name::new(text)?,
        PeopleField::Categories => {
            draft.categories = draft.categories.and(&Categories::parse(text)?)?;
        }
        PeopleField::Attendance => draft.attending = parse_attending(text)?,
        PeopleField::Status => {
            let told = Name::new(text)?;
            draft.mandate = parse_mandate(text).map_or(Told::Unclear(told), Told::Known);
            if draft.mandate.known().is_none() {
                return Err(PersonError::Status);
            }
        }
        PeopleField::Date => {}
    }
    Ok(())
}

/// The units that the table of the scenario lacks, in order of first use.
fn unknown_units(scenario: &Scenario, drafts: &[DelegateDraft]) -> Vec<(Name, usize)> {
    let known: HashSet<&Name> = scenario.units.iter().map(|unit| &unit.name).collect();
    let mut at: HashMap<&Name, usize> = HashMap::new();
    let mut unknown: Vec<(Name, usize)> = Vec::new();
    for name in drafts.iter().map(|draft| &draft.unit) {
        if name.is_empty() || known.contains(name) {
            continue;
        }
        let at = *at.entry(name).or_insert_with(|| {
            unknown.push((name.clone(), 0));
            unknown.len() - 1
        });
        if let Some((_, count)) = unknown.get_mut(at) {
            *count += 1;
        }
    }
    unknown
}

/// Names that occur several times in one unit of the table.
fn twice(drafts: &[DelegateDraft]) -> Vec<(Name, usize)> {
    let mut counts: HashMap<(&Name, &Name), usize> = HashMap::new();
    for draft in drafts {
        *counts.entry((&draft.unit, &draft.name)).or_default() += 1;
    }
    let several = counts.into_iter().filter(|((_, name), count)| *count > 1 && !name.is_empty());
    let mut names: Vec<(Name, usize)> = several.map(|((_, name), count)| (name.clone(), count)).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests;
