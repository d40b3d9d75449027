//! `derive`: from a scenario to its report. Pure and total; the only place where the rooms of the domain meet.

use super::attendance::Attendance;
use super::composition;
use super::seating::{allocate, seats_without_locks};
use super::{
    AgendaReport, AllocationReport, AllocationState, CalendarReport, DelegationId, DelegationRow,
    ElectionReport, EndedLine, Field, Gates, Issue, NumberCheck, PeopleReport, Place, Problem, Report, Rules,
    Scenario, Sitting, SittingReport, Standing, Tally, Unit, UnitId, UnitRow,
};
use crate::num::Seats;
use crate::roster::{Breach, Row};
use crate::threshold::{Base, Decision, Obstacle, Profile, Purpose, Subject, Verdict};
use std::collections::HashMap;
use std::rc::Rc;

/// Everything that follows from `scenario`. Where it allows no allocation, the seats of `last` are shown.
pub fn derive(scenario: &Rc<Scenario>, last: Option<&Report>) -> Report {
    let mut issues = Vec::new();
    let Glance { members, unnamed, memberless, locked, ended } = Glance::at(scenario);
    let (allocation, seats) = allocate(scenario, last, &mut issues);
    let unlocked = if locked { seats_without_locks(scenario) } else { None };
    let (units, mut delegations) = lines(scenario, members, &allocation, &seats, unlocked.as_deref());
    // Every unit is in one of them, if only among those without one.
    let mut total: Row = delegations.iter().map(|delegation| &delegation.ledger).sum();
    count_present(scenario, &mut delegations, &mut total, &mut issues);
    let has_seats = matches!(allocation.state, AllocationState::Settled | AllocationState::Tied(_));
    let mut unnamed = unnamed.into_iter().peekable();
    let mut memberless = memberless.into_iter().peekable();
    let mut namesakes = namesakes(&scenario.units, last).into_iter().peekable();
    for (at, row) in units.iter().enumerate() {
        if unnamed.next_if_eq(&at).is_some() {
            issues.push(Issue { place: Place::Unit(row.id, Field::Name), problem: Problem::Unnamed });
        }
        if let Some((_, first)) = namesakes.next_if(|(id, _)| *id == row.id) {
            let problem = Problem::SameName { row: first };
            issues.push(Issue { place: Place::Unit(row.id, Field::Name), problem });
        }
        if memberless.next_if_eq(&at).is_some() && members > 0 {
            let place = Place::Unit(row.id, Field::Members);
            issues.push(Issue { place, problem: Problem::WithoutMembers });
        }
        // Seats that wait for a lot or that no allocation gives are not exceeded.
        let given = has_seats && row.standing == Standing::Settled;
        for breach in row.ledger.breaches().filter(|breach| given || !breach.is_of_seats()) {
            let (field, problem) = Problem::of_breach(breach, &row.ledger);
            issues.push(Issue { place: Place::Unit(row.id, field), problem });
        }
    }
    let blank = Sitting::blank(scenario.shown);
    let rules = scenario.rules.profile();
    let gates = Gates::of(scenario, &rules, allocation.seats(), &total, scenario.sitting().unwrap_or(&blank));
    let sittings = SittingReport::all(scenario, &rules, allocation.seats(), &total);
    rules_issues(scenario, &rules, &sittings, &mut issues);
    issues.extend(
        sittings
            .iter()
            .flat_map(|sitting| super::attendance::issues(scenario, sitting, &units, &delegations)),
    );
    let agenda = AgendaReport::all(scenario, &rules, &sittings, &mut issues);
    let elections = ElectionReport::all(scenario, &rules, &sittings, &mut issues);
    let settled = allocation.state == AllocationState::Settled;
    let composition = composition::rows(scenario, &units, settled, allocation.seats(), members, &mut issues);
    let endings = endings(scenario, &ended);
    let number = NumberCheck::of(scenario, members, allocation.seats());
    issues.extend(
        number.and_then(|check| check.problem()).map(|problem| Issue { place: Place::House, problem }),
    );
    let people = match scenario.people.delegates.is_empty() {
        true => PeopleReport::default(),
        false => PeopleReport::of(scenario),
    };
    issues.extend(super::people::issues(scenario, &people));
    issues.sort_by_key(|issue| issue.problem.severity());
    Report {
        scenario: Rc::clone(scenario),
        members,
        allocation,
        units,
        delegations,
        total,
        endings,
        rules,
        gates,
        sittings,
        number,
        calendar: CalendarReport::of(scenario),
        agenda,
        composition,
        elections,
        people,
        issues,
    }
}

