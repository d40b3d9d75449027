//! A matrix of members with row and column totals to seats that the independent check accepts.
#![no_main]

use arbitrary::Arbitrary;
use delegate_roster::apportion::biproportional::{Cell, Locked, MatrixProblem, Rounding, solve, verify};
use delegate_roster::num::{Seats, Weight};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    columns: u8,
    members: Vec<u32>,
    rows: Vec<u8>,
    totals: Vec<u8>,
    locked: Vec<(u8, u8, u8)>,
    rounding: u8,
}

fuzz_target!(|input: Input| {
    let columns = usize::from(input.columns % 7) + 1;
    let members: Vec<Vec<Weight>> =
        input.members.chunks(columns).take(9).map(|row| row.iter().map(|&n| Weight::from(n)).collect()).collect();
    let seats = |n: &u8| Seats::from(u16::from(*n));
    let problem = MatrixProblem {
        members,
        row_seats: input.rows.iter().map(seats).collect(),
        column_seats: input.totals.iter().map(seats).collect(),
        locked: input
            .locked
            .iter()
            .map(|&(row, column, n)| Locked {
                cell: Cell { row: row.into(), column: column.into() },
                seats: Seats::from(u16::from(n % 8)),
            })
            .collect(),
        rounding: [Rounding::Up, Rounding::Nearest, Rounding::Down][usize::from(input.rounding) % 3],
    };
    if let Ok(allocation) = solve(&problem) {
        assert_eq!(verify(&problem, &allocation), Ok(()));
    }
});
