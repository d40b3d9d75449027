//! `Mandates`: what happened to the mandates of one unit. Entered by people, so nothing here is assumed consistent.

use super::Reason;
use crate::date::Date;
use crate::name::Name;
use crate::num::Count;

/// One entry of ended mandates: why, how many, and a note for the credentials committee.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ending {
    /// Why the mandates ended.
    pub reason: Reason,
    /// How many mandates this entry ends.
    pub count: Count,
    /// The day on which they ended, if it was noted.
    pub date: Option<Date>,
    /// What the credentials committee noted: a name, a destination, a decision.
    pub note: Name,
}

impl Ending {
    /// An entry without a day and a note.
    pub fn new(reason: Reason, count: Count) -> Self {
        Self { reason, count, date: None, note: Name::default() }
    }
}

/// The mandates of one unit, as entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mandates {
    /// Delegates elected (选举产生); `None` until the unit has reported.
    pub elected: Option<Count>,
    /// Delegates elected later to fill vacancies (补选).
    pub by_elected: Count,
    /// Mandates that ended (资格终止), entry by entry.
    pub endings: Vec<Ending>,
    /// Mandates suspended for the time being (暂停执行代表职务); reversible.
    pub suspended: Count,
}

impl Mandates {
    /// All ended mandates, whatever the reason.
    pub fn ended(&self) -> u64 {
        self.endings.iter().map(|ending| u64::from(ending.count.get())).sum()
    }

    /// The mandates that ended for one reason.
    pub fn ended_by(&self, reason: Reason) -> u64 {
        self.endings.iter().filter(|e| e.reason == reason).map(|e| u64::from(e.count.get())).sum()
    }
}
