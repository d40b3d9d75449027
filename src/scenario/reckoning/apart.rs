//! Numbers beside the tables: of charts, of rows on show, of what was tried, of the list of delegates, of the calendar.

use super::line::Line;
use super::{Authority, Note, Op, Reckoning, Term, Value, What, threshold};
use crate::index::{Lorenz, Shares};
use crate::num::{Ratio, Seats};
use crate::roster::Row;
use crate::scenario::figure::{Counted, TakenSeats};
use crate::scenario::{
    AllocationState, Apart, DayFrom, Figure, Indicator, LineFigure, Part, Report, Sums, Task, UnitId,
    UnitPeople, Whose, derive,
};
use crate::threshold::{Date, Span};
use std::rc::Rc;

/// What a term beside the tables counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApartWhat {
    /// Seats of the house that was tried.
    TriedHouse,
    /// Units that would gain.
    Gaining,
    /// Units that would lose.
    Losing,
    /// Seats gained.
    Gained,
    /// Seats lost.
    Lost,
    /// By the list.
    ByList,
    /// By the table.
    ByTable,
    /// Marked absent.
    MarkedAbsent,
    /// Not marked.
    Unmarked,
    /// Units.
    Units,
    /// Units that have seats.
    UnitsWithSeats,
    /// Seats still open.
    Open,
    /// Sittings with a quorum, without one, and undecided.
    Met,
    /// Without a quorum.
    NotMet,
    /// Not decided.
    Undecided,
}

/// What is to be said about such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApartNote {
    /// The sum over so many rows on show.
    SumOfRows(u32),
    /// Worked out for this house, all else unchanged.
    TriedHouse(u32),
    /// Worked out for so many present, all else unchanged.
    TriedPresence(u32),
    /// How paradoxes between two houses are counted.
    Paradoxes(u32, u32),
    /// Counted person by person; so many are on the list.
    OnList(u32),
    /// So many entries of the list have a status that was not understood, and count nowhere.
    Unclear(u32),
    /// How long before which day.
    Before(Span, Date),
    /// That day is the one of the earliest sitting.
    FromSitting,
    /// How months are counted.
    Months,
    /// The organiser set it.
    Own,
    /// Units with at least so many members per seat, and fewer than so many.
    Range(Ratio, Ratio),
    /// The least represented units that are counted whole, and their seats; the next one is counted in part.
    Held(u64, u64),
}

/// How a number beside the tables came about.
#[inline(never)]
pub(super) fn apart(report: &Report, figure: &Apart) -> Option<Reckoning> {
    match figure {
        Apart::Shown(one, sums) => shown(report, *one, sums),
        Apart::OtherHouse(size) => other_house(report, *size),
        Apart::OtherPresence(at, present) => {
            Some(threshold::tried(report, *at, *present)?.apart(ApartNote::TriedPresence(*present)))
        }
        Apart::SeatsAt(unit, size) => seats_at(report, *unit, *size),
        Apart::Paradoxes(from, to, count) => {
            let note = ApartNote::Paradoxes(from.get(), to.get());
            let method = report.scenario.allocating.method.clone();
            let found = Reckoning::new(Value::of((*count).into())).apart(note);
            Some(found.based(Some(Authority::Method(method))))
        }
        Apart::Listed(whose, one) => listed(report, *whose, *one),
        Apart::Roll => Some(roll(report)),
        Apart::Deadline(at) => deadline(report, *at),
        Apart::Share(whose, part) => share(report, *whose, *part),
        Apart::Seats(taken) => seats(report, *taken),
        Apart::PerSeat(range, counted) => per_seat(report, *range, *counted),
        Apart::Held(tenths) => held(report, (*tenths).into()),
        Apart::QuorumsMet => Some(quorums_met(report)),
    }
}

impl Reckoning {
    fn apart(self, note: ApartNote) -> Self {
        self.note(Note::Apart(note))
    }
}

