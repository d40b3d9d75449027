//! Units for which an import lists fewer delegates than the table counts: a part of a list, more often than news. Filling the
//! table from it would lower what stands there.

use super::ImportedPeople;
use crate::scenario::{Action, Filling, ListCounts, Name, NewUnits, Placing, Scenario, apply};

/// A unit with fewer delegates in the list than in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FewerListed {
    /// The unit.
    pub unit: Name,
    /// Delegates of the list, elected with all others or later.
    pub list: u32,
    /// Delegates of the list whose status was not understood, and who are counted nowhere.
    pub unclear: u32,
    /// The same of the table.
    pub table: u64,
}

impl ImportedPeople {
    /// Where the list, placed like this, has fewer delegates than the table counts, in the order of the table.
    pub fn fewer(&self, scenario: &Scenario, placing: Placing) -> Vec<FewerListed> {
        let import = self.action(placing, NewUnits::Leave, Filling::Leave);
        // What changes nothing leaves the list as it is.
        let after = apply(scenario, &Action::People(import));
        let counts = after.as_ref().unwrap_or(scenario).people.counts();
        let units = scenario.units.iter().filter_map(|unit| {
            let ListCounts { elected, by_elected, unclear, .. } = counts.get(&unit.id)?;
            let list = elected.saturating_add(*by_elected);
            let first = unit.mandates.elected.map_or(0, |elected| elected.get());
            let table = u64::from(first) + u64::from(unit.mandates.by_elected.get());
            (u64::from(list) < table).then(|| FewerListed {
                unit: unit.name.clone(),
                list,
                unclear: *unclear,
                table,
            })
        });
        units.collect()
    }
}
