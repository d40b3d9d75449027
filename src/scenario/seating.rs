//! Seats for the units of a scenario: its scheme, its bounds and its lots in the engine's terms, and what comes of them.
//! Rows are units by place in the table; lots name parties by identity.

mod two_tier;

pub(super) use two_tier::given;

use super::{
    AllocationReport, AllocationState, Draw, Field, HouseKey, Issue, OpenTie, PartyId, Place, Problem,
    Report, Scenario, Scheme, Undecided, UnitId,
};
use crate::apportion::open_house::OpenHouseError;
use crate::apportion::{
    self, Allocation, Contender, Entry, Instance, InstanceError, Lot, Outcome, Refusal, Tie,
};
use crate::num::{Seats, Weight};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The allocation and the seats to show, one per unit.
pub(super) fn allocate(
    scenario: &Scenario,
    last: Option<&Report>,
    issues: &mut Vec<Issue>,
) -> (AllocationReport, Vec<Seats>) {
    match &scenario.allocating.scheme {
        Scheme::OneTier => one_tier(scenario, last, issues),
        Scheme::TwoTier { upper } => two_tier::allocate(scenario, upper, last, issues),
        Scheme::Key(key) => by_key(scenario, *key, last, issues),
    }
}

fn one_tier(
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
    let (places, lots) = lots(scenario);
    let allocation = apportion::apportion(&instance, &scenario.allocating.method, &lots);
    let applied = applied(&places, &allocation);
    if applied.len() < scenario.allocating.lots.len() {
        issues.push(Issue { place: Place::Method, problem: Problem::StaleLot });
    }
    let front = apportion::front(&instance, &scenario.allocating.method, &allocation);
    let house = scenario.allocating.house.get().into();
    let party = |row: usize| scenario.units.get(row).map(|unit| unit.id.into());
    let undecided = undecided(&allocation, house, party);
    let Allocation { outcome, witness, .. } = allocation;
    let (state, seats) = match outcome {
        Outcome::Settled(seats) => (AllocationState::Settled, seats),
        Outcome::Tied(tie) => (tied(&tie, party, issues), tie.certain),
        Outcome::Refused(refusal) => return refused(scenario, last, refusal, issues),
    };
    (AllocationReport { state, house, witness, front, allocated: sum(&seats), undecided, applied }, seats)
}

/// Each unit's seats from its own members, unless they were fixed by hand; the house is their sum.
#[inline(never)]
fn by_key(
    scenario: &Scenario,
    key: HouseKey,
    last: Option<&Report>,
    issues: &mut Vec<Issue>,
) -> (AllocationReport, Vec<Seats>) {
    if scenario.units.is_empty() {
        issues.push(Issue { place: Place::Table, problem: Problem::NoUnits });
        return last_good(scenario, last, AllocationState::Impossible);
    }
    let house = match key.key().house(&members(scenario)) {
        Ok(house) => house,
        Err(OpenHouseError::TooManyUnits { units }) => {
            issues.push(Issue { place: Place::Table, problem: Problem::TooManyUnits { count: units } });
            return last_good(scenario, last, AllocationState::Impossible);
        }
        Err(OpenHouseError::TooManySeats { unit } | OpenHouseError::TotalTooLarge { unit }) => {
            let place =
                scenario.units.get(unit).map_or(Place::Table, |unit| Place::Unit(unit.id, Field::Members));
            issues.push(Issue { place, problem: Problem::KeyGivesTooMany });
            return last_good(scenario, last, AllocationState::Impossible);
        }
    };
    let locked = scenario.units.iter().zip(house.seats).map(|(unit, seats)| unit.locked.unwrap_or(seats));
    let seats: Vec<Seats> = locked.collect();
    let allocated = sum(&seats);
    let state = AllocationState::Settled;
    issues.extend(idle_bounds(scenario));
    let (undecided, applied) = Default::default();
    let house = allocated;
    (AllocationReport { state, house, witness: None, front: None, allocated, undecided, applied }, seats)
}

fn members(scenario: &Scenario) -> Vec<Weight> {
    scenario.units.iter().map(|unit| unit.members).collect()
}

/// Bounds that were entered and bind nothing, since a key knows none; at the first of them.
fn idle_bounds(scenario: &Scenario) -> Option<Issue> {
    let mut bound = scenario.units.iter().filter(|unit| unit.min.is_some() || unit.max.is_some());
    let first = bound.next()?;
    let field = if first.min.is_some() { Field::Min } else { Field::Max };
    Some(Issue {
        place: Place::Unit(first.id, field),
        problem: Problem::IdleBounds { units: 1 + bound.count() },
    })
}

fn sum(seats: &[Seats]) -> u64 {
    seats.iter().map(|seats| u64::from(seats.get())).sum()
}

