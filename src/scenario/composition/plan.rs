//! `plan`: the matrix of units and categories, worked out by controlled rounding. Asked for where it is shown, because
//! it takes longer than a keystroke may; `derive` finds only the contradictions that need no search.

use super::{Amount, Category, CategoryId, CategoryKind, CompositionProblem, Limit, MemberFigures, Needed};
use crate::apportion::biproportional::{Cell, Locked, MatrixOutcome};
use crate::apportion::controlled::{Column, Contradiction, Controlled, ControlledProblem, solve};
use crate::num::{Ratio, Seats};
use crate::scenario::{
    AllocationState, CategoryRow, Issue, Place, Problem, Report, Scenario, UnitId, UnitRow,
};
use std::collections::{BTreeMap, HashMap};

/// Why there is no matrix yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// There are no units or no categories.
    Empty,
    /// The seats of the units are not settled.
    Seats,
}

/// The matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Categories that are worked out together: the exclusive ones, and each other one for itself.
    pub groups: Vec<Group>,
    /// Where a category stands: its group, and its column in it. Not for those without a target.
    places: BTreeMap<CategoryId, (usize, usize)>,
}

/// Categories that are worked out together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The categories, by place.
    pub categories: Vec<usize>,
    /// Whether a seat counts for exactly one of them or for the others.
    pub kind: CategoryKind,
    /// What was rounded.
    pub problem: ControlledProblem,
    /// The seats, or who contradicts whom.
    pub outcome: Solved,
}

/// A cell of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCell {
    /// Its seats; those that are certain, in a tie.
    pub seats: Seats,
    /// In a tie: it may have one more.
    pub contested: bool,
    /// The exact fair share.
    pub fair: Option<Ratio>,
}

impl PlanCell {
    /// Whether it is neither the floor nor the ceiling of its fair share.
    pub fn departs(&self) -> bool {
        let seats = u64::from(self.seats.get());
        let most = seats + u64::from(self.contested);
        self.fair.is_some_and(|fair| seats < fair.floor() || most > fair.ceil())
    }
}

/// The rows of the report about each category, and what does not add up at first sight.
pub(in crate::scenario) fn rows(
    scenario: &Scenario,
    units: &[UnitRow],
    settled: bool,
    seats: u64,
    members: u64,
    issues: &mut Vec<Issue>,
) -> Vec<CategoryRow> {
    let row = |category: &Category| {
        let figures = MemberFigures::of(category, &scenario.units);
        let needed = category.target.and_then(|target| Needed::of(target, seats, figures, members));
        let locked = category.locks.values().map(|seats| u64::from(seats.get())).sum();
        CategoryRow { id: category.id, figures, needed, locked }
    };
    let rows: Vec<_> = scenario.composition.iter().map(row).collect();
    for (category, row) in scenario.composition.iter().zip(&rows) {
        check(scenario, category, row, members, issues);
    }
    if settled && !rows.is_empty() {
        for (categories, problem) in problems(scenario, units, &rows, seats) {
            let found = problem.contradictions();
            issues.extend(located(scenario, &categories, &found, &problem));
        }
    }
    rows
}

/// What does not add up in the entries of one category.
fn check(scenario: &Scenario, category: &Category, row: &CategoryRow, members: u64, issues: &mut Vec<Issue>) {
    let place = Place::Category(category.id);
    let mut say = |place, problem| issues.push(Issue { place, problem: Problem::Composition(problem) });
    let (total, sum) = (row.figures.total, row.figures.sum);
    match total {
        Some(part) if part > members => {
            say(place, CompositionProblem::MembersAboveAll { members: part, all: members });
        }
        Some(total) if row.figures.by_unit() && total != sum => {
            say(place, CompositionProblem::MembersDiffer { total, sum });
        }
        None if category.target.is_some_and(|target| target.amount == Amount::MemberShare) => {
            say(place, CompositionProblem::MembersUnknown);
        }
        _ => {}
    }
    if !category.by_unit.is_empty() {
        for unit in scenario.units.iter() {
            let Some(part) = category.by_unit.get(&unit.id).filter(|part| **part > unit.members) else {
                continue;
            };
            let problem =
                CompositionProblem::MembersAboveAll { members: part.get(), all: unit.members.get() };
            say(Place::CategoryCell(category.id, unit.id), problem);
        }
    }
    if category.name.is_empty() {
        say(place, CompositionProblem::Unnamed);
    }
}

