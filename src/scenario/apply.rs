//! `apply`: one action on one scenario. Pure and total: an action that makes no sense here changes nothing.

mod agenda;
mod calendar;
mod composition;
mod elections;
mod people;
mod rules;
mod sittings;

pub(super) use elections::is_another;

use super::{
    Action, Body, Delegation, DelegationId, Draw, Name, Scenario, Unit, UnitDraft, UnitEdit, UnitId,
    entries_fit, settle,
};
use crate::limits::MAX_LOTS;
use crate::num::Count;
use crate::roster::{Ending, Reason};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The scenario after `action`, or `None` if the action changes nothing.
pub fn apply(scenario: &Scenario, action: &Action) -> Option<Scenario> {
    if let Action::Replace(other, _) = action {
        return (**other != *scenario).then(|| (**other).clone());
    }
    let mut next = scenario.clone();
    act(&mut next, action);
    settle(Some(scenario), &mut next);
    (next != *scenario).then_some(next)
}

/// What is done before the list of delegates and the table are put in order.
pub(super) fn act(next: &mut Scenario, action: &Action) {
    match action {
        Action::SetTitle(title) => next.title = title.clone(),
        Action::SetHouse(house) => next.allocating.house = *house,
        Action::Edit(edits) => edit(next, edits),
        _ => further(next, action),
    }
}

/// What is not done by the first keys of a new page. Apart, so that the page need not wait for it.
#[inline(never)]
fn further(next: &mut Scenario, action: &Action) {
    match action {
        Action::SetTitle(_) | Action::SetHouse(_) | Action::Edit(_) | Action::Replace(..) => {}
        Action::SetMethod(method) => next.allocating.method = method.clone(),
        Action::SetScheme(scheme) => next.allocating.scheme = scheme.clone(),
        Action::SetMinimumRule(rule) => next.allocating.minimum_rule = *rule,
        Action::SetMinimum(minimum) => next.allocating.minimum = *minimum,
        Action::RecordLot(lot) => record(next, lot),
        Action::ForgetLots => next.allocating.lots.clear(),
        Action::SetRules(rules) => next.rules = rules.clone(),
        Action::SetBody(body) => next.body = body.map(Body::fitted),
        Action::EditCalendar(change) => calendar::edit(next, change),
        Action::Rules(action) => rules::change(next, action),
        Action::AddSitting(name) => sittings::add(next, name),
        Action::EditSitting(id, change) => sittings::edit(next, *id, change),
        Action::RemoveSitting(id) => {
            sittings::remove(next, *id);
            people::forget_gone_sittings(next);
        }
        Action::MoveSitting(id, to) => sittings::shift(next, *id, *to),
        Action::ShowSitting(id) => sittings::show(next, *id),
        Action::Agenda(action) => agenda::act(next, action),
        Action::Election(action) => elections::act(next, action),
        Action::Insert { at, drafts } => insert(next, *at, drafts),
        Action::Paste { edits, appended } => {
            let end = next.units.len();
            insert(next, end, appended);
            edit(next, edits);
        }
        Action::Remove(ids) => people::within_limits(next, |next| remove(next, ids)),
        Action::Move { units, to } => shift(next, units, *to),
        Action::Sort { units, .. } => reorder(next, units),
        Action::RenameDelegation(id, name) => rename(next, *id, name),
        Action::Composition(action) => composition::apply(next, action),
        Action::People(action) => people::act(next, action),
    }
}

/// Puts a lot behind all others, once.
fn record(scenario: &mut Scenario, lot: &Draw) {
    let lots = &mut scenario.allocating.lots;
    lots.retain(|known| known != lot);
    if lots.len() < MAX_LOTS && lot.check(scenario.next_id).is_ok() {
        lots.push(lot.clone());
    }
}

fn edit(scenario: &mut Scenario, edits: &[(UnitId, UnitEdit)]) {
    let before = Rc::clone(&scenario.units);
    let mut names = Delegations::default();
    let rows = scenario.rows_of(edits.iter().map(|(id, _)| *id));
    for (id, change) in edits {
        if let Some(&row) = rows.get(id) {
            edit_unit(scenario, &mut names, row, change);
        }
    }
    prune_delegations(scenario, &before);
}

fn edit_unit(scenario: &mut Scenario, names: &mut Delegations, row: usize, change: &UnitEdit) {
    let delegation = match change {
        UnitEdit::Delegation(name) => names.named(scenario, name),
        _ => None,
    };
    if let UnitEdit::Registered(_) | UnitEdit::OnLeave(_) | UnitEdit::Present(_) = change {
        if let Some(id) = scenario.units.get(row).map(|unit| unit.id) {
            sittings::attend(scenario, id, change);
        }
        return;
    }
    let Some(unit) = Rc::make_mut(&mut scenario.units).get_mut(row) else { return };
    let unit = Rc::make_mut(unit);
    match change {
        UnitEdit::Name(name) => unit.name = name.clone(),
        UnitEdit::Delegation(_) => unit.delegation = delegation,
        UnitEdit::Members(members) => unit.members = *members,
        UnitEdit::Min(min) => unit.min = *min,
        UnitEdit::Max(max) => unit.max = *max,
        UnitEdit::Locked(seats) => unit.locked = *seats,
        UnitEdit::Elected(elected) => unit.mandates.elected = *elected,
        UnitEdit::ByElected(count) => unit.mandates.by_elected = *count,
        UnitEdit::Ended(reason, count) => end(&mut unit.mandates.endings, *reason, *count),
        UnitEdit::Suspended(count) => unit.mandates.suspended = *count,
        UnitEdit::Endings(endings) => {
            let kept: Vec<_> = endings.iter().filter(|ending| ending.count > Count::ZERO).cloned().collect();
            // Whole or not at all: what is left out would be missing without a word.
            if entries_fit(&kept) {
                unit.mandates.endings = kept;
            }
        }
        UnitEdit::Registered(_) | UnitEdit::OnLeave(_) | UnitEdit::Present(_) => {}
    }
}