/// What one look at every unit tells. Units lie about in memory: each further look at all of them would cost as much as the
/// allocation of a seat to each.
struct Glance {
    members: u64,
    /// The rows without a name.
    unnamed: Vec<usize>,
    /// The rows with a name, but neither members nor seats fixed by hand.
    memberless: Vec<usize>,
    /// Whether any seats are fixed by hand.
    locked: bool,
    /// The rows with ended mandates.
    ended: Vec<usize>,
}

impl Glance {
    fn at(scenario: &Scenario) -> Self {
        let mut glance = Self {
            members: 0,
            unnamed: Vec::new(),
            memberless: Vec::new(),
            locked: false,
            ended: Vec::new(),
        };
        for (row, unit) in scenario.units.iter().enumerate() {
            glance.members += unit.members.get();
            glance.locked |= unit.locked.is_some();
            if unit.name.is_empty() {
                glance.unnamed.push(row);
            } else if unit.members.get() == 0 && unit.locked.is_none() {
                glance.memberless.push(row);
            }
            if !unit.mandates.endings.is_empty() {
                glance.ended.push(row);
            }
        }
        glance
    }
}

/// The units whose name stands further up already, in the order of the table, each with the first row that has it. They are those
/// of `last` for as long as no name changes: in a long table it would be felt to look at all of them with every figure entered.
fn namesakes(units: &[Rc<Unit>], last: Option<&Report>) -> Vec<(UnitId, usize)> {
    let same = |(unit, before): (&Rc<Unit>, &Rc<Unit>)| {
        Rc::ptr_eq(unit, before) || unit.id == before.id && unit.name == before.name
    };
    let last = last.filter(|last| {
        let before = &*last.scenario.units;
        units.len() == before.len() && units.iter().zip(before).all(same)
    });
    if let Some(last) = last {
        let known = last.issues.iter().filter_map(|issue| match (issue.place, &issue.problem) {
            (Place::Unit(id, Field::Name), Problem::SameName { row }) => Some((id, *row)),
            _ => None,
        });
        return known.collect();
    }
    let mut first = HashMap::with_capacity(units.len());
    let named = units.iter().enumerate().filter(|(_, unit)| !unit.name.is_empty());
    let known = named.map(|(row, unit)| (row, unit.id, *first.entry(unit.name.as_str()).or_insert(row)));
    known.filter(|(row, _, first)| row != first).map(|(_, id, first)| (id, first)).collect()
}

/// The lines of the units, and their sums by delegation.
fn lines(
    scenario: &Scenario,
    members: u64,
    allocation: &AllocationReport,
    seats: &[Seats],
    unlocked: Option<&[Seats]>,
) -> (Vec<UnitRow>, Vec<DelegationRow>) {
    let attendance = scenario.sitting().filter(|sitting| sitting.tally == Tally::ByUnit);
    let attendance =
        attendance.map(|sitting| &*sitting.attendance).filter(|attendance| !attendance.is_empty());
    let presence = |id| attendance.and_then(|attendance| attendance.get(&id)).copied().unwrap_or_default();
    let mut delegations = Delegations::of(scenario);
    let mut units = Vec::with_capacity(scenario.units.len());
    for (row, (unit, &seats)) in scenario.units.iter().zip(seats).enumerate() {
        let line = UnitRow {
            id: unit.id,
            share: unit.members.get().checked_mul(allocation.house).map_or((0, 0), |part| (part, members)),
            seats,
            unlocked: unit.locked.and_then(|_| unlocked?.get(row).copied()),
            standing: allocation.undecided.standing(unit),
            ledger: Row::of(seats, &unit.mandates, presence(unit.id)),
        };
        delegations.add(unit, &line.ledger);
        units.push(line);
    }
    (units, delegations.rows())
}