/// What has to be rounded, with the places of its categories: the exclusive ones together, each other one for itself.
fn problems(
    scenario: &Scenario,
    units: &[UnitRow],
    rows: &[CategoryRow],
    seats: u64,
) -> Vec<(Vec<usize>, ControlledProblem)> {
    let row_seats: Vec<Seats> = units.iter().map(|unit| unit.seats).collect();
    let of_kind = |kind| {
        let all = scenario.composition.iter().enumerate();
        all.filter(move |(_, category)| category.kind == kind).map(|(at, _)| at)
    };
    let has_target = |at: &usize| rows.get(*at).is_some_and(|row| row.needed.is_some());
    let locked_at: BTreeMap<UnitId, usize> = if scenario.composition.iter().all(|c| c.locks.is_empty()) {
        BTreeMap::new()
    } else {
        units.iter().enumerate().map(|(row, unit)| (unit.id, row)).collect()
    };
    let problem = |categories: &[usize]| {
        let mut room = seats;
        let mut problem =
            ControlledProblem { row_seats: row_seats.clone(), columns: Vec::new(), locked: Vec::new() };
        for (column, &at) in categories.iter().enumerate() {
            let Some((category, row)) = scenario.composition.get(at).zip(rows.get(at)) else { continue };
            problem.columns.push(bounds(category, row, units, seats));
            let locks = category.locks.iter().filter_map(|(id, seats)| Some((*locked_at.get(id)?, *seats)));
            problem.locked.extend(locks.map(|(row, seats)| Locked { cell: Cell { row, column }, seats }));
        }
        // What "at most" allows gives way to what others need; those that stand first are served first.
        room = room.saturating_sub(problem.columns.iter().map(|column| u64::from(column.least)).sum());
        for column in problem.columns.iter_mut().filter(|column| column.aim > column.least) {
            let more = u64::from(column.aim - column.least).min(room);
            room -= more;
            column.aim = column.least + u32::try_from(more).unwrap_or(0);
        }
        problem
    };
    let exclusive: Vec<usize> = of_kind(CategoryKind::Exclusive).collect();
    let mut groups: Vec<Vec<usize>> =
        of_kind(CategoryKind::Overlapping).filter(has_target).map(|at| vec![at]).collect();
    if exclusive.iter().any(has_target) {
        groups.push(exclusive);
    }
    groups.into_iter().map(|categories| (categories.clone(), problem(&categories))).collect()
}

/// The column of a category. Without a target it has what is fixed by hand.
fn bounds(category: &Category, row: &CategoryRow, units: &[UnitRow], seats: u64) -> Column {
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let most = small(seats);
    let (aim, least, most) = match row.needed {
        None => (0, 0, most),
        Some(needed) => {
            let number = small(needed.number);
            match needed.target.limit {
                Limit::AtLeast => (number, number, most.max(number)),
                Limit::AtMost => (number.min(most), 0, number),
                Limit::Exactly => (number, number, number),
            }
        }
    };
    let weight = |unit: &UnitRow| category.by_unit.get(&unit.id).copied().unwrap_or_default();
    let weights = row.figures.by_unit().then(|| units.iter().map(weight).collect());
    Column { aim, least, most, weights }
}

/// Contradictions as issues with their places.
fn located(
    scenario: &Scenario,
    categories: &[usize],
    found: &[Contradiction],
    problem: &ControlledProblem,
) -> Vec<Issue> {
    // Locks that are too many together are told of at the first of their row. There may be as many such rows as units.
    let mut first: HashMap<usize, usize> = HashMap::new();
    if found.iter().any(|why| matches!(why, Contradiction::LocksAboveRow { .. })) {
        for lock in &problem.locked {
            first.entry(lock.cell.row).or_insert(lock.cell.column);
        }
    }
    found.iter().filter_map(|why| placed(scenario, categories, why, problem, &first)).collect()
}

