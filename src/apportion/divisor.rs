//! The divisor engine: give every seat to the largest quotient, for any signpost and any bounds.
//!
//! A jump to about the right seats, then exact corrections: near-linear in the units, and no memory that grows with
//! the house. The result is the clamped rounding of members over a divisor, which is the same as starting every
//! unit at its minimum and skipping it at its maximum (Balinski and Young 1982, appendix A, proposition 3.1).
//! Knows no ties by lot: units that tie for the last seats are reported, never picked.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Quotient;
use super::problem::{Problem, Seating, Unit, last_within};
use super::signpost::{Claim, FRACTION_BITS, Series, Signpost};

/// The seats of a divisor method.
pub(super) fn seat(problem: &Problem, signpost: Signpost) -> Seating<Quotient> {
    let mut board = Board::new(problem, signpost, start(problem, signpost));
    board.reach_house();
    board.exchange();
    problem.settle(board.seats, |weight, held| signpost.quotient(weight, held))
}

/// The seats so far, and the claims around them: who is next to gain a seat, and who is next to lose one.
struct Board<'a> {
    problem: &'a Problem,
    signpost: Signpost,
    seats: Vec<u32>,
    next: BinaryHeap<Claimant>,
    last: BinaryHeap<Reverse<Claimant>>,
}

/// A claim to seat number `held + 1` of a unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claimant {
    quotient: Quotient,
    unit: usize,
    held: u32,
}

impl<'a> Board<'a> {
    fn new(problem: &'a Problem, signpost: Signpost, seats: Vec<u32>) -> Self {
        let rows = || problem.units.iter().zip(&seats).enumerate();
        let claim =
            |unit, row: &Unit, held| Claimant { quotient: signpost.quotient(row.weight, held), unit, held };
        let next =
            rows().filter(|(_, (row, held))| **held < row.hi).map(|(i, (row, held))| claim(i, row, *held));
        let last = rows()
            .filter(|(_, (row, held))| **held > row.lo)
            .map(|(i, (row, held))| Reverse(claim(i, row, held.saturating_sub(1))));
        let (next, last) = (next.collect(), last.collect());
        Self { problem, signpost, seats, next, last }
    }

    /// Gives the largest claims a seat, or takes the smallest back, until the house is full.
    fn reach_house(&mut self) {
        let mut total: u64 = self.seats.iter().copied().map(u64::from).sum();
        while total < self.problem.house {
            let Some(claimant) = self.best() else { return };
            self.set(claimant.unit, claimant.held + 1);
            total += 1;
        }
        while total > self.problem.house {
            let Some(claimant) = self.worst() else { return };
            self.set(claimant.unit, claimant.held);
            total -= 1;
        }
    }

    /// Moves seats from smaller to larger claims while there are any: makes good an estimate that was off by one.
    fn exchange(&mut self) {
        while let (Some(best), Some(worst)) = (self.best(), self.worst()) {
            if best.quotient <= worst.quotient {
                return;
            }
            self.set(best.unit, best.held + 1);
            self.set(worst.unit, worst.held);
        }
    }

    /// The largest claim not met.
    fn best(&mut self) -> Option<Claimant> {
        while let Some(claimant) = self.next.peek() {
            if self.seats.get(claimant.unit) == Some(&claimant.held) {
                return Some(*claimant);
            }
            self.next.pop();
        }
        None
    }

    /// The smallest claim met.
    fn worst(&mut self) -> Option<Claimant> {
        while let Some(Reverse(claimant)) = self.last.peek() {
            if self.seats.get(claimant.unit) == Some(&(claimant.held + 1)) {
                return Some(*claimant);
            }
            self.last.pop();
        }
        None
    }

    fn set(&mut self, unit: usize, held: u32) {
        let (Some(seats), Some(row)) = (self.seats.get_mut(unit), self.problem.units.get(unit)) else {
            return;
        };
        *seats = held;
        let claim = |held| Claimant { quotient: self.signpost.quotient(row.weight, held), unit, held };
        if held < row.hi {
            self.next.push(claim(held));
        }
        if held > row.lo {
            self.last.push(Reverse(claim(held - 1)));
        }
    }
}

/// Seats near the answer, within the bounds: shares of the house, rounded by estimate.
fn start(problem: &Problem, signpost: Signpost) -> Vec<u32> {
    let claims: Vec<u64> = problem.units.iter().map(|unit| claim(unit.weight, signpost)).collect();
    let rows = || problem.units.iter().zip(&claims);
    if signpost.series == Series::Doubling {
        let doublings = |claim: u64| i64::from(u64::BITS - claim.leading_zeros());
        let at = |level| rows().map(move |(unit, claim)| unit.clamp(doublings(*claim) + level));
        let level = last_within(problem.house, |level| at(level).map(u64::from).sum());
        return at(level).collect();
    }
    let at = |multiplier| {
        rows().map(move |(unit, claim)| unit.clamp(signpost.estimate(share(*claim, multiplier)).into()))
    };
    let multiplier = multiplier(problem, &claims, signpost, |m| at(m).map(u64::from).sum());
    at(multiplier).collect()
}

/// What the members of a unit count for, up to a common factor: enough for an estimate.
fn claim(weight: u64, signpost: Signpost) -> u64 {
    match (signpost.claim, signpost.series) {
        (Claim::Members, _) => weight,
        // √w in 21 binary places; at most 2^42.5.
        (Claim::Root, _) => (u128::from(weight) << 42).isqrt() as u64,
    }
}

/// `claim * multiplier` in the fixed point of [`Signpost::estimate`]; the multiplier has 64 fraction bits.
fn share(claim: u64, multiplier: u128) -> u64 {
    const MOST: u128 = 1 << 53;
    (u128::from(claim).saturating_mul(multiplier) >> (64 - FRACTION_BITS)).min(MOST) as u64
}

/// Seats per claim, with 64 fraction bits, at which `total` comes close to the house: the plain share first, then
/// bisection where bounds shift it. It need not be exact.
fn multiplier(problem: &Problem, claims: &[u64], signpost: Signpost, total: impl Fn(u128) -> u64) -> u128 {
    let (mut units, mut sum, mut room) = (0u64, 0u128, problem.house);
    for (unit, claim) in problem.units.iter().zip(claims) {
        if unit.is_open() {
            units += 1;
            sum += u128::from(*claim);
        } else {
            room = room.saturating_sub(unit.lo.into());
        }
    }
    let (num, den) = signpost.series.bias();
    let rounded_off = ((u128::from(units) * u128::from(num)) << 64) / u128::from(den);
    let target = ((u128::from(room) << 64) + rounded_off).saturating_sub(u128::from(units) << 63);
    let close_enough = units / 4 + 8;

    let mut multiplier = target.max(1) / sum.max(1);
    let (mut below, mut above) = (0u128, None);
    for _ in 0..u128::BITS * 2 {
        let seats = total(multiplier);
        if seats.abs_diff(problem.house) <= close_enough {
            break;
        }
        if seats < problem.house {
            below = multiplier;
            multiplier = above.map_or(below.saturating_mul(2) | 1, |above| below + (above - below) / 2);
        } else {
            above = Some(multiplier);
            multiplier = below + (multiplier - below) / 2;
        }
        if multiplier == below {
            break;
        }
    }
    multiplier
}
