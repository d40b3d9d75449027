//! The engine against brute force on small instances, and against what each method promises.

mod oracle;
mod printed;
mod verified;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn seats(counts: &[u32]) -> Vec<Seats> {
    counts.iter().map(|count| Seats::new(*count).unwrap()).collect()
}

fn entries(weights: &[u64]) -> Vec<Entry> {
    weights.iter().map(|weight| Entry::new(Weight::new(*weight).unwrap())).collect()
}

fn instance(weights: &[u64], house: u32) -> Instance {
    Instance::new(entries(weights), Seats::new(house).unwrap(), MinimumRule::Seed).unwrap()
}

fn methods() -> Vec<Method> {
    [
        "hamilton",
        "droop",
        "adams",
        "dean",
        "huntington-hill",
        "webster",
        "jefferson",
        "danish",
        "condorcet",
        "imperiali",
        "macau",
        "modified-webster:7/5",
        "modified-webster:6/5",
        "stationary:1/7",
        "power-mean:-2",
        "power-mean:2",
        "degressive:webster",
        "degressive:huntington-hill",
        "degressive:macau",
        "degressive:dean",
        "hagenbach-bischoff",
        "imperiali-quota",
        "quota-method",
        "equal-shares",
        "cambridge-compromise",
        "base-proportional:1:webster",
        "base-proportional:1:hamilton:4",
        "base-proportional:2:quota-method:6",
    ]
    .iter()
    .map(|name| Method::parse(name).unwrap())
    .collect()
}

#[test]
fn names_are_read_back() {
    for method in methods() {
        assert_eq!(Method::parse(&method.to_string()), Some(method));
    }
}

#[test]
fn every_name_is_documented() {
    let page = include_str!("../../docs/METHODS.md");
    for method in methods() {
        let id = method.id();
        assert!(page.contains(&format!("`{id}`")) || page.contains(&format!("`{id}:")), "{id}");
    }
    let names =
        page.split('`').skip(1).step_by(2).filter(|name| name.contains("lague") || name.contains("hare"));
    assert!(names.filter(|name| !name.contains(':')).all(|name| Method::parse(name).is_some()));
}

/// Ties in largest remainders: the winners of larger remainders are certain, whatever the order of the rows.
#[test]
fn a_remainder_tie_leaves_larger_remainders_alone() {
    let allocation = apportion(&instance(&[13, 45, 39, 23], 15), &Method::HAMILTON, &[]);
    let tie = allocation.tie().unwrap();
    assert_eq!((tie.certain.clone(), tie.contested.clone(), tie.open), (seats(&[1, 5, 5, 3]), vec![0, 1], 1));
}

fn topped_up(units: &[(u64, u32)], house: u32) -> Instance {
    let entry = |(members, min): &(u64, u32)| Entry {
        min: Seats::new(*min).unwrap(),
        ..Entry::new(Weight::new(*members).unwrap())
    };
    let entries = units.iter().map(entry).collect();
    Instance::new(entries, Seats::new(house).unwrap(), MinimumRule::TopUp).unwrap()
}

/// Quotas 2⅔, ⅔ and ⅔: three equal remainders for two seats, and the small units have one each whoever is drawn.
#[test]
fn a_lot_for_what_topping_up_gives_anyway_wins_nothing() {
    let instance = topped_up(&[(4, 1), (1, 1), (1, 1)], 4);
    let allocation = apportion(&instance, &Method::HAMILTON, &[]);
    let tie = allocation.tie().unwrap();
    assert_eq!((tie.certain.clone(), tie.contested.clone(), tie.open), (seats(&[2, 1, 1]), vec![0, 1, 2], 2));
    let ranges = [0, 1, 2].map(|unit| allocation.range(unit).unwrap());
    assert_eq!(ranges.map(|(fewest, most)| (fewest.get(), most.get())), [(2, 3), (1, 1), (1, 1)]);
    let ways = BTreeSet::from([vec![2, 1, 1], vec![3, 1, 1]]);
    assert_eq!(outcomes(&instance, &Method::HAMILTON, &[]), ways);
    // One seat for two units of five, of which each has one at least: there is nothing to draw for.
    let even = topped_up(&[(5, 1), (5, 1)], 1);
    let settled = apportion(&even, &Method::HAMILTON, &[]);
    assert_eq!(settled.settled(), Some(seats(&[1, 1]).as_slice()));
    assert_eq!(verify(&even, &Method::HAMILTON, &settled), Ok(()));
    let tied = Outcome::Tied(Tie { certain: seats(&[1, 1]), contested: vec![0, 1], open: 1 });
    assert_eq!(
        verify(&even, &Method::HAMILTON, &Allocation { outcome: tied, ..settled }),
        Err(Rejected::Tie)
    );
}

