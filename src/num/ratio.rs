//! `Ratio`: an exact, reduced, non-negative fraction. Compared by cross multiplication in `u128`.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A non-negative rational number in lowest terms, `num / den` with `den > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "(u64, u64)", try_from = "(u64, u64)")]
pub struct Ratio {
    num: u64,
    den: u64,
}

impl From<Ratio> for (u64, u64) {
    fn from(ratio: Ratio) -> Self {
        (ratio.num, ratio.den)
    }
}

impl TryFrom<(u64, u64)> for Ratio {
    type Error = &'static str;

    fn try_from((num, den): (u64, u64)) -> Result<Self, Self::Error> {
        Self::new(num, den).ok_or("a denominator of zero")
    }
}

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// `num / den` in lowest terms, or `None` if `den` is zero.
    ///
    /// ```
    /// # use delegate_roster::num::Ratio;
    /// assert_eq!(Ratio::new(6, 4), Ratio::new(3, 2));
    /// assert_eq!(Ratio::new(1, 0), None);
    /// ```
    pub const fn new(num: u64, den: u64) -> Option<Self> {
        if den == 0 {
            return None;
        }
        let g = gcd(num, den);
        Some(Self { num: num / g, den: den / g })
    }

    /// The ratio `n` times; `None` where it does not fit.
    ///
    /// ```
    /// # use delegate_roster::num::Ratio;
    /// assert_eq!(Ratio::new(5, 6).and_then(|ratio| ratio.times(4)), Ratio::new(10, 3));
    /// ```
    pub fn times(self, n: u64) -> Option<Self> {
        // In lowest terms already, so only `n` can have a factor in common with the denominator.
        let g = gcd(n, self.den);
        Some(Self { num: self.num.checked_mul(n / g)?, den: self.den / g })
    }

    /// The numerator in lowest terms.
    pub const fn num(self) -> u64 {
        self.num
    }

    /// The denominator in lowest terms; never zero.
    pub const fn den(self) -> u64 {
        self.den
    }

    /// The largest integer not above the ratio.
    pub const fn floor(self) -> u64 {
        self.num / self.den
    }

    /// The smallest integer not below the ratio.
    pub const fn ceil(self) -> u64 {
        self.num.div_ceil(self.den)
    }

    /// The part behind the integer: `self - floor(self)`.
    pub const fn fract(self) -> Self {
        Self { num: self.num % self.den, den: self.den }
    }

    /// The distance of two ratios and which one is larger, or `None` where it does not fit.
    pub fn distance(self, other: Self) -> Option<(Ordering, Self)> {
        let a = u128::from(self.num).checked_mul(other.den.into())?;
        let b = u128::from(other.num).checked_mul(self.den.into())?;
        let den = u128::from(self.den).checked_mul(other.den.into())?;
        let num = a.abs_diff(b);
        let g = gcd128(num, den);
        let ratio = Self { num: u64::try_from(num / g).ok()?, den: u64::try_from(den / g).ok()? };
        Some((a.cmp(&b), ratio))
    }

    /// The digits, at least two and at most 12, with which its decimals do not read as a whole number; none where it is one.
    ///
    /// ```
    /// # use delegate_roster::num::Ratio;
    /// let digits = |num, den| Ratio::new(num, den).unwrap().telling_digits();
    /// assert_eq!((digits(1_936, 4), digits(1_940, 3), digits(997_997, 1_000)), (0, 2, 3));
    /// ```
    pub fn telling_digits(self) -> u32 {
        if self.den == 1 {
            return 0;
        }
        let part = self.num % self.den;
        let off = u128::from(part.min(self.den - part));
        let tells = |digits: &u32| 2 * off * 10u128.pow(*digits) > u128::from(self.den);
        (2..12).find(tells).unwrap_or(12)
    }

    /// The ratio in decimals, rounded half up at `digits` places (at most 12), by integers only.
    ///
    /// ```
    /// # use delegate_roster::num::Ratio;
    /// assert_eq!(Ratio::new(2, 3).unwrap().to_decimal(4), "0.6667");
    /// assert_eq!(Ratio::new(9, 2).unwrap().to_decimal(0), "5");
    /// ```
    pub fn to_decimal(self, digits: u32) -> String {
        let digits = digits.min(12);
        let scale = 10u128.pow(digits);
        let den = u128::from(self.den);
        let scaled = (2 * u128::from(self.num) * scale + den) / (2 * den);
        if digits == 0 {
            return scaled.to_string();
        }
        format!("{}.{:0width$}", scaled / scale, scaled % scale, width = digits as usize)
    }
}

impl From<u64> for Ratio {
    fn from(whole: u64) -> Self {
        Self { num: whole, den: 1 }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.num) * u128::from(other.den);
        left.cmp(&(u128::from(other.num) * u128::from(self.den)))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Greatest common divisor; 1 for two zeros, so that it can always divide.
pub(crate) const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        if a <= u32::MAX as u64 && b <= u32::MAX as u64 {
            return gcd32(a as u32, b as u32) as u64;
        }
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

/// Division of 32 bits takes a fraction of the time, and after a step or two nearly all figures are that small.
pub(crate) const fn gcd32(mut a: u32, mut b: u32) -> u32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

pub(crate) const fn gcd128(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio() -> impl Strategy<Value = Ratio> {
        (any::<u64>(), 1..=u64::MAX).prop_map(|(n, d)| Ratio::new(n, d).unwrap())
    }

    proptest! {
        #[test]
        fn times_is_the_reduced_product(num in 0..1u64 << 32, den in 1..=u64::MAX, n in 0..1u64 << 32) {
            prop_assert_eq!(Ratio::new(num, den).and_then(|ratio| ratio.times(n)), Ratio::new(num * n, den));
        }
    }

    #[test]
    fn decimals_round_half_up_by_integers() {
        for (n, d, digits, expected) in [
            (1, 3, 3, "0.333"),
            (2, 3, 3, "0.667"),
            (1, 8, 2, "0.13"),
            (470, 484, 5, "0.97107"),
            (0, 7, 2, "0.00"),
            (u64::MAX, 1, 12, "18446744073709551615.000000000000"),
            (999_999, 1_000_000, 2, "1.00"),
        ] {
            assert_eq!(Ratio::new(n, d).unwrap().to_decimal(digits), expected);
        }
    }

    proptest! {
        #[test]
        fn floor_and_fraction_make_the_ratio(r in ratio()) {
            let whole = u128::from(r.floor()) * u128::from(r.den()) + u128::from(r.fract().num());
            prop_assert_eq!(whole, u128::from(r.num()));
            prop_assert!(r.ceil() - r.floor() <= 1);
        }

        #[test]
        fn order_agrees_with_distance(a in ratio(), b in ratio()) {
            if let Some((order, distance)) = a.distance(b) {
                prop_assert_eq!(order, a.cmp(&b));
                prop_assert_eq!(distance == Ratio::ZERO, a == b);
            }
        }
    }
}
