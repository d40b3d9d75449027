//! `apportion`: from an instance and a method to an allocation, lots and topping up included.
//!
//! Chooses the engine and reads its answer. Knows no arithmetic of its own.

use super::problem::{Problem, Seating};
use super::signpost::Signpost;
use super::{Allocation, Divisor, Instance, Lot, Method, MinimumRule, Outcome, Quota, Refusal, Tie, Witness};
use super::{divisor, quota_method, remainder};
use crate::num::{Ratio, Seats};

/// Apportions the house of `instance` by `method`, and settles the tie it may find by the one of `lots` drawn for it.
///
/// Total: a tie nobody drew for, or a method that refuses, is an outcome. The order of the units decides nothing.
///
/// ```
/// # use delegate_roster::{apportion::*, num::*};
/// let entries = [6, 6, 2].map(|members| Entry::new(Weight::from(members))).to_vec();
/// let instance = Instance::new(entries, Seats::from(10), MinimumRule::Seed)?;
/// let allocation = apportion(&instance, &Method::HAMILTON, &[]);
/// assert_eq!(allocation.settled(), Some([4u16, 4, 2].map(Seats::from).as_slice()));
/// assert_eq!(verify(&instance, &Method::HAMILTON, &allocation), Ok(()));
/// # Ok::<(), InstanceError>(())
/// ```
pub fn apportion(instance: &Instance, method: &Method, lots: &[Lot]) -> Allocation {
    let problem = Problem::of(instance);
    let mut drawn = Vec::new();
    let mut stale: Vec<usize> = (0..lots.len()).collect();
    let mut used = Vec::new();
    loop {
        let found = match seat(&problem, method, instance.minimum(), &drawn) {
            Ok(found) => found,
            Err(refusal) => return Allocation::refused(refusal, stale),
        };
        let tie =
            Tie { certain: raise(instance, &found.seats), contested: found.contested, open: found.open };
        let settles = if stale.is_empty() { None } else { tie.settled_by(lots, &stale) };
        let lot = settles.map(|position| stale.remove(position));
        if let Some(lot) = lot.and_then(|index| lots.get(index)) {
            drawn.push(lot.drawn().to_vec());
            used.push(lot.clone());
            continue;
        }
        let tops_up = instance.minimum() == MinimumRule::TopUp;
        let before_top_up: Option<Vec<Seats>> =
            tops_up.then(|| found.seats.iter().map(|seats| whole(*seats)).collect());
        let is_settled = tie.contested.is_empty()
            || before_top_up.as_ref().is_some_and(|before| tie.is_idle(before, instance.house()));
        let outcome = if is_settled { Outcome::Settled(tie.certain) } else { Outcome::Tied(tie) };
        let (witness, later) = (Some(found.witness), found.later);
        return Allocation { outcome, witness, before_top_up, lots: used, stale, later };
    }
}

/// The engine's answer, before topping up.
struct Found {
    seats: Vec<u32>,
    contested: Vec<usize>,
    open: usize,
    witness: Witness,
    later: Vec<usize>,
}

/// Runs the engine of `method`; `drawn` are the winners of the ties settled so far.
fn seat(
    problem: &Problem,
    method: &Method,
    minimum: MinimumRule,
    drawn: &[Vec<usize>],
) -> Result<Found, Refusal> {
    let found = match method {
        Method::Divisor(divisor) => by_divisor(problem, divisor.signpost()),
        Method::Degressive(divisor) => by_divisor(problem, divisor.signpost().on_roots()),
        // Equal claims: any rounding shares them alike.
        Method::EqualShares => by_divisor(&problem.with_equal_claims(), Divisor::Webster.signpost()),
        Method::Remainders(quota) => by_remainder(problem, *quota, minimum)?,
        Method::QuotaMethod => return Ok(by_quota_method(problem, drawn)),
        Method::BaseProportional(plan) => {
            let (bases, rest) = plan.split(problem)?;
            let mut found = seat(&rest, plan.inner(), minimum, drawn)?;
            found.seats.iter_mut().zip(bases).for_each(|(seats, base)| *seats += base);
            return Ok(found);
        }
    };
    Ok(found.award(drawn.first()))
}

fn by_divisor(problem: &Problem, signpost: Signpost) -> Found {
    let Seating { seats, contested, open, next, last } = divisor::seat(problem, signpost);
    let exact = |key: Option<_>| key.map(|key| signpost.exact(key));
    let witness = Witness::Divisor { lowest: exact(next), highest: exact(last), scale: signpost.scale() };
    Found { seats, contested, open, witness, later: Vec::new() }
}

fn by_remainder(problem: &Problem, quota: Quota, minimum: MinimumRule) -> Result<Found, Refusal> {
    let (Seating { seats, contested, open, next, last }, price) = remainder::seat(problem, quota, minimum)?;
    let in_seats = |claim: Option<i128>| claim.and_then(|claim| price.in_seats(claim));
    let witness = Witness::Remainder { quota: price.quota(), next: in_seats(next), last: in_seats(last) };
    Ok(Found { seats, contested, open, witness, later: Vec::new() })
}

fn by_quota_method(problem: &Problem, drawn: &[Vec<usize>]) -> Found {
    let quota_method::Found { seats, contested, open, later } = quota_method::seat(problem, drawn);
    let members = problem.units.iter().map(|unit| unit.weight).sum();
    let witness = Witness::UpperQuota { quota: Ratio::new(members, problem.house) };
    Found { seats, contested, open, witness, later }
}

impl Found {
    /// Settles the tie, if there is one and it was drawn for.
    fn award(mut self, drawn: Option<&Vec<usize>>) -> Self {
        let Some(drawn) = drawn.filter(|_| !self.contested.is_empty()) else { return self };
        for unit in drawn {
            if let Some(seats) = self.seats.get_mut(*unit) {
                *seats += 1;
            }
        }
        Self { contested: Vec::new(), open: 0, ..self }
    }
}

/// The seats after topping up, which under every other rule changes nothing.
fn raise(instance: &Instance, seats: &[u32]) -> Vec<Seats> {
    let tops_up = instance.minimum() == MinimumRule::TopUp;
    let rows = instance.entries().iter().zip(seats);
    rows.map(|(entry, seats)| if tops_up { whole(*seats).max(entry.min) } else { whole(*seats) }).collect()
}

fn whole(seats: u32) -> Seats {
    Seats::new(seats).unwrap_or(Seats::MAX)
}
