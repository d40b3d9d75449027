//! `Column`: what the columns of the grid show and which of them a person can type into.

use delegate_roster::language::Language;
use delegate_roster::num::{Ratio, Seats};
use delegate_roster::roster::Row;
use delegate_roster::scenario::{
    DelegationRow, Field, LineFigure, Measure, NameOrder, Report, SortKey, Unit, UnitRow,
};
use delegate_roster::text::number::{decimal, deviation, grouped, reported, whole};
use delegate_roster::text::{Msg, actual, heading, left};

/// A column of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    Delegation,
    Members,
    Quota,
    Seats,
    Min,
    Max,
    PerSeat,
    Deviation,
    SeatsFixed,
    Elected,
    Unfilled,
    ByElected,
    Ended,
    Suspended,
    Actual,
    Registered,
    Present,
    Absent,
    OnLeave,
}

/// The columns of the allocation step.
pub const ALLOCATION: &[Column] = &[
    Column::Name,
    Column::Delegation,
    Column::Members,
    Column::Quota,
    Column::Seats,
    Column::Deviation,
    Column::PerSeat,
    Column::Min,
    Column::Max,
];

/// The columns of the roster step.
pub const ROSTER: &[Column] = &[
    Column::Name,
    Column::Delegation,
    Column::SeatsFixed,
    Column::Unfilled,
    Column::Elected,
    Column::ByElected,
    Column::Ended,
    Column::Suspended,
    Column::Actual,
    Column::Registered,
    Column::Absent,
    Column::OnLeave,
    Column::Present,
];

impl Column {
    /// What a person can type here, if anything.
    pub const fn field(self) -> Option<Field> {
        Some(match self {
            Self::Name => Field::Name,
            Self::Delegation => Field::Delegation,
            Self::Members => Field::Members,
            Self::Seats => Field::Seats,
            Self::Min => Field::Min,
            Self::Max => Field::Max,
            Self::Elected => Field::Elected,
            Self::ByElected => Field::ByElected,
            Self::Ended => Field::Ended,
            Self::Suspended => Field::Suspended,
            Self::Registered => Field::Registered,
            Self::OnLeave => Field::OnLeave,
            Self::Present => Field::Present,
            _ => return None,
        })
    }

    /// The figure that somebody can ask about, if it holds one that follows from others or is added up.
    pub const fn figure(self) -> Option<LineFigure> {
        Some(match self {
            Self::Members => LineFigure::Members,
            Self::Quota => LineFigure::Quota,
            Self::Seats | Self::SeatsFixed => LineFigure::Seats,
            Self::PerSeat => LineFigure::PerSeat,
            Self::Deviation => LineFigure::Deviation,
            Self::Elected => LineFigure::Elected,
            Self::Unfilled => LineFigure::Unfilled,
            Self::ByElected => LineFigure::ByElected,
            Self::Ended => LineFigure::Ended,
            Self::Suspended => LineFigure::Suspended,
            Self::Actual => LineFigure::Actual,
            Self::Registered => LineFigure::Registered,
            Self::Absent => LineFigure::Absent,
            Self::OnLeave => LineFigure::OnLeave,
            Self::Present => LineFigure::Present,
            Self::Name => LineFigure::Units,
            Self::Delegation => LineFigure::Delegations,
            Self::Min | Self::Max => return None,
        })
    }

    /// The figure it shows; names are none.
    pub const fn measure(self) -> Option<Measure> {
        Some(match self {
            Self::Name | Self::Delegation => return None,
            Self::Members => Measure::Members,
            Self::Quota => Measure::Quota,
            Self::Seats | Self::SeatsFixed => Measure::Seats,
            Self::Deviation => Measure::Deviation,
            Self::PerSeat => Measure::PerSeat,
            Self::Min => Measure::Min,
            Self::Max => Measure::Max,
            Self::Elected => Measure::Elected,
            Self::Unfilled => Measure::Unfilled,
            Self::ByElected => Measure::ByElected,
            Self::Ended => Measure::Ended,
            Self::Suspended => Measure::Suspended,
            Self::Actual => Measure::Actual,
            Self::Registered => Measure::Registered,
            Self::Present => Measure::Present,
            Self::Absent => Measure::Absent,
            Self::OnLeave => Measure::OnLeave,
        })
    }

    /// By what its rows are sorted, with names in this order.
    pub fn sort_key(self, order: NameOrder) -> SortKey {
        match self.measure() {
            Some(measure) => SortKey::Measure(measure),
            None if self == Self::Name => SortKey::Name(order),
            None => SortKey::Delegation(order),
        }
    }

