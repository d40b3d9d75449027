//! `Problem`: an instance as the engines see it, and `Seating`, what they answer.
//!
//! Knows no names and no minimum rules: only claims, closed bounds and a house the bounds can fill.

use super::Instance;
use std::cmp::Reverse;

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

/// What an engine found: seats that are certain, and units that tie for the open rest.
#[derive(Clone, Debug)]
pub(super) struct Seating<Claim> {
    pub(super) seats: Vec<u32>,
    /// The tied units, ascending; empty where nothing is open.
    pub(super) contested: Vec<usize>,
    /// Seats they tie for: fewer than `contested`.
    pub(super) open: usize,
    /// The largest claim not met.
    pub(super) next: Option<Claim>,
    /// The smallest claim met.
    pub(super) last: Option<Claim>,
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
    /// not met, the seats at that claim are taken back and left open. `claim(weight, held)` is a unit's claim to one
    /// seat more than it holds, and falls with every seat; `rough` is quick to work out and never orders two claims
    /// otherwise than they are, though it may find them alike.
    pub(super) fn settle<C: Ord + Copy>(
        &self,
        mut seats: Vec<u32>,
        rough: impl Fn(u64, u32) -> u64,
        claim: impl Fn(u64, u32) -> C,
    ) -> Seating<C> {
        let (next, last) = (self.next(&seats, &rough, &claim), self.last(&seats, &rough, &claim));
        let (mut contested, mut open) = (Vec::new(), 0);
        if let (Some(tied), true) = (last, next == last) {
            for (i, (unit, held)) in self.units.iter().zip(&mut seats).enumerate() {
                if *held > unit.lo && claim(unit.weight, *held - 1) == tied {
                    *held -= 1;
                    open += 1;
                    contested.push(i);
                } else if *held < unit.hi && claim(unit.weight, *held) == tied {
                    contested.push(i);
                }
            }
        }
        Seating { seats, contested, open, next, last }
    }

    /// The largest claim not met.
    fn next<C: Ord + Copy>(
        &self,
        seats: &[u32],
        rough: impl Fn(u64, u32) -> u64,
        claim: impl Fn(u64, u32) -> C,
    ) -> Option<C> {
        let open = self.units.iter().zip(seats).filter(|(unit, held)| **held < unit.hi);
        largest(open.map(|(unit, held)| (unit.weight, *held)), rough, claim)
    }

    /// The smallest claim met.
    fn last<C: Ord + Copy>(
        &self,
        seats: &[u32],
        rough: impl Fn(u64, u32) -> u64,
        claim: impl Fn(u64, u32) -> C,
    ) -> Option<C> {
        let held = self.units.iter().zip(seats).filter(|(unit, held)| **held > unit.lo);
        // Of equal claims in other terms the first one stands in the witness, as the last one does above.
        let claims = held.map(|(unit, held)| (unit.weight, *held - 1)).rev();
        let found = largest(claims, |w, held| Reverse(rough(w, held)), |w, held| Reverse(claim(w, held)));
        found.map(|Reverse(claim)| claim)
    }
}

/// The largest of some claims. Exact claims are wide, so those that a rough look tells apart are not worked out.
fn largest<K: Ord + Copy, C: Ord + Copy>(
    claims: impl Iterator<Item = (u64, u32)>,
    rough: impl Fn(u64, u32) -> K,
    claim: impl Fn(u64, u32) -> C,
) -> Option<C> {
    let mut best: Option<(K, C)> = None;
    for (weight, held) in claims {
        let key = rough(weight, held);
        match best {
            Some((most, _)) if key < most => {}
            Some((most, exact)) if key == most => best = Some((key, exact.max(claim(weight, held)))),
            _ => best = Some((key, claim(weight, held))),
        }
    }
    best.map(|(_, claim)| claim)
}

impl<C: Ord> Seating<C> {
    /// Whether the seats fill the house and nobody has a better claim to one than its holder.
    pub(super) fn is_final(&self, house: u64) -> bool {
        let total = self.open as u64 + self.seats.iter().copied().map(u64::from).sum::<u64>();
        let fair = match (&self.next, &self.last) {
            (Some(next), Some(last)) => next <= last,
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
