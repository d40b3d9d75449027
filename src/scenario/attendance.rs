//! What follows for each sitting: who was there, whether that is a quorum, and whose absence would break it.

use super::gates::{Gate, figures};
use super::{Scenario, Sitting, SittingId, Tally, Unit};
use crate::num::Count;
use crate::roster::Row;
use crate::threshold::{Base, Figures};
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
    pub(super) fn all(scenario: &Scenario, house: u64, total: &Row) -> Vec<Self> {
        let report = |sitting: &Sitting| {
            let figures = figures(scenario, house, total, sitting);
            let actual = (total.elected_missing == 0).then(|| total.actual());
            let stated = sitting.stated_due.map(|count| i64::from(count.get()));
            Self {
                id: sitting.id,
                gate: Gate::own(scenario, sitting.purpose, &figures),
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
    let by_unit = || -> Option<u64> {
        let one = |unit: &Rc<Unit>| sitting.attendance.get(&unit.id)?.registered.map(|n| u64::from(n.get()));
        scenario.units.iter().map(one).sum()
    };
    let counted = (sitting.tally == Tally::ByUnit && !scenario.units.is_empty()).then(by_unit).flatten();
    counted.or(sitting.registered.map(|count| count.get().into()))
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
