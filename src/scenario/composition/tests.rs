//! The composition of scenarios: targets, the matrix, ties, contradictions and what actions do to categories.

use super::*;
use crate::language::Language;
use crate::limits::MAX_CATEGORIES;
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::{
    Action, CategoryEdit, CompositionAction, Issue, Place, Problem, Report, Scenario, UnitEdit, apply,
    derive, example,
};
use proptest::prelude::*;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn act(scenario: &Scenario, action: CompositionAction) -> Scenario {
    apply(scenario, &Action::Composition(action)).unwrap()
}

fn share(limit: Limit, num: u32, den: u32) -> Target {
    Target { limit, amount: Amount::Share(Share::new(num, den).unwrap()) }
}

fn number(limit: Limit, n: u16) -> Target {
    Target { limit, amount: Amount::Number(Seats::from(n)) }
}

/// The example with some categories.
fn with(categories: &[(&str, CategoryKind, Option<Target>)]) -> Scenario {
    categories.iter().fold(example(Language::English), |scenario, (name, kind, target)| {
        let (name, kind, target) = (Name::new(name).unwrap(), *kind, *target);
        act(&scenario, CompositionAction::Add { name, kind, target })
    })
}

/// Units whose seats are fixed by hand.
fn fixed(seats: &[u16]) -> Scenario {
    let drafts = seats.iter().map(|&n| {
        let name = Name::new(&format!("U{n}")).unwrap();
        vec![
            UnitEdit::Name(name),
            UnitEdit::Members(Weight::from(100 * u32::from(n))),
            UnitEdit::Locked(Some(n.into())),
        ]
    });
    let scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts: drafts.collect() }).unwrap();
    let house = Seats::from(seats.iter().sum::<u16>());
    apply(&scenario, &Action::SetHouse(house)).unwrap_or(scenario)
}

fn add(scenario: &Scenario, name: &str, kind: CategoryKind, target: Target) -> Scenario {
    act(scenario, CompositionAction::Add { name: Name::new(name).unwrap(), kind, target: Some(target) })
}

fn column(report: &Report, plan: &Plan, at: usize) -> Vec<u32> {
    let id = report.composition[at].id;
    (0..report.units.len()).map(|row| plan.cell(row, id).unwrap().seats.get()).collect()
}

fn problems(report: &Report) -> Vec<(Place, CompositionProblem)> {
    let of = |issue: &Issue| match &issue.problem {
        Problem::Composition(problem) => Some((issue.place, problem.clone())),
        _ => None,
    };
    report.issues.iter().filter_map(of).collect()
}

/// "At least" rounds up, "at most" down, "exactly" to the nearest; the share among the members is exact as well.
#[test]
fn a_target_comes_to_a_number() {
    for (target, members, needed) in [
        (share(Limit::AtLeast, 1, 3), None, 167),
        (share(Limit::AtMost, 2, 3), None, 333),
        (share(Limit::AtMost, 1, 5), None, 100),
        (share(Limit::AtLeast, 2, 5), None, 200),
        (share(Limit::Exactly, 1, 3), None, 167),
        (share(Limit::Exactly, 1, 6), None, 83),
        (number(Limit::AtLeast, 40), None, 40),
        // 500 * 100,001 / 380,000 = 131.58
        (Target { limit: Limit::AtLeast, amount: Amount::MemberShare }, Some(100_001u32), 132),
        (Target { limit: Limit::AtMost, amount: Amount::MemberShare }, Some(100_001), 131),
    ] {
        let scenario = with(&[("x", CategoryKind::Overlapping, Some(target))]);
        let id = scenario.composition[0].id;
        let scenario = match members {
            Some(n) => {
                act(&scenario, CompositionAction::Edit(id, CategoryEdit::Members(Some(Weight::from(n)))))
            }
            None => scenario,
        };
        let report = report(&scenario);
        let row = report.composition[0].needed.unwrap();
        assert_eq!((row.number, row.whole), (needed, 500), "{target:?}");
        let plan = plan(&report).unwrap();
        assert_eq!(plan.planned(id), Some(needed));
        assert!(row.is_met(needed));
        assert_eq!(report.issues, []);
    }
}

