//! `Lorenz`: the curve of seats over members, units from the least to the best represented.
//!
//! Knows no drawing: the points are exact counts, a picture scales them. Source: M. O. Lorenz, "Methods of measuring
//! the concentration of wealth" (1905); the Gini coefficient is twice the area between the curve and the diagonal.

use super::shares::Shares;

/// The curve, from `(0, 0)` to `(members, seats)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lorenz {
    points: Vec<LorenzPoint>,
}

/// The worst represented units up to here have `members` members and `seats` seats together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LorenzPoint {
    /// Members so far.
    pub members: u64,
    /// Seats so far.
    pub seats: u64,
}

impl Lorenz {
    /// The curve of `shares`: one point per unit with members or seats, and the origin before them.
    pub fn of(shares: &Shares) -> Self {
        let mut at = LorenzPoint { members: 0, seats: 0 };
        let mut points = vec![at];
        for unit in shares.by_representation() {
            at = LorenzPoint { members: at.members + unit.members, seats: at.seats + unit.seats };
            points.push(at);
        }
        Self { points }
    }

    /// The points in order.
    pub fn points(&self) -> &[LorenzPoint] {
        &self.points
    }

    /// The Gini coefficient, from 0 (equal) to 1: exact trapezoids, one division at the end.
    pub fn gini(&self) -> f64 {
        let Some(end) = self.points.last() else { return 0.0 };
        let steps = self.points.iter().zip(self.points.iter().skip(1));
        // Σ Δmembers (seats before + seats after): at most 2^60 * 2^38.
        let below: u128 =
            steps.map(|(a, b)| u128::from(b.members - a.members) * u128::from(a.seats + b.seats)).sum();
        let whole = u128::from(end.members) * u128::from(end.seats);
        (whole - below) as f64 / whole as f64
    }
}
