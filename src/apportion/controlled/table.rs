//! `Table`: for every two columns the row in which a seat passes from one to the other at the lowest price, kept up to date
//! as seats move: a tournament over the rows.

use super::ground::Ground;
use super::price::Price;
use crate::apportion::biproportional::grid::{at, put};

/// Rows compared one by one at the foot of the tournament.
const LEAF: usize = 16;

#[derive(Debug)]
pub(super) struct Table {
    columns: usize,
    /// Leaves of the tournament, a power of two.
    leaves: usize,
    ups: Vec<Option<Price>>,
    downs: Vec<Option<Price>>,
    /// The winning row of each node, for each pair; node 1 is the root.
    winners: Vec<Option<u32>>,
}

impl Table {
    pub(super) fn of(ground: &Ground) -> Self {
        let columns = ground.columns;
        let leaves = ground.rows.div_ceil(LEAF).max(1).next_power_of_two();
        let cells = || (0..ground.rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let mut table = Self {
            columns,
            leaves,
            ups: cells().map(|(row, column)| ground.up(row, column)).collect(),
            downs: cells().map(|(row, column)| ground.down(row, column)).collect(),
            winners: vec![None; 2 * leaves * columns * columns],
        };
        (0..leaves).for_each(|leaf| table.compare_rows(leaf));
        (1..leaves).rev().for_each(|node| table.compare_nodes(node));
        table
    }

    /// The lowest price at which a seat passes from one column to another, and the row.
    pub(super) fn best(&self, from: usize, to: usize) -> Option<(Price, usize)> {
        let row = at(&self.winners, self.slot(1, from, to))? as usize;
        Some((self.price(row, from, to)?, row))
    }

    /// Takes over the prices of a row whose seats have changed.
    pub(super) fn update(&mut self, ground: &Ground, row: usize) {
        for column in 0..self.columns {
            put(&mut self.ups, row * self.columns + column, ground.up(row, column));
            put(&mut self.downs, row * self.columns + column, ground.down(row, column));
        }
        let leaf = row / LEAF;
        self.compare_rows(leaf);
        let mut node = (self.leaves + leaf) / 2;
        while node > 0 {
            self.compare_nodes(node);
            node /= 2;
        }
    }

    const fn slot(&self, node: usize, from: usize, to: usize) -> usize {
        (node * self.columns + from) * self.columns + to
    }

    fn price(&self, row: usize, from: usize, to: usize) -> Option<Price> {
        let down = at(&self.downs, row * self.columns + from)?;
        Some(down + at(&self.ups, row * self.columns + to)?)
    }

    fn compare_rows(&mut self, leaf: usize) {
        for (from, to) in self.pairs() {
            let rows = leaf * LEAF..(leaf + 1) * LEAF;
            let best = rows.filter_map(|row| Some((self.price(row, from, to)?, row))).min();
            let slot = self.slot(self.leaves + leaf, from, to);
            put(&mut self.winners, slot, best.and_then(|(_, row)| u32::try_from(row).ok()));
        }
    }

    fn compare_nodes(&mut self, node: usize) {
        if node >= self.leaves {
            return;
        }
        for (from, to) in self.pairs() {
            let child = |node| {
                let row = at(&self.winners, self.slot(node, from, to))?;
                Some((self.price(row as usize, from, to)?, row))
            };
            let best = [child(2 * node), child(2 * node + 1)].into_iter().flatten().min();
            let slot = self.slot(node, from, to);
            put(&mut self.winners, slot, best.map(|(_, row)| row));
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let columns = self.columns;
        (0..columns).flat_map(move |from| (0..columns).map(move |to| (from, to))).filter(|(a, b)| a != b)
    }
}
