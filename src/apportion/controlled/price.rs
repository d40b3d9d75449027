//! `Price`: what one seat more or less costs, in the order in which the aims of a rounding count.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Neg, Sub};

/// A cost, or a difference of costs: the first figure that differs decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Price {
    /// Seats of columns outside their bounds.
    pub outside: i64,
    /// Seats of cells off the floor and the ceiling of their fair share.
    pub departed: i64,
    /// Seats of columns off the number aimed at.
    pub off: i64,
    /// Squares of the distances from the fair shares, in parts of the common denominator.
    pub squares: i128,
}

impl Price {
    /// Nothing.
    pub const ZERO: Self = Self { outside: 0, departed: 0, off: 0, squares: 0 };
}

impl Add for Price {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            outside: self.outside.saturating_add(other.outside),
            departed: self.departed.saturating_add(other.departed),
            off: self.off.saturating_add(other.off),
            squares: self.squares.saturating_add(other.squares),
        }
    }
}

impl Neg for Price {
    type Output = Self;

    fn neg(self) -> Self {
        Self { outside: -self.outside, departed: -self.departed, off: -self.off, squares: -self.squares }
    }
}

impl Sub for Price {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}
