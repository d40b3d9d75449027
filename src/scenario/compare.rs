//! What differs between two scenarios: units, cells and settings, each with the action that takes it over.
//!
//! Knows no bytes and no words. A unit is the same in both where its name is; one that was renamed is recognised by its
//! identity as long as its members are the same, because identities are shared by copies only.

use super::{Action, CalendarEdit, Field, Report, Scenario, Step, Tally, Unit, UnitEdit, UnitId};
use crate::num::{Count, Seats};
use std::collections::HashMap;
use std::rc::Rc;

/// A setting of the scenario as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The title.
    Title,
    /// The number of seats.
    House,
    /// The scheme: one tier, two tiers, a key.
    Scheme,
    /// The method.
    Method,
    /// How minima enter.
    MinimumRule,
    /// The fewest seats of any unit.
    Minimum,
    /// The lots that were drawn.
    Lots,
    /// The rules of the congress.
    Rules,
    /// The rule on the number of delegates.
    Body,
    /// The calendar: the first day, the level, milestones.
    Calendar,
    /// The categories of the composition, with their targets and cells.
    Composition,
    /// The sittings: their order, facts and attendance in other ways than by unit.
    Sittings,
    /// The agenda.
    Agenda,
    /// The elections.
    Elections,
    /// The list of delegates.
    People,
}

/// What became of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitChange {
    /// It is in the other scenario only, in this row.
    Added {
        /// The row in the other scenario.
        theirs: usize,
    },
    /// It is in one's own only, in this row.
    Removed {
        /// The row in one's own scenario.
        mine: usize,
    },
    /// It is in both.
    Changed {
        /// The row in one's own scenario.
        mine: usize,
        /// The row in the other.
        theirs: usize,
        /// The cells that differ, as entered; none where only the seats do.
        fields: Vec<Field>,
    },
}

/// Two scenarios, one's own and another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Settings that differ.
    pub settings: Vec<Setting>,
    /// Units that differ in what was entered or in their seats: in the order of the other scenario, then those that it does
    /// not have.
    pub units: Vec<UnitChange>,
    /// Units that are the same in both.
    pub same: usize,
}

/// What differs between one's own scenario and another.
pub fn compare(mine: &Report, theirs: &Report) -> Comparison {
    let pairs = pair(&mine.scenario, &theirs.scenario);
    let mut found =
        Comparison { settings: settings(&mine.scenario, &theirs.scenario), ..Comparison::default() };
    let mut met = vec![false; mine.units.len()];
    // Attendance by unit can be compared where both shown sittings were counted so.
    let counted = [mine, theirs].into_iter().all(|report| by_unit(&report.scenario));
    let compared = |field: &Field| counted || !field.is_attendance();
    for (at, (unit, mate)) in theirs.scenario.units.iter().zip(&pairs).enumerate() {
        let own = mate.and_then(|row| Some((row, mine.scenario.units.get(row)?)));
        let Some((row, own)) = own else {
            found.units.push(UnitChange::Added { theirs: at });
            continue;
        };
        if let Some(met) = met.get_mut(row) {
            *met = true;
        }
        let differs =
            |field: &Field| cell(&mine.scenario, own, *field) != cell(&theirs.scenario, unit, *field);
        let fields: Vec<_> = Field::ALL.into_iter().filter(compared).filter(differs).collect();
        if fields.is_empty() && seats(mine, row) == seats(theirs, at) {
            found.same += 1;
        } else {
            found.units.push(UnitChange::Changed { mine: row, theirs: at, fields });
        }
    }
    let gone = met.iter().enumerate().filter(|(_, met)| !**met);
    found.units.extend(gone.map(|(mine, _)| UnitChange::Removed { mine }));
    found
}

fn by_unit(scenario: &Scenario) -> bool {
    scenario.sitting().is_some_and(|sitting| sitting.tally == Tally::ByUnit)
}

fn seats(report: &Report, row: usize) -> Option<Seats> {
    report.units.get(row).map(|unit| unit.seats)
}

/// For each unit of `theirs` the row of the same unit in `mine`, at most one for each.
fn pair(mine: &Scenario, theirs: &Scenario) -> Vec<Option<usize>> {
    // A unit without a name is known by its members.
    let key = |unit: &Rc<Unit>| (unit.name.clone(), unit.name.is_empty().then_some(unit.members));
    let mut named: HashMap<_, Vec<usize>> = HashMap::new();
    for (row, unit) in mine.units.iter().enumerate().rev() {
        named.entry(key(unit)).or_default().push(row);
    }
    let mut free = vec![true; mine.units.len()];
    let mut take = |row: usize| free.get_mut(row).is_some_and(std::mem::take);
    // Of several units of one name the first meets the first.
    let by_name = |unit: &Rc<Unit>| named.get_mut(&key(unit))?.pop();
    let mut pairs: Vec<_> = theirs.units.iter().map(by_name).collect();
    for row in pairs.iter().flatten() {
        take(*row);
    }
    let by_id: HashMap<UnitId, usize> =
        mine.units.iter().enumerate().map(|(row, unit)| (unit.id, row)).collect();
    for (unit, mate) in theirs.units.iter().zip(&mut pairs) {
        let Some(&row) = by_id.get(&unit.id).filter(|_| mate.is_none()) else { continue };
        if mine.units.get(row).is_some_and(|own| own.members == unit.members) && take(row) {
            *mate = Some(row);
        }
    }
    pairs
}

