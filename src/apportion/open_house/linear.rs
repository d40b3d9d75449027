//! `Linear`: a constant plus a multiple of the members, rounded once. Knows no brackets.

use super::parts::Parts;
use super::to_seats;
use crate::num::{Ratio, Seats, Weight};

/// `base + per_member * members`, rounded by `parts`. With a fraction of all members as the size of a part it is the
/// key "1 per x % or fraction thereof"; with 3/4 and 1/4 of one number it shows why parts of a delegation must not be
/// rounded one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linear {
    /// Seats at no members; need not be whole.
    pub base: Ratio,
    /// Seats per member.
    pub per_member: Ratio,
    /// How the sum is rounded.
    pub parts: Parts,
}

impl Linear {
    /// The seats of a unit with `members`; `None` above [`Seats::MAX`] or if the fractions are too long for `u128`.
    pub fn seats(&self, members: Weight) -> Option<Seats> {
        let (base, slope) = (self.base, self.per_member);
        let size = u128::from(base.den()).checked_mul(slope.den().into())?;
        let grown =
            u128::from(slope.num()).checked_mul(members.get().into())?.checked_mul(base.den().into())?;
        let amount = u128::from(base.num()).checked_mul(slope.den().into())?.checked_add(grown)?;
        to_seats(self.parts.count(amount, size))
    }
}
