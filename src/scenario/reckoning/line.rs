//! The figures of the lines of units and delegations, of the total and of the sittings.

use super::{Note, Reckoning, Term, Value, What};
use crate::num::Ratio;
use crate::roster::{Reason, Row};
use crate::scenario::attendance::Attendance;
use crate::scenario::{
    AllocationState, Field, Headcount, LineFigure, Report, Scheme, SittingId, Tally, Unit, UnitRow, Whose,
};
use crate::threshold::Base;

/// Units whose figures are named one by one in a sum; of more, their number is told.
const NAMED: usize = 6;

/// The line that is asked about.
pub(super) struct Line<'a> {
    report: &'a Report,
    whose: Whose,
    row: &'a Row,
    members: u64,
    /// The places of its units; of the total, all.
    units: Vec<usize>,
}

impl<'a> Line<'a> {
    fn of(report: &'a Report, whose: Whose) -> Option<Self> {
        let scenario = &report.scenario;
        let within = |delegation| {
            let all = scenario.units.iter().enumerate();
            all.filter(|(_, unit)| unit.delegation == delegation).map(|(at, _)| at).collect()
        };
        let of_delegation = |id| report.delegations.iter().find(|row| row.id == id);
        Some(match whose {
            Whose::Unit(id) => {
                let (at, unit) = scenario.unit(id)?;
                let row = &report.units.get(at)?.ledger;
                Self { report, whose, row, members: unit.members.get(), units: vec![at] }
            }
            Whose::Delegation(id) => {
                let found = of_delegation(Some(id))?;
                let units = within(Some(id));
                Self { report, whose, row: &found.ledger, members: found.members, units }
            }
            Whose::Loose => {
                let found = of_delegation(None)?;
                Self { report, whose, row: &found.ledger, members: found.members, units: within(None) }
            }
            Whose::Total => {
                let units = (0..report.units.len()).collect();
                Self { report, whose, row: &report.total, members: report.members, units }
            }
        })
    }

    fn unit(&self) -> Option<(usize, &'a Unit, &'a UnitRow)> {
        let (Whose::Unit(_), Some(&at)) = (self.whose, self.units.first()) else { return None };
        Some((at, self.report.scenario.units.get(at)?, self.report.units.get(at)?))
    }

    /// A figure that is not derived from others of its line.
    pub(super) fn plain(row: &Row, figure: LineFigure) -> i64 {
        match figure {
            LineFigure::Seats => row.seats,
            LineFigure::Elected => row.elected,
            LineFigure::ByElected => row.by_elected,
            LineFigure::Ended => row.ended,
            LineFigure::Suspended => row.suspended,
            LineFigure::Registered => row.registered,
            LineFigure::OnLeave => row.on_leave,
            LineFigure::Present => row.present,
            LineFigure::Actual => row.actual(),
            _ => 0,
        }
    }

    fn plus(&self, figure: LineFigure) -> Term {
        Term::plus(Self::plain(self.row, figure), What::Line(figure))
    }

    fn minus(&self, figure: LineFigure) -> Term {
        Term::minus(Self::plain(self.row, figure), What::Line(figure))
    }

    /// Units that have not reported what a figure rests on.
    fn missing(&self, figure: LineFigure) -> u32 {
        match figure {
            LineFigure::Elected | LineFigure::Unfilled | LineFigure::Actual | LineFigure::Losses => {
                self.row.elected_missing
            }
            LineFigure::Present => self.row.present_missing,
            LineFigure::Registered => self.row.registered_missing,
            LineFigure::Absent => self.row.elected_missing.max(self.row.present_missing),
            _ => 0,
        }
    }

    /// A figure that is entered by unit: where it is from, or the sum of its units.
    fn entered(&self, figure: LineFigure) -> Reckoning {
        let value = Value::Whole(Self::plain(self.row, figure));
        let Some((_, unit, _)) = self.unit() else { return self.added(figure, value) };
        let led = self.report.scenario.followed().of_unit(unit.id);
        let leader = led.leader(match figure {
            LineFigure::Present => Field::Present,
            LineFigure::OnLeave => Field::OnLeave,
            LineFigure::Registered => Field::Registered,
            _ => Field::Elected,
        });
        let reckoning = match figure {
            LineFigure::Ended if !unit.mandates.endings.is_empty() => Reckoning::sum(value, self.reasons()),
            _ => Reckoning::new(value),
        };
        reckoning.note(leader.map_or(Note::Entered, Note::Follows))
    }

