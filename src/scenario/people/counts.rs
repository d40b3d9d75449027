//! What the list adds up to, unit by unit: the same figures as the ledger's, counted person by person.

use super::{Attending, Delegate, DelegateId, Entry, People, Roll, Tenure, Told};
use crate::roster::Reason;
use crate::scenario::{Scenario, SittingId, UnitId};
use crate::threshold::Date;
use std::collections::{BTreeMap, HashMap};

/// The mandates of the delegates of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCounts {
    /// Elected with all others, whatever became of the mandate.
    pub elected: u32,
    /// Elected later.
    pub by_elected: u32,
    /// Ended, by reason and day.
    pub ended: BTreeMap<(Reason, Option<Date>), u32>,
    /// Suspended.
    pub suspended: u32,
    /// Delegates whose status was not understood; they count nowhere else.
    pub unclear: u32,
}

/// The marks of the delegates of a unit at one sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollCounts {
    /// Marked present.
    pub present: u32,
    /// Marked on leave.
    pub on_leave: u32,
    /// Marked absent.
    pub absent: u32,
    /// Due and not marked.
    pub unmarked: u32,
}

/// What the list says about a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitPeople {
    /// Its mandates.
    pub counts: ListCounts,
    /// Its attendance at the sitting that is shown.
    pub roll: RollCounts,
}

/// What follows from the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleReport {
    /// The units that it names.
    pub units: BTreeMap<UnitId, UnitPeople>,
    /// All delegates of the list, those without a unit in the table included.
    pub total: UnitPeople,
    /// Delegates whose unit is not in the table.
    pub homeless: usize,
}

impl ListCounts {
    /// All ended mandates.
    pub fn all_ended(&self) -> u32 {
        self.ended.values().sum()
    }

    /// Delegates with a mandate now: elected + by-elected − ended − suspended.
    pub fn actual(&self) -> u32 {
        (self.elected + self.by_elected).saturating_sub(self.all_ended() + self.suspended)
    }

    fn add(&mut self, delegate: &Delegate) {
        let Told::Known(mandate) = &delegate.mandate else {
            self.unclear += 1;
            return;
        };
        match mandate.entry {
            Entry::Elected => self.elected += 1,
            Entry::ByElected => self.by_elected += 1,
        }
        match mandate.tenure {
            Tenure::Holding => {}
            Tenure::Suspended => self.suspended += 1,
            Tenure::Ended { reason, date } => *self.ended.entry((reason, date)).or_default() += 1,
        }
    }
}

impl RollCounts {
    /// Whether anybody was marked.
    pub const fn is_marked(&self) -> bool {
        self.present + self.on_leave + self.absent > 0
    }

    /// Delegates present, where everybody due is marked and anybody is.
    pub fn complete(&self) -> Option<u32> {
        (self.is_marked() && self.unmarked == 0).then_some(self.present)
    }

    fn add(&mut self, delegate: &Delegate, mark: Option<Attending>) {
        match mark {
            Some(mark) => self.mark(mark),
            None => self.unmarked += u32::from(delegate.is_due()),
        }
    }

    const fn mark(&mut self, mark: Attending) {
        match mark {
            Attending::Present => self.present += 1,
            Attending::OnLeave => self.on_leave += 1,
            Attending::Absent => self.absent += 1,
        }
    }
}

impl People {
    /// The mandates of the units that the list names.
    pub fn counts(&self) -> HashMap<UnitId, ListCounts> {
        let mut units: HashMap<UnitId, ListCounts> = HashMap::new();
        for delegate in self.delegates.iter() {
            if let Told::Known(unit) = delegate.unit {
                units.entry(unit).or_default().add(delegate);
            }
        }
        units
    }

    /// The marks of the units of which somebody was marked, at each of these sittings. The list is looked through once, and then
    /// the marks: a mark tells its delegate, not the unit.
    pub fn attendance(&self, sittings: &[SittingId]) -> HashMap<SittingId, HashMap<UnitId, RollCounts>> {
        let rolls = sittings.iter().filter_map(|sitting| Some((*sitting, self.rolls.get(sitting)?)));
        let rolls: Vec<_> = rolls.collect();
        if rolls.is_empty() {
            return HashMap::new();
        }
        let mut due: HashMap<UnitId, u32> = HashMap::new();
        let mut homes: HashMap<DelegateId, (UnitId, u32)> = HashMap::with_capacity(self.delegates.len());
        for delegate in self.delegates.iter() {
            if let Told::Known(unit) = delegate.unit {
                let is_due = u32::from(delegate.is_due());
                *due.entry(unit).or_default() += is_due;
                homes.insert(delegate.id, (unit, is_due));
            }
        }
        let counted = |roll: &Roll| {
            let mut units: HashMap<UnitId, RollCounts> = HashMap::new();
            for (delegate, mark) in roll {
                let Some((unit, is_due)) = homes.get(delegate) else { continue };
                let unmarked = due.get(unit).copied().unwrap_or_default();
                let counts = units.entry(*unit).or_insert(RollCounts { unmarked, ..RollCounts::default() });
                counts.mark(*mark);
                counts.unmarked -= is_due;
            }
            units
        };
        rolls.into_iter().map(|(sitting, roll)| (sitting, counted(roll))).collect()
    }
}

impl PeopleReport {
    /// What follows from the list of a scenario.
    pub(in crate::scenario) fn of(scenario: &Scenario) -> Self {
        let mut report = Self::default();
        let shown = scenario.sitting().map(|sitting| sitting.id);
        let roll = shown.and_then(|sitting| scenario.people.rolls.get(&sitting));
        for delegate in scenario.people.delegates.iter() {
            let mark = roll.and_then(|roll| roll.get(&delegate.id)).copied();
            let unit = match delegate.unit {
                Told::Known(unit) => Some(report.units.entry(unit).or_default()),
                Told::Unclear(_) => None,
            };
            report.homeless += usize::from(unit.is_none());
            for counts in [unit, Some(&mut report.total)].into_iter().flatten() {
                counts.counts.add(delegate);
                counts.roll.add(delegate, mark);
            }
        }
        report
    }
}
