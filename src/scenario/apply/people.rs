//! What actions do to the list of delegates.

use super::take_id;
use crate::limits::{MAX_DELEGATES, MAX_MARKS, MAX_PEOPLE_BYTES};
use crate::scenario::people::fill;
use crate::scenario::{
    Attending, Delegate, DelegateDraft, DelegateEdit, DelegateId, Filling, Mandate, Name, NewUnits, People,
    PeopleAction, Placing, Scenario, SittingId, Told, Unit, UnitId, settle,
};
use std::collections::HashSet;
use std::rc::Rc;

/// Takes a change back that makes the texts of the list longer than they may be.
pub(super) fn within_limits(scenario: &mut Scenario, change: impl FnOnce(&mut Scenario)) {
    let before = scenario.people.text_bytes();
    let kept = scenario.clone();
    change(scenario);
    let after = scenario.people.text_bytes();
    if after > MAX_PEOPLE_BYTES && after > before {
        *scenario = kept;
    }
}

pub(super) fn act(scenario: &mut Scenario, action: &PeopleAction) {
    within_limits(scenario, |scenario| carry_out(scenario, action));
}

fn carry_out(scenario: &mut Scenario, action: &PeopleAction) {
    match action {
        PeopleAction::Import { drafts, placing, units, counting } => {
            if *placing == Placing::Replace {
                let basis = scenario.people.basis;
                scenario.people = People { basis, ..People::default() };
            }
            add(scenario, drafts);
            if *units == NewUnits::Add {
                add_units(scenario);
            }
            settle(None, scenario);
            if *counting == Filling::Fill {
                fill(scenario);
            }
        }
        PeopleAction::Add(draft) => add(scenario, std::slice::from_ref(draft)),
        PeopleAction::Edit(id, change) => edit(scenario, *id, change),
        PeopleAction::Remove(ids) => remove(scenario, &ids.iter().copied().collect()),
        PeopleAction::RemoveAll => scenario.people = People::default(),
        PeopleAction::Mark(ids, attending) => mark(scenario, ids, *attending),
        PeopleAction::Fill => fill(scenario),
        PeopleAction::SetBasis(basis) => scenario.people.basis = *basis,
        PeopleAction::AddUnits => add_units(scenario),
    }
}

fn add(scenario: &mut Scenario, drafts: &[DelegateDraft]) {
    let room = MAX_DELEGATES.saturating_sub(scenario.people.delegates.len());
    let mut fresh = Vec::new();
    let mut marked = Vec::new();
    for draft in drafts.iter().take(room) {
        let Some(id) = take_id(scenario).map(DelegateId) else { break };
        if let Some(attending) = draft.attending {
            marked.push((id, attending));
        }
        fresh.push(Rc::new(Delegate {
            id,
            name: draft.name.clone(),
            unit: Told::Unclear(draft.unit.clone()),
            mandate: mandate(&draft.mandate),
            categories: draft.categories.clone(),
            note: draft.note.clone(),
        }));
    }
    Rc::make_mut(&mut scenario.people.delegates).extend(fresh);
    for attending in Attending::ALL {
        let ids = marked.iter().filter(|(_, mark)| *mark == attending).map(|(id, _)| *id);
        mark(scenario, &ids.collect::<Vec<_>>(), Some(attending));
    }
}

/// Nothing told about the mandate means that there is nothing to tell: elected and holding.
fn mandate(told: &Told<Mandate>) -> Told<Mandate> {
    match told {
        Told::Unclear(text) if text.is_empty() => Told::Known(Mandate::default()),
        told => told.clone(),
    }
}

fn edit(scenario: &mut Scenario, id: DelegateId, change: &DelegateEdit) {
    let Some((at, _)) = scenario.people.delegate(id) else { return };
    let Some(delegate) = Rc::make_mut(&mut scenario.people.delegates).get_mut(at) else { return };
    let delegate = Rc::make_mut(delegate);
    match change {
        DelegateEdit::Name(name) => delegate.name = name.clone(),
        DelegateEdit::Unit(name) => delegate.unit = Told::Unclear(name.clone()),
        DelegateEdit::Mandate(mandate) => delegate.mandate = Told::Known(*mandate),
        DelegateEdit::Categories(categories) => delegate.categories = categories.clone(),
        DelegateEdit::Note(note) => delegate.note = note.clone(),
    }
}

