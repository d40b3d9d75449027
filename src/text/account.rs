//! What a paper says about how the seats were allocated. Knows no words; each language has them.

use crate::apportion::open_house::{KnownKey, StepScale};
use crate::apportion::{Method, MinimumRule};
use crate::num::Ratio;

/// A sentence about how the seats were allocated.
#[derive(Clone, Copy, Debug)]
pub enum AccountMsg<'a> {
    /// Delegations first by one method, then the units of each by another.
    TwoTier(&'a Method, &'a Method),
    /// By a published key for each unit; its source follows.
    Key(KnownKey),
    /// By a step scale for each unit.
    Steps(&'a StepScale),
    /// The least seats of every unit with members, and how minima enter.
    Minimum(u32, MinimumRule),
    /// So many units have bounds of their own.
    Bounds(usize),
    /// Units whose seats were fixed by hand, with the seats, and how many more.
    Fixed(&'a [String], usize),
    /// Who was drawn by lot, how many more, and by which seed if the page drew.
    Drawn(&'a [String], usize, Option<u32>),
    /// So many seats are open among equal remainders, which follow.
    OpenEdge(usize, Ratio),
    /// No allocation fits what is entered.
    Impossible,
}
