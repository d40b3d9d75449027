//! `Inequality`: how unequal the members behind one seat are, and how many units count.
//!
//! Knows nothing of methods. Sources: M. Dauer and R. Kelsay, "Unrepresentative states", National Municipal Review 44
//! (1955), for the smallest majority; M. Laakso and R. Taagepera, "Effective number of parties", Comparative Political
//! Studies 12 (1979).

use std::cmp::Ordering;

use super::disproportion::concentration;
use super::lorenz::Lorenz;
use super::shares::{Shares, Unit};
use crate::num::Ratio;
use serde::{Deserialize, Serialize};

/// Figures on the members per seat.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inequality {
    /// The Gini coefficient of the Lorenz curve of seats over members, 0 to 1.
    pub gini: f64,
    /// The index of Dauer and Kelsay: the least share of the members that can elect a majority of the seats. A seat
    /// stands for the members of its unit divided by its seats, and a unit may be counted in part.
    pub dauer_kelsay: f64,
    /// The fewest members per seat of a unit, exactly. `None` only if no unit has both.
    pub fewest_per_seat: Option<Ratio>,
    /// The most members per seat of a unit with seats, exactly.
    pub most_per_seat: Option<Ratio>,
    /// Most over fewest. `None` if a unit has members and no seat, or seats and no members, where it is infinite.
    pub max_min_ratio: Option<f64>,
    /// Coefficient of variation of the members per seat, each seat counted once, units without seats left out.
    pub variation: f64,
    /// `1 / Σs²`: the effective number of units by seats.
    pub effective_by_seats: f64,
    /// `1 / Σv²`: the effective number of units by members.
    pub effective_by_members: f64,
}

impl Inequality {
    /// Works out all figures.
    pub fn of(shares: &Shares) -> Self {
        let ordered = shares.by_representation();
        let seated: Vec<Unit> = ordered.iter().copied().filter(|u| u.seats > 0).collect();
        let most = seated.first().and_then(|u| Ratio::new(u.members, u.seats));
        let fewest = seated.iter().rev().find(|u| u.members > 0).and_then(|u| Ratio::new(u.members, u.seats));
        let finite = ordered.iter().all(|u| u.members > 0 && u.seats > 0);
        let quotient = |(a, b): (Ratio, Ratio)| value(a) / value(b);
        let (members, seats) = (shares.members(), shares.seats());
        Self {
            gini: Lorenz::of(shares).gini(),
            dauer_kelsay: dauer_kelsay(&ordered, shares),
            fewest_per_seat: fewest,
            most_per_seat: most,
            max_min_ratio: most.zip(fewest).filter(|_| finite).map(quotient),
            variation: variation(&seated),
            effective_by_seats: 1.0 / concentration(shares.units().iter().map(|u| u.seats), seats),
            effective_by_members: 1.0 / concentration(shares.units().iter().map(|u| u.members), members),
        }
    }
}

fn value(ratio: Ratio) -> f64 {
    ratio.num() as f64 / ratio.den() as f64
}

/// Fills a majority of the seats from the best represented end of the units.
fn dauer_kelsay(ordered: &[Unit], shares: &Shares) -> f64 {
    let mut needed = shares.seats() / 2 + 1;
    let mut members = 0u64;
    for unit in ordered.iter().rev() {
        match unit.seats.cmp(&needed) {
            Ordering::Less => {
                needed -= unit.seats;
                members += unit.members;
            }
            _ => {
                // The rest of the majority is `needed` of this unit's seats; at most 2^43 * 2^20.
                let part = (needed * unit.members) as f64 / unit.seats as f64;
                return (members as f64 + part) / shares.members() as f64;
            }
        }
    }
    1.0
}

/// `√(Σ s (v/s - m)² / H) / m` with `m = Σv / H` over the units that have seats.
fn variation(seated: &[Unit]) -> f64 {
    let seats: u64 = seated.iter().map(|u| u.seats).sum();
    let members: u64 = seated.iter().map(|u| u.members).sum();
    if members == 0 {
        return 0.0;
    }
    let whole = u128::from(seats) * u128::from(members);
    let squares = seated.iter().map(|u| {
        // s (v/s - m)² / (H m²) = (v H - s V)² / (s H V²), the difference being exact.
        let gap =
            (u128::from(u.members) * u128::from(seats)).abs_diff(u128::from(u.seats) * u128::from(members));
        let gap = gap as f64 / whole as f64;
        gap * gap * seats as f64 / u.seats as f64
    });
    squares.sum::<f64>().sqrt()
}
