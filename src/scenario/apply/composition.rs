//! What actions do to the categories of the composition.

use super::take_id;
use crate::limits::MAX_CATEGORIES;
use crate::num::{Seats, Weight};
use crate::scenario::{Category, CategoryEdit, CategoryId, CompositionAction, Scenario, UnitId};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

pub(super) fn apply(scenario: &mut Scenario, action: &CompositionAction) {
    match action {
        CompositionAction::Add { name, kind, target } => {
            if scenario.composition.len() < MAX_CATEGORIES
                && let Some(id) = take_id(scenario).map(CategoryId)
            {
                let (name, kind, target) = (name.clone(), *kind, *target);
                scenario.composition.push(Category { name, kind, target, ..Category::blank(id) });
            }
        }
        CompositionAction::Edit(id, change) => edit(scenario, *id, change),
        CompositionAction::Remove(id) => scenario.composition.retain(|category| category.id != *id),
        CompositionAction::Move(id, to) => {
            if let Some(from) = scenario.composition.iter().position(|category| category.id == *id) {
                let category = scenario.composition.remove(from);
                scenario.composition.insert((*to).min(scenario.composition.len()), category);
            }
        }
        CompositionAction::Lock(cells) => {
            let known = known(scenario, cells.iter().map(|(_, unit, _)| *unit));
            for (id, unit, seats) in cells.iter().filter(|(_, unit, _)| known.contains(unit)) {
                if let Some(category) = scenario.composition.iter_mut().find(|one| one.id == *id) {
                    put(&mut category.locks, *unit, *seats);
                }
            }
        }
        CompositionAction::UnlockAll => {
            for category in scenario.composition.iter_mut().filter(|category| !category.locks.is_empty()) {
                category.locks = Rc::default();
            }
        }
        CompositionAction::Members(cells) => {
            let known = known(scenario, cells.iter().map(|(_, unit, _)| *unit));
            for (id, unit, members) in cells.iter().filter(|(_, unit, _)| known.contains(unit)) {
                if let Some(category) = scenario.composition.iter_mut().find(|one| one.id == *id) {
                    put(&mut category.by_unit, *unit, *members);
                }
            }
        }
    }
}

fn edit(scenario: &mut Scenario, id: CategoryId, change: &CategoryEdit) {
    let Some(category) = scenario.composition.iter_mut().find(|category| category.id == id) else { return };
    match change {
        CategoryEdit::Name(name) => category.name = name.clone(),
        CategoryEdit::Kind(kind) => category.kind = *kind,
        CategoryEdit::Target(target) => category.target = *target,
        CategoryEdit::Members(members) => category.members = *members,
    }
}

/// Those of some units that there are.
fn known(scenario: &Scenario, ids: impl Iterator<Item = UnitId>) -> HashSet<UnitId> {
    let wanted: HashSet<UnitId> = ids.collect();
    scenario.units.iter().map(|unit| unit.id).filter(|id| wanted.contains(id)).collect()
}

fn put<T: Clone>(figures: &mut Rc<BTreeMap<UnitId, T>>, unit: UnitId, value: Option<T>) {
    match value {
        Some(value) => drop(Rc::make_mut(figures).insert(unit, value)),
        None if figures.contains_key(&unit) => drop(Rc::make_mut(figures).remove(&unit)),
        None => {}
    }
}

pub(super) fn forget_units(scenario: &mut Scenario, gone: &HashSet<UnitId>) {
    for category in &mut scenario.composition {
        forget::<Seats>(&mut category.locks, gone);
        forget::<Weight>(&mut category.by_unit, gone);
    }
}

fn forget<T: Clone>(figures: &mut Rc<BTreeMap<UnitId, T>>, gone: &HashSet<UnitId>) {
    if figures.keys().any(|id| gone.contains(id)) {
        Rc::make_mut(figures).retain(|id, _| !gone.contains(id));
    }
}
