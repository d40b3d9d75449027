//! `Followed`: the cells of the table whose figures follow from elsewhere, and from what; nothing is typed into them. Has no words.

use super::people::{Basis, Delegate};
use super::{Field, Name, Scenario, TallyKind, UnitId};
use std::collections::HashSet;

/// What the figure of a cell follows from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Leader {
    /// The list of delegates.
    List,
    /// The sitting that the roster shows, whose attendance is not counted by unit.
    Sitting {
        /// Its name.
        name: Name,
        /// Its place among the sittings, from 0, by which it is called where it has no name.
        at: usize,
        /// How it is counted.
        tally: TallyKind,
    },
}

/// The cells of the table that follow, and so cannot be typed into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    mandates: HashSet<UnitId>,
    attendance: HashSet<UnitId>,
    sitting: Option<Leader>,
}

/// The cells of one unit that follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Led {
    mandates: bool,
    attendance: bool,
    sitting: Option<Leader>,
}

impl Followed {
    /// What this cell follows from, if from anything.
    pub fn leader(&self, unit: UnitId, field: Field) -> Option<Leader> {
        self.of_unit(unit).leader(field)
    }

    /// Whether this cell follows from anything.
    pub fn holds(&self, unit: UnitId, field: Field) -> bool {
        self.leader(unit, field).is_some()
    }

    /// The cells of a unit.
    pub fn of_unit(&self, unit: UnitId) -> Led {
        Led {
            mandates: self.mandates.contains(&unit),
            attendance: self.attendance.contains(&unit),
            sitting: self.sitting.clone(),
        }
    }
}

impl Led {
    /// What this cell follows from, if from anything.
    pub fn leader(&self, field: Field) -> Option<Leader> {
        let (listed, sitting) = match field {
            Field::Elected | Field::ByElected | Field::Ended | Field::Suspended => (self.mandates, &None),
            Field::Present | Field::OnLeave => (self.attendance, &self.sitting),
            // No list says who has registered.
            Field::Registered => (false, &self.sitting),
            _ => return None,
        };
        // Where figures of units do not count, it does not matter who says them.
        sitting.clone().or(listed.then_some(Leader::List))
    }
}

impl Scenario {
    /// The cells that follow: from the list where it leads, and from a sitting that is not counted by unit.
    pub fn followed(&self) -> Followed {
        let sitting = self.counted_otherwise();
        if self.people.basis == Basis::Table {
            return Followed { sitting, ..Followed::default() };
        }
        let known = |delegate: &Delegate| delegate.unit.known().copied();
        let attendance = self.sitting().map(|sitting| self.people.attendance(&[sitting.id]));
        Followed {
            mandates: self.people.delegates.iter().filter_map(|delegate| known(delegate)).collect(),
            attendance: attendance.into_iter().flatten().flat_map(|(_, units)| units.into_keys()).collect(),
            sitting,
        }
    }

    /// The sitting that the roster shows, where no figure of a unit counts at it.
    pub fn counted_otherwise(&self) -> Option<Leader> {
        let sitting = self.sitting()?;
        let tally = sitting.tally.kind();
        let at = self.sittings.iter().position(|one| one.id == sitting.id)?;
        (tally != TallyKind::ByUnit).then(|| Leader::Sitting { name: sitting.name.clone(), at, tally })
    }
}