/// Replaces the entries of one reason by a single one, in place of the first; zero removes them.
fn end(endings: &mut Vec<Ending>, reason: Reason, count: Count) {
    let at = endings.iter().position(|e| e.reason == reason).unwrap_or(endings.len());
    // The day and the note of the first entry stay with it.
    let first = endings.get(at).cloned().unwrap_or_else(|| Ending::new(reason, count));
    endings.retain(|e| e.reason != reason);
    if count > Count::ZERO {
        endings.insert(at.min(endings.len()), Ending { count, ..first });
    }
}

/// Delegations by name, read once per action, so that pasting many rows stays linear.
#[derive(Default)]
struct Delegations {
    known: Option<HashMap<Name, DelegationId>>,
}

impl Delegations {
    /// The delegation of this name, made if there is none; `None` for an empty name.
    fn named(&mut self, scenario: &mut Scenario, name: &Name) -> Option<DelegationId> {
        if name.is_empty() {
            return None;
        }
        let read = || scenario.delegations.iter().map(|d| (d.name.clone(), d.id)).collect();
        let known = self.known.get_or_insert_with(read);
        if let Some(id) = known.get(name) {
            return Some(*id);
        }
        let id = DelegationId(take_id(scenario)?);
        known.insert(name.clone(), id);
        Rc::make_mut(&mut scenario.delegations).push(Delegation { id, name: name.clone() });
        Some(id)
    }
}

/// Drops delegations that no unit belongs to any more; `before` are the units as they belonged to them.
fn prune_delegations(scenario: &mut Scenario, before: &[Rc<Unit>]) {
    if scenario.delegations.is_empty() {
        return;
    }
    let used: HashSet<DelegationId> = scenario.units.iter().filter_map(|unit| unit.delegation).collect();
    if used.len() < scenario.delegations.len() {
        Rc::make_mut(&mut scenario.delegations).retain(|delegation| used.contains(&delegation.id));
        sittings::pass_on(scenario, before, &used);
    }
}

fn take_id(scenario: &mut Scenario) -> Option<u32> {
    let id = scenario.next(0)?;
    scenario.next_id = id + 1;
    Some(id)
}

fn insert(scenario: &mut Scenario, at: usize, drafts: &[UnitDraft]) {
    let at = at.min(scenario.units.len());
    let mut fresh = Vec::new();
    for _ in drafts.iter().take(scenario.room()) {
        let Some(id) = take_id(scenario) else { break };
        fresh.push(Rc::new(Unit::blank(UnitId(id))));
    }
    let added = fresh.len();
    let before = Rc::clone(&scenario.units);
    let mut names = Delegations::default();
    Rc::make_mut(&mut scenario.units).splice(at..at, fresh);
    for (row, draft) in (at..at + added).zip(drafts) {
        for change in draft {
            edit_unit(scenario, &mut names, row, change);
        }
    }
    // A draft may name several: the last is in force.
    prune_delegations(scenario, &before);
}

fn remove(scenario: &mut Scenario, ids: &[UnitId]) {
    let gone: HashSet<UnitId> = ids.iter().copied().collect();
    if !scenario.units.iter().any(|unit| gone.contains(&unit.id)) {
        return;
    }
    people::forget_units(scenario, &gone);
    let before = Rc::clone(&scenario.units);
    Rc::make_mut(&mut scenario.units).retain(|unit| !gone.contains(&unit.id));
    sittings::forget_units(scenario, &gone);
    composition::forget_units(scenario, &gone);
    prune_delegations(scenario, &before);
}

fn shift(scenario: &mut Scenario, ids: &[UnitId], to: usize) {
    let moving: HashSet<UnitId> = ids.iter().copied().collect();
    let (moved, mut rest): (Vec<_>, Vec<_>) =
        scenario.units.iter().cloned().partition(|unit| moving.contains(&unit.id));
    let to = to.min(rest.len());
    rest.splice(to..to, moved);
    scenario.units = Rc::new(rest);
}

/// Puts the units in the order of `ids`. Whoever is not named follows, whoever is named twice counts once.
fn reorder(scenario: &mut Scenario, ids: &[UnitId]) {
    let mut rest: HashMap<UnitId, Rc<Unit>> =
        scenario.units.iter().map(|unit| (unit.id, Rc::clone(unit))).collect();
    let mut units: Vec<Rc<Unit>> = ids.iter().filter_map(|id| rest.remove(id)).collect();
    units.extend(scenario.units.iter().filter(|unit| rest.contains_key(&unit.id)).cloned());
    scenario.units = Rc::new(units);
}

/// Renames a delegation. If another has that name already, the two become one.
fn rename(scenario: &mut Scenario, id: DelegationId, name: &Name) {
    if name.is_empty() || scenario.delegation(id).is_none() {
        return;
    }
    let twin = scenario.delegations.iter().find(|d| d.name == *name && d.id != id).map(|d| d.id);
    if let Some(twin) = twin {
        let before = Rc::clone(&scenario.units);
        for unit in Rc::make_mut(&mut scenario.units) {
            if unit.delegation == Some(id) {
                Rc::make_mut(unit).delegation = Some(twin);
            }
        }
        return prune_delegations(scenario, &before);
    }
    for delegation in Rc::make_mut(&mut scenario.delegations) {
        if delegation.id == id {
            delegation.name = name.clone();
        }
    }
}

#[cfg(test)]
mod tests;
