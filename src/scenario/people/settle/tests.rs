//! What is passed over because nothing about it has changed, against asking everybody about everything.

use super::*;
use crate::name::Name;
use crate::num::{Seats, Weight};
use crate::scenario::apply::act;
use crate::scenario::people::arbitrary::mandate;
use crate::scenario::people::{
    Attending, DelegateDraft, DelegateEdit, DelegateId, Filling, Mandate, NewUnits, PeopleAction, Placing,
    RollCounts, Tenure,
};
use crate::scenario::tests::any_action;
use crate::scenario::{Action, UnitEdit, apply, arbitrary, entries_fit};
use proptest::prelude::*;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn done(scenario: &Scenario, action: Action) -> Scenario {
    apply(scenario, &action).expect("it changes something")
}

fn drafts(units: &[&str], tenure: impl Fn(usize) -> Tenure) -> Vec<DelegateDraft> {
    let draft = |(at, unit): (usize, &&str)| DelegateDraft {
        unit: name(unit),
        mandate: Told::Known(Mandate { tenure: tenure(at), ..Mandate::default() }),
        attending: Attending::ALL.get(at % 4).copied(),
        ..DelegateDraft::named(name("x"))
    };
    units.iter().enumerate().map(draft).collect()
}

/// Units and a list of their delegates that leads; those were marked at two of three sittings. Identities are below 40.
fn led(drafts: Vec<DelegateDraft>) -> Scenario {
    let unit = |text| vec![UnitEdit::Name(name(text)), UnitEdit::Delegation(name("North"))];
    let units = ["A", "B", "C", "D"].map(unit).to_vec();
    let filled = done(&Scenario::blank(), Action::Insert { at: 0, drafts: units });
    let (placing, units, counting) = (Placing::Replace, NewUnits::Leave, Filling::Leave);
    let listed = PeopleAction::Import { drafts, placing, units, counting };
    let mut scenario = done(&filled, Action::People(listed));
    scenario = done(&scenario, Action::AddSitting(name("Second")));
    scenario = done(&scenario, Action::AddSitting(name("Third")));
    let ids = scenario.people.delegates.iter().map(|delegate| delegate.id).collect();
    scenario = done(&scenario, Action::People(PeopleAction::Mark(ids, Some(Attending::Present))));
    done(&scenario, Action::People(PeopleAction::SetBasis(Basis::List)))
}

/// What moves the figures of a list whose delegates have identities below 20.
fn told() -> impl Strategy<Value = Action> {
    let id = || (4..20u32).prop_map(DelegateId);
    let mark = prop::sample::select(vec![None, Some(Attending::Present), Some(Attending::Absent)]);
    let unit = prop::sample::select(vec!["A", "B", "E"]).prop_map(|text| DelegateEdit::Unit(name(text)));
    let change = prop_oneof![mandate().prop_map(DelegateEdit::Mandate), unit];
    let told = prop_oneof![
        2 => (id(), change).prop_map(|(id, change)| PeopleAction::Edit(id, change)),
        2 => (prop::collection::vec(id(), 1..4), mark).prop_map(|(ids, mark)| PeopleAction::Mark(ids, mark)),
        1 => id().prop_map(|id| PeopleAction::Remove(vec![id])),
        1 => Just(PeopleAction::SetBasis(Basis::List)),
    ];
    told.prop_map(Action::People)
}

/// The marks of a unit at a sitting, delegate by delegate.
fn marks(people: &People, sitting: SittingId, unit: UnitId) -> RollCounts {
    let mut counts = RollCounts::default();
    for delegate in people.delegates.iter().filter(|delegate| delegate.unit == Told::Known(unit)) {
        match people.attending(sitting, delegate.id) {
            Some(Attending::Present) => counts.present += 1,
            Some(Attending::OnLeave) => counts.on_leave += 1,
            Some(Attending::Absent) => counts.absent += 1,
            None => counts.unmarked += u32::from(delegate.is_due()),
        }
    }
    counts
}

