//! `Issue`: something in a scenario that does not add up, as a value with its place. Never an error: the page goes on.

use super::{
    AgendaField, AgendaId, CategoryId, CompositionProblem, DelegateId, DelegationId, ElectionField,
    ElectionId, Name, NumberCheck, PeopleProblem, SittingId, UnitId, VotingProblem,
};
use crate::roster::Row;
use crate::threshold::{Base, Contradiction, Fault, Subject};

/// One finding about the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub problem: Problem,
}

/// A place that an issue leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The number of seats.
    House,
    /// The minimum of all units.
    Minimum,
    /// The method and its settings.
    Method,
    /// The table as a whole.
    Table,
    /// A cell of a unit.
    Unit(UnitId, Field),
    /// The attendance of a delegation at a sitting that counts by delegation.
    Delegation(SittingId, DelegationId),
    /// A sitting.
    Sitting(SittingId),
    /// The rules.
    Rules,
    /// One row of the rules.
    Rule(Subject),
    /// The totals of the roster.
    Total(Field),
    /// A field of an item of the agenda.
    Agenda(AgendaId, AgendaField),
    /// A field of an election.
    Election(ElectionId, ElectionField),
    /// A category of the composition.
    Category(CategoryId),
    /// A cell of the composition.
    CategoryCell(CategoryId, UnitId),
    /// A delegate of the list.
    Delegate(DelegateId),
}

/// A column of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name.
    Name,
    /// The delegation.
    Delegation,
    /// The members.
    Members,
    /// The seats, computed or locked.
    Seats,
    /// The minimum.
    Min,
    /// The maximum.
    Max,
    /// Delegates elected.
    Elected,
    /// Delegates elected later.
    ByElected,
    /// Mandates ended.
    Ended,
    /// Mandates suspended.
    Suspended,
    /// Delegates registered.
    Registered,
    /// Delegates on leave.
    OnLeave,
    /// Delegates present.
    Present,
}

impl Field {
    /// Every column, in the order of the tables.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Delegation,
        Self::Members,
        Self::Seats,
        Self::Min,
        Self::Max,
        Self::Elected,
        Self::ByElected,
        Self::Ended,
        Self::Suspended,
        Self::Registered,
        Self::OnLeave,
        Self::Present,
    ];

    /// Whether it belongs to the sitting that is shown.
    pub const fn is_attendance(self) -> bool {
        matches!(self, Self::Registered | Self::OnLeave | Self::Present)
    }
}

