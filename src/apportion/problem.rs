//! `Problem`: an instance as the engines see it, and `Seating`, what they answer.
//!
//! Knows no names and no minimum rules: only claims, closed bounds and a house the bounds can fill.

use super::Instance;
use std::cmp::Ordering;

/// Claims of weight > 0 wherever lo < hi, and the sum of lo <= house <= the sum of hi.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) units: Vec<Unit>,
    pub(super) house: u64,
}

/// One unit of a [`Problem`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) weight: u64,
    pub(super) lo: u32,
    pub(super) hi: u32,
}

/// How the claims to a seat stand to one another: a unit of `weight` that holds `held` seats claims one more. The claims of
/// a unit fall with every seat.
pub(super) trait Claims {
    /// What two claims are compared by: quick to make, since one is made for every unit.
    type Key: Copy;

    /// The claim to one seat more.
    fn key(&self, weight: u64, held: u32) -> Self::Key;

    /// The order of two claims, exactly.
    fn compare(&self, one: &Self::Key, other: &Self::Key) -> Ordering;
}

/// What an engine found: seats that are certain, and units that tie for the open rest.
#[derive(Clone, Debug)]
pub(super) struct Seating<Key> {
    pub(super) seats: Vec<u32>,
    /// The tied units, ascending; empty where nothing is open.
    pub(super) contested: Vec<usize>,
    /// Seats they tie for: fewer than `contested`.
    pub(super) open: usize,
    /// The largest claim not met.
    pub(super) next: Option<Key>,
    /// The smallest claim met.
    pub(super) last: Option<Key>,
}

impl Problem {
    /// The problem an instance poses before topping up.
    pub(super) fn of(instance: &Instance) -> Self {
        let units = instance.entries().iter().map(|entry| {
            let (lo, hi) = instance.bounds(entry);
            Unit { weight: entry.weight.get(), lo, hi }
        });
        Self { units: units.collect(), house: instance.house().get().into() }
    }

    /// The same bounds and house, with nothing to choose between the units.
    pub(super) fn with_equal_claims(&self) -> Self {
        let units = self.units.iter().map(|unit| Unit { weight: 1, ..*unit }).collect();
        Self { units, house: self.house }
    }

    /// Draws the line under `seats`, which meet the largest claims: where the smallest claim met equals the largest
    /// not met, the seats at that claim are taken back and left open.
    pub(super) fn settle<C: Claims>(&self, mut seats: Vec<u32>, claims: &C) -> Seating<C::Key> {
        let (next, last) = (self.next(&seats, claims), self.last(&seats, claims));
        let (mut contested, mut open) = (Vec::new(), 0);
        if let (Some(tied), Some(next)) = (last, next)
            && claims.compare(&next, &tied).is_eq()
        {
            let is_tied = |weight, held| claims.compare(&claims.key(weight, held), &tied).is_eq();
            for (i, (unit, held)) in self.units.iter().zip(&mut seats).enumerate() {
                if *held > unit.lo && is_tied(unit.weight, *held - 1) {
                    *held -= 1;
                    open += 1;
                    contested.push(i);
                } else if *held < unit.hi && is_tied(unit.weight, *held) {
                    contested.push(i);
                }
            }
        }
        Seating { seats, contested, open, next, last }
    }

    /// The largest claim not met; of equal ones the last.
    fn next<C: Claims>(&self, seats: &[u32], claims: &C) -> Option<C::Key> {
        let mut found: Option<C::Key> = None;
        for (unit, held) in self.units.iter().zip(seats).filter(|(unit, held)| **held < unit.hi) {
            let key = claims.key(unit.weight, *held);
            if found.is_none_or(|best| claims.compare(&key, &best).is_ge()) {
                found = Some(key);
            }
        }
        found
    }

    /// The smallest claim met; of equal ones, which may be in other terms, the first stands in the witness.
    fn last<C: Claims>(&self, seats: &[u32], claims: &C) -> Option<C::Key> {
        let mut found: Option<C::Key> = None;
        for (unit, held) in self.units.iter().zip(seats).filter(|(unit, held)| **held > unit.lo) {
            let key = claims.key(unit.weight, *held - 1);
            if found.is_none_or(|best| claims.compare(&key, &best).is_lt()) {
                found = Some(key);
            }
        }
        found
    }
}

impl<K> Seating<K> {
    /// Whether the seats fill the house and nobody has a better claim to one than its holder.
    pub(super) fn is_final(&self, house: u64, claims: &impl Claims<Key = K>) -> bool {
        let total = self.open as u64 + self.seats.iter().copied().map(u64::from).sum::<u64>();
        let fair = match (&self.next, &self.last) {
            (Some(next), Some(last)) => claims.compare(next, last).is_le(),
            _ => true,
        };
        total == house && fair
    }
}

impl Unit {
    /// Whether the method has anything to decide here.
    pub(super) const fn is_open(&self) -> bool {
        self.lo < self.hi
    }

    /// `seats` within the bounds.
    #[inline(always)]
    pub(super) const fn clamp(&self, seats: i64) -> u32 {
        if seats <= self.lo as i64 {
            self.lo
        } else if seats >= self.hi as i64 {
            self.hi
        } else {
            seats as u32
        }
    }
}

/// One seat more to each of the largest claims, as many as the house lacks. Which of equal claims is left to chance:
/// [`Problem::settle`] finds the tie.
pub(super) fn give_largest<C: Ord + Copy>(seats: &mut [u32], mut claims: Vec<(C, usize)>, house: u64) {
    let missing = house.saturating_sub(seats.iter().copied().map(u64::from).sum());
    let missing = claims.len().min(usize::try_from(missing).unwrap_or(usize::MAX));
    if missing < claims.len() {
        claims.select_nth_unstable_by(missing, |a, b| b.cmp(a));
    }
    for (_, unit) in claims.into_iter().take(missing) {
        if let Some(seats) = seats.get_mut(unit) {
            *seats += 1;
        }
    }
}

/// No unit's seats are more than this many steps away from its share.
const MAX_LEVEL: i64 = 1 << 22;

/// The largest level with `total(level) <= house`, searched outwards from 0 and at most [`MAX_LEVEL`].
/// `total` must not fall as the level rises.
pub(super) fn last_within(house: u64, total: impl Fn(i64) -> u64) -> i64 {
    let (mut below, mut above, mut step) = (0, 1, 1);
    while total(below) > house && below > -MAX_LEVEL {
        (above, below, step) = (below, below - step, step * 2);
    }
    while total(above) <= house && above < MAX_LEVEL {
        (below, above, step) = (above, above + step, step * 2);
    }
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if total(middle) <= house { below = middle } else { above = middle }
    }
    below
}