/// The sums of the delegations while they are added up.
struct Delegations {
    rows: Vec<DelegationRow>,
    /// Their places in `rows`, by identity.
    at: Vec<(DelegationId, usize)>,
    /// Of the units without one.
    rest: DelegationRow,
}

impl Delegations {
    fn of(scenario: &Scenario) -> Self {
        let blank = |id| DelegationRow { id, units: 0, members: 0, ledger: Row::default() };
        let ids = || scenario.delegations.iter().map(|delegation| delegation.id);
        let mut at: Vec<(DelegationId, usize)> = ids().zip(0..).collect();
        at.sort_unstable();
        Self { rows: ids().map(|id| blank(Some(id))).collect(), at, rest: blank(None) }
    }

    fn add(&mut self, unit: &Unit, ledger: &Row) {
        let at = unit.delegation.and_then(|id| self.at.binary_search_by_key(&id, |(known, _)| *known).ok());
        let row = at.and_then(|at| self.at.get(at)).and_then(|&(_, row)| self.rows.get_mut(row));
        let row = row.unwrap_or(&mut self.rest);
        row.units += 1;
        row.members += unit.members.get();
        row.ledger += ledger;
    }

    fn rows(mut self) -> Vec<DelegationRow> {
        if self.rest.units > 0 {
            self.rows.push(self.rest);
        }
        self.rows
    }
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
    total.count_present(i64::try_from(attendance.present).unwrap_or(i64::MAX), attendance.missing);
    let above = |row: &Row| row.breaches().find(|breach| *breach == Breach::PresentAboveActual);
    if let Tally::ByDelegation(figures) = &sitting.tally {
        let mut over = 0;
        for row in delegations {
            let Some((id, figure)) = row.id.and_then(|id| Some((id, figures.get(&id)?))) else { continue };
            row.ledger.count_present(figure.get().into(), 0);
            // Each by itself, as with units.
            over += row.ledger.present_over;
            let problem = above(&row.ledger).map(|breach| Problem::of_breach(breach, &row.ledger).1);
            issues.extend(problem.map(|problem| Issue { place: Place::Delegation(sitting.id, id), problem }));
        }
        total.present_over = over;
    } else {
        let problem = above(total).map(|breach| Problem::of_breach(breach, total));
        issues.extend(problem.map(|(field, problem)| Issue { place: Place::Total(field), problem }));
    }
}

/// Rules that nothing can be decided by, and sittings without a figure that their quorum is taken of.
fn rules_issues(scenario: &Scenario, rules: &Profile, sittings: &[SittingReport], issues: &mut Vec<Issue>) {
    for row in rules.provisions() {
        let (subject, fault) = (row.value.subject(), row.value.fault());
        // Two bare rules stand for every purpose alike: once is enough.
        let again = matches!(scenario.rules, Rules::Custom { .. })
            && !matches!(subject, Subject::Quorum(Purpose::Open) | Subject::Majority(Decision::Elect));
        if let Some(fault) = fault.filter(|_| !again) {
            issues.push(Issue { place: Place::Rule(subject), problem: Problem::Rule(subject, fault) });
        }
    }
    for sitting in sittings {
        let missing = sitting.gate.quorum.iter().filter_map(|(_, verdict)| match verdict {
            Verdict::Undecided(Obstacle::Missing(base)) if Base::STATED.contains(base) => Some(*base),
            _ => None,
        });
        issues.extend(
            missing
                .map(|base| Issue { place: Place::Sitting(sitting.id), problem: Problem::NotStated(base) }),
        );
    }
}

fn endings(scenario: &Scenario, ended: &[usize]) -> Vec<EndedLine> {
    let mut lines = Vec::new();
    for (row, unit) in ended.iter().filter_map(|&row| Some((row, scenario.units.get(row)?))) {
        let entries = unit.mandates.endings.iter().enumerate();
        lines.extend(entries.map(|(entry, ending)| EndedLine { row, entry, ending: ending.clone() }));
    }
    lines
}
