//! `Lorenz`: the curve of seats over members, units from the least to the best represented.
//!
//! Knows no drawing: the points are exact counts, a picture scales them. Source: M. O. Lorenz, "Methods of measuring
//! the concentration of wealth" (1905); the Gini coefficient is twice the area between the curve and the diagonal.

use super::shares::Shares;
use crate::num::Ratio;

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

    /// The Gini coefficient in decimals, rounded half up at `digits` places (at most 6), by integers only.
    pub fn gini_decimal(&self, digits: u32) -> String {
        let scale = 10u128.pow(digits.min(6));
        let (above, whole) = self.above();
        // At most 2^98 times 2^20.
        let scaled = (2 * above * scale + whole) / (2 * whole).max(1);
        let ratio = Ratio::new(u64::try_from(scaled).unwrap_or(0), 10u64.pow(digits.min(6)));
        ratio.unwrap_or(Ratio::ZERO).to_decimal(digits.min(6))
    }

    /// The seats, in percent of all and rounded to a tenth, of the worst represented `part` in `of` of the members; a unit
    /// may be counted in part.
    pub fn seats_of(&self, part: u64, of: u64) -> Option<Ratio> {
        let end = self.points.last()?;
        if part >= of {
            return Some(Ratio::from(100));
        }
        let (part, of) = (u128::from(part.min(of)), u128::from(of));
        let sought = u128::from(end.members) * part;
        let reached = |point: &LorenzPoint| u128::from(point.members) * of >= sought;
        let at = self.points.iter().position(reached)?;
        let (b, a) = (self.points.get(at)?, self.points.get(at.saturating_sub(1))?);
        let step = u128::from(b.members - a.members);
        // `seats * step * of`: at most 2^38, 2^43 and `of` = 10.
        let seats = if step == 0 {
            u128::from(b.seats) * of
        } else {
            let inside = sought - u128::from(a.members) * of;
            u128::from(a.seats) * step * of + u128::from(b.seats - a.seats) * inside
        };
        let whole = u128::from(end.seats) * of * step.max(1);
        let tenths = (2 * 1000 * seats + whole) / (2 * whole).max(1);
        Ratio::new(u64::try_from(tenths).ok()?, 10)
    }

    /// Twice the area between the curve and the diagonal, and the whole square, in seats times members.
    fn above(&self) -> (u128, u128) {
        let Some(end) = self.points.last() else { return (0, 0) };
        let steps = self.points.iter().zip(self.points.iter().skip(1));
        // Σ Δmembers (seats before + seats after): at most 2^60 * 2^38.
        let below: u128 =
            steps.map(|(a, b)| u128::from(b.members - a.members) * u128::from(a.seats + b.seats)).sum();
        let whole = u128::from(end.members) * u128::from(end.seats);
        (whole - below, whole)
    }

    /// The Gini coefficient, from 0 (equal) to 1: exact trapezoids, one division at the end.
    pub fn gini(&self) -> f64 {
        let (above, whole) = self.above();
        if whole == 0 { 0.0 } else { above as f64 / whole as f64 }
    }
}
