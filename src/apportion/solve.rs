//! `apportion`: from an instance and a method to an allocation, lots and topping up included.
//!
//! Chooses the engine and reads its answer. Knows no arithmetic of its own.

use super::problem::{Problem, Seating};
use super::signpost::Signpost;
use super::{Allocation, Divisor, Instance, Lot, Method, MinimumRule, Outcome, Quota, Refusal, Tie, Witness};
use super::{divisor, remainder};
use crate::num::Seats;

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
    match seat(&problem, method, instance.minimum()) {
        Ok(found) => settle(instance, found, lots),
        Err(refusal) => Allocation {
            outcome: Outcome::Refused(refusal),
            witness: None,
            before_top_up: None,
            lot: None,
            stale: (0..lots.len()).collect(),
        },
    }
}

/// The engine's answer, before lots and topping up.
struct Found {
    seats: Vec<u32>,
    contested: Vec<usize>,
    open: usize,
    witness: Witness,
}

fn seat(problem: &Problem, method: &Method, minimum: MinimumRule) -> Result<Found, Refusal> {
    match method {
        Method::Divisor(divisor) => Ok(by_divisor(problem, divisor.signpost())),
        Method::Degressive(divisor) => Ok(by_divisor(problem, divisor.signpost().on_roots())),
        // Equal claims: any rounding shares them alike.
        Method::EqualShares => Ok(by_divisor(&problem.with_equal_claims(), Divisor::Webster.signpost())),
        Method::Remainders(quota) => by_remainder(problem, *quota, minimum),
    }
}

fn by_divisor(problem: &Problem, signpost: Signpost) -> Found {
    let Seating { seats, contested, open, next, last } = divisor::seat(problem, signpost);
    let witness = Witness::Divisor { lowest: next, highest: last, scale: signpost.scale() };
    Found { seats, contested, open, witness }
}

fn by_remainder(problem: &Problem, quota: Quota, minimum: MinimumRule) -> Result<Found, Refusal> {
    let (Seating { seats, contested, open, next, last }, price) = remainder::seat(problem, quota, minimum)?;
    let in_seats = |claim: Option<i128>| claim.and_then(|claim| price.in_seats(claim));
    let witness = Witness::Remainder { quota: price.quota(), next: in_seats(next), last: in_seats(last) };
    Ok(Found { seats, contested, open, witness })
}

fn settle(instance: &Instance, found: Found, lots: &[Lot]) -> Allocation {
    let Found { seats, contested, open, witness } = found;
    let tie = Tie { certain: raise(instance, &seats), contested, open };
    let settled_by = lots.iter().position(|lot| tie.is_settled_by(lot));
    let lot = settled_by.and_then(|index| lots.get(index)).cloned();
    let stale = (0..lots.len()).filter(|index| Some(*index) != settled_by).collect();
    let seats = lot.iter().fold(seats, |seats, lot| award(seats, lot.drawn()));
    let tops_up = instance.minimum() == MinimumRule::TopUp;
    let before_top_up = tops_up.then(|| seats.iter().map(|seats| whole(*seats)).collect());
    let outcome = if tie.contested.is_empty() || lot.is_some() {
        Outcome::Settled(raise(instance, &seats))
    } else {
        Outcome::Tied(tie)
    };
    Allocation { outcome, witness: Some(witness), before_top_up, lot, stale }
}

/// One more seat for each unit drawn.
fn award(mut seats: Vec<u32>, drawn: &[usize]) -> Vec<u32> {
    for unit in drawn {
        if let Some(seats) = seats.get_mut(*unit) {
            *seats += 1;
        }
    }
    seats
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
