//! `Slots`: which row of the page a unit is drawn in. A unit keeps its row for as long as it is near the screen; a unit that
//! comes takes the row of one that has left, since writing other figures into a row costs the browser a fraction of a new one.

use delegate_roster::scenario::UnitId;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of the page, by the units in them. Rows are counted from 0.
#[derive(Debug, Default)]
pub struct Slots {
    of: BTreeMap<UnitId, usize>,
}

impl Slots {
    /// Gives each of these units a row, and takes it from all others.
    pub fn seat(&mut self, units: &[UnitId]) {
        let wanted: BTreeSet<UnitId> = units.iter().copied().collect();
        let mut free: BTreeSet<usize> = (0..self.of.len().max(wanted.len())).collect();
        self.of.retain(|unit, slot| wanted.contains(unit) && free.remove(slot));
        let mut free = free.into_iter();
        for unit in wanted {
            self.of.entry(unit).or_insert_with(|| free.next().unwrap_or_default());
        }
    }

    /// The row of a unit that has one.
    pub fn of(&self, unit: UnitId) -> Option<usize> {
        self.of.get(&unit).copied()
    }
}
