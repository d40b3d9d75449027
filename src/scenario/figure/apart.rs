//! `Apart`: a number that stands beside the tables of units and sittings: of a chart, of rows that a filter shows, of what was
//! tried, of the list of delegates, of the calendar. Named by its place, as every figure; knows no words.

use super::{LineFigure, Whose, nth, place};
use crate::num::{Ratio, Seats};
use crate::roster::Row;
use crate::scenario::UnitId;

/// A number beside the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Apart {
    /// A figure of the rows that a filter shows: what they add up to.
    Shown(LineFigure, Sums),
    /// The units whose seats would change in a house of another size.
    OtherHouse(Seats),
    /// What becomes of a measure of the quorum if so many were present.
    OtherPresence(u32, u32),
    /// The seats of a unit in a house of this size.
    SeatsAt(UnitId, Seats),
    /// Paradoxes from one house to another, as counted.
    Paradoxes(Seats, Seats, u32),
    /// A figure of a line, by the list of delegates.
    Listed(Whose, LineFigure),
    /// Those marked present at the sitting that is shown.
    Roll,
    /// The latest day of something that is due, by its place in the timetable.
    Deadline(u32),
    /// A part of a whole.
    Share(Whose, Part),
    /// Seats of a house in which some are open: those, or all.
    Seats(Taken),
    /// The units with so many members per seat, at least and below; all that have seats where nothing is said.
    PerSeat(Option<(Ratio, Ratio)>, Counted),
    /// What the least represented tenths of the members hold.
    Held(u32),
    /// Sittings at which the quorum was met.
    QuorumsMet,
}

/// What rows add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// The rows.
    pub units: u32,
    /// Their delegations.
    pub delegations: u32,
    /// Their members.
    pub members: u64,
    /// Their lines.
    pub row: Row,
}

/// Of what a line has a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Of all members.
    Members,
    /// Of all seats.
    Seats,
}

/// Which seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taken {
    /// Those still open between units that are tied.
    Open,
    /// Those, and all that are given.
    All,
    /// Those, as a part of all.
    Share,
}

/// How units are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// By their number.
    Number,
    /// As a part of all that have seats.
    Share,
}

const PARTS: [Part; 2] = [Part::Members, Part::Seats];
const TAKEN: [Taken; 3] = [Taken::Open, Taken::All, Taken::Share];
const COUNTED: [Counted; 2] = [Counted::Number, Counted::Share];

impl Sums {
    fn numbers(&self) -> [i64; 16] {
        let row = &self.row;
        [
            self.units.into(),
            self.delegations.into(),
            i64::try_from(self.members).unwrap_or(i64::MAX),
            row.seats,
            row.elected,
            row.over,
            row.by_elected,
            row.ended,
            row.suspended,
            row.registered,
            row.present,
            row.present_over,
            row.on_leave,
            row.elected_missing.into(),
            row.present_missing.into(),
            row.registered_missing.into(),
        ]
    }

    fn of_numbers(numbers: &[i64]) -> Option<Self> {
        let &[
            units,
            delegations,
            members,
            seats,
            elected,
            over,
            by_elected,
            ended,
            suspended,
            registered,
            present,
            present_over,
            on_leave,
            a,
            b,
            c,
        ] = numbers
        else {
            return None;
        };
        let count = |n: i64| u32::try_from(n).ok();
        Some(Self {
            units: count(units)?,
            delegations: count(delegations)?,
            members: u64::try_from(members).ok()?,
            row: Row {
                seats,
                elected,
                over,
                by_elected,
                ended,
                suspended,
                registered,
                present,
                present_over,
                on_leave,
                elected_missing: count(a)?,
                present_missing: count(b)?,
                registered_missing: count(c)?,
            },
        })
    }
}

impl Apart {
    // Asked for long after the first screen is there: not to be made a part of what that needs.
    /// Its numbers in a code, after that of its kind.
    #[inline(never)]
    pub(super) fn numbers(&self) -> [u32; 4] {
        match self {
            Self::Shown(one, _) => [0, place(&LineFigure::ALL, one), 0, 0],
            Self::OtherHouse(size) => [1, size.get(), 0, 0],
            Self::OtherPresence(at, present) => [2, *at, *present, 0],
            Self::SeatsAt(unit, size) => [3, unit.0, size.get(), 0],
            Self::Paradoxes(from, to, count) => [4, from.get(), to.get(), *count],
            Self::Listed(whose, one) => {
                let [kind, id] = whose.code();
                [5, kind, id, place(&LineFigure::ALL, one)]
            }
            Self::Roll => [6, 0, 0, 0],
            Self::Deadline(at) => [7, *at, 0, 0],
            Self::Share(whose, part) => {
                let [kind, id] = whose.code();
                [8, kind, id, place(&PARTS, part)]
            }
            Self::Seats(taken) => [9, place(&TAKEN, taken), 0, 0],
            Self::PerSeat(range, counted) => [10, range.is_some().into(), place(&COUNTED, counted), 0],
            Self::Held(tenths) => [11, *tenths, 0, 0],
            Self::QuorumsMet => [12, 0, 0, 0],
        }
    }

    /// What does not fit there.
    #[inline(never)]
    pub(super) fn rest(&self) -> String {
        let joined = |numbers: &mut dyn Iterator<Item = String>| numbers.collect::<Vec<_>>().join(" ");
        match self {
            Self::Shown(_, sums) => joined(&mut sums.numbers().iter().map(i64::to_string)),
            Self::PerSeat(Some((from, to)), _) => {
                joined(&mut [from.num(), from.den(), to.num(), to.den()].iter().map(u64::to_string))
            }
            _ => String::new(),
        }
    }

    #[inline(never)]
    pub(super) fn of_code([kind, a, b, c]: [u32; 4], rest: &str) -> Option<Self> {
        let numbers = || rest.split(' ').map(|number| number.parse::<i64>().ok()).collect::<Option<Vec<_>>>();
        Some(match kind {
            0 => Self::Shown(nth(&LineFigure::ALL, a)?, Sums::of_numbers(&numbers()?)?),
            1 => Self::OtherHouse(Seats::new(a)?),
            2 => Self::OtherPresence(a, b),
            3 => Self::SeatsAt(UnitId(a), Seats::new(b)?),
            4 => Self::Paradoxes(Seats::new(a)?, Seats::new(b)?, c),
            5 => Self::Listed(Whose::of_code(a, b)?, nth(&LineFigure::ALL, c)?),
            6 => Self::Roll,
            7 => Self::Deadline(a),
            8 => Self::Share(Whose::of_code(a, b)?, nth(&PARTS, c)?),
            9 => Self::Seats(nth(&TAKEN, a)?),
            10 if a == 0 => Self::PerSeat(None, nth(&COUNTED, b)?),
            10 => {
                let mut edges = rest.split(' ').map(str::parse::<u64>);
                let mut edge = || Ratio::new(edges.next()?.ok()?, edges.next()?.ok()?);
                Self::PerSeat(Some((edge()?, edge()?)), nth(&COUNTED, b)?)
            }
            11 => Self::Held(a),
            12 => Self::QuorumsMet,
            _ => return None,
        })
    }
}
