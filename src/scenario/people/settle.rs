//! What holds between the list and the table after every action.
//!
//! A delegate's unit that the table lacks is found once it is there. Where the list leads, the figures of the units that
//! it names are put into the table: mandates of every unit named, attendance of every unit of which somebody is marked.
//! Present stays unknown until everybody due is marked. A unit that the list named and names no more has not reported.

use super::{Basis, Delegate, ListCounts, People, Told};
use crate::limits::MAX_ENDINGS;
use crate::name::Name;
use crate::num::Count;
use crate::roster::{Ending, Mandates, Presence, Reason};
use crate::scenario::{Scenario, SittingId, Tally, Unit, UnitId};
use crate::threshold::Date;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// Puts list and table in order. `before` is the scenario that the action was done to, `None` for one that was read.
pub(crate) fn settle(before: Option<&Scenario>, scenario: &mut Scenario) {
    if scenario.people.is_empty() {
        // Without a list there is nothing to follow; the figures stay.
        scenario.people = People::default();
        return;
    }
    find_units(scenario);
    if scenario.people.basis == Basis::List {
        if let Some(before) = before.filter(|before| before.people.basis == Basis::List) {
            forget(before, scenario);
        }
        fill(scenario);
    }
}

/// Puts the figures of the list into the table, for the units that it speaks for.
pub(in crate::scenario) fn fill(scenario: &mut Scenario) {
    let counts = scenario.people.counts();
    each_unit(scenario, |unit| counts.get(&unit.id).map(|counts| mandates(&unit.mandates, counts)));
    let sittings: Vec<SittingId> = scenario.people.rolls.keys().copied().collect();
    for sitting in sittings {
        for (unit, counts) in scenario.people.attendance(sitting) {
            attend(scenario, sitting, unit, |presence| Presence {
                present: counts.complete().and_then(Count::new),
                on_leave: Count::new(counts.on_leave).unwrap_or_default(),
                ..presence
            });
        }
    }
}

/// Delegates whose unit is in the table by now.
fn find_units(scenario: &mut Scenario) {
    let told = |delegate: &Delegate| matches!(&delegate.unit, Told::Unclear(name) if !name.is_empty());
    if !scenario.people.delegates.iter().any(|delegate| told(delegate)) {
        return;
    }
    let mut names: HashMap<&Name, UnitId> = HashMap::new();
    for unit in scenario.units.iter() {
        names.entry(&unit.name).or_insert(unit.id);
    }
    let found: Vec<(usize, UnitId)> = (0..)
        .zip(scenario.people.delegates.iter())
        .filter_map(|(at, delegate)| match &delegate.unit {
            Told::Unclear(name) if !name.is_empty() => Some((at, *names.get(name)?)),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        return;
    }
    let delegates = Rc::make_mut(&mut scenario.people.delegates);
    for (at, unit) in found {
        if let Some(delegate) = delegates.get_mut(at) {
            Rc::make_mut(delegate).unit = Told::Known(unit);
        }
    }
}

/// Empties the figures of the units for which the list spoke and speaks no more.
fn forget(before: &Scenario, scenario: &mut Scenario) {
    let named = |people: &People| -> HashSet<UnitId> { people.counts().into_keys().collect() };
    let (was, is) = (named(&before.people), named(&scenario.people));
    each_unit(scenario, |unit| (was.contains(&unit.id) && !is.contains(&unit.id)).then(Mandates::default));
    let sittings: Vec<SittingId> = before.people.rolls.keys().copied().collect();
    for sitting in sittings {
        let is = scenario.people.attendance(sitting);
        for unit in before.people.attendance(sitting).into_keys().filter(|unit| !is.contains_key(unit)) {
            attend(scenario, sitting, unit, |presence| Presence {
                present: None,
                on_leave: Count::ZERO,
                ..presence
            });
        }
    }
}

/// Gives units other mandates; the table is touched only where something changes.
fn each_unit(scenario: &mut Scenario, change: impl Fn(&Unit) -> Option<Mandates>) {
    let changed: Vec<(usize, Mandates)> = (0..)
        .zip(scenario.units.iter())
        .filter_map(|(row, unit)| Some((row, change(unit).filter(|mandates| *mandates != unit.mandates)?)))
        .collect();
    if changed.is_empty() {
        return;
    }
    let units = Rc::make_mut(&mut scenario.units);
    for (row, mandates) in changed {
        if let Some(unit) = units.get_mut(row) {
            Rc::make_mut(unit).mandates = mandates;
        }
    }
}

fn attend(scenario: &mut Scenario, sitting: SittingId, unit: UnitId, change: impl Fn(Presence) -> Presence) {
    let Some(sitting) = scenario.sittings.iter_mut().find(|one| one.id == sitting) else { return };
    let was = sitting.attendance.get(&unit).copied().unwrap_or_default();
    let presence = change(was);
    if presence == was {
        return;
    }
    // As where somebody types a figure of a unit: such figures count from now on.
    sitting.tally = Tally::ByUnit;
    let attendance = Rc::make_mut(&mut sitting.attendance);
    if presence == Presence::default() {
        attendance.remove(&unit);
    } else {
        attendance.insert(unit, presence);
    }
}

/// The mandates that the list says. Entries that say the same with more words stay.
fn mandates(was: &Mandates, counts: &ListCounts) -> Mandates {
    let count = |n: u32| Count::new(n).unwrap_or(Count::MAX);
    Mandates {
        elected: Some(count(counts.elected)),
        by_elected: count(counts.by_elected),
        endings: endings(&was.endings, counts),
        suspended: count(counts.suspended),
    }
}

/// The entries of ended mandates. Where those of a reason agree with the list they stay, with their notes; so do
/// their days where the list tells none.
fn endings(was: &[Ending], counts: &ListCounts) -> Vec<Ending> {
    let mut listed: BTreeMap<Reason, BTreeMap<Option<Date>, u32>> = BTreeMap::new();
    for ((reason, date), n) in &counts.ended {
        listed.entry(*reason).or_default().insert(*date, *n);
    }
    // Too many days for the table: one entry for the reason.
    let fits = |days: &BTreeMap<Option<Date>, u32>| match days.len() > MAX_ENDINGS / Reason::ALL.len() {
        true => BTreeMap::from([(None, days.values().sum())]),
        false => days.clone(),
    };
    let kept = |reason: Reason| -> bool {
        let mut days: BTreeMap<Option<Date>, u32> = BTreeMap::new();
        for ending in was.iter().filter(|ending| ending.reason == reason) {
            *days.entry(ending.date).or_default() += ending.count.get();
        }
        listed.get(&reason).is_some_and(|list| {
            let undated = list.keys().all(Option::is_none);
            *list == days
                || fits(list) == days
                || (undated && list.values().sum::<u32>() == days.values().sum::<u32>())
        })
    };
    let stays: HashSet<Reason> = Reason::ALL.into_iter().filter(|reason| kept(*reason)).collect();
    let mut all: Vec<Ending> = was.iter().filter(|ending| stays.contains(&ending.reason)).cloned().collect();
    for (reason, days) in listed.iter().filter(|(reason, _)| !stays.contains(reason)) {
        for (date, n) in fits(days) {
            let same = was.iter().find(|ending| ending.reason == *reason && ending.date == date);
            let note = same.map(|ending| ending.note.clone()).unwrap_or_default();
            let count = Count::new(n).unwrap_or(Count::MAX);
            all.push(Ending { reason: *reason, count, date, note });
        }
    }
    all
}
