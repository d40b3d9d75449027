//! Grouping: units shared among delegations of nearly equal size, with what can be said about how good that is.
//!
//! **What is best**, in this order, because it can be seen and checked from the sizes alone: the largest group is as
//! small as possible; where one unit alone sets that size, its group is set apart and the others are considered
//! anew; then the smallest of what remains is as large as possible. (The sum of squared deviations would rank more
//! groupings, but nobody can say from a list of sizes whether it could be smaller.) What is still open is evened out
//! by single moves and exchanges of two units: that is no claim.
//!
//! Each of the three figures comes with a bound that no grouping passes. Where figure and bound meet, the figure is
//! proven best; otherwise their distance is the gap. A search proves what the simple bounds leave open, as far as its
//! budget of looks goes: counted, not timed, so that every machine answers alike.
//!
//! **Canonical order** among equally good groupings: units by decreasing size, then in the order given; each into the
//! smallest group, then the first; the search takes the first grouping it meets in that order, fullest groups first.
//! Finally units of equal size change places where that leaves more of them in the group they came from. A grouping is
//! a suggestion; where others are certainly as good, it says so.
//!
//! Sources: R. L. Graham, "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 17 (1969), 416-429 (largest
//! first, its bound 4/3 and the example that reaches it); E. L. Schreiber, R. E. Korf, M. D. Moffitt, "Optimal
//! multi-way number partitioning", J. ACM 65 (2018), art. 24 (filling group after group, each with its largest
//! remaining item). Knows neither names nor delegations, nor what a size counts.

mod bound;
mod even;
mod fill;
mod held;
mod improve;
mod rest;
mod settle;
mod verify;

pub use verify::{Fault, verify};

use crate::num::packed;
use improve::Level;
use rest::{Part, Rest};
use serde::{Deserialize, Serialize};

/// How freely a unit can be grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hold {
    /// It can go anywhere.
    #[default]
    Free,
    /// It forms a group of its own.
    Alone,
}

/// One unit to be grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// What it counts for.
    pub size: u32,
    /// How freely it can be grouped.
    pub hold: Hold,
    /// The group it comes from, by any number.
    pub from: Option<u32>,
}

/// What is to be grouped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// The units.
    pub items: Vec<Item>,
    /// The number of groups; each gets at least one unit.
    pub groups: usize,
    /// The least size of a group.
    pub least: u64,
    /// The greatest size of a group, if there is one.
    pub most: Option<u64>,
}

/// Why no grouping can pass a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Why {
    /// The average of the groups, once the largest `apart` units have groups of their own.
    Average {
        /// How many units are left out.
        apart: usize,
    },
    /// This unit alone has as many.
    Unit(usize),
    /// Of the `units` largest units, `together` must share a group.
    Crowd {
        /// How many units.
        units: usize,
        /// How many of them share a group.
        together: usize,
    },
    /// There are so few units that, once the largest `apart` are left out, some group gets at most `units` of them.
    Few {
        /// How many units are left out.
        apart: usize,
        /// How many units the group gets.
        units: usize,
    },
    /// A complete search.
    Search,
}

/// A figure of a grouping and what is known about how good it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claim {
    /// The figure.
    pub value: u64,
    /// What no grouping passes: below it for the largest, above it for the smallest.
    pub bound: u64,
    /// Why none passes it.
    pub why: Why,
}

/// A grouping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grouping {
    /// The group of each unit.
    #[serde(with = "packed::places")]
    pub group_of: Vec<usize>,
    /// The size of each group.
    #[serde(with = "packed::sums")]
    pub sizes: Vec<u64>,
    /// For each group the former group that it continues: the one from which most of its units come.
    #[serde(with = "packed::options")]
    pub keeps: Vec<Option<u32>>,
    /// The groups that are considered apart: a unit that stays alone, or one so large that it sets the largest size.
    #[serde(with = "packed::places")]
    pub apart: Vec<usize>,
    /// The largest group.
    pub largest: Claim,
    /// The largest group beside those apart, where there are such.
    pub others: Option<Claim>,
    /// The smallest group beside those apart, given the largest.
    pub smallest: Claim,
    /// Another grouping is certainly as good: units of equal size stand in different groups.
    pub several: bool,
}

/// Why there is no grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unfit {
    /// No group was asked for.
    NoGroups,
    /// More units than the limit.
    TooManyUnits(usize),
    /// Every group needs a unit.
    FewerUnits {
        /// Units there are.
        units: usize,
        /// Groups asked for.
        groups: usize,
    },
    /// The units that stay alone need more groups.
    FewerGroups {
        /// Groups they need.
        needed: usize,
        /// Groups asked for.
        groups: usize,
    },
    /// The least size is above the greatest.
    Crossed {
        /// The least.
        least: u64,
        /// The greatest.
        most: u64,
    },
    /// A unit alone is above the greatest size.
    UnitAbove {
        /// The unit.
        item: usize,
        /// Its size.
        size: u64,
        /// The greatest.
        most: u64,
    },
    /// A unit that stays alone is below the least size.
    AloneBelow {
        /// The unit.
        item: usize,
        /// Its size.
        size: u64,
        /// The least.
        least: u64,
    },
    /// However they are grouped, the largest has at least `bound`.
    MostTooLow {
        /// What the largest has at least.
        bound: u64,
        /// Why.
        why: Why,
        /// The greatest size asked for.
        most: u64,
    },
    /// However they are grouped, the smallest has at most `bound`.
    LeastTooHigh {
        /// What the smallest has at most.
        bound: u64,
        /// Why.
        why: Why,
        /// The least size asked for.
        least: u64,
    },
    /// A complete search found none within the bounds.
    NoneWithin,
    /// None within the bounds was found, but not all were looked at.
    NotFound,
}

