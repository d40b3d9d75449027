//! What in the list does not add up, or does not agree with the table. All of it is said, none of it refused: lists come
//! from many hands, and two people can have one name.

use super::{Attending, Basis, Delegate, DelegateId, PeopleReport, Tenure, Told, UnitPeople};
use crate::name::Name;
use crate::num::Count;
use crate::scenario::{Field, Issue, Place, Problem, Scenario, Sitting, Tally, Unit, UnitId};
use std::collections::BTreeMap;

/// Findings of one kind that are listed; more of the same are in the list itself.
const MOST: usize = 50;

/// What does not add up in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleProblem {
    /// The list and the table say different numbers.
    Differs {
        /// By the list.
        list: u32,
        /// Delegates of the list whose status was not understood: it may be theirs that are missing.
        unclear: u32,
        /// By the table; `None` where nothing is entered.
        table: Option<u64>,
    },
    /// Delegates name a unit that is not in the table.
    UnknownUnit {
        /// Its name.
        name: Name,
        /// How many name it.
        delegates: usize,
    },
    /// Delegates name no unit.
    NoUnit {
        /// How many.
        delegates: usize,
    },
    /// A status that is not understood; these delegates are not counted.
    UnclearStatus {
        /// What was told.
        text: Name,
        /// Of how many.
        delegates: usize,
    },
    /// Delegates without a name.
    Nameless {
        /// How many.
        delegates: usize,
    },
    /// One name several times in one unit.
    Twice {
        /// The name.
        name: Name,
        /// How often.
        delegates: usize,
    },
    /// Marked present without holding a mandate.
    PresentWithoutMandate {
        /// The name.
        name: Name,
    },
}

/// Everything to be said about the list of a scenario.
pub(in crate::scenario) fn issues(scenario: &Scenario, people: &PeopleReport) -> Vec<Issue> {
    let mut found = Vec::new();
    if scenario.people.is_empty() {
        return found;
    }
    if scenario.people.basis == Basis::Table {
        for unit in scenario.units.iter() {
            if let Some(list) = people.units.get(&unit.id) {
                found.extend(differences(scenario, unit, list));
            }
        }
    }
    found.extend(in_list(scenario));
    found
}

/// Where the table says another number than the list.
fn differences(scenario: &Scenario, unit: &Unit, list: &UnitPeople) -> Vec<Issue> {
    let count = |count: Count| u64::from(count.get());
    let mandates = &unit.mandates;
    let presence = scenario.presence(unit.id);
    let by_unit = scenario.sitting().is_none_or(|sitting| sitting.tally == Tally::ByUnit);
    let marked = by_unit && list.roll.is_marked();
    let unclear = |field| match field {
        Field::OnLeave | Field::Present => 0,
        _ => list.counts.unclear,
    };
    let figures = [
        (Field::Elected, Some(list.counts.elected), mandates.elected.map(count)),
        (Field::ByElected, Some(list.counts.by_elected), Some(count(mandates.by_elected))),
        (Field::Ended, Some(list.counts.all_ended()), Some(mandates.ended())),
        (Field::Suspended, Some(list.counts.suspended), Some(count(mandates.suspended))),
        (Field::OnLeave, marked.then_some(list.roll.on_leave), Some(count(presence.on_leave))),
        (Field::Present, list.roll.complete().filter(|_| by_unit), presence.present.map(count)),
    ];
    let differs = figures.into_iter().filter_map(|(field, list, table)| {
        let list = list.filter(|list| table != Some(u64::from(*list)))?;
        let problem = Problem::People(PeopleProblem::Differs { list, unclear: unclear(field), table });
        Some(Issue { place: Place::Unit(unit.id, field), problem })
    });
    differs.collect()
}

/// Findings by what they are about: the first delegate, and how many there are.
type Found<K> = BTreeMap<K, (DelegateId, usize)>;

fn note<K: Ord>(found: &mut Found<K>, key: K, delegate: &Delegate) {
    found.entry(key).or_insert((delegate.id, 0)).1 += 1;
}

fn in_list(scenario: &Scenario) -> Vec<Issue> {
    let shown = scenario.sitting();
    let roll = shown.and_then(|sitting| scenario.people.rolls.get(&sitting.id));
    let mut units: Found<&Name> = BTreeMap::new();
    let mut statuses: Found<&Name> = BTreeMap::new();
    let mut nameless: Found<()> = BTreeMap::new();
    let mut names: Found<(UnitId, &Name)> = BTreeMap::new();
    let mut present: Vec<&Delegate> = Vec::new();
    for delegate in scenario.people.delegates.iter() {
        match &delegate.unit {
            Told::Unclear(name) => note(&mut units, name, delegate),
            Told::Known(unit) if !delegate.name.is_empty() => {
                note(&mut names, (*unit, &delegate.name), delegate);
            }
            Told::Known(_) => {}
        }
        if let Told::Unclear(text) = &delegate.mandate {
            note(&mut statuses, text, delegate);
        }
        if delegate.name.is_empty() {
            note(&mut nameless, (), delegate);
        }
        let mark = roll.and_then(|roll| roll.get(&delegate.id));
        if mark == Some(&Attending::Present) && shown.is_some_and(|sitting| is_over(delegate, sitting)) {
            present.push(delegate);
        }
    }
    let unit = |(name, (id, n)): (&Name, (DelegateId, usize))| match name.is_empty() {
        true => (id, PeopleProblem::NoUnit { delegates: n }),
        false => (id, PeopleProblem::UnknownUnit { name: name.clone(), delegates: n }),
    };
    let status = |(text, (id, n)): (&Name, (DelegateId, usize))| {
        (id, PeopleProblem::UnclearStatus { text: text.clone(), delegates: n })
    };
    let twice = |((_, name), (id, n)): ((UnitId, &Name), (DelegateId, usize))| {
        (n > 1).then(|| (id, PeopleProblem::Twice { name: name.clone(), delegates: n }))
    };
    let without = |delegate: &&Delegate| {
        (delegate.id, PeopleProblem::PresentWithoutMandate { name: delegate.name.clone() })
    };
    let all = (units.into_iter().map(unit).take(MOST))
        .chain(statuses.into_iter().map(status).take(MOST))
        .chain(nameless.into_values().map(|(id, n)| (id, PeopleProblem::Nameless { delegates: n })))
        .chain(present.iter().map(without).take(MOST))
        .chain(names.into_iter().filter_map(twice).take(MOST));
    let issue = |(id, problem)| Issue { place: Place::Delegate(id), problem: Problem::People(problem) };
    all.map(issue).collect()
}

/// Whether the mandate was over, or at rest, when the sitting was held; one that ended later was not.
fn is_over(delegate: &Delegate, sitting: &Sitting) -> bool {
    match delegate.mandate.known().map(|mandate| mandate.tenure) {
        None | Some(Tenure::Holding) => false,
        Some(Tenure::Suspended) => true,
        Some(Tenure::Ended { date, .. }) => date.zip(sitting.date).is_none_or(|(ended, held)| ended <= held),
    }
}
