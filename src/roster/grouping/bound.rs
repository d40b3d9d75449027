//! Bounds that no grouping passes, from the sizes alone. Sizes come larger ones first.

use super::Why;
use super::rest::Rest;

/// What the largest group has at least.
pub(super) fn largest(rest: &Rest) -> (u64, Why) {
    let sums = sums(rest);
    let groups = rest.groups.max(1);
    let total = sums.last().copied().unwrap_or(0);
    let mut best = match rest.loose.first() {
        Some(first) => (first.size, Why::Unit(first.item)),
        None => (0, Why::Average { apart: 0 }),
    };
    let mut offer = |bound: u64, why: Why| {
        if bound > best.0 {
            best = (bound, why);
        }
    };
    offer(total.div_ceil(groups as u64), Why::Average { apart: 0 });
    // Of the together·groups + 1 largest, some group gets together + 1: at least the smallest of them.
    let mut together = 1;
    while let Some(crowd) = between(&sums, together * groups - together, together * groups + 1) {
        offer(crowd, Why::Crowd { units: together * groups + 1, together: together + 1 });
        together += 1;
    }
    best
}

/// What the smallest group has at most.
pub(super) fn smallest(rest: &Rest) -> (u64, Why) {
    let sums = sums(rest);
    let mut left = sums.last().copied().unwrap_or(0);
    let mut best = (u64::MAX, Why::Average { apart: 0 });
    for (apart, one) in rest.loose.iter().enumerate().take(rest.groups) {
        // The `apart` largest units are in at most as many groups; the others share what is left.
        let groups = rest.groups - apart;
        let average = left / groups as u64;
        if average < best.0 {
            best = (average, Why::Average { apart });
        }
        let units = (rest.loose.len() - apart) / groups;
        let few = between(&sums, apart, apart + units).unwrap_or(u64::MAX);
        if few < best.0 {
            best = (few, Why::Few { apart, units });
        }
        left -= one.size;
    }
    best
}

/// What the first units have together: none, one, two …
fn sums(rest: &Rest) -> Vec<u64> {
    let running = rest.loose.iter().scan(0, |sum, one| {
        *sum += one.size;
        Some(*sum)
    });
    std::iter::once(0).chain(running).collect()
}

/// What the units from one place up to another have together, if there are so many.
fn between(sums: &[u64], from: usize, to: usize) -> Option<u64> {
    Some(sums.get(to)? - sums.get(from)?)
}
