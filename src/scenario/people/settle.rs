//! What holds between the list and the table after every action.
//!
//! A delegate's unit that the table lacks is found once it is there. Where the list leads, the figures of the units that
//! it names are put into the table: mandates of every unit named, attendance of every unit of which somebody is marked.
//! Present stays unknown until everybody due is marked. A unit that the list named and names no more has not reported. Where
//! somebody has counted the delegates of a sitting otherwise, that counts.

use super::{Basis, Delegate, ListCounts, People, Told};
use crate::limits::{MAX_ENDINGS, MAX_LISTED_DAYS};
use crate::name::Name;
use crate::num::Count;
use crate::roster::{Ending, Mandates, Presence, Reason};
use crate::scenario::{Scenario, Sitting, SittingId, Tally, Unit, UnitId};
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
        follow(before.filter(|before| before.people.basis == Basis::List), scenario);
    }
}

/// Puts the figures of the list into the table, for the units that it speaks for.
pub(in crate::scenario) fn fill(scenario: &mut Scenario) {
    follow(None, scenario);
}

/// Puts the figures of the list into the table, for the units that it speaks for, and empties those of the units for which it
/// spoke before and speaks no more. `before` is a scenario that was in order. Most actions leave the list alone and what follows
/// from it: where both are what they were, nobody is counted again.
fn follow(before: Option<&Scenario>, scenario: &mut Scenario) {
    let listed = before.filter(|before| {
        same(&before.people.delegates, &scenario.people.delegates, |was, is| {
            (was.id, &was.unit, &was.mandate) == (is.id, &is.unit, &is.mandate)
        })
    });
    let held = listed.is_some_and(|before| {
        same(&before.units, &scenario.units, |was, is| (was.id, &was.mandates) == (is.id, &is.mandates))
    });
    if !held {
        follow_mandates(before, scenario);
    }
    let attended =
        |sitting: &&Sitting| listed.is_some_and(|before| same_attendance(before, &scenario.people, sitting));
    let others: Vec<SittingId> =
        scenario.sittings.iter().filter(|sitting| !attended(sitting)).map(|sitting| sitting.id).collect();
    follow_attendance(before, scenario, &others);
}

/// Whether two lists of shared things tell the same: what is shared does.
fn same<T>(was: &Rc<Vec<Rc<T>>>, is: &Rc<Vec<Rc<T>>>, tell: impl Fn(&T, &T) -> bool) -> bool {
    let mut pairs = was.iter().zip(is.iter());
    Rc::ptr_eq(was, is)
        || was.len() == is.len() && pairs.all(|(was, is)| Rc::ptr_eq(was, is) || tell(was, is))
}

/// Whether the marks of a sitting and the attendance of its units are those of `before`.
fn same_attendance(before: &Scenario, people: &People, sitting: &Sitting) -> bool {
    match (before.people.rolls.get(&sitting.id), people.rolls.get(&sitting.id)) {
        (None, None) => true,
        (Some(was), Some(is)) => {
            let mut sittings = before.sittings.iter().filter(|one| one.id == sitting.id);
            Rc::ptr_eq(was, is) && sittings.any(|one| Rc::ptr_eq(&one.attendance, &sitting.attendance))
        }
        _ => false,
    }
}

fn follow_mandates(before: Option<&Scenario>, scenario: &mut Scenario) {
    let named = |before: &Scenario| before.people.counts().into_keys().collect();
    let was: HashSet<UnitId> = before.map(named).unwrap_or_default();
    let is = scenario.people.counts();
    each_unit(scenario, |unit| match is.get(&unit.id) {
        Some(counts) => Some(mandates(&unit.mandates, counts)),
        None => was.contains(&unit.id).then(Mandates::default),
    });
}

fn follow_attendance(before: Option<&Scenario>, scenario: &mut Scenario, sittings: &[SittingId]) {
    let was = before.map(|before| before.people.attendance(sittings)).unwrap_or_default();
    let is = scenario.people.attendance(sittings);
    for sitting in &mut scenario.sittings {
        let (was, is) = (was.get(&sitting.id), is.get(&sitting.id));
        let left = |unit: &&UnitId| !is.is_some_and(|is| is.contains_key(*unit));
        for unit in was.into_iter().flat_map(HashMap::keys).filter(left) {
            attend(sitting, *unit, |was| Presence { present: None, on_leave: Count::ZERO, ..was });
        }
        for (unit, counts) in is.into_iter().flatten() {
            attend(sitting, *unit, |was| Presence {
                present: counts.complete().and_then(Count::new),
                on_leave: Count::new(counts.on_leave).unwrap_or_default(),
                ..was
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

fn attend(sitting: &mut Sitting, unit: UnitId, change: impl Fn(Presence) -> Presence) {
    let was = sitting.attendance.get(&unit).copied().unwrap_or_default();
    let presence = change(was);
    if presence == was {
        return;
    }
    // Such figures count from now on, unless somebody has counted the delegates otherwise.
    if !sitting.tally.is_counted() {
        sitting.tally = Tally::ByUnit;
    }
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
    let in_one = |days: &BTreeMap<Option<Date>, u32>| BTreeMap::from([(None, days.values().sum())]);
    let fits = |days: &BTreeMap<Option<Date>, u32>| match days.len() > MAX_LISTED_DAYS {
        true => in_one(days),
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
    let told = || listed.iter().filter(|(reason, _)| !stays.contains(reason));
    let absent = Reason::ALL.len() - listed.len();
    let has_room =
        all.len() + told().map(|(_, days)| fits(days).len()).sum::<usize>() + absent <= MAX_ENDINGS;
    for (reason, days) in told() {
        for (date, n) in if has_room { fits(days) } else { in_one(days) } {
            let same = was.iter().find(|ending| ending.reason == *reason && ending.date == date);
            let note = same.map(|ending| ending.note.clone()).unwrap_or_default();
            let count = Count::new(n).unwrap_or(Count::MAX);
            all.push(Ending { reason: *reason, count, date, note });
        }
    }
    all
}

#[cfg(test)]
mod tests;
