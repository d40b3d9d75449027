//! Both tiers against the engine, by hand and by property.

use super::super::{MinimumRule::*, apportion as flat};
use super::*;
use crate::apportion::Outcome;
use proptest::prelude::*;

fn delegation(weights: &[u64]) -> Delegation {
    let units = weights.iter().map(|w| Entry::new(Weight::new(*w).unwrap())).collect();
    Delegation { units, min: Seats::ZERO, max: Seats::MAX, fixed: None }
}

fn methods(upper: &str, lower: &str) -> Methods {
    Methods { upper: Method::parse(upper).unwrap(), lower: Method::parse(lower).unwrap() }
}

fn of(delegations: Vec<Delegation>, house: u16, rule: MinimumRule) -> Result<TwoTier, TwoTierError> {
    TwoTier::new(delegations, house.into(), rule, methods("webster", "hamilton"))
}

fn plain(delegations: &[&[u64]], house: u16) -> TwoTier {
    of(delegations.iter().map(|weights| delegation(weights)).collect(), house, Seed).unwrap()
}

#[track_caller]
fn seats(tiers: &TwoTier, lots: &TwoTierLots) -> Option<Vec<Vec<u32>>> {
    let allocation = tiers.apportion(lots);
    assert_eq!(tiers.verify(&allocation), Ok(()));
    allocation.settled().map(|within| within.iter().map(|s| s.iter().map(|s| s.get()).collect()).collect())
}

/// 700 : 300 is 7 : 3. Within, 140, 120 and 40 have 1.4, 1.2 and 0.4 of the 3; the last remainders tie at 0.4.
#[test]
fn a_tie_inside_a_delegation() {
    let pooled = plain(&[&[700], &[140, 120, 40]], 10);
    let allocation = pooled.apportion(&TwoTierLots::default());
    assert_eq!(pooled.verify(&allocation), Ok(()));
    let Within::Apportioned(inner) = &allocation.within[1] else { panic!("asked") };
    let tie = inner.tie().unwrap();
    assert_eq!((tie.contested.as_slice(), tie.open), (&[0, 2][..], 1));
    let lot = Lot::new(tie.contenders(), vec![2]).unwrap();
    let lots = TwoTierLots { upper: vec![], within: vec![vec![], vec![lot]] };
    assert_eq!(seats(&pooled, &lots), Some(vec![vec![7], vec![1, 1, 1]]));
}

/// Two delegations of equal size and one odd seat: they wait, the third does not.
#[test]
fn a_tie_between_delegations() {
    let tiers = plain(&[&[30, 20], &[50], &[60, 40]], 6);
    let allocation = tiers.apportion(&TwoTierLots::default());
    assert_eq!(tiers.verify(&allocation), Ok(()));
    assert_eq!(allocation.settled(), None);
    assert!(matches!(allocation.within[2], Within::Apportioned(_)));
    let waiting: Vec<bool> = allocation.within.iter().map(|w| *w == Within::Waiting).collect();
    let tie = allocation.upper.tie().unwrap();
    assert_eq!(waiting, [0, 1, 2].map(|index| tie.contested.contains(&index)));
    let lot = Lot::new(tie.contenders(), tie.contested.iter().copied().take(tie.open).collect()).unwrap();
    let drawn = seats(&tiers, &TwoTierLots { upper: vec![lot], within: vec![] }).unwrap();
    assert_eq!(drawn.iter().flatten().sum::<u32>(), 6);
}

/// Minima of the units hold the delegation up, and topping up happens among the units alone.
#[test]
fn minima_reach_through_both_tiers() {
    let with_minima = |rule| {
        let mut small = delegation(&[10, 10]);
        small.units[0].min = Seats::from(2);
        small.units[1].min = Seats::from(1);
        of(vec![delegation(&[980]), small], 20, rule).unwrap()
    };
    assert_eq!(seats(&with_minima(Seed), &TwoTierLots::default()), Some(vec![vec![17], vec![2, 1]]));
    assert_eq!(seats(&with_minima(TopUp), &TwoTierLots::default()), Some(vec![vec![20], vec![2, 1]]));
}

#[test]
fn errors_name_units_or_delegations() {
    let bounded = |min: u16, max: u16| Delegation { min: min.into(), max: max.into(), ..delegation(&[5]) };
    assert_eq!(of(vec![], 3, Seed), Err(TwoTierError::Units(InstanceError::NoUnits)));
    let error = of(vec![delegation(&[5]), bounded(3, 2)], 9, Seed);
    let expected = InstanceError::MinimumAboveMaximum { units: vec![1] };
    assert_eq!(error, Err(TwoTierError::Delegations(expected)));
    // A delegation without units can have no seats.
    let empty = Delegation { min: Seats::from(1), ..delegation(&[]) };
    let expected = InstanceError::MinimumAboveMaximum { units: vec![1] };
    let error = of(vec![delegation(&[5]), empty], 9, Seed);
    assert_eq!(error, Err(TwoTierError::Delegations(expected)));
    let huge = delegation(&[Weight::MAX.get(), 1]);
    assert_eq!(
        of(vec![delegation(&[1]), huge], 9, Seed),
        Err(TwoTierError::TooManyMembers { delegation: 1 })
    );
}

