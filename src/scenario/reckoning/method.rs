//! What other methods would give, the indices, and the number that a body's rule asks for.

use super::{Authority, Note, Reckoning, Value};
use crate::apportion::Method;
use crate::index::Shown;
use crate::scenario::{Figure, Indicator, LineFigure, Report, Scheme, UnitId, Whose, derive, rivals};
use std::rc::Rc;

/// The seats of a unit under another method: as under the chosen one, in a scenario that differs in the method.
pub(super) fn rival(report: &Report, method: &Method, unit: UnitId) -> Option<Reckoning> {
    if matches!(report.scenario.allocating.scheme, Scheme::Key(_)) {
        return None;
    }
    let seats = Figure::Line(Whose::Unit(unit), LineFigure::Seats);
    if report.scenario.allocating.method == *method {
        return super::reckon(report, None, &seats);
    }
    let mut other = (*report.scenario).clone();
    other.allocating.method = method.clone();
    other.allocating.lots.clear();
    // What follows from the seats is not asked for here.
    other.elections.clear();
    other.agenda.clear();
    other.composition.clear();
    let (row, _) = other.unit(unit)?;
    let other = derive(&Rc::new(other), None);
    let chosen = report.units.get(row)?.seats.get();
    Some(super::reckon(&other, None, &seats)?.note(Note::Chosen(chosen.into())))
}

/// An index under a method.
pub(super) fn index(report: &Report, method: &Method, index: Indicator) -> Option<Reckoning> {
    let found = rivals(report, std::slice::from_ref(method));
    let (disproportion, inequality) = found.first()?.indices.as_ref()?;
    let (value, digits) = match index {
        Indicator::LoosemoreHanby => (disproportion.loosemore_hanby, 5),
        Indicator::Gallagher => (disproportion.gallagher, 4),
        Indicator::SainteLague => (disproportion.sainte_lague?, 6),
        Indicator::Dhondt => (disproportion.dhondt?, 4),
        Indicator::Gini => (inequality.gini, 5),
        Indicator::MaxMin => (inequality.max_min_ratio?, 3),
    };
    Some(
        Reckoning::new(Value::Index(Shown::new(value, digits)))
            .note(Note::Index(index))
            .based(Some(Authority::Index(index))),
    )
}

/// The house beside the number that the body's rule asks for.
pub(super) fn number(report: &Report) -> Option<Reckoning> {
    let check = report.number?;
    let reckoning = Reckoning::new(Value::of(check.house)).note(Note::NumberCheck(check));
    Some(reckoning.based(Some(Authority::Number(check.body.rule))))
}
