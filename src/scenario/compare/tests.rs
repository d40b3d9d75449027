//! What was done to a copy is what a comparison finds, and taking it over gives the copy.

use super::*;
use crate::language::Language;
use crate::num::{Count, Weight};
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::tests::any_action;
use crate::scenario::{
    Attending, Basis, Categories, DelegateDraft, DelegateEdit, Mandate, Name, PeopleAction, Rules,
    SittingEdit, Told, UnitEdit, apply, derive, example,
};
use crate::threshold::ProfileId;
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn changed(actions: &[Action]) -> (Scenario, Scenario) {
    let mine = example(Language::English);
    let theirs = actions.iter().fold(mine.clone(), |scenario, action| apply(&scenario, action).unwrap());
    (mine, theirs)
}

#[test]
fn each_kind_of_change_is_found_where_it_is() {
    let ids: Vec<UnitId> = example(Language::English).units.iter().map(|unit| unit.id).collect();
    let draft = vec![UnitEdit::Name(name("New town")), UnitEdit::Members(Weight::from(1))];
    let (mine, theirs) = changed(
        &[
            Action::Edit(vec![
                (ids[0], UnitEdit::Elected(Count::new(1))),
                (ids[0], UnitEdit::Locked(Seats::new(61))),
                (ids[1], UnitEdit::Name(name("Renamed"))),
            ]),
            Action::Remove(vec![ids[2]]),
            Action::Insert { at: 99, drafts: vec![draft] },
            Action::SetHouse(Seats::from(500)),
            Action::SetRules(Rules::Profile(ProfileId::TradeUnion)),
        ]
        .into_iter()
        .filter(|action| apply(&example(Language::English), action).is_some())
        .collect::<Vec<_>>(),
    );
    let found = compare(&report(&mine), &report(&theirs));
    assert_eq!(found.settings, [Setting::Rules]);
    let entered: Vec<_> = found
        .units
        .iter()
        .filter(|change| !matches!(change, UnitChange::Changed { fields, .. } if fields.is_empty()))
        .cloned()
        .collect();
    assert_eq!(
        entered,
        [
            UnitChange::Changed { mine: 0, theirs: 0, fields: vec![Field::Seats, Field::Elected] },
            UnitChange::Changed { mine: 1, theirs: 1, fields: vec![Field::Name] },
            UnitChange::Added { theirs: 29, fields: Field::ALL.to_vec() },
            UnitChange::Removed { mine: 2 },
        ]
    );
}

#[test]
fn units_of_one_name_meet_in_their_order_and_strangers_do_not() {
    let table = |rows: &[(&str, u32)]| {
        let draft = |(text, members): &(&str, u32)| {
            vec![UnitEdit::Name(name(text)), UnitEdit::Members(Weight::from(*members))]
        };
        apply(&Scenario::blank(), &Action::Insert { at: 0, drafts: rows.iter().map(draft).collect() })
            .unwrap()
    };
    let mine = table(&[("A", 1), ("A", 2), ("", 7), ("", 3), ("C", 4)]);
    let theirs = table(&[("A", 1), ("A", 2), ("", 3), ("", 7), ("D", 5)]);
    let found = compare(&report(&mine), &report(&theirs));
    let others: Vec<_> = found
        .units
        .iter()
        .filter(|change| !matches!(change, UnitChange::Changed { fields, .. } if fields.is_empty()))
        .collect();
    let fields = Field::ALL.to_vec();
    assert_eq!(others, [&UnitChange::Added { theirs: 4, fields }, &UnitChange::Removed { mine: 4 }]);
}

/// Units with so many members and delegates each, and an empty sitting of this name.
fn congress(units: &[(&str, u16)], sitting: &str) -> Scenario {
    let draft = |(text, elected): &(&str, u16)| {
        vec![
            UnitEdit::Name(name(text)),
            UnitEdit::Members(Weight::from(u32::from(*elected))),
            UnitEdit::Elected(Some(Count::from(*elected))),
        ]
    };
    let scenario =
        done(&Scenario::blank(), &[Action::Insert { at: 0, drafts: units.iter().map(draft).collect() }]);
    let edit = Action::EditSitting(scenario.shown, SittingEdit::Name(name(sitting)));
    done(&scenario, &[edit])
}

fn done(scenario: &Scenario, actions: &[Action]) -> Scenario {
    actions.iter().fold(scenario.clone(), |scenario, action| apply(&scenario, action).unwrap())
}

