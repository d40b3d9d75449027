//! Known answers, an oracle by enumeration, and the properties that define the method.

use super::*;
use crate::num::Weight;
use proptest::prelude::*;

fn problem(members: &[&[u64]], rows: &[u32], columns: &[u32], rounding: Rounding) -> MatrixProblem {
    let seats = |list: &[u32]| list.iter().map(|&s| Seats::new(s).unwrap()).collect();
    MatrixProblem {
        members: members.iter().map(|r| r.iter().map(|&m| Weight::new(m).unwrap()).collect()).collect(),
        row_seats: seats(rows),
        column_seats: seats(columns),
        locked: vec![],
        rounding,
    }
}

fn numbers(seats: &[Vec<Seats>]) -> Vec<Vec<u32>> {
    seats.iter().map(|row| row.iter().map(|s| s.get()).collect()).collect()
}

#[track_caller]
fn settled(problem: &MatrixProblem) -> Vec<Vec<u32>> {
    let allocation = solve(problem).unwrap();
    assert_eq!(verify(problem, &allocation), Ok(()));
    match allocation.outcome {
        MatrixOutcome::Settled(seats) => numbers(&seats),
        MatrixOutcome::Tied(tie) => panic!("{tie:?}"),
    }
}

/// Sources: the articles of the English and German Wikipedia on double proportion; the Landrat of Uri of 2020, as kept
/// with its official result in the R package proporz.
#[test]
fn known_answers() {
    let members: [&[u64]; 3] = [&[123, 45, 815], &[912, 714, 414], &[312, 255, 215]];
    let result = settled(&problem(&members, &[5, 11, 4], &[7, 5, 8], Rounding::Nearest));
    assert_eq!(result, [[1, 0, 4], [4, 4, 3], [2, 1, 1]]);

    let members: [&[u64]; 3] = [&[51, 98, 45], &[60, 100, 120], &[63, 102, 144]];
    let result = settled(&problem(&members, &[4, 5, 6], &[4, 5, 6], Rounding::Nearest));
    assert_eq!(result, [[1, 2, 1], [1, 2, 2], [2, 1, 3]]);

    // CVP, SP/Greens, FDP, SVP in Altdorf, Bürglen, Erstfeld, Schattdorf.
    let uri: [&[u64]; 4] = [
        &[11471, 2822, 2309, 4794],
        &[11908, 1606, 1705, 2600],
        &[9213, 1567, 946, 2961],
        &[7756, 2945, 1573, 3498],
    ];
    let result = settled(&problem(&uri, &[12, 9, 7, 9], &[15, 7, 6, 9], Rounding::Nearest));
    assert_eq!(result, [[5, 2, 2, 3], [4, 1, 2, 2], [3, 1, 1, 2], [3, 3, 1, 2]]);
}

/// Source: the documentation of the package Apportionment.jl, for d'Hondt.
#[test]
fn known_answer_rounding_down() {
    let members: [&[u64]; 3] = [&[770, 130], &[20, 380], &[10, 190]];
    let result = settled(&problem(&members, &[7, 5, 3], &[8, 7], Rounding::Down));
    assert_eq!(result, [[7, 0], [1, 4], [0, 3]]);
}

#[test]
fn ties_are_results() {
    let allocation = solve(&problem(&[&[1, 1], &[1, 1]], &[1, 1], &[1, 1], Rounding::Nearest)).unwrap();
    let MatrixOutcome::Tied(tie) = allocation.outcome else { panic!("two distributions") };
    assert_eq!(numbers(&tie.certain), [[0, 0], [0, 0]]);
    assert_eq!(tie.contested.len(), 4);
    assert_eq!((tie.open_rows, tie.open_columns), (vec![Seats::from(1); 2], vec![Seats::from(1); 2]));
    // A third line that takes no part: its cells are certain.
    let apart: [&[u64]; 3] = [&[1, 1, 0], &[1, 1, 0], &[0, 0, 7]];
    let apart = problem(&apart, &[3, 3, 2], &[3, 3, 2], Rounding::Down);
    let allocation = solve(&apart).unwrap();
    let MatrixOutcome::Tied(tie) = &allocation.outcome else { panic!("two distributions") };
    assert_eq!(numbers(&tie.certain), [[1, 1, 0], [1, 1, 0], [0, 0, 2]]);
    assert!(tie.contested.iter().all(|cell| cell.row < 2 && cell.column < 2));
    assert_eq!(verify(&apart, &allocation), Ok(()));
}

