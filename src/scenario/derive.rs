//! `derive`: from a scenario to its report. Pure and total; the only place where the rooms of the domain meet.

use super::attendance::Attendance;
use super::{
    AllocationReport, AllocationState, DelegationId, DelegationRow, EndedLine, Field, Gates, Issue, Place,
    Problem, Report, Scenario, Sitting, SittingReport, Tally, UnitId, UnitRow,
};
use crate::apportion::{self, Allocation, Contender, Entry, Instance, InstanceError, Lot, Outcome};
use crate::num::{Ratio, Seats, Weight};
use crate::roster::{Breach, Row};
use std::collections::HashMap;
use std::rc::Rc;

/// Everything that follows from `scenario`. Where it allows no allocation, the seats of `last` are shown.
pub fn derive(scenario: &Rc<Scenario>, last: Option<&Report>) -> Report {
    let mut issues = Vec::new();
    let members = scenario.units.iter().map(|unit| unit.members.get()).sum();
    let (allocation, seats) = allocate(scenario, last, &mut issues);
    let unlocked = seats_without_locks(scenario);
    let units = unit_rows(scenario, members, &allocation, &seats, unlocked.as_deref());
    let mut delegations = delegation_rows(scenario, &units);
    let mut total: Row = units.iter().map(|unit| &unit.ledger).sum();
    count_present(scenario, &mut delegations, &mut total, &mut issues);
    for (unit, row) in scenario.units.iter().zip(&units) {
        if unit.name.is_empty() {
            issues.push(Issue { place: Place::Unit(unit.id, Field::Name), problem: Problem::Unnamed });
        }
        for breach in row.ledger.breaches() {
            let (field, problem) = Problem::of_breach(breach, &row.ledger);
            issues.push(Issue { place: Place::Unit(unit.id, field), problem });
        }
    }
    let blank = Sitting::blank(scenario.shown);
    let gates = Gates::of(scenario, &total, scenario.sitting().unwrap_or(&blank));
    let sittings = SittingReport::all(scenario, &total);
    let endings = endings(scenario);
    issues.sort_by_key(|issue| issue.problem.severity());
    Report {
        scenario: Rc::clone(scenario),
        members,
        allocation,
        units,
        delegations,
        total,
        endings,
        gates,
        sittings,
        issues,
    }
}

/// The allocation and the seats to show, one per unit.
fn allocate(
    scenario: &Scenario,
    last: Option<&Report>,
    issues: &mut Vec<Issue>,
) -> (AllocationReport, Vec<Seats>) {
    let instance = match instance(scenario) {
        Ok(instance) => instance,
        Err(error) => {
            issues.extend(issues_of(scenario, &error));
            return last_good(scenario, last, AllocationState::Impossible);
        }
    };
    let lots = lots(scenario);
    let engine_lots: Vec<Lot> = lots.iter().flatten().cloned().collect();
    let allocation = apportion::apportion(&instance, &scenario.allocating.method, &engine_lots);
    if !allocation.stale.is_empty() || lots.contains(&None) {
        issues.push(Issue { place: Place::Method, problem: Problem::StaleLot });
    }
    let front = apportion::front(&instance, &scenario.allocating.method, &allocation);
    let Allocation { outcome, witness, .. } = allocation;
    let (state, seats) = match outcome {
        Outcome::Settled(seats) => (AllocationState::Settled, seats),
        Outcome::Tied(tie) => {
            let problem = Problem::Tie { contested: tie.contested.len(), open: tie.open };
            issues.push(Issue { place: Place::Method, problem });
            let seats = tie.certain.clone();
            (AllocationState::Tied(tie), seats)
        }
        Outcome::Refused(refusal) => {
            issues.push(Issue { place: Place::Method, problem: Problem::Refused(refusal.clone()) });
            return last_good(scenario, last, AllocationState::Refused(refusal));
        }
    };
    let allocated = seats.iter().map(|s| u64::from(s.get())).sum();
    (AllocationReport { state, witness, front, allocated }, seats)
}

/// The scenario in the engine's terms: units by row.
pub(super) fn instance(scenario: &Scenario) -> Result<Instance, InstanceError> {
    Instance::new(entries(scenario), scenario.allocating.house, scenario.allocating.minimum_rule)
}

