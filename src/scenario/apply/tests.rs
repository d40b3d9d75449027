//! What actions do to sittings: how figures pass from one way of counting to another, and what is never lost.

use crate::language::Language;
use crate::limits::{MAX_LOTS, MAX_SITTINGS};
use crate::num::{Count, Seats, Weight};
use crate::roster::{Ending, Reason};
use crate::scenario::{
    Action, Delegation, Draw, Field, Leader, Name, PartyId, Problem, Report, Scenario, SittingEdit,
    SittingId, Tally, TallyKind, UnitEdit, apply, derive, example,
};
use crate::threshold::{Base, Verdict};
use std::rc::Rc;

fn report(scenario: &Scenario) -> Report {
    derive(&Rc::new(scenario.clone()), None)
}

fn edited(scenario: &Scenario, change: SittingEdit) -> Scenario {
    apply(scenario, &Action::EditSitting(scenario.shown, change)).unwrap()
}

fn count(n: u16) -> Option<Count> {
    Some(Count::from(n))
}

/// The example: 470 present of 484, counted by unit, in any of three ways.
#[test]
fn attendance_is_the_same_however_it_is_counted() {
    let scenario = example(Language::English);
    let mut by_delegation = edited(&scenario, SittingEdit::Tally(TallyKind::ByDelegation));
    for scenario in [
        &scenario,
        &by_delegation,
        &edited(&scenario, SittingEdit::Tally(TallyKind::Whole)),
        &edited(&by_delegation, SittingEdit::Tally(TallyKind::Whole)),
    ] {
        let report = report(scenario);
        assert_eq!((report.total.present, report.total.present_missing), (470, 0));
        assert_eq!((report.sittings[0].present(), report.sittings[0].due()), (Some(470), Some(484)));
        assert_eq!(report.issues, []);
    }
    // Looking at the sitting in another way loses nothing.
    by_delegation = edited(&by_delegation, SittingEdit::Tally(TallyKind::ByUnit));
    assert_eq!(by_delegation, scenario);
}

#[test]
fn a_figure_that_is_not_known_is_not_made_up() {
    let scenario = example(Language::English);
    let unit = scenario.units[0].id;
    let gap = apply(&scenario, &Action::Edit(vec![(unit, UnitEdit::Present(None))])).unwrap();
    let whole = edited(&gap, SittingEdit::Tally(TallyKind::Whole));
    assert_eq!(whole.sittings[0].tally, Tally::Whole(None));
    let report_of = report(&whole);
    assert_eq!(report_of.sittings[0].present(), None);
    let Some((_, verdict)) = report_of.sittings[0].gate.quorum.first() else { panic!("there is a quorum") };
    assert!(!verdict.is_met() && !matches!(verdict, Verdict::NotMet(_)), "{verdict:?}");
    let by_delegation = edited(&gap, SittingEdit::Tally(TallyKind::ByDelegation));
    let Tally::ByDelegation(figures) = &by_delegation.sittings[0].tally else { panic!("by delegation") };
    assert_eq!(figures.len(), scenario.delegations.len() - 1);
}

/// A figure of one unit would put those that all units reported before in the place of what was counted since.
#[test]
fn figures_of_units_leave_what_was_counted_otherwise() {
    let scenario = example(Language::English);
    let unit = scenario.units[0].id;
    let typed = |change| Action::Edit(vec![(unit, change)]);
    let changes =
        [UnitEdit::Present(count(4)), UnitEdit::Registered(count(4)), UnitEdit::OnLeave(1u16.into())];
    for kind in [TallyKind::ByDelegation, TallyKind::Whole] {
        let counted = edited(&scenario, SittingEdit::Tally(kind));
        for change in &changes {
            assert_eq!(apply(&counted, &typed(change.clone())), None, "{kind:?}: {change:?}");
            let leader = counted.followed().leader(unit, change.field());
            let name = scenario.sittings[0].name.clone();
            assert_eq!(leader, Some(Leader::Sitting { name, at: 0, tally: kind }));
        }
        assert!(!counted.followed().holds(unit, Field::Elected));
        let by_unit = edited(&counted, SittingEdit::Tally(TallyKind::ByUnit));
        assert!(!by_unit.followed().holds(unit, Field::Present));
        assert!(changes.iter().all(|change| apply(&by_unit, &typed(change.clone())).is_some()));
    }
}

