//! The first rounding: every row for itself, under prices of the columns that bring their totals near to their numbers.
//!
//! Rows rounded under common prices of the columns are the best rounding with the totals they come to, whatever the prices
//! (Lagrange), so a start near the numbers saves exchanges and changes no result.

use super::ground::Ground;
use super::price::Price;
use super::problem::ControlledProblem;
use crate::apportion::biproportional::grid::{alter, at};

/// How often each column is brought to its number; the columns disturb one another.
const SWEEPS: usize = 2;

/// Rounds every row.
pub(super) fn round(problem: &ControlledProblem, ground: &mut Ground) {
    let mut prices = vec![Price::ZERO; ground.columns];
    (0..ground.rows).for_each(|row| ground.round_row(row));
    for _ in 0..SWEEPS {
        for (column, bounds) in problem.columns.iter().enumerate() {
            let (now, aim) = (ground.total(column), u64::from(bounds.aim));
            if now > aim {
                lean(ground, &mut prices, column, now - aim, Way::Out);
            } else {
                lean(ground, &mut prices, column, aim - now, Way::In);
            }
        }
    }
}

/// Out of a column, or into it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Out,
    In,
}

/// Moves the price of a column so that about `count` rows give it up, or take it up.
fn lean(ground: &mut Ground, prices: &mut [Price], column: usize, count: u64, way: Way) {
    let cost = |row: usize| {
        let others = (0..ground.columns).filter(|other| *other != column);
        let here = at(prices, column);
        match way {
            Way::Out => {
                let enter = others.filter_map(|to| Some((ground.up(row, to)? + at(prices, to), to))).min()?;
                Some((ground.down(row, column)? - here + enter.0, row, enter.1))
            }
            Way::In => {
                let leave = others
                    .filter_map(|from| Some((ground.down(row, from)? - at(prices, from), from)))
                    .min()?;
                Some((ground.up(row, column)? + here + leave.0, row, leave.1))
            }
        }
    };
    let mut costs: Vec<_> = (0..ground.rows).filter_map(cost).collect();
    let count = usize::try_from(count).unwrap_or(usize::MAX).min(costs.len());
    let Some(last) = count.checked_sub(1) else { return };
    let (cheaper, (price, row, other), _) = costs.select_nth_unstable(last);
    let moved: Vec<(usize, usize)> =
        cheaper.iter().map(|(_, row, other)| (*row, *other)).chain([(*row, *other)]).collect();
    let price = *price;
    alter(prices, column, |now| if way == Way::Out { *now + price } else { *now - price });
    for (row, other) in moved {
        match way {
            Way::Out => ground.shift(row, column, other),
            Way::In => ground.shift(row, other, column),
        }
        ground.improve_row(row, prices);
    }
}
