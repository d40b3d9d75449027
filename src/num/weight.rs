//! `Weight`: the members, voters or inhabitants of a unit. Knows nothing of seats.

use crate::limits::MAX_WEIGHT;

/// Members of a unit: an integer from 0 to [`MAX_WEIGHT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u64);

impl Weight {
    /// No members.
    pub const ZERO: Self = Self(0);
    /// The largest weight, 2^43 - 1.
    pub const MAX: Self = Self(MAX_WEIGHT);

    /// The weight of `members`, or `None` above [`MAX_WEIGHT`].
    pub const fn new(members: u64) -> Option<Self> {
        if members <= MAX_WEIGHT { Some(Self(members)) } else { None }
    }

    /// The number of members.
    pub const fn get(self) -> u64 {
        self.0
    }
}

impl From<u32> for Weight {
    fn from(members: u32) -> Self {
        Self(members.into())
    }
}
