//! What stays where it is, and what makes a grouping impossible before anything is searched.

use super::{Hold, Task, Unfit};
use crate::limits::MAX_UNITS;

/// The units by how freely they can be grouped.
pub(super) struct Held {
    /// Units that form a group of their own.
    pub(super) alone: Vec<usize>,
    /// All others.
    pub(super) free: Vec<usize>,
}

/// Sorts the units by their hold, or says what contradicts what.
pub(super) fn read(task: &Task) -> Result<Held, Unfit> {
    let (units, groups) = (task.items.len(), task.groups);
    let most = task.most.unwrap_or(u64::MAX);
    if groups == 0 {
        return Err(Unfit::NoGroups);
    }
    if units > MAX_UNITS {
        return Err(Unfit::TooManyUnits(units));
    }
    if units < groups {
        return Err(Unfit::FewerUnits { units, groups });
    }
    if task.least > most {
        return Err(Unfit::Crossed { least: task.least, most });
    }
    let mut held = Held { alone: Vec::new(), free: Vec::new() };
    for (at, item) in task.items.iter().enumerate() {
        let size = u64::from(item.size);
        if size > most {
            return Err(Unfit::UnitAbove { item: at, size, most });
        }
        match item.hold {
            Hold::Free => held.free.push(at),
            Hold::Alone if size < task.least => {
                return Err(Unfit::AloneBelow { item: at, size, least: task.least });
            }
            Hold::Alone => held.alone.push(at),
        }
    }
    let taken = held.alone.len();
    // Free units need a group that is not closed to them.
    let needed = taken + usize::from(!held.free.is_empty());
    if needed > groups {
        return Err(Unfit::FewerGroups { needed, groups });
    }
    if held.free.len() < groups - taken {
        return Err(Unfit::FewerUnits { units: taken + held.free.len(), groups });
    }
    Ok(held)
}
