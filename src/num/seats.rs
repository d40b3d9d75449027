//! `Seats`: a number of seats of a unit or a house. Knows nothing of members.

use crate::limits::MAX_SEATS;
use serde::{Deserialize, Serialize};

/// A number of seats (名额): an integer from 0 to [`MAX_SEATS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u32", try_from = "u32")]
pub struct Seats(u32);

impl Seats {
    /// No seats.
    pub const ZERO: Self = Self(0);
    /// The largest house, 2^20.
    pub const MAX: Self = Self(MAX_SEATS);

    /// `count` seats, or `None` above [`MAX_SEATS`].
    pub const fn new(count: u32) -> Option<Self> {
        if count <= MAX_SEATS { Some(Self(count)) } else { None }
    }

    /// The number of seats.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl From<u16> for Seats {
    fn from(count: u16) -> Self {
        Self(count.into())
    }
}

impl From<Seats> for u32 {
    fn from(seats: Seats) -> Self {
        seats.0
    }
}

impl TryFrom<u32> for Seats {
    type Error = &'static str;

    fn try_from(count: u32) -> Result<Self, Self::Error> {
        Self::new(count).ok_or("too many seats")
    }
}
