//! Small instances with published or independently computed seats.

use delegate_roster::apportion::*;
use delegate_roster::num::{Seats, Weight};

/// The seats of a method, which must verify and be settled.
pub(super) fn settled(entries: Vec<Entry>, house: u32, rule: MinimumRule, method: &str) -> Vec<u32> {
    let method = Method::parse(method).unwrap();
    let instance = Instance::new(entries, Seats::new(house).unwrap(), rule).unwrap();
    let allocation = apportion(&instance, &method, &[]);
    assert_eq!(verify(&instance, &method, &allocation), Ok(()), "{method}");
    allocation
        .settled()
        .unwrap_or_else(|| panic!("{method}: {allocation:?}"))
        .iter()
        .map(|s| s.get())
        .collect()
}

pub(super) fn entries(weights: &[u64]) -> Vec<Entry> {
    weights.iter().map(|weight| Entry::new(Weight::new(*weight).unwrap())).collect()
}

/// Methods (by name, space-separated), members, house and seats.
type Row = (&'static str, &'static [u64], u32, &'static [u32]);

/// Computed independently of this engine with exact fractions, and equal to the tests of martinlackner/apportionment
/// and polettif/proporz where those have the instance.
const COMPUTED: &[Row] = &[
    ("adams", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[3, 2, 2, 1, 1, 1]),
    ("dean huntington-hill", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[4, 2, 1, 1, 1, 1]),
    ("webster danish", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[4, 2, 2, 1, 1, 0]),
    (
        "jefferson modified-webster:1.4 modified-webster:1.2 droop hagenbach-bischoff imperiali-quota quota-method",
        &[47000, 16000, 15900, 12000, 6000, 3100],
        10,
        &[5, 2, 2, 1, 0, 0],
    ),
    ("imperiali", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[7, 1, 1, 1, 0, 0]),
    ("macau", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[3, 2, 2, 2, 1, 0]),
    ("hamilton", &[47000, 16000, 15900, 12000, 6000, 3100], 10, &[5, 2, 1, 1, 1, 0]),
    ("adams dean huntington-hill", &[43, 33, 12, 8, 4], 10, &[4, 3, 1, 1, 1]),
    ("webster", &[43, 33, 12, 8, 4], 10, &[5, 3, 1, 1, 0]),
    ("jefferson", &[43, 33, 12, 8, 4], 10, &[5, 4, 1, 0, 0]),
    ("jefferson", &[4160, 3380, 2460], 10, &[4, 4, 2]),
    ("webster", &[4160, 3380, 2460], 10, &[4, 3, 3]),
    ("adams dean huntington-hill", &[450, 350, 199, 1], 50, &[22, 17, 10, 1]),
    ("jefferson", &[450, 350, 199, 1], 50, &[23, 17, 10, 0]),
    // Alabama paradox: one seat more in the house, one fewer for the third unit.
    ("hamilton", &[6, 6, 2], 10, &[4, 4, 2]),
    ("hamilton", &[6, 6, 2], 11, &[5, 5, 1]),
    // Population paradox: unit 1 grows by half, unit 2 by 42 per cent, and unit 1 loses to unit 2.
    ("hamilton", &[60, 190, 280], 12, &[2, 4, 6]),
    ("hamilton", &[90, 270, 320], 12, &[1, 5, 6]),
    // New-state paradox: a third unit with its own five seats moves a seat between the first two.
    ("hamilton", &[1045, 8955], 100, &[10, 90]),
    ("hamilton", &[1045, 8955, 525], 105, &[11, 89, 5]),
    // Quota method, population paradox: the last unit grew fastest and lost to the third, which did not grow.
    ("quota-method", &[5, 30, 10, 32], 5, &[0, 2, 0, 3]),
    ("quota-method", &[8, 34, 10, 34], 5, &[0, 2, 1, 2]),
    // Webster leaves the quota: the third unit's is 22.945.
    ("webster", &[4, 11, 201, 3], 25, &[0, 1, 24, 0]),
];

#[test]
fn small_instances_have_their_known_seats() {
    for (methods, weights, house, expected) in COMPUTED {
        for method in methods.split(' ') {
            let seats = settled(entries(weights), *house, MinimumRule::Seed, method);
            assert_eq!(seats, *expected, "{method} {weights:?} {house}");
        }
    }
}

fn seats(counts: &[u32]) -> Vec<Seats> {
    counts.iter().map(|count| Seats::new(*count).unwrap()).collect()
}

fn instance(weights: &[u64], house: u32) -> Instance {
    Instance::new(entries(weights), Seats::new(house).unwrap(), MinimumRule::Seed).unwrap()
}

/// Source: `simberaj/votelib` tests (Czech region of Pardubice, 2021: 11 whole Imperiali quotas for 10 seats), and
/// small cases by hand.
#[test]
fn quotas_that_hand_out_too_much_are_refused() {
    for (method, weights, house, awarded) in [
        ("imperiali-quota", &[73556, 38628, 78163, 25673][..], 10, 11),
        ("imperiali-quota", &[50, 50], 2, 4),
        ("hagenbach-bischoff", &[1, 1, 1], 2, 3),
    ] {
        let (instance, method) = (instance(weights, house), Method::parse(method).unwrap());
        let allocation = apportion(&instance, &method, &[]);
        assert_eq!(allocation.outcome, Outcome::Refused(Refusal::OverAward { awarded }));
        assert_eq!(verify(&instance, &method, &allocation), Ok(()));
    }
}

/// SPD Unterbezirk Hannover: Hare and Niemeyer, then one seat for the unit without; the congress has 21 members.
#[test]
fn topping_up_lets_the_congress_grow() {
    let weights = [500, 300, 150, 40, 10];
    let entries = entries(&weights).into_iter().map(|entry| Entry { min: Seats::from(1), ..entry }).collect();
    assert_eq!(settled(entries, 20, MinimumRule::TopUp, "hamilton"), [10, 6, 3, 1, 1]);
}

/// Highest averages and remainders with a maximum of five. Source: `simberaj/votelib` tests.
#[test]
fn a_maximum_passes_seats_on() {
    for method in ["jefferson", "droop"] {
        let entries =
            entries(&[500, 300, 160]).into_iter().map(|entry| Entry { max: Seats::from(5), ..entry });
        assert_eq!(settled(entries.collect(), 10, MinimumRule::Seed, method), [5, 3, 2]);
    }
}

/// Fixed seats leave with their members, and the others share what is left by a quota of their own: 8 seats by 30 to 10, and
/// 3.03, 1.81 and 1.16 of 6 seats for 10,100 members.
#[test]
fn fixed_seats_stay_and_the_rest_is_shared_around_them() {
    let fix = |weights: &[u64], unit: usize, seats: u16| {
        let mut entries = entries(weights);
        entries[unit].fixed = Some(Seats::from(seats));
        entries
    };
    assert_eq!(settled(fix(&[60, 30, 10], 0, 2), 10, MinimumRule::Seed, "jefferson"), [2, 6, 2]);
    for rule in [MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp] {
        assert_eq!(settled(fix(&[60, 30, 10], 0, 2), 10, rule, "hamilton"), [2, 6, 2]);
        assert_eq!(settled(fix(&[5_100, 3_050, 1_950, 900], 3, 5), 11, rule, "hamilton"), [3, 2, 1, 5]);
    }
}

#[test]
fn constraints_nobody_can_meet_name_their_units() {
    let with = |changes: &[(usize, u32, u32, Option<u32>)], house: u32| {
        let mut entries = entries(&[50, 30, 0]);
        for (unit, min, max, fixed) in changes {
            let of = |count: u32| Seats::new(count).unwrap();
            entries[*unit] = Entry { min: of(*min), max: of(*max), fixed: fixed.map(of), ..entries[*unit] };
        }
        Instance::new(entries, Seats::new(house).unwrap(), MinimumRule::Seed).unwrap_err()
    };
    let house = Seats::from(10);
    assert_eq!(with(&[], 0), InstanceError::NoSeats);
    assert_eq!(with(&[(1, 5, 4, None)], 10), InstanceError::MinimumAboveMaximum { units: vec![1] });
    assert_eq!(with(&[(0, 1, 4, Some(5))], 10), InstanceError::FixedOutsideBounds { units: vec![0] });
    let above = InstanceError::MinimaAboveHouse { sum: 11, house, units: vec![0, 2] };
    assert_eq!(with(&[(0, 9, 20, None), (2, 2, 2, None)], 10), above);
    // The third unit has no members, so it counts with its minimum of nought.
    let below = InstanceError::MaximaBelowHouse { sum: 9, house, units: vec![0, 1, 2] };
    assert_eq!(with(&[(0, 0, 4, None), (1, 0, 5, None)], 10), below);
    let new = |weights: &[u64]| Instance::new(entries(weights), house, MinimumRule::Seed).unwrap_err();
    assert_eq!(new(&[]), InstanceError::NoUnits);
    assert_eq!(new(&[0, 0]), InstanceError::NoMembers);
    assert_eq!(new(&vec![1; 100_001]), InstanceError::TooManyUnits { count: 100_001 });
    assert!(Instance::new(entries(&vec![1; 100_000]), house, MinimumRule::Seed).is_ok());
}

#[test]
fn base_seats_and_caps_that_do_not_fit_are_refused() {
    let plan = |text: &str| apportion(&instance(&[90, 9, 1], 12), &Method::parse(text).unwrap(), &[]).outcome;
    assert_eq!(plan("base-proportional:5:adams"), Outcome::Refused(Refusal::BaseAboveHouse { sum: 15 }));
    assert_eq!(plan("base-proportional:1:adams:3"), Outcome::Refused(Refusal::CapBelowHouse { sum: 9 }));
    assert_eq!(plan("base-proportional:1:adams:8"), Outcome::Settled(seats(&[8, 2, 2])));
}

#[test]
fn a_lot_settles_its_own_tie_and_no_other() {
    let (tied, method) = (instance(&[11, 11, 11], 4), Method::WEBSTER);
    let tie = apportion(&tied, &method, &[]).tie().cloned().unwrap();
    assert_eq!((&tie.certain, &tie.contested, tie.open), (&seats(&[1, 1, 1]), &vec![0, 1, 2], 1));
    let lot = Lot::new(tie.contenders(), vec![1]).unwrap();
    let settled = apportion(&tied, &method, std::slice::from_ref(&lot));
    assert_eq!(settled.settled(), Some(seats(&[1, 2, 1]).as_slice()));
    // One seat more, or one member more: another tie, or none.
    for other in [instance(&[11, 11, 11], 5), instance(&[11, 12, 11], 4)] {
        let allocation = apportion(&other, &method, std::slice::from_ref(&lot));
        assert_eq!((allocation.stale, allocation.lots), (vec![0], vec![]));
    }
    // Twice the same lot: one settles, the other is left over.
    assert_eq!(apportion(&tied, &method, &[lot.clone(), lot]).stale, [1]);
    let wrong = |drawn: &[usize]| Lot::new(tie.contenders(), drawn.to_vec()).unwrap_err();
    assert_eq!(wrong(&[3]), LotError::NotContested { unit: 3 });
    assert_eq!(wrong(&[1, 1]), LotError::Repeated { unit: 1 });
    assert_eq!(wrong(&[]), LotError::NothingDecided);
    assert_eq!(wrong(&[0, 1, 2]), LotError::NothingDecided);
    // A recorded seed always draws the same.
    assert_eq!(tie.draw(2026), tie.draw(2026));
}

#[test]
fn paradoxes_between_two_counts_are_found() {
    let solve = |weights: &[u64], house| {
        let instance = instance(weights, house);
        let seats = apportion(&instance, &Method::HAMILTON, &[]).settled().unwrap().to_vec();
        (instance, seats)
    };
    let (before, after) = (solve(&[60, 190, 280], 12), solve(&[90, 270, 320], 12));
    let found = population_paradoxes((&before.0, &before.1), (&after.0, &after.1));
    assert_eq!(found, Ok(vec![Exchange { loses: 0, gains: 1 }]));
    let (before, after) = (solve(&[1045, 8955], 100), solve(&[1045, 8955, 525], 105));
    assert_eq!(new_state_paradox((&before.0, &before.1), (&after.0, &after.1)), Ok(vec![0, 1]));
    assert_eq!(population_paradoxes((&before.0, &before.1), (&after.0, &after.1)), Err(NotComparable::Units));
}
