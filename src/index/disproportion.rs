//! `Disproportion`: the distance between shares of seats `s` and shares of members `v`.
//!
//! Knows nothing of methods. Sources: M. Gallagher, "Proportionality, disproportionality and electoral systems",
//! Electoral Studies 10 (1991), for Rae, Loosemore-Hanby, least squares, Sainte-Laguë and d'Hondt; A. Lijphart,
//! "Electoral Systems and Party Systems" (1994), for the largest deviation and Grofman's index; D. Samuels and
//! R. Snyder, "The value of a vote", British Journal of Political Science 31 (2001), for the same sum over units.

use super::shares::Shares;
use serde::{Deserialize, Serialize};

/// Indices of disproportionality. Shares are fractions of 1, except in [`gallagher`](Self::gallagher).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disproportion {
    /// `½ Σ|s - v|`, from 0 to 1: the share of seats in the wrong place. Over parties this is the index of Loosemore
    /// and Hanby, over territorial units the malapportionment MAL of Samuels and Snyder.
    pub loosemore_hanby: f64,
    /// `(1/n) Σ|s - v|` over the units that have members or seats.
    pub rae: f64,
    /// `Σ|s - v| / E` with `E = 1 / Σv²`, the effective number of units by members.
    pub grofman: f64,
    /// `max |s - v|`.
    pub lijphart: f64,
    /// `√(½ Σ(s - v)²)` with shares in per cent, as Gallagher prints it.
    pub gallagher: f64,
    /// `Σ(s - v)² / v`; `None` if a unit without members has seats, where it is infinite.
    pub sainte_lague: Option<f64>,
    /// `max s/v`; `None` if a unit without members has seats, where it is infinite.
    pub dhondt: Option<f64>,
}

impl Disproportion {
    /// Works out all indices in one pass over exact differences.
    pub fn of(shares: &Shares) -> Self {
        let unit = shares.gap_unit() as f64;
        // Each gap is below 2^81 and there are at most 2^17: the sum is exact.
        let total: u128 = shares.gaps().map(i128::unsigned_abs).sum();
        let largest = shares.gaps().map(i128::unsigned_abs).max().unwrap_or(0);
        let filled = shares.units().iter().filter(|u| !u.is_empty()).count();
        let squares: f64 = shares.gaps().map(|gap| square(gap as f64 / unit)).sum();
        let sum = total as f64 / unit;
        Self {
            loosemore_hanby: sum / 2.0,
            rae: sum / filled as f64,
            grofman: sum * concentration(shares.units().iter().map(|u| u.members), shares.members()),
            lijphart: largest as f64 / unit,
            gallagher: 100.0 * (squares / 2.0).sqrt(),
            sainte_lague: sainte_lague(shares),
            dhondt: dhondt(shares),
        }
    }
}

/// `Σ (part/whole)²`: exact squares (at most 2^103 in all), one division.
pub(super) fn concentration(parts: impl Iterator<Item = u64>, whole: u64) -> f64 {
    let squares: u128 = parts.map(|p| u128::from(p) * u128::from(p)).sum();
    squares as f64 / square(whole as f64)
}

fn square(x: f64) -> f64 {
    x * x
}

fn sainte_lague(shares: &Shares) -> Option<f64> {
    let mut sum = 0.0;
    for (unit, gap) in shares.units().iter().zip(shares.gaps()) {
        if unit.members > 0 {
            let share = unit.members as f64 / shares.members() as f64;
            sum += square(gap as f64 / shares.gap_unit() as f64) / share;
        } else if unit.seats > 0 {
            return None;
        }
    }
    Some(sum)
}

fn dhondt(shares: &Shares) -> Option<f64> {
    let best = shares.units().iter().filter(|u| !u.is_empty()).max_by(|a, b| a.by_seats_per_member(**b))?;
    if best.members == 0 {
        return None;
    }
    let seats = u128::from(best.seats) * u128::from(shares.members());
    Some(seats as f64 / (u128::from(best.members) * u128::from(shares.seats())) as f64)
}
