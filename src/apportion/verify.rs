//! `verify`: checks an allocation against the definition of its method, in one pass over the units.
//!
//! Independent: it shares the signposts with the engines, because they are the definition, and nothing else. It
//! starts from the seats and asks whether any unit has a better claim to a seat than its holder: a seating within
//! the bounds that fills the house is right if and only if the largest claim not met is at most the smallest claim
//! met (the max-min inequality, Balinski and Young 1982, appendix A; Pukelsheim 2017, theorem 4.5).

use super::{
    Allocation, Divisor, Entry, Instance, Lot, Method, MinimumRule, Outcome, Quota, Quotient, Refusal,
    Surplus, Tie, Witness,
};
use crate::num::{Ratio, Seats, Weight};

/// What is wrong with an allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// There are more or fewer seat counts than units.
    Length,
    /// This unit is outside its bounds.
    Bounds {
        /// The unit.
        unit: usize,
    },
    /// The seats do not add up to the house.
    Total {
        /// What they add up to.
        sum: u64,
    },
    /// The first unit has a better claim to a seat than the second has to its last.
    Claim {
        /// The unit to gain.
        gains: usize,
        /// The unit to lose.
        loses: usize,
    },
    /// The tie is not the one these members make, or there is none, or a lot decided something else.
    Tie,
    /// The witness does not belong to these seats.
    Witness,
    /// The seats before and after topping up do not agree.
    TopUp,
    /// The method does not refuse this instance, or refuses it.
    Refusal,
}

impl Rejected {
    /// The stable name of the objection.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Bounds { .. } => "bounds",
            Self::Total { .. } => "total",
            Self::Claim { .. } => "claim",
            Self::Tie => "tie",
            Self::Witness => "witness",
            Self::TopUp => "top-up",
            Self::Refusal => "refusal",
        }
    }
}

/// Whether `allocation` is what `method` makes of `instance`: seats, tie, lot, witness and refusal.
///
/// # Errors
/// The first objection found, see [`Rejected`]. Moving a single seat of a right allocation is always found.
pub fn verify(instance: &Instance, method: &Method, allocation: &Allocation) -> Result<(), Rejected> {
    let (final_seats, tie) = match &allocation.outcome {
        Outcome::Refused(refusal) => return verify_refusal(instance, method, refusal),
        Outcome::Settled(seats) => (seats, None),
        Outcome::Tied(tie) => (&tie.certain, Some(tie)),
    };
    let seats = before_top_up(instance, allocation, final_seats)?;
    let Some(witness) = &allocation.witness else { return Err(Rejected::Witness) };
    let check = Check { instance, seats, final_seats, tie, lot: allocation.lot.as_ref() };
    match (method, witness) {
        (Method::Remainders(quota), Witness::Remainder { quota: price, next, last }) => {
            let (members, parts) = price_of(instance, *quota, *price).ok_or(Rejected::Witness)?;
            let claim = |weight: Weight, held: u32| {
                i128::from(weight.get()) * i128::from(parts) - i128::from(held) * i128::from(members)
            };
            let (top, low) = check.run(claim)?;
            let same = |claim: Option<i128>, surplus: &Option<Surplus>| match (claim, surplus) {
                (None, None) => true,
                (Some(claim), Some(Surplus { whole, rest })) => {
                    let rest_claim = claim - i128::from(*whole) * i128::from(members);
                    u64::try_from(rest_claim)
                        .is_ok_and(|r| r < members && Ratio::new(r, members) == Some(*rest))
                }
                _ => false,
            };
            if same(top, next) && same(low, last) { Ok(()) } else { Err(Rejected::Witness) }
        }
        (Method::Remainders(_), _) | (_, Witness::Remainder { .. }) => Err(Rejected::Witness),
        (
            Method::Divisor(_) | Method::Degressive(_) | Method::EqualShares,
            Witness::Divisor { lowest, highest, .. },
        ) => {
            let (top, low) = check.run(|weight, held| priority(method, weight, held))?;
            if top == *lowest && low == *highest { Ok(()) } else { Err(Rejected::Witness) }
        }
    }
}

