//! `Quotient`: the exact priority of a claim to a seat, members over signpost, and its total order.
//!
//! Knows no method: signposts make quotients, this file only compares them. A signpost of zero makes an infinite
//! quotient; infinite quotients are ordered by members, so that a house too small for every unit seats the
//! largest first. Wide products are compared in 256 bits, so no comparison is ever rounded.

use std::cmp::Ordering;

/// An exact non-negative value `num / den / 2^halvings`, ordered by value; infinite where `den` is zero.
///
/// Methods whose signposts are square roots give the *square* of members over signpost
/// ([`Scale::Squared`](super::Scale)): the order is the same and the value stays rational.
#[derive(Clone, Copy, Debug)]
pub struct Quotient {
    num: u128,
    den: u128,
    halvings: u32,
}

impl Quotient {
    /// `num / den`.
    pub(super) const fn new(num: u128, den: u128) -> Self {
        Self { num, den, halvings: 0 }
    }

    /// `weight / 2^halvings`, brought to a 64-bit mantissa so that halvings decide the order first.
    pub(super) const fn halved(weight: u64, halvings: u32) -> Self {
        let shift = weight.leading_zeros();
        Self { num: (weight as u128) << shift, den: 1, halvings: halvings + shift }
    }

    /// The numerator, not reduced.
    pub const fn num(self) -> u128 {
        self.num
    }

    /// The denominator, not reduced; zero means infinite.
    pub const fn den(self) -> u128 {
        self.den
    }

    /// How often `num / den` is halved; zero for every method but Macau.
    pub const fn halvings(self) -> u32 {
        self.halvings
    }

    /// Whether the signpost was zero.
    pub const fn is_infinite(self) -> bool {
        self.den == 0
    }
}

impl Ord for Quotient {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_infinite(), other.is_infinite()) {
            (true, true) => self.num.cmp(&other.num),
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => other
                .halvings
                .cmp(&self.halvings)
                .then_with(|| compare_products(self.num, other.den, other.num, self.den)),
        }
    }
}

impl PartialOrd for Quotient {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Quotient {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Quotient {}

/// The order of `a * b` and `c * d`, exactly.
fn compare_products(a: u128, b: u128, c: u128, d: u128) -> Ordering {
    // 128 bits are a function call in WebAssembly; nearly all figures of a congress do without.
    let all = a | b | c | d;
    if all >> 32 == 0 {
        return (a as u64 * b as u64).cmp(&(c as u64 * d as u64));
    }
    if all >> 64 == 0 {
        return (a * b).cmp(&(c * d));
    }
    match (a.checked_mul(b), c.checked_mul(d)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => widening_mul(a, b).cmp(&widening_mul(c, d)),
    }
}

/// `a * b` as (high, low) halves of 128 bits.
const fn widening_mul(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (a1, a0) = (a >> 64, a & LOW);
    let (b1, b0) = (b >> 64, b & LOW);
    let low = a0 * b0;
    let mid = a1 * b0 + (low >> 64);
    let mid2 = a0 * b1 + (mid & LOW);
    (a1 * b1 + (mid >> 64) + (mid2 >> 64), (mid2 << 64) | (low & LOW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn products_are_compared_alike_at_every_width() {
        let edges = [31u32, 32, 33, 63, 64, 65, 126].map(|bits| 1u128 << bits);
        let values: Vec<u128> =
            edges.iter().flat_map(|edge| [edge - 1, *edge, edge + 1]).chain([0, 1, 3]).collect();
        for (a, b, c, d) in values.iter().flat_map(|a| values.iter().map(move |b| (*a, *b, *b + 1, *a))) {
            assert_eq!(
                compare_products(a, b, c, d),
                widening_mul(a, b).cmp(&widening_mul(c, d)),
                "{a} {b} {c} {d}"
            );
        }
    }

    #[test]
    fn infinite_quotients_stand_first_and_by_members() {
        assert!(Quotient::new(1, 0) > Quotient::new(u128::MAX, 1));
        assert!(Quotient::new(7, 0) > Quotient::new(3, 0));
    }

    #[test]
    fn halvings_decide_by_value() {
        assert_eq!(Quotient::halved(12, 2), Quotient::halved(3, 0));
        assert!(Quotient::halved(5, 1_000_000) < Quotient::halved(11, 1_000_001));
        assert!(Quotient::halved(6, 1_000_000) > Quotient::halved(11, 1_000_001));
    }

    #[test]
    fn wide_products_do_not_wrap() {
        assert_eq!(widening_mul(u128::MAX, u128::MAX), (u128::MAX - 1, 1));
        assert_eq!(widening_mul(1 << 127, 6), (3, 0));
    }

    proptest! {
        #[test]
        fn wide_and_narrow_products_agree(a: u64, b: u64) {
            prop_assert_eq!(widening_mul(a.into(), b.into()), (0, u128::from(a) * u128::from(b)));
        }

        #[test]
        fn wide_products_distribute(a: u128, b: u64, c: u64) {
            // a(b + c) = ab + ac, in 256 bits.
            let (h1, l1) = widening_mul(a, b.into());
            let (h2, l2) = widening_mul(a, c.into());
            let (low, carry) = l1.overflowing_add(l2);
            prop_assert_eq!(widening_mul(a, u128::from(b) + u128::from(c)), (h1 + h2 + u128::from(carry), low));
        }
    }
}