#[test]
fn mutated_results_are_rejected() {
    let tiers = plain(&[&[60, 20], &[120]], 10);
    let good = tiers.apportion(&TwoTierLots::default());
    assert!(good.settled().is_some());
    let mut short = good.clone();
    short.within.pop();
    assert_eq!(tiers.verify(&short), Err(TwoTierRejected::Length));
    let mut waiting = good.clone();
    waiting.within[0] = Within::Waiting;
    let expected = TwoTierRejected::Within { delegation: 0, objection: None };
    assert_eq!(tiers.verify(&waiting), Err(expected));
    let mut moved = good;
    let Within::Apportioned(inner) = &mut moved.within[0] else { panic!("asked") };
    let Outcome::Settled(inside) = &mut inner.outcome else { panic!("settled") };
    inside.swap(0, 1);
    assert!(matches!(
        tiers.verify(&moved),
        Err(TwoTierRejected::Within { delegation: 0, objection: Some(_) })
    ));
}

/// Synthetic figures, 30 units in 15 delegations: every delegation's units share exactly its seats.
#[test]
fn thirty_units_in_fifteen_delegations() {
    let rows = include_str!("../../../tests/data/hengyang2021_synthetic.csv").lines().skip(1);
    let mut names: Vec<&str> = vec![];
    let mut delegations: Vec<Delegation> = vec![];
    for row in rows {
        let mut unit = delegation(&[]);
        // A quoted name may hold a comma: count from the end.
        let members = row.rsplit(',').nth(5).unwrap().parse().unwrap();
        unit.units.push(Entry::new(Weight::new(members).unwrap()));
        let name = row.rsplit(',').nth(7).unwrap();
        match names.iter().position(|known| *known == name) {
            Some(index) => delegations[index].units.extend(unit.units),
            None => {
                names.push(name);
                delegations.push(unit);
            }
        }
    }
    assert_eq!(delegations.len(), 15);
    let tiers = of(delegations, 500, Seed).unwrap();
    let result = seats(&tiers, &TwoTierLots::default()).unwrap();
    let upper = tiers.apportion(&TwoTierLots::default()).upper;
    let sums: Vec<u32> = result.iter().map(|within| within.iter().sum()).collect();
    assert_eq!(sums, upper.settled().unwrap().iter().map(|s| s.get()).collect::<Vec<_>>());
    assert_eq!(sums.iter().sum::<u32>(), 500);
}

proptest! {
    /// One delegation of all, or all in delegations of one: the other tier changes nothing.
    #[test]
    fn a_trivial_tier_changes_nothing(weights in prop::collection::vec(1u64..1000, 1..8), house in 1u16..60) {
        let entries = weights.iter().map(|w| Entry::new(Weight::new(*w).unwrap())).collect();
        let instance = Instance::new(entries, house.into(), Seed).unwrap();
        let together = plain(&[&weights], house).apportion(&TwoTierLots::default());
        let by_hamilton = flat(&instance, &Method::parse("hamilton").unwrap(), &[]);
        prop_assert_eq!(&together.within, &vec![Within::Apportioned(Box::new(by_hamilton))]);
        let singles: Vec<&[u64]> = weights.chunks(1).collect();
        let apart = plain(&singles, house).apportion(&TwoTierLots::default());
        prop_assert_eq!(apart.upper, flat(&instance, &Method::parse("webster").unwrap(), &[]));
    }

    #[test]
    fn results_are_confirmed(
        weights in prop::collection::vec(prop::collection::vec((0u64..100, 0u16..3), 0..4), 1..5), house in 1u16..60,
        rule in prop_oneof![Just(Seed), Just(Clamp), Just(SetAside), Just(TopUp)],
    ) {
        let delegations = weights.iter().map(|units| {
            let mut made = delegation(&units.iter().map(|u| u.0).collect::<Vec<_>>());
            made.units.iter_mut().zip(units).for_each(|(unit, (_, min))| unit.min = (*min).into());
            made
        });
        let Ok(tiers) = of(delegations.collect(), house, rule) else { return Ok(()) };
        let result = seats(&tiers, &TwoTierLots::default());
        if let (Some(result), true) = (result, rule != TopUp) {
            prop_assert_eq!(result.iter().flatten().sum::<u32>(), u32::from(house));
        }
    }
}
