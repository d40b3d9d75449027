//! Two tiers: seats to the delegations first, then each delegation's seats to its units.
//!
//! Knows no names. Either tier is an ordinary [`Instance`] with its own method, so ties, lots and witnesses are the
//! engine's own. A delegation is held between what its units must have and what they can have, so that the second tier
//! always has an answer.

use std::fmt;

use super::{Allocation, Entry, Instance, InstanceError, Lot, Method, MinimumRule, Rejected};
use super::{apportion, verify};
use crate::num::{Seats, Weight};

/// A delegation and its units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The units, with bounds of their own.
    pub units: Vec<Entry>,
    /// The fewest seats of the delegation.
    pub min: Seats,
    /// The most seats of the delegation.
    pub max: Seats,
    /// Seats of the delegation settled by hand.
    pub fixed: Option<Seats>,
}

/// How the two tiers are apportioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Methods {
    /// Among the delegations, by the members of their units together.
    pub upper: Method,
    /// Within each delegation.
    pub lower: Method,
}

/// Delegations and a house that some allocation satisfies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoTier {
    delegations: Vec<Delegation>,
    upper: Instance,
    minimum: MinimumRule,
    methods: Methods,
}

/// Lots drawn for either tier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TwoTierLots {
    /// Lots between delegations, named by their index.
    pub upper: Vec<Lot>,
    /// Per delegation, lots between its units, named by their index in it. A missing list is empty.
    pub within: Vec<Vec<Lot>>,
}

/// The result of both tiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoTierAllocation {
    /// Seats of the delegations.
    pub upper: Allocation,
    /// Per delegation, the seats of its units.
    pub within: Vec<Within>,
}

/// The seats inside one delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// The number of the delegation's own seats is not settled.
    Waiting,
    /// The delegation has just what its units must have; no method is asked.
    Minima(Vec<Seats>),
    /// The lower method was asked.
    Apportioned(Box<Allocation>),
}

/// Why delegations, units and a house do not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TwoTierError {
    /// Units and house do not fit, whatever the delegations. Units are counted through all delegations in order.
    Units(InstanceError),
    /// Delegations and house do not fit. A "unit" of this error is a delegation; its bounds are its own, narrowed to
    /// what its units must and can have.
    Delegations(InstanceError),
    /// The units of a delegation have more members together than a [`Weight`] holds.
    TooManyMembers {
        /// The delegation, by index.
        delegation: usize,
    },
}

/// What is wrong with a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TwoTierRejected {
    /// There is not one result per delegation.
    Length,
    /// The seats of the delegations.
    Upper(Rejected),
    /// The seats inside a delegation, by index.
    Within {
        /// The delegation.
        delegation: usize,
        /// The objection; `None` if seats stand where none can be settled, or other than those of the upper tier.
        objection: Option<Rejected>,
    },
}

impl TwoTierError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Units(error) | Self::Delegations(error) => error.code(),
            Self::TooManyMembers { .. } => "delegation-too-many-members",
        }
    }
}

impl fmt::Display for TwoTierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for TwoTierError {}

impl TwoTier {
    /// Checks units and delegations against the house.
    ///
    /// # Errors
    /// See [`TwoTierError`].
    pub fn new(
        delegations: Vec<Delegation>,
        house: Seats,
        minimum: MinimumRule,
        methods: Methods,
    ) -> Result<Self, TwoTierError> {
        let units = delegations.iter().flat_map(|delegation| delegation.units.iter().copied()).collect();
        let units = Instance::new(units, house, minimum).map_err(TwoTierError::Units)?;
        let entries = delegations.iter().enumerate().map(|(delegation, units_of)| {
            entry_of(units_of, &units).ok_or(TwoTierError::TooManyMembers { delegation })
        });
        let entries = entries.collect::<Result<_, _>>()?;
        // Topping up happens among the units; above them it would count twice.
        let rule = if minimum == MinimumRule::TopUp { MinimumRule::Seed } else { minimum };
        let upper = Instance::new(entries, house, rule).map_err(TwoTierError::Delegations)?;
        Ok(Self { delegations, upper, minimum, methods })
    }

    /// Apportions both tiers. Where delegations are tied, the others' units still get their seats.
    pub fn apportion(&self, lots: &TwoTierLots) -> TwoTierAllocation {
        let upper = apportion(&self.upper, &self.methods.upper, &lots.upper);
        let seats = self.settled(&upper);
        let within = self.delegations.iter().zip(seats).enumerate().map(|(index, (delegation, seats))| {
            let lots = lots.within.get(index).map_or(&[][..], Vec::as_slice);
            self.within(delegation, seats, lots)
        });
        let within = within.collect();
        TwoTierAllocation { upper, within }
    }

