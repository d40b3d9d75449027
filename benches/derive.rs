//! What follows when one figure is entered, by its parts, and what the worker is there for: `cargo bench --bench derive`.

#![allow(clippy::expect_used, reason = "a bench that cannot set itself up may stop")]

use delegate_roster::codec::snapshot::{Moment, Revision, write};
use delegate_roster::language::Language;
use delegate_roster::num::{Seats, Weight};
use delegate_roster::roster::Reason;
use delegate_roster::scenario::regroup::moving;
use delegate_roster::scenario::{
    Action, Attending, Basis, CategoryKind, CompositionAction, DelegateDraft, DelegateEdit, Direction,
    Filling, Limit, Mandate, Measure, Name, NewUnits, PeopleAction, Placing, Report, Scenario, SortKey,
    Sorting, Target, Tenure, Unit, UnitEdit, UnitId, apply, compare, derive, example, explain, houses, plan,
    rivals,
};
use delegate_roster::threshold::Share;
use divan::{Bencher, black_box};
use std::rc::Rc;

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

fn acted(scenario: &Scenario, action: &Action) -> Scenario {
    apply(scenario, action).expect("a change")
}

/// Units without delegations, ten seats to a unit, under the rules of the example.
fn congress(units: u32) -> Rc<Scenario> {
    let draft = |n: u32| {
        vec![
            UnitEdit::Name(Name::new(&format!("Unit {}", n + 1)).expect("a name")),
            UnitEdit::Members(Weight::from(100 + (n + 2) * 7_919 % 9_973)),
        ]
    };
    let first = example(Language::English);
    let ids = first.units.iter().map(|unit| unit.id).collect();
    let emptied = acted(&first, &Action::Remove(ids));
    let filled = acted(&emptied, &Action::Insert { at: 0, drafts: (0..units).map(draft).collect() });
    Rc::new(acted(&filled, &Action::SetHouse(Seats::new(units * 10).expect("a house"))))
}

fn entered(scenario: &Scenario) -> Action {
    let unit = scenario.units.get(scenario.units.len() / 2).expect("a unit");
    Action::Edit(vec![(unit.id, UnitEdit::Members(Weight::from(20_000)))])
}

fn report(units: u32) -> Report {
    derive(&congress(units), None)
}

#[divan::bench(args = SIZES)]
fn a_figure_is_applied(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = congress(units);
    let action = entered(&scenario);
    bencher.bench_local(|| apply(black_box(&scenario), &action));
}

