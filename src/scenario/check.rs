//! What every scenario holds to, whoever made it: readers refuse what does not, and `apply` leaves it so. Knows no bytes and no
//! words; whoever asks says where in them the place is.

use super::{Body, Draw, Name, Needs, OwnMilestone, PartyId, People, Scenario, SittingId, Tally, Told};
use crate::apportion::{Contender, Lot};
use crate::limits::{
    MAX_AGENDA, MAX_CANDIDATES, MAX_CATEGORIES, MAX_DELEGATES, MAX_ELECTIONS, MAX_ENDINGS, MAX_IDENTITIES,
    MAX_LOTS, MAX_MARKS, MAX_MILESTONES, MAX_SITTINGS, MAX_UNITS,
};
use crate::num::Seats;
use crate::roster::{Ending, Presence, Reason};
use std::collections::HashSet;

/// What is wrong with a scenario, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// The place.
    pub spot: Spot,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What there are several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Delegations.
    Delegations,
    /// Units.
    Units,
    /// Sittings.
    Sittings,
    /// Delegates by name.
    Delegates,
    /// Milestones of one's own.
    Milestones,
    /// Items of the agenda.
    Agenda,
    /// Elections.
    Elections,
    /// Categories of the composition.
    Categories,
    /// Lots.
    Lots,
    /// Marks of attendance.
    Marks,
}

/// A place in a scenario; things are counted from 0 in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A whole list.
    All(List),
    /// One thing in it.
    One(List, usize),
    /// The ended mandates of a unit.
    Endings(usize),
    /// The candidates of an election.
    Candidates(usize),
    /// The sitting that is shown.
    Shown,
    /// The rule on the number of delegates.
    Body,
    /// The next identity.
    NextId,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// More than the limit.
    TooMany,
    /// There is none, and one is needed.
    Missing,
    /// Its identity is another's, or was not given out.
    Identity,
    /// It refers to nothing.
    Dangling,
    /// It has no name, or that of another.
    Name,
    /// It says nothing.
    Void,
}

impl Scenario {
    /// Whether the scenario is one that actions can lead to.
    ///
    /// # Errors
    /// The first thing that no scenario has.
    pub fn check(&self) -> Result<(), Unsound> {
        self.check_lengths()?;
        self.check_identities()?;
        self.check_table()?;
        self.check_sittings()?;
        self.check_votes()?;
        self.check_composition()?;
        self.check_people()?;
        let fits = |body: Body| body.fitted() == body;
        Spot::Body.holds(self.body.is_none_or(fits), Wrong::Void)
    }

    fn check_lengths(&self) -> Result<(), Unsound> {
        for (list, length, most) in [
            (List::Units, self.units.len(), MAX_UNITS),
            (List::Delegations, self.delegations.len(), self.units.len()),
            (List::Sittings, self.sittings.len(), MAX_SITTINGS),
            (List::Delegates, self.people.delegates.len(), MAX_DELEGATES),
            (List::Milestones, self.calendar.own.len(), MAX_MILESTONES),
            (List::Agenda, self.agenda.len(), MAX_AGENDA),
            (List::Elections, self.elections.len(), MAX_ELECTIONS),
            (List::Categories, self.composition.len(), MAX_CATEGORIES),
            (List::Lots, self.allocating.lots.len(), MAX_LOTS),
            (List::Marks, self.people.marks(), MAX_MARKS),
        ] {
            Spot::All(list).holds(length <= most, Wrong::TooMany)?;
        }
        Spot::All(List::Sittings).holds(!self.sittings.is_empty(), Wrong::Missing)
    }

