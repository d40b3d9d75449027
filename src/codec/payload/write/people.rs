//! Writes the list of delegates: its numbers in one section, its texts in another.

use super::{ids, written};
use crate::codec::tags;
use crate::scenario::{Attending, Delegate, Entry, Mandate, Name, Scenario, Tenure, Told, UnitId};
use std::collections::HashMap;

/// Who leads, how many there are, their identities, each one's unit and mandate, then the marks of each sitting.
/// Nothing where there is no list.
pub(super) fn numbers(scenario: &Scenario) -> Vec<u8> {
    let people = &scenario.people;
    if people.is_empty() {
        return Vec::new();
    }
    let rows: HashMap<UnitId, i64> = scenario.units.iter().map(|unit| unit.id).zip(1..).collect();
    let mut before = 0;
    written(|out| {
        out.varint(tags::basis(people.basis));
        out.varint(people.delegates.len() as u64);
        out.block(&ids(people.delegates.iter().map(|delegate| delegate.id.0)));
        for delegate in people.delegates.iter() {
            let row = delegate.unit.known().and_then(|unit| rows.get(unit)).copied().unwrap_or(0);
            out.signed(row - std::mem::replace(&mut before, row));
            let mandate = delegate.mandate.known();
            out.varint(mandate.map_or(0, |mandate| 1 + number(*mandate)));
            if let Some(Tenure::Ended { date, .. }) = mandate.map(|mandate| mandate.tenure) {
                out.varint(date.map_or(0, |date| date.packed().into()));
            }
        }
        for sitting in &scenario.sittings {
            let Some(roll) = people.rolls.get(&sitting.id) else {
                out.varint(0);
                continue;
            };
            out.varint(1);
            for delegate in people.delegates.iter() {
                out.varint(roll.get(&delegate.id).map_or(0, |mark: &Attending| tags::attending(*mark)));
            }
        }
    })
}

/// The way to the mandate and what became of it in one number.
const fn number(mandate: Mandate) -> u64 {
    let tenure = match mandate.tenure {
        Tenure::Holding => 0,
        Tenure::Suspended => 1,
        Tenure::Ended { reason, .. } => 2 + tags::reason(reason),
    };
    2 * tenure
        + match mandate.entry {
            Entry::Elected => 0,
            Entry::ByElected => 1,
        }
}

/// A line for each delegate, tabs between its texts, those that are empty at its end left out: no text holds either sign.
/// Nothing where nobody has a text.
pub(super) fn texts(scenario: &Scenario) -> String {
    let lines: Vec<_> = scenario.people.delegates.iter().map(|delegate| line(delegate)).collect();
    if lines.iter().all(String::is_empty) { String::new() } else { lines.join("\n") }
}

fn line(delegate: &Delegate) -> String {
    let unclear = |told: Option<&Name>| told.map_or("", Name::as_str).to_owned();
    let unit = match &delegate.unit {
        Told::Unclear(name) => Some(name),
        Told::Known(_) => None,
    };
    let status = match &delegate.mandate {
        Told::Unclear(text) => Some(text),
        Told::Known(_) => None,
    };
    let texts = [delegate.name.as_str().to_owned(), delegate.note.as_str().to_owned()];
    let mut all: Vec<String> = texts.into_iter().chain([unclear(unit), unclear(status)]).collect();
    all.extend(delegate.categories.iter().map(|name| name.as_str().to_owned()));
    while all.last().is_some_and(String::is_empty) && all.len() > 1 {
        all.pop();
    }
    all.join("\t")
}
