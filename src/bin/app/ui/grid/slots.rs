//! `Slots`: which row of the page a unit is drawn in. A unit keeps its row for as long as it is near the screen. A unit that comes
//! takes the row of one that has left: writing other figures into a row costs the browser a fraction of a new one. While the hand
//! stays where it is among them no row is moved, since a field that is moved loses the focus; a hand that goes to another unit
//! takes the focus along.

use delegate_roster::scenario::UnitId;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// The rows of the page, by the units in them.
#[derive(Debug, Default)]
pub struct Slots {
    /// From the top of the page down.
    seated: Vec<(UnitId, u32)>,
    of: HashMap<UnitId, u32>,
    /// Rows there have been.
    made: u32,
    hand: Option<Hand>,
}

/// Where the hand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    pub unit: Option<UnitId>,
    /// Whether that is above the rows in sight, among them, or below.
    pub side: Ordering,
}

impl Slots {
    /// Gives each of these units a row, and takes it from all others.
    ///
    /// Those who come take the rows of those who left in their order: then all other rows stay where they are.
    pub fn seat(&mut self, units: &[UnitId], hand: Hand) {
        let was = self.hand.replace(hand).unwrap_or(hand);
        // A row that is taken from one side of the hand to the other might as well have it that the hand's own is moved.
        let aside = hand.side != Ordering::Equal && was.side == hand.side;
        let free = aside || was.unit != hand.unit;
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
