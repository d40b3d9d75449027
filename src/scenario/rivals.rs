//! `Rival`: what other methods and other houses would give to the same units. Asked for by the page, not a part of
//! `derive`, because each answer is an allocation of its own.

mod crossing;

pub(crate) use crossing::houses as packed_houses;

use super::seating::{allocate, instance};
use super::{AllocationState, Report, Scenario, Scheme, Standing};
use crate::apportion::{Method, Step, Sweep};
use crate::index::{Disproportion, Inequality, Shares};
use crate::num::Seats;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The most units times methods, or [work of a sweep](crate::apportion::sweep_work), that are done at once: about ten seconds
/// of a browser's worker, with its progress shown.
pub const RIVAL_WORK: u64 = 20_000_000;

/// What one method gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// The method.
    #[serde(with = "crossing::method")]
    pub method: Method,
    /// What came of it. Lots are not applied: they were drawn for the ties of the method that is chosen.
    pub given: Given,
    /// The seats of each unit, those it is certain of where it is tied.
    #[serde(with = "crate::num::packed::seats")]
    pub seats: Vec<Seats>,
    /// Whether they are what they will be.
    #[serde(with = "crossing::standing")]
    pub standing: Vec<Standing>,
    /// How far the seats are from the members; `None` where not all seats are settled.
    pub indices: Option<(Disproportion, Inequality)>,
}

/// What came of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// Seats for every unit.
    Settled,
    /// Some seats are open between units that are tied.
    Tied,
    /// No seats: it gives no allocation, or the constraints contradict each other.
    Nothing,
}

/// What each of `methods` would give to the units of a report. Empty under a key, which needs no method.
pub fn rivals(report: &Report, methods: &[Method]) -> Vec<Rival> {
    if matches!(report.scenario.allocating.scheme, Scheme::Key(_)) {
        return Vec::new();
    }
    methods.iter().map(|method| rival(&report.scenario, method)).collect()
}

/// What one method would give.
pub(crate) fn rival(scenario: &Scenario, method: &Method) -> Rival {
    let mut other = scenario.clone();
    // The lots belong to the method for which they were drawn.
    if other.allocating.method != *method {
        other.allocating.method = method.clone();
        other.allocating.lots.clear();
    }
    let (allocation, seats) = allocate(&other, None, &mut Vec::new());
    let standing = other.units.iter().map(|unit| allocation.undecided.standing(unit)).collect();
    let members: Vec<_> = other.units.iter().map(|unit| unit.members).collect();
    let given = match allocation.state {
        AllocationState::Settled => Given::Settled,
        AllocationState::Tied(_) => Given::Tied,
        AllocationState::Refused(_) | AllocationState::Impossible => Given::Nothing,
    };
    let shares = (given == Given::Settled).then(|| Shares::new(&members, &seats).ok()).flatten();
    let indices = shares.map(|shares| (Disproportion::of(&shares), Inequality::of(&shares)));
    Rival { method: method.clone(), given, seats, standing, indices }
}

/// The seats of one unit at one house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The house.
    pub size: Seats,
    /// The fewest and the most seats of the unit that is followed, apart where it is tied; `None` where the method gives no
    /// allocation.
    pub seats: Option<(Seats, Seats)>,
    /// Rows of the units that have fewer seats than in the house one smaller: an Alabama paradox.
    pub losers: Vec<usize>,
}

/// The seats of the unit in `row` at each house of a range, with every paradox on the way. Empty where the houses of the
/// scenario do not hang on a number (under a key), or its units go through delegations.
pub fn houses(report: &Report, row: usize, range: RangeInclusive<u32>) -> Vec<House> {
    Houses::of(&report.scenario, row, range).into_iter().flatten().collect()
}

/// [`houses`], one after the other.
#[derive(Debug)]
pub(crate) struct Houses {
    sweep: Sweep<'static>,
    row: usize,
}

impl Houses {
    /// `None` where there are none.
    pub(crate) fn of(scenario: &Scenario, row: usize, range: RangeInclusive<u32>) -> Option<Self> {
        if scenario.allocating.scheme != Scheme::OneTier {
            return None;
        }
        // Bounds may forbid the present house and allow others, so only units and bounds are taken from it.
        let mut other = scenario.clone();
        if instance(&other).is_err() {
            other.allocating.house = Seats::new(*range.end()).unwrap_or(Seats::MAX);
        }
        let sweep = Sweep::owned(instance(&other).ok()?, other.allocating.method, range);
        Some(Self { sweep, row })
    }
}

impl Iterator for Houses {
    type Item = House;

    fn next(&mut self) -> Option<House> {
        let Step { house, allocation, losers } = self.sweep.next()?;
        Some(House { size: house, seats: allocation.range(self.row), losers })
    }
}

#[cfg(test)]
mod tests;
