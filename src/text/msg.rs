//! `Msg`: everything the page can say. Fixed words are [`Key`]s; sentences carry their figures.

use crate::apportion::{Method, MinimumRule};
use crate::exchange::CellError;
use crate::roster::Reason;
use crate::scenario::{Field, Problem, Step};

/// A sentence or a word.
#[derive(Clone, Copy, Debug)]
pub enum Msg<'a> {
    /// A fixed word or sentence.
    Key(Key),
    /// The name of a method.
    Method(&'a Method),
    /// One sentence on what a method favours.
    MethodHint(&'a Method),
    /// The name of a way to treat minima.
    MinimumRule(MinimumRule),
    /// The name of a column.
    Field(Field),
    /// Why a mandate ended.
    Reason(Reason),
    /// What does not add up.
    Problem(&'a Problem),
    /// Why a text does not fit its cell.
    CellError(&'a CellError),
    /// What a step of the history did.
    Step(Step),
    /// Undo, with what it takes back.
    UndoStep(Step),
    /// Redo, with what it brings back.
    RedoStep(Step),
    /// A step was done, for the announcement.
    Done(Step),
    /// A step was taken back, for the announcement.
    Undone(Step),
    /// A step was brought back, for the announcement.
    Redone(Step),
    /// So many problems.
    Problems(usize),
    /// So many units.
    Units(usize),
    /// So many units in so many delegations.
    UnitsInDelegations(usize, usize),
    /// So many cells are selected.
    Selected(usize),
    /// The unit of this row has no name.
    UnnamedRow(usize),
}

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident: $zh:literal, $en:literal;)*) => {
        /// A fixed word or sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Key { $($(#[$doc])* #[doc = $en] $key,)* }

        impl Key {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// In Chinese.
            pub(super) const fn zh(self) -> &'static str {
                match self { $(Self::$key => $zh,)* }
            }

            /// In English.
            pub(super) const fn en(self) -> &'static str {
                match self { $(Self::$key => $en,)* }
            }
        }
    };
}

keys! {
    AppName: "代表名册", "Delegate Roster";
}
