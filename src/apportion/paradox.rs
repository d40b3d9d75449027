//! Paradoxes between two allocations of the same units. Knows seats and members, no method: whether one is a paradox
//! of the method is for the reader of both.
//!
//! Source of the definitions: Balinski and Young 1982, chapters 5 and 8.

use super::Instance;
use crate::num::{Ratio, Seats};

/// A population paradox: `loses` grew faster than `gains`, and yet the one lost a seat while the other won one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The unit that lost, by index.
    pub loses: usize,
    /// The unit that won, by index: of all that won, the one that grew least.
    pub gains: usize,
}

/// Why two allocations cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// The number of units, or of their seats, does not fit.
    Units,
    /// The houses differ by something else than the seats of the new units.
    House,
    /// The members of this unit, which is in both, have changed.
    Members {
        /// The unit.
        unit: usize,
    },
}

impl NotComparable {
    /// The stable name of the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Units => "units-differ",
            Self::House => "houses-differ",
            Self::Members { .. } => "members-differ",
        }
    }
}

/// Every unit that lost a seat although it grew faster than one that won, in two counts of the same units and the same
/// house.
///
/// # Errors
/// [`NotComparable`] if units or houses differ.
pub fn population_paradoxes(
    (before, seats_before): (&Instance, &[Seats]),
    (after, seats_after): (&Instance, &[Seats]),
) -> Result<Vec<Exchange>, NotComparable> {
    let lengths = [before.entries().len(), seats_before.len(), after.entries().len(), seats_after.len()];
    if lengths.iter().any(|length| *length != before.entries().len()) {
        return Err(NotComparable::Units);
    }
    if before.house() != after.house() {
        return Err(NotComparable::House);
    }
    // A unit that had no members has grown beyond measure.
    let growths = before.entries().iter().zip(after.entries());
    let growths = growths.map(|(before, after)| Growth::new(before.weight.get(), after.weight.get()));
    let units: Vec<_> = growths.zip(seats_before.iter().zip(seats_after)).enumerate().collect();
    let gains = units.iter().filter(|(_, (_, (before, after)))| after > before);
    let Some((gains, (slowest, _))) = gains.min_by_key(|(_, (growth, _))| *growth) else {
        return Ok(Vec::new());
    };
    let loses = units.iter().filter(|(_, (growth, (before, after)))| after < before && growth > slowest);
    Ok(loses.map(|(loses, _)| Exchange { loses: *loses, gains: *gains }).collect())
}

/// The units whose seats changed when new units joined with their own seats and nobody else's members changed: the
/// new-state paradox. The new units stand behind the old ones.
///
/// # Errors
/// [`NotComparable`] if old units differ, or the house grew by something else than the seats of the new ones.
pub fn new_state_paradox(
    (before, seats_before): (&Instance, &[Seats]),
    (after, seats_after): (&Instance, &[Seats]),
) -> Result<Vec<usize>, NotComparable> {
    let old = before.entries().len();
    if seats_before.len() != old || seats_after.len() != after.entries().len() || seats_after.len() < old {
        return Err(NotComparable::Units);
    }
    let pairs = || before.entries().iter().zip(after.entries());
    if let Some(unit) = pairs().position(|(before, after)| before.weight != after.weight) {
        return Err(NotComparable::Members { unit });
    }
    let joined: u64 = seats_after.iter().skip(old).map(|seats| u64::from(seats.get())).sum();
    if u64::from(before.house().get()) + joined != u64::from(after.house().get()) {
        return Err(NotComparable::House);
    }
    let changed =
        seats_before.iter().zip(seats_after).enumerate().filter(|(_, (before, after))| before != after);
    Ok(changed.map(|(unit, _)| unit).collect())
}

/// How much a unit grew: measured growths in order, then growth from nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Growth {
    Factor(Ratio),
    FromNothing,
}

impl Growth {
    fn new(before: u64, after: u64) -> Self {
        Ratio::new(after, before).map_or(Self::FromNothing, Self::Factor)
    }
}
