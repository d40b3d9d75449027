//! What every scenario holds to, whoever made it: readers refuse what does not, and `apply` leaves it so. Knows no bytes and no
//! words; whoever asks says where in them the place is.

use super::{Draw, PartyId, Scenario};
use crate::apportion::{Contender, Lot};
use crate::limits::{MAX_ENDINGS, MAX_LOTS};
use crate::num::Seats;
use crate::roster::{Ending, Reason};

/// What is wrong with a scenario, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// The place.
    pub spot: Spot,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// A place in a scenario; things are counted from 0 in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The ended mandates of a unit.
    Endings(usize),
    /// All lots.
    Lots,
    /// One of them.
    Lot(usize),
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// More than the limit.
    TooMany,
    /// It names an identity that was not given out.
    Dangling,
    /// It says nothing.
    Void,
}

impl Scenario {
    /// Whether the scenario is one that actions can lead to.
    ///
    /// # Errors
    /// The first thing that no scenario has.
    pub fn check(&self) -> Result<(), Unsound> {
        self.check_endings()?;
        self.check_lots()
    }

    fn check_endings(&self) -> Result<(), Unsound> {
        let odd = self.units.iter().position(|unit| !entries_fit(&unit.mandates.endings));
        odd.map_or(Ok(()), |unit| Spot::Endings(unit).has(Wrong::TooMany))
    }

    /// Units and delegations that are gone may stay in lots.
    fn check_lots(&self) -> Result<(), Unsound> {
        let lots = &self.allocating.lots;
        if lots.len() > MAX_LOTS {
            return Spot::Lots.has(Wrong::TooMany);
        }
        let wrong = |(at, draw): (usize, &Draw)| Some((at, draw.check(self.next_id).err()?));
        lots.iter().enumerate().find_map(wrong).map_or(Ok(()), |(at, wrong)| Spot::Lot(at).has(wrong))
    }
}

impl Spot {
    const fn has(self, wrong: Wrong) -> Result<(), Unsound> {
        Err(Unsound { spot: self, wrong })
    }
}

impl Draw {
    /// Whether it can settle a tie of parties that were there: some of its contenders are drawn and not all, nobody is named twice.
    pub(super) fn check(&self, next_id: u32) -> Result<(), Wrong> {
        let mut named = self.contenders.iter().map(|(party, _)| party).chain(&self.drawn);
        if named.any(|party| party.0 >= next_id) {
            return Err(Wrong::Dangling);
        }
        let contender = |&(party, certain): &(PartyId, Seats)| Contender { unit: party.0 as usize, certain };
        let contenders = self.contenders.iter().map(contender).collect();
        let drawn = self.drawn.iter().map(|party| party.0 as usize).collect();
        Lot::new(contenders, drawn).map(drop).map_err(|_| Wrong::Void)
    }
}

/// Whether a unit can have these entries of ended mandates: within the limit even with one of each reason that has none, so that there
/// is always room for what a list of delegates tells.
pub fn entries_fit(endings: &[Ending]) -> bool {
    let missing = Reason::ALL.iter().filter(|reason| endings.iter().all(|ending| ending.reason != **reason));
    endings.len() + missing.count() <= MAX_ENDINGS
}
