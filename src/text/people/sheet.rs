//! The list as a sheet, with headings and words that an import understands. Never among the sheets of a scenario: names
//! leave this machine only where a person asks for them.

use super::{PeopleMsg, words};
use crate::exchange::{Cell, PeopleField, Sheet};
use crate::language::Language;
use crate::scenario::{Name, Report, Told, UnitId};
use std::collections::HashMap;

/// Every delegate in the order of the list, with the attendance of the sitting that is shown.
pub fn sheet(report: &Report, language: Language) -> Sheet {
    let scenario = &report.scenario;
    let units: HashMap<UnitId, &Name> = scenario.units.iter().map(|unit| (unit.id, &unit.name)).collect();
    let sitting = scenario.sitting().map(|sitting| sitting.id);
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let rows = scenario.people.delegates.iter().map(|delegate| {
        let unit = match &delegate.unit {
            Told::Known(id) => units.get(id).map_or("", |name| name.as_str()),
            Told::Unclear(name) => name.as_str(),
        };
        let status = match &delegate.mandate {
            Told::Known(mandate) => words(language, &PeopleMsg::Mandate(*mandate)),
            Told::Unclear(told) => told.as_str().to_owned(),
        };
        let date = delegate.mandate.known().and_then(|mandate| mandate.tenure.date());
        let mark = sitting.and_then(|sitting| scenario.people.attending(sitting, delegate.id));
        vec![
            text(delegate.name.as_str().to_owned()),
            text(unit.to_owned()),
            text(delegate.categories.to_string()),
            text(status),
            text(date.map_or_else(String::new, |date| date.to_string())),
            text(mark.map_or_else(String::new, |mark| words(language, &PeopleMsg::Attending(mark)))),
            text(delegate.note.as_str().to_owned()),
        ]
    });
    Sheet {
        name: words(language, &PeopleMsg::Key(super::PeopleKey::Title)),
        head: PeopleField::ALL.map(|field| words(language, &PeopleMsg::Field(field))).to_vec(),
        rows: rows.collect(),
    }
}
