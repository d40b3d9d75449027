//! `MatrixLot`: what was drawn to settle one tie of a matrix.
//!
//! A lot names the tie it settles, so it cannot be carried over to another one. Knows neither members nor divisors.

use std::fmt;

use super::grid::{Grid, alter, at, put};
use super::problem::Cell;
use super::{MatrixTie, Seats};
use crate::apportion::tie::below;

/// A draw that settles one tie.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MatrixLot {
    /// The contested cells with their certain seats, in reading order.
    pub contenders: Vec<(Cell, Seats)>,
    /// Those that won one seat more, in reading order.
    pub drawn: Vec<Cell>,
}

/// Why a lot does not settle a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixLotError {
    /// It was drawn for another tie.
    Stale,
    /// A drawn cell is not contested, or named twice.
    Drawn(Cell),
    /// The drawn cells do not fill the open seats of this row.
    Row {
        /// The row, by index.
        row: usize,
    },
    /// The drawn cells do not fill the open seats of this column.
    Column {
        /// The column, by index.
        column: usize,
    },
}

impl MatrixLotError {
    /// The stable name of the error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stale => "matrix-lot-stale",
            Self::Drawn(_) => "matrix-lot-drawn",
            Self::Row { .. } => "matrix-lot-row",
            Self::Column { .. } => "matrix-lot-column",
        }
    }
}

impl fmt::Display for MatrixLotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for MatrixLotError {}

impl MatrixTie {
    /// The contested cells with the seats they are certain of.
    pub fn contenders(&self) -> Vec<(Cell, Seats)> {
        let certain = |cell: Cell| at(self.certain.get(cell.row).map_or(&[][..], Vec::as_slice), cell.column);
        self.contested.iter().map(|&cell| (cell, certain(cell))).collect()
    }

    /// The distribution that `lot` has drawn.
    ///
    /// # Errors
    /// [`MatrixLotError`] if it was drawn for another tie or does not fill the open seats.
    pub fn settle(&self, lot: &MatrixLot) -> Result<Vec<Vec<Seats>>, MatrixLotError> {
        if lot.contenders != self.contenders() {
            return Err(MatrixLotError::Stale);
        }
        let mut seats = self.certain.clone();
        let (mut rows, mut columns) = (self.open_rows.clone(), self.open_columns.clone());
        let less = |open: &Seats| Seats::new(open.get().wrapping_sub(1)).unwrap_or(Seats::MAX);
        let mut last = None;
        for &cell in &lot.drawn {
            if self.contested.binary_search(&cell).is_err() || last >= Some(cell) {
                return Err(MatrixLotError::Drawn(cell));
            }
            last = Some(cell);
            alter(&mut rows, cell.row, less);
            alter(&mut columns, cell.column, less);
            if let Some(row) = seats.get_mut(cell.row) {
                alter(row, cell.column, |seats| Seats::new(seats.get() + 1).unwrap_or(Seats::MAX));
            }
        }
        let open = |lines: &[Seats]| lines.iter().position(|open| *open != Seats::ZERO);
        match (open(&rows), open(&columns)) {
            (Some(row), _) => Err(MatrixLotError::Row { row }),
            (None, Some(column)) => Err(MatrixLotError::Column { column }),
            (None, None) => Ok(seats),
        }
    }

    /// A lot drawn by `seed`: the same seed draws the same cells from the same tie, on every machine.
    ///
    /// The contested cells are shuffled; in this order each takes a seat if the open seats of all lines can still be
    /// filled. Every order is equally likely, so no cell is favoured by its place; distributions need not be.
    pub fn draw(&self, seed: u64) -> MatrixLot {
        let mut state = seed;
        let mut urn = self.contested.clone();
        let mut filling = Filling::of(self);
        while !urn.is_empty() {
            filling.claim(urn.swap_remove(below(&mut state, urn.len())));
        }
        let drawn = self.contested.iter().copied().filter(|cell| filling.won(*cell)).collect();
        MatrixLot { contenders: self.contenders(), drawn }
    }
}

/// What may still happen to a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spot {
    /// Not contested, or lost.
    #[default]
    Closed,
    /// Has no seat now, may get one.
    Free,
    /// Has a seat now, may lose it.
    Taken,
    /// Has its seat for good.
    Won,
}

/// One distribution of the tie, changed step by step.
struct Filling {
    spots: Grid<Spot>,
    rows: usize,
    columns: usize,
}

impl Filling {
    fn of(tie: &MatrixTie) -> Self {
        let (rows, columns) = (tie.open_rows.len(), tie.open_columns.len());
        let mut spots = Grid::new(rows, columns);
        let taken = |cell: Cell| {
            let seats = |matrix: &[Vec<Seats>]| matrix.get(cell.row).map(|row| at(row, cell.column));
            seats(&tie.example) > seats(&tie.certain)
        };
        for &cell in &tie.contested {
            spots.put(cell.row, cell.column, if taken(cell) { Spot::Taken } else { Spot::Free });
        }
        Self { spots, rows, columns }
    }

    fn won(&self, cell: Cell) -> bool {
        self.spots.at(cell.row, cell.column) == Spot::Won
    }

    /// Gives `cell` a seat for good if a distribution allows it, else closes it.
    fn claim(&mut self, cell: Cell) {
        let can = self.spots.at(cell.row, cell.column) == Spot::Taken || self.exchange(cell);
        self.spots.put(cell.row, cell.column, if can { Spot::Won } else { Spot::Closed });
    }

    /// Makes room for a seat in `cell`: a path from its row to its column along which seats are given up and taken in
    /// turn. Returns whether there is one.
    fn exchange(&mut self, cell: Cell) -> bool {
        let mut parent: Vec<Option<usize>> = vec![None; self.rows + self.columns];
        let mut path = vec![cell.row];
        let end = self.rows + cell.column;
        put(&mut parent, cell.row, Some(cell.row));
        while let Some(node) = path.pop() {
            for next in self.moves(node) {
                // The cell itself may not be taken on the way: it leads from its column, where the path ends.
                if at(&parent, next).is_none() {
                    put(&mut parent, next, Some(node));
                    path.push(next);
                }
            }
            if at(&parent, end).is_some() {
                self.carry_out(&parent, cell.row, end);
                return true;
            }
        }
        false
    }

    /// From a row to the columns in which it may give up a seat, from a column to the rows that may take one in it.
    fn moves(&self, node: usize) -> Vec<usize> {
        match node.checked_sub(self.rows) {
            None => {
                let columns = (0..self.columns).filter(|&j| self.spots.at(node, j) == Spot::Taken);
                columns.map(|j| self.rows + j).collect()
            }
            Some(column) => (0..self.rows).filter(|&i| self.spots.at(i, column) == Spot::Free).collect(),
        }
    }

    fn carry_out(&mut self, parent: &[Option<usize>], start: usize, end: usize) {
        let mut node = end;
        while node != start {
            let Some(from) = at(parent, node) else { return };
            match node.checked_sub(self.rows) {
                Some(column) => self.spots.put(from, column, Spot::Free),
                None => self.spots.put(node, from - self.rows, Spot::Taken),
            }
            node = from;
        }
    }
}