/// What does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There are no units.
    NoUnits,
    /// There are more units than the limit.
    TooManyUnits {
        /// How many there are.
        count: usize,
    },
    /// No unit has any members.
    NoMembers,
    /// A unit has no members entered, though others have.
    WithoutMembers,
    /// There are no seats to allocate.
    NoSeats,
    /// The minima need more seats than there are.
    MinimaAboveHouse {
        /// The sum of the minima.
        minima: u64,
        /// The house size.
        house: u32,
    },
    /// The maxima leave seats over.
    MaximaBelowHouse {
        /// The sum of the maxima.
        maxima: u64,
        /// The house size.
        house: u32,
    },
    /// The minimum of a unit is above its maximum.
    MinAboveMax {
        /// Its minimum.
        min: u32,
        /// Its maximum.
        max: u32,
    },
    /// Seats locked by hand lie outside the unit's minimum and maximum.
    LockOutsideBounds {
        /// The seats locked.
        locked: u32,
        /// The minimum.
        min: u32,
        /// The maximum, if there is one.
        max: Option<u32>,
    },
    /// The method cannot allocate these seats.
    Refused(crate::apportion::Refusal),
    /// Units are tied for seats.
    Tie {
        /// How many units are tied.
        contested: usize,
        /// How many seats are open between them.
        open: usize,
    },
    /// What the units of some delegation must have or can have does not fit the house.
    DelegationsDoNotFit,
    /// The key gives more seats than can be counted.
    KeyGivesTooMany,
    /// Units have a minimum or a maximum, which have no effect under a key.
    IdleBounds {
        /// How many units.
        units: usize,
    },
    /// A drawn lot belongs to a tie that is no longer there.
    StaleLot,
    /// The composition does not add up.
    Composition(CompositionProblem),
    /// A unit has no name.
    Unnamed,
    /// A unit that stands further up has the same name.
    SameName {
        /// Its row, counted from 0.
        row: usize,
    },
    /// The house is not what the rule on the number of delegates asks for; advice, the house is what people decide.
    NumberOfDelegates(Box<NumberCheck>),
    /// More elected than seats.
    ElectedAboveSeats {
        /// Delegates elected.
        elected: i64,
        /// Seats.
        seats: i64,
    },
    /// More mandates ended than delegates elected.
    EndedAboveElected {
        /// Mandates ended or suspended.
        ended: i64,
        /// Delegates elected or by-elected.
        elected: i64,
    },
    /// More present than due.
    PresentAboveActual {
        /// Delegates present.
        present: i64,
        /// Delegates due.
        actual: i64,
    },
    /// More delegates than seats, after some were elected later.
    ActualAboveSeats {
        /// Delegates with a mandate.
        actual: i64,
        /// Seats.
        seats: i64,
    },
    /// More present than registered.
    PresentAboveRegistered {
        /// Delegates present.
        present: i64,
        /// Delegates registered.
        registered: i64,
    },
    /// More registered than due.
    RegisteredAboveActual {
        /// Delegates registered.
        registered: i64,
        /// Delegates due.
        actual: i64,
    },
    /// The attendance of a unit does not add up, at a sitting whose figures the roster does not show.
    AttendanceOf {
        /// Its name.
        name: Name,
        /// Its row, counted from 0, for where it has no name.
        row: usize,
        /// What does not add up.
        problem: Box<Problem>,
    },
    /// Something about the list of delegates.
    People(PeopleProblem),
    /// More on leave than absent.
    LeaveAboveAbsent {
        /// Delegates on leave.
        on_leave: i64,
        /// Delegates absent.
        absent: i64,
    },
    /// A row of the rules by which nothing can be decided.
    Rule(Subject, Fault),
    /// A sitting does not state the figure of a base that its quorum needs.
    NotStated(Base),
    /// A part of the figures of a sitting is above its whole.
    FiguresContradict(Contradiction),
    /// The units report another number of registered delegates than the sitting states.
    RegisteredDiffers {
        /// As stated.
        stated: u64,
        /// The units' figures, added up.
        by_unit: u64,
    },
    /// A vote or an election does not add up.
    Voting(VotingProblem),
}

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A result is missing or wrong until this is mended.
    Error,
    /// The figures are possible, but somebody has to look or decide.
    Warning,
}

impl Problem {
    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Tie { .. }
            | Self::StaleLot
            | Self::IdleBounds { .. }
            | Self::Unnamed
            | Self::WithoutMembers
            | Self::SameName { .. }
            | Self::NumberOfDelegates(_)
            | Self::RegisteredDiffers { .. }
            | Self::NotStated(_)
            | Self::People(_) => Severity::Warning,
            Self::Voting(problem) => problem.severity(),
            Self::Composition(problem) => problem.severity(),
            _ => Severity::Error,
        }
    }

    /// The problem of a ledger line that breaks an identity, and the column it shows in.
    pub(super) fn of_breach(breach: crate::roster::Breach, row: &Row) -> (Field, Self) {
        use crate::roster::Breach;
        match breach {
            Breach::ElectedAboveSeats => {
                (Field::Elected, Self::ElectedAboveSeats { elected: row.elected, seats: row.seats })
            }
            Breach::ActualAboveSeats => {
                (Field::ByElected, Self::ActualAboveSeats { actual: row.actual(), seats: row.seats })
            }
            Breach::PresentAboveRegistered => {
                let (present, registered) = (row.present, row.registered);
                (Field::Present, Self::PresentAboveRegistered { present, registered })
            }
            Breach::EndedAboveElected => {
                let (ended, elected) = (row.ended + row.suspended, row.elected + row.by_elected);
                let field = if row.ended == 0 { Field::Suspended } else { Field::Ended };
                (field, Self::EndedAboveElected { ended, elected })
            }
            Breach::PresentAboveActual => {
                (Field::Present, Self::PresentAboveActual { present: row.present, actual: row.actual() })
            }
            Breach::RegisteredAboveActual => {
                let (registered, actual) = (row.registered, row.actual());
                (Field::Registered, Self::RegisteredAboveActual { registered, actual })
            }
            Breach::LeaveAboveAbsent => {
                (Field::OnLeave, Self::LeaveAboveAbsent { on_leave: row.on_leave, absent: row.absent() })
            }
        }
    }
}