    /// Ended mandates by reason.
    fn reasons(&self) -> Vec<Term> {
        let units = self.units.iter().filter_map(|at| self.report.scenario.units.get(*at));
        let endings: Vec<_> = units.flat_map(|unit| &unit.mandates.endings).collect();
        let sum = |reason: Reason| {
            let of = endings.iter().filter(|ending| ending.reason == reason);
            of.map(|ending| i64::from(ending.count.get())).sum()
        };
        Reason::ALL.into_iter().map(|reason| Term::plus(sum(reason), What::Reason(reason))).collect()
    }

    /// The sum over the units of the line.
    fn added(&self, figure: LineFigure, value: Value) -> Reckoning {
        if figure == LineFigure::Present
            && let Some(reckoning) = self.present_otherwise(value)
        {
            return reckoning;
        }
        let count = self.units.len();
        let reckoning = if figure == LineFigure::Ended && self.row.ended > 0 {
            Reckoning::sum(value, self.reasons())
        } else if (1..=NAMED).contains(&count) {
            let term = |at: &usize| {
                let row = self.report.units.get(*at)?;
                Some(Term::plus(Self::plain(&row.ledger, figure), What::Unit(row.id)))
            };
            Reckoning::sum(value, self.units.iter().filter_map(term).collect())
        } else {
            Reckoning::new(value)
        };
        let missing = self.missing(figure);
        reckoning
            .note_if((count != 1).then_some(Note::SumOfUnits(count)))
            .note_if((missing > 0).then_some(Note::NotReported(missing)))
    }

    /// Those present, where the sitting that is shown does not count them by unit.
    fn present_otherwise(&self, value: Value) -> Option<Reckoning> {
        let sitting = self.report.scenario.sitting()?;
        let missing = self.row.present_missing;
        let missing = (missing > 0).then_some(Note::NotReported(missing));
        Some(match (&sitting.tally, self.whose) {
            (Tally::ByUnit, _) => return None,
            (Tally::ByDelegation(figures), Whose::Total) => {
                Reckoning::new(value).note(Note::SumOfDelegations(figures.len())).note_if(missing)
            }
            _ => Reckoning::new(value).note(Note::Entered).note_if(missing),
        })
    }
}

/// A figure of a line.
pub(super) fn line(report: &Report, whose: Whose, figure: LineFigure) -> Option<Reckoning> {
    let line = Line::of(report, whose)?;
    let row = line.row;
    let missing = line.missing(figure);
    // A unit's figure that rests on one not reported is not shown; sums are, with what they lack.
    if matches!(whose, Whose::Unit(_)) && missing > 0 {
        return None;
    }
    let lacking = (missing > 0).then_some(Note::NotReported(missing));
    let over = |units: usize| (!matches!(whose, Whose::Unit(_))).then_some(Note::SumOfUnits(units));
    let whole = |reckoning: Reckoning| reckoning.note_if(over(line.units.len())).note_if(lacking.clone());
    let derived = |value: Value, terms: Vec<Term>| whole(Reckoning::sum(value, terms));
    Some(match figure {
        LineFigure::Units => Reckoning::new(Value::of(line.units.len() as u64)).note(Note::Counted),
        LineFigure::Delegations => {
            Reckoning::new(Value::of(report.scenario.delegations.len() as u64)).note(Note::Counted)
        }
        LineFigure::Members => members(&line),
        LineFigure::Quota => return quota(&line),
        LineFigure::Seats => match line.unit() {
            Some((at, unit, found)) => super::seats::seats(report, at, unit, found),
            None => all_seats(&line),
        },
        LineFigure::PerSeat => return per_seat(&line),
        LineFigure::Deviation => {
            let (_, _, found) = line.unit()?;
            let (side, distance) = found.deviation()?;
            let quota = Term {
                op: super::Op::Minus,
                value: Value::Ratio(found.quota()?, 3),
                what: What::Line(LineFigure::Quota),
            };
            Reckoning::sum(Value::Deviation(side, distance), vec![line.plus(LineFigure::Seats), quota])
        }
        LineFigure::Unfilled => {
            let terms = vec![line.plus(LineFigure::Seats), line.minus(LineFigure::Elected)];
            whole(Reckoning::left(figure, row.left(), terms))
        }
        LineFigure::Actual => derived(
            Value::Whole(row.actual()),
            vec![
                line.plus(LineFigure::Elected),
                line.plus(LineFigure::ByElected),
                line.minus(LineFigure::Ended),
                line.minus(LineFigure::Suspended),
            ],
        ),
        LineFigure::Losses => {
            let value = Value::Change(row.by_elected - row.ended - row.suspended);
            let why = vec![
                line.plus(LineFigure::ByElected),
                line.minus(LineFigure::Ended),
                line.minus(LineFigure::Suspended),
            ];
            let reckoning =
                derived(value, vec![line.plus(LineFigure::Actual), line.minus(LineFigure::Elected)]);
            let reckoning = reckoning.then(value, why);
            if row.ended > 0 { reckoning.then(Value::Whole(row.ended), line.reasons()) } else { reckoning }
        }
        LineFigure::Absent => {
            let terms = vec![line.plus(LineFigure::Actual), line.minus(LineFigure::Present)];
            whole(Reckoning::left(figure, row.absences(), terms))
        }
        LineFigure::Elected
        | LineFigure::ByElected
        | LineFigure::Ended
        | LineFigure::Suspended
        | LineFigure::Registered
        | LineFigure::OnLeave
        | LineFigure::Present => line.entered(figure),
    })
}

