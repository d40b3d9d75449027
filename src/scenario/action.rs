//! `Action`: everything a person can do to a scenario, one variant per intention. Each is one step of undo.

mod votes;

use super::{
    Body, CalendarEdit, CategoryId, CategoryKind, DelegationId, Draw, Field, Name, PeopleAction, PeopleStep,
    Rules, RulesAction, RulesStep, Scenario, Scheme, SittingId, SittingKind, Sorting, TallyKind, Target,
    UnitId,
};
use crate::apportion::{Method, MinimumRule};
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Reason};
use crate::threshold::{Base, Date, Purpose};

pub use votes::{
    AgendaAction, AgendaEdit, CandidateDraft, CandidateEdit, Change, ElectionAction, ElectionEdit,
};

/// One intention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Give the scenario a title.
    SetTitle(Name),
    /// Set the number of seats.
    SetHouse(Seats),
    /// Choose the allocation method.
    SetMethod(Method),
    /// Choose how the seats of the units hang together.
    SetScheme(Scheme),
    /// Choose how minima and maxima enter into the method.
    SetMinimumRule(MinimumRule),
    /// Set the fewest seats of any unit.
    SetMinimum(Seats),
    /// Record a drawn lot.
    RecordLot(Draw),
    /// Forget all lots.
    ForgetLots,
    /// Choose the rules of the congress.
    SetRules(Rules),
    /// Choose by which rule the number of delegates is checked.
    SetBody(Option<Body>),
    /// Change the calendar.
    EditCalendar(CalendarEdit),
    /// Copy the rules, or change the copy.
    Rules(RulesAction),
    /// Add a sitting after the last, and show it.
    AddSitting(Name),
    /// Change a sitting.
    EditSitting(SittingId, SittingEdit),
    /// Remove a sitting; the last one stays.
    RemoveSitting(SittingId),
    /// Move a sitting to this place of those that remain.
    MoveSitting(SittingId, usize),
    /// Choose the sitting whose attendance the roster and the chain show.
    ShowSitting(SittingId),
    /// Change the agenda.
    Agenda(AgendaAction),
    /// Change the elections.
    Election(ElectionAction),
    /// Change cells: typing, pasting a rectangle, filling down, clearing.
    Edit(Vec<(UnitId, UnitEdit)>),
    /// Insert units before the row `at` (0-based; past the end: at the end).
    Insert {
        /// The row.
        at: usize,
        /// The units.
        drafts: Vec<UnitDraft>,
    },
    /// Paste a rectangle: change cells of units that are there, and append units for the rows past the last.
    Paste {
        /// The cells.
        edits: Vec<(UnitId, UnitEdit)>,
        /// The units; their ids follow on from the scenario's next one.
        appended: Vec<UnitDraft>,
    },
    /// Remove units.
    Remove(Vec<UnitId>),
    /// Move units, in their order, so that the first of them stands at row `to` of what remains.
    Move {
        /// The units.
        units: Vec<UnitId>,
        /// The row.
        to: usize,
    },
    /// Put the units in this order, which a sorting made; units that are not named follow as they stood.
    Sort {
        /// The units.
        units: Vec<UnitId>,
        /// By what they are sorted.
        by: Sorting,
    },
    /// Rename a delegation for all its units.
    RenameDelegation(DelegationId, Name),
    /// Do something to the composition.
    Composition(CompositionAction),
    /// Do something to the list of delegates.
    People(PeopleAction),
    /// Put another scenario in place of this one: opened, imported, new.
    Replace(Box<Scenario>, Step),
}

/// Something done to the categories of the composition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompositionAction {
    /// Add a category after the last.
    Add {
        /// Its name.
        name: Name,
        /// Whether a delegate may count for others as well.
        kind: CategoryKind,
        /// What is asked, where that is known already.
        target: Option<Target>,
    },
    /// Change a category.
    Edit(CategoryId, CategoryEdit),
    /// Remove a category with its cells.
    Remove(CategoryId),
    /// Move a category to this place of those that remain.
    Move(CategoryId, usize),
    /// Fix cells by hand; `None` lets them be worked out again.
    Lock(Vec<(CategoryId, UnitId, Option<Seats>)>),
    /// Let all cells be worked out again.
    UnlockAll,
    /// Set members of categories in units; `None` for not known.
    Members(Vec<(CategoryId, UnitId, Option<Weight>)>),
}

