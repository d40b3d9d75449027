//! Good groupings quickly: largest first into the smallest group, then moves and exchanges that even out two groups.

use super::rest::{Draft, Rest};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// Pairs of units that are compared at most. Reason: a few hundredths of a second in a browser; groupings of a few
/// hundred units are even long before.
const LOOKS: usize = 400_000;

/// Largest first (Graham 1969): each unit into the smallest group, an empty one first, then the first.
pub(super) fn spread(rest: &Rest) -> Draft {
    let mut heap: BinaryHeap<_> = (0..rest.groups).map(|group| Reverse((0, 0u8, group))).collect();
    let mut of = Vec::with_capacity(rest.loose.len());
    for one in &rest.loose {
        let Some(Reverse((size, _, group))) = heap.pop() else { break };
        of.push(group);
        heap.push(Reverse((size + one.size, 1, group)));
    }
    rest.draft(of)
}

/// Evens out: while some move of a unit, or exchange of two, brings two groups nearer to each other, the best of the
/// pair of groups furthest apart is done. The largest group never grows, the smallest never shrinks.
pub(super) fn even_out(rest: &Rest, draft: &mut Draft) {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); rest.groups];
    for (at, group) in draft.of.iter().enumerate() {
        if let Some(list) = members.get_mut(*group) {
            list.push(at);
        }
    }
    let mut order: BTreeSet<(u64, usize)> = draft.sizes.iter().copied().zip(0..).collect();
    let mut looks = LOOKS;
    while let Some(step) = find(rest, &order, &members, &mut looks) {
        let both = |draft: &Draft| [step.from, step.to].map(|group| (draft.size(group), group));
        for before in both(draft) {
            order.remove(&before);
        }
        carry_out(rest, draft, &mut members, step);
        order.extend(both(draft));
    }
}

/// A unit that goes from one group to another, and one that may come back.
#[derive(Clone, Copy)]
struct Step {
    from: usize,
    to: usize,
    goes: usize,
    comes: Option<usize>,
}

/// The groups in order are those with their sizes, smaller ones first.
fn find(
    rest: &Rest,
    order: &BTreeSet<(u64, usize)>,
    members: &[Vec<usize>],
    looks: &mut usize,
) -> Option<Step> {
    for &(high, from) in order.iter().rev() {
        for &(low, to) in order {
            let apart = high.saturating_sub(low);
            if apart < 2 {
                break;
            }
            let (givers, takers) = (members.get(from)?, members.get(to)?);
            *looks = looks.checked_sub(givers.len() * (1 + takers.len()))?;
            if let Some(step) = best(rest, givers, takers, apart, (from, to)) {
                return Some(step);
            }
        }
    }
    None
}

/// The exchange that brings two groups nearest to each other, if any brings them nearer.
fn best(
    rest: &Rest,
    givers: &[usize],
    takers: &[usize],
    apart: u64,
    (from, to): (usize, usize),
) -> Option<Step> {
    let size = |at: usize| rest.loose.get(at).map_or(0, |one| one.size);
    let may_give = givers.len() > 1;
    let mut found: Option<(u64, Step)> = None;
    for &goes in givers {
        let alone = may_give.then_some(None);
        for comes in alone.into_iter().chain(takers.iter().map(|at| Some(*at))) {
            let net = size(goes).saturating_sub(comes.map_or(0, size));
            if net == 0 || net >= apart {
                continue;
            }
            let left = apart.abs_diff(2 * net);
            if found.as_ref().is_none_or(|(least, _)| left < *least) {
                found = Some((left, Step { from, to, goes, comes }));
            }
        }
    }
    found.map(|(_, step)| step)
}

fn carry_out(rest: &Rest, draft: &mut Draft, members: &mut [Vec<usize>], step: Step) {
    let mut shift = |at: usize, from: usize, to: usize| {
        let size = rest.loose.get(at).map_or(0, |one| one.size);
        if let Some(of) = draft.of.get_mut(at) {
            *of = to;
        }
        if let Some(sum) = draft.sizes.get_mut(from) {
            *sum -= size;
        }
        if let Some(sum) = draft.sizes.get_mut(to) {
            *sum += size;
        }
        if let Some(list) = members.get_mut(from) {
            list.retain(|one| *one != at);
        }
        if let Some(list) = members.get_mut(to) {
            let place = list.partition_point(|one| *one < at);
            list.insert(place, at);
        }
    };
    shift(step.goes, step.from, step.to);
    if let Some(comes) = step.comes {
        shift(comes, step.to, step.from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::grouping::rest::Loose;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn groups_stay_in_order_as_if_they_were_sorted_for_each_step(
            mut sizes in prop::collection::vec(0u64..60, 1..30),
            groups in 1usize..12,
        ) {
            sizes.sort_unstable_by_key(|size| Reverse(*size));
            let loose: Vec<_> = sizes.into_iter().zip(0..).map(|(size, item)| Loose { item, size }).collect();
            let rest = Rest { groups: groups.min(loose.len()), loose };
            // Not largest first, so that there is much to even out.
            let first = rest.draft((0..rest.loose.len()).map(|at| at % rest.groups).collect());
            let (mut evened, mut plain) = (first.clone(), first);
            even_out(&rest, &mut evened);
            let mut looks = LOOKS;
            loop {
                let place = |group| (0..plain.of.len()).filter(|at| plain.of[*at] == group).collect();
                let mut members: Vec<Vec<usize>> = (0..rest.groups).map(place).collect();
                let order = plain.sizes.iter().copied().zip(0..).collect();
                let Some(step) = find(&rest, &order, &members, &mut looks) else { break };
                carry_out(&rest, &mut plain, &mut members, step);
            }
            prop_assert_eq!(evened, plain);
        }
    }
}
