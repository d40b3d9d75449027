//! `Allocation`: the result of apportioning, with its witness. Data only.

use super::{Lot, Refusal, Tie, Witness};
use crate::num::Seats;

/// What came of an instance, a method and the lots drawn so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The seats, the tie or the refusal.
    pub outcome: Outcome,
    /// What anybody can check the seats with. Absent where the method refused.
    pub witness: Option<Witness>,
    /// The seats (in a tie: the certain seats) before topping up, under [`MinimumRule::TopUp`](super::MinimumRule). Where a tie decides
    /// nothing, since topping up raises all its units by as much, they are fewer than the house by what nobody drew for.
    pub before_top_up: Option<Vec<Seats>>,
    /// The lots that settled ties, in the order the ties came up. Only the quota method can have more than one.
    pub lots: Vec<Lot>,
    /// Lots given that settle no tie here, by index: what they were drawn for is gone.
    pub stale: Vec<usize>,
    /// The units, ascending, that are not in the open tie and have a seat more or not by a tie that comes up behind it. Only the quota
    /// method has such ties.
    pub later: Vec<usize>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every seat has its unit: seats per unit, in the order of the instance.
    Settled(Vec<Seats>),
    /// Some seats are claimed equally; only a lot can settle them.
    Tied(Tie),
    /// The method gives no allocation of this house.
    Refused(Refusal),
}

impl Allocation {
    /// The answer of a method that gives no allocation; no lot settles anything then.
    pub(super) const fn refused(refusal: Refusal, stale: Vec<usize>) -> Self {
        let outcome = Outcome::Refused(refusal);
        Self { outcome, witness: None, before_top_up: None, lots: Vec::new(), stale, later: Vec::new() }
    }

    /// The seats, if every one has its unit.
    pub fn settled(&self) -> Option<&[Seats]> {
        match &self.outcome {
            Outcome::Settled(seats) => Some(seats),
            Outcome::Tied(_) | Outcome::Refused(_) => None,
        }
    }

    /// The fewest and the most seats a unit can have, whatever is drawn: the same where nothing is open for it.
    /// `None` if the method refused or there is no such unit.
    pub fn range(&self, unit: usize) -> Option<(Seats, Seats)> {
        match &self.outcome {
            Outcome::Settled(seats) => seats.get(unit).map(|seats| (*seats, *seats)),
            Outcome::Tied(tie) => {
                let fewest = *tie.certain.get(unit)?;
                let hangs =
                    [&tie.contested, &self.later].iter().any(|units| units.binary_search(&unit).is_ok());
                let is_raised = self.before_top_up.as_ref().is_some_and(|before| tie.is_raised(before, unit));
                let more = u32::from(hangs && !is_raised);
                Some((fewest, Seats::new(fewest.get() + more).unwrap_or(Seats::MAX)))
            }
            Outcome::Refused(_) => None,
        }
    }

    /// The tie, if one is open.
    pub fn tie(&self) -> Option<&Tie> {
        match &self.outcome {
            Outcome::Tied(tie) => Some(tie),
            Outcome::Settled(_) | Outcome::Refused(_) => None,
        }
    }
}
