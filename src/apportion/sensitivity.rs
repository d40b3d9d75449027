//! Sensitivity: how near an allocation is to another one. Who holds the last seat, who is next in line, how many members
//! move a seat, and over which houses a unit's seats stand.
//!
//! Exact: every answer is a run of the engine, found by bisection where seats cannot fall as members or houses rise.

use super::problem::{Claims, Problem};
use super::{Allocation, Divisor, Instance, Method, MinimumRule, Outcome, Quota, apportion, remainder};
use crate::num::{Seats, Weight};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The two sides of the line between the last seat and the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// The units with the smallest claim met: the last seat. Several where claims are equal.
    pub last: Vec<usize>,
    /// The units with the largest claim not met: next in line.
    pub next: Vec<usize>,
}

/// How many members move a seat of one unit, all other members unchanged (so the total changes with them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swing {
    /// The fewest members more that surely win it another seat; `None` if no number does.
    pub gain: Option<u64>,
    /// The most members it can lose and surely keep its seats.
    pub loss: u64,
}

/// Runs a walk over houses may take, in units looked at: about a frame natively, since a page asks whenever a unit is
/// selected. A unit at its maximum keeps its seats in every larger house, so the walk has to end somewhere.
const WALK: usize = 1 << 19;

/// How much larger a house may be tried where seats are handed out one by one.
const SEATS_IN_TURN: u32 = 1 << 12;

/// What a house costs besides its units, in units.
const HOUSE: usize = 16;

/// Who holds the last seat and who is next in line. `None` where the method has no such line (the quota method, a
/// refusal) or the allocation does not belong to the instance.
///
/// In an open tie `last` holds a seat for certain and `next` are the tied units.
pub fn front(instance: &Instance, method: &Method, allocation: &Allocation) -> Option<Front> {
    let seats = match (&allocation.before_top_up, &allocation.outcome) {
        (Some(seats), _) | (None, Outcome::Settled(seats)) => seats,
        (None, Outcome::Tied(tie)) => &tie.certain,
        (None, Outcome::Refused(_)) => return None,
    };
    let seats = seats.iter().map(|seats| seats.get()).collect();
    front_of(&Problem::of(instance), seats, method, instance.minimum())
}

fn front_of(problem: &Problem, mut seats: Vec<u32>, method: &Method, minimum: MinimumRule) -> Option<Front> {
    match method {
        Method::Divisor(divisor) => Some(problem.front(&seats, &divisor.signpost())),
        Method::EqualShares => Some(problem.with_equal_claims().front(&seats, &Divisor::Webster.signpost())),
        Method::Degressive(divisor) => Some(problem.front(&seats, &divisor.signpost().on_roots())),
        Method::Remainders(quota) => {
            let price = remainder::Price::new(problem, *quota, minimum).ok()?;
            Some(problem.front(&seats, &price))
        }
        Method::BaseProportional(plan) => {
            let (bases, rest) = plan.split(problem).ok()?;
            for (seats, base) in seats.iter_mut().zip(bases) {
                *seats = seats.checked_sub(base)?;
            }
            front_of(&rest, seats, plan.inner(), minimum)
        }
        Method::QuotaMethod => None,
    }
}

/// The smallest gain in members that wins `unit` a seat, and the largest loss that keeps its seats.
///
/// `None` for the methods under which more members can cost a unit a seat, so that there is no such number: Droop,
/// Hagenbach-Bischoff and Imperiali remainders, the quota method, and largest remainders after setting aside. Also if
/// the method refuses the instance, or the unit has no sure seats: one that holds its seat by lot keeps it by nothing but
/// this tie. Some 60 runs of the engine.
pub fn swing(instance: &Instance, method: &Method, unit: usize) -> Option<Swing> {
    if !rises_with_members(method, instance.minimum()) {
        return None;
    }
    let entry = *instance.entries().get(unit)?;
    let (seats, most) = apportion(instance, method, &[]).range(unit)?;
    if seats != most {
        return None;
    }
    let members = entry.weight.get();
    let surely = |members: u64, target: u32| {
        let other = Weight::new(members).and_then(|weight| instance.with_weight(unit, weight).ok());
        let range = other.and_then(|other| apportion(&other, method, &[]).range(unit));
        range.is_some_and(|(fewest, _)| fewest.get() >= target)
    };
    let most = Weight::MAX.get() - members;
    let gain = first(most, |gain| surely(members + gain, seats.get() + 1));
    let too_much = first(members, |loss| !surely(members - loss, seats.get()));
    Some(Swing { gain, loss: too_much.map_or(members, |loss| loss - 1) })
}

