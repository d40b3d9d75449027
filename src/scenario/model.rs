//! The ground state of a scenario: exactly what people entered, nothing that can be computed from it.
//!
//! Units and delegations are shared (`Rc`), so a step of the history costs a table of pointers, not a copy.

use super::{
    AgendaItem, Body, Calendar, Category, Election, Name, Needs, OwnRules, People, Scheme, Sitting,
    SittingId, Tally,
};
use crate::apportion::{Method, MinimumRule};
use crate::limits::MAX_UNITS;
use crate::num::{Seats, Weight};
use crate::roster::{Mandates, Presence};
use crate::threshold::{ProfileId, Rule};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Identifies a unit; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitId(pub u32);

/// Identifies a delegation; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DelegationId(pub u32);

/// Where the figures of a scenario come from; shown wherever they are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A person entered them.
    #[default]
    Entered,
    /// The example congress: totals as published, figures per unit illustrative.
    Illustrative,
}

/// An electoral unit (选举单位).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its identity.
    pub id: UnitId,
    /// Its name.
    pub name: Name,
    /// The delegation (代表团) to which its delegates belong.
    pub delegation: Option<DelegationId>,
    /// The members it stands for.
    pub members: Weight,
    /// Its own minimum of seats, above or below the scenario's.
    pub min: Option<Seats>,
    /// Its own maximum of seats.
    pub max: Option<Seats>,
    /// Seats fixed by hand; the rest is allocated around them.
    pub locked: Option<Seats>,
    /// What happened to its mandates.
    pub mandates: Mandates,
}

/// A delegation (代表团): a group of units that sit, discuss and are counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Its identity.
    pub id: DelegationId,
    /// Its name.
    pub name: Name,
}

/// How the seats are allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocating {
    /// The number of seats to allocate (名额总数).
    pub house: Seats,
    /// How the seats of the units hang together.
    pub scheme: Scheme,
    /// The method among the units; a key needs none.
    pub method: Method,
    /// How minima and maxima enter into it.
    pub minimum_rule: MinimumRule,
    /// The fewest seats of any unit, unless the unit says otherwise.
    pub minimum: Seats,
    /// Lots that were drawn, each for one tie.
    pub lots: Vec<Draw>,
}

/// The identity of whoever can be in a tie: a unit, or a delegation. No identity is given out twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(pub u32);

impl From<UnitId> for PartyId {
    fn from(id: UnitId) -> Self {
        Self(id.0)
    }
}

impl From<DelegationId> for PartyId {
    fn from(id: DelegationId) -> Self {
        Self(id.0)
    }
}

/// A lot as recorded: who was tied with how many certain seats, and who was drawn. Names units by identity, so it
/// survives reordering; it settles nothing once the tie has changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draw {
    /// The tied units or delegations and the seats each was certain of.
    pub contenders: Vec<(PartyId, Seats)>,
    /// Those that won a seat.
    pub drawn: Vec<PartyId>,
    /// The seed from which the page drew, so that anybody can draw again; `None` for a draw made by hand.
    pub seed: Option<u32>,
}

/// Which rules the congress follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rules {
    /// A named profile.
    Profile(ProfileId),
    /// Two bare rules: what links and files hold that were made before profiles could be copied.
    Custom {
        /// What makes a sitting able to elect and decide.
        quorum: Rule,
        /// What makes a vote carry.
        majority: Rule,
    },
    /// A profile that was copied and can be changed row by row.
    Own(Rc<OwnRules>),
}

/// One scenario, as entered. What holds in every one is in [`check`](Self::check).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its title.
    pub title: Name,
    /// Where its figures come from.
    pub origin: Origin,
    /// How the seats are allocated.
    pub allocating: Allocating,
    /// Which rules the congress follows.
    pub rules: Rules,
    /// By which rule the number of delegates is checked, if by any.
    pub body: Option<Body>,
    /// The day of the congress and what is due before it.
    pub calendar: Calendar,
    /// The delegations, in order of first use; each has at least one unit, and a name of its own.
    pub delegations: Rc<Vec<Delegation>>,
    /// The units, in the order of the table.
    pub units: Rc<Vec<Rc<Unit>>>,
    /// The sittings, in order; never empty.
    pub sittings: Vec<Sitting>,
    /// The sitting whose attendance the roster and the chain show; the first where there is none such.
    pub shown: SittingId,
    /// The agenda, in order.
    pub agenda: Vec<AgendaItem>,
    /// The elections, in order.
    pub elections: Vec<Rc<Election>>,
    /// The categories of the composition, in the order of the table.
    pub composition: Vec<Category>,
    /// The delegates by name, where somebody keeps such a list.
    pub people: People,
    /// The next identity to give out; above all in use.
    pub next_id: u32,
}

