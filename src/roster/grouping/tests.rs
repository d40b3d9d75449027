//! Known answers with their sources, then every small task against all its groupings.

use super::rest::Draft;
use super::*;
use proptest::prelude::*;

fn task(sizes: &[u32], groups: usize) -> Task {
    let items = sizes.iter().map(|size| Item { size: *size, ..Item::default() }).collect();
    Task { items, groups, ..Task::default() }
}

fn sorted(grouping: &Grouping) -> Vec<u64> {
    let mut sizes = grouping.sizes.clone();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes
}

/// Delegates actual per unit of the example congress; its totals are published (484), the units illustrative.
const EXAMPLE: [u32; 30] =
    [59, 53, 50, 45, 42, 27, 25, 19, 18, 17, 15, 13, 17, 12, 11, 9, 8, 7, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1, 5];

#[test]
fn sizes_of_known_groupings() {
    let cases: &[(&[u32], usize, &[u64])] = &[
        // Graham 1969, theorem 2: largest first gives 11 where 9 is possible, 4/3 - 1/(3m) with m = 3.
        (&[5, 5, 4, 4, 3, 3, 3], 3, &[9, 9, 9]),
        (&[3, 3, 2, 2, 2], 2, &[6, 6]),
        // Two groups: the example of differencing, Karmarkar and Karp 1982 end at a difference of 2; 0 is possible.
        (&[8, 7, 6, 5, 4], 2, &[15, 15]),
        (&[7], 1, &[7]),
        (&[9, 1, 1, 1], 2, &[9, 3]),
        (&[0, 0, 5], 3, &[5, 0, 0]),
        // Five units set the five largest; the ten others share 235: 27 and 25 alone, then 183 over eight.
        (&EXAMPLE, 15, &[59, 53, 50, 45, 42, 27, 25, 23, 23, 23, 23, 23, 23, 23, 22]),
    ];
    for (sizes, groups, expected) in cases {
        let task = task(sizes, *groups);
        let grouping = group(&task).unwrap();
        assert_eq!(sorted(&grouping), *expected);
        assert!(grouping.largest.is_best() && grouping.smallest.is_best(), "{grouping:?}");
        assert!(grouping.others.is_none_or(|others| others.is_best()));
        assert_eq!(verify(&task, &grouping), Ok(()));
    }
}

#[test]
fn the_reason_of_a_bound_is_the_simplest() {
    let example = group(&task(&EXAMPLE, 15)).unwrap();
    assert_eq!(example.largest, Claim { value: 59, bound: 59, why: Why::Unit(0) });
    assert_eq!(example.apart.len(), 7);
    assert_eq!(example.others.map(|claim| (claim.value, claim.why)), Some((23, Why::Average { apart: 0 })));
    let crowd = group(&task(&[10, 10, 10], 2)).unwrap();
    assert_eq!(crowd.largest, Claim { value: 20, bound: 20, why: Why::Crowd { units: 3, together: 2 } });
    // Sizes in threes: neither group can have 10 or 11, which only a search sees.
    let searched = group(&task(&[6, 6, 3, 3, 3], 2)).unwrap();
    assert_eq!((searched.largest.value, searched.smallest.value), (12, 9));
    assert_eq!(searched.largest.why, Why::Search);
}

#[test]
fn what_cannot_be_is_explained() {
    let with = |sizes: &[u32], groups, least, most| Task { least, most, ..task(sizes, groups) };
    let cases = [
        (with(&[1], 0, 0, None), Unfit::NoGroups),
        (with(&[1, 2], 3, 0, None), Unfit::FewerUnits { units: 2, groups: 3 }),
        (with(&[60, 10], 2, 0, Some(50)), Unfit::UnitAbove { item: 0, size: 60, most: 50 }),
        (with(&[9, 9], 2, 8, Some(7)), Unfit::Crossed { least: 8, most: 7 }),
        (
            with(&[40, 40, 40, 40], 3, 0, Some(50)),
            Unfit::MostTooLow { bound: 80, why: Why::Crowd { units: 4, together: 2 }, most: 50 },
        ),
        (
            with(&[20; 8], 3, 0, Some(50)),
            Unfit::MostTooLow { bound: 60, why: Why::Crowd { units: 7, together: 3 }, most: 50 },
        ),
        (
            with(&[9, 8, 7, 6, 5, 4, 3, 2, 1], 3, 0, Some(14)),
            Unfit::MostTooLow { bound: 15, why: Why::Average { apart: 0 }, most: 14 },
        ),
        (
            with(&[50, 5, 5], 2, 11, None),
            Unfit::LeastTooHigh { bound: 10, why: Why::Average { apart: 1 }, least: 11 },
        ),
        (with(&[6, 6, 3, 3, 3], 2, 10, None), Unfit::NoneWithin),
    ];
    for (task, unfit) in cases {
        assert_eq!(group(&task), Err(unfit), "{}", unfit.code());
    }
    let mut alone = with(&[8, 7, 1], 2, 0, Some(10));
    alone.items.iter_mut().for_each(|item| item.hold = Hold::Alone);
    assert_eq!(group(&alone), Err(Unfit::FewerGroups { needed: 3, groups: 2 }));
    let low = Task { least: 5, groups: 3, ..alone };
    assert_eq!(group(&low), Err(Unfit::AloneBelow { item: 2, size: 1, least: 5 }));
}

