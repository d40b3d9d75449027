//! `Breaking`: the fewest groups whose absence leaves a sitting without its quorum. Knows no names.
//!
//! Taking the largest groups first is optimal, because only the sum of those who leave counts; where the last one
//! taken has equals, any of them does, and the answer says so. Others of this size may do as well: the answer is the
//! number, with the largest for an example.

use super::Finding;

/// The largest of the smallest sets of groups without which the rule is not met any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breaking {
    /// Groups to take, by their place, the largest first.
    pub certain: Vec<usize>,
    /// Groups of the same size of which `open` more are needed.
    pub among: Vec<usize>,
    /// How many of `among` are needed.
    pub open: usize,
}

impl Breaking {
    /// How many groups have to be away.
    pub const fn size(&self) -> usize {
        self.certain.len() + self.open
    }
}

impl Finding {
    /// The fewest of the groups present, given by their sizes, without which this rule would not be met. `None` if
    /// it is not met as it is, or still met when all of them are away.
    pub fn breaking(&self, sizes: &[u64]) -> Option<Breaking> {
        let spare = self.achieved.checked_sub(self.needed)?;
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        let size = |place: usize| sizes.get(place).copied().unwrap_or(0);
        order.sort_by_key(|&place| (std::cmp::Reverse(size(place)), place));
        let mut away = 0;
        let taken = 1 + order.iter().position(|&place| {
            away += size(place);
            away > spare
        })?;
        let last = size(*order.get(taken - 1)?);
        let certain: Vec<_> = order.iter().copied().filter(|&place| size(place) > last).collect();
        let among: Vec<_> = order.into_iter().filter(|&place| size(place) == last).collect();
        let open = taken - certain.len();
        Some(if among.len() == open {
            Breaking { certain: certain.into_iter().chain(among).collect(), among: Vec::new(), open: 0 }
        } else {
            Breaking { certain, among, open }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threshold::{Base, Rule, Share};
    use proptest::prelude::*;

    fn finding(sizes: &[u64], whole: u64) -> Finding {
        let rule = Rule::more_than(Share::HALF, Base::Due);
        Finding { rule, whole, needed: rule.needed(whole), achieved: sizes.iter().sum() }
    }

    #[test]
    fn the_last_of_several_equals_is_named_as_any_of_them() {
        // 100 due, 51 needed, 80 present: 29 may leave. 20 and one of the two 15s are enough.
        let found = finding(&[15, 20, 15, 30], 100).breaking(&[15, 20, 15, 30]).unwrap();
        assert_eq!(found, Breaking { certain: vec![3], among: vec![], open: 0 });
        let found = finding(&[15, 20, 15, 20, 10], 100).breaking(&[15, 20, 15, 20, 10]).unwrap();
        assert_eq!(found, Breaking { certain: vec![1, 3], among: vec![], open: 0 });
        let found = finding(&[20, 20, 20, 20], 100).breaking(&[20, 20, 20, 20]).unwrap();
        assert_eq!(found, Breaking { certain: vec![], among: vec![0, 1, 2, 3], open: 2 });
    }

    #[test]
    fn no_quorum_cannot_be_broken() {
        assert_eq!(finding(&[10, 10], 100).breaking(&[10, 10]), None);
    }

    proptest! {
        #[test]
        fn no_smaller_set_breaks_the_quorum(sizes in proptest::collection::vec(0..30u64, 1..9), whole in 1..120u64) {
            let finding = finding(&sizes, whole);
            let sum = |set: u32| -> u64 { (0..sizes.len()).filter(|i| set >> i & 1 == 1).map(|i| sizes[i]).sum() };
            let breaks = |set: u32| finding.achieved >= finding.needed && finding.achieved - sum(set) < finding.needed;
            let least = (0..1u32 << sizes.len()).filter(|&set| breaks(set)).map(u32::count_ones).min();
            let found = finding.breaking(&sizes);
            prop_assert_eq!(found.as_ref().map(Breaking::size), least.map(|n| n as usize));
            if let Some(found) = found {
                let chosen = found.certain.iter().chain(found.among.iter().take(found.open));
                prop_assert!(breaks(chosen.fold(0, |set, &i| set | 1 << i)));
            }
        }
    }
}
