//! What a person can do to the list of delegates. Each is one step of undo.

use super::{Attending, Basis, Categories, DelegateId, Mandate, Told};
use crate::name::Name;

/// One intention about the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleAction {
    /// Take over a table of delegates.
    Import {
        /// The delegates.
        drafts: Vec<DelegateDraft>,
        /// In place of the list, or after it.
        placing: Placing,
        /// Whether units that are not in the table are added to it.
        units: NewUnits,
        /// Whether the figures of the units named are filled in.
        counting: Counting,
    },
    /// Add a delegate after the last.
    Add(DelegateDraft),
    /// Change a delegate.
    Edit(DelegateId, DelegateEdit),
    /// Remove delegates.
    Remove(Vec<DelegateId>),
    /// Remove the whole list. The figures of the table stay.
    RemoveAll,
    /// Mark delegates at the sitting that the roster shows, or take the mark away.
    Mark(Vec<DelegateId>, Option<Attending>),
    /// Fill the figures of the units named from the list, once.
    Fill,
    /// Choose whether the table or the list leads.
    SetBasis(Basis),
    /// Add the units that delegates name and the table lacks.
    AddUnits,
}

/// A delegate to add. The unit is told by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegateDraft {
    /// The name.
    pub name: Name,
    /// The name of the unit.
    pub unit: Name,
    /// The mandate; an empty text means elected and holding.
    pub mandate: Told<Mandate>,
    /// The categories.
    pub categories: Categories,
    /// A note.
    pub note: Name,
    /// The mark at the sitting that the roster shows.
    pub attending: Option<Attending>,
}

/// Where an imported list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// In place of the list.
    Replace,
    /// After it.
    Append,
}

/// What becomes of units that are not in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewUnits {
    /// They are added to it.
    Add,
    /// Their names stay with the delegates, as problems.
    Leave,
}

/// Whether figures are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// They are.
    Fill,
    /// They stay as they are.
    Leave,
}

/// A change of one delegate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DelegateEdit {
    /// The name.
    Name(Name),
    /// The unit by name; one that is not in the table stays as a text.
    Unit(Name),
    /// The mandate.
    Mandate(Mandate),
    /// The categories.
    Categories(Categories),
    /// The note.
    Note(Name),
}

/// What a step about the list did; `text` has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeopleStep {
    /// This many delegates were imported.
    Imported(usize),
    /// A delegate was added.
    Added,
    /// A delegate was changed.
    Edited,
    /// This many were removed.
    Removed(usize),
    /// The list was removed.
    RemovedAll,
    /// This many were marked.
    Marked(usize),
    /// The figures were filled in.
    Filled,
    /// The table or the list was made to lead.
    Basis,
    /// Units were added.
    Units,
}

impl DelegateDraft {
    /// A delegate of this name, elected and holding, and nothing else.
    pub fn named(name: Name) -> Self {
        Self {
            name,
            unit: Name::default(),
            mandate: Told::Known(Mandate::default()),
            categories: Categories::default(),
            note: Name::default(),
            attending: None,
        }
    }
}

impl PeopleAction {
    /// What this action will be called in the history.
    pub const fn step(&self) -> PeopleStep {
        match self {
            Self::Import { drafts, .. } => PeopleStep::Imported(drafts.len()),
            Self::Add(_) => PeopleStep::Added,
            Self::Edit(..) => PeopleStep::Edited,
            Self::Remove(delegates) => PeopleStep::Removed(delegates.len()),
            Self::RemoveAll => PeopleStep::RemovedAll,
            Self::Mark(delegates, _) => PeopleStep::Marked(delegates.len()),
            Self::Fill => PeopleStep::Filled,
            Self::SetBasis(_) => PeopleStep::Basis,
            Self::AddUnits => PeopleStep::Units,
        }
    }
}