fn entries(scenario: &Scenario) -> Vec<Entry> {
    let entry = |unit: &Rc<super::Unit>| {
        let min = unit.min.unwrap_or(if unit.members == Weight::ZERO {
            Seats::ZERO
        } else {
            scenario.allocating.minimum
        });
        Entry { weight: unit.members, min, max: unit.max.unwrap_or(Seats::MAX), fixed: unit.locked }
    };
    scenario.units.iter().map(entry).collect()
}

/// The recorded lots in the engine's terms; `None` for one that names a unit which is gone.
fn lots(scenario: &Scenario) -> Vec<Option<Lot>> {
    if scenario.allocating.lots.is_empty() {
        return Vec::new();
    }
    let rows: HashMap<UnitId, usize> =
        scenario.units.iter().enumerate().map(|(row, unit)| (unit.id, row)).collect();
    let lot = |draw: &super::Draw| {
        let contender = |&(id, certain): &(UnitId, Seats)| Some(Contender { unit: *rows.get(&id)?, certain });
        let contenders = draw.contenders.iter().map(contender).collect::<Option<Vec<_>>>()?;
        let drawn = draw.drawn.iter().map(|id| rows.get(id).copied()).collect::<Option<Vec<_>>>()?;
        Lot::new(contenders, drawn).ok()
    };
    scenario.allocating.lots.iter().map(lot).collect()
}

/// The seats of the last report for the units that were in it, so that the page keeps its numbers.
fn last_good(
    scenario: &Scenario,
    last: Option<&Report>,
    state: AllocationState,
) -> (AllocationReport, Vec<Seats>) {
    let known: HashMap<UnitId, Seats> =
        last.map(|report| report.units.iter().map(|row| (row.id, row.seats)).collect()).unwrap_or_default();
    let seats: Vec<Seats> =
        scenario.units.iter().map(|unit| known.get(&unit.id).copied().unwrap_or(Seats::ZERO)).collect();
    let allocated = seats.iter().map(|s| u64::from(s.get())).sum();
    (AllocationReport { state, witness: None, front: None, allocated }, seats)
}

/// What every unit would have if none were locked; `None` if none is, or if that has no answer.
fn seats_without_locks(scenario: &Scenario) -> Option<Vec<Seats>> {
    scenario.units.iter().any(|unit| unit.locked.is_some()).then_some(())?;
    let free = entries(scenario).into_iter().map(|entry| Entry { fixed: None, ..entry }).collect();
    let instance = Instance::new(free, scenario.allocating.house, scenario.allocating.minimum_rule).ok()?;
    match apportion::apportion(&instance, &scenario.allocating.method, &[]).outcome {
        Outcome::Settled(seats) => Some(seats),
        Outcome::Tied(tie) => Some(tie.certain),
        Outcome::Refused(_) => None,
    }
}

fn unit_rows(
    scenario: &Scenario,
    members: u64,
    allocation: &AllocationReport,
    seats: &[Seats],
    unlocked: Option<&[Seats]>,
) -> Vec<UnitRow> {
    let contested = match &allocation.state {
        AllocationState::Tied(tie) => tie.contested.as_slice(),
        _ => &[],
    };
    let per_member = Ratio::new(scenario.allocating.house.get().into(), members);
    let rows = scenario.units.iter().zip(seats).enumerate();
    rows.map(|(row, (unit, &seats))| UnitRow {
        id: unit.id,
        quota: per_member.and_then(|share| share.times(unit.members.get())),
        seats,
        unlocked: unit.locked.and_then(|_| unlocked?.get(row).copied()),
        contested: contested.binary_search(&row).is_ok(),
        ledger: Row::of(seats, &unit.mandates, scenario.presence(unit.id)),
    })
    .collect()
}