/// What follows from a list that leads, asked for every unit at every sitting.
fn plainly(before: &Scenario, scenario: &mut Scenario) {
    if scenario.people.is_empty() {
        scenario.people = People::default();
        return;
    }
    find_units(scenario);
    if scenario.people.basis == Basis::Table {
        return;
    }
    let led = before.people.basis == Basis::List;
    let people = scenario.people.clone();
    let named = |people: &People, unit: UnitId| people.counts().get(&unit).cloned();
    for unit in Rc::make_mut(&mut scenario.units) {
        let unit = Rc::make_mut(unit);
        match named(&people, unit.id) {
            Some(counts) => unit.mandates = mandates(&unit.mandates, &counts),
            None if led && named(&before.people, unit.id).is_some() => unit.mandates = Mandates::default(),
            None => {}
        }
        for sitting in &mut scenario.sittings {
            let is = marks(&people, sitting.id, unit.id);
            let was = led && marks(&before.people, sitting.id, unit.id).is_marked();
            if is.is_marked() {
                attend(sitting, unit.id, |presence| Presence {
                    present: is.complete().and_then(Count::new),
                    on_leave: Count::new(is.on_leave).unwrap(),
                    ..presence
                });
            } else if was {
                attend(sitting, unit.id, |presence| Presence {
                    present: None,
                    on_leave: Count::ZERO,
                    ..presence
                });
            }
        }
    }
}

/// Entering a figure that has nothing to do with people copies no attendance and no mandates.
#[test]
fn what_the_list_says_nothing_of_leaves_its_figures_where_they_are() {
    let before = led(drafts(&["A", "A", "B", "C", "C", "E"], |_| Tenure::Holding));
    let unit = before.units[1].id;
    for action in [
        Action::SetHouse(Seats::from(7)),
        Action::Edit(vec![(unit, UnitEdit::Members(Weight::from(9u32)))]),
        Action::Edit(vec![(unit, UnitEdit::Name(name("Z")))]),
    ] {
        let after = done(&before, action);
        assert!(same(&before.units, &after.units, |was, is| was.mandates == is.mandates));
        for (was, is) in before.sittings.iter().zip(&after.sittings) {
            assert!(
                Rc::ptr_eq(&was.attendance, &is.attendance) && same_attendance(&before, &after.people, is)
            );
        }
    }
}

proptest! {
    #[test]
    fn what_is_passed_over_would_not_have_changed(
        units in prop::collection::vec(prop::sample::select(vec!["A", "B", "C", "E"]), 1..10),
        actions in prop::collection::vec(prop_oneof![any_action(), told()], 1..24),
    ) {
        let tenures = [Tenure::Holding, Tenure::Suspended, Tenure::Holding];
        let mut scenario = led(drafts(&units, |at| tenures[at % 3]));
        for action in &actions {
            let mut next = scenario.clone();
            act(&mut next, action);
            let mut plain = next.clone();
            settle(Some(&scenario), &mut next);
            plainly(&scenario, &mut plain);
            prop_assert_eq!(&next, &plain, "{:?}", action);
            scenario = next;
        }
    }

    #[test]
    fn the_marks_of_all_sittings_are_those_of_each(scenario in arbitrary::listed(8)) {
        let sittings: Vec<SittingId> = scenario.sittings.iter().map(|sitting| sitting.id).collect();
        let all = scenario.people.attendance(&sittings);
        for sitting in sittings {
            for unit in scenario.units.iter() {
                let plain = Some(marks(&scenario.people, sitting, unit.id)).filter(|counts| counts.is_marked());
                let found = all.get(&sitting).and_then(|units| units.get(&unit.id)).copied();
                prop_assert_eq!(found, plain);
            }
        }
    }
}

/// What was typed stays whole however much there is of it; what the list tells beside it takes the room that is left.
#[test]
fn a_list_that_tells_much_finds_room_beside_what_was_typed() {
    let day = |n: u8| Date::new(2021, 3, n);
    let mut counts = ListCounts::default();
    for n in 1..=20 {
        counts.ended.extend([((Reason::Resigned, day(n)), 1), ((Reason::Removed, day(n)), 2)]);
    }
    for (typed, entries) in [(256, [20, 20]), (469, [20, 20]), (470, [1, 1]), (507, [1, 1])] {
        let mut counts = counts.clone();
        counts.ended.insert((Reason::Died, None), typed);
        let was =
            vec![Ending { note: name("kept"), ..Ending::new(Reason::Died, 1u16.into()) }; typed as usize];
        let is = endings(&was, &counts);
        let of = |reason| is.iter().filter(|entry| entry.reason == reason).collect::<Vec<_>>();
        assert!(of(Reason::Died).into_iter().eq(&was), "{typed}");
        assert_eq!([of(Reason::Resigned).len(), of(Reason::Removed).len()], entries, "{typed}");
        let ended = |reason| of(reason).iter().map(|entry| entry.count.get()).sum::<u32>();
        assert_eq!((ended(Reason::Resigned), ended(Reason::Removed)), (20, 40), "{typed}");
        assert!(entries_fit(&is), "{typed}");
        assert_eq!(endings(&is, &counts), is, "{typed}");
    }
}
