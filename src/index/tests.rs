//! Known answers and properties of the indices. Figures printed with d digits are met to half a unit of the last one.

use super::*;
use crate::num::{Ratio, Seats, Weight};
use proptest::prelude::*;

fn shares(members: &[u64], seats: &[u32]) -> Shares {
    let members: Vec<Weight> = members.iter().map(|&w| Weight::new(w).unwrap()).collect();
    let seats: Vec<Seats> = seats.iter().map(|&s| Seats::new(s).unwrap()).collect();
    Shares::new(&members, &seats).unwrap()
}

/// Apportionment populations of the 2020 census and the seats of one method (census.gov; columns of the data file).
fn us2020(column: &str) -> Shares {
    let mut lines = include_str!("../../tests/data/us2020.csv").lines();
    let at = lines.next().unwrap().split(',').position(|name| name == column).unwrap();
    let number = |line: &str, i: usize| line.split(',').nth(i).unwrap().parse::<u64>().unwrap();
    let rows: Vec<(u64, u64)> = lines.map(|l| (number(l, 1), number(l, at))).collect();
    let seats: Vec<u32> = rows.iter().map(|&(_, s)| u32::try_from(s).unwrap()).collect();
    shares(&rows.iter().map(|r| r.0).collect::<Vec<_>>(), &seats)
}

#[track_caller]
fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} is not {expected} within {tolerance}");
}

/// Source: exact rational arithmetic over the census figures (independent computation in Python fractions).
#[test]
fn us_house_2020() {
    let official = us2020("official_435");
    let d = Disproportion::of(&official);
    near(d.loosemore_hanby, 0.0138784, 5e-8);
    near(d.gallagher, 0.3282653, 5e-8);
    near(d.sainte_lague.unwrap(), 0.00274823, 5e-9);
    near(d.dhondt.unwrap(), 1.402550, 5e-7); // Montana
    let i = Inequality::of(&official);
    near(i.effective_by_seats, 22.5671, 5e-5);
    near(i.effective_by_members, 22.3375, 5e-5);
    near(i.max_min_ratio.unwrap(), 1.8257, 5e-5);
    assert_eq!(i.fewest_per_seat, Ratio::new(1_085_407, 2)); // Montana, 542,703.5
    assert_eq!(i.most_per_seat, Ratio::new(990_837, 1)); // Delaware
    for (column, lh, tolerance) in [
        ("webster", 0.0134089, 5e-8),
        ("adams", 0.0214472, 5e-8),
        ("jefferson", 0.0223209, 5e-8),
        ("dean", 0.0140673, 5e-8),
    ] {
        near(Disproportion::of(&us2020(column)).loosemore_hanby, lh, tolerance);
    }
    let webster = Disproportion::of(&us2020("webster"));
    near(webster.gallagher, 0.311393, 5e-7);
    near(webster.sainte_lague.unwrap(), 0.00231269, 5e-9);
}

/// Worked by hand: v = (0.6, 0.3, 0.1), s = (0.7, 0.3, 0).
#[test]
fn a_small_example_by_hand() {
    let small = shares(&[60, 30, 10], &[7, 3, 0]);
    let d = Disproportion::of(&small);
    for (actual, expected) in [
        (d.loosemore_hanby, 0.1),
        (d.rae, 0.2 / 3.0),
        (d.grofman, 0.2 * 0.46),
        (d.lijphart, 0.1),
        (d.gallagher, 10.0),
        (d.sainte_lague.unwrap(), 0.01 / 0.6 + 0.1),
        (d.dhondt.unwrap(), 7.0 / 6.0),
    ] {
        near(actual, expected, 1e-12);
    }
    let i = Inequality::of(&small);
    // Poorest first: (10, 0), (30, 3), (60, 7). Area below: 30*3 + 60*13 = 870 of 1000.
    near(i.gini, 0.13, 1e-12);
    // Six of the seven seats of the first unit: 6 * 60/7 members of 100.
    near(i.dauer_kelsay, 36.0 / 70.0, 1e-12);
    assert_eq!(i.max_min_ratio, None);
    near(i.effective_by_seats, 1.0 / 0.58, 1e-12);
    near(i.effective_by_members, 1.0 / 0.46, 1e-12);
    let points: Vec<_> = Lorenz::of(&small).points().iter().map(|p| (p.members, p.seats)).collect();
    assert_eq!(points, [(0, 0), (10, 0), (40, 3), (100, 10)]);
}