/// The first and the last house over which `unit` surely keeps just the seats it has, all houses between included.
///
/// `None` where it has no sure seats now, and for largest remainders, whose houses have to be tried one by one, where it
/// would take too many of them.
pub fn standing_houses(instance: &Instance, method: &Method, unit: usize) -> Option<(Seats, Seats)> {
    let standing = apportion(instance, method, &[]).range(unit)?;
    if standing.0 != standing.1 {
        return None;
    }
    let stands = |house: u32| {
        let other = Seats::new(house).and_then(|house| instance.with_house(house).ok());
        other.and_then(|other| apportion(&other, method, &[]).range(unit)) == Some(standing)
    };
    let house = instance.house().get();
    let (down, up) = (house - 1, Seats::MAX.get() - house);
    let (lower, higher) = if rises_with_house(method) {
        let falls = |steps: u64| u32::try_from(steps).map_or(true, |steps| !stands(house - steps));
        let rises = |steps: u64| u32::try_from(steps).map_or(true, |steps| !stands(house + steps));
        // The quota method hands out seat after seat, so its larger houses cannot be tried for nothing.
        let reach = if method.hands_out_in_turn() { SEATS_IN_TURN } else { u32::MAX };
        let higher = first(up.min(reach).into(), rises);
        if higher.is_none() && up > reach {
            return None;
        }
        (first(down.into(), falls), higher)
    } else {
        let budget = u32::try_from(WALK / (instance.entries().len() + HOUSE)).unwrap_or(u32::MAX);
        let walk = |most: u32, at: &dyn Fn(u32) -> u32| {
            let end = (1..=most.min(budget)).find(|steps| !stands(at(*steps)));
            if end.is_none() && most > budget { None } else { Some(end.map(u64::from)) }
        };
        (walk(down, &|steps| house - steps)?, walk(up, &|steps| house + steps)?)
    };
    let steps =
        |first: Option<u64>, most: u32| first.map_or(most, |first| u32::try_from(first - 1).unwrap_or(most));
    Some((Seats::new(house - steps(lower, down))?, Seats::new(house + steps(higher, up))?))
}

/// Whether a unit never has fewer seats for more members.
fn rises_with_members(method: &Method, minimum: MinimumRule) -> bool {
    match method {
        Method::Divisor(_) | Method::Degressive(_) | Method::EqualShares => true,
        // Its quota rises and all others fall; shifting them all to fill the house cannot turn that round.
        Method::Remainders(quota) => *quota == Quota::Hare && minimum != MinimumRule::SetAside,
        Method::BaseProportional(plan) => rises_with_members(plan.inner(), minimum),
        Method::QuotaMethod => false,
    }
}

/// Whether a unit never has fewer seats in a larger house.
fn rises_with_house(method: &Method) -> bool {
    match method {
        Method::Divisor(_) | Method::Degressive(_) | Method::EqualShares | Method::QuotaMethod => true,
        Method::Remainders(_) => false,
        Method::BaseProportional(plan) => rises_with_house(plan.inner()),
    }
}

/// The smallest number from 1 to `most` that `is_true`, which stays true once it is. Doubling, then halving.
fn first(most: u64, is_true: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut below, mut at) = (0, 1);
    loop {
        if at > most {
            at = most;
        }
        if at == below {
            return None;
        }
        if is_true(at) {
            break;
        }
        (below, at) = (at, at * 2);
    }
    while at - below > 1 {
        let middle = below + (at - below) / 2;
        if is_true(middle) { at = middle } else { below = middle }
    }
    Some(at)
}

impl Problem {
    fn front<C: Claims>(&self, seats: &[u32], claims: &C) -> Front {
        let (mut last, mut next) = (Foremost::default(), Foremost::default());
        for (row, (unit, held)) in self.units.iter().zip(seats).enumerate() {
            if *held > unit.lo {
                let key = claims.key(unit.weight, *held - 1);
                last.meet(row, key, |best| claims.compare(best, &key));
            }
            if *held < unit.hi {
                let key = claims.key(unit.weight, *held);
                next.meet(row, key, |best| claims.compare(&key, best));
            }
        }
        Front { last: last.rows, next: next.rows }
    }
}

/// Those with the foremost of the claims met so far.
struct Foremost<K> {
    best: Option<K>,
    rows: Vec<usize>,
}

impl<K> Default for Foremost<K> {
    fn default() -> Self {
        Self { best: None, rows: Vec::new() }
    }
}

impl<K> Foremost<K> {
    /// Meets a claim; `against` says how it stands to another one: greater where it comes before it.
    #[inline(always)]
    fn meet(&mut self, row: usize, key: K, against: impl FnOnce(&K) -> Ordering) {
        match self.best.as_ref().map_or(Ordering::Greater, against) {
            Ordering::Less => {}
            Ordering::Equal => self.rows.push(row),
            Ordering::Greater => {
                self.best = Some(key);
                self.rows.clear();
                self.rows.push(row);
            }
        }
    }
}
