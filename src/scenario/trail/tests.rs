//! The list of steps: what each is said to have touched, and that every line leads to the state after its step.

use super::*;
use crate::num::{Count, Weight};
use crate::roster::{Ending, Reason};
use crate::scenario::tests::any_action;
use crate::scenario::{Action, History, SittingEdit, TallyKind, UnitId};
use proptest::prelude::*;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// Four units, A to D, with 10 to 40 members.
fn four() -> Scenario {
    let draft = |(at, letter): (u32, &str)| {
        vec![UnitEdit::Name(name(letter)), UnitEdit::Members(Weight::from(at * 10))]
    };
    let drafts = (1..).zip(["A", "B", "C", "D"]).map(draft).collect();
    crate::scenario::apply(&Scenario::blank(), &Action::Insert { at: 0, drafts }).unwrap()
}

#[test]
fn a_step_says_what_it_touched() {
    let start = four();
    let id = |row: usize| start.units[row].id;
    let elected = |n: u32| UnitEdit::Elected(Count::new(n));
    let ended = |reason| vec![Ending::new(reason, Count::from(1u16))];
    let cases: Vec<(Action, Touched)> = vec![
        (Action::SetTitle(name("T")), Touched::Title(name("T"))),
        (Action::SetHouse(Seats::from(7)), Touched::Seats(Seats::from(100), Seats::from(7))),
        (Action::SetMinimum(Seats::from(2)), Touched::Seats(Seats::ZERO, Seats::from(2))),
        (Action::SetMethod(Method::ADAMS), Touched::Method(Method::ADAMS)),
        (Action::SetMinimumRule(MinimumRule::TopUp), Touched::MinimumRule(MinimumRule::TopUp)),
        (
            Action::SetScheme(Scheme::TwoTier { upper: Method::ADAMS }),
            Touched::Scheme(Scheme::TwoTier { upper: Method::ADAMS }),
        ),
        (
            Action::Edit(vec![(id(1), elected(3))]),
            Touched::Cell(name("B"), UnitEdit::Elected(None), elected(3)),
        ),
        // A name that is changed stands as it is now.
        (
            Action::Edit(vec![(id(1), UnitEdit::Name(name("Q")))]),
            Touched::Cell(name("Q"), UnitEdit::Name(name("B")), UnitEdit::Name(name("Q"))),
        ),
        (Action::Edit(vec![(id(0), elected(3)), (id(2), elected(4))]), Touched::Column(Field::Elected)),
        (
            Action::Edit(vec![(id(3), elected(3)), (id(3), UnitEdit::Members(Weight::from(1)))]),
            Touched::Unit(name("D")),
        ),
        (Action::Edit(vec![(id(0), elected(3)), (id(3), UnitEdit::Members(Weight::from(1)))]), Touched::Much),
        // What was the same already is no part of it.
        (
            Action::Edit(vec![(id(0), UnitEdit::Members(Weight::from(10))), (id(2), elected(4))]),
            Touched::Cell(name("C"), UnitEdit::Elected(None), elected(4)),
        ),
        (
            Action::Edit(vec![(id(0), UnitEdit::Delegation(name("North")))]),
            Touched::Cell(name("A"), UnitEdit::Delegation(name("")), UnitEdit::Delegation(name("North"))),
        ),
        // Another reason for as many mandates is a step of its own, of which the unit is told.
        (
            Action::Edit(vec![(id(2), UnitEdit::Endings(ended(Reason::Died)))]),
            Touched::Cell(name("C"), UnitEdit::Endings(Vec::new()), UnitEdit::Endings(ended(Reason::Died))),
        ),
        // Attendance stands at the sitting, not in the unit.
        (
            Action::Edit(vec![(id(2), UnitEdit::Present(Count::new(5)))]),
            Touched::Cell(name("C"), UnitEdit::Present(None), UnitEdit::Present(Count::new(5))),
        ),
        (Action::Remove(vec![id(1)]), Touched::Unit(name("B"))),
        (Action::Remove(vec![id(3)]), Touched::Unit(name("D"))),
        (Action::Remove(vec![id(0), id(1)]), Touched::Much),
        (Action::Insert { at: 2, drafts: vec![vec![UnitEdit::Name(name("X"))]] }, Touched::Unit(name("X"))),
        (Action::Move { units: vec![id(0)], to: 3 }, Touched::Unit(name("A"))),
        (Action::Move { units: vec![id(3)], to: 0 }, Touched::Unit(name("D"))),
        (Action::Move { units: vec![id(1)], to: 2 }, Touched::Unit(name("B"))),
    ];
    for (action, expected) in cases {
        let trail = History::new(start.clone()).apply(&action).unwrap().trail(20);
        let [only] = trail.as_slice() else { panic!("one step: {trail:?}") };
        assert_eq!(
            (only.to, only.step, &only.touched),
            (Leap::Back(0), action.step(), &expected),
            "{action:?}"
        );
    }
}

