//! `Marks`: what is wrong in which cell, gathered once per report so that a row is handed only its own.

use crate::store::{Draft, Drafts};
use crate::ui::words::Words;
use delegate_roster::scenario::{Field, Place, Report, Severity, UnitId};
use delegate_roster::text::Msg;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use yew::AttrValue;

type Faults = Vec<(Field, AttrValue)>;

/// Drafts and faults by unit.
#[derive(Debug, Default, PartialEq)]
pub struct Marks {
    drafts: HashMap<UnitId, Rc<BTreeMap<Field, Draft>>>,
    faults: HashMap<UnitId, Rc<Faults>>,
}

impl Marks {
    pub fn of(report: &Report, drafts: &Drafts, words: Words) -> Self {
        let mut by_unit: HashMap<UnitId, BTreeMap<Field, Draft>> = HashMap::new();
        for ((unit, field), draft) in drafts {
            by_unit.entry(*unit).or_default().insert(*field, draft.clone());
        }
        let mut faults: HashMap<UnitId, Faults> = HashMap::new();
        for issue in &report.issues {
            if let Place::Unit(unit, field) = issue.place
                && issue.problem.severity() == Severity::Error
            {
                let text = words.say(&Msg::Problem(&issue.problem));
                faults.entry(unit).or_default().push((field, text));
            }
        }
        Self {
            drafts: by_unit.into_iter().map(|(unit, drafts)| (unit, Rc::new(drafts))).collect(),
            faults: faults.into_iter().map(|(unit, faults)| (unit, Rc::new(faults))).collect(),
        }
    }

    pub fn drafts(&self, unit: UnitId) -> Option<Rc<BTreeMap<Field, Draft>>> {
        self.drafts.get(&unit).cloned()
    }

    pub fn faults(&self, unit: UnitId) -> Option<Rc<Faults>> {
        self.faults.get(&unit).cloned()
    }
}
