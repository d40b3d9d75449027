//! `StepScale`: "1 for the first 749 members or part thereof, 1 more per further 250 or part, at most 6".
//!
//! Knows no published scale; those are in `known`.

use std::num::NonZeroU64;

use super::bracket::Bracket;
use super::parts::Parts;
use crate::num::{Seats, Weight};

/// A first step, then equal further ones. A unit without members has no seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StepScale {
    /// Seats of any unit with members.
    pub first: Seats,
    /// Members the first step covers; may be zero.
    pub covers: Weight,
    /// Seats of each further step.
    pub step: Seats,
    /// Members of each further step.
    pub per: NonZeroU64,
    /// What an incomplete further step counts for.
    pub parts: Parts,
    /// The most seats of a unit, if there is one.
    pub most: Option<Seats>,
}

impl StepScale {
    /// The seats of a unit with `members`, or `None` above [`Seats::MAX`].
    pub fn seats(&self, members: Weight) -> Option<Seats> {
        if members == Weight::ZERO {
            return Some(Seats::ZERO);
        }
        let Self { first, covers, step, per, parts, most } = *self;
        let uncapped = Bracket { from: Weight::ZERO, base: first, step, per, counted_above: covers, parts }
            .seats(members);
        // Even what exceeds the largest house is within a maximum.
        most.map_or(uncapped, |most| Some(uncapped.map_or(most, |seats| seats.min(most))))
    }
}