#[test]
fn lots_settle_their_own_tie_only() {
    let tie_of = |rows: &[u32], columns: &[u32]| {
        let members: Vec<&[u64]> = rows.iter().map(|_| &[1, 1, 1][..]).collect();
        match solve(&problem(&members, rows, columns, Rounding::Nearest)).unwrap().outcome {
            MatrixOutcome::Tied(tie) => tie,
            MatrixOutcome::Settled(seats) => panic!("{seats:?}"),
        }
    };
    let tie = tie_of(&[1, 1, 1], &[1, 1, 1]);
    let cell = |row, column| Cell { row, column };
    let lot = |drawn: &[Cell]| MatrixLot { contenders: tie.contenders(), drawn: drawn.to_vec() };
    let diagonal = lot(&[cell(0, 0), cell(1, 1), cell(2, 2)]);
    assert_eq!(
        tie.settle(&diagonal).map(|s| numbers(&s)),
        Ok(vec![vec![1, 0, 0], vec![0, 1, 0], vec![0, 0, 1]])
    );
    assert_eq!(tie_of(&[4, 4, 4], &[4, 4, 4]).settle(&diagonal), Err(MatrixLotError::Stale));
    let cases = [
        (vec![cell(0, 0), cell(1, 1)], MatrixLotError::Row { row: 2 }),
        (vec![cell(0, 0), cell(1, 0), cell(2, 2)], MatrixLotError::Column { column: 0 }),
        (vec![cell(0, 0), cell(0, 0), cell(1, 1)], MatrixLotError::Drawn(cell(0, 0))),
        (vec![cell(0, 3)], MatrixLotError::Drawn(cell(0, 3))),
    ];
    for (drawn, error) in cases {
        assert_eq!(tie.settle(&lot(&drawn)), Err(error));
    }
    // All six distributions can be drawn, and a seed always draws the same.
    let drawn: std::collections::HashSet<_> = (0..100).map(|seed| tie.draw(seed)).collect();
    assert_eq!(drawn.len(), 6);
    assert_eq!(tie.draw(7), tie.draw(7));
}

/// Women and men, workers and others: targets that sum to the quotas but are not whole.
#[test]
fn controlled_rounding_with_a_locked_cell() {
    let targets: [&[u64]; 3] = [&[35, 25, 40], &[22, 38, 60], &[13, 17, 50]]; // tenths of a delegate
    let free = problem(&targets, &[10, 12, 8], &[7, 8, 15], Rounding::Nearest);
    let rounded = settled(&free);
    for (row, targets) in rounded.iter().zip(targets) {
        for (&seats, &target) in row.iter().zip(targets) {
            assert!(seats.abs_diff(target as u32 / 10) <= 1);
        }
    }
    let locked = |seats: u16| MatrixProblem {
        locked: vec![Locked { cell: Cell { row: 2, column: 0 }, seats: seats.into() }],
        ..free.clone()
    };
    assert_eq!(settled(&locked(4))[2][0], 4);
    let row_too_small = MatrixError::RowTooSmall { row: 2, needed: 9, seats: 8 };
    assert_eq!(solve(&locked(9)), Err(row_too_small));
}

#[test]
fn bad_input_is_named() {
    let base = problem(&[&[1, 2], &[3, 4]], &[2, 3], &[1, 4], Rounding::Nearest);
    let lock = |row, column| Locked { cell: Cell { row, column }, seats: Seats::from(1) };
    type Change = fn(&mut MatrixProblem);
    let cases: [(Change, MatrixError); 6] = [
        (|p| p.row_seats.truncate(1), MatrixError::RowSeatsLength { rows: 2, seats: 1 }),
        (|p| p.members[1].truncate(1), MatrixError::RowLength { row: 1, cells: 1, columns: 2 }),
        (|p| p.row_seats[0] = Seats::from(9), MatrixError::TotalsDiffer { rows: 12, columns: 5 }),
        (
            |p| (p.row_seats[0], p.column_seats[0]) = (Seats::MAX, Seats::new((1 << 20) - 1).unwrap()),
            MatrixError::TooManySeats { seats: (1 << 20) + 3 },
        ),
        (
            |p| p.members[0] = vec![Weight::ZERO; 2],
            MatrixError::Infeasible { rows: vec![0], columns: vec![], needed: 2, available: 0 },
        ),
        (|p| p.members.clear(), MatrixError::RowSeatsLength { rows: 0, seats: 2 }),
    ];
    for (change, error) in cases {
        let mut changed = base.clone();
        change(&mut changed);
        assert_eq!(solve(&changed), Err(error));
    }
    let with = |locked| MatrixProblem { locked, ..base.clone() };
    assert_eq!(solve(&with(vec![lock(2, 0)])), Err(MatrixError::LockedOutside { entry: 0 }));
    assert_eq!(solve(&with(vec![lock(0, 0), lock(0, 0)])), Err(MatrixError::LockedTwice { entry: 1 }));
    let up = problem(&[&[1, 2], &[3, 4]], &[1, 4], &[3, 2], Rounding::Up);
    assert_eq!(solve(&up), Err(MatrixError::RowTooSmall { row: 0, needed: 2, seats: 1 }));
    assert_eq!(solve(&problem(&[], &[], &[], Rounding::Up)), Err(MatrixError::Empty));
}

