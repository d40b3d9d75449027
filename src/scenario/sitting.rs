//! `Sitting`: a meeting of the congress at which attendance is counted, as entered. Computes nothing.

use super::{DelegationId, Name, UnitId};
use crate::num::Count;
use crate::roster::Presence;
use crate::threshold::{Base, Date, Purpose};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Identifies a sitting; never used again inside a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SittingId(pub u32);

/// What kind of meeting a sitting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SittingKind {
    /// The preparatory meeting (预备会议): the first of a congress.
    #[default]
    Preparatory,
    /// The opening (开幕会).
    Opening,
    /// A session between (大会).
    Session,
    /// The meeting that elects (选举会议).
    Election,
    /// The closing (闭幕会).
    Closing,
}

/// How finely attendance was counted. Figures by unit are kept beside the others, so that none of them is lost by looking
/// at the sitting in another way; of the others there are those that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tally {
    /// By unit, in the roster.
    #[default]
    ByUnit,
    /// By delegation; one that is not here has not reported.
    ByDelegation(Rc<BTreeMap<DelegationId, Count>>),
    /// As one figure; `None` until it is counted.
    Whole(Option<Count>),
}

/// How finely attendance is counted, without the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TallyKind {
    /// By unit.
    ByUnit,
    /// By delegation.
    ByDelegation,
    /// As one figure.
    Whole,
}

/// A meeting of the congress at which attendance is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its identity.
    pub id: SittingId,
    /// Its name.
    pub name: Name,
    /// What kind of meeting it is.
    pub kind: SittingKind,
    /// What its quorum is needed for.
    pub purpose: Purpose,
    /// Its day.
    pub date: Option<Date>,
    /// Delegates registered as attending, where the rules count them; they stay counted when they leave.
    pub registered: Option<Count>,
    /// Attendance by unit; a unit that is not here has reported nothing.
    pub attendance: Rc<BTreeMap<UnitId, Presence>>,
    /// How finely its attendance was counted.
    pub tally: Tally,
    /// Delegates due (应到) as the credentials report stated them; `None` counts the roster as it is now. A later
    /// sitting with another figure is an amendment, and the note says why.
    pub stated_due: Option<Count>,
    /// Figures of bases that no roster of delegates counts (owners, voters, area), as stated at the sitting.
    pub stated: Rc<BTreeMap<Base, u64>>,
    /// What the minutes say about it.
    pub note: Name,
}

impl SittingKind {
    /// Every kind, in the order of a congress.
    pub const ALL: [Self; 5] =
        [Self::Preparatory, Self::Opening, Self::Session, Self::Election, Self::Closing];
}

impl Tally {
    /// Its kind.
    pub const fn kind(&self) -> TallyKind {
        match self {
            Self::ByUnit => TallyKind::ByUnit,
            Self::ByDelegation(_) => TallyKind::ByDelegation,
            Self::Whole(_) => TallyKind::Whole,
        }
    }

    /// Whether it holds a figure of those present; those of the units are not in it.
    pub fn is_counted(&self) -> bool {
        match self {
            Self::ByUnit | Self::Whole(None) => false,
            Self::ByDelegation(figures) => !figures.is_empty(),
            Self::Whole(Some(_)) => true,
        }
    }
}

impl TallyKind {
    /// Every kind, the finest first.
    pub const ALL: [Self; 3] = [Self::ByUnit, Self::ByDelegation, Self::Whole];
}

impl Sitting {
    /// Delegates present by the figures of the units, where those are kept and do not count.
    pub fn kept_by_unit(&self) -> Option<u64> {
        let mut kept = self.attendance.values().filter_map(|presence| presence.present);
        let first = kept.next().filter(|_| self.tally != Tally::ByUnit)?;
        Some(kept.fold(first.get().into(), |sum, count| sum + u64::from(count.get())))
    }

    /// A sitting without figures, with the quorum that elections need.
    pub fn blank(id: SittingId) -> Self {
        Self {
            id,
            name: Name::default(),
            kind: SittingKind::default(),
            purpose: Purpose::Elect,
            date: None,
            registered: None,
            attendance: Rc::default(),
            tally: Tally::default(),
            stated_due: None,
            stated: Rc::default(),
            note: Name::default(),
        }
    }
}