/// Two units and ten thousand houses are soon done, unless every seat of every house is handed out for itself.
#[test]
fn a_sweep_is_charged_for_what_its_method_does() {
    let work = |name: &str, houses| sweep_work(2, &Method::parse(name).unwrap(), &houses);
    assert_eq!(work("hamilton", 9_000..=9_999), 2_000);
    assert_eq!(work("quota-method", 9_000..=9_999), 2_000 + 1_000 * 18_999 / 2);
    assert_eq!(work("base-proportional:1:quota-method", 9_000..=9_999), work("quota-method", 9_000..=9_999));
    #[expect(clippy::reversed_empty_ranges)]
    let none = 10..=9;
    assert_eq!(work("quota-method", none), 0);
    assert_eq!(work("quota-method", 0..=u32::MAX), (1 << 63) - (1 << 31) + (2 << 32));
}

/// While three small units share a seat, two larger ones come below their upper quota with better claims, and share another.
#[test]
fn a_tie_may_begin_within_another() {
    let rows = [1, 1, 1, 3, 3].map(|weight| (weight, 0, 4));
    let instance = instance_of(&rows, 4);
    let allocation = apportion(&instance, &Method::QuotaMethod, &[]);
    let ways = outcomes(&instance, &Method::QuotaMethod, &[]);
    assert!(!allocation.later.is_empty());
    for unit in 0..rows.len() {
        let seats = || ways.iter().map(|way| Seats::new(way[unit]).unwrap());
        assert_eq!(allocation.range(unit), seats().min().zip(seats().max()), "{unit} {ways:?}");
    }
}

/// The allocation with no lot, and after each lot that it asks for.
fn settle_one_by_one(instance: &Instance, method: &Method, seed: u64) -> Vec<Allocation> {
    let (mut lots, mut steps) = (Vec::new(), vec![apportion(instance, method, &[])]);
    while let Some(tie) = steps.last().and_then(Allocation::tie) {
        lots.push(tie.draw(seed));
        let next = apportion(instance, method, &lots);
        assert_eq!((next.lots.len(), next.stale.as_slice()), (lots.len(), [].as_slice()));
        steps.push(next);
    }
    steps
}

/// Every seating the engine allows: all ways out of its ties.
fn outcomes(instance: &Instance, method: &Method, lots: &[Lot]) -> BTreeSet<Vec<u32>> {
    let allocation = apportion(instance, method, lots);
    if let Some(seats) = allocation.settled() {
        return BTreeSet::from([seats.iter().map(|seats| seats.get()).collect()]);
    }
    // A refusal allows none.
    let Some(tie) = allocation.tie() else { return BTreeSet::new() };
    let draws = (0u32..1 << tie.contested.len()).filter(|bits| bits.count_ones() as usize == tie.open);
    draws
        .flat_map(|bits| {
            let drawn =
                tie.contested.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, unit)| *unit);
            let lot = Lot::new(tie.contenders(), drawn.collect()).unwrap();
            outcomes(instance, method, &[lots, &[lot]].concat())
        })
        .collect()
}

