//! What the page says about the composition of the congress.

use crate::exchange::ShareTextError;
use crate::num::Ratio;
use crate::scenario::{CategoryKind, Guideline, Limit, MemberFigures, Needed, Target, Usual};

/// A word or a sentence about the composition.
#[derive(Clone, Copy, Debug)]
pub enum CompositionMsg<'a> {
    /// A fixed word or sentence.
    Key(CompositionKey),
    /// The name of a usual category.
    Usual(Usual),
    /// What a source says about a category.
    Guideline(Guideline),
    /// Whether a delegate may count for several categories.
    Kind(CategoryKind),
    /// On which side of the number.
    Limit(Limit),
    /// A target as it was set.
    Target(Target),
    /// The number that a target comes to, as a sentence that can be checked.
    Needed(&'a Needed),
    /// The target in a cell of the table: `≥ 167`.
    Aim(&'a Needed),
    /// What is planned against a target.
    Planned(u64, &'a Needed),
    /// What is known of the members.
    Members(&'a MemberFigures),
    /// Tied units of a category, and the seats open between them.
    Tie {
        /// The first of them.
        names: &'a [String],
        /// How many there are.
        units: usize,
        /// The seats open between them.
        open: u32,
    },
    /// The exact fair share of a cell.
    Fair(Ratio),
    /// So many cells are neither the floor nor the ceiling of their fair shares.
    Departures(usize),
    /// So many of so many units are shown.
    Shown(usize, usize),
    /// Why a text is not a share, and what is wanted.
    ShareRefused(ShareTextError),
    /// The so-manieth category, where it has no name.
    Unnamed(usize),
}

/// A fixed word or sentence about the composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompositionKey {
    /// Composition.
    Step,
    /// What the step is for.
    Hint,
    /// Categories.
    Categories,
    /// Add a category:.
    AddLabel,
    /// Another.
    AddOther,
    /// What rules and practice say.
    Guidelines,
    /// Numbers are taken over only by hand …
    GuidelinesHint,
    /// Use.
    UseTarget,
    /// Name.
    Name,
    /// Counting.
    KindLabel,
    /// Target.
    LimitLabel,
    /// No target yet.
    NoTarget,
    /// Given as.
    AmountLabel,
    /// Share of the seats.
    AmountShare,
    /// Number of seats.
    AmountNumber,
    /// Share among the members.
    AmountMembers,
    /// Seats.
    NumberLabel,
    /// Share.
    ShareLabel,
    /// Members of the category, all units.
    MembersLabel,
    /// The members are needed for this target.
    MembersNeeded,
    /// Remove.
    Remove,
    /// Units by categories.
    Matrix,
    /// Typing a number locks a cell …
    MatrixHint,
    /// A delegate may count for several overlapping categories …
    OverlapNote,
    /// Show in the cells.
    ViewLabel,
    /// Seats planned.
    ViewSeats,
    /// Members of the categories.
    ViewMembers,
    /// Enter members by unit …
    MembersHint,
    /// Find a unit.
    Filter,
    /// Show more units.
    More,
    /// Others.
    Others,
    /// Planned.
    PlannedRow,
    /// Target.
    TargetRow,
    /// The matrix waits until the seats of all units are settled.
    WaitingSeats,
    /// There are no units yet.
    NoUnits,
    /// There are no categories yet …
    NoCategories,
    /// What contradicts what.
    Contradictions,
    /// No matrix can keep all of this at once …
    ContradictionsHint,
    /// Draw lots.
    Draw,
    /// The lots lock the cells they decide …
    DrawHint,
    /// Compute all cells.
    UnlockAll,
    /// Locked.
    Locked,
    /// Computed.
    Computed,
    /// May get one more.
    Contested,
    /// Neither floor nor ceiling of the fair share.
    Departed,
    /// No unit has this in its name.
    NothingFound,
    /// Composition planned.
    Table,
    /// Some seats are open between tied units.
    OpenNote,
    /// Not worked out.
    NotComputed,
}
