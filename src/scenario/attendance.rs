//! What follows for each sitting: who was there, whether that is a quorum, and whose absence would break it.

use super::gates::{Gate, figures};
use super::{DelegationRow, Issue, Place, Problem, Scenario, Sitting, SittingId, Tally, Unit, UnitRow};
use crate::num::Count;
use crate::roster::Row;
use crate::threshold::{Base, Contradiction, Figures, Known, Profile};
use std::rc::Rc;

/// What follows for one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingReport {
    /// The sitting.
    pub id: SittingId,
    /// The numbers that its rules are answered with.
    pub figures: Figures,
    /// Whether its quorum is met, and the votes that elect.
    pub gate: Gate,
    /// Delegates due by the roster as it is now, where the base that was stated is another number.
    pub amended: Option<i64>,
}

/// Attendance of one sitting, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Attendance {
    /// Delegates known to be present.
    pub(super) present: u64,
    /// Units or delegations that have not reported, or the one figure that is not there yet.
    pub(super) missing: u32,
}

impl SittingReport {
    /// What follows for every sitting of a scenario of `house` seats whose roster adds up to
    /// `total`.
    pub(super) fn all(scenario: &Scenario, rules: &Profile, house: u64, total: &Row) -> Vec<Self> {
        let report = |sitting: &Sitting| {
            let figures = figures(scenario, house, total, sitting);
            let actual = (total.elected_missing == 0).then(|| total.actual());
            let stated = sitting.stated_due.map(|count| i64::from(count.get()));
            Self {
                id: sitting.id,
                gate: Gate::under(rules, sitting.purpose, &figures),
                amended: actual.filter(|actual| stated.is_some_and(|stated| stated != *actual)),
                figures,
            }
        };
        scenario.sittings.iter().map(report).collect()
    }

    /// What follows for the sitting with this identity; for the one that is shown where none is named.
    pub(super) fn of<'a>(scenario: &Scenario, all: &'a [Self], id: Option<SittingId>) -> Option<&'a Self> {
        let named = |id: SittingId| all.iter().find(move |sitting| sitting.id == id);
        id.and_then(named).or_else(|| named(scenario.sitting()?.id))
    }

    /// Delegates present, where all have reported.
    pub fn present(&self) -> Option<u64> {
        self.figures.get(Base::Present)
    }

    /// Delegates present, as far as that is known.
    pub fn attended(&self) -> Option<Known> {
        self.figures.known(Base::Present)
    }

    /// Delegates due.
    pub fn due(&self) -> Option<u64> {
        self.figures.get(Base::Due)
    }
}

/// The figures of the units that have reported who is present.
fn reported(sitting: &Sitting) -> impl Iterator<Item = Count> {
    sitting.attendance.values().filter_map(|presence| presence.present)
}

/// Delegates registered: added up where all units have reported them, else as stated.
pub(super) fn registered(scenario: &Scenario, sitting: &Sitting) -> Option<u64> {
    registered_by_unit(scenario, sitting).or(sitting.registered.map(|count| count.get().into()))
}

/// Delegates registered, added up where all units have reported them.
fn registered_by_unit(scenario: &Scenario, sitting: &Sitting) -> Option<u64> {
    let one = |unit: &Rc<Unit>| sitting.attendance.get(&unit.id)?.registered.map(|n| u64::from(n.get()));
    let counted = sitting.tally == Tally::ByUnit && !scenario.units.is_empty();
    counted.then(|| scenario.units.iter().map(one).sum()).flatten()
}

