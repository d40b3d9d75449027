//! `Natural` and `Divisor`: whole numbers of any length and their fractions, as far as proofs need them.
//!
//! Products and comparisons only. A multiplier on a chain of ties is a product of as many ratios as the chain is long.

use crate::num::gcd;
use std::cmp::Ordering;
use std::fmt;

/// A whole number, not negative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Natural {
    /// Lowest first, no zeros at the top.
    limbs: Vec<u64>,
}

/// A positive fraction, not necessarily in lowest terms.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Divisor {
    /// The numerator.
    pub num: Natural,
    /// The denominator.
    pub den: Natural,
}

impl Natural {
    /// `value * 2^shift`.
    pub(super) fn shifted(value: u64, shift: u32) -> Self {
        let mut limbs = vec![0; shift as usize / 64];
        let wide = u128::from(value) << (shift % 64);
        limbs.push(wide as u64);
        limbs.push((wide >> 64) as u64);
        Self { limbs }.trimmed()
    }

    /// The number with these limbs of 64 bits, lowest first.
    pub fn from_limbs(limbs: Vec<u64>) -> Self {
        Self { limbs }.trimmed()
    }

    /// Limbs of 64 bits, lowest first; empty for zero.
    pub fn limbs(&self) -> &[u64] {
        &self.limbs
    }

    pub(super) fn is_zero(&self) -> bool {
        self.limbs.is_empty()
    }

    pub(super) fn times_small(&self, factor: u64) -> Self {
        let mut out = Self { limbs: Vec::with_capacity(self.limbs.len() + 1) };
        let mut carry = 0u64;
        for &limb in &self.limbs {
            let sum = u128::from(limb) * u128::from(factor) + u128::from(carry);
            out.limbs.push(sum as u64);
            carry = (sum >> 64) as u64;
        }
        out.limbs.push(carry);
        out.trimmed()
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let mut limbs = vec![0u64; self.limbs.len() + other.limbs.len()];
        for (at, &a) in self.limbs.iter().enumerate() {
            let mut carry = 0u64;
            let mut out = limbs.iter_mut().skip(at);
            for (&b, slot) in other.limbs.iter().zip(out.by_ref()) {
                // At most (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
                let sum = u128::from(a) * u128::from(b) + u128::from(*slot) + u128::from(carry);
                *slot = sum as u64;
                carry = (sum >> 64) as u64;
            }
            if let Some(slot) = out.next() {
                *slot = carry;
            }
        }
        Self { limbs }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.limbs.last() == Some(&0) {
            self.limbs.pop();
        }
        self
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.limbs.len().cmp(&other.limbs.len());
        by_length.then_with(|| self.limbs.iter().rev().cmp(other.limbs.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In decimals.
impl fmt::Display for Natural {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CHUNK: u128 = 10_000_000_000_000_000_000;
        let mut rest = self.clone();
        let mut chunks = Vec::new();
        while !rest.is_zero() {
            let mut over = 0u128;
            for limb in rest.limbs.iter_mut().rev() {
                let value = over << 64 | u128::from(*limb);
                *limb = (value / CHUNK) as u64;
                over = value % CHUNK;
            }
            rest = rest.trimmed();
            chunks.push(over);
        }
        match chunks.split_last() {
            None => f.write_str("0"),
            Some((top, lower)) => {
                write!(f, "{top}")?;
                lower.iter().rev().try_for_each(|chunk| write!(f, "{chunk:019}"))
            }
        }
    }
}

impl Divisor {
    /// `self * num / den`; `num` and `den` must not be zero.
    pub(super) fn times_ratio(&self, num: u64, den: u64) -> Self {
        let g = gcd(num, den);
        Self { num: self.num.times_small(num / g), den: self.den.times_small(den / g) }
    }

    pub(super) fn inverted(self) -> Self {
        Self { num: self.den, den: self.num }
    }

    /// Compares `a * self` with `b * other`.
    pub(super) fn cmp_scaled(&self, a: u64, other: &Self, b: u64) -> Ordering {
        let left = self.num.times(&other.den).times_small(a);
        left.cmp(&other.num.times(&self.den).times_small(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn natural(value: u128) -> Natural {
        Natural::from_limbs(vec![value as u64, (value >> 64) as u64])
    }

    #[test]
    fn prints_decimals() {
        assert_eq!(natural(0).to_string(), "0");
        assert_eq!(natural(u128::MAX).to_string(), u128::MAX.to_string());
        // 2^200.
        let power = "1606938044258990275541962092341162602522202993782792835301376";
        assert_eq!(Natural::shifted(1, 200).to_string(), power);
        assert_eq!(Natural::shifted(1 << 63, 137), Natural::shifted(1, 200));
    }

    proptest! {
        #[test]
        fn products_and_order_agree_with_u128(a in any::<u64>(), b in any::<u64>(), c in any::<u128>(), d in any::<u128>()) {
            let product = u128::from(a) * u128::from(b);
            prop_assert_eq!(natural(a.into()).times(&natural(b.into())), natural(product));
            prop_assert_eq!(natural(a.into()).times_small(b), natural(product));
            prop_assert_eq!(natural(c).cmp(&natural(d)), c.cmp(&d));
            prop_assert_eq!(natural(c).to_string(), c.to_string());
            let (x, y) = (natural(c), natural(d));
            prop_assert_eq!(x.times(&y).times(&x), x.times(&x).times(&y));
            prop_assert_eq!(x.times(&y).times_small(a), y.times(&x.times_small(a)));
        }
    }
}
