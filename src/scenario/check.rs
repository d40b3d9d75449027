//! What every scenario holds to, whoever made it: readers refuse what does not, and `apply` leaves it so. Knows no bytes and no
//! words; whoever asks says where in them the place is.

use super::Scenario;
use crate::limits::MAX_ENDINGS;
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
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// More than the limit.
    TooMany,
}

impl Scenario {
    /// Whether the scenario is one that actions can lead to.
    ///
    /// # Errors
    /// The first thing that no scenario has.
    pub fn check(&self) -> Result<(), Unsound> {
        let odd = self.units.iter().position(|unit| !entries_fit(&unit.mandates.endings));
        odd.map_or(Ok(()), |unit| Err(Unsound { spot: Spot::Endings(unit), wrong: Wrong::TooMany }))
    }
}

/// Whether a unit can have these entries of ended mandates: within the limit even with one of each reason that has none, so that there
/// is always room for what a list of delegates tells.
pub fn entries_fit(endings: &[Ending]) -> bool {
    let missing = Reason::ALL.iter().filter(|reason| endings.iter().all(|ending| ending.reason != **reason));
    endings.len() + missing.count() <= MAX_ENDINGS
}
