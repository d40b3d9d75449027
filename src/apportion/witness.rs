//! `Witness`: the numbers an allocation follows from, and a divisor fit to be printed.
//!
//! Knows neither units nor seats. A printed divisor, such as "761,000", is the custom of BAZI (University of Augsburg):
//! anybody can divide by it and round.

use super::{Quotient, Scale};
use crate::num::Ratio;
use std::fmt;

/// Numbers from which the seats follow by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Witness {
    /// Members divided by any divisor of this interval and rounded by the method give the seats, within the bounds.
    /// Without an end where nobody could gain, or nobody could lose, a seat; an infinite one is no end either, since first
    /// seats that come before all others are met at any divisor. One point where units tied. Where both ends are infinite no
    /// divisor gives the seats: there were too few first ones, and they went to the units with most members.
    Divisor {
        /// The smallest divisor: the largest claim not met.
        lowest: Option<Quotient>,
        /// The largest divisor: the smallest claim met.
        highest: Option<Quotient>,
        /// Whether the ends are squares of divisors.
        scale: Scale,
    },
    /// Members divided by the quota give whole seats and a surplus; every surplus from `last` up won one seat more.
    Remainder {
        /// Members per seat; absent where minima and fixed seats set the whole house aside.
        quota: Option<Ratio>,
        /// The largest quota less seats held that won nothing.
        next: Option<Surplus>,
        /// The smallest quota less seats held, before its last seat, that won one.
        last: Option<Surplus>,
    },
    /// No unit has more than its members over this quota, rounded up, unless its minimum is more or bounds left no
    /// other choice. The seats themselves follow seat by seat, at every house up to this one.
    UpperQuota {
        /// Members per seat; absent where base seats take the whole house.
        quota: Option<Ratio>,
    },
}

/// A quota less seats held: `whole + rest` seats. Where no bound binds `whole` is 0 (or 1 for a last seat that needed
/// no remainder), and `rest` is the remainder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Surplus {
    /// Whole seats.
    pub whole: i64,
    /// The rest, below one seat.
    pub rest: Ratio,
}

impl fmt::Display for Surplus {
    /// The exact value as a fraction, such as `-11/10`, or as a whole number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let den = self.rest.den();
        match i128::from(self.whole) * i128::from(den) + i128::from(self.rest.num()) {
            num if den == 1 => write!(f, "{num}"),
            num => write!(f, "{num}/{den}"),
        }
    }
}

/// What can be printed of the divisors of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The one with the fewest digits.
    Divisor(Ratio),
    /// The interval is one point, at which units are tied.
    Tied,
    /// No claim was met, or none is left: bounds and fixed seats alone give the seats.
    Bounds,
    /// There are too few seats for a first one each; those with most members have one.
    FirstSeats,
    /// None has few enough digits.
    TooLong,
}

/// The largest and the smallest power of ten a printed divisor may be a multiple of.
const POWERS: std::ops::RangeInclusive<i32> = -9..=12;

impl Witness {
    /// The divisor of the interval with the fewest digits: members divided by it and rounded by the method, within the
    /// bounds, give the seats. For square roots it is the divisor itself, not its square.
    ///
    /// `None` without a divisor (remainders, Macau, first seats that are too few, or seats that no claim limits) and in a tie,
    /// which leaves one divisor only, at which claims are neither met nor not.
    ///
    /// ```
    /// # use delegate_roster::{apportion::*, num::*};
    /// let entries = [4160, 3380, 2460].map(|members| Entry::new(Weight::from(members))).to_vec();
    /// let instance = Instance::new(entries, Seats::from(10), MinimumRule::Seed)?;
    /// let divisor = apportion(&instance, &Method::WEBSTER, &[]).witness.and_then(|witness| witness.divisor());
    /// // 4160 / 980 = 4.24, 3380 / 980 = 3.45 and 2460 / 980 = 2.51 seats.
    /// assert_eq!(divisor, Ratio::new(980, 1));
    /// # Ok::<(), InstanceError>(())
    /// ```
    pub fn divisor(&self) -> Option<Ratio> {
        let Self::Divisor { lowest, highest: Some(highest), scale } = self else { return None };
        POWERS.rev().find_map(|power| {
            let factor = 10u128.checked_pow(power.unsigned_abs())?;
            let unit = if power < 0 { (1, factor) } else { (factor, 1) };
            let multiple = if highest.is_infinite() {
                // No upper end: the next one above the lower, in a unit that is no larger.
                lowest.as_ref()?.multiples(unit, *scale).filter(|multiples| *multiples > 0)? + 1
            } else {
                // The largest one below the upper end.
                highest.multiples_below(unit, *scale)?
            };
            let above = lowest.is_none_or(|lowest| lowest < point(multiple, unit, *scale));
            let ratio =
                Ratio::new(u64::try_from(multiple.checked_mul(unit.0)?).ok()?, u64::try_from(unit.1).ok()?);
            ratio.filter(|_| above && multiple > 0)
        })
    }

    /// What can be printed of the divisor, or why there is none.
    pub fn printed(&self) -> Printed {
        let Self::Divisor { lowest, highest, .. } = self else { return Printed::TooLong };
        match (self.divisor(), lowest, highest) {
            (Some(divisor), ..) => Printed::Divisor(divisor),
            (None, _, None) => Printed::Bounds,
            (None, None, Some(highest)) if highest.is_infinite() => Printed::Bounds,
            (None, Some(lowest), _) if lowest.is_infinite() => Printed::FirstSeats,
            (None, lowest, highest) if lowest == highest => Printed::Tied,
            _ => Printed::TooLong,
        }
    }

    /// The printed divisor as the method compares it with claims.
    pub(super) fn point(&self) -> Option<Quotient> {
        let Self::Divisor { scale, .. } = self else { return None };
        self.divisor().map(|divisor| point(divisor.num().into(), (1, divisor.den().into()), *scale))
    }
}

/// `multiple` of a unit, or its square.
fn point(multiple: u128, (num, den): (u128, u128), scale: Scale) -> Quotient {
    match scale {
        Scale::Plain => Quotient::new(multiple * num, den),
        Scale::Squared => Quotient::new((multiple * num).saturating_mul(multiple * num), den * den),
    }
}

impl Quotient {
    /// How many whole units lie strictly below this value, or below its root. `None` if it is infinite, halved, or too
    /// fine for 128 bits.
    fn multiples_below(self, unit: (u128, u128), scale: Scale) -> Option<u128> {
        let multiples = self.multiples(unit, scale)?;
        if point(multiples, unit, scale) < self { Some(multiples) } else { multiples.checked_sub(1) }
    }

    /// How many whole units this value, or its root, holds.
    fn multiples(self, (num, den): (u128, u128), scale: Scale) -> Option<u128> {
        if self.is_infinite() || self.halvings() > 0 {
            return None;
        }
        Some(match scale {
            Scale::Plain => self.num().checked_mul(den)? / self.den().checked_mul(num)?,
            Scale::Squared => {
                let (num, den) = (num.checked_mul(num)?, den.checked_mul(den)?);
                (self.num().checked_mul(den)? / self.den().checked_mul(num)?).isqrt()
            }
        })
    }
}
