//! The payload: one scenario as a row of tagged sections, the same in links and in stored records.
//!
//! A section is a tag, a length and that many bytes; tags ascend. A section that says nothing is left out. A reader
//! that does not know an even tag stops, because the scenario would be another one without it; an odd one it skips.
//! Seats are not stored, they follow from the rest; neither is anything else that `derive` finds.

mod composition;
mod memory;
mod number;
mod predict;
mod read;
mod rules;
mod write;

#[cfg(test)]
mod tests;

use super::bytes::ReadError;
use super::tags::TagError;
use crate::scenario::{List, Scenario, Spot, Unsound, Wrong};

pub(super) use memory::claim;
pub(super) use read::read;
pub(super) use write::write;

/// A scenario that was read, and how much of the input was left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The scenario.
    pub scenario: Scenario,
    /// Optional sections of a later version that were skipped.
    pub ignored: usize,
}

/// The sections, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The frame of the sections itself.
    Frame,
    /// Counts, the next identity, origin, house, minimum, method.
    Head,
    /// The rules of the congress.
    Rules,
    /// Title and names.
    Names,
    /// Identities of the delegations.
    DelegationIds,
    /// Identities of the units.
    UnitIds,
    /// The delegation of each unit.
    Membership,
    /// Members.
    Members,
    /// Minima of the units.
    Minima,
    /// Maxima of the units.
    Maxima,
    /// Seats fixed by hand.
    Locked,
    /// Delegates elected.
    Elected,
    /// Delegates elected later.
    ByElected,
    /// Ended mandates.
    Endings,
    /// Suspended mandates.
    Suspended,
    /// Identities of the sittings.
    SittingIds,
    /// Attendance.
    Attendance,
    /// Lots.
    Lots,
    /// Delegates registered at each sitting.
    Registered,
    /// Kind, purpose, day, stated base and coarser attendance of each sitting.
    Sittings,
    /// The notes of the sittings.
    SittingNotes,
    /// Which sitting is shown.
    Shown,
    /// The days on which mandates ended.
    EndingDays,
    /// The notes on ended mandates.
    EndingNotes,
    /// Delegates on leave, by unit.
    Leave,
    /// Delegates registered, by unit.
    RegisteredByUnit,
    /// How the seats of the units hang together.
    Scheme,
    /// The categories of the composition.
    Composition,
    /// Their names.
    CategoryNames,
    /// What rules of one's own change in the profile they were copied from.
    OwnRules,
    /// The name of such rules.
    RulesName,
    /// The figures that sittings state because no roster counts them.
    Stated,
    /// The rule on the number of delegates.
    Body,
    /// The day of the congress and milestones of one's own.
    Calendar,
    /// The agenda.
    Agenda,
    /// The area in favour of each item.
    AreaInFavour,
    /// The elections.
    Elections,
    /// Titles of items and elections, names of candidates.
    VotingNames,
    /// The stroke order of each candidate.
    StrokeOrders,
    /// The delegates by name: their numbers.
    People,
    /// The delegates by name: their texts.
    PeopleTexts,
}

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// It ends within a value.
    Ended,
    /// It goes on after its last value.
    Trailing,
    /// A number is not in its shortest form.
    Overlong,
    /// A number is above its limit, or stands for nothing.
    OutOfRange,
    /// An identity or a section occurs twice, or sections are out of order.
    Repeated,
    /// An identity is not below the next one to give out, or refers to nothing.
    Dangling,
    /// The bytes are not text, or not the text of a name; or two delegations have one name, or one has none.
    NotAName,
    /// It is needed and not there.
    Missing,
}

/// Why a payload is not a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PayloadError {
    /// A section that must be understood, and is not: a later version wrote it.
    Newer {
        /// Its tag.
        tag: u64,
    },
    /// More units than the reader takes.
    TooMany {
        /// The units declared.
        units: u64,
    },
    /// Anything else.
    Damaged {
        /// Where.
        part: Part,
        /// What.
        flaw: Flaw,
    },
}