    fn within(&self, delegation: &Delegation, seats: Option<Seats>, lots: &[Lot]) -> Within {
        let Some(seats) = seats else { return Within::Waiting };
        match self.lower(delegation, seats) {
            Some(instance) => Within::Apportioned(Box::new(apportion(&instance, &self.methods.lower, lots))),
            None => Within::Minima(minima(delegation)),
        }
    }

    /// The instance inside a delegation; `None` if its units have just what they must.
    fn lower(&self, delegation: &Delegation, seats: Seats) -> Option<Instance> {
        let must: u64 = delegation.units.iter().map(|unit| u64::from(self.least(unit))).sum();
        if must == u64::from(seats.get()) {
            return None;
        }
        // The bounds of the upper tier make this possible, so there is an instance.
        Instance::new(delegation.units.clone(), seats, self.minimum).ok()
    }

    /// The seats of each delegation, unless a tie keeps them open or there are none.
    fn settled(&self, upper: &Allocation) -> Vec<Option<Seats>> {
        let seats = |delegation| {
            let (fewest, most) = upper.range(delegation)?;
            (fewest == most).then_some(fewest)
        };
        (0..self.delegations.len()).map(seats).collect()
    }

    /// What a delegation's units would have if it had so many seats, lots aside; `None` if there is no such delegation, or it
    /// cannot have them.
    pub fn with_seats(&self, delegation: usize, seats: Seats) -> Option<Within> {
        let (entry, of) = self.upper.entries().get(delegation).zip(self.delegations.get(delegation))?;
        let (least, most) = self.upper.bounds(entry);
        (least..=most).contains(&seats.get()).then(|| self.within(of, Some(seats), &[]))
    }

    fn least(&self, unit: &Entry) -> u32 {
        match (unit.fixed, self.minimum) {
            (Some(fixed), _) => fixed.get(),
            (None, MinimumRule::TopUp) => 0,
            (None, _) => unit.min.get(),
        }
    }

    /// Confirms both tiers with the engine's own check.
    ///
    /// # Errors
    /// The first objection, see [`TwoTierRejected`].
    pub fn verify(&self, allocation: &TwoTierAllocation) -> Result<(), TwoTierRejected> {
        if allocation.within.len() != self.delegations.len() {
            return Err(TwoTierRejected::Length);
        }
        verify(&self.upper, &self.methods.upper, &allocation.upper).map_err(TwoTierRejected::Upper)?;
        let seats = self.settled(&allocation.upper);
        let parts = self.delegations.iter().zip(&allocation.within).zip(seats).enumerate();
        for (index, ((delegation, within), seats)) in parts {
            let reject = |objection| TwoTierRejected::Within { delegation: index, objection };
            let instance = seats.and_then(|seats| self.lower(delegation, seats));
            match (within, seats, instance) {
                (Within::Waiting, None, _) => {}
                (Within::Minima(seats), Some(_), None) if *seats == minima(delegation) => {}
                (Within::Apportioned(inner), Some(_), Some(instance)) => {
                    verify(&instance, &self.methods.lower, inner).map_err(|error| reject(Some(error)))?;
                }
                _ => return Err(reject(None)),
            }
        }
        Ok(())
    }
}

impl TwoTierAllocation {
    /// The seats of every unit, delegation by delegation, if nothing is open.
    pub fn settled(&self) -> Option<Vec<&[Seats]>> {
        let seats = |within| match within {
            &Within::Waiting => None,
            Within::Minima(seats) => Some(seats.as_slice()),
            Within::Apportioned(allocation) => allocation.settled(),
        };
        self.upper.settled()?;
        self.within.iter().map(seats).collect()
    }
}

/// The delegation as a unit of the upper tier; `None` if it has too many members.
fn entry_of(delegation: &Delegation, units: &Instance) -> Option<Entry> {
    let (mut weight, mut least, mut most) = (0u64, 0u64, 0u64);
    for unit in &delegation.units {
        let (lo, hi) = units.bounds(unit);
        weight += unit.weight.get();
        least += u64::from(lo);
        most += u64::from(hi);
    }
    let seats = |sum: u64| u32::try_from(sum).ok().and_then(Seats::new).unwrap_or(Seats::MAX);
    Some(Entry {
        weight: Weight::new(weight)?,
        min: delegation.min.max(seats(least)),
        max: delegation.max.min(seats(most)),
        fixed: delegation.fixed,
    })
}

/// What the units of a delegation must have; topping up brings them to the same.
fn minima(delegation: &Delegation) -> Vec<Seats> {
    delegation.units.iter().map(|unit| unit.fixed.unwrap_or(unit.min)).collect()
}

#[cfg(test)]
mod tests;
