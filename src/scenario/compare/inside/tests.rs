//! What a comparison finds within a setting: known changes by their ways and values, then that nothing is lost.

use super::*;
use crate::language::Language;
use crate::num::{Count, Seats};
use crate::scenario::arbitrary::{listed, scenario as any_scenario};
use crate::scenario::tests::any_action;
use crate::scenario::{
    Action, AgendaItem, CategoryEdit, CategoryId, CompositionAction, Delegate, DelegateId, Election,
    ElectionAction, ElectionId, Needs, Report, RulesAction, Scenario, Sitting, SittingEdit, SittingId, Told,
    UnitChange, apply, compare, derive, example,
};
use crate::threshold::{Measures, Office, Rule, Share};
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn inside(mine: &Scenario, theirs: &Scenario) -> Vec<Inside> {
    compare(&report(mine), &report(theirs)).inside
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn named(thing: Thing, text: &str) -> Where {
    Where::thing(thing, &name(text), 0)
}

fn done(scenario: &Scenario, actions: &[Action]) -> Scenario {
    actions.iter().fold(scenario.clone(), |scenario, action| apply(&scenario, action).unwrap())
}

/// The way below the setting, before and after.
fn told(found: &[Inside]) -> Vec<(Setting, Vec<Where>, Fact, Fact)> {
    found.iter().map(|one| (one.setting, one.path.clone(), one.mine.clone(), one.theirs.clone())).collect()
}

#[test]
fn the_sitting_and_its_field_are_named_with_both_values() {
    let start = done(&example(Language::English), &[Action::AddSitting(name("Second"))]);
    let second = start.shown;
    let edit = |edit| Action::EditSitting(second, edit);
    let theirs = done(
        &start,
        &[edit(SittingEdit::StatedDue(Count::new(484))), edit(SittingEdit::Name(name("Closing")))],
    );
    let way = |aspect| vec![named(Thing::Sitting, "Second"), Where::Aspect(aspect)];
    assert_eq!(
        told(&inside(&start, &theirs)),
        [
            (Setting::Sittings, way(Aspect::Name), Fact::Text(name("Second")), Fact::Text(name("Closing"))),
            (Setting::Sittings, way(Aspect::StatedDue), Fact::Nothing, Fact::Whole(484)),
        ]
    );
    // One more, and in another order.
    let more = done(&start, &[Action::AddSitting(name("Third")), Action::MoveSitting(second, 0)]);
    let first = Where::thing(Thing::Sitting, &start.sittings[0].name, 0);
    let names = |order: [&Where; 2]| Fact::Things(order.map(Clone::clone).to_vec(), More::None);
    let other = named(Thing::Sitting, "Second");
    assert_eq!(
        told(&inside(&start, &more)),
        [
            (Setting::Sittings, vec![named(Thing::Sitting, "Third")], Fact::Nothing, Fact::There),
            (
                Setting::Sittings,
                vec![Where::Aspect(Aspect::Order)],
                names([&first, &other]),
                names([&other, &first])
            ),
        ]
    );
}

#[test]
fn the_rule_and_the_target_that_differ_are_named() {
    let copied = done(&example(Language::English), &[Action::Rules(RulesAction::Copy(name("Ours")))]);
    let row = |share| {
        let rule = Rule::at_least(share, Base::Due);
        Provision::Quorum(Purpose::Elect, Measures::one(rule))
    };
    let with = |share| done(&copied, &[Action::Rules(RulesAction::Add(row(share)))]);
    let (mine, theirs) = (with(Share::TWO_THIRDS), with(Share::FOUR_FIFTHS));
    let subject = row(Share::TWO_THIRDS).subject();
    assert_eq!(
        told(&inside(&mine, &theirs)),
        [(
            Setting::Rules,
            vec![Where::Aspect(Aspect::Rule(subject))],
            Fact::Provision(row(Share::TWO_THIRDS)),
            Fact::Provision(row(Share::FOUR_FIFTHS))
        )]
    );
    let add = CompositionAction::Add { name: name("Women"), kind: CategoryKind::Overlapping, target: None };
    let mine = done(&example(Language::English), &[Action::Composition(add)]);
    let id = mine.composition[0].id;
    let target = Target {
        limit: crate::scenario::Limit::AtLeast,
        amount: crate::scenario::Amount::Number(Seats::from(9)),
    };
    let edit = CompositionAction::Edit(id, CategoryEdit::Target(Some(target)));
    let lock = CompositionAction::Lock(vec![(id, mine.units[3].id, Some(Seats::from(2)))]);
    let theirs = done(&mine, &[edit, lock].map(Action::Composition));
    let women = named(Thing::Category, "Women");
    let unit = Where::thing(Thing::Unit, &mine.units[3].name, 3);
    assert_eq!(
        told(&inside(&mine, &theirs)),
        [
            (
                Setting::Composition,
                vec![women.clone(), Where::Aspect(Aspect::Target)],
                Fact::Nothing,
                Fact::Target(target)
            ),
            (
                Setting::Composition,
                vec![women, unit, Where::Aspect(Aspect::Locked)],
                Fact::Nothing,
                Fact::Whole(2)
            ),
        ]
    );
}

/// What has the name of something else is not that: what names the one differs from what names the other.
#[test]
fn things_of_one_name_are_told_apart() {
    let plenary = || Action::AddSitting(name("Plenary"));
    let mut mine = done(&example(Language::English), &[plenary(), plenary()]);
    let [first, second] = [1, 2].map(|at| mine.sittings[at].id);
    for unit in &mut Rc::make_mut(&mut mine.units)[..2] {
        Rc::make_mut(unit).name = name("Office");
    }
    let [one, two] = [0, 1].map(|row| mine.units[row].id);
    let delegate = |unit| Delegate {
        id: DelegateId(9_000),
        name: name("Wang"),
        unit: Told::Known(unit),
        mandate: Told::Known(Mandate::default()),
        categories: Categories::default(),
        note: Name::default(),
    };
    let with = |unit, sitting| {
        let mut scenario = mine.clone();
        scenario.people.delegates = Rc::new(vec![Rc::new(delegate(unit))]);
        let roll = [(DelegateId(9_000), Attending::Present)].into();
        scenario.people.rolls = [(sitting, Rc::new(roll))].into();
        Rc::make_mut(&mut scenario.elections[0]).sitting = Some(sitting);
        scenario
    };
    let (mine, theirs) = (with(one, first), with(two, second));
    let [sittings, units] = [(Thing::Sitting, "Plenary"), (Thing::Unit, "Office")]
        .map(|(thing, text)| [0, 1].map(|before| Where::Thing(thing, name(text), before)));
    let election = Where::thing(Thing::Election, &mine.elections[0].title, 0);
    let wang = || named(Thing::Delegate, "Wang");
    let present = Fact::Attending(Attending::Present);
    assert_eq!(
        told(&inside(&mine, &theirs)),
        [
            (
                Setting::People,
                vec![wang(), Where::Aspect(Aspect::Unit)],
                Fact::Of(units[0].clone()),
                Fact::Of(units[1].clone())
            ),
            (Setting::People, vec![wang(), sittings[1].clone()], Fact::Nothing, present.clone()),
            (Setting::People, vec![wang(), sittings[0].clone()], present, Fact::Nothing),
            (
                Setting::Elections,
                vec![election, Where::Aspect(Aspect::Sitting)],
                Fact::Of(sittings[0].clone()),
                Fact::Of(sittings[1].clone())
            ),
        ]
    );
}

/// A new order of the sittings is told at the sittings, and not once more for each delegate who was marked there.
#[test]
fn a_new_order_is_told_once() {
    let mut mine = done(&example(Language::English), &[Action::AddSitting(name("Second"))]);
    let sittings = [0, 1].map(|at| mine.sittings[at].id);
    let delegate = Delegate {
        id: DelegateId(9_000),
        name: name("Wang"),
        unit: Told::Known(mine.units[0].id),
        mandate: Told::Known(Mandate::default()),
        categories: Categories::default(),
        note: Name::default(),
    };
    mine.people.delegates = Rc::new(vec![Rc::new(delegate)]);
    let roll = || Rc::new([(DelegateId(9_000), Attending::Present)].into());
    mine.people.rolls = sittings.map(|id| (id, roll())).into();
    let mut theirs = mine.clone();
    theirs.sittings.swap(0, 1);
    Rc::make_mut(&mut Rc::make_mut(&mut theirs.people.delegates)[0]).note = name("late");
    let found = compare(&report(&mine), &report(&theirs));
    let way: Vec<_> = found.inside.iter().map(|one| (one.setting, one.path.as_slice())).collect();
    let note = [named(Thing::Delegate, "Wang"), Where::Aspect(Aspect::Note)];
    let order = [Where::Aspect(Aspect::Order)];
    assert_eq!(way, [(Setting::People, note.as_slice()), (Setting::Sittings, order.as_slice())]);
}

/// Their field is empty then, and none is a number that somebody entered.
#[test]
fn seats_to_fill_that_nobody_entered_are_nothing() {
    let start = done(
        &example(Language::English),
        &[Action::Election(ElectionAction::Add(name("New"), Office::Delegates))],
    );
    let mut entered = start.clone();
    let last = entered.elections.last_mut().unwrap();
    Rc::make_mut(last).seats = Seats::from(9);
    let values: Vec<_> =
        inside(&start, &entered).into_iter().map(|one| (one.path[1].clone(), one.mine, one.theirs)).collect();
    assert_eq!(values, [(Where::Aspect(Aspect::SeatsToFill), Fact::Nothing, Fact::Whole(9))]);
}

/// Identities mean nothing beyond their scenario: of one that was made anew nothing differs but them.
#[test]
fn another_identity_is_no_difference() {
    let add = CompositionAction::Add { name: name("Women"), kind: CategoryKind::Overlapping, target: None };
    let mine = done(&example(Language::English), &[Action::Composition(add)]);
    let mut theirs = mine.clone();
    let other = |id: u32| id + 10_000;
    for sitting in &mut theirs.sittings {
        sitting.id = SittingId(other(sitting.id.0));
    }
    theirs.shown = SittingId(other(theirs.shown.0));
    for election in &mut theirs.elections {
        let found: &mut Election = Rc::make_mut(election);
        found.id = ElectionId(other(found.id.0));
        found.sitting = found.sitting.map(|id| SittingId(other(id.0)));
    }
    for item in &mut theirs.agenda {
        let found: &mut AgendaItem = item;
        found.sitting = found.sitting.map(|id| SittingId(other(id.0)));
        if let Needs::Election(Some(id)) = &mut found.needs {
            *id = ElectionId(other(id.0));
        }
    }
    for category in &mut theirs.composition {
        category.id = CategoryId(other(category.id.0));
    }
    assert_ne!(mine.elections, theirs.elections);
    assert!(compare(&report(&mine), &report(&theirs)).is_same());
}

fn check(mine: &Scenario, theirs: &Scenario) -> Result<(), TestCaseError> {
    let found = compare(&report(mine), &report(theirs));
    let facts = |scenario: &Scenario| -> Vec<Sitting> {
        let sittings = scenario.sittings.iter().cloned();
        sittings.map(|sitting| Sitting { attendance: Rc::default(), ..sitting }).collect()
    };
    // What names a unit that only one side has names another one.
    let same_units = found.units.iter().all(|change| matches!(change, UnitChange::Changed { .. }));
    for (setting, differs) in [
        (Setting::Lots, mine.allocating.lots != theirs.allocating.lots),
        (Setting::Composition, mine.composition != theirs.composition),
        (Setting::People, mine.people != theirs.people),
        (Setting::Sittings, facts(mine) != facts(theirs)),
        (Setting::Agenda, mine.agenda != theirs.agenda),
        (Setting::Elections, mine.elections != theirs.elections),
    ] {
        let is_found = found.settings.contains(&setting);
        prop_assert!(is_found || !differs, "{:?}", setting);
        // Attendance by unit is not among these facts of a sitting.
        let exact = same_units && setting != Setting::Sittings;
        prop_assert!(differs || !is_found || !exact, "{:?}", setting);
    }
    for one in &found.inside {
        prop_assert!(found.settings.contains(&one.setting) && one.mine != one.theirs && !one.path.is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Of a copy, whatever was done to it is found where it is, and nothing else is.
    #[test]
    fn nothing_that_was_changed_is_lost(start in any_scenario(6), people in listed(6), actions in proptest::collection::vec(any_action(), 1..6)) {
        for start in [start, people] {
            let end = actions.iter().fold(start.clone(), |scenario, action| apply(&scenario, action).unwrap_or(scenario));
            check(&start, &end)?;
        }
    }
}