/// A unit's claim to one seat more under a method with signposts.
fn priority(method: &Method, weight: Weight, held: u32) -> Quotient {
    match method {
        Method::Divisor(divisor) => divisor.signpost().quotient(weight.get(), held),
        Method::Degressive(divisor) => divisor.signpost().on_roots().quotient(weight.get(), held),
        Method::EqualShares | Method::Remainders(_) => Divisor::Webster.signpost().quotient(1, held),
    }
}

/// One allocation under examination.
struct Check<'a> {
    instance: &'a Instance,
    /// The seats the method gave.
    seats: &'a [Seats],
    /// The seats after topping up.
    final_seats: &'a [Seats],
    tie: Option<&'a Tie>,
    lot: Option<&'a Lot>,
}

impl Check<'_> {
    /// Checks bounds, total and claims; gives the largest claim not met and the smallest met.
    fn run<C: Ord + Copy>(
        &self,
        claim: impl Fn(Weight, u32) -> C,
    ) -> Result<(Option<C>, Option<C>), Rejected> {
        if self.seats.len() != self.instance.entries().len() {
            return Err(Rejected::Length);
        }
        let open = self.tie.map_or(0, |tie| tie.open as u64);
        let sum = open + self.seats.iter().map(|seats| u64::from(seats.get())).sum::<u64>();
        if sum != u64::from(self.instance.house().get()) {
            return Err(Rejected::Total { sum });
        }
        let (mut top, mut low) = (None, None);
        for (unit, (entry, held)) in self.instance.entries().iter().zip(self.seats).enumerate() {
            let (held, (lo, hi)) = (held.get(), limits(self.instance, entry));
            if held < lo || held > hi {
                return Err(Rejected::Bounds { unit });
            }
            if held < hi {
                top = top.max(Some((claim(entry.weight, held), unit)));
            }
            if held > lo {
                let met = (claim(entry.weight, held - 1), unit);
                low = Some(low.map_or(met, |low| met.min(low)));
            }
        }
        if let (Some((best, gains)), Some((worst, loses))) = (top, low)
            && best > worst
        {
            return Err(Rejected::Claim { gains, loses });
        }
        let (top, low) = (top.map(|(claim, _)| claim), low.map(|(claim, _)| claim));
        match self.tie {
            Some(tie) => self.check_tie(tie, top, low, claim),
            None => self.check_lot(top, low, claim).map(|()| (top, low)),
        }
    }

    /// An open tie: exactly the units with the best claim not met, too many of them for the open seats.
    fn check_tie<C: Ord + Copy>(
        &self,
        tie: &Tie,
        top: Option<C>,
        low: Option<C>,
        claim: impl Fn(Weight, u32) -> C,
    ) -> Result<(Option<C>, Option<C>), Rejected> {
        let tied = self.units(|entry, held, (_, hi)| held < hi && Some(claim(entry.weight, held)) == top);
        let is_tie = tie.open > 0 && tie.open < tied.len() && tied == tie.contested && self.lot.is_none();
        // Nobody may hold a seat by the very claim that is open to others.
        if is_tie && top.is_some() && top != low { Ok((top, top)) } else { Err(Rejected::Tie) }
    }

    /// Settled seats: no tie and no lot, or a tie and the lot that decided it.
    fn check_lot<C: Ord + Copy>(
        &self,
        top: Option<C>,
        low: Option<C>,
        claim: impl Fn(Weight, u32) -> C,
    ) -> Result<(), Rejected> {
        let is_tied = top.is_some() && top == low;
        let Some(lot) = self.lot else { return if is_tied { Err(Rejected::Tie) } else { Ok(()) } };
        let winners =
            self.units(|entry, held, (lo, _)| held > lo && Some(claim(entry.weight, held - 1)) == top);
        let losers = self.units(|entry, held, (_, hi)| held < hi && Some(claim(entry.weight, held)) == top);
        let mut tied: Vec<usize> = winners.iter().chain(&losers).copied().collect();
        tied.sort_unstable();
        let contenders = lot.contenders().iter().map(|contender| contender.unit);
        let is_settled = is_tied && winners == lot.drawn() && tied.into_iter().eq(contenders);
        let certain = |unit: usize| {
            let held = self.seats.get(unit)?.get() - u32::from(winners.binary_search(&unit).is_ok());
            Some(Seats::new(held)?.max(self.raised_to(unit)?))
        };
        let is_certain =
            lot.contenders().iter().all(|contender| certain(contender.unit) == Some(contender.certain));
        if is_settled && is_certain { Ok(()) } else { Err(Rejected::Tie) }
    }

    fn raised_to(&self, unit: usize) -> Option<Seats> {
        let tops_up = self.instance.minimum() == MinimumRule::TopUp;
        debug_assert_eq!(self.seats.len(), self.final_seats.len());
        self.instance.entries().get(unit).map(|entry| if tops_up { entry.min } else { Seats::ZERO })
    }

    /// The units for which `is_in(entry, held, bounds)`, ascending.
    fn units(&self, is_in: impl Fn(&Entry, u32, (u32, u32)) -> bool) -> Vec<usize> {
        let rows = self.instance.entries().iter().zip(self.seats).enumerate();
        let is_in = |entry: &Entry, held: &Seats| is_in(entry, held.get(), limits(self.instance, entry));
        rows.filter(|(_, (entry, held))| is_in(entry, held)).map(|(unit, _)| unit).collect()
    }
}

