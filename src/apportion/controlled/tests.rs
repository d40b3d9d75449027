//! Controlled rounding: known answers, every rounding of small matrices, the promises for large ones, contradictions.

use super::*;
use crate::apportion::biproportional::Locked;
use crate::num::Weight;
use proptest::prelude::*;

fn column(aim: u32, least: u32, most: u32) -> Column {
    Column { aim, least, most, weights: None }
}

fn exactly(aim: u32) -> Column {
    column(aim, aim, aim)
}

fn lock(row: usize, column: usize, seats: u16) -> Locked {
    Locked { cell: Cell { row, column }, seats: Seats::from(seats) }
}

fn problem(rows: &[u16], columns: Vec<Column>, locked: Vec<Locked>) -> ControlledProblem {
    ControlledProblem { row_seats: rows.iter().map(|&n| Seats::from(n)).collect(), columns, locked }
}

fn numbers(matrix: &[Vec<Seats>]) -> Vec<Vec<u32>> {
    matrix.iter().map(|row| row.iter().map(|n| n.get()).collect()).collect()
}

fn settled(problem: &ControlledProblem) -> Vec<Vec<u32>> {
    let found = solve(problem).unwrap();
    assert_eq!(verify(problem, &found), Ok(()));
    match &found.outcome {
        MatrixOutcome::Settled(seats) => numbers(seats),
        MatrixOutcome::Tied(tie) => panic!("{tie:?}"),
    }
}

fn tied(problem: &ControlledProblem) -> MatrixTie {
    let found = solve(problem).unwrap();
    assert_eq!(verify(problem, &found), Ok(()));
    match found.outcome {
        MatrixOutcome::Tied(tie) => tie,
        MatrixOutcome::Settled(seats) => panic!("{seats:?}"),
    }
}

/// Worked by hand: 10 of 30 seats over units of 13, 10 and 7: 4 1/3, 3 1/3, 2 1/3. The remainders are equal.
#[test]
fn equal_remainders_are_a_tie() {
    let tie = tied(&problem(&[13, 10, 7], vec![exactly(10)], vec![]));
    assert_eq!(numbers(&tie.certain), [[4, 8], [3, 6], [2, 4]]);
    assert_eq!(tie.open_columns, [1, 2].map(Seats::from));
    assert_eq!(tie.contested.len(), 6);
    // A lock settles it.
    let locked = problem(&[13, 10, 7], vec![exactly(10)], vec![lock(1, 0, 4)]);
    assert_eq!(settled(&locked), [[4, 9], [4, 6], [2, 5]]);
}

/// With one column it is the method of largest remainders: 11 of 24 over 11, 8, 5: 5.04, 3.67, 2.29.
#[test]
fn one_column_takes_the_largest_remainders() {
    assert_eq!(settled(&problem(&[11, 8, 5], vec![exactly(11)], vec![])), [[5, 6], [4, 4], [2, 3]]);
}

/// Worked by hand: 6 and 4 of 12 seats, 2 of others: 2.5 1.67 0.83 | 2 1.33 0.67 | 1.5 1 0.5. The largest remainders of the rows
/// are 0.67 and 0.83, 0.67, and either half of the last, of which the first column lacks one for its 6.
#[test]
fn exclusive_columns_are_rounded_together() {
    let found = settled(&problem(&[5, 4, 3], vec![exactly(6), exactly(4)], vec![]));
    assert_eq!(found, [[2, 2, 1], [2, 1, 1], [2, 1, 0]]);
}

/// Members where they are known: 6 seats for 100, 150 and 350 of the category: 1, 1.5, 3.5.
#[test]
fn known_members_share_a_column() {
    let weights = [100u32, 150, 351].map(Weight::from).to_vec();
    let column = Column { weights: Some(weights), ..exactly(6) };
    // 0.998, 1.498, 3.504.
    assert_eq!(settled(&problem(&[10, 10, 10], vec![column], vec![])), [[1, 9], [1, 9], [4, 6]]);
}

