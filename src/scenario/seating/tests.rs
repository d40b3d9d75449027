//! Schemes: two tiers with ties on either, keys under which the house follows from the members.

use crate::apportion::open_house::KnownKey;
use crate::apportion::{Method, MinimumRule};
use crate::num::{Seats, Weight};
use crate::scenario::{
    Action, AllocationState, Draw, Field, Figure, HouseKey, Issue, LineFigure, Name, Note, OpenTie, Place,
    Problem, ReckoningStep as Step, Report, Scenario, Scheme, Standing, UnitEdit, Whose, apply, derive,
    reckon,
};
use proptest::prelude::*;
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

/// Units with a delegation (empty for none) and members.
fn congress(house: u16, scheme: &str, units: &[(&str, u32)]) -> Scenario {
    let draft = |(at, &(delegation, members)): (usize, &(&str, u32))| {
        vec![
            UnitEdit::Name(Name::new(&format!("unit {at}")).unwrap()),
            UnitEdit::Delegation(Name::new(delegation).unwrap()),
            UnitEdit::Members(Weight::from(members)),
        ]
    };
    let drafts = units.iter().enumerate().map(draft).collect();
    let blank = Scenario::blank();
    let mut scenario = apply(&blank, &Action::Insert { at: 0, drafts }).unwrap_or(blank);
    scenario.allocating.house = Seats::from(house);
    scenario.allocating.scheme = Scheme::parse(scheme).unwrap();
    scenario.allocating.method = Method::WEBSTER;
    scenario
}

fn seats(report: &Report) -> Vec<u32> {
    report.units.iter().map(|unit| unit.seats.get()).collect()
}

fn open(report: &Report) -> &OpenTie {
    match &report.allocation.state {
        AllocationState::Tied(tie) => tie,
        other => panic!("no tie: {other:?}"),
    }
}

/// Three small units win nothing alone and two seats together: 10 seats for 47, 16, 13 and 24 members.
#[test]
fn delegations_come_first_wherever_their_units_stand() {
    let units = [("A", 47), ("B", 8), ("", 24), ("B", 8), ("A", 13)];
    assert_eq!(seats(&report(&congress(10, "one-tier", &units))), [5, 1, 2, 1, 1]);
    let two = report(&congress(10, "two-tier:hamilton", &units));
    assert_eq!(two.allocation.state, AllocationState::Settled);
    let by_delegation: Vec<i64> = two.delegations.iter().map(|row| row.ledger.seats).collect();
    assert_eq!((by_delegation, seats(&two).iter().sum::<u32>()), (vec![6, 2, 2], 10));
}

#[test]
fn ties_of_either_tier_wait_for_their_own_lots() {
    // Delegations of 10 each for 3 seats; within each, two units of 5.
    let mut scenario = congress(3, "two-tier:webster", &[("A", 5), ("B", 5), ("A", 5), ("B", 5)]);
    let first = report(&scenario);
    let (a, b) = (scenario.delegations[0].id.into(), scenario.delegations[1].id.into());
    assert_eq!(open(&first).contenders, [(a, Seats::from(1)), (b, Seats::from(1))]);
    assert!(first.units.iter().all(|unit| unit.standing == Standing::Waiting));
    assert!(first.issues.iter().any(|issue| matches!(issue.problem, Problem::Tie { contested: 2, open: 1 })));
    let drawn = Draw { contenders: open(&first).contenders.clone(), drawn: vec![a], seed: None };
    scenario = apply(&scenario, &Action::RecordLot(drawn)).unwrap();
    let second = report(&scenario);
    // A has two seats for its two units; B's one seat is tied between its own.
    assert_eq!(seats(&second), [1, 0, 1, 0]);
    assert_eq!(open(&second).contenders.len(), 2);
    assert_eq!(open(&second).contenders[0].0, scenario.units[1].id.into());
    scenario = apply(&scenario, &Action::RecordLot(open(&second).draw(1))).unwrap();
    let settled = report(&scenario);
    assert_eq!(settled.allocation.state, AllocationState::Settled);
    assert_eq!(settled.allocation.allocated, 3);
    assert_eq!(settled.issues, []);
    assert_eq!((second.allocation.applied, settled.allocation.applied), (vec![0], vec![0, 1]));
    // Another house has another tie or none: the lots say that they are for something else.
    scenario.allocating.house = Seats::from(4);
    let other = report(&scenario);
    assert!(other.issues.iter().any(|issue| issue.problem == Problem::StaleLot));
    assert!(other.allocation.applied.is_empty());
    // No key asks a lot.
    let members = KnownKey::UkLabourConstituency;
    scenario.allocating.scheme = Scheme::Key(HouseKey::Known(members));
    assert!(report(&scenario).allocation.applied.is_empty());
}