/// Rows for the oracle: small, with many ties, and bounds that hold the house.
fn rows() -> impl Strategy<Value = (Vec<oracle::Row>, u32)> {
    let row = (1u64..25, prop::option::weighted(0.3, 0u32..3), prop::option::weighted(0.3, 0u32..4));
    (prop::collection::vec(row, 1..5), 1u32..11).prop_filter_map("bounds hold the house", |(rows, house)| {
        let bounds = |(weight, min, more): (u64, Option<u32>, Option<u32>)| {
            let min = min.unwrap_or(0);
            (weight, min, more.map_or(house.max(min), |more| min + more))
        };
        let rows: Vec<oracle::Row> = rows.into_iter().map(bounds).collect();
        let (lo, hi) = rows.iter().fold((0, 0), |(lo, hi), row| (lo + row.1, hi + row.2));
        (lo <= house && house <= hi).then_some((rows, house))
    })
}

fn instance_of(rows: &[oracle::Row], house: u32) -> Instance {
    let entry = |(weight, min, max): &oracle::Row| Entry {
        weight: Weight::new(*weight).unwrap(),
        min: Seats::new(*min).unwrap(),
        max: Seats::new(*max).unwrap(),
        fixed: None,
    };
    Instance::new(rows.iter().map(entry).collect(), Seats::new(house).unwrap(), MinimumRule::Seed).unwrap()
}

const DIVISORS: [&str; 15] = [
    "adams",
    "dean",
    "huntington-hill",
    "webster",
    "jefferson",
    "danish",
    "condorcet",
    "imperiali",
    "macau",
    "modified-webster:7/5",
    "power-mean:2",
    "power-mean:-2",
    "degressive:webster",
    "degressive:huntington-hill",
    "degressive:dean",
];

/// Cases per property: enough to have found every fault so far, in a second or two.
const CASES: u32 = 500;

fn arbitrary_instance() -> impl Strategy<Value = Instance> {
    let unit = (0u64..30, 0u32..3, 0u32..8, prop::option::weighted(0.1, 0u32..4));
    let rule = prop::sample::select(vec![MinimumRule::Seed, MinimumRule::SetAside, MinimumRule::TopUp]);
    (prop::collection::vec(unit, 1..6), 1u32..20, rule).prop_filter_map(
        "bounds that hold the house",
        |(units, house, rule)| {
            let entries = units.into_iter().map(|(weight, min, more, fixed)| Entry {
                weight: Weight::new(weight).unwrap(),
                min: Seats::new(min).unwrap(),
                max: Seats::new(min + more).unwrap(),
                fixed: fixed.map(|f| Seats::new(min + f.min(more)).unwrap()),
            });
            Instance::new(entries.collect(), Seats::new(house).unwrap(), rule).ok()
        },
    )
}

