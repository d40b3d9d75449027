//! `Draft`: a first distribution with the right rows, and multipliers that nearly balance the columns.
//!
//! Proves nothing. Alternating scaling (F. Pukelsheim, "Proportional Representation", 2nd ed. (2017), chapter 15), first
//! of real quotients, then of rounded ones. It need not arrive: where it stands after some rounds, `flow` takes over.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

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

/// Rounds of scaling real quotients, which brings the multipliers near at little cost.
const REAL_ROUNDS: usize = 8;
/// Rounds of scaling rounded quotients. They mend most in the first few; what they leave, `flow` moves seat by seat.
const ROUNDED_ROUNDS: usize = 24;

/// Distributes every row by itself, after scaling.
pub(super) fn draft(reduced: &Reduced) -> Result<Draft, MatrixError> {
    let mut draft = Draft {
        seats: Grid::new(reduced.rows, reduced.columns),
        rows: vec![Approx::ONE; reduced.rows],
        columns: vec![Approx::ONE; reduced.columns],
    };
    for _ in 0..REAL_ROUNDS {
        scale(reduced, &mut draft);
    }
    fill_rows(reduced, &mut draft)?;
    for _ in 0..ROUNDED_ROUNDS {
        if flaw(reduced, &draft) == 0 {
            break;
        }
        fill_columns(reduced, &mut draft);
        fill_rows(reduced, &mut draft)?;
    }
    Ok(draft)
}

/// How many seats the columns are off.
fn flaw(reduced: &Reduced, draft: &Draft) -> u64 {
    let mut sums = vec![0u32; reduced.columns];
    for row in 0..reduced.rows {
        sums.iter_mut().zip(draft.seats.row(row)).for_each(|(sum, seats)| *sum += seats);
    }
    sums.iter().zip(&reduced.column_seats).map(|(sum, seats)| u64::from(sum.abs_diff(*seats))).sum()
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

/// Gives every row its seats under the multipliers of the columns.
fn fill_rows(reduced: &Reduced, draft: &mut Draft) -> Result<(), MatrixError> {
    for row in 0..reduced.rows {
        let wanted = at(&reduced.row_seats, row);
        let cells = (0..reduced.columns).filter_map(|j| {
            let weight = open(reduced, row, j)?;
            Some(LineCell { at: j, pull: Approx::new(weight).times(at(&draft.columns, j)), seats: 0 })
        });
        let mut cells: Vec<LineCell> = cells.collect();
        if cells.is_empty() && wanted > 0 {
            return Err(reduced.infeasible(vec![row], Vec::new()));
        }
        fill(reduced, &mut cells, wanted, at(&draft.rows, row));
        for cell in &cells {
            draft.seats.put(row, cell.at, cell.seats);
        }
        center_row(reduced, row, draft);
    }
    Ok(())
}

/// Sets the multiplier of every column so that it would have its seats under the divisors of the rows.
fn fill_columns(reduced: &Reduced, draft: &mut Draft) {
    for column in 0..reduced.columns {
        let cells = (0..reduced.rows).filter_map(|i| {
            let weight = open(reduced, i, column)?;
            Some(LineCell { at: i, pull: Approx::new(weight).over(at(&draft.rows, i)), seats: 0 })
        });
        let mut cells: Vec<LineCell> = cells.collect();
        let divisor = Approx::ONE.over(at(&draft.columns, column));
        fill(reduced, &mut cells, at(&reduced.column_seats, column), divisor);
        for cell in &cells {
            draft.seats.put(cell.at, column, cell.seats);
        }
        center_column(reduced, column, draft);
    }
}

/// A cell of the row or column being filled.
struct LineCell {
    at: usize,
    pull: Approx,
    seats: u32,
}

impl LineCell {
    /// The divisor at which the cell gets its `k`-th seat.
    fn price(&self, reduced: &Reduced, k: u32) -> Approx {
        self.pull.over(Approx::new(reduced.signpost(k)))
    }
}

/// A divisor method over one line: rounds under a guess of the divisor, then mends seat by seat.
fn fill(reduced: &Reduced, cells: &mut [LineCell], wanted: u32, guess: Approx) {
    if cells.is_empty() {
        return;
    }
    for cell in cells.iter_mut() {
        let doubled = cell.pull.over(guess).floor().saturating_add(reduced.rounds_to_nearest().into());
        cell.seats = u32::try_from(doubled / 2).unwrap_or(wanted).min(wanted);
    }
    let given: u64 = cells.iter().map(|cell| u64::from(cell.seats)).sum();
    let wanted = u64::from(wanted);
    let ranked = cells.iter().enumerate();
    if given < wanted {
        let mut next: BinaryHeap<_> = ranked.map(|(i, c)| (c.price(reduced, c.seats + 1), i)).collect();
        for _ in given..wanted {
            let Some((_, i)) = next.pop() else { return };
            let Some(cell) = cells.get_mut(i) else { return };
            cell.seats += 1;
            next.push((cell.price(reduced, cell.seats + 1), i));
        }
    } else {
        let held = ranked.filter(|(_, cell)| cell.seats > 0);
        let mut last: BinaryHeap<_> = held.map(|(i, c)| Reverse((c.price(reduced, c.seats), i))).collect();
        for _ in wanted..given {
            let Some(Reverse((_, i))) = last.pop() else { return };
            let Some(cell) = cells.get_mut(i) else { return };
            cell.seats -= 1;
            if cell.seats > 0 {
                last.push(Reverse((cell.price(reduced, cell.seats), i)));
            }
        }
    }
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