/// The bounds a unit has before topping up: fixed seats, else its minimum to its maximum, else, without members, its
/// minimum only.
fn limits(instance: &Instance, entry: &Entry) -> (u32, u32) {
    let min = if instance.minimum() == MinimumRule::TopUp { Seats::ZERO } else { entry.min };
    let (lo, hi) = match (entry.fixed, entry.weight) {
        (Some(fixed), _) => (fixed, fixed),
        (None, Weight::ZERO) => (min, min),
        (None, _) => (min, entry.max),
    };
    (lo.get(), hi.get())
}

/// The seats the method itself gave, after checking that topping up made `final_seats` of them.
fn before_top_up<'a>(
    instance: &Instance,
    allocation: &'a Allocation,
    final_seats: &'a [Seats],
) -> Result<&'a [Seats], Rejected> {
    match (instance.minimum(), &allocation.before_top_up) {
        (MinimumRule::TopUp, Some(before)) => {
            let raised = instance.entries().iter().zip(before).map(|(entry, seats)| entry.min.max(*seats));
            let agrees = before.len() == instance.entries().len() && raised.eq(final_seats.iter().copied());
            if agrees { Ok(before) } else { Err(Rejected::TopUp) }
        }
        (MinimumRule::TopUp, None) | (_, Some(_)) => Err(Rejected::TopUp),
        (_, None) => Ok(final_seats),
    }
}

/// Members and seats whose ratio is the quota, if `claimed` is that quota.
///
/// Setting aside is checked at its fixed point: the units below their minimum at the claimed quota leave, and the
/// rest must give that quota again. No other quota does.
fn price_of(instance: &Instance, quota: Quota, claimed: Option<Ratio>) -> Option<(u64, u64)> {
    let (mut members, mut house) = (instance.total_weight(), u64::from(instance.house().get()));
    if instance.minimum() == MinimumRule::SetAside {
        for entry in instance.entries() {
            let (lo, hi) = limits(instance, entry);
            let short = claimed.map_or(lo > 0, |quota| {
                u128::from(entry.weight.get()) * u128::from(quota.den())
                    < u128::from(lo) * u128::from(quota.num())
            });
            if lo == hi || short {
                members -= entry.weight.get();
                house = house.checked_sub(lo.into())?;
            }
        }
    }
    let (members, parts) = match quota {
        Quota::Hare => (members, house),
        Quota::Droop => (members / (house + 1) + 1, 1),
        Quota::HagenbachBischoff => (members, house + 1),
        Quota::Imperiali => (members, house + 2),
    };
    (Ratio::new(members, parts) == claimed).then_some((members, parts))
}

fn verify_refusal(instance: &Instance, method: &Method, refusal: &Refusal) -> Result<(), Rejected> {
    let again = super::apportion(instance, method, &[]);
    if again.outcome == Outcome::Refused(refusal.clone()) { Ok(()) } else { Err(Rejected::Refusal) }
}
