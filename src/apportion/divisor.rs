//! The divisor engine: give every seat to the largest quotient, for any signpost and any bounds.
//!
//! A jump to about the right seats, then exact corrections: near-linear in the units, and no memory that grows with
//! the house. The result is the clamped rounding of members over a divisor, which is the same as starting every
//! unit at its minimum and skipping it at its maximum (Balinski and Young 1982, appendix A, proposition 3.1).
//! Knows no ties by lot: units that tie for the last seats are reported, never picked.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Quotient;
use super::problem::{Problem, Seating, Unit, give_largest, last_within};
use super::signpost::{Claim, FRACTION_BITS, Key, Series, Signpost};

/// The seats of a divisor method.
pub(super) fn seat(problem: &Problem, signpost: Signpost) -> Seating<Key> {
    let (seats, doubtful) = start(problem, signpost);
    let mut board = Board::new(problem, signpost, seats, &doubtful);
    board.reach_house();
    let first = problem.settle(board.seats, &signpost);
    if first.is_final(problem.house, &signpost) {
        return first;
    }
    // The estimate was off somewhere else, or the doubtful units were too few: look at all of them.
    let mut board = Board::new(problem, signpost, first.seats, &vec![true; problem.units.len()]);
    board.reach_house();
    board.exchange();
    problem.settle(board.seats, &signpost)
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
    /// Knows the claims of the units marked only.
    fn new(problem: &'a Problem, signpost: Signpost, seats: Vec<u32>, marked: &[bool]) -> Self {
        let mut board =
            Self { problem, signpost, seats: Vec::new(), next: BinaryHeap::new(), last: BinaryHeap::new() };
        let (mut next, mut last) = (Vec::new(), Vec::new());
        for (unit, (held, _)) in seats.iter().zip(marked).enumerate().filter(|(_, (_, marked))| **marked) {
            next.extend(board.next_claim(unit, *held));
            last.extend(board.last_claim(unit, *held).map(Reverse));
        }
        (board.seats, board.next, board.last) = (seats, next.into(), last.into());
        board
    }

    fn next_claim(&self, unit: usize, held: u32) -> Option<Claimant> {
        let row = self.problem.units.get(unit).filter(|row| held < row.hi)?;
        Some(Claimant { quotient: self.signpost.quotient(row.weight, held), unit, held })
    }

    fn last_claim(&self, unit: usize, held: u32) -> Option<Claimant> {
        let row = self.problem.units.get(unit).filter(|row| held > row.lo)?;
        let held = held.checked_sub(1)?;
        Some(Claimant { quotient: self.signpost.quotient(row.weight, held), unit, held })
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
        if let Some(seats) = self.seats.get_mut(unit) {
            *seats = held;
        }
        self.next.extend(self.next_claim(unit, held));
        self.last.extend(self.last_claim(unit, held).map(Reverse));
    }
}

/// Seats near the answer, within the bounds: shares of the house, rounded by estimate. With them, the units whose
/// rounding is in doubt: those that a slightly different divisor would round otherwise.
fn start(problem: &Problem, signpost: Signpost) -> (Vec<u32>, Vec<bool>) {
    let estimate = Estimate::new(problem, signpost);
    if signpost.series == Series::Doubling {
        return (estimate.by_doublings(), vec![false; problem.units.len()]);
    }
    if let Some(seats) = estimate.by_first_seats() {
        return (seats, vec![false; problem.units.len()]);
    }
    let (multiplier, missing, moving) = estimate.search();
    // Twice the change that would make up for what is missing, upwards and downwards.
    let margin = (multiplier / u128::from(moving.max(1))).saturating_mul((2 * missing + 16).into());
    let (low, high) = (multiplier.saturating_sub(margin), multiplier.saturating_add(margin));
    let units = problem.units.len();
    let (mut seats, mut doubtful) = (Vec::with_capacity(units), Vec::with_capacity(units));
    for (unit, claim) in problem.units.iter().zip(&estimate.claims) {
        seats.push(signpost.near(unit, *claim, multiplier));
        doubtful.push(signpost.near(unit, *claim, low) < signpost.near(unit, *claim, high));
    }
    (seats, doubtful)
}

impl Signpost {
    /// Seats of one unit at `multiplier` seats per claim, which has 64 fraction bits.
    #[inline(always)]
    fn near(self, unit: &Unit, claim: u64, multiplier: u128) -> u32 {
        unit.clamp(self.estimate(share(claim, multiplier)).into())
    }
}

/// Roundings of all shares at a given divisor, near enough to start from.
struct Estimate<'a> {
    problem: &'a Problem,
    signpost: Signpost,
    /// What the members of each unit count for, up to a common factor.
    claims: Vec<u64>,
}

impl<'a> Estimate<'a> {
    fn new(problem: &'a Problem, signpost: Signpost) -> Self {
        let claim = |weight: u64| match signpost.claim {
            Claim::Members => weight,
            // A root with 21 binary places; at most 2^42.5.
            Claim::Root => (u128::from(weight) << 42).isqrt() as u64,
        };
        let claims = problem.units.iter().map(|unit| claim(unit.weight)).collect();
        Self { problem, signpost, claims }
    }

