//! Each thing that no scenario has, one at a time; and that nothing else is refused.

use super::*;
use crate::language::Language;
use crate::num::{Count, Weight};
use crate::roster::{Ending, Presence};
use crate::scenario::{
    Category, CategoryId, Delegate, DelegateId, Delegation, DelegationId, Draw, Example, Mandate,
    MilestoneId, OwnMilestone, Unit, UnitId, apply, arbitrary, example,
};
use crate::threshold::Span;
use proptest::prelude::*;
use std::rc::Rc;

/// The example with one thing changed.
fn with(change: impl FnOnce(&mut Scenario)) -> Result<(), (Spot, Wrong)> {
    let mut scenario = example(Language::English);
    change(&mut scenario);
    scenario.check().map_err(|unsound| (unsound.spot, unsound.wrong))
}

fn unit(scenario: &mut Scenario, row: usize) -> &mut Unit {
    Rc::make_mut(&mut Rc::make_mut(&mut scenario.units)[row])
}

fn delegation(scenario: &mut Scenario, at: usize) -> &mut Delegation {
    &mut Rc::make_mut(&mut scenario.delegations)[at]
}

fn delegate(id: u32, unit: u32) -> Rc<Delegate> {
    let (name, mandate) = (Name::default(), Told::Known(Mandate::default()));
    let unit = Told::Known(UnitId(unit));
    Rc::new(Delegate {
        id: DelegateId(id),
        name,
        unit,
        mandate,
        categories: Default::default(),
        note: Name::default(),
    })
}

#[test]
fn every_example_is_sound() {
    for language in Language::ALL {
        for example in Example::ALL {
            assert_eq!(example.scenario(language).check(), Ok(()), "{example:?}");
        }
    }
}

/// The example has 15 delegations from 1 on, 30 units from 16 on, one sitting, five items and three elections; 55 is the next.
#[test]
fn what_no_scenario_has_is_named_with_its_place() {
    use List::{
        Agenda, Categories, Delegates, Delegations, Elections, Lots, Marks, Milestones, Sittings, Units,
    };
    use Spot::{All, One};
    use Wrong::{Dangling, Identity, Missing, TooMany, Void};
    type Change = fn(&mut Scenario);
    let cases: [(Change, Spot, Wrong); 28] = [
        (|s| s.sittings.clear(), All(Sittings), Missing),
        (|s| s.sittings = vec![s.sittings[0].clone(); MAX_SITTINGS + 1], All(Sittings), TooMany),
        (|s| s.allocating.lots = vec![lot(&[16, 17], &[16]); MAX_LOTS + 1], All(Lots), TooMany),
        (|s| Rc::make_mut(&mut s.units).truncate(14), All(Delegations), TooMany),
        (|s| s.next_id = MAX_IDENTITIES + 1, Spot::NextId, TooMany),
        (|s| unit(s, 4).id = UnitId(55), One(Units, 4), Identity),
        (|s| unit(s, 4).id = UnitId(16), One(Units, 4), Identity),
        (|s| unit(s, 4).id = UnitId(1), One(Units, 4), Identity),
        (|s| s.sittings[0].id = SittingId(16), One(Sittings, 0), Identity),
        (|s| s.composition = vec![Category::blank(CategoryId(16))], One(Categories, 0), Identity),
        (|s| Rc::make_mut(&mut s.people.delegates).push(delegate(16, 16)), One(Delegates, 0), Identity),
        (|s| s.calendar.own = vec![milestone(16, Span::Days(1))], One(Milestones, 0), Identity),
        (
            |s| (s.next_id, s.calendar.own) = (56, vec![milestone(55, Span::Days(0))]),
            One(Milestones, 0),
            Void,
        ),
        (|s| unit(s, 4).delegation = Some(DelegationId(16)), One(Units, 4), Dangling),
        (|s| unit(s, 4).mandates.endings = vec![ending(); 508], Spot::Endings(4), TooMany),
        (|s| delegation(s, 3).name = Name::default(), One(Delegations, 3), Wrong::Name),
        (|s| delegation(s, 3).name = s.delegations[2].name.clone(), One(Delegations, 3), Wrong::Name),
        (
            |s| (0..30).for_each(|row| unit(s, row).delegation = Some(DelegationId(1))),
            One(Delegations, 1),
            Void,
        ),
        (|s| s.allocating.lots = vec![lot(&[16, 55], &[16])], One(Lots, 0), Dangling),
        (|s| s.allocating.lots = vec![lot(&[16, 17], &[])], One(Lots, 0), Void),
        (|s| attend(s, 1, Some(3)), One(Sittings, 0), Dangling),
        (|s| attend(s, 16, None), One(Sittings, 0), Void),
        (|s| s.shown = SittingId(16), Spot::Shown, Dangling),
        (|s| s.agenda[1].sitting = Some(SittingId(16)), One(Agenda, 1), Dangling),
        (|s| Rc::make_mut(&mut s.elections[1]).sitting = Some(SittingId(16)), One(Elections, 1), Dangling),
        (|s| s.people.basis = crate::scenario::Basis::List, All(Delegates), Missing),
        (
            |s| (s.next_id, s.people.delegates) = (56, Rc::new(vec![delegate(55, 1)])),
            One(Delegates, 0),
            Dangling,
        ),
        (
            |s| {
                (s.next_id, s.people.delegates) = (56, Rc::new(vec![delegate(55, 16)]));
                s.people.rolls.insert(s.shown, Rc::default());
            },
            All(Marks),
            Void,
        ),
    ];
    for (at, (change, spot, wrong)) in cases.into_iter().enumerate() {
        assert_eq!(with(change), Err((spot, wrong)), "{at}");
    }
    assert_eq!(with(|s| s.next_id = MAX_IDENTITIES), Ok(()));
    // Those of a lot may be gone.
    assert_eq!(with(|s| s.allocating.lots = vec![lot(&[0, 16], &[0])]), Ok(()));
}