impl Part {
    /// The sections and their tags. Frozen: even tags must be understood, odd ones may be skipped.
    const TAGS: [(u64, Self); 40] = [
        (2, Self::Head),
        (4, Self::Rules),
        (6, Self::Names),
        (8, Self::DelegationIds),
        (10, Self::UnitIds),
        (12, Self::Membership),
        (14, Self::Members),
        (16, Self::Minima),
        (18, Self::Maxima),
        (20, Self::Locked),
        (22, Self::Elected),
        (24, Self::ByElected),
        (26, Self::Endings),
        (28, Self::Suspended),
        (30, Self::SittingIds),
        (32, Self::Attendance),
        (34, Self::Lots),
        (36, Self::Registered),
        (38, Self::Sittings),
        (40, Self::SittingNotes),
        (42, Self::Shown),
        (44, Self::EndingDays),
        (46, Self::EndingNotes),
        (48, Self::Leave),
        (50, Self::RegisteredByUnit),
        (52, Self::Scheme),
        (54, Self::Agenda),
        (56, Self::Elections),
        (58, Self::VotingNames),
        (60, Self::Composition),
        (62, Self::CategoryNames),
        (64, Self::OwnRules),
        (66, Self::RulesName),
        (68, Self::Stated),
        (70, Self::Body),
        (72, Self::Calendar),
        (74, Self::People),
        (76, Self::PeopleTexts),
        (78, Self::AreaInFavour),
        (80, Self::StrokeOrders),
    ];

    fn of_tag(tag: u64) -> Option<Self> {
        Self::TAGS.into_iter().find(|(known, _)| *known == tag).map(|(_, part)| part)
    }

    /// The tag; the frame has none.
    fn tag(self) -> u64 {
        Self::TAGS.into_iter().find(|(_, part)| *part == self).map_or(0, |(tag, _)| tag)
    }

    const fn has(self, flaw: Flaw) -> PayloadError {
        PayloadError::Damaged { part: self, flaw }
    }
}

impl PayloadError {
    /// The stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "payload-newer",
            Self::TooMany { .. } => "payload-too-many-units",
            Self::Damaged { .. } => "payload-damaged",
        }
    }
}

impl From<Unsound> for PayloadError {
    fn from(unsound: Unsound) -> Self {
        let part = match (unsound.spot, unsound.wrong) {
            (Spot::One(List::Delegations, _), Wrong::Name) => Part::Names,
            (Spot::One(List::Delegations, _), Wrong::Void) | (Spot::One(List::Units, _), Wrong::Dangling) => {
                Part::Membership
            }
            (Spot::All(list) | Spot::One(list, _), _) => match list {
                List::Delegations => Part::DelegationIds,
                List::Units => Part::UnitIds,
                List::Sittings => Part::SittingIds,
                List::Delegates | List::Marks => Part::People,
                List::Milestones => Part::Calendar,
                List::Agenda => Part::Agenda,
                List::Elections => Part::Elections,
                List::Categories => Part::Composition,
                List::Lots => Part::Lots,
            },
            (Spot::Endings(_), _) => Part::Endings,
            (Spot::Candidates(_), _) => Part::Elections,
            (Spot::Shown, _) => Part::Shown,
            (Spot::Body, _) => Part::Body,
            (Spot::NextId, _) => Part::Head,
        };
        part.has(match unsound.wrong {
            Wrong::TooMany | Wrong::Void => Flaw::OutOfRange,
            Wrong::Missing => Flaw::Missing,
            Wrong::Identity => Flaw::Repeated,
            Wrong::Dangling => Flaw::Dangling,
            Wrong::Name => Flaw::NotAName,
        })
    }
}

impl From<ReadError> for Flaw {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Ended => Self::Ended,
            ReadError::Overlong => Self::Overlong,
        }
    }
}

impl From<TagError> for Flaw {
    fn from(error: TagError) -> Self {
        match error {
            TagError::Bytes(error) => error.into(),
            TagError::Unknown => Self::OutOfRange,
        }
    }
}
