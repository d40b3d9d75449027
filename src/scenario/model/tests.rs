//! Identities: what comes next, and that it does.

use crate::limits::MAX_UNITS;
use crate::scenario::arbitrary::listed;
use crate::scenario::{
    Action, AgendaAction, CalendarEdit, CompositionAction, DelegateDraft, ElectionAction, Name, PeopleAction,
    Scenario, Unit, UnitEdit, UnitId, apply,
};
use crate::threshold::{Office, Span};
use proptest::prelude::*;
use std::rc::Rc;

fn named(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// Each way to add one thing, with the identity of the last of its kind.
type Adding = (Action, fn(&Scenario) -> Option<u32>);

fn additions() -> [Adding; 7] {
    let blank = DelegateDraft::named(Name::default());
    let category =
        CompositionAction::Add { name: named("women"), kind: Default::default(), target: Default::default() };
    [
        (Action::Insert { at: usize::MAX, drafts: vec![Vec::new()] }, |s| s.units.last().map(|one| one.id.0)),
        (Action::AddSitting(named("second")), |s| s.sittings.last().map(|one| one.id.0)),
        (Action::Agenda(AgendaAction::Add(named("votes"))), |s| s.agenda.last().map(|one| one.id.0)),
        (Action::Election(ElectionAction::Add(named("committee"), Office::Committee)), |s| {
            s.elections.last().map(|one| one.id.0)
        }),
        (Action::EditCalendar(CalendarEdit::Add(named("notice"), Span::Days(3))), |s| {
            s.calendar.own.last().map(|one| one.id.0)
        }),
        (Action::Composition(category), |s| s.composition.last().map(|one| one.id.0)),
        (Action::People(PeopleAction::Add(blank)), |s| s.people.delegates.last().map(|one| one.id.0)),
    ]
}

proptest! {
    #[test]
    fn what_is_added_gets_the_identity_that_comes_next(scenario in listed(12)) {
        for (action, last) in additions() {
            let next = scenario.next(0);
            let after = apply(&scenario, &action);
            prop_assert_eq!(after.as_ref().and_then(last), next, "{:?}", action);
        }
    }

    #[test]
    fn units_get_theirs_in_turn_before_the_delegations_they_bring(scenario in listed(12), rows in 0..6usize) {
        let draft = |row| vec![UnitEdit::Delegation(named(&format!("new {row}")))];
        let drafts: Vec<_> = (0..rows).map(draft).collect();
        let next: Vec<_> = (0..2 * rows).map_while(|n| scenario.next(n)).collect();
        for action in [
            Action::Paste { edits: Vec::new(), appended: drafts.clone() },
            Action::Insert { at: usize::MAX, drafts },
        ] {
            let after = apply(&scenario, &action).unwrap_or_else(|| scenario.clone());
            let units = after.units.iter().skip(scenario.units.len()).map(|unit| unit.id.0);
            let delegations = after.delegations.iter().skip(scenario.delegations.len()).map(|one| one.id.0);
            prop_assert_eq!(units.chain(delegations).collect::<Vec<_>>(), next.clone());
        }
    }
}

#[test]
fn units_end_where_there_is_no_room_and_where_identities_do() {
    let table = |units: u32, next_id| Scenario {
        units: Rc::new((0..units).map(|id| Rc::new(Unit::blank(UnitId(id)))).collect()),
        next_id,
        ..Scenario::blank()
    };
    let most = MAX_UNITS as u32;
    for (scenario, room, nexts, added) in [
        (table(most - 2, most), 2, 4, 2),
        (table(most, most), 0, 4, 0),
        (table(1, u32::MAX - 1), MAX_UNITS - 1, 1, 1),
        (table(1, u32::MAX), MAX_UNITS - 1, 0, 0),
    ] {
        let next: Vec<_> = (0..4).map_while(|n| scenario.next(n)).collect();
        assert_eq!((scenario.room(), next.len()), (room, nexts));
        let paste = Action::Paste { edits: Vec::new(), appended: vec![Vec::new(); 4] };
        let after = apply(&scenario, &paste).unwrap_or_else(|| scenario.clone());
        let units = after.units.iter().skip(scenario.units.len()).map(|unit| unit.id.0);
        assert_eq!(units.collect::<Vec<_>>(), next.into_iter().take(added).collect::<Vec<_>>());
    }
}
