//! The composition in the papers: each category with its target, and the matrix of units and categories.

use super::{Asked, Table};
use crate::language::Language;
use crate::scenario::{CategoryId, CategoryKind, Field, Plan, PlanCell, Report, plan};
use crate::text::number::grouped;
use crate::text::{CompositionKey, CompositionMsg, Msg, say};

/// Nothing where there are no categories; the targets alone while the seats are not settled.
pub(super) fn tables(report: &Report, language: Language) -> Vec<Table> {
    if report.composition.is_empty() {
        return Vec::new();
    }
    let plan = plan(report).ok();
    let mut tables = vec![targets(report, plan.as_ref(), language)];
    tables.extend(plan.as_ref().map(|plan| matrix(report, plan, language)));
    tables
}

fn name(report: &Report, at: usize, language: Language) -> String {
    match report.scenario.composition.get(at) {
        Some(category) if !category.name.is_empty() => category.name.as_str().to_owned(),
        _ => say(language, &Msg::Composition(CompositionMsg::Unnamed(at + 1))).into_owned(),
    }
}

fn targets(report: &Report, plan: Option<&Plan>, language: Language) -> Table {
    let say = |msg: CompositionMsg<'_>| say(language, &Msg::Composition(msg)).into_owned();
    let key = |key| say(CompositionMsg::Key(key));
    let rows = report.composition.iter().enumerate().map(|(at, row)| {
        let target = row
            .needed
            .as_ref()
            .map_or_else(|| key(CompositionKey::NoTarget), |needed| say(CompositionMsg::Needed(needed)));
        let planned = plan.and_then(|plan| plan.planned(row.id)).zip(row.needed.as_ref());
        let planned = planned.map_or_else(String::new, |(n, needed)| say(CompositionMsg::Planned(n, needed)));
        vec![name(report, at, language), target, planned]
    });
    Table {
        caption: key(CompositionKey::Table),
        head: vec![
            key(CompositionKey::Categories),
            key(CompositionKey::TargetRow),
            key(CompositionKey::PlannedRow),
        ],
        rows: rows.collect(),
        foot: Vec::new(),
        asked: Asked::Targets,
    }
}

fn matrix(report: &Report, plan: &Plan, language: Language) -> Table {
    let words = |msg: &Msg<'_>| say(language, msg).into_owned();
    let key = |key| words(&Msg::Composition(CompositionMsg::Key(key)));
    let exclusive = report.scenario.composition.iter().any(|one| one.kind == CategoryKind::Exclusive);
    let names = (0..report.composition.len()).map(|at| name(report, at, language));
    let others = exclusive.then(|| key(CompositionKey::Others));
    let head = [words(&Msg::Field(Field::Name)), words(&Msg::Field(Field::Seats))];
    let cell = |row: usize, category: CategoryId| match plan.cell(row, category) {
        Some(cell) => figure(cell),
        None => locked(report, row, category),
    };
    let rows = report.scenario.units.iter().zip(&report.units).enumerate().map(|(row, (unit, line))| {
        let mut cells = vec![unit.name.as_str().to_owned(), grouped(line.seats.get().into())];
        cells.extend(report.composition.iter().map(|category| cell(row, category.id)));
        cells.extend(exclusive.then(|| plan.others(row).map_or_else(String::new, figure)));
        cells
    });
    let total = |n: Option<u64>| n.map_or_else(String::new, grouped);
    let mut foot = vec![key(CompositionKey::PlannedRow), grouped(report.allocation.allocated)];
    foot.extend(report.composition.iter().map(|row| total(plan.planned(row.id))));
    foot.extend(exclusive.then(|| total(plan.planned_others())));
    Table {
        caption: key(CompositionKey::Matrix),
        head: head.into_iter().chain(names).chain(others).collect(),
        rows: rows.collect(),
        foot,
        asked: Asked::Matrix,
    }
}

fn figure(cell: PlanCell) -> String {
    let seats = grouped(cell.seats.get().into());
    if cell.contested { format!("{seats} +1?") } else { seats }
}

/// A cell fixed by hand in a category that is not worked out.
fn locked(report: &Report, row: usize, category: CategoryId) -> String {
    let unit = report.scenario.units.get(row).map(|unit| unit.id);
    let category = report.scenario.composition.iter().find(|one| one.id == category);
    let seats = unit.zip(category).and_then(|(unit, category)| category.locks.get(&unit));
    seats.map_or_else(String::new, |seats| grouped(seats.get().into()))
}