/// A change of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CategoryEdit {
    /// The name.
    Name(Name),
    /// Whether a delegate may count for others as well.
    Kind(CategoryKind),
    /// What is asked.
    Target(Option<Target>),
    /// Members in all units together.
    Members(Option<Weight>),
}

/// A change of one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SittingEdit {
    /// The name.
    Name(Name),
    /// What kind of meeting it is.
    Kind(SittingKind),
    /// What its quorum is needed for.
    Purpose(Purpose),
    /// The day.
    Date(Option<Date>),
    /// Delegates registered.
    Registered(Option<Count>),
    /// How finely attendance is counted. What was counted more finely is added up where all of it is known.
    Tally(TallyKind),
    /// Count all delegates present as one figure, this one.
    CountedAs(Count),
    /// All delegates present, where they are counted as one figure.
    Present(Option<Count>),
    /// Delegates of a delegation present, where they are counted so.
    DelegationPresent(DelegationId, Option<Count>),
    /// Delegates due as the credentials report stated them.
    StatedDue(Option<Count>),
    /// The figure of a base that no roster counts, as stated.
    Stated(Base, Option<u64>),
    /// What the minutes say.
    Note(Name),
}

/// A change of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitEdit {
    /// The name.
    Name(Name),
    /// The delegation by name; an empty name means none. A new name makes a new delegation.
    Delegation(Name),
    /// The members.
    Members(Weight),
    /// The minimum.
    Min(Option<Seats>),
    /// The maximum.
    Max(Option<Seats>),
    /// Seats fixed by hand.
    Locked(Option<Seats>),
    /// Delegates elected.
    Elected(Option<Count>),
    /// Delegates elected later.
    ByElected(Count),
    /// Mandates ended for one reason; replaces the entries of that reason.
    Ended(Reason, Count),
    /// Mandates suspended.
    Suspended(Count),
    /// All entries of ended mandates.
    Endings(Vec<Ending>),
    /// Delegates registered at the sitting that the roster shows.
    Registered(Option<Count>),
    /// Delegates on leave from it.
    OnLeave(Count),
    /// Delegates present at it.
    Present(Option<Count>),
}

/// A unit to insert: its cells, from a pasted row or an empty one.
pub type UnitDraft = Vec<UnitEdit>;

/// What a step did to the composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompositionStep {
    /// A category was added.
    Added,
    /// A category was removed.
    Removed,
    /// A category was changed.
    Changed,
    /// This many cells were fixed, or given back.
    Locked(usize),
    /// Members of a category were entered.
    Members,
}

/// What a step of the history did; `text` has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The title was changed.
    Title,
    /// The house size was changed.
    House,
    /// The method was changed.
    Method,
    /// How the seats hang together was changed.
    Scheme,
    /// The minimum of every unit was changed.
    Minimum,
    /// How minima are kept was changed.
    MinimumRule,
    /// A lot was recorded or forgotten.
    Lot,
    /// The rules were changed.
    Rules,
    /// The rule on the number of delegates was changed.
    Body,
    /// The calendar was changed.
    Calendar,
    /// A milestone was added.
    MilestoneAdded,
    /// A milestone was removed.
    MilestoneRemoved,
    /// Own rules were made or changed.
    OwnRules(RulesStep),
    /// A sitting was changed.
    Sitting,
    /// The attendance of a sitting was counted in this way from then on.
    Counted(TallyKind),
    /// A sitting was added.
    SittingAdded,
    /// A sitting was removed.
    SittingRemoved,
    /// The agenda was changed.
    Agenda(Change),
    /// The elections were changed.
    Election(Change),
    /// This many cells were changed.
    Cells(usize),
    /// Entries of ended mandates were changed.
    Endings,
    /// The delegation of this many units was changed.
    Regrouped(usize),
    /// This many units were inserted.
    Inserted(usize),
    /// This many units were removed.
    Removed(usize),
    /// This many units were moved.
    Moved(usize),
    /// The units were sorted.
    Sorted(Sorting),
    /// A delegation was renamed.
    Delegation,
    /// The composition was changed.
    Composition(CompositionStep),
    /// The list of delegates was changed.
    People(PeopleStep),
    /// A table was imported.
    Imported,
    /// A scenario was opened from a link or a file.
    Opened,
    /// The example was opened.
    Example,
    /// A new scenario was begun.
    New,
    /// A text that does not fit was put into a cell, or taken out of one. No action does it, since the scenario stays as it is;
    /// undo takes it back all the same.
    Refused,
}