fn plus(n: u64, what: What) -> Term {
    Term { op: Op::Plus, value: Value::of(n), what }
}

fn counted(n: usize, what: ApartWhat) -> Term {
    plus(n as u64, What::Apart(what))
}

/// What the rows on show add up to.
fn shown(report: &Report, figure: LineFigure, sums: &Sums) -> Option<Reckoning> {
    let row = &sums.row;
    let term = |figure: LineFigure| Term::plus(Line::plain(row, figure), What::Line(figure));
    let less = |figure: LineFigure| Term::minus(Line::plain(row, figure), What::Line(figure));
    let members = || plus(sums.members, What::Line(LineFigure::Members));
    let (reckoning, missing) = match figure {
        LineFigure::Units => return Some(Reckoning::new(Value::of(sums.units.into())).note(Note::Counted)),
        LineFigure::Delegations => {
            return Some(Reckoning::new(Value::of(sums.delegations.into())).note(Note::Counted));
        }
        LineFigure::Members => (Reckoning::new(Value::of(sums.members)), 0),
        LineFigure::Quota => {
            let house = report.allocation.house;
            let share = Ratio::new(sums.members, report.members)?.times(house)?;
            let all = Term::over(report.members, What::AllMembers);
            let terms = vec![members(), Term::times(Value::of(house), What::House), all];
            return Some(Reckoning::sum(Value::Ratio(share, 3), terms));
        }
        LineFigure::PerSeat => {
            let seats = u64::try_from(row.seats).ok()?;
            let value = Value::Ratio(Ratio::new(sums.members, seats)?, 1);
            let terms = vec![members(), Term::over(seats, What::Line(LineFigure::Seats))];
            return Some(Reckoning::sum(value, terms));
        }
        LineFigure::Deviation => return None,
        LineFigure::Unfilled => {
            let terms = vec![term(LineFigure::Seats), less(LineFigure::Elected)];
            (Reckoning::left(figure, row.left(), terms), row.elected_missing)
        }
        LineFigure::Actual => {
            let terms = vec![
                term(LineFigure::Elected),
                term(LineFigure::ByElected),
                less(LineFigure::Ended),
                less(LineFigure::Suspended),
            ];
            (Reckoning::sum(Value::Whole(row.actual()), terms), row.elected_missing)
        }
        LineFigure::Losses => {
            let terms =
                vec![term(LineFigure::ByElected), less(LineFigure::Ended), less(LineFigure::Suspended)];
            let value = Value::Change(row.by_elected - row.ended - row.suspended);
            (Reckoning::sum(value, terms), row.elected_missing)
        }
        LineFigure::Absent => {
            let terms = vec![term(LineFigure::Actual), less(LineFigure::Present)];
            let missing = row.elected_missing.max(row.present_missing);
            (Reckoning::left(figure, row.absences(), terms), missing)
        }
        LineFigure::Seats
        | LineFigure::Elected
        | LineFigure::ByElected
        | LineFigure::Ended
        | LineFigure::Suspended
        | LineFigure::Registered
        | LineFigure::OnLeave
        | LineFigure::Present => {
            let missing = match figure {
                LineFigure::Elected => row.elected_missing,
                LineFigure::Registered => row.registered_missing,
                LineFigure::Present => row.present_missing,
                _ => 0,
            };
            (Reckoning::new(Value::Whole(Line::plain(row, figure))), missing)
        }
    };
    let lacking = (missing > 0).then_some(Note::NotReported(missing));
    Some(reckoning.apart(ApartNote::SumOfRows(sums.units)).note_if(lacking))
}

/// The report of a house of another size, without what follows from the seats.
fn other(report: &Report, size: Seats) -> Report {
    let mut other = (*report.scenario).clone();
    other.allocating.house = size;
    // Lots belong to the ties of the house for which they were drawn.
    other.allocating.lots.clear();
    other.elections.clear();
    other.agenda.clear();
    other.composition.clear();
    derive(&Rc::new(other), None)
}

