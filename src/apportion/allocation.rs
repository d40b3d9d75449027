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
        Self { outcome, witness: None, before_top_up: None, lots: Vec::new(), stale }
    }

    /// The seats, if every one has its unit.
    pub fn settled(&self) -> Option<&[Seats]> {
        match &self.outcome {
            Outcome::Settled(seats) => Some(seats),
            Outcome::Tied(_) | Outcome::Refused(_) => None,
        }
    }

    /// The fewest and the most seats a unit can have, whatever is drawn: the same where nothing is open for it. A later tie of the
    /// quota method, which depends on the open one, is not looked into.
    /// `None` if the method refused or there is no such unit.
    pub fn range(&self, unit: usize) -> Option<(Seats, Seats)> {
        match &self.outcome {
            Outcome::Settled(seats) => seats.get(unit).map(|seats| (*seats, *seats)),
            Outcome::Tied(tie) => {
                let (fewest, most) = tie.range(unit)?;
                let raised = self.before_top_up.as_ref().is_some_and(|before| tie.is_raised(before, unit));
                Some((fewest, if raised { fewest } else { most }))
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