#[test]
fn a_lock_moves_the_rest_as_little_as_possible() {
    // 2, 2, 2; the first is fixed at none, so the others take a seat above their shares each.
    let locked = problem(&[6, 6, 6], vec![exactly(6)], vec![lock(0, 0, 0)]);
    assert_eq!(settled(&locked), [[0, 6], [3, 3], [3, 3]]);
    // "At least" is met already, so nobody else departs from the fair share.
    let above = problem(&[6, 6, 6], vec![column(6, 6, 18)], vec![lock(0, 0, 6)]);
    assert_eq!(settled(&above), [[6, 0], [2, 4], [2, 4]]);
    // "At most" leaves no room, so they do.
    let below = problem(&[6, 6, 6], vec![column(6, 0, 6)], vec![lock(0, 0, 6)]);
    assert_eq!(settled(&below), [[6, 0], [0, 6], [0, 6]]);
}

#[test]
fn a_contradiction_names_who_contradicts_whom() {
    let cell = Cell { row: 1, column: 0 };
    for (problem, why) in [
        (
            problem(&[5, 3], vec![exactly(4)], vec![lock(1, 0, 4)]),
            Contradiction::LockAboveRow { cell, locked: 4, seats: 3 },
        ),
        (
            problem(&[5, 3], vec![exactly(3), exactly(3)], vec![lock(1, 0, 2), lock(1, 1, 2)]),
            Contradiction::LocksAboveRow { row: 1, locked: 4, seats: 3 },
        ),
        (
            problem(&[6, 4], vec![column(6, 6, 10), column(5, 5, 10), column(1, 0, 1)], vec![]),
            Contradiction::ColumnsAboveSeats { columns: vec![0, 1], needed: 11, seats: 10 },
        ),
        (
            problem(&[6, 6, 6], vec![column(10, 0, 10)], vec![lock(0, 0, 6), lock(2, 0, 6)]),
            Contradiction::LocksAboveMost { column: 0, locked: 12, most: 10 },
        ),
        (
            problem(&[280], vec![column(300, 300, 300)], vec![]),
            Contradiction::ColumnsShort { columns: vec![0], needed: 300, possible: 280 },
        ),
        (
            problem(&[6, 6], vec![exactly(8)], vec![lock(1, 0, 1)]),
            Contradiction::ColumnsShort { columns: vec![0], needed: 8, possible: 7 },
        ),
        // Each alone has room; together they need 12 of the 6 seats of the first row and what is locked in the second.
        (
            problem(&[6, 6], vec![exactly(5), exactly(5)], vec![lock(1, 0, 1), lock(1, 1, 1)]),
            Contradiction::ColumnsShort { columns: vec![0, 1], needed: 10, possible: 8 },
        ),
        (problem(&[6], vec![exactly(1)], vec![lock(0, 1, 1)]), Contradiction::Shape),
        (problem(&[6], vec![exactly(1)], vec![lock(0, 0, 1), lock(0, 0, 1)]), Contradiction::Shape),
    ] {
        assert_eq!(solve(&problem), Err(vec![why]));
    }
}

#[test]
fn weights_without_a_small_common_measure_are_refused() {
    let prime = |n: u64| Column { weights: Some(vec![Weight::new(n).unwrap()]), ..exactly(1) };
    // Primes around 2^31.
    let primes = [2_147_483_647, 2_147_483_629, 2_147_483_587, 2_147_483_579];
    let found = solve(&problem(&[9], primes.map(prime).to_vec(), vec![]));
    assert_eq!(found, Err(vec![Contradiction::TooFine]));
}

/// Fair shares of these weights, near 2^43 and without a common measure, fit 128 bits for a number of seats, not for any number.
#[test]
fn numbers_beyond_any_house_are_refused_and_the_largest_are_right() {
    let weights = [[(1u64 << 43) - 31, 7], [(1 << 43) - 102, 2], [1021, 2]];
    let aiming = |aim: u32| {
        let column = |weights: [u64; 2]| Column {
            weights: Some(weights.iter().map(|n| Weight::new(*n).unwrap()).collect()),
            ..column(aim, 0, u32::MAX)
        };
        problem(&[3, 4], weights.map(column).to_vec(), vec![])
    };
    let most = aiming(Seats::MAX.get() / 3);
    let found = solve(&most).unwrap();
    assert_eq!(verify(&most, &found), Ok(()));
    for aim in [Seats::MAX.get() / 3 + 1, 1 << 30, u32::MAX] {
        assert_eq!(solve(&aiming(aim)), Err(vec![Contradiction::TooLarge]), "{aim}");
        assert_eq!(verify(&aiming(aim), &found), Err(ControlledRejected::Shape), "{aim}");
    }
    assert_eq!(aiming(u32::MAX).fair(Cell { row: 0, column: 0 }), None);
    let wide = problem(&[3], vec![exactly(0); 1_000], vec![]);
    assert_eq!(solve(&wide), Err(vec![Contradiction::TooLarge]));
}

