//! `Update`: a table put over the units of a scenario that bear the same names: what it does not tell of stays as it is.

use super::{ImportPlan, is_blank};
use crate::exchange::{cell_text, parse_cell};
use crate::limits::MAX_UNITS;
use crate::scenario::{Action, Field, Name, Scenario, Unit, UnitDraft, UnitEdit, UnitId, apply};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

/// What a table changes in the units that are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// The cells that change.
    pub edits: Vec<(UnitId, UnitEdit)>,
    /// Units of the table that the scenario does not have, in the order of the rows.
    pub fresh: Vec<UnitDraft>,
    /// Units of the table that the scenario has.
    pub known: usize,
    /// Units of the scenario that the table does not have: they stay.
    pub others: usize,
    /// Cells of units that are there whose text does not fit or may not change: they stay.
    pub unfit: usize,
    /// Rows past the largest number of units.
    pub too_many: usize,
}

impl ImportPlan {
    /// What this table changes in a scenario. Units are the same where their names are; of several of one name the first is the first.
    pub fn updating(&self, scenario: &Scenario) -> Update {
        let mut named: HashMap<&Name, VecDeque<&Rc<Unit>>> = HashMap::new();
        for unit in scenario.units.iter().filter(|unit| !unit.name.is_empty()) {
            named.entry(&unit.name).or_default().push_back(unit);
        }
        let blank = Unit::blank(UnitId(0));
        let (followed, elsewhere) = (scenario.followed(), scenario.counted_otherwise().is_some());
        let room = MAX_UNITS.saturating_sub(scenario.units.len());
        let mut update = Update::default();
        for cells in self.taken_rows() {
            let told = || self.told(cells);
            let name = told().find(|(field, _)| *field == Field::Name);
            let name = name.and_then(|(_, text)| Name::new(text).ok());
            let Some(unit) = name.and_then(|name| named.get_mut(&name)?.pop_front()) else {
                if update.fresh.len() == room {
                    update.too_many += 1;
                } else {
                    // Where the sitting is not counted by unit, a new one brings no attendance along.
                    let told = told().filter(|(field, _)| !(elsewhere && field.is_attendance()));
                    let fits = told.filter_map(|(field, text)| parse_cell(&blank, field, text).ok());
                    update.fresh.push(fits.collect());
                }
                continue;
            };
            update.known += 1;
            for (field, text) in told().filter(|(field, _)| *field != Field::Name) {
                let stands = cell_text(scenario, unit, field);
                let follows = followed.holds(unit.id, field);
                match parse_cell(unit, field, text) {
                    _ if stands == text.trim() || (follows && is_blank(text)) => {}
                    Ok(edit) if !follows => update.edits.push((unit.id, edit)),
                    _ => update.unfit += 1,
                }
            }
        }
        update.others = scenario.units.len().saturating_sub(update.known);
        update
    }

    /// What each column of a row says.
    fn told<'a>(&'a self, cells: &'a [String]) -> impl Iterator<Item = (Field, &'a str)> {
        cells.iter().zip(&self.columns).filter_map(|(text, field)| {
            // A dash says that there is no delegation, and is none.
            let dash = *field == Some(Field::Delegation) && is_blank(text);
            Some(((*field)?, if dash { "" } else { text }))
        })
    }
}

impl Update {
    /// The scenario with the update.
    pub fn apply(&self, scenario: &Scenario) -> Scenario {
        let action = Action::Paste { edits: self.edits.clone(), appended: self.fresh.clone() };
        apply(scenario, &action).unwrap_or_else(|| scenario.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Grid;
    use crate::language::Language;
    use crate::scenario::{SittingEdit, TallyKind, example};

    fn plan(table: &str) -> ImportPlan {
        ImportPlan::new(Grid::from_table(table).unwrap(), Language::English)
    }

    /// Members of two units change, one is new: what was elected, who was present and all other units stay.
    #[test]
    fn a_table_of_members_changes_members() {
        let before = example(Language::English);
        let [a, b] = [0, 3].map(|row: usize| before.units[row].name.as_str().to_owned());
        let table = format!("Unit,Members,Note\n{b},\"1,234\",x\nNew one,77,y\n{a},many,z\nTotal,999,\n");
        let update = plan(&table).updating(&before);
        assert_eq!((update.known, update.fresh.len(), update.others, update.unfit), (2, 1, 28, 1));
        let after = update.apply(&before);
        assert_eq!(after.units.len(), 31);
        assert_eq!((after.units[3].members.get(), after.units[30].members.get()), (1_234, 77));
        assert_eq!(after.units[30].name.as_str(), "New one");
        let mut same = after;
        let restored = UnitEdit::Members(before.units[3].members);
        let new = same.units[30].id;
        for action in [Action::Edit(vec![(before.units[3].id, restored)]), Action::Remove(vec![new])] {
            same = apply(&same, &action).unwrap();
        }
        assert_eq!(Scenario { next_id: before.next_id, ..same }, before);
    }

    /// Attendance that is counted by delegation is not entered by unit, neither for those that are here nor for new ones.
    #[test]
    fn attendance_that_is_counted_otherwise_stays() {
        let by_delegation = SittingEdit::Tally(TallyKind::ByDelegation);
        let before = example(Language::English);
        let before = apply(&before, &Action::EditSitting(before.shown, by_delegation)).unwrap();
        let name = before.units[0].name.as_str();
        let update = plan(&format!("Unit,Members,Present\n{name},9,5\nNew,8,5\n")).updating(&before);
        assert_eq!((update.known, update.fresh.len(), update.edits.len(), update.unfit), (1, 1, 1, 1));
        let after = update.apply(&before);
        assert_eq!((after.units[0].members.get(), after.units.len()), (9, 31));
        assert_eq!(after.sittings, before.sittings);
        let blank = plan(&format!("Unit,Present\n{name},\n")).updating(&before);
        assert_eq!((blank.edits.len(), blank.unfit), (0, 0));
    }

    /// Of two units of one name the first is the first of the table; a third is new.
    #[test]
    fn units_of_one_name_are_told_apart_by_their_order() {
        let drafts = [10u32, 20]
            .map(|members| vec![UnitEdit::Name(Name::new("A").unwrap()), UnitEdit::Members(members.into())]);
        let start = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts: drafts.into() }).unwrap();
        let update = plan("Unit,Members\nA,10\nA,21\nA,30\n").updating(&start);
        assert_eq!((update.known, update.edits.len(), update.fresh.len()), (2, 1, 1));
        let members: Vec<u64> = update.apply(&start).units.iter().map(|unit| unit.members.get()).collect();
        assert_eq!(members, [10, 21, 30]);
    }
}
