//! `Working`: the account of a finished allocation, unit by unit, as somebody redoing it on paper would write it.
//!
//! Decides nothing: it reads the seats and the witness and says which of the method's rules each unit's seats follow
//! from. What follows seat by seat (the quota method) or from a base (base and proportional) has no single quotient.

use super::signpost::{Claim, Signpost};
use super::{Allocation, Entry, Instance, Method, Outcome, Quotient, Witness};
use crate::num::{Ratio, Seats, Weight};
use std::cmp::Ordering;

/// How one unit came to its seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Working {
    /// Its seats; in an open tie those that are certain.
    pub seats: Seats,
    /// Members over the printed divisor, or over the quota: the seats before rounding. `None` where the method has no
    /// such number, or none that fits 64 bits.
    pub quotient: Option<Ratio>,
    /// Why it has these seats.
    pub ground: Ground,
}

/// The rule that a unit's seats follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    /// They were fixed by hand.
    Fixed,
    /// It has no members, so no claim beyond its minimum.
    NoMembers,
    /// Its minimum is above its share.
    Minimum,
    /// Its maximum is below its share.
    Maximum,
    /// Its quotient was rounded by the method.
    Rounded,
    /// There are too few seats for a first one each: it has one, or none, by its members.
    FirstSeat,
    /// Whole quotas; its remainder won nothing.
    Whole,
    /// Whole quotas, and one seat for the remainder.
    Remainder,
    /// Fewer than its whole quotas, since minima leave fewer seats to the others, or more than one beyond them, since maxima leave more.
    Shifted,
    /// It follows seat by seat, or from a base of seats.
    Stepwise,
    /// A seat more depends on a lot.
    Contested,
}

impl Ground {
    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::NoMembers => "no-members",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Rounded => "rounded",
            Self::FirstSeat => "first-seat",
            Self::Whole => "whole",
            Self::Remainder => "remainder",
            Self::Shifted => "shifted",
            Self::Stepwise => "stepwise",
            Self::Contested => "contested",
        }
    }
}

/// The account of an allocation, one entry per unit in the order of the instance; nothing where the method refused.
///
/// ```
/// # use delegate_roster::{apportion::*, num::*};
/// let entries = [4160, 3380, 2460].map(|members| Entry::new(Weight::from(members))).to_vec();
/// let instance = Instance::new(entries, Seats::from(10), MinimumRule::Seed)?;
/// let allocation = apportion(&instance, &Method::HAMILTON, &[]);
/// // Quota 1,000: 4.16, 3.38 and 2.46 seats; the one left over goes to the remainder .46.
/// let grounds: Vec<_> = working(&instance, &Method::HAMILTON, &allocation).iter().map(|w| w.ground).collect();
/// assert_eq!(grounds, [Ground::Whole, Ground::Whole, Ground::Remainder]);
/// # Ok::<(), InstanceError>(())
/// ```
pub fn working(instance: &Instance, method: &Method, allocation: &Allocation) -> Vec<Working> {
    let (finals, contested) = match &allocation.outcome {
        Outcome::Settled(seats) => (seats, &[][..]),
        Outcome::Tied(tie) => (&tie.certain, tie.contested.as_slice()),
        Outcome::Refused(_) => return Vec::new(),
    };
    let before = allocation.before_top_up.as_ref().unwrap_or(finals);
    let account = Account::of(method, allocation.witness.as_ref());
    let rows = instance.entries().iter().zip(finals.iter().zip(before)).enumerate();
    rows.map(|(unit, (entry, (seats, before)))| {
        let (quotient, ground) = account.of_unit(instance, entry, *before);
        let ground = match ground {
            Ground::Fixed | Ground::NoMembers => ground,
            _ if seats > before => Ground::Minimum,
            _ if contested.binary_search(&unit).is_ok() => Ground::Contested,
            _ => ground,
        };
        Working { seats: *seats, quotient, ground }
    })
    .collect()
}

/// The account of one unit, given the seats of a finished allocation and its witness: what [`working`] says of it, but for
/// ties and for seats it was topped up to.
pub fn working_of(
    instance: &Instance,
    method: &Method,
    witness: Option<&Witness>,
    (unit, seats): (usize, Seats),
) -> Option<Working> {
    let entry = instance.entries().get(unit)?;
    let (quotient, ground) = Account::of(method, witness).of_unit(instance, entry, seats);
    Some(Working { seats, quotient, ground })
}

/// What the account of every unit rests on.
enum Account {
    Divisor(Divided),
    Quota(Ratio),
    Neither,
}