/// How many units would gain and lose.
fn other_house(report: &Report, size: Seats) -> Option<Reckoning> {
    let tried = other(report, size);
    let change = |(a, b): (&crate::scenario::UnitRow, &crate::scenario::UnitRow)| {
        i64::from(b.seats.get()) - i64::from(a.seats.get())
    };
    let changes = || report.units.iter().zip(&tried.units).map(change);
    let (gaining, losing) = (changes().filter(|n| *n > 0).count(), changes().filter(|n| *n < 0).count());
    let gained: i64 = changes().filter(|n| *n > 0).sum();
    let lost: i64 = changes().filter(|n| *n < 0).sum();
    let now = i64::from(report.scenario.allocating.house.get());
    let houses = vec![
        Term::plus(size.get().into(), What::Apart(ApartWhat::TriedHouse)),
        Term::minus(now, What::House),
    ];
    let units = vec![counted(gaining, ApartWhat::Gaining), counted(losing, ApartWhat::Losing)];
    let seats = vec![
        Term::plus(gained, What::Apart(ApartWhat::Gained)),
        Term::minus(-lost, What::Apart(ApartWhat::Lost)),
    ];
    let method = report.scenario.allocating.method.clone();
    let found = Reckoning::new(Value::of((gaining + losing) as u64))
        .then(Value::Change(i64::from(size.get()) - now), houses)
        .then(Value::of((gaining + losing) as u64), units)
        .then(Value::Change(gained + lost), seats)
        .apart(ApartNote::TriedHouse(size.get()))
        .note(Note::Method(method.clone()));
    Some(found.based(Some(Authority::Method(method))))
}

fn seats_at(report: &Report, unit: UnitId, size: Seats) -> Option<Reckoning> {
    let seats = Figure::Line(Whose::Unit(unit), LineFigure::Seats);
    Some(super::reckon(&other(report, size), None, &seats)?.apart(ApartNote::TriedHouse(size.get())))
}

/// A figure by the list of delegates, and beside it that of the table.
fn listed(report: &Report, whose: Whose, figure: LineFigure) -> Option<Reckoning> {
    let none = UnitPeople::default();
    let (people, row): (&UnitPeople, &Row) = match whose {
        Whose::Unit(id) => {
            let (at, _) = report.scenario.unit(id)?;
            (report.people.units.get(&id).unwrap_or(&none), &report.units.get(at)?.ledger)
        }
        Whose::Total => (&report.people.total, &report.total),
        Whose::Delegation(_) | Whose::Loose => return None,
    };
    let counts = &people.counts;
    let count = match figure {
        LineFigure::Elected => counts.elected,
        LineFigure::ByElected => counts.by_elected,
        LineFigure::Ended => counts.all_ended(),
        LineFigure::Suspended => counts.suspended,
        LineFigure::Actual => counts.actual(),
        LineFigure::Present => people.roll.complete()?,
        _ => return None,
    };
    let value = Value::of(count.into());
    let of = |n: u32, figure: LineFigure| plus(n.into(), What::Line(figure));
    let less = |n: u32, figure: LineFigure| Term::minus(n.into(), What::Line(figure));
    let mut found = Reckoning::new(value);
    if figure == LineFigure::Actual {
        let terms = vec![
            of(counts.elected, LineFigure::Elected),
            of(counts.by_elected, LineFigure::ByElected),
            less(counts.all_ended(), LineFigure::Ended),
            less(counts.suspended, LineFigure::Suspended),
        ];
        // More ended than there are makes none, which no sum says.
        if counts.elected + counts.by_elected >= counts.all_ended() + counts.suspended {
            found = found.then(value, terms);
        }
    }
    let persons = counts.elected + counts.by_elected + counts.unclear;
    let found = found.apart(ApartNote::OnList(persons));
    let found = if counts.unclear > 0 { found.apart(ApartNote::Unclear(counts.unclear)) } else { found };
    let missing = match figure {
        LineFigure::Present => row.present_missing,
        LineFigure::Elected | LineFigure::Actual => row.elected_missing,
        _ => 0,
    };
    let table = Line::plain(row, figure);
    Some(if missing == 0 && table != i64::from(count) {
        let terms = vec![
            Term::plus(count.into(), What::Apart(ApartWhat::ByList)),
            Term::minus(table, What::Apart(ApartWhat::ByTable)),
        ];
        found.then(Value::Change(i64::from(count) - table), terms)
    } else {
        found
    })
}

