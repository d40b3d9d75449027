//! `RulesAction`: what a person can do to the rules: copy them, change the copy row by row, give it up again.

use super::Name;
use crate::threshold::{Provision, Subject};

/// One intention about the rules. All but `Copy` and `Return` are about rules of one's own, and do nothing to a named
/// profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesAction {
    /// Copy the rules that hold, under a name.
    Copy(Name),
    /// Rename the copy.
    Rename(Name),
    /// Add a row, or put it in place of the one on its subject.
    Add(Provision),
    /// Change a row.
    Change(Provision),
    /// Take out the row on a subject.
    Remove(Subject),
    /// Let a subject be as in the profile that was copied.
    Reset(Subject),
    /// Go back to that profile.
    Return,
}

/// What such a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RulesStep {
    /// The rules were copied.
    Copied,
    /// The copy was renamed.
    Renamed,
    /// A row was added.
    Added,
    /// A row was changed.
    Changed,
    /// A row was removed.
    Removed,
    /// A row was made as in the source again.
    Reset,
    /// The named profile holds again.
    Returned,
}

impl RulesAction {
    /// What this will be called in the history.
    pub const fn step(&self) -> RulesStep {
        match self {
            Self::Copy(_) => RulesStep::Copied,
            Self::Rename(_) => RulesStep::Renamed,
            Self::Add(_) => RulesStep::Added,
            Self::Change(_) => RulesStep::Changed,
            Self::Remove(_) => RulesStep::Removed,
            Self::Reset(_) => RulesStep::Reset,
            Self::Return => RulesStep::Returned,
        }
    }
}