fn remove(scenario: &mut Scenario, gone: &HashSet<DelegateId>) {
    if !scenario.people.delegates.iter().any(|delegate| gone.contains(&delegate.id)) {
        return;
    }
    Rc::make_mut(&mut scenario.people.delegates).retain(|delegate| !gone.contains(&delegate.id));
    for roll in scenario.people.rolls.values_mut() {
        if gone.iter().any(|id| roll.contains_key(id)) {
            Rc::make_mut(roll).retain(|id, _| !gone.contains(id));
        }
    }
    scenario.people.rolls.retain(|_, roll| !roll.is_empty());
}

/// Marks delegates of the list at the sitting that is shown.
fn mark(scenario: &mut Scenario, ids: &[DelegateId], attending: Option<Attending>) {
    let Some(sitting) = scenario.sitting().map(|sitting| sitting.id) else { return };
    let wanted: HashSet<DelegateId> = ids.iter().copied().collect();
    let listed = scenario.people.delegates.iter().map(|delegate| delegate.id);
    let listed: Vec<DelegateId> = listed.filter(|id| wanted.contains(id)).collect();
    let room = MAX_MARKS.saturating_sub(scenario.people.marks());
    let people = &mut scenario.people;
    let roll = Rc::make_mut(people.rolls.entry(sitting).or_default());
    let mut fresh = 0;
    for id in listed {
        match attending {
            Some(_) if !roll.contains_key(&id) && fresh == room => {}
            Some(mark) => fresh += usize::from(roll.insert(id, mark).is_none()),
            None => drop(roll.remove(&id)),
        }
    }
    if roll.is_empty() {
        people.rolls.remove(&sitting);
    }
}

/// Adds a unit without figures for each name that delegates tell and the table lacks.
fn add_units(scenario: &mut Scenario) {
    let known: HashSet<&Name> = scenario.units.iter().map(|unit| &unit.name).collect();
    let mut seen = HashSet::new();
    let mut missing = Vec::new();
    for delegate in scenario.people.delegates.iter() {
        if let Told::Unclear(name) = &delegate.unit
            && !name.is_empty()
            && !known.contains(name)
            && seen.insert(name)
        {
            missing.push(name.clone());
        }
    }
    for name in missing {
        if scenario.room() == 0 {
            return;
        }
        let Some(id) = take_id(scenario).map(UnitId) else { return };
        Rc::make_mut(&mut scenario.units).push(Rc::new(Unit { name, ..Unit::blank(id) }));
    }
}

/// Delegates of units that go keep the name of their unit.
pub(super) fn forget_units(scenario: &mut Scenario, gone: &HashSet<UnitId>) {
    let of_gone = |delegate: &Delegate| delegate.unit.known().is_some_and(|unit| gone.contains(unit));
    if !scenario.people.delegates.iter().any(|delegate| of_gone(delegate)) {
        return;
    }
    let names: std::collections::HashMap<UnitId, Name> = scenario
        .units
        .iter()
        .filter(|unit| gone.contains(&unit.id))
        .map(|unit| (unit.id, unit.name.clone()))
        .collect();
    for delegate in Rc::make_mut(&mut scenario.people.delegates) {
        if let Told::Known(unit) = &delegate.unit
            && let Some(name) = names.get(unit)
        {
            Rc::make_mut(delegate).unit = Told::Unclear(name.clone());
        }
    }
}

/// Marks at sittings that are gone go with them.
pub(super) fn forget_gone_sittings(scenario: &mut Scenario) {
    let known: HashSet<SittingId> = scenario.sittings.iter().map(|sitting| sitting.id).collect();
    scenario.people.rolls.retain(|id, _| known.contains(id));
}