/// Who is where at the sitting that is shown, by the marks of the list.
fn roll(report: &Report) -> Reckoning {
    let roll = &report.people.total.roll;
    let all = u64::from(roll.present)
        + u64::from(roll.on_leave)
        + u64::from(roll.absent)
        + u64::from(roll.unmarked);
    let terms = vec![
        plus(roll.present.into(), What::Line(LineFigure::Present)),
        plus(roll.on_leave.into(), What::Line(LineFigure::OnLeave)),
        plus(roll.absent.into(), What::Apart(ApartWhat::MarkedAbsent)),
        plus(roll.unmarked.into(), What::Apart(ApartWhat::Unmarked)),
    ];
    let counts = &report.people.total.counts;
    let persons = counts.elected + counts.by_elected + counts.unclear;
    Reckoning::new(Value::of(roll.present.into()))
        .then(Value::of(all), terms)
        .apart(ApartNote::OnList(persons))
}

/// The latest day of something that is due.
fn deadline(report: &Report, at: u32) -> Option<Reckoning> {
    let calendar = &report.calendar;
    let due = calendar.due.get(usize::try_from(at).ok()?)?;
    let found = Reckoning::new(Value::Day(due.latest?)).apart(ApartNote::Before(due.before, calendar.day?));
    let found = match calendar.from {
        DayFrom::Sitting => found.apart(ApartNote::FromSitting),
        DayFrom::Entered => found,
    };
    let found = match due.before {
        Span::Months(_) => found.apart(ApartNote::Months),
        Span::Days(_) => found,
    };
    Some(match &due.task {
        Task::Stated { citation, .. } => found.based(Some(Authority::Citation(*citation))),
        Task::Own(_) => found.apart(ApartNote::Own),
    })
}

/// The part of a line in all members or in all seats.
fn share(report: &Report, whose: Whose, part: Part) -> Option<Reckoning> {
    let (members, seats) = match whose {
        Whose::Unit(id) => {
            let (at, unit) = report.scenario.unit(id)?;
            (unit.members.get(), report.units.get(at)?.ledger.seats)
        }
        Whose::Delegation(_) | Whose::Loose => {
            let id = match whose {
                Whose::Delegation(id) => Some(id),
                _ => None,
            };
            let row = report.delegations.iter().find(|row| row.id == id)?;
            (row.members, row.ledger.seats)
        }
        Whose::Total => return None,
    };
    let all = u64::try_from(report.total.seats).ok()? + report.open_seats();
    let (n, of, what, whole) = match part {
        Part::Members => (members, report.members, LineFigure::Members, What::AllMembers),
        Part::Seats => (u64::try_from(seats).ok()?, all, LineFigure::Seats, What::AllSeats),
    };
    Ratio::new(n, of)?;
    Some(Reckoning::sum(Value::Percent(n, of), vec![plus(n, What::Line(what)), Term::over(of, whole)]))
}