    /// Each identity was given out, and once.
    fn check_identities(&self) -> Result<(), Unsound> {
        Spot::NextId.holds(self.next_id <= MAX_IDENTITIES, Wrong::TooMany)?;
        let mut seen = HashSet::new();
        let mut each = |list, ids: &mut dyn Iterator<Item = u32>| {
            let odd = ids.zip(0..).find(|(id, _)| *id >= self.next_id || !seen.insert(*id));
            odd.map_or(Ok(()), |(_, at)| Spot::One(list, at).has(Wrong::Identity))
        };
        each(List::Delegations, &mut self.delegations.iter().map(|one| one.id.0))?;
        each(List::Units, &mut self.units.iter().map(|one| one.id.0))?;
        each(List::Sittings, &mut self.sittings.iter().map(|one| one.id.0))?;
        each(List::Delegates, &mut self.people.delegates.iter().map(|one| one.id.0))?;
        each(List::Milestones, &mut self.calendar.own.iter().map(|one| one.id.0))?;
        each(List::Agenda, &mut self.agenda.iter().map(|one| one.id.0))?;
        each(List::Elections, &mut self.elections.iter().map(|one| one.id.0))?;
        each(List::Categories, &mut self.composition.iter().map(|one| one.id.0))
    }

    /// Units and delegations, which know each other; and the lots between them, in which those that are gone may stay.
    fn check_table(&self) -> Result<(), Unsound> {
        let known: HashSet<_> = self.delegations.iter().map(|delegation| delegation.id).collect();
        let mut used = HashSet::new();
        for (at, unit) in self.units.iter().enumerate() {
            let good = unit.delegation.is_none_or(|id| known.contains(&id));
            Spot::One(List::Units, at).holds(good, Wrong::Dangling)?;
            Spot::Endings(at).holds(entries_fit(&unit.mandates.endings), Wrong::TooMany)?;
            used.extend(unit.delegation);
        }
        let mut names: HashSet<&Name> = HashSet::new();
        for (at, delegation) in self.delegations.iter().enumerate() {
            let spot = Spot::One(List::Delegations, at);
            let named = !delegation.name.is_empty() && names.insert(&delegation.name);
            spot.holds(named, Wrong::Name)?;
            spot.holds(used.contains(&delegation.id), Wrong::Void)?;
        }
        let lots = self.allocating.lots.iter().enumerate();
        for (at, draw) in lots {
            draw.check(self.next_id).or_else(|wrong| Spot::One(List::Lots, at).has(wrong))?;
        }
        Ok(())
    }

    fn check_sittings(&self) -> Result<(), Unsound> {
        let units = sorted(self.units.iter().map(|unit| unit.id));
        let delegations = sorted(self.delegations.iter().map(|delegation| delegation.id));
        for (at, sitting) in self.sittings.iter().enumerate() {
            let spot = Spot::One(List::Sittings, at);
            let counted = match &sitting.tally {
                Tally::ByDelegation(figures) => all_in(figures.keys(), &delegations),
                Tally::ByUnit | Tally::Whole(_) => true,
            };
            spot.holds(counted && all_in(sitting.attendance.keys(), &units), Wrong::Dangling)?;
            let mut reports = sitting.attendance.values();
            spot.holds(reports.all(|presence| *presence != Presence::default()), Wrong::Void)?;
        }
        Spot::Shown.holds(self.sittings.iter().any(|sitting| sitting.id == self.shown), Wrong::Dangling)
    }

    fn check_votes(&self) -> Result<(), Unsound> {
        let sittings: HashSet<_> = self.sittings.iter().map(|sitting| sitting.id).collect();
        let held = |sitting: Option<SittingId>| sitting.is_none_or(|id| sittings.contains(&id));
        for (at, item) in self.agenda.iter().enumerate() {
            let chosen = match item.needs {
                Needs::Election(Some(id)) => self.elections.iter().any(|election| election.id == id),
                _ => true,
            };
            Spot::One(List::Agenda, at).holds(held(item.sitting) && chosen, Wrong::Dangling)?;
        }
        for (at, election) in self.elections.iter().enumerate() {
            Spot::Candidates(at).holds(election.candidates.len() <= MAX_CANDIDATES, Wrong::TooMany)?;
            Spot::One(List::Elections, at).holds(held(election.sitting), Wrong::Dangling)?;
        }
        let odd = self.calendar.own.iter().position(|own| !OwnMilestone::fits(own.before));
        odd.map_or(Ok(()), |at| Spot::One(List::Milestones, at).has(Wrong::Void))
    }

