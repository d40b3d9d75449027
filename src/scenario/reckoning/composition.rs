//! The target of a category, what is planned for it, and the cells of the matrix.

use super::{Authority, Note, Op, Reckoning, Term, Value, What};
use crate::num::Ratio;
use crate::scenario::{Amount, CategoryId, LineFigure, Plan, PlanCell, Report, UnitId, plan};
use std::borrow::Cow;

/// The number that a target comes to.
pub(super) fn target(report: &Report, id: CategoryId) -> Option<Reckoning> {
    let row = report.composition.iter().find(|row| row.id == id)?;
    let needed = row.needed?;
    let reckoning = Reckoning::new(Value::of(needed.number));
    let whole = Term { op: Op::Plus, value: Value::of(needed.whole), what: What::AllSeats };
    let (share, terms) = match (needed.target.amount, needed.among) {
        (Amount::Share(share), _) => (
            Ratio::new(share.num().into(), share.den().into()),
            vec![Term::times(Value::Share(share), What::Bare)],
        ),
        (Amount::MemberShare, Some((part, all))) => (
            Ratio::new(part, all),
            vec![Term::times(Value::of(part), What::CategoryMembers), Term::over(all, What::AllMembers)],
        ),
        _ => (None, Vec::new()),
    };
    let reckoning = match share.and_then(|share| share.times(needed.whole)) {
        Some(part) => reckoning
            .then(Value::Ratio(part, part.telling_digits()), std::iter::once(whole).chain(terms).collect()),
        None => reckoning,
    };
    Some(reckoning.note(Note::Target(needed)))
}

/// The matrix: as handed in, or worked out.
fn worked_out<'a>(report: &Report, matrix: Option<&'a Plan>) -> Option<Cow<'a, Plan>> {
    matrix.map(Cow::Borrowed).or_else(|| plan(report).ok().map(Cow::Owned))
}

/// The seats planned for a category, or for the others.
pub(super) fn planned(report: &Report, matrix: Option<&Plan>, id: Option<CategoryId>) -> Option<Reckoning> {
    let plan = worked_out(report, matrix)?;
    let planned = match id {
        Some(id) => plan.planned(id)?,
        None => plan.planned_others()?,
    };
    let cells = id.and_then(|id| report.composition.iter().find(|row| row.id == id));
    let target = cells.and_then(|row| row.needed).map(Note::Target);
    let reckoning = Reckoning::new(Value::of(planned)).note(Note::SumOfUnits(report.units.len()));
    Some(reckoning.note_if(target).based(Some(Authority::Composition)))
}

/// The seats of a unit for a category, or for the others.
pub(super) fn cell(
    report: &Report,
    matrix: Option<&Plan>,
    id: Option<CategoryId>,
    unit: UnitId,
) -> Option<Reckoning> {
    let (row, _) = report.scenario.unit(unit)?;
    let category = id.and_then(|id| report.scenario.composition.iter().find(|one| one.id == id));
    if let Some(locked) = category.and_then(|one| one.locks.get(&unit)) {
        return Some(Reckoning::new(Value::Whole(locked.get().into())).note(Note::Locked));
    }
    let plan = worked_out(report, matrix)?;
    let (cell, planned) = match id {
        Some(id) => (plan.cell(row, id)?, plan.planned(id)),
        None => (plan.others(row)?, plan.planned_others()),
    };
    let seats = i64::from(cell.seats.get());
    let value = if cell.contested { Value::Between(seats, seats + 1) } else { Value::Whole(seats) };
    let reckoning = Reckoning::new(value);
    let reckoning = match share_of(report, row, id, &cell, planned) {
        Some(terms) => reckoning.then(Value::Ratio(cell.fair.unwrap_or(Ratio::ZERO), 3), terms),
        None => reckoning,
    };
    let contested = cell.contested.then_some(Note::Contested);
    Some(reckoning.note(Note::Fair(cell)).note_if(contested).based(Some(Authority::Composition)))
}

/// The fair share as a calculation, where it is the number planned in proportion to seats, as it is without locked cells
/// and member figures.
fn share_of(
    report: &Report,
    row: usize,
    id: Option<CategoryId>,
    cell: &PlanCell,
    planned: Option<u64>,
) -> Option<Vec<Term>> {
    let (planned, seats) = (planned?, report.units.get(row)?.seats);
    let all = report.allocation.allocated;
    let fair = Ratio::new(planned, all)?.times(seats.get().into())?;
    (cell.fair == Some(fair)).then(|| {
        vec![
            Term { op: Op::Plus, value: Value::of(planned), what: What::Planned(id) },
            Term::times(Value::of(seats.get().into()), What::Line(LineFigure::Seats)),
            Term::over(all, What::AllSeats),
        ]
    })
}