/// What units reported before it was counted otherwise is kept, and takes the place of no newer figure by itself.
#[test]
fn figures_of_before_are_not_taken_for_those_of_now() {
    let scenario = example(Language::English);
    let by_delegation = edited(&scenario, SittingEdit::Tally(TallyKind::ByDelegation));
    let first = scenario.delegations[0].id;
    let fewer = edited(&by_delegation, SittingEdit::DelegationPresent(first, count(1)));
    let present = |scenario: &Scenario| report(scenario).sittings[0].present();
    let now = present(&fewer);
    assert!(now.is_some_and(|now| now < 470));
    let whole = edited(&fewer, SittingEdit::Tally(TallyKind::Whole));
    assert_eq!(present(&whole), now);
    let again = edited(&whole, SittingEdit::Tally(TallyKind::ByDelegation));
    assert_eq!(again.sittings[0].tally, Tally::ByDelegation(Rc::default()));
    for scenario in [&fewer, &whole, &again] {
        assert_eq!(scenario.sittings[0].kept_by_unit(), Some(470));
    }
    assert_eq!(scenario.sittings[0].kept_by_unit(), None, "they are what is counted");
    // As one figure it is what the units reported: so are the delegations.
    let whole = edited(&scenario, SittingEdit::Tally(TallyKind::Whole));
    assert_eq!(edited(&whole, SittingEdit::Tally(TallyKind::ByDelegation)), by_delegation);
}

#[test]
fn present_above_due_is_said_where_it_was_counted() {
    let whole = edited(&example(Language::English), SittingEdit::Tally(TallyKind::Whole));
    assert_eq!(report(&edited(&whole, SittingEdit::Present(count(484)))).issues, []);
    let above = edited(&whole, SittingEdit::Present(count(485)));
    assert!(matches!(report(&above).issues[0].problem, Problem::PresentAboveActual { .. }));
    let by_delegation = edited(&example(Language::English), SittingEdit::Tally(TallyKind::ByDelegation));
    let id = by_delegation.delegations[3].id;
    let above = edited(&by_delegation, SittingEdit::DelegationPresent(id, count(99)));
    assert_eq!(report(&above).issues[0].place, crate::scenario::Place::Delegation(above.shown, id));
}

/// More present than due is said where those due are known: nothing is above what has not been reported.
#[test]
fn nothing_exceeds_delegates_that_are_not_reported() {
    let scenario = example(Language::English);
    let unit = scenario.units[0].id;
    let edits =
        [UnitEdit::Elected(None), UnitEdit::Ended(crate::roster::Reason::Transferred, Count::from(1))];
    let open = apply(&scenario, &Action::Edit(edits.map(|edit| (unit, edit)).to_vec())).unwrap();
    assert_eq!(report(&open).issues, []);
    for kind in [TallyKind::ByDelegation, TallyKind::Whole] {
        assert_eq!(report(&edited(&open, SittingEdit::Tally(kind))).issues, [], "{kind:?}");
    }
}

/// The base is frozen at what the credentials report stated; a later change of the roster is an amendment.
#[test]
fn a_stated_base_stays_while_the_roster_changes() {
    let frozen = edited(&example(Language::English), SittingEdit::StatedDue(count(484)));
    assert_eq!(report(&frozen).sittings[0].amended, None);
    let unit = frozen.units[0].id;
    let one_more = UnitEdit::Ended(crate::roster::Reason::Transferred, Count::from(1));
    let later = apply(&frozen, &Action::Edit(vec![(unit, one_more)])).unwrap();
    let report = report(&later);
    assert_eq!(report.sittings[0].figures.get(Base::Due), Some(484));
    assert_eq!(report.sittings[0].amended, Some(483));
}

