//! Which delegates the list shows, and in which order.

use crate::effects::collation;
use delegate_roster::language::small;
use delegate_roster::scenario::{Delegate, Direction, Name, NameOrder, Scenario, Told, UnitId, arranged};
use std::collections::HashMap;

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Listed,
    Pinyin,
    Strokes,
    Unit,
}

impl Order {
    pub const ALL: [Self; 4] = [Self::Listed, Self::Pinyin, Self::Strokes, Self::Unit];
}

/// The places of all delegates in this order.
pub fn ordered(names: &[Name], units: &[usize], order: Order) -> Vec<usize> {
    let by_name = |collation| collation::order(names.iter().map(Name::as_str), collation);
    match order {
        Order::Listed => (0..names.len()).collect(),
        Order::Pinyin => by_name(NameOrder::Pinyin),
        Order::Strokes => by_name(NameOrder::Strokes),
        Order::Unit => {
            arranged(names.len(), Direction::Ascending, &|_| false, &|a, b| units.get(a).cmp(&units.get(b)))
        }
    }
}

/// The row of each delegate's unit; those without one come last.
pub fn unit_rows(scenario: &Scenario) -> Vec<usize> {
    let rows: HashMap<UnitId, usize> = scenario.units.iter().map(|unit| unit.id).zip(0..).collect();
    let row = |delegate: &Delegate| delegate.unit.known().and_then(|id| rows.get(id)).copied();
    scenario.people.delegates.iter().map(|delegate| row(delegate).unwrap_or(usize::MAX)).collect()
}

/// The name of each delegate's unit as it was told.
pub fn unit_names(scenario: &Scenario) -> Vec<Name> {
    let names: HashMap<UnitId, &Name> = scenario.units.iter().map(|unit| (unit.id, &unit.name)).collect();
    let name = |delegate: &Delegate| match &delegate.unit {
        Told::Known(id) => names.get(id).map(|name| (*name).clone()).unwrap_or_default(),
        Told::Unclear(name) => name.clone(),
    };
    scenario.people.delegates.iter().map(|delegate| name(delegate)).collect()
}

/// Whether a delegate is searched for: all words in the name, the unit or the categories.
pub fn matches(delegate: &Delegate, unit: &Name, query: &[String]) -> bool {
    let has = |name: &Name, word: &String| small(name.as_str()).contains(word.as_str());
    query.iter().all(|word| {
        has(&delegate.name, word)
            || has(unit, word)
            || delegate.categories.iter().any(|category| has(category, word))
    })
}