/// Worked by hand: a third of 9, 6 and 3 seats is exact; of 8, 6 and 4 it is 2.67, 2 and 1.33.
#[test]
fn the_matrix_rounds_each_column() {
    let scenario = add(&fixed(&[8, 6, 4]), "women", CategoryKind::Overlapping, share(Limit::AtLeast, 1, 3));
    let report = report(&scenario);
    let plan = plan(&report).unwrap();
    assert_eq!(column(&report, &plan, 0), [3, 2, 1]);
    assert_eq!(plan.tie(report.composition[0].id), None);
    assert_eq!(plan.others(0), None);
}

#[test]
fn exclusive_categories_leave_the_others() {
    let scenario = add(&fixed(&[5, 4, 3]), "a", CategoryKind::Exclusive, number(Limit::AtLeast, 6));
    let scenario = add(&scenario, "b", CategoryKind::Exclusive, number(Limit::Exactly, 4));
    let report = report(&scenario);
    let plan = plan(&report).unwrap();
    assert_eq!((column(&report, &plan, 0), column(&report, &plan, 1)), (vec![2, 2, 2], vec![2, 1, 1]));
    let others: Vec<u32> = (0..3).map(|row| plan.others(row).unwrap().seats.get()).collect();
    assert_eq!(others, [1, 1, 0]);
    assert_eq!(plan.planned_others(), Some(2));
}

/// At least 60 % leaves 40 % for a category that may have up to 50 %.
#[test]
fn what_is_allowed_gives_way_to_what_is_needed() {
    let scenario = add(&fixed(&[10, 10]), "most", CategoryKind::Exclusive, share(Limit::AtMost, 1, 2));
    let scenario = add(&scenario, "least", CategoryKind::Exclusive, share(Limit::AtLeast, 3, 5));
    let report = report(&scenario);
    let plan = plan(&report).unwrap();
    assert_eq!((column(&report, &plan, 0), column(&report, &plan, 1)), (vec![4, 4], vec![6, 6]));
}

#[test]
fn a_tie_is_a_result_until_a_lot_is_drawn() {
    let scenario = add(&fixed(&[5, 5, 5]), "women", CategoryKind::Overlapping, number(Limit::AtLeast, 5));
    let first = report(&scenario);
    let found = plan(&first).unwrap();
    let id = first.composition[0].id;
    assert_eq!(found.tie(id), Some((vec![0, 1, 2], 2)));
    assert_eq!(column(&first, &found, 0), [1, 1, 1]);
    assert_eq!(found.planned(id), Some(5), "the open seats count");
    let drawn = act(&scenario, CompositionAction::Lock(found.draw(&scenario, 7)));
    let second = report(&drawn);
    let settled = plan(&second).unwrap();
    assert_eq!((settled.tie(id), settled.planned(id)), (None, Some(5)));
    assert_eq!(column(&second, &settled, 0).iter().sum::<u32>(), 5);
    let draws: std::collections::BTreeSet<_> = (0..60)
        .map(|seed| found.draw(&scenario, seed).iter().map(|cell| cell.2).collect::<Vec<_>>())
        .collect();
    assert_eq!(draws.len(), 3, "every unit may be the one that goes without");
}

#[test]
fn known_members_of_every_unit_share_a_category() {
    let scenario = add(&fixed(&[6, 6, 6]), "front", CategoryKind::Overlapping, number(Limit::AtLeast, 6));
    let id = scenario.composition[0].id;
    let members = |rows: &[(usize, u32)]| {
        let cell = |(row, n): &(usize, u32)| (id, scenario.units[*row].id, Some(Weight::from(*n)));
        act(&scenario, CompositionAction::Members(rows.iter().map(cell).collect()))
    };
    let partly = report(&members(&[(0, 100), (1, 200)]));
    assert_eq!(column(&partly, &plan(&partly).unwrap(), 0), [2, 2, 2], "one unit is not known");
    assert_eq!(partly.composition[0].figures.missing, 1);
    let known = report(&members(&[(0, 100), (1, 200), (2, 300)]));
    assert_eq!(column(&known, &plan(&known).unwrap(), 0), [1, 2, 3]);
    assert_eq!(known.composition[0].figures.total, Some(600));
}

