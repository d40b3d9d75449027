//! `CompositionProblem`: what does not add up in the composition, with the names of those who contradict one another.

use crate::scenario::{Name, Severity};

/// What does not add up in the composition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompositionProblem {
    /// A category has no name.
    Unnamed,
    /// The target rests on the members of the category, which are not known.
    MembersUnknown,
    /// More members of the category than members.
    MembersAboveAll {
        /// Of the category.
        members: u64,
        /// All, of the unit or of the congress.
        all: u64,
    },
    /// The members were entered as one figure, and the units have another sum.
    MembersDiffer {
        /// As one figure.
        total: u64,
        /// The sum of the units.
        sum: u64,
    },
    /// A cell is fixed above all seats of its unit.
    LockAboveSeats {
        /// What it is fixed at.
        locked: u32,
        /// The seats of the unit.
        seats: u32,
    },
    /// The exclusive cells of a unit are fixed above its seats together.
    LocksAboveSeats {
        /// What they are fixed at together.
        locked: u64,
        /// The seats of the unit.
        seats: u32,
    },
    /// The exclusive categories need more seats together than there are.
    TargetsAboveSeats {
        /// The categories, each with what it needs.
        needs: Vec<(Name, u64)>,
        /// All seats.
        seats: u64,
    },
    /// The cells fixed by hand are above the target.
    LocksAboveTarget {
        /// What they are fixed at together.
        locked: u64,
        /// The most that the target allows.
        most: u64,
    },
    /// The units cannot give as many as are needed.
    Short {
        /// The categories that need them, where there are several.
        names: Vec<Name>,
        /// What they need.
        needed: u64,
        /// What the units can give beside the fixed cells.
        possible: u64,
    },
    /// More exchanges than the page works out at once.
    TooLarge,
    /// The member figures have no common measure that is small enough to compare them exactly.
    TooFine,
}

impl CompositionProblem {
    /// How grave it is: whether the matrix can be worked out all the same.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Unnamed | Self::MembersUnknown | Self::MembersDiffer { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