/// Labour Party Rule Book 2022, C3.I.1.B: 1 for the first 749 members or part, 1 more per 250, at most 6.
#[test]
fn under_a_key_the_house_follows_from_the_members() {
    let units = [("", 749), ("", 750), ("", 10_000), ("", 0)];
    let mut scenario = congress(500, "key:uk-labour-constituency", &units);
    let keyed = report(&scenario);
    assert_eq!(seats(&keyed), [1, 2, 6, 0]);
    assert_eq!((keyed.allocation.house, keyed.allocation.allocated, keyed.total.seats), (9, 9, 9));
    let unit = scenario.units[0].id;
    scenario = apply(&scenario, &Action::Edit(vec![(unit, UnitEdit::Locked(Seats::new(3)))])).unwrap();
    let locked = report(&scenario);
    assert_eq!(locked.allocation.house, 11, "seats fixed by hand count as they are");
    assert_eq!(locked.units[0].unlocked, Seats::new(1), "the key gives it as many");
    assert!(locked.units[1..].iter().all(|unit| unit.unlocked.is_none()));
    let found = reckon(&locked, None, &Figure::Line(Whose::Unit(unit), LineFigure::Seats)).unwrap();
    assert!(found.steps.contains(&Step::Note(Note::LockedAlone)), "{found:?}");
    scenario.allocating.scheme = Scheme::parse("steps:1048576:0:1:1:whole").unwrap();
    assert!(report(&scenario).issues.iter().any(|issue| issue.problem == Problem::KeyGivesTooMany));
    assert_eq!(report(&congress(5, "key:shanghai-staff", &[])).issues[0].problem, Problem::NoUnits);
}

/// A key knows no bounds: those that are entered are told, at the first of them, and change no seat.
#[test]
fn bounds_under_a_key_are_said_to_have_no_effect() {
    let plain = congress(5, "key:uk-labour-constituency", &[("", 300), ("", 800), ("", 900)]);
    let [first, second] = [plain.units[1].id, plain.units[2].id];
    let edits = vec![
        (second, UnitEdit::Min(Seats::new(9))),
        (first, UnitEdit::Max(Seats::new(1))),
        (second, UnitEdit::Max(Seats::new(2))),
    ];
    let bound = apply(&plain, &Action::Edit(edits)).unwrap();
    assert_eq!((seats(&report(&bound)), report(&plain).issues), (seats(&report(&plain)), Vec::new()));
    let issue = Issue { place: Place::Unit(first, Field::Max), problem: Problem::IdleBounds { units: 2 } };
    assert_eq!(report(&bound).issues, [issue]);
}

#[test]
fn what_is_wrong_with_the_units_is_said_in_any_scheme() {
    for scheme in ["one-tier", "two-tier:webster"] {
        let mut scenario = congress(3, scheme, &[("A", 5), ("B", 5)]);
        let unit = scenario.units[1].id;
        scenario = apply(&scenario, &Action::Edit(vec![(unit, UnitEdit::Min(Seats::new(4)))])).unwrap();
        let report = report(&scenario);
        assert_eq!(report.issues[0].problem, Problem::MinimaAboveHouse { minima: 4, house: 3 });
    }
}

/// Two delegations of ten, each with a tie of its own: both are open, whichever is shown first.
#[test]
fn units_of_every_open_tie_are_contested() {
    let scenario = congress(2, "two-tier:webster", &[("A", 5), ("A", 5), ("B", 5), ("B", 5)]);
    let report = report(&scenario);
    assert_eq!(report.units.iter().map(|unit| unit.standing).collect::<Vec<_>>(), [Standing::Contested; 4]);
    assert_eq!((open(&report).open, report.open_seats(), report.allocation.allocated), (1, 2, 0));
    let found = reckon(&report, None, &Figure::Line(Whose::Total, LineFigure::Seats)).unwrap();
    assert!(found.steps.contains(&Step::Note(Note::OpenSeats(2))), "{found:?}");
}

/// A unit without a delegation is tied with delegations: it is certain of its seats, while theirs wait.
#[test]
fn a_unit_in_the_upper_tie_has_its_certain_seats() {
    let report = report(&congress(3, "two-tier:webster", &[("A", 5), ("A", 5), ("", 10)]));
    let rows: Vec<_> = report.units.iter().map(|unit| (unit.standing, unit.seats.get())).collect();
    assert_eq!(rows, [(Standing::Waiting, 0), (Standing::Waiting, 0), (Standing::Contested, 1)]);
    assert_eq!((report.allocation.allocated, report.open_seats()), (1, 2));
}