/// The widest numbers the limits allow: nothing overflows (tests check every operation), and all results verify.
#[test]
fn the_limits_hold() {
    let most = crate::limits::MAX_WEIGHT;
    let spread: Vec<u64> = (0..2_000u64).map(|i| most >> (i % 43) | 1).collect();
    let crowd = vec![most; 3_000];
    for (weights, house) in [
        (vec![most, most - 1], Seats::MAX),
        (vec![most, 1], Seats::MAX),
        (vec![1, 1, 1], Seats::MAX),
        (vec![most; 3], Seats::from(1)),
        (spread, Seats::from(60_000)),
        (crowd, Seats::from(65_000)),
    ] {
        let instance = Instance::new(entries(&weights), house, MinimumRule::Seed).unwrap();
        for method in
            methods().into_iter().filter(|method| method.id() != "quota-method" || house < Seats::MAX)
        {
            for allocation in settle_one_by_one(&instance, &method, 7) {
                assert_eq!(
                    verify(&instance, &method, &allocation),
                    Ok(()),
                    "{method} {} {house:?}",
                    weights[0]
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]
    #[test]
    fn ranges_are_the_fewest_and_the_most_of_all_draws(instance in arbitrary_instance(), method in prop::sample::select(methods())) {
        let allocation = apportion(&instance, &method, &[]);
        let Some(tie) = allocation.tie() else { return Ok(()) };
        let ways = outcomes(&instance, &method, &[]);
        prop_assert!(!tie.contested.is_empty());
        prop_assert!(ways.len() > 1 || method.to_string().contains("quota-method"), "nothing to draw for");
        for unit in 0..instance.entries().len() {
            let seats = || ways.iter().map(|way| Seats::new(way[unit]).unwrap());
            prop_assert_eq!(allocation.range(unit), seats().min().zip(seats().max()), "{} {:?}", unit, ways);
        }
    }

    #[test]
    fn divisor_methods_allow_what_their_definition_allows((rows, house) in rows(), name in prop::sample::select(&DIVISORS[..])) {
        let found = outcomes(&instance_of(&rows, house), &Method::parse(name).unwrap(), &[]);
        prop_assert_eq!(found, oracle::divisor(name, &rows, house));
    }

    #[test]
    fn largest_remainders_are_the_nearest_seats((rows, house) in rows()) {
        // Who can win and lose nothing leaves first.
        let is_fixed = |row: &&oracle::Row| row.1 == row.2;
        let members: u64 = rows.iter().filter(|row| !is_fixed(row)).map(|row| row.0).sum();
        let h = u64::from(house) - rows.iter().filter(is_fixed).map(|row| u64::from(row.1)).sum::<u64>();
        let instance = instance_of(&rows, house);
        for (name, members, parts) in [("hamilton", members, h), ("droop", members / (h + 1) + 1, 1), ("hagenbach-bischoff", members, h + 1), ("imperiali-quota", members, h + 2)] {
            let method = Method::parse(name).unwrap();
            let whole = |row: &oracle::Row| if is_fixed(&row) { row.1.into() } else { (row.0 * parts / members).min(row.2.into()) };
            if rows.iter().map(whole).sum::<u64>() > u64::from(house) {
                let awarded = rows.iter().map(whole).sum();
                let outcome = apportion(&instance, &method, &[]).outcome;
                prop_assert_eq!(outcome, Outcome::Refused(Refusal::OverAward { awarded }));
            } else {
                prop_assert_eq!(outcomes(&instance, &method, &[]), oracle::nearest(members, parts, &rows, house), "{}", name);
            }
        }
    }

    #[test]
    fn the_quota_method_reaches_what_its_definition_reaches((rows, house) in rows()) {
        let found = outcomes(&instance_of(&rows, house), &Method::QuotaMethod, &[]);
        prop_assert_eq!(found, oracle::quota_method(&rows, house));
    }

    #[test]
    fn swings_are_the_first_and_the_last((rows, house) in rows(), method in prop::sample::select(methods())) {
        let instance = instance_of(&rows, house);
        let seats = |instance: &Instance| apportion(instance, &method, &[]).range(0).map(|(fewest, _)| fewest);
        if let Some(Swing { gain, loss }) = swing(&instance, &method, 0) {
            let with = |members| instance.with_weight(0, Weight::new(members).unwrap());
            let wins = |more: &u64| with(rows[0].0 + more).is_ok_and(|other| seats(&other) > seats(&instance));
            let keeps = |fewer: &u64| with(rows[0].0 - fewer).is_ok_and(|other| seats(&other) >= seats(&instance));
            let search = gain.map_or(200, |gain| gain);
            prop_assert_eq!((1..=search).find(wins), gain);
            prop_assert_eq!((1..=rows[0].0).take_while(keeps).last().unwrap_or(0), loss);
        }
    }

    #[test]
    fn seats_stand_over_the_houses_named((rows, house) in rows(), method in prop::sample::select(methods())) {
        let instance = instance_of(&rows, house);
        let range = |house: u32| {
            let other = instance.with_house(Seats::new(house)?).ok()?;
            apportion(&other, &method, &[]).range(0)
        };
        if let Some((first, last)) = standing_houses(&instance, &method, 0) {
            let last_looked_at = last.get().min(40);
            prop_assert!((first.get()..=last_looked_at).all(|other| range(other) == range(house)));
            prop_assert!(first.get() == 1 || range(first.get() - 1) != range(house));
            prop_assert!(last == Seats::MAX || range(last.get() + 1) != range(house));
        }
    }

    #[test]
    fn divisor_methods_keep_their_promises((rows, house) in rows(), name in prop::sample::select(&DIVISORS[..]), unit: prop::sample::Index, more in 1u64..20) {
        let (instance, method) = (instance_of(&rows, house), Method::parse(name).unwrap());
        let now = apportion(&instance, &method, &[]);
        let all = || 0..rows.len();
        // House monotone: element by element, nobody loses when the house grows.
        if let Ok(larger) = instance.with_house(Seats::new(house + 1).unwrap()) {
            let then = apportion(&larger, &method, &[]);
            prop_assert!(all().all(|unit| then.range(unit).unwrap().1 >= now.range(unit).unwrap().0));
        }
        // Population monotone: the one that grew loses nothing, the others win nothing.
        let unit = unit.index(rows.len());
        let grown = instance.with_weight(unit, Weight::new(rows[unit].0 + more).unwrap()).unwrap();
        let then = apportion(&grown, &method, &[]);
        prop_assert!(then.range(unit).unwrap().1 >= now.range(unit).unwrap().0);
        prop_assert!(all().filter(|other| *other != unit).all(|other| then.range(other).unwrap().0 <= now.range(other).unwrap().1));
    }

    #[test]
    fn order_and_scale_of_the_members_decide_nothing((rows, house) in rows(), method in prop::sample::select(methods()), scale in 2u64..1000) {
        let outcome = outcomes(&instance_of(&rows, house), &method, &[]);
        let reversed: Vec<_> = rows.iter().rev().copied().collect();
        let mirrored = outcomes(&instance_of(&reversed, house), &method, &[]);
        prop_assert_eq!(&mirrored.into_iter().map(|seats| seats.into_iter().rev().collect()).collect::<BTreeSet<Vec<u32>>>(), &outcome);
        // Droop's quota is rounded to whole members, so it alone is not homogeneous.
        if method.id() != "droop" {
            let scaled: Vec<_> = rows.iter().map(|(weight, lo, hi)| (weight * scale, *lo, *hi)).collect();
            prop_assert_eq!(outcomes(&instance_of(&scaled, house), &method, &[]), outcome);
        }
    }

    #[test]
    fn quota_rules_hold(weights in prop::collection::vec(1u64..1000, 1..8), house in 1u32..60) {
        let total = weights.iter().sum::<u64>();
        let instance = instance(&weights, house);
        let range = |name: &str| {
            let allocation = apportion(&instance, &Method::parse(name).unwrap(), &[]);
            (0..weights.len()).map(|unit| allocation.range(unit).unwrap()).collect::<Vec<_>>()
        };
        let exact: Vec<Ratio> = instance.entries().iter().map(|e| quota(e.weight, total, instance.house()).unwrap()).collect();
        let above_lower = |name| range(name).iter().zip(&exact).all(|((fewest, _), q)| u64::from(fewest.get()) >= q.floor());
        let below_upper = |name| range(name).iter().zip(&exact).all(|((_, most), q)| u64::from(most.get()) <= q.ceil());
        prop_assert!(above_lower("hamilton") && below_upper("hamilton"));
        prop_assert!(above_lower("jefferson") && below_upper("adams") && below_upper("quota-method"));
        // Settled seats of the quota method keep the lower quota, too.
        prop_assert!(apportion(&instance, &Method::QuotaMethod, &[]).tie().is_some() || above_lower("quota-method"));
    }

}
