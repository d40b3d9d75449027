//! The example congress regrouped, and every suggestion carried out.

use super::*;
use crate::language::Language;
use crate::roster::grouping::{Why, verify};
use crate::scenario::arbitrary::scenario as any_scenario;
use crate::scenario::{Step, apply, derive, example};
use proptest::prelude::*;
use std::rc::Rc;

fn suggest(report: &Report, wish: &Wish, unnamed: &Name) -> Result<Suggestion, Unfit> {
    Ok(Suggestion::of(report, wish.figure, regrouped(report, wish)?, unnamed))
}

fn word() -> Name {
    Name::new("Delegation").unwrap()
}

fn congress() -> Report {
    derive(&Rc::new(example(Language::English)), None)
}

fn wish(delegations: usize) -> Wish {
    Wish { delegations, ..Wish::default() }
}

#[test]
fn the_example_has_484_in_15_delegations() {
    let balance = Balance::of(&congress(), Figure::Actual).unwrap();
    assert_eq!((balance.delegations, balance.total), (15, 484));
    assert_eq!((balance.largest, balance.smallest), (64, 12));
    assert_eq!(balance.average(), Ratio::new(484, 15).unwrap());
    assert_eq!(balance.times(), Ratio::new(64, 12));
}

#[test]
fn fifteen_even_delegations_of_the_example() {
    let report = congress();
    for large in [Large::Stays, Large::Regrouped] {
        let suggestion = suggest(&report, &Wish { large, ..wish(15) }, &word()).unwrap();
        assert_eq!((suggestion.after.largest, suggestion.after.smallest), (59, 22));
        assert_eq!(suggestion.grouping.largest.why, Why::Unit(0));
        assert!(suggestion.grouping.smallest.is_best() && suggestion.grouping.others.unwrap().is_best());
        // The seven that one unit fills go on as they are.
        let same =
            |one: &&Suggested| one.before == one.after && one.joins.is_empty() && one.leaves.is_empty();
        assert!(suggestion.delegations.iter().filter(same).count() >= 6);
        let before: u64 = suggestion.delegations.iter().filter_map(|one| one.before).sum();
        let after: u64 = suggestion.delegations.iter().filter_map(|one| one.after).sum();
        assert_eq!((before, after), (484, 484));
    }
}

#[test]
fn new_delegations_are_named_after_their_largest_unit() {
    let report = congress();
    let sixteen = suggest(&report, &Wish { large: Large::Regrouped, ..wish(17) }, &word()).unwrap();
    let fresh: Vec<_> = sixteen.delegations.iter().filter(|one| one.keeps.is_none()).collect();
    assert_eq!(fresh.len(), 2);
    assert!(fresh.iter().all(|one| report.scenario.units.iter().any(|unit| unit.name == one.name)));
    let ten = suggest(&report, &wish(10), &word()).unwrap();
    assert_eq!(ten.delegations.iter().filter(|one| one.after.is_none()).count(), 5);
    let first = report.units[0].id;
    assert_eq!(fresh_name(&report, &[first], &word()).as_str(), "Hengyang County");
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let name = Name::new("County").unwrap();
    assert_eq!(
        [1, 2, 10].map(|n| numbered(&name, n).as_str().to_owned()),
        ["County", "County 2", "County 10"]
    );
    let long = Name::new(&"衡".repeat(80)).unwrap();
    assert_eq!(numbered(&long, 12).as_str(), format!("{} 12", "衡".repeat(79)));
}

/// Each finds the first number that is free, however many had its name before; one of another name begins anew.
#[test]
fn names_are_numbered_on_from_the_last() {
    let name = |text: &str| Name::new(text).unwrap();
    let mut scenario = example(Language::English);
    for (row, called) in ["City", "City", "Port", "City", "City", "Port"].into_iter().enumerate() {
        Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[row]).name = name(called);
    }
    Rc::make_mut(&mut scenario.delegations)[9].name = name("City 2");
    let report = derive(&Rc::new(scenario), None);
    let mut taken = Taken::of(&report);
    let named: Vec<_> = (0..6).map(|row| taken.name(&report, Figure::Seats, &[row], &word())).collect();
    assert_eq!(named, ["City", "City 3", "Port", "City 4", "City 5", "Port 2"].map(name));
}