    /// Macau: the last level that fits the house, and one seat more to the largest claims of those on the way to the
    /// next. There every unit gains at most one, so their claims need no heap.
    fn by_doublings(&self) -> Vec<u32> {
        let house = self.problem.house;
        let level = last_within(house, |level| self.doublings(level).map(u64::from).sum());
        let mut seats: Vec<u32> = self.doublings(level).collect();
        let rows = self.problem.units.iter().zip(&seats).zip(self.doublings(level + 1)).enumerate();
        let movers = rows.filter(|(_, ((_, now), up))| *now < up);
        let claims =
            movers.map(|(i, ((unit, now), _))| (self.signpost.quotient(unit.weight, *now), i)).collect();
        give_largest(&mut seats, claims, house);
        seats
    }

    /// Where first seats go before all others and the house has no more than those: to the most members.
    fn by_first_seats(&self) -> Option<Vec<u32>> {
        let units = || self.problem.units.iter();
        let first_seats = units().filter(|unit| unit.is_open() && unit.lo == 0).count() as u64;
        let filled = first_seats + units().map(|unit| u64::from(unit.lo)).sum::<u64>();
        if self.problem.house > filled || !self.signpost.quotient(1, 0).is_infinite() {
            return None;
        }
        let claims = units().enumerate().filter(|(_, unit)| unit.is_open() && unit.lo == 0);
        let claims = claims.map(|(i, unit)| (unit.weight, i)).collect();
        let mut seats: Vec<u32> = units().map(|unit| unit.lo).collect();
        give_largest(&mut seats, claims, self.problem.house);
        Some(seats)
    }

    /// Seats of Macau, where every level doubles the claims.
    fn doublings(&self, level: i64) -> impl Iterator<Item = u32> {
        let rows = self.problem.units.iter().zip(&self.claims);
        rows.map(move |(unit, claim)| unit.clamp(i64::from(u64::BITS - claim.leading_zeros()) + level))
    }

    /// A multiplier at which the seats come close to the house, how many seats are missing or too many there, and how
    /// many seats are at units not held by their bounds.
    ///
    /// A few of Newton's steps, then halving, between the multipliers known to be too small and too large.
    fn search(&self) -> (u128, u64, u64) {
        let close_enough = 4 * (self.claims.len() as u64).isqrt() + 8;
        let mut multiplier = self.plain_share();
        let (mut below, mut above) = (0u128, u128::MAX);
        let (mut missing, mut moving) = self.count(multiplier);
        for round in 0..u128::BITS {
            let distance = missing.unsigned_abs();
            let step =
                (multiplier / u128::from(moving.max(1))).saturating_mul(distance.into()).saturating_add(1);
            let next = if missing > 0 {
                below = multiplier;
                multiplier.saturating_add(step)
            } else {
                above = multiplier;
                multiplier.saturating_sub(step)
            };
            // Closer than this, claims that are equal or nearly so keep the house out of reach of any multiplier.
            if distance <= close_enough || above - below <= multiplier >> 32 {
                break;
            }
            multiplier = match above {
                _ if round < 4 && next > below && next < above => next,
                u128::MAX => multiplier.saturating_mul(2),
                _ => below + (above - below) / 2,
            };
            (missing, moving) = self.count(multiplier);
        }
        (multiplier, missing.unsigned_abs(), moving)
    }

    /// Seats missing from the house at `multiplier` (negative: too many), and seats not held by bounds.
    fn count(&self, multiplier: u128) -> (i64, u64) {
        let (mut total, mut moving) = (0u64, 0u64);
        for (unit, claim) in self.problem.units.iter().zip(&self.claims) {
            let seats = self.signpost.near(unit, *claim, multiplier);
            total += u64::from(seats);
            if seats > unit.lo && seats < unit.hi {
                moving += u64::from(seats);
            }
        }
        (self.problem.house as i64 - total as i64, moving)
    }

    /// The multiplier without bounds, corrected for what the method's rounding adds or drops on average.
    fn plain_share(&self) -> u128 {
        let (mut units, mut sum, mut room) = (0u64, 0u128, self.problem.house);
        for (unit, claim) in self.problem.units.iter().zip(&self.claims) {
            if unit.is_open() {
                units += 1;
                sum += u128::from(*claim);
            } else {
                room = room.saturating_sub(unit.lo.into());
            }
        }
        let (num, den) = self.signpost.series.bias();
        let rounded_off = ((u128::from(units) * u128::from(num)) << 64) / u128::from(den);
        let target = ((u128::from(room) << 64) + rounded_off).saturating_sub(u128::from(units) << 63);
        target.max(1) / sum.max(1)
    }
}

/// `claim * multiplier` in the fixed point of [`Signpost::estimate`]; the multiplier has 64 fraction bits.
#[inline(always)]
fn share(claim: u64, multiplier: u128) -> u64 {
    const MOST: u128 = 1 << 53;
    // The same in 64 bits, where they do: wider ones are a function call in WebAssembly.
    if claim >> 32 == 0 && multiplier >> 64 == 0 {
        let multiplier = multiplier as u64;
        let (high, low) = (multiplier >> 32, multiplier & u64::from(u32::MAX));
        return (claim * high + ((claim * low) >> 32)).min(MOST as u64);
    }
    (u128::from(claim).saturating_mul(multiplier) >> (64 - FRACTION_BITS)).min(MOST) as u64
}