/// Rows 0 and 1 may only sit in column 0, which has too few seats for both.
#[test]
fn an_infeasible_set_is_named() {
    let members: [&[u64]; 3] = [&[5, 0, 0], &[7, 0, 0], &[1, 2, 3]];
    let error = solve(&problem(&members, &[2, 2, 4], &[3, 2, 3], Rounding::Nearest));
    let expected = MatrixError::Infeasible { rows: vec![0, 1], columns: vec![0], needed: 4, available: 3 };
    assert_eq!(error, Err(expected));
}

#[test]
fn mutated_results_are_rejected() {
    let members: [&[u64]; 3] = [&[123, 45, 815], &[912, 714, 414], &[312, 255, 215]];
    let problem = problem(&members, &[5, 11, 4], &[7, 5, 8], Rounding::Nearest);
    let good = solve(&problem).unwrap();
    let reject = |change: &dyn Fn(&mut MatrixAllocation)| {
        let mut bad = good.clone();
        change(&mut bad);
        verify(&problem, &bad).unwrap_err()
    };
    let seats = |bad: &mut MatrixAllocation, changes: &[(usize, usize, i64)]| {
        let MatrixOutcome::Settled(seats) = &mut bad.outcome else { panic!("settled") };
        for &(i, j, by) in changes {
            seats[i][j] = Seats::new(u32::try_from(i64::from(seats[i][j].get()) + by).unwrap()).unwrap();
        }
    };
    assert_eq!(reject(&|bad| seats(bad, &[(1, 1, 1)])), MatrixRejected::Row { row: 1 });
    assert_eq!(reject(&|bad| seats(bad, &[(1, 1, 1), (1, 0, -1)])), MatrixRejected::Column { column: 0 });
    let cycle = |bad: &mut MatrixAllocation| seats(bad, &[(0, 0, 1), (0, 2, -1), (1, 0, -1), (1, 2, 1)]);
    assert!(matches!(reject(&cycle), MatrixRejected::Quotient(_)));
    assert_eq!(reject(&|bad| drop(bad.divisors.rows.pop())), MatrixRejected::Shape);
    let zero = Natural::from_limbs(vec![]);
    assert_eq!(reject(&|bad| bad.divisors.rows[0].num = zero.clone()), MatrixRejected::Divisor);
}

/// All matrices with the totals and the support, and the seats a cell must have.
fn all_with_totals(p: &MatrixProblem) -> Vec<Vec<Vec<u32>>> {
    fn extend(p: &MatrixProblem, left: &mut [u32], cells: &mut Vec<u32>, out: &mut Vec<Vec<Vec<u32>>>) {
        let n = left.len();
        if cells.len() == p.members.len() * n {
            if left.iter().all(|&l| l == 0) {
                out.push(cells.chunks(n).map(<[u32]>::to_vec).collect());
            }
            return;
        }
        let (i, j) = (cells.len() / n, cells.len() % n);
        let rest = p.row_seats[i].get() - cells[i * n..].iter().sum::<u32>();
        let most = if p.members[i][j].get() == 0 { 0 } else { rest.min(left[j]) };
        let least = if j + 1 == n { rest } else { 0 };
        let guaranteed = u32::from(p.rounding == Rounding::Up && p.members[i][j].get() > 0);
        for seats in least.max(guaranteed)..=most {
            left[j] -= seats;
            cells.push(seats);
            extend(p, left, cells, out);
            cells.pop();
            left[j] += seats;
        }
    }
    let mut left: Vec<u32> = p.column_seats.iter().map(|s| s.get()).collect();
    let mut out = vec![];
    extend(p, &mut left, &mut vec![], &mut out);
    out
}

