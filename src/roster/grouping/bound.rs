//! Bounds that no grouping passes, from the sizes alone. Sizes come larger ones first.

use super::Why;
use super::rest::Rest;

/// What the largest group has at least.
pub(super) fn largest(rest: &Rest) -> (u64, Why) {
    let sizes = rest.sizes();
    let groups = rest.groups.max(1);
    let total: u64 = sizes.iter().sum();
    let first = sizes.first().copied().unwrap_or(0);
    let mut best = (first, rest.loose.first().map_or(Why::Average { apart: 0 }, |one| Why::Unit(one.item)));
    let mut offer = |bound: u64, why: Why| {
        if bound > best.0 {
            best = (bound, why);
        }
    };
    offer(total.div_ceil(groups as u64), Why::Average { apart: 0 });
    // Of the together·groups + 1 largest, some group gets together + 1: at least the smallest of them.
    let mut together = 1;
    while let Some(crowd) = sizes.get(together * groups - together..=together * groups) {
        offer(crowd.iter().sum(), Why::Crowd { units: together * groups + 1, together: together + 1 });
        together += 1;
    }
    best
}

/// What the smallest group has at most.
pub(super) fn smallest(rest: &Rest) -> (u64, Why) {
    let sizes = rest.sizes();
    let mut left: u64 = sizes.iter().sum();
    let mut best = (u64::MAX, Why::Average { apart: 0 });
    let mut sums = Vec::with_capacity(sizes.len() + 1);
    sums.push(0u64);
    for size in &sizes {
        sums.push(sums.last().copied().unwrap_or(0) + size);
    }
    for (apart, size) in sizes.iter().enumerate().take(rest.groups) {
        // The `apart` largest units are in at most as many groups; the others share what is left.
        let groups = rest.groups - apart;
        let average = left / groups as u64;
        if average < best.0 {
            best = (average, Why::Average { apart });
        }
        let units = (sizes.len() - apart) / groups;
        let few = sums.get(apart + units).zip(sums.get(apart)).map_or(u64::MAX, |(to, from)| to - from);
        if few < best.0 {
            best = (few, Why::Few { apart, units });
        }
        left -= size;
    }
    best
}
