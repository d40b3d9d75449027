//! `Draft`: a first distribution with the right rows, and multipliers that nearly balance the columns.
//!
//! Proves nothing. Alternating scaling as in F. Pukelsheim, "Proportional Representation", 2nd ed. (2017), chapter 15,
//! on real quotients and for a fixed number of rounds; where it stands then, `flow` takes over.

use super::approx::Approx;
use super::grid::{Grid, at, put};
use super::problem::MatrixError;
use super::reduced::Reduced;

/// Seats, and multipliers with `signpost(a) <= weight * column / row <= signpost(a + 1)`, up to the last bits.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) seats: Grid<u32>,
    /// Divisors of the rows.
    pub(super) rows: Vec<Approx>,
    /// Multipliers of the columns.
    pub(super) columns: Vec<Approx>,
}

/// Enough for the columns to be a few seats off in ordinary data.
const ROUNDS: usize = 16;

/// Distributes every row by itself, after scaling.
pub(super) fn draft(reduced: &Reduced) -> Result<Draft, MatrixError> {
    let mut draft = Draft {
        seats: Grid::new(reduced.rows, reduced.columns),
        rows: vec![Approx::ONE; reduced.rows],
        columns: vec![Approx::ONE; reduced.columns],
    };
    for _ in 0..ROUNDS {
        scale(reduced, &mut draft);
    }
    for row in 0..reduced.rows {
        fill_row(reduced, row, &mut draft)?;
    }
    Ok(draft)
}

/// Real quotients that sum to the rows, then to the columns.
fn scale(reduced: &Reduced, draft: &mut Draft) {
    for (i, divisor) in draft.rows.iter_mut().enumerate() {
        let open = reduced.weights.row(i).iter().zip(&draft.columns).filter(|(w, _)| **w > 0);
        let (sum, cells) = sum(open.map(|(w, column)| Approx::new(*w).times(*column)));
        if let Some(sum) = sum {
            *divisor = sum.over(target(reduced, at(&reduced.row_seats, i), cells));
        }
    }
    let mut sums: Vec<(Option<Approx>, u32)> = vec![(None, 0); reduced.columns];
    for (i, divisor) in draft.rows.iter().enumerate() {
        for (&weight, (sum, cells)) in reduced.weights.row(i).iter().zip(&mut sums).filter(|(w, _)| **w > 0) {
            let quotient = Approx::new(weight).over(*divisor);
            *sum = Some(sum.map_or(quotient, |sum| sum.plus(quotient)));
            *cells += 1;
        }
    }
    for (j, (sum, cells)) in sums.into_iter().enumerate() {
        if let Some(sum) = sum {
            put(&mut draft.columns, j, target(reduced, at(&reduced.column_seats, j), cells).over(sum));
        }
    }
}

fn sum(parts: impl Iterator<Item = Approx>) -> (Option<Approx>, u32) {
    parts.fold((None, 0), |(sum, n), part| (Some(sum.map_or(part, |sum: Approx| sum.plus(part))), n + 1))
}

/// The doubled real seats of a line whose cells round to `seats`: rounding down loses half a seat in each cell.
fn target(reduced: &Reduced, seats: u32, cells: u32) -> Approx {
    let lost = if reduced.rounds_to_nearest() { 0 } else { cells };
    Approx::new((2 * u64::from(seats) + u64::from(lost)).max(1))
}