    /// The heading.
    pub fn heading(self, report: &Report) -> Msg<'static> {
        match self.measure() {
            Some(Measure::Actual) => Msg::Key(actual(report)),
            Some(measure) => heading(measure),
            None if self == Self::Name => Msg::Field(Field::Name),
            None => Msg::Field(Field::Delegation),
        }
    }

    /// Its name in what is remembered of the columns; stays what it is.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Delegation => "delegation",
            Self::Members => "members",
            Self::Quota => "quota",
            Self::Seats | Self::SeatsFixed => "seats",
            Self::Min => "min",
            Self::Max => "max",
            Self::PerSeat => "per-seat",
            Self::Deviation => "deviation",
            Self::Elected => "elected",
            Self::Unfilled => "unfilled",
            Self::ByElected => "by-elected",
            Self::Ended => "ended",
            Self::Suspended => "suspended",
            Self::Actual => "actual",
            Self::Registered => "registered",
            Self::Present => "present",
            Self::Absent => "absent",
            Self::OnLeave => "on-leave",
        }
    }

    /// The class that gives the column its width and alignment.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Name => "col-name",
            Self::Delegation => "col-delegation",
            Self::Members => "col-members",
            Self::Quota | Self::PerSeat => "col-ratio",
            Self::Deviation => "col-deviation",
            Self::Unfilled | Self::Absent => "col-count left",
            Self::Seats => "col-seats strong",
            Self::Min | Self::Max => "col-bound",
            Self::SeatsFixed | Self::Actual => "col-count strong",
            _ => "col-count",
        }
    }

    /// The text of the cell of a unit.
    pub fn text(self, unit: &Unit, row: &UnitRow, delegation: &str, language: Language) -> String {
        let optional = |seats: Option<Seats>| seats.map_or_else(String::new, |s| grouped(s.get().into()));
        let unless_missing = |missing: u32, text: String| if missing > 0 { String::new() } else { text };
        let ledger = &row.ledger;
        match self {
            Self::Name => unit.name.as_str().to_owned(),
            Self::Delegation => delegation.to_owned(),
            Self::Members => grouped(unit.members.get()),
            Self::Quota => row.quota().map_or_else(String::new, |quota| decimal(quota, 3)),
            Self::Min => optional(unit.min),
            Self::Max => optional(unit.max),
            Self::PerSeat => {
                row.per_seat(unit.members.get()).map_or_else(|| "–".to_owned(), |r| decimal(r, 1))
            }
            Self::Deviation => row.deviation().map_or_else(String::new, |d| deviation(d, 3)),
            Self::Elected | Self::Actual => {
                unless_missing(ledger.elected_missing, self.of_ledger(ledger, language))
            }
            Self::Present => unless_missing(ledger.present_missing, self.of_ledger(ledger, language)),
            Self::Registered => unless_missing(ledger.registered_missing, self.of_ledger(ledger, language)),
            Self::Seats
            | Self::SeatsFixed
            | Self::Unfilled
            | Self::Absent
            | Self::ByElected
            | Self::Ended
            | Self::Suspended
            | Self::OnLeave => self.of_ledger(ledger, language),
        }
    }

    /// The text of the totals row; empty where a column has no total.
    pub fn total(self, report: &Report, language: Language) -> String {
        match self {
            Self::Members => grouped(report.members),
            Self::Quota => grouped(report.allocation.house),
            Self::PerSeat => Ratio::new(report.members, report.allocation.allocated)
                .map_or_else(|| "–".to_owned(), |r| decimal(r, 1)),
            _ => self.of_ledger(&report.total, language),
        }
    }

    /// The text of the row of a delegation.
    pub fn of_delegation(self, row: &DelegationRow, language: Language) -> String {
        match self {
            Self::Members => grouped(row.members),
            _ => self.of_ledger(&row.ledger, language),
        }
    }

    /// What is left of a number, where it shows that and it is known; below zero, how many there are over it.
    pub fn left(self, row: &Row) -> Option<i64> {
        match self {
            Self::Unfilled => (row.elected_missing == 0).then(|| row.unfilled()),
            Self::Absent => (row.elected_missing + row.present_missing == 0).then(|| row.absent()),
            _ => None,
        }
    }

    /// What a line of the ledger says in this column.
    pub fn of_ledger(self, row: &Row, language: Language) -> String {
        match self {
            Self::Seats | Self::SeatsFixed => whole(row.seats),
            Self::Elected => reported(row.elected_missing, row.elected),
            Self::Unfilled if row.elected_missing == 0 => left(language, row.left()),
            Self::Absent if row.elected_missing + row.present_missing == 0 => left(language, row.absences()),
            Self::ByElected => unless_zero(row.by_elected),
            Self::Ended => unless_zero(row.ended),
            Self::Suspended => unless_zero(row.suspended),
            Self::Registered if row.registered_missing > 0 => String::new(),
            Self::Registered => whole(row.registered),
            Self::OnLeave => unless_zero(row.on_leave),
            Self::Actual => reported(row.elected_missing, row.actual()),
            Self::Present => reported(row.present_missing, row.present),
            _ => String::new(),
        }
    }
}

/// A figure that is nearly always zero: shown where it is not, so that it is seen.
fn unless_zero(n: i64) -> String {
    if n == 0 { String::new() } else { whole(n) }
}
