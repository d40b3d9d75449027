//! Which former group each group continues, and equal units brought back to where they came from.

use super::{Hold, Task};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Gives each group the former group from which most of its units come, each former group once; then lets loose
/// units of equal size change places so that as many as can be are in the group that continues theirs.
pub(super) fn settle(task: &Task, group_of: &mut [usize]) -> Vec<Option<u32>> {
    let mut shared: BTreeMap<(usize, u32), (usize, u64)> = BTreeMap::new();
    for (item, group) in task.items.iter().zip(group_of.iter()) {
        if let Some(from) = item.from {
            let (units, size) = shared.entry((*group, from)).or_default();
            *units += 1;
            *size += u64::from(item.size);
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().collect();
    pairs.sort_by_key(|(pair, (units, size))| (Reverse(*units), Reverse(*size), *pair));
    let mut keeps = vec![None; task.groups];
    let mut kept = HashSet::new();
    for ((group, from), _) in pairs {
        if let Some(keep) = keeps.get_mut(group).filter(|keep| keep.is_none())
            && kept.insert(from)
        {
            *keep = Some(from);
        }
    }
    bring_back(task, group_of, &keeps);
    keeps
}

fn bring_back(task: &Task, group_of: &mut [usize], keeps: &[Option<u32>]) {
    let home: HashMap<u32, usize> =
        keeps.iter().enumerate().filter_map(|(group, from)| Some(((*from)?, group))).collect();
    let mut equals: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, item) in task.items.iter().enumerate().filter(|(_, item)| item.hold == Hold::Free) {
        equals.entry(item.size).or_default().push(at);
    }
    for units in equals.into_values().filter(|units| units.len() > 1) {
        // The places of these units, by group: who has a home among them takes it, the others what remains.
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for group in units.iter().filter_map(|at| group_of.get(*at)) {
            *places.entry(*group).or_default() += 1;
        }
        let mut take = |group: usize| match places.get_mut(&group) {
            Some(free) if *free > 0 => {
                *free -= 1;
                true
            }
            _ => false,
        };
        let from = |at: usize| home.get(&task.items.get(at)?.from?).copied();
        let (back, others): (Vec<usize>, Vec<usize>) =
            units.into_iter().partition(|at| from(*at).is_some_and(&mut take));
        for at in back {
            if let (Some(group), Some(of)) = (from(at), group_of.get_mut(at)) {
                *of = group;
            }
        }
        // Where the others can stay they do.
        let (_, moving): (Vec<usize>, Vec<usize>) =
            others.into_iter().partition(|at| group_of.get(*at).is_some_and(|group| take(*group)));
        let mut free = places.into_iter().flat_map(|(group, free)| std::iter::repeat_n(group, free));
        for at in moving {
            if let (Some(group), Some(of)) = (free.next(), group_of.get_mut(at)) {
                *of = group;
            }
        }
    }
}

/// Whether another grouping is certainly as good: two loose units of equal size could change places between groups
/// that are not apart, at least one of which has other units.
pub(super) fn several(task: &Task, group_of: &[usize], apart: &[usize]) -> bool {
    let mut units = vec![0usize; task.groups];
    for group in group_of {
        if let Some(units) = units.get_mut(*group) {
            *units += 1;
        }
    }
    let company = |group: usize| units.get(group).is_some_and(|units| *units > 1);
    let mut seen: HashMap<u32, (usize, bool)> = HashMap::new();
    let loose = task.items.iter().zip(group_of).filter(|(item, _)| item.hold == Hold::Free);
    for (item, &group) in loose.filter(|(_, group)| apart.binary_search(group).is_err()) {
        let company = company(group);
        let (first, known) = *seen.entry(item.size).or_insert((group, company));
        if first != group && (known || company) {
            return true;
        }
    }
    false
}
