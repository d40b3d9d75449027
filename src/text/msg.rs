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
use super::{CalendarMsg, ChartMsg, SizeMsg, TableMsg, UndoMsg};
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
    BallotProblem, Base, Candidates, Confidence, Date, Level, Obstacle, Office, Purpose, Remedy, Rule,
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
    /// The same of seats, as a difference.
    UnfilledAndOver(i64, u64),
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
        present: u64,
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

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Delegate Roster.
    AppName,
    /// Skip to the main content.
    SkipToMain,
    /// Title of the scenario.
    Title,
    /// Untitled scenario.
    Untitled,
    /// Scenario.
    Document,
    /// Saved.
    Saved,
    /// Saving….
    Saving,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The rules that were applied.
    RulesApplied,
    /// What a rule is about.
    RuleOn,
    /// What a rule says.
    RuleSays,
    /// Where a rule is from.
    RuleFrom,
    /// The latest steps.
    UndoList,
    /// New.
    New,
    /// Open table.
    OpenTable,
    /// Share.
    Share,
    /// Language 语言.
    LanguageChoice,
    /// Theme.
    Theme,
    /// System.
    ThemeSystem,
    /// Light.
    ThemeLight,
    /// Dark.
    ThemeDark,
    /// Example data: totals as published, per-unit figures illustrative. They are not real figures of th…
    Illustrative,
    /// Everything is computed in your browser; nothing you enter leaves this device.
    Privacy,
    /// From seats to delegates present.
    Chain,
    /// Difference.
    Difference,
    /// Seats.
    Seats,
    /// Elected.
    ElectedLong,
    /// Actual (due).
    Actual,
    /// Present.
    PresentLong,
    /// Unfilled.
    Unfilled,
    /// What the arrow of a bar means.
    BeyondBar,
    /// What a number below zero means in a file.
    BelowZero,
    /// Ended.
    EndedShort,
    /// By-elections, suspensions and ends of mandates together.
    MandateChanges,
    /// Absent.
    Absent,
    /// Steps.
    Steps,
    /// Allocation.
    StepAllocation,
    /// Roster.
    StepRoster,
    /// Quorum and majorities.
    StepRules,
    /// Sittings.
    StepSittings,
    /// Allocation settings.
    Settings,
    /// House size (seats).
    HouseSize,
    /// Method.
    Method,
    /// Minimum per unit.
    MinimumEach,
    /// How minima enter.
    MinimumRule,
    /// Electoral units.
    UnitsTable,
    /// By unit.
    ByUnit,
    /// By delegation.
    ByDelegation,
    /// No delegation.
    NoDelegation,
    /// Units.
    UnitsShort,
    /// Total.
    Total,
    /// Row.
    RowNumber,
    /// Exact quota.
    Quota,
    /// Members per seat.
    MembersPerSeat,
    /// Deviation.
    Deviation,
    /// Locked by hand; clear the cell to compute it again.
    Locked,
    /// Rows.
    RowTools,
    /// Add unit.
    AddUnit,
    /// Insert a unit above.
    InsertAbove,
    /// Move up (Alt+↑).
    MoveUp,
    /// Move down (Alt+↓).
    MoveDown,
    /// Remove the selected units.
    RemoveUnits,
    /// Paste table.
    PasteTable,
    /// Arrows move, typing replaces, F2 edits, Enter or Tab confirms, Esc cancels, Ctrl+Z undoes; copy a…
    GridHint,
    /// How the figures add up.
    HowItAddsUp,
    /// Seats = elected + unfilled.
    IdentitySeats,
    /// Actual = elected + by-elected − ended − suspended.
    IdentityActual,
    /// Actual = present + absent.
    IdentityPresent,
    /// Close.
    Close,
    /// Cancel.
    Cancel,
    /// Copy.
    Copy,
    /// The link is copied.
    Copied,
    /// The clipboard is out of reach; the link is selected, press Ctrl+C to copy it.
    CopyByHand,
    /// Share the scenario.
    ShareTitle,
    /// Link.
    ShareLink,
    /// Above 2,000 characters some chat programs cut a link off.
    LinkLong,
    /// The data is in the fragment after #, which is sent to no server; but whoever has the link has the…
    LinkPrivacy,
    /// Open a shared scenario.
    SharedTitle,
    /// Open as a copy.
    OpenShared,
    /// Your own scenario is not lost: Undo brings it back.
    OpenReplaces,
    /// Your own scenario is unchanged.
    NothingChanged,
    /// The rules that hold.
    RulesOfCongress,
    /// Rules.
    Profile,
    /// Registered as attending (0: not counted).
    RegisteredCount,
    /// What is needed.
    WhatIsNeeded,
    /// Quorum.
    Quorum,
    /// Votes to elect.
    MajorityToElect,
    /// Under each set of rules.
    UnderEachProfile,
    /// Set by the organiser.
    OwnRule,
    /// : .
    Colon,
    /// . .
    FullStop,
    /// What stands between two sentences.
    BetweenSentences,
    /// What stands between the items of a list.
    BetweenItems,
    /// More than or at least.
    StrictnessChoice,
    /// Part.
    Numerator,
    /// Of.
    Denominator,
    /// Share of whom.
    BaseChoice,
    /// The sources state no rule.
    NoRuleStated,
    /// Why this result.
    Why,
    /// The last seat went to: .
    LastSeat,
    /// Next in line: .
    NextInLine,
    /// , .
    ListComma,
    /// What opens a bracket behind a word.
    BracketOpen,
    /// What closes it.
    BracketClose,
    /// Forget the lots.
    ForgetLots,
    /// Drawn by lot: .
    Drawn,
    /// Draw a lot here.
    DrawLot,
    /// Enter the drawn lot.
    EnterLot,
    /// Draw here (the seed is recorded, so anybody can check it), or tick the units drawn elsewhere and …
    LotHint,
    /// No allocation to explain yet.
    NothingToExplain,
    /// Find a name among those tied.
    FindTied,
    /// Not saved.
    NotSaved,
    /// What is on the screen is older than what is saved.
    OutOfDate,
    /// Keep what is in this tab.
    KeepThisTab,
    /// Load what the other tab saved.
    TakeOtherTab,
    /// The last save is damaged; this is the one before it.
    DamagedSave,
    /// Download the damaged data.
    DownloadDamaged,
    /// Import a table of units.
    ImportTitle,
    /// Paste here what you copied in a spreadsheet.
    ImportPaste,
    /// Or open a file (CSV, TSV).
    ImportFile,
    /// You will see a preview first; nothing changes before you confirm.
    ImportHint,
    /// The first row holds headings.
    FirstRowHeadings,
    /// Preview.
    Preview,
    /// Replace the units.
    ImportReplace,
    /// Append to the units.
    ImportAppend,
    /// Left out.
    LeftOut,
    /// Seats (locked).
    LockedSeats,
    /// Classic methods.
    MethodsClassic,
    /// Other divisor methods.
    MethodsDivisor,
    /// Other quota methods.
    MethodsQuota,
    /// Other.
    MethodsOther,
    /// With settings.
    MethodsSettable,
    /// Modified Sainte-Laguë.
    ModifiedWebster,
    /// First divisor (such as 1.4).
    FirstDivisor,
    /// Stationary divisors.
    StationaryDivisor,
    /// Signpost n + r, r from 0 to 1.
    SplitPoint,
    /// Power mean.
    PowerMeanDivisor,
    /// Exponent (−2 to 2).
    PowerMeanExponent,
    /// Square roots (degressive).
    DegressiveRoot,
    /// Method within.
    InnerMethod,
    /// Base seats, then proportional.
    BasePlus,
    /// Base seats per unit.
    BaseSeats,
    /// Cap (may be empty).
    CapSeats,
    /// This setting makes no method; the method stays as it was.
    SettingRefused,
    /// Notices.
    Notices,
    /// Report.
    StepReport,
    /// Credentials report.
    CredentialsReport,
    /// Allocation of seats.
    AllocationTable,
    /// Mandates ended, line by line.
    EndedTable,
    /// Reason.
    ReasonHeading,
    /// Number.
    NumberHeading,
    /// Language of the report.
    ReportLanguage,
    /// Copy as text.
    CopyText,
    /// Save as text.
    SaveText,
    /// Print.
    Print,
    /// The seats are not settled yet.
    NotAllocated,
    /// Attendance is counted at each sitting; the roster and the chain show one of them.
    SittingsHint,
    /// Add a sitting.
    AddSitting,
    /// Remove.
    RemoveSitting,
    /// Why a sitting cannot be removed: votes were counted at it.
    SittingCounted,
    /// Show in the roster and the chain.
    ShowInChain,
    /// Earlier.
    Earlier,
    /// Later.
    Later,
    /// Name.
    SittingName,
    /// Kind.
    SittingKindChoice,
    /// Quorum needed to.
    PurposeChoice,
    /// Day.
    SittingDate,
    /// Attendance counted.
    TallyChoice,
    /// Enter attendance in the roster.
    EnterInRoster,
    /// Due as the credentials report states.
    StatedDue,
    /// Note for the minutes.
    SittingNote,
    /// Count the roster again.
    Unfreeze,
    /// Delegations as blocs.
    Blocs,
    /// The compare step.
    StepCompare,
    /// All methods side by side.
    MethodsCompared,
    /// What the table of methods shows.
    MethodsComparedHint,
    /// Under a key there is no method.
    KeyNeedsNoMethod,
    /// Start a longer computation.
    WorkItOut,
    /// Leave out units that have the same seats everywhere.
    OnlyDiffering,
    /// The chosen method.
    ChosenMethod,
    /// Choose a method.
    UseThisMethod,
    /// What the mark at an index means.
    BestMarked,
    /// The best value of an index.
    BestOfAll,
    /// An index.
    IndexLoosemoreHanby,
    /// An index.
    IndexGallagher,
    /// An index.
    IndexSainteLague,
    /// An index.
    IndexDhondt,
    /// An index.
    IndexGini,
    /// An index.
    IndexMaxMin,
    /// The sweep over houses.
    HouseSweep,
    /// What the sweep shows.
    HouseSweepHint,
    /// Where the sweep does not apply.
    HouseSweepOneTier,
    /// The first house.
    FromHouse,
    /// The last house.
    ToHouse,
    /// The range asks for too much.
    RangeTooWide,
    /// What if.
    WhatIf,
    /// What the sliders do.
    WhatIfHint,
    /// Keep what was tried.
    KeepThis,
    /// Go back to what is.
    BackToNow,
    /// Save the scenario as a document.
    SaveDocument,
    /// What the document holds.
    SaveDocumentHint,
    /// What it holds where there is a list of names.
    SaveDocumentNames,
    /// Compare the scenario of a link with one's own.
    CompareWithMine,
    /// What differs.
    Differences,
    /// Where something differs.
    DifferenceWhere,
    /// What differs there.
    DifferenceWhat,
    /// One's own.
    Mine,
    /// The other one's.
    Theirs,
    /// Take a change over.
    TakeOver,
    /// The scenario as a whole.
    WholeScenario,
    /// A unit that one's own scenario does not have.
    UnitOnlyTheirs,
    /// A unit that the other scenario does not have.
    UnitOnlyMine,
    /// Seats fixed by hand.
    SeatsByHand,
    /// Attendance against the quorum, as bars.
    AttendanceChart,
    /// What the bars are.
    AttendanceChartHint,
    /// What the quorum needs.
    NeededShort,
    /// Those present as a share of those due.
    PresentShare,
    /// Share of votes.
    VoteShare,
    /// Banzhaf share.
    Banzhaf,
    /// Which delegations could break the quorum…
    BreakingUnknown,
    /// Even without all delegations…
    Unbreakable,
    /// Each entry explains …
    EndingsHint,
    /// Unit.
    UnitOfEntry,
    /// Add an entry.
    AddEnding,
    /// No unit has this name.
    NoSuchUnit,
    /// Note.
    NoteHeading,
    /// How the seats hang together.
    SchemeLabel,
    /// All units share one house.
    SchemeOneTier,
    /// Delegations first, then their units.
    SchemeTwoTier,
    /// A published key.
    SchemeKey,
    /// A step scale of one’s own.
    SchemeSteps,
    /// The number of seats is given.
    SchemeOneTierHint,
    /// A delegation counts with all members…
    SchemeTwoTierHint,
    /// Each unit’s seats follow from its own members…
    SchemeKeyHint,
    /// Method among the delegations.
    UpperMethod,
    /// No longer in force.
    KeyHistorical,
    /// Please confirm.
    KeyUnconfirmed,
    /// Seats for the first step.
    StepsFirst,
    /// Members that the first step covers.
    StepsCovers,
    /// Seats per further step.
    StepsStep,
    /// Members per further step.
    StepsPer,
    /// Most seats of a unit.
    StepsMost,
    /// An incomplete step counts.
    StepsParts,
    /// Nothing.
    PartsWhole,
    /// As a full one.
    PartsOrPart,
    /// As a full one from half.
    PartsNearest,
    /// Seats for a matrix.
    MatrixTitle,
    /// Paste a table …
    MatrixHint,
    /// Table.
    MatrixTable,
    /// Rounding.
    MatrixRounding,
    /// To the nearest (Webster).
    RoundNearest,
    /// Down (Jefferson).
    RoundDown,
    /// Up (Adams).
    RoundUp,
    /// Kept in this browser; works without a network.
    OfflineReady,
    /// A new version is ready.
    NewVersion,
    /// Save and use it.
    UseNewVersion,
    /// Elections.
    StepElections,
    /// Candidates.
    CandidateNumbers,
    /// Office.
    OfficeLabel,
    /// Seats to fill.
    SeatsToFill,
    /// Not elected.
    NotElected,
    /// Presidium and co-signers.
    PresidiumTitle,
    /// Motion.
    MotionSigners,
    /// Recall.
    RecallSigners,
    /// Extraordinary meeting.
    MeetingSigners,
    /// Units, as a heading of their number.
    UnitsColumn,
    /// Save as a table.
    SaveTables,
    /// CSV for Excel, WPS and LibreOffice…
    SaveTablesHint,
    /// What the line over the grid is for.
    FormulaHint,
    /// The size of the presidium.
    PresidiumSize,
    /// Actual, where those due are another number.
    ActualAlone,
    /// Due.
    DueShort,
    // keys end
}