fn present(scenario: &Scenario, row: usize, present: u16) -> Action {
    Action::Edit(vec![(scenario.units[row].id, UnitEdit::Present(Some(Count::from(present))))])
}

/// A unit comes with what it reported only where one's own sitting is the same and counted in the same way.
#[test]
fn an_added_unit_leaves_the_attendance_of_the_others() {
    let units = [("North", 10), ("South", 8)];
    let start = congress(&units, "Plenary");
    let counted_whole = Action::EditSitting(start.shown, SittingEdit::CountedAs(Count::from(17)));
    let by_unit = [present(&start, 0, 9), present(&start, 1, 8)];
    let west = vec![UnitEdit::Name(name("West")), UnitEdit::Elected(Some(Count::from(4)))];
    let added = done(&done(&start, &by_unit), &[Action::Insert { at: 2, drafts: vec![west] }]);
    let theirs = done(&added, &[present(&added, 2, 4)]);
    let take = |mine: &Scenario| {
        let found = compare(&report(mine), &report(&theirs));
        let all = found.units.iter().filter(|change| matches!(change, UnitChange::Added { .. }));
        let actions: Vec<_> = all.filter_map(|change| change.take_over(mine, &theirs)).collect();
        assert_eq!(actions.len(), 1);
        done(mine, &actions)
    };
    let whole = take(&done(&start, &[counted_whole]));
    assert_eq!(whole.units.len(), 3);
    assert_eq!(whole.sitting().map(|sitting| &sitting.tally), Some(&Tally::Whole(Some(Count::from(17)))));
    let other = take(&done(&start, &[Action::AddSitting(name("Closing")), present(&start, 0, 1)]));
    assert!(other.sittings.iter().all(|sitting| !sitting.attendance.contains_key(&other.units[2].id)));
    let same = take(&done(&start, &by_unit));
    assert_eq!(same.presence(same.units[2].id).present, Some(Count::from(4)));
    assert_eq!(compare(&report(&same), &report(&theirs)), Comparison { same: 3, ..Comparison::default() });
}

/// Which sitting is shown is a way of looking: nothing of one is held against another.
#[test]
fn cells_of_different_sittings_are_not_compared() {
    let start = congress(&[("North", 10), ("South", 8)], "Morning");
    let morning = start.shown;
    let start = done(&start, &[present(&start, 0, 9), present(&start, 1, 8)]);
    let start =
        done(&start, &[Action::AddSitting(name("Afternoon")), present(&start, 0, 7), present(&start, 1, 6)]);
    let afternoon = start.shown;
    let mine = done(&start, &[Action::ShowSitting(morning)]);
    let found = compare(&report(&mine), &report(&start));
    assert_eq!((found.settings.as_slice(), found.units.as_slice()), (&[][..], &[][..]));
    // Nor by their places.
    for shown in [morning, afternoon] {
        let mut theirs = done(&mine, &[Action::MoveSitting(afternoon, 0)]);
        theirs.shown = shown;
        let found = compare(&report(&mine), &report(&theirs));
        let ways: Vec<_> = found.inside.iter().map(|one| one.path.as_slice()).collect();
        assert_eq!(ways, [&[Where::Aspect(Aspect::Order)][..]]);
        assert!(found.units.is_empty(), "{:?}", found.units);
    }
    // What differs at a sitting that both sides do not show alike is told at the sitting.
    let theirs = done(&start, &[present(&start, 0, 5)]);
    let found = compare(&report(&mine), &report(&theirs));
    let values: Vec<_> = found.inside.iter().map(|one| (&one.mine, &one.theirs)).collect();
    assert_eq!(values, [(&Fact::Whole(7), &Fact::Whole(5))]);
    assert!(found.units.is_empty(), "{:?}", found.units);
}