/// Dauer and Kelsay's own kind of case: one seat each, majorities of the smallest districts.
#[test]
fn smallest_majority_and_variation() {
    let i = Inequality::of(&shares(&[10, 20, 30, 40], &[1, 1, 1, 1]));
    near(i.dauer_kelsay, 0.6, 1e-12); // 10 + 20 + 30 of 100
    near(i.variation, 125f64.sqrt() / 25.0, 1e-12);
    near(i.max_min_ratio.unwrap(), 4.0, 1e-12);
}

#[test]
fn units_without_members_or_seats() {
    let honorary = shares(&[10, 0], &[1, 1]);
    assert_eq!(Disproportion::of(&honorary).sainte_lague, None);
    assert_eq!(Disproportion::of(&honorary).dhondt, None);
    let padded = shares(&[10, 0, 20], &[1, 0, 2]);
    let plain = shares(&[10, 20], &[1, 2]);
    assert_eq!(Disproportion::of(&padded), Disproportion::of(&plain));
    assert_eq!(Inequality::of(&padded), Inequality::of(&plain));
    let two = [Weight::from(1u32); 2];
    let none = [Seats::ZERO; 2];
    assert_eq!(Shares::new(&two, &none), Err(SharesError::NoSeats));
    assert_eq!(Shares::new(&[Weight::ZERO; 2], &[Seats::from(1); 2]), Err(SharesError::NoMembers));
    assert_eq!(Shares::new(&two, &none[..1]), Err(SharesError::Lengths { members: 2, seats: 1 }));
}

fn power(quota: u64, weights: &[u32]) -> (Vec<u128>, ExactShares, ExactShares) {
    let game = VotingGame::new(quota, weights).unwrap();
    (game.swings(), game.banzhaf(), game.shapley_shubik())
}

fn exact(parts: &[u128], whole: u128) -> ExactShares {
    ExactShares { parts: parts.to_vec(), whole }
}

/// Sources: the EEC council of 1958 and the textbook games in D. S. Felsenthal and M. Machover, "The Measurement of
/// Voting Power" (1998); recomputed by enumeration.
#[test]
fn power_of_known_games() {
    let (_, banzhaf, shapley) = power(51, &[50, 49, 1]);
    assert_eq!((banzhaf, shapley), (exact(&[3, 1, 1], 5), exact(&[4, 1, 1], 6)));
    let (swings, _, shapley) = power(12, &[4, 4, 4, 2, 2, 1]); // Luxembourg has no power
    assert_eq!(swings, [10, 10, 10, 6, 6, 0]);
    assert_eq!(shapley, exact(&[14, 14, 14, 9, 9, 0], 60));
    assert_eq!(power(6, &[4, 3, 2, 1]).0, [5, 3, 3, 1]);
    assert_eq!(power(9, &[6, 5, 4, 2]).0, [4, 4, 4, 0]);
    // A dictator, a unanimity game, a bloc without votes.
    assert_eq!(power(5, &[9, 1, 1]).2, exact(&[1, 0, 0], 1));
    assert_eq!(power(3, &[1, 1, 1]).2, exact(&[1, 1, 1], 3));
    assert_eq!(power(1, &[0, 1]).0, [0, 1 << 1]);
}

