//! The proof: exact multipliers for the distribution found, or a better distribution.
//!
//! A distribution is the right one if no cycle of moves has a product of signposts over members below one; the
//! multipliers are then shortest distances (Bellman and Ford, products for sums). A cycle below one is carried out; the
//! product over all seats falls each time and there are finitely many distributions, so this ends whatever the draft
//! was worth. After a good draft it only confirms.

use std::cmp::Ordering;
use std::collections::VecDeque;

use super::approx::Approx;
use super::flow::step;
use super::grid::{at, put};
use super::natural::{Divisor, Natural};
use super::reduced::Reduced;
use super::start::Draft;

/// Exact divisors of the rows and multipliers of the columns.
#[derive(Clone, Debug)]
pub(super) struct Labels {
    pub(super) rows: usize,
    /// Rows, then columns.
    pub(super) nodes: Vec<Divisor>,
}

impl Labels {
    /// Compares the doubled quotient of a cell with `signpost`.
    pub(super) fn cmp(&self, row: usize, column: usize, weight: u64, signpost: u64) -> Ordering {
        match (self.nodes.get(row), self.nodes.get(self.rows + column)) {
            (Some(divisor), Some(multiplier)) => multiplier.cmp_scaled(weight, divisor, signpost),
            _ => Ordering::Equal,
        }
    }
}

/// Mends `draft` until it is optimal and proves it.
pub(super) fn prove(reduced: &Reduced, draft: &mut Draft) -> Labels {
    loop {
        match Relaxation::new(reduced, draft).run(reduced, draft) {
            Ok(labels) => return labels,
            Err(cycle) => {
                for (from, to) in cycle {
                    step(reduced, draft, from, to);
                }
            }
        }
    }
}

struct Relaxation {
    labels: Labels,
    parent: Vec<Option<usize>>,
    waiting: VecDeque<usize>,
    queued: Vec<bool>,
}

type Arc = (usize, usize);

impl Relaxation {
    fn new(reduced: &Reduced, draft: &Draft) -> Self {
        let count = reduced.rows + reduced.columns;
        let nodes = draft.rows.iter().chain(&draft.columns).map(|label| dyadic(*label)).collect();
        Self {
            labels: Labels { rows: reduced.rows, nodes },
            parent: vec![None; count],
            waiting: (0..count).collect(),
            queued: vec![true; count],
        }
    }

    /// Lowers labels until every signpost holds, or returns a cycle below one.
    fn run(mut self, reduced: &Reduced, draft: &Draft) -> Result<Labels, Vec<Arc>> {
        while let Some(node) = self.waiting.pop_front() {
            put(&mut self.queued, node, false);
            match node.checked_sub(reduced.rows) {
                None => self.leave_row(reduced, draft, node)?,
                Some(column) => self.leave_column(reduced, draft, column)?,
            }
        }
        Ok(self.labels)
    }

    /// No cell of the row may have a quotient above its next signpost.
    fn leave_row(&mut self, reduced: &Reduced, draft: &Draft, row: usize) -> Result<(), Vec<Arc>> {
        for (column, &weight) in reduced.weights.row(row).iter().enumerate().filter(|(_, w)| **w > 0) {
            let signpost = reduced.signpost(draft.seats.at(row, column) + 1);
            if self.labels.cmp(row, column, weight, signpost).is_gt() {
                self.lower(reduced.rows + column, row, signpost, weight)?;
            }
        }
        Ok(())
    }

    /// No cell of the column may have a quotient below the signpost of its last seat.
    fn leave_column(&mut self, reduced: &Reduced, draft: &Draft, column: usize) -> Result<(), Vec<Arc>> {
        for row in 0..reduced.rows {
            let (weight, seats) = (reduced.weights.at(row, column), draft.seats.at(row, column));
            if weight == 0 || seats == 0 {
                continue;
            }
            let signpost = reduced.signpost(seats);
            if self.labels.cmp(row, column, weight, signpost).is_lt() {
                self.lower(row, reduced.rows + column, weight, signpost)?;
            }
        }
        Ok(())
    }

    /// Sets the label of `node` to that of `from` times `num / den`, unless `node` is one of the ancestors of `from`.
    fn lower(&mut self, node: usize, from: usize, num: u64, den: u64) -> Result<(), Vec<Arc>> {
        let mut cycle = vec![(from, node)];
        let mut last = from;
        while let Some(before) = at(&self.parent, last) {
            cycle.push((before, last));
            last = before;
            if last == node {
                return Err(cycle);
            }
        }
        if let Some(label) = self.labels.nodes.get(from).map(|label| label.times_ratio(num, den)) {
            put(&mut self.labels.nodes, node, label);
        }
        put(&mut self.parent, node, Some(from));
        if !at(&self.queued, node) {
            put(&mut self.queued, node, true);
            self.waiting.push_back(node);
        }
        Ok(())
    }
}

/// The same number as a fraction whose denominator is a power of two.
fn dyadic(label: Approx) -> Divisor {
    let (shift, up) = (label.exponent().unsigned_abs(), label.exponent() > 0);
    let trailing = label.mantissa().trailing_zeros().min(if up { 0 } else { shift });
    let num = Natural::shifted(label.mantissa() >> trailing, if up { shift } else { 0 });
    Divisor { num, den: Natural::shifted(1, if up { 0 } else { shift - trailing }) }
}