proptest! {
    /// Whether the other scenario is a stranger or a copy in which things were done.
    #[test]
    fn taking_an_added_unit_over_changes_no_attendance_but_its_own(
        mine in any_scenario(6),
        stranger in any_scenario(6),
        actions in proptest::collection::vec(any_action(), 1..8),
    ) {
        let copy = actions.iter().fold(mine.clone(), |scenario, action| apply(&scenario, action).unwrap_or(scenario));
        for (mine, theirs) in [(&mine, &stranger), (&mine, &copy), (&copy, &mine)] {
            let found = compare(&report(mine), &report(theirs));
            let added = found.units.iter().filter(|change| matches!(change, UnitChange::Added { .. }));
            for action in added.filter_map(|change| change.take_over(mine, theirs)) {
                let Some(mut next) = apply(mine, &action) else { continue };
                for sitting in &mut next.sittings {
                    Rc::make_mut(&mut sitting.attendance).retain(|id, _| mine.unit(*id).is_some());
                }
                prop_assert_eq!(&next.sittings, &mine.sittings);
            }
        }
    }

    #[test]
    fn a_scenario_does_not_differ_from_itself(scenario in any_scenario(10)) {
        let report = report(&scenario);
        let found = compare(&report, &report);
        prop_assert!(found.is_same(), "{found:?}");
        prop_assert_eq!(found.same, scenario.units.len());
    }

    /// Units may differ in order afterwards, and attendance is taken at the sitting that is shown.
    #[test]
    fn taking_every_change_over_leaves_no_difference_in_what_was_entered(mine in any_scenario(8), theirs in any_scenario(8)) {
        let mut own = mine;
        // Taken one by one, each from a fresh comparison, as a person does it.
        for _ in 0..64 {
            let found = compare(&report(&own), &report(&theirs));
            let unit = found.units.iter().find_map(|change| change.take_over(&own, &theirs));
            let setting = || found.settings.iter().find_map(|setting| setting.take_over(&theirs));
            let Some(action) = unit.or_else(setting) else { break };
            let Some(next) = apply(&own, &action) else { break };
            own = next;
        }
        let found = compare(&report(&own), &report(&theirs));
        prop_assert!(found.units.iter().all(|change| change.take_over(&own, &theirs).is_none()), "{:?}", found.units);
        prop_assert!(found.settings.iter().all(|setting| setting.take_over(&theirs).is_none()));
    }
}

/// A delegate who is now another unit's, a list that leads, a mark, and what a unit reported to a sitting that nobody looks at.
#[test]
fn what_no_cell_shows_is_compared_too() {
    let mine = example(Language::English);
    let (first, unit) = (mine.shown, mine.units[0].clone());
    let other = mine.units[1].name.clone();
    let draft = DelegateDraft {
        name: name("Wang"),
        unit: unit.name.clone(),
        mandate: Told::Known(Mandate::default()),
        categories: Categories::default(),
        note: Name::default(),
        attending: None,
    };
    let people = |action| Action::People(action);
    let start = [people(PeopleAction::Add(draft)), Action::AddSitting(name("Second"))];
    let mine = start.iter().fold(mine, |scenario, action| apply(&scenario, action).unwrap());
    let (wang, second) = (mine.people.delegates[0].id, mine.shown);
    let there = |action| vec![Action::ShowSitting(first), action, Action::ShowSitting(second)];
    for (actions, setting) in [
        (vec![people(PeopleAction::Edit(wang, DelegateEdit::Unit(other)))], Setting::People),
        (there(people(PeopleAction::Mark(vec![wang], Some(Attending::OnLeave)))), Setting::People),
        (there(Action::Edit(vec![(unit.id, UnitEdit::Present(Some(Count::from(1))))])), Setting::Sittings),
    ] {
        let theirs = actions.iter().fold(mine.clone(), |scenario, action| apply(&scenario, action).unwrap());
        let found = compare(&report(&mine), &report(&theirs));
        assert_eq!(
            (found.settings.as_slice(), found.units.as_slice()),
            (&[setting][..], &[][..]),
            "{actions:?}"
        );
    }
    let mut leading = mine.clone();
    leading.people.basis = Basis::List;
    assert_eq!(compare(&report(&mine), &report(&leading)).settings, [Setting::People]);
}

/// A file by other hands may have delegations in any order: what is the same is, and what was moved is found.
#[test]
fn delegations_in_any_order_are_compared_by_name() {
    let mine = example(Language::English);
    let other = mine.delegations[1].name.clone();
    let edit = (mine.units[0].id, UnitEdit::Delegation(other));
    let mut turned = mine.clone();
    Rc::make_mut(&mut turned.delegations).reverse();
    let same = compare(&report(&mine), &report(&turned));
    assert_eq!((same.units.as_slice(), same.same), (&[][..], mine.units.len()));
    let moved = apply(&turned, &Action::Edit(vec![edit])).unwrap();
    let found = compare(&report(&turned), &report(&moved));
    let fields = vec![Field::Delegation];
    assert_eq!(found.units, [UnitChange::Changed { mine: 0, theirs: 0, fields }]);
}
