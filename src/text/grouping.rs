//! What the page says about grouping units into delegations. Knows no words; each language has them.

use crate::roster::grouping::{Claim, Unfit};
use crate::scenario::regroup::{Balance, Figure};

/// A word or a sentence about grouping.
#[derive(Clone, Copy, Debug)]
pub enum GroupingMsg<'a> {
    /// A fixed word or sentence.
    Word(GroupingWord),
    /// How many the delegations are, how large the largest and the smallest, and on average.
    Balance(&'a Balance),
    /// The share that a delegation of this size has of all.
    Share(u64, u64),
    /// So many units are chosen.
    Chosen(usize),
    /// Move this unit, or so many, to …
    MoveTo(&'a str, usize),
    /// This unit, or so many, went to the delegation of this name, or to none.
    Moved(&'a str, usize, Option<&'a str>),
    /// So many figures of attendance, each counted for a whole delegation that units leave, stay as they are.
    FiguresStay(usize),
    /// Delegations of these names are new.
    Founded(&'a [String]),
    /// Choose what to dissolve this delegation into.
    Dissolve(&'a str),
    /// The name of this delegation.
    NameOf(&'a str),
    /// Another delegation has this name.
    NameTaken(&'a str),
    /// Show so many more units.
    ShowMore(usize),
    /// Show so many more delegations.
    ShowMoreDelegations(usize),
    /// What the sizes count.
    Figure(Figure),
    /// So many units would move.
    Moves(usize),
    /// So many delegations stay as they are.
    Unchanged(usize),
    /// How good the largest is, over so many delegations, with the name of the unit in its reason.
    Largest(&'a Claim, usize, &'a str),
    /// How good the largest beside so many others is.
    Others(&'a Claim, usize),
    /// How good the smallest is.
    Smallest(&'a Claim),
    /// Why there is no grouping, with the name of the unit in it.
    Unfit(&'a Unfit, &'a str),
}

/// A fixed word or sentence about grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupingWord {
    /// What is shown.
    Views,
    /// Figures.
    ViewFigures,
    /// Units by delegation.
    ViewUnits,
    /// How units are moved.
    Hint,
    /// There are no units.
    NoUnits,
    /// No delegation yet.
    NoDelegations,
    /// Move.
    Move,
    /// To which delegation.
    Target,
    /// A new delegation.
    NewDelegation,
    /// Drop here to begin a new one.
    NewHint,
    /// Every unit has a delegation.
    NobodyLeft,
    /// Dissolve.
    Dissolve,
    /// The largest.
    Largest,
    /// The smallest.
    Smallest,
    /// Suggest a grouping.
    Suggest,
    /// The heading of the dialog.
    SuggestTitle,
    /// The number of delegations.
    Wanted,
    /// The least size.
    Least,
    /// The greatest size.
    Most,
    /// What counts.
    Counts,
    /// Leave delegations of one large unit as they are.
    LeaveLarge,
    /// What is large.
    LeaveLargeHint,
    /// Now.
    Before,
    /// As suggested.
    After,
    /// Units that come.
    Joins,
    /// Units that leave.
    Leaves,
    /// A new delegation, as a mark.
    New,
    /// A dissolved delegation, as a mark.
    Dissolved,
    /// The units are grouped so already.
    NothingMoves,
    /// Others are as good.
    Several,
    /// Take over.
    TakeOver,
    /// What an unnamed delegation is called.
    Unnamed,
}
