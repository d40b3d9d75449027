//! `Approx`: a positive number with 64 significant bits, in integers only, so that the search runs alike everywhere.
//!
//! Nothing is decided by it: it finds a candidate and where to start proving, `exact` does the rest.

use std::cmp::Ordering;

/// `mantissa * 2^exponent` with the highest bit of the mantissa set. Operations round towards zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Approx {
    mantissa: u64,
    exponent: i32,
}

const TOP: u64 = 1 << 63;

impl Approx {
    pub(super) const ONE: Self = Self { mantissa: TOP, exponent: -63 };

    /// `value`; zero is taken as one, callers pass none.
    pub(super) const fn new(value: u64) -> Self {
        let value = if value == 0 { 1 } else { value };
        let shift = value.leading_zeros();
        Self { mantissa: value << shift, exponent: -(shift as i32) }
    }

    pub(super) const fn mantissa(self) -> u64 {
        self.mantissa
    }

    pub(super) const fn exponent(self) -> i32 {
        self.exponent
    }

    pub(super) fn times(self, other: Self) -> Self {
        let product = u128::from(self.mantissa) * u128::from(other.mantissa);
        Self::from_wide(product, self.exponent + other.exponent)
    }

    pub(super) fn over(self, other: Self) -> Self {
        let quotient = (u128::from(self.mantissa) << 64) / u128::from(other.mantissa);
        Self::from_wide(quotient, self.exponent - other.exponent - 64)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let (high, low) = if self >= other { (self, other) } else { (other, self) };
        let shift = high.exponent.abs_diff(low.exponent);
        let aligned = u128::from(low.mantissa).checked_shl(63u32.saturating_sub(shift)).unwrap_or(0);
        let aligned = if shift > 63 { 0 } else { aligned };
        Self::from_wide((u128::from(high.mantissa) << 63) + aligned, high.exponent - 63)
    }

    /// The integer part, at most `u64::MAX`.
    pub(super) fn floor(self) -> u64 {
        match self.exponent {
            0 => self.mantissa,
            1.. => u64::MAX,
            _ => self.mantissa.checked_shr(self.exponent.unsigned_abs()).unwrap_or(0),
        }
    }

    /// At most `1 + 2^-47`, or less than one.
    pub(super) fn is_barely_above_one(self) -> bool {
        self <= Self { mantissa: TOP | 1 << 16, ..Self::ONE }
    }

    const fn from_wide(value: u128, exponent: i32) -> Self {
        // Never zero: both factors have their highest bit set.
        let shift = 64 - value.leading_zeros() as i32;
        let mantissa = if shift >= 0 { value >> shift } else { value << -shift };
        Self { mantissa: mantissa as u64, exponent: exponent + shift }
    }
}

impl Default for Approx {
    fn default() -> Self {
        Self::ONE
    }
}

impl Ord for Approx {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.exponent, self.mantissa).cmp(&(other.exponent, other.mantissa))
    }
}

impl PartialOrd for Approx {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_integers(a in 1u64..1 << 40, b in 1u64..1 << 20) {
            let (x, y) = (Approx::new(a), Approx::new(b));
            prop_assert_eq!(x.times(y).floor(), a * b);
            prop_assert_eq!(x.over(y).floor(), a / b);
            prop_assert_eq!(x.plus(y), Approx::new(a + b));
            prop_assert_eq!(y.plus(x), Approx::new(a + b));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        }
    }

    #[test]
    fn far_apart_sums_keep_the_larger() {
        let huge = (0..10).fold(Approx::ONE, |x, _| x.times(Approx::new(1 << 43)));
        assert_eq!(huge.plus(Approx::ONE), huge);
        assert_eq!(huge.floor(), u64::MAX);
        assert_eq!(Approx::ONE.over(huge).floor(), 0);
    }
}
