//! The list as an annex of the credentials report: by delegation and unit, in the order of the table.

use super::{PeopleKey, PeopleMsg, words};
use crate::exchange::PeopleField;
use crate::language::Language;
use crate::scenario::{Delegate, DelegationId, Field, Report, Told, UnitId};
use crate::text::number::grouped;
use crate::text::paper::Table;
use crate::text::{Key, Msg, say};
use std::collections::HashMap;

/// Whether a column is shown, its heading, and what it says of a delegate.
type Column<'a> = (bool, String, &'a dyn Fn(&Delegate) -> String);

/// The annex; `None` without a list. Columns that would be empty, or say the same of all, are left out.
pub fn annex(report: &Report, language: Language) -> Option<Table> {
    let scenario = &report.scenario;
    let delegates = &scenario.people.delegates;
    if delegates.is_empty() {
        return None;
    }
    let order: HashMap<DelegationId, usize> = scenario.delegations.iter().map(|d| d.id).zip(0..).collect();
    let rows: HashMap<UnitId, usize> = scenario.units.iter().map(|unit| unit.id).zip(0..).collect();
    let unit = |delegate: &Delegate| {
        let row = delegate.unit.known().and_then(|id| rows.get(id)).copied();
        row.and_then(|row| Some((row, scenario.units.get(row)?)))
    };
    // Those without a delegation, and without a unit, stand at the end.
    let place = |delegate: &Delegate| match unit(delegate) {
        Some((row, unit)) => {
            let group = unit.delegation.and_then(|id| order.get(&id)).copied();
            (group.unwrap_or(usize::MAX), row)
        }
        None => (usize::MAX, usize::MAX),
    };
    let mut all: Vec<&Delegate> = delegates.iter().map(|delegate| delegate.as_ref()).collect();
    all.sort_by_key(|delegate| place(delegate));
    let say = |msg: &Msg<'_>| say(language, msg).into_owned();
    let people = |msg: &PeopleMsg<'_>| words(language, msg);
    let delegation = |delegate: &Delegate| {
        let id = unit(delegate).and_then(|(_, unit)| unit.delegation);
        let at = id.and_then(|id| order.get(&id));
        let found = at.and_then(|at| scenario.delegations.get(*at));
        found.map_or("", |delegation| delegation.name.as_str()).to_owned()
    };
    let home = |delegate: &Delegate| match &delegate.unit {
        Told::Known(_) => unit(delegate).map_or("", |(_, unit)| unit.name.as_str()).to_owned(),
        Told::Unclear(name) => name.as_str().to_owned(),
    };
    let status = |delegate: &Delegate| match &delegate.mandate {
        Told::Known(mandate) => people(&PeopleMsg::Mandate(*mandate)),
        Told::Unclear(told) => told.as_str().to_owned(),
    };
    let plain = |delegate: &&Delegate| delegate.mandate == Told::Known(crate::scenario::Mandate::default());
    let between = say(&Msg::Key(Key::BetweenItems));
    let columns: [Column<'_>; 5] = [
        (true, people(&PeopleMsg::Field(PeopleField::Name)), &|d| d.name.as_str().to_owned()),
        (!scenario.delegations.is_empty(), say(&Msg::Field(Field::Delegation)), &delegation),
        (true, people(&PeopleMsg::Field(PeopleField::Unit)), &home),
        (
            all.iter().any(|d| !d.categories.is_empty()),
            people(&PeopleMsg::Field(PeopleField::Categories)),
            &|d| d.categories.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(&between),
        ),
        (!all.iter().all(plain), people(&PeopleMsg::Field(PeopleField::Status)), &status),
    ];
    let shown: Vec<_> = columns.iter().filter(|(shown, ..)| *shown).collect();
    let mut foot = vec![String::new(); shown.len()];
    if let [first, .., last] = foot.as_mut_slice() {
        *first = say(&Msg::Key(Key::Total));
        *last = grouped(all.len() as u64);
    }
    Some(Table {
        caption: people(&PeopleMsg::Key(PeopleKey::Annex)),
        head: shown.iter().map(|(_, heading, _)| heading.clone()).collect(),
        rows: all.iter().map(|d| shown.iter().map(|(_, _, cell)| cell(d)).collect()).collect(),
        foot,
        ..Table::default()
    })
}
