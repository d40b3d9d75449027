//! `Signpost`: the rounding rule of a divisor method. A unit holding `n` seats claims the next at members / d(n).
//!
//! Knows neither house nor bounds. Source: Balinski and Young, *Fair Representation* (1982), appendix A;
//! Pukelsheim, *Proportional Representation* (2nd ed. 2017), chapters 3 and 4.

use super::Quotient;
use super::problem::Claims;
use crate::num::Ratio;
use std::cmp::Ordering;

/// Whether quotients and divisors are given as they are or squared, to stay rational.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Members over signpost.
    Plain,
    /// The square of members over signpost: the method's signposts, or its weights, are square roots.
    Squared,
}

/// A sequence of signposts d(0) < d(1) < …, and what a unit's members count for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signpost {
    pub(super) series: Series,
    pub(super) claim: Claim,
}

/// What stands above the signpost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// The members.
    Members,
    /// The square root of the members: degressive, as in Penrose's law.
    Root,
}

/// The signposts d(n).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// d(n) = n + num/den.
    Stationary { num: u32, den: u32 },
    /// d(0) = num/den, then d(n) = n + 1/2.
    ModifiedFirst { num: u32, den: u32 },
    /// d(n) = 2n(n+1)/(2n+1), the harmonic mean (Dean).
    Harmonic,
    /// d(n) = sqrt(n(n+1)), the geometric mean (Huntington and Hill).
    Geometric,
    /// d(n) = sqrt((n² + (n+1)²)/2), the power mean of exponent 2.
    Quadratic,
    /// d(n) = n(n+1) sqrt(2/(n² + (n+1)²)), the power mean of exponent -2.
    InverseQuadratic,
    /// d(n) = (n+2)/2 (Imperiali).
    HalfPlusOne,
    /// d(n) = 2^n (Macau).
    Doubling,
}

/// Fraction bits of the fixed-point estimate in [`Signpost::estimate`].
pub(super) const FRACTION_BITS: u32 = 32;

impl Signpost {
    /// The same signposts, under the square roots of the members.
    pub(super) const fn on_roots(self) -> Self {
        Self { claim: Claim::Root, ..self }
    }

    /// Whether [`Self::quotient`] is squared.
    pub(super) const fn scale(self) -> Scale {
        match (self.series, self.claim) {
            (_, Claim::Root) | (Series::Geometric | Series::Quadratic | Series::InverseQuadratic, _) => {
                Scale::Squared
            }
            _ => Scale::Plain,
        }
    }

    /// The claim of a unit of `weight` members that holds `held` seats to one more: weight / d(held), or its
    /// square. `weight` is positive and `held` below 2^20, so nothing here exceeds 127 bits.
    pub(super) fn quotient(self, weight: u64, held: u32) -> Quotient {
        let w = u128::from(weight);
        if self.series == Series::Doubling {
            // A square root halves half as often: √w / 2^n has the square w / 2^2n.
            return match self.claim {
                Claim::Members => Quotient::halved(weight, held),
                Claim::Root => Quotient::halved(weight, 2 * held),
            };
        }
        let (num, den) = self.series.fraction(held.into());
        if self.scale() == Scale::Plain && (w | den) >> 32 == 0 {
            return Quotient::new((w as u64 * den as u64).into(), num);
        }
        match (self.scale(), self.claim) {
            (Scale::Plain, _) => Quotient::new(w * den, num),
            (Scale::Squared, Claim::Members) => Quotient::new(w * w * den, num),
            (Scale::Squared, Claim::Root) if self.series.is_root() => Quotient::new(w * den, num),
            (Scale::Squared, Claim::Root) => Quotient::new(w * den * den, num * num),
        }
    }

    /// The signpost d(n), or its square where it is a square root; `None` where that does not fit, or is no fraction.
    pub(super) fn at(self, n: u32) -> Option<(Ratio, Scale)> {
        if self.series == Series::Doubling {
            return Some((Ratio::from(1u64.checked_shl(n).filter(|_| n < 63)?), Scale::Plain));
        }
        let (num, den) = self.series.fraction(n.into());
        let scale = if self.series.is_root() { Scale::Squared } else { Scale::Plain };
        Some((Ratio::new(u64::try_from(num).ok()?, u64::try_from(den).ok()?)?, scale))
    }

    /// About how many seats a share of `x` seats rounds to, `x` in fixed point with [`FRACTION_BITS`]: the number
    /// of signposts not above `x`. An estimate to start from; the engine corrects it with exact quotients.
    #[inline(always)]
    pub(super) fn estimate(self, x: u64) -> u32 {
        let whole = x >> FRACTION_BITS;
        let clamp = |n: u128| u32::try_from(n).unwrap_or(u32::MAX);
        match self.series {
            Series::Stationary { num, den } => {
                // d(n) = n + num/den <= x, in 64 bits.
                let part = x & u64::from(u32::MAX);
                let reached = part * u64::from(den) >= u64::from(num) << FRACTION_BITS;
                u32::try_from(whole).map_or(u32::MAX, |whole| whole.saturating_add(reached.into()))
            }
            Series::HalfPlusOne => clamp((u128::from(x) << 1 >> FRACTION_BITS).saturating_sub(1)),
            Series::Doubling => u64::BITS - whole.leading_zeros(),
            Series::ModifiedFirst { .. } if whole > 0 => clamp((u128::from(x) + HALF) >> FRACTION_BITS),
            _ => clamp(u128::from(whole) + u128::from(self.series.is_reached(whole.into(), x.into()))),
        }
    }
}