#[test]
fn units_go_back_to_where_they_came_from() {
    let mut before = task(&[5, 5, 5, 5], 2);
    for (item, from) in before.items.iter_mut().zip([8, 9, 8, 9]) {
        item.from = Some(from);
    }
    let grouping = group(&before).unwrap();
    assert_eq!(grouping.group_of[0], grouping.group_of[2]);
    assert_ne!(grouping.group_of[0], grouping.group_of[1]);
    assert_eq!(grouping.keeps[grouping.group_of[1]], Some(9));
    assert!(grouping.several);
    assert!(!group(&task(&[5, 5], 2)).unwrap().several, "two units, each alone: there is no other grouping");
}

#[test]
fn ten_thousand_units_come_to_five_hundred_even_groups() {
    let mut seed = 1u64;
    let mut draw = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((seed >> 33) % 100).unwrap()
    };
    let sizes: Vec<u32> = (0..10_000).map(|_| draw()).collect();
    let task = task(&sizes, 500);
    let grouping = group(&task).unwrap();
    assert_eq!(verify(&task, &grouping), Ok(()));
    assert!(grouping.largest.gap() <= 1 && grouping.smallest.gap() <= 1, "{:?}", grouping.largest);
}

#[test]
fn as_many_units_as_there_can_be_are_grouped_into_any_number_of_groups() {
    let sizes: Vec<u32> = (1..=100_000).collect();
    // The largest units stand alone; the others are pairs of one sum, below them. The last group is never set apart.
    for (groups, apart) in
        [(1, 0), (2, 0), (33_333, 0), (62_500, 25_000), (99_999, 99_998), (100_000, 99_999)]
    {
        let grouping = group(&task(&sizes, groups)).unwrap();
        assert_eq!((grouping.sizes.len(), grouping.apart.len()), (groups, apart));
    }
}

/// Every grouping of a task, as sizes; the first group of the items in order is canonical enough to meet each once.
fn every(task: &Task) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![vec![]];
    for _ in &task.items {
        let choices = |of: Vec<usize>| (0..task.groups).map(move |group| [of.clone(), vec![group]].concat());
        all = all.into_iter().flat_map(choices).collect();
    }
    let fits = |of: &Vec<usize>| {
        (0..task.groups).all(|group| {
            let units: Vec<_> = task.items.iter().zip(of).filter(|(_, g)| **g == group).collect();
            let size: u64 = units.iter().map(|(item, _)| u64::from(item.size)).sum();
            let alone = units.iter().any(|(item, _)| item.hold == Hold::Alone);
            !units.is_empty()
                && (!alone || units.len() == 1)
                && size >= task.least
                && task.most.is_none_or(|most| size <= most)
        })
    };
    all.retain(fits);
    all
}

/// The best by the definition: the largest of the groups that are not alone as small as possible; while it is what
/// one unit has by itself, that group is left out and the rest considered anew; then
/// the smallest of the rest as large as possible. Sizes of the open groups that come of it: levels, then smallest.
fn best(task: &Task) -> Option<(Vec<u64>, u64)> {
    let sizes = |of: &Vec<usize>| -> Vec<u64> {
        let mut sizes = vec![0; task.groups];
        let mut closed = vec![false; task.groups];
        for (item, group) in task.items.iter().zip(of) {
            sizes[*group] += u64::from(item.size);
            closed[*group] |= item.hold == Hold::Alone;
        }
        let mut open: Vec<u64> = sizes.into_iter().zip(closed).filter(|(_, c)| !c).map(|(s, _)| s).collect();
        open.sort_unstable_by(|a, b| b.cmp(a));
        open
    };
    let free = task.items.iter().filter(|item| item.hold == Hold::Free);
    let mut units: Vec<u64> = free.map(|item| item.size.into()).collect();
    units.sort_unstable_by(|a, b| b.cmp(a));
    let mut all: Vec<_> = every(task).iter().map(sizes).collect();
    let open = all.first()?.len();
    let mut levels = Vec::new();
    for level in 0..open {
        let value = all.iter().map(|sizes| sizes[level]).min()?;
        all.retain(|sizes| sizes[level] == value);
        levels.push(value);
        if units[level] != value || level + 1 == open {
            break;
        }
    }
    let smallest = all.iter().filter_map(|sizes| sizes.last().copied()).max();
    Some((levels, smallest.unwrap_or(0)))
}

