//! Actions for property tests on what belongs to a congress besides units and sittings. Compiled for tests only.

use crate::num::{Seats, Weight};
use crate::scenario::people;
use crate::scenario::{
    Attending, Basis, Categories, CategoryId, CategoryKind, CompositionAction, DelegateDraft, DelegateEdit,
    DelegateId, Name, PeopleAction, RulesAction, Told, UnitId,
};
use proptest::prelude::*;

/// On the composition; many name categories and units that are not there.
pub(crate) fn composition() -> impl Strategy<Value = CompositionAction> {
    let id = || (0..60u32).prop_map(CategoryId);
    let seats = proptest::option::of((0..20u16).prop_map(Seats::from));
    let members = proptest::option::of((0..500u32).prop_map(Weight::from));
    let kind = proptest::sample::select(vec![CategoryKind::Overlapping, CategoryKind::Exclusive]);
    prop_oneof![
        2 => kind.prop_map(|kind| CompositionAction::Add { name: Name::default(), kind, target: None }),
        1 => id().prop_map(CompositionAction::Remove),
        1 => (id(), 0..5usize).prop_map(|(id, to)| CompositionAction::Move(id, to)),
        2 => (id(), 0..40u32, seats).prop_map(|(id, unit, n)| CompositionAction::Lock(vec![(id, UnitId(unit), n)])),
        2 => (id(), 0..40u32, members).prop_map(|(id, unit, n)| CompositionAction::Members(vec![(id, UnitId(unit), n)])),
        1 => Just(CompositionAction::UnlockAll),
    ]
}

/// On the rules.
pub(crate) fn rules() -> impl Strategy<Value = RulesAction> {
    prop_oneof![
        1 => Just(RulesAction::Copy(Name::default())),
        2 => super::provision().prop_map(RulesAction::Add),
        2 => super::provision().prop_map(|row| RulesAction::Remove(row.subject())),
        1 => super::provision().prop_map(|row| RulesAction::Reset(row.subject())),
        1 => Just(RulesAction::Return),
    ]
}

/// On the list of delegates.
pub(crate) fn people() -> impl Strategy<Value = PeopleAction> {
    let ids = || proptest::collection::vec((0..60u32).prop_map(DelegateId), 0..4);
    let unit = || "[A-E]?".prop_map(|text| Name::new(&text).unwrap());
    let change = prop_oneof![
        unit().prop_map(DelegateEdit::Name),
        unit().prop_map(DelegateEdit::Unit),
        people::arbitrary::mandate().prop_map(DelegateEdit::Mandate),
    ];
    let edit = ((0..60u32).prop_map(DelegateId), change);
    let draft = (unit(), people::arbitrary::mandate()).prop_map(|(unit, mandate)| DelegateDraft {
        name: Name::new("x").unwrap(),
        unit,
        mandate: Told::Known(mandate),
        categories: Categories::default(),
        note: Name::default(),
        attending: None,
    });
    let marks = proptest::sample::select(vec![None, Some(Attending::Present), Some(Attending::OnLeave)]);
    prop_oneof![
        3 => draft.prop_map(PeopleAction::Add),
        3 => edit.prop_map(|(id, change)| PeopleAction::Edit(id, change)),
        1 => ids().prop_map(PeopleAction::Remove),
        2 => (ids(), marks).prop_map(|(ids, mark)| PeopleAction::Mark(ids, mark)),
        1 => Just(PeopleAction::Fill),
        1 => Just(PeopleAction::AddUnits),
        1 => Just(PeopleAction::RemoveAll),
        1 => proptest::sample::select(vec![Basis::Table, Basis::List]).prop_map(PeopleAction::SetBasis),
    ]
}
