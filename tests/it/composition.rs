//! The composition from outside: a congress worked out by hand, and every kind of category in a link.

use delegate_roster::codec::{document, link};
use delegate_roster::language::Language;
use delegate_roster::num::{Seats, Weight};
use delegate_roster::scenario::{
    Action, Amount, CategoryKind, CompositionAction, Guideline, Limit, Name, Scenario, Target, apply, derive,
    example, plan,
};
use delegate_roster::threshold::Share;
use std::rc::Rc;

fn act(scenario: &Scenario, action: CompositionAction) -> Scenario {
    apply(scenario, &Action::Composition(action)).unwrap()
}

fn add(scenario: &Scenario, name: &str, kind: CategoryKind, target: Option<Target>) -> Scenario {
    act(scenario, CompositionAction::Add { name: Name::new(name).unwrap(), kind, target })
}

/// A value in every field of a category.
fn everything() -> Scenario {
    let share = |limit, num, den| Target { limit, amount: Amount::Share(Share::new(num, den).unwrap()) };
    let number = Target { limit: Limit::Exactly, amount: Amount::Number(Seats::from(40)) };
    let among = Target { limit: Limit::AtLeast, amount: Amount::MemberShare };
    let scenario = example(Language::English);
    let scenario = add(&scenario, "妇女代表", CategoryKind::Overlapping, Some(share(Limit::AtLeast, 1, 3)));
    let scenario =
        add(&scenario, "Leading cadres", CategoryKind::Exclusive, Some(share(Limit::AtMost, 2, 3)));
    let scenario = add(&scenario, "Models", CategoryKind::Exclusive, Some(number));
    let scenario = add(&scenario, "Minorities", CategoryKind::Overlapping, Some(among));
    let scenario = add(&scenario, "", CategoryKind::Overlapping, None);
    let [women, .., last] = scenario.composition.as_slice() else { panic!() };
    let (women, last) = (women.id, last.id);
    let units: Vec<_> = scenario.units.iter().map(|unit| unit.id).collect();
    let cells = vec![(women, units[0], Some(Seats::from(21))), (women, units[29], Some(Seats::ZERO))];
    let scenario = act(&scenario, CompositionAction::Lock(cells));
    let members = vec![(last, units[3], Some(Weight::from(7u32))), (last, units[4], Some(Weight::ZERO))];
    act(&scenario, CompositionAction::Members(members))
}

#[test]
fn links_and_documents_hold_every_field() {
    assert_eq!(link::decode(&link::encode(&everything()).unwrap()), Ok(everything()));
    assert_eq!(document::read(&document::write(&everything()).unwrap()).unwrap(), everything());
}

/// 500 seats: 167 women at least, which is worked out for every unit within one seat of a third.
#[test]
fn a_third_of_the_example_congress() {
    let target = Guideline::WomenVillage.target();
    let scenario = add(&example(Language::English), "Women", CategoryKind::Overlapping, target);
    let report = derive(&Rc::new(scenario), None);
    let id = report.composition[0].id;
    let plan = plan(&report).unwrap();
    assert_eq!(plan.planned(id), Some(167));
    for (row, unit) in report.units.iter().enumerate() {
        let (cell, seats) = (plan.cell(row, id).unwrap(), unit.seats.get());
        assert!(!cell.departs());
        // 167/500 of the unit's seats.
        let fair = u64::from(seats) * 167;
        assert!(
            u64::from(cell.seats.get()) * 500 + 500 > fair && u64::from(cell.seats.get()) * 500 < fair + 500
        );
    }
}

/// Two thousand units by eight categories are worked out, each way of counting.
#[test]
fn many_units_are_worked_out() {
    for kind in CategoryKind::ALL {
        let units = (0..2_000u64).map(|at| {
            let members = Weight::new(100 + at * 7919 % 1000).unwrap();
            vec![delegate_roster::scenario::UnitEdit::Members(members)]
        });
        let scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts: units.collect() }).unwrap();
        let mut scenario = apply(&scenario, &Action::SetHouse(Seats::from(9_000))).unwrap();
        for share in [3, 2, 2, 1, 1, 5, 1, 1] {
            let amount = Amount::Share(Share::new(share, 17).unwrap());
            scenario = add(&scenario, "x", kind, Some(Target { limit: Limit::AtLeast, amount }));
        }
        let report = derive(&Rc::new(scenario), None);
        let found = plan(&report).unwrap();
        // The shares of eight exclusive categories are 16 of 17; rounded up they still fit.
        assert!(found.groups.iter().all(|group| group.outcome.is_ok()));
    }
}
