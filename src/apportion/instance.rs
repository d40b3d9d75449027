//! `Instance`: what is apportioned. Units with members and bounds, and a house they can fill.
//!
//! Checked once, here, with the offending units named; the engine behind it cannot fail on the constraints.
//! Knows no method. A unit without members has no claim: it holds exactly its minimum (or its fixed seats).

use crate::limits::MAX_UNITS;
use crate::num::{Seats, Weight};

/// One unit: its members and what the organiser decided for it beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Members.
    pub weight: Weight,
    /// The fewest seats it may get; how that is reached is the instance's [`MinimumRule`].
    pub min: Seats,
    /// The most seats it may get.
    pub max: Seats,
    /// Seats settled by hand; the rest of the house is apportioned around them.
    pub fixed: Option<Seats>,
}

impl Entry {
    /// A unit with nothing but members: no minimum, no maximum, nothing fixed.
    pub const fn new(weight: Weight) -> Self {
        Self { weight, min: Seats::ZERO, max: Seats::MAX, fixed: None }
    }
}

/// How a unit whose share is below its minimum comes to it. Four ways, all in use; `docs/METHODS.md` compares them.
///
/// The first three keep the house. Divisor methods give the same result under all three, since leaving out a unit
/// does not change how the others share (uniformity; Balinski and Young 1982, chapter 6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MinimumRule {
    /// Every unit starts with its minimum; the method goes on from there and skips units at their maximum.
    #[default]
    Seed,
    /// The rounded quota is raised to the minimum, and units below it take no part in the largest remainders
    /// (US census of 1880). For every method here this is the same seating as [`Self::Seed`].
    Clamp,
    /// Units that come out below their minimum get the minimum and leave; the rest of the house is shared among the
    /// rest of the members afresh, until nobody is below.
    SetAside,
    /// Minima are ignored, then every unit below its own is raised to it: the total grows beyond the house
    /// (Germany, SPD Unterbezirk Hannover).
    TopUp,
}

/// Units, a house and a rule for minima that some allocation satisfies.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Instance {
    entries: Vec<Entry>,
    house: Seats,
    minimum: MinimumRule,
}

impl Instance {
    /// Checks the constraints; every later step relies on them.
    ///
    /// # Errors
    /// See [`InstanceError`]: the units at fault are named by their index.
    pub fn new(entries: Vec<Entry>, house: Seats, minimum: MinimumRule) -> Result<Self, InstanceError> {
        if entries.is_empty() {
            return Err(InstanceError::NoUnits);
        }
        if entries.len() > MAX_UNITS {
            return Err(InstanceError::TooManyUnits { count: entries.len() });
        }
        if house == Seats::ZERO {
            return Err(InstanceError::NoSeats);
        }
        if entries.iter().all(|e| e.weight == Weight::ZERO) {
            return Err(InstanceError::NoMembers);
        }
        let units = which(&entries, |e| e.min > e.max);
        if !units.is_empty() {
            return Err(InstanceError::MinimumAboveMaximum { units });
        }
        let units = which(&entries, |e| e.fixed.is_some_and(|f| f < e.min || f > e.max));
        if !units.is_empty() {
            return Err(InstanceError::FixedOutsideBounds { units });
        }
        let instance = Self { entries, house, minimum };
        instance.check_house()?;
        Ok(instance)
    }

    fn check_house(&self) -> Result<(), InstanceError> {
        let house = u64::from(self.house.get());
        let (mut minima, mut maxima) = (0, 0);
        for entry in &self.entries {
            let (lo, hi) = self.bounds(entry);
            minima += u64::from(lo);
            maxima += u64::from(hi);
        }
        if minima > house {
            let units = which(&self.entries, |e| self.bounds(e).0 > 0);
            return Err(InstanceError::MinimaAboveHouse { sum: minima, house: self.house, units });
        }
        if maxima < house {
            let units = which(&self.entries, |e| self.bounds(e).1 < self.house.get());
            return Err(InstanceError::MaximaBelowHouse { sum: maxima, house: self.house, units });
        }
        Ok(())
    }

