//! What the page can say of the agenda and of elections.

use crate::exchange::{CandidateLeftOut, CandidateLine};
use crate::scenario::{CandidateStanding, Carried, Change, Gap, Paper, Unsettled, VotingProblem};
use crate::threshold::{Decision, ListOrder, Rule, TieRule, Verdict};

/// A word or a sentence on the agenda or an election.
#[derive(Clone, Copy, Debug)]
pub enum VotingMsg<'a> {
    /// A fixed word or sentence.
    Word(VotingWord),
    /// What a vote decides.
    Decision(Decision),
    /// The votes against the rule that decides, as a sentence that can be checked.
    Verdict(Rule, Verdict),
    /// The votes against one of several rules, which alone decides nothing.
    Measure(Rule, Verdict),
    /// Whether it is carried, in a word.
    Carried(Carried),
    /// Votes for and against, and abstentions, as far as they were counted.
    Votes {
        /// In favour.
        favour: Option<u64>,
        /// Against.
        against: Option<u64>,
        /// Abstentions.
        abstaining: Option<u64>,
        /// The area of those in favour.
        area: Option<u64>,
    },
    /// What is not entered yet.
    Gap(Gap),
    /// A kind of ballot paper.
    Paper(Paper),
    /// What does not add up.
    Problem(&'a VotingProblem),
    /// A pasted line that cannot be read.
    Line(&'a CandidateLine),
    /// So many candidates are read from what was pasted.
    PastedRows(usize),
    /// So many candidates were taken from what was pasted into the table.
    TookRows(usize),
    /// What of a pasted line is left out.
    LeftOut(&'a CandidateLeftOut),
    /// The order that the rules ask of the list.
    Order(ListOrder),
    /// Why these have no order among themselves.
    Unsettled(Unsettled, &'a [String]),
    /// The item in this row has no title.
    ItemNumber(usize),
    /// The election in this row has no title.
    ElectionNumber(usize),
    /// The candidate in this row has no name.
    CandidateNumber(usize),
    /// A column of a candidate, for those who do not see the table.
    Of(VotingWord, &'a str),
    /// So many tied for so many seats in this ballot, counted from 1.
    RunOff {
        /// The further ballot.
        ballot: usize,
        /// Those tied.
        tied: usize,
        /// The seats.
        open: u32,
    },
    /// How the rules break a tie for the last seats; without a rule [`VotingWord::NoTieRule`] stands there.
    TieBroken(TieRule),
    /// The heading of a further ballot, counted from 1.
    FurtherBallot(usize),
    /// How a candidate stands.
    Standing(CandidateStanding),
    /// So many are elected for so many seats.
    ElectedCount(usize, u32),
    /// The papers as far as they were counted, for a report.
    Papers(&'a [(Paper, u64)]),
    /// The seats to fill, for a report.
    SeatsToFill(u32),
    /// How the agenda was changed.
    AgendaStep(Change),
    /// How the elections were changed.
    ElectionStep(Change),
}

impl VotingMsg<'_> {
    /// What is said of the votes against a rule, where so many must be met.
    pub const fn against(rules: usize) -> fn(Rule, Verdict) -> Self {
        if rules > 1 { Self::Measure } else { Self::Verdict }
    }
}

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VotingWord {
    /// Agenda.
    Agenda,
    /// What the agenda is for.
    AgendaHint,
    /// There are no items yet.
    NoItems,
    /// Add an item.
    AddItem,
    /// Item.
    Item,
    /// Sitting.
    Sitting,
    /// The sitting shown.
    SittingShown,
    /// What it needs.
    Needs,
    /// It is heard.
    Hearing,
    /// An election.
    AnElection,
    /// Which election.
    WhichElection,
    /// Not chosen yet.
    NotChosen,
    /// In favour.
    Favour,
    /// Against.
    Against,
    /// Abstaining.
    Abstaining,
    /// The area of those in favour.
    AreaInFavour,
    /// The rules state no majority for it.
    NoMajority,
    /// Where its result stands.
    SeeElection,
    /// Elections.
    Elections,
    /// What the elections are for.
    ElectionsHint,
    /// There are no elections yet.
    NoElections,
    /// Add an election.
    AddElection,
    /// Title.
    Title,
    /// Ballot papers.
    Papers,
    /// Candidates.
    Candidates,
    /// Name.
    Name,
    /// Votes.
    Votes,
    /// Strokes.
    Strokes,
    /// Stroke order.
    StrokeOrder,
    /// Result.
    Result,
    /// Strokes are entered by hand.
    StrokesHint,
    /// How a stroke order is written.
    StrokeOrderHint,
    /// How equally many strokes are ordered, and that no rule says so.
    FinerOrder,
    /// Add a candidate.
    AddCandidate,
    /// Remove.
    Remove,
    /// Move up.
    MoveUp,
    /// Move down.
    MoveDown,
    /// Rows from a spreadsheet.
    PasteRows,
    /// How rows are pasted.
    PasteHint,
    /// Put these rows in.
    PutRows,
    /// Take back what was pasted.
    UndoPaste,
    /// Tied.
    Tied,
    /// Still to enter.
    StillToEnter,
    /// The list.
    List,
    /// The sources state no order.
    NoOrder,
    /// The sources do not say how a tie is broken.
    NoTieRule,
    /// What the rules allow for seats that nobody won.
    RemediesAre,
    /// The sources state nothing for seats that nobody won.
    NoRemedy,
    /// No differential rule for this office.
    NoBand,
    /// Those tied in the last further ballot cannot stand in another here.
    NoFurtherBallot,
    /// What contradicts itself is listed with the problems.
    Contradictory,
    /// A count at a sitting without a quorum.
    NoQuorum,
    /// Elections and votes.
    Report,
}