/// Ten units, and a list of delegates that leads: a tenth of them were marked at each of a hundred sittings.
fn listed(delegates: u32) -> Scenario {
    let draft = |n: u32| DelegateDraft {
        unit: Name::new(&format!("Unit {}", n % 10 + 1)).expect("a name"),
        ..DelegateDraft::named(Name::new("Delegate").expect("a name"))
    };
    let list = PeopleAction::Import {
        drafts: (0..delegates).map(draft).collect(),
        placing: Placing::Replace,
        units: NewUnits::Leave,
        counting: Filling::Fill,
    };
    let mut scenario = acted(&congress(10), &Action::People(list));
    for sitting in 0..100 {
        scenario = acted(&scenario, &Action::AddSitting(Name::default()));
        let marked = scenario.people.delegates.iter().skip(sitting % 10).step_by(10);
        let marked = marked.map(|delegate| delegate.id).collect();
        let mark = PeopleAction::Mark(marked, Some(Attending::Present));
        scenario = acted(&scenario, &Action::People(mark));
    }
    acted(&scenario, &Action::People(PeopleAction::SetBasis(Basis::List)))
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn a_figure_beside_a_list_is_applied(bencher: Bencher<'_, '_>, delegates: u32) {
    let scenario = listed(delegates);
    let action = entered(&scenario);
    bencher.bench_local(|| apply(black_box(&scenario), &action));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn a_delegate_is_marked(bencher: Bencher<'_, '_>, delegates: u32) {
    let scenario = listed(delegates);
    let first = scenario.people.delegates.first().expect("a delegate").id;
    let action = Action::People(PeopleAction::Mark(vec![first], Some(Attending::Absent)));
    bencher.bench_local(|| apply(black_box(&scenario), &action));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn a_delegate_resigns(bencher: Bencher<'_, '_>, delegates: u32) {
    let scenario = listed(delegates);
    let first = scenario.people.delegates.first().expect("a delegate").id;
    let tenure = Tenure::Ended { reason: Reason::Resigned, date: None };
    let mandate = Mandate { tenure, ..Mandate::default() };
    let action = Action::People(PeopleAction::Edit(first, DelegateEdit::Mandate(mandate)));
    bencher.bench_local(|| apply(black_box(&scenario), &action));
}

/// The same units in another order, so that their identities do not ascend, in a hundred delegations.
fn shuffled(units: u32) -> Scenario {
    let scenario = congress(units);
    let delegation = |unit: u32| Name::new(&format!("Delegation {}", unit % 100)).expect("a name");
    let edit = |unit: &Rc<Unit>| (unit.id, UnitEdit::Delegation(delegation(unit.id.0)));
    let scenario = acted(&scenario, &Action::Edit(scenario.units.iter().map(edit).collect()));
    let mut order: Vec<UnitId> = scenario.units.iter().map(|unit| unit.id).collect();
    order.sort_by_key(|unit| unit.0.wrapping_mul(0x9e37_79b1));
    let by = Sorting { by: SortKey::Measure(Measure::Members), direction: Direction::Ascending };
    acted(&scenario, &Action::Sort { units: order, by })
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn delegations_are_emptied(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = shuffled(units);
    let empty = |unit: &Rc<Unit>| (unit.id, UnitEdit::Delegation(Name::default()));
    let edits: Vec<_> = scenario.units.iter().map(empty).collect();
    bencher.bench_local(|| moving(black_box(&scenario), &edits));
}

/// Each unit in a delegation of its own, and the delegations in an order in which their identities descend; as in a file by other hands.
#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn two_scenarios_are_compared(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = congress(units);
    let delegation = |unit: &Unit| Name::new(&format!("Delegation {}", unit.id.0)).expect("a name");
    let edit = |unit: &Rc<Unit>| (unit.id, UnitEdit::Delegation(delegation(unit)));
    let mut scenario = acted(&scenario, &Action::Edit(scenario.units.iter().map(edit).collect()));
    Rc::make_mut(&mut scenario.delegations).reverse();
    let report = derive(&Rc::new(scenario), None);
    bencher.bench_local(|| compare(black_box(&report), black_box(&report)));
}

#[divan::bench(args = SIZES)]
fn the_report_follows(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = congress(units);
    let last = derive(&scenario, None);
    bencher.bench_local(|| derive(black_box(&scenario), Some(&last)));
}

#[divan::bench(args = SIZES)]
fn the_record_is_written(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = congress(units);
    bencher.bench_local(|| write(black_box(&scenario), Revision(1), Moment(1)));
}

#[divan::bench(args = [1_000, 10_000])]
fn a_unit_is_explained(bencher: Bencher<'_, '_>, units: u32) {
    let scenario = congress(units);
    let unit = scenario.units.first().expect("a unit").id;
    bencher.bench_local(|| explain(black_box(&scenario), unit));
}

#[divan::bench(args = [1_000, 10_000])]
fn fifty_houses(bencher: Bencher<'_, '_>, units: u32) {
    let report = report(units);
    bencher.bench_local(|| houses(black_box(&report), 0, units * 10..=units * 10 + 50));
}

#[divan::bench(args = [1_000, 10_000])]
fn six_methods(bencher: Bencher<'_, '_>, units: u32) {
    let report = report(units);
    bencher.bench_local(|| rivals(black_box(&report), &delegate_roster::apportion::Method::CLASSIC));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn eight_categories(bencher: Bencher<'_, '_>, units: u32) {
    let mut scenario = (*congress(units)).clone();
    for percent in [30, 35, 12, 20, 15, 8, 25, 40] {
        let share = Share::new(percent, 100).expect("a share");
        let target =
            Target { limit: Limit::AtLeast, amount: delegate_roster::scenario::Amount::Share(share) };
        let name = Name::new(&format!("Category {percent}")).expect("a name");
        let add = CompositionAction::Add { name, kind: CategoryKind::Overlapping, target: Some(target) };
        scenario = acted(&scenario, &Action::Composition(add));
    }
    let report = derive(&Rc::new(scenario), None);
    bencher.bench_local(|| plan(black_box(&report)));
}