/// What is entered in a cell, as the edit that would enter it.
pub(super) fn cell(scenario: &Scenario, unit: &Unit, field: Field) -> UnitEdit {
    let delegation = || unit.delegation.and_then(|id| scenario.delegation(id)).map(|d| d.name.clone());
    match field {
        Field::Name => UnitEdit::Name(unit.name.clone()),
        Field::Delegation => UnitEdit::Delegation(delegation().unwrap_or_default()),
        Field::Members => UnitEdit::Members(unit.members),
        Field::Seats => UnitEdit::Locked(unit.locked),
        Field::Min => UnitEdit::Min(unit.min),
        Field::Max => UnitEdit::Max(unit.max),
        Field::Elected => UnitEdit::Elected(unit.mandates.elected),
        Field::ByElected => UnitEdit::ByElected(unit.mandates.by_elected),
        // An entry of nobody says nothing, and none can be entered.
        Field::Ended => {
            let entries = unit.mandates.endings.iter().filter(|ending| ending.count > Count::ZERO);
            UnitEdit::Endings(entries.cloned().collect())
        }
        Field::Suspended => UnitEdit::Suspended(unit.mandates.suspended),
        Field::Registered => UnitEdit::Registered(scenario.presence(unit.id).registered),
        Field::OnLeave => UnitEdit::OnLeave(scenario.presence(unit.id).on_leave),
        Field::Present => UnitEdit::Present(scenario.presence(unit.id).present),
    }
}

fn settings(mine: &Scenario, theirs: &Scenario) -> Vec<Setting> {
    let (a, b) = (&mine.allocating, &theirs.allocating);
    let facts = |scenario: &Scenario| {
        let of = |sitting: &super::Sitting| super::Sitting {
            id: scenario.shown,
            attendance: Default::default(),
            ..sitting.clone()
        };
        scenario.sittings.iter().map(of).collect::<Vec<_>>()
    };
    [
        (Setting::Title, mine.title != theirs.title),
        (Setting::House, a.house != b.house),
        (Setting::Scheme, a.scheme != b.scheme),
        (Setting::Method, a.method != b.method),
        (Setting::MinimumRule, a.minimum_rule != b.minimum_rule),
        (Setting::Minimum, a.minimum != b.minimum),
        (Setting::Lots, a.lots != b.lots),
        (Setting::Rules, mine.rules != theirs.rules),
        (Setting::Body, mine.body != theirs.body),
        (Setting::Calendar, !mine.calendar.says_as(&theirs.calendar)),
        (Setting::Composition, mine.composition != theirs.composition),
        (Setting::People, lines(mine) != lines(theirs)),
        (Setting::Sittings, facts(mine) != facts(&Scenario { shown: mine.shown, ..theirs.clone() })),
        (Setting::Agenda, mine.agenda != theirs.agenda),
        (Setting::Elections, mine.elections != theirs.elections),
    ]
    .into_iter()
    .filter_map(|(setting, differs)| differs.then_some(setting))
    .collect()
}

/// The list of delegates without identities.
fn lines(
    scenario: &Scenario,
) -> Vec<(&super::Name, &super::Told<super::Mandate>, &super::Categories, &super::Name)> {
    let delegates = scenario.people.delegates.iter();
    delegates.map(|one| (&one.name, &one.mandate, &one.categories, &one.note)).collect()
}

impl UnitChange {
    /// The action on one's own scenario that takes this change over; `None` where there is nothing to take over but seats,
    /// which follow from the rest.
    pub fn take_over(&self, mine: &Scenario, theirs: &Scenario) -> Option<Action> {
        match self {
            Self::Added { theirs: row } => {
                let unit = theirs.units.get(*row)?;
                let draft = Field::ALL.into_iter().map(|field| cell(theirs, unit, field)).collect();
                Some(Action::Insert { at: *row, drafts: vec![draft] })
            }
            Self::Removed { mine: row } => Some(Action::Remove(vec![mine.units.get(*row)?.id])),
            Self::Changed { mine: own, theirs: row, fields } => {
                let (own, unit) = (mine.units.get(*own)?, theirs.units.get(*row)?);
                let edits: Vec<_> = fields.iter().map(|field| (own.id, cell(theirs, unit, *field))).collect();
                (!edits.is_empty()).then_some(Action::Edit(edits))
            }
        }
    }
}

impl Setting {
    /// The action on one's own scenario that takes this setting over; `None` where it can only come with the whole (lots and
    /// categories name units by identity, sittings units and delegations, the agenda and the elections sittings).
    pub fn take_over(self, theirs: &Scenario) -> Option<Action> {
        let allocating = &theirs.allocating;
        Some(match self {
            Self::Title => Action::SetTitle(theirs.title.clone()),
            Self::House => Action::SetHouse(allocating.house),
            Self::Scheme => Action::SetScheme(allocating.scheme.clone()),
            Self::Method => Action::SetMethod(allocating.method.clone()),
            Self::MinimumRule => Action::SetMinimumRule(allocating.minimum_rule),
            Self::Minimum => Action::SetMinimum(allocating.minimum),
            Self::Rules => Action::SetRules(theirs.rules.clone()),
            Self::Body => Action::SetBody(theirs.body),
            Self::Calendar => Action::EditCalendar(CalendarEdit::Take(theirs.calendar.clone())),
            Self::Lots
            | Self::Sittings
            | Self::Agenda
            | Self::Elections
            | Self::Composition
            | Self::People => return None,
        })
    }
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.settings.is_empty() && self.units.is_empty()
    }

    /// The action that takes the whole other scenario.
    pub fn take_all(theirs: &Scenario) -> Action {
        Action::Replace(Box::new(theirs.clone()), Step::Opened)
    }
}

#[cfg(test)]
mod tests;
