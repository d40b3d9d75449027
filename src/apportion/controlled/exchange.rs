//! Settles the numbers of the columns: seats pass between columns along cheapest paths, as long as that pays.
//!
//! Rows rounded for themselves are the best rounding with the totals they happen to have. A seat passed from one column to
//! another along a cheapest path leaves the best rounding with the new totals (successive shortest paths), and as a function
//! of the totals the price is M-convex, so that where no single exchange pays, nothing does (K. Murota, *Discrete Convex
//! Analysis*, 2003). Paths run over columns, of which there are few; the rows on the way are kept in a tournament.

use super::ground::Ground;
use super::price::Price;
use super::problem::{Contradiction, ControlledProblem};
use super::table::Table;
use crate::apportion::biproportional::grid::{Grid, alter, at, put};
use crate::limits::MAX_EXCHANGES;

/// Exchanges seats until the columns have their numbers.
pub(super) fn settle(
    problem: &ControlledProblem,
    ground: &mut Ground,
    table: &mut Table,
) -> Result<(), Contradiction> {
    let mut totals: Vec<u64> = (0..ground.columns).map(|column| ground.total(column)).collect();
    for _ in 0..MAX_EXCHANGES {
        let paths = Paths::of(ground.columns, table);
        let pairs = (0..ground.columns).flat_map(|from| (0..ground.columns).map(move |to| (from, to)));
        let priced = pairs.filter_map(|(from, to)| {
            let way = paths.price(from, to)?;
            Some((way + fewer(problem, &totals, from) + more(problem, &totals, to), from, to))
        });
        let Some((_, from, to)) = priced.min().filter(|(price, ..)| *price < Price::ZERO) else {
            return check(problem, &totals, &paths);
        };
        for (from, to, row) in paths.steps(from, to, table) {
            ground.shift(row, from, to);
            table.update(ground, row);
        }
        alter(&mut totals, from, |n| n.saturating_sub(1));
        alter(&mut totals, to, |n| n + 1);
    }
    Err(Contradiction::TooLarge)
}

/// Prices of the columns under which no exchange pays: shortest distances, with a node for the numbers of the columns.
pub(super) fn prices(problem: &ControlledProblem, ground: &Ground, table: &Table) -> Vec<Price> {
    let columns = ground.columns;
    let totals: Vec<u64> = (0..columns).map(|column| ground.total(column)).collect();
    let mut prices = vec![Price::ZERO; columns];
    let mut pool = Price::ZERO;
    loop {
        let before = (prices.clone(), pool);
        for to in 0..columns {
            let ways = (0..columns).filter(|from| *from != to);
            let ways = ways.filter_map(|from| Some(at(&prices, from) + table.best(from, to)?.0));
            // A seat from the pool: the number of this column falls.
            let nearest = ways.chain([pool + fewer(problem, &totals, to), at(&prices, to)]).min();
            put(&mut prices, to, nearest.unwrap_or_default());
            pool = pool.min(at(&prices, to) + more(problem, &totals, to));
        }
        if before == (prices.clone(), pool) {
            return prices.into_iter().map(|price| price - pool).collect();
        }
    }
}

/// The price of one seat more in the number of a column.
fn more(problem: &ControlledProblem, totals: &[u64], column: usize) -> Price {
    let (Some(bounds), now) = (problem.columns.get(column), at(totals, column)) else { return Price::ZERO };
    let outside = match now {
        _ if now >= bounds.most.into() => 1,
        _ if now < bounds.least.into() => -1,
        _ => 0,
    };
    Price { outside, off: if now >= bounds.aim.into() { 1 } else { -1 }, ..Price::ZERO }
}

/// The price of one seat fewer.
fn fewer(problem: &ControlledProblem, totals: &[u64], column: usize) -> Price {
    let (Some(bounds), now) = (problem.columns.get(column), at(totals, column)) else { return Price::ZERO };
    let outside = match now {
        _ if now <= bounds.least.into() => 1,
        _ if now > bounds.most.into() => -1,
        _ => 0,
    };
    Price { outside, off: if now <= bounds.aim.into() { 1 } else { -1 }, ..Price::ZERO }
}

/// Where a column is still below its least, the columns that cannot give it any more contradict each other.
fn check(problem: &ControlledProblem, totals: &[u64], paths: &Paths) -> Result<(), Contradiction> {
    let short = |at: usize| {
        let (bounds, &total) = problem.columns.get(at).zip(totals.get(at))?;
        (total < u64::from(bounds.least)).then_some(at)
    };
    let Some(short) = (0..totals.len()).find_map(short) else { return Ok(()) };
    let givers = (0..totals.len()).filter(|&from| from == short || paths.price(from, short).is_some());
    let givers: Vec<usize> = givers.filter(|&at| at < problem.columns.len()).collect();
    let least = givers.iter().filter_map(|&at| problem.columns.get(at)).map(|c| u64::from(c.least)).sum();
    let possible = givers.iter().map(|&column| at(totals, column)).sum();
    Err(Contradiction::ColumnsShort { columns: givers, needed: least, possible })
}

/// Cheapest paths between all columns (Floyd and Warshall). There are no negative circles.
struct Paths {
    prices: Grid<Option<Price>>,
    /// The first column on the way.
    next: Grid<usize>,
}

impl Paths {
    fn of(columns: usize, table: &Table) -> Self {
        let mut paths = Self { prices: Grid::new(columns, columns), next: Grid::new(columns, columns) };
        for from in 0..columns {
            for to in (0..columns).filter(|to| *to != from) {
                paths.prices.put(from, to, table.best(from, to).map(|(price, _)| price));
                paths.next.put(from, to, to);
            }
        }
        for over in 0..columns {
            for from in (0..columns).filter(|from| *from != over) {
                let Some(head) = paths.prices.at(from, over) else { continue };
                for to in (0..columns).filter(|to| *to != from && *to != over) {
                    let Some(tail) = paths.prices.at(over, to) else { continue };
                    if paths.prices.at(from, to).is_none_or(|known| head + tail < known) {
                        paths.prices.put(from, to, Some(head + tail));
                        paths.next.put(from, to, paths.next.at(from, over));
                    }
                }
            }
        }
        paths
    }

    fn price(&self, from: usize, to: usize) -> Option<Price> {
        self.prices.at(from, to)
    }

    /// The passages of the path, each with its row, as they are before any of them is made.
    fn steps(&self, from: usize, to: usize, table: &Table) -> Vec<(usize, usize, usize)> {
        let (mut steps, mut here) = (Vec::new(), from);
        while here != to {
            let next = self.next.at(here, to);
            let Some((_, row)) = table.best(here, next) else { break };
            steps.push((here, next, row));
            here = next;
        }
        steps
    }
}