impl Account {
    fn of(method: &Method, witness: Option<&Witness>) -> Self {
        match (method, witness) {
            (Method::Divisor(divisor), Some(witness)) => Self::divisor(divisor.signpost(), witness),
            (Method::Degressive(divisor), Some(witness)) => {
                Self::divisor(divisor.signpost().on_roots(), witness)
            }
            (Method::Remainders(_), Some(Witness::Remainder { quota: Some(quota), .. })) => {
                Self::Quota(*quota)
            }
            _ => Self::Neither,
        }
    }

    fn divisor(signpost: Signpost, witness: &Witness) -> Self {
        Divided::by(signpost, witness).map_or(Self::Neither, Self::Divisor)
    }

    /// Its quotient, and what the seats rest on before topping up, ties aside.
    fn of_unit(&self, instance: &Instance, entry: &Entry, seats: Seats) -> (Option<Ratio>, Ground) {
        let (quotient, ground) = self.of_members(instance, entry, seats);
        match entry {
            Entry { fixed: Some(_), .. } => (quotient, Ground::Fixed),
            Entry { weight: Weight::ZERO, .. } => (quotient, Ground::NoMembers),
            _ => (quotient, ground),
        }
    }

    fn of_members(&self, instance: &Instance, entry: &Entry, seats: Seats) -> (Option<Ratio>, Ground) {
        match self {
            Self::Divisor(divided) => {
                (divided.quotient(entry.weight), divided.ground(entry.weight.get(), seats.get()))
            }
            Self::Quota(quota) => {
                let quotient = over(entry.weight, *quota);
                let whole = quotient.map_or(0, Ratio::floor);
                let (lo, hi) = instance.bounds(entry);
                let seats = u64::from(seats.get());
                let ground = match seats.checked_sub(whole) {
                    Some(0) => Ground::Whole,
                    Some(1) if seats > u64::from(lo) => Ground::Remainder,
                    Some(_) if seats == u64::from(lo) => Ground::Minimum,
                    None if seats == u64::from(hi) => Ground::Maximum,
                    _ => Ground::Shifted,
                };
                (quotient, ground)
            }
            Self::Neither => (None, Ground::Stepwise),
        }
    }
}

/// Members over a divisor, in lowest terms.
fn over(weight: Weight, divisor: Ratio) -> Option<Ratio> {
    // Cancelled first, so that what fits as a fraction also fits on the way.
    let part = Ratio::new(weight.get(), divisor.num())?;
    let rest = Ratio::new(divisor.den(), part.den())?;
    Ratio::new(part.num().checked_mul(rest.num())?, rest.den())
}

/// Members over the printed divisor where there is one, else over any of the interval.
struct Divided {
    signpost: Signpost,
    printed: Option<Ratio>,
    lowest: Option<Quotient>,
    highest: Option<Quotient>,
    /// What a claim counts as that is equal to the divisor.
    equal: Ordering,
}

impl Divided {
    fn by(signpost: Signpost, witness: &Witness) -> Option<Self> {
        let Witness::Divisor { lowest, highest, .. } = *witness else { return None };
        let all = Self { signpost, printed: None, lowest, highest, equal: Ordering::Equal };
        let Some(point) = witness.point() else { return Some(all) };
        // Another one of the interval may round the members of a unit at its bounds otherwise than the one that is printed.
        Some(Self {
            printed: witness.divisor().filter(|_| signpost.claim == Claim::Members),
            lowest: Some(point),
            highest: Some(point),
            equal: signpost.at_limit(),
            ..all
        })
    }

    fn quotient(&self, weight: Weight) -> Option<Ratio> {
        self.printed.and_then(|divisor| over(weight, divisor))
    }

    /// Whether a bound keeps the seats away from what the divisor rounds to.
    fn ground(&self, weight: u64, seats: u32) -> Ground {
        let claim = |held: u32| self.signpost.quotient(weight, held);
        let beside = |claim: Quotient, end: Quotient| claim.cmp(&end).then(self.equal);
        let ends = [self.lowest, self.highest];
        if seats > 0 && self.highest.is_none_or(|end| beside(claim(seats - 1), end).is_lt()) {
            Ground::Minimum
        } else if self.lowest.is_none_or(|end| beside(claim(seats), end).is_gt()) {
            Ground::Maximum
        } else if ends.iter().all(|end| end.is_some_and(Quotient::is_infinite)) {
            Ground::FirstSeat
        } else {
            Ground::Rounded
        }
    }
}

#[cfg(test)]
mod tests;