/// Three equal remainders for two seats, of which the small units have one each whoever is drawn: one seat hangs on the lot.
#[test]
fn what_minima_give_anyway_is_not_open() {
    let mut scenario = congress(4, "one-tier", &[("", 4), ("", 1), ("", 1)]);
    scenario.allocating.method = Method::HAMILTON;
    scenario.allocating.minimum = Seats::from(1);
    scenario.allocating.minimum_rule = MinimumRule::TopUp;
    let report = report(&scenario);
    let standing: Vec<_> = report.units.iter().map(|unit| unit.standing).collect();
    assert_eq!(standing, [Standing::Contested, Standing::Settled, Standing::Settled]);
    assert_eq!((open(&report).contenders.len(), open(&report).open), (3, 2), "all three stand in the lot");
    assert_eq!((report.allocation.allocated, report.open_seats()), (4, 1));
}

/// Delegates elected are not too many for seats that nobody knows yet.
#[test]
fn seats_that_are_not_known_are_not_exceeded() {
    let elected = |mut scenario: Scenario, elected: u16| {
        for unit in Rc::make_mut(&mut scenario.units) {
            Rc::make_mut(unit).mandates.elected = Some(elected.into());
        }
        scenario
    };
    let above = |scenario: &Scenario| {
        let found = |issue: &&Issue| matches!(issue.problem, Problem::ElectedAboveSeats { .. });
        report(scenario).issues.iter().filter(found).count()
    };
    // Delegations that are tied, so that their units wait; units that are tied; no allocation.
    assert_eq!(above(&elected(congress(3, "two-tier:webster", &[("A", 10), ("B", 10)]), 2)), 0);
    assert_eq!(above(&elected(congress(1, "one-tier", &[("", 5), ("", 5)]), 1)), 0);
    assert_eq!(above(&elected(congress(0, "one-tier", &[("", 5), ("", 5)]), 1)), 0);
    assert_eq!(above(&elected(congress(2, "one-tier", &[("", 5), ("", 5)]), 2)), 2);
}

/// A congress under topping up with a minimum of 1.
fn topped_up(house: u16, scheme: &str, units: &[(&str, u32)]) -> Scenario {
    let mut scenario = congress(house, scheme, units);
    scenario.allocating.method = Method::HAMILTON;
    scenario.allocating.minimum = Seats::from(1);
    scenario.allocating.minimum_rule = MinimumRule::TopUp;
    scenario
}

/// Seats that topping up hands out behind a lot among delegations are open, too: 5, 5 and 4 is the most of all that can be drawn.
#[test]
fn what_is_topped_up_behind_a_lot_is_open() {
    for (house, units, open) in [
        (4, &[("A", 2), ("A", 2), ("", 1), ("", 1)][..], 3),
        (4, &[("A", 2), ("A", 2), ("B", 1), ("C", 1)], 5),
        (3, &[("A", 100), ("A", 1), ("B", 101)], 4),
    ] {
        assert_eq!(report(&topped_up(house, "two-tier:hamilton", units)).open_seats(), open, "{units:?}");
    }
}

#[test]
fn a_lot_that_changes_nothing_is_not_asked_for_in_either_scheme() {
    for scheme in ["one-tier", "two-tier:hamilton"] {
        let report = report(&topped_up(3, scheme, &[("", 5), ("", 1), ("", 1)]));
        assert_eq!(
            (report.allocation.state.clone(), seats(&report)),
            (AllocationState::Settled, vec![2, 1, 1]),
            "{scheme}"
        );
        assert_eq!(report.issues, []);
    }
}

/// A delegation of one seat with 50.5 members to a quota: what its units are topped up to is not what they shared.
#[test]
fn the_account_of_a_unit_is_by_the_seats_that_its_delegation_was_given() {
    let report = report(&topped_up(4, "two-tier:hamilton", &[("A", 100), ("A", 1), ("B", 101)]));
    assert_eq!(seats(&report), [2, 1, 2]);
    let unit = report.units[1].id;
    let found = reckon(&report, None, &Figure::Line(Whose::Unit(unit), LineFigure::Seats)).unwrap();
    let text = format!("{found:?}");
    assert!(text.contains("Delegation") && text.contains("Whole(2)") && !text.contains("Whole(3)"), "{text}");
}

fn locked(mut scenario: Scenario, row: usize, seats: u16) -> Scenario {
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[row]).locked = Some(Seats::from(seats));
    scenario
}

#[test]
fn a_seat_fixed_by_hand_is_there_whatever_its_delegation_waits_for() {
    let report = report(&locked(congress(3, "two-tier:webster", &[("A", 5), ("A", 5), ("B", 10)]), 0, 1));
    let rows: Vec<_> = report.units.iter().map(|unit| (unit.standing, unit.seats.get())).collect();
    assert_eq!(rows, [(Standing::Settled, 1), (Standing::Waiting, 0), (Standing::Waiting, 0)]);
    assert_eq!((report.allocation.allocated, report.open_seats()), (1, 2));
}