#[test]
fn sittings_are_added_moved_and_removed_and_one_is_always_shown() {
    let scenario = example(Language::English);
    let first = scenario.shown;
    let name = Name::new("Opening").unwrap();
    let two = apply(&scenario, &Action::AddSitting(name.clone())).unwrap();
    let second = two.shown;
    assert_ne!(first, second);
    assert_eq!(two.sittings.iter().map(|s| s.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(report(&two).total.present_missing, 30, "nobody has reported to the new sitting");
    let swapped = apply(&two, &Action::MoveSitting(second, 0)).unwrap();
    assert_eq!(swapped.sittings.iter().map(|s| s.id).collect::<Vec<_>>(), [second, first]);
    let back = apply(&swapped, &Action::RemoveSitting(second)).unwrap();
    assert_eq!((back.sittings.len(), back.shown), (1, first));
    assert_eq!(apply(&back, &Action::RemoveSitting(first)), None, "the last sitting stays");
    assert_eq!(apply(&back, &Action::EditSitting(SittingId(999), SittingEdit::Present(count(1)))), None);
    let mut many = scenario;
    for _ in 0..MAX_SITTINGS {
        many = apply(&many, &Action::AddSitting(name.clone())).unwrap_or(many);
    }
    assert_eq!(many.sittings.len(), MAX_SITTINGS);
}

/// Units each in a delegation of its own, `A`, `B` and so on, with so many counted in it at a first sitting.
fn counted(present: &[Option<u16>]) -> Scenario {
    let name = |at: usize| Name::new(&char::from(b'A' + at as u8).to_string()).unwrap();
    let drafts = (0..present.len())
        .map(|at| {
            let ten = Count::from(10);
            vec![
                UnitEdit::Name(name(at)),
                UnitEdit::Delegation(name(at)),
                UnitEdit::Members(Weight::from(10)),
                UnitEdit::Elected(Some(ten)),
            ]
        })
        .collect();
    let mut scenario = apply(&Scenario::blank(), &Action::Insert { at: 0, drafts }).unwrap();
    scenario = edited(&scenario, SittingEdit::Tally(TallyKind::ByDelegation));
    for (at, present) in present.iter().enumerate() {
        let id = scenario.delegations[at].id;
        if let Some(present) = present {
            scenario = edited(&scenario, SittingEdit::DelegationPresent(id, count(*present)));
        }
    }
    scenario
}

/// What each delegation of a sitting is counted at, by its name.
fn by_name(scenario: &Scenario, sitting: usize) -> Vec<(&str, Option<u32>)> {
    let Tally::ByDelegation(figures) = &scenario.sittings[sitting].tally else { panic!("by delegation") };
    let one = |of: &Delegation| figures.get(&of.id).map(|count| count.get());
    scenario.delegations.iter().map(|of| (of.name.as_str(), one(of))).collect()
}

fn put(scenario: &Scenario, moves: &[(usize, &str)]) -> Scenario {
    let edit =
        |(row, to): &(usize, &str)| (scenario.units[*row].id, UnitEdit::Delegation(Name::new(to).unwrap()));
    apply(scenario, &Action::Edit(moves.iter().map(edit).collect())).unwrap()
}

/// Those counted in a delegation stay counted when it becomes part of another one, at past sittings too.
#[test]
fn delegations_that_become_one_are_counted_together() {
    let scenario = counted(&[Some(10), Some(9), Some(8)]);
    let later = apply(&scenario, &Action::AddSitting(Name::default())).unwrap();
    let id = later.delegations[0].id;
    let named = apply(&later, &Action::RenameDelegation(id, Name::new("B").unwrap())).unwrap();
    for joined in [&named, &put(&later, &[(0, "B")])] {
        assert_eq!(by_name(joined, 0), [("B", Some(19)), ("C", Some(8))]);
        assert_eq!(by_name(joined, 1), [("B", None), ("C", None)]);
        assert_eq!(report(joined).sittings[0].present(), Some(27));
    }
    // All of them in a new one; one that has not reported makes a whole that has not.
    assert_eq!(by_name(&put(&scenario, &[(0, "D"), (1, "D"), (2, "D")]), 0), [("D", Some(27))]);
    for gap in [[None, Some(9)], [Some(10), None]] {
        let joined = put(&counted(&gap), &[(0, "B")]);
        assert_eq!(by_name(&joined, 0), [("B", None)]);
        assert_eq!(report(&joined).sittings[0].present(), None);
    }
}

/// Ten counted in a delegation that is divided are nobody knows how many in either part.
#[test]
fn a_delegation_that_is_divided_is_counted_again() {
    let two = put(&counted(&[Some(10), Some(9), Some(8), Some(7)]), &[(1, "A")]);
    assert_eq!(by_name(&two, 0), [("A", Some(19)), ("C", Some(8)), ("D", Some(7))]);
    assert_eq!(by_name(&put(&two, &[(0, "C"), (1, "D")]), 0), [("C", None), ("D", None)]);
    assert_eq!(by_name(&put(&two, &[(0, "C"), (1, "")]), 0), [("C", None), ("D", Some(7))]);
    // Units that are gone take their delegates along.
    let fewer = apply(&two, &Action::Remove(vec![two.units[0].id, two.units[1].id])).unwrap();
    assert_eq!(by_name(&fewer, 0), [("C", Some(8)), ("D", Some(7))]);
}

/// An edit of one entry keeps all others, and one that does not fit changes nothing.
#[test]
fn entries_of_ended_mandates_are_kept_whole_or_refused() {
    let entries = |n| vec![Ending::new(Reason::Died, 1u16.into()); n];
    let put =
        |scenario: &Scenario, change| apply(scenario, &Action::Edit(vec![(scenario.units[0].id, change)]));
    let full = put(&example(Language::English), UnitEdit::Endings(entries(507))).unwrap();
    assert_eq!(full.units[0].mandates.endings.len(), 507);
    let mut changed = full.units[0].mandates.endings.clone();
    changed[0].count = 3u16.into();
    let changed = put(&full, UnitEdit::Endings(changed)).unwrap();
    assert_eq!(changed.units[0].mandates.ended(), 509);
    assert_eq!(put(&full, UnitEdit::Endings(entries(508))), None);
    // A figure in a cell is one entry of its reason, for which there is always room.
    let other = put(&full, UnitEdit::Ended(Reason::Other, 4u16.into())).unwrap();
    assert_eq!((other.units[0].mandates.endings.len(), other.check()), (508, Ok(())));
}

#[test]
fn a_lot_is_recorded_once_if_it_can_settle_a_tie_and_there_is_room() {
    let mut scenario = example(Language::English);
    let [a, b] = [0, 1].map(|row| PartyId::from(scenario.units[row].id));
    let lot = |certain: u32, drawn| Draw {
        contenders: vec![(a, Seats::new(certain).unwrap()), (b, Seats::ZERO)],
        drawn,
        seed: None,
    };
    let record = |scenario: &Scenario, lot| apply(scenario, &Action::RecordLot(lot));
    for drawn in [vec![], vec![a, b], vec![a, a], vec![PartyId(scenario.next_id)]] {
        assert_eq!(record(&scenario, lot(1, drawn)), None);
    }
    scenario.allocating.lots = (1..MAX_LOTS as u32).map(|n| lot(n, vec![a])).collect();
    let full = record(&scenario, lot(0, vec![a])).unwrap();
    assert_eq!(full.allocating.lots.len(), MAX_LOTS);
    assert_eq!(record(&full, lot(0, vec![b])), None);
    let again = record(&full, lot(7, vec![a])).unwrap();
    assert_eq!(
        (again.allocating.lots.len(), again.allocating.lots.last()),
        (MAX_LOTS, Some(&lot(7, vec![a])))
    );
}
