//! Where an election or an item of the agenda does not add up, and what it is that does not.

use super::{Name, Paper, Severity};
use crate::threshold::{BallotProblem, Base, Candidates};

/// A field of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ElectionField {
    /// The title.
    Title,
    /// The sitting.
    Sitting,
    /// The seats to fill.
    Seats,
    /// Ballot papers of one kind.
    Paper(Paper),
    /// The candidates as a whole.
    Candidates,
    /// The name of the candidate in this row.
    Name(usize),
    /// The votes of the candidate in this row.
    Votes(usize),
    /// The strokes of the surname of the candidate in this row.
    Strokes(usize),
    /// The stroke order of the candidate in this row.
    StrokeOrder(usize),
    /// The votes of a candidate in a further ballot: the ballot, from 0, and the row.
    RunOff(usize, usize),
}

/// A field of an item of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgendaField {
    /// What is done.
    Title,
    /// The sitting.
    Sitting,
    /// Votes in favour.
    Favour,
    /// The area of those in favour.
    Area,
}

/// What does not add up in a vote or an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VotingProblem {
    /// What contradicts itself in a ballot, and the candidate it is about, if it is about one.
    Ballot(BallotProblem, Name),
    /// More ballots returned than issued, which voids the vote.
    Void {
        /// Ballots issued.
        issued: u64,
        /// Ballots returned.
        returned: u64,
    },
    /// More or fewer candidates than the rules allow for the seats.
    CandidatesOutsideBand {
        /// The candidates.
        count: u64,
        /// The seats.
        seats: u64,
        /// What the rules allow.
        band: Candidates,
    },
    /// The sitting had no quorum.
    NoQuorum,
    /// More votes and abstentions than people who can vote.
    VotesAboveVoters {
        /// The votes and abstentions.
        votes: u64,
        /// Who can vote.
        base: Base,
        /// How many they are.
        voters: u64,
    },
    /// More area in favour than there is.
    AreaAbove {
        /// The area in favour.
        area: u64,
        /// Which area bounds it.
        base: Base,
        /// How much that is.
        whole: u64,
    },
    /// More votes for one candidate in a further ballot than ballots there can be.
    RunOffAboveBallots {
        /// The candidate.
        name: Name,
        /// The votes.
        votes: u64,
        /// The ballots.
        ballots: u64,
    },
    /// All votes of a further ballot are more than its ballots can hold.
    RunOffAboveChoices {
        /// The votes.
        votes: u64,
        /// Ballots times open seats.
        choices: u64,
    },
    /// All votes of a ballot, the first or a further one, are more than it can hold with a name for each seat, and the rules do not
    /// say that a ballot with more names is invalid.
    AboveSeats {
        /// The votes.
        votes: u64,
        /// Ballots times seats.
        choices: u64,
    },
    /// Votes of a further ballot for a candidate who does not stand in it: they are not counted.
    RunOffUnused {
        /// The candidate.
        name: Name,
        /// Which further ballot, from 1.
        ballot: usize,
    },
    /// The stroke order of a surname has more strokes than it: it is not used.
    FormsAboveStrokes {
        /// The candidate.
        name: Name,
        /// The strokes in the stroke order.
        forms: u64,
        /// The strokes of the surname.
        strokes: u64,
    },
    /// Surnames that begin with the same character have different strokes.
    StrokesDiffer {
        /// The character.
        character: char,
        /// Each number of strokes, and the candidates for whom it was entered.
        told: Vec<(u64, Vec<Name>)>,
    },
    /// One character has different stroke orders.
    StrokeOrdersDiffer {
        /// The character.
        character: char,
        /// Each stroke order, and the candidates for whom it was entered.
        told: Vec<(String, Vec<Name>)>,
    },
    /// Two candidates have the same name.
    SameName(Name),
    /// A candidate has votes and no name.
    Nameless,
}

impl VotingProblem {
    /// Whether the outcome of the vote or the election says it already.
    pub const fn is_outcome(&self) -> bool {
        matches!(self, Self::Void { .. } | Self::NoQuorum)
    }

    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::CandidatesOutsideBand { .. }
            | Self::AboveSeats { .. }
            | Self::RunOffUnused { .. }
            | Self::FormsAboveStrokes { .. }
            | Self::StrokesDiffer { .. }
            | Self::StrokeOrdersDiffer { .. }
            | Self::SameName(_)
            | Self::Nameless => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