    /// The fewest and most seats the method itself may give a unit (topping up comes after it).
    #[inline(always)]
    pub(super) fn bounds(&self, entry: &Entry) -> (u32, u32) {
        let min = if self.minimum == MinimumRule::TopUp { 0 } else { entry.min.get() };
        match entry.fixed {
            Some(fixed) => (fixed.get(), fixed.get()),
            None if entry.weight == Weight::ZERO => (min, min),
            None => (min, entry.max.get()),
        }
    }

    /// The units, in the order given. The order never decides anything.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The seats to apportion. The total is larger only under [`MinimumRule::TopUp`].
    pub const fn house(&self) -> Seats {
        self.house
    }

    /// How minima are reached.
    pub const fn minimum(&self) -> MinimumRule {
        self.minimum
    }

    /// The same units and rule with another house.
    ///
    /// # Errors
    /// As [`Self::new`]: bounds may not hold this house.
    pub fn with_house(&self, house: Seats) -> Result<Self, InstanceError> {
        Self::new(self.entries.clone(), house, self.minimum)
    }

    /// The same instance where one unit has other members; as it is if there is no such unit.
    ///
    /// # Errors
    /// As [`Self::new`]: without members a unit may leave part of the house empty.
    pub fn with_weight(&self, unit: usize, weight: Weight) -> Result<Self, InstanceError> {
        let mut entries = self.entries.clone();
        if let Some(entry) = entries.get_mut(unit) {
            entry.weight = weight;
        }
        Self::new(entries, self.house, self.minimum)
    }

    /// The members of all units together; below 2^60.
    pub fn total_weight(&self) -> u64 {
        self.entries.iter().map(|e| e.weight.get()).sum()
    }
}

/// Why units, house and bounds do not make an [`Instance`]. Units are named by index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstanceError {
    /// The list of units is empty.
    NoUnits,
    /// More than [`MAX_UNITS`].
    TooManyUnits {
        /// How many there are.
        count: usize,
    },
    /// The house is empty: there is nothing to apportion.
    NoSeats,
    /// No unit has a member: there is no claim to any seat.
    NoMembers,
    /// These units have a minimum above their maximum.
    MinimumAboveMaximum {
        /// The units.
        units: Vec<usize>,
    },
    /// These units have fixed seats below their minimum or above their maximum.
    FixedOutsideBounds {
        /// The units.
        units: Vec<usize>,
    },
    /// Minima and fixed seats add up to more than the house.
    MinimaAboveHouse {
        /// What they add up to.
        sum: u64,
        /// The house.
        house: Seats,
        /// The units with a minimum or fixed seats.
        units: Vec<usize>,
    },
    /// Maxima and fixed seats add up to less than the house; a unit without members counts with its minimum.
    MaximaBelowHouse {
        /// What they add up to.
        sum: u64,
        /// The house.
        house: Seats,
        /// The units held below the house.
        units: Vec<usize>,
    },
}

impl InstanceError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoUnits => "no-units",
            Self::TooManyUnits { .. } => "too-many-units",
            Self::NoSeats => "no-seats",
            Self::NoMembers => "no-members",
            Self::MinimumAboveMaximum { .. } => "minimum-above-maximum",
            Self::FixedOutsideBounds { .. } => "fixed-outside-bounds",
            Self::MinimaAboveHouse { .. } => "minima-above-house",
            Self::MaximaBelowHouse { .. } => "maxima-below-house",
        }
    }
}

impl std::fmt::Display for InstanceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for InstanceError {}

/// The indices of the entries that `at_fault` names.
fn which(entries: &[Entry], at_fault: impl Fn(&Entry) -> bool) -> Vec<usize> {
    entries.iter().enumerate().filter(|(_, e)| at_fault(e)).map(|(i, _)| i).collect()
}