impl Action {
    /// What this action will be called in the history.
    pub fn step(&self) -> Step {
        match self {
            Self::SetTitle(_) => Step::Title,
            Self::SetHouse(_) => Step::House,
            Self::SetMethod(_) => Step::Method,
            Self::SetScheme(_) => Step::Scheme,
            Self::SetMinimumRule(_) => Step::MinimumRule,
            Self::SetMinimum(_) => Step::Minimum,
            Self::RecordLot(_) | Self::ForgetLots => Step::Lot,
            Self::SetRules(_) => Step::Rules,
            Self::SetBody(_) => Step::Body,
            Self::EditCalendar(CalendarEdit::Add(..)) => Step::MilestoneAdded,
            Self::EditCalendar(CalendarEdit::Remove(_)) => Step::MilestoneRemoved,
            Self::EditCalendar(_) => Step::Calendar,
            Self::Rules(action) => Step::OwnRules(action.step()),
            Self::EditSitting(_, SittingEdit::Tally(kind)) => Step::Counted(*kind),
            Self::EditSitting(_, SittingEdit::CountedAs(_)) => Step::Counted(TallyKind::Whole),
            Self::EditSitting(..) | Self::MoveSitting(..) | Self::ShowSitting(_) => Step::Sitting,
            Self::AddSitting(_) => Step::SittingAdded,
            Self::RemoveSitting(_) => Step::SittingRemoved,
            Self::Edit(edits) if regroups(edits) => Step::Regrouped(edits.len()),
            Self::Edit(edits) if edits.iter().all(|(_, edit)| matches!(edit, UnitEdit::Endings(_))) => {
                Step::Endings
            }
            Self::Agenda(action) => Step::Agenda(action.change()),
            Self::Election(action) => Step::Election(action.change()),
            Self::Edit(edits) => Step::Cells(edits.len()),
            Self::Paste { edits, appended } => {
                Step::Cells(edits.len() + appended.iter().map(Vec::len).sum::<usize>())
            }
            Self::Insert { drafts, .. } => Step::Inserted(drafts.len()),
            Self::Remove(units) => Step::Removed(units.len()),
            Self::Move { units, .. } => Step::Moved(units.len()),
            Self::Sort { by, .. } => Step::Sorted(*by),
            Self::RenameDelegation(..) => Step::Delegation,
            Self::Composition(action) => Step::Composition(action.step()),
            Self::People(action) => Step::People(action.step()),
            Self::Replace(_, step) => *step,
        }
    }
}

/// Whether all that changes is the delegation of units.
fn regroups(edits: &[(UnitId, UnitEdit)]) -> bool {
    !edits.is_empty() && edits.iter().all(|(_, edit)| edit.field() == Field::Delegation)
}

impl CompositionAction {
    const fn step(&self) -> CompositionStep {
        match self {
            Self::Add { .. } => CompositionStep::Added,
            Self::Edit(..) | Self::Move(..) | Self::UnlockAll => CompositionStep::Changed,
            Self::Remove(_) => CompositionStep::Removed,
            Self::Lock(cells) => CompositionStep::Locked(cells.len()),
            Self::Members(..) => CompositionStep::Members,
        }
    }
}

impl UnitEdit {
    /// The column this changes.
    pub const fn field(&self) -> Field {
        match self {
            Self::Name(_) => Field::Name,
            Self::Delegation(_) => Field::Delegation,
            Self::Members(_) => Field::Members,
            Self::Min(_) => Field::Min,
            Self::Max(_) => Field::Max,
            Self::Locked(_) => Field::Seats,
            Self::Elected(_) => Field::Elected,
            Self::ByElected(_) => Field::ByElected,
            Self::Ended(..) | Self::Endings(_) => Field::Ended,
            Self::Registered(_) => Field::Registered,
            Self::OnLeave(_) => Field::OnLeave,
            Self::Suspended(_) => Field::Suspended,
            Self::Present(_) => Field::Present,
        }
    }
}
