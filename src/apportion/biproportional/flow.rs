//! Balances the columns: seats move along cheapest paths from columns with too many to columns with too few.
//!
//! This is the tie-and-transfer algorithm of M. Balinski and G. Demange, "Algorithms for proportional matrices in reals
//! and integers", Mathematical Programming 45 (1989), run as successive shortest paths (M. Zachariasen, "Algorithmic
//! aspects of divisor-based biproportional rounding", 2006). It is a maximum flow at the same time: where no path is
//! left, the lines reached from the surplus are those that have no room. Every path mends one seat, so it ends.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::approx::Approx;
use super::grid::{alter, at, put};
use super::problem::MatrixError;
use super::reduced::Reduced;
use super::start::Draft;

/// A search from all columns with a surplus. Nodes are rows, then columns.
struct Search {
    distance: Vec<Option<Approx>>,
    /// Nodes to be settled, nearest first; among equally near ones the last found, which is the farthest along in a tie.
    waiting: BinaryHeap<(Reverse<Approx>, usize, usize)>,
    /// How often a node was found.
    found: usize,
    settled: Vec<bool>,
    parent: Vec<Option<usize>>,
    /// A column with a deficit at the distance of the node being left: none can be nearer.
    end: Option<usize>,
}

/// Moves seats until every column has its number.
pub(super) fn balance(reduced: &Reduced, draft: &mut Draft) -> Result<(), MatrixError> {
    let mut surplus: Vec<i64> = reduced.column_seats.iter().map(|&seats| -i64::from(seats)).collect();
    for row in 0..reduced.rows {
        surplus.iter_mut().zip(draft.seats.row(row)).for_each(|(s, &seats)| *s += i64::from(seats));
    }
    while surplus.iter().any(|&s| s > 0) {
        let mut search = Search::from_surplus(reduced, &surplus);
        let Some(end) = search.run(reduced, draft, &surplus) else {
            return Err(search.cut(reduced));
        };
        search.reprice(reduced, draft, end);
        let start = search.transfer(reduced, draft, end);
        alter(&mut surplus, end - reduced.rows, |s| s + 1);
        alter(&mut surplus, start - reduced.rows, |s| s - 1);
    }
    Ok(())
}

impl Search {
    fn from_surplus(reduced: &Reduced, surplus: &[i64]) -> Self {
        let nodes = reduced.rows + reduced.columns;
        let mut search = Self {
            distance: vec![None; nodes],
            waiting: BinaryHeap::new(),
            found: 0,
            settled: vec![false; nodes],
            parent: vec![None; nodes],
            end: None,
        };
        for (column, _) in surplus.iter().enumerate().filter(|(_, s)| **s > 0) {
            search.find(reduced.rows + column, Approx::ONE);
        }
        search
    }

    fn find(&mut self, node: usize, distance: Approx) {
        put(&mut self.distance, node, Some(distance));
        self.found += 1;
        self.waiting.push((Reverse(distance), self.found, node));
    }

    /// Dijkstra with products for sums. Ends at the nearest column with a deficit, if one can be reached.
    fn run(&mut self, reduced: &Reduced, draft: &Draft, surplus: &[i64]) -> Option<usize> {
        while let Some((Reverse(here), _, node)) = self.waiting.pop() {
            if at(&self.settled, node) {
                continue;
            }
            put(&mut self.settled, node, true);
            match node.checked_sub(reduced.rows) {
                Some(column) if at(surplus, column) < 0 => return Some(node),
                Some(column) => self.leave_column(reduced, draft, column, here),
                None => self.leave_row(reduced, draft, surplus, (node, here)),
            }
            if self.end.is_some() {
                return self.end;
            }
        }
        None
    }

    /// A column gives a seat back to a row that holds one.
    fn leave_column(&mut self, reduced: &Reduced, draft: &Draft, column: usize, here: Approx) {
        let multiplier = at(&draft.columns, column);
        for (row, &divisor) in draft.rows.iter().enumerate() {
            let (weight, seats) = (reduced.weights.at(row, column), draft.seats.at(row, column));
            if weight > 0 && seats > 0 {
                let quotient = Approx::new(weight).times(multiplier).over(divisor);
                let toll = quotient.over(Approx::new(reduced.signpost(seats)));
                self.reach(row, reduced.rows + column, here, toll);
            }
        }
    }

    /// A row gives a seat to a column in which it has members.
    fn leave_row(&mut self, reduced: &Reduced, draft: &Draft, surplus: &[i64], from: (usize, Approx)) {
        let (row, here) = from;
        let divisor = at(&draft.rows, row);
        let cells = reduced.weights.row(row).iter().zip(draft.seats.row(row)).zip(&draft.columns);
        for (column, ((&weight, &seats), &multiplier)) in cells.enumerate().filter(|(_, ((w, _), _))| **w > 0)
        {
            let quotient = Approx::new(weight).times(multiplier).over(divisor);
            let toll = Approx::new(reduced.signpost(seats + 1)).over(quotient);
            let node = reduced.rows + column;
            self.reach(node, row, here, toll);
            if at(surplus, column) < 0 && at(&self.distance, node) == Some(here) {
                self.end = Some(node);
                return;
            }
        }
    }

    fn reach(&mut self, node: usize, from: usize, here: Approx, toll: Approx) {
        // A toll below one is a rounding error. One just above is taken for a tie, most likely rightly.
        let distance = if toll.is_barely_above_one() { here } else { here.times(toll) };
        if !at(&self.settled, node) && at(&self.distance, node).is_none_or(|known| distance < known) {
            self.find(node, distance);
            put(&mut self.parent, node, Some(from));
        }
    }

    /// Makes the path to `end` free and keeps every other toll at one or more.
    fn reprice(&self, reduced: &Reduced, draft: &mut Draft, end: usize) {
        let far = at(&self.distance, end).unwrap_or_default();
        let settled = self.distance.iter().zip(&self.settled).enumerate().filter(|(_, (_, s))| **s);
        for (node, factor) in settled.filter_map(|(node, (d, _))| d.map(|d| (node, d.over(far)))) {
            match node.checked_sub(reduced.rows) {
                Some(column) => alter(&mut draft.columns, column, |label| label.times(factor)),
                None => alter(&mut draft.rows, node, |label| label.times(factor)),
            }
        }
    }

    /// Moves one seat along the path and returns the column it came from.
    fn transfer(&self, reduced: &Reduced, draft: &mut Draft, end: usize) -> usize {
        let mut node = end;
        while let Some(from) = at(&self.parent, node) {
            step(reduced, draft, from, node);
            node = from;
        }
        node
    }

    /// The lines reached: what the rows hold lies in the columns, and the columns want less.
    fn cut(&self, reduced: &Reduced) -> MatrixError {
        let reached = |nodes: std::ops::Range<usize>, first: usize| {
            nodes.filter(|&node| at(&self.settled, node)).map(|node| node - first).collect()
        };
        let (rows, nodes) = (reduced.rows, reduced.rows + reduced.columns);
        reduced.infeasible(reached(0..rows, 0), reached(rows..nodes, rows))
    }
}

/// One arc of a path: from a row to a column the cell gains a seat, from a column to a row it loses one.
pub(super) fn step(reduced: &Reduced, draft: &mut Draft, from: usize, to: usize) {
    match (from.checked_sub(reduced.rows), to.checked_sub(reduced.rows)) {
        (None, Some(column)) => draft.seats.put(from, column, draft.seats.at(from, column) + 1),
        (Some(column), None) => {
            draft.seats.put(to, column, draft.seats.at(to, column).saturating_sub(1));
        }
        _ => {}
    }
}
