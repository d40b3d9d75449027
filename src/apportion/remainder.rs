//! The largest-remainder engine: quotas rounded down, the rest of the house to the largest remainders.
//!
//! Who has nothing to win or lose (fixed seats, no members) leaves first; the quotas are those of the members and seats left.
//! With bounds it is rounding with a common shift: every unit gets clamp(floor(q + t)) for one t, which without
//! binding bounds has 0 <= t < 1. That is the seating nearest to the quotas within the bounds (least sum of squares,
//! Balinski and Young 1982, appendix A). Knows no ties by lot: equal remainders at the cut are reported.

use super::problem::{Claims, Problem, Seating, Unit, give_largest, last_within};
use super::{MinimumRule, Quota, Refusal, Surplus};
use crate::num::Ratio;
use std::cmp::Ordering;

/// The seats of a largest-remainder method, or the refusal of a quota that hands out more than the house.
/// A claim is a quota less the seats held, in parts of the quota's [`Price::members`].
pub(super) fn seat(
    problem: &Problem,
    quota: Quota,
    minimum: MinimumRule,
) -> Result<(Seating<i128>, Price), Refusal> {
    let price = Price::new(problem, quota, minimum)?;
    refuse_over_award(problem, price, minimum)?;
    Ok((share(problem, price), price))
}

/// Shares the house at a price: every quota rounded down to the same level, then the largest remainders.
fn share(problem: &Problem, price: Price) -> Seating<i128> {
    let rows: Vec<(i64, u64)> = problem.units.iter().map(|unit| price.divide(unit.weight)).collect();
    let at =
        |level: i64| problem.units.iter().zip(&rows).map(move |(unit, (whole, _))| unit.clamp(whole + level));
    let level = last_within(problem.house, |level| at(level).map(u64::from).sum());
    let mut seats: Vec<u32> = at(level).collect();

    // Those who gain a seat on the way to the next level do so in the order of their remainders.
    let movers = at(level + 1).zip(&seats).zip(&rows).enumerate().filter(|(_, ((up, now), _))| up > *now);
    let claims = movers.map(|(unit, (_, (_, rest)))| (*rest, unit)).collect();
    give_largest(&mut seats, claims, problem.house);
    problem.settle(seats, &price)
}

/// A quota that would give more whole seats than the house has is refused, not repaired. Minima are not its doing.
fn refuse_over_award(problem: &Problem, price: Price, minimum: MinimumRule) -> Result<(), Refusal> {
    let whole = |unit: &Unit| {
        let lo = if unit.is_open() && minimum != MinimumRule::SetAside { 0 } else { unit.lo };
        Unit { lo, ..*unit }.clamp(price.divide(unit.weight).0)
    };
    let awarded: u64 = problem.units.iter().map(whole).map(u64::from).sum();
    if awarded <= problem.house {
        return Ok(());
    }
    Err(Refusal::OverAward { awarded })
}

/// What a seat costs: `members / seats` of weight, so that a unit's quota is weight * seats / members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Price {
    members: u64,
    seats: u64,
}

impl Price {
    /// The price of a seat in a problem.
    pub(super) fn new(problem: &Problem, quota: Quota, minimum: MinimumRule) -> Result<Self, Refusal> {
        let (rest, fixed): (Vec<Unit>, Vec<Unit>) = problem.units.iter().partition(|unit| unit.is_open());
        let house = problem.house.saturating_sub(fixed.iter().map(|unit| u64::from(unit.lo)).sum());
        match minimum {
            MinimumRule::SetAside => Self::of_rest(rest, house, quota),
            _ => Ok(Self::of(quota, rest.iter().map(|unit| unit.weight).sum(), house)),
        }
    }

    /// Hare V/h, Droop floor(V/(h+1)) + 1, Hagenbach-Bischoff V/(h+1), Imperiali V/(h+2).
    fn of(quota: Quota, members: u64, house: u64) -> Self {
        match quota {
            Quota::Hare => Self { members, seats: house },
            Quota::Droop => Self { members: members / (house + 1) + 1, seats: 1 },
            Quota::HagenbachBischoff => Self { members, seats: house + 1 },
            Quota::Imperiali => Self { members, seats: house + 2 },
        }
    }

    /// The quota of what is left once units that surely come out below their minimum have left with it. The rest is shared
    /// again each time somebody leaves.
    fn of_rest(mut rest: Vec<Unit>, mut house: u64, quota: Quota) -> Result<Self, Refusal> {
        loop {
            let units = rest.iter().map(|unit| Unit { lo: 0, ..*unit }).collect();
            let free = Problem { units, house };
            let price = Self::of(quota, rest.iter().map(|unit| unit.weight).sum(), house);
            refuse_over_award(&free, price, MinimumRule::Seed)?;
            let Seating { mut seats, contested, .. } = share(&free, price);
            for unit in contested {
                if let Some(seats) = seats.get_mut(unit) {
                    *seats += 1;
                }
            }
            let before = rest.len();
            let mut most = seats.into_iter();
            rest.retain(|unit| {
                let stays = most.next().is_some_and(|most| most >= unit.lo);
                house -= if stays { 0 } else { u64::from(unit.lo).min(house) };
                stays
            });
            if rest.len() == before {
                return Ok(price);
            }
        }
    }

    /// Whole quotas of a weight, and the rest in parts of `1 / members`.
    fn divide(self, weight: u64) -> (i64, u64) {
        // 128 bits are a function call in WebAssembly; nearly all figures of a congress do without.
        if let Some(product) = weight.checked_mul(self.seats) {
            let members = self.members.max(1);
            return (
                i64::try_from(product / members).unwrap_or(i64::MAX / 4).min(i64::MAX / 4),
                product % members,
            );
        }
        let product = u128::from(weight) * u128::from(self.seats);
        let members = u128::from(self.members.max(1));
        let whole = i64::try_from(product / members).unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
        (whole, (product % members) as u64)
    }

    /// A claim in seats.
    pub(super) fn in_seats(self, claim: i128) -> Option<Surplus> {
        let members = i128::from(self.members.max(1));
        let rest = Ratio::new(u64::try_from(claim.rem_euclid(members)).ok()?, self.members)?;
        Some(Surplus { whole: i64::try_from(claim.div_euclid(members)).ok()?, rest })
    }

    /// Members per seat; `None` where every seat was set aside.
    pub(super) const fn quota(self) -> Option<Ratio> {
        Ratio::new(self.members, self.seats)
    }
}

impl Claims for Price {
    /// Quota less seats held, in parts of `1 / members`.
    type Key = i128;

    #[inline(always)]
    fn key(&self, weight: u64, held: u32) -> i128 {
        match (weight.checked_mul(self.seats), u64::from(held).checked_mul(self.members)) {
            (Some(quota), Some(held)) => i128::from(quota) - i128::from(held),
            _ => i128::from(weight) * i128::from(self.seats) - i128::from(held) * i128::from(self.members),
        }
    }

    #[inline(always)]
    fn compare(&self, one: &i128, other: &i128) -> Ordering {
        one.cmp(other)
    }
}
