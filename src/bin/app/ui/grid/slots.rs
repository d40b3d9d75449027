//! `Slots`: which row of the page a unit is drawn in. A unit keeps its row for as long as it is near the screen. While the hand
//! is elsewhere, a unit that comes takes the row of one that has left: writing other figures into a row costs the browser a
//! fraction of a new one. While the hand is among them no row is moved, since a field that is moved loses the focus.

use delegate_roster::scenario::UnitId;
use std::collections::{HashMap, HashSet};

/// The rows of the page, by the units in them.
#[derive(Debug, Default)]
pub struct Slots {
    /// From the top of the page down.
    seated: Vec<(UnitId, u32)>,
    of: HashMap<UnitId, u32>,
    /// Rows there have been.
    made: u32,
    /// Whether the hand was elsewhere.
    away: bool,
}

impl Slots {
    /// Gives each of these units a row, and takes it from all others.
    ///
    /// Those who come take the rows of those who left in their order: then all other rows stay where they are.
    pub fn seat(&mut self, units: &[UnitId], away: bool) {
        let was_away = std::mem::replace(&mut self.away, away);
        let wanted: HashSet<UnitId> = units.iter().copied().collect();
        let left = self.seated.iter().filter(|(unit, _)| was_away && away && !wanted.contains(unit));
        let mut left = left.map(|(_, row)| *row);
        let seated = units.iter().map(|unit| {
            let row = self.of.get(unit).copied().or_else(|| left.next()).unwrap_or_else(|| {
                self.made = self.made.wrapping_add(1);
                self.made
            });
            (*unit, row)
        });
        self.seated = seated.collect();
        self.of = self.seated.iter().copied().collect();
    }

    /// The row of a unit that has one.
    pub fn of(&self, unit: UnitId) -> Option<u32> {
        self.of.get(&unit).copied()
    }
}