/// Product over all seats of weight over signpost, doubled; the distributions in proportion are those that maximise it.
/// (All have the same number of seats, so doubling cancels. Signposts of zero belong to guaranteed seats: left out.)
fn price(p: &MatrixProblem, seats: &[Vec<u32>]) -> Divisor {
    let mut price = Divisor { num: Natural::shifted(1, 0), den: Natural::shifted(1, 0) };
    for (row, members) in seats.iter().zip(&p.members) {
        for (&seats, members) in row.iter().zip(members) {
            for k in 1..=u64::from(seats) {
                let signpost = match p.rounding {
                    Rounding::Up => 2 * k - 2,
                    Rounding::Nearest => 2 * k - 1,
                    Rounding::Down => 2 * k,
                };
                if signpost > 0 {
                    price = price.times_ratio(members.get(), signpost);
                }
            }
        }
    }
    price
}

/// The best of all, by enumeration.
fn oracle(p: &MatrixProblem) -> Vec<Vec<Vec<u32>>> {
    let mut best: Vec<(Divisor, Vec<Vec<u32>>)> = vec![];
    for seats in all_with_totals(p) {
        let price = price(p, &seats);
        match best.first().map(|(known, _)| price.cmp_scaled(1, known, 1)) {
            Some(std::cmp::Ordering::Less) => {}
            Some(std::cmp::Ordering::Equal) => best.push((price, seats)),
            _ => best = vec![(price, seats)],
        }
    }
    best.into_iter().map(|(_, seats)| seats).collect()
}

/// Every distribution a result stands for.
fn expand(outcome: &MatrixOutcome, p: &MatrixProblem) -> Vec<Vec<Vec<u32>>> {
    match outcome {
        MatrixOutcome::Settled(seats) => vec![numbers(seats)],
        MatrixOutcome::Tied(tie) => {
            let open = all_with_totals(p).into_iter();
            let certain = numbers(&tie.certain);
            open.filter(|seats| {
                seats.iter().flatten().zip(certain.iter().flatten()).enumerate().all(|(at, (&s, &c))| {
                    let cell = Cell { row: at / p.column_seats.len(), column: at % p.column_seats.len() };
                    s == c || (s == c + 1 && tie.contested.contains(&cell))
                })
            })
            .collect()
        }
    }
}

fn rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![Just(Rounding::Up), Just(Rounding::Nearest), Just(Rounding::Down)]
}

/// Small matrices with small numbers, so that zeros, ties and infeasible totals are frequent. Totals come from a matrix.
fn small() -> impl Strategy<Value = MatrixProblem> {
    up_to(3, 7)
}

fn up_to(lines: usize, members: u64) -> impl Strategy<Value = MatrixProblem> {
    let cell = (0..members, 0u32..4);
    let cells = (1..=lines, 1..=lines)
        .prop_flat_map(move |(m, n)| prop::collection::vec(prop::collection::vec(cell.clone(), n), m));
    (cells, rounding(), any::<bool>()).prop_map(|(cells, rounding, feasible)| {
        let n = cells[0].len();
        let seats = |cell: &(u64, u32)| if feasible && cell.0 == 0 { 0 } else { cell.1 };
        let rows: Vec<u32> = cells.iter().map(|row| row.iter().map(seats).sum()).collect();
        let columns: Vec<u32> = (0..n).map(|j| cells.iter().map(|row| seats(&row[j])).sum()).collect();
        let members: Vec<Vec<u64>> = cells.iter().map(|r| r.iter().map(|c| c.0).collect()).collect();
        let members: Vec<&[u64]> = members.iter().map(Vec::as_slice).collect();
        problem(&members, &rows, &columns, rounding)
    })
}

fn transposed(p: &MatrixProblem) -> MatrixProblem {
    let columns = 0..p.column_seats.len();
    MatrixProblem {
        members: columns.map(|j| p.members.iter().map(|row| row[j]).collect()).collect(),
        row_seats: p.column_seats.clone(),
        column_seats: p.row_seats.clone(),
        ..p.clone()
    }
}

/// Certain seats and contested cells, the part of a result that may not depend on order.
fn decided(p: &MatrixProblem) -> Option<(Vec<Vec<u32>>, Vec<Cell>)> {
    let allocation = solve(p).ok()?;
    assert_eq!(verify(p, &allocation), Ok(()));
    Some(match allocation.outcome {
        MatrixOutcome::Settled(seats) => (numbers(&seats), vec![]),
        MatrixOutcome::Tied(tie) => (numbers(&tie.certain), tie.contested),
    })
}