/// What lots decide yet in an allocation of `house` seats: who has a seat more or not, and how many can have.
fn undecided(allocation: &Allocation, house: u64, party: impl Fn(usize) -> Option<PartyId>) -> Undecided {
    let Some(tie) = allocation.tie() else { return Undecided::default() };
    let hangs = |unit: &usize| allocation.range(*unit).is_some_and(|(fewest, most)| fewest < most);
    let tied = tie.contested.iter().chain(&allocation.later).copied();
    let mut parties: Vec<PartyId> = tied.filter(hangs).filter_map(party).collect();
    parties.sort_unstable();
    // Who is raised to a minimum as high takes part in the lot, and has no more if it is drawn.
    let left = house.saturating_sub(sum(allocation.before_top_up.as_ref().unwrap_or(&tie.certain)));
    let seats = left.min(parties.len() as u64);
    Undecided { parties, seats }
}

/// The state of an open tie, which is an issue, too.
fn tied(tie: &Tie, party: impl Fn(usize) -> Option<PartyId>, issues: &mut Vec<Issue>) -> AllocationState {
    issues.push(Issue {
        place: Place::Method,
        problem: Problem::Tie { contested: tie.contested.len(), open: tie.open },
    });
    let contender = |contender: &Contender| Some((party(contender.unit)?, contender.certain));
    AllocationState::Tied(OpenTie {
        contenders: tie.contenders().iter().filter_map(contender).collect(),
        open: tie.open,
    })
}

fn refused(
    scenario: &Scenario,
    last: Option<&Report>,
    refusal: Refusal,
    issues: &mut Vec<Issue>,
) -> (AllocationReport, Vec<Seats>) {
    issues.push(Issue { place: Place::Method, problem: Problem::Refused(refusal.clone()) });
    last_good(scenario, last, AllocationState::Refused(refusal))
}

/// The scenario in the engine's terms: units by row.
pub(super) fn instance(scenario: &Scenario) -> Result<Instance, InstanceError> {
    Instance::new(entries(scenario), scenario.allocating.house, scenario.allocating.minimum_rule)
}

pub(super) fn entries(scenario: &Scenario) -> Vec<Entry> {
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

/// The recorded lots in the engine's terms, and the place of each among all: one that names a unit which is gone is none of them.
fn lots(scenario: &Scenario) -> (Vec<usize>, Vec<Lot>) {
    if scenario.allocating.lots.is_empty() {
        return Default::default();
    }
    let rows: HashMap<PartyId, usize> =
        scenario.units.iter().enumerate().map(|(row, unit)| (unit.id.into(), row)).collect();
    let known = |(at, draw)| Some((at, lot(draw, |party| rows.get(&party).copied())?));
    scenario.allocating.lots.iter().enumerate().filter_map(known).unzip()
}

/// The places among all recorded lots of those that settled a tie, where these were given.
fn applied(places: &[usize], allocation: &Allocation) -> Vec<usize> {
    let stale: HashSet<usize> = allocation.stale.iter().copied().collect();
    let given = places.iter().enumerate();
    given.filter(|(at, _)| !stale.contains(at)).map(|(_, place)| *place).collect()
}

/// A recorded lot among parties whose places are known.
#[inline(never)] // nothing was drawn in the example: the page need not wait for it
fn lot(draw: &Draw, place: impl Fn(PartyId) -> Option<usize>) -> Option<Lot> {
    let contender = |&(id, certain): &(PartyId, Seats)| Some(Contender { unit: place(id)?, certain });
    let contenders = draw.contenders.iter().map(contender).collect::<Option<Vec<_>>>()?;
    let drawn = draw.drawn.iter().map(|id| place(*id)).collect::<Option<Vec<_>>>()?;
    Lot::new(contenders, drawn).ok()
}

/// The seats of the last report for the units that were in it, so that the page keeps its numbers; a number fixed by hand is
/// the one that was entered.
fn last_good(
    scenario: &Scenario,
    last: Option<&Report>,
    state: AllocationState,
) -> (AllocationReport, Vec<Seats>) {
    let known: HashMap<UnitId, Seats> =
        last.map(|report| report.units.iter().map(|row| (row.id, row.seats)).collect()).unwrap_or_default();
    let seats: Vec<Seats> = scenario
        .units
        .iter()
        .map(|unit| unit.locked.or(known.get(&unit.id).copied()).unwrap_or_default())
        .collect();
    let (house, allocated) = (scenario.allocating.house.get().into(), sum(&seats));
    let (undecided, applied) = Default::default();
    (AllocationReport { state, house, witness: None, front: None, allocated, undecided, applied }, seats)
}

/// What every unit would have if none were locked; `None` if none is, or if that has no answer.
pub(super) fn seats_without_locks(scenario: &Scenario) -> Option<Vec<Seats>> {
    scenario.units.iter().any(|unit| unit.locked.is_some()).then_some(())?;
    match scenario.allocating.scheme {
        Scheme::OneTier => {}
        Scheme::TwoTier { .. } => return None,
        Scheme::Key(key) => return key.key().house(&members(scenario)).ok().map(|house| house.seats),
    }
    let free = entries(scenario).into_iter().map(|entry| Entry { fixed: None, ..entry }).collect();
    let instance = Instance::new(free, scenario.allocating.house, scenario.allocating.minimum_rule).ok()?;
    match apportion::apportion(&instance, &scenario.allocating.method, &[]).outcome {
        Outcome::Settled(seats) => Some(seats),
        Outcome::Tied(tie) => Some(tie.certain),
        Outcome::Refused(_) => None,
    }
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

#[cfg(test)]
mod tests;