fn placed(
    scenario: &Scenario,
    categories: &[usize],
    why: &Contradiction,
    problem: &ControlledProblem,
    first_locks: &HashMap<usize, usize>,
) -> Option<Issue> {
    let category = |column: usize| scenario.composition.get(*categories.get(column)?);
    let unit = |row: usize| scenario.units.get(row).map(|unit| unit.id);
    let name = |column: &usize| category(*column).map(|category| category.name.clone());
    let first = category(0)?.id;
    let (place, problem) = match why {
        Contradiction::LockAboveRow { cell, locked, seats } => {
            let place = Place::CategoryCell(category(cell.column)?.id, unit(cell.row)?);
            (place, CompositionProblem::LockAboveSeats { locked: *locked, seats: *seats })
        }
        Contradiction::LocksAboveRow { row, locked, seats } => {
            let place = Place::CategoryCell(category(*first_locks.get(row)?)?.id, unit(*row)?);
            (place, CompositionProblem::LocksAboveSeats { locked: *locked, seats: *seats })
        }
        Contradiction::ColumnsAboveSeats { columns, seats, .. } => {
            let need = |at: &usize| Some((name(at)?, u64::from(problem.columns.get(*at)?.least)));
            let needs = columns.iter().filter_map(need).collect();
            let place = Place::Category(category(*columns.first()?)?.id);
            (place, CompositionProblem::TargetsAboveSeats { needs, seats: *seats })
        }
        Contradiction::LocksAboveMost { column, locked, most } => {
            let most = u64::from(*most);
            let place = Place::Category(category(*column)?.id);
            (place, CompositionProblem::LocksAboveTarget { locked: *locked, most })
        }
        Contradiction::ColumnsShort { columns, needed, possible } => {
            let names =
                if columns.len() > 1 { columns.iter().filter_map(name).collect() } else { Vec::new() };
            let place = Place::Category(category(*columns.first()?)?.id);
            (place, CompositionProblem::Short { names, needed: *needed, possible: *possible })
        }
        Contradiction::TooFine => (Place::Category(first), CompositionProblem::TooFine),
        Contradiction::TooLarge | Contradiction::Shape => {
            (Place::Category(first), CompositionProblem::TooLarge)
        }
    };
    Some(Issue { place, problem: Problem::Composition(problem) })
}

/// What came of a group: its seats, or who contradicts whom.
pub type Solved = Result<Controlled, Vec<Contradiction>>;

/// The groups of a report that are worked out, with the places of their categories.
pub(crate) fn groups(report: &Report) -> Result<Vec<(Vec<usize>, ControlledProblem)>, Waiting> {
    let scenario = &report.scenario;
    if scenario.units.is_empty() || scenario.composition.is_empty() {
        return Err(Waiting::Empty);
    }
    if report.allocation.state != AllocationState::Settled {
        return Err(Waiting::Seats);
    }
    Ok(problems(scenario, &report.units, &report.composition, report.allocation.allocated))
}

/// The matrix of a report.
///
/// # Errors
///
/// [`Waiting`] where there is nothing to share out yet.
pub fn plan(report: &Report) -> Result<Plan, Waiting> {
    let groups = groups(report)?;
    let solved = groups.iter().map(|(_, problem)| solve(problem)).collect();
    Ok(Plan::put_together(report, groups, solved))
}

impl Plan {
    /// The matrix of a report whose groups were solved elsewhere, in their order.
    ///
    /// # Errors
    ///
    /// [`Waiting`] where there is nothing to share out yet.
    pub fn of(report: &Report, solved: Vec<Solved>) -> Result<Self, Waiting> {
        Ok(Self::put_together(report, groups(report)?, solved))
    }

    fn put_together(
        report: &Report,
        groups: Vec<(Vec<usize>, ControlledProblem)>,
        solved: Vec<Solved>,
    ) -> Self {
        let mut plan = Self { groups: Vec::new(), places: BTreeMap::new() };
        for ((categories, problem), outcome) in groups.into_iter().zip(solved) {
            let mut kind = CategoryKind::Overlapping;
            for (column, category) in categories.iter().enumerate() {
                let Some(category) = report.scenario.composition.get(*category) else { continue };
                kind = category.kind;
                plan.places.insert(category.id, (plan.groups.len(), column));
            }
            plan.groups.push(Group { categories, kind, problem, outcome });
        }
        plan
    }