/// What contradicts itself at a sitting, apart from what the lines of the roster already say: at the sitting that is shown
/// they compare those present, and those registered by unit, with those due. At every other sitting the same is said here,
/// line by line.
pub(super) fn issues(
    scenario: &Scenario,
    report: &SittingReport,
    units: &[UnitRow],
    delegations: &[DelegationRow],
) -> Vec<Issue> {
    let Some(sitting) = scenario.sittings.iter().find(|sitting| sitting.id == report.id) else {
        return Vec::new();
    };
    let shown = sitting.id == scenario.shown;
    let lines = if shown { Vec::new() } else { lines(scenario, sitting, units, delegations) };
    // Where a line is above its own delegates due, that their sum is too is not said again.
    let in_lines = sitting.stated_due.is_none() && (shown || !lines.is_empty());
    let by_unit = registered_by_unit(scenario, sitting);
    // Where all delegates may vote, the figures of those with a vote repeat the others; what is stated is told.
    let stated = |base| sitting.stated.contains_key(&base);
    let told = |found: &Contradiction| {
        (found.part == Base::Present && !(in_lines && found.whole == Base::Due))
            || stated(found.part)
            || stated(found.whole)
    };
    let present = report.figures.contradictions().filter(told);
    let registered = report.figures.get(Base::Registered).zip(report.due());
    let registered = registered.filter(|(part, whole)| part > whole && !(in_lines && by_unit.is_some()));
    let registered = registered.map(|(part_count, whole_count)| Contradiction {
        part: Base::Registered,
        part_count,
        whole: Base::Due,
        whole_count,
    });
    let stated = sitting.registered.map(|count| u64::from(count.get()));
    let differs = stated.zip(by_unit).filter(|(stated, by_unit)| stated != by_unit);
    let differs = differs.map(|(stated, by_unit)| Problem::RegisteredDiffers { stated, by_unit });
    let whole = present.chain(registered).map(Problem::FiguresContradict).chain(differs);
    let whole = whole.map(|problem| Issue { place: Place::Sitting(report.id), problem });
    lines.into_iter().chain(whole).collect()
}

/// What contradicts itself in the figures of each delegation or each unit at a sitting that is not shown. A delegation has a field of
/// its own there; units are counted in the roster, once it shows the sitting.
fn lines(
    scenario: &Scenario,
    sitting: &Sitting,
    units: &[UnitRow],
    delegations: &[DelegationRow],
) -> Vec<Issue> {
    let mut found = Vec::new();
    let of_attendance = |ledger: &Row| {
        let problems: Vec<_> = ledger.breaches().map(|breach| Problem::of_breach(breach, ledger)).collect();
        problems.into_iter().filter(|(field, _)| field.is_attendance()).map(|(_, problem)| problem)
    };
    match &sitting.tally {
        Tally::ByUnit if sitting.attendance.is_empty() => {}
        Tally::ByUnit => {
            for (row, (unit, line)) in scenario.units.iter().zip(units).enumerate() {
                if let Some(presence) = sitting.attendance.get(&unit.id) {
                    let problems = of_attendance(&Row::of(line.seats, &unit.mandates, *presence));
                    found.extend(problems.map(|problem| Issue {
                        place: Place::Sitting(sitting.id),
                        problem: Problem::AttendanceOf {
                            name: unit.name.clone(),
                            row,
                            problem: Box::new(problem),
                        },
                    }));
                }
            }
        }
        Tally::ByDelegation(figures) => {
            for (delegation, line) in scenario.delegations.iter().zip(delegations) {
                if let Some(figure) = figures.get(&delegation.id) {
                    let place = Place::Delegation(sitting.id, delegation.id);
                    let problems = of_attendance(&with_present(&line.ledger, *figure));
                    found.extend(problems.map(|problem| Issue { place, problem }));
                }
            }
        }
        Tally::Whole(_) => {}
    }
    found
}

/// The line of a delegation with so many present, of whom nothing else is known.
fn with_present(ledger: &Row, present: Count) -> Row {
    let mut line = Row { registered: 0, registered_missing: 1, on_leave: 0, ..*ledger };
    line.count_present(present.get().into(), 0);
    line
}

impl Attendance {
    /// The attendance of a sitting, however finely it was counted.
    pub(super) fn of(scenario: &Scenario, sitting: &Sitting) -> Self {
        let people = |count: &Count| u64::from(count.get());
        let gap = |all: usize, known: usize| u32::try_from(all.saturating_sub(known)).unwrap_or(u32::MAX);
        match &sitting.tally {
            Tally::ByUnit => Self {
                present: reported(sitting).map(|count| people(&count)).sum(),
                missing: gap(scenario.units.len(), reported(sitting).count()),
            },
            Tally::ByDelegation(figures) => Self {
                present: figures.values().map(people).sum(),
                // Delegates of units without a delegation are counted by nobody.
                missing: gap(scenario.delegations.len(), figures.len())
                    + u32::from(scenario.units.iter().any(|unit| unit.delegation.is_none())),
            },
            Tally::Whole(figure) => {
                Self { present: figure.as_ref().map_or(0, people), missing: figure.is_none().into() }
            }
        }
    }

    /// Delegates present, where all have reported.
    pub(super) fn complete(self) -> Option<u64> {
        (self.missing == 0).then_some(self.present)
    }
}

#[cfg(test)]
mod tests;
