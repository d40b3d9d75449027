//! What a person can do to the agenda and the elections.

use crate::num::{Count, Seats, Weight};
use crate::scenario::{AgendaId, ElectionId, Name, Needs, Paper, SittingId, StrokeOrder, Strokes};
use crate::threshold::Office;

/// What is done to the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaAction {
    /// Add an item after the last.
    Add(Name),
    /// Change an item.
    Edit(AgendaId, AgendaEdit),
    /// Move an item to this place of those that remain.
    Move(AgendaId, usize),
    /// Remove an item.
    Remove(AgendaId),
}

/// A change of one item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaEdit {
    /// What is done.
    Title(Name),
    /// The sitting.
    Sitting(Option<SittingId>),
    /// What it needs.
    Needs(Needs),
    /// Votes in favour, where it needs a vote.
    Favour(Option<Count>),
    /// Votes against.
    Against(Option<Count>),
    /// Abstentions.
    Abstaining(Option<Count>),
    /// The area of those in favour.
    Area(Option<Weight>),
}

/// What is done to the elections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElectionAction {
    /// Add an election after the last.
    Add(Name, Office),
    /// Change an election.
    Edit(ElectionId, ElectionEdit),
    /// Move an election to this place of those that remain.
    Move(ElectionId, usize),
    /// Remove an election; items of the agenda that named it name none.
    Remove(ElectionId),
}

/// A change of one election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElectionEdit {
    /// The title.
    Title(Name),
    /// What the candidates stand for.
    Office(Office),
    /// The sitting.
    Sitting(Option<SittingId>),
    /// The seats to fill.
    Seats(Seats),
    /// Ballot papers of one kind.
    Paper(Paper, Option<Count>),
    /// A cell of the candidate in this row.
    Candidate(usize, CandidateEdit),
    /// Put rows over the candidates from row `at` on; rows past the last are appended.
    Candidates {
        /// The row.
        at: usize,
        /// The rows.
        rows: Vec<CandidateDraft>,
    },
    /// Move the candidate of this row to another.
    MoveCandidate(usize, usize),
    /// Remove the candidate of this row.
    RemoveCandidate(usize),
}

/// A change of one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CandidateEdit {
    /// The name.
    Name(Name),
    /// The votes.
    Votes(Option<Count>),
    /// The strokes of the surname.
    Strokes(Option<Strokes>),
    /// The stroke order.
    StrokeOrder(Option<StrokeOrder>),
    /// The votes in this further ballot, counted from 0.
    RunOff(usize, Option<Count>),
}

/// The cells of a pasted row; what is not there stays as it is, unless the name is that of another person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateDraft {
    /// The name.
    pub name: Option<Name>,
    /// The votes, or that there are none.
    pub votes: Option<Option<Count>>,
    /// The strokes, or that there are none.
    pub strokes: Option<Option<Strokes>>,
    /// The stroke order, or that there is none.
    pub stroke_order: Option<Option<StrokeOrder>>,
}

/// How something was changed, for the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It was added.
    Added,
    /// It was changed.
    Edited,
    /// It was moved.
    Moved,
    /// It was removed.
    Removed,
}

impl AgendaAction {
    /// How the agenda is changed.
    pub const fn change(&self) -> Change {
        match self {
            Self::Add(_) => Change::Added,
            Self::Edit(..) => Change::Edited,
            Self::Move(..) => Change::Moved,
            Self::Remove(_) => Change::Removed,
        }
    }
}

impl ElectionAction {
    /// How the elections are changed.
    pub const fn change(&self) -> Change {
        match self {
            Self::Add(..) => Change::Added,
            Self::Edit(..) => Change::Edited,
            Self::Move(..) => Change::Moved,
            Self::Remove(_) => Change::Removed,
        }
    }
}
