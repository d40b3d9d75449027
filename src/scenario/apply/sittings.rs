//! What actions do to the sittings.

use super::{agenda, elections, take_id};
use crate::limits::{MAX_SITTINGS, MAX_WEIGHT};
use crate::num::Count;
use crate::roster::Presence;
use crate::scenario::{
    DelegationId, Name, Scenario, Sitting, SittingEdit, SittingId, SittingKind, Tally, TallyKind, Unit,
    UnitEdit, UnitId,
};
use crate::threshold::Base;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Adds a sitting that goes on from the last one: the same rules for it, the same delegates due.
pub(super) fn add(scenario: &mut Scenario, name: &Name) {
    if scenario.sittings.len() >= MAX_SITTINGS {
        return;
    }
    let Some(id) = take_id(scenario).map(SittingId) else { return };
    let tally = match scenario.sittings.last().map(|last| last.tally.kind()) {
        Some(TallyKind::Whole) => Tally::Whole(None),
        Some(TallyKind::ByDelegation) => Tally::ByDelegation(Rc::default()),
        Some(TallyKind::ByUnit) | None => Tally::ByUnit,
    };
    let stated_due = scenario.sittings.last().and_then(|last| last.stated_due);
    let kind = SittingKind::Session;
    scenario.sittings.push(Sitting { name: name.clone(), kind, tally, stated_due, ..Sitting::blank(id) });
    show(scenario, id);
}

/// Removes a sitting. One at which votes were counted stays: they would be decided anew by the attendance of another.
pub(super) fn remove(scenario: &mut Scenario, id: SittingId) {
    if scenario.sittings.len() > 1 && !scenario.has_counted(id) {
        scenario.sittings.retain(|sitting| sitting.id != id);
        agenda::forget_sitting(scenario, id);
        elections::forget_sitting(scenario, id);
        show(scenario, scenario.shown);
    }
}

pub(super) fn shift(scenario: &mut Scenario, id: SittingId, to: usize) {
    if let Some(from) = scenario.sittings.iter().position(|sitting| sitting.id == id) {
        let sitting = scenario.sittings.remove(from);
        scenario.sittings.insert(to.min(scenario.sittings.len()), sitting);
    }
}

/// Shows a sitting; the first, if there is none such. What was counted at the one that was shown stays with it.
pub(super) fn show(scenario: &mut Scenario, id: SittingId) {
    let known = |id| scenario.sittings.iter().any(|sitting| sitting.id == id);
    let first = scenario.sittings.first().map_or(id, |sitting| sitting.id);
    let (left, to) = (scenario.shown, if known(id) { id } else { first });
    if left != to && known(left) {
        agenda::bind_counted(scenario, left);
        elections::bind_counted(scenario, left);
    }
    scenario.shown = to;
}

pub(super) fn edit(scenario: &mut Scenario, id: SittingId, change: &SittingEdit) {
    let tally = match change {
        SittingEdit::Tally(kind) => {
            scenario.sittings.iter().find(|s| s.id == id).map(|s| tallied(scenario, s, *kind))
        }
        _ => None,
    };
    let listed = |delegation| scenario.delegation(delegation).is_some();
    let known = !matches!(change, SittingEdit::DelegationPresent(delegation, _) if !listed(*delegation));
    let Some(sitting) = scenario.sittings.iter_mut().find(|s| s.id == id).filter(|_| known) else { return };
    match change {
        SittingEdit::Name(name) => sitting.name = name.clone(),
        SittingEdit::Kind(kind) => sitting.kind = *kind,
        SittingEdit::Purpose(purpose) => sitting.purpose = *purpose,
        SittingEdit::Date(date) => sitting.date = *date,
        SittingEdit::Registered(registered) => sitting.registered = *registered,
        SittingEdit::Tally(_) => sitting.tally = tally.unwrap_or_default(),
        SittingEdit::CountedAs(present) => sitting.tally = Tally::Whole(Some(*present)),
        SittingEdit::Present(present) => {
            if let Tally::Whole(figure) = &mut sitting.tally {
                *figure = *present;
            }
        }
        SittingEdit::DelegationPresent(delegation, present) => {
            if let Tally::ByDelegation(figures) = &mut sitting.tally {
                let figures = Rc::make_mut(figures);
                match present {
                    Some(present) => drop(figures.insert(*delegation, *present)),
                    None => drop(figures.remove(delegation)),
                }
            }
        }
        SittingEdit::StatedDue(due) => sitting.stated_due = *due,
        SittingEdit::Stated(base, figure) => state(sitting, *base, *figure),
        SittingEdit::Note(note) => sitting.note = note.clone(),
    }
}

/// States the figure of a base that no roster counts; others follow from what is counted.
fn state(sitting: &mut Sitting, base: Base, figure: Option<u64>) {
    if !Base::STATED.contains(&base) {
        return;
    }
    let stated = Rc::make_mut(&mut sitting.stated);
    match figure.filter(|figure| *figure <= MAX_WEIGHT) {
        Some(figure) => drop(stated.insert(base, figure)),
        None => drop(stated.remove(&base)),
    }
}