#[test]
fn contradictions_are_issues_with_their_places() {
    let (over, excl) = (CategoryKind::Overlapping, CategoryKind::Exclusive);
    let lock = |scenario: &Scenario, at: usize, row: usize, seats: u16| {
        let cell = (scenario.composition[at].id, scenario.units[row].id, Some(Seats::from(seats)));
        act(scenario, CompositionAction::Lock(vec![cell]))
    };
    let base = fixed(&[8, 6, 4]);
    let one = add(&base, "a", over, number(Limit::AtMost, 10));
    let id = one.composition[0].id;
    let (first, third) = (one.units[0].id, one.units[2].id);
    let above = lock(&one, 0, 2, 5);
    assert_eq!(
        problems(&report(&above)),
        [(Place::CategoryCell(id, third), CompositionProblem::LockAboveSeats { locked: 5, seats: 4 })]
    );
    let twelve = lock(&lock(&one, 0, 0, 8), 0, 2, 4);
    let why = CompositionProblem::LocksAboveTarget { locked: 12, most: 10 };
    assert_eq!(problems(&report(&twelve)), [(Place::Category(id), why)]);
    let short = add(&base, "a", over, number(Limit::AtLeast, 300));
    let why = CompositionProblem::Short { names: vec![], needed: 300, possible: 18 };
    assert_eq!(problems(&report(&short)), [(Place::Category(id), why)]);
    let both =
        add(&add(&base, "a", excl, share(Limit::AtLeast, 3, 5)), "b", excl, share(Limit::AtLeast, 1, 2));
    let needs = vec![(Name::new("a").unwrap(), 11), (Name::new("b").unwrap(), 9)];
    let why = CompositionProblem::TargetsAboveSeats { needs, seats: 18 };
    assert_eq!(problems(&report(&both)), [(Place::Category(id), why)]);
    // Overlapping, the same is possible.
    let free =
        add(&add(&base, "a", over, share(Limit::AtLeast, 3, 5)), "b", over, share(Limit::AtLeast, 1, 2));
    assert_eq!(problems(&report(&free)), []);
    let row = lock(
        &lock(
            &add(&add(&base, "a", excl, number(Limit::AtLeast, 6)), "b", excl, number(Limit::AtLeast, 6)),
            0,
            0,
            5,
        ),
        1,
        0,
        4,
    );
    let why = CompositionProblem::LocksAboveSeats { locked: 9, seats: 8 };
    assert_eq!(problems(&report(&row)), [(Place::CategoryCell(id, first), why.clone())]);
    // Each row is told of at the first of its own.
    let second = row.units[1].id;
    let two = lock(&lock(&row, 0, 1, 3), 1, 1, 6);
    let found = problems(&report(&two));
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], (Place::CategoryCell(id, first), why));
    assert_eq!(found[1].0, Place::CategoryCell(id, second));
    // Only the search finds this one: both fit alone, not together.
    let mut tight =
        add(&add(&base, "a", excl, number(Limit::AtLeast, 9)), "b", excl, number(Limit::AtLeast, 9));
    tight = lock(&lock(&tight, 0, 2, 0), 1, 2, 0);
    let report_of = report(&tight);
    assert_eq!(problems(&report_of), []);
    let found = plan(&report_of).unwrap().contradictions(&tight);
    let names = vec![Name::new("a").unwrap(), Name::new("b").unwrap()];
    let why = CompositionProblem::Short { names, needed: 18, possible: 14 };
    assert_eq!(found, [Issue { place: Place::Category(id), problem: Problem::Composition(why) }]);
}

#[test]
fn missing_and_impossible_figures_are_said() {
    let target = Target { limit: Limit::AtLeast, amount: Amount::MemberShare };
    let scenario = with(&[("", CategoryKind::Overlapping, Some(target))]);
    let id = scenario.composition[0].id;
    let place = Place::Category(id);
    let unknown = [(place, CompositionProblem::MembersUnknown), (place, CompositionProblem::Unnamed)];
    assert_eq!(problems(&report(&scenario)), unknown);
    let named = act(&scenario, CompositionAction::Edit(id, CategoryEdit::Name(Name::new("x").unwrap())));
    let many =
        act(&named, CompositionAction::Edit(id, CategoryEdit::Members(Some(Weight::from(380_001u32)))));
    let why = CompositionProblem::MembersAboveAll { members: 380_001, all: 380_000 };
    assert_eq!(problems(&report(&many)), [(place, why)]);
    let unit = &named.units[0];
    let one = vec![(id, unit.id, Some(Weight::new(unit.members.get() + 1).unwrap()))];
    let above = report(&act(&named, CompositionAction::Members(one)));
    let cell = Place::CategoryCell(id, unit.id);
    assert!(problems(&above).iter().any(|(place, _)| *place == cell), "{above:?}");
}

