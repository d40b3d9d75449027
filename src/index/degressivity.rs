//! `Degressivity`: whether a larger unit has at least as many seats, and more members behind each.
//!
//! Knows no bounds and no treaty in force. The two conditions are those of the European Parliament's resolution of
//! 11 October 2007 on its composition (rapporteurs Lamassoure and Severin), there stated before rounding; they are
//! tested here on the seats as they are, which is stricter.

use std::cmp::Reverse;

use super::shares::{Shares, Unit};

/// The first pair against each condition, if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degressivity {
    /// A unit with more members has fewer seats.
    pub seats: Option<Inversion>,
    /// A unit with more members has no more members per seat. Units without seats are left out.
    pub members_per_seat: Option<Inversion>,
}

/// Two units, by index, that break a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inversion {
    /// The unit with fewer members.
    pub smaller: usize,
    /// The unit with more members.
    pub larger: usize,
}

impl Degressivity {
    /// Tests every pair of units of different size, in one sweep over the sorted units.
    pub fn of(shares: &Shares) -> Self {
        let mut order: Vec<(usize, Unit)> = shares.units().iter().copied().enumerate().collect();
        order.sort_by_key(|&(index, unit)| (unit.members, Reverse(index)));
        let seated: Vec<(usize, Unit)> = order.iter().copied().filter(|(_, u)| u.seats > 0).collect();
        Self {
            seats: first_inversion(&order, |small, large| small.seats > large.seats),
            members_per_seat: first_inversion(&seated, |small, large| {
                small.by_seats_per_member(large).is_le()
            }),
        }
    }

    /// Neither condition is broken.
    pub const fn holds(&self) -> bool {
        self.seats.is_none() && self.members_per_seat.is_none()
    }
}

/// Looks for a unit beaten by a strictly smaller one. `worse` is transitive, so one champion among the smaller suffices.
fn first_inversion(order: &[(usize, Unit)], worse: impl Fn(Unit, Unit) -> bool) -> Option<Inversion> {
    let mut champion: Option<(usize, Unit)> = None;
    for level in order.chunk_by(|a, b| a.1.members == b.1.members) {
        if let Some((smaller, small)) = champion
            && let Some(&(larger, _)) = level.iter().find(|(_, large)| worse(small, *large))
        {
            return Some(Inversion { smaller, larger });
        }
        for &(index, unit) in level {
            if champion.is_none_or(|(_, best)| worse(unit, best)) {
                champion = Some((index, unit));
            }
        }
    }
    None
}