    fn check_composition(&self) -> Result<(), Unsound> {
        let units = sorted(self.units.iter().map(|unit| unit.id));
        for (at, category) in self.composition.iter().enumerate() {
            let good = all_in(category.by_unit.keys(), &units) && all_in(category.locks.keys(), &units);
            Spot::One(List::Categories, at).holds(good, Wrong::Dangling)?;
        }
        Ok(())
    }

    fn check_people(&self) -> Result<(), Unsound> {
        let people = &self.people;
        let listed = !people.is_empty() || *people == People::default();
        Spot::All(List::Delegates).holds(listed, Wrong::Missing)?;
        let units: HashSet<_> = self.units.iter().map(|unit| unit.id).collect();
        let odd = people
            .delegates
            .iter()
            .position(|delegate| matches!(&delegate.unit, Told::Known(unit) if !units.contains(unit)));
        odd.map_or(Ok(()), |at| Spot::One(List::Delegates, at).has(Wrong::Dangling))?;
        let delegates = sorted(people.delegates.iter().map(|delegate| delegate.id));
        let sittings = sorted(self.sittings.iter().map(|sitting| sitting.id));
        Spot::All(List::Marks).holds(all_in(people.rolls.keys(), &sittings), Wrong::Dangling)?;
        for roll in people.rolls.values() {
            Spot::All(List::Marks).holds(all_in(roll.keys(), &delegates), Wrong::Dangling)?;
            Spot::All(List::Marks).holds(!roll.is_empty(), Wrong::Void)?;
        }
        Ok(())
    }
}

fn sorted<T: Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let mut ids: Vec<T> = ids.collect();
    ids.sort_unstable();
    ids
}

/// Whether all of `ids` are in `known`; both ascend, so that millions are gone through once.
fn all_in<'a, T: Ord + 'a>(mut ids: impl Iterator<Item = &'a T>, known: &[T]) -> bool {
    let mut known = known.iter();
    ids.all(|id| known.any(|one| one == id))
}

impl Spot {
    const fn has(self, wrong: Wrong) -> Result<(), Unsound> {
        Err(Unsound { spot: self, wrong })
    }

    fn holds(self, good: bool, wrong: Wrong) -> Result<(), Unsound> {
        if good { Ok(()) } else { self.has(wrong) }
    }
}

impl Draw {
    /// Whether it can settle a tie of parties that were there: some of its contenders are drawn and not all, nobody is named twice.
    pub(super) fn check(&self, next_id: u32) -> Result<(), Wrong> {
        let mut named = self.contenders.iter().map(|(party, _)| party).chain(&self.drawn);
        if named.any(|party| party.0 >= next_id) {
            return Err(Wrong::Dangling);
        }
        let contender = |&(party, certain): &(PartyId, Seats)| Contender { unit: party.0 as usize, certain };
        let contenders = self.contenders.iter().map(contender).collect();
        let drawn = self.drawn.iter().map(|party| party.0 as usize).collect();
        Lot::new(contenders, drawn).map(drop).map_err(|_| Wrong::Void)
    }
}

/// Whether a unit can have these entries of ended mandates: within the limit even with one of each reason that has none, so that there
/// is always room for what a list of delegates tells.
pub fn entries_fit(endings: &[Ending]) -> bool {
    let missing = Reason::ALL.iter().filter(|reason| endings.iter().all(|ending| ending.reason != **reason));
    endings.len() + missing.count() <= MAX_ENDINGS
}

#[cfg(test)]
mod tests;
