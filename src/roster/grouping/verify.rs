//! Checks a grouping against its task, without any code of the engine.
//!
//! Everything is redone but one thing: a bound that rests on a complete search is taken on trust, since checking it
//! would be the search again. All other bounds are worked out from their reason.

use super::{Claim, Grouping, Hold, Task, Why};

/// What is wrong with a grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The lists do not have one entry for each unit, or each group.
    Shape,
    /// A unit stands with others though it stays alone.
    Moved(usize),
    /// A group without units.
    Empty(usize),
    /// The size stated for a group is not the sum of its units.
    Size(usize),
    /// A group outside the bounds asked for.
    Bounds(usize),
    /// A group is called apart that neither stays alone nor is filled by one unit.
    NotApart(usize),
    /// A former group is continued by two groups, or by one without units of it.
    Kept(usize),
    /// The largest, the largest of the others, or the smallest is not as stated.
    Value,
    /// A bound does not follow from its reason.
    Bound(Why),
}

/// Checks a grouping.
///
/// # Errors
/// The first [`Fault`] that is found.
pub fn verify(task: &Task, grouping: &Grouping) -> Result<(), Fault> {
    let groups = task.groups;
    if grouping.group_of.len() != task.items.len()
        || grouping.sizes.len() != groups
        || grouping.keeps.len() != groups
        || grouping.group_of.iter().chain(&grouping.apart).any(|group| *group >= groups)
    {
        return Err(Fault::Shape);
    }
    for group in 0..groups {
        check_group(task, grouping, group)?;
    }
    let beside = |apart: bool| -> Vec<usize> {
        let is_alone = |group: &usize| holds(task, grouping, *group).any(|(_, hold)| hold == Hold::Alone);
        let out = |group: &usize| if apart { grouping.apart.contains(group) } else { is_alone(group) };
        (0..groups).filter(|group| !out(group)).collect()
    };
    let (open, others) = (beside(false), beside(true));
    let size = |group: &usize| grouping.sizes.get(*group).copied().unwrap_or(0);
    let extreme = |groups: &[usize]| (groups.iter().map(size).max(), groups.iter().map(size).min());
    let whole = grouping.sizes.iter().copied().max();
    if whole != Some(grouping.largest.value)
        || grouping.others.map(|claim| claim.value)
            != extreme(&others).0.filter(|_| grouping.others.is_some())
        || extreme(&others).1.is_some_and(|smallest| smallest != grouping.smallest.value)
    {
        return Err(Fault::Value);
    }
    largest_follows(task, grouping, &open, grouping.largest)?;
    if let Some(claim) = grouping.others {
        largest_follows(task, grouping, &others, claim)?;
    }
    if others.is_empty() { Ok(()) } else { smallest_follows(task, grouping, &others) }
}

fn holds<'a>(task: &'a Task, grouping: &'a Grouping, group: usize) -> impl Iterator<Item = (u64, Hold)> + 'a {
    let items = task.items.iter().zip(&grouping.group_of).filter(move |(_, of)| **of == group);
    items.map(|(item, _)| (u64::from(item.size), item.hold))
}

fn check_group(task: &Task, grouping: &Grouping, group: usize) -> Result<(), Fault> {
    let units: Vec<_> = holds(task, grouping, group).collect();
    let size: u64 = units.iter().map(|(size, _)| size).sum();
    if units.is_empty() {
        return Err(Fault::Empty(group));
    }
    if grouping.sizes.get(group) != Some(&size) {
        return Err(Fault::Size(group));
    }
    if size < task.least || task.most.is_some_and(|most| size > most) {
        return Err(Fault::Bounds(group));
    }
    let alone = units.iter().any(|(_, hold)| *hold == Hold::Alone);
    if alone && units.len() > 1 {
        let of = grouping.group_of.iter().position(|of| *of == group);
        return Err(Fault::Moved(of.unwrap_or(0)));
    }
    let counting = units.iter().filter(|(size, _)| *size > 0).count();
    if grouping.apart.contains(&group) != alone && (alone || counting > 1) {
        return Err(Fault::NotApart(group));
    }
    let keeps = grouping.keeps.get(group).copied().flatten();
    let Some(former) = keeps else { return Ok(()) };
    let twice = grouping.keeps.iter().filter(|other| **other == Some(former)).count() > 1;
    let has = task.items.iter().zip(&grouping.group_of).any(|(item, of)| *of == group && item.from == keeps);
    if twice || !has { Err(Fault::Kept(group)) } else { Ok(()) }
}

/// The sizes of the units in some groups, larger ones first.
fn sizes(task: &Task, grouping: &Grouping, groups: &[usize]) -> Vec<u64> {
    let units = groups.iter().flat_map(|group| holds(task, grouping, *group));
    let mut sizes: Vec<u64> = units.map(|(size, _)| size).collect();
    sizes.sort_unstable();
    sizes.reverse();
    sizes
}

fn largest_follows(task: &Task, grouping: &Grouping, groups: &[usize], claim: Claim) -> Result<(), Fault> {
    let sizes = sizes(task, grouping, groups);
    let count = groups.len();
    let bound = match claim.why {
        Why::Search => Some(claim.bound),
        Why::Unit(item) => task.items.get(item).map(|item| item.size.into()),
        Why::Average { apart: 0 } => Some(sizes.iter().sum::<u64>().div_ceil(count.max(1) as u64)),
        // More than (together - 1) units for each group: some group gets `together` of them.
        Why::Crowd { units, together } if units > count * (together.saturating_sub(1)) => {
            let among = sizes.get(..units);
            among.map(|among| among.iter().rev().take(together).sum())
        }
        _ => None,
    };
    let follows = bound == Some(claim.bound) && claim.bound <= claim.value;
    if follows { Ok(()) } else { Err(Fault::Bound(claim.why)) }
}

fn smallest_follows(task: &Task, grouping: &Grouping, groups: &[usize]) -> Result<(), Fault> {
    let sizes = sizes(task, grouping, groups);
    let claim = grouping.smallest;
    let count = |apart: usize| groups.len().checked_sub(apart).filter(|left| *left > 0);
    let bound = match claim.why {
        Why::Search => Some(claim.bound),
        Why::Average { apart } => {
            count(apart).map(|left| sizes.iter().skip(apart).sum::<u64>() / left as u64)
        }
        // All groups cannot have more than `units` of the units that remain.
        Why::Few { apart, units } => count(apart)
            .filter(|left| sizes.len().saturating_sub(apart) < (units + 1) * left)
            .map(|_| sizes.iter().skip(apart).take(units).sum()),
        _ => None,
    };
    let follows = bound == Some(claim.bound) && claim.bound >= claim.value;
    if follows { Ok(()) } else { Err(Fault::Bound(claim.why)) }
}
