//! What contradicts itself at a sitting is said at that sitting, once.

use super::*;
use crate::language::Language;
use crate::num::Count;
use crate::scenario::{Action, Field, Name, SittingEdit, TallyKind, UnitEdit, apply, derive, example};

fn acted(actions: &[Action]) -> Scenario {
    actions.iter().fold(example(Language::English), |scenario, action| apply(&scenario, action).unwrap())
}

fn found(scenario: Scenario) -> Vec<(Place, Problem)> {
    let issues = derive(&Rc::new(scenario), None).issues;
    issues.into_iter().map(|issue| (issue.place, issue.problem)).collect()
}

fn above_due(part: Base, part_count: u64, whole_count: u64) -> Problem {
    Problem::FiguresContradict(Contradiction { part, part_count, whole: Base::Due, whole_count })
}

#[test]
fn more_present_than_due_is_said_at_any_sitting() {
    let first = example(Language::English).shown;
    let added = acted(&[Action::AddSitting(Name::default())]);
    let second = added.shown;
    let edit = |change| Action::EditSitting(second, change);
    let counted = [
        Action::AddSitting(Name::default()),
        edit(SittingEdit::Tally(TallyKind::Whole)),
        edit(SittingEdit::Present(Count::new(485))),
    ];
    // Where the roster shows this sitting, its total says it.
    let shown = found(acted(&counted));
    assert!(
        matches!(shown[..], [(Place::Total(_), Problem::PresentAboveActual { present: 485, actual: 484 })]),
        "{shown:?}"
    );
    let hidden = [&counted[..], &[Action::ShowSitting(first)]].concat();
    assert_eq!(found(acted(&hidden)), [(Place::Sitting(second), above_due(Base::Present, 485, 484))]);
    // A base frozen below those present contradicts them, whatever the roster has become.
    let frozen = [&[edit(SittingEdit::StatedDue(Count::new(470)))], &counted[1..]].concat();
    let frozen = [&counted[..1], &frozen[..], &[edit(SittingEdit::Present(Count::new(471)))]].concat();
    assert_eq!(found(acted(&frozen)), [(Place::Sitting(second), above_due(Base::Present, 471, 470))]);
}

#[test]
fn a_delegation_with_more_than_its_due_is_named_at_every_sitting() {
    let scenario = example(Language::English);
    let (first, delegation) = (scenario.shown, scenario.delegations[0].clone());
    let due = derive(&Rc::new(scenario), None).delegations[0].ledger.actual();
    let above = Problem::PresentAboveActual { present: due + 1, actual: due };
    let added = [Action::AddSitting(Name::default())];
    let second = acted(&added).shown;
    let edit = |change| Action::EditSitting(second, change);
    let counted = [
        &added[..],
        &[
            edit(SittingEdit::Tally(TallyKind::ByDelegation)),
            edit(SittingEdit::DelegationPresent(delegation.id, Count::new(due as u32 + 1))),
        ],
    ]
    .concat();
    assert_eq!(found(acted(&counted)), [(Place::Delegation(delegation.id), above.clone())]);
    let named = Problem::AttendanceOf { name: delegation.name, row: 0, problem: Box::new(above) };
    let hidden = [&counted[..], &[Action::ShowSitting(first)]].concat();
    assert_eq!(found(acted(&hidden)), [(Place::Sitting(second), named)]);
}

#[test]
fn a_unit_with_more_than_its_due_is_named_at_every_sitting() {
    let scenario = example(Language::English);
    let (first, unit) = (scenario.shown, scenario.units[0].clone());
    let due = derive(&Rc::new(scenario), None).units[0].ledger.actual();
    let above = Problem::PresentAboveActual { present: due + 1, actual: due };
    let added = [Action::AddSitting(Name::default())];
    let second = acted(&added).shown;
    let edit = Action::Edit(vec![(unit.id, UnitEdit::Present(Count::new(due as u32 + 1)))]);
    let counted = [&added[..], &[edit]].concat();
    assert_eq!(found(acted(&counted)), [(Place::Unit(unit.id, Field::Present), above.clone())]);
    let named = Problem::AttendanceOf { name: unit.name.clone(), row: 0, problem: Box::new(above) };
    let hidden = [&counted[..], &[Action::ShowSitting(first)]].concat();
    assert_eq!(found(acted(&hidden)), [(Place::Sitting(second), named)]);
}

#[test]
fn registered_figures_must_agree_and_bound_those_present() {
    let scenario = example(Language::English);
    let sitting = scenario.shown;
    let edit = |change| Action::EditSitting(sitting, change);
    let above = found(acted(&[edit(SittingEdit::Registered(Count::new(469)))]));
    let part =
        Contradiction { part: Base::Present, part_count: 470, whole: Base::Registered, whole_count: 469 };
    assert_eq!(above, [(Place::Sitting(sitting), Problem::FiguresContradict(part))]);
    let due = report_of_registered(485);
    assert_eq!(due, [(Place::Sitting(sitting), above_due(Base::Registered, 485, 484))]);
    let by_unit = Action::Edit(
        derive(&Rc::new(scenario.clone()), None)
            .units
            .iter()
            .map(|row| (row.id, UnitEdit::Registered(Count::new(row.ledger.present as u32))))
            .collect(),
    );
    assert_eq!(found(acted(std::slice::from_ref(&by_unit))), []);
    let differs = found(acted(&[by_unit, edit(SittingEdit::Registered(Count::new(472)))]));
    assert_eq!(
        differs,
        [(Place::Sitting(sitting), Problem::RegisteredDiffers { stated: 472, by_unit: 470 })]
    );
}

fn report_of_registered(registered: u32) -> Vec<(Place, Problem)> {
    let sitting = example(Language::English).shown;
    found(acted(&[Action::EditSitting(sitting, SittingEdit::Registered(Count::new(registered)))]))
}
