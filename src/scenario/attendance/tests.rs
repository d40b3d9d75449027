//! What contradicts itself at a sitting is said at that sitting, once.

use super::*;
use crate::language::Language;
use crate::num::Count;
use crate::roster::Left;
use crate::scenario::regroup::figures_that_stay;
use crate::scenario::{
    Action, Field, History, Leap, Name, SittingEdit, TallyKind, UnitEdit, apply, derive, example,
};

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
    assert_eq!(found(acted(&counted)), [(Place::Delegation(second, delegation.id), above.clone())]);
    let hidden = [&counted[..], &[Action::ShowSitting(first)]].concat();
    assert_eq!(found(acted(&hidden)), [(Place::Delegation(second, delegation.id), above)]);
}

/// Figures of whole delegations stay where units move out from under them: each sitting says so, at its field, and what was done goes
/// back step by step.
#[test]
fn a_delegation_that_has_shrunk_below_its_count_is_told_at_every_sitting() {
    let scenario = acted(&[Action::AddSitting(Name::default())]);
    let [first, second] = [scenario.sittings[0].id, scenario.sittings[1].id];
    let by_delegation = |sitting| Action::EditSitting(sitting, SittingEdit::Tally(TallyKind::ByDelegation));
    let delegations = derive(&Rc::new(scenario.clone()), None).delegations;
    let from = delegations.iter().find(|row| row.units > 1).unwrap();
    let (from, full) = (from.id.unwrap(), from.ledger.actual());
    let unit = scenario.units.iter().find(|unit| unit.delegation == Some(from)).unwrap().id;
    let to = delegations.iter().find(|row| row.id != Some(from)).unwrap().id.unwrap();
    let to = scenario.delegation(to).unwrap().name.clone();
    let present =
        |sitting| Action::EditSitting(sitting, SittingEdit::DelegationPresent(from, Count::new(full as u32)));
    let counted = [by_delegation(first), by_delegation(second), present(first), present(second)];
    let counted = counted.iter().fold(scenario, |scenario, action| apply(&scenario, action).unwrap());
    assert_eq!(found(counted.clone()), []);

    let moves = Action::Edit(vec![(unit, UnitEdit::Delegation(to))]);
    assert_eq!(figures_that_stay(&counted, &[unit]), [(first, from), (second, from)]);
    let history = History::new(counted.clone());
    let moved = history.apply(&moves).unwrap();
    let left = derive(moved.present(), None);
    let left = left.delegations.iter().find(|row| row.id == Some(from)).unwrap().ledger.actual();
    assert!(left < full);
    let told = |sitting| {
        let above = Problem::PresentAboveActual { present: full, actual: left };
        (Place::Delegation(sitting, from), above)
    };
    let both = found((**moved.present()).clone());
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.contains(&told(first)) && both.contains(&told(second)), "{both:?}");
    // Whichever is shown.
    let shown = apply(moved.present(), &Action::ShowSitting(first)).unwrap();
    assert_eq!(found(shown).len(), 2);

    let mend = Action::EditSitting(first, SittingEdit::DelegationPresent(from, Count::new(left as u32)));
    let mended = moved.apply(&mend).unwrap();
    assert_eq!(found((**mended.present()).clone()), [told(second)]);
    let back = mended.leap(Leap::Back(1)).unwrap();
    assert_eq!(**back.present(), **moved.present());
    let back = back.leap(Leap::Back(1)).unwrap();
    assert_eq!((&**back.present(), found((**back.present()).clone())), (&counted, vec![]));
    assert!(back.undoable().is_none());

    // The whole delegation takes its figure along, and nothing stays behind.
    let whole: Vec<_> =
        counted.units.iter().filter(|one| one.delegation == Some(from)).map(|one| one.id).collect();
    assert_eq!(figures_that_stay(&counted, &whole), []);
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

/// Who is absent in one unit is not there because another has more than are due: each line by itself, as with empty seats.
#[test]
fn absences_are_not_filled_by_others_who_are_over() {
    let before = derive(&Rc::new(example(Language::English)), None);
    let unit = before.units.iter().find(|row| row.ledger.absent() == 0).unwrap();
    let present = Count::new(u32::try_from(unit.ledger.present).unwrap() + 2);
    let more = acted(&[Action::Edit(vec![(unit.id, UnitEdit::Present(present))])]);
    let by_unit = derive(&Rc::new(more.clone()), None);
    let open = before.total.absent();
    assert_eq!(by_unit.total.absences(), Left { open, over: 2 });
    assert_eq!((by_unit.total.absent(), before.total.absences()), (open - 2, Left { open, over: 0 }));
    // By delegation each delegation is a line, and as one figure the whole is.
    let counted = |kind| {
        let tally = Action::EditSitting(more.shown, SittingEdit::Tally(kind));
        derive(&Rc::new(apply(&more, &tally).unwrap()), None)
    };
    let by_delegation = counted(TallyKind::ByDelegation);
    let lines = by_delegation.delegations.iter().map(|row| Left::from(row.ledger.absent()));
    let over: i64 = lines.map(|left| left.over).sum();
    assert_eq!(by_delegation.total.absences(), Left { open: open - 2 + over, over });
    assert_eq!(counted(TallyKind::Whole).total.absences(), Left { open: open - 2, over: 0 });
}
