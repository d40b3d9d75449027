//! What is entered in the cells of a scenario, as the edits that would enter it. Knows no texts.

use super::{DelegationId, Field, Name, Scenario, Unit, UnitEdit};
use crate::num::Count;
use std::collections::HashMap;

/// The cells of a scenario, for whoever goes through many: delegations may stand in any order, and are not looked for one by one.
pub(super) struct Cells<'a> {
    scenario: &'a Scenario,
    delegations: HashMap<DelegationId, &'a Name>,
}

impl<'a> Cells<'a> {
    /// The cells of this scenario.
    pub(super) fn of(scenario: &'a Scenario) -> Self {
        Self { scenario, delegations: scenario.delegation_names() }
    }

    /// What is entered in a cell.
    pub(super) fn entered(&self, unit: &Unit, field: Field) -> UnitEdit {
        entered(self.scenario, unit, field, |id| self.delegations.get(&id).copied())
    }
}

/// What is entered in one cell.
pub(super) fn cell(scenario: &Scenario, unit: &Unit, field: Field) -> UnitEdit {
    entered(scenario, unit, field, |id| Some(&scenario.delegation(id)?.name))
}

fn entered<'a>(
    scenario: &Scenario,
    unit: &Unit,
    field: Field,
    delegation: impl Fn(DelegationId) -> Option<&'a Name>,
) -> UnitEdit {
    match field {
        Field::Name => UnitEdit::Name(unit.name.clone()),
        Field::Delegation => {
            UnitEdit::Delegation(unit.delegation.and_then(delegation).cloned().unwrap_or_default())
        }
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
