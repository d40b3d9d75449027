//! `Slots`: which row of the page a unit is drawn in. A unit keeps its row for as long as it is near the screen. A unit that comes
//! takes the row of one that has left: writing other figures into a row costs the browser a fraction of a new one. While the hand
//! stays where it is among them no row is moved, since a field that is moved loses the focus; a hand that goes to another unit
//! takes the focus along.

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
    hand: Hand,
}

/// Where the hand is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    pub unit: Option<UnitId>,
    /// Its unit is not among those in sight.
    pub away: bool,
}

impl Slots {
    /// Gives each of these units a row, and takes it from all others.
    ///
    /// Those who come take the rows of those who left in their order: then all other rows stay where they are.
    pub fn seat(&mut self, units: &[UnitId], hand: Hand) {
        let was = std::mem::replace(&mut self.hand, hand);
        let free = (was.away && hand.away) || was.unit != hand.unit;
        let wanted: HashSet<UnitId> = units.iter().copied().collect();
        let left = self.seated.iter().filter(|(unit, _)| free && !wanted.contains(unit));
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