/// Units of a later tie of the quota method hang on it as well as those of the first.
#[test]
fn units_of_a_later_tie_are_contested() {
    let mut scenario = congress(10, "one-tier", &[("", 1), ("", 6), ("", 1), ("", 4)]);
    scenario.allocating.method = Method::QuotaMethod;
    let report = report(&scenario);
    let standing: Vec<_> = report.units.iter().map(|unit| unit.standing).collect();
    assert_eq!(standing, [Standing::Contested, Standing::Settled, Standing::Contested, Standing::Contested]);
    assert_eq!((seats(&report), report.open_seats()), (vec![0, 5, 0, 3], 2));
}

/// The scenario once every lot is drawn, in all ways.
fn drawn(scenario: &Scenario) -> Vec<Report> {
    let found = report(scenario);
    let AllocationState::Tied(tie) = &found.allocation.state else { return vec![found] };
    let mut ways = Vec::new();
    for chosen in 0u32..1 << tie.contenders.len() {
        if chosen.count_ones() as usize == tie.open {
            let contenders = tie.contenders.iter().enumerate();
            let drawn =
                contenders.filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, (party, _))| *party).collect();
            let draw = Draw { contenders: tie.contenders.clone(), drawn, seed: None };
            ways.extend(self::drawn(&apply(scenario, &Action::RecordLot(draw)).unwrap()));
        }
    }
    ways
}

fn small() -> impl Strategy<Value = Scenario> {
    let unit = (prop::sample::select(vec!["", "A", "B"]), 1u32..7, prop::option::weighted(0.15, 0u16..3));
    let scheme = prop::sample::select(vec![
        "one-tier",
        "two-tier:hamilton",
        "two-tier:webster",
        "two-tier:quota-method",
    ]);
    let method =
        prop::sample::select(vec![Method::HAMILTON, Method::WEBSTER, Method::JEFFERSON, Method::QuotaMethod]);
    let rules = vec![MinimumRule::Seed, MinimumRule::Clamp, MinimumRule::SetAside, MinimumRule::TopUp];
    (prop::collection::vec(unit, 1..6), 1u16..9, scheme, method, prop::sample::select(rules), 0u16..2)
        .prop_map(|(units, house, scheme, method, rule, minimum)| {
            let rows: Vec<_> = units.iter().map(|(delegation, members, _)| (*delegation, *members)).collect();
            let mut scenario = congress(house, scheme, &rows);
            for (row, (.., seats)) in units.iter().enumerate() {
                scenario = seats.map_or(scenario.clone(), |seats| locked(scenario.clone(), row, seats));
            }
            scenario.allocating.method = method;
            scenario.allocating.minimum_rule = rule;
            scenario.allocating.minimum = Seats::from(minimum);
            scenario
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What a report says while lots are open holds for every way to draw them: whose seats are settled keeps them, who is contested
    /// has one more or not, and no draw hands out more than is open.
    #[test]
    fn what_is_said_of_open_lots_holds_for_all_draws(scenario in small()) {
        let before = report(&scenario);
        let is_found = |report: &Report| matches!(report.allocation.state, AllocationState::Settled | AllocationState::Tied(_));
        prop_assume!(is_found(&before));
        let ways = drawn(&scenario);
        // A lot may lead to what the method of a delegation refuses.
        prop_assume!(ways.iter().all(is_found));
        for (row, unit) in before.units.iter().enumerate() {
            let after: Vec<u32> = ways.iter().map(|way| way.units[row].seats.get()).collect();
            match unit.standing {
                Standing::Settled => prop_assert!(after.iter().all(|seats| *seats == unit.seats.get()), "{row}: {after:?}"),
                Standing::Contested => {
                    let now = unit.seats.get();
                    prop_assert!(after.contains(&now) && after.contains(&(now + 1)), "{row}: {now}, {after:?}");
                    prop_assert!(after.iter().all(|seats| (now..=now + 1).contains(seats)), "{row}: {now}, {after:?}");
                }
                _ => {}
            }
        }
        let most = ways.iter().map(|way| way.allocation.allocated).max().unwrap();
        let told = before.allocation.allocated + before.open_seats();
        let in_turn = scenario.allocating.method == Method::QuotaMethod || scenario.allocating.scheme.to_string().contains("quota");
        if in_turn && scenario.allocating.minimum_rule == MinimumRule::TopUp {
            prop_assert!(told >= most, "{told} < {most}");
        } else {
            prop_assert_eq!(told, most);
        }
    }
}
