//! `sweep`: the same units at every house of a range, with the Alabama paradoxes marked.
//!
//! One house at a time, so nothing grows with the range. Source of the paradox: Balinski and Young 1982, chapter 5
//! (Alabama would have lost a seat when the House of 1880 grew from 299 to 300).

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::{Allocation, Instance, Method, apportion};
use crate::num::Seats;

/// One house of a sweep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The house.
    pub house: Seats,
    /// Its allocation; ties stay open.
    pub allocation: Allocation,
    /// The units that have fewer seats than in the house one smaller, whatever is drawn in either: an Alabama paradox.
    pub losers: Vec<usize>,
}

/// Houses in ascending order; see [`sweep`].
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    instance: Cow<'a, Instance>,
    method: Cow<'a, Method>,
    houses: RangeInclusive<u32>,
    before: Option<Step>,
}

/// Apportions every house of `houses` in turn. Houses that the bounds cannot fill are passed over; a paradox is
/// marked between neighbours only, so not at the first house of the range.
///
/// ```
/// # use delegate_roster::{apportion::*, num::*};
/// let entries = [6, 6, 2].map(|members| Entry::new(Weight::from(members))).to_vec();
/// let instance = Instance::new(entries, Seats::from(10), MinimumRule::Seed)?;
/// let paradoxes = sweep(&instance, &Method::HAMILTON, 1..=11).filter(|step| !step.losers.is_empty());
/// assert_eq!(paradoxes.map(|step| step.house.get()).collect::<Vec<_>>(), [4, 11]);
/// # Ok::<(), InstanceError>(())
/// ```
pub const fn sweep<'a>(instance: &'a Instance, method: &'a Method, houses: RangeInclusive<u32>) -> Sweep<'a> {
    Sweep { instance: Cow::Borrowed(instance), method: Cow::Borrowed(method), houses, before: None }
}

/// What a sweep takes: a look at every unit for each house, and at every seat of it where the method hands out one after the
/// other.
///
/// ```
/// # use delegate_roster::apportion::{Method, sweep_work};
/// assert_eq!(sweep_work(2, &Method::WEBSTER, &(1..=10_000)), 20_000);
/// assert_eq!(sweep_work(2, &Method::QuotaMethod, &(1..=10_000)), 20_000 + 50_005_000);
/// ```
pub fn sweep_work(units: usize, method: &Method, houses: &RangeInclusive<u32>) -> u64 {
    let (first, last) = (u64::from(*houses.start()), u64::from(*houses.end()));
    let count = (last + 1).saturating_sub(first);
    let seats = if method.hands_out_in_turn() { (first + last) * count / 2 } else { 0 };
    (units as u64).saturating_mul(count).saturating_add(seats)
}

impl Sweep<'_> {
    /// The same with an instance and a method of its own, to be gone through bit by bit.
    pub const fn owned(instance: Instance, method: Method, houses: RangeInclusive<u32>) -> Sweep<'static> {
        Sweep { instance: Cow::Owned(instance), method: Cow::Owned(method), houses, before: None }
    }
}

impl Iterator for Sweep<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let (house, instance) = self.houses.by_ref().find_map(|house| {
            let house = Seats::new(house)?;
            Some((house, self.instance.with_house(house).ok()?))
        })?;
        let allocation = apportion(&instance, &self.method, &[]);
        let before = self.before.take().filter(|before| before.house.get() + 1 == house.get());
        let loses = |unit: &usize| {
            let fewest =
                before.as_ref().and_then(|before| before.allocation.range(*unit)).map(|(fewest, _)| fewest);
            fewest > allocation.range(*unit).map(|(_, most)| most) && allocation.range(*unit).is_some()
        };
        let losers = (0..instance.entries().len()).filter(loses).collect();
        let step = Step { house, allocation, losers };
        self.before = Some(step.clone());
        Some(step)
    }
}
