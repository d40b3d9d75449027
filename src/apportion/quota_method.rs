//! The quota method of Balinski and Young: Jefferson's order, but nobody above its upper quota at any house size.
//!
//! Source: Balinski and Young, "The quota method of apportionment", American Mathematical Monthly 82 (1975): seat
//! t + 1 goes to the largest members / (seats + 1) among the units with seats < members (t + 1) / all members.
//! Bounds are ours: every unit starts at its minimum and stops at its maximum. Where that leaves no unit below its
//! upper quota the quota cannot be kept, and the rest of the seats follow Jefferson's order alone.
//!
//! A seat at a time, so the work grows with the house (its memory does not).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Quotient;
use super::problem::Problem;

/// What the method comes to by the draws at hand.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The seats that are certain.
    pub(super) seats: Vec<u32>,
    /// The units of the first tie not settled, ascending.
    pub(super) contested: Vec<usize>,
    /// How many of them win a seat.
    pub(super) open: usize,
    /// The other units, ascending, that win a seat or not by later ties.
    pub(super) later: Vec<usize>,
}

/// The seats; `drawn` are the winners of the ties settled so far, in the order the ties come up.
pub(super) fn seat(problem: &Problem, drawn: &[Vec<usize>]) -> Found {
    let mut queue = Queue::new(problem);
    let mut pools: Vec<Pool> = Vec::new();
    while queue.given < problem.house {
        queue.admit();
        if let Some(best) = queue.best() {
            match pools.last_mut() {
                Some(top) if best.quotient < top.quotient => {}
                Some(top) if best.quotient == top.quotient => top.join(queue.take_equal(best.quotient)),
                // A larger claim, eligible only now, goes before a pool that is being served.
                _ => pools.push(Pool::new(best.quotient, queue.take_equal(best.quotient))),
            }
        }
        let Some(top) = pools.last_mut() else { if queue.waive_quota() { continue } else { break } };
        top.served += 1;
        queue.given += 1;
        if top.served == top.units.len() {
            top.units.iter().for_each(|unit| queue.give(*unit));
            pools.pop();
        }
    }
    let (mut draws, mut found) = (drawn.iter(), Found::default());
    for pool in pools {
        // A seat is served whenever somebody joins, so each of them wins one or not.
        let hanging = pool.units.clone();
        if found.contested.is_empty() {
            let (winners, tie) = pool.settle(&mut draws);
            winners.iter().for_each(|unit| queue.give(*unit));
            let Some((contested, open)) = tie else { continue };
            let is_later = |unit: &usize| contested.binary_search(unit).is_err() && !winners.contains(unit);
            found.later.extend(hanging.into_iter().filter(is_later));
            (found.contested, found.open) = (contested, open);
        } else {
            found.later.extend(hanging);
        }
    }
    found.later.sort_unstable();
    Found { seats: queue.seats, ..found }
}

/// Units with equal claims that are being served. Whom first does not matter unless the house is full before the last.
struct Pool {
    quotient: Quotient,
    units: Vec<usize>,
    served: usize,
    /// How many units the pool had, and how many of them were served, whenever others joined.
    stages: Vec<(usize, usize)>,
}

impl Pool {
    fn new(quotient: Quotient, units: Vec<usize>) -> Self {
        Self { quotient, units, served: 0, stages: Vec::new() }
    }

    fn join(&mut self, mut units: Vec<usize>) {
        self.stages.push((self.units.len(), self.served));
        self.units.append(&mut units);
    }

    /// Who wins by the draws at hand, and the first tie nobody drew for: its units and how many of them win.
    fn settle<'a>(
        mut self,
        draws: &mut impl Iterator<Item = &'a Vec<usize>>,
    ) -> (Vec<usize>, Option<(Vec<usize>, usize)>) {
        self.stages.push((self.units.len(), self.served));
        let mut winners = Vec::new();
        for (size, served) in self.stages {
            let open = served.saturating_sub(winners.len());
            let mut contested: Vec<usize> = self.units.iter().take(size).copied().collect();
            contested.retain(|unit| winners.binary_search(unit).is_err());
            if open == 0 {
                continue;
            }
            let Some(draw) = draws.next() else {
                contested.sort_unstable();
                return (winners, Some((contested, open)));
            };
            winners.extend(draw);
            winners.sort_unstable();
        }
        (winners, None)
    }
}

/// Who may claim the next seat now, and who later.
struct Queue<'a> {
    problem: &'a Problem,
    members: u64,
    seats: Vec<u32>,
    given: u64,
    eligible: BinaryHeap<Claim>,
    /// Claims by the number of seats given at which they become eligible.
    waiting: BinaryHeap<Reverse<(u64, usize)>>,
    keeps_quota: bool,
}

/// A unit's claim to its next seat.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    quotient: Quotient,
    unit: usize,
}

impl<'a> Queue<'a> {
    fn new(problem: &'a Problem) -> Self {
        let seats: Vec<u32> = problem.units.iter().map(|unit| unit.lo).collect();
        let mut queue = Self {
            problem,
            members: problem.units.iter().map(|unit| unit.weight).sum(),
            given: seats.iter().copied().map(u64::from).sum(),
            seats,
            eligible: BinaryHeap::new(),
            waiting: BinaryHeap::new(),
            keeps_quota: true,
        };
        (0..problem.units.len()).for_each(|unit| queue.enqueue(unit));
        queue
    }

    fn give(&mut self, unit: usize) {
        if let Some(seats) = self.seats.get_mut(unit) {
            *seats += 1;
        }
        self.enqueue(unit);
    }

    fn enqueue(&mut self, unit: usize) {
        let Some((row, held)) = self.problem.units.get(unit).zip(self.seats.get(unit)) else { return };
        if *held >= row.hi {
            return;
        }
        if self.keeps_quota {
            // held < weight (given + 1) / members from given = floor(held members / weight) on.
            let from = u128::from(*held) * u128::from(self.members) / u128::from(row.weight.max(1));
            self.waiting.push(Reverse((u64::try_from(from).unwrap_or(u64::MAX), unit)));
        } else {
            self.eligible.push(self.claim(unit, row.weight, *held));
        }
    }

    fn claim(&self, unit: usize, weight: u64, held: u32) -> Claim {
        Claim { quotient: Quotient::new(weight.into(), u128::from(held) + 1), unit }
    }

    /// Moves the claims whose time has come.
    fn admit(&mut self) {
        while let Some(Reverse((from, unit))) = self.waiting.peek().copied() {
            if self.keeps_quota && from > self.given {
                return;
            }
            self.waiting.pop();
            if let Some((row, held)) = self.problem.units.get(unit).zip(self.seats.get(unit)) {
                self.eligible.push(self.claim(unit, row.weight, *held));
            }
        }
    }

    fn best(&self) -> Option<Claim> {
        self.eligible.peek().copied()
    }

    /// Takes every claim equal to the largest out of the queue.
    fn take_equal(&mut self, quotient: Quotient) -> Vec<usize> {
        let mut units = Vec::new();
        while let Some(claim) = self.eligible.peek().filter(|claim| claim.quotient == quotient) {
            units.push(claim.unit);
            self.eligible.pop();
        }
        units
    }

    /// Lets everybody claim from now on; whether that helps.
    fn waive_quota(&mut self) -> bool {
        let helps = self.keeps_quota && !self.waiting.is_empty();
        self.keeps_quota = false;
        helps
    }
}
