//! `Shares`: the members and the seats of every unit side by side, the input of all indices.
//!
//! Knows no names. Every figure is taken from integers here, so the order of the units cannot matter.

use std::cmp::Ordering;
use std::fmt;

use crate::limits::MAX_UNITS;
use crate::num::{Seats, Weight};

/// Members and seats per unit, with at least one member and one seat in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    units: Vec<Unit>,
    members: u64,
    seats: u64,
}

/// One unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Members, below 2^43.
    pub(super) members: u64,
    /// Seats, at most 2^20.
    pub(super) seats: u64,
}

/// Why there is nothing to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharesError {
    /// The two lists differ in length.
    Lengths {
        /// Entries of the members list.
        members: usize,
        /// Entries of the seats list.
        seats: usize,
    },
    /// More units than [`MAX_UNITS`].
    TooManyUnits {
        /// The number given.
        units: usize,
    },
    /// No unit has members.
    NoMembers,
    /// No unit has seats.
    NoSeats,
}

impl SharesError {
    /// A stable identifier for texts and programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lengths { .. } => "index-lengths",
            Self::TooManyUnits { .. } => "index-too-many-units",
            Self::NoMembers => "index-no-members",
            Self::NoSeats => "index-no-seats",
        }
    }
}

impl fmt::Display for SharesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for SharesError {}

impl Shares {
    /// Pairs the members of unit `i` with the seats of unit `i`.
    ///
    /// # Errors
    ///
    /// [`SharesError`] if the lists differ in length, are longer than [`MAX_UNITS`], or sum to zero.
    pub fn new(members: &[Weight], seats: &[Seats]) -> Result<Self, SharesError> {
        if members.len() != seats.len() {
            return Err(SharesError::Lengths { members: members.len(), seats: seats.len() });
        }
        if members.len() > MAX_UNITS {
            return Err(SharesError::TooManyUnits { units: members.len() });
        }
        let pair = |(w, s): (&Weight, &Seats)| Unit { members: w.get(), seats: s.get().into() };
        let units: Vec<Unit> = members.iter().zip(seats).map(pair).collect();
        let members = units.iter().map(|u| u.members).sum();
        let seats = units.iter().map(|u| u.seats).sum();
        match (members, seats) {
            (0, _) => Err(SharesError::NoMembers),
            (_, 0) => Err(SharesError::NoSeats),
            _ => Ok(Self { units, members, seats }),
        }
    }

    pub(super) fn units(&self) -> &[Unit] {
        &self.units
    }

    /// All members; the sum fits `u64` (see `limits`).
    pub(super) const fn members(&self) -> u64 {
        self.members
    }

    /// All seats.
    pub(super) const fn seats(&self) -> u64 {
        self.seats
    }

    /// `s_i - v_i` of every unit, exactly, in units of 1 / (members * seats).
    pub(super) fn gaps(&self) -> impl Iterator<Item = i128> {
        // At most 2^20 * 2^60 on the left and 2^43 * 2^37 on the right.
        let (members, seats) = (i128::from(self.members), i128::from(self.seats));
        self.units.iter().map(move |u| i128::from(u.seats) * members - i128::from(u.members) * seats)
    }

    /// The unit of [`gaps`](Self::gaps): members * seats.
    pub(super) fn gap_unit(&self) -> u128 {
        u128::from(self.members) * u128::from(self.seats)
    }

    /// The units by seats per member, poorest first. A unit without members and with seats comes last.
    pub(super) fn by_representation(&self) -> Vec<Unit> {
        let mut units: Vec<Unit> = self.units.iter().copied().filter(|u| !u.is_empty()).collect();
        units.sort_by(|a, b| a.by_seats_per_member(*b));
        units
    }
}

impl Unit {
    /// Neither members nor seats: no index can see it.
    pub(super) const fn is_empty(self) -> bool {
        self.members == 0 && self.seats == 0
    }

    /// Compares seats per member by cross multiplication, at most 2^63. Not for empty units.
    pub(super) fn by_seats_per_member(self, other: Self) -> Ordering {
        (self.seats * other.members).cmp(&(other.seats * self.members))
    }
}