/// Equal blocs share power equally, up to the largest number of blocs.
#[test]
fn the_largest_games_stay_exact() {
    let (swings, banzhaf, shapley) = power(45, &[1; 88]);
    assert!(swings.iter().all(|s| *s == swings[0]));
    assert_eq!(banzhaf, exact(&[1; 88], 88));
    assert_eq!(shapley, exact(&[1; 88], 88));
}

#[test]
fn games_outside_the_limits_are_refused() {
    for (quota, weights, code) in [
        (1, vec![], "power-no-blocs"),
        (1, vec![1; 89], "power-too-many-blocs"),
        (0, vec![1], "power-quota-zero"),
        (3, vec![1, 1], "power-quota-out-of-reach"),
        (1 << 31, vec![u32::MAX, 5], "power-too-large"),
    ] {
        assert_eq!(VotingGame::new(quota, &weights).map_err(PowerError::code), Err(code));
    }
}

/// The definitions, by listing all coalitions and all orders.
fn by_enumeration(quota: u64, weights: &[u32]) -> (Vec<u128>, Vec<u128>) {
    let n = weights.len();
    let votes = |set: usize| (0..n).filter(|i| set >> i & 1 == 1).map(|i| u64::from(weights[i])).sum::<u64>();
    let factorial = |k: usize| (1..=k as u128).product::<u128>();
    let (mut swings, mut orders) = (vec![0; n], vec![0; n]);
    for (i, &weight) in weights.iter().enumerate() {
        for set in (0..1usize << n).filter(|set| set >> i & 1 == 0) {
            if votes(set) < quota && votes(set) + u64::from(weight) >= quota {
                let size = set.count_ones() as usize;
                swings[i] += 1;
                orders[i] += factorial(size) * factorial(n - 1 - size);
            }
        }
    }
    (swings, orders)
}

proptest! {
    #[test]
    fn power_agrees_with_enumeration(weights in prop::collection::vec(0u32..12, 1..8), part in 1u64..=100) {
        let votes: u64 = weights.iter().map(|&w| u64::from(w)).sum();
        prop_assume!(votes > 0);
        let quota = (votes * part).div_ceil(100);
        let (swings, _, shapley) = power(quota, &weights);
        let (expected, orders) = by_enumeration(quota, &weights);
        prop_assert_eq!(swings, expected);
        let all: u128 = orders.iter().sum();
        for (part, order) in shapley.parts.iter().zip(&orders) {
            prop_assert_eq!(part * all, order * shapley.whole);
        }
    }

    #[test]
    fn indices_ignore_order_and_scale(
        units in prop::collection::vec((1u64..1_000_000, 0u32..50), 2..12), factor in 2u64..50,
    ) {
        prop_assume!(units.iter().any(|u| u.1 > 0));
        let of = |units: &[(u64, u32)], k: u64| {
            let members: Vec<u64> = units.iter().map(|u| u.0 * k).collect();
            shares(&members, &units.iter().map(|u| u.1).collect::<Vec<_>>())
        };
        let plain = of(&units, 1);
        let mut turned = units.clone();
        turned.reverse();
        for other in [of(&turned, 1), of(&units, factor)] {
            let (a, b) = (Disproportion::of(&plain), Disproportion::of(&other));
            prop_assert!((a.loosemore_hanby - b.loosemore_hanby).abs() < 1e-12);
            prop_assert!((a.gallagher - b.gallagher).abs() < 1e-9);
            prop_assert!((Inequality::of(&plain).gini - Inequality::of(&other).gini).abs() < 1e-12);
            prop_assert!((Inequality::of(&plain).variation - Inequality::of(&other).variation).abs() < 1e-9);
        }
        let i = Inequality::of(&plain);
        prop_assert!((0.0..=1.0).contains(&i.gini) && (0.0..=1.0).contains(&i.dauer_kelsay));
        prop_assert_eq!(Disproportion::of(&plain).lijphart == 0.0, i.gini == 0.0);
    }
}
