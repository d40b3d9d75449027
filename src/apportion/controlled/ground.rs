//! `Ground`: the problem in integers over one denominator, and the rounding at hand.

use super::price::Price;
use super::problem::{Contradiction, ControlledProblem};
use crate::apportion::biproportional::grid::{Grid, at};
use crate::num::{Seats, gcd128};

/// The largest common denominator: a price times all columns must fit `i128`, see `Price::squares`.
const MAX_DENOMINATOR: u128 = 1 << 96;

#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub(super) rows: usize,
    /// With the others.
    pub(super) columns: usize,
    row_seats: Vec<u32>,
    denominator: i128,
    /// Fair shares in parts of the denominator; those of the others may be below zero.
    fair: Grid<i128>,
    /// Floor and ceiling, within the seats of the row.
    low: Grid<u32>,
    high: Grid<u32>,
    locked: Grid<bool>,
    /// The rounding at hand.
    pub(super) seats: Grid<u32>,
}

impl Ground {
    pub(super) fn of(problem: &ControlledProblem) -> Result<Self, Contradiction> {
        let (rows, columns) = (problem.row_seats.len(), problem.columns.len() + 1);
        let wholes: Vec<u64> = problem.columns.iter().map(|column| problem.whole(column)).collect();
        let denominator = wholes.iter().try_fold(1u128, |all, &whole| common(all, whole.max(1).into()));
        let denominator = denominator.ok_or(Contradiction::TooFine)?;
        let mut ground = Self {
            rows,
            columns,
            row_seats: problem.row_seats.iter().map(|seats| seats.get()).collect(),
            denominator: denominator as i128,
            fair: Grid::new(rows, columns),
            low: Grid::new(rows, columns),
            high: Grid::new(rows, columns),
            locked: Grid::new(rows, columns),
            seats: Grid::new(rows, columns),
        };
        for row in 0..rows {
            let mut rest = i128::from(at(&ground.row_seats, row)) * ground.denominator;
            for (column, (this, &whole)) in problem.columns.iter().zip(&wholes).enumerate() {
                let part = u128::from(this.aim) * u128::from(problem.weight(row, this));
                // A weight is at most the whole, so this is at most aim * denominator.
                let fair = (part * (denominator / u128::from(whole.max(1)))) as i128;
                rest -= fair;
                ground.bound(row, column, fair);
            }
            ground.bound(row, columns - 1, rest);
        }
        for lock in &problem.locked {
            ground.locked.put(lock.cell.row, lock.cell.column, true);
            ground.seats.put(lock.cell.row, lock.cell.column, lock.seats.get());
        }
        Ok(ground)
    }

    fn bound(&mut self, row: usize, column: usize, fair: i128) {
        let most = at(&self.row_seats, row);
        let within = |n: i128| u32::try_from(n.clamp(0, most.into())).unwrap_or(most);
        let floor = fair.div_euclid(self.denominator);
        let ceiling = floor + i128::from(fair.rem_euclid(self.denominator) > 0);
        self.fair.put(row, column, fair);
        self.low.put(row, column, within(floor));
        self.high.put(row, column, within(ceiling));
    }

    /// The price of one seat more in a cell; `None` if it is locked.
    pub(super) fn up(&self, row: usize, column: usize) -> Option<Price> {
        let seats = self.seats.at(row, column);
        let departed = match seats {
            _ if seats >= self.high.at(row, column) => 1,
            _ if seats < self.low.at(row, column) => -1,
            _ => 0,
        };
        let squares = (2 * i128::from(seats) + 1) * self.denominator - 2 * self.fair.at(row, column);
        (!self.locked.at(row, column)).then_some(Price { departed, squares, ..Price::ZERO })
    }

    /// The price of one seat fewer; `None` if it is locked or has none.
    pub(super) fn down(&self, row: usize, column: usize) -> Option<Price> {
        let seats = self.seats.at(row, column);
        let departed = match seats {
            _ if seats <= self.low.at(row, column) => 1,
            _ if seats > self.high.at(row, column) => -1,
            _ => 0,
        };
        let squares = (1 - 2 * i128::from(seats)) * self.denominator + 2 * self.fair.at(row, column);
        let can = !self.locked.at(row, column) && seats > 0;
        can.then_some(Price { departed, squares, ..Price::ZERO })
    }

    /// Moves one seat of a row between columns.
    pub(super) fn shift(&mut self, row: usize, from: usize, to: usize) {
        self.seats.put(row, from, self.seats.at(row, from).saturating_sub(1));
        self.seats.put(row, to, self.seats.at(row, to) + 1);
    }

    /// Rounds a row for itself: its seats, nearest to its fair shares.
    pub(super) fn round_row(&mut self, row: usize) {
        for column in 0..self.columns {
            if !self.locked.at(row, column) {
                self.seats.put(row, column, self.low.at(row, column));
            }
        }
        let free = vec![Price::ZERO; self.columns];
        let seats = u64::from(at(&self.row_seats, row));
        let mut held: u64 = self.seats.row(row).iter().map(|&n| u64::from(n)).sum();
        while let (true, Some((_, column))) = (held < seats, self.entering(row, &free)) {
            self.seats.put(row, column, self.seats.at(row, column) + 1);
            held += 1;
        }
        while let (true, Some((_, column))) = (held > seats, self.leaving(row, &free)) {
            self.seats.put(row, column, self.seats.at(row, column).saturating_sub(1));
            held -= 1;
        }
        self.improve_row(row, &free);
    }

    /// Exchanges seats within a row while that pays under prices of the columns.
    pub(super) fn improve_row(&mut self, row: usize, prices: &[Price]) {
        while let (Some((less, from)), Some((more, to))) =
            (self.leaving(row, prices), self.entering(row, prices))
        {
            if less + more >= Price::ZERO {
                break;
            }
            self.shift(row, from, to);
        }
    }

    /// The column that a seat of the row enters at the lowest price.
    fn entering(&self, row: usize, prices: &[Price]) -> Option<(Price, usize)> {
        (0..self.columns).filter_map(|to| Some((self.up(row, to)? + at(prices, to), to))).min()
    }

    /// The column that it leaves at the lowest price.
    fn leaving(&self, row: usize, prices: &[Price]) -> Option<(Price, usize)> {
        (0..self.columns).filter_map(|from| Some((self.down(row, from)? - at(prices, from), from))).min()
    }

    pub(super) fn total(&self, column: usize) -> u64 {
        (0..self.rows).map(|row| u64::from(self.seats.at(row, column))).sum()
    }

    pub(super) fn matrix(&self) -> Vec<Vec<Seats>> {
        let seats = |row: &[u32]| row.iter().map(|&n| Seats::new(n).unwrap_or(Seats::MAX)).collect();
        (0..self.rows).map(|row| seats(self.seats.row(row))).collect()
    }
}

/// The least common multiple, if it is small enough.
fn common(a: u128, b: u128) -> Option<u128> {
    (a / gcd128(a, b)).checked_mul(b).filter(|all| *all <= MAX_DENOMINATOR)
}
