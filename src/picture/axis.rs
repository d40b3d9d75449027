//! `Scale`: round steps (1, 2 or 5 times a power of ten) along an axis, chosen and counted exactly.

use crate::num::Ratio;
use std::cmp::Ordering;

/// Steps of one size, from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// The size of a step.
    pub(super) step: Ratio,
    /// How many there are.
    pub(super) steps: u64,
}

/// The round sizes from a thousandth up, in order.
fn sizes() -> impl Iterator<Item = Ratio> {
    let small = [1000, 500, 200, 100, 50, 20, 10, 5, 2].into_iter().filter_map(|den| Ratio::new(1, den));
    let large = (0..19).flat_map(|power| [1, 2, 5].map(|m| 10u64.checked_pow(power)?.checked_mul(m)));
    small.chain(large.flatten().map(Ratio::from))
}

/// How many whole steps fit into a value.
pub(super) fn steps_in(value: Ratio, step: Ratio) -> u64 {
    let (a, b) = (
        u128::from(value.num()) * u128::from(step.den()),
        u128::from(value.den()) * u128::from(step.num()).max(1),
    );
    u64::try_from(a / b).unwrap_or(u64::MAX)
}

impl Scale {
    /// The finest scale with at most `most` steps that reaches `end`, and with at least one; in whole numbers only if asked.
    pub(super) fn reaching(end: Ratio, most: u64, least: Ratio) -> Self {
        let fits = |step: Ratio| {
            let whole = steps_in(end, step);
            let exact = times(step, whole) == Some(end);
            let steps = if exact { whole } else { whole.saturating_add(1) };
            (steps <= most).then_some(Self { step, steps: steps.max(1) })
        };
        sizes()
            .filter(|step| *step >= least)
            .find_map(fits)
            .unwrap_or(Self { step: Ratio::from(1), steps: 1 })
    }

    /// The finest step by which the bins between two values are at most `most`, counted from the one that holds the first.
    pub(super) fn binning(from: Ratio, to: Ratio, most: u64) -> (Ratio, u64, u64) {
        let bins = |step: Ratio| {
            let (first, last) = (steps_in(from, step), steps_in(to, step));
            (last - first < most).then_some((step, first, last - first + 1))
        };
        sizes().find_map(bins).unwrap_or((Ratio::from(1), 0, 1))
    }

    /// The value after so many steps.
    pub(super) fn at(self, steps: u64) -> Ratio {
        times(self.step, steps).unwrap_or(self.step)
    }

    /// Where a value lies, in parts of the whole scale.
    pub(super) fn place(self, value: Ratio) -> f64 {
        number(value) / (number(self.step) * self.steps as f64)
    }
}

/// A step so many times.
pub(super) fn times(step: Ratio, n: u64) -> Option<Ratio> {
    step.times(n)
}

/// For drawing only.
pub(super) fn number(ratio: Ratio) -> f64 {
    ratio.num() as f64 / ratio.den() as f64
}

/// A distance with its side, in the order of signed numbers.
pub(super) fn signed_order(a: (Ordering, Ratio), b: (Ordering, Ratio)) -> Ordering {
    a.0.cmp(&b.0).then_with(|| if a.0 == Ordering::Less { b.1.cmp(&a.1) } else { a.1.cmp(&b.1) })
}

/// The places 0 to `n` in an order, ties in the order of the places.
pub(super) fn ordered(n: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    places.sort_unstable_by(|a, b| order(*a, *b).then(a.cmp(b)));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(num: u64, den: u64) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn steps_are_round_and_reach_the_end() {
        for (end, step, steps) in [
            (ratio(1, 2), ratio(1, 5), 3),
            (ratio(1, 1), ratio(1, 2), 2),
            (ratio(7, 10), ratio(1, 5), 4),
            (Ratio::ZERO, ratio(1, 1000), 1),
            (ratio(61, 1), ratio(20, 1), 4),
            (Ratio::from(1 << 43), Ratio::from(5_000_000_000_000), 2),
        ] {
            assert_eq!(Scale::reaching(end, 4, Ratio::ZERO), Scale { step, steps }, "{end:?}");
        }
        assert_eq!(Scale::reaching(ratio(3, 1), 4, ratio(1, 1)), Scale { step: ratio(1, 1), steps: 3 });
        assert_eq!(Scale::binning(ratio(763, 1), ratio(812, 1), 12), (ratio(5, 1), 152, 11));
        assert_eq!(Scale::binning(ratio(5, 1), ratio(5, 1), 12), (ratio(1, 1000), 5000, 1));
    }

    proptest! {
        #[test]
        fn a_scale_reaches_its_end_and_bins_hold_theirs(a in 0..1u64 << 43, b in 0..1u64 << 43, den in 1..1u64 << 20, most in 1..20u64) {
            let (from, to) = (ratio(a.min(b), den), ratio(a.max(b), den));
            let scale = Scale::reaching(to, most, Ratio::ZERO);
            prop_assert!(scale.at(scale.steps) >= to && scale.steps <= most);
            let (step, first, bins) = Scale::binning(from, to, most);
            prop_assert!(bins <= most && times(step, first).unwrap() <= from && times(step, first + bins).unwrap() > to);
        }

        #[test]
        fn distances_are_in_the_order_of_signed_numbers(a in -50i64..50, b in -50i64..50) {
            let signed = |n: i64| (n.cmp(&0), Ratio::from(n.unsigned_abs()));
            prop_assert_eq!(signed_order(signed(a), signed(b)), a.cmp(&b));
        }
    }
}