/// The attendance of a sitting counted in another way: figures that are known more finely are added up. Those of the units are kept
/// beside the others; they are added up where they are what was counted, so that no figure of before takes the place of a newer one.
fn tallied(scenario: &Scenario, sitting: &Sitting, kind: TallyKind) -> Tally {
    let by_unit = || sum(scenario.units.iter().map(|unit| present(sitting, unit.id)));
    match (kind, &sitting.tally) {
        (TallyKind::ByUnit, _) => Tally::ByUnit,
        (TallyKind::ByDelegation, Tally::ByDelegation(_)) | (TallyKind::Whole, Tally::Whole(_)) => {
            sitting.tally.clone()
        }
        (TallyKind::ByDelegation, Tally::Whole(figure)) if *figure != by_unit() => {
            Tally::ByDelegation(Rc::default())
        }
        (TallyKind::ByDelegation, _) => Tally::ByDelegation(Rc::new(by_delegation(scenario, sitting))),
        (TallyKind::Whole, Tally::ByDelegation(figures)) => {
            let all = scenario.delegations.iter().map(|d| figures.get(&d.id).copied());
            Tally::Whole(sum(all).filter(|_| scenario.units.iter().all(|unit| unit.delegation.is_some())))
        }
        (TallyKind::Whole, Tally::ByUnit) => Tally::Whole(by_unit()),
    }
}

/// The figures of the delegations all of whose units have reported.
fn by_delegation(scenario: &Scenario, sitting: &Sitting) -> BTreeMap<DelegationId, Count> {
    let mut figures: HashMap<DelegationId, Vec<Option<Count>>> = HashMap::new();
    for unit in scenario.units.iter() {
        if let Some(id) = unit.delegation {
            figures.entry(id).or_default().push(present(sitting, unit.id));
        }
    }
    figures.into_iter().filter_map(|(id, all)| Some((id, sum(all.into_iter())?))).collect()
}

fn present(sitting: &Sitting, unit: UnitId) -> Option<Count> {
    sitting.attendance.get(&unit).and_then(|presence| presence.present)
}

/// The sum, if every figure is known and there is at least one.
fn sum(mut figures: impl Iterator<Item = Option<Count>>) -> Option<Count> {
    let first = u64::from(figures.next()??.get());
    let total = figures.try_fold(first, |sum, figure| Some(sum + u64::from(figure?.get())))?;
    u32::try_from(total).ok().and_then(Count::new)
}

/// Counts delegates of a unit at the sitting that the roster shows. One that is counted otherwise takes none: its own figures would
/// go, and those that other units reported before would come back with this one.
pub(super) fn attend(scenario: &mut Scenario, id: UnitId, change: &UnitEdit) {
    show(scenario, scenario.shown);
    let shown = scenario.shown;
    let by_unit = |sitting: &&mut Sitting| sitting.id == shown && sitting.tally == Tally::ByUnit;
    let Some(sitting) = scenario.sittings.iter_mut().find(by_unit) else { return };
    let mut presence = sitting.attendance.get(&id).copied().unwrap_or_default();
    match change {
        UnitEdit::Registered(registered) => presence.registered = *registered,
        UnitEdit::OnLeave(on_leave) => presence.on_leave = *on_leave,
        UnitEdit::Present(present) => presence.present = *present,
        _ => {}
    }
    let attendance = Rc::make_mut(&mut sitting.attendance);
    if presence == Presence::default() {
        attendance.remove(&id);
    } else {
        attendance.insert(id, presence);
    }
}

pub(super) fn forget_units(scenario: &mut Scenario, gone: &HashSet<UnitId>) {
    for sitting in &mut scenario.sittings {
        if sitting.attendance.keys().any(|id| gone.contains(id)) {
            Rc::make_mut(&mut sitting.attendance).retain(|id, _| !gone.contains(id));
        }
    }
}

/// Delegates counted in a delegation that is gone are counted where its units are now. Where they are in several, or where one of
/// the figures is not known, nobody has reported for those who took them in. Units that are gone as well take their delegates along.
#[inline(never)]
pub(super) fn pass_on(scenario: &mut Scenario, before: &[Rc<Unit>], used: &HashSet<DelegationId>) {
    let old: HashMap<UnitId, DelegationId> =
        before.iter().filter_map(|unit| Some((unit.id, unit.delegation?))).collect();
    let known: HashSet<DelegationId> = old.values().copied().collect();
    let mut heirs: BTreeMap<DelegationId, BTreeSet<Option<DelegationId>>> = BTreeMap::new();
    for unit in scenario.units.iter() {
        if let Some(id) = old.get(&unit.id).filter(|id| !used.contains(id)) {
            heirs.entry(*id).or_default().insert(unit.delegation);
        }
    }
    for sitting in &mut scenario.sittings {
        let Tally::ByDelegation(figures) = &mut sitting.tally else { continue };
        let figures = Rc::make_mut(figures);
        let mut sums: BTreeMap<DelegationId, Option<Count>> = BTreeMap::new();
        for (gone, heirs) in &heirs {
            let figure = figures.get(gone).copied().filter(|_| heirs.len() == 1);
            for heir in heirs.iter().flatten() {
                let own = if known.contains(heir) { figures.get(heir).copied() } else { Some(Count::ZERO) };
                let so_far = sums.entry(*heir).or_insert(own);
                *so_far = sum([*so_far, figure].into_iter());
            }
        }
        figures.retain(|id, _| used.contains(id) && sums.get(id) != Some(&None));
        figures.extend(sums.into_iter().filter_map(|(id, sum)| Some((id, sum?))));
    }
}