impl Unfit {
    /// A stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoGroups => "no-groups",
            Self::TooManyUnits(_) => "too-many-units",
            Self::FewerUnits { .. } => "fewer-units",
            Self::FewerGroups { .. } => "fewer-groups",
            Self::Crossed { .. } => "bounds-crossed",
            Self::UnitAbove { .. } => "unit-above",
            Self::AloneBelow { .. } => "alone-below",
            Self::MostTooLow { .. } => "most-too-low",
            Self::LeastTooHigh { .. } => "least-too-high",
            Self::NoneWithin => "none-within",
            Self::NotFound => "not-found",
        }
    }
}

impl Claim {
    /// How far the figure is from what is proven possible at best.
    pub const fn gap(&self) -> u64 {
        self.value.abs_diff(self.bound)
    }

    /// Whether no grouping does better.
    pub const fn is_best(&self) -> bool {
        self.gap() == 0
    }
}

impl Grouping {
    /// The units of a group, in the order given.
    pub fn units(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.group_of.iter().enumerate().filter(move |(_, of)| **of == group).map(|(item, _)| item)
    }
}

/// Groups units as evenly as can be.
///
/// ```
/// use delegate_roster::roster::grouping::{Item, Task, group, verify};
/// let items = [7, 6, 5, 4].map(|size| Item { size, ..Item::default() }).to_vec();
/// let task = Task { items, groups: 2, ..Task::default() };
/// let grouping = group(&task).unwrap();
/// assert_eq!(grouping.sizes, [11, 11]);
/// assert!(grouping.largest.is_best() && grouping.smallest.is_best());
/// assert_eq!(verify(&task, &grouping), Ok(()));
/// ```
///
/// # Errors
/// [`Unfit`] where there is no such grouping, or none was found.
pub fn group(task: &Task) -> Result<Grouping, Unfit> {
    let held = held::read(task)?;
    let mut budget = fill::BUDGET;
    let mut parts: Vec<Part> = held.alone.iter().map(|item| Part::alone(*item)).collect();
    let (mut claims, mut smallest) = (Vec::new(), None);
    let rest = Rest::of(task, &held);
    if rest.groups > 0 {
        let mut level = Level::begin(rest, task, &mut budget)?;
        loop {
            claims.push(level.lower_the_largest(&mut budget));
            let apart = level.set_apart();
            if apart.is_empty() {
                break;
            }
            parts.extend(apart);
        }
        let mut raised = level.raise_the_smallest(&mut budget);
        level.even_out();
        // Where the search came to no end, both figures may have become better since.
        if let Some(last) = claims.last_mut() {
            last.value = level.largest();
        }
        raised.value = level.smallest();
        smallest = Some(raised);
        parts.extend(level.parts());
    }
    let (group_of, apart) = rest::number(task, &mut parts);
    Ok(finish(task, group_of, apart, &claims, smallest))
}

/// Puts the parts together: sizes, former groups, and the claims about all groups.
fn finish(
    task: &Task,
    mut group_of: Vec<usize>,
    apart: Vec<usize>,
    claims: &[Claim],
    smallest: Option<Claim>,
) -> Grouping {
    let keeps = settle::settle(task, &mut group_of);
    let mut sizes = vec![0; task.groups];
    for (item, group) in task.items.iter().zip(&group_of) {
        if let Some(size) = sizes.get_mut(*group) {
            *size += u64::from(item.size);
        }
    }
    let alone = task.items.iter().enumerate().filter(|(_, item)| item.hold == Hold::Alone);
    let alone =
        alone.map(|(at, item)| (u64::from(item.size), at)).max_by_key(|(size, at)| (*size, usize::MAX - at));
    let of_alone = alone.map(|(size, item)| Claim { value: size, bound: size, why: Why::Unit(item) });
    let open = claims.first().copied();
    // A unit that stays alone bounds the largest as any other does.
    let largest = match (open, of_alone) {
        (Some(open), Some(alone)) if alone.bound >= open.bound => {
            Claim { value: open.value.max(alone.value), ..alone }
        }
        (open, alone) => {
            open.or(alone).unwrap_or(Claim { value: 0, bound: 0, why: Why::Average { apart: 0 } })
        }
    };
    let least = sizes.iter().copied().min().unwrap_or(0);
    let smallest =
        smallest.unwrap_or(Claim { value: least, bound: least, why: Why::Average { apart: task.groups } });
    let others = claims.last().copied().filter(|_| !apart.is_empty());
    let several = settle::several(task, &group_of, &apart);
    Grouping { group_of, sizes, keeps, apart, largest, others, smallest, several }
}

#[cfg(test)]
mod tests;