/// Puts in the attendance of the sitting that is shown where it was not counted by unit: units have none then.
fn count_present(
    scenario: &Scenario,
    delegations: &mut [DelegationRow],
    total: &mut Row,
    issues: &mut Vec<Issue>,
) {
    let Some(sitting) = scenario.sitting().filter(|sitting| sitting.tally != Tally::ByUnit) else { return };
    let attendance = Attendance::of(scenario, sitting);
    total.present = i64::try_from(attendance.present).unwrap_or(i64::MAX);
    total.present_missing = attendance.missing;
    let above = |row: &Row| row.breaches().find(|breach| *breach == Breach::PresentAboveActual);
    if let Tally::ByDelegation(figures) = &sitting.tally {
        for row in delegations {
            let Some((id, figure)) = row.id.and_then(|id| Some((id, figures.get(&id)?))) else { continue };
            row.ledger.present = figure.get().into();
            row.ledger.present_missing = 0;
            let problem = above(&row.ledger).map(|breach| Problem::of_breach(breach, &row.ledger).1);
            issues.extend(problem.map(|problem| Issue { place: Place::Delegation(id), problem }));
        }
    } else if total.elected_missing == 0 {
        let problem = above(total).map(|breach| Problem::of_breach(breach, total));
        issues.extend(problem.map(|(field, problem)| Issue { place: Place::Total(field), problem }));
    }
}

fn endings(scenario: &Scenario) -> Vec<EndedLine> {
    let mut lines = Vec::new();
    for (row, unit) in scenario.units.iter().enumerate() {
        let entries = unit.mandates.endings.iter().enumerate();
        lines.extend(entries.map(|(entry, ending)| EndedLine { row, entry, ending: ending.clone() }));
    }
    lines
}

fn delegation_rows(scenario: &Scenario, units: &[UnitRow]) -> Vec<DelegationRow> {
    let blank = |id| DelegationRow { id, units: 0, members: 0, ledger: Row::default() };
    let mut rows: Vec<_> = scenario.delegations.iter().map(|delegation| blank(Some(delegation.id))).collect();
    let at: HashMap<DelegationId, usize> = scenario.delegations.iter().map(|d| d.id).zip(0..).collect();
    let mut rest = blank(None);
    for (unit, figures) in scenario.units.iter().zip(units) {
        let known = unit.delegation.and_then(|id| at.get(&id)).and_then(|&row| rows.get_mut(row));
        let row = known.unwrap_or(&mut rest);
        row.units += 1;
        row.members += unit.members.get();
        row.ledger += &figures.ledger;
    }
    if rest.units > 0 {
        rows.push(rest);
    }
    rows
}

/// What the engine found wrong with the constraints, at the cells where it can be mended.
fn issues_of(scenario: &Scenario, error: &InstanceError) -> Vec<Issue> {
    let one = |place, problem| vec![Issue { place, problem }];
    let each = |units: &[usize], field, problem: &dyn Fn(&super::Unit) -> Problem| {
        let found = units.iter().filter_map(|&row| scenario.units.get(row));
        found.map(|unit| Issue { place: Place::Unit(unit.id, field), problem: problem(unit) }).collect()
    };
    let min = |unit: &super::Unit| unit.min.unwrap_or(scenario.allocating.minimum).get();
    match error {
        InstanceError::NoUnits => one(Place::Table, Problem::NoUnits),
        InstanceError::TooManyUnits { count } => one(Place::Table, Problem::TooManyUnits { count: *count }),
        InstanceError::NoSeats => one(Place::House, Problem::NoSeats),
        InstanceError::NoMembers => one(first_cell(scenario, Field::Members), Problem::NoMembers),
        InstanceError::MinimumAboveMaximum { units } => each(units, Field::Min, &|unit| {
            Problem::MinAboveMax { min: min(unit), max: unit.max.unwrap_or(Seats::MAX).get() }
        }),
        InstanceError::FixedOutsideBounds { units } => {
            each(units, Field::Seats, &|unit| Problem::LockOutsideBounds {
                locked: unit.locked.unwrap_or_default().get(),
                min: min(unit),
                max: unit.max.map(Seats::get),
            })
        }
        InstanceError::MinimaAboveHouse { sum, house, .. } => {
            one(Place::House, Problem::MinimaAboveHouse { minima: *sum, house: house.get() })
        }
        InstanceError::MaximaBelowHouse { sum, house, .. } => {
            one(Place::House, Problem::MaximaBelowHouse { maxima: *sum, house: house.get() })
        }
    }
}

fn first_cell(scenario: &Scenario, field: Field) -> Place {
    scenario.units.first().map_or(Place::Table, |unit| Place::Unit(unit.id, field))
}