fn members(line: &Line<'_>) -> Reckoning {
    let value = Value::of(line.members);
    let reckoning = Reckoning::new(value);
    match line.whose {
        Whose::Unit(_) => reckoning.note(Note::Entered),
        _ => reckoning.note(Note::SumOfUnits(line.units.len())),
    }
}

/// The exact share of a unit; of the total, the house.
fn quota(line: &Line<'_>) -> Option<Reckoning> {
    let house = line.report.allocation.house;
    let open = matches!(line.report.scenario.allocating.scheme, Scheme::Key(_));
    let Some((_, _, found)) = line.unit() else {
        let source = if open { Note::OpenHouse } else { Note::Entered };
        return Some(Reckoning::new(Value::of(house)).note(source));
    };
    let terms = vec![
        Term::plus(i64::try_from(line.members).ok()?, What::Line(LineFigure::Members)),
        Term::times(Value::of(house), What::House),
        Term::over(line.report.members, What::AllMembers),
    ];
    Some(Reckoning::sum(Value::Ratio(found.quota()?, 3), terms))
}

fn per_seat(line: &Line<'_>) -> Option<Reckoning> {
    let (seats, what) = match line.whose {
        Whose::Total => (line.report.allocation.allocated, What::AllSeats),
        _ => (u64::try_from(line.row.seats).ok()?, What::Line(LineFigure::Seats)),
    };
    let value = Value::Ratio(Ratio::new(line.members, seats)?, 1);
    let members = match line.whose {
        Whose::Total => What::AllMembers,
        _ => What::Line(LineFigure::Members),
    };
    Some(Reckoning::sum(
        value,
        vec![Term::plus(i64::try_from(line.members).ok()?, members), Term::over(seats, what)],
    ))
}

/// Seats of several units, and why they are not the house.
fn all_seats(line: &Line<'_>) -> Reckoning {
    let reckoning = line.added(LineFigure::Seats, Value::Whole(line.row.seats));
    if line.whose != Whose::Total {
        return reckoning;
    }
    let allocation = &line.report.allocation;
    reckoning.note_if(match &allocation.state {
        AllocationState::Tied(_) => Some(Note::OpenSeats(line.report.open_seats())),
        AllocationState::Settled if allocation.allocated > allocation.house => Some(Note::Grown),
        AllocationState::Settled => None,
        AllocationState::Refused(_) | AllocationState::Impossible => Some(Note::LastGood),
    })
}

/// A figure of a sitting.
pub(super) fn sitting(report: &Report, id: SittingId, headcount: Headcount) -> Option<Reckoning> {
    let result = report.sittings.iter().find(|sitting| sitting.id == id)?;
    let sitting = report.scenario.sittings.iter().find(|sitting| sitting.id == id)?;
    match headcount {
        Headcount::Due if sitting.stated_due.is_some() => {
            Some(Reckoning::new(Value::of(result.due()?)).note(Note::Stated))
        }
        Headcount::Due => {
            result.due()?;
            line(report, Whose::Total, LineFigure::Actual)
        }
        Headcount::Present => {
            let value = Value::of(result.attended()?.count());
            let missing = Attendance::of(&report.scenario, sitting).missing;
            let reckoning = Reckoning::new(value).note(match &sitting.tally {
                Tally::ByUnit => Note::SumOfUnits(report.units.len()),
                Tally::ByDelegation(figures) => Note::SumOfDelegations(figures.len()),
                Tally::Whole(_) => Note::Entered,
            });
            Some(reckoning.note_if((missing > 0).then_some(Note::NotReported(missing))))
        }
        Headcount::Share => {
            let (present, due) = (result.present()?, result.due()?);
            Ratio::new(present, due)?;
            Some(Reckoning::sum(
                Value::Percent(present, due),
                vec![
                    Term {
                        op: super::Op::Plus,
                        value: Value::of(present),
                        what: What::Line(LineFigure::Present),
                    },
                    Term::over(due, What::Base(Base::Due)),
                ],
            ))
        }
    }
}
