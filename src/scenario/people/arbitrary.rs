//! Lists of delegates for property tests, put into any scenario. Compiled for tests only.

use super::{
    Attending, Basis, Categories, Delegate, DelegateId, Entry, Mandate, People, Roll, Tenure, Told, settle,
};
use crate::name::Name;
use crate::roster::Reason;
use crate::scenario::Scenario;
use crate::threshold::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::rc::Rc;

/// A delegate without a unit, where to look for one, and the marks at the first sittings.
type Part = (Delegate, Index, Name, Vec<Option<Attending>>);

/// The scenario with a list of up to `most` delegates, in order with its table.
pub(crate) fn with_people(
    scenario: impl Strategy<Value = Scenario>,
    most: usize,
) -> impl Strategy<Value = Scenario> {
    let list = prop_oneof![Just(Vec::new()), vec(part(), 0..=most)];
    (scenario, list, select(&[Basis::Table, Basis::List])).prop_map(|(scenario, list, basis)| {
        let mut scenario = scenario;
        let mut people = People { basis, ..People::default() };
        let mut rolls = vec![Roll::new(); scenario.sittings.len()];
        for (delegate, at, text, marks) in list {
            let Some(next) = scenario.next_id.checked_add(1) else { break };
            let id = DelegateId(std::mem::replace(&mut scenario.next_id, next));
            // One place more than there are units: the last means a unit that is not in the table.
            let unit = scenario.units.get(at.index(scenario.units.len() + 1));
            let unit = unit.map_or(Told::Unclear(text), |unit| Told::Known(unit.id));
            Rc::make_mut(&mut people.delegates).push(Rc::new(Delegate { id, unit, ..delegate }));
            for (roll, mark) in rolls.iter_mut().zip(marks) {
                roll.extend(mark.map(|mark| (id, mark)));
            }
        }
        let ids = scenario.sittings.iter().map(|sitting| sitting.id);
        let marked = ids.zip(rolls).filter(|(_, roll)| !roll.is_empty());
        people.rolls = marked.map(|(id, roll)| (id, Rc::new(roll))).collect();
        scenario.people = people;
        settle(None, &mut scenario);
        scenario
    })
}

fn part() -> impl Strategy<Value = Part> {
    let marks = vec(option::of(select(&Attending::ALL)), 0..4);
    let told = prop_oneof![9 => mandate().prop_map(Told::Known), 1 => text().prop_map(Told::Unclear)];
    (text(), told, categories(), text(), any::<Index>(), text(), marks).prop_map(
        |(name, mandate, categories, note, at, unit, marks)| {
            let id = DelegateId(0);
            let delegate =
                Delegate { id, name, unit: Told::Unclear(Name::default()), mandate, categories, note };
            (delegate, at, unit, marks)
        },
    )
}

/// Any mandate.
pub(crate) fn mandate() -> impl Strategy<Value = Mandate> {
    let date = option::of((1..=9999u16, 1..=12u8, 1..=28u8))
        .prop_map(|date| date.and_then(|(year, month, day)| Date::new(year, month, day)));
    let ended = (select(&Reason::ALL), date).prop_map(|(reason, date)| Tenure::Ended { reason, date });
    let tenure = prop_oneof![3 => Just(Tenure::Holding), 1 => Just(Tenure::Suspended), 1 => ended];
    (select(&Entry::ALL), tenure).prop_map(|(entry, tenure)| Mandate { entry, tenure })
}

fn categories() -> impl Strategy<Value = Categories> {
    "[a-c女兵 ,;、]{0,12}|\\PC{0,12}".prop_map(|text| Categories::parse(&text).unwrap_or_default())
}

fn text() -> impl Strategy<Value = Name> {
    prop_oneof![
        4 => "[赵钱孙李周吴郑王][一-十]{0,2}",
        1 => "[ -~]{0,20}",
        1 => any::<String>(),
        1 => Just("=HYPERLINK(\"http://x\")".to_owned()),
        1 => Just("<b>\u{202e}'=1+1".to_owned()),
    ]
    .prop_map(|text| Name::new(&text).unwrap_or_default())
}