#[test]
fn a_bound_below_the_largest_unit_names_its_row() {
    let unfit = suggest(&congress(), &Wish { most: Some(50), ..wish(15) }, &word());
    assert_eq!(unfit, Err(Unfit::UnitAbove { item: 0, size: 59, most: 50 }));
}

proptest! {
    /// Identities of units and delegations are in any order here: what is looked up in a table is what is found one by one.
    #[test]
    fn who_moves_is_whose_delegation_has_another_name(
        scenario in any_scenario(14),
        picks in prop::collection::vec((0usize..16, 0usize..8), 0..20),
    ) {
        let mut names: Vec<Name> = scenario.delegations.iter().map(|one| one.name.clone()).collect();
        names.extend([Name::default(), word()]);
        let edit = |(unit, to): (usize, usize)| {
            let id = scenario.units.get(unit).map_or(UnitId(u32::MAX), |unit| unit.id);
            let unlike = UnitEdit::Name(word());
            (id, names.get(to).map_or(unlike, |name| UnitEdit::Delegation(name.clone())))
        };
        let edits: Vec<_> = picks.into_iter().map(edit).collect();
        let one_by_one = edits.iter().filter(|(unit, edit)| {
            let (UnitEdit::Delegation(to), Some((_, unit))) = (edit, scenario.unit(*unit)) else { return false };
            let from = unit.delegation.and_then(|id| scenario.delegation(id)).map(|one| one.name.clone());
            from.unwrap_or_default() != *to
        });
        let one_by_one: Vec<UnitId> = one_by_one.map(|(unit, _)| *unit).collect();
        prop_assert_eq!(moving(&scenario, &edits), one_by_one);
        let rows = scenario.rows_of(edits.iter().map(|(unit, _)| *unit));
        for (unit, _) in &edits {
            prop_assert_eq!(rows.get(unit).copied(), scenario.unit(*unit).map(|(row, _)| row));
        }
    }

    #[test]
    fn a_suggestion_carried_out_is_what_was_shown(
        scenario in any_scenario(14),
        delegations in 0usize..6,
        large in prop_oneof![Just(Large::Stays), Just(Large::Regrouped)],
        figure in prop_oneof![Just(Figure::Actual), Just(Figure::Seats)],
    ) {
        let report = derive(&Rc::new(scenario), None);
        let wish = Wish { delegations, figure, large, ..Wish::default() };
        let Ok(suggestion) = suggest(&report, &wish, &word()) else { return Ok(()) };
        prop_assert_eq!(verify(&task(&report, &wish), &suggestion.grouping), Ok(()));
        let unique: HashSet<_> =
            suggestion.delegations.iter().filter(|one| one.after.is_some()).map(|one| &one.name).collect();
        let names: HashSet<_> = report.scenario.delegations.iter().map(|one| &one.name).collect();
        // Hostile documents can have two delegations of one name, or one without: those cannot be moved to by name.
        prop_assume!(names.len() == report.scenario.delegations.len() && !names.iter().any(|n| n.is_empty()));
        prop_assert_eq!(unique.len(), delegations);
        let action = suggestion.action();
        let Some(after) = apply(&report.scenario, &action) else {
            prop_assert!(suggestion.moves.is_empty());
            return Ok(());
        };
        prop_assert_eq!(action.step(), Step::Regrouped(suggestion.moves.len()));
        prop_assert_eq!(after.delegations.len(), delegations);
        let at = |row: usize| after.units[row].delegation;
        for (row, group) in suggestion.grouping.group_of.iter().enumerate() {
            let other = suggestion.grouping.group_of.iter().position(|of| of == group).unwrap();
            prop_assert!(at(row).is_some());
            prop_assert_eq!(at(row), at(other));
        }
    }
}

/// A slip in a name makes a delegation: it is told, each once, but not the first ones of a scenario.
#[test]
fn delegations_that_are_new_are_told() {
    let scenario = example(Language::English);
    let name = |text: &str| Name::new(text).unwrap();
    let known = scenario.delegations[0].name.clone();
    let to = |row: usize, name: &Name| (scenario.units[row].id, UnitEdit::Delegation(name.clone()));
    let edits =
        [to(0, &known), to(1, &name("Ind")), to(2, &Name::default()), to(3, &name("Ind")), to(4, &name("A"))];
    assert_eq!(founded(&scenario, &edits), [&name("Ind"), &name("A")]);
    assert!(founded(&scenario, &edits[..1]).is_empty());
    assert!(founded(&Scenario::blank(), &edits).is_empty());
}
