//! `Count`: a number of people in the roster: elected, ended, present. Knows nothing of seats or weights.

use crate::limits::MAX_COUNT;

/// A number of people: an integer from 0 to [`MAX_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

impl Count {
    /// Nobody.
    pub const ZERO: Self = Self(0);
    /// The largest count.
    pub const MAX: Self = Self(MAX_COUNT);

    /// `people`, or `None` above [`MAX_COUNT`].
    pub const fn new(people: u32) -> Option<Self> {
        if people <= MAX_COUNT { Some(Self(people)) } else { None }
    }

    /// The number of people.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl From<u16> for Count {
    fn from(people: u16) -> Self {
        Self(people.into())
    }
}