#[test]
fn the_matrix_waits_for_the_seats() {
    let scenario = with(&[("x", CategoryKind::Overlapping, Some(share(Limit::AtLeast, 1, 3)))]);
    let none = apply(&scenario, &Action::SetHouse(Seats::ZERO)).unwrap();
    assert_eq!(plan(&report(&none)), Err(Waiting::Seats));
    assert_eq!(plan(&report(&Scenario::blank())), Err(Waiting::Empty));
}

#[test]
fn actions_keep_categories_in_order_and_cells_with_their_units() {
    let scenario = with(&[
        ("a", CategoryKind::Overlapping, None),
        ("b", CategoryKind::Exclusive, Some(number(Limit::AtMost, 3))),
        ("c", CategoryKind::Overlapping, None),
    ]);
    let [a, b, c] = [0, 1, 2].map(|at: usize| scenario.composition[at].id);
    let order = |scenario: &Scenario| scenario.composition.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(order(&act(&scenario, CompositionAction::Move(a, 9))), [b, c, a]);
    assert_eq!(order(&act(&scenario, CompositionAction::Remove(b))), [a, c]);
    let unit = scenario.units[3].id;
    let locked = act(
        &scenario,
        CompositionAction::Lock(vec![(a, unit, Some(Seats::from(2))), (b, unit, Some(Seats::from(1)))]),
    );
    let known = act(&locked, CompositionAction::Members(vec![(a, unit, Some(Weight::from(5u32)))]));
    assert_eq!(report(&known).composition[0].locked, 2);
    let gone = apply(&known, &Action::Remove(vec![unit])).unwrap();
    assert!(gone.composition.iter().all(|one| one.locks.is_empty() && one.by_unit.is_empty()));
    assert_eq!(act(&locked, CompositionAction::UnlockAll), scenario);
    assert_eq!(act(&known, CompositionAction::Members(vec![(a, unit, None)])), locked);
    // A unit or a category that is not there, and one category too many, change nothing.
    let nobody = Action::Composition(CompositionAction::Lock(vec![(a, UnitId(9999), Some(Seats::ZERO))]));
    assert_eq!(apply(&scenario, &nobody), None);
    let blank =
        || CompositionAction::Add { name: Name::default(), kind: CategoryKind::default(), target: None };
    let full = (0..MAX_CATEGORIES).fold(Scenario::blank(), |scenario, _| act(&scenario, blank()));
    assert_eq!(apply(&full, &Action::Composition(blank())), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever was entered: columns within their targets, cells within the seats, locks kept, exclusive rows full.
    #[test]
    fn a_plan_keeps_what_was_asked(scenario in any_scenario(9)) {
        let report = report(&scenario);
        let Ok(plan) = plan(&report) else { return Ok(()) };
        prop_assert_eq!(plan.contradictions(&scenario).is_empty(), plan.groups.iter().all(|group| group.outcome.is_ok()));
        for (category, row) in scenario.composition.iter().zip(&report.composition) {
            let (Some(planned), Some(needed)) = (plan.planned(category.id), row.needed) else { continue };
            prop_assert!(needed.is_met(planned));
            for (at, unit) in report.units.iter().enumerate() {
                let cell = plan.cell(at, category.id).unwrap();
                prop_assert!(cell.seats.get() + u32::from(cell.contested) <= unit.seats.get());
                if let Some(locked) = category.locks.get(&unit.id) {
                    prop_assert_eq!((cell.seats, cell.contested), (*locked, false));
                }
            }
        }
        for group in plan.groups.iter().filter(|group| group.outcome.is_ok()) {
            let found = group.outcome.as_ref().unwrap();
            prop_assert_eq!(crate::apportion::controlled::verify(&group.problem, found), Ok(()));
        }
    }
}