/// A divisor method over one row: near the quotients at once, then seat by seat.
fn fill_row(reduced: &Reduced, row: usize, draft: &mut Draft) -> Result<(), MatrixError> {
    let wanted = at(&reduced.row_seats, row);
    let pull = |(j, &weight): (usize, &u64)| (j, Approx::new(weight).times(at(&draft.columns, j)));
    let open = reduced.weights.row(row).iter().enumerate().filter(|(_, w)| **w > 0);
    let mut cells: Vec<(usize, Approx, u32)> = open.map(pull).map(|(j, pull)| (j, pull, 0)).collect();
    let (sum, count) = sum(cells.iter().map(|cell| cell.1));
    let Some(sum) = sum else {
        return if wanted == 0 { Ok(()) } else { Err(reduced.infeasible(vec![row], Vec::new())) };
    };
    let divisor = sum.over(target(reduced, wanted, count));
    for (_, pull, seats) in &mut cells {
        let doubled = pull.over(divisor).floor() + u64::from(reduced.rounds_to_nearest());
        *seats = u32::try_from(doubled / 2).unwrap_or(wanted).min(wanted);
    }
    let price = |pull: Approx, k: u32| pull.over(Approx::new(reduced.signpost(k)));
    let mut given: u64 = cells.iter().map(|cell| u64::from(cell.2)).sum();
    while given < wanted.into() {
        let next = cells.iter_mut().max_by_key(|(_, pull, seats)| price(*pull, *seats + 1));
        next.into_iter().for_each(|cell| cell.2 += 1);
        given += 1;
    }
    while given > wanted.into() {
        let held = cells.iter_mut().filter(|cell| cell.2 > 0);
        let last = held.min_by_key(|(_, pull, seats)| price(*pull, *seats));
        last.into_iter().for_each(|cell| cell.2 -= 1);
        given -= 1;
    }
    for &(j, _, seats) in &cells {
        draft.seats.put(row, j, seats);
    }
    center_row(reduced, row, draft);
    Ok(())
}

/// Sets the divisor of a row in the middle of those that give it these seats.
fn center_row(reduced: &Reduced, row: usize, draft: &mut Draft) {
    let bounds = bounds((0..reduced.columns).filter_map(|j| {
        let pull = Approx::new(open(reduced, row, j)?).times(at(&draft.columns, j));
        let seats = draft.seats.at(row, j);
        let lost = (seats > 0).then(|| pull.over(Approx::new(reduced.signpost(seats))));
        Some((Some(pull.over(Approx::new(reduced.signpost(seats + 1)))), lost))
    }));
    if let Some(middle) = middle(bounds) {
        put(&mut draft.rows, row, middle);
    }
}

/// Sets the multiplier of a column in the middle of those that give it these seats.
fn center_column(reduced: &Reduced, column: usize, draft: &mut Draft) {
    let bounds = bounds((0..reduced.rows).filter_map(|i| {
        let push = at(&draft.rows, i).over(Approx::new(open(reduced, i, column)?));
        let seats = draft.seats.at(i, column);
        let kept = (seats > 0).then(|| push.times(Approx::new(reduced.signpost(seats))));
        Some((kept, Some(push.times(Approx::new(reduced.signpost(seats + 1))))))
    }));
    if let Some(middle) = middle(bounds) {
        put(&mut draft.columns, column, middle);
    }
}

/// Moves all multipliers away from the edges of what they may be, where there is room: short proofs, quickly checked.
pub(super) fn center(reduced: &Reduced, draft: &mut Draft) {
    for _ in 0..2 {
        (0..reduced.rows).for_each(|row| center_row(reduced, row, draft));
        (0..reduced.columns).for_each(|column| center_column(reduced, column, draft));
    }
}

fn open(reduced: &Reduced, row: usize, column: usize) -> Option<u64> {
    Some(reduced.weights.at(row, column)).filter(|weight| *weight > 0)
}

type Bounds = (Option<Approx>, Option<Approx>);

/// The largest lower and the smallest upper bound.
fn bounds(all: impl Iterator<Item = Bounds>) -> Bounds {
    all.fold((None, None), |(low, high), (l, h)| (low.max(l), high.into_iter().chain(h).min()))
}

fn middle(bounds: Bounds) -> Option<Approx> {
    match bounds {
        (Some(low), Some(high)) => Some(low.plus(high).over(Approx::new(2))),
        // Only bounded on one side: any further value does.
        (Some(low), None) => Some(low.times(Approx::new(2))),
        (None, Some(high)) => Some(high.over(Approx::new(2))),
        (None, None) => None,
    }
}