impl Unit {
    /// A unit without figures.
    pub fn blank(id: UnitId) -> Self {
        Self {
            id,
            name: Name::default(),
            delegation: None,
            members: Weight::ZERO,
            min: None,
            max: None,
            locked: None,
            mandates: Mandates::default(),
        }
    }
}

impl Scenario {
    /// A scenario without units: Hamilton's method, the rules of a local party congress, one sitting.
    pub fn blank() -> Self {
        Self {
            title: Name::default(),
            origin: Origin::Entered,
            allocating: Allocating {
                house: Seats::from(100),
                scheme: Scheme::default(),
                method: Method::HAMILTON,
                minimum_rule: MinimumRule::default(),
                minimum: Seats::ZERO,
                lots: Vec::new(),
            },
            rules: Rules::Profile(ProfileId::CpcLocal),
            body: None,
            calendar: Calendar::default(),
            delegations: Rc::default(),
            units: Rc::default(),
            sittings: vec![Sitting::blank(SittingId(0))],
            shown: SittingId(0),
            agenda: Vec::new(),
            elections: Vec::new(),
            composition: Vec::new(),
            people: People::default(),
            next_id: 1,
        }
    }

    /// How many more units there may be.
    pub fn room(&self) -> usize {
        MAX_UNITS.saturating_sub(self.units.len())
    }

    /// The identity of what is added next, after `n` other things; `None` where there are no more. Identities are given out
    /// in turn, the units of an action before the delegations that they bring along.
    pub fn next(&self, n: usize) -> Option<u32> {
        let id = self.next_id.checked_add(u32::try_from(n).ok()?)?;
        (id < u32::MAX).then_some(id)
    }

    /// The unit with this identity and its place in the table.
    pub fn unit(&self, id: UnitId) -> Option<(usize, &Rc<Unit>)> {
        // Identities ascend in a table that nobody has put in another order.
        let likely = self.units.binary_search_by_key(&id, |unit| unit.id).ok();
        let row = likely.or_else(|| self.units.iter().position(|unit| unit.id == id))?;
        Some((row, self.units.get(row)?))
    }

    /// The rows of some units: by a look for one, by a table for many. Whoever asks for many one by one goes through all units for
    /// each of them, where they were put in another order.
    pub fn rows_of(&self, ids: impl IntoIterator<Item = UnitId>) -> HashMap<UnitId, usize> {
        let wanted: HashSet<UnitId> = ids.into_iter().collect();
        // What is typed changes one unit.
        if let (1, Some(&id)) = (wanted.len(), wanted.iter().next()) {
            return self.unit(id).map(|(row, _)| (id, row)).into_iter().collect();
        }
        let rows = self.units.iter().enumerate();
        rows.filter(|(_, unit)| wanted.contains(&unit.id)).map(|(row, unit)| (unit.id, row)).collect()
    }

    /// The names of all delegations, for whoever asks for many.
    pub fn delegation_names(&self) -> HashMap<DelegationId, &Name> {
        self.delegations.iter().map(|delegation| (delegation.id, &delegation.name)).collect()
    }

    /// The delegation with this identity.
    pub fn delegation(&self, id: DelegationId) -> Option<&Delegation> {
        // As with units: each is made with an identity above those before it.
        let likely = self.delegations.binary_search_by_key(&id, |delegation| delegation.id).ok();
        let at = likely.or_else(|| self.delegations.iter().position(|delegation| delegation.id == id))?;
        self.delegations.get(at)
    }

    /// The sitting whose attendance the roster shows.
    pub fn sitting(&self) -> Option<&Sitting> {
        self.sittings.iter().find(|sitting| sitting.id == self.shown).or(self.sittings.first())
    }

    /// Whether votes were counted at a sitting, on the agenda or in an election: at the one that is shown, where none is named.
    pub fn has_counted(&self, sitting: SittingId) -> bool {
        let here = |named: Option<SittingId>| named.unwrap_or(self.shown) == sitting;
        let voted = |item: &AgendaItem| matches!(item.needs, Needs::Vote(vote) if vote.is_counted());
        self.agenda.iter().any(|item| here(item.sitting) && voted(item))
            || self.elections.iter().any(|election| here(election.sitting) && election.is_counted())
    }

    /// What a unit reported to the sitting that the roster shows; nothing where it was not counted by unit.
    pub fn presence(&self, id: UnitId) -> Presence {
        let sitting = self.sitting().filter(|sitting| sitting.tally == Tally::ByUnit);
        sitting.and_then(|sitting| sitting.attendance.get(&id)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