fn transpose_decided((seats, contested): (Vec<Vec<u32>>, Vec<Cell>)) -> (Vec<Vec<u32>>, Vec<Cell>) {
    let seats = (0..seats[0].len()).map(|j| seats.iter().map(|row| row[j]).collect()).collect();
    let turn = |cell: Cell| Cell { row: cell.column, column: cell.row };
    let mut contested: Vec<Cell> = contested.into_iter().map(turn).collect();
    contested.sort();
    (seats, contested)
}

proptest! {
    #[test]
    fn agrees_with_enumeration(p in small(), seed in any::<u64>()) {
        let expected = oracle(&p);
        match solve(&p) {
            Ok(allocation) => {
                prop_assert_eq!(verify(&p, &allocation), Ok(()));
                let mut found = expand(&allocation.outcome, &p);
                let mut expected = expected;
                found.sort();
                expected.sort();
                if let MatrixOutcome::Tied(tie) = &allocation.outcome {
                    prop_assert!(found.len() > 1);
                    let drawn = tie.settle(&tie.draw(seed)).map(|seats| numbers(&seats));
                    prop_assert!(drawn.is_ok_and(|seats| found.contains(&seats)));
                }
                prop_assert_eq!(found, expected);
            }
            Err(error) => {
                prop_assert!(expected.is_empty(), "{:?}", error);
                if let MatrixError::Infeasible { rows, columns, needed, available } = error {
                    prop_assert!(needed > available);
                    for i in rows {
                        for (j, members) in p.members[i].iter().enumerate() {
                            prop_assert!(members.get() == 0 || columns.contains(&j));
                        }
                    }
                }
            }
        }
    }

    /// The search may go astray; the proof finds the way back.
    #[test]
    fn any_draft_is_mended(p in up_to(6, 30), moves in prop::collection::vec((0usize..6, 0usize..6, 0usize..6, 0usize..6), 40)) {
        let Ok(reduced) = Reduced::of(&p) else { return Ok(()) };
        let Ok(mut draft) = start::draft(&reduced) else { return Ok(()) };
        prop_assume!(flow::balance(&reduced, &mut draft).is_ok());
        draft.rows.fill(Default::default());
        draft.columns.fill(Default::default());
        for (i, j, k, l) in moves {
            let distinct = i != k && j != l;
            let held = draft.seats.at(i, j) > 0 && draft.seats.at(k, l) > 0 && i.max(k) < reduced.rows;
            let open = reduced.weights.at(i, l) > 0 && reduced.weights.at(k, j) > 0 && j.max(l) < reduced.columns;
            if distinct && held && open {
                for (row, column, by) in [(i, j, -1), (k, l, -1), (i, l, 1), (k, j, 1)] {
                    draft.seats.put(row, column, draft.seats.at(row, column).checked_add_signed(by).unwrap());
                }
            }
        }
        let labels = exact::prove(&reduced, &mut draft);
        let contested = tie::contested(reduced.rows, reduced.columns, &tight(&reduced, &draft, &labels));
        let matrix = matrix(&reduced, |i, j| reduced.base.at(i, j) + draft.seats.at(i, j));
        let tie = MatrixTie::new(matrix, &contested);
        prop_assert_eq!(Some((numbers(&tie.certain), tie.contested)), decided(&p));
    }

    #[test]
    fn rows_and_columns_are_alike(p in up_to(6, 40)) {
        prop_assert_eq!(decided(&transposed(&p)), decided(&p).map(transpose_decided));
    }

    #[test]
    fn order_does_not_matter(p in up_to(6, 40)) {
        let mut turned = p.clone();
        turned.members.reverse();
        turned.row_seats.reverse();
        let rows = p.members.len();
        let back = decided(&turned).map(|(mut seats, contested)| {
            seats.reverse();
            let mut contested: Vec<Cell> =
                contested.into_iter().map(|c| Cell { row: rows - 1 - c.row, ..c }).collect();
            contested.sort();
            (seats, contested)
        });
        prop_assert_eq!(back, decided(&p));
    }

    /// Multiplying a row or a column of members changes nothing: only proportions inside the lines count.
    #[test]
    fn lines_may_be_scaled(p in up_to(6, 40), by_row in 1u64..9, by_column in 1u64..9) {
        let mut scaled = p.clone();
        for row in &mut scaled.members {
            row[0] = Weight::new(row[0].get() * by_column).unwrap();
        }
        for members in &mut scaled.members[0] {
            *members = Weight::new(members.get() * by_row).unwrap();
        }
        prop_assert_eq!(decided(&scaled), decided(&p));
    }
}