/// Every rounding of a small problem, with its cost in the four aims; the last in parts of the denominator.
fn all_roundings(problem: &ControlledProblem) -> Vec<([i128; 4], Vec<Vec<u32>>)> {
    let columns = problem.columns.len() + 1;
    let denominator: i128 = problem.columns.iter().map(|c| i128::from(problem.whole(c).max(1))).product();
    let mut all: Vec<Vec<Vec<u32>>> = vec![vec![]];
    for seats in &problem.row_seats {
        let mut rows: Vec<Vec<u32>> = vec![vec![]];
        for column in 0..columns {
            let parts = |row: Vec<u32>| {
                let left = seats.get() - row.iter().sum::<u32>();
                let range = if column + 1 == columns { left..=left } else { 0..=left };
                range.map(move |n| [&row[..], &[n]].concat()).collect::<Vec<_>>()
            };
            rows = rows.into_iter().flat_map(parts).collect();
        }
        let more = |some: Vec<Vec<u32>>| {
            rows.iter().map(move |row| [&some[..], std::slice::from_ref(row)].concat()).collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(more).collect();
    }
    all.retain(|m| problem.locked.iter().all(|l| m[l.cell.row][l.cell.column] == l.seats.get()));
    let cost = |m: &Vec<Vec<u32>>| {
        let mut cost = [0i128; 4];
        for (at, column) in problem.columns.iter().enumerate() {
            let total: i128 = m.iter().map(|row| i128::from(row[at])).sum();
            cost[0] += (total - i128::from(column.most)).max(i128::from(column.least) - total).max(0);
            cost[2] += (total - i128::from(column.aim)).abs();
        }
        for (row, cells) in m.iter().enumerate() {
            let all = i128::from(problem.row_seats[row].get());
            let fair = |at: usize| match problem.fair(Cell { row, column: at }) {
                Some(fair) => i128::from(fair.num()) * (denominator / i128::from(fair.den())),
                None => 0,
            };
            let sum: i128 = (0..columns - 1).map(fair).sum();
            for (at, &n) in cells.iter().enumerate() {
                let fair = if at + 1 == columns { all * denominator - sum } else { fair(at) };
                let (floor, ceiling) = (fair.div_euclid(denominator), -(-fair).div_euclid(denominator));
                let n = i128::from(n);
                cost[1] += (n - ceiling.clamp(0, all)).max(floor.clamp(0, all) - n).max(0);
                cost[3] += n * n * denominator - 2 * n * fair;
            }
        }
        cost
    };
    all.into_iter().map(|m| (cost(&m), m)).collect()
}

fn small() -> impl Strategy<Value = ControlledProblem> {
    let columns =
        (0..=8u32, 0..=8u32, 0..=8u32, proptest::option::of(proptest::collection::vec(0..=5u32, 3)));
    (
        proptest::collection::vec(0..=4u16, 1..=3),
        proptest::collection::vec(columns, 1..=2),
        proptest::collection::vec((0..3usize, 0..2usize, 0..=3u16), 0..=2),
    )
        .prop_map(|(rows, columns, locks)| {
            let n = rows.len();
            let columns: Vec<Column> = columns
                .into_iter()
                .map(|(a, b, c, weights)| {
                    let mut bounds = [a, b, c];
                    bounds.sort_unstable();
                    let weights = weights.map(|w| w.into_iter().take(n).map(Weight::from).collect());
                    Column { least: bounds[0], aim: bounds[1], most: bounds[2], weights }
                })
                .collect();
            let mut locked: Vec<Locked> = Vec::new();
            for (row, column, seats) in locks {
                let fits = row < n && column < columns.len();
                if fits && !locked.iter().any(|l| l.cell == Cell { row, column }) {
                    locked.push(lock(row, column, seats));
                }
            }
            problem(&rows, columns, locked)
        })
}

fn large() -> impl Strategy<Value = ControlledProblem> {
    (proptest::collection::vec(0..=40u16, 1..40), proptest::collection::vec(0..=20u32, 1..6)).prop_map(
        |(rows, parts)| {
            let all: u32 = rows.iter().map(|&n| u32::from(n)).sum();
            let whole = parts.iter().sum::<u32>().max(20);
            let columns = parts.iter().map(|part| exactly(all * part / whole)).collect();
            problem(&rows, columns, vec![])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn it_is_the_best_of_all_roundings(problem in small()) {
        let all = all_roundings(&problem);
        let best = all.iter().map(|(cost, _)| *cost).min();
        match solve(&problem) {
            Err(why) => {
                prop_assert!(best.is_none_or(|cost| cost[0] > 0), "{:?}: {:?} {:?}", problem, why, best);
            }
            Ok(found) => {
                prop_assert_eq!(verify(&problem, &found), Ok(()));
                let best = best.unwrap();
                let example: Vec<Vec<u32>> = (0..problem.row_seats.len())
                    .map(|row| (0..=problem.columns.len()).map(|column| found.at(Cell { row, column }).get()).collect())
                    .collect();
                let own = all.iter().find(|(_, m)| *m == example).unwrap();
                prop_assert_eq!(own.0, best);
                prop_assert_eq!(best[0], 0);
                // The tie is exactly the roundings with the same numbers that are as good.
                let totals = |m: &Vec<Vec<u32>>| (0..=problem.columns.len()).map(|c| m.iter().map(|r| r[c]).sum()).collect::<Vec<u32>>();
                let equal: Vec<_> = all.iter().filter(|(cost, m)| *cost == best && totals(m) == totals(&example)).collect();
                let differs = |row: usize, column: usize| equal.iter().any(|(_, m)| m[row][column] != example[row][column]);
                let open: Vec<Cell> = (0..problem.row_seats.len())
                    .flat_map(|row| (0..=problem.columns.len()).map(move |column| Cell { row, column }))
                    .filter(|cell| differs(cell.row, cell.column))
                    .collect();
                match &found.outcome {
                    MatrixOutcome::Settled(_) => prop_assert_eq!(open, vec![]),
                    MatrixOutcome::Tied(tie) => {
                        prop_assert_eq!(&open, &tie.contested);
                        let drawn = tie.settle(&tie.draw(7)).unwrap();
                        prop_assert!(equal.iter().any(|(_, m)| *m == numbers(&drawn)));
                    }
                }
            }
        }
    }

    /// Bacharach and Cox: without locked cells every cell is the floor or the ceiling of its fair share.
    #[test]
    fn nothing_departs_without_locks(problem in large()) {
        let found = solve(&problem).unwrap();
        prop_assert_eq!(verify(&problem, &found), Ok(()));
        for (column, bounds) in problem.columns.iter().enumerate() {
            let mut total = 0;
            for row in 0..problem.row_seats.len() {
                let cell = Cell { row, column };
                let (seats, fair) = (u64::from(found.at(cell).get()), problem.fair(cell).unwrap());
                prop_assert!(fair.floor() <= seats && seats <= fair.ceil(), "{:?}", cell);
                total += seats;
            }
            prop_assert_eq!(total, u64::from(bounds.aim));
        }
    }

    #[test]
    fn verify_rejects_another_rounding(problem in small(), row in 0..3usize, from in 0..3usize, to in 0..3usize) {
        let Ok(mut found) = solve(&problem) else { return Ok(()) };
        let best = all_roundings(&problem).iter().map(|(cost, _)| *cost).min().unwrap();
        let MatrixOutcome::Settled(seats) = &mut found.outcome else { return Ok(()) };
        let (row, width) = (row % seats.len(), seats[0].len());
        let (from, to) = (from % width, to % width);
        if from == to || seats[row][from] == Seats::ZERO { return Ok(()) }
        seats[row][from] = Seats::new(seats[row][from].get() - 1).unwrap();
        seats[row][to] = Seats::new(seats[row][to].get() + 1).unwrap();
        let moved = numbers(seats);
        let cost = all_roundings(&problem).into_iter().find(|(_, m)| *m == moved).map(|(cost, _)| cost);
        prop_assume!(cost != Some(best));
        prop_assert!(verify(&problem, &found).is_err());
    }
}
