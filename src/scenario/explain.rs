//! `explain`: how firm the seats of one unit are. Asked for one unit at a time, because each answer tries out many
//! allocations; `derive` stays quick without it.

use super::seating::instance;
use super::{Scenario, Scheme, UnitId};
use crate::apportion::{self, Instance, Method, Swing};
use crate::num::Seats;
use serde::{Deserialize, Serialize};

/// The most units for which the page asks: above, an answer would take longer than a glance, in a worker too.
pub const EXPLAINED_UNITS: usize = 20_000;

/// How firm the seats of a unit are, all other figures unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The unit.
    pub unit: UnitId,
    /// How many members move a seat of it; `None` where the method does not answer to members that simply, or its seats are
    /// locked.
    pub swing: Option<UnitSwing>,
    /// The smallest and the largest house in which it has these seats.
    pub houses: Option<(Seats, Seats)>,
}

/// How many members move a seat of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSwing {
    /// The fewest members more that surely win it another seat; `None` if no number does.
    pub gain: Option<u64>,
    /// The most members it can lose and surely keep its seats; `None` where it has no seats to lose.
    pub loss: Option<u64>,
}

/// How firm the seats of `unit` are; `None` where there is no allocation or no such unit.
pub fn explain(scenario: &Scenario, unit: UnitId) -> Option<Explanation> {
    let (row, found) = scenario.unit(unit)?;
    let instance = instance(scenario).ok()?;
    let method = &scenario.allocating.method;
    // Under other schemes a unit's seats do not rest on all the others' alike.
    let free = found.locked.is_none() && scenario.allocating.scheme == Scheme::OneTier;
    Some(Explanation {
        unit,
        swing: free.then(|| swing(&instance, method, row)).flatten(),
        houses: free.then(|| apportion::standing_houses(&instance, method, row)).flatten(),
    })
}

fn swing(instance: &Instance, method: &Method, row: usize) -> Option<UnitSwing> {
    let Swing { gain, loss } = apportion::swing(instance, method, row)?;
    let (seats, _) = apportion::apportion(instance, method, &[]).range(row)?;
    Some(UnitSwing { gain, loss: (seats > Seats::ZERO).then_some(loss) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Weight;
    use crate::scenario::{Action, UnitEdit, apply};

    #[test]
    fn a_unit_without_seats_has_no_seats_to_lose() {
        let draft = |members: u32| vec![UnitEdit::Members(Weight::from(members))];
        let insert = Action::Insert { at: 0, drafts: [1_000, 1].map(draft).into() };
        let scenario = apply(&Scenario::blank(), &insert).unwrap();
        let scenario = apply(&scenario, &Action::SetHouse(Seats::from(2))).unwrap();
        let swing = |row: usize| explain(&scenario, scenario.units[row].id).unwrap().swing.unwrap();
        assert!(swing(0).loss.is_some_and(|loss| loss > 0), "{:?}", swing(0));
        assert_eq!(swing(1).loss, None);
        assert!(swing(1).gain.is_some());
    }
}