fn seats(report: &Report, taken: TakenSeats) -> Option<Reckoning> {
    if !matches!(report.allocation.state, AllocationState::Tied(_)) {
        return None;
    }
    let open = report.open_seats();
    let given = report.allocation.allocated;
    let house = plus(report.allocation.house, What::House);
    Some(match taken {
        TakenSeats::Open => {
            let less = Term { op: Op::Minus, value: Value::of(given), what: What::Line(LineFigure::Seats) };
            // Where minima let the house grow, the open ones are not what is left of it.
            let left = report.allocation.house == given + open;
            let found = if left {
                Reckoning::sum(Value::of(open), vec![house, less])
            } else {
                Reckoning::new(Value::of(open))
            };
            found.note(Note::Contested)
        }
        TakenSeats::All => {
            let terms =
                vec![plus(given, What::Line(LineFigure::Seats)), plus(open, What::Apart(ApartWhat::Open))];
            Reckoning::sum(Value::of(given + open), terms)
        }
        TakenSeats::Share => {
            let all = given + open;
            Ratio::new(open, all)?;
            let terms = vec![plus(open, What::Apart(ApartWhat::Open)), Term::over(all, What::AllSeats)];
            Reckoning::sum(Value::Percent(open, all), terms)
        }
    })
}

/// Units by their members per seat.
fn per_seat(report: &Report, range: Option<(Ratio, Ratio)>, how: Counted) -> Option<Reckoning> {
    let units = report.units.iter().zip(report.scenario.units.iter());
    let ratios: Vec<Ratio> = units.filter_map(|(row, unit)| row.per_seat(unit.members.get())).collect();
    let inside = |ratio: &&Ratio| range.is_none_or(|(from, to)| from <= **ratio && **ratio < to);
    let (found, all) = (ratios.iter().filter(inside).count() as u64, ratios.len() as u64);
    let reckoning = match how {
        Counted::Number => Reckoning::new(Value::of(found)).note(Note::Counted),
        Counted::Share => {
            Ratio::new(found, all)?;
            let terms = vec![
                plus(found, What::Apart(ApartWhat::Units)),
                Term::over(all, What::Apart(ApartWhat::UnitsWithSeats)),
            ];
            Reckoning::sum(Value::Percent(found, all), terms)
        }
    };
    Some(match range {
        Some((from, to)) => reckoning.apart(ApartNote::Range(from, to)),
        None => reckoning,
    })
}

/// What the least represented tenths of the members hold.
fn held(report: &Report, tenths: u64) -> Option<Reckoning> {
    let members: Vec<_> = report.scenario.units.iter().map(|unit| unit.members).collect();
    let seats: Vec<_> = report.units.iter().map(|unit| unit.seats).collect();
    let curve = Lorenz::of(&Shares::new(&members, &seats).ok()?);
    let end = *curve.points().last()?;
    let share = curve.seats_of(tenths, 10)?;
    let sought = Ratio::new(end.members.checked_mul(tenths)?, 10)?;
    let whole = curve.points().iter().skip(1).take_while(|point| Ratio::from(point.members) <= sought);
    let (units, last) = whole.fold((0, 0), |(units, _), point| (units + 1, point.seats));
    let terms = vec![
        plus(end.members, What::AllMembers),
        Term::times(Value::Fraction(Ratio::new(tenths, 10)?), What::Bare),
    ];
    let found = Reckoning::new(Value::InPercent(share))
        .then(Value::Ratio(sought, 1), terms)
        .apart(ApartNote::Held(units, last))
        .note(Note::Index(Indicator::Gini));
    Some(found.based(Some(Authority::Index(Indicator::Gini))))
}

/// Sittings at which the quorum was met, in all its measures.
fn quorums_met(report: &Report) -> Reckoning {
    let gates = || report.sittings.iter().map(|sitting| &sitting.gate);
    let met = gates().filter(|gate| gate.has_quorum()).count();
    let not = gates().filter(|gate| gate.lacks_quorum()).count();
    let all = report.sittings.len();
    let terms = vec![
        counted(met, ApartWhat::Met),
        counted(not, ApartWhat::NotMet),
        counted(all - met - not, ApartWhat::Undecided),
    ];
    Reckoning::new(Value::of(met as u64)).then(Value::of(all as u64), terms)
}
