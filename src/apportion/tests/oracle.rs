//! Brute force: every seating that a method's definition allows, by trying all of them. Shares no code with the engine.

use std::collections::BTreeSet;

/// One unit: members, fewest and most seats.
pub(super) type Row = (u64, u32, u32);

/// Every seating of `house` within the bounds.
fn seatings(rows: &[Row], house: u32) -> Vec<Vec<u32>> {
    let Some(((_, lo, hi), rest)) = rows.split_first() else {
        return if house == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    (*lo..=(*hi).min(house))
        .flat_map(|seats| {
            let tails = seatings(rest, house - seats).into_iter();
            tails.map(move |tail| [vec![seats], tail].concat())
        })
        .collect()
}

/// d(n)², as a fraction: textbook formulas, `docs/METHODS.md`.
fn signpost_squared(method: &str, n: u128) -> (u128, u128) {
    let square = |(num, den): (u128, u128)| (num * num, den * den);
    match method {
        "adams" => square((n, 1)),
        "dean" => square((2 * n * (n + 1), 2 * n + 1)),
        "huntington-hill" => (n * (n + 1), 1),
        "webster" => square((2 * n + 1, 2)),
        "jefferson" => square((n + 1, 1)),
        "danish" => square((3 * n + 1, 3)),
        "condorcet" => square((5 * n + 2, 5)),
        "imperiali" => square((n + 2, 2)),
        "macau" => square((1 << n, 1)),
        "modified-webster:7/5" => square(if n == 0 { (7, 10) } else { (2 * n + 1, 2) }),
        "power-mean:2" => (n * n + (n + 1) * (n + 1), 2),
        "power-mean:-2" => (2 * n * n * (n + 1) * (n + 1), n * n + (n + 1) * (n + 1)),
        _ => panic!("no formula for {method}"),
    }
}

/// All seatings in which no unit has a better claim to a seat than the holder of one (the max-min inequality).
///
/// A signpost of zero is an infinite claim; of two such the one with more members is better.
pub(super) fn divisor(method: &str, rows: &[Row], house: u32) -> BTreeSet<Vec<u32>> {
    let (method, exponent) = method.strip_prefix("degressive:").map_or((method, 2), |inner| (inner, 1));
    let better = |a: (u64, u32), b: (u64, u32)| {
        let ((na, da), (nb, db)) =
            (signpost_squared(method, a.1.into()), signpost_squared(method, b.1.into()));
        let (pa, pb) = (u128::from(a.0).pow(exponent), u128::from(b.0).pow(exponent));
        match (na, nb) {
            (0, 0) => pa > pb,
            (0, _) => true,
            (_, 0) => false,
            _ => pa * da * nb > pb * db * na,
        }
    };
    let is_fair = |seats: &Vec<u32>| {
        let all = || rows.iter().zip(seats);
        all().filter(|(row, s)| **s < row.2).all(|(gains, more)| {
            all()
                .filter(|(row, s)| **s > row.1)
                .all(|(loses, less)| !better((gains.0, *more), (loses.0, *less - 1)))
        })
    };
    seatings(rows, house).into_iter().filter(is_fair).collect()
}

/// Whether d(n) < weight / divisor; under "degressive:", the root of the weight.
pub(super) fn is_below_share(method: &str, n: u128, weight: u64, (num, den): (u64, u64)) -> bool {
    let (method, exponent) = method.strip_prefix("degressive:").map_or((method, 2), |inner| (inner, 1));
    let (top, bottom) = signpost_squared(method, n);
    let squared = |x: u64| u128::from(x).pow(2);
    top * squared(num) < u128::from(weight).pow(exponent) * squared(den) * bottom
}

/// All seatings with the least sum of squared distances from the quotas `weight * seats / members`.
pub(super) fn nearest(members: u64, seats: u64, rows: &[Row], house: u32) -> BTreeSet<Vec<u32>> {
    let distance = |seating: &Vec<u32>| -> i128 {
        let off = |(row, s): (&Row, &u32)| {
            i128::from(*s) * i128::from(members) - i128::from(row.0) * i128::from(seats)
        };
        rows.iter().zip(seating).map(off).map(|off| off * off).sum()
    };
    let all = seatings(rows, house);
    let least = all.iter().map(distance).min();
    all.into_iter().filter(|seating| Some(distance(seating)) == least).collect()
}

/// All seatings the quota method can reach, taking every way out of every tie, seat by seat.
pub(super) fn quota_method(rows: &[Row], house: u32) -> BTreeSet<Vec<u32>> {
    let members: u64 = rows.iter().map(|row| row.0).sum();
    let start: Vec<u32> = rows.iter().map(|row| row.1).collect();
    let mut reached = BTreeSet::from([(start.clone(), true)]);
    for given in start.iter().sum::<u32>()..house {
        reached = reached
            .iter()
            .flat_map(|(seats, keeps)| quota_step(rows, members, given, seats, *keeps))
            .collect();
    }
    reached.into_iter().map(|(seats, _)| seats).collect()
}

fn quota_step(rows: &[Row], members: u64, given: u32, seats: &[u32], keeps: bool) -> Vec<(Vec<u32>, bool)> {
    let free: Vec<usize> = (0..rows.len()).filter(|i| seats[*i] < rows[*i].2).collect();
    let below = |i: &usize| u64::from(seats[*i]) * members < rows[*i].0 * u64::from(given + 1);
    let eligible: Vec<usize> = if keeps { free.iter().copied().filter(below).collect() } else { Vec::new() };
    let keeps = !eligible.is_empty();
    let eligible = if keeps { eligible } else { free };
    let better =
        |i: usize, j: usize| rows[i].0 * u64::from(seats[j] + 1) > rows[j].0 * u64::from(seats[i] + 1);
    let best = eligible.iter().filter(|i| eligible.iter().all(|j| !better(*j, **i)));
    best.map(|i| {
        let mut next = seats.to_vec();
        next[*i] += 1;
        (next, keeps)
    })
    .collect()
}