fn small_task() -> impl Strategy<Value = Task> {
    let hold = prop_oneof![7 => Just(Hold::Free), 1 => Just(Hold::Alone)];
    let size = prop_oneof![3 => 0u32..12, 1 => 0u32..40];
    let item = (size, hold, prop::option::of(0u32..4));
    let bounds = (prop_oneof![2 => Just(0u64), 1 => 0u64..12], prop::option::weighted(0.3, 5u64..60));
    (prop::collection::vec(item, 1..8), 1usize..=4, bounds).prop_map(|(items, groups, (least, most))| Task {
        items: items.into_iter().map(|(size, hold, from)| Item { size, hold, from }).collect(),
        groups,
        least,
        most,
    })
}

fn nine_units() -> impl Strategy<Value = Task> {
    (prop::collection::vec(1u32..30, 9), 2usize..=4).prop_map(|(sizes, groups)| task(&sizes, groups))
}

fn agrees(task: &Task) -> Result<(), TestCaseError> {
    match (group(task), best(task)) {
        (Ok(grouping), Some((levels, smallest))) => {
            prop_assert_eq!(verify(task, &grouping), Ok(()));
            let alone = task.items.iter().filter(|item| item.hold == Hold::Alone);
            let alone = alone.map(|item| u64::from(item.size)).max().unwrap_or(0);
            if let Some(first) = levels.first() {
                prop_assert_eq!(grouping.largest.value, alone.max(*first));
                prop_assert_eq!(grouping.others.unwrap_or(grouping.largest).value, *levels.last().unwrap());
                prop_assert_eq!(grouping.smallest.value, smallest);
            }
            prop_assert!(grouping.largest.is_best() && grouping.smallest.is_best());
            prop_assert_eq!(group(task), Ok(grouping));
        }
        (Err(unfit), None) => prop_assert_ne!(unfit, Unfit::NotFound),
        (got, best) => prop_assert!(false, "{got:?} but {best:?}"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn small_tasks_are_solved_exactly(task in small_task()) {
        agrees(&task)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_claimed_of_large_tasks_can_be_checked(
        sizes in prop::collection::vec(0u32..2_000, 20..120),
        groups in 2usize..20,
    ) {
        let task = task(&sizes, groups);
        let grouping = group(&task).unwrap();
        prop_assert_eq!(verify(&task, &grouping), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn nine_units_in_four_groups_are_solved_exactly(task in nine_units()) {
        agrees(&task)?;
    }
}

/// What the largest group has at least, crowd by crowd.
fn largest_plainly(rest: &Rest) -> (u64, Why) {
    let sizes: Vec<u64> = rest.loose.iter().map(|one| one.size).collect();
    let mut best = (sizes[0], Why::Unit(rest.loose[0].item));
    let average = sizes.iter().sum::<u64>().div_ceil(rest.groups as u64);
    let crowds = (1..).take_while(|together| together * rest.groups < sizes.len()).map(|together| {
        let units = together * rest.groups + 1;
        let crowd = sizes[units - together - 1..units].iter().sum();
        (crowd, Why::Crowd { units, together: together + 1 })
    });
    for offer in std::iter::once((average, Why::Average { apart: 0 })).chain(crowds) {
        if offer.0 > best.0 {
            best = offer;
        }
    }
    best
}

/// Takes out group after group, each for itself.
fn set_apart_plainly(rest: &mut Rest, draft: &mut Draft) -> Vec<Part> {
    let mut parts = Vec::new();
    while rest.groups > 1 && rest.loose[0].size == draft.largest() {
        let apart: Vec<bool> = (0..rest.groups).map(|group| group == draft.of[0]).collect();
        parts.extend(rest.take(draft, &apart));
    }
    parts
}

proptest! {
    #[test]
    fn in_one_pass_it_is_as_one_by_one(
        mut sizes in prop::collection::vec(prop_oneof![0u32..4, 0u32..1_000], 1..40),
        groups in 1usize..40,
    ) {
        sizes.sort_unstable();
        let task = task(&sizes, groups.min(sizes.len()));
        let mut rest = Rest::of(&task, &held::read(&task).unwrap());
        prop_assert_eq!(bound::largest(&rest), largest_plainly(&rest));
        let mut draft = even::spread(&rest);
        let (mut plain_rest, mut plain_draft) = (rest.clone(), draft.clone());
        let (mut parts, mut plain) =
            (rest.set_apart(&mut draft), set_apart_plainly(&mut plain_rest, &mut plain_draft));
        prop_assert_eq!((&rest, &draft), (&plain_rest, &plain_draft));
        rest::number(&task, &mut parts);
        rest::number(&task, &mut plain);
        prop_assert_eq!(parts, plain);
    }
}

proptest! {
    #[test]
    fn a_grouping_that_was_tampered_with_is_found_out(task in small_task(), at in 0usize..8, to in 0usize..4) {
        let Ok(grouping) = group(&task) else { return Ok(()) };
        let (at, to) = (at % task.items.len(), to % task.groups);
        let mut moved = grouping.clone();
        moved.group_of[at] = to;
        if grouping.group_of[at] != to && task.items[at].size > 0 {
            prop_assert!(verify(&task, &moved).is_err());
        }
        let mut boasting = grouping;
        boasting.largest.value += 1;
        prop_assert_eq!(verify(&task, &boasting), Err(Fault::Value));
    }
}