    /// The group of a category and its column there; `None` for one without a target.
    fn group(&self, category: CategoryId) -> Option<(&Group, usize)> {
        let (group, column) = self.places.get(&category)?;
        Some((self.groups.get(*group)?, *column))
    }

    /// A cell; `None` where the category has no target or its group has no solution.
    pub fn cell(&self, row: usize, category: CategoryId) -> Option<PlanCell> {
        let (group, column) = self.group(category)?;
        group.cell(row, column)
    }

    /// The seats of a unit that count for none of the exclusive categories.
    pub fn others(&self, row: usize) -> Option<PlanCell> {
        let group = self.groups.iter().find(|group| group.kind == CategoryKind::Exclusive)?;
        group.cell(row, group.categories.len())
    }

    /// The seats planned for a category, with those that are still open between tied units.
    pub fn planned(&self, category: CategoryId) -> Option<u64> {
        let (group, column) = self.group(category)?;
        group.total(column)
    }

    /// The seats planned for none of the exclusive categories.
    pub fn planned_others(&self) -> Option<u64> {
        let group = self.groups.iter().find(|group| group.kind == CategoryKind::Exclusive)?;
        group.total(group.categories.len())
    }

    /// The rows that are tied in a category, and how many seats are open between them.
    pub fn tie(&self, category: CategoryId) -> Option<(Vec<usize>, u32)> {
        let (group, column) = self.group(category)?;
        let Ok(Controlled { outcome: MatrixOutcome::Tied(tie), .. }) = &group.outcome else { return None };
        let open = tie.open_columns.get(column)?.get();
        let rows = tie.contested.iter().filter(|cell| cell.column == column).map(|cell| cell.row);
        (open > 0).then(|| (rows.collect(), open))
    }

    /// What does not add up in the matrix, with its place: everything found, with and without a search.
    pub fn contradictions(&self, scenario: &Scenario) -> Vec<Issue> {
        let all = self.groups.iter().flat_map(|group| {
            let found = group.outcome.as_ref().err().map_or(&[] as &[_], Vec::as_slice);
            located(scenario, &group.categories, found, &group.problem)
        });
        all.collect()
    }

    /// Cells that settle all ties as `seed` draws: the same seed draws the same from the same ties, on every machine.
    pub fn draw(&self, scenario: &Scenario, seed: u32) -> Vec<(CategoryId, UnitId, Option<Seats>)> {
        let mut cells = Vec::new();
        for (at, group) in self.groups.iter().enumerate() {
            let Ok(Controlled { outcome: MatrixOutcome::Tied(tie), .. }) = &group.outcome else { continue };
            // Each group its own lot: the same draw in all would favour the same units.
            let lot = tie.draw(u64::from(seed) ^ (at as u64) << 32);
            let Ok(drawn) = tie.settle(&lot) else { continue };
            for cell in &tie.contested {
                let category = group.categories.get(cell.column).and_then(|at| scenario.composition.get(*at));
                let unit = scenario.units.get(cell.row);
                let seats = drawn.get(cell.row).and_then(|row| row.get(cell.column)).copied();
                cells.extend(category.zip(unit).map(|(category, unit)| (category.id, unit.id, seats)));
            }
        }
        cells
    }
}

impl Group {
    fn cell(&self, row: usize, column: usize) -> Option<PlanCell> {
        let cell = Cell { row, column };
        let fair = self.problem.fair(cell);
        match &self.outcome.as_ref().ok()?.outcome {
            MatrixOutcome::Settled(seats) => {
                Some(PlanCell { seats: *seats.get(row)?.get(column)?, contested: false, fair })
            }
            MatrixOutcome::Tied(tie) => Some(PlanCell {
                seats: *tie.certain.get(row)?.get(column)?,
                contested: tie.contested.binary_search(&cell).is_ok(),
                fair,
            }),
        }
    }

    fn total(&self, column: usize) -> Option<u64> {
        let found = self.outcome.as_ref().ok()?;
        let rows = 0..self.problem.row_seats.len();
        Some(rows.map(|row| u64::from(found.at(Cell { row, column }).get())).sum())
    }
}