#[test]
fn the_list_has_an_end_on_both_sides() {
    let mut history = History::new(four());
    for house in 1..=9 {
        history = history.apply(&Action::SetHouse(Seats::from(house))).unwrap();
    }
    let history = history.leap(Leap::Back(4)).unwrap();
    let leaps: Vec<_> = history.trail(3).iter().map(|taken| taken.to).collect();
    assert_eq!(
        leaps,
        [Leap::Ahead(3), Leap::Ahead(2), Leap::Ahead(1), Leap::Back(0), Leap::Back(1), Leap::Back(2)]
    );
    let houses = |taken: &Taken| match taken.touched {
        Touched::Seats(was, is) => (was.get(), is.get()),
        _ => panic!("{taken:?}"),
    };
    let houses: Vec<_> = history.trail(3).iter().map(houses).collect();
    assert_eq!(houses, [(7, 8), (6, 7), (5, 6), (4, 5), (3, 4), (2, 3)]);
    assert_eq!(history.leap(Leap::Back(0)), None);
    assert_eq!(history.leap(Leap::Back(6)), None, "one more than there are");
    assert_eq!(history.leap(Leap::Ahead(5)), None);
    assert!(History::new(four()).trail(20).is_empty());
}

proptest! {
    /// Wherever the history stands, every line leads to the state that followed its step, and back again.
    #[test]
    fn every_line_leads_to_its_state(
        actions in proptest::collection::vec(any_action(), 1..16), back in 0..16usize,
    ) {
        let mut history = History::new(four());
        let mut states = vec![history.present().clone()];
        for action in &actions {
            if let Some(next) = history.apply(action) {
                history = next;
                states.push(history.present().clone());
            }
        }
        let here = states.len() - 1 - back.min(states.len() - 1);
        history = history.leap(Leap::Back(states.len() - 1 - here)).unwrap_or(history);
        let trail = history.trail(20);
        prop_assert_eq!(trail.len(), states.len() - 1);
        for (taken, (at, state)) in trail.iter().zip(states.iter().enumerate().skip(1).rev()) {
            match taken.to {
                Leap::Back(0) => prop_assert_eq!(at, here),
                to => {
                    let there = history.leap(to).unwrap();
                    prop_assert_eq!(there.present(), state);
                    let way_back = match to { Leap::Back(n) => Leap::Ahead(n), Leap::Ahead(n) => Leap::Back(n) };
                    prop_assert_eq!(&there.leap(way_back).unwrap(), &history);
                }
            }
            if let Touched::Cell(_, was, is) = &taken.touched {
                prop_assert_ne!(was, is);
            }
        }
    }

    /// What a removal and an insertion are said to have touched is what they did.
    #[test]
    fn the_unit_that_went_is_named(row in 0..4usize, to in 0..4usize) {
        let start = four();
        let id: UnitId = start.units[row].id;
        let touched = |action: Action| {
            History::new(start.clone()).apply(&action).map(|history| history.trail(1).remove(0).touched)
        };
        let unit = Touched::Unit(start.units[row].name.clone());
        prop_assert_eq!(touched(Action::Remove(vec![id])), Some(unit.clone()));
        // Of two neighbours that change places either could be meant.
        if row.abs_diff(to) > 1 {
            prop_assert_eq!(touched(Action::Move { units: vec![id], to }), Some(unit));
        }
    }
}

#[test]
fn a_sitting_counted_otherwise_says_how_many_are_present() {
    let scenario = crate::scenario::example(crate::language::Language::English);
    let edit = |change| Action::EditSitting(scenario.shown, change);
    let mut history = History::new(scenario.clone());
    for (change, was, is) in [
        (SittingEdit::Tally(TallyKind::Whole), Some(470), Some(470)),
        (SittingEdit::CountedAs(Count::from(31u16)), Some(470), Some(31)),
        (SittingEdit::Tally(TallyKind::ByDelegation), Some(31), None),
        (SittingEdit::Tally(TallyKind::ByUnit), None, Some(470)),
    ] {
        history = history.apply(&edit(change)).unwrap();
        let trail = history.trail(1);
        assert!(matches!(trail[0].step, Step::Counted(_)));
        assert_eq!(trail[0].touched, Touched::Present(was, is));
    }
}

#[test]
fn steps_are_counted_though_the_oldest_are_forgotten() {
    let house = |history: &History, seats: u16| history.apply(&Action::SetHouse(seats.into())).unwrap();
    let all = (1..=210u16).fold(History::new(Scenario::blank()), |history, n| house(&history, 1_000 + n));
    assert_eq!((all.steps(), all.trail(300).len()), (210, 200));
    let back = all.leap(Leap::Back(200)).unwrap();
    assert_eq!((back.steps(), back.undo(), back.redo().unwrap().steps()), (10, None, 11));
    assert_eq!(house(&back, 7).steps(), 11);
}
