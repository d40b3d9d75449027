//! The same answers as asked directly, told on the way, stopped on the way, and whole after crossing.

use super::*;
use crate::apportion::Method;
use crate::apportion::biproportional::solve;
use crate::exchange::{Grid, MatrixTable};
use crate::language::Language;
use crate::scenario::regroup::regrouped;
use crate::scenario::{Plan, arbitrary, derive, example, explain, houses, plan, rivals};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::rc::Rc;

fn answered(scenario: Option<&Scenario>, ask: Ask) -> Answer {
    run(crossed(&Job::new(scenario, ask)), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// As on the way to another thread and back.
fn crossed<T: Serialize + for<'de> Deserialize<'de>>(value: &T) -> T {
    serde_json::from_slice(&serde_json::to_vec(value).unwrap()).unwrap()
}

#[test]
fn houses_come_one_by_one_and_can_be_stopped() {
    let scenario = example(Language::English);
    let report = derive(&Rc::new(scenario.clone()), None);
    let ask = Ask::Houses { row: 3, from: 480, to: 520 };
    let mut told = Vec::new();
    let answer = run(Job::new(Some(&scenario), ask.clone()), &mut |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    });
    assert_eq!(answer, Some(Answer::Houses(houses(&report, 3, 479..=520)[1..].to_vec())));
    assert!(told.iter().zip(0..).take(42).all(|(p, n)| *p == Progress { done: n, of: 41 }), "{told:?}");
    let mut steps = 0;
    let stopped = run(Job::new(Some(&scenario), ask), &mut |_| {
        steps += 1;
        if steps == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((stopped, steps), (None, 5));
}

#[test]
fn methods_come_in_the_order_asked() {
    let scenario = example(Language::Chinese);
    let names: Vec<String> = ["adams", "hamilton", "modified-webster:7/5"].map(str::to_owned).to_vec();
    let methods: Vec<_> = names.iter().filter_map(|name| Method::parse(name)).collect();
    let report = derive(&Rc::new(scenario.clone()), None);
    assert_eq!(answered(Some(&scenario), Ask::Rivals(names)), Answer::Rivals(rivals(&report, &methods)));
}

#[test]
fn the_seats_of_a_unit_are_explained() {
    let scenario = example(Language::English);
    let unit = scenario.units[2].id;
    let found = explain(&scenario, unit);
    assert!(found.is_some());
    assert_eq!(crossed(&answered(Some(&scenario), Ask::Explain(unit))), Answer::Explained(found));
}

#[test]
fn units_are_regrouped_and_reasons_against_it_cross_too() {
    let scenario = example(Language::English);
    let report = derive(&Rc::new(scenario.clone()), None);
    for (delegations, most) in [(15, None), (30, None), (15, Some(50)), (0, None)] {
        let wish = Wish { delegations, most, ..Wish::default() };
        let found = regrouped(&report, &wish);
        assert_eq!(found.is_ok(), delegations > 0 && most.is_none());
        assert_eq!(crossed(&answered(Some(&scenario), Ask::Regroup(wish))), Answer::Regrouped(found));
    }
}

#[test]
fn a_table_is_solved_and_one_that_is_none_is_not() {
    let table = "\tA\tB\tΣ\n1\t5\t6\t3\n2\t1\t1\t1\nΣ\t2\t2\t\n";
    let ask = |table: &str| Ask::Matrix { table: table.to_owned(), rounding: Rounding::Nearest };
    let parsed = MatrixTable::of(&Grid::from_table(table).unwrap(), Rounding::Nearest).unwrap();
    let outcome = solve(&parsed.problem).unwrap().outcome;
    assert_eq!(answered(None, ask(table)), Answer::Matrix(Ok(outcome)));
    assert_eq!(answered(None, ask("")), Answer::Matrix(Err(MatrixError::Empty)));
    let Answer::Matrix(Err(error)) = answered(None, ask("\tA\tΣ\n1\t5\t3\nΣ\t2\t\n")) else { panic!() };
    assert_eq!(error, MatrixError::TotalsDiffer { rows: 3, columns: 2 });
    // Also of who has not asked before whether it is too much.
    let large = format!("{}Σ\n{}Σ\n", "\t".repeat(201), "1\n".repeat(100_000));
    let too_many = MatrixError::TooManyCells { rows: 100_000, columns: 200 };
    assert_eq!(answered(None, ask(&large)), Answer::Matrix(Err(too_many)));
}

#[test]
fn what_cannot_be_read_is_nothing() {
    assert_eq!(answered(None, Ask::Plan), Answer::Nothing);
    let mut run = Run::of(Job::new(None, Ask::Plan));
    assert_eq!(run.step(), ControlFlow::Break(Answer::Nothing));
    assert_eq!(run.step(), ControlFlow::Break(Answer::Nothing), "after the end there is nothing more");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn answers_cross_whole(scenario in arbitrary::listed(8)) {
        let report = derive(&Rc::new(scenario.clone()), None);
        let Answer::Plan(solved) = crossed(&answered(Some(&scenario), Ask::Plan)) else { panic!("another answer") };
        prop_assert_eq!(Plan::of(&report, solved), plan(&report));
        let names: Vec<String> = Method::CLASSIC.iter().map(Method::to_string).collect();
        let Answer::Rivals(mut found) = answered(Some(&scenario), Ask::Rivals(names)) else { panic!("another answer") };
        // JSON rounds the indices; what the page uses does not.
        found.iter_mut().for_each(|rival| rival.indices = None);
        let answer = Answer::Rivals(found);
        prop_assert_eq!(&crossed(&answer), &answer);
        let answer = answered(Some(&scenario), Ask::Houses { row: 0, from: 1, to: 20 });
        prop_assert_eq!(&crossed(&answer), &answer);
    }
}
