//! `Msg`: everything the page can say. Fixed words are [`Key`]s; sentences carry their figures.

mod composition;

pub use composition::{CompositionKey, CompositionMsg};

use super::RulesMsg;
use super::TransferMsg;
use super::VotingMsg;
use super::WorkMsg;
use super::account::AccountMsg;
use super::grouping::GroupingMsg;
use super::help::HelpMsg;
use super::library::LibraryMsg;
use super::{CalendarMsg, ChartMsg, Key, SizeMsg, TableMsg, UndoMsg};
use crate::apportion::biproportional::MatrixError;
use crate::apportion::open_house::KnownKey;
use crate::apportion::{Method, MinimumRule, Witness};
use crate::codec::document::DocumentError;
use crate::codec::file::FileError;
use crate::exchange::{CellError, CellProblem, GridError, MatrixTableError};
use crate::num::Seats;
use crate::roster::{Left, Reason};
use crate::scenario::{Field, Problem, Setting, SittingKind, Step, TallyKind, Tier, UnitSwing, Votes};
use crate::threshold::{
    BallotProblem, Base, Candidates, Confidence, Date, Known, Level, Obstacle, Office, Purpose, Remedy, Rule,
    Source, Strictness, Verdict,
};

/// A word or a sentence.
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
    /// A text that does not fit its cell, and why.
    DraftError(&'a str, &'a CellError),
    /// A text that a field could not read, and why.
    RefusedText(&'a str, &'a str),
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
    /// The list of steps.
    Undo(UndoMsg<'a>),
    /// Why a text is not a table.
    GridError(&'a GridError),
    /// What is said about files that come and go.
    Transfer(TransferMsg<'a>),
    /// The choice of what a column becomes, by its number.
    ColumnBecomes(usize),
    /// The same in one sentence, to be heard: how many units, and in how many cells something does not fit.
    ImportSaid(usize, usize),
    /// What an import comes to.
    ImportSummary {
        /// Units.
        units: usize,
        /// Titles, empty rows and totals, counted from 1.
        left_out: &'a [usize],
        /// Rows past the limit.
        too_many: usize,
    },
    /// A cell of an import that does not fit.
    ImportProblem(&'a CellProblem),
    /// So many problems.
    Problems(usize),
    /// So many more entries than are shown.
    More(usize),
    /// So many more names than are listed.
    MoreNames(usize),
    /// So many units.
    Units(usize),
    /// So many delegations.
    Delegations(usize),
    /// The unit in this row has no name.
    UnnamedRow(usize),
    /// A difference between two links of the chain.
    Difference(Key, i64),
    /// So many more than there are seats, or than are due.
    Over(u64),
    /// So many are left, and elsewhere so many are over.
    LeftAndOver(i64, u64),
    /// The same of seats, or of those absent, as a difference.
    DifferenceAndOver(Key, i64, u64),
    /// The numbers from which the seats of units or of delegations can be redone by hand, for a method.
    Witness(Tier, &'a Method, &'a Witness),
    /// How many members move a seat of a unit.
    Swing(&'a UnitSwing),
    /// The houses over which the seats of a unit stand.
    StandingHouses(Seats, Seats),
    /// The seed of a lot.
    Seed(u32),
    /// An open tie.
    TieOf {
        /// How many units are tied.
        contested: usize,
        /// How many seats are open between them.
        open: usize,
    },
    /// So many of those tied are ticked, for so many open seats.
    Ticked {
        /// Ticked.
        ticked: usize,
        /// Open seats.
        open: usize,
    },
    /// More than, or at least.
    Strictness(Strictness),
    /// Of whom a share is taken.
    Base(Base),
    /// The verdict on the quorum, as a sentence that can be checked.
    Quorum(Rule, Verdict),
    /// The votes that elect, as a sentence that can be checked.
    Majority(&'a Votes),
    /// Where a rule is written.
    Source(&'a Source),
    /// A request to confirm a value that is not verified.
    ToConfirm(Confidence),
    /// The seats of a unit over a range of houses.
    SweepSummary {
        /// The unit.
        unit: &'a str,
        /// The fewest seats.
        least: u64,
        /// The most seats.
        most: u64,
        /// The first house.
        from: u32,
        /// The last house.
        to: u32,
    },
    /// So many paradoxes in the range.
    Paradoxes(usize),
    /// At this house these units lose a seat.
    ParadoxAt(u32, &'a [String]),
    /// So many units would gain, so many lose.
    WouldChange {
        /// That gain.
        gain: usize,
        /// That lose.
        lose: usize,
    },
    /// The name of a setting of the scenario.
    Setting(Setting),
    /// How many units differ and how many are the same.
    ComparisonSummary {
        /// That differ.
        differ: usize,
        /// That are the same.
        same: usize,
    },
    /// Members and seats of a unit.
    MembersAndSeats(u64, &'a str),
    /// Take this over: where, and what.
    TakeOver(&'a str, &'a str),
    /// The length of a link in characters.
    LinkLength(usize),
    /// Too many units for a link.
    LinkTooLong(usize),
    /// Why what came as a link or in a file is no scenario.
    FileError(&'a FileError),
    /// Why a file is no document.
    DocumentError(&'a DocumentError),
    /// Why the work could not be kept, by the code of the error.
    NotSaved(&'a str),
    /// What a link with so many units contains.
    LinkContains(usize),
    /// The congress has these seats over these units.
    ReportSeats(u64, usize),
    /// So many were elected; what that leaves of the seats, and in how many units there are more than seats.
    ReportElected(i64, Left, usize),
    /// So many units have not reported.
    ReportMissing(u32),
    /// So many were elected later.
    ReportByElected(i64),
    /// Mandates that ended, by reason.
    ReportEnded(&'a [(Reason, u64)]),
    /// So many mandates are suspended.
    ReportSuspended(i64),
    /// So many delegates are due, from so many of so many units.
    ReportActual {
        /// Delegates with a mandate.
        actual: i64,
        /// Units with at least one of them.
        represented: usize,
        /// All units.
        units: usize,
    },
    /// The base that a sitting states, and the roster now.
    ReportAmended {
        /// As stated.
        stated: u64,
        /// As the roster is now.
        now: i64,
    },
    /// Of which sitting the sentences behind it are, and on which day.
    ReportSitting(&'a str, Option<Date>),
    /// Due, present, absent.
    ReportAttendance {
        /// Delegates due.
        due: u64,
        /// Delegates present.
        present: Known,
        /// Of them, those above the delegates due of their unit or delegation.
        over: u64,
    },
    /// The verdict on the quorum as a report states it.
    ReportQuorum(Rule, Verdict),
    /// What kind of meeting a sitting is.
    SittingKind(SittingKind),
    /// What a quorum is needed for.
    Purpose(Purpose),
    /// How finely attendance is counted.
    Tally(TallyKind),
    /// The so-manieth sitting, where it has no name.
    SittingNumber(usize),
    /// A day.
    Day(Date),
    /// Freeze the delegates due at this figure.
    FreezeAt(i64),
    /// The delegates due are frozen at this figure.
    FrozenAt(u32),
    /// The delegates due were stated, and the roster now has another number.
    Amended {
        /// As stated.
        stated: u32,
        /// As the roster is now.
        now: i64,
    },
    /// Banzhaf shares when so many votes elect.
    BanzhafOf(Option<u64>),
    /// So many delegates, of units without a delegation, are in no bloc.
    OutsideBlocs(u64),
    /// Units whose delegates no delegation counts, by name, and how many more there are.
    Uncounted(&'a str, usize),
    /// So many are present by the figures of the units, which do not count at this sitting.
    KeptByUnit(u64),
    /// What becomes of a sitting that is counted so, once it is counted as one figure.
    CountedAsOne(TallyKind),
    /// The fewest delegations whose absence breaks the quorum.
    Breaking {
        /// How many.
        size: usize,
        /// Of how many.
        of: usize,
        /// The names of those that it takes.
        certain: &'a [String],
        /// The names of equals, of which it takes `open`.
        among: &'a [String],
        /// How many of them.
        open: usize,
    },
    /// The name of a published key.
    KnownKey(KnownKey),
    /// Why a table is no matrix.
    MatrixTableError(&'a MatrixTableError),
    /// Why a matrix has no distribution, with the names of its rows and columns.
    MatrixError(&'a MatrixError, &'a [String], &'a [String]),
    /// So many cells of a matrix are tied.
    MatrixTie(usize),
    /// What candidates stand for.
    Office(Office),
    /// How many candidates so many seats take.
    Candidates(u64, Candidates),
    /// The candidates that the units need together, and those of one pool.
    CandidatesByUnit(u64, u64),
    /// Units whose band holds no whole number.
    EmptyBands(&'a [String]),
    /// More ballots returned than issued.
    BallotVoid(u64, u64),
    /// What contradicts itself in a ballot, and the candidate it is about.
    BallotProblem(BallotProblem, &'a str),
    /// Why a majority cannot be worked out.
    BallotUndecided(Obstacle),
    /// The votes that elect.
    VotesNeeded(u64),
    /// So many are tied for so many seats; how that is broken, the rules say or do not.
    RunOff(usize, u32),
    /// Seats that nobody won.
    Shortfall(u32),
    /// What may be done about seats that nobody won.
    Remedy(Remedy),
    /// About how many form the presidium.
    Presidium(u64),
    /// How many must sign, at a level.
    Signers(Option<Level>, u64),
    /// Something about the list of delegates.
    People(super::PeopleMsg<'a>),
    /// How the seats were allocated, for a paper.
    Account(AccountMsg<'a>),
    /// About grouping units into delegations.
    Grouping(GroupingMsg<'a>),
    /// About the number of delegates of a body.
    Size(SizeMsg<'a>),
    /// What is said about work that takes longer than a moment.
    Work(WorkMsg),
    /// About the calendar before a congress.
    Calendar(CalendarMsg),
    /// What is said about the table as a table.
    Table(TableMsg<'a>),
    /// About pictures, and another scenario beside this one.
    Chart(ChartMsg<'a>),
    /// What is said in help, in the gallery of examples and on the tour.
    Help(HelpMsg),
    /// Something about the composition.
    Composition(CompositionMsg<'a>),
    /// About the rows of rules.
    Rules(RulesMsg),
    /// What the library of scenarios says.
    Library(LibraryMsg<'a>),
    /// The agenda and the elections.
    Voting(VotingMsg<'a>),
    /// What a shared link holds.
    SharedScenario {
        /// Its units.
        units: usize,
        /// Its house size.
        house: u64,
    },
}