/// A claim by a signpost.
#[derive(Clone, Copy, Debug)]
pub(super) enum Key {
    /// Members and seats held, under signposts that are worked out in no time.
    Plain(u64, u32),
    /// The quotient, where it takes longer.
    Exact(Quotient),
}

impl Signpost {
    /// How a claim that equals the divisor stands to it by custom: as met, so that a half is rounded up and Jefferson keeps a
    /// whole number; under Adams as not met, so that he keeps it, too.
    pub(super) fn at_limit(self) -> Ordering {
        match self.series {
            Series::Stationary { num: 0, .. } => Ordering::Less,
            _ => Ordering::Greater,
        }
    }

    /// The quotient of a claim.
    #[inline(always)]
    pub(super) fn exact(self, key: Key) -> Quotient {
        match key {
            Key::Plain(weight, held) => self.quotient(weight, held),
            Key::Exact(quotient) => quotient,
        }
    }
}

impl Claims for Signpost {
    type Key = Key;

    #[inline(always)]
    fn key(&self, weight: u64, held: u32) -> Key {
        match (self.series, self.claim) {
            (Series::Stationary { .. }, Claim::Members) => Key::Plain(weight, held),
            _ => Key::Exact(self.quotient(weight, held)),
        }
    }

    #[inline(always)]
    fn compare(&self, one: &Key, other: &Key) -> Ordering {
        if let (Key::Plain(w, m), Key::Plain(v, n), Series::Stationary { num, den }) =
            (*one, *other, self.series)
        {
            // w / (m + num/den) and v / (n + num/den), multiplied out.
            let signpost = |held: u32| u64::from(held) * u64::from(den) + u64::from(num);
            let (below, under) = (signpost(m), signpost(n));
            if below > 0 && under > 0 && (w | v | below | under) >> 32 == 0 {
                return (w * under).cmp(&(v * below));
            }
        }
        self.exact(*one).cmp(&self.exact(*other))
    }
}

/// One half in the fixed point of [`Signpost::estimate`].
const HALF: u128 = 1 << (FRACTION_BITS - 1);

impl Series {
    /// Whether [`Self::fraction`] is the square of the signpost.
    const fn is_root(self) -> bool {
        matches!(self, Self::Geometric | Self::Quadratic | Self::InverseQuadratic)
    }

    /// Whether d(n) <= x, x in the fixed point of [`Signpost::estimate`] and at most 2^53.
    const fn is_reached(self, n: u128, x: u128) -> bool {
        let (num, den) = self.fraction(n);
        if self.is_root() {
            // Twelve bits fewer, so that the widest product stays below 2^127.
            let x = x >> 12;
            num << (2 * FRACTION_BITS - 24) <= x * x * den
        } else {
            num << FRACTION_BITS <= x * den
        }
    }

    /// d(n) as a fraction (num, den), or d(n)² where [`Self::is_root`]. Not for [`Series::Doubling`].
    ///
    /// `n` is below 2^32. The linear series are worked out in 64 bits: wider ones are a function call in WebAssembly.
    const fn fraction(self, n: u128) -> (u128, u128) {
        let next = n + 1;
        match self {
            Self::Stationary { num, den } => ((n as u64 * den as u64 + num as u64) as u128, den as u128),
            Self::ModifiedFirst { num, den } if n == 0 => (num as u128, den as u128),
            Self::ModifiedFirst { .. } => (2 * n + 1, 2),
            Self::Harmonic => (2 * n * next, 2 * n + 1),
            Self::Geometric => (n * next, 1),
            Self::Quadratic => (n * n + next * next, 2),
            Self::InverseQuadratic => (2 * n * n * next * next, n * n + next * next),
            Self::HalfPlusOne => (n + 2, 2),
            Self::Doubling => (1, 1),
        }
    }

    /// Twice the usual distance of d(n) above n, in halves of a seat: what the total of all roundings is off by,
    /// per unit, when shares add up to the house. Only the estimate uses it.
    pub(super) const fn bias(self) -> (u64, u64) {
        match self {
            Self::Stationary { num, den } => (num as u64, den as u64),
            _ => (1, 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::apportion::Divisor;
    use crate::apportion::problem::Claims;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn claims_are_ordered_as_their_quotients(
            id in prop::sample::select(vec![
                "webster", "adams", "jefferson", "imperiali", "danish", "dean", "huntington-hill", "stationary:1/3",
                "stationary:7/2000", "modified-webster:7/5", "macau",
            ]),
            a in (1u64..1 << 43, 0u32..1 << 20),
            b in (1u64..1 << 43, 0u32..1 << 20),
            small: bool,
            near: bool,
        ) {
            let signpost = Divisor::parse(id).unwrap().signpost();
            let a = if small { (a.0 % 10_000 + 1, a.1 % 50) } else { a };
            // Claims of the same size are those that could be got wrong.
            let b = if near { (a.0 / u64::from(a.1 + 1) * u64::from(b.1 % 1_000 + 1) % (1 << 43) + 1, b.1 % 1_000) } else { b };
            let order = signpost.compare(&signpost.key(a.0, a.1), &signpost.key(b.0, b.1));
            prop_assert_eq!(order, signpost.quotient(a.0, a.1).cmp(&signpost.quotient(b.0, b.1)));
        }
    }
}
