//! Open houses: keys under which each unit's seats follow from its own members, and the total from the units.
//!
//! Knows no house size and no competition between units, hence no ties. [`Key`] is what a user writes down or picks;
//! [`KnownKey`] and [`RangeRule`] are the published ones, each with its source and how far it has been checked.

mod bracket;
mod deputy;
mod known;
mod linear;
mod number;
mod parts;
mod range;
mod source;
mod step_scale;

pub use bracket::{Bracket, BracketTable};
pub use deputy::{BaseRule, Cap, DeputyFormula, DeputyNumber, Level, Uplift};
pub use known::{CountFrom, KnownKey};
pub use linear::Linear;
pub use number::{Counted, NoNumber, Number, NumberRule, Sum, Working};
pub use parts::Parts;
pub use range::{Position, RangeRule, SeatRange};
pub use source::{Source, Standing};
pub use step_scale::StepScale;

use std::fmt;

use crate::limits::MAX_UNITS;
use crate::num::{Seats, Weight};

/// A rule that gives a unit its seats from its members alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A first step, then equal further steps, perhaps up to a most.
    Step(StepScale),
    /// A table of brackets, flat or progressive.
    Bracket(BracketTable),
    /// A constant plus a multiple of the members, rounded once.
    Linear(Linear),
    /// A base number plus one per so many inhabitants, under a cap.
    Deputy(DeputyFormula),
}

/// The seats of all units and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenHouse {
    /// Seats per unit, in the order given.
    pub seats: Vec<Seats>,
    /// Their sum.
    pub total: Seats,
}

/// Why a key gives no house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenHouseError {
    /// More units than [`MAX_UNITS`].
    TooManyUnits {
        /// The number given.
        units: usize,
    },
    /// The key gives this unit more than [`Seats::MAX`].
    TooManySeats {
        /// The unit, by index.
        unit: usize,
    },
    /// The units together have more than [`Seats::MAX`]; this unit is the first beyond it.
    TotalTooLarge {
        /// The unit, by index.
        unit: usize,
    },
}

impl OpenHouseError {
    /// A stable identifier for texts and programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyUnits { .. } => "open-house-too-many-units",
            Self::TooManySeats { .. } => "open-house-too-many-seats",
            Self::TotalTooLarge { .. } => "open-house-total-too-large",
        }
    }
}

impl fmt::Display for OpenHouseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for OpenHouseError {}

impl Key {
    /// The seats of a unit with `members`, or `None` above [`Seats::MAX`].
    pub fn seats(&self, members: Weight) -> Option<Seats> {
        match self {
            Self::Step(scale) => scale.seats(members),
            Self::Bracket(table) => table.seats(members),
            Self::Linear(linear) => linear.seats(members),
            Self::Deputy(formula) => formula.number(members).map(|number| number.seats),
        }
    }

    /// The seats of every unit.
    ///
    /// # Errors
    ///
    /// [`OpenHouseError`] if there are too many units or seats; the unit is named by its index.
    pub fn house(&self, members: &[Weight]) -> Result<OpenHouse, OpenHouseError> {
        if members.len() > MAX_UNITS {
            return Err(OpenHouseError::TooManyUnits { units: members.len() });
        }
        let mut seats = Vec::with_capacity(members.len());
        let mut total = Seats::ZERO;
        for (unit, &weight) in members.iter().enumerate() {
            let here = self.seats(weight).ok_or(OpenHouseError::TooManySeats { unit })?;
            total = Seats::new(total.get() + here.get()).ok_or(OpenHouseError::TotalTooLarge { unit })?;
            seats.push(here);
        }
        Ok(OpenHouse { seats, total })
    }
}

/// The seats a count stands for, or `None` above [`Seats::MAX`].
fn to_seats(count: u128) -> Option<Seats> {
    u32::try_from(count).ok().and_then(Seats::new)
}

#[cfg(test)]
mod tests;
