//! `People`: the delegates by name, where somebody keeps such a list (代表名单). As entered; what follows is in `counts`.
//!
//! A list speaks for the units that it names and for nobody else: lists come in unit by unit. Either the table leads and
//! the list is a check, or the list leads and the figures of its units follow from it (see `settle`). Either way the
//! figures stand in the table, so that everything that reads the table, and a link without names, says the same.

mod action;
#[cfg(test)]
pub(crate) mod arbitrary;
mod categories;
mod check;
mod counts;
mod settle;

pub use action::{DelegateDraft, DelegateEdit, Filling, NewUnits, PeopleAction, PeopleStep, Placing};
pub use categories::{Categories, TooManyCategories};
pub use check::PeopleProblem;
pub use counts::{ListCounts, PeopleReport, RollCounts, UnitPeople};

pub(super) use check::issues;
pub(super) use settle::fill;
pub(crate) use settle::settle;

use super::{Name, SittingId, UnitId};
use crate::roster::Reason;
use crate::threshold::Date;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Identifies a delegate in the list; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DelegateId(pub u32);

/// What somebody told: understood, or kept as the text that was not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Told<T> {
    /// Understood.
    Known(T),
    /// The text, kept until it is mended; empty where nothing was told.
    Unclear(Name),
}

/// How a delegate came to the mandate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// Elected with all others (选举产生).
    #[default]
    Elected,
    /// Elected later to fill a vacancy (补选).
    ByElected,
}

/// What became of the mandate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tenure {
    /// The delegate holds it and is due to attend.
    #[default]
    Holding,
    /// It rests (暂停执行代表职务), and can come back.
    Suspended,
    /// It has ended (资格终止).
    Ended {
        /// Why.
        reason: Reason,
        /// The day, if it was noted.
        date: Option<Date>,
    },
}

/// The mandate of one delegate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mandate {
    /// How the delegate came to it.
    pub entry: Entry,
    /// What became of it.
    pub tenure: Tenure,
}

/// Where a delegate was while a sitting was counted. One without a mark is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attending {
    /// In the hall (实到).
    Present,
    /// Away on leave (请假).
    OnLeave,
    /// Away without leave (缺席).
    Absent,
}

/// What the figures rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The table leads: the list is a check, and differences are said.
    #[default]
    Table,
    /// The list leads: the figures of the units that it names follow from it.
    List,
}

/// One delegate (代表).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegate {
    /// The identity.
    pub id: DelegateId,
    /// The name.
    pub name: Name,
    /// The unit that elected the delegate, or the name of one that is not in the table.
    pub unit: Told<UnitId>,
    /// The mandate, or a status that was not understood.
    pub mandate: Told<Mandate>,
    /// What the composition of the congress is counted by.
    pub categories: Categories,
    /// A note.
    pub note: Name,
}

/// Who was where at one sitting.
pub type Roll = BTreeMap<DelegateId, Attending>;

/// The list of delegates. Shared (`Rc`), so that a step of the history costs a table of pointers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The delegates, in the order of the list.
    pub delegates: Rc<Vec<Rc<Delegate>>>,
    /// The marks of each sitting at which somebody was marked; none is empty.
    pub rolls: BTreeMap<SittingId, Rc<Roll>>,
    /// Whether the table or the list leads; the table where there is no list.
    pub basis: Basis,
}

impl<T> Told<T> {
    /// What was understood.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unclear(_) => None,
        }
    }
}

impl Attending {
    /// Every mark.
    pub const ALL: [Self; 3] = [Self::Present, Self::OnLeave, Self::Absent];
}

impl Entry {
    /// Every way to a mandate.
    pub const ALL: [Self; 2] = [Self::Elected, Self::ByElected];
}

impl Tenure {
    /// Everything that can become of a mandate, without days.
    pub fn all() -> impl Iterator<Item = Self> {
        let ended = Reason::ALL.into_iter().map(|reason| Self::Ended { reason, date: None });
        [Self::Holding, Self::Suspended].into_iter().chain(ended)
    }

    /// The day on which it ended.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Ended { date, .. } => date,
            Self::Holding | Self::Suspended => None,
        }
    }

    /// The same, ended on this day; what has not ended stays as it is.
    #[must_use]
    pub const fn dated(self, date: Option<Date>) -> Self {
        match self {
            Self::Ended { reason, .. } => Self::Ended { reason, date },
            other => other,
        }
    }
}

impl Mandate {
    /// Every mandate, without days: those elected, then those elected later.
    pub fn all() -> impl Iterator<Item = Self> {
        Entry::ALL.into_iter().flat_map(|entry| Tenure::all().map(move |tenure| Self { entry, tenure }))
    }

    /// The same without the day.
    #[must_use]
    pub const fn undated(self) -> Self {
        Self { entry: self.entry, tenure: self.tenure.dated(None) }
    }
}

impl Delegate {
    /// Whether the delegate holds a mandate, and so is due to attend.
    pub fn is_due(&self) -> bool {
        self.mandate.known().is_some_and(|mandate| mandate.tenure == Tenure::Holding)
    }

    /// The bytes of all texts.
    pub fn text_bytes(&self) -> usize {
        let unclear = |text: Option<&Name>| text.map_or(0, |text| text.as_str().len());
        let unit = match &self.unit {
            Told::Unclear(text) => Some(text),
            Told::Known(_) => None,
        };
        let status = match &self.mandate {
            Told::Unclear(text) => Some(text),
            Told::Known(_) => None,
        };
        let own = self.name.as_str().len() + self.note.as_str().len() + self.categories.bytes();
        own + unclear(unit) + unclear(status)
    }
}

impl People {
    /// Whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.delegates.is_empty()
    }

    /// The delegate with this identity and the place in the list.
    pub fn delegate(&self, id: DelegateId) -> Option<(usize, &Rc<Delegate>)> {
        self.delegates.iter().enumerate().find(|(_, delegate)| delegate.id == id)
    }

    /// The mark of a delegate at a sitting.
    pub fn attending(&self, sitting: SittingId, delegate: DelegateId) -> Option<Attending> {
        self.rolls.get(&sitting)?.get(&delegate).copied()
    }

    /// All marks.
    pub fn marks(&self) -> usize {
        self.rolls.values().map(|roll| roll.len()).sum()
    }

    /// The bytes of all texts.
    pub fn text_bytes(&self) -> usize {
        self.delegates.iter().map(|delegate| delegate.text_bytes()).sum()
    }
}

#[cfg(test)]
mod tests;
