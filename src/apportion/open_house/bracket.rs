//! `BracketTable`: seats by size class, flat ("21 to 50 members: 2") or growing within the class.
//!
//! Knows no published table; those are in `known`.

use std::num::NonZeroU64;

use super::parts::Parts;
use super::to_seats;
use crate::num::{Seats, Weight};

/// One size class. It ends where the next begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// The fewest members of the class.
    pub from: Weight,
    /// Seats at the start.
    pub base: Seats,
    /// What is added per part; zero for a flat class.
    pub step: Seats,
    /// Members of one part.
    pub per: NonZeroU64,
    /// Members that count for no part. Above `from` it makes a first step longer than the others.
    pub counted_above: Weight,
    /// What an incomplete part counts for.
    pub parts: Parts,
}

/// Size classes, smallest first. Members below the first class give no seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BracketTable {
    brackets: Vec<Bracket>,
}

impl Bracket {
    /// A class in which all units have the same seats.
    pub const fn flat(from: Weight, base: Seats) -> Self {
        Self { from, base, step: Seats::ZERO, per: NonZeroU64::MIN, counted_above: from, parts: Parts::Whole }
    }

    /// The seats of a unit of this class, or `None` above [`Seats::MAX`].
    pub fn seats(&self, members: Weight) -> Option<Seats> {
        let above = members.get().saturating_sub(self.counted_above.get());
        let parts = self.parts.count(above.into(), self.per.get().into());
        to_seats(u128::from(self.base.get()) + parts * u128::from(self.step.get()))
    }
}

impl BracketTable {
    /// A table of this crate, whose order its tests check.
    pub(super) fn of_known(brackets: &[Bracket]) -> Self {
        Self { brackets: brackets.to_vec() }
    }

    /// The classes, smallest first.
    pub fn brackets(&self) -> &[Bracket] {
        &self.brackets
    }

    /// The class of `members` and where the next one begins.
    pub(super) fn class(&self, members: Weight) -> Option<(&Bracket, Option<Weight>)> {
        let at = self.brackets.iter().rposition(|bracket| bracket.from <= members)?;
        Some((self.brackets.get(at)?, self.brackets.get(at + 1).map(|next| next.from)))
    }

    /// The seats of a unit with `members`, or `None` above [`Seats::MAX`].
    pub fn seats(&self, members: Weight) -> Option<Seats> {
        match self.brackets.iter().rev().find(|bracket| bracket.from <= members) {
            Some(bracket) => bracket.seats(members),
            None => Some(Seats::ZERO),
        }
    }
}