fn lot(contenders: &[u32], drawn: &[u32]) -> Draw {
    let contenders = contenders.iter().map(|id| (PartyId(*id), Seats::ZERO)).collect();
    Draw { contenders, drawn: drawn.iter().map(|id| PartyId(*id)).collect(), seed: None }
}

fn ending() -> Ending {
    Ending::new(Reason::Died, Count::from(1))
}

fn milestone(id: u32, before: Span) -> OwnMilestone {
    OwnMilestone { id: MilestoneId(id), name: Name::default(), before }
}

fn attend(scenario: &mut Scenario, id: u32, present: Option<u16>) {
    let presence = Presence { present: present.map(Count::from), ..Presence::default() };
    Rc::make_mut(&mut scenario.sittings[0].attendance).insert(UnitId(id), presence);
}

#[test]
fn cells_of_the_composition_are_those_of_units() {
    let cells = |unit| Rc::new([(UnitId(unit), Weight::ZERO)].into());
    let with = |unit| {
        with(|scenario| {
            let category = Category { by_unit: cells(unit), ..Category::blank(CategoryId(55)) };
            (scenario.next_id, scenario.composition) = (56, vec![category]);
        })
    };
    assert_eq!(with(16), Ok(()));
    assert_eq!(with(1), Err((Spot::One(List::Categories, 0), Wrong::Dangling)));
}

proptest! {
    #[test]
    fn any_scenario_is_sound_and_stays_so(
        scenario in arbitrary::listed(8),
        actions in proptest::collection::vec(crate::scenario::tests::any_action(), 0..8),
    ) {
        prop_assert_eq!(scenario.check(), Ok(()));
        let mut scenario = scenario;
        for action in &actions {
            scenario = apply(&scenario, action).unwrap_or(scenario);
            prop_assert_eq!(scenario.check(), Ok(()), "{:?}", action);
        }
    }
}
